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

codes! {
    /// A mark by colour; what a colour stands for is the studio's habit.
    ColorMark {
        /// Red.
        Red => "red",
        /// Yellow.
        Yellow => "yellow",
        /// Green.
        Green => "green",
        /// Blue.
        Blue => "blue",
    }
}

/// Where somebody's head is in the picture as it is shown, in ten-thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    x: u16,
    top: u16,
    chin: u16,
}

impl Head {
    /// The whole width or height of a picture.
    pub const WHOLE: u16 = 10_000;

    /// A head whose middle is at `x` from the left, between `top` and `chin` from above. None when it is not in the
    /// picture or has no height.
    pub const fn new(x: u16, top: u16, chin: u16) -> Option<Self> {
        if x <= Self::WHOLE && top < chin && chin <= Self::WHOLE { Some(Self { x, top, chin }) } else { None }
    }

    /// Its middle from the left.
    pub const fn x(self) -> u16 {
        self.x
    }

    /// The top of the hair from above.
    pub const fn top(self) -> u16 {
        self.top
    }

    /// The chin from above.
    pub const fn chin(self) -> u16 {
        self.chin
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

/// What staff say of a frame. The file stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// 0 (none) to 5.
    pub rating: u8,
    /// Set aside.
    pub is_rejected: bool,
    /// Marked with a colour.
    pub color: Option<ColorMark>,
    /// Taken again because earlier ones would not do. A retake card says so of its run by itself.
    pub is_retake: bool,
    /// Quarter turns clockwise, 0 to 3, after the camera's orientation.
    pub turn: u8,
    /// Where the head is, when somebody said so.
    pub head: Option<Head>,
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
    /// What staff say of it.
    pub marks: Marks,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

impl Frame {
    /// The Exif orientation, 1 to 8, that shows the frame as staff turned it.
    pub const fn shown_orientation(&self) -> u8 {
        let mut shown = self.orientation;
        let mut turns = self.marks.turn % 4;
        while turns > 0 {
            shown = turned_right(shown);
            turns -= 1;
        }
        shown
    }
}

/// The Exif orientation that shows a picture a quarter turn clockwise of how `orientation` shows it.
const fn turned_right(orientation: u8) -> u8 {
    match orientation {
        6 => 3,
        3 => 8,
        8 => 1,
        2 => 7,
        7 => 4,
        4 => 5,
        5 => 2,
        _ => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_quarter_turns_lead_back_and_keep_mirrored_pictures_mirrored() {
        for cycle in [[1, 6, 3, 8], [2, 7, 4, 5]] {
            for (at, orientation) in cycle.into_iter().enumerate() {
                let next = cycle.get((at + 1) % 4).copied();
                assert_eq!(Some(turned_right(orientation)), next, "{orientation}");
            }
        }
    }

    #[test]
    fn a_head_lies_in_the_picture_and_has_a_height() {
        assert!(Head::new(5_000, 1_000, 4_000).is_some());
        for (x, top, chin) in [(10_001, 1, 2), (0, 4_000, 4_000), (0, 5_000, 4_000), (0, 9_999, 10_001)] {
            assert_eq!(Head::new(x, top, chin), None, "{x} {top} {chin}");
        }
    }
}
