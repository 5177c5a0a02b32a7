//! When photos were taken, once a clock that was off is set right.

use domain::camera_card::{Card, CardCode, ClockTime, Shoot};
use domain::ids::{CameraId, FrameId, SessionId};
use domain::photo::CodeReading;
use domain::photo::Exposure;
use domain::{Action, Instant};
use store::frames::{CameraFacts, FrameFilter, FrameOrder, NewFrame};
use store::sessions::SessionFields;
use store::{Acted, StoreError, frames, sessions};

use crate::RegisterError;
use crate::matching::tests::Day;
use crate::testing::last_entry;

const HOUR: i64 = 3_600_000;
/// 3 September 2026, 9.15 in Finland.
const MORNING: i64 = 1_788_416_100_000;

/// A frame of a camera, taken this many seconds after 9.15 by its own clock, in Finnish time unless it says another zone.
fn frame(serial: &str, number: u32, seconds: i64, zone_minutes: Option<i16>) -> NewFrame {
    let local = jiff::civil::date(2026, 9, 3).at(9, 15, 0, 0);
    let local = local.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap();
    let zone_ms = i64::from(zone_minutes.unwrap_or(180)) * 60_000;
    NewFrame {
        folder: format!("DCIM/{serial}"),
        name: format!("KUV_{number:04}"),
        camera: Some(CameraFacts {
            make: "Kuvakone".to_owned(),
            model: "Kuvakone K5".to_owned(),
            serial: serial.to_owned(),
        }),
        taken_at: Some(Instant(MORNING + 3 * HOUR - zone_ms + seconds * 1_000)),
        taken_local: local.to_string(),
        offset_minutes: zone_minutes,
        orientation: 1,
        width: 4000,
        height: 6000,
        exposure: Exposure::default(),
        has_preview: true,
        code_reading: CodeReading::Done,
        codes: Vec::new(),
        files: Vec::new(),
    }
}

fn session_of(day: &Day, taken: Vec<NewFrame>) -> (SessionId, Vec<FrameId>) {
    let stored = day.register.transact(|tx| {
        let fields = SessionFields { name: "Koulu", photographer: "", job_id: Some(day.job) };
        let now = tx.now();
        let session = sessions::insert(tx, fields, now)?;
        let ids = taken.iter().map(|new| frames::insert(tx, session, new, now)).collect::<Result<_, _>>()?;
        Ok::<_, RegisterError>(Acted::new((session, ids), Action::FramesImported))
    });
    stored.unwrap()
}

fn camera(day: &Day, frame: FrameId) -> CameraId {
    day.register.frame_facts(frame).unwrap().listed.frame.camera_id.unwrap()
}

/// Milliseconds after 9.15, in the order taken.
fn times(day: &Day, session: SessionId) -> Vec<(String, i64)> {
    let read = day.register.read(|tx| {
        let ids = frames::index(tx, session, FrameOrder::Taken, &FrameFilter::default())?;
        let rows = ids.into_iter().map(|id| {
            let frame = frames::get(tx, id)?.frame;
            Ok((frame.name, frame.taken_at.map_or(0, Instant::millis) - MORNING))
        });
        Ok(rows.collect::<Result<_, StoreError>>()?)
    });
    read.unwrap()
}

#[test]
fn a_corrected_clock_moves_its_own_photos_and_those_that_come_later() {
    let day = Day::new();
    let taken = vec![
        frame("fast", 1, 3_610, None),
        frame("fast", 2, 3_630, None),
        frame("right", 3, 20, None),
        NewFrame { taken_at: None, taken_local: String::new(), ..frame("fast", 4, 0, None) },
    ];
    let (session, ids) = session_of(&day, taken);
    let other = session_of(&day, vec![frame("fast", 9, 0, None)]).0;
    let fast = camera(&day, ids[0]);
    let clocks = day.register.session_clocks(session).unwrap();
    let shown: Vec<_> = clocks.iter().map(|clock| (clock.facts.serial.as_str(), clock.frames)).collect();
    assert_eq!(shown, [("fast", 2), ("right", 1)]);
    assert_eq!(clocks[0].first_frame, ids[0]);

    assert_eq!(day.register.clock_correct(session, fast, -HOUR).unwrap(), 0);
    let entry = last_entry(&day.register);
    assert_eq!((entry.action, entry.entity_id), (Action::ClockCorrected, Some(session.get())));
    day.register
        .transact(|tx| {
            let now = tx.now();
            frames::insert(tx, session, &frame("fast", 5, 3_605, None), now)?;
            // the other half of a frame stands for it from now on
            frames::replace_facts(tx, ids[1], &frame("fast", 2, 3_631, None))?;
            Ok::<_, RegisterError>(Acted::new((), Action::FramesImported))
        })
        .unwrap();
    let named = |rows: &[(&str, i64)]| -> Vec<(String, i64)> {
        rows.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect()
    };
    assert_eq!(
        times(&day, session)[1..],
        named(&[("KUV_0005", 5_000), ("KUV_0001", 10_000), ("KUV_0003", 20_000), ("KUV_0002", 31_000)])
    );
    let facts = day.register.frame_facts(ids[0]).unwrap();
    assert_eq!(facts.clock_offset_ms, -HOUR);
    assert_eq!(facts.listed.frame.taken_local, "2026-09-03T10:15:10", "the file's own time stays");
    assert_eq!(times(&day, other), named(&[("KUV_0009", 0)]), "another session's photos stay");

    assert_eq!(day.register.clock_correct(session, fast, 0).unwrap(), -HOUR);
    assert_eq!(
        times(&day, session)[1..],
        named(&[
            ("KUV_0003", 20_000),
            ("KUV_0005", HOUR + 5_000),
            ("KUV_0001", HOUR + 10_000),
            ("KUV_0002", HOUR + 31_000)
        ])
    );
}

#[test]
fn a_clock_of_another_session_or_a_century_off_is_refused() {
    let day = Day::new();
    let (session, ids) = session_of(&day, vec![frame("one", 1, 0, None)]);
    let (_, others) = session_of(&day, vec![frame("two", 2, 0, None)]);
    let unknown = day.register.clock_correct(session, camera(&day, others[0]), HOUR);
    assert!(matches!(unknown, Err(RegisterError::Store(StoreError::NotFound { .. }))), "{unknown:?}");
    let far = day.register.clock_correct(session, camera(&day, ids[0]), i64::MAX);
    assert!(matches!(far, Err(RegisterError::Invalid(_))), "{far:?}");
    assert_eq!(times(&day, session)[0].1, 0);
}

#[test]
fn a_clocks_card_offers_the_correction_that_makes_it_right() {
    let day = Day::new();
    let job = day.register.read(|tx| Ok(store::jobs::get(tx, day.job)?)).unwrap();
    // 9.15.00 on the wall
    let time = ClockTime::from_local_millis(MORNING + 3 * HOUR).unwrap();
    let code = CardCode { shoot: Shoot::new(&job.shoot).unwrap(), card: Card::Clock(Some(time)) };
    let card = |new: NewFrame| NewFrame { codes: vec![code.to_string()], ..new };
    // One lags by 90 s. The other was left in Swedish time, and says so: its photos are right already.
    let taken = vec![card(frame("late", 1, -90, None)), card(frame("zone", 2, -3_600, Some(120)))];
    let (session, ids) = session_of(&day, taken);

    let clocks = day.register.matching_get(day.job).unwrap().clocks;
    let shown: Vec<_> = clocks
        .iter()
        .map(|shown| (shown.clock.frame, shown.clock.offset_ms, shown.correction_ms, shown.corrected_ms))
        .collect();
    assert_eq!(shown, [(ids[0], 90_000, Some(90_000), 0), (ids[1], HOUR, Some(0), 0)]);

    day.register.clock_correct(session, camera(&day, ids[0]), 90_000).unwrap();
    assert_eq!(times(&day, session)[0], ("KUV_0001".to_owned(), 0));
    let shown = day.register.matching_get(day.job).unwrap().clocks[0];
    assert_eq!((shown.correction_ms, shown.corrected_ms), (Some(90_000), 90_000));
}
