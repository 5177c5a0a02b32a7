//! What matching answers: runs with their reasons, who is absent, clocks that are off, and the sum.

use std::collections::HashSet;

use super::edits::NotApplied;
use super::input::{Owner, SeenFrame};
use crate::camera_card::Card;
use crate::codes::codes;
use crate::ids::{CameraId, FrameId, SessionId, SubjectId};

codes! {
    /// Where a run stands.
    RunState {
        /// Its frames belong to whom its card or staff names.
        Matched => "matched",
        /// No card stands for it, or it was discarded: its frames belong to nobody.
        Unmatched => "unmatched",
        /// Doubtful: its frames belong to nobody until staff have looked.
        Quarantined => "quarantined",
        /// A card without portraits.
        Absent => "absent",
    }
}

codes! {
    /// Why a run's frames do not belong to anybody by themselves.
    Reason {
        /// No card was read before it.
        NoCardBefore => "no_card_before",
        /// After a card that ended or discarded the subject's run.
        AfterEnd => "after_end",
        /// After a clock's card, which names nobody.
        AfterClock => "after_clock",
        /// Discarded with a card.
        Skipped => "skipped",
        /// Its card could not be read.
        UnreadableCard => "unreadable_card",
        /// Its card was misread: the check character is wrong.
        WrongCheck => "wrong_check",
        /// Its card is of a version or kind that is not known here.
        UnknownCard => "unknown_card",
        /// Its card was printed for another job.
        OtherShoot => "other_shoot",
        /// Nobody in the roster, or more than one, has its card.
        UnknownCode => "unknown_code",
        /// Its retake card was given to nobody, or to more than one.
        RetakeNotGiven => "retake_not_given",
        /// Two codes are in one frame.
        TwoCodes => "two_codes",
        /// A frame shows a code that is none of ours and no fixture of the room.
        ForeignCode => "foreign_code",
        /// More frames than are usual under one card.
        TooManyFrames => "too_many_frames",
        /// A pause in which somebody else may have come.
        TimeGap => "time_gap",
        /// A frame without a time, so that pauses cannot be judged.
        TimeUnknown => "time_unknown",
        /// The clock went back within the run, so that pauses cannot be judged.
        ClockJump => "clock_jump",
        /// Two frames of the camera have the same number, so that their order is not known.
        OrderUnknown => "order_unknown",
        /// Its card came without a pause in which anybody could have come: it lay in view.
        NoChange => "no_change",
        /// Its card came twice, and somebody else of the class is nowhere.
        CardTwice => "card_twice",
        /// Somebody who should come here is nowhere, and the run could hide them.
        NeighbourMissing => "neighbour_missing",
        /// Its card is of another class than those round it, where somebody is nowhere or as far from theirs.
        OtherClass => "other_class",
        /// Its card is out of place in a class that otherwise came in the list's order.
        OutOfOrder => "out_of_order",
        /// Before it something was taken that is not stored, or not known to be this camera's: it may have been a card.
        FileMissing => "file_missing",
        /// It has become another run since staff put it right.
        ChangedSince => "changed_since",
        /// Cut off a run by staff, and not assigned yet.
        CutOff => "cut_off",
    }
}

impl Reason {
    /// Whether a run with this reason has no card that stands for it, so that there is nothing to confirm.
    pub const fn is_unmatched(self) -> bool {
        matches!(self, Self::NoCardBefore | Self::AfterEnd | Self::AfterClock | Self::Skipped)
    }
}

/// What is said of a run without doubting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// So many numbers are missing between its frames: deleted on the camera.
    FramesMissing(u32),
    /// Its card was taken more than once in a row.
    DoubleCard,
    /// Its subject has other runs too.
    TwoVisits,
    /// It was taken with a retake card.
    Retake,
    /// The clock went back before it.
    ClockWentBack,
    /// A code that belongs to the room is in view.
    CodeInView,
    /// Its card is of another class than those round it, and nobody is missing.
    OtherClass,
}

impl Note {
    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FramesMissing(_) => "frames_missing",
            Self::DoubleCard => "double_card",
            Self::TwoVisits => "two_visits",
            Self::Retake => "retake",
            Self::ClockWentBack => "clock_went_back",
            Self::CodeInView => "code_in_view",
            Self::OtherClass => "other_class",
        }
    }
}

codes! {
    /// What staff did to a run, the last that counts.
    Hand {
        /// Its card's code was typed.
        Typed => "typed",
        /// It was cut.
        Split => "split",
        /// Another run was joined to it.
        Merged => "merged",
        /// It was given to the neighbouring card.
        Shifted => "shifted",
        /// It was given to somebody, or to nobody.
        Assigned => "assigned",
        /// It was found right as proposed.
        Confirmed => "confirmed",
    }
}

impl Hand {
    /// Whether staff said whose the run is, so that doubts no longer count.
    pub const fn settles(self) -> bool {
        matches!(self, Self::Shifted | Self::Assigned | Self::Confirmed)
    }
}

codes! {
    /// How much speaks for the proposed owner, the least first.
    Confidence {
        /// There is no proposal.
        None => "none",
        /// A card names the owner, and there is a reason for doubt.
        Low => "low",
        /// An intact run under a readable card, with nothing beside it to compare.
        Fair => "fair",
        /// As fair, and a neighbouring card is of the same class.
        High => "high",
        /// Staff said so.
        Certain => "certain",
    }
}

codes! {
    /// How a subject of the roster is absent.
    Absence {
        /// Neither a card nor portraits.
        NotSeen => "not_seen",
        /// A card, but no portraits under it, or only discarded ones.
        CardOnly => "card_only",
    }
}

/// Somebody in the roster for whom no run is matched or proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absent {
    /// Who.
    pub subject: SubjectId,
    /// What there is of them.
    pub absence: Absence,
}

/// How far a camera's clock is off, by a card that shows the time. A correction to store beside the frames,
/// never written into them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockOffset {
    /// The session it holds for.
    pub session: SessionId,
    /// Whose clock.
    pub camera: Option<CameraId>,
    /// The frame that shows the card.
    pub frame: FrameId,
    /// Reference clock minus camera clock, ms.
    pub offset_ms: i64,
}

impl ClockOffset {
    /// Whether it is a whole number of hours but for a minute: a zone or summer time that was left wrong.
    pub const fn is_zone_left_wrong(self) -> bool {
        let hour = 3_600_000;
        let beyond = self.offset_ms.rem_euclid(hour);
        self.offset_ms.unsigned_abs() > hour.unsigned_abs() / 2
            && (beyond <= 60_000 || beyond >= hour - 60_000)
    }
}

/// Frames that one camera took in a row for one owner, with the card that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Session of its frames.
    pub session: SessionId,
    /// Camera of its frames, where it is known.
    pub camera: Option<CameraId>,
    /// Frames that show cards, in the order taken. None of them is a portrait.
    pub keyframes: Vec<FrameId>,
    /// Portraits in the order taken.
    pub frames: Vec<FrameId>,
    /// The card that stands for it, if one was read.
    pub card: Option<Card>,
    /// For whom it seems to be. Only [`owner`](Self::owner) says whose it is.
    pub proposed: Option<Owner>,
    /// Where it stands.
    pub state: RunState,
    /// Every reason for doubt, also those that staff have settled since.
    pub reasons: Vec<Reason>,
    /// What else is to be said.
    pub notes: Vec<Note>,
    /// What staff did to it.
    pub hand: Option<Hand>,
    /// How much speaks for the proposal.
    pub confidence: Confidence,
    /// Who else it might be: subjects of the classes at hand who are nowhere, at most five.
    pub suggestions: Vec<SubjectId>,
}

impl Run {
    /// Whose its frames are. None unless it is matched.
    pub fn owner(&self) -> Option<Owner> {
        if self.state == RunState::Matched { self.proposed } else { None }
    }
}

/// Sums over the frames of a proposal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All frames.
    pub frames: usize,
    /// Portraits that belong to somebody.
    pub assigned: usize,
    /// Portraits that belong to nobody.
    pub unassigned: usize,
    /// Frames that show cards.
    pub keyframes: usize,
}

/// How a proposal and the frames it was made of disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Imbalance {
    /// A frame is in two runs, or twice in one.
    #[error("a frame is in two runs")]
    Twice(FrameId),
    /// A frame is in no run.
    #[error("a frame is in no run")]
    Lost(FrameId),
    /// A run has a frame that was not given.
    #[error("a run has an unknown frame")]
    Unknown(FrameId),
}

/// What the automatic reading and staff's edits come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Runs by session and camera, in the order taken.
    pub runs: Vec<Run>,
    /// Subjects without portraits, in the order of the roster.
    pub absent: Vec<Absent>,
    /// Clocks' offsets, in the order taken by each camera.
    pub clocks: Vec<ClockOffset>,
    /// Edits that no longer apply.
    pub not_applied: Vec<NotApplied>,
}

impl Proposal {
    /// The run that a frame is in.
    pub fn run_of(&self, frame: FrameId) -> Option<&Run> {
        self.runs.iter().find(|run| run.keyframes.contains(&frame) || run.frames.contains(&frame))
    }

    /// Checks that every frame is in exactly one run, and counts: `assigned + unassigned + keyframes = frames`.
    ///
    /// # Errors
    /// When a frame is lost, in two runs, or of unknown origin.
    pub fn tally(&self, frames: &[SeenFrame]) -> Result<Tally, Imbalance> {
        let given: HashSet<FrameId> = frames.iter().map(|frame| frame.id).collect();
        let mut placed = HashSet::with_capacity(given.len());
        let mut tally = Tally { frames: given.len(), ..Tally::default() };
        for run in &self.runs {
            for id in run.keyframes.iter().chain(&run.frames) {
                if !given.contains(id) {
                    return Err(Imbalance::Unknown(*id));
                }
                if !placed.insert(*id) {
                    return Err(Imbalance::Twice(*id));
                }
            }
            tally.keyframes += run.keyframes.len();
            let portraits = if run.owner().is_some() { &mut tally.assigned } else { &mut tally.unassigned };
            *portraits += run.frames.len();
        }
        match frames.iter().find(|frame| !placed.contains(&frame.id)) {
            Some(lost) => Err(Imbalance::Lost(lost.id)),
            None => Ok(tally),
        }
    }
}
