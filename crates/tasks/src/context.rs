//! What running work holds: its progress, and whether it should stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::Progress;

/// Progress is published at most this often.
const THROTTLE: Duration = Duration::from_millis(100);

/// The user asked the work to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

type Publish = Box<dyn FnMut(Progress) + Send>;

/// Progress and cancel of one run.
pub struct TaskCtx {
    progress: Progress,
    is_cancelled: Arc<AtomicBool>,
    publish: Publish,
    published_at: Option<Instant>,
    steps_left: Option<u32>,
}

impl TaskCtx {
    pub(crate) fn new(is_cancelled: Arc<AtomicBool>, publish: Publish) -> Self {
        Self { progress: Progress::default(), is_cancelled, publish, published_at: None, steps_left: None }
    }

    /// Work that nobody watches and nobody cancels.
    pub fn unwatched() -> Self {
        Self::new(Arc::default(), Box::new(|_| {}))
    }

    /// Work that finds itself cancelled at its step number `steps` (from 0): lets a test stop at every place in turn.
    pub fn cancelled_at(steps: u32) -> Self {
        Self { steps_left: Some(steps), ..Self::unwatched() }
    }

    /// Changes the progress, publishes it when it is time, and says whether to go on.
    ///
    /// # Errors
    /// [`Cancelled`] once the user asked to stop.
    pub fn step(&mut self, change: impl FnOnce(&mut Progress)) -> Result<(), Cancelled> {
        match &mut self.steps_left {
            Some(0) => self.is_cancelled.store(true, Ordering::Release),
            Some(left) => *left -= 1,
            None => {}
        }
        change(&mut self.progress);
        let now = Instant::now();
        if self.published_at.is_none_or(|at| now.duration_since(at) >= THROTTLE) {
            self.published_at = Some(now);
            (self.publish)(self.progress);
        }
        if self.is_cancelled.load(Ordering::Acquire) { Err(Cancelled) } else { Ok(()) }
    }

    /// A flag for work on other threads: true once the user asked to stop.
    pub fn cancel_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_cancelled)
    }

    /// How far the work is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    pub(crate) fn finish(mut self) -> Progress {
        (self.publish)(self.progress);
        self.progress
    }
}
