//! Choices of this computer, outside the register: they are needed before it is unlocked and tell nothing of it.
//!
//! Deliberately not here: searches, names, ids; the window keeps those in memory only.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use domain::Language;
use serde::{Deserialize, Serialize};

use crate::dto::app::{Settings, Theme, usual_lock_after};

const FILE: &str = "settings.json";
const MOST_PREFERENCES: usize = 200;
const LONGEST_KEY: usize = 64;
const LONGEST_VALUE: usize = 1024;

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    #[serde(flatten)]
    pub settings: Settings,
    /// The window's small choices (sort order, sizes, folded panels) by their key, as JSON text.
    #[serde(default)]
    pub preferences: BTreeMap<String, String>,
}

impl Kept {
    /// Whether a choice of this key and value may be added.
    pub fn accepts(&self, key: &str, value: &str) -> bool {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
        let has_room = self.preferences.contains_key(key) || self.preferences.len() < MOST_PREFERENCES;
        let fits = !key.is_empty() && key.len() <= LONGEST_KEY && value.len() <= LONGEST_VALUE;
        has_room && fits && key.bytes().all(is_plain)
    }
}

/// The stored choices; the system's language and theme when there are none that can be read.
pub(crate) fn load(data_dir: &Path) -> Kept {
    let stored = fs::read(data_dir.join(FILE)).ok().and_then(|text| serde_json::from_slice(&text).ok());
    stored.unwrap_or_else(|| Kept {
        settings: Settings {
            language: system_language().into(),
            theme: Theme::System,
            lock_after_minutes: usual_lock_after(),
        },
        preferences: BTreeMap::new(),
    })
}

/// Keeps the choices: the old file or the new one, never half of it.
pub(crate) fn save(data_dir: &Path, kept: &Kept) -> std::io::Result<()> {
    fs::create_dir_all(data_dir)?;
    let part = data_dir.join("settings.json.part");
    let mut file = File::create(&part)?;
    file.write_all(&serde_json::to_vec_pretty(kept)?)?;
    file.sync_all()?;
    fs::rename(part, data_dir.join(FILE))
}

/// The language of the user's system; Finnish when it is none of ours.
pub fn system_language() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match named.as_deref().map(|name| name.split(['_', '.', '-']).next().unwrap_or_default()) {
        Some("sv") => Language::Swedish,
        Some("en") => Language::English,
        _ => Language::Finnish,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen() -> Kept {
        let preferences = BTreeMap::from([("frames.size".to_owned(), "240".to_owned())]);
        let settings =
            Settings { language: Language::Swedish.into(), theme: Theme::Dark, lock_after_minutes: 5 };
        Kept { settings, preferences }
    }

    #[test]
    fn kept_choices_come_back_and_a_broken_file_is_no_obstacle() {
        let dir = tempfile::tempdir().unwrap();
        save(dir.path(), &chosen()).unwrap();
        assert_eq!(load(dir.path()), chosen());
        fs::write(dir.path().join(FILE), r#"{"language":"fi","theme":"dark"}"#).unwrap();
        assert_eq!(load(dir.path()).settings.theme, Theme::Dark, "a file without preferences");
        fs::write(dir.path().join(FILE), r#"{"language":"klingon"}"#).unwrap();
        assert_eq!(load(dir.path()).settings.theme, Theme::System);
    }

    #[test]
    fn the_window_cannot_fill_the_file() {
        let mut kept = chosen();
        assert!(kept.accepts("orders.sort", "\"number\""));
        assert!(!kept.accepts("", "1"));
        assert!(!kept.accepts("Öhman", "1"));
        assert!(!kept.accepts("orders.sort", &"x".repeat(LONGEST_VALUE + 1)));
        for number in 0..MOST_PREFERENCES {
            kept.preferences.insert(format!("key{number}"), String::new());
        }
        assert!(!kept.accepts("one.more", "1"));
        assert!(kept.accepts("frames.size", "320"), "what is there may change");
    }
}
