//! Frames: the grid, the large view and the facts panel. Pictures come by the `photo:` scheme:
//! `grid/<id>` (512 px), `preview/<id>` (about 1500 px), `full/<id>` (sharp), all upright JPEG in sRGB. A further part,
//! `grid/<id>/<turn>`, makes another address of a frame that was turned.

use super::{Numbered, wire, wire_enum};

wire_enum! {
    /// Order of the grid.
    pub enum FrameSort { TakenAt, TakenAtDescending, Name, NameDescending, Rating, Subject }
    /// Whose a group of frames is.
    pub enum FrameGroupKind { Subject, Class, Quarantined, Unmatched, Cards }
    /// What is to be remembered of a file; texts `file-remark-<code>`.
    pub enum FileRemarkDto {
        Truncated, Damaged, ProfileUnreadable, PreviewOnly, ColorsUnexplained, OrientationInvalid, OffsetInvalid,
    }
    /// A mark by colour; texts `frame-color-<code>`.
    pub enum FrameColor { None, Red, Yellow, Green, Blue }
    /// Which frames by mark.
    pub enum RejectFilter { All, Kept, Rejected }
}

wire! {
    /// Which frames and in which order.
    pub struct FrameIndexQuery {
        pub session_id: i64,
        pub sort: FrameSort,
        pub reject: RejectFilter,
        /// Only frames with at least this rating, 0-5.
        pub min_rating: u8,
        /// Only frames of this colour; none: whatever their colour.
        pub color: FrameColor,
        /// Only frames whose name contains this.
        pub search: String,
    }
    /// Ids of all frames that fit, in order; the grid reads cells by id as they come into view.
    pub struct FrameIndex {
        pub ids: Vec<i64>,
        /// Frames of the session before filtering.
        pub total: u32,
        /// How the ids are grouped, in order; empty but for the sort `subject` of a session with a job.
        pub groups: Vec<FrameGroup>,
    }
    /// Frames in a row that belong together.
    pub struct FrameGroup {
        pub kind: FrameGroupKind,
        /// Of a subject or class; of who is protected their card's characters; empty for who may not see subjects.
        pub name: String,
        /// Of a subject; empty for who is protected.
        pub class_name: String,
        pub is_protected: bool,
        pub count: u32,
    }
    /// Asks for up to 500 cells.
    pub struct FrameCellsQuery {
        pub ids: Vec<i64>,
    }
    /// What a grid cell shows.
    pub struct FrameCell {
        pub id: i64,
        pub name: String,
        pub taken_at: Option<i64>,
        /// Width and height as seen, after orientation.
        pub width: u32,
        pub height: u32,
        pub rating: u8,
        pub is_rejected: bool,
        pub color: FrameColor,
        pub is_retake: bool,
        /// Quarter turns clockwise by which staff turned it, 0 to 3. Pictures come turned; their addresses end with it, so that none of before is shown.
        pub turn: u8,
        pub head: Option<FrameHead>,
        pub has_raw: bool,
        /// False for a file that could be stored but not shown.
        pub has_preview: bool,
        pub rev: i64,
    }
    /// The cells, in the order asked; unknown ids are left out.
    pub struct FrameCells {
        pub cells: Vec<FrameCell>,
    }
    /// One frame by id.
    pub struct FrameRef {
        pub id: i64,
    }
    /// A file of a frame, or a sidecar that is kept with it.
    pub struct FrameFile {
        /// Folder and name below the source; of a sidecar the name alone.
        pub name: String,
        pub kind: super::import::ImportKind,
        pub size_bytes: u64,
        pub remarks: Vec<FileRemarkDto>,
    }
    /// Where a head is in the picture as it is shown, in ten-thousandths of its width and height.
    pub struct FrameHead {
        /// Its middle from the left.
        pub x: u16,
        /// The top of the hair from above.
        pub top: u16,
        /// The chin from above.
        pub chin: u16,
    }
    /// Everything known of a frame.
    pub struct FrameFacts {
        pub id: i64,
        pub session_id: i64,
        pub session_name: String,
        pub name: String,
        /// As the camera's clock is corrected in the session.
        pub taken_at: Option<i64>,
        /// Right time minus the camera's; 0 while nothing is corrected.
        pub clock_offset_ms: i64,
        /// Camera's own local time, ISO text; empty when unknown.
        pub taken_local: String,
        pub offset_minutes: Option<i16>,
        pub camera: Option<String>,
        pub serial: Option<String>,
        pub orientation: u8,
        pub width: u32,
        pub height: u32,
        pub exposure_seconds: Option<f64>,
        pub f_number: Option<f64>,
        pub iso: Option<u32>,
        pub focal_mm: Option<f64>,
        pub rating: u8,
        pub is_rejected: bool,
        pub files: Vec<FrameFile>,
        /// Orders that this frame is on; none for who may not see orders.
        pub orders: Vec<Numbered>,
        pub rev: i64,
    }
    /// Marks frames; what is absent stays as it is.
    pub struct FrameMark {
        pub ids: Vec<i64>,
        pub rating: Option<u8>,
        pub is_rejected: Option<bool>,
        /// `none` takes the colour away.
        pub color: Option<FrameColor>,
        pub is_retake: Option<bool>,
        /// Quarter turns clockwise to be added. Where the head was is forgotten with them.
        pub turn_by: u8,
    }
    /// Says where the head of a frame is, or that nobody says so any more.
    pub struct FrameHeadSet {
        pub id: i64,
        pub head: Option<FrameHead>,
    }
    /// A frame's marks, to put back.
    pub struct FrameMarks {
        pub id: i64,
        pub rating: u8,
        pub is_rejected: bool,
        pub color: FrameColor,
        pub is_retake: bool,
        pub turn: u8,
        pub head: Option<FrameHead>,
    }
    /// Marks before a change (answer of `frame_mark`) or to put back (request of `frame_marks_restore`).
    pub struct FrameMarksList {
        pub marks: Vec<FrameMarks>,
    }
}
