//! Native folder and file dialogs for the core.
//!
//! The window never names a path: it asks the core, the core asks here, and the window gets a token. Titles come
//! already in the user's language. Invariant: one dialog at a time, whatever a page asks for; called from a thread that
//! may wait, never from the window's own.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, mpsc};

use api::Host;
use api::dto::app::FolderPurpose;
use rfd::{AsyncFileDialog, FileHandle};
use tauri::{AppHandle, Manager};

use crate::window;

/// Shows dialogs above the main window.
pub struct Dialogs {
    shell: AppHandle,
    turn: Mutex<()>,
    /// Where the last folders were chosen: in memory only, for people give names to folders.
    last: Mutex<Vec<(FolderPurpose, PathBuf)>>,
}

impl Dialogs {
    /// For the program of `shell`.
    pub fn new(shell: AppHandle) -> Self {
        Self { shell, turn: Mutex::default(), last: Mutex::default() }
    }

    /// Beside the card that was imported last, in the folder that was handed over into last, or in the person's
    /// pictures. GTK by itself would begin among recently used files, where a typed path cannot be confirmed.
    fn place_to_begin(&self, purpose: FolderPurpose) -> Option<PathBuf> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = last.iter().find(|(other, _)| *other == purpose).map(|(_, folder)| folder.as_path());
        let place = match purpose {
            FolderPurpose::Import => folder.and_then(Path::parent),
            FolderPurpose::HandOver | FolderPurpose::SecondCopy => folder,
        };
        if let Some(place) = place.filter(|place| place.is_dir()) {
            return Some(place.to_owned());
        }
        let dirs = directories::UserDirs::new()?;
        Some(dirs.picture_dir().unwrap_or(dirs.home_dir()).to_owned())
    }

    /// Builds the dialog on the window's thread, as GTK and AppKit demand, and waits for the answer on the caller's.
    /// None if the user cancelled, another dialog is open, or the program is ending.
    fn ask<Answer>(
        &self,
        title: &str,
        show: impl FnOnce(AsyncFileDialog) -> Answer + Send + 'static,
    ) -> Option<PathBuf>
    where
        Answer: Future<Output = Option<FileHandle>> + Send + 'static,
    {
        let _turn = self.turn.try_lock().ok()?;
        let (sender, receiver) = mpsc::channel();
        let shell = self.shell.clone();
        let dialog = AsyncFileDialog::new().set_title(title);
        let shown = self.shell.run_on_main_thread(move || {
            let dialog = match shell.get_webview_window(window::LABEL) {
                Some(window) => dialog.set_parent(&window),
                None => dialog,
            };
            // nobody listens any more only when the caller has gone
            let _ = sender.send(show(dialog));
        });
        if let Err(error) = shown {
            tracing::warn!(%error, "dialog not shown");
            return None;
        }
        let answer = receiver.recv().ok()?;
        tauri::async_runtime::block_on(answer).map(|handle| handle.path().to_path_buf())
    }
}

impl Host for Dialogs {
    fn choose_folder(&self, purpose: FolderPurpose, title: &str) -> Option<PathBuf> {
        #[cfg(feature = "test-host")]
        if let Some(folder) = prepared::folder(purpose) {
            return Some(folder);
        }
        tracing::debug!(?purpose, "folder dialog");
        let begin = self.place_to_begin(purpose);
        let chosen = self.ask(title, move |dialog| match begin {
            Some(folder) => dialog.set_directory(folder).pick_folder(),
            None => dialog.pick_folder(),
        })?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.retain(|(other, _)| *other != purpose);
        last.push((purpose, chosen.clone()));
        Some(chosen)
    }

    fn choose_file(&self, title: &str, endings: &[&str]) -> Option<PathBuf> {
        #[cfg(feature = "test-host")]
        if let Some(file) = prepared::roster() {
            return Some(file);
        }
        let endings: Vec<String> = endings.iter().map(|ending| (*ending).to_owned()).collect();
        self.ask(title, move |dialog| dialog.add_filter(endings.join(", "), &endings).pick_file())
    }

    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf> {
        #[cfg(feature = "test-host")]
        if let Some(file) = prepared::file(suggested_name) {
            return Some(file);
        }
        let name = suggested_name.to_owned();
        self.ask(title, move |dialog| dialog.set_file_name(name).save_file())
    }

    fn end(&self) {
        self.shell.exit(0);
    }
}

/// GTK keeps a list of every folder that was chosen in its dialogs, with the names that people give to folders, in a file
/// that any program may read. To be called on the window's thread.
#[cfg(target_os = "linux")]
pub fn leave_no_trace() {
    use gtk::prelude::GtkSettingsExt;
    match gtk::Settings::default() {
        Some(settings) => settings.set_gtk_recent_files_enabled(false),
        None => tracing::warn!("the system keeps a list of chosen folders"),
    }
}

/// Answers laid out by an end-to-end test; what it does not name is asked in a native dialog.
#[cfg(feature = "test-host")]
mod prepared {
    use super::{FolderPurpose, PathBuf};

    pub fn folder(purpose: FolderPurpose) -> Option<PathBuf> {
        let variable = match purpose {
            FolderPurpose::Import => "KONTAKTI_TEST_IMPORT",
            FolderPurpose::HandOver => "KONTAKTI_TEST_HANDOVER",
            FolderPurpose::SecondCopy => "KONTAKTI_TEST_SECOND_COPY",
        };
        std::env::var_os(variable).map(PathBuf::from)
    }

    pub fn roster() -> Option<PathBuf> {
        std::env::var_os("KONTAKTI_TEST_ROSTER").map(PathBuf::from)
    }

    pub fn file(suggested_name: &str) -> Option<PathBuf> {
        std::env::var_os("KONTAKTI_TEST_SAVE").map(|folder| PathBuf::from(folder).join(suggested_name))
    }
}
