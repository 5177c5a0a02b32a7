use domain::ids::FrameId;
use store::frames::{self, FrameFilter, FrameOrder};
use store::keylist;
use store::thumbnails::{self, ThumbnailSize};
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape, write_session};
use tasks::TaskCtx;

use super::PictureSize;
use crate::RegisterError;
use crate::import::Destination;
use crate::testing::TempRegister;

/// A register with the frames of `people` portraits.
pub(crate) fn imported(people: usize) -> (TempRegister, Vec<FrameId>) {
    let register = TempRegister::new();
    let card = tempfile::tempdir().unwrap();
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(people);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(120, 80),
        raw_pairs: 0,
        ..SessionShape::of(vec![class])
    };
    write_session(card.path(), &synthetic::session::plan(7, &shape), &mut |_, _| true).unwrap();
    let ctx = &mut TaskCtx::unwatched();
    let plan = register.import_plan(card.path().to_owned(), ctx).unwrap();
    let into =
        Destination::New { name: "Koskelan koulu".to_owned(), photographer: String::new(), job_id: None };
    let begun = register.import_begin(&plan, into).unwrap();
    register.import_run(begun, &plan, ctx).unwrap();
    let all = FrameFilter::default();
    let ids = register.frame_index(begun.session_id, FrameOrder::Name, &all).unwrap().0;
    assert_eq!(ids.len(), people);
    (register, ids)
}

fn vault_name(register: &TempRegister, id: FrameId) -> String {
    register.read(|tx| Ok(frames::files(tx, id)?)).unwrap().remove(0).vault_name
}

#[test]
fn a_photos_thumbnails_go_with_its_key() {
    let (register, ids) = imported(2);
    for size in [PictureSize::Grid, PictureSize::Preview] {
        assert!(register.picture(ids[0], size).unwrap().starts_with(&[0xFF, 0xD8]), "the control: a JPEG");
    }
    for size in [ThumbnailSize::Grid, ThumbnailSize::Preview] {
        let kept = thumbnails::get(register.store(), ids[0], size).unwrap().unwrap();
        assert!(!kept.windows(3).any(|part| part == [0xFF, 0xD8, 0xFF]), "what is kept is no picture");
    }

    assert!(keylist::delete(register.store(), &vault_name(&register, ids[0])).unwrap());

    for size in [PictureSize::Grid, PictureSize::Preview, PictureSize::Full] {
        assert!(matches!(register.picture(ids[0], size), Err(RegisterError::PhotoMissing)), "{size:?}");
        assert!(register.picture(ids[1], size).is_ok(), "the other photo stays: {size:?}");
    }
}

#[test]
fn a_thumbnail_under_another_frame_is_never_shown() {
    let (register, ids) = imported(2);
    let own = register.picture(ids[1], PictureSize::Grid).unwrap();
    assert_ne!(register.picture(ids[0], PictureSize::Grid).unwrap(), own);
    let strange = thumbnails::get(register.store(), ids[0], ThumbnailSize::Grid).unwrap().unwrap();
    thumbnails::put(register.store(), ids[1], ThumbnailSize::Grid, &strange).unwrap();

    assert_eq!(register.picture(ids[1], PictureSize::Grid).unwrap(), own, "made anew from its own photo");

    let kept = thumbnails::get(register.store(), ids[1], ThumbnailSize::Grid).unwrap().unwrap();
    assert_ne!(kept, strange, "and kept in its place");
}

#[test]
fn the_two_sizes_cannot_be_taken_for_each_other() {
    let (register, ids) = imported(1);
    let own = register.picture(ids[0], PictureSize::Preview).unwrap();
    let grid = thumbnails::get(register.store(), ids[0], ThumbnailSize::Grid).unwrap().unwrap();
    thumbnails::put(register.store(), ids[0], ThumbnailSize::Preview, &grid).unwrap();
    assert_eq!(register.picture(ids[0], PictureSize::Preview).unwrap(), own);
}
