//! Choices of this computer, outside the register: they are needed before it is unlocked and tell nothing of it.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::dto::LanguageDto;
use crate::dto::app::{Settings, Theme};

const FILE: &str = "settings.json";

/// The stored choices; the system's language and theme when there are none that can be read.
pub(crate) fn load(data_dir: &Path) -> Settings {
    let stored = fs::read(data_dir.join(FILE)).ok().and_then(|text| serde_json::from_slice(&text).ok());
    stored.unwrap_or_else(|| Settings { language: system_language(), theme: Theme::System })
}

/// Keeps the choices: the old file or the new one, never half of it.
pub(crate) fn save(data_dir: &Path, settings: &Settings) -> std::io::Result<()> {
    fs::create_dir_all(data_dir)?;
    let part = data_dir.join("settings.json.part");
    let mut file = File::create(&part)?;
    file.write_all(&serde_json::to_vec_pretty(settings)?)?;
    file.sync_all()?;
    fs::rename(part, data_dir.join(FILE))
}

fn system_language() -> LanguageDto {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match named.as_deref().map(|name| name.split(['_', '.', '-']).next().unwrap_or_default()) {
        Some("sv") => LanguageDto::Sv,
        Some("en") => LanguageDto::En,
        _ => LanguageDto::Fi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_choices_come_back_and_a_broken_file_is_no_obstacle() {
        let dir = tempfile::tempdir().unwrap();
        let chosen = Settings { language: LanguageDto::Sv, theme: Theme::Dark };
        save(dir.path(), &chosen).unwrap();
        assert_eq!(load(dir.path()), chosen);
        fs::write(dir.path().join(FILE), "{\"language\":\"klingon\"}").unwrap();
        assert_eq!(load(dir.path()).theme, Theme::System);
    }
}
