//! Foreign pictures and workbooks are read in a process of its own, which can do nothing else.
//!
//! The program starts itself again as a worker ([`run_worker_if_asked`]), which confines itself and then examines file
//! after file: facts, thumbnails, large views, prints, each made by `imaging`, and sheets by `exchange`. A file that breaks a decoder breaks the
//! worker: the file is refused with [`DecodingError::Lost`], and the next one gets a new worker (ADR 14).
//!
//! Deliberately not here: decoding itself, files and their names, what becomes of a refused file.
//! Invariants: outside tests no foreign picture or workbook is read in the program's own process; what a worker says is treated as
//! foreign too.

#[cfg(all(feature = "testing", not(debug_assertions)))]
compile_error!(
    "the feature `testing` decodes in the program's own process and must not be in a release build"
);

mod buffer;
mod channel;
mod check;
mod confine;
mod decoder;
mod error;
mod job;
#[cfg(target_os = "linux")]
mod memory;
mod message;
mod pool;
mod process;
mod sheet;
#[cfg(feature = "testing")]
pub mod trial;
mod wire;
mod worker;

pub use buffer::{Buffer, Input};
pub use decoder::{Decoder, Decoders};
pub use error::{DecodingError, Loss};
pub use imaging::codes::Codes;
pub use imaging::{
    ColorSpace, FactIssue, Facts, FileKind, ImagingError, Orientation, PictureIssue, PrintRendering,
    PrintSpec, Ratio, Rendered, TakenAt, ThumbnailSizes, Thumbnails, sniff,
};
pub use job::Examined;
pub use worker::run_worker_if_asked;
