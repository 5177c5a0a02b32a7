//! Where the registers lie on this computer.
//!
//! `KONTAKTI_DATA` names another folder (an encrypted disk, a test); without it the system's place for one user's data
//! that does not roam: `~/.local/share/kontakti`, `%LOCALAPPDATA%\Kontakti\data`, `~/Library/Application Support/Kontakti`.

use std::ffi::OsString;
use std::path::PathBuf;

/// Name of the environment variable that moves the data folder.
const OVERRIDE: &str = "KONTAKTI_DATA";

/// The data folder; it need not exist. None if the system knows no home of the user.
pub fn find() -> Option<PathBuf> {
    choose(std::env::var_os(OVERRIDE), || {
        directories::ProjectDirs::from("", "", "Kontakti").map(|dirs| dirs.data_local_dir().to_path_buf())
    })
}

fn choose(named: Option<OsString>, of_system: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
    match named {
        Some(path) if !path.is_empty() => Some(PathBuf::from(path)),
        _ => of_system(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_folder_wins_and_an_empty_name_is_none() {
        let system = || Some(PathBuf::from("system"));
        assert_eq!(choose(Some("elsewhere".into()), system), Some("elsewhere".into()));
        assert_eq!(choose(Some("".into()), system), Some("system".into()));
        assert_eq!(choose(None, system), Some("system".into()));
        assert_eq!(choose(None, || None), None);
    }
}
