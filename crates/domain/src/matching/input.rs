//! What matching is told: frames with what was seen in them, the job's cards, and its settings.

use crate::camera_card::{CardNumber, Shoot, SubjectCode};
use crate::ids::{CameraId, FrameId, SessionId, SubjectGroupId, SubjectId};

/// Place of a frame among those of its camera, from its DCF names (CIPA DC-009).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SequenceKey {
    /// Number of the folder, 100 to 999; 0 when it is not known.
    pub folder: u16,
    /// Number of the file, 1 to 9999 by DCF.
    pub file: u32,
}

/// A frame with what was seen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenFrame {
    /// Row id.
    pub id: FrameId,
    /// Its session. Numbers of one camera may begin anew in another session.
    pub session: SessionId,
    /// Its camera, when the file says one.
    pub camera: Option<CameraId>,
    /// Its place among the camera's frames.
    pub sequence: SequenceKey,
    /// When it was taken by the camera's own clock, in local milliseconds counted as if the zone were UTC.
    pub taken_local_ms: Option<i64>,
    /// Texts of all codes that were decoded in it.
    pub codes: Vec<String>,
    /// Whether it looks like a card although no code could be decoded.
    pub looks_like_card: bool,
}

/// Whose a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// Portraits of one subject.
    Subject(SubjectId),
    /// Photos of a group.
    Group(SubjectGroupId),
}

/// A subject's card and place in the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubjectCard {
    /// Whose card it is.
    pub subject: SubjectId,
    /// What the card says.
    pub code: SubjectCode,
    /// The subject's group in this job.
    pub group: Option<SubjectGroupId>,
    /// Place in the group's list, ascending.
    pub place: u32,
}

/// A group's card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupCard {
    /// What the card says.
    pub number: CardNumber,
    /// Which group it stands for.
    pub group: SubjectGroupId,
}

/// A blank retake card that was given to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetakeCard {
    /// What the card says.
    pub number: CardNumber,
    /// Who got it.
    pub subject: SubjectId,
}

/// All cards of a job. A code that stands for two of them stands for none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobCards {
    /// The job's own part of every code.
    pub shoot: Shoot,
    /// The roster; a subject with two cards comes twice.
    pub subjects: Vec<SubjectCard>,
    /// Groups' cards.
    pub groups: Vec<GroupCard>,
    /// Retake cards that were given out.
    pub retakes: Vec<RetakeCard>,
}

/// Whether the photographer takes the card or the portraits first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Habit {
    /// The card, then the portraits.
    #[default]
    CardFirst,
    /// The portraits, then the card.
    CardLast,
}

impl Habit {
    /// Both.
    pub const ALL: [Self; 2] = [Self::CardFirst, Self::CardLast];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CardFirst => "card_first",
            Self::CardLast => "card_last",
        }
    }

    /// The habit of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|habit| habit.code() == code)
    }
}

/// How a job is photographed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Card first or card last; card first unless said otherwise.
    pub habit: Habit,
    /// Most portraits that are usual under one subject's card, 15 unless said otherwise; a group's card may
    /// have twice as many.
    pub most_frames: u32,
    /// A pause within a run that is suspicious on any day, in ms; 20,000 unless said otherwise. A shorter one
    /// is learned from the day where children change more quickly. Raise it for slow work with small children.
    pub longest_pause_ms: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { habit: Habit::CardFirst, most_frames: 15, longest_pause_ms: 20_000 }
    }
}

/// All that a proposal is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Frames of the job's sessions, in any order.
    pub frames: Vec<SeenFrame>,
    /// The job's cards.
    pub cards: JobCards,
    /// How the job is photographed.
    pub settings: Settings,
}
