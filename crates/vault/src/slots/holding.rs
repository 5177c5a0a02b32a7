//! How a slot holds the root key.
//!
//! Its key-encryption key (KEK) opens a private key and the root key of when the slot was last opened; each renewal since
//! then is a step from one root key to the next, sealed to the slot's public key. So a renewal needs no passphrase.

use zeroize::Zeroizing;

use super::file::{Hex, HexBytes, Pair, Slot};
use super::pair::{self, KeyPair};
use crate::{error::VaultError, keys::RootKey, small};

/// Why a slot does not give the root key.
pub(super) enum Closed {
    /// Another KEK.
    WrongSecret,
    /// The parts do not fit together.
    Forged,
}

/// Gives the slot the root key and a pair: a new one, or the one that it has.
pub(super) fn fill(
    mut slot: Slot,
    register_id: &[u8; 16],
    kek: &[u8; 32],
    root: &RootKey,
) -> Result<Slot, VaultError> {
    let place = place(&slot, register_id)?;
    let held = open_private(&slot, kek, &place);
    let pair = held.map_or_else(KeyPair::make_random, |(pair, _)| pair);
    let mut plain = Zeroizing::new([0u8; 64]);
    let (private, seen) = plain.split_at_mut(32);
    private.copy_from_slice(pair.private().as_slice());
    seen.copy_from_slice(root.expose());
    slot.wrapped = None;
    slot.pair = Some(Pair {
        public: Hex(pair.public()),
        private: HexBytes(small::seal(kek, &place, plain.as_slice())),
        steps: Vec::new(),
    });
    Ok(slot)
}

/// Adds the step from `before` to `root`. A slot without a pair cannot have one: false.
pub(super) fn renew(
    slot: &mut Slot,
    register_id: &[u8; 16],
    before: &RootKey,
    root: &RootKey,
) -> Result<bool, VaultError> {
    let place = place(slot, register_id)?;
    let Some(held) = &mut slot.pair else { return Ok(false) };
    held.steps.push(Hex(pair::seal(&held.public.0, before, &place, root)?));
    Ok(true)
}

/// The root key.
pub(super) fn open(
    slot: &Slot,
    register_id: &[u8; 16],
    kek: &[u8; 32],
) -> Result<Result<RootKey, Closed>, VaultError> {
    let place = place(slot, register_id)?;
    if let Some(wrapped) = &slot.wrapped {
        let root = small::open(kek, &place, &wrapped.0);
        let root = root.as_ref().and_then(|bytes| bytes.first_chunk::<32>()).map(RootKey::from_bytes);
        return Ok(root.ok_or(Closed::WrongSecret));
    }
    let (Some((pair, mut root)), Some(held)) = (open_private(slot, kek, &place), &slot.pair) else {
        return Ok(Err(Closed::WrongSecret));
    };
    for step in &held.steps {
        let Some(next) = pair.open(&root, &place, &step.0) else { return Ok(Err(Closed::Forged)) };
        root = next;
    }
    Ok(if pair.public() == held.public.0 { Ok(root) } else { Err(Closed::Forged) })
}

/// The pair, and the root key of when the slot was last opened.
fn open_private(slot: &Slot, kek: &[u8; 32], place: &[u8]) -> Option<(KeyPair, RootKey)> {
    let bytes = small::open(kek, place, &slot.pair.as_ref()?.private.0)?;
    let (private, seen) = bytes.split_first_chunk::<32>()?;
    Some((KeyPair::from_private(private)?, RootKey::from_bytes(seen.try_into().ok()?)))
}

/// What a slot's content is bound to; the label may be changed without the KEK, so it is left to the MAC.
fn place(slot: &Slot, register_id: &[u8; 16]) -> Result<Vec<u8>, VaultError> {
    let bound = (Hex(*register_id), slot.id, &slot.kind, &slot.salt, slot.kdf);
    let bytes = match slot.staff_id() {
        Some(staff_id) => serde_json::to_vec(&(bound, staff_id)),
        None => serde_json::to_vec(&bound),
    };
    Ok(bytes.map_err(std::io::Error::from)?)
}
