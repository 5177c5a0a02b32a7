//! Carries the program's events to the window.

use api::App;
use tauri::{AppHandle, Emitter};

use crate::window;

/// The one event name; its payload is `api::event::AppEvent`.
const NAME: &str = "app-event";

/// Sends every event of `app` to the main window from now on.
pub fn forward(app: &App, shell: AppHandle) {
    app.subscribe(Box::new(move |event| {
        if let Err(error) = shell.emit_to(window::LABEL, NAME, &event) {
            tracing::warn!(%error, "event not delivered");
        }
    }));
}
