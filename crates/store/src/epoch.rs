//! Where a register's files lie: a folder for each root key that it had.
//!
//! Another root key needs other files. They are made whole in `epoch-<n>` within the register's folder, and count from the
//! moment at which the file `current` names them: one rename, before which the old files count and after which the new
//! ones do. A register that never had another root key has its files in its own folder, and no `current`.
//!
//! Sealed photographs, the lock and the count of wrong attempts stay in the register's folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use vault::{ANCHOR_FILE, SLOTS_FILE, make_private_dir, replace_file};

use crate::error::StoreError;
use crate::open::{DESCRIPTOR_FILE, FolderLock, KEYS_FILE, REGISTER_FILE, THUMBNAILS_FILE, sync_dir};

/// Names the folder in use.
pub const CURRENT_FILE: &str = "current";
const PREFIX: &str = "epoch-";
/// How the names begin that belong to one root key; copies, logs and the like have more behind.
const OF_A_ROOT_KEY: [&str; 7] =
    [REGISTER_FILE, "register.schema-", DESCRIPTOR_FILE, KEYS_FILE, THUMBNAILS_FILE, SLOTS_FILE, ANCHOR_FILE];

/// The folder of the files in use.
///
/// # Errors
/// [`StoreError::NotARegister`] when `current` says nothing sensible, or trouble with the disk.
pub fn files_dir(dir: &Path) -> Result<PathBuf, StoreError> {
    Ok(match number(dir)? {
        0 => dir.to_owned(),
        number => dir.join(name(number)),
    })
}

/// Makes the empty folder for the files of another root key, in place of what an attempt that did not end left.
///
/// # Errors
/// As [`files_dir`].
pub fn make_next(lock: &FolderLock) -> Result<PathBuf, StoreError> {
    let next = lock.dir().join(name(number(lock.dir())? + 1));
    match fs::remove_dir_all(&next) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    make_private_dir(&next)?;
    Ok(next)
}

/// Lets the files in `next`, a folder of [`make_next`], count from now on.
///
/// # Errors
/// As [`files_dir`]; then the old ones count.
pub fn switch(lock: &FolderLock, next: &Path) -> Result<(), StoreError> {
    let next_name = next.file_name().unwrap_or_default();
    sync_dir(next)?;
    sync_dir(lock.dir())?;
    let replaced = replace_file(&lock.dir().join(CURRENT_FILE), next_name.as_encoded_bytes());
    // an error after the rename changes nothing of what counts
    if files_dir(lock.dir())? == next { Ok(()) } else { Ok(replaced?) }
}

/// Removes the files of every other root key: of those before, and of one that never came to count.
///
/// # Errors
/// Trouble with the disk; what could not be removed is tried again with the next call.
pub fn sweep(lock: &FolderLock) -> Result<(), StoreError> {
    let current = number(lock.dir())?;
    let mut trouble = None;
    for entry in fs::read_dir(lock.dir())? {
        let entry = entry?;
        let file_name = entry.file_name();
        let Some(found) = file_name.to_str() else { continue };
        let removed = match number_of(found) {
            Some(number) if number != current => fs::remove_dir_all(entry.path()),
            None if current > 0 && OF_A_ROOT_KEY.iter().any(|of| found.starts_with(of)) => {
                fs::remove_file(entry.path())
            }
            _ => Ok(()),
        };
        trouble = trouble.or(removed.err());
    }
    trouble.map_or(Ok(()), |error| Err(error.into()))
}

fn name(number: u64) -> String {
    format!("{PREFIX}{number}")
}

fn number(dir: &Path) -> Result<u64, StoreError> {
    let named = match fs::read_to_string(dir.join(CURRENT_FILE)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Some(None),
        other => Some(number_of(&other?)),
    };
    match named {
        Some(Some(number)) => Ok(number),
        // a pointer that was lost or damaged: what else can count is found only where nothing else could
        _ if !dir.join(REGISTER_FILE).try_exists()? => only_one(dir),
        None => Ok(0),
        Some(None) => Err(StoreError::NotARegister),
    }
}

fn number_of(name_of: &str) -> Option<u64> {
    let number = name_of.strip_prefix(PREFIX)?.parse().ok()?;
    (number > 0 && name(number) == name_of).then_some(number)
}

/// The number of the only folder that could count; 0 when there is none.
fn only_one(dir: &Path) -> Result<u64, StoreError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let number = entry.file_name().to_str().and_then(number_of);
        found.extend(number.filter(|_| entry.path().join(REGISTER_FILE).exists()));
    }
    match found.as_slice() {
        [] => Ok(0),
        [only] => Ok(*only),
        _ => Err(StoreError::NotARegister),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::lock_folder;

    fn there(dir: &Path) -> Vec<String> {
        let entries = fs::read_dir(dir).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_old_files_count_until_the_switch_and_go_after_it() {
        let dir = tempfile::tempdir().unwrap();
        let lock = lock_folder(dir.path()).unwrap();
        let old = ["anchor", "keys.db", "keyslots", "keyslots.copy", "register.db", "register.schema-11.db"];
        for name in old.iter().chain(&["attempts", "photos"]) {
            fs::write(dir.path().join(name), "old").unwrap();
        }
        assert_eq!(files_dir(dir.path()).unwrap(), dir.path());

        let next = make_next(&lock).unwrap();
        fs::write(next.join("half"), "of an attempt").unwrap();
        assert_eq!(files_dir(dir.path()).unwrap(), dir.path());
        sweep(&lock).unwrap();
        assert!(!next.exists(), "what never came to count");
        assert_eq!(there(dir.path()).len(), old.len() + 3, "the old files count");

        for expected in ["epoch-1", "epoch-2"] {
            let next = make_next(&lock).unwrap();
            fs::write(next.join("register.db"), expected).unwrap();
            switch(&lock, &next).unwrap();
            assert_eq!(files_dir(dir.path()).unwrap(), dir.path().join(expected));
            sweep(&lock).unwrap();
            assert_eq!(there(dir.path()), ["attempts", "current", expected, "photos", "register.lock"]);
            assert_eq!(fs::read_to_string(next.join("register.db")).unwrap(), expected);
        }
    }

    #[test]
    fn a_lost_or_damaged_pointer_is_done_without_where_only_one_folder_can_count() {
        let dir = tempfile::tempdir().unwrap();
        let lock = lock_folder(dir.path()).unwrap();
        let next = make_next(&lock).unwrap();
        fs::write(next.join("register.db"), "new").unwrap();
        switch(&lock, &next).unwrap();
        for damaged in [Some("epoch-\u{fffd}"), None] {
            match damaged {
                Some(text) => fs::write(dir.path().join(CURRENT_FILE), text).unwrap(),
                None => fs::remove_file(dir.path().join(CURRENT_FILE)).unwrap(),
            }
            assert_eq!(files_dir(dir.path()).unwrap(), dir.path().join("epoch-1"));
        }
        fs::create_dir(dir.path().join("epoch-2")).unwrap();
        fs::write(dir.path().join("epoch-2").join("register.db"), "another").unwrap();
        assert!(matches!(files_dir(dir.path()), Err(StoreError::NotARegister)), "which one is not guessed");
    }

    #[test]
    fn a_pointer_that_says_nothing_sensible_leads_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("register.db"), "old").unwrap();
        for text in ["", "epoch-", "epoch-0", "epoch-01", "../epoch-1", "epoch-1\n", "epoch-1/.."] {
            fs::write(dir.path().join(CURRENT_FILE), text).unwrap();
            assert!(matches!(files_dir(dir.path()), Err(StoreError::NotARegister)), "{text:?}");
        }
    }
}
