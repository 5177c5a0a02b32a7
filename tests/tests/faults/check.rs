//! What must hold of a register after any fault, and the controls that show that a loss would be seen.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use domain::ids::FrameId;
use domain::import::ImportOutcome;
use domain::photo::{PhotoFile, Sidecar};
use register::Register;
use store::frames::{FrameFilter, FrameOrder};
use store::{audit, frames, keylist, sidecars};

use crate::card::Card;
use crate::house::House;

/// Everything that is wrong: an acknowledged frame without its row, a row without its file or key, a file that does
/// not decrypt to what was imported, a database that is not whole, a broken audit trail.
pub fn problems(register: &Register, acknowledged: &BTreeSet<i64>) -> Vec<String> {
    let mut found = Vec::new();
    let rows = rows(register);
    for id in acknowledged {
        if !rows.contains_key(&FrameId(*id)) {
            found.push(format!("frame {id} was acknowledged and has no row"));
        }
    }
    for (id, files) in &rows {
        if files.is_empty() {
            found.push(format!("frame {} has no file", id.get()));
        }
        for file in files {
            let Some(key) = keylist::get(register.store(), &file.vault_name).unwrap() else {
                found.push(format!("{} has no key", file.source_name));
                continue;
            };
            let hash = blake3::Hash::from_bytes(file.blake3);
            if let Err(error) = register.photos().verify(&file.vault_name, &key, &hash, file.size_bytes) {
                found.push(format!("{}: {error}", file.source_name));
            }
        }
    }
    for sidecar in sidecars_of(register, rows.keys()) {
        let Some(key) = keylist::get(register.store(), &sidecar.vault_name).unwrap() else {
            found.push(format!("{} has no key", sidecar.name));
            continue;
        };
        let hash = blake3::Hash::from_bytes(sidecar.blake3);
        if let Err(error) = register.photos().verify(&sidecar.vault_name, &key, &hash, sidecar.size_bytes) {
            found.push(format!("{}: {error}", sidecar.name));
        }
    }
    if let Err(error) = register.store().verify() {
        found.push(format!("database: {error}"));
    }
    match register.read(|tx| Ok(audit::verify(tx)?)) {
        Ok(None) => {}
        broken => found.push(format!("audit trail: {broken:?}")),
    }
    found
}

/// Fails with everything that is wrong.
#[track_caller]
pub fn assert_sound(register: &Register, acknowledged: &BTreeSet<i64>, when: &str) {
    let found = problems(register, acknowledged);
    assert!(found.is_empty(), "{when}: {found:#?}");
}

/// Every frame of every session with its files.
pub fn rows(register: &Register) -> BTreeMap<FrameId, Vec<PhotoFile>> {
    let all = FrameFilter::default();
    let mut rows = BTreeMap::new();
    for session in register.session_list("", None, 100).unwrap().rows {
        let (ids, _) = register.frame_index(session.session.id, FrameOrder::Name, &all).unwrap();
        for id in ids {
            rows.insert(id, register.read(|tx| Ok(frames::files(tx, id)?)).unwrap());
        }
    }
    rows
}

fn sidecars_of<'a>(register: &Register, frames: impl Iterator<Item = &'a FrameId>) -> Vec<Sidecar> {
    frames.flat_map(|frame| register.read(|tx| Ok(sidecars::list(tx, *frame)?)).unwrap()).collect()
}

/// How many sidecars are stored.
pub fn sidecars(register: &Register) -> usize {
    sidecars_of(register, rows(register).keys()).len()
}

/// Files in the vault that no row knows, finished or not.
pub fn strays(register: &Register) -> Vec<PathBuf> {
    let rows = rows(register);
    let sidecars = sidecars_of(register, rows.keys()).into_iter().map(|sidecar| sidecar.vault_name);
    let photos = rows.values().flatten().map(|file| file.vault_name.clone());
    let known: HashSet<String> = photos.chain(sidecars).collect();
    let is_known = |path: &Path| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| known.contains(name))
    };
    walkdir::WalkDir::new(register.store().dir().join("photos"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && !is_known(entry.path()))
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// How the newest import of the newest session ended; none where there is no session yet.
pub fn newest_outcome(register: &Register) -> Option<ImportOutcome> {
    let newest = register.session_list("", None, 1).unwrap().rows.into_iter().next()?;
    let reports = register.import_reports(newest.session.id).unwrap();
    reports.first().map(|report| report.import.outcome)
}

/// Names of the stored files, each as often as it is stored.
pub fn stored_names(register: &Register) -> Vec<String> {
    let mut names: Vec<_> = rows(register).into_values().flatten().map(|file| file.source_name).collect();
    names.sort();
    names
}

#[test]
fn the_check_sees_every_kind_of_loss() {
    let dir = tempfile::tempdir().unwrap();
    let card = Card::write(&dir.path().join("card"), 1, 6);
    let house = House::create(&dir.path().join("data"));
    house.import(&card.path);
    let acknowledged = house.acknowledged();
    assert_eq!(acknowledged.len(), 6);
    assert_eq!(problems(&house, &acknowledged), Vec::<String>::new());
    assert!(strays(&house).is_empty());

    let file = |place: usize| rows(&house).values().nth(place).unwrap()[0].clone();
    let in_vault =
        |name: &str| house.store().dir().join("photos").join(&name[..2]).join(&name[2..4]).join(name);
    let only = |file: &PhotoFile| {
        let found = problems(&house, &acknowledged);
        assert!(found.iter().all(|problem| problem.contains(&file.source_name)), "{found:?}");
        found.len()
    };

    let mut with_another = acknowledged.clone();
    with_another.insert(999_999);
    assert_eq!(problems(&house, &with_another).len(), 1, "a frame without its row");

    let flipped = file(0);
    let path = in_vault(&flipped.vault_name);
    let whole = std::fs::read(&path).unwrap();
    let mut torn = whole.clone();
    torn[whole.len() / 2] ^= 1;
    std::fs::write(&path, &torn).unwrap();
    assert_eq!(only(&flipped), 1, "a flipped bit");
    std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(only(&flipped), 1, "a file cut short");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(only(&flipped), 1, "a file that is gone");
    std::fs::write(&path, &whole).unwrap();

    let unkeyed = file(3);
    assert!(keylist::delete(house.store(), &unkeyed.vault_name).unwrap());
    assert_eq!(only(&unkeyed), 1, "a key that is gone");

    let entry = "UPDATE audit_entries SET action = action || 'x' WHERE id = 2";
    let back = "UPDATE audit_entries SET action = substr(action, 1, length(action) - 1) WHERE id = 2";
    house.store().tamper(entry).unwrap();
    let seen = problems(&house, &acknowledged);
    assert!(seen.iter().any(|problem| problem.starts_with("audit trail")), "a changed entry: {seen:?}");
    house.store().tamper(back).unwrap();

    let stray = in_vault(&format!("{}ff", &unkeyed.vault_name[..30]));
    std::fs::write(&stray, b"x").unwrap();
    assert_eq!(strays(&house), [stray]);

    // what lies in the log would be moved over the bit
    house.store().verify().unwrap();
    // last, for nothing mends it: a bit of the database on the disk, which the open register has in memory
    let path = house.store().dir().join("register.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 2000;
    bytes[last] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let seen = problems(&house, &acknowledged);
    assert!(seen.iter().any(|problem| problem.starts_with("database")), "a flipped bit: {seen:?}");
}
