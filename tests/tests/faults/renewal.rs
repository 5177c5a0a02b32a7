//! `kill -9` at each named place and at random moments of a leaving, which renews the root key.
//!
//! Invariant: the next start needs nothing but the passphrase, and one of the two registers is whole: the old or the new.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use store::CRASH_POINTS;
use synthetic::rng::Rng;

use crate::card::Card;
use crate::check;
use crate::clerk::Clerk;
use crate::form::{seed, times};
use crate::house::House;

/// A studio with a few photos; and what of them was acknowledged.
fn studio(dir: &Path) -> BTreeSet<i64> {
    let house = House::create(&dir.join("data"));
    let card = Card::write(&dir.join("card"), 0, 12);
    house.import(&card.path);
    house.acknowledged()
}

fn renewed_at(house: &House) -> Option<i64> {
    house.root_key_state().unwrap().renewed_at.map(|at| at.millis())
}

#[test]
fn killed_at_every_named_place_the_old_or_the_new_register_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let acknowledged = studio(dir.path());
    let mut outcomes = Vec::new();
    for point in CRASH_POINTS.into_iter().filter(|point| point.starts_with("renewal-")) {
        let before = renewed_at(&House::open_after_kill(&data).unwrap());
        let said = Clerk::start("renewal", dir.path(), Some(point)).dead();
        assert_eq!(said, ["open", "begun", "leaving"], "{point}: it died within the renewal");
        let house = House::open_after_kill(&data).unwrap_or_else(|error| panic!("{point}: {error}"));
        check::assert_sound(&house, &acknowledged, point);
        assert_eq!(house.alarm(), None, "{point}");
        assert_eq!(house.root_key_state().unwrap().due_since, None, "{point}: it was ended");
        outcomes.push((point, renewed_at(&house) != before));
    }
    let kept: Vec<_> = outcomes.iter().filter(|(_, is_new)| !is_new).map(|(point, _)| *point).collect();
    assert_eq!(kept, Vec::<&str>::new(), "before the switch it was due, after it it was done");
}

/// How long a round of the clerk takes here and now.
fn usual_time(dir: &Path) -> Duration {
    let mut clerk = Clerk::start("renewal", dir, None);
    clerk.until("begun");
    let begun = Instant::now();
    clerk.until("renewed");
    let taken = begun.elapsed();
    clerk.killed(0, Duration::ZERO);
    taken
}

#[test]
fn killed_at_random_moments_nothing_is_lost() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let acknowledged = studio(dir.path());
    let usual = usual_time(dir.path());
    let (kills, mut renewals) = (times(12, 200), 0);
    for kill in 0..kills {
        let when = format!("seed {seed}, kill {kill}");
        let before = renewed_at(&House::open_after_kill(&data).unwrap());
        let said = Clerk::start("renewal", dir.path(), None).killed(1, usual.mul_f32(2.0 * random.unit()));
        let acknowledged_renewals = said.iter().filter(|line| *line == "renewed").count();
        let house = House::open_after_kill(&data).unwrap_or_else(|error| panic!("{when}: {error}"));
        check::assert_sound(&house, &acknowledged, &when);
        assert_eq!(house.alarm(), None, "{when}");
        assert!(
            acknowledged_renewals == 0 || renewed_at(&house) != before,
            "{when}: an acknowledged one is lost"
        );
        renewals += acknowledged_renewals;
    }
    assert!(renewals > 0, "the kills come too early to show anything");
    println!("{kills} kills, {renewals} renewals acknowledged before them");
}
