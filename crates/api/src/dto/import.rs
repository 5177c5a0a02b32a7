//! Importing a session: choose, plan, run, report.

use super::{wire, wire_enum};

wire_enum! {
    /// Why a file of the source is left out or could not be stored; texts `import-reason-<code>`.
    pub enum ImportReason {
        /// Stored before with the same content.
        AlreadyKnown,
        /// Same content twice in this source.
        Duplicate,
        /// A camera's or system's own file, or a hidden one.
        SystemFile,
        /// Nothing that Kontakti stores (video, text).
        UnsupportedKind,
        /// Zero bytes.
        Empty,
        /// Larger than the limit.
        TooLarge,
        /// The name says image, the content does not.
        NotAnImage,
        /// Ends too early.
        Truncated,
        /// Claims dimensions beyond the limit.
        TooManyPixels,
        /// Cannot be decoded.
        Damaged,
        /// Could not be examined safely.
        Unsafe,
        /// The system could not read it.
        Unreadable,
        /// Changed or gone since the plan.
        Vanished,
        /// A link, which is never followed.
        Link,
        /// Stored, but without a picture to show.
        NoPreview,
        NotPlanned,
        OutsideFolder,
        Hidden,
        /// A sidecar beside which no photograph is stored.
        NoPhoto,
    }
    /// Kinds counted in a plan.
    pub enum ImportKind { Jpeg, Raw, Other, Sidecar }
    /// How an import ended.
    pub enum ImportOutcome { Running, Completed, Cancelled, Interrupted, Failed }
    /// What made an import fail.
    pub enum ImportFault {
        /// The card or folder went away.
        SourceVanished,
        /// No room for the register.
        DiskFull,
        /// The register's disk cannot be written to.
        ReadOnly,
        /// Something else; its task has the error.
        Other,
    }
    /// How much of a source is judged.
    pub enum SourceScope {
        /// A whole card or disk.
        Card,
        /// A folder of a disk that holds other things too.
        Folder,
    }
    /// Whether a card may be formatted; texts `import-<scope>-<code>`.
    pub enum CardVerdictCode {
        /// Every photograph is stored.
        AllStored,
        /// The import stopped, or photographs are not stored.
        NotYet,
        /// Every photograph is stored, but not yet on the second disk too.
        NotCopied,
        /// Files stay that Kontakti does not keep.
        LookFirst,
    }
    /// Kinds of files that stay on a card; texts `import-left-<code>`.
    pub enum LeftKind { Video, Sidecar, Link, Hidden, Damaged, Other }
}

wire! {
    /// Starts planning: reads the source without storing anything.
    pub struct ImportPlanStart {
        /// From `folder_choose`.
        pub folder: String,
    }
    /// Reads a finished plan.
    pub struct ImportPlanRef {
        pub plan: String,
    }
    /// Count and size of one kind of file.
    pub struct ImportKindCount {
        pub kind: ImportKind,
        pub files: u32,
        pub bytes: u64,
    }
    /// A file with what is said of it.
    pub struct ImportIssue {
        /// Folder and name below the source.
        pub name: String,
        pub reason: ImportReason,
        /// Whether the import stored it all the same.
        pub is_stored: bool,
    }
    /// How many files share a reason.
    pub struct ImportReasonCount {
        pub reason: ImportReason,
        pub files: u32,
    }
    /// What an import would do.
    pub struct ImportPlan {
        pub plan: String,
        pub source_label: String,
        /// A session name proposed from folder and dates.
        pub proposed_name: String,
        pub new: Vec<ImportKindCount>,
        pub new_files: u32,
        pub new_bytes: u64,
        /// RAW+JPEG pairs among the new files.
        pub pairs: u32,
        /// Frames that the new files make.
        pub frames: u32,
        /// What is left out, by reason.
        pub ignored: Vec<ImportReasonCount>,
        /// The first 500 of them by name.
        pub ignored_files: Vec<ImportIssue>,
        /// Free bytes where the register lies.
        pub free_bytes: u64,
        /// Earliest exposure among a sample of the new files.
        pub first_taken_at: Option<i64>,
        pub last_taken_at: Option<i64>,
        /// Where the photographs are whose new sidecars are all that there is to import; none when there are new photographs.
        pub sidecars_session_id: Option<i64>,
        /// The only job on the first day of the photographs, and what it is called.
        pub proposed_job_id: Option<i64>,
        pub proposed_job: String,
    }
    /// Runs the plans of one or several sources at once, into one new session or into an existing one.
    pub struct ImportStart {
        pub plans: Vec<String>,
        pub session_id: Option<i64>,
        pub name: String,
        pub photographer: String,
        /// The job that a new session is part of.
        pub job_id: Option<i64>,
    }
    /// A running import.
    pub struct ImportStarted {
        pub task: i64,
        pub import_id: i64,
        pub session_id: i64,
    }
    /// Running imports into one session, in the order of their plans.
    pub struct ImportsStarted {
        pub session_id: i64,
        pub imports: Vec<ImportStarted>,
    }
    /// A folder that may be watched.
    pub struct WatchLook {
        /// From `folder_choose`.
        pub folder: String,
    }
    /// What a folder holds before it is watched.
    pub struct WatchFolder {
        /// Photographs by their names.
        pub files: u32,
    }
    /// Watches a folder for a session, until the task is cancelled.
    pub struct WatchStart {
        pub folder: String,
        pub session_id: i64,
        /// Takes what is there now, too.
        pub with_present: bool,
    }
    /// A stopped import to be taken up, from its own folder or from the place where its card is found now.
    pub struct ImportResume {
        pub id: i64,
        /// From `folder_choose`.
        pub folder: Option<String>,
    }
    /// One import by id.
    pub struct ImportRef {
        pub id: i64,
    }
    /// How many files of a kind stay on a card.
    pub struct LeftCount {
        pub kind: LeftKind,
        pub files: u32,
    }
    /// Whether a card may be formatted.
    pub struct CardVerdict {
        pub verdict: CardVerdictCode,
        pub scope: SourceScope,
        /// Files of photographs that are known not to be stored.
        pub unstored: u32,
        /// Files that are stored and have no second copy.
        pub uncopied: u32,
        /// What stays, when it is to be looked at first.
        pub left: Vec<LeftCount>,
    }
    /// An import's report.
    pub struct ImportReport {
        pub id: i64,
        pub session_id: i64,
        pub source_label: String,
        /// What it reads from.
        pub scope: SourceScope,
        pub outcome: ImportOutcome,
        /// Only with `failed`.
        pub fault: Option<ImportFault>,
        pub started_at: i64,
        pub ended_at: Option<i64>,
        pub planned_files: u32,
        pub stored_files: u32,
        pub stored_bytes: u64,
        pub frames: u32,
        /// Whether the rest can be imported later.
        pub is_resumable: bool,
        /// Brought what came into a folder.
        pub is_watch: bool,
        /// None while it is under way, and for a watched folder.
        pub card: Option<CardVerdict>,
        pub issues: Vec<ImportIssue>,
    }
    /// Imports of one session, newest first.
    pub struct ImportQuery {
        pub session_id: i64,
    }
    /// The imports.
    pub struct ImportReports {
        pub imports: Vec<ImportReport>,
    }
}
