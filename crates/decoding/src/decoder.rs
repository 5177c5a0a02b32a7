//! What the register asks for: facts, thumbnails, views and prints of foreign files, sheets of foreign workbooks.

use std::path::PathBuf;

use exchange::roster::{FileKind as ListKind, RosterError, Sheet};
use imaging::{
    Facts, FileKind, Orientation, PrintRendering, PrintSpec, Rendered, ThumbnailSizes, Thumbnails,
};

use crate::buffer::Input;
use crate::error::{DecodingError, Loss};
use crate::job::{Done, Examined, Job};
use crate::pool::{PATIENCE, Pool};
use crate::process::Patience;

/// How foreign files are decoded.
#[derive(Debug, Clone)]
pub struct Decoders(Means);

#[derive(Debug, Clone)]
enum Means {
    Workers(PathBuf, Patience),
    #[cfg(feature = "testing")]
    InProcess,
}

impl Decoders {
    /// By workers, which are this program again: its `main` calls [`crate::run_worker_if_asked`] first.
    pub fn of_this_program() -> Self {
        Self(Means::Workers(own_program(), PATIENCE))
    }

    /// By workers, which are another program.
    #[cfg(feature = "testing")]
    pub fn of_program(path: impl Into<PathBuf>) -> Self {
        Self(Means::Workers(path.into(), PATIENCE))
    }

    /// With only so many quarters of a second for a file, and one try to start a worker.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn with_patience(self, quarters: u32) -> Self {
        match self.0 {
            Means::Workers(program, _) => {
                Self(Means::Workers(program, Patience { starts: 1, first: quarters, for_pixels: quarters }))
            }
            Means::InProcess => self,
        }
    }

    /// In this process, which nothing protects: for tests whose program is none of ours.
    #[cfg(feature = "testing")]
    pub fn in_process() -> Self {
        Self(Means::InProcess)
    }

    /// A decoder. No worker is started before it is needed.
    pub fn decoder(&self) -> Decoder {
        Decoder(match &self.0 {
            Means::Workers(program, patience) => Some(Pool::new(program.clone(), *patience)),
            #[cfg(feature = "testing")]
            Means::InProcess => None,
        })
    }
}

/// This program, also when its file was replaced by a newer one meanwhile.
fn own_program() -> PathBuf {
    if cfg!(target_os = "linux") {
        return PathBuf::from("/proc/self/exe");
    }
    // that it is not known is said when a worker is to be started
    std::env::current_exe().unwrap_or_default()
}

/// Decodes foreign files. Dropping it ends its workers.
pub struct Decoder(Option<Pool>);

impl Decoder {
    /// What a file of `kind` says of itself. Its beginning is enough.
    ///
    /// # Errors
    /// As [`imaging::read_facts`]; the worker's loss.
    pub fn facts<'a>(&self, file: impl Into<Input<'a>>, kind: FileKind) -> Result<Facts, DecodingError> {
        self.examined(file.into(), kind, Job::Facts).map(|examined| examined.facts)
    }

    /// What a file says of itself, and its thumbnails, upright as it says.
    ///
    /// # Errors
    /// As [`Self::facts`]; a picture that cannot be shown is no error.
    pub fn examine<'a>(
        &self,
        file: impl Into<Input<'a>>,
        kind: FileKind,
        sizes: &ThumbnailSizes,
    ) -> Result<Examined, DecodingError> {
        self.examined(file.into(), kind, Job::Examine { sizes: *sizes, with_codes: false })
    }

    /// The same, and what codes of camera cards the picture shows.
    ///
    /// # Errors
    /// As [`Self::examine`].
    pub fn examine_with_codes<'a>(
        &self,
        file: impl Into<Input<'a>>,
        kind: FileKind,
        sizes: &ThumbnailSizes,
    ) -> Result<Examined, DecodingError> {
        self.examined(file.into(), kind, Job::Examine { sizes: *sizes, with_codes: true })
    }

    fn examined(&self, file: Input<'_>, kind: FileKind, job: Job) -> Result<Examined, DecodingError> {
        match self.run(file, kind, job)? {
            Done::Examined(examined) => Ok(*examined),
            _ => Err(DecodingError::Lost(Loss::Nonsense)),
        }
    }

    /// The thumbnails of a file whose camera was held as `orientation` says.
    ///
    /// # Errors
    /// As [`imaging::thumbnails`]; the worker's loss.
    pub fn thumbnails<'a>(
        &self,
        file: impl Into<Input<'a>>,
        kind: FileKind,
        orientation: Orientation,
        sizes: &ThumbnailSizes,
    ) -> Result<Thumbnails, DecodingError> {
        match self.run(file.into(), kind, Job::Thumbnails(orientation, *sizes))? {
            Done::Thumbnails(made) => Ok(made),
            _ => Err(DecodingError::Lost(Loss::Nonsense)),
        }
    }

    /// The large view, whole or with a long edge of at most `max_edge` pixels.
    ///
    /// # Errors
    /// As [`imaging::render_view`]; the worker's loss.
    pub fn view<'a>(
        &self,
        file: impl Into<Input<'a>>,
        kind: FileKind,
        orientation: Orientation,
        max_edge: Option<u32>,
    ) -> Result<Rendered, DecodingError> {
        match self.run(file.into(), kind, Job::View(orientation, max_edge))? {
            Done::View(made) => Ok(made),
            _ => Err(DecodingError::Lost(Loss::Nonsense)),
        }
    }

    /// A print.
    ///
    /// # Errors
    /// As [`imaging::render_print`]; the worker's loss.
    pub fn print<'a>(
        &self,
        file: impl Into<Input<'a>>,
        kind: FileKind,
        orientation: Orientation,
        spec: &PrintSpec,
    ) -> Result<PrintRendering, DecodingError> {
        match self.run(file.into(), kind, Job::Print(orientation, *spec))? {
            Done::Print(made) => Ok(made),
            _ => Err(DecodingError::Lost(Loss::Nonsense)),
        }
    }

    /// A sheet of a workbook of at most [`exchange::roster::MOST_BYTES`]: the chosen one, or the first with anything in it.
    ///
    /// # Errors
    /// As [`exchange::roster::read_sheet`] within; the worker's loss.
    pub fn sheet(
        &self,
        workbook: &[u8],
        kind: ListKind,
        choice: Option<usize>,
    ) -> Result<Result<Sheet, RosterError>, DecodingError> {
        let choice = choice.map(|place| u32::try_from(place).unwrap_or(u32::MAX));
        match self.run(workbook.into(), FileKind::Unknown, Job::Sheet(kind, choice))? {
            Done::Sheet(read) => Ok(read),
            _ => Err(DecodingError::Lost(Loss::Nonsense)),
        }
    }

    /// Ends every worker; whatever is asked from now on, or is under way, is [`DecodingError::Ended`].
    pub fn end(&self) {
        if let Some(pool) = &self.0 {
            pool.end();
        }
    }

    fn run(&self, file: Input<'_>, kind: FileKind, job: Job) -> Result<Done, DecodingError> {
        match &self.0 {
            Some(pool) => pool.ask(file, kind, job),
            None => Ok(job.run(file.bytes, kind, &mut |_| {})?),
        }
    }
}
