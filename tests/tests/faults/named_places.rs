//! Dies at every named place. A place that is new in the list is tried by itself, or the test says that nothing passes it.

use std::path::Path;
use std::process::Command;

use domain::import::ImportOutcome;
use store::CRASH_POINTS;

use crate::card::Card;
use crate::check;
use crate::clerk::{Clerk, start, told};
use crate::house::House;
use crate::kill_clerk::studio;
use crate::office;

/// More than one transaction of an import.
const FILES: usize = 100;

/// Dies at a place of what the clerk does; what it said until then.
fn at_work(work: &str, dir: &Path, point: &str) {
    studio(dir);
    let said = Clerk::start(work, dir, Some(point)).dead();
    let house = House::open_after_kill(&dir.join("data")).unwrap_or_else(|error| panic!("{point}: {error}"));
    assert_eq!(house.alarm(), None, "{point}");
    check::assert_sound(&house, &Default::default(), point);
    office::assert_sound(&house, &said, point);
    drop(house);
    // and the next one works on
    let said = Clerk::start(work, dir, None).killed(2, std::time::Duration::ZERO);
    office::assert_sound(&House::open_after_kill(&dir.join("data")).unwrap(), &said, point);
}

fn importing(dir: &Path, point: &str) {
    let data = dir.join("data");
    drop(House::create(&data));
    let card = Card::write(&dir.join("card"), 43, FILES);
    card.add_sidecars();
    let importer = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_importer"));
        command.args([&data, &card.path]);
        command
    };
    for pass in [1, 2] {
        let when = format!("{point}:{pass}");
        let said = start(importer(), Some(&when)).dead();
        let acknowledged = told(&said, "frame").into_iter().collect();
        let house = House::open_after_kill(&data).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        check::assert_sound(&house, &acknowledged, &when);
        assert_eq!(check::strays(&house), Vec::<std::path::PathBuf>::new(), "{when}: left in the vault");
        assert_eq!(check::newest_outcome(&house), Some(ImportOutcome::Interrupted), "{when}");
    }
    assert!(crate::importer::run(&data, &card.path, None).has_ended, "{point}");
    let house = House::open_after_kill(&data).unwrap();
    assert_eq!(check::stored_names(&house), card.names().collect::<Vec<_>>(), "{point}: every frame once");
    assert_eq!(check::sidecars(&house), FILES, "{point}: every sidecar once");
}

#[test]
fn at_every_named_place_nothing_acknowledged_is_lost_and_the_next_start_asks_nobody() {
    for point in CRASH_POINTS {
        let dir = tempfile::tempdir().unwrap();
        match point.split_once('-').unwrap().0 {
            "import" => importing(dir.path(), point),
            "write" => at_work("order", dir.path(), point),
            work @ ("order" | "batch") => at_work(work, dir.path(), point),
            // they have tests of their own that go through the list
            "renewal" | "migration" => {}
            other => panic!("nothing tries {point}: {other}"),
        }
    }
}
