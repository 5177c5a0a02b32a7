//! The history's calls as the window makes them, and the clock as the host has it watched.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use api::dto::app::FolderPurpose;
use api::error::ErrorCode;
use api::{App, AppConfig, Host};
use domain::Instant;
use register::{Clock, TaskId};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::cast;
use trail::bundle;

/// 3 September 2026, 9.15 in Finland.
const NOW: i64 = 1_788_416_100_000;
const DAY: i64 = 86_400_000;

/// Saves everything in its folder.
struct Saving(PathBuf);

impl Host for Saving {
    fn choose_folder(&self, _: FolderPurpose, _: &str) -> Option<PathBuf> {
        None
    }

    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf> {
        assert!(!title.is_empty());
        Some(self.0.join(suggested_name))
    }

    fn end(&self) {}
}

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

struct Office {
    dir: TempDir,
    clock: Arc<SetClock>,
    app: App,
}

impl Office {
    fn opened() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock(AtomicI64::new(NOW)));
        let app = App::new(AppConfig {
            kdf: Some(register::KdfParams::default()),
            decoders: decoding::Decoders::in_process(),
            data_dir: dir.path().join("data"),
            device_dir: dir.path().join("device"),
            host: Arc::new(Saving(dir.path().to_owned())),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
        })
        .unwrap();
        let request = json!({
            "studio": {
                "name": cast::studio().name, "businessId": "1234567-1", "street": "", "postalCode": "",
                "town": "", "phone": "", "email": "", "language": "fi",
            },
            "owner": { "name": "Helmi Kuusisto", "agreedOn": "2026-08-03" },
            "passphrase": cast::PASSPHRASE,
        });
        let sheet = app.call("register_create", request).unwrap();
        let groups: Vec<&str> =
            sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
        app.call("register_create_confirm", json!({ "code": groups.join("-") })).unwrap();
        Self { dir, clock, app }
    }

    fn call(&self, method: &str, request: Value) -> Value {
        self.app.call(method, request).unwrap()
    }

    /// Waits for the task that a call started, and gives it as the window sees it.
    fn ended(&self, started: &Value) -> Value {
        let id = started["task"].as_i64().unwrap();
        self.app.registers().tasks().wait(TaskId(id)).unwrap();
        let tasks = self.call("task_list", json!({}));
        tasks["tasks"].as_array().unwrap().iter().find(|task| task["id"] == id).unwrap().clone()
    }

    fn export(&self, form: &str, actions: &[&str]) -> PathBuf {
        let filter = json!({
            "actions": actions, "entity": null, "entityId": null, "staffId": null, "from": null, "until": null,
        });
        let task = self.ended(&self.call("trail_export", json!({ "filter": filter, "form": form })));
        assert_eq!((&task["kind"], &task["state"]), (&json!("trail_export"), &json!("completed")), "{task}");
        self.dir.path().join(task["subject"].as_str().unwrap())
    }
}

#[test]
fn what_the_window_verifies_signs_and_takes_out_holds_outside_of_it() {
    let office = Office::opened();
    assert_eq!(office.call("trail_state", json!({}))["checkpoint"], Value::Null);
    let saved = office.call("checkpoint_sheet_save", json!({}));
    let sheet = office.dir.path().join(saved["name"].as_str().unwrap());
    assert!(fs::read(sheet).unwrap().starts_with(b"%PDF-"));
    let state = office.call("trail_state", json!({}));
    assert_eq!(state["checkpoint"], json!({ "size": 3, "madeAt": NOW }));

    let task = office.ended(&office.call("trail_verify", json!({})));
    let verdict = &task["result"]["verdict"];
    assert_eq!(
        (&verdict["fault"], &verdict["entries"], &verdict["checkpoints"]),
        (&Value::Null, &json!(5), &json!(1))
    );

    let whole = bundle::verify(File::open(office.export("bundle", &[])).unwrap()).unwrap();
    assert_eq!((whole.entries, whole.checkpoints.len()), (6, 2));
    let part = bundle::verify(File::open(office.export("bundle", &["checkpoint_signed"])).unwrap()).unwrap();
    assert_eq!((part.entries, part.checkpoints.len()), (2, 3));
    let table = fs::read_to_string(office.export("table", &["trail_exported"])).unwrap();
    assert_eq!(table.lines().count(), 3, "{table}");

    let unknown = json!({ "filter": {
        "actions": ["nothing_of_the_kind"], "entity": null, "entityId": null, "staffId": null, "from": null,
        "until": null,
    }, "form": "table" });
    assert_eq!(office.app.call("trail_export", unknown).unwrap_err().code, ErrorCode::InvalidRequest);
}

#[test]
fn the_clock_is_watched_while_the_program_is_open() {
    let office = Office::opened();
    let look = |advance: i64| {
        office.clock.0.fetch_add(advance, Ordering::SeqCst);
        office.app.look_at_clock();
        office.call("trail_state", json!({}))
    };
    let state = look(0);
    assert_eq!(
        (&state["clockDoubt"], &state["checkpoint"]["madeAt"]),
        (&Value::Null, &json!(NOW)),
        "the day is signed"
    );
    assert_eq!(look(60_000)["checkpoint"]["size"], state["checkpoint"]["size"], "and signed once");
    assert_eq!(look(DAY)["checkpoint"]["madeAt"], NOW, "a day on which nothing was done needs none");
    office.ended(&office.call("trail_verify", json!({})));
    let next_day = look(0);
    assert_eq!(
        (&next_day["clockDoubt"], &next_day["checkpoint"]["madeAt"]),
        (&Value::Null, &json!(NOW + DAY + 60_000))
    );
    let back = look(-DAY);
    assert_eq!(back["clockDoubt"], json!({ "jump": "backward", "noticedAt": NOW + 60_000 }));
    assert_eq!(office.call("clock_confirm", json!({}))["clockDoubt"], Value::Null);
    assert_eq!(look(3 * DAY)["clockDoubt"]["jump"], "forward");

    office.call("register_lock", json!({}));
    office.clock.0.fetch_add(-DAY, Ordering::SeqCst);
    office.app.look_at_clock();
    office.app.look_at_clock();
    assert_eq!(
        office.call("app_state", json!({}))["state"],
        "locked",
        "nothing is written to a locked register"
    );
}
