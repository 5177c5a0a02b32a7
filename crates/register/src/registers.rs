//! The registers of this computer: the studio's own and the demonstration studio, and how the chosen one
//! stands.
//!
//! ```text
//! data folder/
//!   studio/                the studio's register
//!   studio.unconfirmed/    being made: its recovery code has not been typed back
//!   demonstration/         the demonstration studio
//! ```
//!
//! This computer's half of the studio's passphrase lies elsewhere, see [`RegistersConfig::device_dir`].
//!
//! Invariants: at most one register is open; a folder has its final name only when its register is whole and
//! can be opened by somebody; only an unconfirmed folder is ever removed, for nothing was ever stored in it, and
//! only while no program has it open.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use decoding::Decoders;
use domain::Changes;
use store::StoreError;
use tasks::TaskId;
use vault::{DeviceFolder, KdfParams, KeySlots, RecoveryCode, Throttle};

use crate::clock::Clock;
use crate::error::RegisterError;
use crate::keychain::Keychain;
use crate::lifecycle::turn::{Turn, Turns};
use crate::register::{Register, Surroundings};
use crate::task::{TaskSnapshot, Tasks};

/// Which register of the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegisterKind {
    /// The studio's own.
    Studio,
    /// The demonstration studio with invented people.
    Demonstration,
}

impl RegisterKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Studio, Self::Demonstration];

    /// Name of its folder within the data folder.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Studio => "studio",
            Self::Demonstration => "demonstration",
        }
    }
}

/// Folder of the demonstration studio's device secret, within its own folder.
const DEMONSTRATION_SECRETS: &str = "device-secrets";

/// How the chosen register stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Absent,
    /// Made, but its recovery code has not been typed back.
    Unconfirmed,
    /// There is one and it is locked.
    Locked,
    /// Open.
    Open,
}

/// What the program around is told.
#[derive(Debug)]
pub enum Notice {
    /// Records changed.
    Changed(Changes),
    /// A task moved.
    Task(Box<TaskSnapshot>),
    /// A register was made, unlocked, locked or chosen.
    StateChanged,
}

/// What the registers need to know.
pub struct RegistersConfig {
    /// The program's data folder; made when it is not there.
    pub data_dir: PathBuf,
    /// The folder of this computer's device secrets, outside the data folder; made when it is needed.
    pub device_dir: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The computer's name in the trail.
    pub machine: String,
    /// Cost of the passphrase slots of new registers; none for what takes this computer 0.5 to 1 s.
    pub kdf: Option<KdfParams>,
    /// How foreign pictures are decoded.
    pub decoders: Decoders,
    /// The keychain that may unlock without a passphrase.
    pub keychain: Keychain,
    /// Is told of changes, on the thread that made them.
    pub notify: Arc<dyn Fn(Notice) + Send + Sync>,
}

/// A register that was made and waits for its recovery code.
pub(crate) struct Pending {
    pub register: Register,
    pub code: RecoveryCode,
}

pub(crate) enum Held {
    Nothing,
    Pending(Box<Pending>),
    Open(Arc<Register>),
}

pub(crate) struct Chosen {
    pub kind: RegisterKind,
    pub held: Held,
}

/// The registers of this computer.
pub struct Registers {
    pub(crate) data_dir: PathBuf,
    device_dir: PathBuf,
    pub(crate) keychain: Keychain,
    pub(crate) kdf: Option<KdfParams>,
    pub(crate) around: Surroundings,
    chosen: Mutex<Chosen>,
    // taken while the state changes, which takes as long as the key derivation; `chosen` is held for moments
    turns: Arc<Turns>,
    pub(crate) demonstration: Mutex<Option<TaskId>>,
}

impl Registers {
    /// Looks into the data folder, which is closed to other users. A register that was never confirmed is
    /// removed, unless another program waits for its code: nobody knows the code, and nothing was stored in it.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn new(config: RegistersConfig) -> Result<Self, RegisterError> {
        match vault::make_private_dir(&config.data_dir) {
            // a volume without owners, as on a memory stick; what lies there is encrypted
            Err(error) if error.kind() == ErrorKind::PermissionDenied && config.data_dir.is_dir() => {
                tracing::warn!("the data folder cannot be closed to other users of this computer");
            }
            other => other?,
        }
        let notify = Arc::clone(&config.notify);
        let clock = Arc::clone(&config.clock);
        let tasks = Arc::new(Tasks::new(
            Box::new(move |task| notify(Notice::Task(Box::new(task.clone())))),
            Box::new(move || clock.now().millis()),
        ));
        let around = Surroundings {
            clock: config.clock,
            machine: config.machine,
            tasks,
            notify: config.notify,
            decoders: config.decoders,
        };
        let registers = Self {
            data_dir: config.data_dir,
            device_dir: config.device_dir,
            keychain: config.keychain,
            kdf: config.kdf,
            around,
            chosen: Mutex::new(Chosen { kind: RegisterKind::Studio, held: Held::Nothing }),
            turns: Arc::default(),
            demonstration: Mutex::default(),
        };
        for kind in RegisterKind::ALL {
            match registers.clear_unconfirmed(kind) {
                Err(RegisterError::Store(StoreError::InUse)) => {}
                other => other?,
            }
        }
        if let [only] = registers.existing().as_slice() {
            registers.chosen().kind = *only;
        }
        Ok(registers)
    }

    pub(crate) fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn transition(&self) -> Turn {
        self.turns.take()
    }

    pub(crate) fn dir(&self, kind: RegisterKind) -> PathBuf {
        self.data_dir.join(kind.folder())
    }

    pub(crate) fn unconfirmed_dir(&self, kind: RegisterKind) -> PathBuf {
        self.data_dir.join(format!("{}.unconfirmed", kind.folder()))
    }

    /// Where the device secret of a register in `dir` lies. The demonstration studio's passphrase stands on the
    /// screen and its recovery code is known to nobody: its secret stays with it, so that a copy of it opens.
    pub(crate) fn devices(&self, kind: RegisterKind, dir: &Path) -> DeviceFolder {
        DeviceFolder::new(match kind {
            RegisterKind::Studio => self.device_dir.clone(),
            RegisterKind::Demonstration => dir.join(DEMONSTRATION_SECRETS),
        })
    }

    /// The key slots of an open register, to be changed.
    ///
    /// # Errors
    /// [`RegisterError::NotTrusted`] when they are older than they were, or whatever is wrong with them.
    pub(crate) fn slots_of(&self, register: &Register) -> Result<KeySlots, RegisterError> {
        let store = register.store();
        let slots = KeySlots::open(store.files_dir(), self.devices(register.kind(), store.dir()))?;
        register.check_slots(&slots)?;
        Ok(slots)
    }

    pub(crate) fn clear_unconfirmed(&self, kind: RegisterKind) -> Result<(), RegisterError> {
        let dir = self.unconfirmed_dir(kind);
        if !dir.try_exists()? {
            return Ok(());
        }
        // kept until the folder is gone: another program may be waiting for this register's code
        let _lock = store::lock_folder(&dir)?;
        let devices = self.devices(kind, &dir);
        // slots that cannot be read were never whole, and no secret waits for them
        if let Ok(slots) = KeySlots::open(&dir, devices.clone()) {
            devices.forget(&slots.register_id())?;
        }
        Ok(fs::remove_dir_all(dir)?)
    }

    pub(crate) fn announce(&self) {
        (self.around.notify)(Notice::StateChanged);
    }

    /// Which register is shown.
    pub fn kind(&self) -> RegisterKind {
        self.chosen().kind
    }

    /// How the shown register stands.
    pub fn state(&self) -> State {
        let chosen = self.chosen();
        match &chosen.held {
            Held::Open(_) => State::Open,
            Held::Pending(_) => State::Unconfirmed,
            Held::Nothing if self.dir(chosen.kind).exists() => State::Locked,
            Held::Nothing => State::Absent,
        }
    }

    /// Which registers exist on this computer.
    pub fn existing(&self) -> Vec<RegisterKind> {
        RegisterKind::ALL.into_iter().filter(|kind| self.dir(*kind).exists()).collect()
    }

    /// The open register.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn open(&self) -> Result<Arc<Register>, RegisterError> {
        match &self.chosen().held {
            Held::Open(register) => Ok(Arc::clone(register)),
            _ => Err(RegisterError::Locked),
        }
    }

    /// How long no attempt to unlock the shown register is taken.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn wait(&self) -> Result<Option<Duration>, RegisterError> {
        let now = self.now_ms();
        let until = Throttle::load(&self.dir(self.kind()))?.wait_until(now);
        Ok(until.map(|until| Duration::from_millis(until.saturating_sub(now))))
    }

    /// The program's tasks.
    pub fn tasks(&self) -> &Tasks {
        &self.around.tasks
    }

    /// The program's clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.around.clock
    }

    pub(crate) fn now_ms(&self) -> u64 {
        u64::try_from(self.around.clock.now().millis()).unwrap_or_default()
    }
}

/// Makes the entries of a folder durable. Windows orders renames in its journal.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), RegisterError> {
    if cfg!(unix) {
        fs::File::open(dir)?.sync_all()?;
    }
    Ok(())
}
