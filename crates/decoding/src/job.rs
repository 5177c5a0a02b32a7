//! What is asked of a worker, and doing it.
//!
//! Deliberately not here: processes and limits. The same work is done in a worker and, in tests, without one.

use imaging::{
    Facts, FileKind, ImagingError, Orientation, PrintRendering, PrintSpec, Rendered, ThumbnailSizes,
    Thumbnails, read_facts, render_print, render_view, thumbnails,
};

/// What a file says of itself, and its small pictures where they were wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// What it says of itself.
    pub facts: Facts,
    /// Its small pictures, or why there are none.
    pub thumbnails: Option<Result<Thumbnails, ImagingError>>,
}

/// One thing to be done with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// What the file says of itself.
    Facts,
    /// The same, and both thumbnails, turned as the file says.
    Examine(ThumbnailSizes),
    /// Both thumbnails.
    Thumbnails(Orientation, ThumbnailSizes),
    /// The large view.
    View(Orientation, Option<u32>),
    /// A print.
    Print(Orientation, PrintSpec),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Done {
    Examined(Examined),
    Thumbnails(Thumbnails),
    View(Rendered),
    Print(PrintRendering),
}

impl Job {
    /// How many pixels it makes beside those of the file: it may enlarge a picture.
    pub(crate) fn pixels_made(&self) -> u64 {
        match self {
            Self::Print(_, spec) => u64::from(spec.width_px) * u64::from(spec.height_px),
            Self::Facts | Self::Examine(_) | Self::Thumbnails(..) | Self::View(..) => 0,
        }
    }

    /// Does it; `announce` hears how many pixels the file claims before any of them is decoded.
    pub(crate) fn run(
        &self,
        bytes: &[u8],
        kind: FileKind,
        announce: &mut dyn FnMut(u64),
    ) -> Result<Done, ImagingError> {
        let facts = read_facts(bytes, kind);
        if let Ok(facts) = &facts {
            announce(u64::from(facts.width) * u64::from(facts.height));
        }
        match self {
            Self::Facts => Ok(Done::Examined(Examined { facts: facts?, thumbnails: None })),
            Self::Examine(sizes) => {
                let facts = facts?;
                let thumbnails = Some(thumbnails(bytes, kind, facts.orientation, sizes));
                Ok(Done::Examined(Examined { facts, thumbnails }))
            }
            Self::Thumbnails(orientation, sizes) => {
                thumbnails(bytes, kind, *orientation, sizes).map(Done::Thumbnails)
            }
            Self::View(orientation, max_edge) => {
                render_view(bytes, kind, *orientation, *max_edge).map(Done::View)
            }
            Self::Print(orientation, spec) => render_print(bytes, kind, *orientation, spec).map(Done::Print),
        }
    }
}
