//! Frames: the grid, the large view and the facts panel. Pictures come by the `photo:` scheme:
//! `grid/<id>` (512 px), `preview/<id>` (about 1500 px), `full/<id>` (sharp), all upright JPEG in sRGB.

use super::{Numbered, wire, wire_enum};

wire_enum! {
    /// Order of the grid.
    pub enum FrameSort { TakenAt, TakenAtDescending, Name, NameDescending, Rating }
    /// What is to be remembered of a file; texts `file-remark-<code>`.
    pub enum FileRemarkDto {
        Truncated, Damaged, ProfileUnreadable, PreviewOnly, ColorsUnexplained, OrientationInvalid, OffsetInvalid,
    }
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
        /// Only frames whose name contains this.
        pub search: String,
    }
    /// Ids of all frames that fit, in order; the grid reads cells by id as they come into view.
    pub struct FrameIndex {
        pub ids: Vec<i64>,
        /// Frames of the session before filtering.
        pub total: u32,
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
    /// Everything known of a frame.
    pub struct FrameFacts {
        pub id: i64,
        pub session_id: i64,
        pub session_name: String,
        pub name: String,
        pub taken_at: Option<i64>,
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
    /// Rates or rejects frames; absent marks stay as they are.
    pub struct FrameMark {
        pub ids: Vec<i64>,
        pub rating: Option<u8>,
        pub is_rejected: Option<bool>,
    }
    /// A frame's marks, to put back.
    pub struct FrameMarks {
        pub id: i64,
        pub rating: u8,
        pub is_rejected: bool,
    }
    /// Marks before a change (answer of `frame_mark`) or to put back (request of `frame_marks_restore`).
    pub struct FrameMarksList {
        pub marks: Vec<FrameMarks>,
    }
}
