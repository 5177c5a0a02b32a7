use std::fs;
use std::path::{Path, PathBuf};

use domain::ids::FrameId;
use domain::import::{CardFinding, ImportOutcome, ImportReason, LeftKind};
use domain::photo::Sidecar;
use store::frames::FrameOrder;
use store::{keylist, sidecars};
use tasks::TaskCtx;

use super::scan::MOST_SIDECAR_BYTES;
use super::tests::{all, card, contents, frame_count, import, new_session, planned};
use super::{BegunImport, Destination, ImportReport};
use crate::testing::TempRegister;
use crate::{Register, RegisterError};

/// The card's photographs with this ending, in order of their names.
fn photos(card: &Path, ending: &str) -> Vec<PathBuf> {
    let paths = contents(card).into_iter().map(|(path, _)| path);
    paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}

fn beside(photo: &Path, more: &str) -> PathBuf {
    photo.with_file_name(format!("{}{more}", photo.file_stem().unwrap().to_str().unwrap()))
}

fn frames_of(register: &Register, begun: BegunImport) -> Vec<FrameId> {
    register.frame_index(begun.session_id, FrameOrder::Name, &all()).unwrap().0
}

fn kept(register: &Register, frame: FrameId) -> Vec<Sidecar> {
    register.frame_facts(frame).unwrap().sidecars
}

/// What is stored of a sidecar, after every bit of it was authenticated.
fn content(register: &Register, sidecar: &Sidecar) -> Vec<u8> {
    let key = keylist::get(register.store(), &sidecar.vault_name).unwrap().expect("a key for each row");
    let hash = blake3::Hash::from_bytes(sidecar.blake3);
    register.photos().verify(&sidecar.vault_name, &key, &hash, sidecar.size_bytes).unwrap();
    register.photos().read_all(&sidecar.vault_name, &key, MOST_SIDECAR_BYTES).unwrap().to_vec()
}

fn sealed_files(register: &Register) -> usize {
    contents(&register.store().dir().join("photos")).len()
}

fn again(register: &Register, card: &Path, session: BegunImport) -> BegunImport {
    let plan = planned(register, card);
    let begun = register.import_begin(&plan, Destination::Existing(session.session_id)).unwrap();
    let outcome = register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();
    assert_eq!(outcome, ImportOutcome::Completed);
    begun
}

fn report(register: &Register, begun: BegunImport) -> ImportReport {
    register.import_report(begun.import_id).unwrap()
}

fn finding(register: &Register, begun: BegunImport) -> CardFinding {
    report(register, begun).card_verdict().unwrap().finding
}

#[test]
fn sidecars_in_every_form_are_kept_sealed_with_their_frame_and_their_card_may_be_formatted() {
    let register = TempRegister::new();
    let card = card(2, 1);
    let raw = photos(card.path(), "DNG").remove(0);
    let same = b"<x:xmpmeta>the same</x:xmpmeta>";
    for more in [".xmp", ".DNG.xmp", "_01.DNG.xmp"] {
        fs::write(beside(&raw, more), same).unwrap();
    }
    let other =
        photos(card.path(), "JPG").into_iter().find(|jpeg| jpeg.file_stem() != raw.file_stem()).unwrap();
    fs::write(beside(&other, ".xmp"), same).unwrap();

    let plan = planned(&register, card.path());
    assert_eq!((plan.frames.len(), plan.sidecar_count(), plan.file_count()), (2, 4, 7));
    let begun = import(&register, card.path());

    let frames = frames_of(&register, begun);
    let with_raw = |frame: &&FrameId| register.frame_facts(**frame).unwrap().files.len() == 2;
    let pair = *frames.iter().find(with_raw).unwrap();
    let single = *frames.iter().find(|frame| !with_raw(frame)).unwrap();
    let stem = raw.file_stem().unwrap().to_str().unwrap();
    let names: Vec<String> = kept(&register, pair).into_iter().map(|sidecar| sidecar.name).collect();
    assert_eq!(names, [format!("{stem}.DNG.xmp"), format!("{stem}.xmp"), format!("{stem}_01.DNG.xmp")]);
    assert_eq!(kept(&register, single).len(), 1, "the same content at another frame");
    for sidecar in [kept(&register, pair), kept(&register, single)].concat() {
        assert_eq!(content(&register, &sidecar), same);
    }
    let report = report(&register, begun);
    assert_eq!((report.import.stored_files, report.import.frames, report.issues.len()), (7, 2, 0));
    assert_eq!(report.card_verdict().unwrap().finding, CardFinding::AllStored);
    assert_eq!(sealed_files(&register), 7);
}

#[test]
fn the_same_card_stores_no_sidecar_twice_and_a_changed_one_beside_the_older() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let photo = photos(card.path(), "JPG").remove(0);
    let sidecar = beside(&photo, ".xmp");
    fs::write(&sidecar, b"first").unwrap();
    let begun = import(&register, card.path());
    let frame = frames_of(&register, begun)[0];
    let plan = planned(&register, card.path());
    assert!(plan.is_empty());
    let refused = register.import_begin(&plan, new_session());
    assert!(matches!(refused, Err(RegisterError::NothingToImport)));

    fs::write(&sidecar, b"second").unwrap();
    let plan = planned(&register, card.path());
    assert_eq!((plan.frames.len(), plan.sidecar_count()), (0, 1));
    assert_eq!(register.session_of_sidecars(&plan).unwrap(), Some(begun.session_id));
    let changed = again(&register, card.path(), begun);

    let contents: Vec<_> = kept(&register, frame).iter().map(|kept| content(&register, kept)).collect();
    assert_eq!(contents, [b"first".to_vec(), b"second".to_vec()]);
    assert_eq!(finding(&register, changed), CardFinding::AllStored);
    assert_eq!(frame_count(&register, begun), 2);
    fs::write(&sidecar, b"first").unwrap();
    assert!(planned(&register, card.path()).is_empty(), "as it was before");
}

#[test]
fn a_sidecar_without_a_stored_photograph_is_named_and_nothing_of_it_is_stored() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let photo = photos(card.path(), "JPG").remove(0);
    let at = |name: &str| photo.with_file_name(name);
    fs::write(at("MUU_1.xmp"), b"alone").unwrap();
    fs::write(at("teksti.jpg"), b"no picture").unwrap();
    fs::write(at("teksti.xmp"), b"of no picture").unwrap();
    fs::write(beside(&photo, ".xmp"), b"").unwrap();
    fs::File::create(beside(&photo, ".JPG.xmp")).unwrap().set_len(MOST_SIDECAR_BYTES + 1).unwrap();

    let begun = import(&register, card.path());

    let report = report(&register, begun);
    let mut said: Vec<(String, ImportReason)> = report
        .issues
        .iter()
        .map(|issue| (super::scan::file_name(&issue.source_name).to_owned(), issue.reason))
        .collect();
    said.sort_by(|one, other| one.0.cmp(&other.0));
    let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut expected = [
        ("MUU_1.xmp".to_owned(), ImportReason::NoPhoto),
        ("teksti.jpg".to_owned(), ImportReason::NotAnImage),
        ("teksti.xmp".to_owned(), ImportReason::NoPhoto),
        (name(beside(&photo, ".xmp")), ImportReason::Empty),
        (name(beside(&photo, ".JPG.xmp")), ImportReason::TooLarge),
    ];
    expected.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(said, expected);
    assert_eq!(sealed_files(&register), 2);
    fs::remove_file(at("teksti.jpg")).unwrap();
    fs::write(beside(&photo, ".xmp"), b"new").unwrap();
    let left = [(LeftKind::Sidecar, 3)].into();
    let again = again(&register, card.path(), begun);
    assert_eq!(finding(&register, again), CardFinding::LookFirst { left });
}

#[test]
fn a_sidecar_that_came_or_changed_during_the_import_keeps_the_card_as_it_is() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let photos = photos(card.path(), "JPG");
    fs::write(beside(&photos[0], ".xmp"), b"planned").unwrap();
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let mut ctx = TaskCtx::unwatched();
    let stored = register.store_files(begun, &plan, &mut ctx).unwrap();
    assert_eq!(register.look_again(begun, &plan, &stored, &mut ctx).unwrap().news, [], "the control");

    fs::write(beside(&photos[0], ".xmp"), b"changed since").unwrap();
    fs::write(beside(&photos[1], ".xmp"), b"new").unwrap();
    let news = register.look_again(begun, &plan, &stored, &mut ctx).unwrap().news;

    assert_eq!(news.len(), 2);
    assert!(news.iter().all(|issue| issue.reason == ImportReason::NotPlanned), "{news:?}");
}

#[test]
fn stopped_before_its_sidecars_an_import_goes_on_with_them() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let photos = photos(card.path(), "JPG");
    let begun = import(&register, card.path());
    fs::write(beside(&photos[0], ".xmp"), b"one").unwrap();
    let plan = planned(&register, card.path());
    let rest = register.import_begin(&plan, Destination::Existing(begun.session_id)).unwrap();
    let outcome = register.import_run(rest, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    assert_eq!(outcome, ImportOutcome::Cancelled);
    // what came since was shown to nobody
    fs::write(beside(&photos[1], ".xmp"), b"two").unwrap();
    let photograph = fs::read(&photos[0]).unwrap();
    fs::write(&photos[0], [photograph.as_slice(), b"x"].concat()).unwrap();
    let refused = register.import_again(rest.import_id, card.path(), &mut TaskCtx::unwatched());
    assert!(matches!(refused, Err(RegisterError::SourceDiffers)), "as another card of this camera");
    fs::write(&photos[0], photograph).unwrap();

    let plan = register.import_again(rest.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(rest, &plan, &mut TaskCtx::unwatched()).unwrap();

    let frames = frames_of(&register, begun);
    assert_eq!(kept(&register, frames[0]).len() + kept(&register, frames[1]).len(), 1);
    assert_eq!(finding(&register, rest), CardFinding::NotYet { unstored: 1 });
}

#[test]
fn a_lost_sidecar_comes_back_from_its_card_and_a_stray_one_is_swept() {
    let register = TempRegister::new();
    let card = card(1, 0);
    fs::write(beside(&photos(card.path(), "JPG")[0], ".xmp"), b"kept").unwrap();
    let begun = import(&register, card.path());
    let frame = frames_of(&register, begun)[0];
    register.photos().remove(&kept(&register, frame)[0].vault_name).unwrap();

    again(&register, card.path(), begun);

    let back = kept(&register, frame);
    assert_eq!((back.len(), content(&register, &back[0])), (1, b"kept".to_vec()));
    let knows = |name: &str| register.read(|tx| Ok(sidecars::has_file(tx, name)?)).unwrap();
    assert!(knows(&back[0].vault_name));
    // a start after a kill before the names were settled: what has its row stays
    register.import_settle().unwrap();
    assert_eq!(content(&register, &back[0]), b"kept");
    assert_eq!(sealed_files(&register), 2);
}
