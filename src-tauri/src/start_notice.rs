//! Says in a dialog of the system why the program could not start: there is no window yet that could.

use domain::Language;
use l10n::{Arg, L10nError, Messages};
use rfd::{MessageButtons, MessageDialog, MessageLevel};

use crate::StartError;

/// Shows the reason and waits until it is read. Without a display there is only the log.
pub fn show(error: &StartError) {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !has_display {
        return;
    }
    match text(api::system_language(), error) {
        Ok(text) => {
            MessageDialog::new()
                .set_title("Kontakti")
                .set_level(MessageLevel::Error)
                .set_buttons(MessageButtons::Ok)
                .set_description(text)
                .show();
        }
        Err(fault) => tracing::error!(%fault, "no text"),
    }
}

fn text(language: Language, error: &StartError) -> Result<String, L10nError> {
    let messages = Messages::new(language)?;
    match error {
        StartError::Folders(_) => messages.text("documents-start-no-folder", &[]),
        StartError::DataFolder { folder, .. } | StartError::Register { folder, .. } => {
            messages.text("documents-start-folder", &[("folder", Arg::Text(&folder.to_string_lossy()))])
        }
        StartError::Window(_) => messages.text("documents-start-window", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data_folder::FolderError;

    #[test]
    fn every_reason_has_a_text_in_every_language_and_names_the_folder() {
        let denied = || std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        for language in [Language::Finnish, Language::Swedish, Language::English] {
            let folder = || std::path::PathBuf::from("/srv/kontakti");
            let unreadable = register::RegisterError::Io(denied());
            for error in [
                StartError::DataFolder { folder: folder(), error: denied() },
                StartError::Register { folder: folder(), error: unreadable },
            ] {
                assert!(text(language, &error).unwrap().contains("/srv/kontakti"));
            }
            for error in [
                StartError::Folders(FolderError::Unknown),
                StartError::Window(std::io::Error::from(std::io::ErrorKind::Other).into()),
            ] {
                assert!(!text(language, &error).unwrap().is_empty());
            }
        }
    }
}
