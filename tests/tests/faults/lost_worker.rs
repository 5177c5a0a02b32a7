//! Workers that are lost over a file, by what the file does or by `kill -9`: the file is named, the rest is stored.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::process::Child;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use decoding::trial::Trial;
use decoding::{DecodingError, Loss};
use domain::import::{ImportOutcome, ImportReason};
use register::photos::PictureSize;
use register::{Decoders, RegisterError, TaskState};
use synthetic::rng::Rng;

use crate::card::{Card, photograph};
use crate::check;
use crate::form::seed;
use crate::house::House;
use crate::importer::{Heard, Moment, Stage, run};

/// Workers that a process started and that have not been waited for.
fn workers(of: u32) -> BTreeSet<u32> {
    let tasks = fs::read_dir(format!("/proc/{of}/task")).into_iter().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(|id| id.parse().unwrap()).collect::<Vec<_>>()).collect()
}

fn is_running(process: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(')')
        .is_some_and(|(_, rest)| !matches!(rest.trim().chars().next(), Some('Z' | 'X') | None))
}

/// Whether a worker is confined, and so waits for a file or looks at one.
fn is_ready(worker: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{worker}/status")).unwrap_or_default();
    status.lines().any(|line| line.split_whitespace().eq(["Seccomp:", "2"]))
}

fn kill(process: u32) -> bool {
    let id = rustix::process::Pid::from_raw(process.cast_signed()).unwrap();
    rustix::process::kill_process(id, rustix::process::Signal::KILL).is_ok()
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        thread::yield_now();
    }
}

/// Imports a card and says what became of each file that was named.
fn imported(house: &House, card: &Path) -> BTreeMap<String, (ImportReason, bool)> {
    let (task, id) = house.import(card);
    assert_eq!(task.state, TaskState::Completed, "{:?}", task.error);
    let report = house.import_report(id).unwrap();
    assert_eq!(report.import.outcome, ImportOutcome::Completed);
    report.issues.into_iter().map(|issue| (issue.source_name, (issue.reason, issue.is_stored))).collect()
}

#[test]
fn a_file_that_its_worker_is_lost_over_is_left_out_and_the_rest_is_stored() {
    let trials =
        [Trial::Die, Trial::Bomb, Trial::ReadFile, Trial::Network, Trial::Babble, Trial::Flood, Trial::Break];
    let dir = tempfile::tempdir().unwrap();
    let (card, harmless) = (dir.path().join("card"), dir.path().join("harmless"));
    fs::create_dir(&card).unwrap();
    fs::create_dir(&harmless).unwrap();
    let mut stored = Vec::new();
    let mut expected = BTreeMap::new();
    for (number, trial) in trials.into_iter().enumerate() {
        let name = format!("KUV_{number:04}.JPG");
        fs::write(card.join(&name), photograph(41, number)).unwrap();
        stored.push(name);
        let name = format!("PAHA_{number:04}.JPG");
        fs::write(card.join(&name), trial.within(&photograph(42, number))).unwrap();
        // the same without what it asks of a worker
        fs::write(harmless.join(&name), photograph(42, number)).unwrap();
        expected.insert(name, (ImportReason::Unsafe, false));
    }
    // a raw file has no better claim
    fs::write(card.join("PAHA_9999.NEF"), Trial::Die.within(&raw())).unwrap();
    fs::write(harmless.join("PAHA_9999.NEF"), raw()).unwrap();
    expected.insert("PAHA_9999.NEF".to_owned(), (ImportReason::Unsafe, false));

    let house = House::create(&dir.path().join("data"));
    assert_eq!(imported(&house, &card), expected);
    assert_eq!(check::stored_names(&house), stored);
    assert_eq!(check::strays(&house), Vec::<std::path::PathBuf>::new());

    assert_eq!(imported(&house, &harmless), BTreeMap::new(), "the control: nothing else is wrong with them");
    assert_eq!(check::stored_names(&house).len(), stored.len() + expected.len());
    check::assert_sound(&house, &house.acknowledged(), "imported");
}

fn raw() -> Vec<u8> {
    let shot = synthetic::bench_shots(1, 7, false).remove(0);
    synthetic::raw_file(&synthetic::Shot { size: synthetic::ImageSize::Small(600, 400), ..shot }).unwrap()
}

#[test]
fn workers_killed_at_any_moment_cost_a_file_each_at_the_most() {
    const FILES: usize = 200;
    let mut random = Rng::new(seed());
    let dir = tempfile::tempdir().unwrap();
    let card = Card::write(&dir.path().join("card"), 43, FILES);
    let house = House::create(&dir.path().join("data"));
    let (is_over, kills) = (AtomicBool::new(false), AtomicUsize::new(0));
    let named = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Acquire) {
                let pause = Instant::now() + Duration::from_millis(20).mul_f32(random.unit());
                while Instant::now() < pause && !is_over.load(Ordering::Acquire) {
                    thread::yield_now();
                }
                let all = workers(std::process::id()).into_iter().filter(|worker| is_ready(*worker));
                let all: Vec<u32> = all.collect();
                if !all.is_empty() && kill(all[random.below(all.len())]) {
                    kills.fetch_add(1, Ordering::AcqRel);
                }
            }
        });
        let named = catch_unwind(AssertUnwindSafe(|| imported(&house, &card.path)));
        is_over.store(true, Ordering::Release);
        named.unwrap_or_else(|panic| resume_unwind(panic))
    });

    let kills = kills.into_inner();
    assert!(named.values().all(|said| *said == (ImportReason::Unsafe, false)), "{named:?}");
    assert!(!named.is_empty(), "the control: {kills} kills met no worker with a file");
    assert!(named.len() <= kills, "{} files for {kills} kills", named.len());
    assert_eq!(check::stored_names(&house).len(), FILES - named.len());
    check::assert_sound(&house, &house.acknowledged(), "imported");

    let again = imported(&house, &card.path);
    assert!(again.values().all(|(reason, _)| *reason == ImportReason::AlreadyKnown), "{again:?}");
    assert_eq!(check::stored_names(&house).len(), FILES, "what was left out is taken in the next time");
}

#[test]
fn a_picture_that_its_worker_is_lost_over_is_an_error_and_the_next_is_shown() {
    let dir = tempfile::tempdir().unwrap();
    let card = dir.path().join("card");
    fs::create_dir(&card).unwrap();
    fs::write(card.join("KUV_0001.JPG"), photograph(44, 1)).unwrap();
    fs::write(card.join("KUV_0002.JPG"), Trial::Die.within(&photograph(44, 2))).unwrap();
    let data = dir.path().join("data");
    let ids = {
        // no worker looks at them here
        let house = House::create_with(&data, Decoders::in_process());
        assert_eq!(imported(&house, &card), BTreeMap::new());
        ["KUV_0001.JPG", "KUV_0002.JPG"].map(|name| {
            let rows = check::rows(&house);
            *rows.iter().find(|(_, files)| files[0].source_name == name).unwrap().0
        })
    };

    let house = House::open(&data).unwrap();
    let lost = house.picture(ids[1], PictureSize::Full);
    assert!(matches!(lost, Err(RegisterError::Decoding(DecodingError::Lost(Loss::Died)))));
    assert!(house.picture(ids[0], PictureSize::Full).unwrap().starts_with(&[0xFF, 0xD8]));
    assert!(house.picture(ids[1], PictureSize::Grid).is_ok(), "its thumbnail was made before");
}

#[test]
fn no_worker_outlives_the_lock() {
    let dir = tempfile::tempdir().unwrap();
    let card = Card::write(&dir.path().join("card"), 45, 10);
    let house = House::create(&dir.path().join("data"));
    assert_eq!(workers(std::process::id()), BTreeSet::new(), "none is started before it is needed");
    assert_eq!(imported(&house, &card.path), BTreeMap::new());
    assert!(!workers(std::process::id()).is_empty(), "the control: they wait for more");
    drop(house);
    assert_eq!(workers(std::process::id()), BTreeSet::new());
}

#[test]
fn no_worker_outlives_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    drop(House::create(&data));
    let card = Card::write(&dir.path().join("card"), 46, 240);
    let moment = Moment { after: Stage::FirstFrames, later: Duration::ZERO };
    let seen = std::sync::Mutex::new(BTreeSet::new());
    let stop = |child: &mut Child| {
        seen.lock().unwrap().extend(workers(child.id()));
        child.kill().unwrap();
        Heard::Everything
    };
    let said = run(&data, &card.path, Some((moment, &stop)));
    assert!(!said.has_ended, "the control: killed in the middle");
    let seen = seen.into_inner().unwrap();
    assert!(!seen.is_empty(), "the control: it had workers");
    for worker in seen {
        wait_until("a worker went with its program", || !is_running(worker));
    }
}
