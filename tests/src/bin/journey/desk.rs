//! A desk that is left and come back to: the screen is locked, the computer sleeps, the keychain opens.

use std::io::Write;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};
use kontakti_tests::logind::Logind;
use tempfile::TempDir;

use crate::{Journey, PASSPHRASE};

/// The computer around the program: its logind, and a keychain that is unlocked.
pub struct Computer {
    pub logind: Logind,
    keychain: Child,
    _keys: TempDir,
}

impl Computer {
    /// Starts both on the session bus.
    pub async fn start() -> anyhow::Result<Self> {
        let keys = tempfile::tempdir()?;
        let mut keychain = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env("XDG_DATA_HOME", keys.path())
            .env("XDG_RUNTIME_DIR", keys.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("gnome-keyring-daemon (package gnome-keyring)")?;
        // dropped when written: the password ends there
        keychain.stdin.take().context("its input")?.write_all(b"koneen salasana")?;
        Ok(Self { logind: Logind::start().await?, keychain, _keys: keys })
    }
}

impl Drop for Computer {
    fn drop(&mut self) {
        let _ = self.keychain.kill();
        let _ = self.keychain.wait();
    }
}

/// Whatever tells that nobody is at the desk any more locks the register.
pub async fn leave_and_come_back(journey: &mut Journey, computer: &Computer) -> anyhow::Result<()> {
    ensure!(computer.logind.delays() == 1, "the program asks to be waited for before a sleep");
    computer.logind.sleep().await?;
    is_locked(journey).await?;
    computer.logind.wake().await?;
    open_by_passphrase(journey).await?;
    computer.logind.ask_to_lock().await?;
    is_locked(journey).await?;
    open_by_passphrase(journey).await?;
    journey.done("locked by the computer's sleep and by a session that is locked");

    journey.view("app-nav-settings").await?;
    journey.sees("settings-keychain-off").await?;
    journey.fill("settings-keychain-passphrase", PASSPHRASE).await?;
    journey.window.screenshot("keychain-off").await?;
    journey.press("settings-keychain-enable").await?;
    journey.sees("settings-keychain-on").await?;
    journey.window.screenshot("keychain-on").await?;
    computer.logind.say_locked().await?;
    is_locked(journey).await?;
    journey.sees("unlock-without-passphrase").await?;
    journey.window.screenshot("sign-in-keychain").await?;
    journey.press("unlock-without-passphrase").await?;
    journey.sees("app-nav-history").await?;
    computer.logind.cover_screen().await?;
    is_locked(journey).await?;
    journey.press("unlock-without-passphrase").await?;
    journey.view("app-nav-settings").await?;
    journey.press("settings-keychain-disable").await?;
    journey.sees("settings-keychain-off").await?;
    journey.done("the keychain opens where its person turned it on, and the screen saver locks");
    Ok(())
}

async fn is_locked(journey: &Journey) -> anyhow::Result<()> {
    journey.sees("unlock-title").await?;
    journey.window.until("no picture left in the window", "return document.images.length === 0").await
}

async fn open_by_passphrase(journey: &Journey) -> anyhow::Result<()> {
    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.press("unlock-button").await?;
    journey.sees("app-nav-history").await
}
