//! The window gets no byte that Kontakti did not encode itself: whatever else a photo's file carries stays behind.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::fs;

use common::{photograph, studio};
use register::import::Destination;
use serde_json::json;

const MARKER: &[u8] = b"<script>merkki-4711</script>";

/// A camera's JPEG with the marker as comment, in an application segment, and behind the picture's end.
fn marked() -> Vec<u8> {
    let whole = photograph(480, 320);
    let segment = |mark: u8| {
        let length = u16::try_from(MARKER.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, mark][..], &length, MARKER].concat()
    };
    let first = 4 + usize::from(u16::from_be_bytes([whole[4], whole[5]])) - 2 + 2;
    [&whole[..first], &segment(0xFE), &segment(0xEB), &whole[first..], MARKER].concat()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_photo_reaches_the_window_without_anything_else_that_its_file_carries() {
    let dir = tempfile::tempdir().unwrap();
    let card = dir.path().join("card");
    fs::create_dir(&card).unwrap();
    let original = marked();
    fs::write(card.join("KUV_0001.JPG"), &original).unwrap();
    assert!(holds(&original, MARKER) && holds(&original, b"Exif"), "control: the file carries it");

    let app = studio(dir.path(), card.clone());
    let register = app.registers().open().unwrap();
    let planned = register.tasks().wait(register.import_plan_start(card).unwrap()).unwrap();
    let into =
        Destination::New { name: "Koskelan koulu".to_owned(), photographer: String::new(), job_id: None };
    let (task, begun) = register.import_start(&planned.result.unwrap().plan.unwrap(), into).unwrap();
    register.tasks().wait(task).unwrap();
    let query = json!({
        "sessionId": begun.session_id.get(), "sort": "taken_at", "reject": "all", "minRating": 0, "color": "none", "search": "",
    });
    let frame = app.call("frame_index", query).unwrap()["ids"][0].as_i64().unwrap();
    let stored = register.open_photo(domain::ids::FrameId(frame)).unwrap();
    assert!(*stored.bytes == *original, "control: what is stored still carries it");

    for size in ["grid", "preview", "full"] {
        let answer = app.photo(&format!("/{size}/{frame}"));
        let again = app.photo(&format!("/{size}/{frame}/3"));
        assert_eq!((again.status, again.bytes == answer.bytes), (200, true), "another address of the same");
        assert_eq!(app.photo(&format!("/{size}/{frame}/4")).status, 404);
        assert_eq!((answer.status, answer.content_type), (200, "image/jpeg"), "{size}");
        let bytes = &answer.bytes;
        assert!(!holds(bytes, MARKER), "{size}: the marker");
        assert!(!holds(bytes, b"Exif") && !holds(bytes, b"http"), "{size}: what the camera wrote");
        assert!(
            bytes.starts_with(b"\xFF\xD8\xFF") && bytes.ends_with(b"\xFF\xD9"),
            "{size}: a JPEG, and no more"
        );
    }
}
