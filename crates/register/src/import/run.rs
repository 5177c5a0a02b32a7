//! Running a plan: several frames at once are read and sealed, one thread writes their rows.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::Action;
use domain::ids::{FrameId, ImportId, SessionId};
use domain::import::{ImportIssue, ImportOutcome};
use domain::photo::PhotoFileKind;
use store::frames::NewFrame;
use store::{Acted, WriteTx, frames, imports, keylist, sessions, thumbnails};
use tasks::TaskCtx;
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
/// More readers than this only wait for the disk.
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
        if std::fs::read_dir(&source).is_err() {
            return Err(RegisterError::FolderUnreadable);
        }
        let found = scan(&source, |_| ctx.step(|_| {}))?;
        let (sizes, hashes) = self.read(|tx| Ok(frames::known_content(tx)?))?;
        let known = Known { sizes, hashes };
        let planned = plan(&source, found, &known, |done, total| {
            ctx.step(|progress| {
                progress.done = done as u64;
                progress.total = total as u64;
            })
        })?;
        Ok(planned)
    }

    /// Gives a plan its session and its row.
    ///
    /// # Errors
    /// [`RegisterError::NothingToImport`] for an empty plan; when the name is empty or too long.
    pub fn import_begin(&self, plan: &Plan, into: Destination) -> Result<BegunImport, RegisterError> {
        if plan.frames.is_empty() {
            return Err(RegisterError::NothingToImport);
        }
        let source = plan.source.to_string_lossy().into_owned();
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

    /// Plans a stopped import anew from its own folder and gives it back to be run.
    ///
    /// # Errors
    /// As [`Self::import_plan`]. A plan with nothing in it is what is left when everything is stored by now.
    pub fn import_again(&self, id: ImportId, ctx: &mut TaskCtx) -> Result<Plan, RegisterError> {
        let import = self.read(|tx| Ok(imports::get(tx, id)?))?;
        let plan = self.import_plan(PathBuf::from(import.source_path), ctx)?;
        self.transact(|tx| {
            imports::restart(tx, id, plan.file_count())?;
            Ok(Acted::new((), Action::ImportStarted).on(import.session_id.get()))
        })?;
        Ok(plan)
    }

    /// Stores the frames of a plan. A cancel ends it as [`ImportOutcome::Cancelled`]; what is stored stays.
    ///
    /// # Errors
    /// Trouble with the register's own disk; the import is then marked as failed and can be resumed.
    pub fn import_run(
        &self,
        begun: BegunImport,
        plan: &Plan,
        ctx: &mut TaskCtx,
    ) -> Result<ImportOutcome, RegisterError> {
        let result = self.store_frames(begun, plan, ctx);
        let outcome = match &result {
            Ok(()) => ImportOutcome::Completed,
            Err(RegisterError::Cancelled) => ImportOutcome::Cancelled,
            Err(_) => ImportOutcome::Failed,
        };
        let ended = self.transact(|tx| {
            let now = tx.now();
            imports::end(tx, begun.import_id, outcome, now)?;
            Ok(Acted::new((), Action::ImportEnded).on(begun.session_id.get()))
        });
        match result {
            Ok(()) | Err(RegisterError::Cancelled) => ended.map(|()| outcome),
            Err(error) => Err(error),
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
        let workers = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
        let (sender, receiver) = mpsc::sync_channel::<Result<Ingested, VaultError>>(workers);

        std::thread::scope(|scope| {
            for _ in 0..workers {
                let sender = sender.clone();
                scope.spawn(|| {
                    let sender = sender;
                    while !is_stopped() {
                        let Some(files) = plan.frames.get(next.fetch_add(1, Ordering::AcqRel)) else { break };
                        if sender.send(ingest(self.photos(), files, &is_known)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);

            let mut writer = Writer { register: self, begun, waiting: Vec::new(), since: Instant::now() };
            let result = loop {
                let step = match receiver.recv_timeout(LOOK) {
                    Ok(Ok(ingested)) => {
                        let (files, bytes, issues) =
                            (ingested.seen_files(), ingested.bytes, ingested.issues.len());
                        writer.take(ingested).and_then(|()| {
                            Ok(ctx.step(|progress| {
                                progress.done += files;
                                progress.bytes_done += bytes;
                                progress.issues += u32::try_from(issues).unwrap_or(u32::MAX);
                            })?)
                        })
                    }
                    Ok(Err(error)) => Err(error.into()),
                    Err(RecvTimeoutError::Timeout) => {
                        writer.flush_when_old().and_then(|()| Ok(ctx.step(|_| {})?))
                    }
                    Err(RecvTimeoutError::Disconnected) => break Ok(()),
                };
                if let Err(error) = step {
                    break Err(error);
                }
            };
            stopped.store(true, Ordering::Release);
            // frames that were sealed when the stop came get their rows too
            let rest = writer.take_rest(&receiver);
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
                imports::end(tx, id, ImportOutcome::Interrupted, now)?;
                let session_id = imports::get(tx, id)?.session_id;
                Ok(Acted::new((), Action::ImportEnded).on(session_id.get()))
            })?;
        }
        let known = self.read(|tx| Ok(frames::vault_names(tx)?))?;
        let now = u64::try_from(self.now().millis()).unwrap_or_default();
        let removed = self.photos().sweep_orphans(|name| known.contains(name), Duration::ZERO, now)?;
        tracing::info!(count = removed.len(), "sealed files without a row removed");
        Ok(())
    }
}

impl Ingested {
    /// Files of the source that are dealt with: stored or refused. A stored file may carry a remark as well.
    fn seen_files(&self) -> u64 {
        let stored: HashSet<&str> = self.frame.files.iter().map(|file| file.source_name.as_str()).collect();
        let refused = self.issues.iter().filter(|issue| !stored.contains(issue.source_name.as_str())).count();
        (stored.len() + refused) as u64
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
    fn take(&mut self, ingested: Ingested) -> Result<(), RegisterError> {
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        self.waiting.push(ingested);
        if self.waiting.len() >= BATCH_FRAMES { self.flush() } else { self.flush_when_old() }
    }

    fn flush_when_old(&mut self) -> Result<(), RegisterError> {
        if !self.waiting.is_empty() && self.since.elapsed() >= BATCH_TIME { self.flush() } else { Ok(()) }
    }

    fn take_rest(
        &mut self,
        receiver: &mpsc::Receiver<Result<Ingested, VaultError>>,
    ) -> Result<(), RegisterError> {
        let mut result = Ok(());
        for ingested in receiver {
            match ingested {
                Ok(ingested) => self.waiting.push(ingested),
                Err(error) => result = Err(error.into()),
            }
        }
        self.flush().and(result)
    }

    fn flush(&mut self) -> Result<(), RegisterError> {
        let batch = std::mem::take(&mut self.waiting);
        if batch.is_empty() {
            return Ok(());
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
        Ok(())
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
