//! Looks every few seconds at the clock, and whether anybody is still at the keyboard.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

const LOOK: Duration = Duration::from_secs(5);

/// Watches until the program ends.
///
/// # Errors
/// When the system gives no thread.
pub fn watch(app: &Arc<api::App>) -> std::io::Result<()> {
    let app = Arc::downgrade(app);
    let look = move || {
        while let Some(app) = app.upgrade() {
            app.look_at_clock();
            app.lock_when_idle();
            drop(app);
            thread::sleep(LOOK);
        }
    };
    thread::Builder::new().name("idle".to_owned()).spawn(look).map(drop)
}
