//! What an import would do, before anything is stored.
//!
//! Content decides: a file is *already known* when a stored file has the same BLAKE3 hash. Only files whose
//! length occurs among the stored ones, or twice in the source, are read for it; the run reads every file once
//! anyway and looks again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use decoding::{Buffer, Decoder, DecodingError, TakenAt};
use domain::Instant;
use domain::import::{ImportIssue, ImportReason};
use domain::photo::PhotoFileKind;
use store::imports::PlannedFile;

use super::scan::{Scan, SourceFile, file_name};
use super::sidecars::{self, Sidecar};
use super::source::{self, Source};
use super::taken;

/// Enough of a file to recognise it and to read most cameras' Exif.
const HEAD_BYTES: usize = 128 * 1024;
/// So many of the files still to come are asked whether the source answers at all.
const PROBES: usize = 8;

/// Files that make one frame: a JPEG, a raw file, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameFiles {
    /// One or more files of the same folder and stem.
    pub files: Vec<SourceFile>,
}

/// What an import would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Folder that it reads from.
    pub source: Source,
    /// New frames, in the order of their names.
    pub frames: Vec<FrameFiles>,
    /// New sidecars: of new frames, and of those that are stored.
    pub sidecars: Vec<Sidecar>,
    /// Count and bytes of the new photographs by kind.
    pub kinds: BTreeMap<&'static str, (PhotoFileKind, u32, u64)>,
    /// Everything else, with its reason.
    pub ignored: Vec<ImportIssue>,
    /// Files whose content is stored already.
    pub known: Vec<SourceFile>,
    /// Sidecars that are stored already.
    pub known_sidecars: Vec<SourceFile>,
    /// Every photograph of the source by its beginning, new or known.
    pub heads: Vec<PlannedFile>,
    /// Earliest and latest exposure of the new photographs.
    pub taken: Option<(Instant, Instant)>,
}

impl Plan {
    /// New files, sidecars among them.
    pub fn file_count(&self) -> u32 {
        self.kinds.values().map(|(_, files, _)| files).sum::<u32>() + self.sidecar_count()
    }

    /// Bytes of the new files.
    pub fn byte_count(&self) -> u64 {
        self.kinds.values().map(|(.., bytes)| bytes).sum::<u64>() + self.sidecar_bytes()
    }

    /// New sidecars.
    pub fn sidecar_count(&self) -> u32 {
        u32::try_from(self.sidecars.len()).unwrap_or(u32::MAX)
    }

    /// Bytes of the new sidecars.
    pub fn sidecar_bytes(&self) -> u64 {
        self.sidecars.iter().map(|sidecar| sidecar.file.size_bytes).sum()
    }

    /// Whether there is nothing to be stored.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty() && self.sidecars.is_empty()
    }

    /// The source's own name, for display.
    pub fn label(&self) -> String {
        source_label(self.source.path())
    }

    /// The day of the first exposure where it was taken, ISO.
    pub fn first_day(&self) -> Option<String> {
        let (first, _) = self.taken?;
        let at = jiff::Timestamp::from_millisecond(first.millis()).ok()?;
        Some(taken::assumed_zone().to_datetime(at).date().to_string())
    }

    /// A name for the session: the source's name and the day of its first frame.
    pub fn proposed_name(&self) -> String {
        let name = self.label();
        self.first_day().map_or(name.clone(), |day| format!("{name} {day}"))
    }

    /// Whether the source as a whole is lost: asked when a file of the frame at `place` could not be read.
    pub fn has_lost_source(&self, place: usize) -> bool {
        let to_come = self.frames.get(place + 1..).unwrap_or_default();
        self.is_lost(to_come.iter().filter_map(|frame| frame.files.first()))
    }

    /// Whether the source as a whole is lost: asked when a file could not be read, before these.
    pub fn is_lost<'a>(&self, to_come: impl Iterator<Item = &'a SourceFile>) -> bool {
        if self.source.is_gone() {
            return true;
        }
        let to_come: Vec<&SourceFile> = to_come.collect();
        let apart = (to_come.len() / PROBES).max(1);
        let mut asked = to_come.into_iter().step_by(apart).peekable();
        asked.peek().is_some() && !asked.any(|file| source::answers(&file.path))
    }

    /// Frames that have a raw file and another one.
    pub fn pair_count(&self) -> u32 {
        let pairs = self.frames.iter().filter(|frame| frame.files.len() > 1).count();
        u32::try_from(pairs).unwrap_or(u32::MAX)
    }
}

/// Name of a source for display: its folder, or the card's when the folder is the card's `DCIM`.
pub fn source_label(source: &Path) -> String {
    let is_dcim = source.file_name().is_some_and(|name| name.eq_ignore_ascii_case("DCIM"));
    let named = if is_dcim { source.parent().unwrap_or(source) } else { source };
    named.file_name().unwrap_or(source.as_os_str()).to_string_lossy().into_owned()
}

/// Whether the frame of the photograph of the first BLAKE3 hash has a sidecar of this name with the second hash.
pub type HoldsSidecar<'a, E> = dyn Fn(&[u8; 32], &str, &[u8; 32]) -> Result<bool, E> + 'a;

/// What the register already holds, as far as a plan asks.
pub struct Known<'a, E> {
    /// Lengths of all stored files.
    pub sizes: HashSet<u64>,
    /// Whether content of this BLAKE3 hash is stored.
    pub holds: &'a dyn Fn(&[u8; 32]) -> Result<bool, E>,
    /// Whether a sidecar is stored.
    pub holds_sidecar: &'a HoldsSidecar<'a, E>,
    /// The files that a resumed import was to bring: what came onto its card since was shown to nobody.
    pub only: Option<&'a [PlannedFile]>,
}

/// What makes a file the one that was planned. The folders may differ, for a card can be chosen by its root or by its
/// `DCIM`.
pub(super) fn identity(file: &PlannedFile) -> (&str, u64, &[u8; 32]) {
    (file_name(&file.source_name), file.size_bytes, &file.head)
}

/// Makes the plan of a scan. `step` is called for each file and stops the work with its error.
///
/// # Errors
/// `step`'s, `known`'s, and that nothing can be decoded; a file that cannot be read becomes an issue.
pub fn plan<E: From<DecodingError>>(
    source: &Path,
    scan: Scan,
    known: &Known<'_, E>,
    decoder: &Decoder,
    mut step: impl FnMut(usize, usize) -> Result<(), E>,
) -> Result<Plan, E> {
    let mut plan = Plan {
        source: Source::at(source),
        frames: Vec::new(),
        sidecars: Vec::new(),
        kinds: BTreeMap::new(),
        ignored: scan.ignored,
        known: Vec::new(),
        known_sidecars: Vec::new(),
        heads: Vec::new(),
        taken: None,
    };
    let only: Option<HashSet<_>> = known.only.map(|files| files.iter().map(identity).collect());
    let mut lengths: HashMap<u64, u32> = HashMap::new();
    for file in &scan.files {
        *lengths.entry(file.size_bytes).or_default() += 1;
    }
    let (beside, alone) = sidecars::beside(&scan.files, scan.sidecars);
    // the photographs beside which a sidecar may be stored, with their content as far as it was read
    let mut photos: HashMap<String, Option<[u8; 32]>> = HashMap::new();
    let mut seen: HashSet<[u8; 32]> = HashSet::new();
    let mut by_stem: BTreeMap<(String, String), Vec<Planned>> = BTreeMap::new();
    let total = scan.files.len();
    let mut head = Buffer::with_room(HEAD_BYTES);
    for (index, file) in scan.files.into_iter().enumerate() {
        step(index, total)?;
        let issue = |reason| ImportIssue::left_out(file.source_name.clone(), reason);
        if let Err(reason) = read_head(&file.path, &mut head) {
            plan.ignored.push(issue(reason));
            continue;
        }
        let kind = decoding::sniff(&head, &file.source_name);
        if !kind.is_picture() {
            plan.ignored.push(issue(ImportReason::NotAnImage));
            continue;
        }
        let seen_file = PlannedFile {
            source_name: file.source_name.clone(),
            size_bytes: file.size_bytes,
            head: *blake3::hash(&head).as_bytes(),
        };
        let is_wanted = only.as_ref().is_none_or(|only| only.contains(&identity(&seen_file)));
        plan.heads.push(seen_file);
        let may_be_known = known.sizes.contains(&file.size_bytes);
        if may_be_known || lengths.get(&file.size_bytes).copied().unwrap_or_default() > 1 {
            let hash = match hash(&file.path) {
                Ok(hash) => hash,
                Err(reason) => {
                    plan.ignored.push(issue(reason));
                    continue;
                }
            };
            if is_wanted {
                photos.insert(file.source_name.clone(), Some(hash));
            }
            if may_be_known && (known.holds)(&hash)? {
                plan.ignored.push(issue(ImportReason::AlreadyKnown));
                plan.known.push(file);
                continue;
            }
            if !seen.insert(hash) {
                plan.ignored.push(issue(ImportReason::Duplicate));
                continue;
            }
        }
        if !is_wanted {
            plan.ignored.push(issue(ImportReason::NotPlanned));
            continue;
        }
        photos.entry(file.source_name.clone()).or_default();
        let taken = match decoder.facts(&head, kind) {
            Ok(facts) => facts.taken,
            // the run looks at the whole file and says what is wrong with it
            Err(DecodingError::Picture(_) | DecodingError::Lost(_)) => None,
            Err(error) => return Err(error.into()),
        };
        if let Some(at) = taken.as_ref().and_then(taken::instant) {
            let (first, last) = plan.taken.unwrap_or((at, at));
            plan.taken = Some((first.min(at), last.max(at)));
        }
        let kind = super::ingest::stored_kind(kind);
        let count = plan.kinds.entry(kind.code()).or_insert((kind, 0, 0));
        count.1 += 1;
        count.2 += file.size_bytes;
        let key = (file.folder().to_owned(), file.stem().to_ascii_uppercase());
        by_stem.entry(key).or_default().push(Planned { file, kind, taken });
    }
    plan.frames = by_stem.into_values().flat_map(into_frames).collect();
    plan_sidecars(&mut plan, beside, alone, &photos, known)?;
    Ok(plan)
}

/// Sorts the sidecars into new ones, known ones, and those of which something is to be said.
fn plan_sidecars<E>(
    plan: &mut Plan,
    beside: Vec<Sidecar>,
    alone: Vec<SourceFile>,
    photos: &HashMap<String, Option<[u8; 32]>>,
    known: &Known<'_, E>,
) -> Result<(), E> {
    let seen: HashSet<&str> = plan.heads.iter().map(|file| file.source_name.as_str()).collect();
    let mut ignored: Vec<(SourceFile, ImportReason)> =
        alone.into_iter().map(|file| (file, ImportReason::NoPhoto)).collect();
    for sidecar in beside {
        let Some(photo) = photos.get(&sidecar.photo.source_name) else {
            // a photograph that a resumed import was not to bring, or one that cannot be stored
            let is_not_planned = known.only.is_some() && seen.contains(sidecar.photo.source_name.as_str());
            let reason = if is_not_planned { ImportReason::NotPlanned } else { ImportReason::NoPhoto };
            ignored.push((sidecar.file, reason));
            continue;
        };
        if let Some(photo) = photo {
            match hash(&sidecar.file.path) {
                Ok(hash) if (known.holds_sidecar)(photo, sidecar.file.name(), &hash)? => {
                    plan.known_sidecars.push(sidecar.file.clone());
                    ignored.push((sidecar.file, ImportReason::AlreadyKnown));
                    continue;
                }
                Ok(_) => {}
                Err(reason) => {
                    ignored.push((sidecar.file, reason));
                    continue;
                }
            }
        }
        plan.sidecars.push(Sidecar { photo_blake3: *photo, ..sidecar });
    }
    let ignored = ignored.into_iter().map(|(file, reason)| ImportIssue::left_out(file.source_name, reason));
    plan.ignored.extend(ignored);
    Ok(())
}

struct Planned {
    file: SourceFile,
    kind: PhotoFileKind,
    taken: Option<TakenAt>,
}

impl Planned {
    fn is_of_the_second_of(&self, other: &Self) -> bool {
        match (&self.taken, &other.taken) {
            (Some(one), Some(other)) => one.local == other.local,
            _ => true,
        }
    }
}

/// Of the files of one folder and stem, a raw file and a picture of the same second are one frame (formats.md 5.3), a
/// JPEG before another picture; every other file is its own. A time that cannot be read agrees with any: on one card the
/// name alone says that they belong together.
fn into_frames(files: Vec<Planned>) -> Vec<FrameFiles> {
    let (raw, mut pictures): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|planned| planned.kind == PhotoFileKind::Raw);
    let pair = match raw.as_slice() {
        [raw] => pictures
            .iter()
            .enumerate()
            .filter(|(_, picture)| raw.is_of_the_second_of(picture))
            .min_by_key(|(_, picture)| picture.kind.rank())
            .map(|(place, _)| place),
        _ => None,
    };
    let pair = pair.map(|place| pictures.remove(place));
    let alone = |planned: Planned| FrameFiles { files: vec![planned.file] };
    let mut frames: Vec<FrameFiles> = raw.into_iter().map(alone).collect();
    if let (Some(frame), Some(picture)) = (frames.first_mut(), pair) {
        frame.files.push(picture.file);
    }
    frames.extend(pictures.into_iter().map(alone));
    frames
}

fn read_head(path: &Path, head: &mut Buffer) -> Result<(), ImportReason> {
    head.fill(source::open(path)?, HEAD_BYTES).map_err(|error| source::unreadable(&error))
}

/// BLAKE3 of a file's content.
pub(super) fn hash(path: &Path) -> Result<[u8; 32], ImportReason> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(source::open(path)?).map_err(|error| source::unreadable(&error))?;
    Ok(*hasher.finalize().as_bytes())
}
