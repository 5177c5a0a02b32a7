//! Nothing personal reaches the log: the whole way from first run to a batch that fails, on every thread that works.
//!
//! The only test of its binary, for it listens to the whole process.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::dto::app::FolderPurpose;
use api::{App, AppConfig, Host};
use register::{Decoders, SystemClock, TaskId, TaskState};
use serde_json::{Value, json};
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape, write_session};
use testkit::cast;
use testkit::log::LogSink;

/// Whose folders are called after people, as folders are.
struct Folders(PathBuf);

impl Host for Folders {
    fn choose_folder(&self, purpose: FolderPurpose, _: &str) -> Option<PathBuf> {
        Some(match purpose {
            FolderPurpose::Import => self.0.join(cast::SCHOOL),
            FolderPurpose::HandOver | FolderPurpose::SecondCopy => self.0.join("Öhman"),
        })
    }

    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save_file(&self, _: &str, _: &str) -> Option<PathBuf> {
        Some(self.0.join("Sanna Öhman.pdf"))
    }

    fn end(&self) {}
}

struct Desk {
    app: App,
    home: PathBuf,
}

impl Desk {
    fn call(&self, method: &str, body: Value) -> Value {
        self.app.call(method, body).unwrap()
    }

    /// Waits for the task that a method started; whether it went through.
    fn wait(&self, started: &Value) -> bool {
        let id = TaskId(started["task"].as_i64().unwrap());
        self.app.registers().tasks().wait(id).unwrap().state == TaskState::Completed
    }

    fn folder(&self, purpose: &str) -> Value {
        self.call("folder_choose", json!({ "purpose": purpose }))["token"].clone()
    }

    fn create(&self) -> String {
        let studio = cast::studio();
        let sheet = self.call(
            "register_create",
            json!({
                "studio": {
                    "name": studio.name, "businessId": studio.business_id, "street": studio.street,
                    "postalCode": studio.postal_code, "town": studio.town, "phone": studio.phone,
                    "email": studio.email, "language": "fi",
                },
                "owner": { "name": "Helmi Kuusisto", "agreedOn": "2026-08-03" },
                "passphrase": cast::PASSPHRASE,
            }),
        );
        let groups: Vec<&str> =
            sheet["groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
        let code = groups.join("-");
        self.call("recovery_sheet_save", json!({}));
        self.call("register_create_confirm", json!({ "code": code }));
        code
    }

    fn customer(&self) -> Value {
        let fields = cast::mikko();
        let texts = l10n::Messages::new(domain::Language::Finnish).unwrap();
        let wording = texts.text("consent-marketing-wording", &[]).unwrap();
        let customer = json!({
            "fields": {
                "lastName": fields.last_name, "firstName": fields.first_name, "email": fields.email,
                "phone": fields.phone, "street": fields.street, "postalCode": fields.postal_code,
                "town": fields.town, "country": "FI", "language": "fi", "note": cast::CHILD,
            },
            "source": "given",
            "marketing": { "isGiven": false, "wording": wording, "language": "fi", "channel": "desk" },
        });
        let made = self.call("customer_create", customer);
        let search = json!({ "search": "Virtanen", "sort": "name", "after": null, "limit": 50 });
        assert_eq!(self.call("customer_search", search)["rows"].as_array().unwrap().len(), 1);
        assert!(self.app.call("customer_create", json!({ "lastName": "Virtanen" })).is_err());
        made["id"].clone()
    }

    fn plan(&self) -> bool {
        self.wait(&self.call("import_plan_start", json!({ "folder": self.folder("import") })))
    }

    /// Imports the card; gives the frames.
    fn import(&self) -> Vec<Value> {
        assert!(self.plan());
        let tasks = self.call("task_list", json!({}));
        let plan = tasks["tasks"][0]["result"]["plan"].clone();
        let start = json!({
            "plans": [plan], "sessionId": null, "name": cast::SCHOOL, "photographer": "Sanna Öhman",
        });
        let started = self.call("import_start", start);
        assert!(self.wait(&started["imports"][0]));
        let query = json!({
            "sessionId": started["sessionId"], "sort": "taken_at", "reject": "all", "minRating": 0, "color": "none", "search": "",
        });
        self.call("frame_index", query)["ids"].as_array().unwrap().clone()
    }

    /// A confirmed order of one print of each frame.
    fn order(&self, customer: &Value, frames: &[Value]) -> Value {
        let products = self.call("product_list", json!({}))["products"].as_array().unwrap().clone();
        let print = products.iter().find(|product| product["fields"]["code"] == "10").unwrap();
        let lines: Vec<Value> = frames
            .iter()
            .map(|frame| json!({ "productId": print["id"], "frameId": frame, "quantity": 1, "unitPriceCents": 990 }))
            .collect();
        let draft =
            json!({ "id": null, "rev": null, "customerId": customer, "note": cast::CHILD, "lines": lines });
        let order = self.call("order_save", draft);
        self.call("order_confirm", json!({ "id": order["id"], "rev": order["rev"] }))["id"].clone()
    }

    /// Hands an order to the print lab; whether that went through.
    fn hand_over(&self, partner: &Value, order: &Value) -> bool {
        let start = json!({
            "partnerId": partner, "orderIds": [order], "resendOfId": null, "folder": self.folder("hand_over"),
        });
        self.wait(&self.call("batch_start", start))
    }

    fn damage_every_photo(&self) {
        let mut folders = vec![self.home.join("data").join("studio").join("photos")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    let mut bytes = fs::read(entry.path()).unwrap();
                    let middle = bytes.len() / 2;
                    bytes[middle] ^= 1;
                    fs::write(entry.path(), bytes).unwrap();
                }
            }
        }
    }
}

/// A card with a broken file that bears a child's name.
fn write_card(folder: &Path) {
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(2);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(120, 80),
        raw_pairs: 1,
        ..SessionShape::of(vec![class])
    };
    write_session(folder, &synthetic::session::plan(7, &shape), &mut |_, _| true).unwrap();
    fs::write(folder.join(format!("{}.jpg", cast::CHILD)), b"no picture at all").unwrap();
}

#[test]
fn nothing_personal_reaches_the_log() {
    let sink = LogSink::default();
    sink.listen();
    let home = tempfile::tempdir().unwrap();
    write_card(&home.path().join(cast::SCHOOL));
    fs::create_dir(home.path().join("Öhman")).unwrap();
    let app = App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        data_dir: home.path().join("data"),
        device_dir: home.path().join("device"),
        host: Arc::new(Folders(home.path().to_owned())),
        clock: Arc::new(SystemClock),
        decoders: Decoders::in_process(),
    });
    let desk = Desk { app: app.unwrap(), home: home.path().to_owned() };

    let code = desk.create();
    let customer = desk.customer();
    let frames = desk.import();
    assert_eq!(frames.len(), 2);
    let partner = json!({
        "name": cast::PRINT_LAB, "country": "FI", "agreementOn": "2026-01-15", "email": cast::mikko().email,
        "profile": "plain", "isActive": true,
    });
    let partner = desk.call("partner_create", partner)["id"].clone();
    assert!(desk.hand_over(&partner, &desk.order(&customer, &frames)));
    let second = desk.order(&customer, &frames);
    desk.damage_every_photo();
    assert!(!desk.hand_over(&partner, &second), "a damaged photo stops a batch");
    fs::remove_dir_all(home.path().join(cast::SCHOOL)).unwrap();
    assert!(!desk.plan(), "a card that is gone cannot be planned");
    desk.call("register_lock", json!({}));
    let wrong = json!({ "staffId": 1, "passphrase": format!("{}!", cast::PASSPHRASE) });
    assert!(desk.app.call("register_unlock", wrong).is_err());

    let text = sink.text();
    for control in ["customer_create", "batch_start", "task failed", "HandOver", "ImportPlan"] {
        assert!(text.contains(control), "the control: {control} is heard");
    }
    let leaks = sink.leaks(&[code.as_str(), &code[..11], "Öhman.pdf", cast::PRINT_LAB]);
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}
