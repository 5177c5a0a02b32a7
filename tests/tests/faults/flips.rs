//! Flipped bits and old pages in a closed or killed register: what is seen, and what is named.
//!
//! | damaged | seen by | named |
//! |---|---|---|
//! | `register.db` | the anchor's hash, or the opening | alarm, or the error's code |
//! | `keys.db` | the anchor's hash, or the opening | alarm, or the error's code |
//! | log of a killed program | the anchor: commits are missing | number of the newest entry, and of the one remembered |
//! | one copy of the slots, one record of the anchor | opened by the other | which of the two |
//! | both copies, both records | the opening | slots; alarm of the anchor |
//! | a photo's file | its seal | the file |
//!
//! Not seen, by ADR 13: a page that is no part of trail or staff, put back after a kill.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use api::error::{ApiError, ErrorCode};
use register::testing::{OWNER, PASSPHRASE};
use register::{Alarm, Register};
use store::{KEYS_FILE, REGISTER_FILE};
use synthetic::rng::Rng;
use vault::{Anchor, AnchorCondition, DeviceFolder, KeySlots, SecretString, SlotCondition};

use crate::card::Card;
use crate::check;
use crate::form::{seed, times};
use crate::house::House;
use crate::shop::Shop;

const PAGE: usize = 4096;

/// A studio's data folder, with what the computer remembers of it, that is put back as it was before each fault.
struct Kept {
    data: PathBuf,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Kept {
    fn of(data: &Path) -> Self {
        Self { data: data.to_owned(), files: files(data) }
    }

    fn studio(&self, name: &str) -> PathBuf {
        self.data.join("studio").join(name)
    }

    fn put_back(&self) {
        for path in files(&self.data).into_keys().filter(|path| !self.files.contains_key(path)) {
            fs::remove_file(path).unwrap();
        }
        for (path, bytes) in &self.files {
            fs::write(path, bytes).unwrap();
        }
    }

    /// As it was, but for one bit of a file.
    fn flip(&self, path: &Path, random: &mut Rng) -> usize {
        self.put_back();
        let mut bytes = self.files[path].clone();
        let bit = random.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(path, bytes).unwrap();
        bit
    }

    fn slots(&self) -> KeySlots {
        let devices = DeviceFolder::new(kontakti_tests::device_dir(&self.data));
        KeySlots::open(&self.data.join("studio"), devices).unwrap()
    }
}

/// Every file of a data folder, and of what this computer remembers beside it.
fn files(data: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let folders = [data.to_owned(), kontakti_tests::device_dir(data)];
    let found =
        folders.iter().flat_map(|folder| walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap));
    let found = found.filter(|entry| entry.file_type().is_file());
    found.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// What the next opening says.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    Nothing,
    Alarm(&'static str),
    Refused(String),
}

fn opened(data: &Path) -> (Seen, Option<House>) {
    match House::open(data) {
        Ok(house) => match house.alarm() {
            None => (Seen::Nothing, Some(house)),
            Some(alarm) => (Seen::Alarm(alarm.code()), Some(house)),
        },
        Err(error) => (Seen::Refused(format!("{:?}", ApiError::from(&error).code)), None),
    }
}

fn refused(code: ErrorCode) -> Seen {
    Seen::Refused(format!("{code:?}"))
}

/// A closed studio with twelve photos and an order.
fn closed(dir: &Path) -> Kept {
    let data = dir.join("data");
    let house = House::create(&data);
    house.import(&Card::write(&dir.join("card"), 51, 12).path);
    Shop::open(&house);
    drop(house);
    let kept = Kept::of(&data);
    assert_eq!(opened(&data).0, Seen::Nothing, "the control: as it was");
    kept.put_back();
    kept
}

/// Flips bits of a file of the folder one after another; each opening has to say one of `expected`.
fn flipped(name: &str, flips: usize, expected: &[Seen]) {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let kept = closed(dir.path());
    let mut seen = BTreeMap::new();
    for _ in 0..flips {
        let bit = kept.flip(&kept.studio(name), &mut random);
        let (said, house) = opened(&kept.data);
        assert!(expected.contains(&said), "seed {seed}, bit {bit} of {name}: {said:?}");
        if let Some(house) = house {
            let written = house.studio().and_then(|studio| house.studio_update(&studio.fields, studio.rev));
            assert!(written.is_err(), "seed {seed}, bit {bit} of {name}: it is only to be looked at");
        }
        *seen.entry(said).or_insert(0) += 1;
    }
    println!("{flips} bits of {name}: {seen:?}");
}

#[test]
fn every_flipped_bit_of_the_register_is_seen_and_the_register_named() {
    use ErrorCode::{NotARegister, RegisterDamaged, RegisterTruncated, RegisterWrongKey};
    let of_the_head = [NotARegister, RegisterDamaged, RegisterTruncated, RegisterWrongKey].map(refused);
    let mut expected = vec![Seen::Alarm(Alarm::RegisterChanged.code())];
    expected.extend(of_the_head);
    flipped(REGISTER_FILE, times(30, 300), &expected);
}

#[test]
fn every_flipped_bit_of_the_key_list_is_seen_and_the_list_named() {
    let expected = [Seen::Alarm(Alarm::KeyListChanged.code()), refused(ErrorCode::RegisterDamaged)];
    flipped(KEYS_FILE, times(15, 100), &expected);
}

#[test]
fn a_flipped_bit_of_the_slots_is_named_and_mended_and_of_both_copies_refused() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let kept = closed(dir.path());
    assert_eq!(kept.slots().condition(), SlotCondition::Whole, "control");
    for flip in 0..times(15, 100) {
        let name = ["keyslots", "keyslots.copy"][flip % 2];
        let bit = kept.flip(&kept.studio(name), &mut random);
        let when = format!("seed {seed}, bit {bit} of {name}");
        let condition = kept.slots().condition();
        match condition {
            SlotCondition::MainFaulty(_) => assert_eq!(name, "keyslots", "{when}"),
            SlotCondition::CopyFaulty(_) => assert_eq!(name, "keyslots.copy", "{when}"),
            // read well, but not authentic: known once the root key is
            SlotCondition::Whole | SlotCondition::OneStale => {}
        }
        let (said, house) = opened(&kept.data);
        assert_eq!(said, Seen::Nothing, "{when}: the other copy opens");
        drop(house);
        assert_eq!(kept.slots().condition(), SlotCondition::Whole, "{when}: mended");
        assert_eq!(
            fs::read(kept.studio("keyslots")).unwrap(),
            fs::read(kept.studio("keyslots.copy")).unwrap(),
            "{when}: both are alike again"
        );

        let bit = kept.flip(&kept.studio("keyslots"), &mut random);
        fs::copy(kept.studio("keyslots"), kept.studio("keyslots.copy")).unwrap();
        let (said, _) = opened(&kept.data);
        assert_ne!(said, Seen::Nothing, "seed {seed}, bit {bit} of both");
    }
}

#[test]
fn a_flipped_bit_of_the_anchor_is_named_and_of_both_records_an_alarm() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let kept = closed(dir.path());
    let slots = kept.slots();
    let owner = OWNER.map(|id| id.get());
    let root = slots.unlock_with_passphrase(owner, &SecretString::from(PASSPHRASE)).unwrap().root;
    let condition = || {
        let anchor = Anchor::open(&kept.data.join("studio"), &root.derive_anchor_key(), slots.register_id());
        anchor.unwrap().condition()
    };
    assert_eq!(condition(), AnchorCondition::Whole, "control");
    let path = kept.studio("anchor");
    let half = kept.files[&path].len() / 2;
    for _ in 0..times(15, 100) {
        let bit = kept.flip(&path, &mut random);
        let when = format!("seed {seed}, bit {bit}");
        match condition() {
            AnchorCondition::FirstFaulty(_) => assert!(bit / 8 < half, "{when}"),
            AnchorCondition::SecondFaulty(_) => assert!(bit / 8 >= half, "{when}"),
            AnchorCondition::Whole => panic!("{when}: not seen"),
        }
        let mut both = fs::read(&path).unwrap();
        both[(bit / 8 + half) % (2 * half)] ^= 1 << (bit % 8);
        fs::write(&path, both).unwrap();
        assert_eq!(opened(&kept.data).0, Seen::Alarm(Alarm::AnchorDamaged.code()), "{when} and its like");
    }
}

#[test]
fn a_flipped_bit_of_a_photo_is_seen_and_the_photo_named() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let kept = closed(dir.path());
    let house = House::open(&kept.data).unwrap();
    let rows: Vec<_> = check::rows(&house).into_values().flatten().collect();
    assert_eq!(check::problems(&house, &Default::default()), Vec::<String>::new(), "control");
    for _ in 0..times(20, 100) {
        let file = &rows[random.below(rows.len())];
        let name = &file.vault_name;
        let path = kept.studio("photos").join(&name[..2]).join(&name[2..4]).join(name);
        let mut bytes = kept.files[&path].clone();
        let bit = random.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, bytes).unwrap();
        let found = check::problems(&house, &Default::default());
        assert_eq!(found.len(), 1, "seed {seed}, bit {bit}: {found:?}");
        assert!(found[0].contains(&file.source_name), "{found:?}");
        fs::write(&path, &kept.files[&path]).unwrap();
    }
}

fn note(register: &Register, text: &str) {
    let studio = register.studio().unwrap();
    let fields = domain::studio::StudioFields { town: text.to_owned(), ..studio.fields };
    register.studio_update(&fields, studio.rev).unwrap();
}

/// The data folder as a kill leaves it with commits in the log: a reader kept it from being emptied.
fn killed_with_a_log(dir: &Path) -> Kept {
    let data = dir.join("data");
    let house = House::create(&data);
    house.import(&Card::write(&dir.join("card"), 52, 3).path);
    let files = house
        .read(|tx| {
            store::audit::head(tx)?;
            for town in ["Vaasa", "Lapua", "Kokkola"] {
                note(&house, town);
            }
            Ok(files(&data))
        })
        .unwrap();
    drop(house);
    let kept = Kept { data, files };
    kept.put_back();
    kept
}

#[test]
fn every_flipped_bit_of_a_killed_programs_log_is_seen_by_the_anchor() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let kept = killed_with_a_log(dir.path());
    let log = kept.studio("register.db-wal");
    assert!(kept.files[&log].len() > 3 * PAGE, "control: there are commits in the log");
    let (said, house) = opened(&kept.data);
    assert_eq!(said, Seen::Nothing, "control: the whole log is taken up");
    assert_eq!(house.unwrap().studio().unwrap().fields.town, "Kokkola");
    for _ in 0..times(15, 100) {
        let bit = kept.flip(&log, &mut random);
        let (said, house) = opened(&kept.data);
        let when = format!("seed {seed}, bit {bit} of {}", kept.files[&log].len() * 8);
        assert_eq!(said, Seen::Alarm("behind"), "{when}");
        let alarm = house.unwrap().alarm();
        assert!(
            matches!(alarm, Some(Alarm::Behind { last, remembered }) if last < remembered),
            "{when}: {alarm:?}"
        );
    }
}

/// Every page that a day of work changed is put back as it was, one at a time: what the opening says, by how often.
fn pages_put_back(kept: &Kept, earlier: &[u8]) -> BTreeMap<Seen, usize> {
    let path = kept.studio(REGISTER_FILE);
    let now = &kept.files[&path];
    let mut seen = BTreeMap::new();
    for (page, old) in earlier.chunks(PAGE).enumerate() {
        let place = page * PAGE..(page + 1) * PAGE;
        if page == 0 || now[place.clone()] == *old {
            continue;
        }
        kept.put_back();
        let mut bytes = now.clone();
        bytes[place].copy_from_slice(old);
        fs::write(&path, bytes).unwrap();
        *seen.entry(opened(&kept.data).0).or_insert(0) += 1;
    }
    seen
}

#[test]
fn an_old_page_is_seen_in_a_closed_register_and_after_a_kill_where_it_is_of_the_trail() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let house = House::create(&data);
    house.import(&Card::write(&dir.path().join("card"), 53, 3).path);
    note(&house, "Vaasa");
    let path = data.join("studio").join(REGISTER_FILE);
    let earlier = fs::read(&path).unwrap();
    note(&house, "Lapua");
    let killed = Kept { files: files(&data), data: data.clone() };
    drop(house);
    let closed = Kept::of(&data);

    let of_closed = pages_put_back(&closed, &earlier);
    println!("closed: {of_closed:?}");
    assert!(!of_closed.is_empty() && !of_closed.contains_key(&Seen::Nothing), "{of_closed:?}");
    let of_killed = pages_put_back(&killed, &earlier);
    println!("killed: {of_killed:?}");
    assert!(
        of_killed.keys().any(|said| *said != Seen::Nothing),
        "a page of the trail is seen: {of_killed:?}"
    );
    assert!(
        of_killed.contains_key(&Seen::Nothing),
        "ADR 13 says that a page of another table is not seen after a kill; when it is, that page of the book changes"
    );
}
