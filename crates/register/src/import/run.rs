//! Running a plan: several frames at once are read and sealed, one thread writes their rows.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::Action;
use domain::ids::{FrameId, ImportId, SessionId};
use domain::import::{Import, ImportFault, ImportIssue, ImportOutcome, ImportReason};
use domain::photo::PhotoFileKind;
use store::frames::NewFrame;
use store::{Acted, StoreError, WriteTx, frames, imports, keylist, sessions, thumbnails};
use tasks::{Cancelled, Progress, TaskCtx};
use vault::VaultError;

use super::ingest::{Ingested, ingest};
use super::plan::{Known, Plan, plan};
use super::scan::scan;
use crate::photos::seal_thumbnails;
use crate::{Register, RegisterError};

/// Frames whose rows are committed together at the most.
const BATCH_FRAMES: usize = 32;
/// Sealed frames wait for their rows at the most this long.
const BATCH_TIME: Duration = Duration::from_millis(500);
/// How often a waiting writer looks whether it should stop.
const LOOK: Duration = Duration::from_millis(50);
/// Workers for each core: one computes while the other waits for the disk to sync and to be read back.
const WORKERS_A_CORE: usize = 2;
/// More workers than this only wait for the disk.
const MOST_WORKERS: usize = 4;

/// Where a plan's frames go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A new session.
    New {
        /// Its name.
        name: String,
        /// Who took the photographs.
        photographer: String,
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

impl Register {
    /// Plans the import of a folder without storing anything.
    ///
    /// # Errors
    /// [`RegisterError::FolderUnreadable`] when the folder cannot be listed, [`RegisterError::Cancelled`].
    pub fn import_plan(&self, source: PathBuf, ctx: &mut TaskCtx) -> Result<Plan, RegisterError> {
        self.planned(&source, |done, total| {
            ctx.step(|progress| {
                progress.done = done as u64;
                progress.total = total as u64;
            })
        })
    }

    /// `step` is told of files seen, and of how many once that is known.
    fn planned(
        &self,
        source: &Path,
        mut step: impl FnMut(usize, usize) -> Result<(), Cancelled>,
    ) -> Result<Plan, RegisterError> {
        if std::fs::read_dir(source).is_err() {
            return Err(RegisterError::FolderUnreadable);
        }
        let found = scan(source, |_| step(0, 0))?;
        let (sizes, hashes) = self.read(|tx| Ok(frames::known_content(tx)?))?;
        Ok(plan(source, found, &Known { sizes, hashes }, step)?)
    }

    /// Gives a plan its session and its row.
    ///
    /// # Errors
    /// [`RegisterError::NothingToImport`] for an empty plan; when the name is empty or too long.
    pub fn import_begin(&self, plan: &Plan, into: Destination) -> Result<BegunImport, RegisterError> {
        if plan.frames.is_empty() {
            return Err(RegisterError::NothingToImport);
        }
        let source = plan.source.path().to_string_lossy().into_owned();
        self.transact(|tx| {
            let is_new = matches!(into, Destination::New { .. });
            let session_id = match into {
                Destination::Existing(id) => sessions::get(tx, id)?.session.id,
                Destination::New { name, photographer } => {
                    crate::sessions::check_name(&name)?;
                    let now = tx.now();
                    sessions::insert(tx, name.trim(), photographer.trim(), now)?
                }
            };
            let now = tx.now();
            let import_id = imports::insert(tx, session_id, &source, plan.file_count(), now)?;
            for issue in &plan.ignored {
                imports::add_issue(tx, import_id, issue)?;
            }
            let begun = BegunImport { import_id, session_id };
            let acted = if is_new {
                Acted::new(begun, Action::SessionCreated).on(session_id.get()).and(Action::ImportStarted)
            } else {
                Acted::new(begun, Action::ImportStarted)
            };
            Ok(acted.on(session_id.get()))
        })
    }

    /// Plans a stopped import anew from its own folder and gives it back to be run. The progress stays at nothing
    /// meanwhile: it counts what is stored.
    ///
    /// # Errors
    /// As [`Self::import_plan`]; [`RegisterError::SourceDiffers`] when the folder does not hold what was planned. A
    /// plan with nothing in it is what is left when everything is stored by now.
    pub fn import_again(&self, id: ImportId, ctx: &mut TaskCtx) -> Result<Plan, RegisterError> {
        let (import, named) = self.read(|tx| Ok((imports::get(tx, id)?, imports::issues(tx, id)?.len())))?;
        let plan = self.planned(Path::new(&import.source_path), |_, _| ctx.step(|_| {}))?;
        if !holds_the_rest(&plan, &import, named) {
            return Err(RegisterError::SourceDiffers);
        }
        self.transact(|tx| {
            imports::restart(tx, id, plan.file_count())?;
            // what was stored by this very import is known by now, and no news
            for issue in plan.ignored.iter().filter(|issue| issue.reason != ImportReason::AlreadyKnown) {
                imports::add_issue(tx, id, issue)?;
            }
            Ok(Acted::new((), Action::ImportStarted).on(import.session_id.get()))
        })?;
        if self.imports().has_unrecorded(id) {
            self.sweep_after_failure();
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
        let mut run = self.imports().begin(begun.import_id)?;
        let result = self.store_frames(begun, plan, ctx);
        let (outcome, fault) = match &result {
            Ok(()) => (ImportOutcome::Completed, None),
            Err(RegisterError::Cancelled) => (ImportOutcome::Cancelled, None),
            Err(error) => (ImportOutcome::Failed, Some(fault(error))),
        };
        if let Some(fault) = fault {
            run.stopped_by(fault);
        }
        let ended = self.transact(|tx| {
            let now = tx.now();
            imports::end(tx, begun.import_id, outcome, fault, now)?;
            Ok(Acted::new((), Action::ImportEnded).on(begun.session_id.get()))
        });
        if ended.is_ok() {
            run.recorded();
        }
        match result {
            Ok(()) | Err(RegisterError::Cancelled) => ended.map(|()| outcome),
            Err(error) => {
                if ended.is_ok() {
                    self.sweep_after_failure();
                }
                Err(error)
            }
        }
    }

    fn store_frames(&self, begun: BegunImport, plan: &Plan, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
        ctx.step(|progress| {
            progress.total = u64::from(plan.file_count());
            progress.bytes_total = plan.byte_count();
        })?;
        let cancelled = ctx.cancel_flag();
        let stopped = AtomicBool::new(false);
        let is_stopped = || stopped.load(Ordering::Acquire) || cancelled.load(Ordering::Acquire);
        let next = AtomicUsize::new(0);
        let claimed: Mutex<HashSet<[u8; 32]>> = Mutex::default();
        // what is being stored by this very run counts as known, so that two equal files make one frame
        let is_known = |hash: &[u8; 32]| {
            let is_new = claimed.lock().unwrap_or_else(PoisonError::into_inner).insert(*hash);
            !is_new || self.read(|tx| Ok(frames::is_known(tx, hash)?)).unwrap_or(false)
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let workers = cores.saturating_mul(WORKERS_A_CORE).min(MOST_WORKERS);
        let (sender, receiver) = mpsc::sync_channel::<Result<Ingested, RegisterError>>(workers);

        std::thread::scope(|scope| {
            for _ in 0..workers {
                let sender = sender.clone();
                scope.spawn(|| {
                    let sender = sender;
                    while !is_stopped() {
                        let place = next.fetch_add(1, Ordering::AcqRel);
                        let Some(files) = plan.frames.get(place) else { break };
                        let ingested = match ingest(self.photos(), files, &is_known) {
                            Ok(ingested) if ingested.has_unread() && plan.has_lost_source(place) => {
                                Err(RegisterError::SourceVanished)
                            }
                            other => other.map_err(RegisterError::from),
                        };
                        if sender.send(ingested).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);

            let mut writer = Writer { register: self, begun, waiting: Vec::new(), since: Instant::now() };
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
            result.and(rest)
        })?;
        // a cancel that came with the last frames is too late to mean anything
        if cancelled.load(Ordering::Acquire) && next.load(Ordering::Acquire) < plan.frames.len() {
            return Err(RegisterError::Cancelled);
        }
        Ok(())
    }

    /// Marks imports that were under way when the program ended, and removes sealed files that got no row. To be
    /// called when a register has just been opened, before any import runs.
    ///
    /// # Errors
    /// Trouble with the register's disk.
    pub fn import_settle(&self) -> Result<(), RegisterError> {
        let running = self.read(|tx| Ok(imports::running(tx)?))?;
        if running.is_empty() {
            return Ok(());
        }
        for id in running {
            self.transact(|tx| {
                let now = tx.now();
                imports::end(tx, id, ImportOutcome::Interrupted, None, now)?;
                let session_id = imports::get(tx, id)?.session_id;
                Ok(Acted::new((), Action::ImportEnded).on(session_id.get()))
            })?;
        }
        self.sweep_photos()
    }

    /// Frees the room of frames that were sealed and whose rows could not be written. Only to be called when something
    /// was committed since: a commit that failed may come to light until then, and not after.
    fn sweep_after_failure(&self) {
        if let Some(Err(error)) = self.imports().while_idle(|| self.sweep_photos()) {
            tracing::warn!(%error, "sealed files without a row stay until the register is opened again");
        }
    }

    /// Removes sealed files that have no row. No import may be under way: its files get their rows later.
    fn sweep_photos(&self) -> Result<(), RegisterError> {
        let known = self.read(|tx| Ok(frames::vault_names(tx)?))?;
        let now = u64::try_from(self.now().millis()).unwrap_or_default();
        let removed = self.photos().sweep_orphans(|name| known.contains(name), Duration::ZERO, now)?;
        tracing::info!(count = removed.len(), "sealed files without a row removed");
        Ok(())
    }
}

/// Whether a source still holds what an import has stored and what it has yet to store, as far as numbers tell. A
/// resumed import that says it is complete must not have met another card in the reader.
fn holds_the_rest(plan: &Plan, import: &Import, named: usize) -> bool {
    use ImportReason as Reason;
    let count =
        |is_counted: fn(Reason) -> bool| plan.ignored.iter().filter(|issue| is_counted(issue.reason)).count();
    let stored =
        count(|reason| matches!(reason, Reason::AlreadyKnown | Reason::Duplicate | Reason::Unreadable));
    let photographs =
        count(|reason| !matches!(reason, Reason::SystemFile | Reason::UnsupportedKind | Reason::Link));
    stored >= import.stored_files as usize
        && photographs + plan.file_count() as usize + named >= import.planned_files as usize
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

impl Ingested {
    /// Whether the system did not give a file that was there when the plan was made.
    fn has_unread(&self) -> bool {
        let is_unread = |reason| matches!(reason, ImportReason::Vanished | ImportReason::Unreadable);
        self.issues.iter().any(|issue| is_unread(issue.reason))
    }

    /// Files of the source that are dealt with: stored or refused. A stored file may carry a remark as well.
    fn seen_files(&self) -> u64 {
        let stored: HashSet<&str> = self.frame.files.iter().map(|file| file.source_name.as_str()).collect();
        let refused = self.issues.iter().filter(|issue| !stored.contains(issue.source_name.as_str())).count();
        (stored.len() + refused) as u64
    }
}

/// What has its rows: only that counts as done.
#[derive(Debug, Default)]
#[must_use]
struct Written {
    files: u64,
    bytes: u64,
    issues: u32,
}

impl Written {
    fn of(batch: &[Ingested]) -> Self {
        Self {
            files: batch.iter().map(Ingested::seen_files).sum(),
            bytes: batch.iter().map(|ingested| ingested.bytes).sum(),
            issues: batch
                .iter()
                .map(|ingested| u32::try_from(ingested.issues.len()).unwrap_or(u32::MAX))
                .sum(),
        }
    }

    fn add_to(&self, progress: &mut Progress) {
        progress.done += self.files;
        progress.bytes_done += self.bytes;
        progress.issues += self.issues;
    }
}

/// Gives sealed frames their keys, rows and thumbnails, several at a time.
struct Writer<'a> {
    register: &'a Register,
    begun: BegunImport,
    waiting: Vec<Ingested>,
    since: Instant,
}

impl Writer<'_> {
    fn take(&mut self, ingested: Ingested) -> Result<Written, RegisterError> {
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        self.waiting.push(ingested);
        if self.waiting.len() >= BATCH_FRAMES { self.flush() } else { self.flush_when_old() }
    }

    fn flush_when_old(&mut self) -> Result<Written, RegisterError> {
        let is_old = !self.waiting.is_empty() && self.since.elapsed() >= BATCH_TIME;
        if is_old { self.flush() } else { Ok(Written::default()) }
    }

    /// What was written, and the first trouble.
    fn take_rest(
        &mut self,
        receiver: &mpsc::Receiver<Result<Ingested, RegisterError>>,
    ) -> (Written, Result<(), RegisterError>) {
        let mut result = Ok(());
        for ingested in receiver {
            match ingested {
                Ok(ingested) => self.waiting.push(ingested),
                Err(error) => result = result.and(Err(error)),
            }
        }
        match self.flush() {
            Ok(written) => (written, result),
            Err(error) => (Written::default(), Err(error)),
        }
    }

    fn flush(&mut self) -> Result<Written, RegisterError> {
        let batch = std::mem::take(&mut self.waiting);
        if batch.is_empty() {
            return Ok(Written::default());
        }
        let store = self.register.store();
        let keys: Vec<_> = batch
            .iter()
            .flat_map(|ingested| ingested.frame.files.iter().zip(&ingested.keys))
            .map(|(file, key)| (file.vault_name.as_str(), key))
            .collect();
        keylist::put_all(store, &keys)?;
        let begun = self.begun;
        let ids = self.register.transact(|tx| {
            let mut ids = Vec::with_capacity(batch.len());
            for ingested in &batch {
                ids.push(store_rows(tx, begun, &ingested.frame, &ingested.issues)?);
            }
            let stored = ids.iter().flatten().count();
            let count = u32::try_from(stored).unwrap_or(u32::MAX);
            Ok(Acted::new(ids, Action::FramesImported).on(begun.session_id.get()).count(count))
        })?;
        let sealed: Vec<_> = ids
            .iter()
            .zip(&batch)
            .filter_map(|(id, ingested)| {
                let (file, key) = (ingested.frame.files.first()?, ingested.keys.first()?);
                Some(((*id)?, seal_thumbnails(&file.vault_name, key, ingested.thumbnails.as_ref()?)))
            })
            .collect();
        let pictures: Vec<_> = sealed
            .iter()
            .flat_map(|(id, both)| both.iter().map(|(size, bytes)| (*id, *size, bytes.as_slice())))
            .collect();
        thumbnails::put_all(store, &pictures)?;
        Ok(Written::of(&batch))
    }
}

fn store_rows(
    tx: &mut WriteTx<'_>,
    begun: BegunImport,
    frame: &NewFrame,
    issues: &[ImportIssue],
) -> Result<Option<FrameId>, RegisterError> {
    for issue in issues {
        imports::add_issue(tx, begun.import_id, issue)?;
    }
    if frame.files.is_empty() {
        return Ok(None);
    }
    for file in &frame.files {
        // said when an earlier attempt could not read it
        if !issues.iter().any(|issue| issue.source_name == file.source_name) {
            imports::delete_issue(tx, begun.import_id, &file.source_name)?;
        }
    }
    let now = tx.now();
    let (id, new_frames) = match other_half(tx, begun.session_id, frame)? {
        Some(id) => {
            frames::add_files(tx, begun.session_id, id, &frame.files)?;
            (id, 0)
        }
        None => (frames::insert(tx, begun.session_id, frame, now)?, 1),
    };
    let files = u32::try_from(frame.files.len()).unwrap_or(u32::MAX);
    let bytes = frame.files.iter().map(|file| file.size_bytes).sum();
    imports::add_progress(tx, begun.import_id, files, bytes, new_frames)?;
    Ok(Some(id))
}

/// The stored frame whose missing half this is: same session, folder, name and moment, and raw where the other is
/// not or the reverse.
fn other_half(
    tx: &WriteTx<'_>,
    session_id: SessionId,
    new: &NewFrame,
) -> Result<Option<FrameId>, RegisterError> {
    let [file] = new.files.as_slice() else { return Ok(None) };
    let Some(id) = frames::find_by_name(tx, session_id, &new.folder, &new.name)? else { return Ok(None) };
    let stored = frames::files(tx, id)?;
    let is_raw = |kind: PhotoFileKind| kind == PhotoFileKind::Raw;
    let completes = stored.len() == 1 && stored.iter().all(|other| is_raw(other.kind) != is_raw(file.kind));
    let same_moment = frames::get(tx, id)?.frame.taken_local == new.taken_local;
    Ok(Some(id).filter(|_| completes && same_moment))
}
