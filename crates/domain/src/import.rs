//! Importing a session: what is said of each file, how a run ends, and whether its card may be formatted.

use std::collections::BTreeMap;

use crate::codes::codes;
use crate::ids::{ImportId, SessionId};
use crate::time::Instant;

codes! {
    /// Why a file of the source is left out, could not be stored, or is stored with a remark.
    ImportReason {
        /// Stored before with the same content.
        AlreadyKnown => "already_known",
        /// Same content twice in this source.
        Duplicate => "duplicate",
        /// A camera's or the system's own file, or a hidden one.
        SystemFile => "system_file",
        /// Nothing that Kontakti stores: video, text.
        UnsupportedKind => "unsupported_kind",
        /// Zero bytes.
        Empty => "empty",
        /// Larger than the limit.
        TooLarge => "too_large",
        /// The name says image, the content does not.
        NotAnImage => "not_an_image",
        /// Ends too early; stored as far as it goes when something can be shown.
        Truncated => "truncated",
        /// Claims dimensions beyond the limit.
        TooManyPixels => "too_many_pixels",
        /// Cannot be decoded.
        Damaged => "damaged",
        /// Looking at it ended the process that looks.
        Unsafe => "unsafe",
        /// The system could not read it.
        Unreadable => "unreadable",
        /// Changed or gone since the plan.
        Vanished => "vanished",
        /// A link, which is never followed.
        Link => "link",
        /// On the card only since the import was planned that is resumed now.
        NotPlanned => "not_planned",
        /// Stored, but without a picture to show.
        NoPreview => "no_preview",
    }
}

codes! {
    /// How an import stands or ended.
    ImportOutcome {
        /// Under way.
        Running => "running",
        /// Every planned file was stored or named with its reason.
        Completed => "completed",
        /// Stopped by the user; can be resumed.
        Cancelled => "cancelled",
        /// The program ended in the middle; can be resumed.
        Interrupted => "interrupted",
        /// Stopped by an error of the system; can be resumed.
        Failed => "failed",
    }
}

codes! {
    /// What made an import fail.
    ImportFault {
        /// The card or folder that it read from went away.
        SourceVanished => "source_vanished",
        /// The register's disk was full.
        DiskFull => "disk_full",
        /// The register's disk could no longer be written to.
        ReadOnly => "read_only",
        /// Something else, said when it happened.
        Other => "other",
    }
}

/// A file with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportIssue {
    /// Folder and name below the source, with `/`.
    pub source_name: String,
    /// What is said.
    pub reason: ImportReason,
    /// Whether the import stored it all the same.
    pub is_stored: bool,
}

impl ImportIssue {
    /// Why a file is not stored by the import.
    pub const fn left_out(source_name: String, reason: ImportReason) -> Self {
        Self { source_name, reason, is_stored: false }
    }
}

/// One run of an import, with its resumptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Row id.
    pub id: ImportId,
    /// Into which session.
    pub session_id: SessionId,
    /// Folder that it reads from.
    pub source_path: String,
    /// How it stands.
    pub outcome: ImportOutcome,
    /// What stopped it, when it failed.
    pub fault: Option<ImportFault>,
    /// New files that the plan counted.
    pub planned_files: u32,
    /// Files stored.
    pub stored_files: u32,
    /// Bytes of those files.
    pub stored_bytes: u64,
    /// Frames made.
    pub frames: u32,
    /// When it began.
    pub started_at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// Stopped, and to be left at that.
    pub is_given_up: bool,
    /// Brings what comes into a folder until it is told to end.
    pub is_watch: bool,
}

impl Import {
    /// Whether the rest can be imported later.
    pub const fn is_resumable(&self) -> bool {
        let is_stopped = matches!(
            self.outcome,
            ImportOutcome::Cancelled | ImportOutcome::Interrupted | ImportOutcome::Failed
        );
        is_stopped && !self.is_given_up && !self.is_watch
    }
}

codes! {
    /// Kinds of files that stay on a card.
    LeftKind {
        /// Moving pictures.
        Video => "video",
        /// What another program wrote beside a photograph.
        Sidecar => "sidecar",
        /// A link, which is never followed.
        Link => "link",
        /// Anything else.
        Other => "other",
    }
}

const VIDEO_ENDINGS: &[&str] = &[
    "mp4", "mov", "m4v", "avi", "mts", "m2ts", "mxf", "crm", "braw", "mpg", "mpeg", "3gp", "mkv", "wmv",
    "lrv",
];
const SIDECAR_ENDINGS: &[&str] = &["xmp", "pp3", "dop", "on1", "cos", "arp"];

impl LeftKind {
    /// The kind of a file by its name.
    pub fn of(source_name: &str) -> Self {
        let ending = source_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some(ending) if VIDEO_ENDINGS.contains(&ending) => Self::Video,
            Some(ending) if SIDECAR_ENDINGS.contains(&ending) => Self::Sidecar,
            _ => Self::Other,
        }
    }
}

/// Whether a card may be formatted after an import from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardVerdict {
    /// Every photograph on it is stored.
    MayFormat,
    /// The import stopped, or photographs are not stored.
    NotYet {
        /// Files of photographs that are known not to be stored; there may be more when the import stopped.
        unstored: u32,
    },
    /// Every photograph is stored; files stay that Kontakti does not keep.
    LookFirst {
        /// How many of each kind.
        left: BTreeMap<LeftKind, u32>,
    },
}

impl CardVerdict {
    /// The verdict on an import with what is said of its files; none while it is under way, and for a watched folder,
    /// which is no card. A resumed import is judged by all its parts, since what is said of a file stands until it is
    /// stored.
    pub fn of(import: &Import, issues: &[ImportIssue]) -> Option<Self> {
        if import.outcome == ImportOutcome::Running || import.is_watch {
            return None;
        }
        let mut unstored = 0_u32;
        let mut named = 0_u32;
        let mut left: BTreeMap<LeftKind, u32> = BTreeMap::new();
        for issue in issues.iter().filter(|issue| !issue.is_stored) {
            match issue.reason {
                ImportReason::SystemFile => {}
                ImportReason::AlreadyKnown | ImportReason::Duplicate => named += 1,
                ImportReason::UnsupportedKind => {
                    *left.entry(LeftKind::of(&issue.source_name)).or_default() += 1;
                }
                ImportReason::Link => *left.entry(LeftKind::Link).or_default() += 1,
                ImportReason::Empty
                | ImportReason::TooLarge
                | ImportReason::NotAnImage
                | ImportReason::Truncated
                | ImportReason::TooManyPixels
                | ImportReason::Damaged
                | ImportReason::Unsafe
                | ImportReason::Unreadable
                | ImportReason::Vanished
                | ImportReason::NotPlanned
                | ImportReason::NoPreview => unstored += 1,
            }
        }
        let is_completed = import.outcome == ImportOutcome::Completed;
        let missing = import.planned_files.saturating_sub(import.stored_files);
        // every planned file was stored or named; one that was neither is not stored. What is no photograph was never planned
        let unnamed = if is_completed { missing.saturating_sub(named) } else { missing };
        let unstored = unstored.max(unnamed);
        Some(if !is_completed || unstored > 0 {
            Self::NotYet { unstored }
        } else if left.is_empty() {
            Self::MayFormat
        } else {
            Self::LookFirst { left }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(outcome: ImportOutcome, planned_files: u32, stored_files: u32) -> Import {
        Import {
            id: ImportId(1),
            session_id: SessionId(1),
            source_path: String::new(),
            outcome,
            fault: None,
            planned_files,
            stored_files,
            stored_bytes: 0,
            frames: stored_files,
            started_at: Instant(0),
            ended_at: None,
            is_given_up: false,
            is_watch: false,
        }
    }

    fn left_out(name: &str, reason: ImportReason) -> ImportIssue {
        ImportIssue::left_out(name.to_owned(), reason)
    }

    #[test]
    fn a_card_may_be_formatted_when_every_photograph_is_stored_now_or_before() {
        let complete = import(ImportOutcome::Completed, 3, 3);
        assert_eq!(CardVerdict::of(&complete, &[]), Some(CardVerdict::MayFormat));
        let harmless = [
            left_out("A/1.JPG", ImportReason::AlreadyKnown),
            left_out("A/2.JPG", ImportReason::Duplicate),
            left_out("MISC", ImportReason::SystemFile),
            ImportIssue { is_stored: true, ..left_out("A/3.CR3", ImportReason::NoPreview) },
        ];
        assert_eq!(CardVerdict::of(&complete, &harmless), Some(CardVerdict::MayFormat));
    }

    #[test]
    fn every_other_reason_keeps_the_card_as_it_is() {
        use ImportReason::{AlreadyKnown, Duplicate, SystemFile};
        let complete = import(ImportOutcome::Completed, 3, 3);
        for reason in ImportReason::ALL {
            let verdict = CardVerdict::of(&complete, &[left_out("A/1.JPG", *reason)]);
            let may = matches!(reason, AlreadyKnown | Duplicate | SystemFile);
            assert_eq!(verdict == Some(CardVerdict::MayFormat), may, "{reason:?}");
        }
        let refused =
            [left_out("A/1.JPG", ImportReason::Unsafe), left_out("A/2.MP4", ImportReason::UnsupportedKind)];
        assert_eq!(CardVerdict::of(&complete, &refused), Some(CardVerdict::NotYet { unstored: 1 }));
    }

    #[test]
    fn what_stopped_or_lost_count_of_a_file_never_says_that_the_card_may_be_formatted() {
        for outcome in [ImportOutcome::Cancelled, ImportOutcome::Interrupted, ImportOutcome::Failed] {
            let verdict = |planned, stored| CardVerdict::of(&import(outcome, planned, stored), &[]);
            assert_eq!(verdict(5, 2), Some(CardVerdict::NotYet { unstored: 3 }));
            assert_eq!(verdict(5, 5), Some(CardVerdict::NotYet { unstored: 0 }));
        }
        assert_eq!(CardVerdict::of(&import(ImportOutcome::Running, 5, 5), &[]), None);
        let watch = Import { is_watch: true, ..import(ImportOutcome::Completed, 5, 5) };
        assert_eq!(CardVerdict::of(&watch, &[]), None, "a watched folder is no card");
        assert!(!Import { outcome: ImportOutcome::Interrupted, ..watch }.is_resumable());
        let short = import(ImportOutcome::Completed, 5, 4);
        assert_eq!(CardVerdict::of(&short, &[]), Some(CardVerdict::NotYet { unstored: 1 }));
        let system = [left_out("MISC", ImportReason::SystemFile)];
        assert_eq!(
            CardVerdict::of(&short, &system),
            Some(CardVerdict::NotYet { unstored: 1 }),
            "never planned"
        );
        let known = [left_out("A/1.JPG", ImportReason::AlreadyKnown)];
        assert_eq!(CardVerdict::of(&short, &known), Some(CardVerdict::MayFormat), "stored by another import");
    }

    #[test]
    fn files_that_are_not_kept_are_counted_by_kind() {
        let issues = [
            left_out("DCIM/MVI_1.MP4", ImportReason::UnsupportedKind),
            left_out("DCIM/MVI_2.mov", ImportReason::UnsupportedKind),
            left_out("DCIM/IMG_1.xmp", ImportReason::UnsupportedKind),
            left_out("notes", ImportReason::UnsupportedKind),
            left_out("IMG_2.JPG", ImportReason::Link),
        ];
        let left = BTreeMap::from([
            (LeftKind::Video, 2),
            (LeftKind::Sidecar, 1),
            (LeftKind::Link, 1),
            (LeftKind::Other, 1),
        ]);
        let verdict = CardVerdict::of(&import(ImportOutcome::Completed, 3, 3), &issues);
        assert_eq!(verdict, Some(CardVerdict::LookFirst { left }));
    }

    #[test]
    fn codes_lead_back() {
        for reason in ImportReason::ALL {
            assert_eq!(ImportReason::from_code(reason.code()), Some(*reason));
        }
        for outcome in ImportOutcome::ALL {
            assert_eq!(ImportOutcome::from_code(outcome.code()), Some(*outcome));
        }
        for fault in ImportFault::ALL {
            assert_eq!(ImportFault::from_code(fault.code()), Some(*fault));
        }
    }
}
