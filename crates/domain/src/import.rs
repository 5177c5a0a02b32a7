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
        /// On the card only since the import was planned.
        NotPlanned => "not_planned",
        /// On the card, outside the folder that was imported, and not stored.
        OutsideFolder => "outside_folder",
        /// A photograph by its name where cameras and systems keep their own files, or under a hidden name.
        Hidden => "hidden",
        /// A sidecar beside which no photograph is stored.
        NoPhoto => "no_photo",
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
    /// What its source is: a card, or a folder of a disk that holds other things too.
    pub scope: SourceScope,
    /// What was looked through once more after the last file was stored; none until then.
    pub looked_through: Option<SourceScope>,
    /// Whose files have to have a second copy; none where no second copy was wished when it ended.
    pub copy_scope: Option<CopyScope>,
}

codes! {
    /// Whose files have to have a second copy before a card may be formatted.
    CopyScope {
        /// Those of the import's session.
        Session => "session",
        /// All: the card holds photographs that were known, wherever they are.
        All => "all",
    }
}

codes! {
    /// Why copies on another disk could not all be made.
    CopyFault {
        /// The folder, or the disk that it is on, is not there.
        FolderMissing => "folder_missing",
        /// The folder is on the register's own disk now.
        SameDisk => "same_disk",
        /// The other disk is full.
        DiskFull => "disk_full",
        /// The other disk cannot be written, or gives back something else.
        WriteFailed => "write_failed",
        /// A sealed file of the register itself cannot be read.
        Unreadable => "unreadable",
        /// Somebody stopped it.
        Cancelled => "cancelled",
    }
}

codes! {
    /// How much of a source is judged.
    SourceScope {
        /// A whole card or disk.
        Card => "card",
        /// A folder of a disk that holds other things too.
        Folder => "folder",
    }
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
        /// A photograph by its name where cameras and systems keep their own files, or under a hidden name.
        Hidden => "hidden",
        /// A photograph that was stored, damaged as it was read: another reader may read it whole.
        Damaged => "damaged",
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
pub struct CardVerdict {
    /// What it is said of: formatting is spoken of only where all of a card was looked through.
    pub scope: SourceScope,
    /// What is said.
    pub finding: CardFinding,
}

/// What was found of a source after an import from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardFinding {
    /// Every photograph on it is stored, and nothing else is there.
    AllStored,
    /// The import stopped, or photographs are not stored.
    NotYet {
        /// Files of photographs that are known not to be stored; there may be more when the import stopped.
        unstored: u32,
    },
    /// Every photograph is stored, but not yet on the second disk too.
    NotCopied {
        /// Files without a second copy.
        files: u32,
        /// What somebody has to look at besides, as in [`Self::LookFirst`].
        left: BTreeMap<LeftKind, u32>,
    },
    /// Every photograph that could be imported is stored; something stays that somebody has to look at.
    LookFirst {
        /// How many of each kind.
        left: BTreeMap<LeftKind, u32>,
    },
}

impl CardVerdict {
    /// The verdict on an import with what is said of its files; none while it is under way, and for a watched folder,
    /// which is no card. It rests on the second look at the source: a photograph of which nothing is said was seen there
    /// and is stored, now or before. `uncopied`: how many files of its [`Import::copy_scope`] have no second copy now.
    pub fn of(import: &Import, issues: &[ImportIssue], uncopied: u32) -> Option<Self> {
        if import.outcome == ImportOutcome::Running || import.is_watch {
            return None;
        }
        let mut unstored = 0_u32;
        let mut left: BTreeMap<LeftKind, u32> = BTreeMap::new();
        for issue in issues {
            match issue.reason {
                ImportReason::Damaged | ImportReason::Truncated if issue.is_stored => {
                    *left.entry(LeftKind::Damaged).or_default() += 1;
                }
                _ if issue.is_stored => {}
                ImportReason::SystemFile | ImportReason::AlreadyKnown | ImportReason::Duplicate => {}
                ImportReason::UnsupportedKind => {
                    *left.entry(LeftKind::of(&issue.source_name)).or_default() += 1;
                }
                // what another program wrote is no photograph that is missing
                ImportReason::Empty | ImportReason::TooLarge
                    if LeftKind::of(&issue.source_name) == LeftKind::Sidecar =>
                {
                    *left.entry(LeftKind::Sidecar).or_default() += 1;
                }
                ImportReason::NoPhoto => *left.entry(LeftKind::Sidecar).or_default() += 1,
                ImportReason::Link => *left.entry(LeftKind::Link).or_default() += 1,
                ImportReason::Hidden => *left.entry(LeftKind::Hidden).or_default() += 1,
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
                | ImportReason::OutsideFolder
                | ImportReason::NoPreview => unstored += 1,
            }
        }
        let scope = import.looked_through.filter(|_| import.outcome == ImportOutcome::Completed);
        let finding = match scope {
            None => {
                let missing = import.planned_files.saturating_sub(import.stored_files);
                CardFinding::NotYet { unstored: unstored.max(missing) }
            }
            Some(_) if unstored > 0 => CardFinding::NotYet { unstored },
            Some(_) if uncopied > 0 => CardFinding::NotCopied { files: uncopied, left },
            Some(_) if left.is_empty() => CardFinding::AllStored,
            Some(_) => CardFinding::LookFirst { left },
        };
        Some(Self { scope: scope.unwrap_or(import.scope), finding })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(outcome: ImportOutcome, planned_files: u32, stored_files: u32) -> Import {
        let is_completed = outcome == ImportOutcome::Completed;
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
            scope: SourceScope::Card,
            looked_through: is_completed.then_some(SourceScope::Card),
            copy_scope: None,
        }
    }

    fn left_out(name: &str, reason: ImportReason) -> ImportIssue {
        ImportIssue::left_out(name.to_owned(), reason)
    }

    fn finding(import: &Import, issues: &[ImportIssue]) -> CardFinding {
        CardVerdict::of(import, issues, 0).unwrap().finding
    }

    #[test]
    fn a_card_may_be_formatted_when_every_photograph_is_stored_now_or_before() {
        let complete = import(ImportOutcome::Completed, 3, 3);
        let harmless = [
            left_out("A/1.JPG", ImportReason::AlreadyKnown),
            left_out("A/2.JPG", ImportReason::Duplicate),
            left_out("MISC", ImportReason::SystemFile),
            ImportIssue { is_stored: true, ..left_out("A/3.CR3", ImportReason::NoPreview) },
        ];
        let all = CardVerdict { scope: SourceScope::Card, finding: CardFinding::AllStored };
        assert_eq!(CardVerdict::of(&complete, &[], 0), Some(all.clone()));
        assert_eq!(CardVerdict::of(&complete, &harmless, 0), Some(all.clone()));
        let folder = Import { looked_through: Some(SourceScope::Folder), ..complete };
        let of_folder = CardVerdict { scope: SourceScope::Folder, ..all };
        assert_eq!(CardVerdict::of(&folder, &harmless, 0), Some(of_folder), "no word of formatting");
    }

    #[test]
    fn a_card_stays_until_its_photographs_are_on_both_disks() {
        let complete = import(ImportOutcome::Completed, 3, 3);
        let finding =
            |issues: &[ImportIssue], uncopied| CardVerdict::of(&complete, issues, uncopied).unwrap().finding;
        assert_eq!(finding(&[], 2), CardFinding::NotCopied { files: 2, left: BTreeMap::new() });
        let movie = [left_out("A/2.MP4", ImportReason::UnsupportedKind)];
        let left = BTreeMap::from([(LeftKind::Video, 1)]);
        assert_eq!(
            finding(&movie, 2),
            CardFinding::NotCopied { files: 2, left },
            "the movie stays to be looked at"
        );
        assert_eq!(finding(&[], 0), CardFinding::AllStored);
        let refused = [left_out("A/1.JPG", ImportReason::Unsafe)];
        assert_eq!(finding(&refused, 2), CardFinding::NotYet { unstored: 1 });
    }

    #[test]
    fn every_other_reason_keeps_the_card_as_it_is() {
        use ImportReason::{AlreadyKnown, Duplicate, SystemFile};
        let complete = import(ImportOutcome::Completed, 3, 3);
        for reason in ImportReason::ALL {
            let finding = finding(&complete, &[left_out("A/1.JPG", *reason)]);
            let may = matches!(reason, AlreadyKnown | Duplicate | SystemFile);
            assert_eq!(finding == CardFinding::AllStored, may, "{reason:?}");
        }
        let refused =
            [left_out("A/1.JPG", ImportReason::Unsafe), left_out("A/2.MP4", ImportReason::UnsupportedKind)];
        assert_eq!(finding(&complete, &refused), CardFinding::NotYet { unstored: 1 });
    }

    #[test]
    fn what_stopped_or_was_not_looked_through_never_says_that_the_card_may_be_formatted() {
        for outcome in [ImportOutcome::Cancelled, ImportOutcome::Interrupted, ImportOutcome::Failed] {
            let looked_through = Some(SourceScope::Card);
            let finding = |planned, stored| {
                finding(&Import { looked_through, ..import(outcome, planned, stored) }, &[])
            };
            assert_eq!(finding(5, 2), CardFinding::NotYet { unstored: 3 });
            assert_eq!(finding(5, 5), CardFinding::NotYet { unstored: 0 });
        }
        let stopped = Import { scope: SourceScope::Folder, ..import(ImportOutcome::Cancelled, 5, 2) };
        let scope = CardVerdict::of(&stopped, &[], 0).unwrap().scope;
        assert_eq!(scope, SourceScope::Folder, "a stopped import of a folder speaks of no card");
        let blind = Import { looked_through: None, ..import(ImportOutcome::Completed, 5, 5) };
        assert_eq!(finding(&blind, &[]), CardFinding::NotYet { unstored: 0 });
        assert_eq!(CardVerdict::of(&import(ImportOutcome::Running, 5, 5), &[], 0), None);
        let watch = Import { is_watch: true, ..import(ImportOutcome::Completed, 5, 5) };
        assert_eq!(CardVerdict::of(&watch, &[], 0), None, "a watched folder is no card");
        assert!(!Import { outcome: ImportOutcome::Interrupted, ..watch }.is_resumable());
    }

    #[test]
    fn files_that_are_not_kept_are_counted_by_kind() {
        let issues = [
            left_out("DCIM/MVI_1.MP4", ImportReason::UnsupportedKind),
            left_out("DCIM/MVI_2.mov", ImportReason::UnsupportedKind),
            left_out("DCIM/IMG_1.dop", ImportReason::UnsupportedKind),
            left_out("DCIM/IMG_1.xmp", ImportReason::NoPhoto),
            left_out("DCIM/IMG_2.xmp", ImportReason::TooLarge),
            left_out("notes", ImportReason::UnsupportedKind),
            left_out("IMG_2.JPG", ImportReason::Link),
            left_out("PRIVATE/IMG_3.JPG", ImportReason::Hidden),
            ImportIssue { is_stored: true, ..left_out("IMG_4.JPG", ImportReason::Truncated) },
        ];
        let left = BTreeMap::from([
            (LeftKind::Video, 2),
            (LeftKind::Sidecar, 3),
            (LeftKind::Link, 1),
            (LeftKind::Hidden, 1),
            (LeftKind::Damaged, 1),
            (LeftKind::Other, 1),
        ]);
        assert_eq!(
            finding(&import(ImportOutcome::Completed, 3, 3), &issues),
            CardFinding::LookFirst { left }
        );
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
