//! Why there is no picture: what is wrong with the file, with its worker, or with starting one.

use imaging::ImagingError;

/// A picture could not be examined or made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodingError {
    /// What the worker says of the file.
    #[error(transparent)]
    Picture(#[from] ImagingError),
    /// The worker was lost over this file, which is not to be trusted.
    #[error("the worker {0}")]
    Lost(Loss),
    /// No worker could be started; the file is not to blame.
    #[error("no worker: {0}")]
    NoWorker(String),
    /// The register is being locked: nothing is decoded any more.
    #[error("decoding has ended")]
    Ended,
}

/// How a worker was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Loss {
    /// It died: a crash, too much memory, too much processor time, or a system call that it does not have.
    #[error("died")]
    Died,
    /// It did not answer in time and was killed.
    #[error("took too long")]
    TookTooLong,
    /// It answered what no worker answers, and was killed.
    #[error("answered nonsense")]
    Nonsense,
}
