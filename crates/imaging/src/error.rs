//! Why a picture could not be read or made.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::kind::FileKind;

/// A picture could not be read or made. Data for the caller, not words for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImagingError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Content that is no kind of picture known here, or one that holds no pixels (a sidecar).
    #[error("no picture of a known kind")]
    NotAPicture,
    /// A known kind in a form that is not decoded: lossless or arithmetic JPEG, 12 bits, and so on.
    #[error("unsupported form of {kind:?}")]
    Unsupported {
        /// The kind that was recognised.
        kind: FileKind,
    },
    /// The header promises more pixels than [`crate::limits`] allow; zeros when one row of them is more than that.
    #[error("{width} x {height} pixels are too many")]
    TooLarge {
        /// Width by the header, in pixels.
        width: u32,
        /// Height by the header, in pixels.
        height: u32,
    },
    /// The file ends before its picture does.
    #[error("the picture is cut off")]
    Truncated,
    /// The decoder gave up, or the result would show wrong pixels.
    #[error("damaged picture: {detail}")]
    Damaged {
        /// The decoder's own words, for the log.
        detail: String,
    },
    /// A RAW or HEIC file without a JPEG inside that could be shown.
    #[error("no preview inside")]
    NoPreview,
    /// The requested output has no pixels or too many.
    #[error("impossible output of {width} x {height} pixels")]
    BadTarget {
        /// Requested width in pixels.
        width: u32,
        /// Requested height in pixels.
        height: u32,
    },
    /// The encoder refused.
    #[error("encoding failed: {detail}")]
    Encode {
        /// The encoder's own words, for the log.
        detail: String,
    },
    /// A decoder of another project broke on the bytes; it was contained.
    #[error("a decoder broke on the file")]
    DecoderBroke,
}

/// What is wrong with a picture that could still be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureIssue {
    /// The file ends early: the lower part is missing.
    Truncated,
    /// Some of the coded picture is damaged: parts may look wrong.
    DamagedData,
    /// The colour profile could not be read; the colours were taken for sRGB.
    ProfileUnreadable,
}

/// Runs a decoder on foreign bytes and turns its panic into [`ImagingError::DecoderBroke`].
pub(crate) fn contain<T>(decode: impl FnOnce() -> Result<T, ImagingError>) -> Result<T, ImagingError> {
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Err(ImagingError::DecoderBroke))
}

impl ImagingError {
    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        let mut text = detail.to_string();
        text.retain(|c| !c.is_control());
        Self::Damaged { detail: text.chars().take(crate::limits::MAX_TEXT).collect() }
    }

    pub(crate) fn encode(detail: impl std::fmt::Display) -> Self {
        Self::Encode { detail: detail.to_string() }
    }
}
