//! Real workers: what they answer, what kills them, and that nothing of them stays.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "../../imaging/tests/common/cards.rs"]
mod cards;
#[path = "../../exchange/tests/common/workbooks.rs"]
mod workbooks;

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use cards::{Held, Symbol, Taking, photographed};
use decoding::trial::Trial;
use decoding::{
    Buffer, Codes, Decoder, Decoders, DecodingError, FileKind, ImagingError, Loss, Orientation, PrintSpec,
    ThumbnailSizes,
};
use exchange::roster::{FileKind as ListKind, RosterError, read_sheet};
use synthetic::{ImageSize, Shot, bench_shots, camera_file};

const PROGRAM: &str = env!("CARGO_BIN_EXE_decode-worker");
const SPEC: PrintSpec =
    PrintSpec { width_px: 120, height_px: 180, target_ratio: (2, 3), quality: 93, dpi: 300, head: None };

fn decoder() -> Decoder {
    Decoders::of_program(PROGRAM).decoder()
}

fn photograph() -> Vec<u8> {
    let shot = bench_shots(1, 7, false).remove(0);
    camera_file(&Shot { size: ImageSize::Small(600, 400), ..shot }).unwrap()
}

fn shared(bytes: &[u8]) -> Buffer {
    let mut buffer = Buffer::with_room(bytes.len());
    buffer.fill(bytes, bytes.len()).unwrap();
    buffer
}

/// Processes that this one started and that have not been waited for.
fn children() -> BTreeSet<u32> {
    let tasks = fs::read_dir("/proc/self/task").unwrap();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(|id| id.parse().unwrap()).collect::<Vec<_>>()).collect()
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        thread::yield_now();
    }
}

fn loss(decoder: &Decoder, file: &[u8]) -> Option<Loss> {
    match decoder.examine(&shared(file), FileKind::Jpeg, &ThumbnailSizes::default()) {
        Ok(_) => None,
        Err(DecodingError::Lost(loss)) => Some(loss),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_worker_answers_what_the_process_itself_would() {
    let file = photograph();
    let (worker, here) = (decoder(), Decoders::in_process().decoder());
    let sizes = ThumbnailSizes { grid: 100, preview: 300 };
    let buffer = shared(&file);
    for round in 0..3 {
        let examined = worker.examine(&buffer, FileKind::Jpeg, &sizes).unwrap();
        assert!(matches!(examined.thumbnails, Some(Ok(_))));
        assert_eq!(Ok(examined), here.examine(&*file, FileKind::Jpeg, &sizes), "round {round}");
    }
    assert_eq!(worker.facts(&*file, FileKind::Jpeg), here.facts(&*file, FileKind::Jpeg));
    for orientation in [Orientation::Normal, Orientation::Rotate90] {
        let print = worker.print(&*file, FileKind::Jpeg, orientation, &SPEC);
        assert!(print.is_ok());
        assert_eq!(print, here.print(&*file, FileKind::Jpeg, orientation, &SPEC));
        let view = worker.view(&*file, FileKind::Jpeg, orientation, None);
        assert!(view.is_ok());
        assert_eq!(view, here.view(&*file, FileKind::Jpeg, orientation, None));
        let small = worker.thumbnails(&buffer, FileKind::Jpeg, orientation, &sizes);
        assert_eq!(small, here.thumbnails(&*file, FileKind::Jpeg, orientation, &sizes));
    }
    let text = b"this is no picture";
    assert_eq!(worker.facts(&text[..], FileKind::Jpeg), here.facts(&text[..], FileKind::Jpeg));
    let nothing = worker.facts(&[][..], FileKind::Png);
    assert_eq!(nothing, Err(DecodingError::Picture(ImagingError::Empty)));
}

#[test]
fn codes_are_read_in_the_worker_and_only_when_they_are_wanted() {
    let decoder = decoder();
    let sizes = ThumbnailSizes::default();
    let held = |text: &str, at, module| Held {
        at,
        module,
        words: 0.0,
        ..Held::straight(Symbol::qr(text.as_bytes()))
    };
    // one to be read at once, one that is looked at again
    let cards = [held("SK1-7Q4M2-0042-N", (0.3, 0.6), 6.0), held("SK1-7Q4M2-0043-N", (0.75, 0.4), 2.6)];
    let taking = Taking { blur: 1.2, ..Taking::good(7) };
    let file = photographed(&cards, &taking, 2).jpeg(90);
    let examined = decoder.examine_with_codes(&shared(&file), FileKind::Jpeg, &sizes).unwrap();
    let codes = examined.codes.clone().unwrap();
    assert_eq!(codes.texts, ["SK1-7Q4M2-0042-N", "SK1-7Q4M2-0043-N"]);
    let here = Decoders::in_process().decoder();
    assert_eq!(Ok(examined.clone()), here.examine_with_codes(&*file, FileKind::Jpeg, &sizes));
    let without = decoder.examine(&shared(&file), FileKind::Jpeg, &sizes).unwrap();
    assert_eq!(without, decoding::Examined { codes: None, ..examined });

    let portrait = decoder.examine_with_codes(&shared(&photograph()), FileKind::Jpeg, &sizes).unwrap();
    assert_eq!(portrait.codes, Some(Codes::default()));
    let broken = decoder.examine_with_codes(&file[..20_000], FileKind::Jpeg, &sizes).unwrap();
    assert!(broken.thumbnails.is_some());
    let text = decoder.examine_with_codes(&b"this is no picture"[..], FileKind::Jpeg, &sizes);
    assert!(!matches!(text, Err(DecodingError::Lost(_))), "{text:?}");
    assert_eq!(children().len(), 1, "one worker did it all");
}

#[test]
fn codes_are_read_in_pictures_of_every_size() {
    let decoder = decoder();
    for (width, height) in [(1, 1), (7, 3), (39, 41), (1, 2000), (3001, 5), (1439, 1437)] {
        let rgb: Vec<u8> =
            (0..width * height * 3).map(|at: u32| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let file =
            imaging::encode_jpeg(&rgb, width, height, 90, imaging::Subsampling::Yuv422, None, 72).unwrap();
        let examined = decoder.examine_with_codes(&shared(&file), FileKind::Jpeg, &ThumbnailSizes::default());
        let codes = examined.unwrap().codes.unwrap();
        assert_eq!(codes.texts, Vec::<String>::new(), "{width} x {height}");
    }
    assert_eq!(children().len(), 1, "one worker did it all");
}

#[test]
fn a_print_larger_than_its_photograph_fits_into_memory_and_time() {
    let shot = bench_shots(1, 7, false).remove(0);
    let large = camera_file(&Shot { size: ImageSize::Mp24, ..shot }).unwrap();
    // 60 x 90 cm at 300 dpi
    let spec = PrintSpec { width_px: 7087, height_px: 10_630, quality: 95, ..SPEC };
    for file in [large, photograph()] {
        let print = decoder().print(&*file, FileKind::Jpeg, Orientation::Rotate90, &spec).unwrap();
        assert_eq!(u64::from(print.width) * u64::from(print.height), 7087 * 10_630);
    }
}

#[test]
fn a_file_that_kills_its_worker_costs_that_file() {
    let decoder = Decoders::of_program(PROGRAM).with_patience(8).decoder();
    let file = photograph();
    for (trial, how) in [
        (Trial::Die, Loss::Died),
        (Trial::Break, Loss::Died),
        (Trial::Babble, Loss::Nonsense),
        (Trial::Flood, Loss::Nonsense),
        (Trial::Wait, Loss::TookTooLong),
        (Trial::Bomb, Loss::Died),
    ] {
        assert_eq!(loss(&decoder, &trial.within(&file)), Some(how), "{trial:?}");
        assert_eq!(loss(&decoder, &file), None, "the next file after {trial:?}");
    }
    assert_eq!(loss(&decoder, &Trial::Panic.within(&file)), None, "a panic is contained in the worker");
}

#[test]
fn a_file_that_decodes_for_ever_is_ended_by_its_processor_time() {
    let five_minutes = 5 * 60 * 4;
    let decoder = Decoders::of_program(PROGRAM).with_patience(five_minutes).decoder();
    // the end of patience would be said to be one
    assert_eq!(loss(&decoder, &Trial::Spin.within(&photograph())), Some(Loss::Died));
}

#[test]
fn a_worker_has_no_files_no_network_and_no_programs() {
    let file = photograph();
    let decoder = decoder();
    for trial in Trial::FORBIDDEN {
        let unconfined = Command::new(PROGRAM).args(["--unconfined", &trial.name()]).status().unwrap();
        assert!(unconfined.success(), "the control: {trial:?} is possible without confinement");
        assert_eq!(loss(&decoder, &trial.within(&file)), Some(Loss::Died), "{trial:?}");
    }
    assert_eq!(loss(&decoder, &file), None, "the control: the same file without a trial");
}

#[test]
fn a_worker_keeps_nothing_of_the_program() {
    let decoder = decoder();
    assert_eq!(loss(&decoder, &photograph()), None);
    let worker = *children().first().unwrap();
    let of = |name: &str| fs::read(format!("/proc/{worker}/{name}"));
    let status = String::from_utf8(of("status").unwrap()).unwrap();
    let has = |line: &str| status.lines().any(|given| given.split_whitespace().eq(line.split_whitespace()));
    assert!(has("NoNewPrivs: 1") && has("Seccomp: 2"), "{status}");
    let limits = String::from_utf8(of("limits").unwrap()).unwrap();
    for (limit, most) in [("Max core file size", "0"), ("Max file size", "0"), ("Max open files", "8")] {
        let given = limits.lines().find_map(|line| line.strip_prefix(limit)).unwrap();
        assert!(given.split_whitespace().take(2).eq([most, most]), "{limit}: {given}");
    }
    if fs::read_dir(format!("/proc/{worker}/fd")).is_err() {
        println!("SKIP only root sees the descriptors of a process that hides itself");
        return;
    }
    assert_eq!(of("environ").unwrap_or_default(), b"", "an empty environment");
    assert_eq!(fs::read_link(format!("/proc/{worker}/cwd")).unwrap().to_str(), Some("/"));
    let open = fs::read_dir(format!("/proc/{worker}/fd")).unwrap().count();
    assert!(open <= 6, "{open} descriptors");
}

#[test]
fn a_worker_holds_no_lock_of_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lock");
    let lock = || fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path).unwrap();
    let is_free = || lock().try_lock().is_ok();

    let held = lock();
    held.try_lock().unwrap();
    // as if it had been forgotten: what is opened is closed when another program starts
    rustix::io::fcntl_setfd(&held, rustix::io::FdFlags::empty()).unwrap();
    let decoder = decoder();
    assert_eq!(loss(&decoder, &photograph()), None);
    let mut other = Command::new("/bin/cat").stdin(Stdio::piped()).spawn().unwrap();
    drop(held);
    assert!(!is_free(), "the control: another program holds it");
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(is_free(), "the worker does not");
    assert_eq!(children().len(), 1, "the control: the worker is there");
}

#[test]
fn workers_are_used_again_and_no_more_of_them_than_ask_at_once() {
    let decoder = Arc::new(decoder());
    assert_eq!(children(), BTreeSet::new(), "none before there is work");
    let file = photograph();
    for _ in 0..20 {
        assert_eq!(loss(&decoder, &file), None);
    }
    let first = children();
    assert_eq!(first.len(), 1);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| (0..10).for_each(|_| assert_eq!(loss(&decoder, &file), None)));
        }
    });
    let all = children();
    assert!(all.is_superset(&first) && all.len() <= 3, "{all:?}");
}

#[test]
fn more_memory_than_a_worker_remembers_is_seen_all_the_same() {
    let decoder = decoder();
    let files: Vec<Buffer> = (0..20).map(|_| shared(&photograph())).collect();
    for _ in 0..2 {
        for file in &files {
            assert!(decoder.facts(file, FileKind::Jpeg).is_ok());
        }
    }
    assert_eq!(children().len(), 1, "one worker for them all");
}

#[test]
fn nothing_is_left_when_decoding_has_ended() {
    let decoder = Arc::new(decoder());
    let file = photograph();
    assert_eq!(loss(&decoder, &file), None);
    let held = shared(&Trial::Wait.within(&file));
    let waiting = thread::spawn({
        let decoder = Arc::clone(&decoder);
        move || decoder.facts(&held, FileKind::Jpeg)
    });
    wait_until("one waits, one is at rest", || {
        assert_eq!(loss(&decoder, &file), None);
        children().len() >= 2
    });
    decoder.end();
    assert_eq!(children(), BTreeSet::new());
    assert_eq!(waiting.join().unwrap(), Err(DecodingError::Ended), "no file is blamed");
    assert_eq!(decoder.facts(&*file, FileKind::Jpeg), Err(DecodingError::Ended));
    assert_eq!(children(), BTreeSet::new(), "and none is started any more");
}

#[test]
fn a_worker_that_died_at_rest_costs_no_file() {
    let decoder = decoder();
    let file = photograph();
    assert_eq!(loss(&decoder, &file), None);
    let worker = *children().first().unwrap();
    assert!(Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap().success());
    let state = || fs::read_to_string(format!("/proc/{worker}/stat")).unwrap_or_default();
    wait_until("it is dead", || state().rsplit(')').next().is_some_and(|rest| rest.trim().starts_with('Z')));
    assert_eq!(loss(&decoder, &file), None);
    assert!(!children().contains(&worker));
}

#[test]
fn a_program_that_is_no_worker_is_not_blamed_on_the_file() {
    for program in ["/bin/true", "/bin/cat", "/nowhere/at/all"] {
        let decoder = Decoders::of_program(program).with_patience(8).decoder();
        let answer = decoder.facts(&*photograph(), FileKind::Jpeg);
        assert!(matches!(answer, Err(DecodingError::NoWorker(_))), "{program}: {answer:?}");
    }
}

#[test]
fn a_workbook_is_read_in_a_worker_as_it_is_here() {
    let decoder = decoder();
    for (workbook, kind) in [
        (workbooks::xlsx(), ListKind::Xlsx),
        (workbooks::ods(), ListKind::Ods),
        (workbooks::xls(), ListKind::Xls),
    ] {
        let read = decoder.sheet(&workbook, kind, None).unwrap();
        assert_eq!(read, read_sheet(&workbook, kind, None), "{kind:?}");
        assert_eq!(read.unwrap().rows[1].1[1], "Postinumero");
        assert_eq!(decoder.sheet(&workbook, kind, Some(7)).unwrap(), Err(RosterError::NoSuchSheet));
    }
    assert_eq!(decoder.sheet(b"PK\x03\x04", ListKind::Xlsx, None).unwrap(), Err(RosterError::BrokenWorkbook));
}

#[test]
fn a_workbook_that_asks_for_all_memory_costs_a_worker_and_nothing_else() {
    // an .ods that says its one cell is repeated as often as a sheet has places
    let content = "<office:body><table:table table:name=\"3A\"><table:table-row table:number-rows-repeated=\"1048576\">\
        <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p>\
        </table:table-cell></table:table-row></table:table></office:body>";
    let parts = [
        ("mimetype", workbooks::ODS_TYPE.to_owned()),
        ("META-INF/manifest.xml", "<manifest:manifest/>".to_owned()),
        ("content.xml", content.to_owned()),
    ];
    let decoder = decoder();
    match decoder.sheet(&workbooks::archive(&parts, None), ListKind::Ods, None) {
        Ok(read) => assert!(read.is_err(), "a sheet of 17 milliards of cells"),
        Err(DecodingError::Lost(_)) => {}
        Err(other) => panic!("{other:?}"),
    }
    assert!(decoder.sheet(&workbooks::xlsx(), ListKind::Xlsx, None).unwrap().is_ok(), "the next one is read");
}
