//! For tests: files that make the worker do what a file that took it over might do. A file says which by its last bytes,
//! so that it takes the way of every other file; without them it is a picture like any.

use std::fs::File;
use std::io::{self, Read, Write};
use std::net::TcpListener;
use std::process::Command;

/// Before the name of a trial, at a file's end.
const MARK: &[u8] = b"kontakti-trial:";

/// What the worker does instead of decoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// Dies.
    Die,
    /// Computes for ever.
    Spin,
    /// Waits for ever.
    Wait,
    /// Takes memory until there is none.
    Bomb,
    /// Breaks in a way that is contained.
    Panic,
    /// Reads a file.
    ReadFile,
    /// Writes a file.
    WriteFile,
    /// Listens on the network.
    Network,
    /// Runs a program.
    Execute,
    /// Starts a thread.
    Thread,
    /// Makes memory executable.
    Executable,
    /// Lifts its limit of open files.
    Lift,
    /// Lets others look into its memory again.
    Expose,
    /// Sends a signal, which it could to any other process.
    Signal,
    /// Says that it will say more than there can be.
    Flood,
    /// Says what no worker says.
    Babble,
    /// Says the first half of something and dies.
    Break,
}

impl Trial {
    /// Every trial.
    pub const ALL: [Self; 17] = [
        Self::Die,
        Self::Spin,
        Self::Wait,
        Self::Bomb,
        Self::Panic,
        Self::ReadFile,
        Self::WriteFile,
        Self::Network,
        Self::Execute,
        Self::Thread,
        Self::Executable,
        Self::Lift,
        Self::Expose,
        Self::Signal,
        Self::Flood,
        Self::Babble,
        Self::Break,
    ];

    /// Those that ask the system for what a worker has no use for.
    pub const FORBIDDEN: [Self; 9] = [
        Self::ReadFile,
        Self::WriteFile,
        Self::Network,
        Self::Execute,
        Self::Thread,
        Self::Executable,
        Self::Lift,
        Self::Expose,
        Self::Signal,
    ];

    /// Its name.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// `file` with this trial at its end.
    pub fn within(self, file: &[u8]) -> Vec<u8> {
        [file, MARK, self.name().as_bytes()].concat()
    }

    /// Does it. The forbidden ones are done with an error where the system refused.
    ///
    /// # Errors
    /// The system's.
    pub fn run(self, mut asked: &File, mut says: &File) -> io::Result<()> {
        match self {
            Self::Die => std::process::abort(),
            Self::Spin => {
                let mut turns = 0u64;
                loop {
                    turns = std::hint::black_box(turns.wrapping_add(1));
                }
            }
            // nothing is asked while there is a job
            Self::Wait => asked.read(&mut [0]).map(drop),
            Self::Bomb => {
                let mut held: Vec<Vec<u8>> = Vec::new();
                loop {
                    held.push(std::hint::black_box(vec![1; 8 << 20]));
                }
            }
            Self::Panic => {
                let contained = std::panic::catch_unwind(|| std::panic::resume_unwind(Box::new(())));
                contained.map_or(Ok(()), Ok)
            }
            Self::ReadFile => File::open("/etc/hostname").map(drop),
            Self::WriteFile => {
                let path = format!("/dev/shm/kontakti-trial-{}", std::process::id());
                std::fs::write(&path, b"x").and_then(|()| std::fs::remove_file(&path))
            }
            Self::Network => TcpListener::bind("127.0.0.1:0").map(drop),
            Self::Execute => Command::new("/bin/true").status().map(drop),
            Self::Thread => std::thread::Builder::new().spawn(|| {}).map(drop),
            Self::Executable => executable(),
            Self::Lift => lift(),
            Self::Expose => expose(),
            Self::Signal => signal(),
            Self::Flood => says.write_all(&u64::MAX.to_le_bytes()),
            Self::Babble => says.write_all(&[&3u64.to_le_bytes()[..], b"\x44\x01\x09"].concat()),
            Self::Break => {
                says.write_all(&[&1000u64.to_le_bytes()[..], b"\x44\x01"].concat())?;
                std::process::abort()
            }
        }
    }
}

/// What a file asks for.
pub(crate) fn of(bytes: &[u8]) -> Option<Trial> {
    let end = bytes.get(bytes.len().saturating_sub(40)..)?;
    let place = end.windows(MARK.len()).position(|part| part == MARK)?;
    let name = end.get(place + MARK.len()..)?;
    Trial::ALL.into_iter().find(|trial| trial.name().as_bytes() == name)
}

#[cfg(target_os = "linux")]
fn executable() -> io::Result<()> {
    let mut map = memmap2::MmapOptions::new().len(4096).map_anon()?;
    map.fill(0xC3);
    map.make_exec().map(drop)
}

#[cfg(target_os = "linux")]
fn lift() -> io::Result<()> {
    use rustix::process::{Resource, getrlimit, setrlimit};
    Ok(setrlimit(Resource::Nofile, getrlimit(Resource::Nofile))?)
}

#[cfg(target_os = "linux")]
fn expose() -> io::Result<()> {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    Ok(set_dumpable_behavior(DumpableBehavior::Dumpable)?)
}

#[cfg(target_os = "linux")]
fn signal() -> io::Result<()> {
    use rustix::process::{getpid, test_kill_process};
    Ok(test_kill_process(getpid())?)
}

#[cfg(not(target_os = "linux"))]
use unsupported::{
    unsupported as executable, unsupported as lift, unsupported as expose, unsupported as signal,
};

#[cfg(not(target_os = "linux"))]
mod unsupported {
    pub(super) fn unsupported() -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
}
