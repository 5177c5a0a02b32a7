//! Reads a bundle and says what it proves.

use std::collections::HashMap;
use std::io::{Read, Seek};

use zip::ZipArchive;

use super::{
    BundleError, CHECKPOINTS, CONSISTENCY, CheckpointLine, ConsistencyLine, ENTRIES, EntryLine, Extent,
    FORMAT, Falsehood, HEAD, Head, KEYS, KeyLine, PEOPLE, Person, README, VERSION, lines,
};
use crate::merkle::{Frontier, is_consistent, is_included, leaf_hash};
use crate::{Chain, Checkpoint, Hash, KeyChain, KeyRecord, PublicKey, hash_from_typed, origin_of};

/// Longest `bundle.json` and `people.json`.
const LONGEST: u64 = 4 * 1024 * 1024;
/// Most keys and checkpoints that are read: several a day for centuries.
const MOST: usize = 1_000_000;

/// What a bundle proves, with nothing but itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    /// Which entries it holds.
    pub extent: Extent,
    /// How many.
    pub entries: u64,
    /// When the first and the last of them were written, Unix ms; none when it holds none.
    pub span: Option<(i64, i64)>,
    /// Checkpoints, the oldest first; all hold.
    pub checkpoints: Vec<Checkpoint>,
    /// Keys that signed, the first first.
    pub keys: Vec<PublicKey>,
    /// What members of staff are said to be called; not proved.
    pub people: Vec<Person>,
}

/// What is on paper, and is to be found in a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// A signed checkpoint, as the sheet's QR code carries it.
    Note(String),
    /// The root alone, as it was typed.
    Root(Hash),
}

/// Why what is on paper does not confirm a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutsideError {
    /// Neither a checkpoint nor a root.
    #[error("neither the text of a checkpoint nor a root of 64 digits")]
    Unreadable,
    /// No checkpoint of the bundle is the one on paper.
    #[error("no checkpoint of the bundle is the one on paper")]
    Absent,
}

impl Held {
    /// Reads the text of a sheet: the signed note, or the typed root.
    ///
    /// # Errors
    /// [`OutsideError::Unreadable`].
    pub fn read(text: &str) -> Result<Self, OutsideError> {
        if let Some(root) = hash_from_typed(text) {
            return Ok(Self::Root(root));
        }
        let note = format!("{}\n", text.replace("\r\n", "\n").trim());
        Checkpoint::read_unproved(&note).map_err(|_| OutsideError::Unreadable)?;
        Ok(Self::Note(note))
    }
}

impl Proved {
    /// The checkpoint of the bundle that is the one on paper: from then on it is paper that vouches for the entries, not
    /// only whoever made the bundle.
    ///
    /// # Errors
    /// [`OutsideError::Absent`].
    pub fn confirm(&self, held: &Held) -> Result<&Checkpoint, OutsideError> {
        let is_it = |checkpoint: &&Checkpoint| match held {
            Held::Root(root) => checkpoint.root == *root,
            Held::Note(note) => {
                Checkpoint::read_unproved(note).as_ref() == Ok(checkpoint)
                    && self.keys.iter().any(|key| Checkpoint::open(note, key).is_ok())
            }
        };
        self.checkpoints.iter().find(is_it).ok_or(OutsideError::Absent)
    }
}

/// Reads a bundle and checks everything in it.
///
/// # Errors
/// [`BundleError`]; [`BundleError::False`] when it can be read and does not hold.
pub fn verify(file: impl Read + Seek) -> Result<Proved, BundleError> {
    let mut zip = ZipArchive::new(file)?;
    let known = [README, HEAD, KEYS, CHECKPOINTS, CONSISTENCY, ENTRIES, PEOPLE];
    if zip.file_names().any(|name| name.map_or(true, |name| !known.contains(&&*name))) {
        return Err(BundleError::Foreign);
    }
    let head: Head = lines::whole(&mut zip, HEAD, LONGEST)?;
    if head.format != FORMAT {
        return Err(BundleError::Form { member: HEAD, line: 1 });
    }
    if head.version != VERSION {
        return Err(BundleError::TooNew { found: head.version });
    }
    let people = lines::whole(&mut zip, PEOPLE, LONGEST)?;
    let (keys, checkpoints) = signed(&mut zip)?;
    let span = match head.extent {
        Extent::Whole => whole(&mut zip, &head, &checkpoints)?,
        Extent::Picked => picked(&mut zip, &head, &checkpoints)?,
    };
    let (extent, entries) = (head.extent, head.entries);
    Ok(Proved { extent, entries, span, checkpoints, keys: keys.keys().to_vec(), people })
}

/// Keys that follow from each other, and checkpoints that were signed with them, of one trail that only grew.
fn signed(zip: &mut ZipArchive<impl Read + Seek>) -> Result<(KeyChain, Vec<Checkpoint>), BundleError> {
    let mut records: Vec<KeyRecord> = Vec::new();
    lines::each(zip, KEYS, |KeyLine { number, public_key, statement }, line| {
        let bytes = data_encoding::BASE64.decode(public_key.as_bytes()).ok();
        let bytes: Option<[u8; 32]> = bytes.and_then(|bytes| bytes.try_into().ok());
        let public = bytes.and_then(|bytes| PublicKey::from_bytes(&bytes));
        let public =
            public.filter(|_| records.len() < MOST).ok_or(BundleError::Form { member: KEYS, line })?;
        records.push(KeyRecord { number, public, statement });
        Ok(())
    })?;
    let notes: Vec<CheckpointLine> = lines::all(zip, CHECKPOINTS, MOST)?;
    let first = notes.first().ok_or(BundleError::Form { member: CHECKPOINTS, line: 1 })?;
    let wrong = |number, reason| Falsehood::Checkpoint { number, reason };
    let origin = Checkpoint::read_unproved(&first.note).map_err(|reason| wrong(1, reason))?.origin;
    let keys = KeyChain::follow(&origin, &records).map_err(Falsehood::from)?;
    let mut checkpoints: Vec<Checkpoint> = Vec::with_capacity(notes.len());
    let mut last_key = 1;
    for (number, CheckpointLine { key, note }) in (1..).zip(notes) {
        let public = keys.get(key).filter(|_| key >= last_key).ok_or(Falsehood::Order { number })?;
        let checkpoint = Checkpoint::open(&note, public).map_err(|reason| wrong(number, reason))?;
        let follows = checkpoints.last().is_none_or(|last| last.size <= checkpoint.size);
        if checkpoint.origin != origin || !follows {
            return Err(Falsehood::Order { number }.into());
        }
        last_key = key;
        checkpoints.push(checkpoint);
    }
    Ok((keys, checkpoints))
}

type Span = Option<(i64, i64)>;

/// Every entry from the first to the last checkpoint: chain and roots are computed anew.
fn whole(
    zip: &mut ZipArchive<impl Read + Seek>,
    head: &Head,
    checkpoints: &[Checkpoint],
) -> Result<Span, BundleError> {
    let mut due = checkpoints.iter().peekable();
    let (mut chain, mut tree, mut span) = (Chain::START, Frontier::default(), None);
    lines::each(zip, ENTRIES, |line: EntryLine, number| {
        if line.proof.is_some() || !is_known(&line) {
            return Err(BundleError::Form { member: ENTRIES, line: number });
        }
        let id = line.id;
        let is_first_of_trail =
            id != 1 || checkpoints.iter().all(|one| one.origin == origin_of(&line.hash.0));
        if !chain.follow(&line.entry()) || !is_first_of_trail {
            return Err(Falsehood::Entry { id }.into());
        }
        tree.push(leaf_hash(&line.hash.0));
        while let Some(checkpoint) = due.next_if(|checkpoint| checkpoint.size == tree.size()) {
            let Checkpoint { size, at_ms, root, head, .. } = checkpoint;
            if tree.root() != *root || chain.last_hash() != *head {
                return Err(Falsehood::Root { size: *size, at_ms: *at_ms }.into());
            }
        }
        span = extended(span, line.at);
        Ok(())
    })?;
    let expected = checkpoints.last().map_or(0, |last| last.size);
    counted(tree.size(), expected)?;
    counted(head.entries, expected)?;
    Ok(span)
}

/// Some entries: each stands at its place in the tree of the last checkpoint, of which the older trees are beginnings.
fn picked(
    zip: &mut ZipArchive<impl Read + Seek>,
    head: &Head,
    checkpoints: &[Checkpoint],
) -> Result<Span, BundleError> {
    let Some((last, earlier)) = checkpoints.split_last() else {
        return Err(BundleError::Form { member: CHECKPOINTS, line: 1 });
    };
    let mut proofs: HashMap<u64, Vec<Hash>> = HashMap::new();
    lines::each(zip, CONSISTENCY, |ConsistencyLine { size, proof }, line| {
        proofs.insert(size, proof.into_iter().map(|hash| hash.0).collect());
        if proofs.len() > MOST { Err(BundleError::Form { member: CONSISTENCY, line }) } else { Ok(()) }
    })?;
    for Checkpoint { size, root, at_ms, .. } in earlier {
        let holds = proofs
            .get(size)
            .is_some_and(|proof| is_consistent((*size, root), (last.size, &last.root), proof));
        if !holds {
            return Err(Falsehood::Root { size: *size, at_ms: *at_ms }.into());
        }
    }
    let (mut found, mut last_id, mut span) = (0, 0, None);
    lines::each(zip, ENTRIES, |line: EntryLine, number| {
        let proof = line.proof.as_ref().filter(|_| is_known(&line));
        let proof = proof.ok_or(BundleError::Form { member: ENTRIES, line: number })?;
        let proof: Vec<Hash> = proof.iter().map(|hash| hash.0).collect();
        let id = line.id;
        if id <= last_id || !line.entry().is_whole() {
            return Err(Falsehood::Entry { id }.into());
        }
        let index = id.unsigned_abs() - 1;
        if !is_included(&leaf_hash(&line.hash.0), index, last.size, &proof, &last.root) {
            return Err(Falsehood::NotIncluded { id }.into());
        }
        found += 1;
        last_id = id;
        span = extended(span, line.at);
        Ok(())
    })?;
    counted(found, head.entries)?;
    Ok(span)
}

/// The layouts whose covered values are known.
fn is_known(line: &EntryLine) -> bool {
    [1, 2].contains(&line.layout)
}

fn extended(span: Span, at: i64) -> Span {
    let (from, until) = span.unwrap_or((at, at));
    Some((from.min(at), until.max(at)))
}

fn counted(found: u64, expected: u64) -> Result<(), Falsehood> {
    if found == expected { Ok(()) } else { Err(Falsehood::Count { found, expected }) }
}
