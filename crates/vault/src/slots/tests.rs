use std::fs;

use super::*;

pub(super) const NOW: u64 = 1_790_000_000_000;
pub(super) const EVERYWHERE: PassphraseReach = PassphraseReach::EveryComputer;
pub(super) const HERE: PassphraseReach = PassphraseReach::ThisComputer;

pub(super) const OWNER: SlotOwner<'_> = SlotOwner { staff_id: 41, name: "Öhman Sanna" };
pub(super) const CLERK: SlotOwner<'_> = SlotOwner { staff_id: 42, name: "Virtanen Mikko" };

pub(super) fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

pub(super) struct Made {
    pub(super) dir: tempfile::TempDir,
    pub(super) computer: tempfile::TempDir,
    pub(super) root: RootKey,
    pub(super) code: RecoveryCode,
    pub(super) slots: KeySlots,
}

pub(super) fn made() -> Made {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
    let passphrase = secret("metsäpolku haukkuu");
    let params = KdfParams::for_tests();
    let slots =
        KeySlots::create(dir.path(), devices(&computer), &root, (OWNER, &passphrase), &code, params, NOW)
            .unwrap();
    Made { dir, computer, root, code, slots }
}

fn devices(computer: &tempfile::TempDir) -> DeviceFolder {
    DeviceFolder::new(computer.path().to_owned())
}

pub(super) fn open(dir: &tempfile::TempDir, computer: &tempfile::TempDir) -> Result<KeySlots, VaultError> {
    KeySlots::open(dir.path(), devices(computer))
}

/// The file of the computer's secret for the register.
fn device_file(computer: &tempfile::TempDir, slots: &KeySlots) -> PathBuf {
    computer.path().join(data_encoding::HEXLOWER.encode(&slots.register_id()))
}

fn opens(slots: &KeySlots, passphrase: &str) -> bool {
    match slots.unlock_with_passphrase(Some(41), &secret(passphrase)) {
        Ok(_) => true,
        Err(VaultError::WrongSecret) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn passphrase_and_code_open_and_nothing_else_does() {
    let Made { dir, computer, root, code, slots } = made();
    let again = open(&dir, &computer).unwrap();
    assert_eq!(again.condition(), SlotCondition::Whole);
    assert_eq!((again.counter(), again.register_id()), (1, slots.register_id()));
    assert_eq!(again.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")).unwrap().root, root);
    assert_eq!(again.unlock_with_recovery(&code).unwrap().root, root);
    assert!(!opens(&again, "metsäpolku haukku"));
    assert!(!opens(&again, ""));
    assert!(matches!(again.unlock_with_recovery(&RecoveryCode::make_random()), Err(VaultError::WrongSecret)));
    let kinds: Vec<_> =
        again.list().into_iter().map(|slot| (slot.id, slot.kind, slot.created_at_ms)).collect();
    assert_eq!(kinds, [(1, "passphrase".into(), NOW), (2, "recovery".into(), NOW)]);
}

#[test]
fn the_default_cost_opens_within_the_strict_bounds() {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
    let passphrase = secret("metsäpolku haukkuu");
    let params = KdfParams::default();
    KeySlots::create(dir.path(), devices(&computer), &root, (OWNER, &passphrase), &code, params, NOW)
        .unwrap();
    let slots = KeySlots::open_within(dir.path(), devices(&computer), KdfBounds::STRICT).unwrap();
    assert_eq!(slots.unlock_with_passphrase(Some(41), &passphrase).unwrap().root, root);
}

#[test]
fn a_lowered_cost_is_refused_even_when_the_rest_is_whole() {
    let Made { dir, computer, .. } = made();
    assert!(open(&dir, &computer).is_ok());
    assert!(matches!(
        KeySlots::open_within(dir.path(), devices(&computer), KdfBounds::STRICT),
        Err(VaultError::KdfOutOfBounds { memory_kib: 32, passes: 1, lanes: 1 })
    ));
    let other = tempfile::tempdir().unwrap();
    for (memory_kib, passes, lanes) in
        [(16, 1, 1), (32, 0, 1), (2 << 20, 3, 4), (1 << 16, 11, 4), (1 << 16, 3, 17)]
    {
        let params = KdfParams { memory_kib, passes, lanes };
        let made = KeySlots::create(
            other.path(),
            devices(&other),
            &RootKey::make_random(),
            (OWNER, &secret("x")),
            &RecoveryCode::make_random(),
            params,
            NOW,
        );
        assert!(matches!(made, Err(VaultError::KdfOutOfBounds { .. })), "{params:?}");
    }
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
}

#[test]
fn the_old_passphrase_fails_after_a_change() {
    let Made { dir, computer, root, code, mut slots } = made();
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), EVERYWHERE, NOW + 1).unwrap();
    let again = open(&dir, &computer).unwrap();
    for slots in [&slots, &again] {
        assert!(!opens(slots, "metsäpolku haukkuu"));
        assert!(opens(slots, "kirjava tiistai"));
        assert_eq!(slots.unlock_with_recovery(&code).unwrap().root, root);
        assert_eq!(slots.counter(), 2);
    }
    let changed = again.list().into_iter().find(|slot| slot.kind == KIND_PASSPHRASE).unwrap();
    assert_eq!((changed.id, changed.created_at_ms), (3, NOW + 1));
    assert_eq!(
        fs::read(dir.path().join(SLOTS_FILE)).unwrap(),
        fs::read(dir.path().join(SLOTS_COPY_FILE)).unwrap()
    );
}

#[test]
fn a_change_needs_this_registers_root_key() {
    let Made { dir, mut slots, .. } = made();
    let before = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    let stranger = RootKey::make_random();
    assert!(matches!(
        slots.set_passphrase(&stranger, OWNER, &secret("x"), EVERYWHERE, NOW),
        Err(VaultError::WrongSecret)
    ));
    assert!(matches!(slots.remove(&stranger, 1), Err(VaultError::WrongSecret)));
    assert!(matches!(slots.repair(&stranger), Err(VaultError::WrongSecret)));
    assert_eq!(fs::read(dir.path().join(SLOTS_FILE)).unwrap(), before);
}

#[test]
fn the_last_recovery_slot_stays() {
    let Made { dir, computer, root, code, mut slots } = made();
    assert!(matches!(slots.remove(&root, 2), Err(VaultError::LastRecoverySlot)));
    assert!(matches!(slots.remove(&root, 99), Err(VaultError::SlotUnknown { id: 99 })));
    let newer = RecoveryCode::make_random();
    assert_eq!(slots.add_recovery(&root, &newer, NOW).unwrap(), 3);
    slots.remove(&root, 2).unwrap();
    let again = open(&dir, &computer).unwrap();
    assert!(matches!(again.unlock_with_recovery(&code), Err(VaultError::WrongSecret)));
    assert_eq!(again.unlock_with_recovery(&newer).unwrap().root, root);
    assert_eq!(slots.add_recovery(&root, &code, NOW).unwrap(), 4, "ids are not used twice");
}

#[test]
fn without_the_device_secret_only_the_code_opens() {
    let Made { dir, computer, root, code, mut slots } = made();
    let device = device_file(&computer, &slots);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "the secret does not lie with the register");
    let kept = fs::read(&device).unwrap();
    fs::remove_file(&device).unwrap();
    assert!(slots.sign_ins().unwrap().is_empty());
    assert!(matches!(
        slots.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")),
        Err(VaultError::DeviceSecretMissing)
    ));
    fs::write(&device, &kept[1..]).unwrap();
    assert!(matches!(
        slots.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")),
        Err(VaultError::DeviceSecretDamaged)
    ));
    let opened = slots.unlock_with_recovery(&code).unwrap().root;
    assert_eq!(opened, root);
    slots.set_passphrase(&opened, OWNER, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    assert!(!slots.sign_ins().unwrap().is_empty());
    assert!(opens(&slots, "kirjava tiistai"));
    assert_eq!(fs::read(device.with_extension("damaged")).unwrap(), &kept[1..]);
}

#[test]
fn every_computer_has_a_passphrase_of_its_own_until_it_is_changed_everywhere() {
    let Made { dir, computer: first, root, code, slots } = made();
    let second = tempfile::tempdir().unwrap();
    let mut there = open(&dir, &second).unwrap();
    assert!(!slots.sign_ins().unwrap().is_empty() && there.sign_ins().unwrap().is_empty());
    assert!(matches!(
        there.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")),
        Err(VaultError::DeviceSecretMissing)
    ));
    let opened = there.unlock_with_recovery(&code).unwrap().root;
    there.set_passphrase(&opened, OWNER, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    there.set_passphrase(&opened, OWNER, &secret("vihreä keskiviikko"), HERE, NOW).unwrap();

    let mut here = open(&dir, &first).unwrap();
    assert_eq!(here.list().iter().filter(|slot| slot.kind == KIND_PASSPHRASE).count(), 2);
    assert!(opens(&there, "vihreä keskiviikko") && !opens(&there, "kirjava tiistai"));
    assert!(!opens(&there, "metsäpolku haukkuu"), "the first computer's needs its secret");
    assert!(opens(&here, "metsäpolku haukkuu") && !opens(&here, "vihreä keskiviikko"));

    here.set_passphrase(&root, OWNER, &secret("sininen torstai"), EVERYWHERE, NOW).unwrap();
    let there = open(&dir, &second).unwrap();
    assert!(opens(&here, "sininen torstai") && !opens(&here, "metsäpolku haukkuu"));
    assert!(there.sign_ins().unwrap().is_empty(), "its secret is there, but no slot was made with it");
    assert!(matches!(
        there.unlock_with_passphrase(Some(41), &secret("vihreä keskiviikko")),
        Err(VaultError::DeviceSecretMissing)
    ));
}

#[test]
fn another_computers_device_secret_does_not_open() {
    let Made { dir, computer, slots, .. } = made();
    let elsewhere = made();
    fs::copy(device_file(&elsewhere.computer, &elsewhere.slots), device_file(&computer, &slots)).unwrap();
    assert!(open(&dir, &computer).unwrap().sign_ins().unwrap().is_empty());
    let mut body = slots.file.body.clone();
    body.slots[0].device = None;
    let file = SlotFile::authenticated(body, &RootKey::make_random().derive_slot_mac_key()).unwrap();
    let unnamed = KeySlots { file, ..slots };
    assert!(!opens(&unnamed, "metsäpolku haukkuu"), "not for the name alone");
}

#[test]
fn creating_never_replaces() {
    let Made { dir, computer, root, code, .. } = made();
    let params = KdfParams::for_tests();
    let again =
        || KeySlots::create(dir.path(), devices(&computer), &root, (OWNER, &secret("x")), &code, params, NOW);
    assert!(matches!(again(), Err(VaultError::SlotsExist)));
    fs::remove_file(dir.path().join(SLOTS_FILE)).unwrap();
    assert!(matches!(again(), Err(VaultError::SlotsExist)));
}

#[test]
fn every_flipped_byte_in_one_copy_is_seen_and_the_other_used() {
    let Made { dir, computer, root, code, .. } = made();
    for (name, is_main) in [(SLOTS_FILE, true), (SLOTS_COPY_FILE, false)] {
        let path = dir.path().join(name);
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(&path, &flipped).unwrap();
            let slots = open(&dir, &computer).unwrap();
            let seen = match slots.condition() {
                SlotCondition::MainFaulty(_) => is_main,
                SlotCondition::CopyFaulty(_) => !is_main,
                _ => false,
            };
            assert!(seen, "{name}, byte {at}: {:?}", slots.condition());
            assert_eq!(slots.unlock_with_recovery(&code).unwrap().root, root);
        }
        let mut slots = open(&dir, &computer).unwrap();
        slots.repair(&root).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(open(&dir, &computer).unwrap().condition(), SlotCondition::Whole);
    }
}

#[test]
fn both_copies_damaged_or_missing_is_told_and_nothing_is_touched() {
    let Made { dir, computer, .. } = made();
    let (main, copy) = (dir.path().join(SLOTS_FILE), dir.path().join(SLOTS_COPY_FILE));
    let whole = fs::read(&main).unwrap();
    fs::write(&main, &whole[..whole.len() / 2]).unwrap();
    fs::write(&copy, b"").unwrap();
    assert!(matches!(
        open(&dir, &computer),
        Err(VaultError::SlotsDamaged { main: SlotFault::Unreadable, copy: SlotFault::Unreadable })
    ));
    assert_eq!(fs::read(&main).unwrap(), &whole[..whole.len() / 2]);
    fs::remove_file(&copy).unwrap();
    assert!(matches!(open(&dir, &computer), Err(VaultError::SlotsDamaged { copy: SlotFault::Missing, .. })));
    fs::remove_file(&main).unwrap();
    assert!(matches!(open(&dir, &computer), Err(VaultError::SlotsMissing)));
}

#[test]
fn a_change_cut_off_between_the_copies_uses_the_newer() {
    let Made { dir, computer, root, mut slots, .. } = made();
    let old = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), EVERYWHERE, NOW).unwrap();
    for stale in [SLOTS_COPY_FILE, SLOTS_FILE] {
        fs::write(dir.path().join(stale), &old).unwrap();
        let mut slots = open(&dir, &computer).unwrap();
        assert_eq!((slots.condition(), slots.counter()), (SlotCondition::OneStale, 2));
        assert!(opens(&slots, "kirjava tiistai") && !opens(&slots, "metsäpolku haukkuu"));
        slots.repair(&root).unwrap();
        assert_eq!(open(&dir, &computer).unwrap().condition(), SlotCondition::Whole);
    }
}

#[test]
fn a_change_that_cannot_be_written_leaves_the_old_passphrase() {
    let Made { dir, computer, root, mut slots, .. } = made();
    fs::create_dir(dir.path().join("keyslots.part")).unwrap();
    assert!(slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), EVERYWHERE, NOW).is_err());
    assert!(opens(&slots, "metsäpolku haukkuu") && !opens(&slots, "kirjava tiistai"));
    assert!(opens(&open(&dir, &computer).unwrap(), "metsäpolku haukkuu"));
    fs::remove_dir(dir.path().join("keyslots.part")).unwrap();

    fs::create_dir(dir.path().join("keyslots.copy.part")).unwrap();
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), EVERYWHERE, NOW).unwrap();
    assert_eq!(slots.condition(), SlotCondition::OneStale);
    assert!(opens(&open(&dir, &computer).unwrap(), "kirjava tiistai"));
}

#[test]
fn a_forged_file_with_a_right_checksum_is_found_at_unlock() {
    let Made { dir, computer, root, code, slots } = made();
    let mut body = slots.file.body.clone();
    body.slots[0].label = "someone else".into();
    body.counter += 1;
    let forged = SlotFile::authenticated(body, &RootKey::make_random().derive_slot_mac_key()).unwrap();
    for name in [SLOTS_FILE, SLOTS_COPY_FILE] {
        fs::write(dir.path().join(name), forged.to_text().unwrap()).unwrap();
    }
    let mut slots = open(&dir, &computer).unwrap();
    assert_eq!(slots.condition(), SlotCondition::Whole);
    assert!(matches!(
        slots.unlock_with_recovery(&code),
        Err(VaultError::SlotsDamaged { main: SlotFault::Forged, .. })
    ));
    assert!(matches!(
        slots.set_passphrase(&root, OWNER, &secret("x"), EVERYWHERE, NOW),
        Err(VaultError::WrongSecret)
    ));
}

#[test]
fn a_wrapped_key_fits_only_its_own_slot() {
    let Made { root, code, slots, .. } = made();
    let mut moved = slots.file.body.clone();
    moved.slots[1].id = 7;
    let file = SlotFile::authenticated(moved, &root.derive_slot_mac_key()).unwrap();
    let slots = KeySlots { file, ..slots };
    assert!(matches!(slots.unlock_with_recovery(&code), Err(VaultError::WrongSecret)));
}

#[test]
fn a_newer_format_is_told_and_a_slot_of_an_unknown_kind_is_kept() {
    let Made { dir, computer, root, code, slots } = made();
    let mut body = slots.file.body.clone();
    body.slots.push(Slot { kind: "fingerprint".into(), id: 3, ..body.slots[1].clone() });
    body.next_slot_id = 4;
    let file = SlotFile::authenticated(body.clone(), &root.derive_slot_mac_key()).unwrap();
    fs::write(dir.path().join(SLOTS_FILE), file.to_text().unwrap()).unwrap();
    fs::write(dir.path().join(SLOTS_COPY_FILE), file.to_text().unwrap()).unwrap();
    let mut slots = open(&dir, &computer).unwrap();
    assert_eq!(slots.unlock_with_recovery(&code).unwrap().root, root);
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), EVERYWHERE, NOW).unwrap();
    assert!(open(&dir, &computer).unwrap().list().iter().any(|slot| slot.kind == "fingerprint"));

    let mut one_digit = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    let at = one_digit.windows(12).position(|text| text == b"\"version\": 4").unwrap() + 11;
    one_digit[at] = b'5';
    fs::write(dir.path().join(SLOTS_FILE), &one_digit).unwrap();
    assert_eq!(
        open(&dir, &computer).unwrap().condition(),
        SlotCondition::MainFaulty(SlotFault::Checksum),
        "a flipped bit is no newer format"
    );

    body.version = 5;
    let newer = SlotFile::authenticated(body, &root.derive_slot_mac_key()).unwrap();
    fs::write(dir.path().join(SLOTS_FILE), newer.to_text().unwrap()).unwrap();
    assert!(matches!(open(&dir, &computer), Err(VaultError::SlotsTooNew { found: 5, supported: 4 })));
}

/// A file as a version wrote it, with its device secret and its recovery code; every later version must read it.
struct Frozen {
    file: &'static str,
    device: &'static str,
    code: &'static str,
}

const FROZEN_1: Frozen = Frozen {
    file: include_str!("frozen-v1.json"),
    device: "4b445331eedffcb638fe491c770ecafd2503d8b0afb9227fc84ef330052ae4c0f1dcba333b82343d",
    code: "K1ST4-03MV7-N96CT-AAYCF-01KSM-DRGM9-TV7PD-1KYGE-BSAYP-Y3XA4-18909-G1Y3E",
};
const FROZEN_2: Frozen = Frozen {
    file: include_str!("frozen-v2.json"),
    device: "4b4453311cb8409f3e8a6e39671bde90c49ac204fe825b9fae7d9fd697064586652e1d3cbc52df4a",
    code: "K1XKC-E01YB-M6S6G-KQ00J-9ZSNP-9NS79-NJACE-EFR4W-FQRKV-XC670-K2K0Q-GXK8X",
};

impl Frozen {
    fn thawed(&self, dir: &tempfile::TempDir, computer: &tempfile::TempDir) -> KeySlots {
        for name in [SLOTS_FILE, SLOTS_COPY_FILE] {
            // a checkout on Windows may have turned the line ends
            fs::write(dir.path().join(name), self.file.replace("\r\n", "\n")).unwrap();
        }
        KeySlots::open_within(dir.path(), devices(computer), KdfBounds::STRICT).unwrap()
    }

    fn device(&self) -> Vec<u8> {
        data_encoding::HEXLOWER.decode(self.device.as_bytes()).unwrap()
    }

    fn opens(&self, slots: &KeySlots) {
        assert_eq!(slots.condition(), SlotCondition::Whole);
        let root = RootKey::from_bytes(&[7; 32]);
        let code = RecoveryCode::parse(self.code).unwrap();
        assert_eq!(slots.unlock_with_recovery(&code).unwrap().root, root);
        assert_eq!(slots.sign_ins().unwrap(), [SignIn { staff_id: None, name: None, has_keychain: false }]);
        assert_eq!(slots.unlock_with_passphrase(None, &secret("metsäpolku haukkuu")).unwrap().root, root);
    }
}

#[test]
fn a_file_of_the_first_version_opens_and_its_device_secret_is_moved_out() {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut slots = FROZEN_1.thawed(&dir, &computer);
    assert!(slots.sign_ins().unwrap().is_empty(), "the control: without the secret it does not open");
    let left = dir.path().join("device");
    fs::write(&left, FROZEN_1.device()).unwrap();
    FROZEN_1.opens(&slots);
    assert!(!left.exists());
    assert_eq!(fs::read(device_file(&computer, &slots)).unwrap(), FROZEN_1.device());

    let root = RootKey::from_bytes(&[7; 32]);
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    assert_eq!(slots.list().iter().filter(|slot| slot.kind == KIND_PASSPHRASE).count(), 1);
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(open(&dir, &elsewhere).unwrap().sign_ins().unwrap().is_empty(), "now the slot names its secret");
}

#[test]
fn everybody_has_a_passphrase_of_their_own_and_nobody_elses() {
    let Made { dir, computer, root, mut slots, .. } = made();
    slots.set_passphrase(&root, CLERK, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    let again = open(&dir, &computer).unwrap();
    let sign_in = |owner: SlotOwner<'_>| SignIn {
        staff_id: Some(owner.staff_id),
        name: Some(owner.name.to_owned()),
        has_keychain: false,
    };
    assert_eq!(again.sign_ins().unwrap(), [sign_in(OWNER), sign_in(CLERK)]);
    assert_eq!(again.unlock_with_passphrase(Some(42), &secret("kirjava tiistai")).unwrap().root, root);
    for (staff_id, passphrase) in [(42, "metsäpolku haukkuu"), (41, "kirjava tiistai")] {
        let refused = again.unlock_with_passphrase(Some(staff_id), &secret(passphrase));
        assert!(matches!(refused, Err(VaultError::WrongSecret)));
    }
    let unknown = again.unlock_with_passphrase(Some(43), &secret("kirjava tiistai"));
    assert!(matches!(unknown, Err(VaultError::DeviceSecretMissing)));
}

#[test]
fn names_are_not_read_in_the_file_and_not_without_the_computers_secret() {
    let Made { dir, computer, slots, .. } = made();
    let text = fs::read_to_string(dir.path().join(SLOTS_FILE)).unwrap();
    assert!(text.contains("\"staff_id\": 41"), "the control: the slot is that person's");
    assert!(!text.contains("Öhman") && !text.contains(&data_encoding::HEXLOWER.encode("Öhman".as_bytes())));
    let other = tempfile::tempdir().unwrap();
    assert_eq!(open(&dir, &other).unwrap().sign_ins().unwrap(), []);
    fs::copy(device_file(&computer, &slots), device_file(&other, &slots)).unwrap();
    assert_eq!(open(&dir, &other).unwrap().sign_ins().unwrap().len(), 1);
}

#[test]
fn who_is_kept_is_renamed_and_who_is_not_loses_the_slot_on_every_computer() {
    let Made { dir, computer, root, code, mut slots } = made();
    let second = tempfile::tempdir().unwrap();
    slots.set_passphrase(&root, CLERK, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    let mut there = open(&dir, &second).unwrap();
    there.set_passphrase(&root, CLERK, &secret("vihreä keskiviikko"), HERE, NOW).unwrap();
    let counter = there.counter();
    there.keep_people(&root, &[OWNER, CLERK]).unwrap();
    assert_eq!(there.counter(), counter, "nothing differs, nothing is written");

    let mut here = open(&dir, &computer).unwrap();
    let renamed = SlotOwner { name: "Virtanen Sanna", ..OWNER };
    here.keep_people(&root, &[renamed]).unwrap();
    assert_eq!(
        here.sign_ins().unwrap(),
        [SignIn { staff_id: Some(41), name: Some("Virtanen Sanna".to_owned()), has_keychain: false }]
    );
    assert!(open(&dir, &second).unwrap().sign_ins().unwrap().is_empty());
    let again = open(&dir, &computer).unwrap();
    assert_eq!(again.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")).unwrap().root, root);
    assert_eq!(again.unlock_with_recovery(&code).unwrap().root, root);
}

#[test]
fn a_passphrase_that_names_nobody_ends_with_the_first_that_does() {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut slots = FROZEN_2.thawed(&dir, &computer);
    fs::write(device_file(&computer, &slots), FROZEN_2.device()).unwrap();
    let root = RootKey::from_bytes(&[7; 32]);
    slots.set_passphrase(&root, OWNER, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    let nobody = slots.unlock_with_passphrase(None, &secret("metsäpolku haukkuu"));
    assert!(matches!(nobody, Err(VaultError::DeviceSecretMissing)));
    assert!(opens(&slots, "kirjava tiistai"));
}

#[test]
fn a_file_of_the_second_version_opens() {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let slots = FROZEN_2.thawed(&dir, &computer);
    fs::write(device_file(&computer, &slots), FROZEN_2.device()).unwrap();
    FROZEN_2.opens(&slots);
}

const CLERKS: &str = "kirjava tiistai";

#[test]
fn another_root_key_reaches_everybody_who_stays_and_nobody_else() {
    let Made { dir, computer, root, code, mut slots } = made();
    let leaver = SlotOwner { staff_id: 43, name: "Björk Otto" };
    slots.set_passphrase(&root, CLERK, &secret(CLERKS), HERE, NOW).unwrap();
    slots.set_passphrase(&root, leaver, &secret("vihreä keskiviikko"), HERE, NOW).unwrap();
    let kept = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    let mut last = root.clone();
    let mut folders = Vec::new();
    // twice, for those who did not sign in between
    for _ in 0..2 {
        let (next, new) = (tempfile::tempdir().unwrap(), RootKey::make_random());
        let counter = slots.counter();
        slots = slots.renew(&last, &new, &[OWNER, CLERK], next.path()).unwrap();
        assert!(slots.counter() > counter);
        folders.push(next);
        last = new;
    }
    let mut renewed = open(&folders[1], &computer).unwrap();
    for (staff_id, passphrase) in [(41, "metsäpolku haukkuu"), (42, CLERKS)] {
        let unlocked = renewed.unlock_with_passphrase(Some(staff_id), &secret(passphrase)).unwrap();
        assert_eq!(unlocked.root, last);
        renewed.refresh(&unlocked).unwrap();
        assert_eq!(renewed.unlock_with_passphrase(Some(staff_id), &secret(passphrase)).unwrap().root, last);
    }
    assert_eq!(renewed.unlock_with_recovery(&code).unwrap().root, last);
    let steps: Vec<_> =
        renewed.file.body.slots.iter().map(|slot| slot.pair.as_ref().unwrap().steps.len()).collect();
    assert_eq!(steps, [0, 2, 0], "whoever signs in leaves the old root keys behind");
    let gone = renewed.unlock_with_passphrase(Some(43), &secret("vihreä keskiviikko"));
    assert!(matches!(gone, Err(VaultError::DeviceSecretMissing)));

    // the old file, which the leaver kept: it gives the old root key, which is not the new one
    let stolen = tempfile::tempdir().unwrap();
    fs::write(stolen.path().join(SLOTS_FILE), kept).unwrap();
    let old = open(&stolen, &computer).unwrap();
    let opened = old.unlock_with_passphrase(Some(43), &secret("vihreä keskiviikko")).unwrap().root;
    assert!(opened == root && opened != last, "the control: the old slot opens the old register");
}

#[test]
fn nobody_is_slipped_a_root_key_by_somebody_who_does_not_know_theirs() {
    let Made { computer, root, code, slots, .. } = made();
    let (foreign, new) = (RootKey::make_random(), RootKey::make_random());
    let mut body = slots.file.body.clone();
    for slot in &mut body.slots {
        assert!(holding::renew(slot, &slots.register_id(), &foreign, &new).unwrap());
    }
    let forged = SlotFile::authenticated(body, &new.derive_slot_mac_key()).unwrap();
    let next = tempfile::tempdir().unwrap();
    fs::write(next.path().join(SLOTS_FILE), forged.to_text().unwrap()).unwrap();
    let forged = open(&next, &computer).unwrap();
    for refused in [
        forged.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")),
        forged.unlock_with_recovery(&code),
    ] {
        assert!(matches!(refused, Err(VaultError::SlotsDamaged { main: SlotFault::Forged, .. })));
    }
    let next = tempfile::tempdir().unwrap();
    slots.renew(&root, &new, &[OWNER], next.path()).unwrap();
    assert_eq!(open(&next, &computer).unwrap().unlock_with_recovery(&code).unwrap().root, new, "the control");
    assert!(matches!(slots.renew(&foreign, &new, &[OWNER], next.path()), Err(VaultError::WrongSecret)));
}

#[test]
fn slots_of_an_earlier_version_get_a_pair_when_they_open() {
    let (dir, computer) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut slots = FROZEN_2.thawed(&dir, &computer);
    fs::write(device_file(&computer, &slots), FROZEN_2.device()).unwrap();
    let old = slots.unlock_with_passphrase(None, &secret("metsäpolku haukkuu")).unwrap();
    slots.refresh(&old).unwrap();
    let (next, new) = (tempfile::tempdir().unwrap(), RootKey::make_random());
    let refused = slots.renew(&old.root, &new, &[], next.path());
    assert!(matches!(refused, Err(VaultError::LastRecoverySlot)), "the code has no pair yet");

    let code = RecoveryCode::parse(FROZEN_2.code).unwrap();
    slots.refresh(&slots.unlock_with_recovery(&code).unwrap()).unwrap();
    slots.renew(&old.root, &new, &[], next.path()).unwrap();
    let renewed = open(&next, &computer).unwrap();
    assert_eq!(renewed.unlock_with_recovery(&code).unwrap().root, new);
    let by_passphrase = renewed.unlock_with_passphrase(None, &secret("metsäpolku haukkuu"));
    assert_eq!(by_passphrase.unwrap().root, new);
}
