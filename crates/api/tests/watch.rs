//! A watched folder and the lock: what is left alone locks, whatever is watched.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;
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

fn photograph() -> Vec<u8> {
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(1);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(120, 80),
        ..SessionShape::of(vec![class])
    };
    synthetic::session(7, &shape).next().unwrap().unwrap().bytes
}

#[test]
fn a_watched_folder_does_not_keep_the_register_open_when_the_computer_is_left() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("camera");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("KUV_0001.JPG"), photograph()).unwrap();
    let app = App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        decoders: decoding::Decoders::in_process(),
        data_dir: dir.path().join("data"),
        device_dir: dir.path().join("device"),
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
    let ended = |task: i64| app.registers().tasks().wait(register::TaskId(task)).unwrap();
    let folder = app.call("folder_choose", json!({ "purpose": "import" })).unwrap()["token"].clone();
    let planning = app.call("import_plan_start", json!({ "folder": folder })).unwrap();
    let plan = ended(planning["task"].as_i64().unwrap()).result.unwrap().plan.unwrap();
    let into = json!({
        "plan": plan, "sessionId": null, "name": "Koskelan koulu", "photographer": "", "jobId": null,
    });
    let imported = app.call("import_start", into).unwrap();
    ended(imported["task"].as_i64().unwrap());
    let report = app.call("import_get", json!({ "id": imported["importId"] })).unwrap();
    assert_eq!(report["card"]["verdict"], "may_format");

    assert_eq!(app.call("watch_look", json!({ "folder": folder })).unwrap()["files"], 1);
    let wanted = json!({ "folder": folder, "sessionId": imported["sessionId"], "withPresent": false });
    let watch = app.call("watch_start", wanted).unwrap();
    let shown = app.call("task_list", json!({})).unwrap()["tasks"][0].clone();
    assert_eq!((&shown["kind"], &shown["state"]), (&json!("watch"), &json!("running")), "control");
    app.lock_when_idle();
    assert_eq!(app.call("app_state", json!({})).unwrap()["state"], "open", "control: somebody is here");

    app.lock_when_left();

    assert_eq!(app.call("app_state", json!({})).unwrap()["state"], "locked");
    app.call("register_unlock", json!({ "staffId": 1, "passphrase": cast::PASSPHRASE })).unwrap();
    let report = app.call("import_get", json!({ "id": watch["importId"] })).unwrap();
    assert_eq!((&report["outcome"], &report["isWatch"]), (&json!("completed"), &json!(true)), "it has ended");
}
