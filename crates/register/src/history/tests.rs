//! The trail is signed by the day, checked at opening and on demand, and what leaves proves itself.

use std::fs::{self, File};
use std::path::PathBuf;

use domain::ids::StaffMemberId;
use domain::{Action, ClockJump, Entity, Instant, Language};
use store::audit::{self, AuditFilter};
use store::{Acted, checkpoints as stored};
use tasks::TaskCtx;
use trail::bundle::{self, BundleError, Extent, Falsehood, Held};
use vault::SecretString;

use super::{ExportForm, TrailFault, checkpoints};
use crate::testing::{NOW, OWNER, PASSPHRASE, TempRegister, TempRegisters};
use crate::{Alarm, Register, RegisterError, TaskState};

const HOUR: i64 = 3_600_000;

fn unlock(registers: &TempRegisters) {
    registers.unlock(OWNER, &SecretString::from(PASSPHRASE)).unwrap();
}

/// A day's work, in the office.
fn work(register: &Register, entries: usize) {
    for number in 0..entries {
        let action = if number % 3 == 0 { Action::CustomerUpdated } else { Action::OrderUpdated };
        let written =
            register.transact(|_| Ok(Acted::new((), action).on(number as i64 % 7).fields(["street"])));
        written.unwrap();
    }
}

fn actions(register: &Register) -> Vec<Action> {
    let mut newest =
        register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 500)?)).unwrap().rows;
    newest.sort_unstable_by_key(|row| row.id);
    newest.iter().map(|row| row.action).collect()
}

fn sizes(register: &Register) -> Vec<u64> {
    register.read(|tx| Ok(stored::list(tx)?)).unwrap().iter().map(|one| one.size).collect()
}

/// Changes a row behind the program's back, as somebody with the keys could, and its hash with it or not.
fn tamper(register: &Register, sql: &str) {
    register.store().tamper(sql).unwrap();
}

fn export(house: &TempRegister, filter: &AuditFilter, form: ExportForm, name: &str) -> PathBuf {
    let path = house.registers.dir.path().join(name);
    house.trail_export(filter, form, &path, Language::Finnish, &mut TaskCtx::unwatched()).unwrap();
    path
}

#[test]
fn a_checkpoint_is_made_at_a_days_first_opening_and_not_at_its_second() {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    for (advance, made) in [(0, 1), (HOUR, 1), (24 * HOUR, 2), (HOUR, 2)] {
        registers.clock.advance(advance);
        unlock(&registers);
        let register = registers.open().unwrap();
        assert_eq!(sizes(&register).len(), made, "{advance}");
        drop(register);
        registers.lock().unwrap();
    }
    unlock(&registers);
    let register = registers.open().unwrap();
    let signed = register.read(|tx| Ok(stored::newest(tx)?)).unwrap().unwrap();
    let after =
        register.read(|tx| Ok(audit::find(tx, domain::ids::AuditEntryId(signed.size as i64 + 1))?)).unwrap();
    assert_eq!(after.unwrap().action, Action::CheckpointSigned, "its entry follows what it covers");
    // a program that is open over midnight signs without being opened
    registers.clock.advance(24 * HOUR);
    register.checkpoint_daily().unwrap();
    register.checkpoint_daily().unwrap();
    assert_eq!(sizes(&register).len(), 3);
}

#[test]
fn nothing_new_is_signed_twice() {
    let house = TempRegister::new();
    let first = house.checkpoint_make().unwrap();
    assert_eq!(house.checkpoint_make().unwrap(), first);
    work(&house, 1);
    assert_eq!(house.checkpoint_make().unwrap().size, first.size + 2);
}

#[test]
fn an_entry_that_was_changed_since_the_last_checkpoint_is_named_at_the_next_opening() {
    let registers = TempRegisters::new();
    let code = registers.create_studio();
    let register = registers.open().unwrap();
    register.checkpoint_make().unwrap();
    work(&register, 10);
    let last = register.trail_state().unwrap().entries;
    let changed = last - 4;
    tamper(&register, &format!("UPDATE audit_entries SET fields = 'town' WHERE id = {changed}"));
    drop(register);
    registers.lock().unwrap();
    unlock(&registers);
    let register = registers.open().unwrap();
    assert_eq!(register.alarm(), Some(Alarm::EntryChanged { entry: changed }));
    assert!(
        matches!(register.checkpoint_make(), Err(RegisterError::TrailBroken { entry }) if entry == changed)
    );
    let verdict = register.trail_verify(&mut TaskCtx::unwatched()).unwrap();
    assert_eq!(verdict.fault, Some(TrailFault::Entry(changed)), "also while it may only be looked at");
    drop(register);

    registers.lock().unwrap();
    registers.unlock_with_recovery(&code).unwrap();
    registers.alarm_accept().unwrap();
    unlock(&registers);
    let register = registers.open().unwrap();
    assert_eq!(register.alarm(), None, "accepted as it is");
    let verdict = register.trail_verify(&mut TaskCtx::unwatched()).unwrap();
    assert_eq!(
        verdict.fault,
        Some(TrailFault::Entry(changed)),
        "and seen for ever by whoever checks all of it"
    );
}

#[test]
fn a_trail_that_was_written_anew_is_not_what_was_signed() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    work(&register, 5);
    let signed = register.checkpoint_make().unwrap();
    // the last entry that is covered, with a hash that fits it
    let id = domain::ids::AuditEntryId(signed.size as i64);
    let mut anew = [0; 32];
    register
        .read(|tx| {
            audit::walk(tx, domain::ids::AuditEntryId(id.get() - 1), 1, |entry| {
                anew = trail::link(&entry.prev_hash, &trail::Values { fields: "phone", ..entry.values });
                Ok::<_, RegisterError>(())
            })
        })
        .unwrap();
    let hex = trail::hex_groups(&anew).concat();
    tamper(
        &register,
        &format!("UPDATE audit_entries SET fields = 'phone', hash = x'{hex}' WHERE id = {}", id.get()),
    );
    drop(register);
    registers.lock().unwrap();
    unlock(&registers);
    assert_eq!(registers.open().unwrap().alarm(), Some(Alarm::EntryChanged { entry: signed.size }));
}

#[test]
fn a_checkpoint_that_was_changed_or_whose_entries_are_gone_is_noticed() {
    let cases = [
        ("UPDATE checkpoints SET note = replace(note, 'time 2026', 'time 2027')", Alarm::CheckpointFalse),
        ("UPDATE checkpoints SET frontier = zeroblob(length(frontier))", Alarm::CheckpointFalse),
        ("UPDATE checkpoint_keys SET public_key = zeroblob(32)", Alarm::CheckpointFalse),
    ];
    for (sql, alarm) in cases {
        let registers = TempRegisters::new();
        registers.create_studio();
        let register = registers.open().unwrap();
        register.checkpoint_make().unwrap();
        tamper(&register, sql);
        drop(register);
        registers.lock().unwrap();
        unlock(&registers);
        assert_eq!(registers.open().unwrap().alarm(), Some(alarm), "{sql}");
    }
    let house = TempRegister::new();
    house.checkpoint_make().unwrap();
    tamper(&house, "UPDATE checkpoints SET size = size + 1000");
    let verdict = house.trail_verify(&mut TaskCtx::unwatched()).unwrap();
    assert!(matches!(verdict.fault, Some(TrailFault::End { .. })), "{verdict:?}");
}

#[test]
fn the_database_itself_keeps_checkpoints_and_keys() {
    let house = TempRegister::new();
    house.checkpoint_make().unwrap();
    for sql in [
        "UPDATE checkpoints SET size = 1",
        "DELETE FROM checkpoints",
        "DELETE FROM checkpoint_keys",
        "UPDATE checkpoint_keys SET public_key = zeroblob(32), seed = NULL",
        "UPDATE checkpoint_keys SET made_at = 0",
    ] {
        assert!(house.store().try_sql(sql).is_err(), "{sql}");
    }
    assert!(house.store().try_sql("UPDATE checkpoint_keys SET seed = NULL").is_ok(), "the control");
}

#[test]
fn the_whole_trail_is_verified_as_a_task_that_can_be_stopped() {
    let house = TempRegister::new();
    work(&house, 30);
    house.checkpoint_make().unwrap();
    house.registers.clock.advance(HOUR);
    work(&house, 30);
    let before = house.trail_state().unwrap();
    let task = house.shared().trail_verify_start().unwrap();
    let done = house.tasks().wait(task).unwrap();
    assert_eq!((done.state, done.progress.done), (TaskState::Completed, before.entries));
    let verdict = done.result.unwrap().verdict.unwrap();
    assert_eq!((verdict.entries, verdict.checkpoints, verdict.fault), (before.entries, 1, None));
    assert_eq!((verdict.since, verdict.checkpoint_at), (Some(NOW), Some(NOW)));
    assert_eq!(actions(&house).last(), Some(&Action::TrailVerified));
    let stopped = house.trail_verify(&mut TaskCtx::cancelled_at(1));
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
}

#[test]
fn a_new_key_is_named_by_the_old_one_which_is_forgotten() {
    let house = TempRegister::new();
    let renew = |house: &TempRegister| {
        house
            .transact(|tx| {
                checkpoints::renew_key(tx)?;
                Ok(Acted::new((), Action::CheckpointKeyRenewed))
            })
            .unwrap();
    };
    renew(&house);
    assert!(house.read(|tx| Ok(stored::keys(tx)?)).unwrap().is_empty(), "none before the first checkpoint");
    house.checkpoint_make().unwrap();
    for _ in 0..2 {
        renew(&house);
        house.checkpoint_make().unwrap();
    }
    let kept =
        house.store().try_sql("UPDATE checkpoint_keys SET seed = NULL WHERE seed IS NOT NULL").unwrap();
    assert_eq!(kept, 1, "only the newest key has a seed");
    let verdict = house.trail_verify(&mut TaskCtx::unwatched()).unwrap();
    assert_eq!((verdict.checkpoints, verdict.fault), (3, None));
    let path = export(
        &house,
        &AuditFilter { entity: Some(Entity::AuditEntry), ..AuditFilter::default() },
        ExportForm::Table,
        "x.csv",
    );
    assert!(path.exists());
}

#[test]
fn a_bundle_of_everything_and_one_of_a_part_prove_themselves() {
    let house = TempRegister::new();
    house.checkpoint_make().unwrap();
    work(&house, 40);
    house
        .transact(|tx| {
            checkpoints::renew_key(tx)?;
            Ok(Acted::new((), Action::CheckpointKeyRenewed))
        })
        .unwrap();
    house.registers.clock.advance(HOUR);
    work(&house, 5);
    let whole = export(&house, &AuditFilter::default(), ExportForm::Bundle, "whole.zip");
    let proved = bundle::verify(File::open(&whole).unwrap()).unwrap();
    assert_eq!((proved.extent, proved.checkpoints.len(), proved.keys.len()), (Extent::Whole, 2, 2));
    assert_eq!(proved.entries, proved.checkpoints[1].size);
    assert_eq!(proved.people[0].name, "Helmi Kuusisto");
    assert_eq!(actions(&house).last(), Some(&Action::TrailExported));

    let filter = AuditFilter {
        entity: Some(Entity::Customer),
        entity_id: Some(3),
        from: Some(Instant(NOW.millis() - 1)),
        staff_id: Some(StaffMemberId(1)),
        ..AuditFilter::default()
    };
    let part = export(&house, &filter, ExportForm::Bundle, "part.zip");
    let picked = bundle::verify(File::open(&part).unwrap()).unwrap();
    let listed = house.read(|tx| Ok(audit::list(tx, &filter, None, 500)?)).unwrap().rows.len();
    assert_eq!((picked.extent, picked.entries), (Extent::Picked, listed as u64));
    assert!(listed > 1);
    let paper = house.read(|tx| Ok(stored::list(tx)?)).unwrap()[0].note.clone();
    assert!(picked.confirm(&Held::read(&paper).unwrap()).is_ok(), "an old sheet vouches for the beginning");
    let other = TempRegister::new().checkpoint_make().unwrap().note;
    assert!(
        picked.confirm(&Held::read(&other).unwrap()).is_err(),
        "the control: the sheet of another register"
    );
}

#[test]
fn a_bundle_of_a_broken_trail_says_where() {
    let house = TempRegister::new();
    work(&house, 20);
    house.checkpoint_make().unwrap();
    tamper(&house, "UPDATE audit_entries SET machine = 'x' WHERE id = 12");
    let path = export(&house, &AuditFilter::default(), ExportForm::Bundle, "broken.zip");
    let answer = bundle::verify(File::open(path).unwrap());
    assert!(matches!(answer, Err(BundleError::False(Falsehood::Entry { id: 12 }))), "{answer:?}");
}

#[test]
fn a_table_holds_what_the_list_shows_and_no_formula() {
    let house = TempRegister::new();
    work(&house, 20);
    tamper(&house, "UPDATE audit_entries SET machine = '=HYPERLINK(\"x\")' WHERE id = 7");
    let filter = AuditFilter { actions: vec![Action::CustomerUpdated], ..AuditFilter::default() };
    let listed = house.read(|tx| Ok(audit::list(tx, &filter, None, 500)?)).unwrap().rows.len();
    let text = fs::read_to_string(export(&house, &filter, ExportForm::Table, "part.csv")).unwrap();
    assert!(text.starts_with("\u{feff}Merkintä;Aika (UTC);"), "{text}");
    assert_eq!(text.lines().count(), listed + 1);
    let words = house.documents().unwrap().messages(Language::Finnish).text("action-customer-updated", &[]);
    let done = format!(";1;Helmi Kuusisto;customer_updated;{};customer;0;street;;", words.unwrap());
    assert!(text.contains(&done), "{text}");
    assert!(text.contains(";2026-09-03 09:15:00;") && text.contains(";2026-09-03T06:15:00Z;"), "{text}");
    let whole =
        fs::read_to_string(export(&house, &AuditFilter::default(), ExportForm::Table, "whole.csv")).unwrap();
    assert!(whole.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{whole}");
}

#[test]
fn an_export_that_stops_leaves_nothing_and_says_nothing() {
    let filter = AuditFilter { entity: Some(Entity::Customer), ..AuditFilter::default() };
    for form in [ExportForm::Table, ExportForm::Bundle] {
        let house = TempRegister::new();
        work(&house, 20);
        let folder = house.registers.dir.path();
        let path = folder.join("history");
        fs::write(&path, "yesterday's").unwrap();
        let export =
            |ctx: &mut TaskCtx| house.trail_export(&filter, form, &path, Language::Finnish, ctx).map(drop);
        let mut stops = 0;
        while let Err(error) = export(&mut TaskCtx::cancelled_at(stops)) {
            assert!(matches!(error, RegisterError::Cancelled), "{form:?} {stops}: {error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), "yesterday's", "{form:?} {stops}");
            assert!(!folder.join("history.part").exists());
            assert!(!actions(&house).contains(&Action::TrailExported));
            stops += 1;
        }
        assert!(stops > 2, "{form:?} was stopped {stops} times");
        assert_ne!(fs::read(&path).unwrap(), b"yesterday's");
        assert_eq!(actions(&house).last(), Some(&Action::TrailExported));

        let nowhere = folder.join("missing/history");
        let refused =
            house.trail_export(&filter, form, &nowhere, Language::Finnish, &mut TaskCtx::unwatched());
        assert!(matches!(refused, Err(RegisterError::Io(_))), "{refused:?}");
    }
}

#[test]
fn the_filter_judges_an_entry_as_the_list_does() {
    let house = TempRegister::new();
    work(&house, 30);
    house.registers.clock.advance(HOUR);
    work(&house, 10);
    let filters = [
        AuditFilter::default(),
        AuditFilter {
            actions: vec![Action::OrderUpdated, Action::RegisterCreated],
            ..AuditFilter::default()
        },
        AuditFilter { entity: Some(Entity::Order), ..AuditFilter::default() },
        AuditFilter { entity: Some(Entity::Customer), entity_id: Some(3), ..AuditFilter::default() },
        AuditFilter { entity_id: Some(3), ..AuditFilter::default() },
        AuditFilter {
            staff_id: Some(StaffMemberId(1)),
            entity: Some(Entity::Order),
            ..AuditFilter::default()
        },
        AuditFilter { staff_id: Some(StaffMemberId(9)), ..AuditFilter::default() },
        AuditFilter { from: Some(Instant(NOW.millis() + 1)), ..AuditFilter::default() },
        AuditFilter {
            until: Some(Instant(NOW.millis() + HOUR)),
            actions: vec![Action::OrderUpdated],
            ..AuditFilter::default()
        },
    ];
    for filter in filters {
        let listed = house.read(|tx| Ok(audit::list(tx, &filter, None, 500)?)).unwrap();
        let mut listed: Vec<i64> = listed.rows.iter().map(|row| row.id.get()).collect();
        listed.sort_unstable();
        let mut taken = Vec::new();
        house
            .read(|tx| {
                audit::walk(tx, domain::ids::AuditEntryId(0), u32::MAX, |entry| {
                    if filter.takes(&entry.values) {
                        taken.push(entry.values.id);
                    }
                    Ok::<_, RegisterError>(())
                })
            })
            .unwrap();
        assert_eq!(taken, listed, "{filter:?}");
    }
}

#[test]
fn a_checkpoint_sheet_is_written_and_stands_in_the_trail() {
    let house = TempRegister::new();
    let path = house.registers.dir.path().join("sheet.pdf");
    house.checkpoint_sheet_save(&path, Language::Swedish).unwrap();
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert_eq!(
        actions(&house)[actions(&house).len() - 2..],
        [Action::CheckpointSigned, Action::CheckpointSheetSaved]
    );
}

#[test]
fn a_clock_that_jumped_is_noted_and_in_doubt_until_somebody_looks() {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    let reopened = |advance: i64| {
        registers.clock.advance(advance);
        unlock(&registers);
        let register = registers.open().unwrap();
        let doubt = register.clock_doubt().unwrap().map(|doubt| doubt.jump);
        let noted = actions(&register).iter().filter(|action| **action == Action::ClockJumped).count();
        (register, doubt, noted)
    };
    let (register, doubt, noted) = reopened(47 * HOUR);
    assert_eq!((doubt, noted), (None, 0), "the control: a weekend's length");
    drop(register);
    registers.lock().unwrap();

    let (register, doubt, noted) = reopened(49 * HOUR);
    assert_eq!((doubt, noted), (Some(ClockJump::Forward), 1));
    register.clock_confirm().unwrap();
    register.clock_confirm().unwrap();
    assert_eq!(register.clock_doubt().unwrap(), None);
    assert_eq!(actions(&register).iter().filter(|action| **action == Action::ClockConfirmed).count(), 1);
    drop(register);
    registers.lock().unwrap();

    let (register, doubt, noted) = reopened(-2 * HOUR);
    assert_eq!((doubt, noted), (Some(ClockJump::Backward), 2));
    assert_eq!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap(), None, "the chain does not mind");
    register.clock_note(ClockJump::Forward).unwrap();
    assert_eq!(register.clock_doubt().unwrap().unwrap().jump, ClockJump::Forward, "the newest counts");
}
