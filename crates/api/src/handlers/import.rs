//! Importing a session.

use std::collections::BTreeMap;

use domain::ids::{ImportId, JobId, SessionId};
use domain::import::{self as trade, LeftKind as TradeLeftKind, SourceScope as TradeSourceScope};
use register::import::{self, BegunImport, Destination};

use super::frame::import_kind;
use super::same_names;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::app::FolderPurpose;
use crate::dto::import::*;
use crate::dto::task::TaskStarted;
use crate::error::ApiError;

/// Left-out files that a plan or report names one by one.
const MOST_NAMED: usize = 500;

/// Plans the import of a chosen folder.
pub fn import_plan_start(app: &App, request: ImportPlanStart) -> Result<TaskStarted, ApiError> {
    let folder = app.folder(FolderPurpose::Import, &request.folder)?;
    Ok(TaskStarted { task: app.register()?.import_plan_start(folder)?.0 })
}

/// A finished plan.
pub fn import_plan_get(app: &App, request: ImportPlanRef) -> Result<ImportPlan, ApiError> {
    let register = app.register()?;
    let plan = register.import_plan_get(&request.plan)?;
    let mut ignored: BTreeMap<trade::ImportReason, u32> = BTreeMap::new();
    for issue in &plan.ignored {
        *ignored.entry(issue.reason).or_default() += 1;
    }
    let job = plan.first_day().map(|day| register.job_of_day(&day)).transpose()?.flatten();
    Ok(ImportPlan {
        plan: request.plan,
        source_label: plan.label(),
        proposed_name: plan.proposed_name(),
        new: plan
            .kinds
            .values()
            .map(|(kind, files, bytes)| ImportKindCount {
                kind: import_kind(*kind),
                files: *files,
                bytes: *bytes,
            })
            .chain((plan.sidecar_count() > 0).then(|| ImportKindCount {
                kind: ImportKind::Sidecar,
                files: plan.sidecar_count(),
                bytes: plan.sidecar_bytes(),
            }))
            .collect(),
        new_files: plan.file_count(),
        new_bytes: plan.byte_count(),
        pairs: plan.pair_count(),
        frames: u32::try_from(plan.frames.len()).unwrap_or(u32::MAX),
        ignored: ignored
            .into_iter()
            .map(|(reason, files)| ImportReasonCount { reason: reason.into(), files })
            .collect(),
        ignored_files: plan.ignored.iter().take(MOST_NAMED).map(issue_dto).collect(),
        free_bytes: register.free_bytes()?,
        first_taken_at: plan.taken.map(|(first, _)| first.millis()),
        last_taken_at: plan.taken.map(|(_, last)| last.millis()),
        sidecars_session_id: register.session_of_sidecars(&plan)?.map(SessionId::get),
        proposed_job_id: job.as_ref().map(|listed| listed.job.id.get()),
        proposed_job: job.map(|listed| listed.title()).unwrap_or_default(),
    })
}

/// Runs plans.
pub fn import_start(app: &App, request: ImportStart) -> Result<ImportsStarted, ApiError> {
    let into = match request.session_id {
        Some(id) => Destination::Existing(SessionId(id)),
        None => Destination::New {
            name: request.name,
            photographer: request.photographer,
            job_id: request.job_id.map(JobId),
        },
    };
    let plans: Vec<&str> = request.plans.iter().map(String::as_str).collect();
    let begun = app.register()?.imports_start(&plans, into)?;
    let session_id = begun.first().map_or(0, |(_, begun)| begun.session_id.get());
    let imports = begun.into_iter().map(|(task, begun)| started(task.0, begun)).collect();
    Ok(ImportsStarted { session_id, imports })
}

/// What a chosen folder holds before it is watched.
pub fn watch_look(app: &App, request: WatchLook) -> Result<WatchFolder, ApiError> {
    let folder = app.folder(FolderPurpose::Import, &request.folder)?;
    let files = app.register()?.watch_look(&folder)?;
    Ok(WatchFolder { files: u32::try_from(files).unwrap_or(u32::MAX) })
}

/// Watches a chosen folder.
pub fn watch_start(app: &App, request: WatchStart) -> Result<ImportStarted, ApiError> {
    let folder = app.folder(FolderPurpose::Import, &request.folder)?;
    let (task, begun) =
        app.register()?.watch_start(folder, SessionId(request.session_id), request.with_present)?;
    Ok(started(task.0, begun))
}

/// Takes up a stopped import.
pub fn import_resume(app: &App, request: ImportResume) -> Result<ImportStarted, ApiError> {
    let folder = request.folder.map(|folder| app.folder(FolderPurpose::Import, &folder)).transpose()?;
    let (task, begun) = app.register()?.import_resume(ImportId(request.id), folder)?;
    Ok(started(task.0, begun))
}

/// Leaves a stopped import at what it stored.
pub fn import_give_up(app: &App, request: ImportRef) -> Result<Nothing, ApiError> {
    app.register()?.import_give_up(ImportId(request.id))?;
    Ok(Nothing {})
}

/// The report of an import.
pub fn import_get(app: &App, request: ImportRef) -> Result<ImportReport, ApiError> {
    Ok(report(app.register()?.import_report(ImportId(request.id))?))
}

/// The reports of a session's imports.
pub fn import_list(app: &App, request: ImportQuery) -> Result<ImportReports, ApiError> {
    let reports = app.register()?.import_reports(SessionId(request.session_id))?;
    Ok(ImportReports { imports: reports.into_iter().map(report).collect() })
}

fn started(task: i64, begun: BegunImport) -> ImportStarted {
    ImportStarted { task, import_id: begun.import_id.get(), session_id: begun.session_id.get() }
}

fn report(report: import::ImportReport) -> ImportReport {
    let card = report.card_verdict().map(card_verdict);
    let import = report.import;
    let is_resumable = import.is_resumable();
    ImportReport {
        id: import.id.get(),
        session_id: import.session_id.get(),
        source_label: import::source_label(import.source_path.as_ref()),
        scope: import.scope.into(),
        outcome: match import.outcome {
            trade::ImportOutcome::Running => ImportOutcome::Running,
            trade::ImportOutcome::Completed => ImportOutcome::Completed,
            trade::ImportOutcome::Cancelled => ImportOutcome::Cancelled,
            trade::ImportOutcome::Interrupted => ImportOutcome::Interrupted,
            trade::ImportOutcome::Failed => ImportOutcome::Failed,
        },
        fault: import.fault.map(|fault| match fault {
            trade::ImportFault::SourceVanished => ImportFault::SourceVanished,
            trade::ImportFault::DiskFull => ImportFault::DiskFull,
            trade::ImportFault::ReadOnly => ImportFault::ReadOnly,
            trade::ImportFault::Other => ImportFault::Other,
        }),
        started_at: import.started_at.millis(),
        ended_at: import.ended_at.map(|at| at.millis()),
        planned_files: import.planned_files,
        stored_files: import.stored_files,
        stored_bytes: import.stored_bytes,
        frames: import.frames,
        is_resumable,
        is_watch: import.is_watch,
        card,
        issues: report.issues.iter().map(issue_dto).collect(),
    }
}

fn card_verdict(trade::CardVerdict { scope, finding }: trade::CardVerdict) -> CardVerdict {
    let (mut unstored, mut uncopied, mut left) = (0, 0, BTreeMap::new());
    let verdict = match finding {
        trade::CardFinding::AllStored => CardVerdictCode::AllStored,
        trade::CardFinding::NotYet { unstored: files } => {
            unstored = files;
            CardVerdictCode::NotYet
        }
        trade::CardFinding::NotCopied { files, left: stays } => {
            uncopied = files;
            left = stays;
            CardVerdictCode::NotCopied
        }
        trade::CardFinding::LookFirst { left: stays } => {
            left = stays;
            CardVerdictCode::LookFirst
        }
    };
    let left = left.into_iter().map(|(kind, files)| LeftCount { kind: kind.into(), files }).collect();
    CardVerdict { verdict, scope: scope.into(), unstored, uncopied, left }
}

fn issue_dto(issue: &trade::ImportIssue) -> ImportIssue {
    ImportIssue { name: issue.source_name.clone(), reason: issue.reason.into(), is_stored: issue.is_stored }
}

same_names! { TradeLeftKind, LeftKind: Video Sidecar Link Hidden Damaged Other }
same_names! { TradeSourceScope, SourceScope: Card Folder }

impl From<trade::ImportReason> for ImportReason {
    fn from(reason: trade::ImportReason) -> Self {
        use trade::ImportReason as Reason;
        match reason {
            Reason::AlreadyKnown => Self::AlreadyKnown,
            Reason::Duplicate => Self::Duplicate,
            Reason::SystemFile => Self::SystemFile,
            Reason::UnsupportedKind => Self::UnsupportedKind,
            Reason::Empty => Self::Empty,
            Reason::TooLarge => Self::TooLarge,
            Reason::NotAnImage => Self::NotAnImage,
            Reason::Truncated => Self::Truncated,
            Reason::TooManyPixels => Self::TooManyPixels,
            Reason::Damaged => Self::Damaged,
            Reason::Unsafe => Self::Unsafe,
            Reason::Unreadable => Self::Unreadable,
            Reason::Vanished => Self::Vanished,
            Reason::Link => Self::Link,
            Reason::NoPreview => Self::NoPreview,
            Reason::NotPlanned => Self::NotPlanned,
            Reason::OutsideFolder => Self::OutsideFolder,
            Reason::Hidden => Self::Hidden,
            Reason::NoPhoto => Self::NoPhoto,
        }
    }
}
