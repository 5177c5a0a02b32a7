//! The power goes: what was not flushed to the disk is lost, and nothing that was acknowledged may be among it.
//!
//! A small ext4 in a file. The cut is the file system's own "shut down without writing the log"; then it is mounted
//! again, as after a start of the computer, and its journal played back.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::Duration;

use domain::ids::OrderId;
use domain::import::ImportOutcome;
use domain::order::OrderState;
use domain::partner::BatchState;
use exchange::plain::read::read;
use register::TaskState;
use synthetic::rng::Rng;

use crate::card::Card;
use crate::check;
use crate::clerk::{Clerk, told};
use crate::form::{seed, times};
use crate::house::House;
use crate::importer::{Heard, Moment, run};
use crate::kill_clerk::studio;
use crate::migration;
use crate::mounts::{Mounted, make_disk};
use crate::office;
use crate::shop::Shop;

const CUTS: (usize, usize) = (12, 60);
const FILES: usize = 120;

/// `_IOR('X', 125, __u32)`: EXT4_IOC_SHUTDOWN.
const SHUTDOWN: rustix::ioctl::Opcode = rustix::ioctl::opcode::read::<u32>(b'X', 125);
/// EXT4_GOING_FLAGS_NOLOGFLUSH: not even the log is written.
const WITHOUT_LOG: u32 = 2;

struct Computer {
    image: PathBuf,
    disk: Option<Mounted>,
}

impl Computer {
    /// A computer with an empty disk; none, with a `SKIP`, where that cannot be had.
    fn new(dir: &Path) -> Option<Self> {
        let image = dir.join("disk");
        make_disk(&image)?;
        let disk = Some(Mounted::image(&image)?);
        Some(Self { image, disk })
    }

    fn path(&self) -> &Path {
        self.disk.as_ref().unwrap().path()
    }

    fn cut_power(&self) {
        let root = File::open(self.path()).unwrap();
        // SAFETY: the request takes a pointer to a u32 and changes no memory
        unsafe {
            let request = rustix::ioctl::Setter::<SHUTDOWN, u32>::new(WITHOUT_LOG);
            rustix::ioctl::ioctl(&root, request).unwrap();
        }
    }

    /// Nothing of before the cut is in memory any more.
    fn start_again(&mut self) {
        self.disk.take().unwrap().unmount();
        self.disk = Mounted::image(&self.image);
        assert!(self.disk.is_some());
    }
}

/// The control: the cut loses what was not flushed, and a name that was not.
#[test]
fn a_power_cut_loses_what_was_not_flushed() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    let write = |name: &str| {
        let mut file = File::create(computer.path().join(name)).unwrap();
        file.write_all(b"x").unwrap();
        file
    };
    write("flushed").sync_all().unwrap();
    write("renamed.part").sync_all().unwrap();
    fs::rename(computer.path().join("renamed.part"), computer.path().join("renamed")).unwrap();
    drop(write("not flushed"));
    computer.cut_power();
    computer.start_again();

    let exists = |name: &str| computer.path().join(name).exists();
    assert!(exists("flushed"));
    assert!(exists("renamed.part") && !exists("renamed"), "a folder that is not flushed loses the new name");
    assert!(!exists("not flushed"));
}

#[test]
fn a_register_that_was_made_is_there_after_a_power_cut() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    let data = computer.path().join("data");
    let house = House::create(&data);
    computer.cut_power();
    drop(house);
    computer.start_again();
    let data = computer.path().join("data");
    check::assert_sound(&House::open_after_kill(&data).unwrap(), &BTreeSet::new(), "after the cut");
}

#[test]
fn a_power_cut_at_any_moment_of_an_import_costs_nothing_that_was_acknowledged() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    drop(House::create(&computer.path().join("data")));

    let mut acknowledged = BTreeSet::new();
    let most = times(CUTS.0, CUTS.1);
    let (mut cuts, mut cuts_with_frames, mut cards) = (0, 0, 0);
    while cuts < most {
        let card = Card::write(&dir.path().join(format!("card{cards}")), cards, FILES);
        cards += 1;
        loop {
            let moment = Moment::draw(&mut random);
            let stop = |child: &mut Child| {
                computer.cut_power();
                child.kill().unwrap();
                Heard::UntilThen
            };
            let data = computer.path().join("data");
            let said = run(&data, &card.path, (cuts < most).then_some((moment, &stop)));
            let when = format!("seed {seed}, cut {cuts}, {moment:?}");
            cuts += usize::from(!said.has_ended);
            cuts_with_frames += usize::from(!said.has_ended && !said.frames.is_empty());
            acknowledged.extend(&said.frames);
            computer.start_again();

            let house = House::open_after_kill(&computer.path().join("data"))
                .unwrap_or_else(|error| panic!("{when}: {error}"));
            check::assert_sound(&house, &acknowledged, &when);
            assert_eq!(check::strays(&house), Vec::<PathBuf>::new(), "{when}: left in the vault");
            // with all its rows an import may still have been cut before its end, and be resumed before the next card
            let is_whole = check::rows(&house).len() == cards * FILES;
            let is_recorded = check::newest_outcome(&house) == Some(ImportOutcome::Completed);
            if is_whole && is_recorded {
                break;
            }
            assert!(!said.has_ended, "{when}");
        }
    }
    println!("{cuts} cuts, {cuts_with_frames} after frames were acknowledged");
    assert!(cuts_with_frames >= most / 6, "the cuts come too early to show anything");
}

#[test]
fn a_batch_that_was_handed_over_is_whole_after_a_power_cut() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    let card = Card::write(&dir.path().join("card"), 31, 2);
    let house = House::create(&computer.path().join("data"));
    house.import(&card.path);
    let shop = Shop::open(&house);
    fs::create_dir(computer.path().join("for the lab")).unwrap();
    let (task, id) = house.batch_start(&shop.request(), &computer.path().join("for the lab")).unwrap();
    assert_eq!(house.tasks().wait(task).unwrap().state, TaskState::Completed);
    computer.cut_power();
    drop(house);
    computer.start_again();

    let house = House::open_after_kill(&computer.path().join("data")).unwrap();
    let batch = house.batch_get(id).unwrap().batch;
    assert_eq!((batch.state, shop.state(&house)), (BatchState::HandedOver, OrderState::Sent));
    let name = Path::new(&batch.folder).file_name().unwrap();
    let report = read(&computer.path().join("for the lab").join(name)).unwrap();
    assert_eq!(report.deviations, []);
    assert_eq!(report.sums_sha256, batch.sha256);
}

/// The control for what a commit is worth: one that is left to the system is lost.
#[test]
fn a_commit_that_is_not_flushed_at_once_is_lost_with_the_power() {
    for is_careless in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let Some(mut computer) = Computer::new(dir.path()) else { return };
        let house = House::create(&computer.path().join("data"));
        if is_careless {
            house.store().flush_carelessly().unwrap();
        }
        let before = house.studio().unwrap();
        let fields = domain::studio::StudioFields { town: "Kokkola".to_owned(), ..before.fields.clone() };
        let cut = house.read(|tx| {
            // a reader keeps the log from being emptied, which would flush it
            store::audit::head(tx)?;
            house.studio_update(&fields, before.rev)?;
            computer.cut_power();
            Ok(())
        });
        cut.unwrap();
        drop(house);
        computer.start_again();
        let house = House::open_after_kill(&computer.path().join("data")).unwrap();
        let is_there = house.studio().unwrap().fields.town == "Kokkola";
        assert_eq!(is_there, !is_careless, "flushed carelessly: {is_careless}");
        check::assert_sound(&house, &BTreeSet::new(), "after the cut");
    }
}

/// Cuts the power in one of the clerk's first two rounds, `later` at most after it begins.
fn cut_again_and_again(work: &str, acknowledged: &str, most: usize, later: Duration) {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    studio(computer.path());
    // the register remembers where batches went: the same place after each start of the computer
    let desk = dir.path().join("desk");
    std::os::unix::fs::symlink(computer.path(), &desk).unwrap();
    let (mut said, mut count, mut said_late, mut lost_late) = (Vec::new(), 0, 0, 0);
    for cut in 0..most {
        let clerk = Clerk::start(work, &desk, None);
        let round = 1 + random.below(2);
        let (heard, late) = clerk.cut_off(round, later.mul_f32(random.unit()), || computer.cut_power());
        count += heard.iter().filter(|line| line.starts_with(acknowledged)).count();
        said.extend(heard);
        computer.start_again();
        fs::remove_file(&desk).unwrap();
        std::os::unix::fs::symlink(computer.path(), &desk).unwrap();
        let when = format!("seed {seed}, cut {cut}");
        let house =
            House::open_after_kill(&desk.join("data")).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        check::assert_sound(&house, &BTreeSet::new(), &when);
        office::assert_sound(&house, &said, &when);
        said_late += late.len();
        lost_late += told(&late, "saved").iter().filter(|id| house.order_get(OrderId(**id)).is_err()).count();
    }
    println!("{said_late} lines were said into the void, {lost_late} orders of them are lost");
    println!(
        "{most} cuts, {count} times {acknowledged} before them, {} orders",
        told(&said, "confirmed").len()
    );
    assert!(count >= most / 6, "the cuts come too early to show anything");
}

#[test]
fn a_power_cut_at_any_moment_of_the_order_desk_costs_nothing_that_was_acknowledged() {
    cut_again_and_again("order", "confirmed", times(6, 60), Duration::from_millis(100));
}

#[test]
fn a_power_cut_at_any_moment_of_a_hand_over_leaves_a_whole_batch_or_none() {
    cut_again_and_again("batch", "handed", times(4, 60), Duration::from_millis(1200));
}

#[test]
fn a_power_cut_at_any_moment_of_a_migration_costs_no_row() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let Some(mut computer) = Computer::new(dir.path()) else { return };
    let (most, mut before_its_end) = (times(4, 60), 0);
    for cut in 0..most {
        let keys = migration::older(computer.path());
        let later = Duration::from_millis(120).mul_f32(random.unit());
        let clerk = Clerk::start("migration", computer.path(), None);
        let (heard, _) = clerk.cut_off(1, later, || computer.cut_power());
        before_its_end += usize::from(!heard.contains(&"migrated".to_owned()));
        computer.start_again();
        migration::assert_whole(computer.path(), &keys, &format!("seed {seed}, cut {cut}, {later:?}"));
        for left in ["data", "data.device"] {
            fs::remove_dir_all(computer.path().join(left)).unwrap();
        }
    }
    println!("{most} cuts, {before_its_end} before its end");
    assert!(before_its_end > 0, "the cuts come too late to show anything");
}

#[test]
fn a_power_cut_at_any_moment_of_a_renewal_leaves_the_old_or_the_new_register() {
    cut_again_and_again("renewal", "renewed", times(5, 60), Duration::from_millis(500));
}
