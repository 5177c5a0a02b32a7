//! The desktop shell of Kontakti: one window, one command, one event, one picture scheme, native dialogs.
//!
//! Deliberately not here: any rule of the trade, any SQL, any cipher; the shell hands calls to [`api::App`] and shows
//! what comes back. Invariant: the window can do nothing but what the method table offers, and no path, picture
//! or record reaches it by another way.
//!
//! One program runs per user: a second start brings the first window forward and ends. Where the system cannot tell the
//! two apart (no session bus), the register's own lock file answers the second with `RegisterInUse`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(all(feature = "test-host", not(debug_assertions)))]
compile_error!(
    "the feature `test-host` answers dialogs from the environment and must not be in a release build"
);

mod data_folder;
mod dialogs;
mod events;
mod hardening;
mod idle;
mod invoke;
#[cfg(target_os = "linux")]
mod leaving;
mod logging;
mod photos;
mod start_notice;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::Manager;

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error(transparent)]
    Folders(#[from] data_folder::FolderError),
    #[error("the data folder cannot be made: {error}")]
    DataFolder { folder: std::path::PathBuf, error: std::io::Error },
    #[error("the data folder cannot be read: {error}")]
    Register { folder: std::path::PathBuf, error: register::RegisterError },
    #[error("the window cannot be opened: {0}")]
    Window(#[from] tauri::Error),
}

fn main() -> ExitCode {
    // before anything is opened or started that a worker would have as well
    register::run_worker_if_asked();
    logging::start();
    hardening::apply();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "not started");
            start_notice::show(&error);
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), StartError> {
    let data_folder::Folders { data: data_dir, device: device_dir } = data_folder::find()?;
    std::fs::create_dir_all(&data_dir)
        .map_err(|error| StartError::DataFolder { folder: data_dir.clone(), error })?;

    let shell = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|shell, _, _| window::bring_forward(shell)))
        .invoke_handler(tauri::generate_handler![invoke::call])
        .register_asynchronous_uri_scheme_protocol(photos::SCHEME, photos::answer)
        .build(tauri::generate_context!())?;
    // Before `run`, where a failure is an error; in Tauri's setup hook it would be a panic.
    let app = api::App::new(api::AppConfig {
        kdf: None,
        data_dir: data_dir.clone(),
        device_dir,
        host: Arc::new(dialogs::Dialogs::new(shell.handle().clone())),
        clock: Arc::new(register::SystemClock),
        decoders: register::Decoders::of_this_program(),
    })
    .map_err(|error| StartError::Register { folder: data_dir.clone(), error })?;
    let app = Arc::new(app);
    events::forward(&app, shell.handle().clone());
    idle::watch(&app).map_err(tauri::Error::from)?;
    #[cfg(target_os = "linux")]
    leaving::listen(&app).map_err(tauri::Error::from)?;
    shell.manage(app);
    shell.manage(photos::Turns::new());
    #[cfg(target_os = "linux")]
    dialogs::leave_no_trace();
    window::open(&shell, data_dir)?;
    shell.run(|shell, event| {
        if let tauri::RunEvent::Exit = event
            && let Err(error) = shell.state::<Arc<api::App>>().close()
        {
            tracing::warn!(%error, "not closed cleanly");
        }
    });
    Ok(())
}
