//! The trail: how fast all of it is verified, whether others are held up meanwhile, what an entry adds to a write, and how
//! long such a register takes to unlock.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use domain::customer::CustomerFields;
use domain::ids::StaffMemberId;
use domain::{Action, Language};
use register::history::AuditFilter;
use register::{Register, RegisterError, Registers, SecretString, TaskCtx, TaskState};
use serde_json::{Value, json};
use store::{Acted, Actor, customers};
use vault::{DeviceFolder, KeySlots};

use crate::studio;

/// Entries that one write of the preparation makes.
const AT_ONCE: i64 = 50_000;
/// Writes on each side, in turns.
const WRITES: usize = 400;
const UNLOCKINGS: usize = 5;

/// Fills a register with entries and times what is done with them.
pub fn trail(data: &Path, entries: i64) -> anyhow::Result<Value> {
    let registers = studio::registers(data)?;
    let register = registers.open()?;
    for first in (1..=entries).step_by(usize::try_from(AT_ONCE)?) {
        register.transact(|_| -> Result<_, RegisterError> {
            let frames = first..(first + AT_ONCE).min(entries + 1);
            Ok(Acted::new((), Action::FramesMarked).fields(["rating", "is_rejected"]).on_each(frames))
        })?;
    }
    register.checkpoint_make()?;

    let begun = Instant::now();
    let verdict = register.trail_verify(&mut TaskCtx::unwatched())?;
    let seconds = begun.elapsed().as_secs_f64();
    ensure!(verdict.fault.is_none() && verdict.checkpoints == 1, "the trail does not hold: {verdict:?}");
    ensure!(verdict.entries >= entries.unsigned_abs(), "only {} entries were verified", verdict.entries);
    let (read_p99, write_p99, rounds) = meanwhile(&register)?;
    let (with, without) = writes(&register)?;
    drop(register);
    let (derivation, unlocking) = unlock(&registers, data)?;
    Ok(json!({
        "derivation_ms": derivation,
        "unlock_ms": unlocking,
        "entries": verdict.entries,
        "seconds": seconds,
        "us_an_entry": seconds * 1e6 / verdict.entries as f64,
        "entries_a_second": verdict.entries as f64 / seconds,
        "rounds_meanwhile": rounds,
        "read_p99_ms": read_p99,
        "write_p99_ms": write_p99,
        "write_ms": with,
        "write_unaudited_ms": without,
    }))
}

/// What a list and a write take while the trail is verified as a task, p99 in ms; and how often that was tried.
fn meanwhile(register: &Arc<Register>) -> anyhow::Result<(f64, f64, usize)> {
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    let is_running = |id| {
        let tasks = register.tasks().list();
        tasks.iter().any(|task| task.id == id && task.state == TaskState::Running)
    };
    let task = register.trail_verify_start()?;
    while is_running(task) {
        let begun = Instant::now();
        register.audit_list(&AuditFilter::default(), None, 200)?;
        reads.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let begun = Instant::now();
        register.transact(|tx| -> Result<_, RegisterError> {
            let made = customers::insert_many(tx, &[customer(writes.len())])?;
            Ok(Acted::new(made, Action::CustomerCreated))
        })?;
        writes.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    let rounds = reads.len();
    Ok((at(&mut reads, 99)?, at(&mut writes, 99)?, rounds))
}

/// Median ms of a write as the program does it, with entry and anchor, and of the same without an entry.
fn writes(register: &Register) -> anyhow::Result<(f64, f64)> {
    let actor =
        Actor { staff_id: register.signer().staff_id(), machine: "bench".to_owned(), at: register.now() };
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for number in 0..WRITES {
        let begun = Instant::now();
        register.transact(|tx| -> Result<_, RegisterError> {
            let made = customers::insert_many(tx, &[customer(2 * number)])?;
            Ok(Acted::new(made, Action::CustomerCreated).fields([
                "last_name",
                "first_name",
                "email",
                "phone",
            ]))
        })?;
        with.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let begun = Instant::now();
        register.store().transact_unaudited(&actor, |tx| -> Result<_, RegisterError> {
            Ok(customers::insert_many(tx, &[customer(2 * number + 1)])?)
        })?;
        without.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok((at(&mut with, 50)?, at(&mut without, 50)?))
}

/// Median ms of deriving the key from the passphrase, and of all else that unlocking takes.
fn unlock(registers: &Registers, data: &Path) -> anyhow::Result<(f64, f64)> {
    let passphrase = SecretString::from(studio::PASSPHRASE);
    let owner = registers.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
    let (mut derivations, mut unlockings) = (Vec::new(), Vec::new());
    for _ in 0..UNLOCKINGS {
        registers.lock()?;
        let slots =
            KeySlots::open(&data.join("studio"), DeviceFolder::new(kontakti_tests::device_dir(data)))?;
        let begun = Instant::now();
        slots.unlock_with_passphrase(owner, &passphrase)?;
        let derivation = begun.elapsed().as_secs_f64() * 1_000.0;
        let begun = Instant::now();
        registers.unlock(owner.map(StaffMemberId), &passphrase)?;
        unlockings.push(begun.elapsed().as_secs_f64() * 1_000.0 - derivation);
        derivations.push(derivation);
    }
    Ok((at(&mut derivations, 50)?, at(&mut unlockings, 50)?))
}

fn at(times: &mut [f64], percent: usize) -> anyhow::Result<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len().saturating_sub(1) * percent / 100).copied().context("nothing was timed")
}

fn customer(number: usize) -> CustomerFields {
    CustomerFields {
        last_name: format!("Virtanen-{number}"),
        first_name: "Mikko".to_owned(),
        email: format!("mikko.{number}@example.org"),
        phone: "040 555 0100".to_owned(),
        street: "Koulukatu 1".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        country: "FI".to_owned(),
        language: Language::Finnish,
        note: String::new(),
    }
}
