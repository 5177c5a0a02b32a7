//! `kill -9` at random moments of an import.
//!
//! The program runs as a process of its own and says what it acknowledges. It is killed a random moment after it has
//! come to one of four stages; then the register is opened again and looked through, and the next process takes the import up.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Child;

use domain::import::ImportOutcome;
use synthetic::rng::Rng;

use crate::card::Card;
use crate::check;
use crate::form::{seed, times};
use crate::house::House;
use crate::importer::{Heard, Moment, run};

const KILLS: (usize, usize) = (60, 200);
const FILES: usize = 240;

fn kill(child: &mut Child) -> Heard {
    child.kill().unwrap();
    Heard::Everything
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    drop(House::create(&data));

    let (mut acknowledged, mut before) = (BTreeSet::new(), 0);
    let most = times(KILLS.0, KILLS.1);
    let (mut kills, mut kills_with_frames, mut interrupted) = (0, 0, 0);
    let mut cards = Vec::new();
    while kills < most {
        let card = Card::write(&dir.path().join(format!("card{}", cards.len())), cards.len(), FILES);
        loop {
            let moment = Moment::draw(&mut random);
            let said = run(&data, &card.path, (kills < most).then_some((moment, &kill)));
            let when = format!("seed {seed}, kill {kills}, {moment:?}");
            kills += usize::from(!said.has_ended);
            kills_with_frames += usize::from(!said.has_ended && !said.frames.is_empty());
            acknowledged.extend(&said.frames);

            let house = House::open_after_kill(&data).unwrap_or_else(|error| panic!("{when}: {error}"));
            check::assert_sound(&house, &acknowledged, &when);
            assert_eq!(check::strays(&house), Vec::<PathBuf>::new(), "{when}: left in the vault");
            let rows = check::rows(&house).len();
            assert!(
                rows >= before + usize::try_from(said.done).unwrap(),
                "{when}: told of {} files",
                said.done
            );
            let outcome = check::newest_outcome(&house);
            before = rows;
            // it may have been killed after its end and before it could say so
            if rows == (cards.len() + 1) * FILES && outcome == Some(ImportOutcome::Completed) {
                break;
            }
            assert!(!said.has_ended, "{when}: {rows} frames, {outcome:?}");
            // nothing at all when it had not begun, the last card's when this one's had not
            let is_interrupted = outcome == Some(ImportOutcome::Interrupted);
            assert!(is_interrupted || said.frames.is_empty(), "{when}: {outcome:?}");
            interrupted += usize::from(is_interrupted);
        }
        cards.push(card);
    }
    println!("{kills} kills, {kills_with_frames} after frames were acknowledged, {} cards", cards.len());
    assert!(kills_with_frames >= most / 4, "the kills come too early to show anything");
    assert!(interrupted >= most / 2);

    let house = House::open(&data).unwrap();
    let names = check::stored_names(&house);
    let mut once: Vec<String> = cards.iter().flat_map(Card::names).collect();
    once.sort();
    assert_eq!(names, once, "every frame exactly once");
}
