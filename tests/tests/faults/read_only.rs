//! A disk or folder that cannot be written to: a clear answer, and everything left as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use api::error::{ApiError, ErrorCode};
use domain::order::OrderState;
use register::RegisterError;

use crate::card::Card;
use crate::check;
use crate::house::{House, contents};
use crate::mounts::Mounted;
use crate::person::without_rights;
use crate::shop::Shop;

fn code(error: RegisterError) -> ErrorCode {
    ApiError::from(error).code
}

#[test]
fn a_register_on_a_read_only_disk_is_refused_and_left_alone() {
    let Some(disk) = Mounted::tmpfs(32 << 20) else { return };
    let data = disk.path().join("data");
    let card = tempfile::tempdir().unwrap();
    let house = House::create(&data);
    house.import(&Card::write(card.path(), 3, 4).path);
    let acknowledged = house.acknowledged();
    drop(house);
    let before = contents(&data);
    assert!(before.len() > 7, "control: there is something to leave alone");

    disk.set_read_only(true);
    assert_eq!(House::open(&data).err().map(code), Some(ErrorCode::ReadOnly));
    assert_eq!(contents(&data), before);

    disk.set_read_only(false);
    let house = House::open(&data).unwrap();
    check::assert_sound(&house, &acknowledged, "writable again");
}

/// Every file and folder below `folder` with or without the right to write.
fn set_writable(folder: &Path, is_writable: bool) {
    let (of_folder, of_file) = if is_writable { (0o700, 0o600) } else { (0o500, 0o400) };
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
        let mode = if entry.file_type().is_dir() { of_folder } else { of_file };
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode)).unwrap();
    }
}

#[test]
fn a_register_without_the_right_to_write_is_refused_and_left_alone() {
    without_rights(|| {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let house = House::create(&data);
        house.import(&Card::write(&dir.path().join("card"), 4, 4).path);
        let acknowledged = house.acknowledged();
        drop(house);
        let before = contents(&data);

        set_writable(&data, false);
        assert_eq!(House::open(&data).err().map(code), Some(ErrorCode::AccessDenied));
        assert_eq!(contents(&data), before);

        set_writable(&data, true);
        fs::set_permissions(data.join("studio/register.db"), fs::Permissions::from_mode(0o000)).unwrap();
        assert_eq!(House::open(&data).err().map(code), Some(ErrorCode::AccessDenied));
        set_writable(&data, true);
        assert_eq!(contents(&data), before);
        check::assert_sound(&House::open(&data).unwrap(), &acknowledged, "writable again");
    });
}

/// Nothing is handed over: no batch, no disclosure, no folder.
fn assert_refused(house: &House, shop: &Shop, folder: &Path) {
    let refused = house.batch_start(&shop.request(), folder).unwrap_err();
    assert_eq!(code(refused), ErrorCode::FolderNotWritable);
    assert!(house.batch_list(None, 10).unwrap().rows.is_empty());
    assert!(house.disclosure_list(None, None, 10).unwrap().rows.is_empty());
    assert_eq!(shop.state(house), OrderState::Confirmed);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn a_hand_over_to_a_folder_that_cannot_be_written_to_is_refused() {
    without_rights(|| {
        let dir = tempfile::tempdir().unwrap();
        let house = House::create(&dir.path().join("data"));
        house.import(&Card::write(&dir.path().join("card"), 5, 1).path);
        let shop = Shop::open(&house);
        let folder = dir.path().join("for the lab");
        fs::create_dir(&folder).unwrap();
        set_writable(&folder, false);
        assert_refused(&house, &shop, &folder);
    });
}

#[test]
fn a_hand_over_to_a_read_only_stick_is_refused() {
    let Some(stick) = Mounted::tmpfs(4 << 20) else { return };
    let dir = tempfile::tempdir().unwrap();
    let house = House::create(&dir.path().join("data"));
    house.import(&Card::write(&dir.path().join("card"), 6, 1).path);
    let shop = Shop::open(&house);
    stick.set_read_only(true);
    assert_refused(&house, &shop, stick.path());
}
