//! No room left: on the register's own disk during an import and at the order desk, on the partner's stick during a
//! hand-over.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use api::error::{ApiError, ErrorCode};
use domain::import::{ImportFault, ImportOutcome};
use domain::order::OrderState;
use domain::partner::BatchState;
use exchange::plain::read::read;
use register::orders::OrderDraft;
use register::{RegisterError, TaskSnapshot, TaskState};

use crate::card::Card;
use crate::check;
use crate::house::House;
use crate::mounts::Mounted;
use crate::shop::Shop;

const FILES: usize = 60;
/// What a file system in memory gives out.
const PAGE: u64 = 4096;

/// Takes all room but so many bytes, until it is removed.
fn fill(disk: &Path, left: u64) {
    let blocks = free(disk).saturating_sub(left) / PAGE;
    let mut filler = File::create(disk.join("filler")).unwrap();
    for _ in 0..blocks {
        filler.write_all(&[0; PAGE as usize]).unwrap();
    }
}

fn free(disk: &Path) -> u64 {
    let stat = rustix::fs::statvfs(disk).unwrap();
    stat.f_bavail * stat.f_frsize
}

fn code(error: &RegisterError) -> ErrorCode {
    ApiError::from(error).code
}

fn failed_with(task: &TaskSnapshot) -> ErrorCode {
    assert_eq!(task.state, TaskState::Failed);
    code(task.error.as_ref().unwrap())
}

/// Runs out of room at every stage in turn: before the first row, while sealing, in either database, in the thumbnails.
#[test]
fn a_full_disk_stops_an_import_and_costs_nothing_that_was_acknowledged() {
    let sources = tempfile::tempdir().unwrap();
    let card = Card::write(sources.path(), 1, FILES);
    let (mut refused, mut stopped, mut stopped_with_frames, mut completed) = (0, 0, 0, 0);
    for step in 0.. {
        let left = step * 24 * PAGE;
        let Some(disk) = Mounted::tmpfs(64 << 20) else { return };
        let data = disk.path().join("data");
        let house = House::create(&data);
        fill(disk.path(), left);
        let when = format!("{left} bytes left");

        let plan = house.tasks().wait(house.import_plan_start(card.path.clone()).unwrap()).unwrap();
        let plan = plan.result.unwrap().plan.unwrap();
        let into = register::import::Destination::New {
            name: "Koskelan koulu".to_owned(),
            photographer: String::new(),
            job_id: None,
        };
        let (house, id) = match house.import_start(&plan, into) {
            Err(error) => {
                assert_eq!(code(&error), ErrorCode::DiskFull, "{when}: {error}");
                assert!(check::rows(&house).is_empty());
                refused += 1;
                fs::remove_file(disk.path().join("filler")).unwrap();
                let (task, begun) = house.start_import(&card.path);
                house.tasks().wait(task).unwrap();
                (house, begun)
            }
            Ok((task, begun)) => {
                let task = house.tasks().wait(task).unwrap();
                let acknowledged = house.acknowledged();
                check::assert_sound(&house, &acknowledged, &when);
                let report = house.import_report(begun.import_id).unwrap();
                if task.state == TaskState::Completed {
                    assert_eq!(report.import.outcome, ImportOutcome::Completed, "{when}");
                    completed += 1;
                    break;
                }
                assert_eq!(failed_with(&task), ErrorCode::DiskFull, "{when}: {:?}", task.error);
                let stands = (report.import.outcome, report.import.fault);
                assert_eq!(stands, (ImportOutcome::Failed, Some(ImportFault::DiskFull)), "{when}");
                assert!(report.issues.is_empty(), "{when}: {:?}", report.issues);
                assert_eq!(report.import.frames as usize, acknowledged.len(), "{when}");
                assert!(task.progress.done as usize <= acknowledged.len(), "{when}");
                stopped += 1;
                stopped_with_frames += usize::from(!acknowledged.is_empty());

                let house = if step % 2 == 0 { house } else { reopened(house, &data, &acknowledged, &when) };
                fs::remove_file(disk.path().join("filler")).unwrap();
                let house = match house {
                    house if step % 4 == 0 => house,
                    house => {
                        drop(house);
                        House::open(&data).unwrap()
                    }
                };
                check::assert_sound(&house, &acknowledged, &when);
                let resumed = house.resume(begun.import_id);
                assert_eq!(resumed.state, TaskState::Completed, "{when}: {:?}", resumed.error);
                (house, begun.import_id)
            }
        };
        let report = house.import_report(id).unwrap();
        assert_eq!((report.import.outcome, report.import.fault), (ImportOutcome::Completed, None), "{when}");
        assert_eq!(report.import.stored_files as usize, FILES, "{when}");
        let mut names = check::stored_names(&house);
        names.dedup();
        assert_eq!(names.len(), FILES, "{when}: every frame once");
        check::assert_sound(&house, &house.acknowledged(), &when);
        drop(house);
        let house = House::open(&data).unwrap();
        assert_eq!(check::strays(&house), Vec::<std::path::PathBuf>::new(), "{when}: left in the vault");
    }
    println!(
        "{refused} refused, {stopped} stopped, {stopped_with_frames} of them with frames, {completed} completed"
    );
    assert!(refused > 0 && stopped > 4 && stopped_with_frames > 2, "the disk was full at too few stages");
}

/// Starts the program again while the disk is still full: it opens, or says why not.
fn reopened(house: House, data: &Path, acknowledged: &BTreeSet<i64>, when: &str) -> House {
    drop(house);
    match House::open(data) {
        Ok(house) => {
            check::assert_sound(&house, acknowledged, when);
            house
        }
        Err(error) => {
            assert_eq!(code(&error), ErrorCode::DiskFull, "{when}: {error}");
            let disk = data.parent().unwrap();
            fs::remove_file(disk.join("filler")).unwrap();
            File::create(disk.join("filler")).unwrap();
            House::open(data).unwrap()
        }
    }
}

/// Orders are taken until there is no room for one more, at several amounts of room.
#[test]
fn a_full_disk_refuses_an_order_and_costs_none_that_was_acknowledged() {
    let sources = tempfile::tempdir().unwrap();
    let card = Card::write(sources.path(), 3, 3);
    let Some(disk) = Mounted::tmpfs(64 << 20) else { return };
    let data = disk.path().join("data");
    let house = House::create(&data);
    house.import(&card.path);
    let first = house.order_get(Shop::open(&house).order).unwrap().order;
    let draft = || OrderDraft {
        stored: None,
        customer_id: first.customer_id,
        note: "Toimitus koululle. ".repeat(50),
        lines: first.lines.iter().map(|line| line.fields.clone()).collect(),
    };
    let mut acknowledged = vec![first.id];
    let mut house = Some(house);
    for pages in [0, 2, 16, 64] {
        let open = house.take().unwrap();
        fill(disk.path(), pages * PAGE);
        let error = loop {
            match open.order_save(draft()) {
                Ok(saved) => acknowledged.push(saved.order.id),
                Err(error) => break error,
            }
        };
        assert_eq!(code(&error), ErrorCode::DiskFull, "{pages} pages left: {error}");
        drop(open);
        fs::remove_file(disk.path().join("filler")).unwrap();

        let again = House::open(&data).unwrap();
        for id in &acknowledged {
            assert_eq!(again.order_get(*id).unwrap().order.lines.len(), first.lines.len());
        }
        acknowledged.push(again.order_save(draft()).unwrap().order.id);
        house = Some(again);
    }
    println!("{} orders acknowledged", acknowledged.len());
    assert!(acknowledged.len() > 20, "the disk was full before anything was taken");
}

#[test]
fn a_full_stick_leaves_no_half_batch_and_no_disclosure() {
    let dir = tempfile::tempdir().unwrap();
    let card = Card::write(&dir.path().join("card"), 2, 3);
    let opened = |name: &str| {
        let house = House::create(&dir.path().join(name));
        house.import(&card.path);
        let shop = Shop::open(&house);
        (house, shop)
    };
    // how much a whole batch takes, by one that goes through
    let Some(control) = Mounted::tmpfs(32 << 20) else { return };
    let before = free(control.path());
    let (house, shop) = opened("control");
    let (task, _) = house.batch_start(&shop.request(), control.path()).unwrap();
    assert_eq!(house.tasks().wait(task).unwrap().state, TaskState::Completed);
    let pages = (before - free(control.path())) / PAGE;

    let (house, shop) = opened("data");
    let Some(stick) = Mounted::tmpfs(32 << 20) else { return };
    for left in [0, 1, pages / 3, pages * 2 / 3, pages - 5, pages - 4, pages - 3, pages - 2, pages - 1] {
        fill(stick.path(), left * PAGE);
        let when = format!("{left} of {pages} pages left");
        let (task, id) = house.batch_start(&shop.request(), stick.path()).unwrap();
        let task = house.tasks().wait(task).unwrap();
        assert_eq!(failed_with(&task), ErrorCode::DiskFull, "{when}: {:?}", task.error);
        assert_eq!(names(stick.path()), ["filler"], "{when}: neither a batch nor a part of one");
        assert_eq!(house.batch_get(id).unwrap().batch.state, BatchState::Failed, "{when}");
        assert!(
            house.disclosure_list(None, None, 50).unwrap().rows.is_empty(),
            "{when}: nothing left the house"
        );
        assert_eq!(shop.state(&house), OrderState::Confirmed, "{when}");
        fs::remove_file(stick.path().join("filler")).unwrap();
    }
    let (task, id) = house.batch_start(&shop.request(), stick.path()).unwrap();
    assert_eq!(house.tasks().wait(task).unwrap().state, TaskState::Completed);
    let batch = house.batch_get(id).unwrap().batch;
    assert_eq!(batch.state, BatchState::HandedOver);
    assert_eq!(read(Path::new(&batch.folder)).unwrap().deviations, []);
    assert_eq!(house.disclosure_list(None, None, 50).unwrap().rows.len(), 1);
    assert_eq!(shop.state(&house), OrderState::Sent);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
