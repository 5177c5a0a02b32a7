//! The exported trail: one ZIP file that proves what it holds to whoever has nothing else.
//!
//! | member | what |
//! |---|---|
//! | `README.txt` | what it is and how to check it, in three languages |
//! | `bundle.json` | [`Head`]: format, version, whole or picked, numbers |
//! | `keys.jsonl` | keys that signed checkpoints, the first first, each with the statement of the one before it |
//! | `checkpoints.jsonl` | signed checkpoints, the oldest first; the last one covers every entry of the bundle |
//! | `consistency.jsonl` | picked only: for each older checkpoint, that its tree is the beginning of the last one's |
//! | `entries.jsonl` | the entries, each with its hash and that of the one before it; picked: with its inclusion proof |
//! | `people.json` | what members of staff are called; **not proved** by anything |
//!
//! A *whole* bundle holds every entry from the first to the last checkpoint: chain and roots are computed anew. A *picked*
//! one holds some: each is proved to stand at its place, and nothing is said of what was left out.
//!
//! Hashes are lower-case hex, one JSON object a line, no unknown members or fields.

mod lines;
mod verify;
mod write;

pub use verify::{Held, OutsideError, Proved, verify};
pub use write::{BundleWriter, Contents};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::{Entry, Hash, Values};

const FORMAT: &str = "kontakti-trail";
const VERSION: u32 = 1;

const README: &str = "README.txt";
const HEAD: &str = "bundle.json";
const KEYS: &str = "keys.jsonl";
const CHECKPOINTS: &str = "checkpoints.jsonl";
const CONSISTENCY: &str = "consistency.jsonl";
const ENTRIES: &str = "entries.jsonl";
const PEOPLE: &str = "people.json";

/// Error of reading or writing a bundle.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file cannot be read or written.
    #[error("the file cannot be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// Not a ZIP file, or a damaged one.
    #[error("not a readable ZIP file: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A member is missing.
    #[error("not a bundle of a trail: {member} is missing")]
    Missing {
        /// Its name.
        member: &'static str,
    },
    /// A member that no bundle has.
    #[error("not a bundle of a trail: it holds something else besides")]
    Foreign,
    /// A member that is not of the form that is written here.
    #[error("{member}, line {line}: not of the form of a bundle")]
    Form {
        /// Its name.
        member: &'static str,
        /// From 1.
        line: u64,
    },
    /// Written by a newer program.
    #[error("a bundle of version {found}; this program reads version {VERSION}")]
    TooNew {
        /// Its version.
        found: u32,
    },
    /// Everything can be read, and does not hold.
    #[error(transparent)]
    False(#[from] Falsehood),
    /// A proof was not prepared: a fault of the writer.
    #[error("a proof is missing")]
    NoProof,
}

/// What does not hold in a bundle that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Falsehood {
    /// An entry is not the one that has to stand there.
    #[error("entry {id} is not the one that was written, or one before it is missing")]
    Entry {
        /// Its number.
        id: i64,
    },
    /// An entry is not in the tree of the last checkpoint.
    #[error("entry {id} is not proved by the last checkpoint")]
    NotIncluded {
        /// Its number.
        id: i64,
    },
    /// The entries end before the last checkpoint does, or the numbers in the bundle disagree.
    #[error("the bundle holds {found} entries and has to hold {expected}")]
    Count {
        /// How many there are.
        found: u64,
        /// How many there have to be.
        expected: u64,
    },
    /// The keys are no chain.
    #[error(transparent)]
    Keys(#[from] crate::KeyError),
    /// A checkpoint is not signed as it says.
    #[error("checkpoint {number} of the bundle: {reason}")]
    Checkpoint {
        /// From 1, in the bundle's order.
        number: usize,
        /// What is wrong.
        reason: crate::NoteError,
    },
    /// A checkpoint is of another trail, or older than the one before it.
    #[error("checkpoint {number} of the bundle does not follow the one before it")]
    Order {
        /// From 1, in the bundle's order.
        number: usize,
    },
    /// The entries are not those that a checkpoint was signed over.
    #[error("the first {size} entries are not those that were signed on {}", jiff::Timestamp::from_millisecond(*.at_ms).unwrap_or_default())]
    Root {
        /// How many it covers.
        size: u64,
        /// When it was signed, Unix ms.
        at_ms: i64,
    },
}

/// Which entries a bundle holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All from the first to the last checkpoint.
    Whole,
    /// Some.
    Picked,
}

/// `bundle.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    format: String,
    version: u32,
    extent: Extent,
    entries: u64,
}

/// A line of `keys.jsonl`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct KeyLine {
    number: u32,
    public_key: String,
    statement: String,
}

/// A line of `checkpoints.jsonl`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CheckpointLine {
    key: u32,
    note: String,
}

/// A line of `consistency.jsonl`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ConsistencyLine {
    size: u64,
    proof: Vec<HexHash>,
}

/// A line of `entries.jsonl`; the values as they are hashed.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct EntryLine {
    id: i64,
    at: i64,
    action: String,
    entity: String,
    entity_id: Option<i64>,
    fields: String,
    count: Option<u32>,
    machine: String,
    staff_id: Option<i64>,
    layout: i64,
    prev_hash: HexHash,
    hash: HexHash,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proof: Option<Vec<HexHash>>,
}

impl EntryLine {
    fn of(entry: &Entry<'_>, proof: Option<Vec<Hash>>) -> Self {
        let values = entry.values;
        Self {
            id: values.id,
            at: values.at,
            action: values.action.to_owned(),
            entity: values.entity.to_owned(),
            entity_id: values.entity_id,
            fields: values.fields.to_owned(),
            count: values.count,
            machine: values.machine.to_owned(),
            staff_id: values.staff_id,
            layout: values.layout,
            prev_hash: HexHash(entry.prev_hash),
            hash: HexHash(entry.hash),
            proof: proof.map(|proof| proof.into_iter().map(HexHash).collect()),
        }
    }

    fn entry(&self) -> Entry<'_> {
        Entry {
            values: Values {
                layout: self.layout,
                id: self.id,
                at: self.at,
                action: &self.action,
                entity: &self.entity,
                entity_id: self.entity_id,
                fields: &self.fields,
                count: self.count,
                machine: &self.machine,
                staff_id: self.staff_id,
            },
            prev_hash: self.prev_hash.0,
            hash: self.hash.0,
        }
    }
}

/// `people.json`: a number and what its bearer is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// As in `staffId`.
    pub id: i64,
    /// The name when the bundle was written.
    pub name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct HexHash(Hash);

impl Serialize for HexHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for HexHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| serde::de::Error::custom("not a hash"))
    }
}

#[cfg(test)]
mod tests;
