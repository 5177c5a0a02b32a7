//! Which picture of each of a job's subjects stands for what, and who is missing.

use super::{wire, wire_enum};

wire_enum! {
    /// What a picture of somebody is used for; texts `purpose-<code>`.
    pub enum PurposeDto { Order, Yearbook, ClassComposite, SchoolRegister }
    /// Why a frame stands for a purpose; texts `choice-basis-<code>`.
    pub enum BasisDto { Chosen, TopRated, First }
    /// What keeps somebody's pictures from being complete; texts `missing-<code>`.
    pub enum MissingDto { Absent, CardOnly, NoneUsable, NotChosen, NotPermitted }
}

wire! {
    /// A frame of somebody's.
    pub struct CandidateDto {
        pub frame_id: i64,
        pub is_rejected: bool,
        pub is_retake: bool,
    }
    /// What stands for somebody for a purpose.
    pub struct PurposeChoiceDto {
        pub purpose: PurposeDto,
        /// None when there is no usable frame.
        pub frame_id: Option<i64>,
        /// With a frame.
        pub basis: Option<BasisDto>,
        /// What was chosen is rejected, or not theirs any more.
        pub is_lost: bool,
        /// Who chose, and when; empty and none where nobody did.
        pub chosen_by: String,
        pub chosen_at: Option<i64>,
    }
    /// Somebody with their pictures.
    pub struct SubjectChoicesDto {
        pub subject_id: i64,
        /// `Virtanen Aino`; of who is protected the four characters of their card alone.
        pub name: String,
        /// Empty for who is protected.
        pub class_name: String,
        pub is_protected: bool,
        /// In the order taken.
        pub frames: Vec<CandidateDto>,
        /// One for each purpose, in their order.
        pub choices: Vec<PurposeChoiceDto>,
        pub missing: Vec<MissingDto>,
        /// False where it is refused or not known.
        pub may_publish: bool,
    }
    /// A job's subjects with their pictures.
    pub struct ChoicesDto {
        pub job_id: i64,
        pub job: String,
        pub school_id: i64,
        pub school: String,
        pub subjects: Vec<SubjectChoicesDto>,
    }
    /// Chooses for somebody.
    pub struct ChoiceEntry {
        pub job_id: i64,
        pub subject_id: i64,
        pub purpose: PurposeDto,
        /// None takes the choice back.
        pub frame_id: Option<i64>,
    }
    /// Writes the missing list to a file that is asked for.
    pub struct MissingListSave {
        pub job_id: i64,
        /// Those who miss any of these.
        pub reasons: Vec<MissingDto>,
    }
    /// None when no file was chosen.
    pub struct MissingListStarted {
        pub task: Option<i64>,
    }
}
