//! What the audit trail proves, without a register: the hash chain of its entries, the Merkle tree over them, signed
//! checkpoints, and exported bundles with their reader and verifier.
//!
//! * [`link`], [`Chain`]: each entry bound to the one before it.
//! * [`merkle`]: the tree of RFC 6962 over the entries' hashes; its roots, and proofs about them.
//! * [`Checkpoint`], [`SigningKey`], [`KeyChain`]: roots signed with Ed25519, as C2SP signed notes.
//! * [`bundle`]: the file that leaves the house, and what it proves to whoever has nothing else.
//!
//! Deliberately not here: a database, the register's keys, words of the trade, a clock. `kontakti-verify` is built on this
//! crate alone. Invariant: nothing here trusts a byte that it reads.

pub mod bundle;
mod chain;
mod keys;
pub mod merkle;
mod note;

pub use chain::{Chain, Entry, Values, link};
pub use keys::{KeyChain, KeyError, KeyRecord, PublicKey, SigningKey};
pub use note::{Checkpoint, NoteError, origin_of};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// Lower-case hex in groups of four digits, as it is printed and read aloud.
pub fn hex_groups(hash: &Hash) -> Vec<String> {
    let digits: Vec<char> = data_encoding::HEXLOWER.encode(hash).chars().collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}

/// Reads a hash that was typed from paper: 64 hex digits, with blanks, hyphens and line ends anywhere.
pub fn hash_from_typed(typed: &str) -> Option<Hash> {
    let is_noise = |character: char| character.is_whitespace() || character == '-';
    let digits: String = typed.chars().filter(|character| !is_noise(*character)).collect();
    data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_can_be_typed() {
        let hash: Hash = std::array::from_fn(|index| (index * 7 + 200) as u8);
        let groups = hex_groups(&hash);
        assert_eq!((groups.len(), groups[0].len()), (16, 4));
        assert_eq!(hash_from_typed(&groups.join(" ").to_uppercase()), Some(hash));
        assert_eq!(hash_from_typed(&groups.join("-\n")), Some(hash));
        for wrong in ["", "abcd", &groups[1..].join(" "), &groups.concat().replacen('c', "g", 1)] {
            assert_eq!(hash_from_typed(wrong), None, "{wrong}");
        }
    }
}
