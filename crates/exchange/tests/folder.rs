//! A folder appears whole or not at all.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::Path;

use exchange::folder::{Abandoned, FolderError, FolderWriter, part_name, remove_part};
use tempfile::TempDir;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn begin(parent: &Path, name: &str) -> Result<FolderWriter, FolderError> {
    FolderWriter::begin(parent, name, &part_name("batch").expect("name"))
}

/// The temporary folder that lies in `parent`.
fn part(parent: &Path) -> String {
    let part = |name: &String| name.starts_with(".batch.") && name.ends_with(".part");
    names(parent).into_iter().find(part).expect("a temporary folder")
}

#[test]
fn nothing_has_the_final_name_before_it_is_published() {
    let dir = TempDir::new().expect("folder");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    writer.write("a/b/one.txt", b"one").expect("write");
    assert_eq!(names(dir.path()), [part(dir.path())]);
    assert_eq!(writer.publish().expect("publish"), dir.path().join("batch"));
    drop(writer);
    assert_eq!(names(dir.path()), ["batch"]);
    assert_eq!(fs::read(dir.path().join("batch/a/b/one.txt")).expect("read"), b"one");
}

#[test]
fn a_taken_name_is_left_alone() {
    let dir = TempDir::new().expect("folder");
    fs::create_dir(dir.path().join("batch")).expect("create");
    fs::write(dir.path().join("batch_2"), b"a file").expect("write");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    assert_eq!(writer.name(), "batch_3");
    fs::write(dir.path().join("batch_3"), b"came meanwhile").expect("write");
    assert!(matches!(writer.publish(), Err(FolderError::Exists { .. })));
    assert_eq!(writer.abandon(), Abandoned::Clean);
    assert_eq!(fs::read(dir.path().join("batch_3")).expect("read"), b"came meanwhile");
}

#[test]
fn giving_up_removes_only_what_it_made() {
    let dir = TempDir::new().expect("folder");
    fs::write(dir.path().join("mine.txt"), b"mine").expect("write");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    writer.write("a/one.txt", b"one").expect("write");
    assert_eq!(writer.abandon(), Abandoned::Clean);
    assert_eq!(names(dir.path()), ["mine.txt"]);

    let mut writer = begin(dir.path(), "batch").expect("begin");
    writer.write("a/one.txt", b"one").expect("write");
    let part = dir.path().join(part(dir.path()));
    fs::write(part.join("a/foreign.txt"), b"not ours").expect("write");
    assert_eq!(writer.abandon(), Abandoned::Remains(part.clone()));
    assert_eq!(names(&part.join("a")), ["foreign.txt"]);
}

#[test]
fn a_dropped_writer_cleans_up() {
    let dir = TempDir::new().expect("folder");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    writer.write("a/one.txt", b"one").expect("write");
    drop(writer);
    assert!(names(dir.path()).is_empty());
}

#[test]
fn paths_that_climb_or_are_not_plain_are_refused() {
    let dir = TempDir::new().expect("folder");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    for path in
        ["../x", "/x", "a/../x", "a//x", "", "ä.txt", "a\\b", "C:x", "a/.hidden", "CON.txt", "x ", "a/"]
    {
        assert!(matches!(writer.write(path, b""), Err(FolderError::BadPath { .. })), "{path:?}");
    }
    writer.write("a.txt", b"").expect("control");
    assert!(matches!(writer.write("a.txt", b""), Err(FolderError::Exists { .. })));
    assert!(matches!(begin(dir.path(), "../batch"), Err(FolderError::BadPath { .. })));
}

#[test]
fn a_vanished_folder_is_said_so() {
    let dir = TempDir::new().expect("folder");
    let target = dir.path().join("stick");
    assert!(matches!(begin(&target, "batch"), Err(FolderError::Vanished)));
    fs::create_dir(&target).expect("create");
    let mut writer = begin(&target, "batch").expect("begin");
    writer.write("a/one.txt", b"one").expect("write");
    fs::remove_dir_all(&target).expect("remove");
    assert!(matches!(writer.write("a/two.txt", b"two"), Err(FolderError::Vanished)));
    assert!(matches!(writer.publish(), Err(FolderError::Vanished)));
    assert!(matches!(writer.abandon(), Abandoned::Remains(_)));
}

#[test]
fn what_an_interrupted_run_left_can_be_removed_and_another_writers_folder_stays() {
    let dir = TempDir::new().expect("folder");
    let (mine, theirs) = (part_name("batch").expect("name"), part_name("batch").expect("name"));
    assert_ne!(mine, theirs);
    fs::create_dir_all(dir.path().join(&mine).join("a")).expect("create");
    fs::write(dir.path().join(&mine).join("a/one.txt"), b"one").expect("write");
    let mut other = FolderWriter::begin(dir.path(), "batch", &theirs).expect("begin");
    other.write("two.txt", b"two").expect("write");
    remove_part(dir.path(), &mine).expect("removed");
    remove_part(dir.path(), &mine).expect("nothing there is no error");
    assert_eq!(names(dir.path()), [theirs]);
    assert_eq!(other.publish().expect("publish"), dir.path().join("batch"));
    assert!(matches!(remove_part(&dir.path().join("gone"), &mine), Err(FolderError::Vanished)));
    for name in ["batch", "", ".", "..", ".batch.part", "../x", ".batch.0123456789abcdeg.part"] {
        assert!(matches!(remove_part(dir.path(), name), Err(FolderError::BadPath { .. })), "{name:?}");
    }
    assert_eq!(names(dir.path()), ["batch"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_so_and_leaves_nothing() {
    use std::process::Command;
    let dir = TempDir::new().expect("folder");
    let mount =
        Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(dir.path()).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        println!("SKIP no small volume could be mounted");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        let mut writer = begin(dir.path(), "batch").expect("begin");
        writer.write("small.bin", &[7; 1000]).expect("control: a small file fits");
        assert!(matches!(writer.write("big.bin", &[7; 1_000_000]), Err(FolderError::DiskFull)));
        assert_eq!(writer.abandon(), Abandoned::Clean);
        assert!(names(dir.path()).is_empty());
    });
    let unmounted = Command::new("umount").arg(dir.path()).status();
    assert!(unmounted.is_ok_and(|status| status.success()));
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}
