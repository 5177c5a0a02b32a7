//! The computer's clock is years off, in both directions, one after the other.

use register::testing::{OWNER, PASSPHRASE, TempRegisters};
use register::{RegisterError, SecretString};
use store::audit;

use crate::card::Card;
use crate::check;

const YEAR: i64 = 365 * 24 * 3600 * 1000;

#[test]
fn with_a_clock_that_is_years_off_the_order_is_kept_and_nothing_is_pruned() {
    let dir = tempfile::tempdir().unwrap();
    let mut registers = TempRegisters::new();
    registers.create_studio();
    let mut photos = 0;
    let mut actions = Vec::new();
    for (round, years) in [0, -9, 30, -25, 60, -58].into_iter().enumerate() {
        let when = format!("{years} years on");
        registers.lock().unwrap();
        // a wrong attempt before the clock goes back must not keep anybody out for years
        let wrong = SecretString::from("väärä lause tässä nyt");
        for _ in 0..2 {
            let refused = registers.unlock(OWNER, &wrong);
            assert!(matches!(refused, Err(RegisterError::WrongPassphrase)), "{when}: {refused:?}");
        }
        registers.clock.advance(years * YEAR);
        registers.restart();
        registers.unlock(OWNER, &SecretString::from(PASSPHRASE)).unwrap();
        let register = registers.open().unwrap();
        assert_eq!(register.clock_doubt().unwrap().is_some(), years != 0, "{when}: the jump is noted");
        let card = Card::write(&dir.path().join(format!("card{round}")), 70 + round, 3);
        let planned = register.tasks().wait(register.import_plan_start(card.path).unwrap()).unwrap();
        let into = register::import::Destination::New {
            name: "Koskelan koulu".to_owned(),
            photographer: "Sanna Öhman".to_owned(),
            job_id: None,
        };
        let (task, _) = register.import_start(&planned.result.unwrap().plan.unwrap(), into).unwrap();
        register.tasks().wait(task).unwrap();
        photos += 3;
        assert_eq!(register.alarm(), None, "{when}");
        check::assert_sound(&register, &Default::default(), &when);
        assert_eq!(check::rows(&register).len(), photos, "{when}: every photo is there");
        let trail = trail(&register);
        assert!(
            trail.starts_with(&actions),
            "{when}: what was written stays, and what is new comes after it"
        );
        assert!(trail.len() > actions.len(), "{when}: control: the trail went on");
        actions = trail;
    }
}

/// Numbers and verbs of the whole trail, by their numbers.
fn trail(register: &register::Register) -> Vec<(i64, String)> {
    let (mut entries, mut after) = (Vec::new(), None);
    loop {
        let page =
            register.read(|tx| Ok(audit::list(tx, &Default::default(), after.as_deref(), 500)?)).unwrap();
        entries.extend(page.rows.into_iter().map(|entry| (entry.id.get(), format!("{:?}", entry.action))));
        after = page.next;
        if after.is_none() {
            // the history lists by the clock
            entries.sort();
            return entries;
        }
    }
}
