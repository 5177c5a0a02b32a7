//! Sealing of small values in memory: wrapped keys, thumbnails in rows.
//!
//! XChaCha20-Poly1305 with a random 24-byte nonce: `nonce || ciphertext || 16-byte tag`. The associated
//! data binds the value to its place (row id, kind), so that two values cannot be swapped.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use zeroize::Zeroizing;

use crate::{
    derive::{derive, make_random_bytes},
    error::VaultError,
    keys::{DatabaseKey, PhotoKey},
};

const NONCE: usize = 24;
const TAG: usize = 16;

/// A key under which small values can be sealed; each kind of key derives a sealing key of its own label.
pub trait SmallSealKey: private::Sealed {}

mod private {
    use zeroize::Zeroizing;

    pub trait Sealed {
        fn derive_small_key(&self) -> Zeroizing<[u8; 32]>;
    }
}

impl private::Sealed for PhotoKey {
    fn derive_small_key(&self) -> Zeroizing<[u8; 32]> {
        derive(b"", self.expose(), "kontakti/photo-small/v1", &[])
    }
}

impl private::Sealed for DatabaseKey {
    fn derive_small_key(&self) -> Zeroizing<[u8; 32]> {
        derive(b"", self.expose(), "kontakti/database-small/v1", &[])
    }
}

impl SmallSealKey for PhotoKey {}
impl SmallSealKey for DatabaseKey {}

/// Seals `plain` under `key`, bound to `aad`; the result is 40 bytes longer.
pub fn seal_small(key: &impl SmallSealKey, aad: &[u8], plain: &[u8]) -> Vec<u8> {
    seal(&key.derive_small_key(), aad, plain)
}

/// Opens what [`seal_small`] made.
///
/// # Errors
/// [`VaultError::SmallDamaged`] when key, `aad` or any bit differs.
pub fn open_small(
    key: &impl SmallSealKey,
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    open(&key.derive_small_key(), aad, sealed).ok_or(VaultError::SmallDamaged)
}

pub(crate) fn seal(key: &[u8; 32], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce = make_random_bytes::<NONCE>();
    let cipher = XChaCha20Poly1305::new(key.into());
    let encrypted = cipher.encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad });
    let Ok(encrypted) = encrypted else {
        unreachable!("ChaCha20-Poly1305 takes up to 256 GiB, more than memory holds");
    };
    let mut sealed = Vec::with_capacity(NONCE + plain.len() + TAG);
    sealed.extend_from_slice(nonce.as_slice());
    sealed.extend_from_slice(&encrypted);
    sealed
}

pub(crate) fn open(key: &[u8; 32], aad: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, encrypted) = sealed.split_first_chunk::<NONCE>()?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: encrypted, aad })
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_with_the_same_key_place_and_bits() {
        let key = PhotoKey::make_random();
        let sealed = seal_small(&key, b"thumbnail 1001", b"pixels");
        assert_eq!(sealed.len(), 6 + 40);
        assert_eq!(open_small(&key, b"thumbnail 1001", &sealed).unwrap().as_slice(), b"pixels");
        assert!(open_small(&key, b"thumbnail 1002", &sealed).is_err());
        assert!(open_small(&PhotoKey::make_random(), b"thumbnail 1001", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1;
            assert!(open_small(&key, b"thumbnail 1001", &flipped).is_err(), "byte {at}");
            assert!(open_small(&key, b"thumbnail 1001", &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn sealing_twice_gives_different_bytes() {
        let key = PhotoKey::make_random();
        assert_ne!(seal_small(&key, b"", b"same"), seal_small(&key, b"", b"same"));
    }
}
