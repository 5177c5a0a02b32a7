//! A watched folder and the lock: what is left alone locks, whatever is watched.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::fs;

use common::{photograph, studio};
use serde_json::json;
use testkit::cast;

#[test]
fn a_watched_folder_does_not_keep_the_register_open_when_the_computer_is_left() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("camera");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("KUV_0001.JPG"), photograph(120, 80)).unwrap();
    let app = studio(dir.path(), folder);
    let ended = |task: i64| app.registers().tasks().wait(register::TaskId(task)).unwrap();
    let folder = app.call("folder_choose", json!({ "purpose": "import" })).unwrap()["token"].clone();
    let planning = app.call("import_plan_start", json!({ "folder": folder })).unwrap();
    let plan = ended(planning["task"].as_i64().unwrap()).result.unwrap().plan.unwrap();
    let into = json!({
        "plans": [plan], "sessionId": null, "name": "Koskelan koulu", "photographer": "", "jobId": null,
    });
    let imported = app.call("import_start", into).unwrap()["imports"][0].clone();
    ended(imported["task"].as_i64().unwrap());
    let report = app.call("import_get", json!({ "id": imported["importId"] })).unwrap();
    assert_eq!(
        report["card"],
        json!({ "verdict": "all_stored", "scope": "folder", "unstored": 0, "uncopied": 0, "left": [] })
    );

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
