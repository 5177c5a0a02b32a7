use super::super::tests::{CLERK, EVERYWHERE, HERE, Made, NOW, OWNER, made, open, secret};
use super::*;

fn is_open(slots: &KeySlots, kept: &KeychainSecret) -> bool {
    match slots.unlock_with_keychain(OWNER.staff_id, kept) {
        Ok(_) => true,
        Err(VaultError::KeychainSecretWrong) => false,
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn the_keychains_part_opens_for_its_person_on_its_computer_alone() {
    let Made { dir, computer, root, mut slots, .. } = made();
    slots.set_passphrase(&root, CLERK, &secret("kirjava tiistai"), HERE, NOW).unwrap();
    let kept = KeychainSecret::make_random();
    assert!(!is_open(&slots, &kept) && !slots.has_keychain(OWNER.staff_id).unwrap());
    slots.set_keychain(&root, OWNER, &kept, NOW).unwrap();

    let here = open(&dir, &computer).unwrap();
    let again = KeychainSecret::from_bytes(kept.expose()).unwrap();
    assert_eq!(here.unlock_with_keychain(OWNER.staff_id, &again).unwrap().root, root);
    assert!(here.has_keychain(OWNER.staff_id).unwrap() && !here.has_keychain(CLERK.staff_id).unwrap());
    assert!(matches!(here.unlock_with_keychain(CLERK.staff_id, &kept), Err(VaultError::KeychainSecretWrong)));
    assert!(!is_open(&here, &KeychainSecret::make_random()));
    assert!(here.unlock_with_passphrase(Some(41), &secret("metsäpolku haukkuu")).is_ok());

    let second = tempfile::tempdir().unwrap();
    let mut there = open(&dir, &second).unwrap();
    let elsewhere = there.unlock_with_keychain(OWNER.staff_id, &kept);
    assert!(matches!(elsewhere, Err(VaultError::DeviceSecretMissing)));
    there.set_passphrase(&root, OWNER, &secret("vihreä keskiviikko"), HERE, NOW).unwrap();
    assert!(!is_open(&there, &kept), "another computer's secret");
    assert!(!there.has_keychain(OWNER.staff_id).unwrap());
    assert!(is_open(&open(&dir, &computer).unwrap(), &kept), "a passphrase elsewhere ends nothing here");
}

#[test]
fn turned_on_again_the_old_part_opens_nothing_and_turned_off_none_does() {
    let Made { dir: _dir, computer: _computer, root, mut slots, .. } = made();
    let (first, second) = (KeychainSecret::make_random(), KeychainSecret::make_random());
    slots.set_keychain(&root, OWNER, &first, NOW).unwrap();
    slots.set_keychain(&root, OWNER, &second, NOW).unwrap();
    assert_eq!((is_open(&slots, &first), is_open(&slots, &second)), (false, true));
    slots.remove_keychain(&root, OWNER.staff_id).unwrap();
    assert!(!is_open(&slots, &second));
    let counter = slots.counter();
    slots.remove_keychain(&root, OWNER.staff_id).unwrap();
    assert_eq!(slots.counter(), counter, "nothing differs, nothing is written");
}

#[test]
fn a_new_passphrase_a_leave_and_only_they_end_it() {
    for reach in [HERE, EVERYWHERE] {
        let Made { dir: _dir, computer: _computer, root, mut slots, .. } = made();
        let kept = KeychainSecret::make_random();
        slots.set_keychain(&root, OWNER, &kept, NOW).unwrap();
        slots.set_passphrase(&root, CLERK, &secret("kirjava tiistai"), reach, NOW).unwrap();
        assert!(is_open(&slots, &kept), "somebody else's passphrase");
        slots.set_passphrase(&root, OWNER, &secret("vihreä keskiviikko"), reach, NOW).unwrap();
        assert!(!is_open(&slots, &kept), "{reach:?}");
    }
    let Made { dir: _dir, computer: _computer, root, mut slots, .. } = made();
    let kept = KeychainSecret::make_random();
    slots.set_keychain(&root, OWNER, &kept, NOW).unwrap();
    slots.keep_people(&root, &[OWNER, CLERK]).unwrap();
    assert!(is_open(&slots, &kept));
    slots.keep_people(&root, &[CLERK]).unwrap();
    assert!(!is_open(&slots, &kept));
}

#[test]
fn a_new_root_key_reaches_it() {
    let Made { dir: _dir, computer: _computer, root, slots: mut old, .. } = made();
    let kept = KeychainSecret::make_random();
    old.set_keychain(&root, OWNER, &kept, NOW).unwrap();
    let (next, dir) = (RootKey::make_random(), tempfile::tempdir().unwrap());
    let renewed = old.renew(&root, &next, &[OWNER], dir.path()).unwrap();
    assert_eq!(renewed.unlock_with_keychain(OWNER.staff_id, &kept).unwrap().root, next);
}

#[test]
fn only_32_bytes_are_a_secret_and_debug_shows_none() {
    for length in [0, 31, 33] {
        assert!(KeychainSecret::from_bytes(&vec![7; length]).is_none());
    }
    assert_eq!(format!("{:?}", KeychainSecret::from_bytes(&[7; 32]).unwrap()), "KeychainSecret(..)");
}
