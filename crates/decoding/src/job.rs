//! What is asked of a worker, and doing it: pictures, and workbooks that schools send.
//!
//! Deliberately not here: processes and limits. The same work is done in a worker and, in tests, without one.

use exchange::roster::{FileKind as ListKind, RosterError, Sheet, read_sheet};
use imaging::codes::Codes;
use imaging::{
    Facts, FileKind, ImagingError, Orientation, PrintRendering, PrintSpec, Rendered, ThumbnailSizes,
    Thumbnails, read_facts, render_print, render_view, thumbnails, thumbnails_and_codes,
};

/// What a file says of itself, and its small pictures and the codes in it where they were wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// What it says of itself.
    pub facts: Facts,
    /// Its small pictures, or why there are none.
    pub thumbnails: Option<Result<Thumbnails, ImagingError>>,
    /// What codes of camera cards it shows; none where they were not wanted or there is no picture.
    pub codes: Option<Codes>,
}

/// One thing to be done with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// What the file says of itself.
    Facts,
    /// The same, and both thumbnails, turned as the file says; and the codes in the picture where they are wanted.
    Examine { sizes: ThumbnailSizes, with_codes: bool },
    /// Both thumbnails.
    Thumbnails(Orientation, ThumbnailSizes),
    /// The large view.
    View(Orientation, Option<u32>),
    /// A print.
    Print(Orientation, PrintSpec),
    /// A sheet of a workbook: the chosen one, or the first with anything in it.
    Sheet(ListKind, Option<u32>),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Done {
    Examined(Box<Examined>),
    Thumbnails(Thumbnails),
    View(Rendered),
    Print(PrintRendering),
    Sheet(Result<Sheet, RosterError>),
}

impl Done {
    pub(crate) fn examined(
        facts: Facts,
        thumbnails: Option<Result<Thumbnails, ImagingError>>,
        codes: Option<Codes>,
    ) -> Self {
        Self::Examined(Box::new(Examined { facts, thumbnails, codes }))
    }
}

impl Job {
    /// How many pixels it makes beside those of the file: it may enlarge a picture.
    pub(crate) fn pixels_made(&self) -> u64 {
        match self {
            Self::Print(_, spec) => u64::from(spec.width_px) * u64::from(spec.height_px),
            Self::Facts | Self::Examine { .. } | Self::Thumbnails(..) | Self::View(..) | Self::Sheet(..) => 0,
        }
    }

    /// Does it; `announce` hears how many pixels the file claims before any of them is decoded.
    pub(crate) fn run(
        &self,
        bytes: &[u8],
        kind: FileKind,
        announce: &mut dyn FnMut(u64),
    ) -> Result<Done, ImagingError> {
        if let Self::Sheet(kind, choice) = self {
            let choice = choice.map(|place| usize::try_from(place).unwrap_or(usize::MAX));
            return Ok(Done::Sheet(read_sheet(bytes, *kind, choice)));
        }
        let facts = read_facts(bytes, kind);
        if let Ok(facts) = &facts {
            announce(u64::from(facts.width) * u64::from(facts.height));
        }
        match self {
            Self::Facts => Ok(Done::examined(facts?, None, None)),
            Self::Examine { sizes, with_codes } => {
                let facts = facts?;
                let (thumbnails, codes) = if *with_codes {
                    match thumbnails_and_codes(bytes, kind, facts.orientation, sizes) {
                        Ok((made, codes)) => (Ok(made), Some(codes)),
                        Err(error) => (Err(error), None),
                    }
                } else {
                    (thumbnails(bytes, kind, facts.orientation, sizes), None)
                };
                Ok(Done::examined(facts, Some(thumbnails), codes))
            }
            Self::Thumbnails(orientation, sizes) => {
                thumbnails(bytes, kind, *orientation, sizes).map(Done::Thumbnails)
            }
            Self::View(orientation, max_edge) => {
                render_view(bytes, kind, *orientation, *max_edge).map(Done::View)
            }
            Self::Sheet(..) => Err(ImagingError::NotAPicture),
            Self::Print(orientation, spec) => render_print(bytes, kind, *orientation, spec).map(Done::Print),
        }
    }
}
