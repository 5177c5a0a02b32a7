//! The window gets no byte that Kontakti did not encode itself: whatever else a photo's file carries stays behind.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use api::dto::app::FolderPurpose;
use api::{App, AppConfig, Host};
use register::SystemClock;
use register::import::Destination;
use serde_json::json;
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape};

const MARKER: &[u8] = b"<script>merkki-4711</script>";

struct CardChosen(PathBuf);

impl Host for CardChosen {
    fn choose_folder(&self, _: FolderPurpose, _: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save_file(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }

    fn end(&self) {}
}

/// A camera's JPEG with the marker as comment, in an application segment, and behind the picture's end.
fn marked() -> Vec<u8> {
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(1);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(480, 320),
        ..SessionShape::of(vec![class])
    };
    let whole = synthetic::session(7, &shape).next().unwrap().unwrap().bytes;
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

    let app = App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        decoders: decoding::Decoders::in_process(),
        data_dir: dir.path().join("data"),
        device_dir: dir.path().join("device"),
        host: Arc::new(CardChosen(card.clone())),
        clock: Arc::new(SystemClock),
    })
    .unwrap();
    let request = json!({
        "studio": {
            "name": "Kuvaamo Esimerkki Oy", "businessId": "1234567-1", "street": "", "postalCode": "",
            "town": "", "phone": "", "email": "", "language": "fi",
        },
        "owner": { "name": "Helmi Kuusisto", "agreedOn": "2026-08-03" },
        "passphrase": "seitsemän harmaata varista aidalla",
    });
    let sheet = app.call("register_create", request).unwrap();
    let groups: Vec<&str> =
        sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    app.call("register_create_confirm", json!({ "code": groups.join("-") })).unwrap();
    let register = app.registers().open().unwrap();
    let planned = register.tasks().wait(register.import_plan_start(card).unwrap()).unwrap();
    let into =
        Destination::New { name: "Koskelan koulu".to_owned(), photographer: String::new(), job_id: None };
    let (task, begun) = register.import_start(&planned.result.unwrap().plan.unwrap(), into).unwrap();
    register.tasks().wait(task).unwrap();
    let query = json!({
        "sessionId": begun.session_id.get(), "sort": "taken_at", "reject": "all", "minRating": 0, "search": "",
    });
    let frame = app.call("frame_index", query).unwrap()["ids"][0].as_i64().unwrap();
    let stored = register.open_photo(domain::ids::FrameId(frame)).unwrap();
    assert!(*stored.bytes == *original, "control: what is stored still carries it");

    for size in ["grid", "preview", "full"] {
        let answer = app.photo(&format!("/{size}/{frame}"));
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
