use domain::Action;
use domain::ids::FrameId;
use domain::photo::{ColorMark, Head, Marks};
use store::audit::{self, AuditFilter};
use store::frames;

use super::NewMarks;
use crate::photos::PictureSize;
use crate::photos::tests::imported;
use crate::testing::TempRegister;

fn marked(register: &TempRegister) -> Vec<(Option<i64>, Vec<String>)> {
    let filter = AuditFilter { actions: vec![Action::FramesMarked], ..AuditFilter::default() };
    let page = register.read(|tx| Ok(audit::list(tx, &filter, None, 10)?)).unwrap();
    page.rows.into_iter().rev().map(|entry| (entry.entity_id, entry.fields)).collect()
}

#[test]
fn the_trail_names_each_frame_that_was_marked_and_each_that_was_put_back() {
    let (register, ids) = imported(2);
    let stars = NewMarks { rating: Some(4), ..NewMarks::default() };
    let before = register.frame_mark(&ids, stars).unwrap();
    let of = |fields: &[&str]| {
        let each = |id: &FrameId| (Some(id.get()), fields.iter().map(|&name| name.to_owned()).collect());
        ids.iter().map(each).collect::<Vec<_>>()
    };
    assert_eq!(marked(&register), of(&["rating"]));

    register.frame_marks_restore(&before).unwrap();
    assert_eq!(
        marked(&register),
        [of(&["rating"]), of(&["rating", "is_rejected", "color", "is_retake", "turn", "head"])].concat()
    );
    assert_eq!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap(), None, "the chain holds");
}

fn marks(register: &TempRegister, id: FrameId) -> Marks {
    register.read(|tx| Ok(frames::get(tx, id)?.frame.marks)).unwrap()
}

/// Width and height that a JPEG says.
fn size(jpeg: &[u8]) -> (u32, u32) {
    let facts = imaging::read_facts(jpeg, imaging::FileKind::Jpeg).unwrap();
    (facts.width, facts.height)
}

#[test]
fn a_turned_frame_shows_turned_everywhere_and_its_file_stays() {
    let (register, ids) = imported(2);
    let sizes = [PictureSize::Grid, PictureSize::Preview, PictureSize::Full];
    let shown = |id| sizes.map(|wanted| size(&register.picture(id, wanted).unwrap()));
    let (before, other) = (shown(ids[0]), shown(ids[1]));
    assert!(before.iter().all(|(width, height)| width != height), "the control: a turn shows");
    let plain = register.open_photo(ids[0]).unwrap().bytes.to_vec();
    let by = |turn_by| register.frame_mark(&ids[..1], NewMarks { turn_by, ..NewMarks::default() }).unwrap();

    let old = by(1);
    assert_eq!(shown(ids[0]), before.map(|(width, height)| (height, width)));
    assert_eq!(shown(ids[1]), other, "another frame stays");
    assert_eq!(register.open_photo(ids[0]).unwrap().bytes.to_vec(), plain);
    by(2);
    assert_eq!((marks(&register, ids[0]).turn, marks(&register, ids[1]).turn), (3, 0));
    register.frame_marks_restore(&old).unwrap();
    assert_eq!(shown(ids[0]), before);
}

#[test]
fn a_head_is_kept_until_the_picture_is_turned() {
    let (register, ids) = imported(1);
    let head = Head::new(5_000, 2_000, 6_000);
    let mark = |marks| register.frame_mark(&ids, marks).unwrap();
    mark(NewMarks { head: Some(head), ..NewMarks::default() });
    mark(NewMarks { color: Some(Some(ColorMark::Blue)), turn_by: 4, ..NewMarks::default() });
    let kept = marks(&register, ids[0]);
    assert_eq!((kept.head, kept.color, kept.turn), (head, Some(ColorMark::Blue), 0));
    let before = mark(NewMarks { turn_by: 3, ..NewMarks::default() });
    assert_eq!(marks(&register, ids[0]).head, None);
    register.frame_marks_restore(&before).unwrap();
    assert_eq!(marks(&register, ids[0]), kept);
    mark(NewMarks { color: Some(None), head: Some(None), ..NewMarks::default() });
    assert_eq!(marks(&register, ids[0]), Marks::default());
}
