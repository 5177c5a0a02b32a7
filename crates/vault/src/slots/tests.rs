use std::fs;

use super::*;

const NOW: u64 = 1_790_000_000_000;

fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

struct Made {
    dir: tempfile::TempDir,
    root: RootKey,
    code: RecoveryCode,
    slots: KeySlots,
}

fn made() -> Made {
    let dir = tempfile::tempdir().unwrap();
    let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
    let passphrase = secret("metsäpolku haukkuu");
    let params = KdfParams::for_tests();
    let slots = KeySlots::create(dir.path(), &root, &passphrase, &code, params, NOW).unwrap();
    Made { dir, root, code, slots }
}

fn opens(slots: &KeySlots, passphrase: &str) -> bool {
    match slots.unlock_with_passphrase(&secret(passphrase)) {
        Ok(_) => true,
        Err(VaultError::WrongSecret) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn passphrase_and_code_open_and_nothing_else_does() {
    let Made { dir, root, code, slots } = made();
    let again = KeySlots::open(dir.path()).unwrap();
    assert_eq!(again.condition(), SlotCondition::Whole);
    assert_eq!((again.counter(), again.register_id()), (1, slots.register_id()));
    assert_eq!(again.unlock_with_passphrase(&secret("metsäpolku haukkuu")).unwrap(), root);
    assert_eq!(again.unlock_with_recovery(&code).unwrap(), root);
    assert!(!opens(&again, "metsäpolku haukku"));
    assert!(!opens(&again, ""));
    assert!(matches!(again.unlock_with_recovery(&RecoveryCode::make_random()), Err(VaultError::WrongSecret)));
    let kinds: Vec<_> =
        again.list().into_iter().map(|slot| (slot.id, slot.kind, slot.created_at_ms)).collect();
    assert_eq!(kinds, [(1, "passphrase".into(), NOW), (2, "recovery".into(), NOW)]);
}

#[test]
fn the_default_cost_opens_within_the_strict_bounds() {
    let dir = tempfile::tempdir().unwrap();
    let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
    let passphrase = secret("metsäpolku haukkuu");
    KeySlots::create(dir.path(), &root, &passphrase, &code, KdfParams::default(), NOW).unwrap();
    let slots = KeySlots::open_within(dir.path(), KdfBounds::STRICT).unwrap();
    assert_eq!(slots.unlock_with_passphrase(&passphrase).unwrap(), root);
}

#[test]
fn a_lowered_cost_is_refused_even_when_the_rest_is_whole() {
    let Made { dir, .. } = made();
    assert!(KeySlots::open(dir.path()).is_ok());
    assert!(matches!(
        KeySlots::open_within(dir.path(), KdfBounds::STRICT),
        Err(VaultError::KdfOutOfBounds { memory_kib: 32, passes: 1, lanes: 1 })
    ));
    let other = tempfile::tempdir().unwrap();
    for (memory_kib, passes, lanes) in
        [(16, 1, 1), (32, 0, 1), (2 << 20, 3, 4), (1 << 16, 11, 4), (1 << 16, 3, 17)]
    {
        let params = KdfParams { memory_kib, passes, lanes };
        let made = KeySlots::create(
            other.path(),
            &RootKey::make_random(),
            &secret("x"),
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
    let Made { dir, root, code, mut slots } = made();
    slots.change_passphrase(&root, &secret("kirjava tiistai"), NOW + 1).unwrap();
    let again = KeySlots::open(dir.path()).unwrap();
    for slots in [&slots, &again] {
        assert!(!opens(slots, "metsäpolku haukkuu"));
        assert!(opens(slots, "kirjava tiistai"));
        assert_eq!(slots.unlock_with_recovery(&code).unwrap(), root);
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
    assert!(matches!(slots.change_passphrase(&stranger, &secret("x"), NOW), Err(VaultError::WrongSecret)));
    assert!(matches!(slots.remove(&stranger, 1), Err(VaultError::WrongSecret)));
    assert!(matches!(slots.repair(&stranger), Err(VaultError::WrongSecret)));
    assert_eq!(fs::read(dir.path().join(SLOTS_FILE)).unwrap(), before);
}

#[test]
fn the_last_recovery_slot_stays() {
    let Made { dir, root, code, mut slots } = made();
    assert!(matches!(slots.remove(&root, 2), Err(VaultError::LastRecoverySlot)));
    assert!(matches!(slots.remove(&root, 99), Err(VaultError::SlotUnknown { id: 99 })));
    let newer = RecoveryCode::make_random();
    assert_eq!(slots.add_recovery(&root, &newer, NOW).unwrap(), 3);
    slots.remove(&root, 2).unwrap();
    let again = KeySlots::open(dir.path()).unwrap();
    assert!(matches!(again.unlock_with_recovery(&code), Err(VaultError::WrongSecret)));
    assert_eq!(again.unlock_with_recovery(&newer).unwrap(), root);
    assert_eq!(slots.add_recovery(&root, &code, NOW).unwrap(), 4, "ids are not used twice");
}

#[test]
fn without_the_device_secret_only_the_code_opens() {
    let Made { dir, root, code, mut slots } = made();
    let device = dir.path().join("device");
    let kept = fs::read(&device).unwrap();
    fs::remove_file(&device).unwrap();
    assert!(matches!(
        slots.unlock_with_passphrase(&secret("metsäpolku haukkuu")),
        Err(VaultError::DeviceSecretMissing)
    ));
    fs::write(&device, &kept[1..]).unwrap();
    assert!(matches!(
        slots.unlock_with_passphrase(&secret("metsäpolku haukkuu")),
        Err(VaultError::DeviceSecretDamaged)
    ));
    let opened = slots.unlock_with_recovery(&code).unwrap();
    assert_eq!(opened, root);
    slots.change_passphrase(&opened, &secret("kirjava tiistai"), NOW).unwrap();
    assert!(opens(&slots, "kirjava tiistai"));
    assert_eq!(fs::read(dir.path().join("device.damaged")).unwrap(), &kept[1..]);
}

#[test]
fn another_computers_device_secret_does_not_open() {
    let Made { dir, slots, .. } = made();
    let elsewhere = made();
    fs::copy(elsewhere.dir.path().join("device"), dir.path().join("device")).unwrap();
    assert!(!opens(&slots, "metsäpolku haukkuu"));
}

#[test]
fn creating_never_replaces() {
    let Made { dir, root, code, .. } = made();
    let again = || KeySlots::create(dir.path(), &root, &secret("x"), &code, KdfParams::for_tests(), NOW);
    assert!(matches!(again(), Err(VaultError::SlotsExist)));
    fs::remove_file(dir.path().join(SLOTS_FILE)).unwrap();
    assert!(matches!(again(), Err(VaultError::SlotsExist)));
}

#[test]
fn every_flipped_byte_in_one_copy_is_seen_and_the_other_used() {
    let Made { dir, root, code, .. } = made();
    for (name, is_main) in [(SLOTS_FILE, true), (SLOTS_COPY_FILE, false)] {
        let path = dir.path().join(name);
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(&path, &flipped).unwrap();
            let slots = KeySlots::open(dir.path()).unwrap();
            let seen = match slots.condition() {
                SlotCondition::MainFaulty(_) => is_main,
                SlotCondition::CopyFaulty(_) => !is_main,
                _ => false,
            };
            assert!(seen, "{name}, byte {at}: {:?}", slots.condition());
            assert_eq!(slots.unlock_with_recovery(&code).unwrap(), root);
        }
        let mut slots = KeySlots::open(dir.path()).unwrap();
        slots.repair(&root).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(KeySlots::open(dir.path()).unwrap().condition(), SlotCondition::Whole);
    }
}

#[test]
fn both_copies_damaged_or_missing_is_told_and_nothing_is_touched() {
    let Made { dir, .. } = made();
    let (main, copy) = (dir.path().join(SLOTS_FILE), dir.path().join(SLOTS_COPY_FILE));
    let whole = fs::read(&main).unwrap();
    fs::write(&main, &whole[..whole.len() / 2]).unwrap();
    fs::write(&copy, b"").unwrap();
    assert!(matches!(
        KeySlots::open(dir.path()),
        Err(VaultError::SlotsDamaged { main: SlotFault::Unreadable, copy: SlotFault::Unreadable })
    ));
    assert_eq!(fs::read(&main).unwrap(), &whole[..whole.len() / 2]);
    fs::remove_file(&copy).unwrap();
    assert!(matches!(
        KeySlots::open(dir.path()),
        Err(VaultError::SlotsDamaged { copy: SlotFault::Missing, .. })
    ));
    fs::remove_file(&main).unwrap();
    assert!(matches!(KeySlots::open(dir.path()), Err(VaultError::SlotsMissing)));
}

#[test]
fn a_change_cut_off_between_the_copies_uses_the_newer() {
    let Made { dir, root, mut slots, .. } = made();
    let old = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    slots.change_passphrase(&root, &secret("kirjava tiistai"), NOW).unwrap();
    for stale in [SLOTS_COPY_FILE, SLOTS_FILE] {
        fs::write(dir.path().join(stale), &old).unwrap();
        let mut slots = KeySlots::open(dir.path()).unwrap();
        assert_eq!((slots.condition(), slots.counter()), (SlotCondition::OneStale, 2));
        assert!(opens(&slots, "kirjava tiistai") && !opens(&slots, "metsäpolku haukkuu"));
        slots.repair(&root).unwrap();
        assert_eq!(KeySlots::open(dir.path()).unwrap().condition(), SlotCondition::Whole);
    }
}

#[test]
fn a_change_that_cannot_be_written_leaves_the_old_passphrase() {
    let Made { dir, root, mut slots, .. } = made();
    fs::create_dir(dir.path().join("keyslots.part")).unwrap();
    assert!(slots.change_passphrase(&root, &secret("kirjava tiistai"), NOW).is_err());
    assert!(opens(&slots, "metsäpolku haukkuu") && !opens(&slots, "kirjava tiistai"));
    assert!(opens(&KeySlots::open(dir.path()).unwrap(), "metsäpolku haukkuu"));
    fs::remove_dir(dir.path().join("keyslots.part")).unwrap();

    fs::create_dir(dir.path().join("keyslots.copy.part")).unwrap();
    slots.change_passphrase(&root, &secret("kirjava tiistai"), NOW).unwrap();
    assert_eq!(slots.condition(), SlotCondition::OneStale);
    assert!(opens(&KeySlots::open(dir.path()).unwrap(), "kirjava tiistai"));
}

#[test]
fn a_forged_file_with_a_right_checksum_is_found_at_unlock() {
    let Made { dir, root, code, slots } = made();
    let mut body = slots.file.body.clone();
    body.slots[0].label = "someone else".into();
    body.counter += 1;
    let forged = SlotFile::authenticated(body, &RootKey::make_random().derive_slot_mac_key()).unwrap();
    for name in [SLOTS_FILE, SLOTS_COPY_FILE] {
        fs::write(dir.path().join(name), forged.to_text().unwrap()).unwrap();
    }
    let mut slots = KeySlots::open(dir.path()).unwrap();
    assert_eq!(slots.condition(), SlotCondition::Whole);
    assert!(matches!(
        slots.unlock_with_recovery(&code),
        Err(VaultError::SlotsDamaged { main: SlotFault::Forged, .. })
    ));
    assert!(matches!(slots.change_passphrase(&root, &secret("x"), NOW), Err(VaultError::WrongSecret)));
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
    let Made { dir, root, code, slots } = made();
    let mut body = slots.file.body.clone();
    body.slots.push(Slot { kind: "keychain".into(), id: 3, ..body.slots[1].clone() });
    body.next_slot_id = 4;
    let file = SlotFile::authenticated(body.clone(), &root.derive_slot_mac_key()).unwrap();
    fs::write(dir.path().join(SLOTS_FILE), file.to_text().unwrap()).unwrap();
    fs::write(dir.path().join(SLOTS_COPY_FILE), file.to_text().unwrap()).unwrap();
    let mut slots = KeySlots::open(dir.path()).unwrap();
    assert_eq!(slots.unlock_with_recovery(&code).unwrap(), root);
    slots.change_passphrase(&root, &secret("kirjava tiistai"), NOW).unwrap();
    assert!(KeySlots::open(dir.path()).unwrap().list().iter().any(|slot| slot.kind == "keychain"));

    let mut one_digit = fs::read(dir.path().join(SLOTS_FILE)).unwrap();
    let at = one_digit.windows(12).position(|text| text == b"\"version\": 1").unwrap() + 11;
    one_digit[at] = b'3';
    fs::write(dir.path().join(SLOTS_FILE), &one_digit).unwrap();
    assert_eq!(
        KeySlots::open(dir.path()).unwrap().condition(),
        SlotCondition::MainFaulty(SlotFault::Checksum),
        "a flipped bit is no newer format"
    );

    body.version = 2;
    let newer = SlotFile::authenticated(body, &root.derive_slot_mac_key()).unwrap();
    fs::write(dir.path().join(SLOTS_FILE), newer.to_text().unwrap()).unwrap();
    assert!(matches!(KeySlots::open(dir.path()), Err(VaultError::SlotsTooNew { found: 2, supported: 1 })));
}

/// A file as the first version wrote it; every later version must read it.
const FROZEN: &str = include_str!("frozen-v1.json");

#[test]
fn a_frozen_file_still_opens() {
    let dir = tempfile::tempdir().unwrap();
    for name in [SLOTS_FILE, SLOTS_COPY_FILE] {
        // a checkout on Windows may have turned the line ends
        fs::write(dir.path().join(name), FROZEN.replace("\r\n", "\n")).unwrap();
    }
    let device = "4b445331eedffcb638fe491c770ecafd2503d8b0afb9227fc84ef330052ae4c0f1dcba333b82343d";
    let device = data_encoding::HEXLOWER.decode(device.as_bytes()).unwrap();
    fs::write(dir.path().join("device"), device).unwrap();
    let code = "K1ST4-03MV7-N96CT-AAYCF-01KSM-DRGM9-TV7PD-1KYGE-BSAYP-Y3XA4-18909-G1Y3E";
    let slots = KeySlots::open_within(dir.path(), KdfBounds::STRICT).unwrap();
    assert_eq!(slots.condition(), SlotCondition::Whole);
    let root = RootKey::from_bytes(&[7; 32]);
    assert_eq!(slots.unlock_with_recovery(&RecoveryCode::parse(code).unwrap()).unwrap(), root);
    assert_eq!(slots.unlock_with_passphrase(&secret("metsäpolku haukkuu")).unwrap(), root);
}
