//! Keys that sign checkpoints, and how one follows another.
//!
//! A key that is given up signs its successor, so that whoever trusts an old sheet of paper can follow the keys to the
//! newest. Its own seed is then forgotten: nothing is signed with it any more.

use data_encoding::BASE64;
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Hash;
use crate::note::{NoteError, check_successor, sign_successor};

/// Most keys that a chain is read with: one for each time that somebody leaves a studio, for many years.
const MOST: usize = 1000;

/// A key that signs.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key of a seed.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn make_random() -> std::io::Result<Self> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut_slice())?;
        Ok(Self::from_seed(&seed))
    }

    /// What it is made from again, see [`Self::from_seed`].
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// What its signatures are checked with.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, text: &[u8]) -> [u8; 64] {
        self.0.sign(text).to_bytes()
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SigningKey")
    }
}

/// What signatures are checked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// None for bytes that are no key, or one whose signatures hold for anything.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// As it is stored.
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// SHA-256 of its bytes: how it is named on paper.
    pub fn fingerprint(self) -> Hash {
        Sha256::digest(self.0.as_bytes()).into()
    }

    pub(crate) fn has_signed(self, text: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(text, &Signature::from_bytes(signature)).is_ok()
    }
}

/// A key as it is kept and exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    /// From 1.
    pub number: u32,
    /// The key.
    pub public: PublicKey,
    /// Note in which the key before it names it; empty for the first.
    pub statement: String,
}

impl KeyRecord {
    /// The first key of a trail.
    pub fn first(key: &SigningKey) -> Self {
        Self { number: 1, public: key.public(), statement: String::new() }
    }

    /// The key that follows this one, whose secret half is `own`.
    pub fn followed_by(&self, next: &SigningKey, own: &SigningKey, origin: &str, at_ms: i64) -> Self {
        let (number, public) = (self.number.saturating_add(1), next.public());
        Self { number, public, statement: sign_successor(origin, number, &public, at_ms, own) }
    }

    /// The key in base64.
    pub fn to_base64(&self) -> String {
        BASE64.encode(&self.public.to_bytes())
    }
}

/// Why keys are no chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is none, or too many, or their numbers have gaps.
    #[error("the keys are not numbered from 1")]
    Numbers,
    /// A key is not named by the one before it.
    #[error("key {number} is not signed by the key before it: {reason}")]
    NotSigned {
        /// Its number.
        number: u32,
        /// What is wrong with the statement.
        reason: NoteError,
    },
}

/// Keys of which each is signed by the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChain(Vec<PublicKey>);

impl KeyChain {
    /// Checks that each key of the trail `origin` names the next.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn follow(origin: &str, records: &[KeyRecord]) -> Result<Self, KeyError> {
        if records.is_empty() || records.len() > MOST {
            return Err(KeyError::Numbers);
        }
        let mut keys: Vec<PublicKey> = Vec::with_capacity(records.len());
        for (number, record) in (1..).zip(records) {
            if record.number != number {
                return Err(KeyError::Numbers);
            }
            let named = match keys.last() {
                Some(before) => check_successor(&record.statement, origin, number, &record.public, before),
                None if record.statement.is_empty() => Ok(()),
                None => Err(NoteError::Form),
            };
            named.map_err(|reason| KeyError::NotSigned { number, reason })?;
            keys.push(record.public);
        }
        Ok(Self(keys))
    }

    /// A key by its number.
    pub fn get(&self, number: u32) -> Option<&PublicKey> {
        self.0.get(usize::try_from(number.checked_sub(1)?).ok()?)
    }

    /// All keys, the first first.
    pub fn keys(&self) -> &[PublicKey] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin_of;

    fn chain() -> (String, Vec<KeyRecord>) {
        let origin = origin_of(&[1; 32]);
        let keys: Vec<SigningKey> = (1..=3).map(|seed| SigningKey::from_seed(&[seed; 32])).collect();
        let mut records = vec![KeyRecord::first(&keys[0])];
        for pair in keys.windows(2) {
            let next = records.last().unwrap().followed_by(&pair[1], &pair[0], &origin, 1_788_416_100_000);
            records.push(next);
        }
        (origin, records)
    }

    #[test]
    fn keys_are_followed_from_the_first_to_the_last() {
        let (origin, records) = chain();
        let followed = KeyChain::follow(&origin, &records).unwrap();
        assert_eq!(followed.keys().len(), 3);
        assert_eq!(followed.get(3), Some(&records[2].public));
        assert_eq!((followed.get(0), followed.get(4)), (None, None));
    }

    #[test]
    fn a_key_that_nobody_named_is_not_taken() {
        let (origin, records) = chain();
        let foreign = SigningKey::from_seed(&[9; 32]);
        let mut changed = records.clone();
        changed[2].public = foreign.public();
        let refused = |number, reason| Err(KeyError::NotSigned { number, reason });
        assert_eq!(KeyChain::follow(&origin, &changed), refused(3, NoteError::Form));
        let mut unsigned = records.clone();
        unsigned[1].statement.clear();
        assert_eq!(KeyChain::follow(&origin, &unsigned), refused(2, NoteError::Form));
        let mut by_itself = records.clone();
        by_itself[1] = records[0].followed_by(&foreign, &foreign, &origin, 0);
        assert_eq!(KeyChain::follow(&origin, &by_itself), refused(2, NoteError::OtherKey));
        let other_trail = origin_of(&[2; 32]);
        assert_eq!(KeyChain::follow(&other_trail, &records), refused(2, NoteError::OtherKey));
        assert_eq!(KeyChain::follow(&origin, &records[1..]), Err(KeyError::Numbers));
        assert_eq!(KeyChain::follow(&origin, &[]), Err(KeyError::Numbers));
    }

    #[test]
    fn weak_keys_are_no_keys_and_nothing_of_a_seed_is_shown() {
        assert_eq!(PublicKey::from_bytes(&[0; 32]), None);
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(PublicKey::from_bytes(&identity), None);
        let key = SigningKey::from_seed(&[7; 32]);
        assert_eq!(format!("{key:?}"), "SigningKey");
        assert_eq!(*key.seed(), [7; 32]);
        assert_ne!(SigningKey::make_random().unwrap().seed(), SigningKey::make_random().unwrap().seed());
    }
}
