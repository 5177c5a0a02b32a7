//! An open register: what every use case works with.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use decoding::{Decoder, Decoders};
use documents::Documents;
use domain::money::{VatClass, vat_rate};
use domain::staff::{Right, Signer};
use domain::{Action, Changes, Instant};
use store::{Acted, Actor, FolderLock, ReadTx, Store, StoreKeys, Trust, WriteTx, crash_point};
use tasks::{TaskCtx, TaskId};
use vault::{RootKey, SealedStore};

use crate::anchor::Guard;
use crate::clock::Clock;
use crate::error::RegisterError;
use crate::import::{Plans, Runs, Turns};
use crate::registers::{Notice, RegisterKind};
use crate::rosters::Drafts;
use crate::task::{TaskKind, TaskOutcome, TaskResult, Tasks};

/// Folder of the sealed photographs within the register's folder.
const PHOTOS: &str = "photos";

/// What an open register shares with the program around it.
#[derive(Clone)]
pub(crate) struct Surroundings {
    pub clock: Arc<dyn Clock>,
    pub machine: String,
    pub tasks: Arc<Tasks>,
    pub notify: Arc<dyn Fn(Notice) + Send + Sync>,
    pub decoders: Decoders,
}

/// How far a register has gone towards being locked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Tasks start, calls write.
    Open,
    /// Tasks that run may write their end; none starts.
    Ending,
    /// Nothing is written any more.
    Ended,
    /// Another stands in its place, to which the call may be made again.
    Superseded,
}

/// A register whose keys are in memory. Dropping it closes its files and forgets the keys.
pub struct Register {
    kind: RegisterKind,
    signer: Signer,
    root: RootKey,
    store: Store,
    photos: SealedStore,
    decoder: Decoder,
    around: Surroundings,
    documents: OnceLock<Documents>,
    plans: Plans,
    drafts: Drafts,
    phase: RwLock<Phase>,
    imports: Runs,
    decode_turns: Turns,
    copying: Mutex<()>,
    guard: Guard,
    is_by_code: bool,
}

impl Register {
    pub(crate) fn new(
        kind: RegisterKind,
        signer: Signer,
        root: RootKey,
        store: Store,
        around: Surroundings,
    ) -> Self {
        let photos = SealedStore::new(store.dir().join(PHOTOS));
        Self {
            kind,
            signer,
            root,
            store,
            photos,
            decoder: around.decoders.decoder(),
            around,
            documents: OnceLock::new(),
            plans: Plans::default(),
            drafts: Drafts::default(),
            phase: RwLock::new(Phase::Open),
            imports: Runs::default(),
            decode_turns: Turns::default(),
            copying: Mutex::default(),
            guard: Guard::default(),
            is_by_code: false,
        }
    }

    /// With its anchor, or with the alarm that keeps it from being written.
    pub(crate) fn guarded(self, guard: Guard) -> Self {
        Self { guard, ..self }
    }

    /// Whether the recovery code opened it.
    pub(crate) fn opened_by_code(self, is_by_code: bool) -> Self {
        Self { is_by_code, ..self }
    }

    pub(crate) fn is_by_code(&self) -> bool {
        self.is_by_code
    }

    pub(crate) fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Closes the files and remembers what they are.
    pub(crate) fn close(self) {
        let Self { store, guard, .. } = self;
        let dir = store.files_dir().to_owned();
        let is_doubtful = store.is_doubtful();
        let lock = store.close();
        if let Err(error) = guard.close(&dir, is_doubtful) {
            tracing::warn!(%error, "the anchor does not know the closed files");
        }
        drop(lock);
    }

    pub(crate) fn create_store(dir: &Path, root: &RootKey) -> Result<Store, RegisterError> {
        Ok(Store::create(dir, &StoreKeys::derive(root))?)
    }

    pub(crate) fn open_store(dir: &Path, root: &RootKey) -> Result<Store, RegisterError> {
        Ok(Store::open(dir, &StoreKeys::derive(root))?)
    }

    /// Opens the store of the folder that `lock` holds, as [`Store::open_if`].
    pub(crate) fn open_store_if(
        lock: FolderLock,
        root: &RootKey,
        judge: impl FnOnce(&ReadTx<'_>) -> Result<Trust, RegisterError>,
    ) -> Result<Store, RegisterError> {
        Store::open_if(lock, &StoreKeys::derive(root), judge)
    }

    /// Which of the computer's registers this is.
    pub fn kind(&self) -> RegisterKind {
        self.kind
    }

    /// Who has it open.
    pub fn signer(&self) -> &Signer {
        &self.signer
    }

    /// Whether whoever has it open may do something.
    ///
    /// # Errors
    /// [`RegisterError::NotAllowed`].
    pub fn require(&self, right: Right) -> Result<(), RegisterError> {
        if self.signer.role().may(right) { Ok(()) } else { Err(RegisterError::NotAllowed) }
    }

    /// Now, by the program's clock.
    pub fn now(&self) -> Instant {
        self.around.clock.now()
    }

    /// The calendar day in Finland, ISO.
    pub fn today(&self) -> String {
        self.around.clock.today()
    }

    /// VAT rate of a class today, in basis points.
    ///
    /// # Errors
    /// [`RegisterError::ImpossibleDay`] when the clock stands before 2013.
    pub fn vat_rate_today(&self, class: VatClass) -> Result<u32, RegisterError> {
        let today = self.today().parse().map_err(|_| RegisterError::ImpossibleDay)?;
        vat_rate(class, today).ok_or(RegisterError::ImpossibleDay)
    }

    /// The sealed photographs.
    pub fn photos(&self) -> &SealedStore {
        &self.photos
    }

    /// Decodes foreign pictures; what it decoded goes with the register.
    pub fn decoder(&self) -> &Decoder {
        &self.decoder
    }

    /// The store: for keys and thumbnails. Rows go through [`Self::read`] and [`Self::transact`].
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Free bytes on the disk that holds the register.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn free_bytes(&self) -> Result<u64, RegisterError> {
        Ok(fs4::available_space(self.store.dir())?)
    }

    pub(crate) fn plans(&self) -> &Plans {
        &self.plans
    }

    pub(crate) fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Whose turn it is to decode photographs that are being imported.
    pub(crate) fn decode_turns(&self) -> &Turns {
        &self.decode_turns
    }

    /// Held by whoever makes second copies.
    pub(crate) fn copying(&self) -> &Mutex<()> {
        &self.copying
    }

    pub(crate) fn imports(&self) -> &Runs {
        &self.imports
    }

    pub(crate) fn root(&self) -> &RootKey {
        &self.root
    }

    pub(crate) fn into_parts(self) -> (Signer, RootKey, Store) {
        (self.signer, self.root, self.store)
    }

    /// Makes documents; made at first use and kept.
    ///
    /// # Errors
    /// [`RegisterError::Document`].
    pub fn documents(&self) -> Result<&Documents, RegisterError> {
        if let Some(documents) = self.documents.get() {
            return Ok(documents);
        }
        let made = Documents::new()?;
        Ok(self.documents.get_or_init(|| made))
    }

    /// Reads from one consistent view.
    ///
    /// # Errors
    /// What `read` returns.
    pub fn read<T>(
        &self,
        read: impl FnOnce(&ReadTx<'_>) -> Result<T, RegisterError>,
    ) -> Result<T, RegisterError> {
        self.store.read(read)
    }

    /// Writes, with an audit entry, and tells the window what changed; or writes nothing.
    ///
    /// # Errors
    /// [`RegisterError::Locked`] for a call that began before the register was locked, what `write` returns, or
    /// trouble with the disk.
    pub fn transact<T>(
        &self,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<Acted<T>, RegisterError>,
    ) -> Result<T, RegisterError> {
        let phase = self.phase.read().unwrap_or_else(PoisonError::into_inner);
        match *phase {
            Phase::Open | Phase::Ending => {}
            Phase::Ended => return Err(RegisterError::Locked),
            Phase::Superseded => return Err(RegisterError::TasksRunning),
        }
        let (value, changes) = self.write(write)?;
        drop(phase);
        (self.around.notify)(Notice::Changed(changes));
        Ok(value)
    }

    fn write<T>(
        &self,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<Acted<T>, RegisterError>,
    ) -> Result<(T, Changes), RegisterError> {
        if self.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        let look = |tx: &ReadTx<'_>| self.guard.state_in(tx, self.now());
        let (value, changes, state) = self.store.transact_and_look(&self.actor(), write, look)?;
        crash_point("write-anchor-behind");
        self.guard.move_to(state);
        Ok((value, changes))
    }

    fn actor(&self) -> Actor {
        Actor { staff_id: self.signer.staff_id(), machine: self.around.machine.clone(), at: self.now() }
    }

    /// For the entry that accepts a register as it is.
    pub(crate) fn write_despite_alarm<T>(
        &self,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<Acted<T>, RegisterError>,
    ) -> Result<(T, Changes), RegisterError> {
        self.store.transact(&self.actor(), write)
    }

    /// No task starts from now on.
    pub(crate) fn refuse_tasks(&self) {
        *self.phase.write().unwrap_or_else(PoisonError::into_inner) = Phase::Ending;
    }

    /// Writes the trail's last entry before locking; nothing is written after it.
    pub(crate) fn end(&self) -> Result<(), RegisterError> {
        let mut phase = self.phase.write().unwrap_or_else(PoisonError::into_inner);
        *phase = Phase::Ended;
        if self.alarm().is_some() {
            return Ok(());
        }
        let ((), changes) = self.write(|_| Ok(Acted::new((), Action::RegisterLocked)))?;
        drop(phase);
        (self.around.notify)(Notice::Changed(changes));
        Ok(())
    }

    /// Runs `make`, which gives the register that takes this one's place, while nobody writes; after it nothing is written
    /// here any more. When it fails this one goes on.
    pub(crate) fn supersede<T>(
        &self,
        make: impl FnOnce() -> Result<T, RegisterError>,
    ) -> Result<T, RegisterError> {
        let mut phase = self.phase.write().unwrap_or_else(PoisonError::into_inner);
        if *phase != Phase::Open {
            return Err(RegisterError::Locked);
        }
        if self.tasks().is_busy() {
            return Err(RegisterError::TasksRunning);
        }
        let made = make()?;
        *phase = Phase::Superseded;
        Ok(made)
    }

    /// This register with its files under another root key.
    pub(crate) fn under(&self, root: RootKey, store: Store) -> Self {
        Self::new(self.kind, self.signer.clone(), root, store, self.around.clone())
            .opened_by_code(self.is_by_code)
    }

    /// An audit entry for something that wrote no row.
    pub(crate) fn record(&self, action: Action, fields: &[&'static str]) -> Result<(), RegisterError> {
        self.transact(|_| Ok(Acted::new((), action).fields(fields.iter().copied())))
    }

    /// Notes that a computer now waits for another time before it locks by itself; the time is kept by that computer.
    ///
    /// # Errors
    /// [`RegisterError::NotTrusted`], [`RegisterError::Locked`], or trouble with the disk.
    pub fn lock_after_note(&self) -> Result<(), RegisterError> {
        self.record(Action::StudioUpdated, &["lock_after_minutes"])
    }

    /// Starts work on a thread of its own. The work says how it ended: a request to stop that came after its
    /// last step changes nothing. [`RegisterError::Cancelled`] ends the task as cancelled with nothing to show.
    ///
    /// # Errors
    /// [`RegisterError::Locked`] for a call that began before the register was locked.
    pub fn start_task(
        self: &Arc<Self>,
        kind: TaskKind,
        subject: impl Into<String>,
        work: impl FnOnce(&Arc<Self>, &mut TaskCtx) -> Result<TaskOutcome, RegisterError> + Send + 'static,
    ) -> Result<TaskId, RegisterError> {
        // held until the task is listed, so that locking either refuses it or waits for it
        let phase = self.phase.read().unwrap_or_else(PoisonError::into_inner);
        if *phase != Phase::Open {
            return Err(RegisterError::Locked);
        }
        let register = Arc::clone(self);
        Ok(start(&self.around.tasks, kind, subject.into(), move |ctx| work(&register, ctx)))
    }

    /// Writes a document to a file as a task, which is called by the file's name. A request to stop counts until the writing
    /// begins.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub(crate) fn start_saving<T>(
        self: &Arc<Self>,
        kind: TaskKind,
        target: PathBuf,
        save: impl FnOnce(&Self, &Path) -> Result<T, RegisterError> + Send + 'static,
    ) -> Result<TaskId, RegisterError> {
        let subject = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.start_task(kind, subject, move |register, ctx| {
            ctx.step(|_| {})?;
            save(register, &target)?;
            Ok(TaskOutcome::Completed(TaskResult::default()))
        })
    }

    /// The program's tasks.
    pub fn tasks(&self) -> &Tasks {
        &self.around.tasks
    }
}

/// Starts `work`; an error other than a cancel is logged and ends it as failed.
pub(crate) fn start(
    tasks: &Tasks,
    kind: TaskKind,
    subject: String,
    work: impl FnOnce(&mut TaskCtx) -> Result<TaskOutcome, RegisterError> + Send + 'static,
) -> TaskId {
    tasks.start(
        kind,
        subject,
        move |ctx| match work(ctx) {
            Ok(outcome) => outcome,
            Err(RegisterError::Cancelled) => TaskOutcome::Cancelled(None),
            Err(error) => {
                tracing::error!(?kind, %error, "task failed");
                TaskOutcome::Failed(Arc::new(error))
            }
        },
        |_| Arc::new(RegisterError::Panicked),
    )
}
