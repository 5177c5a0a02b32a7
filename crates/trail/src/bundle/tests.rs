//! Bundles hold when they are whole, and every way of changing one is found.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;
use crate::merkle::{Frontier, Prover, leaf_hash};
use crate::{Checkpoint, KeyRecord, SigningKey, link, origin_of};

const NOW: i64 = 1_788_416_100_000;

/// A trail with two checkpoints and a new key between them.
struct Trail {
    entries: Vec<(Values<'static>, Hash, Hash)>,
    keys: Vec<KeyRecord>,
    checkpoints: Vec<(u32, String)>,
}

impl Trail {
    fn new(size: i64, earlier: usize) -> Self {
        let mut entries = Vec::new();
        let mut prev = [0; 32];
        for id in 1..=size {
            let values = Values {
                layout: if id < 3 { 1 } else { 2 },
                id,
                at: NOW + id * 1000,
                action: "customer_updated",
                entity: "customer",
                entity_id: Some(100 + id % 3),
                fields: "street town",
                count: None,
                machine: "toimisto-1",
                staff_id: (id >= 3).then_some(1),
            };
            let hash = link(&prev, &values);
            entries.push((values, prev, hash));
            prev = hash;
        }
        let origin = origin_of(&entries[0].2);
        let [old, new] = [1, 2].map(|seed| SigningKey::from_seed(&[seed; 32]));
        let first = KeyRecord::first(&old);
        let second = first.followed_by(&new, &old, &origin, NOW);
        let mut trail = Self { entries, keys: vec![first, second], checkpoints: Vec::new() };
        trail.checkpoints = vec![(1, trail.sign(earlier, &old)), (2, trail.sign(size as usize, &new))];
        trail
    }

    fn sign(&self, size: usize, key: &SigningKey) -> String {
        let mut tree = Frontier::default();
        self.entries[..size].iter().for_each(|(.., hash)| tree.push(leaf_hash(hash)));
        let head = self.entries[size - 1].2;
        let (origin, root) = (origin_of(&self.entries[0].2), tree.root());
        Checkpoint { origin, size: size as u64, root, at_ms: NOW + size as i64 * 1000, head }.sign(key)
    }

    fn bundle(&self, picked: Option<&[i64]>) -> Vec<u8> {
        let (_, last) = self.checkpoints.last().unwrap();
        let size = Checkpoint::read_unproved(last).unwrap().size;
        let earlier: Vec<u64> = self.checkpoints[..self.checkpoints.len() - 1]
            .iter()
            .map(|(_, note)| Checkpoint::read_unproved(note).unwrap().size)
            .collect();
        let prover = picked.map(|ids| {
            let mut prover = Prover::new(size);
            ids.iter().for_each(|id| prover.want_inclusion(*id as u64 - 1));
            earlier.iter().for_each(|size| prover.want_consistency(*size));
            self.entries.iter().for_each(|(.., hash)| prover.push(leaf_hash(hash)));
            prover
        });
        let is_in = |id: i64| picked.is_none_or(|ids| ids.contains(&id));
        let entries: Vec<_> = self.entries.iter().filter(|(values, ..)| is_in(values.id)).collect();
        let contents = Contents {
            readme: "Lue minut",
            keys: &self.keys,
            checkpoints: &self.checkpoints,
            people: &[Person { id: 1, name: "Helmi Kuusisto".to_owned() }],
            entries: entries.len() as u64,
            prover: prover.as_ref(),
            earlier: &earlier,
        };
        let mut writer = BundleWriter::begin(Cursor::new(Vec::new()), &contents).unwrap();
        for (values, prev_hash, hash) in entries {
            writer.entry(&Entry { values: *values, prev_hash: *prev_hash, hash: *hash }).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

fn checked(bundle: &[u8]) -> Result<Proved, BundleError> {
    verify(Cursor::new(bundle))
}

/// The bundle with a member's text changed.
fn edited(bundle: &[u8], member: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bundle)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.iter().any(|name| name == member), "{member}");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let mut text = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        let after = if name == member { edit(text.clone()) } else { text.clone() };
        assert!(name != member || after != text, "the edit of {member} changes something");
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(after.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn without_line(number: usize) -> impl Fn(String) -> String {
    move |text| {
        let kept = text.lines().enumerate().filter(|(index, _)| *index != number);
        kept.map(|(_, line)| format!("{line}\n")).collect()
    }
}

#[test]
fn a_whole_bundle_proves_every_entry() {
    let bundle = Trail::new(20, 7).bundle(None);
    let proved = checked(&bundle).unwrap();
    assert_eq!((proved.extent, proved.entries), (Extent::Whole, 20));
    assert_eq!(proved.span, Some((NOW + 1000, NOW + 20_000)));
    assert_eq!(proved.checkpoints.iter().map(|one| one.size).collect::<Vec<_>>(), [7, 20]);
    assert_eq!((proved.keys.len(), proved.people.len()), (2, 1));
}

#[test]
fn a_picked_bundle_proves_the_entries_that_it_holds() {
    for size in [1, 2, 3, 8, 20, 33] {
        let trail = Trail::new(size, 1.max(size as usize / 3));
        let picked: Vec<i64> = (1..=size).filter(|id| id % 3 == size % 3).collect();
        let proved = checked(&trail.bundle(Some(&picked))).unwrap();
        assert_eq!((proved.extent, proved.entries), (Extent::Picked, picked.len() as u64));
    }
    let none = checked(&Trail::new(5, 2).bundle(Some(&[]))).unwrap();
    assert_eq!((none.entries, none.span), (0, None));
}

#[test]
fn the_same_entries_make_the_same_file() {
    assert_eq!(Trail::new(9, 4).bundle(None), Trail::new(9, 4).bundle(None));
}

#[test]
fn a_changed_a_missing_and_an_invented_entry_are_found() {
    let whole = Trail::new(20, 7).bundle(None);
    let picked = Trail::new(20, 7).bundle(Some(&[3, 9, 15]));
    let false_at =
        |bundle: &[u8], edit: &dyn Fn(String) -> String| match checked(&edited(bundle, ENTRIES, edit)) {
            Err(BundleError::False(falsehood)) => falsehood,
            other => panic!("{other:?}"),
        };
    let renamed = |text: String| {
        text.replacen(
            "\"id\":9,\"at\":1788416109000,\"action\":\"customer_updated\"",
            "\"id\":9,\"at\":1788416109000,\"action\":\"customer_created\"",
            1,
        )
    };
    assert_eq!(false_at(&whole, &renamed), Falsehood::Entry { id: 9 });
    assert_eq!(false_at(&picked, &renamed), Falsehood::Entry { id: 9 });
    assert_eq!(false_at(&whole, &without_line(4)), Falsehood::Entry { id: 6 });
    assert_eq!(false_at(&whole, &without_line(19)), Falsehood::Count { found: 19, expected: 20 });
    assert_eq!(false_at(&picked, &without_line(1)), Falsehood::Count { found: 2, expected: 3 });
    let by_another = |text: String| text.replacen("\"staffId\":1", "\"staffId\":2", 1);
    assert_eq!(false_at(&whole, &by_another), Falsehood::Entry { id: 3 });
    let twice = |text: String| format!("{text}{}\n", text.lines().last().unwrap());
    assert!(matches!(false_at(&whole, &twice), Falsehood::Entry { id: 20 }));
    assert!(matches!(false_at(&picked, &twice), Falsehood::Entry { id: 15 }));
    // a line whose hash fits its changed values, in a chain of its own: only the tree finds it
    let other = Trail {
        entries: {
            let mut own = Trail::new(20, 7).entries;
            for index in 8..20 {
                let prev = own[index - 1].2;
                own[index].0.fields = "phone";
                own[index].1 = prev;
                own[index].2 = link(&prev, &own[index].0);
            }
            own
        },
        ..Trail::new(20, 7)
    };
    let forged = checked(&other.bundle(None));
    assert!(matches!(forged, Err(BundleError::False(Falsehood::Root { size: 20, .. }))), "{forged:?}");
    let forged = checked(&other.bundle(Some(&[3, 9])));
    assert!(
        matches!(
            forged,
            Err(BundleError::False(Falsehood::Root { size: 7, .. } | Falsehood::NotIncluded { .. }))
        ),
        "{forged:?}"
    );
}

#[test]
fn changed_keys_and_checkpoints_are_found() {
    let trail = Trail::new(20, 7);
    for bundle in [trail.bundle(None), trail.bundle(Some(&[3, 9, 15]))] {
        let is_false = |member: &str, edit: &dyn Fn(String) -> String| {
            let answer = checked(&edited(&bundle, member, edit));
            assert!(matches!(answer, Err(BundleError::False(_))), "{member}: {answer:?}");
        };
        is_false(CHECKPOINTS, &|text| text.replacen("\\n7\\n", "\\n8\\n", 1));
        is_false(CHECKPOINTS, &|text| text.replacen("\"key\":2", "\"key\":1", 1));
        is_false(CHECKPOINTS, &|text| text.replacen("\"key\":2", "\"key\":3", 1));
        is_false(CHECKPOINTS, &|text| text.lines().rev().map(|line| format!("{line}\n")).collect());
        is_false(KEYS, &without_line(1));
        is_false(KEYS, &|text| text.replacen("\"number\":2", "\"number\":3", 1));
        let foreign = KeyRecord::first(&SigningKey::from_seed(&[9; 32])).to_base64();
        let second = trail.keys[1].to_base64();
        is_false(KEYS, &|text| text.replacen(&second, &foreign, 1));
    }
    let last_only = edited(&trail.bundle(None), CHECKPOINTS, without_line(1));
    let shorter = checked(&last_only);
    assert!(matches!(shorter, Err(BundleError::False(Falsehood::Count { found: 20, expected: 7 }))));
    let no_proof = edited(&trail.bundle(Some(&[3])), CONSISTENCY, |_| String::new());
    assert!(matches!(checked(&no_proof), Err(BundleError::False(Falsehood::Root { size: 7, .. }))));
}

#[test]
fn paper_confirms_its_own_trail_and_no_other() {
    let trail = Trail::new(20, 7);
    let proved = checked(&trail.bundle(Some(&[3]))).unwrap();
    let note = &trail.checkpoints[0].1;
    assert_eq!(proved.confirm(&Held::read(note).unwrap()).unwrap().size, 7);
    let scanned = note.trim_end().replace('\n', "\r\n");
    assert_eq!(proved.confirm(&Held::read(&scanned).unwrap()).unwrap().size, 7);
    let root = crate::hex_groups(&proved.checkpoints[1].root).join(" ");
    assert_eq!(proved.confirm(&Held::read(&root).unwrap()).unwrap().size, 20);
    // a trail that was written anew and signed with a new key holds in itself, and paper tells
    let mut anew = Trail::new(20, 7);
    let key = SigningKey::from_seed(&[9; 32]);
    anew.keys = vec![KeyRecord::first(&key)];
    anew.checkpoints = vec![(1, anew.sign(19, &key)), (1, anew.sign(20, &key))];
    let proved = checked(&anew.bundle(None)).unwrap();
    assert_eq!(proved.confirm(&Held::read(note).unwrap()), Err(OutsideError::Absent));
    let same_root_other_key = Trail::new(20, 7).sign(20, &SigningKey::from_seed(&[1; 32]));
    assert_eq!(proved.confirm(&Held::read(&same_root_other_key).unwrap()), Err(OutsideError::Absent));
    assert_eq!(Held::read("not much"), Err(OutsideError::Unreadable));
}

#[test]
fn what_is_no_bundle_is_named() {
    let bundle = Trail::new(4, 2).bundle(None);
    let of = |member, edit: &dyn Fn(String) -> String| checked(&edited(&bundle, member, edit));
    assert!(matches!(checked(b"PK"), Err(BundleError::Zip(_))));
    assert!(matches!(checked(&[]), Err(BundleError::Zip(_))));
    let is_form = |answer: &Result<_, BundleError>| matches!(answer, Err(BundleError::Form { .. }));
    assert!(is_form(&of(HEAD, &|text| text.replace(FORMAT, "other"))));
    assert!(matches!(
        of(HEAD, &|text| text.replace("\"version\":1", "\"version\":2")),
        Err(BundleError::TooNew { found: 2 })
    ));
    assert!(is_form(&of(ENTRIES, &|text| text.replacen("\"layout\":2", "\"layout\":3", 1))));
    assert!(is_form(&of(ENTRIES, &|text| text.replacen("\"count\"", "\"more\":1,\"count\"", 1))));
    assert!(is_form(&of(ENTRIES, &|text| text.replacen('{', "{\"id\":1,", 1))), "a field twice");
    assert!(is_form(&of(ENTRIES, &|text| text.trim_end().to_owned())), "cut short");
    assert!(is_form(&of(ENTRIES, &|text| format!("{}\n{text}", " ".repeat(70_000)))), "a line without end");
    assert!(is_form(&of(CHECKPOINTS, &|_| String::new())));
    assert!(is_form(&of(PEOPLE, &|_| " ".repeat(5_000_000))));
    let mut foreign = ZipWriter::new_append(Cursor::new(bundle.clone())).unwrap();
    foreign.start_file("../other", SimpleFileOptions::default()).unwrap();
    let foreign = foreign.finish().unwrap().into_inner();
    assert!(matches!(checked(&foreign), Err(BundleError::Foreign)));
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file(README, SimpleFileOptions::default()).unwrap();
    let empty = empty.finish().unwrap().into_inner();
    assert!(matches!(checked(&empty), Err(BundleError::Missing { member: HEAD })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_damage_stops_the_reader_or_goes_unnoticed_in_what_is_proved(
        place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(), is_cut in any::<bool>(),
    ) {
        static BUNDLE: LazyLock<Vec<u8>> = LazyLock::new(|| Trail::new(12, 5).bundle(Some(&[2, 7, 12])));
        let bundle = &*BUNDLE;
        let mut damaged = bundle.clone();
        if is_cut {
            damaged.truncate(cut.index(bundle.len()));
        } else {
            let place = place.index(bundle.len());
            damaged[place] = byte;
        }
        let sound = checked(bundle).unwrap();
        if let Ok(proved) = checked(&damaged) {
            // the people and the ZIP's own fields are not proved
            prop_assert_eq!((proved.entries, proved.span, proved.checkpoints), (sound.entries, sound.span, sound.checkpoints));
        }
    }
}
