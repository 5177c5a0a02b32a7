//! Whose frames are: what the cards say of a job's frames, and what staff put right.

use super::{wire, wire_enum};

wire_enum! {
    /// Where a run stands; texts `run-state-<code>`.
    pub enum RunStateDto { Matched, Unmatched, Quarantined, Absent }
    /// Why a run's frames do not belong to anybody by themselves; texts `run-reason-<code>`.
    pub enum RunReasonDto {
        NoCardBefore, AfterEnd, AfterClock, Skipped, UnreadableCard, WrongCheck, UnknownCard, OtherShoot, UnknownCode,
        RetakeNotGiven, TwoCodes, ForeignCode, TooManyFrames, TimeGap, TimeUnknown, ClockJump, OrderUnknown, NoChange,
        CardTwice, NeighbourMissing, OtherClass, OutOfOrder, FileMissing, ChangedSince, CutOff,
    }
    /// What is said of a run without doubting it; texts `run-note-<code>`.
    pub enum RunNoteKind {
        FramesMissing, DoubleCard, TwoVisits, Retake, ClockWentBack, CodeInView, OtherClass,
    }
    /// What staff did to a run; texts `run-hand-<code>`.
    pub enum RunHandDto { Typed, Split, Merged, Shifted, Assigned, Confirmed }
    /// How much speaks for the proposed owner; texts `run-confidence-<code>`.
    pub enum RunConfidenceDto { None, Low, Fair, High, Certain }
    /// How somebody is absent; texts `absence-<code>`.
    pub enum AbsenceDto { NotSeen, CardOnly }
    /// What kind of card stands for a run; texts `card-kind-<code>`.
    pub enum CardKindDto { Subject, Group, End, Skip, Retake, Clock }
    /// Why an edit does not apply any more; texts `not-applied-<code>`.
    pub enum NotAppliedDto {
        FrameGone, NoCard, NothingToSplit, NoNeighbour, OwnerUnknown, NobodyProposed, Superseded, ChangedSince,
    }
    /// Somebody or a whole class.
    pub enum OwnerKind { Subject, Group }
    /// Which neighbour's card is meant.
    pub enum NeighbourDto { Previous, Next }
    /// What staff put right; texts `matching-edit-<code>`.
    pub enum MatchingEditKind { TypeCode, NotACard, Split, Merge, Assign, Shift, Confirm }
}

wire! {
    /// Whose a run may be.
    pub struct OwnerRef {
        pub kind: OwnerKind,
        pub id: i64,
    }
    /// Somebody of the job's classes, or one of the classes.
    pub struct OwnerDto {
        pub kind: OwnerKind,
        pub id: i64,
        /// `Virtanen Aino`, or the class's name; of who is protected the four characters of their card alone, or
        /// nothing where they have none.
        pub name: String,
        /// The class; empty for a class itself and for who is protected.
        pub class_name: String,
        pub is_protected: bool,
    }
    /// Something said of a run, with its number where it has one.
    pub struct RunNoteDto {
        pub kind: RunNoteKind,
        pub count: Option<u32>,
    }
    /// Frames that one camera took in a row, with the card that says whose they are.
    pub struct RunDto {
        pub session_id: i64,
        /// `Canon EOS R6`, empty where the files name none.
        pub camera: String,
        /// Frames that show cards, in the order taken.
        pub keyframes: Vec<i64>,
        /// Portraits in the order taken.
        pub frames: Vec<i64>,
        pub card_kind: Option<CardKindDto>,
        /// `SK1-7Q4M2-0042-N`.
        pub card: String,
        /// For whom it seems to be; it is theirs only where `state` is `matched`.
        pub proposed: Option<OwnerRef>,
        pub state: RunStateDto,
        pub confidence: RunConfidenceDto,
        pub reasons: Vec<RunReasonDto>,
        pub notes: Vec<RunNoteDto>,
        pub hand: Option<RunHandDto>,
        /// Who else it might be, at most five.
        pub suggestions: Vec<i64>,
    }
    /// Somebody for whom no run is matched or proposed.
    pub struct AbsentDto {
        pub subject_id: i64,
        pub absence: AbsenceDto,
    }
    /// How far a camera's clock is off by a card that shows the time.
    pub struct ClockOffsetDto {
        pub session_id: i64,
        pub camera: String,
        pub camera_id: Option<i64>,
        pub frame_id: i64,
        /// Reference clock minus camera clock, as they show the time on the wall.
        pub offset_ms: i64,
        /// The correction that follows from it; none when it cannot be told.
        pub correction_ms: Option<i64>,
        /// The correction that holds now, 0 for none.
        pub corrected_ms: i64,
        /// A whole number of hours but for a minute.
        pub is_zone_left_wrong: bool,
    }
    /// An edit that no longer applies, by its place in the list from 0.
    pub struct NotAppliedEdit {
        pub edit: u32,
        pub why: NotAppliedDto,
    }
    /// A session of the job.
    pub struct MatchingSession {
        pub id: i64,
        pub name: String,
        pub frames: u32,
        /// Frames in which nobody has looked for codes: they are quarantined until somebody has.
        pub unread: u32,
    }
    /// Sums over the frames: `assigned + unassigned + keyframes = frames`.
    pub struct MatchingTally {
        pub frames: u32,
        pub assigned: u32,
        pub unassigned: u32,
        pub keyframes: u32,
    }
    /// One thing that staff put right, in its order.
    pub struct MatchingEditDto {
        pub id: i64,
        pub kind: MatchingEditKind,
        pub frame_id: i64,
        pub at: i64,
    }
    /// What the cards of a job say of its frames, with what staff put right.
    pub struct MatchingDto {
        pub job_id: i64,
        pub school_id: i64,
        pub job: String,
        pub school: String,
        pub sessions: Vec<MatchingSession>,
        pub tally: MatchingTally,
        /// By session and camera, in the order taken.
        pub runs: Vec<RunDto>,
        pub absent: Vec<AbsentDto>,
        pub clocks: Vec<ClockOffsetDto>,
        /// Everybody and every class that a run may be given to: by class and place in its list.
        pub owners: Vec<OwnerDto>,
        pub edits: Vec<MatchingEditDto>,
        pub not_applied: Vec<NotAppliedEdit>,
    }
    /// One thing to put right. Refused as `matching_stale` when the newest edit is not `last_edit` (0: there was none),
    /// and as `matching_edit_refused` when it does not apply.
    pub struct MatchingEditEntry {
        pub job_id: i64,
        pub last_edit: i64,
        pub kind: MatchingEditKind,
        /// The frame itself, or any frame of the run.
        pub frame_id: i64,
        /// Of `type_code`: the whole code, or the end of one of this job's, `0042-N`.
        pub code: String,
        /// Of `assign`; none gives the run to nobody.
        pub owner: Option<OwnerRef>,
        /// Of `shift`.
        pub neighbour: Option<NeighbourDto>,
    }
    /// Takes the newest edit back; refused as `matching_stale` when it is another.
    pub struct MatchingUndo {
        pub job_id: i64,
        pub last_edit: i64,
    }
}
