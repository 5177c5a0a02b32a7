//! Sidecars: what other programs wrote beside photographs. They are kept, sealed, with the frame, and never looked into.
//!
//! `IMG_0001.xmp` is Adobe's form; darktable and others write `IMG_0001.CR2.xmp`, and `IMG_0001_01.CR2.xmp` for further
//! versions (formats.md 5.3). They are stored after all photographs of their import, so that the frame is there: it is
//! found by the content of the photograph. Invariants: as for photographs, a sidecar is durable and read back before it has
//! its key, and has its key before its row; a frame keeps every content that a sidecar of a name has had.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use domain::Action;
use domain::ids::{FrameId, SessionId};
use domain::import::{ImportIssue, ImportReason};
use store::sidecars::NewSidecar;
use store::{Acted, WriteTx, crash_point, frames, imports, keylist, sidecars};
use tasks::TaskCtx;
use vault::PhotoKey;

use super::plan::{self, Plan};
use super::run::BegunImport;
use super::scan::{MOST_SIDECAR_BYTES, SourceFile, is_raw};
use super::source;
use crate::{Register, RegisterError};

/// Sidecars that get their rows together.
const BATCH: usize = 32;
/// So many are sealed at once: each waits for the disk most of the time.
const WORKERS: usize = 4;

/// A sidecar with the photograph that it stands beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sidecar {
    /// The sidecar.
    pub file: SourceFile,
    /// The photograph.
    pub photo: SourceFile,
    /// BLAKE3 of the photograph, where it was read already.
    pub photo_blake3: Option<[u8; 32]>,
}

/// Gives each sidecar its photograph; those that have none come back apart. A photograph of the sidecar's whole name goes
/// before one of its stem, and of those a raw file before another picture.
pub fn beside(photos: &[SourceFile], sidecars: Vec<SourceFile>) -> (Vec<Sidecar>, Vec<SourceFile>) {
    let as_written = Named::of(photos, str::to_owned);
    let in_capitals = Named::of(photos, str::to_ascii_uppercase);
    let mut with_photo = Vec::new();
    let mut alone = Vec::new();
    for file in sidecars {
        match as_written.photo_of(&file).or_else(|| in_capitals.photo_of(&file)) {
            Some(photo) => {
                with_photo.push(Sidecar { photo: photo.clone(), file, photo_blake3: None });
            }
            None => alone.push(file),
        }
    }
    (with_photo, alone)
}

/// Photographs by what a sidecar may be called after.
struct Named<'a> {
    spell: fn(&str) -> String,
    /// None: more than one are called so.
    by_name: HashMap<(&'a str, String), Option<&'a SourceFile>>,
    by_stem: HashMap<(&'a str, String), Option<&'a SourceFile>>,
}

impl<'a> Named<'a> {
    fn of(photos: &'a [SourceFile], spell: fn(&str) -> String) -> Self {
        let mut by_name = HashMap::new();
        let mut by_stem: HashMap<_, Option<&SourceFile>> = HashMap::new();
        for photo in photos {
            by_name
                .entry((photo.folder(), spell(photo.name())))
                .and_modify(|one| *one = None)
                .or_insert(Some(photo));
            let standing = by_stem.entry((photo.folder(), spell(photo.stem()))).or_insert(Some(photo));
            match standing {
                Some(one) if one.stem() != photo.stem() => *standing = None,
                Some(one) if is_raw(photo.name()) && !is_raw(one.name()) => *standing = Some(photo),
                _ => {}
            }
        }
        Self { spell, by_name, by_stem }
    }

    fn photo_of(&self, sidecar: &SourceFile) -> Option<&'a SourceFile> {
        let folder = sidecar.folder();
        let named = (self.spell)(sidecar.stem());
        let version_of = of_version(&named);
        self.by_name
            .get(&(folder, named.clone()))
            .or_else(|| self.by_name.get(&(folder, version_of?)))
            .or_else(|| self.by_stem.get(&(folder, named)))
            .copied()
            .flatten()
    }
}

/// The photograph's name in that of a further version: `IMG_0001.CR2` of `IMG_0001_01.CR2`.
fn of_version(named: &str) -> Option<String> {
    let (stem, ending) = named.rsplit_once('.')?;
    let (photo, version) = stem.rsplit_once('_')?;
    let is_version = version.len() >= 2 && version.bytes().all(|byte| byte.is_ascii_digit());
    (is_version && !photo.is_empty()).then(|| format!("{photo}.{ending}"))
}

/// A sidecar that is sealed and has no row yet.
struct Sealed {
    row: NewSidecar,
    key: PhotoKey,
}

/// What became of a sidecar: sealed, or why it was not.
type Taken = Result<Sealed, ImportReason>;

impl Register {
    /// Stores a plan's sidecars; `photos` are the BLAKE3 hashes of what the run stored, by source name. Gives the source
    /// names of those that are stored, now or before.
    ///
    /// # Errors
    /// As [`Register::import_run`].
    pub(super) fn store_sidecars(
        &self,
        begun: BegunImport,
        plan: &Plan,
        photos: &HashMap<String, [u8; 32]>,
        ctx: &mut TaskCtx,
    ) -> Result<HashSet<String>, RegisterError> {
        let mut stored = HashSet::new();
        let mut rest = plan.sidecars.as_slice();
        while !rest.is_empty() {
            ctx.step(|_| {})?;
            let (batch, later) = rest.split_at(rest.len().min(BATCH));
            rest = later;
            let taken = self.take_sidecars(batch, photos)?;
            let is_unread =
                |taken: &Taken| matches!(taken, Err(ImportReason::Vanished | ImportReason::Unreadable));
            if taken.iter().any(is_unread) && plan.is_lost(rest.iter().map(|sidecar| &sidecar.file)) {
                return Err(RegisterError::SourceVanished);
            }
            let is_kept = |taken: &Taken| matches!(taken, Ok(_) | Err(ImportReason::AlreadyKnown));
            let kept = batch.iter().zip(&taken).filter(|(_, taken)| is_kept(taken));
            stored.extend(kept.map(|(sidecar, _)| sidecar.file.source_name.clone()));
            let issues = taken.iter().filter(|taken| taken.is_err()).count();
            self.write_sidecars(begun, batch, taken)?;
            ctx.step(|progress| {
                progress.done += batch.len() as u64;
                progress.bytes_done += batch.iter().map(|sidecar| sidecar.file.size_bytes).sum::<u64>();
                progress.issues += u32::try_from(issues).unwrap_or(u32::MAX);
            })?;
        }
        Ok(stored)
    }

    /// Whether this frame has this content under the sidecar's name, and the sealed file can be opened.
    ///
    /// # Errors
    /// Trouble with the register's own disk.
    pub(super) fn holds_sidecar(
        &self,
        frame_id: FrameId,
        name: &str,
        blake3: &[u8; 32],
    ) -> Result<bool, RegisterError> {
        let known = self.read(|tx| Ok(sidecars::find(tx, frame_id, name, blake3)?))?;
        known.map_or(Ok(false), |known| self.holds(&known.vault_name, known.size_bytes))
    }

    /// The frame of a photograph by its content.
    pub(super) fn frame_of_content(&self, blake3: &[u8; 32]) -> Result<Option<FrameId>, RegisterError> {
        Ok(self.read(|tx| Ok(frames::find_content(tx, blake3)?))?.map(|file| file.frame_id))
    }

    /// The session of the photographs whose new sidecars are all that a plan brings; none for a plan with photographs.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn session_of_sidecars(&self, plan: &Plan) -> Result<Option<SessionId>, RegisterError> {
        let photo = plan.sidecars.first().and_then(|sidecar| sidecar.photo_blake3);
        let Some(photo) = photo.filter(|_| plan.frames.is_empty()) else { return Ok(None) };
        self.read(|tx| {
            let file = frames::find_content(tx, &photo)?;
            Ok(file
                .map(|file| frames::get(tx, file.frame_id))
                .transpose()?
                .map(|listed| listed.frame.session_id))
        })
    }

    fn take_sidecars(
        &self,
        batch: &[Sidecar],
        photos: &HashMap<String, [u8; 32]>,
    ) -> Result<Vec<Taken>, RegisterError> {
        let share = batch.len().div_ceil(WORKERS).max(1);
        std::thread::scope(|scope| {
            let workers: Vec<_> = batch
                .chunks(share)
                .map(|share| {
                    scope.spawn(move || {
                        let taken = share.iter().map(|sidecar| self.take_sidecar(sidecar, photos));
                        taken.collect::<Result<Vec<_>, _>>()
                    })
                })
                .collect();
            let mut taken = Vec::with_capacity(batch.len());
            for worker in workers {
                taken.extend(worker.join().map_err(|_| RegisterError::Panicked)??);
            }
            Ok(taken)
        })
    }

    fn take_sidecar(
        &self,
        sidecar: &Sidecar,
        photos: &HashMap<String, [u8; 32]>,
    ) -> Result<Taken, RegisterError> {
        let photo = &sidecar.photo;
        let known = sidecar.photo_blake3.filter(|_| photo.is_unchanged());
        let content = match known.or_else(|| photos.get(&photo.source_name).copied()) {
            Some(content) => Ok(content),
            // another import stored it meanwhile, or it was refused
            None => plan::hash(&photo.path),
        };
        let frame_id = match content {
            Ok(content) => self.frame_of_content(&content)?,
            Err(_) => None,
        };
        let Some(frame_id) = frame_id else { return Ok(Err(ImportReason::NoPhoto)) };
        let bytes = match read(&sidecar.file) {
            Ok(bytes) => bytes,
            Err(reason) => return Ok(Err(reason)),
        };
        let hash = blake3::hash(&bytes);
        if self.holds_sidecar(frame_id, sidecar.file.name(), hash.as_bytes())? {
            return Ok(Err(ImportReason::AlreadyKnown));
        }
        let key = PhotoKey::make_random();
        let sealed = self.photos().seal(&key, &bytes)?;
        crash_point("import-sidecar-sealed");
        self.photos().verify(&sealed.name, &key, &hash, sealed.length)?;
        let row = NewSidecar {
            frame_id,
            name: sidecar.file.name().to_owned(),
            size_bytes: sealed.length,
            blake3: *hash.as_bytes(),
            vault_name: sealed.name,
        };
        Ok(Ok(Sealed { row, key }))
    }

    fn write_sidecars(
        &self,
        begun: BegunImport,
        batch: &[Sidecar],
        taken: Vec<Taken>,
    ) -> Result<(), RegisterError> {
        let sealed: Vec<&Sealed> = taken.iter().filter_map(|taken| taken.as_ref().ok()).collect();
        let keys: Vec<_> =
            sealed.iter().map(|sealed| (sealed.row.vault_name.as_str(), &sealed.key)).collect();
        if !keys.is_empty() {
            keylist::put_all(self.store(), &keys)?;
        }
        crash_point("import-sidecar-keys-written");
        let superseded = self.transact(|tx| {
            let mut superseded = Vec::new();
            let mut count = 0;
            let mut bytes = 0;
            for (sidecar, taken) in batch.iter().zip(&taken) {
                let name = &sidecar.file.source_name;
                match taken {
                    Err(reason) => {
                        imports::add_issue(
                            tx,
                            begun.import_id,
                            &ImportIssue::left_out(name.clone(), *reason),
                        )?;
                    }
                    Ok(Sealed { row, .. }) => match self.store_row(tx, row)? {
                        Some(vault_name) => {
                            let reason = ImportReason::AlreadyKnown;
                            imports::add_issue(
                                tx,
                                begun.import_id,
                                &ImportIssue::left_out(name.clone(), reason),
                            )?;
                            superseded.push(vault_name);
                        }
                        None => {
                            // said when an earlier attempt could not read it
                            imports::delete_issue(tx, begun.import_id, name)?;
                            count += 1;
                            bytes += row.size_bytes;
                        }
                    },
                }
            }
            imports::add_progress(tx, begun.import_id, count, bytes, 0)?;
            let session_id = begun.session_id.get();
            Ok(Acted::new(superseded, Action::SidecarsImported).on(session_id).count(count))
        })?;
        crash_point("import-sidecar-rows-written");
        let names: Vec<&str> = keys.iter().map(|(name, _)| *name).collect();
        self.settle_stored(&names, &superseded)
    }

    /// The vault name that no row names: of a sidecar that another import stored meanwhile, or of a lost one that came again.
    fn store_row(&self, tx: &mut WriteTx<'_>, row: &NewSidecar) -> Result<Option<String>, RegisterError> {
        let Some(known) = sidecars::find(tx, row.frame_id, &row.name, &row.blake3)? else {
            let now = tx.now();
            sidecars::insert(tx, row, now)?;
            return Ok(None);
        };
        if self.holds(&known.vault_name, known.size_bytes)? {
            return Ok(Some(row.vault_name.clone()));
        }
        tracing::warn!("a sidecar whose sealed file was lost is stored anew");
        sidecars::move_file(tx, &known, &row.vault_name)?;
        Ok(Some(known.vault_name))
    }
}

/// The whole of a sidecar; a byte more than it should have shows that it has grown.
fn read(file: &SourceFile) -> Result<Vec<u8>, ImportReason> {
    let mut bytes = Vec::new();
    let read = source::open(&file.path)?
        .take(file.size_bytes.min(MOST_SIDECAR_BYTES) + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| source::unreadable(&error))?;
    if read as u64 == file.size_bytes { Ok(bytes) } else { Err(ImportReason::Vanished) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> SourceFile {
        SourceFile { path: name.into(), source_name: name.to_owned(), size_bytes: 1, modified: None }
    }

    #[test]
    fn each_form_of_a_name_leads_to_its_photograph() {
        let photos =
            ["A/IMG_1.JPG", "A/IMG_1.CR2", "A/IMG_2.JPG", "A/IMG_2_01.JPG", "B/IMG_1.JPG", "A/IMG_3.DNG"]
                .map(file);
        let of = |name: &str| {
            let (found, alone) = beside(&photos, vec![file(name)]);
            assert_eq!(found.len() + alone.len(), 1);
            found.into_iter().next().map(|sidecar| sidecar.photo.source_name)
        };
        for (sidecar, photo) in [
            ("A/IMG_1.xmp", "A/IMG_1.CR2"),
            ("A/IMG_1.CR2.xmp", "A/IMG_1.CR2"),
            ("A/img_1.jpg.XMP", "A/IMG_1.JPG"),
            ("A/IMG_1_01.CR2.xmp", "A/IMG_1.CR2"),
            ("A/IMG_1_12.JPG.xmp", "A/IMG_1.JPG"),
            ("A/IMG_2_01.JPG.xmp", "A/IMG_2_01.JPG"),
            ("A/IMG_2_02.JPG.xmp", "A/IMG_2.JPG"),
            ("B/IMG_1.xmp", "B/IMG_1.JPG"),
        ] {
            assert_eq!(of(sidecar).as_deref(), Some(photo), "{sidecar}");
        }
        for alone in [
            "A/IMG_4.xmp",
            "B/IMG_3.xmp",
            "IMG_1.xmp",
            "A/IMG_1_1.CR2.xmp",
            "A/IMG_3.NEF.xmp",
            "A/_01.DNG.xmp",
        ] {
            assert_eq!(of(alone), None, "{alone}");
        }
    }
}
