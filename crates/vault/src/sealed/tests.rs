use std::io::{Read, Seek, SeekFrom};

use proptest::prelude::*;

use super::{
    format::{CHUNK, HEADER, TAG, padded},
    *,
};

fn store() -> (tempfile::TempDir, SealedStore) {
    let dir = tempfile::tempdir().unwrap();
    let store = SealedStore::new(dir.path().join("vault"));
    (dir, store)
}

fn content(length: usize) -> Vec<u8> {
    (0..length as u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

fn path_of(store: &SealedStore, name: &str) -> PathBuf {
    store.dir.join(&name[..2]).join(&name[2..4]).join(name)
}

fn fault(result: Result<impl Sized, VaultError>) -> SealFault {
    match result {
        Err(VaultError::SealDamaged { fault, .. }) => fault,
        Err(other) => panic!("another error: {other:?}"),
        Ok(_) => panic!("the damage was not seen"),
    }
}

#[test]
fn every_length_around_the_chunk_borders_comes_back() {
    let (_dir, store) = store();
    for length in [0, 1, 2, 15, 1_000, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 1_234_567] {
        let plain = content(length);
        let key = PhotoKey::make_random();
        let (sealed, hash) = (store.seal(&key, &plain).unwrap(), blake3::hash(&plain));
        assert_eq!(sealed.length, length as u64);
        assert_eq!(fs::metadata(path_of(&store, &sealed.name)).unwrap().len(), sealed.sealed_bytes);
        assert_eq!(store.read_all(&sealed.name, &key, u64::MAX).unwrap().as_slice(), plain);
        store.verify(&sealed.name, &key, &hash, length as u64).unwrap();
        let mut streamed = vec![];
        store.open(&sealed.name, &key).unwrap().read_to_end(&mut streamed).unwrap();
        assert_eq!(streamed, plain);
    }
}

#[test]
fn the_file_on_disk_gives_nothing_away() {
    let (_dir, store) = store();
    let plain = b"IMG_1234.JPG of Aino Virtanen ".repeat(4_000);
    let sealed = store.seal(&PhotoKey::make_random(), &plain).unwrap();
    let path = path_of(&store, &sealed.name);
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(8).any(|window| window == b"Virtanen"));
    assert!(!bytes.windows(8).any(|window| window == (plain.len() as u64).to_be_bytes()));
    assert_eq!(bytes.len() as u64, sealed.sealed_bytes);
    assert!(path.extension().is_none());
    let metadata = fs::metadata(&path).unwrap();
    let modified = metadata.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(modified.as_secs(), 946_684_800);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_hundred_flipped_bits_are_all_found() {
    let (_dir, store) = store();
    let plain = content(200_000);
    let key = PhotoKey::make_random();
    let (sealed, hash) = (store.seal(&key, &plain).unwrap(), blake3::hash(&plain));
    let length = sealed.length;
    let path = path_of(&store, &sealed.name);
    let whole = fs::read(&path).unwrap();
    assert!(padded(length) > length, "the padding is flipped too");
    for step in 0..100 {
        let at = whole.len() * step / 100 + step % 7;
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (step % 8);
        fs::write(&path, &flipped).unwrap();
        fault(store.verify(&sealed.name, &key, &hash, length));
        fault(store.read_all(&sealed.name, &key, u64::MAX));
    }
    for at in 0..HEADER {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x80;
        fs::write(&path, &flipped).unwrap();
        fault(store.open(&sealed.name, &key).map(|_| ()));
    }
    fs::write(&path, &whole).unwrap();
    store.verify(&sealed.name, &key, &hash, length).unwrap();
}

#[test]
fn whole_chunks_moved_dropped_or_added_are_found() {
    let (_dir, store) = store();
    let plain = content(4 * CHUNK);
    assert_eq!(padded(plain.len() as u64), plain.len() as u64);
    let key = PhotoKey::make_random();
    let sealed = store.seal(&key, &plain).unwrap();
    let path = path_of(&store, &sealed.name);
    let whole = fs::read(&path).unwrap();
    let chunk = |n: usize| &whole[HEADER + n * (CHUNK + TAG)..HEADER + (n + 1) * (CHUNK + TAG)];
    let header = &whole[..HEADER];

    let swapped = [header, chunk(1), chunk(0), chunk(2), chunk(3)].concat();
    fs::write(&path, swapped).unwrap();
    assert_eq!(fault(store.read_all(&sealed.name, &key, u64::MAX)), SealFault::Chunk { index: 0 });

    let repeated = [header, chunk(0), chunk(1), chunk(1), chunk(3)].concat();
    fs::write(&path, repeated).unwrap();
    assert_eq!(fault(store.read_all(&sealed.name, &key, u64::MAX)), SealFault::Chunk { index: 2 });

    let cut = [header, chunk(0), chunk(1), chunk(2)].concat();
    fs::write(&path, cut).unwrap();
    assert!(matches!(fault(store.open(&sealed.name, &key).map(|_| ())), SealFault::Size { .. }));

    let longer = [whole.as_slice(), chunk(3)].concat();
    fs::write(&path, longer).unwrap();
    assert!(matches!(fault(store.open(&sealed.name, &key).map(|_| ())), SealFault::Size { .. }));

    for length in [0, 1, HEADER - 1, HEADER, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        fault(store.open(&sealed.name, &key).map(|_| ()));
    }
    fs::write(&path, &whole).unwrap();
    assert_eq!(store.read_all(&sealed.name, &key, u64::MAX).unwrap().as_slice(), plain);
}

#[test]
fn swapped_files_wrong_keys_and_foreign_headers_are_found() {
    let (_dir, store) = store();
    let (first_key, second_key) = (PhotoKey::make_random(), PhotoKey::make_random());
    let first = store.seal(&first_key, &content(5_000)).unwrap();
    let second = store.seal(&second_key, &content(5_000)).unwrap();
    let same_key = store.seal(&first_key, &content(5_000)).unwrap();
    assert_eq!(fault(store.open(&first.name, &second_key).map(|_| ())), SealFault::Header);

    let one = fs::read(path_of(&store, &first.name)).unwrap();
    let two = fs::read(path_of(&store, &second.name)).unwrap();
    let three = fs::read(path_of(&store, &same_key.name)).unwrap();
    fs::write(path_of(&store, &first.name), &two).unwrap();
    assert_eq!(fault(store.open(&first.name, &first_key).map(|_| ())), SealFault::WrongId);
    assert_eq!(fault(store.open(&first.name, &second_key).map(|_| ())), SealFault::WrongId);

    let body_of_another = [&one[..HEADER], &three[HEADER..]].concat();
    fs::write(path_of(&store, &first.name), body_of_another).unwrap();
    assert_eq!(fault(store.read_all(&first.name, &first_key, u64::MAX)), SealFault::Chunk { index: 0 });

    fs::write(
        path_of(&store, &first.name),
        b"\xff\xd8\xff plain photograph, longer than a header .....................",
    )
    .unwrap();
    assert_eq!(fault(store.open(&first.name, &first_key).map(|_| ())), SealFault::NotSealed);
}

#[test]
fn verify_tells_another_content_from_damage() {
    let (_dir, store) = store();
    let key = PhotoKey::make_random();
    let (sealed, hash) = (store.seal(&key, b"content").unwrap(), blake3::hash(b"content"));
    let length = sealed.length;
    let other = blake3::hash(b"Content");
    assert_eq!(fault(store.verify(&sealed.name, &key, &other, length)), SealFault::Content);
    assert_eq!(fault(store.verify(&sealed.name, &key, &hash, length + 1)), SealFault::Content);
}

#[test]
fn only_names_of_32_lower_hex_digits_come_in() {
    let (_dir, store) = store();
    let key = PhotoKey::make_random();
    let sealed = store.seal(&key, b"x").unwrap();
    let upper = "AB".repeat(16);
    let spaced = format!("{} ", &sealed.name[..31]);
    for bad in [
        "",
        "..",
        "../../../../etc/passwd",
        upper.as_str(),
        &sealed.name[..31],
        spaced.as_str(),
        "ab/cd/x",
        "\u{e4}\u{e4}",
    ] {
        assert!(matches!(store.open(bad, &key), Err(VaultError::BadName)), "{bad}");
        assert!(matches!(store.read_all(bad, &key, 9), Err(VaultError::BadName)), "{bad}");
    }
    assert!(matches!(store.open(&"ab".repeat(16), &key), Err(VaultError::NotFound { .. })));
}

#[test]
fn read_all_keeps_to_its_limit() {
    let (_dir, store) = store();
    let key = PhotoKey::make_random();
    let sealed = store.seal(&key, &content(1_000)).unwrap();
    assert!(store.read_all(&sealed.name, &key, 1_000).is_ok());
    assert!(matches!(
        store.read_all(&sealed.name, &key, 999),
        Err(VaultError::TooLarge { length: 1_000, limit: 999 })
    ));
}

#[test]
fn a_file_given_up_half_way_leaves_nothing() {
    let (_dir, store) = store();
    let mut dropped = store.begin(&PhotoKey::make_random()).unwrap();
    dropped.write_all(b"begun").unwrap();
    let target = path_of(&store, dropped.name());
    drop(dropped);
    assert_eq!(fs::read_dir(target.parent().unwrap()).unwrap().count(), 0);
}

#[test]
fn an_unfinished_file_has_no_name() {
    let (_dir, store) = store();
    let key = PhotoKey::make_random();
    let mut writer = store.begin(&key).unwrap();
    writer.write_all(&content(300_000)).unwrap();
    let name = writer.name().to_owned();
    assert!(matches!(store.open(&name, &key), Err(VaultError::NotFound { .. })));
    assert_eq!(writer.finish().unwrap().name, name);
    assert_eq!(store.open(&name, &key).unwrap().length(), 300_000);
}

#[test]
fn folders_that_a_killed_run_made_are_made_durable_before_a_file_relies_on_them() {
    let (_dir, store) = store();
    for first in 0..=255u8 {
        fs::create_dir_all(store.dir.join(format!("{first:02x}"))).unwrap();
    }
    let key = PhotoKey::make_random();
    let name = store.seal(&key, b"x").unwrap().name;
    let leaf = path_of(&store, &name).parent().unwrap().to_owned();
    let expected = HashSet::from([store.dir.clone(), leaf.parent().unwrap().to_owned(), leaf.clone()]);
    assert_eq!(*store.durable.lock().unwrap(), expected);

    // what is known is not taken for granted
    fs::remove_dir_all(&store.dir).unwrap();
    store.make_dirs(&leaf).unwrap();
    assert!(leaf.is_dir());
}

#[test]
fn a_name_is_written_down_before_its_file_exists_and_until_it_is_settled() {
    let (dir, store) = store();
    let key = PhotoKey::make_random();
    let settled = store.seal(&key, b"has its row").unwrap().name;
    let killed = store.begin(&key).unwrap();
    let part = durable::part_of(&path_of(&store, killed.name()));
    assert!(part.exists());
    store.settle(&[&settled], 7).unwrap();

    let after_a_kill = SealedStore::new(dir.path().join("vault"));
    let left = after_a_kill.unsettled().unwrap();
    assert_eq!(left.state, 7);
    assert!(!left.names.contains(&settled));
    assert!(left.names.contains(&killed.name().to_owned()));
    // a name that a new run gives out is written down beside those of the killed one, with the newest state
    after_a_kill.settle(&[], 9).unwrap();
    let newest = after_a_kill.seal(&key, b"x").unwrap().name;
    let both = after_a_kill.unsettled().unwrap();
    assert_eq!(both.state, 9);
    assert!(left.names.iter().chain([&newest]).all(|name| both.names.contains(name)));

    after_a_kill.remove(killed.name()).unwrap();
    assert!(!part.exists());
    after_a_kill.forget_unsettled().unwrap();
    assert_eq!(after_a_kill.unsettled().unwrap(), Unsettled { state: 0, names: vec![] });
    let again = after_a_kill.seal(&key, b"y").unwrap().name;
    assert!(after_a_kill.unsettled().unwrap().names.contains(&again), "what was forgotten is not given out");
}

#[test]
fn a_list_of_names_that_is_not_ours_names_nothing() {
    let (_dir, store) = store();
    let name = store.seal(&PhotoKey::make_random(), b"an original").unwrap().name;
    for text in [format!("{name}\n"), format!("KRN1 x\n{name}\n"), format!("KRN1 3\n../../{name}\n")] {
        fs::write(store.dir.join("reserved"), text).unwrap();
        assert!(store.unsettled().unwrap().names.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn seeking_reads_what_the_content_has_there(
        length in 0usize..300_000,
        jumps in prop::collection::vec((0u64..330_000, 0usize..70_000), 1..8),
    ) {
        let (_dir, store) = store();
        let plain = content(length);
        let key = PhotoKey::make_random();
        let sealed = store.seal(&key, &plain).unwrap();
        let mut reader = store.open(&sealed.name, &key).unwrap();
        for (to, want) in jumps {
            reader.seek(SeekFrom::Start(to)).unwrap();
            let mut got = vec![];
            reader.by_ref().take(want as u64).read_to_end(&mut got).unwrap();
            let start = (to as usize).min(length);
            prop_assert_eq!(&got, &plain[start..(start + want).min(length)]);
        }
        prop_assert_eq!(reader.seek(SeekFrom::End(0)).unwrap(), length as u64);
        prop_assert!(reader.seek(SeekFrom::End(-(length as i64) - 1)).is_err());
    }

    #[test]
    fn any_cutting_of_the_input_gives_the_same_content(cuts in prop::collection::vec(0usize..100_000, 0..6)) {
        let (_dir, store) = store();
        let key = PhotoKey::make_random();
        let mut writer = store.begin(&key).unwrap();
        let mut plain = vec![];
        for cut in cuts {
            let piece = content(cut);
            writer.write_all(&piece).unwrap();
            plain.extend_from_slice(&piece);
        }
        let sealed = writer.finish().unwrap();
        let read = store.read_all(&sealed.name, &key, u64::MAX).unwrap();
        prop_assert_eq!(read.as_slice(), plain.as_slice());
    }
}

#[test]
fn a_frozen_file_still_opens() {
    let (_dir, store) = store();
    let name = "291e73c79da0cb80e0baaa255217a5a8";
    let bytes = "4b53463100010000291e73c79da0cb80e0baaa255217a5a838d20ba711eeae180513ba5cd7b44b7d\
                 031f0eba8c9035478bba8a0f24ee6e3a3cf4a6ca293ba57e34507866ac3005760f99f1f048fabcac\
                 2f11283cada2379be11bff339ad5ec639a9d091e33ab31a7f1b350ab2ef8dab2";
    let path = path_of(&store, name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, HEXLOWER.decode(bytes.as_bytes()).unwrap()).unwrap();
    let content = store.read_all(name, &PhotoKey::from_bytes([5; 32]), 1_000).unwrap();
    assert_eq!(content.as_slice(), b"synthetic photograph of class 3B");
}
