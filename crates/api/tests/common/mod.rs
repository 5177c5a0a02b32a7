//! A studio's register whose host gives one folder, and a photograph to put there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::dto::app::FolderPurpose;
use api::{App, AppConfig, Host};
use register::SystemClock;
use serde_json::json;
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape};
use testkit::cast;

struct FolderChosen(PathBuf);

impl Host for FolderChosen {
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

/// An open register in `dir`; whoever is asked for a folder chooses `folder`.
pub fn studio(dir: &Path, folder: PathBuf) -> App {
    let app = App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        decoders: decoding::Decoders::in_process(),
        data_dir: dir.join("data"),
        device_dir: dir.join("device"),
        host: Arc::new(FolderChosen(folder)),
        clock: Arc::new(SystemClock),
    })
    .unwrap();
    let request = json!({
        "studio": {
            "name": "Kuvaamo Esimerkki Oy", "businessId": "1234567-1", "street": "", "postalCode": "",
            "town": "", "phone": "", "email": "", "language": "fi",
        },
        "owner": { "name": "Helmi Kuusisto", "agreedOn": "2026-08-03" },
        "passphrase": cast::PASSPHRASE,
    });
    let sheet = app.call("register_create", request).unwrap();
    let groups: Vec<&str> =
        sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    app.call("register_create_confirm", json!({ "code": groups.join("-") })).unwrap();
    app
}

/// A camera's JPEG, `width` x `height` pixels.
pub fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(1);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(width, height),
        ..SessionShape::of(vec![class])
    };
    synthetic::session(7, &shape).next().unwrap().unwrap().bytes
}
