//! A card that is judged as a whole: whoever imports one of its folders is not told that it may be formatted.

use std::fs;

use domain::import::{CardFinding, CardVerdict, ImportOutcome, ImportReason, SourceScope};

use crate::card::{Card, photograph};
use crate::house::House;
use crate::mounts::Mounted;

/// Two folders of the card.
const FILES: usize = 103;

#[test]
fn a_card_may_be_formatted_when_what_lies_outside_the_chosen_folder_is_stored_too() {
    let Some(disk) = Mounted::tmpfs(8 << 20) else { return };
    let data = tempfile::tempdir().unwrap();
    let house = House::create(data.path());
    Card::write(disk.path(), 1, FILES);
    let first = disk.path().join("DCIM/100KUVAT");
    let verdict = |id| house.import_report(id).unwrap().card_verdict().unwrap();

    let (_, id) = house.import(&first);

    let report = house.import_report(id).unwrap();
    assert_eq!(report.import.outcome, ImportOutcome::Completed);
    let not_yet = CardFinding::NotYet { unstored: 3 };
    assert_eq!(verdict(id), CardVerdict { scope: SourceScope::Card, finding: not_yet });
    let outside: Vec<_> =
        report.issues.iter().filter(|issue| issue.reason == ImportReason::OutsideFolder).collect();
    assert_eq!(outside.len(), 3);
    assert_eq!(outside[0].source_name, "../../DCIM/101KUVAT/KUV_0100.JPG");

    let (_, rest) = house.import(&disk.path().join("DCIM/101KUVAT"));

    let all = CardVerdict { scope: SourceScope::Card, finding: CardFinding::AllStored };
    assert_eq!(verdict(rest), all, "the first folder was stored before");

    let hidden = disk.path().join("PRIVATE/KUVIA");
    fs::create_dir_all(&hidden).unwrap();
    fs::write(hidden.join("KUV_8.JPG"), photograph(3, 1)).unwrap();
    let (_, private) = house.import(&hidden);
    assert_eq!(verdict(private), all, "the camera's own folder was chosen, and is stored");

    fs::create_dir_all(disk.path().join("Varmuuskopio")).unwrap();
    fs::write(disk.path().join("Varmuuskopio/KUV_9.JPG"), photograph(1, FILES)).unwrap();
    fs::write(first.join("KUV_0999.JPG"), photograph(2, 1)).unwrap();
    let (_, third) = house.import(&first);
    assert_eq!(verdict(third).finding, CardFinding::NotYet { unstored: 1 }, "a folder that no camera made");
}
