//! Watching a folder: what a tethered camera writes into it becomes frames of a session.
//!
//! The folder is read again and again, for network disks do not tell of changes. A file is taken when two looks found it
//! the same; one that does not show by itself whether it is whole, as a raw file, when it has rested for longer. One with
//! which something is wrong is looked at again when it has changed or has rested for a while. Each file is stored as soon
//! as it is there; the second half of a RAW+JPEG pair joins its frame. Deliberately not here: planning and resuming.
//! Invariant: what was there when the watch began is left alone until it changes, unless it was asked for.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

use domain::Action;
use domain::ids::SessionId;
use domain::import::{ImportIssue, ImportOutcome, ImportReason};
use store::{Acted, imports, sessions};
use tasks::{Cancelled, Progress, TaskCtx, TaskId};

use super::ingest::{Ingested, Ingestor};
use super::plan::{FrameFiles, source_label};
use super::run::{BegunImport, Ending};
use super::scan::{Scan, SourceFile, file_name, scan};
use super::start::left_by;
use super::turns::Turns;
use super::writer::Writer;
use crate::{Register, RegisterError, TaskKind, TaskOutcome};

/// How often the folder is read, and how long a doubtful file is waited for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    pub look: Duration,
    /// For how long a file must have rested that does not show by itself whether it is whole: any but a JPEG.
    pub rest: Duration,
    pub patience: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            look: Duration::from_millis(250),
            rest: Duration::from_secs(2),
            patience: Duration::from_secs(10),
        }
    }
}

/// Length and moment of writing of a file: a change shows in one of them.
type Look = (u64, Option<SystemTime>);

/// The files that are known, by name below the folder.
pub(super) type Seen = HashMap<String, Known>;

/// A file as the looks found it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    look: Look,
    since: Instant,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Seen once like this.
    New,
    /// Was taken for incomplete.
    Doubtful,
    /// The system does not give it; that was said, and it is tried again.
    Unread,
    /// Nothing is to be done with it.
    Done,
}

impl Known {
    fn new(file: &SourceFile, stage: Stage) -> Self {
        Self { look: (file.size_bytes, file.modified), since: Instant::now(), stage }
    }
}

impl Register {
    /// How many photographs a folder holds by their names.
    ///
    /// # Errors
    /// [`RegisterError::FolderUnreadable`].
    pub fn watch_look(&self, folder: &Path) -> Result<usize, RegisterError> {
        Ok(look(folder)?.files.len())
    }

    /// Watches a folder for a session until the task is stopped. `with_present`: takes what is there now, too.
    ///
    /// # Errors
    /// [`RegisterError::FolderUnreadable`]; when there is no such session.
    pub fn watch_start(
        self: &Arc<Self>,
        folder: PathBuf,
        session_id: SessionId,
        with_present: bool,
    ) -> Result<(TaskId, BegunImport), RegisterError> {
        let (begun, seen) = self.watch_begin(&folder, session_id, with_present)?;
        let task = self.start_task(TaskKind::Watch, source_label(&folder), move |register, ctx| {
            register.watch_run(begun, &folder, seen, Pace::default(), ctx)?;
            Ok(TaskOutcome::Completed(left_by(begun)))
        })?;
        self.tasks().announce(task, left_by(begun));
        Ok((task, begun))
    }

    pub(super) fn watch_begin(
        &self,
        folder: &Path,
        session_id: SessionId,
        with_present: bool,
    ) -> Result<(BegunImport, Seen), RegisterError> {
        let there = look(folder)?;
        let seen = if with_present { Vec::new() } else { there.files };
        let seen =
            seen.iter().map(|file| (file.source_name.clone(), Known::new(file, Stage::Done))).collect();
        let source = folder.to_string_lossy();
        let begun = self.transact(|tx| {
            let session_id = sessions::get(tx, session_id)?.session.id;
            let now = tx.now();
            let import_id = imports::insert_watch(tx, session_id, &source, now)?;
            let begun = BegunImport { import_id, session_id };
            Ok(Acted::new(begun, Action::ImportStarted).on(session_id.get()))
        })?;
        Ok((begun, seen))
    }

    /// Watches until it is cancelled, which is how a watch ends.
    pub(super) fn watch_run(
        &self,
        begun: BegunImport,
        folder: &Path,
        seen: Seen,
        pace: Pace,
        ctx: &mut TaskCtx,
    ) -> Result<ImportOutcome, RegisterError> {
        let run = self.imports().begin(begun.import_id)?;
        match self.watch(begun, folder, seen, pace, ctx) {
            Ok(left) => {
                let end = Ending { news: left, ..Ending::default() };
                self.import_end(begun, run, Ok(ImportOutcome::Completed), &end)
            }
            Err(error) => self.import_end(begun, run, Err(error), &Ending::default()),
        }
    }

    /// Stores what comes in, and beside it copies what is stored to the second disk, where that is wished.
    fn watch(
        &self,
        begun: BegunImport,
        folder: &Path,
        seen: Seen,
        pace: Pace,
        ctx: &mut TaskCtx,
    ) -> Result<Vec<ImportIssue>, RegisterError> {
        let stored = AtomicU64::new(0);
        let ended = AtomicBool::new(false);
        let cancelled = ctx.cancel_flag();
        let is_over = || ended.load(Ordering::Acquire) || cancelled.load(Ordering::Acquire);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut copied = 0;
                while !is_over() {
                    let so_far = stored.load(Ordering::Acquire);
                    if so_far != copied {
                        copied = so_far;
                        let step = |_, _| if is_over() { Err(Cancelled) } else { Ok(()) };
                        if let Err(error) = self.copy_missing(Some(begun.session_id), step) {
                            tracing::warn!(%error, "photos that came in have no second copy yet");
                        }
                    }
                    std::thread::sleep(pace.look);
                }
            });
            let left = self.take_in(begun, folder, seen, pace, &stored, ctx);
            ended.store(true, Ordering::Release);
            left
        })
    }

    /// What is to be said of files that were coming in when it was stopped. Counts in `stored` what was stored.
    fn take_in(
        &self,
        begun: BegunImport,
        folder: &Path,
        mut seen: Seen,
        pace: Pace,
        stored: &AtomicU64,
        ctx: &mut TaskCtx,
    ) -> Result<Vec<ImportIssue>, RegisterError> {
        self.photos().settle(&[], self.state()?)?;
        let is_known = |hash: &[u8; 32]| self.holds_content(hash);
        // of its own: a photo just taken does not wait behind a card
        let turns = Turns::new(1);
        let mut ingestor = Ingestor::new(self.photos(), self.decoder(), &turns, &is_known);
        let mut writer = Writer::new(self, begun);
        let cancelled = ctx.cancel_flag();
        let mut progress = Progress::default();
        let mut told = None;
        while !cancelled.load(Ordering::Acquire) {
            let there = look(folder);
            progress.is_blocked = there.is_err();
            if let Ok(there) = &there {
                let names: HashSet<&str> = there.files.iter().map(|file| file.source_name.as_str()).collect();
                seen.retain(|name, _| names.contains(name.as_str()));
            }
            for file in there.map(|there| there.files).unwrap_or_default() {
                if cancelled.load(Ordering::Acquire) {
                    break;
                }
                let Some(is_last_try) = is_due(&mut seen, &file, pace) else { continue };
                let Some(known) = seen.get_mut(&file.source_name) else { continue };
                let ingested = ingestor.ingest(&FrameFiles { files: vec![file] })?;
                let is_unread = ingested.has_unread();
                if is_unread && known.stage == Stage::Unread {
                    known.since = Instant::now();
                    continue;
                }
                if is_doubtful(&ingested) && !is_last_try {
                    self.discard(&ingested);
                    known.stage = Stage::Doubtful;
                    continue;
                }
                writer.take(ingested)?.add_to(&mut progress);
                writer.flush()?.add_to(&mut progress);
                stored.fetch_add(1, Ordering::AcqRel);
                known.stage = if is_unread { Stage::Unread } else { Stage::Done };
                known.since = Instant::now();
            }
            // told twice, for the first time may be too soon after the one before
            if told != Some((progress, true)) {
                told = Some((progress, told.is_some_and(|(before, _)| before == progress)));
                if ctx.step(|shown| *shown = progress).is_err() {
                    break;
                }
            }
            std::thread::sleep(pace.look);
        }
        Ok(left(&seen))
    }

    /// Removes what was sealed of a file that is not complete.
    fn discard(&self, ingested: &Ingested) {
        for file in &ingested.frame.files {
            let name = file.vault_name.as_str();
            let removed = self.photos().remove(name).map_err(RegisterError::from);
            // while its name is on the list of the unsettled, the sweep tries again
            if let Err(error) = removed.and_then(|()| Ok(self.photos().settle(&[name], self.state()?)?)) {
                tracing::warn!(%error, "a sealed file that is not kept stays for now");
            }
        }
    }
}

fn look(folder: &Path) -> Result<Scan, RegisterError> {
    fs::read_dir(folder).map_err(|_| RegisterError::FolderUnreadable)?;
    let Ok(found) = scan(folder, |_| Ok::<_, Infallible>(()));
    Ok(found)
}

/// Names what was coming in.
fn left(seen: &Seen) -> Vec<ImportIssue> {
    seen.iter()
        .filter(|(_, known)| matches!(known.stage, Stage::New | Stage::Doubtful))
        .map(|(name, _)| ImportIssue::left_out(name.clone(), ImportReason::NotPlanned))
        .collect()
}

/// Whether a file is to be taken now, and if so, whether as it is.
fn is_due(seen: &mut Seen, file: &SourceFile, pace: Pace) -> Option<bool> {
    let known = seen.get(&file.source_name).filter(|known| known.look == (file.size_bytes, file.modified));
    let Some(known) = known else {
        seen.insert(file.source_name.clone(), Known::new(file, Stage::New));
        return None;
    };
    let rested = known.since.elapsed();
    let has_rested = rested >= pace.patience;
    match known.stage {
        Stage::New if shows_its_end(file) || rested >= pace.rest => Some(has_rested),
        Stage::New | Stage::Done => None,
        Stage::Doubtful | Stage::Unread => has_rested.then_some(true),
    }
}

/// Whether a look at a file's content shows that its rest is still to come.
fn shows_its_end(file: &SourceFile) -> bool {
    let ending = file_name(&file.source_name).rsplit_once('.').map_or("", |(_, ending)| ending);
    ["jpg", "jpeg", "jpe"].iter().any(|jpeg| jpeg.eq_ignore_ascii_case(ending))
}

/// Whether something is wrong with a file that its missing rest would explain.
fn is_doubtful(ingested: &Ingested) -> bool {
    ingested.issues.iter().any(|issue| issue.reason != ImportReason::AlreadyKnown)
}
