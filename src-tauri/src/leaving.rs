//! Hears from the system that the computer goes to sleep or that its screen is locked, and locks the register then.
//!
//! On Linux alone: logind on the system bus, the desktop's screen saver on the session bus. Where there is neither, the
//! clocks tell of a sleep afterwards ([`crate::idle`]).

use std::sync::{Arc, Weak};
use std::thread;

use api::App;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message, message::Type};

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// The desktops' names for the one signal `ActiveChanged`.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// Listens until its bus is gone.
type Hear = fn(&Weak<App>) -> zbus::Result<()>;

/// Listens until the program ends, on threads of its own. A system without such a bus is no error.
///
/// # Errors
/// When the system gives no thread.
pub fn listen(app: &Arc<App>) -> std::io::Result<()> {
    let listeners: [(&str, Hear); 2] = [("logind", hear_logind), ("screen saver", hear_screen_saver)];
    for (name, hear) in listeners {
        let app = Arc::downgrade(app);
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            if let Err(error) = hear(&app) {
                tracing::warn!(%error, "not listening to the {name}");
            } else {
                tracing::warn!("the {name} is not heard any more");
            }
        })?;
    }
    Ok(())
}

fn hear_logind(app: &Weak<App>) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let manager = Proxy::new(&bus, LOGIND, "/org/freedesktop/login1", MANAGER)?;
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?.build();
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    let session = own_session(&bus, &manager);
    let mut delay = delay_sleep(&manager);
    tracing::info!(has_session = session.is_some(), may_delay_sleep = delay.is_some(), "listening to logind");
    for signal in signals {
        let signal = signal?;
        match going_to_sleep(&signal) {
            Some(true) => {
                lock(app);
                // the computer sleeps when nobody delays it any more
                delay = None;
            }
            Some(false) => delay = delay.or_else(|| delay_sleep(&manager)),
            None if session.as_ref().is_some_and(|session| is_session_locked(&signal, session)) => lock(app),
            None => {}
        }
    }
    Ok(())
}

/// As long as this is held the computer waits, a few seconds at most, before it sleeps.
fn delay_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
    manager.call("Inhibit", &("sleep", "Kontakti", "The register is being locked", "delay")).ok()
}

/// The session in which this program shows its window.
fn own_session(bus: &Connection, manager: &Proxy<'_>) -> Option<OwnedObjectPath> {
    let own = Proxy::new(bus, LOGIND, "/org/freedesktop/login1/session/auto", SESSION).ok()?;
    manager.call("GetSession", &own.get_property::<String>("Id").ok()?).ok()
}

fn going_to_sleep(signal: &Message) -> Option<bool> {
    is(signal, MANAGER, "PrepareForSleep").then(|| signal.body().deserialize().ok())?
}

fn is_session_locked(signal: &Message, session: &OwnedObjectPath) -> bool {
    if signal.header().path().is_none_or(|path| *path != session.as_ref()) {
        return false;
    }
    if is(signal, "org.freedesktop.DBus.Properties", "PropertiesChanged") {
        type Changed = (String, std::collections::HashMap<String, OwnedValue>, Vec<String>);
        let changed = signal.body().deserialize::<Changed>();
        return changed.is_ok_and(|(interface, values, _)| {
            interface == SESSION && values.get("LockedHint").is_some_and(|value| value.try_into() == Ok(true))
        });
    }
    is(signal, SESSION, "Lock")
}

fn hear_screen_saver(app: &Weak<App>) -> zbus::Result<()> {
    let bus = Connection::session()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).member("ActiveChanged")?.build();
    for signal in MessageIterator::for_match_rule(rule, &bus, None)? {
        let signal = signal?;
        let is_saver = SCREEN_SAVERS.iter().any(|name| is(&signal, name, "ActiveChanged"));
        if is_saver && signal.body().deserialize().is_ok_and(|is_active: bool| is_active) {
            lock(app);
        }
    }
    Ok(())
}

fn is(signal: &Message, interface: &str, member: &str) -> bool {
    let header = signal.header();
    header.interface().is_some_and(|name| name == interface)
        && header.member().is_some_and(|name| name == member)
}

fn lock(app: &Weak<App>) {
    if let Some(app) = app.upgrade() {
        app.lock_when_left();
    }
}
