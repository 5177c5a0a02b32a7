use domain::Action;
use domain::ids::FrameId;
use domain::photo::{CodeReading, ColorMark, Head, Marks};
use store::audit::{self, AuditFilter};
use store::frames;

use super::{FrameFilter, FrameGroup, NewMarks};
use crate::matching::tests::Day;
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

#[test]
fn frames_are_grouped_by_whose_they_are_in_the_order_of_the_class_list() {
    let day = Day::new();
    let of = |child: usize| [day.codes[child].as_str()];
    let (third, first, both) = (of(2), of(0), [day.codes[0].as_str(), day.codes[1].as_str()]);
    let taken: [Option<&[&str]>; 9] =
        [None, Some(&third), None, None, Some(&first), None, Some(&both), None, None];
    let ids = day.shoot(&taken, CodeReading::Done);
    let session = day.register.matching_get(day.job).unwrap().proposal.runs[0].session;
    let grouped = |filter: &FrameFilter| day.register.frame_groups(session, filter).unwrap().0;
    let name = |group: &FrameGroup| match group {
        FrameGroup::Owned(listed) => listed.name.clone(),
        other => format!("{other:?}"),
    };
    let told = |filter: &FrameFilter| -> Vec<(String, usize)> {
        grouped(filter).1.iter().map(|(group, count)| (name(group), *count)).collect()
    };

    let all = FrameFilter::default();
    let expected =
        [("Esimerkki Eero", 1), ("Virtanen Aino", 2), ("Quarantined", 2), ("Unmatched", 1), ("Cards", 3)];
    assert_eq!(told(&all), expected.map(|(name, count)| (name.to_owned(), count)));
    let order = [5, 2, 3, 7, 8, 0, 1, 4, 6].map(|place: usize| ids[place]);
    assert_eq!(grouped(&all).0, order);

    day.register.frame_mark(&[ids[3]], NewMarks { rating: Some(5), ..NewMarks::default() }).unwrap();
    let best = FrameFilter { min_rating: 5, ..FrameFilter::default() };
    assert_eq!(told(&best), [("Virtanen Aino".to_owned(), 1)], "groups without frames are left out");
}

#[test]
fn a_session_without_a_job_has_no_groups() {
    let (register, ids) = imported(2);
    let session = register.read(|tx| Ok(frames::get(tx, ids[0])?.frame.session_id)).unwrap();
    let ((listed, groups), total) = register.frame_groups(session, &FrameFilter::default()).unwrap();
    assert_eq!((listed.len(), groups, total), (2, vec![], 2));
}
