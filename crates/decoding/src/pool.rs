//! The workers of a register: started when there is work, kept for the next file, ended when there is none for a while.
//!
//! One thread, the keeper, starts the workers, since on Linux a worker dies with the thread that started it; it counts the
//! time that their jobs take, and ends those at rest for long. As many workers run as callers ask at once.
//! Invariant: when [`Pool::end`] has returned, no worker is left and none is started any more.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use imaging::FileKind;

use crate::buffer::Input;
use crate::error::DecodingError;
use crate::job::{Done, Job};
use crate::process::{Patience, Process, Worker};

/// How often the keeper looks. Ticks are counted and not the time, which goes on while a computer sleeps.
const TICK: Duration = Duration::from_millis(250);
/// How long a worker is kept without work: long enough for the next photograph that someone looks at.
const MOST_REST: u32 = 80;
/// Workers kept without work; each holds the memory of a picture or two.
const MOST_AT_REST: usize = 4;

/// Three starts; half a minute, and ten seconds for each started 24 megapixels: some forty times of what they take, and more
/// than their processor time.
pub(crate) const PATIENCE: Patience = Patience { starts: 3, first: 120, for_pixels: 40 };

struct Resting {
    worker: Worker,
    ticks: u32,
}

#[derive(Default)]
struct State {
    at_rest: Vec<Resting>,
    all: Vec<Weak<Process>>,
    keeper: Option<(Sender<Order>, JoinHandle<()>)>,
    is_over: bool,
}

enum Order {
    Start(SyncSender<Result<Worker, DecodingError>>),
    End,
}

type Shared = Arc<Mutex<State>>;

/// The workers.
pub(crate) struct Pool {
    program: PathBuf,
    patience: Patience,
    state: Shared,
}

impl Pool {
    pub(crate) fn new(program: PathBuf, patience: Patience) -> Self {
        Self { program, patience, state: Arc::default() }
    }

    /// Has a worker do a job.
    pub(crate) fn ask(&self, input: Input<'_>, kind: FileKind, job: Job) -> Result<Done, DecodingError> {
        let mut worker = self.worker()?;
        let answer = worker.ask(input, kind, job);
        if matches!(answer, Err(DecodingError::Lost(_))) {
            drop(worker);
            // not the file's fault when the register was locked meanwhile
            return if lock(&self.state).is_over { Err(DecodingError::Ended) } else { answer };
        }
        self.rest(worker);
        answer
    }

    /// One at rest, the last used first, else a new one.
    fn worker(&self) -> Result<Worker, DecodingError> {
        loop {
            let mut state = lock(&self.state);
            if state.is_over {
                return Err(DecodingError::Ended);
            }
            let Some(Resting { worker, .. }) = state.at_rest.pop() else { break };
            drop(state);
            if worker.is_running() {
                return Ok(worker);
            }
        }
        let mut starts = 1;
        loop {
            let mut worker = self.started()?;
            match worker.become_ready() {
                Ok(()) => return Ok(worker),
                // the system may have ended it for want of memory
                Err(error) if starts < self.patience.starts => tracing::warn!(%error, "started again"),
                Err(error) => return Err(error),
            }
            starts += 1;
        }
    }

    fn started(&self) -> Result<Worker, DecodingError> {
        let gone = || DecodingError::NoWorker("nobody starts it".to_owned());
        let (reply, started) = mpsc::sync_channel(1);
        self.orders()?.send(Order::Start(reply)).map_err(|_| gone())?;
        started.recv().map_err(|_| gone())?
    }

    /// The keeper's ear.
    fn orders(&self) -> Result<Sender<Order>, DecodingError> {
        let mut state = lock(&self.state);
        if state.is_over {
            return Err(DecodingError::Ended);
        }
        if let Some((orders, _)) = &state.keeper {
            return Ok(orders.clone());
        }
        let (sender, orders) = mpsc::channel();
        let (shared, program, patience) = (Arc::clone(&self.state), self.program.clone(), self.patience);
        let keeper = thread::Builder::new()
            .name("decoding".to_owned())
            .spawn(move || Keeper { state: shared, program, patience, orders }.keep());
        let keeper = keeper.map_err(|error| DecodingError::NoWorker(error.to_string()))?;
        state.keeper = Some((sender.clone(), keeper));
        Ok(sender)
    }

    fn rest(&self, worker: Worker) {
        let mut state = lock(&self.state);
        if !state.is_over && state.at_rest.len() < MOST_AT_REST {
            state.at_rest.push(Resting { worker, ticks: 0 });
            return;
        }
        drop(state);
        drop(worker);
    }

    /// Ends every worker, also one that has a job, and starts none any more.
    pub(crate) fn end(&self) {
        let (at_rest, all, keeper) = {
            let mut state = lock(&self.state);
            state.is_over = true;
            (std::mem::take(&mut state.at_rest), std::mem::take(&mut state.all), state.keeper.take())
        };
        if let Some((orders, keeper)) = keeper {
            // whatever it was about to start is in the list or dropped when it has ended
            let _ = orders.send(Order::End);
            if keeper.join().is_err() {
                tracing::error!("the keeper of the workers panicked");
            }
        }
        let late = std::mem::take(&mut lock(&self.state).all);
        for process in all.iter().chain(&late).filter_map(Weak::upgrade) {
            process.kill();
        }
        drop(at_rest);
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.end();
    }
}

struct Keeper {
    state: Shared,
    program: PathBuf,
    patience: Patience,
    orders: Receiver<Order>,
}

impl Keeper {
    fn keep(self) {
        loop {
            let order = if self.has_workers() {
                self.orders.recv_timeout(TICK)
            } else {
                self.orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match order {
                Ok(Order::Start(reply)) => {
                    // who does not wait for it any more has it dropped
                    let _ = reply.send(self.start());
                }
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Ok(Order::End) | Err(RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    fn start(&self) -> Result<Worker, DecodingError> {
        let (process, worker) = Worker::start(&self.program, self.patience)
            .map_err(|error| DecodingError::NoWorker(error.to_string()))?;
        let mut state = lock(&self.state);
        state.all.push(Arc::downgrade(&process));
        Ok(worker)
    }

    fn has_workers(&self) -> bool {
        let mut state = lock(&self.state);
        state.all.retain(|process| process.strong_count() > 0);
        !state.all.is_empty()
    }

    fn tick(&self) {
        let (processes, rested): (Vec<_>, Vec<_>) = {
            let mut state = lock(&self.state);
            state.at_rest.iter_mut().for_each(|resting| resting.ticks += 1);
            let rested = state.at_rest.extract_if(.., |resting| resting.ticks > MOST_REST).collect();
            (state.all.clone(), rested)
        };
        processes.iter().filter_map(Weak::upgrade).for_each(|process| process.tick());
        drop(rested);
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
