//! The key pair of a slot, by which a new root key reaches people whose passphrases nobody knows.
//!
//! HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305, in its mode with a pre-shared key,
//! which comes from the root key before: who can write to the register's folder can seal to a public key, but cannot slip
//! anybody a root key without knowing theirs.

use hpke::{
    Deserializable, Kem as _, OpModeR, OpModeS, PskBundle, Serializable, aead::ChaCha20Poly1305,
    kdf::HkdfSha256, kem::X25519HkdfSha256, single_shot_open, single_shot_seal,
};
use rand_core::OsRng;
use zeroize::{Zeroize, Zeroizing};

use crate::{derive::make_random_bytes, error::VaultError, keys::RootKey};

type Kem = X25519HkdfSha256;
type Private = <Kem as hpke::Kem>::PrivateKey;
type Public = <Kem as hpke::Kem>::PublicKey;
type Encapped = <Kem as hpke::Kem>::EncappedKey;

const INFO: &[u8] = b"kontakti/slot-root/v1";
const PSK_ID: &[u8] = b"kontakti/root-before/v1";
/// Bytes of an encapsulated key.
const ENCAPPED: usize = 32;
/// Bytes of a sealed root key: the encapsulated key, the root key, the tag.
pub(super) const SEALED: usize = ENCAPPED + 32 + 16;

/// A slot's key pair.
pub(super) struct KeyPair {
    private: Private,
    public: Public,
}

impl KeyPair {
    pub fn make_random() -> Self {
        let seed = make_random_bytes::<32>();
        let (private, public) = Kem::derive_keypair(seed.as_slice());
        Self { private, public }
    }

    /// The pair of a private key; none when these are not the bytes of one.
    pub fn from_private(bytes: &[u8; 32]) -> Option<Self> {
        let private = Private::from_bytes(bytes).ok()?;
        let public = Kem::sk_to_pk(&private);
        Some(Self { private, public })
    }

    pub fn private(&self) -> Zeroizing<[u8; 32]> {
        let mut bytes = self.private.to_bytes();
        let private = Zeroizing::new(bytes.into());
        bytes.zeroize();
        private
    }

    pub fn public(&self) -> [u8; 32] {
        self.public.to_bytes().into()
    }

    /// Opens a root key that follows `before`.
    pub fn open(&self, before: &RootKey, aad: &[u8], sealed: &[u8; SEALED]) -> Option<RootKey> {
        let (encapped, sealed) = sealed.split_first_chunk::<ENCAPPED>()?;
        let psk = before.derive_renewal_key();
        let mode = OpModeR::Psk(PskBundle { psk: psk.as_slice(), psk_id: PSK_ID });
        let encapped = Encapped::from_bytes(encapped).ok()?;
        let root = single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &mode,
            &self.private,
            &encapped,
            INFO,
            sealed,
            aad,
        );
        let root = Zeroizing::new(root.ok()?);
        root.first_chunk::<32>().map(RootKey::from_bytes)
    }
}

/// Seals a root key that follows `before` to the holder of a public key.
pub(super) fn seal(
    public: &[u8; 32],
    before: &RootKey,
    aad: &[u8],
    root: &RootKey,
) -> Result<[u8; SEALED], VaultError> {
    let public = Public::from_bytes(public).map_err(|_| VaultError::SmallDamaged)?;
    let psk = before.derive_renewal_key();
    let mode = OpModeS::Psk(PskBundle { psk: psk.as_slice(), psk_id: PSK_ID });
    let (encapped, sealed) = single_shot_seal::<ChaCha20Poly1305, HkdfSha256, Kem, _>(
        &mode,
        &public,
        INFO,
        root.expose(),
        aad,
        &mut OsRng,
    )
    .map_err(|_| VaultError::SmallDamaged)?;
    let bytes = [encapped.to_bytes().as_slice(), &sealed].concat();
    bytes.try_into().map_err(|_| VaultError::SmallDamaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_holder_opens_and_only_what_follows_their_root_key() {
        let (one, other) = (KeyPair::make_random(), KeyPair::make_random());
        let (before, unknown, root) =
            (RootKey::make_random(), RootKey::make_random(), RootKey::make_random());
        let sealed = seal(&one.public(), &before, b"slot 7", &root).unwrap();
        assert!(one.open(&before, b"slot 7", &sealed) == Some(root.clone()));
        assert!(one.open(&unknown, b"slot 7", &sealed).is_none(), "sealed without knowing their root key");
        assert!(other.open(&before, b"slot 7", &sealed).is_none(), "not to them");
        assert!(one.open(&before, b"slot 8", &sealed).is_none(), "another slot");
        for at in 0..SEALED {
            let mut changed = sealed;
            changed[at] ^= 1;
            assert!(one.open(&before, b"slot 7", &changed).is_none(), "byte {at}");
        }
    }

    #[test]
    fn a_pair_comes_back_from_its_private_key() {
        let pair = KeyPair::make_random();
        let again = KeyPair::from_private(&pair.private()).unwrap();
        assert_eq!(again.public(), pair.public());
        assert_ne!(KeyPair::make_random().public(), pair.public());
    }
}
