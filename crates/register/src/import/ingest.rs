//! One frame from the source into the vault: read once, hash, look at it, seal, verify.
//!
//! No row is written here; what comes back is durable on disk and may be given its key and row.

use std::collections::HashSet;

use decoding::{
    Buffer, Codes, ColorSpace, Decoder, DecodingError, FactIssue, Facts, FileKind, ImagingError, Orientation,
    PictureIssue, Ratio, ThumbnailSizes, Thumbnails,
};
use domain::import::{ImportIssue, ImportReason};
use domain::photo::{Exposure, FileRemark, PhotoFileKind};
use store::crash_point;
use store::frames::{CameraFacts, NewFrame, NewPhotoFile};
use vault::{PhotoKey, SealedFile, SealedStore};

use super::plan::FrameFiles;
use super::scan::{MOST_BYTES, SourceFile};
use super::turns::Turns;
use super::{source, taken};
use crate::RegisterError;
use crate::matching::code_reading;

/// A JPEG and its raw file.
const MOST_SPARE: usize = 2;
/// Most photographs; a larger one's memory is given back.
const LARGEST_SPARE: usize = 64 * 1024 * 1024;

/// A frame whose files are sealed, with all that its rows need.
pub struct Ingested {
    /// The frame's row and its files' rows; no files when nothing of it could be stored.
    pub frame: NewFrame,
    /// The keys of the files, in the same order.
    pub keys: Vec<PhotoKey>,
    /// Small pictures, when there is anything to show.
    pub thumbnails: Option<Thumbnails>,
    /// What is to be said of its files.
    pub issues: Vec<ImportIssue>,
    /// Bytes read from the source.
    pub bytes: u64,
}

impl Ingested {
    /// Whether the system did not give a file that was there when the plan was made.
    pub fn has_unread(&self) -> bool {
        let is_unread = |reason| matches!(reason, ImportReason::Vanished | ImportReason::Unreadable);
        self.issues.iter().any(|issue| is_unread(issue.reason))
    }

    /// Files of the source that are dealt with: stored or refused. A stored file may carry a remark as well.
    pub fn seen_files(&self) -> u64 {
        let stored: HashSet<&str> = self.frame.files.iter().map(|file| file.source_name.as_str()).collect();
        let refused = self.issues.iter().filter(|issue| !stored.contains(issue.source_name.as_str())).count();
        (stored.len() + refused) as u64
    }
}

/// How a file kind is kept.
pub fn stored_kind(kind: FileKind) -> PhotoFileKind {
    match kind {
        FileKind::Jpeg => PhotoFileKind::Jpeg,
        kind if kind.is_raw() => PhotoFileKind::Raw,
        _ => PhotoFileKind::Other,
    }
}

struct Candidate<'a> {
    file: &'a SourceFile,
    bytes: Buffer,
    hash: blake3::Hash,
    kind: FileKind,
    sealed: Option<(PhotoKey, SealedFile)>,
}

impl Candidate<'_> {
    /// Seals it and reads it back, once.
    fn seal(&mut self, vault: &SealedStore) -> Result<(), RegisterError> {
        if self.sealed.is_none() {
            let key = PhotoKey::make_random();
            let sealed = vault.seal(&key, &self.bytes)?;
            crash_point("import-sealed");
            vault.verify(&sealed.name, &key, &self.hash, sealed.length)?;
            self.sealed = Some((key, sealed));
        }
        Ok(())
    }
}

/// Brings frames into the vault, one after another.
pub struct Ingestor<'a> {
    vault: &'a SealedStore,
    decoder: &'a Decoder,
    decoding: &'a Turns,
    is_known: &'a (dyn Fn(&[u8; 32]) -> Result<bool, RegisterError> + Sync),
    /// Memory of files that are done with: the system takes as long to hand out new pages as to fill them.
    spare: Vec<Buffer>,
}

impl<'a> Ingestor<'a> {
    /// `decoding`: whose turn it is to decode; `is_known`: whether content of this BLAKE3 hash is stored.
    pub fn new(
        vault: &'a SealedStore,
        decoder: &'a Decoder,
        decoding: &'a Turns,
        is_known: &'a (dyn Fn(&[u8; 32]) -> Result<bool, RegisterError> + Sync),
    ) -> Self {
        Self { vault, decoder, decoding, is_known, spare: Vec::new() }
    }

    /// Reads and seals the files of one frame.
    ///
    /// # Errors
    /// Trouble with the register's own disk. What is wrong with the source becomes an issue.
    pub fn ingest(&mut self, files: &FrameFiles) -> Result<Ingested, RegisterError> {
        let mut issues = Vec::new();
        let mut bytes = 0;
        let mut candidates = Vec::new();
        for file in &files.files {
            let read = match self.read(file) {
                Ok(candidate) if (self.is_known)(candidate.hash.as_bytes())? => {
                    self.spare(candidate.bytes);
                    Err(ImportReason::AlreadyKnown)
                }
                other => other,
            };
            match read {
                Ok(candidate) => {
                    bytes += file.size_bytes;
                    candidates.push(candidate);
                }
                Err(reason) => {
                    issues.push(ImportIssue::left_out(file.source_name.clone(), reason));
                }
            }
        }
        candidates.sort_by_key(|candidate| stored_kind(candidate.kind).rank());
        let turn = match self.decoding.try_take() {
            Some(turn) => turn,
            None => {
                // the time of waiting is for the disk; what is not kept after all is removed again
                candidates.iter_mut().try_for_each(|candidate| candidate.seal(self.vault))?;
                self.decoding.take()
            }
        };
        let mut facts = None;
        let mut shown: Option<Shown> = None;
        let mut kept = Vec::new();
        for candidate in candidates {
            let seen = look(self.decoder, &candidate, shown.is_none())?;
            if let Some(reason) = seen.reason {
                issues.push(ImportIssue {
                    source_name: candidate.file.source_name.clone(),
                    reason,
                    is_stored: seen.is_kept,
                });
            }
            if seen.is_kept {
                let remarks = remarks_of(&candidate, seen.facts.as_ref(), seen.shown.as_ref());
                facts = facts.take().or(seen.facts);
                shown = shown.take().or(seen.shown);
                kept.push((candidate, remarks));
            } else if let Some((_, sealed)) = candidate.sealed {
                // its name stays on the list of the unsettled, so that the sweep tries again
                if let Err(error) = self.vault.remove(&sealed.name) {
                    tracing::warn!(%error, "a sealed file that is not kept stays for now");
                }
            }
        }
        drop(turn);

        let mut frame = new_frame(files, facts.as_ref(), shown.as_ref());
        let mut keys = Vec::new();
        for (mut candidate, remarks) in kept {
            candidate.seal(self.vault)?;
            let Some((key, sealed)) = candidate.sealed else { continue };
            frame.files.push(NewPhotoFile {
                kind: stored_kind(candidate.kind),
                source_name: candidate.file.source_name.clone(),
                size_bytes: sealed.length,
                blake3: *candidate.hash.as_bytes(),
                vault_name: sealed.name,
                remarks,
            });
            keys.push(key);
            self.spare(candidate.bytes);
        }
        let thumbnails = shown.map(|shown| shown.thumbnails);
        Ok(Ingested { frame, keys, thumbnails, issues, bytes })
    }

    fn read<'f>(&mut self, file: &'f SourceFile) -> Result<Candidate<'f>, ImportReason> {
        let bytes = self.read_whole(file)?;
        if bytes.len() as u64 != file.size_bytes {
            return Err(ImportReason::Vanished);
        }
        let kind = decoding::sniff(&bytes, &file.source_name);
        if !kind.is_picture() {
            return Err(ImportReason::NotAnImage);
        }
        let hash = blake3::hash(&bytes);
        Ok(Candidate { file, bytes, hash, kind, sealed: None })
    }

    /// A byte more than the file should have shows that it has grown.
    fn read_whole(&mut self, file: &SourceFile) -> Result<Buffer, ImportReason> {
        let source = source::open(&file.path)?;
        let most = usize::try_from(file.size_bytes.min(MOST_BYTES)).unwrap_or_default() + 1;
        let spare = self.spare.iter().position(|spare| spare.room() >= most);
        let spare = spare.map(|place| self.spare.swap_remove(place));
        let mut bytes = spare.unwrap_or_else(|| Buffer::with_room(most));
        match bytes.fill(source, most) {
            Ok(()) => Ok(bytes),
            Err(error) => {
                self.spare(bytes);
                Err(source::unreadable(&error))
            }
        }
    }

    fn spare(&mut self, bytes: Buffer) {
        if bytes.room() <= LARGEST_SPARE {
            // the newest is the likeliest to fit the next
            if self.spare.len() == MOST_SPARE {
                self.spare.remove(0);
            }
            self.spare.push(bytes);
        }
    }
}

struct Seen {
    is_kept: bool,
    reason: Option<ImportReason>,
    facts: Option<Facts>,
    shown: Option<Shown>,
}

/// What is to be seen in a file.
struct Shown {
    thumbnails: Thumbnails,
    codes: Option<Codes>,
}

/// Decides whether a file is kept: a raw or HEIC file always, another picture when something can be shown; none that a
/// worker was lost over.
fn look(decoder: &Decoder, candidate: &Candidate<'_>, is_first: bool) -> Result<Seen, RegisterError> {
    let is_opaque = candidate.kind.is_raw() || candidate.kind == FileKind::Heic;
    let refused = |reason| Seen { is_kept: is_opaque, reason: Some(reason), facts: None, shown: None };
    let sizes = ThumbnailSizes::default();
    let examined = if is_first {
        decoder
            .examine_with_codes(&candidate.bytes, candidate.kind, &sizes)
            .map(|examined| (examined.facts, examined.thumbnails, examined.codes))
    } else {
        decoder.facts(&candidate.bytes, candidate.kind).map(|facts| (facts, None, None))
    };
    let (facts, made, codes) = match examined {
        Ok(examined) => examined,
        Err(DecodingError::Picture(error)) => return Ok(refused(reason_of(&error))),
        Err(DecodingError::Lost(loss)) => {
            tracing::warn!(%loss, "a file is not taken in");
            return Ok(Seen { is_kept: false, ..refused(ImportReason::Unsafe) });
        }
        Err(error @ (DecodingError::NoWorker(_) | DecodingError::Ended)) => return Err(error.into()),
    };
    Ok(match made {
        None => Seen { is_kept: true, reason: None, facts: Some(facts), shown: None },
        Some(Ok(thumbnails)) => {
            let is_cut = thumbnails.issues.contains(&PictureIssue::Truncated);
            let is_torn = thumbnails.issues.contains(&PictureIssue::DamagedData);
            let reason = match (is_cut, is_torn) {
                (true, _) => Some(ImportReason::Truncated),
                (false, true) => Some(ImportReason::Damaged),
                (false, false) => None,
            };
            let shown = Some(Shown { thumbnails, codes });
            Seen { is_kept: true, reason, facts: Some(facts), shown }
        }
        Some(Err(error)) => Seen { facts: Some(facts), ..refused(reason_of(&error)) },
    })
}

/// What is to be remembered of a file that is kept (formats.md 5.1 and 5.2).
fn remarks_of(candidate: &Candidate<'_>, facts: Option<&Facts>, shown: Option<&Shown>) -> Vec<FileRemark> {
    let mut remarks: Vec<FileRemark> = Vec::new();
    if candidate.kind == FileKind::Heic {
        remarks.push(FileRemark::PreviewOnly);
    }
    remarks.extend(shown.into_iter().flat_map(|shown| &shown.thumbnails.issues).map(|issue| match issue {
        PictureIssue::Truncated => FileRemark::Truncated,
        PictureIssue::DamagedData => FileRemark::Damaged,
        PictureIssue::ProfileUnreadable => FileRemark::ProfileUnreadable,
    }));
    if let Some(facts) = facts {
        remarks.extend(facts.issues.iter().filter_map(|issue| match issue {
            FactIssue::ColorsUnexplained => Some(FileRemark::ColorsUnexplained),
            FactIssue::OrientationInvalid(_) => Some(FileRemark::OrientationInvalid),
            FactIssue::OffsetInvalid => Some(FileRemark::OffsetInvalid),
            FactIssue::Truncated => Some(FileRemark::Truncated),
            _ => None,
        }));
        let is_named_adobe = candidate.kind == FileKind::Jpeg && candidate.file.stem().starts_with('_');
        if is_named_adobe && !facts.icc && facts.color_space == ColorSpace::Unknown {
            remarks.push(FileRemark::ColorsUnexplained);
        }
    }
    remarks.sort_unstable();
    remarks.dedup();
    remarks
}

fn reason_of(error: &ImagingError) -> ImportReason {
    match error {
        ImagingError::Empty => ImportReason::Empty,
        ImagingError::NotAPicture => ImportReason::NotAnImage,
        ImagingError::TooLarge { .. } => ImportReason::TooManyPixels,
        ImagingError::Truncated => ImportReason::Truncated,
        ImagingError::NoPreview => ImportReason::NoPreview,
        _ => ImportReason::Damaged,
    }
}

fn new_frame(files: &FrameFiles, facts: Option<&Facts>, shown: Option<&Shown>) -> NewFrame {
    let first = files.files.first();
    let taken = facts.and_then(|facts| facts.taken.as_ref());
    let (code_reading, codes) = code_reading(shown.and_then(|shown| shown.codes.clone()));
    NewFrame {
        folder: first.map_or_else(String::new, |file| file.folder().to_owned()),
        name: first.map_or_else(String::new, |file| file.stem().to_owned()),
        camera: facts.map(|facts| CameraFacts {
            make: facts.make.clone().unwrap_or_default(),
            model: facts.model.clone().unwrap_or_default(),
            serial: facts.serial.clone().unwrap_or_default(),
        }),
        taken_at: taken.and_then(taken::instant),
        taken_local: taken.map(taken::local_text).unwrap_or_default(),
        offset_minutes: taken.and_then(|taken| taken.offset_minutes),
        orientation: facts.map_or(Orientation::Normal, |facts| facts.orientation).exif(),
        width: facts.map_or(0, |facts| facts.width),
        height: facts.map_or(0, |facts| facts.height),
        exposure: facts.map(exposure).unwrap_or_default(),
        has_preview: shown.is_some(),
        code_reading,
        codes,
        files: Vec::new(),
    }
}

fn exposure(facts: &Facts) -> Exposure {
    Exposure {
        seconds: facts.exposure_time.map(Ratio::as_f64),
        f_number: facts.f_number.map(Ratio::as_f64),
        iso: facts.iso,
        focal_mm: facts.focal_length.map(Ratio::as_f64),
    }
}
