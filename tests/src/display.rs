//! What WebDriver cannot do and a hand on the display can: the program's top windows, their cross, native dialogs.
//!
//! Invariant: every wait is for a condition and has an end.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask};

use crate::window::{LOOK, PATIENCE};

/// Title of the main window.
const TITLE: &str = "^Kontakti$";

/// Ids of the visible windows whose title matches a pattern.
fn windows(title: &str) -> anyhow::Result<Vec<u32>> {
    let found = Command::new("xdotool").args(["search", "--onlyvisible", "--name", title]).output();
    // xdotool ends with 1 when there is none
    let found = String::from_utf8(found.context("xdotool")?.stdout)?;
    found.lines().map(|line| Ok(line.parse()?)).collect()
}

/// How many main windows the display shows.
///
/// # Errors
/// When the display does not answer.
pub fn count() -> anyhow::Result<usize> {
    Ok(windows(TITLE)?.len())
}

/// Waits until the display shows so many main windows.
///
/// # Errors
/// When it does not come to that.
pub async fn until_count(wanted: usize) -> anyhow::Result<()> {
    let started = Instant::now();
    while count()? != wanted {
        ensure!(started.elapsed() < PATIENCE, "{} main windows, not {wanted}", count()?);
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}

/// Ends the program by its cross, and by force when it does not go: its next start would only bring it forward.
///
/// # Errors
/// When it did not go by itself.
pub async fn close() -> anyhow::Result<()> {
    press_cross()?;
    let closed = until_count(0).await;
    if closed.is_err() {
        for window in windows(TITLE)? {
            let kill = Command::new("xdotool").args(["windowkill", &window.to_string()]).status();
            kill.context("xdotool")?;
        }
    }
    closed
}

/// Does what the cross in a window's title bar does: asks it to close (ICCCM 4.2.8.1, WM_DELETE_WINDOW).
///
/// # Errors
/// When there is no window or the display does not answer.
pub fn press_cross() -> anyhow::Result<()> {
    let [window] = windows(TITLE)?[..] else { bail!("one window has a cross to press") };
    let (display, _) = x11rb::connect(None)?;
    let atom = |name: &[u8]| anyhow::Ok(display.intern_atom(false, name)?.reply()?.atom);
    let (protocols, delete) = (atom(b"WM_PROTOCOLS")?, atom(b"WM_DELETE_WINDOW")?);
    let data = [delete, x11rb::CURRENT_TIME, 0, 0, 0];
    let message = ClientMessageEvent::new(32, window, protocols, data);
    display.send_event(false, window, EventMask::NO_EVENT, message)?;
    display.flush()?;
    // the server has taken what came before this answer
    display.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 1)?.reply()?;
    Ok(())
}

/// Answers the native folder dialog of this title with a path, by its keys.
///
/// # Errors
/// When the dialog does not appear, or stays.
pub async fn answer_dialog(title: &str, path: &Path) -> anyhow::Result<()> {
    let pattern = format!("^{title}$");
    let started = Instant::now();
    let window = loop {
        match windows(&pattern)?.first() {
            Some(window) => break window.to_string(),
            None => ensure!(started.elapsed() < PATIENCE, "no dialog “{title}”"),
        }
        tokio::time::sleep(LOOK).await;
    };
    let path = path.to_str().context("the path is text")?;
    for keys in [
        &["windowfocus", "--sync", &window, "key", "--clearmodifiers", "ctrl+l"][..],
        &["key", "ctrl+a"],
        &["type", "--delay", "5", path],
        &["key", "Return"],
    ] {
        ensure!(Command::new("xdotool").args(keys).status()?.success(), "xdotool {keys:?}");
    }
    while !windows(&pattern)?.is_empty() {
        ensure!(started.elapsed() < PATIENCE, "the dialog “{title}” stays open");
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}
