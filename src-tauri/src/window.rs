//! The main window: how it opens, what it remembers, and everything that it must not do.
//!
//! The page can go nowhere, open nothing, download nothing and ask the system for nothing. Invariant: what the window
//! shows leaves nothing on the disk; the one file kept is `window.json` in the data folder, the
//! window's size.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{App, AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// The window's name in capabilities and events.
pub const LABEL: &str = "main";

/// Where the window's own pages come from.
pub const ORIGIN: &str = if cfg!(dev) {
    "http://localhost:5173"
} else if cfg!(windows) {
    "http://tauri.localhost"
} else {
    "tauri://localhost"
};

/// The system's context menu offers reload, back and inspection; in text fields it offers cut, copy and paste.
const CONTEXT_MENU: &str = r#"addEventListener("contextmenu", (event) => {
  const target = event.target;
  if (!(target instanceof Element && target.closest("input, textarea, [contenteditable]"))) event.preventDefault();
}, true);"#;

const SIZE_FILE: &str = "window.json";
const SMALLEST: (f64, f64) = (1024.0, 680.0);

/// The window's size in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Size {
    width: f64,
    height: f64,
    is_maximized: bool,
}

impl Default for Size {
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0, is_maximized: false }
    }
}

impl Size {
    /// The remembered size; the usual one at the first start or if the file makes no sense.
    fn read(file: &Path) -> Self {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::default(),
            Err(error) => {
                tracing::warn!(code = error.raw_os_error(), "window size not read");
                return Self::default();
            }
        };
        match serde_json::from_str::<Self>(&text) {
            Ok(size) => Self {
                width: size.width.clamp(SMALLEST.0, 16_384.0),
                height: size.height.clamp(SMALLEST.1, 16_384.0),
                ..size
            },
            Err(_) => {
                tracing::warn!("window size not understood");
                Self::default()
            }
        }
    }

    fn write(self, file: &Path) -> io::Result<()> {
        fs::write(file, serde_json::to_vec(&self)?)
    }

    /// As `window` is now; a maximised one keeps the size it would return to.
    fn of(window: &WebviewWindow, before: Self) -> tauri::Result<Self> {
        if window.is_maximized()? {
            return Ok(Self { is_maximized: true, ..before });
        }
        let size = window.inner_size()?.to_logical::<f64>(window.scale_factor()?);
        Ok(Self { width: size.width, height: size.height, is_maximized: false })
    }
}

/// Opens the main window.
pub fn open(shell: &App, data_dir: PathBuf) -> tauri::Result<()> {
    let file = data_dir.join(SIZE_FILE);
    let size = Size::read(&file);
    let builder = WebviewWindowBuilder::new(shell, LABEL, WebviewUrl::default())
        .title("Kontakti")
        .inner_size(size.width, size.height)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .maximized(size.is_maximized)
        .prevent_overflow()
        .center()
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .initialization_script(CONTEXT_MENU)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny);
    let window = in_memory_only(builder, data_dir).build()?;
    remember_size(&window, file, size);
    ask_before_closing(&window);
    #[cfg(target_os = "linux")]
    page_process::restart_when_it_dies(&window)?;
    Ok(())
}

/// Shows the window above others, also when it was minimised. A system that refuses leaves it where it is.
pub fn bring_forward(shell: &AppHandle) {
    let Some(window) = shell.get_webview_window(LABEL) else { return };
    for shown in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = shown {
            tracing::warn!(%error, "window not brought forward");
        }
    }
}

/// While a task runs, closing is the page's question (`AppEvent::CloseAsked`), not a fact.
fn ask_before_closing(window: &WebviewWindow) {
    let shell = window.app_handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event
            && !shell.state::<Arc<api::App>>().may_close()
        {
            api.prevent_close();
        }
    });
}

/// Pictures, storage and cookies of the window live in memory. WebKit lets WebDriver drive only a window with a folder
/// of its own, so that no build but a test's can be driven.
fn in_memory_only<'a, M: tauri::Manager<tauri::Wry>>(
    builder: WebviewWindowBuilder<'a, tauri::Wry, M>,
    data_dir: PathBuf,
) -> WebviewWindowBuilder<'a, tauri::Wry, M> {
    let is_driven = cfg!(feature = "test-host") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    // Tauri prepares a folder even for a window in memory; here it stays empty but for salts, and where all else is
    builder.data_directory(data_dir.join("webview")).incognito(!is_driven)
}

fn remember_size(window: &WebviewWindow, file: PathBuf, first: Size) {
    let last = Mutex::new(first);
    let observed = window.clone();
    window.on_window_event(move |event| {
        if !matches!(event, WindowEvent::Resized(_) | WindowEvent::CloseRequested { .. }) {
            return;
        }
        let (Ok(mut last), is_closing) = (last.lock(), matches!(event, WindowEvent::CloseRequested { .. }))
        else {
            return;
        };
        match Size::of(&observed, *last) {
            Ok(size) => *last = size,
            Err(error) => return tracing::warn!(%error, "window size unknown"),
        }
        if is_closing && let Err(error) = last.write(&file) {
            tracing::warn!(code = error.raw_os_error(), "window size not kept");
        }
    });
}

/// Whether the window may go to `url`: only to its own pages.
fn is_own(url: &Url) -> bool {
    Url::parse(ORIGIN).is_ok_and(|own| {
        (url.scheme(), url.host_str(), url.port()) == (own.scheme(), own.host_str(), own.port())
            && url.username().is_empty()
    })
}

/// WebKit draws the page in a process of its own, which the system may kill when memory is short. What was typed and not
/// saved goes with it; the register and running tasks are not in it.
#[cfg(target_os = "linux")]
mod page_process {
    use std::cell::Cell;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use tauri::{AppHandle, Manager, WebviewWindow};
    use webkit2gtk::WebViewExt;

    /// A page that dies again so soon after its start is left blank: it would die for ever. The window can be closed.
    const TOO_SOON: Duration = Duration::from_secs(10);

    pub fn restart_when_it_dies(window: &WebviewWindow) -> tauri::Result<()> {
        let shell: AppHandle = window.app_handle().clone();
        window.with_webview(move |webview| {
            let restarted: Cell<Option<Instant>> = Cell::new(None);
            webview.inner().connect_web_process_terminated(move |view, reason| {
                let is_hopeless = restarted.get().is_some_and(|at| at.elapsed() < TOO_SOON);
                tracing::error!(?reason, is_hopeless, "the window's page process died");
                shell.state::<Arc<api::App>>().forget_unsaved();
                if !is_hopeless {
                    restarted.set(Some(Instant::now()));
                    view.reload();
                }
            });
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_only_to_its_own_pages() {
        assert!(is_own(&format!("{ORIGIN}/").parse().unwrap()));
        assert!(is_own(&format!("{ORIGIN}/index.html#/customers/5").parse().unwrap()));
        for elsewhere in [
            "https://example.org/",
            "http://localhost/",
            "http://localhost:9999/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "photo://localhost/full/1",
            "tauri://elsewhere/",
            "javascript:alert(1)",
        ] {
            assert!(!is_own(&elsewhere.parse().unwrap()), "{elsewhere}");
        }
    }

    #[test]
    fn a_size_comes_back_and_nonsense_gives_the_usual_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(SIZE_FILE);
        assert_eq!(Size::read(&file), Size::default(), "first start");

        let size = Size { width: 1500.0, height: 900.0, is_maximized: true };
        size.write(&file).unwrap();
        assert_eq!(Size::read(&file), size);

        fs::write(&file, r#"{"width":3,"height":99999,"is_maximized":false}"#).unwrap();
        let held = Size::read(&file);
        assert_eq!((held.width, held.height), (SMALLEST.0, 16_384.0), "held within bounds");

        fs::write(&file, "no size").unwrap();
        assert_eq!(Size::read(&file), Size::default());
    }
}
