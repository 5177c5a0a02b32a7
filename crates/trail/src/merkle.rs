//! The Merkle tree of RFC 6962, section 2.1, over the entries' hashes: entry `id` is leaf `id - 1`.
//!
//! Written here because the crates for it keep every leaf in memory; this one follows a trail of any length with as many
//! hashes as its size has binary ones. Proofs are made in one pass over the leaves, which keeps only the subtrees that
//! the wanted proofs need.

use std::collections::HashMap;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::Hash;

/// Hash of a leaf: SHA-256 over `0x00` and its data.
pub fn leaf_hash(data: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(data).finalize().into()
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// A tree that grows at its end, by the roots of its perfect subtrees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// One per binary one of `size`, the largest first.
    nodes: Vec<Hash>,
}

impl Frontier {
    /// The tree of this size; none when the number of `nodes` is not that of the size.
    pub fn from_nodes(size: u64, nodes: Vec<Hash>) -> Option<Self> {
        (nodes.len() == size.count_ones() as usize).then_some(Self { size, nodes })
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Roots of the perfect subtrees, the largest first.
    pub fn nodes(&self) -> &[Hash] {
        &self.nodes
    }

    /// Adds a leaf by its hash, see [`leaf_hash`].
    pub fn push(&mut self, leaf: Hash) {
        self.push_telling(leaf, |_, _, _| {});
    }

    /// As [`Self::push`]; `tell` hears of each perfect subtree that is now complete: its height, its number among those of
    /// that height, its root.
    fn push_telling(&mut self, leaf: Hash, mut tell: impl FnMut(u32, u64, &Hash)) {
        let mut hash = leaf;
        tell(0, self.size, &hash);
        for height in 1..=self.size.trailing_ones() {
            if let Some(left) = self.nodes.pop() {
                hash = node_hash(&left, &hash);
                tell(height, self.size >> height, &hash);
            }
        }
        self.nodes.push(hash);
        self.size += 1;
    }

    /// The root; of an empty tree SHA-256 of nothing.
    pub fn root(&self) -> Hash {
        fold(&self.nodes).unwrap_or_else(|| Sha256::digest([]).into())
    }
}

/// Root of a tree whose perfect subtrees these are, the largest first.
fn fold(nodes: &[Hash]) -> Option<Hash> {
    nodes.iter().copied().rev().reduce(|right, left| node_hash(&left, &right))
}

/// Makes proofs about a tree of a known size: say what is wanted, push every leaf in order, take the proofs.
#[derive(Debug, Default)]
pub struct Prover {
    tree: Frontier,
    size: u64,
    /// Perfect subtrees that are needed, by height and number.
    needed: HashMap<(u32, u64), Option<Hash>>,
}

impl Prover {
    /// For a tree of `size` leaves.
    pub fn new(size: u64) -> Self {
        Self { size, ..Self::default() }
    }

    /// A proof will be asked for that leaf `index` is in the tree.
    pub fn want_inclusion(&mut self, index: u64) {
        let ranges = inclusion_ranges(index, self.size);
        self.want(&ranges);
    }

    /// A proof will be asked for that the tree of `earlier` leaves is the beginning of this one.
    pub fn want_consistency(&mut self, earlier: u64) {
        let ranges = consistency_ranges(earlier, self.size);
        self.want(&ranges);
    }

    fn want(&mut self, ranges: &[Range<u64>]) {
        for subtree in ranges.iter().flat_map(|range| perfect(range.clone())) {
            self.needed.entry(subtree).or_default();
        }
    }

    /// The next leaf, by its hash.
    pub fn push(&mut self, leaf: Hash) {
        let needed = &mut self.needed;
        self.tree.push_telling(leaf, |height, number, hash| {
            if let Some(place) = needed.get_mut(&(height, number)) {
                *place = Some(*hash);
            }
        });
    }

    /// The root of what was pushed.
    pub fn root(&self) -> Hash {
        self.tree.root()
    }

    /// The wanted proof (RFC 6962, 2.1.1), nearest sibling first; none before all leaves were pushed, or when it was not
    /// asked for.
    pub fn inclusion(&self, index: u64) -> Option<Vec<Hash>> {
        self.proof(&inclusion_ranges(index, self.size))
    }

    /// The wanted proof (RFC 6962, 2.1.2); none as for [`Self::inclusion`].
    pub fn consistency(&self, earlier: u64) -> Option<Vec<Hash>> {
        self.proof(&consistency_ranges(earlier, self.size))
    }

    fn proof(&self, ranges: &[Range<u64>]) -> Option<Vec<Hash>> {
        let hash_of = |range: &Range<u64>| {
            let nodes: Option<Vec<Hash>> =
                perfect(range.clone()).map(|subtree| self.needed.get(&subtree).copied().flatten()).collect();
            fold(&nodes?)
        };
        ranges.iter().map(hash_of).collect()
    }
}

/// Where a tree over `range` is divided: the largest power of two below its length.
fn split(range: &Range<u64>) -> u64 {
    let length = range.end - range.start;
    range.start + (length.next_power_of_two() / 2).max(1)
}

/// The siblings on the way from the leaf to the root: PATH of RFC 6962. Empty for a leaf that is not in the tree.
fn inclusion_ranges(index: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    let mut range = 0..size;
    while range.contains(&index) && range.end - range.start > 1 {
        let middle = split(&range);
        let (left, right) = (range.start..middle, middle..range.end);
        let (inside, sibling) = if index < middle { (left, right) } else { (right, left) };
        ranges.push(sibling);
        range = inside;
    }
    ranges.reverse();
    ranges
}

/// PROOF of RFC 6962: the last complete part of the earlier tree, unless that is all of it, and what leads to the root.
fn consistency_ranges(earlier: u64, size: u64) -> Vec<Range<u64>> {
    let mut ranges = Vec::new();
    if earlier == 0 || earlier >= size {
        return ranges;
    }
    let mut range = 0..size;
    while earlier != range.end {
        let middle = split(&range);
        let (left, right) = (range.start..middle, middle..range.end);
        let (inside, sibling) = if earlier <= middle { (left, right) } else { (right, left) };
        ranges.push(sibling);
        range = inside;
    }
    if range.start != 0 {
        ranges.push(range);
    }
    ranges.reverse();
    ranges
}

/// The perfect subtrees of an aligned range, the largest first: height and number.
fn perfect(range: Range<u64>) -> impl Iterator<Item = (u32, u64)> {
    let mut start = range.start;
    std::iter::from_fn(move || {
        let height = (range.end - start).checked_ilog2()?;
        let subtree = (height, start >> height);
        start += 1 << height;
        Some(subtree)
    })
}

/// Whether `proof` shows that the leaf is at `index` of the tree with this root: RFC 9162, 2.1.3.2.
pub fn is_included(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut node, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether `proof` shows that the `earlier` tree is the beginning of the later: RFC 9162, 2.1.4.2. Each is its size and
/// its root. An empty tree is the beginning of every tree by no proof at all, and is not taken here.
pub fn is_consistent(earlier: (u64, &Hash), later: (u64, &Hash), proof: &[Hash]) -> bool {
    let ((first_size, first_root), (second_size, second_root)) = (earlier, later);
    if first_size == 0 || first_size > second_size {
        return false;
    }
    if first_size == second_size {
        return proof.is_empty() && first_root == second_root;
    }
    let mut rest = proof.iter();
    let seed = if first_size.is_power_of_two() { Some(first_root) } else { rest.next() };
    let Some(seed) = seed else { return false };
    let (mut node, mut last) = (first_size - 1, second_size - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    let (mut first, mut second) = (*seed, *seed);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            first = node_hash(sibling, &first);
            second = node_hash(sibling, &second);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            second = node_hash(&second, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && first == *first_root && second == *second_root
}

#[cfg(test)]
#[path = "merkle_tests.rs"]
mod tests;
