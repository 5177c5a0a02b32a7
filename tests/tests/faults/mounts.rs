//! Small file systems of a test's own, unmounted whatever happens.

use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Says that a test did not run, and why; a failure where every fault is required to be tried.
pub fn skip(why: &str) {
    assert!(std::env::var("KONTAKTI_FAULTS").as_deref() != Ok("required"), "not tried: {why}");
    println!("SKIP {why}");
}

/// Makes the file `image` a small disk with an empty ext4; none, with a `SKIP`, where that cannot be done.
pub fn make_disk(image: &Path) -> Option<()> {
    File::create(image).unwrap().set_len(768 << 20).unwrap();
    let Ok(made) = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(image).output() else {
        skip("no mkfs.ext4");
        return None;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    Some(())
}

/// A mounted file system.
pub struct Mounted {
    // dropped after the unmount
    dir: TempDir,
}

impl Mounted {
    /// An empty file system of so many bytes in memory; none, with a `SKIP`, where mounting is not allowed.
    pub fn tmpfs(bytes: u64) -> Option<Self> {
        let options = format!("size={bytes},mode=0777");
        Self::mount(&["-t", "tmpfs", "-o", &options, "kontakti-test"].map(OsStr::new))
    }

    /// The folder `shown` once more, in a place that can be unmounted under whoever reads from it.
    pub fn bind(shown: &Path) -> Option<Self> {
        Self::mount(&[OsStr::new("--bind"), shown.as_os_str()])
    }

    /// The file system in the file `image`, as after a start of the computer. A journal that is never written by the
    /// clock: what was not flushed is lost in a power cut.
    pub fn image(image: &Path) -> Option<Self> {
        Self::mount(&[OsStr::new("-o"), OsStr::new("loop,commit=300"), image.as_os_str()])
    }

    fn mount(arguments: &[&OsStr]) -> Option<Self> {
        if !rustix::process::geteuid().is_root() {
            skip("mounting needs root");
            return None;
        }
        let dir = tempfile::tempdir().unwrap();
        let done = Command::new("mount").args(arguments).arg(dir.path()).output().unwrap();
        if !done.status.success() {
            skip(&format!("mount: {}", String::from_utf8_lossy(&done.stderr).trim()));
            return None;
        }
        Some(Self { dir })
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Unmounts it; nobody may have a file open there any more.
    pub fn unmount(self) {
        let done = Command::new("umount").arg(self.path()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Makes it read-only or writable again.
    pub fn set_read_only(&self, is_read_only: bool) {
        let mode = if is_read_only { "remount,ro" } else { "remount,rw" };
        let done = Command::new("mount").args(["-o", mode]).arg(self.path()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

/// Takes what is mounted at a place away at once, like a card that is pulled: whoever has files open there keeps them.
pub fn pull(place: &Path) {
    let done = Command::new("umount").arg("--lazy").arg(place).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Mounts a folder at a place where something was pulled.
pub fn put_back(shown: &Path, place: &Path) {
    let done = Command::new("mount").arg("--bind").args([shown, place]).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // what was pulled by the test is not mounted any more
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).output();
    }
}
