//! Sessions.

use super::wire;

wire! {
    /// A session as listed.
    pub struct SessionDto {
        pub id: i64,
        pub name: String,
        pub photographer: String,
        /// The job that it is part of, and what that is called: `Koskelan koulu: Syyskuvaus`.
        pub job_id: Option<i64>,
        pub job: String,
        pub created_at: i64,
        pub first_taken_at: Option<i64>,
        pub last_taken_at: Option<i64>,
        pub frames: u32,
        pub rejected: u32,
        /// A frame to stand for the session in lists.
        pub cover_frame_id: Option<i64>,
        /// An import of this session that was interrupted and can be resumed.
        pub resumable_import_id: Option<i64>,
        pub rev: i64,
    }
    /// Asks for a page of sessions, newest first.
    pub struct SessionQuery {
        /// Filters by words of the name; empty lists all.
        pub search: String,
        pub after: Option<String>,
        pub limit: u32,
    }
    /// One session by id.
    pub struct SessionRef {
        pub id: i64,
    }
    /// A camera of a session, with how its clock is corrected there.
    pub struct CameraClockDto {
        pub camera_id: i64,
        /// Maker and model; empty when its files say neither.
        pub camera: String,
        pub serial: String,
        /// Photos of the session taken with it of which a time is known.
        pub frames: u32,
        pub first_frame_id: i64,
        /// When the first of them was taken, corrected.
        pub first_taken_at: i64,
        /// Right time minus the camera's; 0 while nothing is corrected.
        pub offset_ms: i64,
    }
    /// The cameras of a session that know the time.
    pub struct SessionClocks {
        pub clocks: Vec<CameraClockDto>,
    }
    /// Says how far a camera's clock was off in a session.
    pub struct ClockCorrect {
        pub session_id: i64,
        pub camera_id: i64,
        /// Right time minus the camera's; 0 for not at all.
        pub offset_ms: i64,
    }
    /// The correction of before, by which this one is undone.
    pub struct ClockCorrected {
        pub before_ms: i64,
    }
    /// A session's changed details.
    pub struct SessionUpdate {
        pub id: i64,
        pub rev: i64,
        pub name: String,
        pub photographer: String,
        pub job_id: Option<i64>,
    }
}
