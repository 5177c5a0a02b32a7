//! A studio's data folder, opened as the program opens it, with an ear for what the window is told.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use domain::Entity;
use domain::ids::ImportId;
use register::import::Destination;
use register::testing::{OWNER, PASSPHRASE, owner_fields, studio_fields};
use register::{
    Decoders, KdfParams, Keychain, Notice, Register, RegisterError, Registers, RegistersConfig, SecretString,
    StoreError, SystemClock, TaskId, TaskSnapshot,
};

/// A process that was begun has become another program, which none of our files is open in, long before.
const UNTIL_ANOTHER_PROGRAM: Duration = Duration::from_secs(2);

type Then = Box<dyn FnOnce() + Send>;

/// What the window was told, and what is to happen when it first hears of stored frames.
#[derive(Default)]
struct Heard {
    frames: Mutex<BTreeSet<i64>>,
    then: Mutex<Option<Then>>,
}

/// The registers of a data folder, with the studio's open.
pub struct House {
    registers: Registers,
    register: Option<Arc<Register>>,
    heard: Arc<Heard>,
}

impl House {
    /// Makes the studio's register in `data_dir` and opens it.
    pub fn create(data_dir: &Path) -> Self {
        Self::create_with(data_dir, workers())
    }

    /// The same with another way to decode.
    pub fn create_with(data_dir: &Path, decoders: Decoders) -> Self {
        let house = Self::start(data_dir, decoders).unwrap();
        let view = house
            .registers
            .create(&studio_fields(), &owner_fields(), &SecretString::from(PASSPHRASE))
            .unwrap();
        house.registers.confirm(&view.groups.join("-")).unwrap();
        house.opened()
    }

    /// Starts on a folder that has a register, and opens it: nobody is asked anything but the passphrase.
    pub fn open(data_dir: &Path) -> Result<Self, RegisterError> {
        let house = Self::start(data_dir, workers())?;
        house.registers.unlock(OWNER, &SecretString::from(PASSPHRASE))?;
        Ok(house.opened())
    }

    /// The same when the program was killed a moment ago. A worker that it was about to start has the folder's lock until
    /// it is another program, which no kill can prevent.
    pub fn open_after_kill(data_dir: &Path) -> Result<Self, RegisterError> {
        let begun = Instant::now();
        loop {
            match Self::open(data_dir) {
                Err(RegisterError::Store(StoreError::InUse)) if begun.elapsed() < UNTIL_ANOTHER_PROGRAM => {
                    thread::yield_now();
                }
                other => return other,
            }
        }
    }

    fn start(data_dir: &Path, decoders: Decoders) -> Result<Self, RegisterError> {
        let heard = Arc::new(Heard::default());
        let told = Arc::clone(&heard);
        let registers = Registers::new(RegistersConfig {
            data_dir: data_dir.to_owned(),
            device_dir: kontakti_tests::device_dir(data_dir),
            clock: Arc::new(SystemClock),
            machine: "toimisto-1".to_owned(),
            keychain: Keychain::of_the_system(),
            kdf: Some(KdfParams::for_tests()),
            decoders,
            notify: Arc::new(move |notice| told.hear(&notice)),
        })?;
        Ok(Self { registers, register: None, heard })
    }

    fn opened(mut self) -> Self {
        self.register = Some(self.registers.open().unwrap());
        self
    }

    /// Frames that the window was told of.
    pub fn acknowledged(&self) -> BTreeSet<i64> {
        self.heard.frames.lock().unwrap().clone()
    }

    /// Does this the moment the window first hears of stored frames, while the import goes on.
    pub fn when_frames_are_stored(&self, then: impl FnOnce() + Send + 'static) {
        *self.heard.then.lock().unwrap() = Some(Box::new(then));
    }

    /// Plans a card and starts its import into a new session, as the window does.
    pub fn start_import(&self, card: &Path) -> (TaskId, ImportId) {
        let planned = self.tasks().wait(self.import_plan_start(card.to_owned()).unwrap()).unwrap();
        let plan = planned.result.expect("a plan").plan.expect("its token");
        let into = Destination::New {
            name: "Koskelan koulu".to_owned(),
            photographer: "Sanna Öhman".to_owned(),
            job_id: None,
        };
        let (task, begun) = self.import_start(&plan, into).unwrap();
        (task, begun.import_id)
    }

    /// Imports a card to whatever end.
    pub fn import(&self, card: &Path) -> (TaskSnapshot, ImportId) {
        let (task, id) = self.start_import(card);
        (self.tasks().wait(task).unwrap(), id)
    }

    /// Takes up a stopped import to whatever end.
    pub fn resume(&self, id: ImportId) -> TaskSnapshot {
        let (task, _) = self.import_resume(id, None).unwrap();
        self.tasks().wait(task).unwrap()
    }
}

/// As the program has them: the tests are none of our programs, the importer is.
fn workers() -> Decoders {
    Decoders::of_program(env!("CARGO_BIN_EXE_importer"))
}

impl Heard {
    fn hear(&self, notice: &Notice) {
        let Notice::Changed(changes) = notice else { return };
        let Some((_, ids)) = changes.iter().find(|(entity, _)| *entity == Entity::Frame) else { return };
        self.frames.lock().unwrap().extend(ids);
        if let Some(then) = self.then.lock().unwrap().take() {
            then();
        }
    }
}

impl Deref for House {
    type Target = Arc<Register>;

    fn deref(&self) -> &Self::Target {
        self.register.as_ref().expect("an open register")
    }
}

impl Drop for House {
    /// Locks, so that the folder is free for the next.
    fn drop(&mut self) {
        self.register = None;
        // a register that is full or gone cannot note that it was locked
        let _ = self.registers.lock();
    }
}

/// Every file below a folder with its content, for "nothing was touched".
#[cfg(target_os = "linux")]
pub fn contents(folder: &Path) -> Vec<(std::path::PathBuf, blake3::Hash)> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().to_owned(), blake3::hash(&std::fs::read(entry.path()).unwrap())))
        .collect()
}
