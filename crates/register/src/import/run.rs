//! Running a plan: several frames at once are read and sealed, one thread writes their rows.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::Action;
use domain::ids::{ImportId, JobId, SessionId};
use domain::import::{CopyScope, ImportFault, ImportIssue, ImportOutcome, ImportReason, SourceScope};
use store::imports::PlannedFile;
use store::{Acted, StoreError, WriteTx, frames, imports, jobs, second_copies, sessions};
use tasks::{Cancelled, TaskCtx};
use vault::VaultError;

use super::ingest::{Ingested, Ingestor};
use super::look_again::Looked;
use super::plan::{Known, Plan, identity, plan};
use super::runs::UnderWay;
use super::scan::{file_name, scan};
use super::source;
use super::writer::Writer;
use crate::sessions::checked;
use crate::{Register, RegisterError};

/// How often a waiting writer looks whether it should stop.
const LOOK: Duration = Duration::from_millis(50);
/// Workers for each core: one computes while the other waits for the disk to sync and to be read back.
const WORKERS_A_CORE: usize = 2;
/// More workers than this only wait for the disk.
const MOST_WORKERS: usize = 4;
/// Of an import beside others: each worker holds a photograph in memory.
const FEWEST_WORKERS: usize = 2;

/// Where a plan's frames go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A new session.
    New {
        /// Its name.
        name: String,
        /// Who took the photographs.
        photographer: String,
        /// The job that they are part of.
        job_id: Option<JobId>,
    },
    /// A session that exists.
    Existing(SessionId),
}

/// An import that has its row and may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BegunImport {
    /// The run.
    pub import_id: ImportId,
    /// Its session.
    pub session_id: SessionId,
}

/// What is written down when a run ends.
#[derive(Debug, Default)]
pub(super) struct Ending {
    /// What is still to be said of files.
    pub news: Vec<ImportIssue>,
    /// How much of the source was looked at once more.
    pub looked_through: Option<SourceScope>,
    /// Whose files are to have a second copy, where one is wished.
    pub copy_scope: Option<CopyScope>,
}

/// What a run stored.
#[derive(Debug)]
pub(super) struct StoredFiles {
    /// Photographs: source names with BLAKE3 hashes.
    pub photos: HashMap<String, [u8; 32]>,
    /// Source names of sidecars that are stored, now or before.
    pub sidecars: HashSet<String>,
}

impl Register {
    /// Plans the import of a folder without storing anything.
    ///
    /// # Errors
    /// [`RegisterError::FolderUnreadable`] when the folder cannot be listed, [`RegisterError::Cancelled`].
    pub fn import_plan(&self, source: PathBuf, ctx: &mut TaskCtx) -> Result<Plan, RegisterError> {
        self.planned(&source, None, |done, total| {
            ctx.step(|progress| {
                progress.done = done as u64;
                progress.total = total as u64;
            })
        })
    }

    /// `only`: the files that a resumed import may bring. `step` is told of files seen, and of how many once that is
    /// known.
    fn planned(
        &self,
        source: &Path,
        only: Option<&[PlannedFile]>,
        mut step: impl FnMut(usize, usize) -> Result<(), Cancelled>,
    ) -> Result<Plan, RegisterError> {
        if std::fs::read_dir(source).is_err() {
            return Err(RegisterError::FolderUnreadable);
        }
        let found = scan(source, |_| step(0, 0))?;
        let sizes = self.read(|tx| Ok(frames::known_sizes(tx)?))?;
        let known = Known {
            sizes,
            holds: &|hash| self.holds_content(hash),
            holds_sidecar: &|photo, name, hash| match self.frame_of_content(photo)? {
                Some(frame) => self.holds_sidecar(frame, name, hash),
                None => Ok(false),
            },
            only,
        };
        plan(source, found, &known, self.decoder(), |done, total| Ok(step(done, total)?))
    }

    /// Gives a plan its session and its row.
    ///
    /// # Errors
    /// As [`Self::imports_begin`].
    pub fn import_begin(&self, plan: &Plan, into: Destination) -> Result<BegunImport, RegisterError> {
        self.imports_begin(&[plan], into)?.pop().ok_or(RegisterError::NothingToImport)
    }

    /// Gives the plans of several sources one session, and each a row: all or none.
    ///
    /// # Errors
    /// [`RegisterError::NothingToImport`] when one of them is empty; when the name is empty or too long.
    pub fn imports_begin(
        &self,
        plans: &[&Plan],
        into: Destination,
    ) -> Result<Vec<BegunImport>, RegisterError> {
        if plans.is_empty() || plans.iter().any(|plan| plan.is_empty()) {
            return Err(RegisterError::NothingToImport);
        }
        self.transact(|tx| {
            let is_new = matches!(into, Destination::New { .. });
            let session_id = match into {
                Destination::Existing(id) => sessions::get(tx, id)?.session.id,
                Destination::New { name, photographer, job_id } => {
                    let fields = checked(&name, &photographer, job_id)?;
                    if let Some(job) = job_id {
                        jobs::get(tx, job)?;
                    }
                    let now = tx.now();
                    sessions::insert(tx, fields, now)?
                }
            };
            let begun: Result<Vec<_>, _> = plans.iter().map(|plan| insert(tx, plan, session_id)).collect();
            let begun = begun?;
            let acted = if is_new {
                Acted::new(begun, Action::SessionCreated).on(session_id.get()).and(Action::ImportStarted)
            } else {
                Acted::new(begun, Action::ImportStarted)
            };
            Ok(acted.on_each(plans.iter().map(|_| session_id.get())))
        })
    }

    /// Plans a stopped import anew from `source` and gives it back to be run. The progress stays at nothing
    /// meanwhile: it counts what is stored.
    ///
    /// # Errors
    /// As [`Self::import_plan`]; [`RegisterError::SourceDiffers`] when the folder does not hold what was planned;
    /// [`RegisterError::NothingToImport`] when the import ended or was given up meanwhile. A plan with nothing in it is
    /// what is left when everything is stored by now.
    pub fn import_again(
        &self,
        id: ImportId,
        source: &Path,
        ctx: &mut TaskCtx,
    ) -> Result<Plan, RegisterError> {
        let (import, planned, named) = self.read(|tx| {
            Ok((imports::get(tx, id)?, imports::planned_files(tx, id)?, imports::issues(tx, id)?))
        })?;
        let plan = self.planned(source, Some(&planned), |_, _| ctx.step(|_| {}))?;
        if !holds(&plan, &planned, &named) {
            return Err(RegisterError::SourceDiffers);
        }
        self.transact(|tx| {
            self.stopped(imports::get(tx, id)?)?;
            let scope = source::scope(source);
            imports::restart(tx, id, &source.to_string_lossy(), scope, plan.file_count())?;
            // what was stored by this very import is known by now, and no news
            for issue in plan.ignored.iter().filter(|issue| issue.reason != ImportReason::AlreadyKnown) {
                imports::add_issue(tx, id, issue)?;
            }
            Ok(Acted::new((), Action::ImportStarted).on(import.session_id.get()))
        })?;
        if self.imports().has_unrecorded(id) {
            self.sweep_after_import();
        }
        Ok(plan)
    }

    /// Stores the frames of a plan. A cancel ends it as [`ImportOutcome::Cancelled`]; what is stored stays.
    ///
    /// # Errors
    /// [`RegisterError::SourceVanished`], or trouble with the register's own disk; the import is then marked as failed
    /// and can be resumed. [`RegisterError::ImportRunning`] when it is under way already.
    pub fn import_run(
        &self,
        begun: BegunImport,
        plan: &Plan,
        ctx: &mut TaskCtx,
    ) -> Result<ImportOutcome, RegisterError> {
        let run = self.imports().begin(begun.import_id)?;
        let stored = self.store_files(begun, plan, ctx);
        match stored.and_then(|stored| self.look_again(begun, plan, &stored, ctx)) {
            Ok(Looked { scope, news }) => {
                let copied = self.copy_missing(Some(begun.session_id), |done, total| {
                    ctx.step(|progress| {
                        progress.copied = done;
                        progress.to_copy = total;
                    })
                });
                let holds_known = !plan.known.is_empty() || !plan.known_sidecars.is_empty();
                let copy_scope = if holds_known { CopyScope::All } else { CopyScope::Session };
                let end = Ending { news, looked_through: Some(scope), copy_scope: Some(copy_scope) };
                self.import_end(begun, run, copied.map(|_| ImportOutcome::Completed), &end)
            }
            Err(RegisterError::Cancelled) => {
                self.import_end(begun, run, Ok(ImportOutcome::Cancelled), &Ending::default())
            }
            Err(error) => self.import_end(begun, run, Err(error), &Ending::default()),
        }
    }

    /// Writes down how a run ended, with what is still to be said of files.
    pub(super) fn import_end(
        &self,
        begun: BegunImport,
        mut run: UnderWay<'_>,
        result: Result<ImportOutcome, RegisterError>,
        end: &Ending,
    ) -> Result<ImportOutcome, RegisterError> {
        let (outcome, fault) = match &result {
            Ok(outcome) => (*outcome, None),
            Err(error) => (ImportOutcome::Failed, Some(fault(error))),
        };
        if let Some(fault) = fault {
            run.stopped_by(fault);
        }
        let ended = self.transact(|tx| {
            let now = tx.now();
            for issue in &end.news {
                imports::add_issue(tx, begun.import_id, issue)?;
            }
            if let Some(scope) = end.looked_through {
                imports::looked_through(tx, begun.import_id, scope)?;
            }
            if let Some(scope) = end.copy_scope
                && second_copies::get(tx)?.is_some()
            {
                imports::set_copy_scope(tx, begun.import_id, scope)?;
            }
            imports::end(tx, begun.import_id, outcome, fault, now)?;
            Ok(Acted::new((), Action::ImportEnded).on(begun.session_id.get()))
        });
        if ended.is_ok() {
            run.recorded();
            self.sweep_after_import();
        }
        result.and_then(|outcome| ended.map(|()| outcome))
    }

    /// Stores the photographs of a plan, then its sidecars.
    pub(super) fn store_files(
        &self,
        begun: BegunImport,
        plan: &Plan,
        ctx: &mut TaskCtx,
    ) -> Result<StoredFiles, RegisterError> {
        let photos = self.store_frames(begun, plan, ctx)?;
        let sidecars = self.store_sidecars(begun, plan, &photos, ctx)?;
        Ok(StoredFiles { photos, sidecars })
    }

    fn store_frames(
        &self,
        begun: BegunImport,
        plan: &Plan,
        ctx: &mut TaskCtx,
    ) -> Result<HashMap<String, [u8; 32]>, RegisterError> {
        ctx.step(|progress| {
            progress.total = u64::from(plan.file_count());
            progress.bytes_total = plan.byte_count();
        })?;
        self.photos().settle(&[], self.state()?)?;
        let cancelled = ctx.cancel_flag();
        let stopped = AtomicBool::new(false);
        let is_stopped = || stopped.load(Ordering::Acquire) || cancelled.load(Ordering::Acquire);
        let next = AtomicUsize::new(0);
        let claimed: Mutex<HashSet<[u8; 32]>> = Mutex::default();
        // what is being stored by this very run counts as known, so that two equal files make one frame
        let is_known = |hash: &[u8; 32]| {
            let is_new = claimed.lock().unwrap_or_else(PoisonError::into_inner).insert(*hash);
            Ok(!is_new || self.holds_content(hash)?)
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let most = cores.saturating_mul(WORKERS_A_CORE).min(MOST_WORKERS);
        let workers = (most / self.imports().count_under_way().max(1)).max(FEWEST_WORKERS.min(most));
        let (sender, receiver) = mpsc::sync_channel::<Result<Ingested, RegisterError>>(workers);

        let stored = std::thread::scope(|scope| {
            // with the writer, should it panic: nobody then waits to send to it
            let receiver = receiver;
            for _ in 0..workers {
                let sender = sender.clone();
                scope.spawn(|| {
                    let sender = sender;
                    let mut ingestor =
                        Ingestor::new(self.photos(), self.decoder(), self.decode_turns(), &is_known);
                    while !is_stopped() {
                        let place = next.fetch_add(1, Ordering::AcqRel);
                        let Some(files) = plan.frames.get(place) else { break };
                        let ingested = match ingestor.ingest(files) {
                            Ok(ingested) if ingested.has_unread() && plan.has_lost_source(place) => {
                                Err(RegisterError::SourceVanished)
                            }
                            other => other,
                        };
                        if sender.send(ingested).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);

            let mut writer = Writer::new(self, begun);
            let result = loop {
                let written = match receiver.recv_timeout(LOOK) {
                    Ok(Ok(ingested)) => writer.take(ingested),
                    Ok(Err(error)) => Err(error),
                    Err(RecvTimeoutError::Timeout) => writer.flush_when_old(),
                    Err(RecvTimeoutError::Disconnected) => break Ok(()),
                };
                let step = written.and_then(|written| Ok(ctx.step(|progress| written.add_to(progress))?));
                if let Err(error) = step {
                    break Err(error);
                }
            };
            stopped.store(true, Ordering::Release);
            // frames that were sealed when the stop came get their rows too
            let (written, rest) = writer.take_rest(&receiver);
            // whether to go on is no question any more
            let _ = ctx.step(|progress| written.add_to(progress));
            result.and(rest).map(|()| writer.into_stored())
        })?;
        // a cancel that came with the last frames is too late to mean anything
        if cancelled.load(Ordering::Acquire) && next.load(Ordering::Acquire) < plan.frames.len() {
            return Err(RegisterError::Cancelled);
        }
        Ok(stored)
    }
}

/// The row of an import with what it is to bring and what is said already.
fn insert(tx: &mut WriteTx<'_>, plan: &Plan, session_id: SessionId) -> Result<BegunImport, RegisterError> {
    let now = tx.now();
    let source = plan.source.path().to_string_lossy();
    let scope = source::scope(plan.source.path());
    let import_id = imports::insert(tx, session_id, &source, scope, plan.file_count(), now)?;
    imports::plan_files(tx, import_id, &files_of(plan))?;
    for issue in &plan.ignored {
        imports::add_issue(tx, import_id, issue)?;
    }
    Ok(BegunImport { import_id, session_id })
}

/// The new photographs of a plan, and those beside which new sidecars are: by them its card is known again.
fn files_of(plan: &Plan) -> Vec<PlannedFile> {
    let photos = plan.frames.iter().flat_map(|frame| &frame.files);
    let photos = photos.chain(plan.sidecars.iter().map(|sidecar| &sidecar.photo));
    let new: HashSet<&str> = photos.map(|file| file.source_name.as_str()).collect();
    plan.heads.iter().filter(|file| new.contains(file.source_name.as_str())).cloned().collect()
}

/// Whether a source holds all that an import was to bring, by name, length and beginning, save what cannot be read any
/// more and is named for it: a resumed import that says it is complete must not have met another card in the reader.
/// The folders may differ, for a card can be chosen by its root or by its `DCIM`.
fn holds(plan: &Plan, planned: &[PlannedFile], named: &[ImportIssue]) -> bool {
    let there: HashSet<_> = plan.heads.iter().map(identity).collect();
    let is_unread = |issue: &&ImportIssue| {
        use ImportReason::{AlreadyKnown, Duplicate, NotPlanned};
        !matches!(issue.reason, AlreadyKnown | Duplicate | NotPlanned)
    };
    let named: HashSet<&str> =
        named.iter().filter(is_unread).map(|issue| issue.source_name.as_str()).collect();
    let unread: HashSet<&str> =
        plan.ignored.iter().filter(is_unread).map(|issue| file_name(&issue.source_name)).collect();
    let is_there = |file: &PlannedFile| {
        there.contains(&identity(file))
            || unread.contains(file_name(&file.source_name))
            || named.contains(file.source_name.as_str())
    };
    !planned.is_empty() && planned.iter().all(is_there)
}

fn fault(error: &RegisterError) -> ImportFault {
    match error {
        RegisterError::SourceVanished => ImportFault::SourceVanished,
        RegisterError::Store(StoreError::DiskFull) | RegisterError::Vault(VaultError::DiskFull) => {
            ImportFault::DiskFull
        }
        RegisterError::Store(StoreError::ReadOnly) | RegisterError::Vault(VaultError::ReadOnly) => {
            ImportFault::ReadOnly
        }
        _ => ImportFault::Other,
    }
}
