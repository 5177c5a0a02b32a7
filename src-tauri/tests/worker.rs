//! The program itself, with all the libraries of its window, as the worker that decodes.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use decoding::trial::Trial;
use decoding::{Decoder, Decoders, DecodingError, FileKind, Loss, ThumbnailSizes};
use synthetic::{ImageSize, Shot, bench_shots, camera_file};

/// A minute, in quarters of a second.
const MINUTE: u32 = 240;

fn photograph() -> Vec<u8> {
    let shot = bench_shots(1, 7, false).remove(0);
    camera_file(&Shot { size: ImageSize::Small(600, 400), ..shot }).unwrap()
}

/// A decoder that tries to start a worker once.
fn decoder() -> Decoder {
    Decoders::of_program(env!("CARGO_BIN_EXE_kontakti")).with_patience(MINUTE).decoder()
}

/// The workers that this process started.
fn workers() -> Vec<u32> {
    let tasks = fs::read_dir("/proc/self/task").unwrap();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(|id| id.parse().unwrap()).collect::<Vec<_>>()).collect()
}

fn threads(process: u32) -> usize {
    fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count)
}

#[test]
fn the_program_decodes_confined_and_without_a_display() {
    let file = photograph();
    let (sizes, kind) = (ThumbnailSizes::default(), FileKind::Jpeg);
    let decoder = decoder();
    let examined = decoder.examine(&*file, kind, &sizes).unwrap();
    assert_eq!(Ok(examined), Decoders::in_process().decoder().examine(&*file, kind, &sizes));
    for trial in Trial::FORBIDDEN {
        let lost = decoder.examine(&*trial.within(&file), kind, &sizes);
        assert_eq!(lost, Err(DecodingError::Lost(Loss::Died)), "{trial:?}");
    }
}

/// A library of the window starts a thread before `main`, which the confinement meets at any place of its way in.
#[test]
fn every_start_of_the_program_as_a_worker_succeeds() {
    const AT_ONCE: usize = 4;
    const EACH: usize = 50;
    let file = photograph();
    let (sizes, kind) = (ThumbnailSizes::default(), FileKind::Jpeg);
    let expected = Decoders::in_process().decoder().examine(&*file, kind, &sizes);
    let failed: Vec<_> = thread::scope(|scope| {
        let starters: Vec<_> = (0..AT_ONCE)
            .map(|_| {
                scope.spawn(|| {
                    let answers = (0..EACH).map(|_| decoder().examine(&*file, kind, &sizes));
                    answers.filter(|answer| *answer != expected).collect::<Vec<_>>()
                })
            })
            .collect();
        starters.into_iter().flat_map(|starter| starter.join().unwrap()).collect()
    });
    assert_eq!(failed.len(), 0, "of {}: {failed:?}", AT_ONCE * EACH);
}

#[test]
fn a_worker_stays_when_the_thread_that_its_libraries_started_goes() {
    let file = photograph();
    let decoder = decoder();
    decoder.facts(&*file, FileKind::Jpeg).unwrap();
    let first = workers();
    let begun = Instant::now();
    while first.iter().any(|worker| threads(*worker) > 1) {
        assert!(begun.elapsed() < Duration::from_secs(60), "it goes when it has had nothing to do for 10 s");
        // asked now and then, or it would be ended as one without work
        decoder.facts(&*file, FileKind::Jpeg).unwrap();
        thread::sleep(Duration::from_millis(100));
    }
    decoder.facts(&*file, FileKind::Jpeg).unwrap();
    assert_eq!((first.len(), workers()), (1, first), "it is the same worker");
}
