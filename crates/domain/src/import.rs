//! Importing a session: what is said of each file, and how a run ends.

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
}

impl Import {
    /// Whether the rest can be imported later.
    pub const fn is_resumable(&self) -> bool {
        let is_stopped = matches!(
            self.outcome,
            ImportOutcome::Cancelled | ImportOutcome::Interrupted | ImportOutcome::Failed
        );
        is_stopped && !self.is_given_up
    }
}

#[cfg(test)]
mod tests {
    use super::{ImportFault, ImportOutcome, ImportReason};

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
