//! The program behind the window, whatever hosts it: the shell, the development server, a test.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use domain::ids::FrameId;
use domain::staff::Right;
use l10n::Messages;
use register::photos::PictureSize;
use register::{
    Clock, Decoders, KdfParams, Keychain, Notice, Register, RegisterError, Registers, RegistersConfig, State,
    TaskKind,
};

use crate::dto::app::{FolderPurpose, Settings};
use crate::error::{ApiError, ErrorCode};
use crate::event::{AppEvent, ChangedEntity};
use crate::handlers::task::task_dto;
use crate::idle::{Idle, Moment};
use crate::settings::{self, Kept};
use crate::stack::wiped;

/// What only the host can do: native dialogs, and ending the program. Dialogs run on the calling thread, which may
/// wait.
pub trait Host: Send + Sync {
    /// Lets the user choose a folder; none when the dialog was closed.
    fn choose_folder(&self, purpose: FolderPurpose, title: &str) -> Option<PathBuf>;
    /// Lets the user choose a file to be read, of these endings without their dot; none when the dialog was closed.
    fn choose_file(&self, title: &str, endings: &[&str]) -> Option<PathBuf>;
    /// Lets the user name a file to be written; none when the dialog was closed.
    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf>;
    /// Closes the window and ends the program, soon and without asking.
    fn end(&self);
}

/// What the program is started with.
pub struct AppConfig {
    /// The program's data folder.
    pub data_dir: PathBuf,
    /// The folder of this computer's device secrets; outside the data folder, so that who takes that one lacks them.
    pub device_dir: PathBuf,
    /// Native dialogs.
    pub host: Arc<dyn Host>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// How foreign pictures are decoded.
    pub decoders: Decoders,
    /// What a passphrase of a new register costs to try; none for what takes this computer 0.5 to 1 s.
    pub kdf: Option<KdfParams>,
}

/// A picture, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoAnswer {
    /// HTTP status.
    pub status: u16,
    /// MIME type of the bytes.
    pub content_type: &'static str,
    /// The picture; empty unless the status is 200.
    pub bytes: Vec<u8>,
}

type Folders = Mutex<HashMap<String, (FolderPurpose, PathBuf)>>;
type Listener = Box<dyn Fn(AppEvent) + Send + Sync>;

/// The program.
pub struct App {
    registers: Arc<Registers>,
    host: Arc<dyn Host>,
    data_dir: PathBuf,
    kept: Mutex<Kept>,
    has_unsaved: AtomicBool,
    idle: Mutex<Idle>,
    last_look: Mutex<Moment>,
    /// Files that came into watched folders, as far as they were seen.
    watched: AtomicU64,
    folders: Arc<Folders>,
    listeners: Arc<RwLock<Vec<Listener>>>,
}

impl App {
    /// Starts the program on a data folder.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn new(config: AppConfig) -> Result<Self, RegisterError> {
        let listeners: Arc<RwLock<Vec<Listener>>> = Arc::default();
        let told = Arc::clone(&listeners);
        let folders: Arc<Folders> = Arc::default();
        let chosen = Arc::clone(&folders);
        let now = config.clock.now();
        let registers = Registers::new(RegistersConfig {
            data_dir: config.data_dir.clone(),
            device_dir: config.device_dir,
            clock: config.clock,
            machine: machine_name(),
            keychain: Keychain::of_the_system(),
            kdf: config.kdf,
            decoders: config.decoders,
            notify: Arc::new(move |notice| {
                if matches!(notice, Notice::StateChanged) {
                    lock(&chosen).clear();
                }
                tell(&told, &event(notice));
            }),
        })?;
        Ok(Self {
            registers: Arc::new(registers),
            host: config.host,
            kept: Mutex::new(settings::load(&config.data_dir)),
            has_unsaved: AtomicBool::new(false),
            idle: Mutex::new(Idle::new(Moment::now(now))),
            last_look: Mutex::new(Moment::now(now)),
            watched: AtomicU64::new(0),
            data_dir: config.data_dir,
            folders,
            listeners,
        })
    }

    /// Tells `listener` of every event from now on, on the thread where it happens.
    pub fn subscribe(&self, listener: Box<dyn Fn(AppEvent) + Send + Sync>) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// A picture of a frame: `grid/<id>`, `preview/<id>` or `full/<id>`.
    pub fn photo(&self, path: &str) -> PhotoAnswer {
        let refusal = |status| PhotoAnswer { status, content_type: "text/plain", bytes: Vec::new() };
        let Some((size, id)) = parse_photo(path) else { return refusal(404) };
        let Ok(register) = self.registers.open() else { return refusal(403) };
        if register.require(Right::SeePhotos).is_err() {
            return refusal(403);
        }
        let picture = wiped(|| catch_unwind(AssertUnwindSafe(|| register.picture(id, size))));
        match picture.unwrap_or(Err(RegisterError::Panicked)) {
            Ok(bytes) => PhotoAnswer { status: 200, content_type: "image/jpeg", bytes },
            Err(error) => {
                let code = ApiError::from(&error).code;
                tracing::debug!(frame = id.get(), ?code, "no picture");
                refusal(if code == ErrorCode::Bug { 500 } else { 404 })
            }
        }
    }

    /// Whether the window may close now. While a task runs, or the page holds what is not saved, it may not: the page
    /// is told to ask its user first.
    pub fn may_close(&self) -> bool {
        let is_busy = self.registers.tasks().is_busy();
        let must_ask = is_busy || self.has_unsaved.load(Ordering::Acquire);
        if must_ask {
            self.tell(&AppEvent::CloseAsked);
        }
        !must_ask
    }

    /// Compares the clock with the steady one, notes a jump in the trail, and signs the trail when the day has changed. The
    /// host calls this every few seconds.
    pub fn look_at_clock(&self) {
        let now = self.moment();
        let last = std::mem::replace(&mut *lock(&self.last_look), now);
        let Ok(register) = self.registers.open() else { return };
        let noted = now.jump_since(last).map_or(Ok(()), |jump| register.clock_note(jump));
        if let Err(error) = noted.and_then(|()| register.checkpoint_daily()) {
            tracing::warn!(%error, "clock or checkpoint not noted");
        }
    }

    /// Locks the register because the computer goes to sleep or its screen is locked; while tasks run, as soon as they have
    /// ended ([`Self::lock_when_idle`]).
    pub fn lock_when_left(&self) {
        lock(&self.idle).note_left();
        self.lock_when_idle();
    }

    /// Locks the register when nobody has used the window for as long as the settings say, or the computer was left. The
    /// host calls this every few seconds. Tasks under way are not interrupted: it locks when they have ended. Only the
    /// watching of a folder does not keep it open; but while photographs come in there, whoever takes them is here.
    pub fn lock_when_idle(&self) {
        if self.registers.state() != State::Open {
            return lock(&self.idle).look_away(self.moment());
        }
        let watched = self.watched_files();
        if self.watched.swap(watched, Ordering::AcqRel) < watched {
            lock(&self.idle).note_input(self.moment());
        }
        let minutes = u64::from(self.settings().lock_after_minutes);
        let limit = (minutes > 0).then(|| Duration::from_secs(minutes * 60));
        let is_over = lock(&self.idle).is_over(self.moment(), limit);
        let is_busy = self.registers.tasks().has_active(|kind| kind != TaskKind::Watch);
        if is_over && !is_busy {
            tracing::info!("nobody at the keyboard: locking");
            self.forget_folders();
            if let Err(error) = wiped(|| self.registers.lock()) {
                tracing::warn!(%error, "locked all the same");
            }
        }
    }

    fn watched_files(&self) -> u64 {
        let tasks = self.registers.tasks().list();
        tasks.iter().filter(|task| task.kind == TaskKind::Watch).map(|task| task.progress.done).sum()
    }

    fn moment(&self) -> Moment {
        Moment::now(self.registers.clock().now())
    }

    /// Lets somebody sign in. When the computer is left before they are in, the register is locked again at once.
    pub(crate) fn sign_in(
        &self,
        unlock: impl FnOnce(&Registers) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        lock(&self.idle).begin_sign_in(self.moment());
        let unlocked = unlock(&self.registers);
        lock(&self.idle).end_sign_in();
        unlocked?;
        self.lock_when_idle();
        Ok(())
    }

    /// Somebody used mouse or keyboard.
    pub(crate) fn note_input(&self) {
        lock(&self.idle).note_input(self.moment());
    }

    /// The page is gone, and with it what was not saved.
    pub fn forget_unsaved(&self) {
        self.has_unsaved.store(false, Ordering::Release);
    }

    /// Stops the tasks, which keep what they acknowledged, and locks the register. A register that is already locked
    /// is no error.
    ///
    /// # Errors
    /// Trouble with the disk; everything is closed all the same.
    pub fn close(&self) -> Result<(), RegisterError> {
        self.registers.tasks().cancel_all_and_wait();
        self.forget_folders();
        match self.registers.lock() {
            Err(RegisterError::Locked) => Ok(()),
            other => other,
        }
    }

    /// The registers of this computer.
    pub fn registers(&self) -> &Arc<Registers> {
        &self.registers
    }

    /// The open register.
    pub(crate) fn register(&self) -> Result<Arc<Register>, ApiError> {
        Ok(self.registers.open()?)
    }

    fn tell(&self, event: &AppEvent) {
        tell(&self.listeners, event);
    }

    pub(crate) fn host(&self) -> &dyn Host {
        &*self.host
    }

    pub(crate) fn settings(&self) -> Settings {
        lock(&self.kept).settings.clone()
    }

    pub(crate) fn set_settings(&self, chosen: Settings) -> Result<(), ApiError> {
        self.keep(|kept| kept.settings = chosen)
    }

    pub(crate) fn preferences(&self) -> BTreeMap<String, String> {
        lock(&self.kept).preferences.clone()
    }

    pub(crate) fn set_preference(&self, key: String, value: String) -> Result<(), ApiError> {
        if !lock(&self.kept).accepts(&key, &value) {
            return Err(ApiError::of(ErrorCode::InvalidRequest));
        }
        self.keep(|kept| {
            kept.preferences.insert(key, value);
        })
    }

    /// Changes the kept choices on the disk, then in memory.
    fn keep(&self, change: impl FnOnce(&mut Kept)) -> Result<(), ApiError> {
        let mut kept = lock(&self.kept);
        let mut changed = kept.clone();
        change(&mut changed);
        settings::save(&self.data_dir, &changed).map_err(RegisterError::Io)?;
        *kept = changed;
        Ok(())
    }

    /// Notes whether the window holds what its user typed and has not saved.
    pub(crate) fn note_unsaved(&self, has_unsaved: bool) {
        self.has_unsaved.store(has_unsaved, Ordering::Release);
    }

    /// A text of the embedded documents in the window's language: titles of native dialogs.
    pub(crate) fn text(&self, key: &str) -> Result<String, ApiError> {
        let messages = Messages::new(self.settings().language.into());
        messages.and_then(|messages| messages.text(key, &[])).map_err(|error| ApiError::bug(&error))
    }

    /// A token for a folder that the user chose; good until the program ends or the state changes:
    /// the register is locked, or another one is shown.
    pub(crate) fn keep_folder(&self, purpose: FolderPurpose, folder: PathBuf) -> Result<String, ApiError> {
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|error| ApiError::bug(&error))?;
        let token = data_encoding::HEXLOWER.encode(&random);
        lock(&self.folders).insert(token.clone(), (purpose, folder));
        Ok(token)
    }

    /// The folder that a token stands for.
    ///
    /// # Errors
    /// `folder_unknown` for a token of another purpose or another run of the program.
    pub fn folder(&self, purpose: FolderPurpose, token: &str) -> Result<PathBuf, ApiError> {
        match lock(&self.folders).get(token) {
            Some((chosen_for, folder)) if *chosen_for == purpose => Ok(folder.clone()),
            _ => Err(ApiError::of(ErrorCode::FolderUnknown)),
        }
    }

    pub(crate) fn forget_folders(&self) {
        lock(&self.folders).clear();
    }
}

fn tell(listeners: &RwLock<Vec<Listener>>, event: &AppEvent) {
    for listener in listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
        listener(event.clone());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parse_photo(path: &str) -> Option<(PictureSize, FrameId)> {
    let mut parts = path.trim_start_matches('/').split('/');
    let size = match parts.next()? {
        "grid" => PictureSize::Grid,
        "preview" => PictureSize::Preview,
        "full" => PictureSize::Full,
        _ => return None,
    };
    let id = parts.next().filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()))?;
    // how often it was turned: another address for another picture
    let is_known = matches!((parts.next(), parts.next()), (None | Some("1" | "2" | "3"), None));
    if is_known { Some((size, FrameId(id.parse().ok()?))) } else { None }
}

fn event(notice: Notice) -> AppEvent {
    match notice {
        Notice::Changed(changes) => AppEvent::Changed {
            changes: changes
                .iter()
                .map(|(entity, ids)| ChangedEntity { entity: entity.code().to_owned(), ids })
                .collect(),
        },
        Notice::Task(task) => AppEvent::TaskUpdated { task: task_dto(&task) },
        Notice::StateChanged => AppEvent::StateChanged,
    }
}

/// The computer's name for the trail.
fn machine_name() -> String {
    let named =
        std::env::var("COMPUTERNAME").or_else(|_| std::fs::read_to_string("/proc/sys/kernel/hostname"));
    let named = named.or_else(|_| std::env::var("HOSTNAME")).unwrap_or_default();
    let name: String = named.trim().chars().filter(|character| !character.is_control()).take(64).collect();
    if name.is_empty() { "-".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picture_addresses_are_a_size_and_a_number() {
        assert_eq!(parse_photo("grid/7"), Some((PictureSize::Grid, FrameId(7))));
        assert_eq!(parse_photo("/full/12"), Some((PictureSize::Full, FrameId(12))));
        for bad in
            ["", "grid", "grid/", "grid/-7", "grid/+7", "grid/7/8", "other/7", "grid/99999999999999999999"]
        {
            assert_eq!(parse_photo(bad), None, "{bad}");
        }
    }
}
