//! The text of a slot file: reading, writing, checksum, MAC. No secrets are unwrapped here.
//!
//! Invariant: a file is accepted only when writing its content again gives the same bytes, so no bit of it
//! can be changed unnoticed, not even in white space.

use std::{io, path::Path};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq;

use super::pair::SEALED;
use crate::{
    durable::read_bounded,
    error::{SlotFault, VaultError},
    kdf::{KdfBounds, KdfParams},
    keys::SlotMacKey,
};

pub(super) const FORMAT: &str = "kontakti-keyslots";
/// Written from now on; 1, whose slots name no device secret, 2, whose slots name no person, and 3, whose slots have no key
/// pair, are read as well.
pub(super) const VERSION: u32 = 4;
const LONGEST: u64 = 1024 * 1024;
const CHECK_CONTEXT: &str = "kontakti keyslots 2026 checksum v1";

/// Bytes written as lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hex<const N: usize>(pub(super) [u8; N]);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(serde::de::Error::custom)?;
        let length = bytes.len();
        bytes.try_into().map(Self).map_err(|_| serde::de::Error::invalid_length(length, &"hex digits"))
    }
}

/// Any number of bytes written as lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HexBytes(pub(super) Vec<u8>);

impl Serialize for HexBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for HexBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        HEXLOWER.decode(text.as_bytes()).map(Self).map_err(serde::de::Error::custom)
    }
}

/// One way to the root key. Every kind has this shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) id: u32,
    pub(super) kind: String,
    pub(super) label: String,
    pub(super) created_at_ms: u64,
    pub(super) salt: Hex<16>,
    pub(super) kdf: Option<KdfParams>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) device: Option<Hex<8>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) person: Option<Person>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) wrapped: Option<Hex<72>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pair: Option<Pair>,
}

impl Slot {
    /// Whose it is, when it is somebody's.
    pub(super) fn staff_id(&self) -> Option<i64> {
        self.person.as_ref().map(|person| person.staff_id)
    }
}

/// The root key for the holder of a private key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pair {
    pub(super) public: Hex<32>,
    /// The private key and the root key of when the slot was last opened, under the slot's key-encryption key.
    pub(super) private: HexBytes,
    /// The root keys since then, oldest first.
    pub(super) steps: Vec<Hex<SEALED>>,
}

/// Whose passphrase a slot takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) staff_id: i64,
    pub(super) sealed_name: HexBytes,
}

/// What the MAC covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) register_id: Hex<16>,
    pub(super) counter: u64,
    pub(super) next_slot_id: u32,
    pub(super) slots: Vec<Slot>,
}

/// A slot file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SlotFile {
    pub(super) body: Body,
    mac: Hex<32>,
    checksum: Hex<32>,
}

/// Only what tells a newer file from a broken one.
#[derive(Deserialize)]
struct Probe {
    body: ProbeBody,
}

#[derive(Deserialize)]
struct ProbeBody {
    format: String,
    version: u32,
}

/// A copy on disk, as far as it can be judged without the root key.
pub(super) enum Copy {
    Whole(SlotFile),
    TooNew(u32),
    Faulty(SlotFault),
}

impl SlotFile {
    pub(super) fn authenticated(body: Body, key: &SlotMacKey) -> Result<Self, VaultError> {
        let mac = Hex(mac(&body, key)?);
        let checksum = Hex(checksum(&body, &mac)?);
        Ok(Self { body, mac, checksum })
    }

    pub(super) fn is_authentic(&self, key: &SlotMacKey) -> Result<bool, VaultError> {
        Ok(mac(&self.body, key)?.ct_eq(&self.mac.0).into())
    }

    pub(super) fn to_text(&self) -> Result<Vec<u8>, VaultError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(io::Error::from)?;
        text.push(b'\n');
        Ok(text)
    }

    pub(super) fn check_kdf(&self, bounds: KdfBounds) -> Result<(), VaultError> {
        self.body.slots.iter().filter_map(|slot| slot.kdf).try_for_each(|params| bounds.check(params))
    }
}

/// Reads a copy. Only trouble with the disk is an error.
pub(super) fn read(path: &Path) -> Result<Copy, VaultError> {
    let bytes = match read_bounded(path, LONGEST) {
        Ok(bytes) => bytes,
        Err(error) => {
            return match error.kind() {
                io::ErrorKind::NotFound => Ok(Copy::Faulty(SlotFault::Missing)),
                io::ErrorKind::FileTooLarge => Ok(Copy::Faulty(SlotFault::Unreadable)),
                _ => Err(error.into()),
            };
        }
    };
    if let Ok(Probe { body }) = serde_json::from_slice(&bytes)
        && body.format == FORMAT
        && body.version > VERSION
    {
        let damaged = is_ours_but_for_the_version(&bytes)?;
        return Ok(if damaged { Copy::Faulty(SlotFault::Checksum) } else { Copy::TooNew(body.version) });
    }
    let Ok(file) = serde_json::from_slice::<SlotFile>(&bytes) else {
        return Ok(Copy::Faulty(SlotFault::Unreadable));
    };
    let is_known = (1..=VERSION).contains(&file.body.version);
    let is_held_once = file.body.slots.iter().all(|slot| slot.wrapped.is_some() != slot.pair.is_some());
    if file.body.format != FORMAT || !is_known || !is_held_once || file.to_text()? != bytes {
        return Ok(Copy::Faulty(SlotFault::Unreadable));
    }
    if checksum(&file.body, &file.mac)? != file.checksum.0 {
        return Ok(Copy::Faulty(SlotFault::Checksum));
    }
    Ok(Copy::Whole(file))
}

/// Whether the file is whole once its version is read as one of ours: then a flipped bit made it look newer.
fn is_ours_but_for_the_version(bytes: &[u8]) -> Result<bool, VaultError> {
    let Ok(mut file) = serde_json::from_slice::<SlotFile>(bytes) else {
        return Ok(false);
    };
    for version in 1..=VERSION {
        file.body.version = version;
        if checksum(&file.body, &file.mac)? == file.checksum.0 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn mac(body: &Body, key: &SlotMacKey) -> Result<[u8; 32], VaultError> {
    let text = serde_json::to_vec(body).map_err(io::Error::from)?;
    Ok(*blake3::keyed_hash(key.expose(), &text).as_bytes())
}

fn checksum(body: &Body, mac: &Hex<32>) -> Result<[u8; 32], VaultError> {
    let text = serde_json::to_vec(body).map_err(io::Error::from)?;
    let mut hasher = blake3::Hasher::new_derive_key(CHECK_CONTEXT);
    hasher.update(&text).update(&mac.0);
    Ok(*hasher.finalize().as_bytes())
}
