//! The one command of the window: a line of the method table and its request.
//!
//! Deliberately not here: names of methods, access checks, panic capture; [`api::App::call`] does them, the same for
//! every host. Invariant: the window's thread never waits for the core, which is synchronous and has its own.

use std::sync::Arc;

use api::App;
use api::error::ApiError;
use serde_json::Value;
use tauri::State;

/// Calls `method` with `body`; the answer is the method's response, the rejection an [`ApiError`].
#[tauri::command]
pub async fn call(app: State<'_, Arc<App>>, method: String, body: Value) -> Result<Value, ApiError> {
    let app = Arc::clone(&app);
    tauri::async_runtime::spawn_blocking(move || app.call(&method, body))
        .await
        .unwrap_or_else(|error| Err(ApiError::bug(&error)))
}
