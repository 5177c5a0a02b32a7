//! Rows, keys and thumbnails of sealed frames, several frames to a commit.

use std::collections::HashMap;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use domain::Action;
use domain::ids::{FrameId, SessionId};
use domain::import::{ImportIssue, ImportReason};
use domain::photo::PhotoFileKind;
use store::frames::{CameraFacts, NewFrame};
use store::{Acted, WriteTx, crash_point, frames, imports, keylist, thumbnails};
use tasks::Progress;

use super::ingest::Ingested;
use super::run::BegunImport;
use crate::photos::seal_thumbnails;
use crate::{Register, RegisterError};

/// Frames whose rows are committed together at the most.
const BATCH_FRAMES: usize = 32;
/// Sealed frames wait for their rows at the most this long.
const BATCH_TIME: Duration = Duration::from_millis(500);

/// What has its rows: only that counts as done.
#[derive(Debug, Default)]
#[must_use]
pub struct Written {
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

    /// Counts it.
    pub fn add_to(&self, progress: &mut Progress) {
        progress.done += self.files;
        progress.bytes_done += self.bytes;
        progress.issues += self.issues;
    }
}

/// Gives sealed frames their keys, rows and thumbnails, several at a time.
pub struct Writer<'a> {
    register: &'a Register,
    begun: BegunImport,
    waiting: Vec<Ingested>,
    since: Instant,
    stored: HashMap<String, [u8; 32]>,
}

/// What became of a sealed frame.
#[derive(Default)]
struct Stored {
    /// Its row; none when none of its files was new.
    id: Option<FrameId>,
    /// Whether its own first file stands for the frame, so that its thumbnails are the frame's.
    is_standing: bool,
    /// Vault names that no row names: of files that another import stored meanwhile, and of lost files that came again.
    superseded: Vec<String>,
}

impl<'a> Writer<'a> {
    pub fn new(register: &'a Register, begun: BegunImport) -> Self {
        Self { register, begun, waiting: Vec::new(), since: Instant::now(), stored: HashMap::new() }
    }

    /// The files that have their rows by now: source names with BLAKE3 hashes.
    pub fn into_stored(self) -> HashMap<String, [u8; 32]> {
        self.stored
    }

    pub fn take(&mut self, ingested: Ingested) -> Result<Written, RegisterError> {
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        self.waiting.push(ingested);
        if self.waiting.len() >= BATCH_FRAMES { self.flush() } else { self.flush_when_old() }
    }

    pub fn flush_when_old(&mut self) -> Result<Written, RegisterError> {
        let is_old = !self.waiting.is_empty() && self.since.elapsed() >= BATCH_TIME;
        if is_old { self.flush() } else { Ok(Written::default()) }
    }

    /// What was written, and the first trouble.
    pub fn take_rest(
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
            Err(error) => (Written::default(), result.and(Err(error))),
        }
    }

    pub fn flush(&mut self) -> Result<Written, RegisterError> {
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
        crash_point("import-keys-written");
        let begun = self.begun;
        let stored = self.register.transact(|tx| {
            let stored: Result<Vec<Stored>, RegisterError> =
                batch.iter().map(|ingested| self.store_rows(tx, &ingested.frame, &ingested.issues)).collect();
            let stored = stored?;
            let count = stored.iter().filter(|stored| stored.id.is_some()).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Ok(Acted::new(stored, Action::FramesImported).on(begun.session_id.get()).count(count))
        })?;
        crash_point("import-rows-written");
        let sealed: Vec<_> = stored
            .iter()
            .zip(&batch)
            .filter(|(stored, _)| stored.is_standing)
            .filter_map(|(stored, ingested)| {
                let (file, key) = (ingested.frame.files.first()?, ingested.keys.first()?);
                let made = ingested.thumbnails.as_ref()?;
                Some((stored.id?, seal_thumbnails(&file.vault_name, key, 0, made)))
            })
            .collect();
        let pictures: Vec<_> = sealed
            .iter()
            .flat_map(|(id, both)| both.iter().map(|(size, bytes)| (*id, *size, bytes.as_slice())))
            .collect();
        thumbnails::put_all(store, &pictures)?;
        crash_point("import-thumbnails-written");
        let superseded: Vec<String> = stored.into_iter().flat_map(|stored| stored.superseded).collect();
        let names: Vec<&str> = keys.iter().map(|(name, _)| *name).collect();
        self.register.settle_stored(&names, &superseded)?;
        let files = batch.iter().flat_map(|ingested| &ingested.frame.files);
        self.stored.extend(files.map(|file| (file.source_name.clone(), file.blake3)));
        Ok(Written::of(&batch))
    }

    fn store_rows(
        &self,
        tx: &mut WriteTx<'_>,
        frame: &NewFrame,
        issues: &[ImportIssue],
    ) -> Result<Stored, RegisterError> {
        let begun = self.begun;
        for issue in issues {
            imports::add_issue(tx, begun.import_id, issue)?;
        }
        let mut stored = Stored::default();
        let mut new = frame.clone();
        for file in &frame.files {
            if let Some(known) = frames::find_content(tx, &file.blake3)? {
                let issue = ImportIssue::left_out(file.source_name.clone(), ImportReason::AlreadyKnown);
                imports::add_issue(tx, begun.import_id, &issue)?;
                new.files.retain(|other| other.vault_name != file.vault_name);
                if self.register.holds(&known.vault_name, known.size_bytes)? {
                    stored.superseded.push(file.vault_name.clone());
                } else {
                    tracing::warn!("a photo whose sealed file was lost is stored anew");
                    frames::move_file(tx, &known, &file.vault_name)?;
                    stored.superseded.push(known.vault_name);
                }
            } else if !issues.iter().any(|issue| issue.source_name == file.source_name) {
                // said when an earlier attempt could not read it
                imports::delete_issue(tx, begun.import_id, &file.source_name)?;
            }
        }
        if new.files.is_empty() {
            return Ok(stored);
        }
        stored.is_standing = frame.files.first() == new.files.first();
        let now = tx.now();
        let mut new_frames = 0;
        let id = match other_half(tx, begun.session_id, &new)? {
            Some(half) => {
                frames::add_files(tx, begun.session_id, half.id, &new.files)?;
                stored.is_standing &= half.gives_way;
                if stored.is_standing {
                    frames::replace_facts(tx, half.id, &new)?;
                }
                half.id
            }
            None => {
                new_frames = 1;
                frames::insert(tx, begun.session_id, &new, now)?
            }
        };
        stored.id = Some(id);
        let count = u32::try_from(new.files.len()).unwrap_or(u32::MAX);
        let bytes = new.files.iter().map(|file| file.size_bytes).sum();
        imports::add_progress(tx, begun.import_id, count, bytes, new_frames)?;
        Ok(stored)
    }
}

impl Register {
    /// After the rows of sealed files were written: removes those that no row names, and settles the names of all.
    pub(super) fn settle_stored(&self, names: &[&str], superseded: &[String]) -> Result<(), RegisterError> {
        let superseded: Vec<&str> = superseded.iter().map(String::as_str).collect();
        keylist::delete_all(self.store(), &superseded)?;
        for name in superseded {
            self.photos().remove(name)?;
        }
        // the rows are there: what cannot be written down now is settled when the import ends
        if let Err(error) = self.photos().settle(names, self.state()?) {
            tracing::warn!(%error, "names of stored files stay on the list");
        }
        Ok(())
    }
}

/// A stored frame of which only one half was there.
struct Half {
    id: FrameId,
    /// Whether the newcomer stands for the frame from now on.
    gives_way: bool,
}

/// Whether nothing that two files say of their cameras differs.
fn may_be_one(one: &CameraFacts, other: &CameraFacts) -> bool {
    let facts = [(&one.make, &other.make), (&one.model, &other.model), (&one.serial, &other.serial)];
    facts.into_iter().all(|(one, other)| one.is_empty() || other.is_empty() || one == other)
}

/// The stored frame whose missing half this is: same session, folder, name and known second, no other camera, and raw
/// where the other is not or the reverse (formats.md 5.3).
fn other_half(
    tx: &WriteTx<'_>,
    session_id: SessionId,
    new: &NewFrame,
) -> Result<Option<Half>, RegisterError> {
    let [file] = new.files.as_slice() else { return Ok(None) };
    let Some(id) = frames::find_by_name(tx, session_id, &new.folder, &new.name)? else { return Ok(None) };
    let files = frames::files(tx, id)?;
    let [stored] = files.as_slice() else { return Ok(None) };
    let is_raw = |kind| kind == PhotoFileKind::Raw;
    let completes = is_raw(stored.kind) != is_raw(file.kind);
    let second = |local: &str| local.split('.').next().unwrap_or_default().to_owned();
    let frame = frames::get(tx, id)?.frame;
    let same_moment = !new.taken_local.is_empty() && second(&frame.taken_local) == second(&new.taken_local);
    let camera = frame.camera_id.map(|camera| frames::camera(tx, camera)).transpose()?;
    let same_camera = match (&camera, &new.camera) {
        (Some(one), Some(other)) => may_be_one(one, other),
        _ => true,
    };
    let half = Half { id, gives_way: file.kind.rank() < stored.kind.rank() };
    Ok(Some(half).filter(|_| completes && same_moment && same_camera))
}
