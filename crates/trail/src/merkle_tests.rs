//! The published vectors of Certificate Transparency, and every size and index up to a hundred against the definition.

use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;

/// Inputs and roots of the reference implementation (google/certificate-transparency, `merkletree_test.cc`).
const INPUTS: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn hash(hex: &str) -> Hash {
    HEXLOWER.decode(hex.as_bytes()).unwrap().try_into().unwrap()
}

fn inputs() -> Vec<Hash> {
    INPUTS.iter().map(|hex| leaf_hash(&HEXLOWER.decode(hex.as_bytes()).unwrap())).collect()
}

/// MTH as RFC 6962 defines it, by recursion.
fn by_definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node_hash(&by_definition(left), &by_definition(right))
        }
    }
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

fn prover(leaves: &[Hash], want: impl FnOnce(&mut Prover)) -> Prover {
    let mut prover = Prover::new(leaves.len() as u64);
    want(&mut prover);
    leaves.iter().for_each(|leaf| prover.push(*leaf));
    prover
}

#[test]
fn roots_are_those_of_the_reference() {
    let mut tree = Frontier::default();
    assert_eq!(tree.root(), hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    for (leaf, root) in inputs().into_iter().zip(ROOTS) {
        tree.push(leaf);
        assert_eq!(tree.root(), hash(root));
    }
}

#[test]
fn proofs_are_those_of_the_reference() {
    let leaves = inputs();
    let prover = prover(&leaves, |prover| {
        [0, 5].into_iter().for_each(|index| prover.want_inclusion(index));
        prover.want_consistency(6);
    });
    let of = |hexes: &[&str]| Some(hexes.iter().map(|hex| hash(hex)).collect::<Vec<_>>());
    assert_eq!(
        prover.inclusion(0),
        of(&[
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ])
    );
    assert_eq!(
        prover.inclusion(5),
        of(&[
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ])
    );
    assert_eq!(
        prover.consistency(6),
        of(&[
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ])
    );
}

#[test]
fn a_frontier_that_was_stored_goes_on() {
    let leaves = leaves(100);
    let mut tree = Frontier::default();
    for (count, leaf) in leaves.iter().enumerate() {
        let stored = Frontier::from_nodes(tree.size(), tree.nodes().to_vec()).unwrap();
        assert_eq!((stored.root(), &stored), (by_definition(&leaves[..count]), &tree));
        tree = stored;
        tree.push(*leaf);
    }
    assert_eq!(Frontier::from_nodes(100, vec![[0; 32]; 2]), None, "100 has three binary ones");
}

#[test]
fn every_proof_of_every_size_shows_what_it_says_and_nothing_else() {
    for size in 1..=70_u64 {
        let leaves = leaves(size);
        let prover = prover(&leaves, |prover| {
            (0..size).for_each(|index| prover.want_inclusion(index));
            (1..=size).for_each(|earlier| prover.want_consistency(earlier));
        });
        let root = by_definition(&leaves);
        assert_eq!(prover.root(), root);
        for (index, leaf) in (0..).zip(&leaves) {
            let proof = prover.inclusion(index).unwrap();
            assert!(is_included(leaf, index, size, &proof, &root), "{index} of {size}");
            assert!(!is_included(leaf, index + 1, size, &proof, &root), "another place: {index} of {size}");
            assert!(!is_included(&[7; 32], index, size, &proof, &root), "another leaf");
            let longer: Vec<Hash> = proof.iter().copied().chain([[7; 32]]).collect();
            assert!(!is_included(leaf, index, size, &longer, &root), "too long");
            if let Some((_, shorter)) = proof.split_last() {
                assert!(!is_included(leaf, index, size, shorter, &root), "too short");
            }
        }
        for earlier in 1..=size {
            let before = by_definition(&leaves[..earlier as usize]);
            let proof = prover.consistency(earlier).unwrap();
            assert!(is_consistent((earlier, &before), (size, &root), &proof), "{earlier} of {size}");
            assert!(!is_consistent((earlier, &[7; 32]), (size, &root), &proof), "another beginning");
            assert!(!is_consistent((earlier, &before), (size, &[7; 32]), &proof), "another end");
            let longer: Vec<Hash> = proof.iter().copied().chain([[7; 32]]).collect();
            assert!(!is_consistent((earlier, &before), (size, &root), &longer), "too long");
        }
    }
}

#[test]
fn a_proof_that_was_not_wanted_is_not_invented() {
    let prover = prover(&leaves(9), |prover| prover.want_inclusion(3));
    assert!(prover.inclusion(3).is_some());
    assert_eq!(prover.inclusion(6), None);
    let unfinished = Prover::new(9);
    assert_eq!(unfinished.inclusion(3), None);
}

proptest! {
    #[test]
    fn nonsense_proves_nothing_and_stops_nothing(
        index in any::<u64>(), size in any::<u64>(), earlier in any::<u64>(), proof in prop::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        prop_assert!(!is_included(&[1; 32], index, size, &proof, &[2; 32]));
        prop_assert!(!is_consistent((earlier, &[1; 32]), (size, &[2; 32]), &proof));
    }
}
