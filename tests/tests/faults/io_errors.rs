//! A disk that fails some of what is asked of it, at random.
//!
//! A small ext4 on a block device that a program of its own serves (nbdkit): a file beside it says whether writes or
//! reads fail. Skipped loudly where that cannot be had.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use api::error::{ApiError, ErrorCode};
use domain::import::ImportOutcome;
use register::orders::OrderDraft;
use register::{RegisterError, TaskState};
use store::keylist;
use synthetic::rng::Rng;
use tempfile::TempDir;

use crate::card::Card;
use crate::check;
use crate::form::{seed, times};
use crate::house::House;
use crate::mounts::{Mounted, make_disk, skip};
use crate::office;
use crate::shop::Shop;

/// What a disk with errors may be called; anything else would send the reader to the wrong place.
const HONEST: [ErrorCode; 3] = [ErrorCode::InputOutput, ErrorCode::DiskFailed, ErrorCode::ReadOnly];

struct FailingDisk {
    disk: Option<Mounted>,
    server: Child,
    dir: TempDir,
}

impl FailingDisk {
    /// A healthy disk of which one write in four fails while [`Self::fail`] asks for it; none, with a `SKIP`, where that
    /// cannot be had.
    fn new() -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let image = dir.path().join("image");
        make_disk(&image)?;
        fs::create_dir(dir.path().join("device")).unwrap();
        let place = dir.path().display();
        let server = Command::new("nbdkit")
            .args(["--unix", "-", "--filter=error", "file"])
            .arg(&image)
            .args(["error=EIO", "error-pwrite-rate=25%", "error-pread-rate=100%"])
            .arg(format!("error-pwrite-file={place}/writes"))
            .arg(format!("error-pread-file={place}/reads"))
            .args(["--run", &format!("nbdfuse {place}/device/disk $uri")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // with the programs that it starts
            .process_group(0)
            .spawn();
        let Ok(server) = server else {
            skip("no nbdkit");
            return None;
        };
        let mut this = Self { disk: None, server, dir };
        let begun = Instant::now();
        while !fs::metadata(this.device()).is_ok_and(|device| device.len() > 0) {
            if this.server.try_wait().unwrap().is_some() || begun.elapsed() > Duration::from_secs(20) {
                skip("nbdkit serves no disk");
                return None;
            }
            std::thread::yield_now();
        }
        this.disk = Mounted::image(&this.device());
        this.disk.is_some().then_some(this)
    }

    fn device(&self) -> PathBuf {
        self.dir.path().join("device/disk")
    }

    fn data(&self) -> PathBuf {
        self.disk.as_ref().unwrap().path().join("data")
    }

    /// From now on `what`, `reads` or `writes`, fail.
    fn fail(&self, what: &str) {
        File::create(self.dir.path().join(what)).unwrap();
    }

    fn heal(&self, what: &str) {
        fs::remove_file(self.dir.path().join(what)).unwrap();
    }

    /// As after a start of the computer: checked, and nothing of before in memory.
    fn start_again(&mut self) {
        self.disk.take().unwrap().unmount();
        let checked = Command::new("e2fsck").args(["-f", "-y"]).arg(self.device()).output().unwrap();
        // 1: something was mended
        assert!(matches!(checked.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&checked.stdout));
        self.disk = Mounted::image(&self.device());
        assert!(self.disk.is_some());
    }
}

impl Drop for FailingDisk {
    fn drop(&mut self) {
        self.disk = None;
        let _ = Command::new("umount").arg("--lazy").arg(self.dir.path().join("device")).output();
        let group = rustix::process::Pid::from_child(&self.server);
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        let _ = self.server.wait();
    }
}

fn assert_honest(error: &RegisterError, when: &str) {
    let code = ApiError::from(error).code;
    assert!(HONEST.contains(&code), "{when}: {code:?} for {error:?}");
}

/// Confirms orders until one fails; what was acknowledged until then.
fn confirm_until_failure(house: &House, shop: &Shop, most: usize, when: &str) -> (Vec<String>, bool) {
    let template = house.order_get(shop.order).unwrap().order;
    let mut said = Vec::new();
    let mut confirm = || {
        let saved = house.order_save(OrderDraft {
            stored: None,
            customer_id: template.customer_id,
            note: String::new(),
            lines: template.lines.iter().map(|line| line.fields.clone()).collect(),
        })?;
        said.push(format!("saved {}", saved.order.id.get()));
        let confirmed = house.order_confirm(saved.order.id, saved.order.rev)?;
        said.push(format!("confirmed {}", confirmed.order.id.get()));
        Ok(())
    };
    let failed = (0..most).find_map(|_| confirm().err());
    if let Some(error) = &failed {
        assert_honest(error, when);
    }
    (said, failed.is_some())
}

/// What is acknowledged by somebody who signs in again at once; nothing where the file system has turned read-only.
fn open_without_starting_again(disk: &FailingDisk, shop: &Shop, when: &str) -> Vec<String> {
    match House::open(&disk.data()) {
        Ok(house) => {
            assert_eq!(house.alarm(), None, "{when}");
            confirm_until_failure(&house, shop, 1, when).0
        }
        Err(error) => {
            assert_honest(&error, when);
            Vec::new()
        }
    }
}

#[test]
fn writes_that_fail_at_random_cost_no_acknowledged_order() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let Some(mut disk) = FailingDisk::new() else { return };
    let house = House::create(&disk.data());
    house.import(&Card::write(&dir.path().join("card"), 51, 2).path);
    let shop = Shop::open(&house);
    drop(house);
    let (rounds, mut failures, mut said) = (times(6, 60), 0, Vec::new());
    for round in 0..rounds {
        let when = format!("seed {seed}, round {round}");
        let house = House::open(&disk.data()).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        said.extend(confirm_until_failure(&house, &shop, random.below(3), &when).0);
        disk.fail("writes");
        let (more, has_failed) = confirm_until_failure(&house, &shop, 40, &when);
        failures += usize::from(has_failed);
        said.extend(more);
        disk.heal("writes");
        let (after, is_refused) = confirm_until_failure(&house, &shop, 1, &when);
        assert!(is_refused || !has_failed, "{when}: the disk is not believed again");
        said.extend(after);
        drop(house);
        if random.below(2) == 0 {
            said.extend(open_without_starting_again(&disk, &shop, &when));
        }
        disk.start_again();
        let house = House::open(&disk.data()).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        check::assert_sound(&house, &BTreeSet::new(), &when);
        office::assert_sound(&house, &said, &when);
        let (last, has_failed) = confirm_until_failure(&house, &shop, 1, &when);
        assert!(!has_failed, "{when}: it works again");
        said.extend(last);
    }
    println!("{failures} of {rounds} rounds failed, {} lines were acknowledged", said.len());
    assert!(failures > rounds / 2, "the control: the disk does fail");
}

#[test]
fn writes_that_fail_at_random_stop_an_import_that_can_be_taken_up() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut disk) = FailingDisk::new() else { return };
    drop(House::create(&disk.data()));
    let (rounds, mut stopped, mut acknowledged) = (times(4, 30), 0, BTreeSet::new());
    for round in 0..rounds {
        let when = format!("round {round}");
        let card = Card::write(&dir.path().join(format!("card{round}")), 60 + round, 120);
        let house = House::open(&disk.data()).unwrap_or_else(|error| panic!("{when}: {error}"));
        let (task, begun) = house.start_import(&card.path);
        disk.fail("writes");
        let task = house.tasks().wait(task).unwrap();
        disk.heal("writes");
        if task.state == TaskState::Failed {
            stopped += 1;
            assert_honest(task.error.as_ref().unwrap(), &when);
        }
        acknowledged.extend(house.acknowledged());
        drop(house);
        disk.start_again();
        let house = House::open(&disk.data()).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        check::assert_sound(&house, &acknowledged, &when);
        if task.state == TaskState::Failed {
            let resumed = house.resume(begun);
            assert_eq!(resumed.state, TaskState::Completed, "{when}: {:?}", resumed.error);
        }
        assert_eq!(check::newest_outcome(&house), Some(ImportOutcome::Completed), "{when}");
        assert_eq!(check::rows(&house).len(), (round + 1) * card.files, "{when}: every frame once");
        acknowledged.extend(house.acknowledged());
        check::assert_sound(&house, &acknowledged, &when);
    }
    println!("{stopped} of {rounds} imports stopped");
    assert!(stopped > 0, "the control: the disk does fail");
}

/// A photo that cannot be read now is not called damaged: it is whole when the disk is.
#[test]
fn reads_that_fail_are_told_from_damage() {
    let dir = tempfile::tempdir().unwrap();
    let Some(mut disk) = FailingDisk::new() else { return };
    let house = House::create(&disk.data());
    house.import(&Card::write(&dir.path().join("card"), 52, 3).path);
    drop(house);
    disk.start_again();
    let house = House::open(&disk.data()).unwrap();
    let look = |file: &domain::photo::PhotoFile| -> Result<(), RegisterError> {
        let key = keylist::get(house.store(), &file.vault_name)?.unwrap();
        let hash = blake3::Hash::from_bytes(file.blake3);
        Ok(house.photos().verify(&file.vault_name, &key, &hash, file.size_bytes)?)
    };
    let files: Vec<_> = check::rows(&house).into_values().flatten().collect();
    for file in &files {
        keylist::get(house.store(), &file.vault_name).unwrap();
    }
    disk.fail("reads");
    for file in &files {
        let error = look(file).expect_err("the control: nothing is read");
        assert_eq!(ApiError::from(&error).code, ErrorCode::InputOutput, "{error:?}");
    }
    disk.heal("reads");
    for file in &files {
        look(file).unwrap();
    }
}

/// The control.
#[test]
fn the_failing_disk_fails_only_while_it_is_asked_to() {
    let Some(disk) = FailingDisk::new() else { return };
    let write = |name: &str| -> std::io::Result<()> {
        let path: &Path = &disk.disk.as_ref().unwrap().path().join(name);
        fs::write(path, vec![7; 1 << 16])?;
        File::open(path)?.sync_all()
    };
    write("before").unwrap();
    disk.fail("writes");
    let failed = (0..40).filter(|number| write(&format!("during {number}")).is_err()).count();
    assert!(failed > 0);
}
