//! An older or changed register is noticed at the next opening; an untouched one, and one that was killed, are not.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Action;
use store::audit;
use vault::{Anchor, AnchorState, ClosedFiles, DeviceFolder, RootKey, SecretString};

use super::{Alarm, Guard, Witness};
use crate::testing::{OWNER, PASSPHRASE, TempRegisters};
use crate::{Register, RegisterError, State};

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

/// A studio in which these files were put back as they were before its last day; copies of all of then, and its
/// recovery code.
fn put_back_after_a_day(names: &[&str]) -> (TempRegisters, Vec<(&'static str, Vec<u8>)>, String) {
    let registers = TempRegisters::new();
    let code = registers.create_studio();
    registers.lock().unwrap();
    let kept = keep(&folder(&registers));
    registers.unlock(OWNER, &secret()).unwrap();
    registers.lock().unwrap();
    put_back(&folder(&registers), &kept, names);
    (registers, kept, code)
}

fn newest(register: &Register) -> Vec<audit::AuditEntry> {
    register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 10)?)).unwrap().rows
}

#[test]
fn accepted_by_code_it_works_on_and_the_trail_says_so() {
    let (registers, _, code) = put_back_after_a_day(&["register.db"]);
    registers.unlock_with_recovery(&code).unwrap();
    assert!(registers.open().unwrap().alarm().is_some());
    registers.alarm_accept().unwrap();
    assert_eq!(registers.state(), State::Locked);
    assert_eq!(alarm_of(&registers), None);
    let register = registers.open().unwrap();
    let trail = newest(&register);
    let accepted = trail.iter().find(|entry| entry.action == Action::AlarmAccepted).unwrap();
    assert_eq!((accepted.fields.join(" ").as_str(), accepted.staff_id), ("register_changed", None));
    assert!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap().is_none());
}

#[test]
fn whom_an_untrusted_register_names_as_owner_cannot_accept_it() {
    let (registers, ..) = put_back_after_a_day(&["register.db"]);
    assert!(alarm_of(&registers).is_some());
    assert!(matches!(registers.alarm_accept(), Err(RegisterError::RecoveryCodeNeeded)));
    registers.lock().unwrap();
    assert_eq!(alarm_of(&registers), Some(Alarm::RegisterChanged));
}

#[test]
fn an_acceptance_that_fails_half_way_leaves_the_alarm_and_a_locked_register() {
    let (registers, _, code) = put_back_after_a_day(&["register.db"]);
    registers.unlock_with_recovery(&code).unwrap();
    let slots = ["keyslots", "keyslots.copy"];
    let away = tempfile::tempdir().unwrap();
    for name in slots {
        fs::rename(folder(&registers).join(name), away.path().join(name)).unwrap();
    }
    assert!(registers.alarm_accept().is_err());
    assert_eq!(registers.state(), State::Locked);
    for name in slots {
        fs::rename(away.path().join(name), folder(&registers).join(name)).unwrap();
    }
    assert!(alarm_of(&registers).is_some());
    assert_eq!(
        newest(&registers.open().unwrap())[0].action,
        Action::AlarmAccepted,
        "the try is in the trail"
    );
}

#[test]
fn a_missing_anchor_is_not_excused_by_what_the_database_says_of_itself() {
    let (registers, _) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    // as a database from before there were anchors has it
    registers.open().unwrap().store().tamper("UPDATE audit_entries SET layout = 1").unwrap();
    registers.lock().unwrap();
    fs::remove_file(folder(&registers).join("anchor")).unwrap();
    assert_eq!(alarm_of(&registers), Some(Alarm::AnchorMissing));
}

/// The log of an open register while a reader keeps it from being emptied.
fn a_log(register: &Register, folder: &Path) -> Vec<u8> {
    register
        .read(|tx| {
            audit::head(tx)?;
            register.record(Action::StudioUpdated, &["name"])?;
            Ok(fs::read(folder.join("register.db-wal"))?)
        })
        .unwrap()
}

#[test]
fn a_folder_that_was_put_back_whole_is_noticed_by_the_computer_that_saw_more() {
    let (mut registers, kept, code) = put_back_after_a_day(&FILES);
    assert!(matches!(alarm_of(&registers), Some(Alarm::Behind { .. })));
    registers.lock().unwrap();
    assert!(keep(&folder(&registers)) == kept, "looking changes no file, the anchor among them");
    registers.unlock_with_recovery(&code).unwrap();
    registers.alarm_accept().unwrap();
    assert_eq!(alarm_of(&registers), None);

    registers.lock().unwrap();
    put_back(&folder(&registers), &kept, &FILES);
    registers.move_to_another_computer();
    registers.unlock_with_recovery(&code).unwrap();
    assert_eq!(registers.open().unwrap().alarm(), None, "one that has seen nothing cannot tell");
}

#[test]
fn a_foreign_log_is_set_aside_and_told_of() {
    let (registers, _) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    let log = a_log(&registers.open().unwrap(), &folder(&registers));
    assert!(!log.is_empty());
    registers.lock().unwrap();
    let closed = fs::read(folder(&registers).join("register.db")).unwrap();
    fs::write(folder(&registers).join("register.db-wal"), &log).unwrap();

    assert_eq!(alarm_of(&registers), None, "the register is what it was");
    let register = registers.open().unwrap();
    let told: Vec<_> =
        newest(&register).into_iter().filter(|entry| entry.action == Action::ForeignLogSetAside).collect();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].fields.join(" ").as_str(), told[0].staff_id), ("register.db", None));
    assert_eq!(fs::read(folder(&registers).join("register.db-wal.set-aside-1")).unwrap(), log);
    assert_ne!(
        fs::read(folder(&registers).join("register.db")).unwrap(),
        closed,
        "the control: it is written"
    );
    assert!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap().is_none());
}

#[test]
fn looking_at_a_register_under_alarm_changes_none_of_its_files() {
    let (registers, kept) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    let log = a_log(&registers.open().unwrap(), &folder(&registers));
    registers.lock().unwrap();
    put_back(&folder(&registers), &kept, &["register.db"]);
    fs::write(folder(&registers).join("register.db-wal"), &log).unwrap();
    let before = keep(&folder(&registers));

    assert_eq!(alarm_of(&registers), Some(Alarm::RegisterChanged));
    assert!(registers.open().unwrap().studio().is_ok());
    registers.lock().unwrap();
    assert!(keep(&folder(&registers)) == before);
    assert_eq!(fs::read(folder(&registers).join("register.db-wal")).unwrap(), log);
}

#[test]
fn a_trail_that_does_not_hold_is_told_before_anything_is_written() {
    let (mut registers, _) = a_day_later();
    registers.unlock(OWNER, &secret()).unwrap();
    let register = registers.open().unwrap();
    register.checkpoint_make().unwrap();
    for _ in 0..5 {
        register.record(Action::StudioUpdated, &[]).unwrap();
    }
    let dir = folder(&registers);
    let (changed, files, log) = register
        .read(|tx| {
            let (last, _) = audit::head(tx)?.unwrap();
            let changed = last.get() - 2;
            // while somebody reads it stays in the log
            register
                .store()
                .tamper(&format!("UPDATE audit_entries SET fields = 'town' WHERE id = {changed}"))
                .unwrap();
            Ok((changed, keep(&dir), fs::read(dir.join("register.db-wal")).unwrap()))
        })
        .unwrap();
    drop(register);
    registers.restart();
    put_back(&dir, &files, &FILES);
    fs::write(dir.join("register.db-wal"), &log).unwrap();
    let _ = fs::remove_file(dir.join("register.db-shm"));

    assert_eq!(alarm_of(&registers), Some(Alarm::EntryChanged { entry: changed.unsigned_abs() }));
    registers.lock().unwrap();
    assert!(keep(&dir) == files, "no file is changed");
    assert_eq!(fs::read(dir.join("register.db-wal")).unwrap(), log, "the log stays");
}

#[test]
fn a_register_that_closes_on_a_full_or_failing_disk_is_no_alarm_later() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["register.db", "keys.db"] {
        fs::write(dir.path().join(name), name).unwrap();
    }
    let key = RootKey::make_random().derive_anchor_key();
    let state = AnchorState {
        sequence: 1,
        head: [1; 32],
        slots_counter: 1,
        security_digest: [2; 32],
        files: None,
        at_ms: 1,
    };
    let close = |anchor, is_doubtful| {
        let witness = Witness::new(DeviceFolder::new(dir.path().join("secrets")), [3; 16]);
        Guard::new(Ok(anchor), 1, witness).close(dir.path(), is_doubtful).unwrap();
        Anchor::open(dir.path(), &key, [3; 16]).unwrap()
    };
    let anchor = close(Anchor::create(dir.path(), &key, [3; 16], &state).unwrap(), false);
    let files: Option<ClosedFiles> = anchor.state().files;
    assert!(files.is_some(), "the control: nothing is left in the logs");
    let anchor = close(anchor, true);
    assert_eq!(anchor.state().files, None, "what is read need not be what is stored");
    fs::write(dir.path().join("keys.db-wal"), "changes").unwrap();
    let anchor = close(anchor, false);
    assert_eq!(anchor.state().files, None, "the log will go into the file at the next opening");
}
