//! An older or changed register is noticed at the next opening; an untouched one, and one that was killed, are not.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Action;
use store::audit;
use vault::SecretString;

use super::Alarm;
use crate::testing::{OWNER, PASSPHRASE, TempRegisters};
use crate::{RegisterError, State};

/// What lies in the studio's folder and could be put back.
const FILES: [&str; 5] = ["register.db", "keys.db", "keyslots", "keyslots.copy", "anchor"];

fn secret() -> SecretString {
    SecretString::from(PASSPHRASE)
}

fn folder(registers: &TempRegisters) -> PathBuf {
    registers.dir.path().join("studio")
}

fn keep(folder: &Path) -> Vec<(&'static str, Vec<u8>)> {
    FILES.into_iter().map(|name| (name, fs::read(folder.join(name)).unwrap())).collect()
}

fn put_back(folder: &Path, kept: &[(&'static str, Vec<u8>)], names: &[&str]) {
    for (name, bytes) in kept.iter().filter(|(name, _)| names.contains(name)) {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// A studio that was locked, with copies of its files from then, and has worked a day since and is locked again.
fn a_day_later() -> (TempRegisters, Vec<(&'static str, Vec<u8>)>) {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    let kept = keep(&folder(&registers));
    registers.unlock(OWNER, &secret()).unwrap();
    registers.open().unwrap().record(Action::StudioUpdated, &["name"]).unwrap();
    registers.lock().unwrap();
    (registers, kept)
}

fn alarm_of(registers: &TempRegisters) -> Option<Alarm> {
    registers.unlock(OWNER, &secret()).unwrap();
    registers.open().unwrap().alarm()
}

#[test]
fn a_register_that_nobody_touched_opens_again_and_again() {
    let (registers, _) = a_day_later();
    for _ in 0..3 {
        assert_eq!(alarm_of(&registers), None);
        registers.open().unwrap().record(Action::StudioUpdated, &[]).unwrap();
        registers.lock().unwrap();
    }
}

#[test]
fn a_killed_program_is_no_alarm() {
    let (mut registers, _) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    registers.open().unwrap().record(Action::StudioUpdated, &[]).unwrap();
    // the anchor of some commits ago: what was not synced may be lost with the power
    let before = fs::read(folder(&registers).join("anchor")).unwrap();
    registers.open().unwrap().record(Action::StudioUpdated, &[]).unwrap();
    registers.restart();
    fs::write(folder(&registers).join("anchor"), before).unwrap();
    assert_eq!(alarm_of(&registers), None);
}

#[test]
fn an_older_register_put_back_is_noticed_and_can_only_be_looked_at() {
    let (registers, kept) = a_day_later();
    put_back(&folder(&registers), &kept, &["register.db"]);
    assert_eq!(alarm_of(&registers), Some(Alarm::RegisterChanged));
    let register = registers.open().unwrap();
    assert!(register.studio().is_ok(), "it is shown");
    let written = register.record(Action::StudioUpdated, &[]);
    assert!(matches!(written, Err(RegisterError::NotTrusted)));
    drop(register);
    registers.lock().unwrap();
    assert_eq!(alarm_of(&registers), Some(Alarm::RegisterChanged), "looking changes nothing");
}

#[test]
fn the_end_of_the_trail_that_is_missing_is_told_by_its_numbers() {
    let (mut registers, kept) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    // killed: the anchor does not know the closed files, only how far the trail had come
    registers.restart();
    let newest = {
        registers.unlock(OWNER, &secret()).unwrap();
        let register = registers.open().unwrap();
        register.read(|tx| Ok(audit::head(tx)?)).unwrap().unwrap().0.get().unsigned_abs()
    };
    registers.restart();
    for log in ["register.db-wal", "register.db-shm"] {
        let _ = fs::remove_file(folder(&registers).join(log));
    }
    put_back(&folder(&registers), &kept, &["register.db"]);
    let Some(Alarm::Behind { last, remembered }) = alarm_of(&registers) else { panic!("not noticed") };
    assert_eq!(remembered, newest);
    assert!(last < remembered && last > 0);
}

#[test]
fn older_slots_an_older_key_list_and_a_lost_or_broken_anchor_are_told_apart() {
    let cases: [(&[&str], Alarm); 2] =
        [(&["keys.db"], Alarm::KeyListChanged), (&["register.db", "keys.db"], Alarm::RegisterChanged)];
    for (names, expected) in cases {
        let (registers, mut kept) = a_day_later();
        // the key list is the same as long as nothing was imported
        for (name, bytes) in &mut kept {
            if *name == "keys.db" {
                *bytes.last_mut().unwrap() ^= 1;
            }
        }
        put_back(&folder(&registers), &kept, names);
        assert_eq!(alarm_of(&registers), Some(expected));
    }
    let (registers, _) = a_day_later();
    fs::remove_file(folder(&registers).join("anchor")).unwrap();
    assert_eq!(alarm_of(&registers), Some(Alarm::AnchorMissing));
    let (registers, _) = a_day_later();
    fs::write(folder(&registers).join("anchor"), [7; 1024]).unwrap();
    assert_eq!(alarm_of(&registers), Some(Alarm::AnchorDamaged));

    let (registers, _) = a_day_later();
    let before = keep(&folder(&registers));
    registers.unlock(OWNER, &secret()).unwrap();
    let new = SecretString::from("kaksi vanhaa polkupyörää sillalla");
    registers.passphrase_change(&secret(), &new).unwrap();
    registers.lock().unwrap();
    put_back(&folder(&registers), &before, &["keyslots", "keyslots.copy"]);
    assert_eq!(alarm_of(&registers), Some(Alarm::SlotsOlder), "the old passphrase opens, and is told of");
}

#[test]
fn accepted_it_works_on_and_the_trail_says_so() {
    let (registers, kept) = a_day_later();
    put_back(&folder(&registers), &kept, &["register.db"]);
    assert!(alarm_of(&registers).is_some());
    registers.alarm_accept().unwrap();
    assert_eq!(registers.state(), State::Locked);
    assert_eq!(alarm_of(&registers), None);
    let register = registers.open().unwrap();
    let trail = register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 10)?)).unwrap();
    let accepted = trail.rows.iter().find(|entry| entry.action == Action::AlarmAccepted).unwrap();
    assert_eq!((accepted.fields.join(" ").as_str(), accepted.staff_id), ("register_changed", OWNER));
    assert!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap().is_none());
}
