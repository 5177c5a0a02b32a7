//! Booked assignments and their camera cards.

use super::{wire, wire_enum};

wire_enum! {
    /// What was agreed with the school; texts `agreed-<code>`.
    pub enum AgreedDto { NotYet, Yes, No }
    /// When cards are shown to the camera; texts `card-habit-<code>`.
    pub enum CardHabitDto { First, Last }
    /// How many cards an A4 sheet holds; texts `card-layout-<code>`.
    pub enum CardLayoutDto { One, Four, Eight }
}

wire! {
    /// What staff enter about a job.
    pub struct JobFieldsDto {
        pub name: String,
        /// ISO dates.
        pub starts_on: String,
        pub ends_on: String,
        pub photographers: String,
        pub price_list: String,
        pub viewing: AgreedDto,
        pub group_photos: AgreedDto,
        pub card_habit: CardHabitDto,
        /// Most portraits that are usual under one card.
        pub most_frames: u32,
        /// Seconds between two portraits in which somebody else may have come.
        pub longest_pause_s: u32,
        pub note: String,
    }
    /// A job as stored.
    pub struct JobDto {
        pub id: i64,
        pub school_id: i64,
        pub school: String,
        pub school_year: i16,
        pub fields: JobFieldsDto,
        /// What all its camera cards begin with: `SK1-7Q4M2`.
        pub code: String,
        /// Cards that were given so far.
        pub cards: u32,
        pub rev: i64,
    }
    /// A job by id.
    pub struct JobRef {
        pub id: i64,
    }
    /// Jobs, the latest first.
    pub struct JobList {
        pub jobs: Vec<JobDto>,
    }
    /// A new job at a school.
    pub struct JobCreate {
        pub school_id: i64,
        pub fields: JobFieldsDto,
    }
    /// A changed job; refused as `job_stale` when `rev` is not the stored one.
    pub struct JobUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: JobFieldsDto,
    }
    /// Which camera cards are wanted as a file.
    pub struct CameraCardsSave {
        pub job_id: i64,
        pub layout: CardLayoutDto,
        /// Classes; empty means all.
        pub groups: Vec<i64>,
        pub is_class_on_new_sheet: bool,
        /// With the cards of whole classes.
        pub with_groups: bool,
        /// With `END`, `CLK` and `SKP`.
        pub with_special: bool,
        /// Blank cards for retakes.
        pub retakes: u16,
    }
    /// The task that writes them; none when the dialog was closed.
    pub struct CameraCardsStarted {
        pub task: Option<i64>,
    }
}
