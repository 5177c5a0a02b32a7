//! The disk with the second copies: full in the middle, pulled while nobody looks, and back again.

use domain::import::{CardFinding, CopyFault};
use register::TaskState;

use crate::card::Card;
use crate::check;
use crate::house::House;
use crate::mounts::{Mounted, pull};

const FILES: usize = 12;

#[test]
fn a_second_disk_that_is_full_or_pulled_costs_no_photo_and_keeps_the_card() {
    let sources = tempfile::tempdir().unwrap();
    let cards = [1, 2, 3].map(|seed| Card::write(&sources.path().join(format!("card-{seed}")), seed, FILES));
    let data = tempfile::tempdir().unwrap();
    let house = House::create(&data.path().join("data"));
    let finding = |id| house.import_report(id).unwrap().card_verdict().unwrap().finding;
    let import = |card: &Card| {
        let (task, id) = house.start_import(&card.path);
        let ended = house.tasks().wait(task).unwrap();
        assert_eq!(ended.state, TaskState::Completed, "{:?}", ended.error);
        id
    };

    // a few of the sealed files of a card find room
    let Some(small) = Mounted::tmpfs(48 << 10) else { return };
    house.second_copy_set(small.path()).unwrap();
    let first = import(&cards[0]);
    let CardFinding::NotCopied { files, .. } = finding(first) else { panic!("{:?}", finding(first)) };
    assert!(files > 0 && (files as usize) < FILES, "{files}: full in the middle");
    let state = house.second_copy_get().unwrap();
    assert_eq!((state.missing, state.fault), (files, Some(CopyFault::DiskFull)));

    // another one, which is pulled: an empty place is left on the register's own disk
    let Some(large) = Mounted::tmpfs(64 << 20) else { return };
    house.second_copy_set(large.path()).unwrap();
    pull(large.path());
    let second = import(&cards[1]);
    assert!(matches!(finding(second), CardFinding::NotCopied { files: 12, .. }), "{:?}", finding(second));
    assert_eq!(house.second_copy_get().unwrap().fault, Some(CopyFault::SameDisk));
    assert_eq!(std::fs::read_dir(large.path()).unwrap().count(), 0, "nothing was written there");

    // the card goes on waiting until a disk has all of them, also those of before
    let Some(whole) = Mounted::tmpfs(64 << 20) else { return };
    house.second_copy_set(whole.path()).unwrap();
    let third = import(&cards[2]);
    assert_eq!(finding(third), CardFinding::AllStored);
    assert!(matches!(finding(second), CardFinding::NotCopied { .. }));
    let copied = house.tasks().wait(house.second_copy_start().unwrap()).unwrap();
    assert_eq!(copied.state, TaskState::Completed, "{:?}", copied.error);
    assert_eq!([finding(first), finding(second)], [CardFinding::AllStored, CardFinding::AllStored]);
    check::assert_sound(&house, &house.acknowledged(), "at the end");
}
