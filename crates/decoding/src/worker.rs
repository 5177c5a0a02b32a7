//! The worker's side: confine, then answer request after request until the program goes.
//!
//! Invariants: no foreign byte is read before the process is confined; nothing is logged and nothing is kept of a file
//! but memory that the next one may fill. Whatever goes wrong with the channel ends the process: the program starts
//! another.

use std::fs::File;
use std::io::{self, Read, Write};

use crate::channel::{length_of, next_request};
use crate::confine::Limits;
use crate::message::{MOST_INPUT, Place, Request, announced, done, ready};
use crate::wire::Nonsense;

/// The argument that makes the program a worker.
pub(crate) const ARGUMENT: &str = "--decode-worker";

/// Turns the process into a worker when it was started as one, and ends it when the work is over. To be called before
/// anything else: what the program opens, reads or starts first, a worker would have as well.
pub fn run_worker_if_asked() {
    let mut given = std::env::args_os().skip(1);
    if given.next().is_none_or(|first| first != ARGUMENT) || given.next().is_some() {
        return;
    }
    std::process::exit(i32::from(work().is_err()))
}

fn work() -> io::Result<()> {
    // a panic is contained where it happens, and words about it have nowhere to go
    std::panic::set_hook(Box::new(|_| {}));
    crate::confine::close_inherited();
    let (asked, says) = standard_files()?;
    let mut worker = Worker {
        limits: crate::confine::confine()?,
        asked,
        says,
        #[cfg(target_os = "linux")]
        seen: Vec::new(),
    };
    worker.say(&ready())?;
    while worker.answer_next()? {}
    Ok(())
}

struct Worker {
    limits: Limits,
    asked: File,
    says: File,
    #[cfg(target_os = "linux")]
    seen: Vec<(u64, crate::memory::SeenMemory)>,
}

impl Worker {
    /// Answers one request; false when the program has gone.
    fn answer_next(&mut self) -> io::Result<bool> {
        #[cfg(target_os = "linux")]
        let asked = next_request(&self.asked)?;
        #[cfg(not(target_os = "linux"))]
        let asked = next_request(&self.asked)?.map(|request| (request, ()));
        let Some((bytes, memory)) = asked else { return Ok(false) };
        let request = Request::from_bytes(&bytes).map_err(nonsense)?;
        if request.length > MOST_INPUT {
            return Err(nonsense(Nonsense));
        }
        let length = usize::try_from(request.length).map_err(io::Error::other)?;
        match request.place {
            Place::Following => {
                self.limits.begin(request.length, &request);
                let mut bytes = Vec::new();
                bytes.try_reserve_exact(length).map_err(io::Error::other)?;
                (&self.asked).take(request.length).read_to_end(&mut bytes)?;
                if bytes.len() != length {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                self.run(&bytes, &request)?;
            }
            #[cfg(target_os = "linux")]
            Place::Shared { id, capacity, is_new, forget } => {
                if let Some(forget) = forget {
                    self.seen.retain(|(known, _)| *known != forget);
                }
                if let (true, Some(memory)) = (is_new, memory) {
                    let capacity = usize::try_from(capacity).map_err(io::Error::other)?;
                    self.seen.push((id, crate::memory::SeenMemory::new(memory, capacity)?));
                }
                self.limits.begin(0, &request);
                let seen = self.seen.iter().find(|(known, _)| *known == id);
                let bytes = seen.and_then(|(_, memory)| memory.bytes().get(..length));
                self.run(bytes.ok_or_else(|| nonsense(Nonsense))?, &request)?;
            }
            #[cfg(not(target_os = "linux"))]
            Place::Shared { .. } => {
                let () = memory;
                return Err(nonsense(Nonsense));
            }
        }
        self.limits.end();
        Ok(true)
    }

    fn run(&self, bytes: &[u8], request: &Request) -> io::Result<()> {
        #[cfg(feature = "testing")]
        if let Some(trial) = crate::trial::of(bytes) {
            trial.run(&self.asked, &self.says)?;
        }
        let mut told = Ok(());
        let outcome = request.job.run(bytes, request.kind, &mut |pixels| {
            self.limits.allow(pixels, request);
            told = self.say(&announced(pixels));
        });
        told?;
        self.say(&done(&outcome))
    }

    fn say(&self, said: &[u8]) -> io::Result<()> {
        let mut to = &self.says;
        to.write_all(&length_of(said))?;
        to.write_all(said)
    }
}

fn nonsense(_: Nonsense) -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Standard input and output without their buffers.
fn standard_files() -> io::Result<(File, File)> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        let (asked, says) =
            (io::stdin().as_fd().try_clone_to_owned()?, io::stdout().as_fd().try_clone_to_owned()?);
        Ok((File::from(asked), File::from(says)))
    }
    #[cfg(windows)]
    {
        use std::os::windows::io::AsHandle;
        let asked = io::stdin().as_handle().try_clone_to_owned()?;
        let says = io::stdout().as_handle().try_clone_to_owned()?;
        Ok((File::from(asked), File::from(says)))
    }
}
