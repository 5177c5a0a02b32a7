//! Threads, a registry of tasks, and who is told of their progress.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::{Progress, Rate, TaskCtx};

/// Number of a task within this run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub i64);

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Under way.
    Running,
    /// Asked to stop, not stopped yet.
    Cancelling,
    /// Went through.
    Completed,
    /// Stopped on request.
    Cancelled,
    /// Ended by an error.
    Failed,
}

impl TaskState {
    /// Whether the task still holds its thread.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Running | Self::Cancelling)
    }
}

/// What a task's work comes back with.
pub enum TaskOutcome<R, E> {
    /// It went through.
    Completed(R),
    /// It stopped on request; what it left may still be of use.
    Cancelled(Option<R>),
    /// It could not go on.
    Failed(E),
}

/// A task as it stands now.
#[derive(Debug, Clone)]
pub struct TaskSnapshot<K, R, E> {
    /// Its number.
    pub id: TaskId,
    /// What kind of work.
    pub kind: K,
    /// What it works on, for display.
    pub subject: String,
    /// How it stands.
    pub state: TaskState,
    /// How far it is.
    pub progress: Progress,
    /// Bytes a second over the last seconds.
    pub bytes_per_second: u64,
    /// Seconds until the end at this speed.
    pub seconds_left: Option<u32>,
    /// Unix milliseconds, by the caller's clock.
    pub started_at: i64,
    /// Unix milliseconds, by the caller's clock.
    pub ended_at: Option<i64>,
    /// What it left.
    pub result: Option<R>,
    /// Why it failed.
    pub error: Option<E>,
}

/// Is told of each change of a task.
pub type Listener<K, R, E> = Box<dyn Fn(&TaskSnapshot<K, R, E>) + Send + Sync>;

struct Entry<K, R, E> {
    snapshot: TaskSnapshot<K, R, E>,
    rate: Rate,
    cancel: Arc<AtomicBool>,
}

struct Registry<K, R, E> {
    next: i64,
    tasks: BTreeMap<TaskId, Entry<K, R, E>>,
}

impl<K: Copy, R, E> Registry<K, R, E> {
    fn has_active(&self, is_such: impl Fn(K) -> bool) -> bool {
        let mut active = self.tasks.values().filter(|entry| entry.snapshot.state.is_active());
        active.any(|entry| is_such(entry.snapshot.kind))
    }
}

struct Shared<K, R, E> {
    registry: Mutex<Registry<K, R, E>>,
    ended: Condvar,
    listener: Listener<K, R, E>,
    now: Box<dyn Fn() -> i64 + Send + Sync>,
}

impl<K, R, E> Shared<K, R, E> {
    fn lock(&self) -> MutexGuard<'_, Registry<K, R, E>> {
        self.registry.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs tasks, each on a thread of its own. `K` is the caller's kind of task, `R` what tasks leave, `E` why they fail.
pub struct Runner<K, R, E> {
    shared: Arc<Shared<K, R, E>>,
}

impl<K, R, E> Runner<K, R, E>
where
    K: Copy + Send + 'static,
    R: Clone + Send + 'static,
    E: Clone + Send + 'static,
{
    /// A runner that tells `listener` of changes and takes the time (Unix milliseconds) from `now`.
    pub fn new(listener: Listener<K, R, E>, now: Box<dyn Fn() -> i64 + Send + Sync>) -> Self {
        let registry = Registry { next: 1, tasks: BTreeMap::new() };
        Self {
            shared: Arc::new(Shared { registry: Mutex::new(registry), ended: Condvar::new(), listener, now }),
        }
    }

    /// Starts `work` on a thread. A panic in it ends the task with the error that `on_panic` makes.
    pub fn start(
        &self,
        kind: K,
        subject: impl Into<String>,
        work: impl FnOnce(&mut TaskCtx) -> TaskOutcome<R, E> + Send + 'static,
        on_panic: impl FnOnce(Box<dyn Any + Send>) -> E + Send + 'static,
    ) -> TaskId {
        let cancel = Arc::new(AtomicBool::new(false));
        let mut registry = self.shared.lock();
        let id = TaskId(registry.next);
        registry.next += 1;
        let snapshot = TaskSnapshot {
            id,
            kind,
            subject: subject.into(),
            state: TaskState::Running,
            progress: Progress::default(),
            bytes_per_second: 0,
            seconds_left: None,
            started_at: (self.shared.now)(),
            ended_at: None,
            result: None,
            error: None,
        };
        registry.tasks.insert(
            id,
            Entry { snapshot: snapshot.clone(), rate: Rate::default(), cancel: Arc::clone(&cancel) },
        );
        drop(registry);
        (self.shared.listener)(&snapshot);

        let shared = Arc::clone(&self.shared);
        std::thread::spawn(move || {
            let publisher = Arc::clone(&shared);
            let mut context =
                TaskCtx::new(cancel, Box::new(move |progress| report(&publisher, id, progress)));
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&mut context)));
            let progress = context.finish();
            let (state, result, error) = match outcome {
                Ok(TaskOutcome::Completed(result)) => (TaskState::Completed, Some(result), None),
                Ok(TaskOutcome::Cancelled(result)) => (TaskState::Cancelled, result, None),
                Ok(TaskOutcome::Failed(error)) => (TaskState::Failed, None, Some(error)),
                Err(panic) => (TaskState::Failed, None, Some(on_panic(panic))),
            };
            let now = (shared.now)();
            update(&shared, id, |snapshot| {
                snapshot.state = state;
                snapshot.progress = progress;
                snapshot.seconds_left = None;
                snapshot.ended_at = Some(now);
                snapshot.result = result.or(snapshot.result.take());
                snapshot.error = error;
            });
            shared.ended.notify_all();
        });
        id
    }

    /// Says beforehand what an active task works on and will leave. Its own last word stands; a task that fails keeps
    /// this.
    pub fn announce(&self, id: TaskId, result: R) {
        update(&self.shared, id, |snapshot| {
            if snapshot.state.is_active() {
                snapshot.result = Some(result);
            }
        });
    }

    /// Asks a task to stop; nothing happens when it is not there or has ended.
    pub fn cancel(&self, id: TaskId) {
        let mut asked = false;
        if let Some(entry) = self.shared.lock().tasks.get(&id)
            && entry.snapshot.state.is_active()
        {
            entry.cancel.store(true, Ordering::Release);
            asked = true;
        }
        if asked {
            update(&self.shared, id, |snapshot| {
                if snapshot.state == TaskState::Running {
                    snapshot.state = TaskState::Cancelling;
                }
            });
        }
    }

    /// Asks every task to stop and waits until all have.
    pub fn cancel_all_and_wait(&self) {
        let active: Vec<TaskId> =
            self.list().iter().filter(|task| task.state.is_active()).map(|task| task.id).collect();
        for id in active {
            self.cancel(id);
        }
        let mut registry = self.shared.lock();
        while registry.has_active(|_| true) {
            registry = self.shared.ended.wait(registry).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until a task has ended; gives it as it then stands, or none when it is not there.
    pub fn wait(&self, id: TaskId) -> Option<TaskSnapshot<K, R, E>> {
        let mut registry = self.shared.lock();
        loop {
            let snapshot = &registry.tasks.get(&id)?.snapshot;
            if !snapshot.state.is_active() {
                return Some(snapshot.clone());
            }
            registry = self.shared.ended.wait(registry).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Forgets an ended task; an active one stays.
    pub fn dismiss(&self, id: TaskId) {
        let mut registry = self.shared.lock();
        if registry.tasks.get(&id).is_some_and(|entry| !entry.snapshot.state.is_active()) {
            registry.tasks.remove(&id);
        }
    }

    /// Whether a task is under way.
    pub fn is_busy(&self) -> bool {
        self.has_active(|_| true)
    }

    /// Whether a task of such a kind is under way.
    pub fn has_active(&self, is_such: impl Fn(K) -> bool) -> bool {
        self.shared.lock().has_active(is_such)
    }

    /// Every task not yet dismissed, newest first.
    pub fn list(&self) -> Vec<TaskSnapshot<K, R, E>> {
        self.shared.lock().tasks.values().rev().map(|entry| entry.snapshot.clone()).collect()
    }
}

fn report<K: Clone, R: Clone, E: Clone>(shared: &Shared<K, R, E>, id: TaskId, progress: Progress) {
    let mut registry = shared.lock();
    let Some(entry) = registry.tasks.get_mut(&id) else { return };
    entry.rate.note(Instant::now(), progress);
    entry.snapshot.progress = progress;
    entry.snapshot.bytes_per_second = entry.rate.bytes_per_second();
    entry.snapshot.seconds_left = entry.rate.seconds_left();
    let snapshot = entry.snapshot.clone();
    drop(registry);
    (shared.listener)(&snapshot);
}

fn update<K: Clone, R: Clone, E: Clone>(
    shared: &Shared<K, R, E>,
    id: TaskId,
    change: impl FnOnce(&mut TaskSnapshot<K, R, E>),
) {
    let mut registry = shared.lock();
    let Some(entry) = registry.tasks.get_mut(&id) else { return };
    change(&mut entry.snapshot);
    let snapshot = entry.snapshot.clone();
    drop(registry);
    (shared.listener)(&snapshot);
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    type TestRunner = Runner<&'static str, u32, &'static str>;

    fn runner() -> (TestRunner, Arc<Mutex<Vec<TaskState>>>) {
        let seen: Arc<Mutex<Vec<TaskState>>> = Arc::default();
        let told = Arc::clone(&seen);
        let listener = move |task: &TaskSnapshot<_, _, _>| told.lock().unwrap().push(task.state);
        (Runner::new(Box::new(listener), Box::new(|| 42)), seen)
    }

    #[test]
    fn work_that_goes_through_leaves_its_result() {
        let (runner, seen) = runner();
        let id = runner.start(
            "import",
            "card",
            |ctx| {
                for _ in 0..3 {
                    if ctx.step(|progress| progress.done += 1).is_err() {
                        return TaskOutcome::Cancelled(None);
                    }
                }
                TaskOutcome::Completed(7)
            },
            |_| "panic",
        );
        let task = runner.wait(id).unwrap();
        assert_eq!((task.state, task.result, task.progress.done), (TaskState::Completed, Some(7), 3));
        assert_eq!((task.started_at, task.ended_at), (42, Some(42)));
        assert_eq!(seen.lock().unwrap().first(), Some(&TaskState::Running));
    }

    #[test]
    fn what_was_announced_is_known_from_the_start_until_the_end_says_otherwise() {
        let (runner, _) = runner();
        let ended = |outcome: TaskOutcome<u32, &'static str>| {
            let (go, wait) = mpsc::channel::<()>();
            let id =
                runner.start("import", "card", move |_| wait.recv().map(|()| outcome).unwrap(), |_| "panic");
            runner.announce(id, 5);
            assert_eq!(runner.list()[0].result, Some(5));
            go.send(()).unwrap();
            let task = runner.wait(id).unwrap();
            runner.announce(id, 6);
            (task.result, runner.list()[0].result)
        };
        assert_eq!(ended(TaskOutcome::Completed(7)), (Some(7), Some(7)));
        assert_eq!(ended(TaskOutcome::Cancelled(None)), (Some(5), Some(5)));
        assert_eq!(ended(TaskOutcome::Failed("disk")), (Some(5), Some(5)));
    }

    #[test]
    fn a_cancelled_task_stops_at_its_next_step() {
        let (runner, _) = runner();
        let (started, has_started) = mpsc::channel();
        let id = runner.start(
            "import",
            "card",
            move |ctx| {
                loop {
                    let _ = started.send(());
                    if ctx.step(|progress| progress.done += 1).is_err() {
                        return TaskOutcome::Cancelled(Some(1));
                    }
                }
            },
            |_| "panic",
        );
        has_started.recv().unwrap();
        runner.dismiss(id);
        assert_eq!(runner.list().len(), 1, "an active task cannot be dismissed");
        runner.cancel(id);
        let task = runner.wait(id).unwrap();
        assert_eq!((task.state, task.result), (TaskState::Cancelled, Some(1)));
        runner.dismiss(id);
        assert!(runner.list().is_empty());
    }

    #[test]
    fn a_panic_ends_its_own_task_only() {
        let (runner, _) = runner();
        let id = runner.start("import", "card", |_| panic!("broken"), |_| "panic");
        let task = runner.wait(id).unwrap();
        assert_eq!((task.state, task.error), (TaskState::Failed, Some("panic")));
        let id = runner.start("import", "card", |_| TaskOutcome::Completed(1), |_| "panic");
        assert_eq!(runner.wait(id).unwrap().state, TaskState::Completed);
    }

    #[test]
    fn all_can_be_stopped_and_waited_for() {
        let (runner, _) = runner();
        for _ in 0..3 {
            runner.start(
                "import",
                "card",
                |ctx| {
                    while ctx.step(|_| {}).is_ok() {
                        std::thread::yield_now();
                    }
                    TaskOutcome::Cancelled(None)
                },
                |_| "panic",
            );
        }
        runner.cancel_all_and_wait();
        assert!(runner.list().iter().all(|task| task.state == TaskState::Cancelled));
    }
}
