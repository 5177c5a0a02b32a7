//! `kill -9` at each named place and at random moments of a leaving, which renews the root key.
//!
//! Invariant: the next start needs nothing but the passphrase, and one of the two registers is whole: the old or the new.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use register::testing::PASSPHRASE;
use register::{CRASH_AT, CRASH_POINTS};
use synthetic::rng::Rng;

use crate::card::Card;
use crate::check;
use crate::house::House;
use crate::importer::seed;

/// In the short form, and with `KONTAKTI_FAULTS_FULL` set.
const KILLS: (usize, usize) = (12, 200);
const KILLED: i32 = 9;
const ABORTED: i32 = 6;

fn start(data: &Path, crash_at: Option<&str>) -> (Child, impl Iterator<Item = String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renewer"));
    command.arg(data).stdin(Stdio::piped()).stdout(Stdio::piped());
    if let Some(point) = crash_at {
        command.env(CRASH_AT, point);
    }
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(PASSPHRASE.as_bytes()).unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    (child, lines)
}

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
    for point in CRASH_POINTS {
        let before = renewed_at(&House::open(&data).unwrap());
        let (mut child, lines) = start(&data, Some(point));
        let said: Vec<String> = lines.collect();
        assert_eq!(child.wait().unwrap().signal(), Some(ABORTED), "{point}: it died there");
        assert_eq!(said, ["open", "begun"], "{point}: it died within the renewal");
        let house = House::open(&data).unwrap_or_else(|error| panic!("{point}: {error}"));
        check::assert_sound(&house, &acknowledged, point);
        assert_eq!(house.alarm(), None, "{point}");
        assert_eq!(house.root_key_state().unwrap().due_since, None, "{point}: it was ended");
        outcomes.push((point, renewed_at(&house) != before));
    }
    let kept: Vec<_> = outcomes.iter().filter(|(_, is_new)| !is_new).map(|(point, _)| *point).collect();
    assert_eq!(kept, Vec::<&str>::new(), "before the switch it was due, after it it was done");
}

/// How long a leaving with its renewal takes here and now.
fn usual_time(data: &Path) -> Duration {
    let (mut child, mut lines) = start(data, None);
    assert!(lines.any(|line| line == "begun"));
    let begun = Instant::now();
    assert!(lines.any(|line| line == "renewed"));
    let taken = begun.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    taken
}

#[test]
fn killed_at_random_moments_nothing_is_lost() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let acknowledged = studio(dir.path());
    let kills = if std::env::var_os("KONTAKTI_FAULTS_FULL").is_some() { KILLS.1 } else { KILLS.0 };
    let usual = usual_time(&data);
    let mut renewals = 0;
    for kill in 0..kills {
        let when = format!("seed {seed}, kill {kill}");
        let before = renewed_at(&House::open(&data).unwrap());
        let (mut child, mut lines) = start(&data, None);
        assert_eq!(lines.by_ref().find(|line| line == "begun").as_deref(), Some("begun"));
        std::thread::sleep(usual.mul_f32(2.0 * random.unit()));
        child.kill().unwrap();
        let acknowledged_renewals = lines.filter(|line| line == "renewed").count();
        assert_eq!(child.wait().unwrap().signal(), Some(KILLED), "{when}: it died of itself");
        let house = House::open(&data).unwrap_or_else(|error| panic!("{when}: {error}"));
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
