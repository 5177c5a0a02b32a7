//! What matching is told: frames with what was seen in them, the job's cards, and its settings.

use crate::camera_card::{CardNumber, Shoot, SubjectCode};
use crate::ids::{CameraId, FrameId, SessionId, SubjectGroupId, SubjectId};
use crate::job::CardHabit;

/// Characters of a DCF name, of a folder and of a file without its ending.
const DCF_LENGTH: usize = 8;
/// So many digits fit into a number.
const MOST_DIGITS: usize = 9;

/// Place of a frame among those of its camera, from its DCF names (CIPA DC-009).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SequenceKey {
    /// Number of the folder, 100 to 999; 0 when it is not known.
    pub folder: u16,
    /// Number of the file, 1 to 9999 by DCF.
    pub file: u32,
}

impl SequenceKey {
    /// By a frame's folder and its name without ending. DCF names end with four digits; of other names all the
    /// digits at the end count, so that they rise as their camera or program meant them to.
    pub fn of_names(folder: &str, name: &str) -> Self {
        let last = folder.rsplit('/').next().unwrap_or_default();
        let number =
            last.get(..3).filter(|_| last.len() == DCF_LENGTH).and_then(|digits| digits.parse().ok());
        let is_dcf = name.len() == DCF_LENGTH && name.is_ascii();
        let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
        let counted = if is_dcf { digits.min(4) } else { digits.min(MOST_DIGITS) };
        Self {
            folder: number.filter(|number| (100..=999).contains(number)).unwrap_or(0),
            file: name.get(name.len() - counted..).and_then(|digits| digits.parse().ok()).unwrap_or(0),
        }
    }
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

/// A file that was taken and that nobody can look at: it is not stored, or stored elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnseenFile {
    /// The session that it was to come into.
    pub session: SessionId,
    /// Its place among the frames of its camera, whichever that is.
    pub sequence: SequenceKey,
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
    /// What the card says; none while no card was made for them.
    pub code: Option<SubjectCode>,
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

/// How a job is photographed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Card first or card last; card first unless said otherwise.
    pub habit: CardHabit,
    /// Most portraits that are usual under one subject's card, 15 unless said otherwise; a group's card may
    /// have twice as many.
    pub most_frames: u32,
    /// A pause within a run that is suspicious on any day, in seconds; 20 unless said otherwise. A shorter one
    /// is learned from the day where children change more quickly. Raise it for slow work with small children.
    pub longest_pause_s: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { habit: CardHabit::First, most_frames: 15, longest_pause_s: 20 }
    }
}

/// All that a proposal is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Frames of the job's sessions, in any order.
    pub frames: Vec<SeenFrame>,
    /// What else was taken in them.
    pub unseen: Vec<UnseenFile>,
    /// The job's cards.
    pub cards: JobCards,
    /// How the job is photographed.
    pub settings: Settings,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_place() {
        let key = |folder, name| {
            let SequenceKey { folder, file } = SequenceKey::of_names(folder, name);
            (folder, file)
        };
        assert_eq!(key("DCIM/100CANON", "IMG_0001"), (100, 1));
        assert_eq!(key("101MSDCF", "DSC09999"), (101, 9999), "Sony's fifth digit is one of its four letters");
        assert_eq!(key("DCIM/100_PANA", "P1000123"), (100, 123));
        assert_eq!(key("koulu", "kuva-000123"), (0, 123));
        assert_eq!(key("", "IMG_12345"), (0, 12_345));
        assert_eq!(key("099CANON", "_MG_0042"), (0, 42), "no DCF folder below 100");
        assert_eq!(key("1234567Ä", "äiti"), (0, 0));
        assert_eq!(key("DCIM/100CANON", "1"), (100, 1));
        assert_eq!(key("", "99999999999999"), (0, 999_999_999));
    }
}
