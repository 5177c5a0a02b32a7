//! A session's frames in each order and through each filter.

#![allow(clippy::unwrap_used)]

use domain::photo::{CodeReading, ColorMark, Exposure, Marks};
use domain::{Action, Instant};
use store::frames::{self, FrameFilter, FrameOrder, NewFrame};
use store::sessions::SessionFields;
use store::{Acted, Actor, Store, StoreError, StoreKeys, sessions};
use vault::RootKey;

const NOW: Instant = Instant(1_788_416_100_000);

fn frame(folder: &str, name: &str, taken_at: Option<i64>) -> NewFrame {
    NewFrame {
        folder: folder.into(),
        name: name.into(),
        camera: None,
        taken_at: taken_at.map(Instant),
        taken_local: String::new(),
        offset_minutes: None,
        orientation: 1,
        width: 6000,
        height: 4000,
        exposure: Exposure::default(),
        has_preview: true,
        code_reading: CodeReading::Done,
        codes: Vec::new(),
        files: Vec::new(),
    }
}

#[test]
fn frames_come_in_each_order_and_through_each_filter() {
    // folder, name, taken, rating, rejected; two cameras whose names and times cross, one clock that says nothing
    let rows = [
        ("100A", "IMG_0002", Some(20), 3, false),
        ("100A", "IMG_0001", Some(40), 0, true),
        ("100B", "DSC_0001", Some(10), 5, false),
        ("100B", "DSC_0002", None, 0, false),
        ("100A", "IMG_0003", Some(20), 3, true),
    ];
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(dir.path(), &StoreKeys::derive(&RootKey::make_random())).unwrap();
    let actor = Actor { staff_id: None, machine: "toimisto-1".to_owned(), at: NOW };
    let (session, _) = store
        .transact(&actor, |tx| -> Result<_, StoreError> {
            let session = sessions::insert(
                tx,
                SessionFields { name: "Koskelan koulu", photographer: "", job_id: None },
                NOW,
            )?;
            let other =
                sessions::insert(tx, SessionFields { name: "Toinen", photographer: "", job_id: None }, NOW)?;
            frames::insert(tx, other, &frame("100A", "IMG_0009", Some(15)), NOW)?;
            for (folder, name, taken_at, rating, is_rejected) in rows {
                let id = frames::insert(tx, session, &frame(folder, name, taken_at), NOW)?;
                let color = (rating == 3).then_some(ColorMark::Green);
                frames::set_marks(tx, id, Marks { rating, is_rejected, color, ..Marks::default() })?;
            }
            Ok(Acted::new(session, Action::FramesImported).on(session.get()))
        })
        .unwrap();
    let names = |order: FrameOrder, filter: &FrameFilter| -> Vec<String> {
        let listed = store.read(|tx| {
            let ids = frames::index(tx, session, order, filter)?;
            ids.into_iter().map(|id| Ok(frames::get(tx, id)?.frame.name)).collect::<Result<_, StoreError>>()
        });
        listed.unwrap()
    };
    let all = FrameFilter::default();

    for (order, expected) in [
        (FrameOrder::Taken, ["DSC_0002", "DSC_0001", "IMG_0002", "IMG_0003", "IMG_0001"]),
        (FrameOrder::TakenDescending, ["IMG_0001", "IMG_0003", "IMG_0002", "DSC_0001", "DSC_0002"]),
        (FrameOrder::Name, ["IMG_0001", "IMG_0002", "IMG_0003", "DSC_0001", "DSC_0002"]),
        (FrameOrder::NameDescending, ["DSC_0002", "DSC_0001", "IMG_0003", "IMG_0002", "IMG_0001"]),
        (FrameOrder::Rating, ["DSC_0001", "IMG_0002", "IMG_0003", "DSC_0002", "IMG_0001"]),
    ] {
        assert_eq!(names(order, &all), expected, "{order:?}");
    }
    for (filter, expected) in [
        (FrameFilter { rejected: Some(true), ..all.clone() }, vec!["IMG_0001", "IMG_0003"]),
        (FrameFilter { rejected: Some(false), ..all.clone() }, vec!["IMG_0002", "DSC_0001", "DSC_0002"]),
        (FrameFilter { min_rating: 3, ..all.clone() }, vec!["IMG_0002", "IMG_0003", "DSC_0001"]),
        (FrameFilter { min_rating: 4, ..all.clone() }, vec!["DSC_0001"]),
        (FrameFilter { search: " dsc ".into(), ..all.clone() }, vec!["DSC_0001", "DSC_0002"]),
        (
            FrameFilter { rejected: Some(false), min_rating: 3, search: "img".into(), ..all.clone() },
            vec!["IMG_0002"],
        ),
        (FrameFilter { color: Some(ColorMark::Green), ..all.clone() }, vec!["IMG_0002", "IMG_0003"]),
        (FrameFilter { color: Some(ColorMark::Red), ..all.clone() }, vec![]),
        (FrameFilter { search: "%".into(), ..all.clone() }, vec![]),
    ] {
        assert_eq!(names(FrameOrder::Name, &filter), expected, "{filter:?}");
    }
}
