//! The contract of the method table: what holds for every line of it, in every state and every language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use api::dto::app::{FolderPurpose, PassphraseWarning};
use api::error::{ApiError, ErrorCode, ErrorKind, FieldProblem};
use api::event::AppEvent;
use api::methods::{Access, METHODS};
use api::{App, AppConfig, Host};
use fluent_syntax::ast::Entry;
use register::{Decoders, SystemClock};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::cast;

const OWNER: &str = "Helmi Kuusisto";

struct FixedHost(PathBuf, AtomicBool);

impl Host for FixedHost {
    fn choose_folder(&self, _: FolderPurpose, title: &str) -> Option<PathBuf> {
        assert!(!title.is_empty());
        Some(self.0.clone())
    }

    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save_file(&self, title: &str, suggested_name: &str) -> Option<PathBuf> {
        assert!(!title.is_empty());
        Some(self.0.join(suggested_name))
    }

    fn end(&self) {
        self.1.store(true, Ordering::SeqCst);
    }
}

fn started() -> (TempDir, App) {
    let dir = tempfile::tempdir().unwrap();
    let app = start(&dir);
    (dir, app)
}

fn start(dir: &TempDir) -> App {
    start_on(dir, "device")
}

/// As another computer has it: the same data folder, other device secrets.
fn start_on(dir: &TempDir, computer: &str) -> App {
    start_with(dir, computer, Arc::new(FixedHost(dir.path().to_owned(), AtomicBool::new(false))))
}

fn start_with(dir: &TempDir, computer: &str, host: Arc<FixedHost>) -> App {
    let [data_dir, device_dir] = ["data", computer].map(|name| dir.path().join(name));
    let (clock, decoders) = (Arc::new(SystemClock), Decoders::in_process());
    let kdf = Some(register::KdfParams::default());
    App::new(AppConfig { data_dir, device_dir, host, clock, decoders, kdf }).unwrap()
}

fn create(app: &App) -> String {
    let sheet = app
        .call(
            "register_create",
            json!({
                "studio": {
                    "name": cast::studio().name, "businessId": "1234567-1", "street": "", "postalCode": "",
                    "town": "", "phone": "", "email": "", "language": "fi",
                },
                "owner": { "name": OWNER, "agreedOn": "2026-08-03" },
                "passphrase": cast::PASSPHRASE,
            }),
        )
        .unwrap();
    let size = sheet["qr"]["size"].as_u64().unwrap();
    assert_eq!(sheet["qr"]["modules"].as_str().unwrap().len() as u64, size * size);
    let groups: Vec<&str> = sheet["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    groups.join("-")
}

fn refusal(app: &App, method: &str, body: Value) -> ApiError {
    app.call(method, body).expect_err(method)
}

#[test]
fn the_windows_types_are_current() {
    let made = api::bindings::typescript();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/generated.ts");
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(kept == made, "run `cargo xtask gen`");
}

#[test]
fn names_are_unique_and_say_what_they_are_about() {
    let names: BTreeSet<&str> = METHODS.iter().map(|method| method.name).collect();
    assert_eq!(names.len(), METHODS.len());
    assert!(names.iter().all(|name| name.contains('_')));
}

#[test]
fn while_locked_every_protected_method_says_so_and_every_other_reads_its_request_strictly() {
    let (_dir, app) = started();
    for method in METHODS {
        let error = refusal(&app, method.name, json!({ "noSuchField": 1 }));
        let expected = match method.access {
            Access::Only(_) => ErrorCode::RegisterLocked,
            Access::Any => ErrorCode::InvalidRequest,
        };
        assert_eq!(error.code, expected, "{}", method.name);
    }
    assert_eq!(refusal(&app, "register_destroy", json!({})).code, ErrorCode::UnknownMethod);
}

#[test]
fn while_open_every_method_is_routed_and_reads_its_request_strictly() {
    let (_dir, app) = started();
    let code = create(&app);
    app.call("register_create_confirm", json!({ "code": code })).unwrap();
    for method in METHODS {
        let error = refusal(&app, method.name, json!({ "noSuchField": 1 }));
        assert_eq!(error.code, ErrorCode::InvalidRequest, "{}", method.name);
    }
}

#[test]
fn a_window_that_closes_while_a_task_runs_asks_first_and_ending_stops_the_task() {
    let dir = tempfile::tempdir().unwrap();
    let host = Arc::new(FixedHost(dir.path().to_owned(), AtomicBool::new(false)));
    let app = start_with(&dir, "device", Arc::clone(&host));
    let asked: Arc<Mutex<u32>> = Arc::default();
    let heard = Arc::clone(&asked);
    app.subscribe(Box::new(move |event| {
        if event == AppEvent::CloseAsked {
            *heard.lock().unwrap() += 1;
        }
    }));
    assert!(app.may_close(), "control: nothing runs");
    assert_eq!(*asked.lock().unwrap(), 0);

    app.call("demonstration_open", json!({})).unwrap();
    assert!(!app.may_close());
    assert_eq!(*asked.lock().unwrap(), 1);

    app.call("program_end", json!({})).unwrap();
    let tasks = app.call("task_list", json!({})).unwrap();
    assert!(tasks["tasks"].as_array().unwrap().iter().all(|task| task["state"] == "cancelled"), "{tasks}");
    assert!(host.1.load(Ordering::SeqCst), "the program ends");
    assert!(app.may_close());
}

#[test]
fn a_window_with_something_unsaved_asks_before_it_closes() {
    let (_dir, app) = started();
    app.call("unsaved_note", json!({ "hasUnsaved": true })).unwrap();
    assert!(!app.may_close());
    app.call("unsaved_note", json!({ "hasUnsaved": false })).unwrap();
    assert!(app.may_close());
}

#[test]
fn small_choices_outlive_the_program_and_what_is_no_choice_is_refused() {
    let (dir, app) = started();
    app.call("preference_set", json!({ "key": "frames.size", "value": "240" })).unwrap();
    let refused = refusal(&app, "preference_set", json!({ "key": "Sanna Öhman", "value": "1" }));
    assert_eq!(refused.code, ErrorCode::InvalidRequest);
    drop(app);
    let again = start(&dir);
    let values = again.call("preference_list", json!({})).unwrap();
    assert_eq!(values, json!({ "values": { "frames.size": "240" } }));
}

#[test]
fn ending_locks_the_register() {
    let (_dir, app) = started();
    let code = create(&app);
    app.call("register_create_confirm", json!({ "code": code })).unwrap();
    app.call("program_end", json!({})).unwrap();
    assert_eq!(app.call("app_state", json!({})).unwrap()["state"], "locked");
}

#[test]
fn first_run_to_locked_and_back() {
    let (dir, app) = started();
    let events: Arc<Mutex<Vec<AppEvent>>> = Arc::default();
    let heard = Arc::clone(&events);
    app.subscribe(Box::new(move |event| heard.lock().unwrap().push(event)));
    let state = |app: &App| app.call("app_state", json!({})).unwrap();
    assert_eq!(state(&app)["state"], "absent");

    let weak = json!({ "passphrase": "salasana", "ownWords": ["Kuvaamo"] });
    let rated = app.call("passphrase_rate", weak).unwrap();
    assert_eq!(rated["isSufficient"], false);
    assert!(rated["warning"].is_string());
    let strong = json!({ "passphrase": cast::PASSPHRASE, "ownWords": ["Kuvaamo"] });
    assert_eq!(app.call("passphrase_rate", strong).unwrap()["isSufficient"], true);

    let mut studio = json!({
        "name": "", "businessId": "1234567-2", "street": "", "postalCode": "", "town": "", "phone": "", "email": "",
        "language": "fi",
    });
    let wrong = refusal(&app, "studio_check", json!({ "fields": studio }));
    let named: Vec<&str> = wrong.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!((wrong.code, named), (ErrorCode::InvalidFields, vec!["name", "businessId"]));
    studio["name"] = json!("Kuvaamo Esimerkki Oy");
    studio["businessId"] = json!("1234567-1");
    app.call("studio_check", json!({ "fields": studio })).unwrap();
    assert_eq!(state(&app)["state"], "absent", "a check makes nothing");

    let code = create(&app);
    assert_eq!(state(&app)["state"], "unconfirmed");
    let saved = app.call("recovery_sheet_save", json!({})).unwrap();
    let sheet = std::fs::read(dir.path().join(saved["name"].as_str().unwrap())).unwrap();
    assert!(sheet.starts_with(b"%PDF-"));
    let mistyped = refusal(&app, "register_create_confirm", json!({ "code": "K1ABC" }));
    assert_eq!((mistyped.code, mistyped.kind), (ErrorCode::RecoveryCodeMistyped, ErrorKind::Invalid));
    let opened = app.call("register_create_confirm", json!({ "code": code })).unwrap();
    assert_eq!((&opened["state"], &opened["studioName"]), (&json!("open"), &json!(cast::studio().name)));

    // the open register's own name, town and Business ID count, as they do when the passphrase is changed
    let own = json!({ "passphrase": format!("{} 1234567-1", cast::studio().name), "ownWords": [] });
    let rated = app.call("passphrase_rate", own.clone()).unwrap();
    assert_eq!((&rated["isSufficient"], &rated["warning"]), (&json!(false), &json!("studio_name")));
    let changed = json!({ "current": cast::PASSPHRASE, "new": own["passphrase"] });
    assert_eq!(refusal(&app, "passphrase_change", changed).code, ErrorCode::PassphraseTooWeak);

    let studio = app.call("studio_get", json!({})).unwrap();
    let mut fields = studio["fields"].clone();
    fields["businessId"] = json!("1234567-2");
    let wrong = refusal(&app, "studio_update", json!({ "fields": fields, "rev": studio["rev"] }));
    assert_eq!(wrong.code, ErrorCode::InvalidFields);
    assert_eq!(
        (wrong.fields[0].field.as_str(), wrong.fields[0].problem),
        ("businessId", FieldProblem::NotBusinessId)
    );
    fields["businessId"] = json!("1234567-1");
    fields["town"] = json!("Vaasa");
    let update = json!({ "fields": fields, "rev": studio["rev"] });
    app.call("studio_update", update.clone()).unwrap();
    assert_eq!(refusal(&app, "studio_update", update).code, ErrorCode::StudioStale);

    let chosen = app.call("folder_choose", json!({ "purpose": "import" })).unwrap();
    let token = chosen["token"].as_str().unwrap().to_owned();
    assert!(app.folder(FolderPurpose::Import, &token).is_ok());
    assert_eq!(app.folder(FolderPurpose::HandOver, &token).unwrap_err().code, ErrorCode::FolderUnknown);

    assert_eq!(app.call("register_lock", json!({})).unwrap()["state"], "locked");
    assert!(app.folder(FolderPurpose::Import, &token).is_err(), "forgotten with the keys");
    assert_eq!(app.photo("grid/1").status, 403);
    let wrong = refusal(&app, "register_unlock", json!({ "staffId": 1, "passphrase": "väärä" }));
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    app.call("register_unlock", json!({ "staffId": 1, "passphrase": cast::PASSPHRASE })).unwrap();

    let query = json!({
        "actions": [], "entity": null, "entityId": null, "staffId": null, "from": null, "until": null, "after": null, "limit": 50,
    });
    let trail = app.call("audit_list", query).unwrap();
    let actions: Vec<&str> =
        trail["rows"].as_array().unwrap().iter().rev().map(|row| row["action"].as_str().unwrap()).collect();
    assert_eq!(
        actions,
        [
            "register_created",
            "staff_admitted",
            "product_created",
            "recovery_sheet_saved",
            "studio_updated",
            "register_locked",
            "sign_in_failed",
            "register_unlocked",
            "checkpoint_signed",
        ]
    );
    let events = events.lock().unwrap();
    let told = |wanted: &str| {
        events.iter().any(|event| match event {
            AppEvent::Changed { changes } => changes.iter().any(|change| change.entity == wanted),
            _ => false,
        })
    };
    assert!(told("studio") && told("audit_entry"));
    assert!(events.contains(&AppEvent::StateChanged));
}

#[test]
fn brought_to_another_computer_the_register_asks_for_the_code_and_then_for_a_name() {
    let (dir, app) = started();
    let code = create(&app);
    app.call("register_create_confirm", json!({ "code": code })).unwrap();
    app.call("register_lock", json!({})).unwrap();
    let here = json!([{ "staffId": 1, "name": OWNER, "hasKeychain": false }]);
    assert_eq!(app.call("app_state", json!({})).unwrap()["signIns"], here);
    drop(app);

    let app = start_on(&dir, "other");
    let state = app.call("app_state", json!({})).unwrap();
    assert_eq!((&state["state"], &state["signIns"]), (&json!("locked"), &json!([])));
    let refused = refusal(&app, "register_unlock", json!({ "staffId": 1, "passphrase": cast::PASSPHRASE }));
    assert_eq!((refused.code, refused.kind), (ErrorCode::DeviceSecretMissing, ErrorKind::Environment));
    let new = "kaksi vanhaa polkupyörää sillalla";
    let opened = app.call("register_unlock_with_recovery", json!({ "code": code })).unwrap();
    assert_eq!((&opened["state"], &opened["signer"]["staffId"]), (&json!("open"), &Value::Null));
    let named = app.call("sign_in_by_name", json!({ "id": 1, "passphrase": new })).unwrap();
    assert_eq!(named["signer"]["name"], OWNER);
    app.call("register_lock", json!({})).unwrap();
    app.call("register_unlock", json!({ "staffId": 1, "passphrase": new })).unwrap();
}

#[test]
fn a_folder_chosen_for_one_register_is_unknown_beside_the_other() {
    let (dir, app) = started();
    let code = create(&app);
    app.call("register_create_confirm", json!({ "code": code })).unwrap();
    let chosen = app.call("folder_choose", json!({ "purpose": "import" })).unwrap();
    let token = chosen["token"].as_str().unwrap();
    assert!(app.folder(FolderPurpose::Import, token).is_ok());
    std::fs::create_dir(dir.path().join("data").join("demonstration")).unwrap();
    app.call("register_choose", json!({ "register": "demonstration" })).unwrap();
    let unknown = app.folder(FolderPurpose::Import, token).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::FolderUnknown);
}

#[test]
fn settings_are_kept_on_the_computer() {
    let (dir, app) = started();
    let chosen = json!({ "language": "sv", "theme": "dark", "lockAfterMinutes": 5 });
    assert_eq!(app.call("settings_set", chosen.clone()).unwrap()["settings"], chosen);
    drop(app);
    assert_eq!(start(&dir).call("app_state", json!({})).unwrap()["settings"], chosen);
}

/// Every text key of a language, with `key.action` for attributes.
fn texts(language: &str) -> BTreeSet<String> {
    let dir = format!("{}/../../assets/l10n/{language}", env!("CARGO_MANIFEST_DIR"));
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(dir).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| errors).unwrap();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                keys.extend(
                    message.attributes.iter().map(|at| format!("{}.{}", message.id.name, at.id.name)),
                );
                keys.insert(message.id.name.to_owned());
            }
        }
    }
    keys
}

/// The wire names of a TypeScript union of strings.
fn codes(declaration: &str) -> Vec<String> {
    declaration.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_code_has_its_text_in_three_languages() {
    use ts_rs::TS;
    let config = ts_rs::Config::new();
    let mut wanted = BTreeSet::new();
    for code in codes(&ErrorCode::inline(&config)) {
        wanted.insert(format!("error-{}", code.replace('_', "-")));
        wanted.insert(format!("error-{}.action", code.replace('_', "-")));
    }
    let mut want = |prefix: &str, codes: Vec<String>| {
        assert!(!codes.is_empty(), "{prefix}");
        wanted.extend(codes.iter().map(|code| format!("{prefix}-{}", code.replace('_', "-"))));
    };
    want("field", codes(&FieldProblem::inline(&config)));
    want("passphrase-warning", codes(&PassphraseWarning::inline(&config)));
    want("task", codes(&api::dto::task::TaskKindDto::inline(&config)));
    want("action", domain::Action::ALL.iter().map(|action| action.code().to_owned()).collect());
    want("entity", domain::Entity::ALL.iter().map(|entity| entity.code().to_owned()).collect());
    for language in ["fi", "sv", "en"] {
        let missing: Vec<_> = wanted.difference(&texts(language)).cloned().collect();
        assert!(missing.is_empty(), "{language}: {}", missing.join(", "));
    }
}

/// The register keeps paths as text: what cannot be told back exactly is refused at once, not when it is needed.
#[cfg(unix)]
#[test]
fn a_folder_whose_path_is_no_text_is_refused_when_it_is_chosen() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let odd = dir.path().join(std::ffi::OsStr::from_bytes(b"kortti \xE4"));
    let host = Arc::new(FixedHost(odd, AtomicBool::new(false)));
    let app = start_with(&dir, "device", host);
    let code = create(&app);
    app.call("register_create_confirm", json!({ "code": code })).unwrap();
    let refused = refusal(&app, "folder_choose", json!({ "purpose": "import" }));
    assert_eq!(refused.code, ErrorCode::FolderNameUnsupported);
}
