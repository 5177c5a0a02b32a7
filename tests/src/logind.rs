//! A logind of the test's own: the computer goes to sleep and its session is locked when a test says so.
//!
//! It stands on the session bus; the program finds it there with `DBUS_SYSTEM_BUS_ADDRESS` set to that bus.

use std::collections::HashMap;
use std::io::{PipeReader, Read};
use std::os::fd;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::object_server::SignalEmitter;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{Connection, connection, fdo, interface};

const MANAGER: &str = "/org/freedesktop/login1";
/// The session of whoever asks.
const OWN: &str = "/org/freedesktop/login1/session/auto";
const SESSION: &str = "/org/freedesktop/login1/session/_31";
/// Where the session says that it is locked.
const SESSION_INTERFACE: &str = "org.freedesktop.login1.Session";

/// What holds up the sleep, by whom: the reader ends when they let go.
type Delays = Arc<Mutex<Vec<PipeReader>>>;

/// The service, until it is dropped.
pub struct Logind {
    bus: Connection,
    delays: Delays,
}

struct Manager {
    delays: Delays,
}

struct Session;

#[interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn inhibit(&self, what: &str, who: &str, _why: &str, mode: &str) -> fdo::Result<OwnedFd> {
        if (what, who, mode) != ("sleep", "Kontakti", "delay") {
            return Err(fdo::Error::InvalidArgs(format!("{what} {who} {mode}")));
        }
        let (reader, writer) = std::io::pipe().map_err(|error| fdo::Error::IOError(error.to_string()))?;
        self.delays.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        Ok(fd::OwnedFd::from(writer).into())
    }

    fn get_session(&self, id: &str) -> fdo::Result<OwnedObjectPath> {
        if id == "1" {
            Ok(OwnedObjectPath::try_from(SESSION).map_err(zbus::Error::from)?)
        } else {
            Err(fdo::Error::UnknownObject(id.to_owned()))
        }
    }

    #[zbus(signal)]
    async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, start: bool) -> zbus::Result<()>;
}

#[interface(name = "org.freedesktop.login1.Session")]
impl Session {
    #[zbus(property)]
    fn id(&self) -> &'static str {
        "1"
    }

    #[zbus(signal)]
    async fn lock(emitter: &SignalEmitter<'_>) -> zbus::Result<()>;
}

impl Logind {
    /// Takes logind's name on the session bus.
    ///
    /// # Errors
    /// When there is no session bus, or the name is taken.
    pub async fn start() -> zbus::Result<Self> {
        let delays = Delays::default();
        let bus = connection::Builder::session()?
            .serve_at(MANAGER, Manager { delays: Arc::clone(&delays) })?
            .serve_at(OWN, Session)?
            .serve_at(SESSION, Session)?
            .name("org.freedesktop.login1")?
            .build()
            .await?;
        Ok(Self { bus, delays })
    }

    /// How often the program has asked to be waited for.
    pub fn delays(&self) -> usize {
        self.delays.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Says that the computer goes to sleep, and waits until nobody delays it any more.
    ///
    /// # Errors
    /// Trouble with the bus.
    pub async fn sleep(&self) -> anyhow::Result<()> {
        Manager::prepare_for_sleep(&SignalEmitter::new(&self.bus, MANAGER)?, true).await?;
        let delays = Arc::clone(&self.delays);
        tokio::task::spawn_blocking(move || {
            let mut delays = delays.lock().unwrap_or_else(PoisonError::into_inner);
            delays.iter_mut().try_for_each(|delay| delay.read_to_end(&mut Vec::new()).map(drop))
        })
        .await??;
        Ok(())
    }

    /// Says that the computer has woken.
    ///
    /// # Errors
    /// Trouble with the bus.
    pub async fn wake(&self) -> zbus::Result<()> {
        Manager::prepare_for_sleep(&SignalEmitter::new(&self.bus, MANAGER)?, false).await
    }

    /// Asks the session to lock, as `loginctl lock-session` does.
    ///
    /// # Errors
    /// Trouble with the bus.
    pub async fn ask_to_lock(&self) -> zbus::Result<()> {
        Session::lock(&SignalEmitter::new(&self.bus, SESSION)?).await
    }

    /// Says that the session's screen is locked, as a desktop does that locked it by itself.
    ///
    /// # Errors
    /// Trouble with the bus.
    pub async fn say_locked(&self) -> zbus::Result<()> {
        let changed = HashMap::from([("LockedHint", zbus::zvariant::Value::from(true))]);
        let body = (SESSION_INTERFACE, changed, Vec::<&str>::new());
        let properties = "org.freedesktop.DBus.Properties";
        self.bus.emit_signal(None::<&str>, SESSION, properties, "PropertiesChanged", &body).await
    }

    /// Says that the desktop's screen saver came on.
    ///
    /// # Errors
    /// Trouble with the bus.
    pub async fn cover_screen(&self) -> zbus::Result<()> {
        let saver = "org.freedesktop.ScreenSaver";
        self.bus
            .emit_signal(None::<&str>, "/org/freedesktop/ScreenSaver", saver, "ActiveChanged", &true)
            .await
    }
}
