//! Where the registers lie on this computer, and where its device secrets do.
//!
//! `KONTAKTI_DATA` names another folder for the registers (an encrypted disk, a test); without it the system's place for
//! one user's data that does not roam: `~/.local/share/kontakti`, `%LOCALAPPDATA%\Kontakti\data`,
//! `~/Library/Application Support/Kontakti`.
//!
//! The device secrets lie in the system's place for one user's settings that do not roam, `device-secrets` in
//! `~/.config/kontakti`, `%LOCALAPPDATA%\Kontakti\config`, `~/Library/Preferences/Kontakti`; `KONTAKTI_DEVICE` names
//! another folder (a test). Invariant: they are never within the folder of the registers, for whoever copies that one
//! must not have them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Name of the environment variable that moves the data folder.
const DATA: &str = "KONTAKTI_DATA";
/// Name of the environment variable that moves the folder of the device secrets.
const DEVICE: &str = "KONTAKTI_DEVICE";
const SECRETS: &str = "device-secrets";

/// The two folders; neither need exist.
#[derive(Debug, PartialEq, Eq)]
pub struct Folders {
    /// The registers and this computer's choices.
    pub data: PathBuf,
    /// This computer's device secrets.
    pub device: PathBuf,
}

/// Why there are no folders.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum FolderError {
    /// The system knows no home of the user, and no variable names the folders.
    #[error("the system names no folder for the program's data")]
    Unknown,
    /// Who takes the registers would have the secrets as well.
    #[error("the device secrets would lie within the data folder; set {DATA} or {DEVICE} to another one")]
    SecretsWithData,
}

/// Finds the folders.
///
/// # Errors
/// [`FolderError`].
pub fn find() -> Result<Folders, FolderError> {
    let system = ProjectDirs::from("", "", "Kontakti");
    choose(
        [DATA, DEVICE].map(std::env::var_os),
        system.as_ref().map(|dirs| dirs.data_local_dir().to_path_buf()),
        // on macOS the place for settings is the place for data
        system.as_ref().map(|dirs| match cfg!(target_os = "macos") {
            true => dirs.preference_dir().join(SECRETS),
            false => dirs.config_local_dir().join(SECRETS),
        }),
    )
}

fn choose(
    [data, device]: [Option<OsString>; 2],
    system_data: Option<PathBuf>,
    system_device: Option<PathBuf>,
) -> Result<Folders, FolderError> {
    let named = |name: Option<OsString>| name.filter(|path| !path.is_empty()).map(PathBuf::from);
    let data = named(data).or(system_data).ok_or(FolderError::Unknown)?;
    let device = named(device).or(system_device).ok_or(FolderError::Unknown)?;
    if absolute(&device).starts_with(absolute(&data)) {
        return Err(FolderError::SecretsWithData);
    }
    Ok(Folders { data, device })
}

/// The path from the root, as far as the system says.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(data: Option<&str>, device: Option<&str>) -> Result<Folders, FolderError> {
        let system = |name: &str| Some(PathBuf::from(name));
        choose([data, device].map(|name| name.map(OsString::from)), system("data"), system("config/secrets"))
    }

    fn folders(data: &str, device: &str) -> Result<Folders, FolderError> {
        Ok(Folders { data: data.into(), device: device.into() })
    }

    #[test]
    fn a_named_folder_wins_and_an_empty_name_is_none() {
        assert_eq!(chosen(None, None), folders("data", "config/secrets"));
        assert_eq!(chosen(Some("disk"), None), folders("disk", "config/secrets"));
        assert_eq!(chosen(Some(""), Some("elsewhere")), folders("data", "elsewhere"));
        assert_eq!(choose([None, None], None, None), Err(FolderError::Unknown));
        assert_eq!(choose([Some("disk".into()), None], None, None), Err(FolderError::Unknown));
    }

    #[test]
    fn secrets_within_the_data_are_refused() {
        for (data, device) in [("config", None), ("disk", Some("disk")), ("disk", Some("disk/deep/er"))] {
            assert_eq!(chosen(Some(data), device), Err(FolderError::SecretsWithData), "{data} {device:?}");
        }
        assert_eq!(chosen(Some("disk"), Some("disk-of-secrets")), folders("disk", "disk-of-secrets"));
    }

    #[test]
    fn the_systems_own_places_are_apart() {
        let data = ProjectDirs::from("", "", "Kontakti").map(|dirs| dirs.data_local_dir().to_path_buf());
        if let (Some(data), Ok(found)) = (data, find()) {
            assert!(!found.device.starts_with(data));
        }
    }
}
