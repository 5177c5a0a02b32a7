//! Entries as they are hashed, and the chain that they form.
//!
//! An entry's hash is SHA-256 over the hash of the one before it and its own values, each as a length (8 bytes, big-endian)
//! and its bytes; numbers are 8 bytes big-endian, an absent one has length 0. The first entry follows a hash of zeros.
//! The values are `at`, `action`, `entity`, `entity_id`, `fields`, `count`, `machine`; layout 2 adds `layout`, `id` and
//! `staff_id`. Ids begin at 1 and follow each other without gaps.

use sha2::{Digest, Sha256};

use crate::Hash;

/// Values of an entry, as they are stored and hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Values<'a> {
    /// Which of the values the hash covers: 1 or 2.
    pub layout: i64,
    /// The place in the trail, from 1.
    pub id: i64,
    /// Unix ms, UTC.
    pub at: i64,
    /// Code of what was done.
    pub action: &'a str,
    /// Code of the kind of record.
    pub entity: &'a str,
    /// The record, when it was one.
    pub entity_id: Option<i64>,
    /// Names of fields, with blanks between them.
    pub fields: &'a str,
    /// How many records, when more than one.
    pub count: Option<u32>,
    /// The computer.
    pub machine: &'a str,
    /// Who; none for the recovery code and for the program itself.
    pub staff_id: Option<i64>,
}

/// An entry with the hashes that are stored beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it says.
    pub values: Values<'a>,
    /// Hash of the entry before it.
    pub prev_hash: Hash,
    /// Its own.
    pub hash: Hash,
}

impl Entry<'_> {
    /// Whether its own hash is that of its values, and no value stands beside it that the hash does not cover.
    pub fn is_whole(&self) -> bool {
        let is_covered = self.values.layout != 1 || self.values.staff_id.is_none();
        is_covered && link(&self.prev_hash, &self.values) == self.hash
    }
}

/// The hash of an entry that follows the one of `prev_hash`.
pub fn link(prev_hash: &Hash, values: &Values<'_>) -> Hash {
    let entity_id = values.entity_id.map(i64::to_be_bytes);
    let count = values.count.map(|count| i64::from(count).to_be_bytes());
    let staff_id = values.staff_id.map(i64::to_be_bytes);
    let (layout, id) = (values.layout.to_be_bytes(), values.id.to_be_bytes());
    let parts: [&[u8]; 11] = [
        prev_hash,
        &values.at.to_be_bytes(),
        values.action.as_bytes(),
        values.entity.as_bytes(),
        entity_id.as_ref().map_or(&[], |bytes| bytes.as_slice()),
        values.fields.as_bytes(),
        count.as_ref().map_or(&[], |bytes| bytes.as_slice()),
        values.machine.as_bytes(),
        &layout,
        &id,
        staff_id.as_ref().map_or(&[], |bytes| bytes.as_slice()),
    ];
    let covered = if values.layout == 1 { 8 } else { parts.len() };
    let mut hasher = Sha256::new();
    for part in parts.iter().take(covered) {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// A chain as far as it was followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    last_id: i64,
    last_hash: Hash,
}

impl Chain {
    /// Before the first entry.
    pub const START: Self = Self { last_id: 0, last_hash: [0; 32] };

    /// After an entry that is known to be right.
    pub const fn after(id: i64, hash: Hash) -> Self {
        Self { last_id: id, last_hash: hash }
    }

    /// Goes on to the next entry; false, and no step is made, when it is not what has to follow.
    #[must_use]
    pub fn follow(&mut self, entry: &Entry<'_>) -> bool {
        let follows =
            self.last_id.checked_add(1) == Some(entry.values.id) && entry.prev_hash == self.last_hash;
        let holds = follows && entry.is_whole();
        if holds {
            *self = Self::after(entry.values.id, entry.hash);
        }
        holds
    }

    /// The entry that was followed last; 0 for none.
    pub const fn last_id(&self) -> i64 {
        self.last_id
    }

    /// Its hash; zeros for none.
    pub const fn last_hash(&self) -> Hash {
        self.last_hash
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    const FIRST: Values<'_> = Values {
        layout: 1,
        id: 1,
        at: 1_788_416_100_000,
        action: "register_created",
        entity: "studio",
        entity_id: None,
        fields: "",
        count: None,
        machine: "toimisto-1",
        staff_id: None,
    };
    const SECOND: Values<'_> = Values {
        layout: 2,
        id: 2,
        action: "customer_updated",
        entity: "customer",
        entity_id: Some(7),
        fields: "street town",
        count: Some(3),
        staff_id: Some(1),
        ..FIRST
    };

    /// Written down from the program that wrote the first registers; a change here is a trail that no longer verifies.
    #[test]
    fn the_hashes_of_both_layouts_are_those_of_the_first_registers() {
        let first = link(&[0; 32], &FIRST);
        let second = link(&first, &SECOND);
        let hashes = [first, second].map(|hash| HEXLOWER.encode(&hash));
        assert_eq!(
            hashes,
            [
                "cedd2515a484bef8e7c658f4f3343bcefa1722cbe07a90172aa14940fe8afd12",
                "66a5795a2b53c9b9a4a706c762d53e098606d3dd038cd078ac5e02ae29822db3",
            ]
        );
    }

    #[test]
    fn every_value_counts_in_layout_2_and_the_newer_three_do_not_in_layout_1() {
        let of = |values: &Values<'_>| link(&[0; 32], values);
        let changed = [
            Values { at: 1, ..SECOND },
            Values { action: "customer_created", ..SECOND },
            Values { entity: "customers", ..SECOND },
            Values { entity_id: None, ..SECOND },
            Values { fields: "street", ..SECOND },
            Values { count: None, ..SECOND },
            Values { machine: "", ..SECOND },
            Values { layout: 3, ..SECOND },
            Values { id: 3, ..SECOND },
            Values { staff_id: Some(2), ..SECOND },
        ];
        for values in &changed {
            assert_ne!(of(values), of(&SECOND), "{values:?}");
        }
        assert_eq!(of(&Values { id: 9, staff_id: Some(4), ..FIRST }), of(&FIRST));
    }

    #[test]
    fn a_chain_goes_on_only_with_what_has_to_follow() {
        let first = Entry { values: FIRST, prev_hash: [0; 32], hash: link(&[0; 32], &FIRST) };
        let second = Entry { values: SECOND, prev_hash: first.hash, hash: link(&first.hash, &SECOND) };
        let mut chain = Chain::START;
        assert!(!chain.follow(&second), "the first is missing");
        assert!(chain.follow(&first) && !chain.follow(&first));
        let other = Values { fields: "street", ..SECOND };
        assert!(!chain.follow(&Entry { values: other, ..second }), "changed");
        assert!(!chain.follow(&Entry { prev_hash: [1; 32], hash: link(&[1; 32], &SECOND), ..second }));
        let third = Values { id: 3, ..SECOND };
        assert!(!chain.follow(&Entry { values: third, hash: link(&first.hash, &third), ..second }), "a gap");
        assert!(chain.follow(&second));
        assert_eq!((chain.last_id(), chain.last_hash()), (2, second.hash));
        let named = Entry { values: Values { staff_id: Some(2), ..FIRST }, ..first };
        assert!(first.is_whole() && !named.is_whole(), "layout 1 says of nobody that they did it");
        let mut end = Chain::after(i64::MAX, [0; 32]);
        assert!(!end.follow(&first), "no number overflows");
    }
}
