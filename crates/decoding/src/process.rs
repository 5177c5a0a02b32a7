//! The program's side of one worker: start it, ask it, end it.
//!
//! Invariants: nothing that a worker says is believed before it was checked; a worker that said anything wrong, died or
//! took too long is never asked again; a worker that is dropped is dead and waited for.

use std::io;
use std::path::Path;
use std::process::{Child, ChildStdout, Command};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use imaging::{FileKind, ImagingError};

use crate::buffer::Input;
use crate::channel::{Ends, ToWorker, hear, start};
use crate::error::{DecodingError, Loss};
use crate::job::{Done, Job};
use crate::message::{MOST_ASIDE, Place, Request, Said, is_ready, most_answer, said};
use crate::worker::ARGUMENT;

/// A worker without a job.
const AT_REST: u32 = u32::MAX;
/// Memory that a worker has mapped at the most.
#[cfg(target_os = "linux")]
const MOST_SEEN: usize = 8;

/// How long a worker may take and how often it may fail to start. Times are in ticks of the pool's keeper. Processor time is limited more closely by the worker itself
/// where the system can; this is for one that waits for ever, so that a busy computer costs no photograph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// So often a worker is started before it is said that there is none.
    pub(crate) starts: u32,
    /// For starting, and for a file that claims no pixels.
    pub(crate) first: u32,
    /// More for each started 24 megapixels.
    pub(crate) for_pixels: u32,
}

const PIXELS: u64 = 24_000_000;

impl Patience {
    fn with(self, pixels: u64) -> u32 {
        let started = u32::try_from(pixels.div_ceil(PIXELS)).unwrap_or(u32::MAX);
        self.first.saturating_add(self.for_pixels.saturating_mul(started)).min(AT_REST - 1)
    }
}

/// A worker's process, for whoever may have to end it.
#[derive(Debug)]
pub(crate) struct Process {
    child: Mutex<Child>,
    left: AtomicU32,
    is_late: AtomicBool,
}

impl Process {
    /// Ends it and waits for it; nothing when it has ended.
    pub(crate) fn kill(&self) {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        // either fails only when it has ended and was waited for
        let _ = child.kill();
        let _ = child.wait();
    }

    fn is_running(&self) -> bool {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(child.try_wait(), Ok(None))
    }

    /// One tick of a job goes by; the last one ends the process.
    pub(crate) fn tick(&self) {
        let counted = self.left.try_update(Ordering::AcqRel, Ordering::Acquire, |left| {
            (left != AT_REST && left > 0).then(|| left - 1)
        });
        if counted == Ok(1) {
            self.is_late.store(true, Ordering::Release);
            self.kill();
        }
    }
}

/// A worker.
#[derive(Debug)]
pub(crate) struct Worker {
    process: Arc<Process>,
    to: ToWorker,
    from: ChildStdout,
    patience: Patience,
    /// Memory that it has mapped, the oldest first.
    #[cfg(target_os = "linux")]
    seen: Vec<u64>,
}

impl Worker {
    /// Starts `program` as a worker. It is not ready yet. Where the thread that called this ends, so does the worker.
    pub(crate) fn start(program: &Path, patience: Patience) -> io::Result<(Arc<Process>, Self)> {
        let mut command = Command::new(program);
        command.arg(ARGUMENT).env_clear().current_dir(root());
        let Ends { child, to, from } = start(command)?;
        let process = Arc::new(Process {
            child: Mutex::new(child),
            left: AtomicU32::new(patience.with(0)),
            is_late: AtomicBool::new(false),
        });
        let worker = Self {
            process: Arc::clone(&process),
            to,
            from,
            patience,
            #[cfg(target_os = "linux")]
            seen: Vec::new(),
        };
        Ok((process, worker))
    }

    /// Waits until it is confined and ready.
    pub(crate) fn become_ready(&mut self) -> Result<(), DecodingError> {
        let heard = hear(&mut self.from, MOST_ASIDE);
        self.process.left.store(AT_REST, Ordering::Release);
        match heard {
            Ok(Some(said)) if is_ready(&said) => Ok(()),
            Ok(Some(_)) => Err(DecodingError::NoWorker("it is another program".to_owned())),
            Ok(None) => Err(DecodingError::NoWorker("it could not be confined".to_owned())),
            Err(error) => Err(DecodingError::NoWorker(error.to_string())),
        }
    }

    /// Whether it can be asked.
    pub(crate) fn is_running(&self) -> bool {
        self.process.is_running()
    }

    /// Has it do a job. After [`DecodingError::Lost`] it is not to be asked again.
    pub(crate) fn ask(&mut self, input: Input<'_>, kind: FileKind, job: Job) -> Result<Done, DecodingError> {
        self.process.left.store(self.patience.with(0), Ordering::Release);
        let answer = self.asked(input, kind, job);
        self.process.left.store(AT_REST, Ordering::Release);
        match answer {
            Ok(outcome) => outcome.map_err(DecodingError::Picture),
            Err(error) => Err(DecodingError::Lost(match error.kind() {
                _ if self.process.is_late.load(Ordering::Acquire) => Loss::TookTooLong,
                io::ErrorKind::InvalidData => Loss::Nonsense,
                _ => Loss::Died,
            })),
        }
    }

    fn asked(
        &mut self,
        input: Input<'_>,
        kind: FileKind,
        job: Job,
    ) -> io::Result<Result<Done, ImagingError>> {
        self.send(input, kind, job)?;
        let mut claimed = 0;
        loop {
            let most = most_answer(&job, claimed);
            let heard = hear(&mut self.from, most)?.ok_or(io::ErrorKind::UnexpectedEof)?;
            match said(&heard, &job).map_err(|_| io::ErrorKind::InvalidData)? {
                Said::Done(outcome) => return Ok(*outcome),
                // once, or it could ask for time again and again
                Said::Announced(pixels) if claimed == 0 => {
                    claimed = pixels;
                    let pixels = pixels.saturating_add(job.pixels_made());
                    self.process.left.store(self.patience.with(pixels), Ordering::Release);
                }
                Said::Announced(_) => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
    }

    #[cfg(target_os = "linux")]
    fn send(&mut self, input: Input<'_>, kind: FileKind, job: Job) -> io::Result<()> {
        let length = input.bytes.len() as u64;
        let Some(memory) = input.shared else {
            let request = Request { place: Place::Following, length, kind, job };
            return self.to.ask(&request.to_bytes(), None, input.bytes);
        };
        let id = memory.id();
        let is_new = !self.seen.contains(&id);
        let forget = (is_new && self.seen.len() == MOST_SEEN).then(|| self.seen.remove(0));
        if is_new {
            self.seen.push(id);
        }
        let place = Place::Shared { id, capacity: memory.capacity() as u64, is_new, forget };
        let request = Request { place, length, kind, job };
        self.to.ask(&request.to_bytes(), is_new.then(|| memory.descriptor()), &[])
    }

    #[cfg(not(target_os = "linux"))]
    fn send(&mut self, input: Input<'_>, kind: FileKind, job: Job) -> io::Result<()> {
        let length = input.bytes.len() as u64;
        let request = Request { place: Place::Following, length, kind, job };
        self.to.ask(&request.to_bytes(), input.bytes)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.process.kill();
    }
}

/// A folder that no disk is kept busy by.
fn root() -> &'static Path {
    Path::new(if cfg!(windows) { r"C:\" } else { "/" })
}
