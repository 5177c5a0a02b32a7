//! Signed notes and the checkpoints in them.
//!
//! The form is that of C2SP `signed-note` and `tlog-checkpoint`: lines of text, an empty line, and a line with the signer's
//! name and signature. A checkpoint's text is
//!
//! ```text
//! kontakti-trail/<32 hex digits>     which trail, see `origin_of`
//! 1234                               how many entries it covers
//! <base64>                           root of the Merkle tree over them
//! time 2026-09-03T06:15:00Z          by the computer's clock
//! head <base64>                      hash of the last of them
//! ```
//!
//! Invariant: a text is read only when it is, byte for byte, what this module would write.

use data_encoding::{BASE64, HEXLOWER};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::Hash;
use crate::keys::{PublicKey, SigningKey};

/// Longest note that is looked at.
const LONGEST: usize = 4096;
/// Begins a signature line.
const DASH: &str = "\u{2014} ";
/// Ed25519 in C2SP `signed-note`.
const ALGORITHM: u8 = 1;

/// Why a note is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not of the form that is written here.
    #[error("not a checkpoint of a trail")]
    Form,
    /// Signed under another name or by another key.
    #[error("signed by another key")]
    OtherKey,
    /// The signature is not that of the text.
    #[error("the signature does not hold")]
    Signature,
}

/// The name of a trail: from the hash of its first entry, which no two trails share.
pub fn origin_of(first: &Hash) -> String {
    let digest = Sha256::digest(first);
    let digits: String = HEXLOWER.encode(&digest).chars().take(32).collect();
    format!("kontakti-trail/{digits}")
}

/// What a trail was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which trail, see [`origin_of`].
    pub origin: String,
    /// How many entries it covers, from the first; never 0.
    pub size: u64,
    /// Root of the Merkle tree over their hashes, see [`crate::merkle`].
    pub root: Hash,
    /// When, Unix ms, by the clock of the computer that signed.
    pub at_ms: i64,
    /// Hash of the last entry that it covers.
    pub head: Hash,
}

impl Checkpoint {
    /// Signs it; gives the note.
    pub fn sign(&self, key: &SigningKey) -> String {
        sign(&self.text(), &self.origin, key)
    }

    /// Reads a note that was signed by this key.
    ///
    /// # Errors
    /// [`NoteError`].
    pub fn open(note: &str, key: &PublicKey) -> Result<Self, NoteError> {
        let checkpoint = Self::read_unproved(note)?;
        open(note, &checkpoint.origin, key)?;
        Ok(checkpoint)
    }

    /// Reads a note without looking at who signed it.
    ///
    /// # Errors
    /// [`NoteError::Form`].
    pub fn read_unproved(note: &str) -> Result<Self, NoteError> {
        let (text, _) = divide(note)?;
        let mut lines = text.lines();
        let mut line = || lines.next().ok_or(NoteError::Form);
        let origin = line()?.to_owned();
        let checkpoint = Self {
            size: line()?.parse().map_err(|_| NoteError::Form)?,
            root: hash(line()?)?,
            at_ms: moment(line()?)?,
            head: hash(line()?.strip_prefix("head ").ok_or(NoteError::Form)?)?,
            origin,
        };
        let is_ours = checkpoint.origin.starts_with("kontakti-trail/") && checkpoint.size > 0;
        if is_ours && checkpoint.text() == text { Ok(checkpoint) } else { Err(NoteError::Form) }
    }

    fn text(&self) -> String {
        let Self { origin, size, root, at_ms, head } = self;
        let [root, head] = [root, head].map(|hash| BASE64.encode(hash));
        format!("{origin}\n{size}\n{root}\n{}\nhead {head}\n", time_line(*at_ms))
    }
}

/// That a key is followed by another: signed by the one that was there before.
pub(crate) fn sign_successor(
    origin: &str,
    number: u32,
    next: &PublicKey,
    at_ms: i64,
    by: &SigningKey,
) -> String {
    sign(&successor_text(origin, number, next, &time_line(at_ms)), origin, by)
}

/// Whether the note says, signed by `by`, that `next` is the key of this number.
pub(crate) fn check_successor(
    note: &str,
    origin: &str,
    number: u32,
    next: &PublicKey,
    by: &PublicKey,
) -> Result<(), NoteError> {
    let text = open(note, origin, by)?;
    let time = text.lines().last().ok_or(NoteError::Form)?;
    moment(time)?;
    if text == successor_text(origin, number, next, time) { Ok(()) } else { Err(NoteError::Form) }
}

fn successor_text(origin: &str, number: u32, next: &PublicKey, time: &str) -> String {
    format!("{origin}/key\n{number}\n{}\n{time}\n", BASE64.encode(&next.to_bytes()))
}

fn time_line(at_ms: i64) -> String {
    // a moment that no calendar has is written as the one nearest to it that every reader takes
    let at = Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    format!("time {at}")
}

fn moment(line: &str) -> Result<i64, NoteError> {
    let time = line.strip_prefix("time ").ok_or(NoteError::Form)?;
    let at_ms = time.parse::<Timestamp>().map_err(|_| NoteError::Form)?.as_millisecond();
    if time_line(at_ms) == line { Ok(at_ms) } else { Err(NoteError::Form) }
}

fn hash(line: &str) -> Result<Hash, NoteError> {
    let bytes = BASE64.decode(line.as_bytes()).map_err(|_| NoteError::Form)?;
    bytes.try_into().map_err(|_| NoteError::Form)
}

/// First four bytes of SHA-256 over name, line end, algorithm and key: C2SP `signed-note`.
fn key_hash(name: &str, key: &PublicKey) -> [u8; 4] {
    let digest: Hash = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ALGORITHM])
        .chain_update(key.to_bytes())
        .finalize()
        .into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

fn sign(text: &str, name: &str, key: &SigningKey) -> String {
    let mut signature = key_hash(name, &key.public()).to_vec();
    signature.extend(key.sign(text.as_bytes()));
    format!("{text}\n{DASH}{name} {}\n", BASE64.encode(&signature))
}

/// Text and signature line of a note with one signature.
fn divide(note: &str) -> Result<(&str, &str), NoteError> {
    if note.len() > LONGEST {
        return Err(NoteError::Form);
    }
    let (before, line) = note.rsplit_once(DASH).ok_or(NoteError::Form)?;
    let text = before.strip_suffix('\n').filter(|text| text.ends_with('\n')).ok_or(NoteError::Form)?;
    Ok((text, line))
}

fn open<'a>(note: &'a str, name: &str, key: &PublicKey) -> Result<&'a str, NoteError> {
    let (text, line) = divide(note)?;
    let signature = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(' ')?.strip_suffix('\n'));
    let signature =
        BASE64.decode(signature.ok_or(NoteError::OtherKey)?.as_bytes()).map_err(|_| NoteError::Form)?;
    let (by, signature) = signature.split_first_chunk::<4>().ok_or(NoteError::Form)?;
    if *by != key_hash(name, key) {
        return Err(NoteError::OtherKey);
    }
    let signature = signature.try_into().map_err(|_| NoteError::Form)?;
    if key.has_signed(text.as_bytes(), signature) { Ok(text) } else { Err(NoteError::Signature) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            origin: origin_of(&[3; 32]),
            size: 1234,
            root: [5; 32],
            at_ms: 1_788_416_100_000,
            head: [6; 32],
        }
    }

    fn key() -> SigningKey {
        SigningKey::from_seed(&[1; 32])
    }

    /// The key, name and note of C2SP `signed-note`'s own example, as Go's `golang.org/x/mod/sumdb/note` documents it.
    #[test]
    fn a_note_of_another_program_is_understood() {
        let note = "If you think cryptography is the answer to your problem,\n\
            then you don't know what your problem is.\n\
            \n\
            \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        let key = BASE64.decode(b"ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let key = PublicKey::from_bytes(key[1..].try_into().unwrap()).unwrap();
        assert!(open(note, "PeterNeumann", &key).unwrap().starts_with("If you think"));
        let changed = note.replace("answer", "reason");
        assert_eq!(open(&changed, "PeterNeumann", &key), Err(NoteError::Signature));
        assert_eq!(open(note, "PeterNeuman", &key), Err(NoteError::OtherKey));
    }

    #[test]
    fn a_checkpoint_is_read_as_it_was_signed() {
        let note = checkpoint().sign(&key());
        assert!(note.contains("\n1234\n") && note.contains("\ntime 2026-09-03T06:15:00Z\n"), "{note}");
        assert_eq!(Checkpoint::open(&note, &key().public()), Ok(checkpoint()));
        let other = SigningKey::from_seed(&[2; 32]).public();
        assert_eq!(Checkpoint::open(&note, &other), Err(NoteError::OtherKey));
    }

    #[test]
    fn no_changed_byte_goes_unnoticed() {
        let note = checkpoint().sign(&key());
        for (index, byte) in note.bytes().enumerate() {
            let mut changed = note.clone().into_bytes();
            changed[index] = if byte == b'1' { b'2' } else { b'1' };
            if let Ok(changed) = String::from_utf8(changed) {
                assert!(Checkpoint::open(&changed, &key().public()).is_err(), "byte {index}");
            }
        }
    }

    #[test]
    fn only_the_one_way_of_writing_is_read() {
        let note = checkpoint().sign(&key());
        let wrong = [
            note.replace("\n1234\n", "\n01234\n"),
            note.replace("\n1234\n", "\n+1234\n"),
            note.replace("\n1234\n", "\n0\n"),
            note.replace("06:15:00Z", "06:15:00.000Z"),
            note.replace("06:15:00Z", "08:15:00+02:00"),
            note.replace("\nhead ", "\nhead  "),
            note.replace("kontakti-trail/", "other/"),
            note.replace('\n', "\r\n"),
            format!("{note}\n"),
            format!(" {note}"),
            note.trim_end().to_owned(),
            String::new(),
            "\u{2014} ".to_owned(),
            "x".repeat(LONGEST + 1),
        ];
        for wrong in &wrong {
            assert!(Checkpoint::open(wrong, &key().public()).is_err(), "{wrong:?}");
        }
    }
}
