//! Sessions, frames and their files.

use crate::codes::codes;
use crate::ids::{CameraId, FrameId, JobId, PhotoFileId, SessionId, SidecarId};
use crate::time::Instant;

/// A photographing session: what one photographer or camera brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Row id.
    pub id: SessionId,
    /// What staff call it: "Koskelan koulu, 3.9.2026".
    pub name: String,
    /// Photographer's name, may be empty.
    pub photographer: String,
    /// The job that it is part of, if any.
    pub job_id: Option<JobId>,
    /// When it was made.
    pub created_at: Instant,
    /// Earliest frame's time, if any frame has one.
    pub first_taken_at: Option<Instant>,
    /// Latest frame's time.
    pub last_taken_at: Option<Instant>,
    /// Frames in it.
    pub frames: u32,
    /// Rejected frames in it.
    pub rejected: u32,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// What kind of bytes a file of a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhotoFileKind {
    /// A JPEG that can be shown and printed.
    Jpeg,
    /// A camera's raw file.
    Raw,
    /// Another image that can be shown (PNG, TIFF, WebP).
    Other,
}

impl PhotoFileKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Raw, Self::Other];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Raw => "raw",
            Self::Other => "other",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Which file of a frame stands for it, the lowest first: a JPEG before another picture before a raw file's preview.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Jpeg => 0,
            Self::Other => 1,
            Self::Raw => 2,
        }
    }
}

/// What is to be remembered of a file: a print made of it would be wrong or doubtful, or a fact is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRemark {
    /// Ends early: the lower part of the picture is missing.
    Truncated,
    /// Parts of the coded picture are damaged.
    Damaged,
    /// The embedded colour profile cannot be read.
    ProfileUnreadable,
    /// Only a preview inside it can be shown (HEIC).
    PreviewOnly,
    /// The colours are declared as neither sRGB nor Adobe RGB, or a DCF name says Adobe RGB (a first `_`), and
    /// no profile explains them.
    ColorsUnexplained,
    /// The orientation was none of 1 to 8 and was taken for 1.
    OrientationInvalid,
    /// The camera's time zone could not be read.
    OffsetInvalid,
}

impl FileRemark {
    /// Every remark.
    pub const ALL: [Self; 7] = [
        Self::Truncated,
        Self::Damaged,
        Self::ProfileUnreadable,
        Self::PreviewOnly,
        Self::ColorsUnexplained,
        Self::OrientationInvalid,
        Self::OffsetInvalid,
    ];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Truncated => "truncated",
            Self::Damaged => "damaged",
            Self::ProfileUnreadable => "profile_unreadable",
            Self::PreviewOnly => "preview_only",
            Self::ColorsUnexplained => "colors_unexplained",
            Self::OrientationInvalid => "orientation_invalid",
            Self::OffsetInvalid => "offset_invalid",
        }
    }

    /// The remark of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|remark| remark.code() == code)
    }
}

/// A sealed file of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFile {
    /// Row id.
    pub id: PhotoFileId,
    /// Its frame.
    pub frame_id: FrameId,
    /// What it holds.
    pub kind: PhotoFileKind,
    /// Folder and name on the card, `100CANON/IMG_0001.JPG`.
    pub source_name: String,
    /// Length of the plain file, bytes.
    pub size_bytes: u64,
    /// BLAKE3 of the plain file.
    pub blake3: [u8; 32],
    /// Opaque name in the vault.
    pub vault_name: String,
    /// What is to be remembered of it.
    pub remarks: Vec<FileRemark>,
}

/// A sealed sidecar of a frame: what another program wrote beside its files. Its content is kept and never looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sidecar {
    /// Row id.
    pub id: SidecarId,
    /// Its frame.
    pub frame_id: FrameId,
    /// Its name without folder, `IMG_0001.CR2.xmp`.
    pub name: String,
    /// Length of the plain file, bytes.
    pub size_bytes: u64,
    /// BLAKE3 of the plain file.
    pub blake3: [u8; 32],
    /// Opaque name in the vault.
    pub vault_name: String,
    /// When it was stored.
    pub stored_at: Instant,
}

codes! {
    /// What is known of codes of camera cards in a frame.
    CodeReading {
        /// Nobody has looked.
        NotYet => "not_yet",
        /// What codes there are, were read.
        Done => "done",
        /// Something like a card could not be read.
        CardLike => "card_like",
    }
}

/// Exposure facts for the panel; absent where the camera did not say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exposure {
    /// Exposure time in seconds.
    pub seconds: Option<f64>,
    /// F-number.
    pub f_number: Option<f64>,
    /// ISO speed.
    pub iso: Option<u32>,
    /// Focal length, millimetres.
    pub focal_mm: Option<f64>,
}

/// A frame's facts and marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Row id.
    pub id: FrameId,
    /// Its session.
    pub session_id: SessionId,
    /// Name without extension: `IMG_0001`.
    pub name: String,
    /// Camera, when the file says one.
    pub camera_id: Option<CameraId>,
    /// Moment of exposure, UTC; camera clocks without zone are read as Europe/Helsinki.
    pub taken_at: Option<Instant>,
    /// As the camera wrote it: `2026-09-03T09:15:30.25`.
    pub taken_local: String,
    /// Zone that the camera wrote, minutes east of UTC.
    pub offset_minutes: Option<i16>,
    /// Exif orientation 1-8.
    pub orientation: u8,
    /// Stored width before orientation, pixels.
    pub width: u32,
    /// Stored height before orientation, pixels.
    pub height: u32,
    /// Exposure facts.
    pub exposure: Exposure,
    /// 0 (none) to 5.
    pub rating: u8,
    /// Set aside.
    pub is_rejected: bool,
    /// Version for optimistic concurrency.
    pub rev: i64,
}
