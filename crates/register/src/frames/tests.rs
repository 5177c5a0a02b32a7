use domain::Action;
use domain::ids::FrameId;
use store::audit::{self, AuditFilter};

use super::NewMarks;
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
    let stars = NewMarks { rating: Some(4), is_rejected: None };
    let before = register.frame_mark(&ids, stars).unwrap();
    let of = |fields: &[&str]| {
        let each = |id: &FrameId| (Some(id.get()), fields.iter().map(|&name| name.to_owned()).collect());
        ids.iter().map(each).collect::<Vec<_>>()
    };
    assert_eq!(marked(&register), of(&["rating"]));

    register.frame_marks_restore(&before).unwrap();
    assert_eq!(marked(&register), [of(&["rating"]), of(&["rating", "is_rejected"])].concat());
    assert_eq!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap(), None, "the chain holds");
}
