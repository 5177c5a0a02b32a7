//! What each role may call: a table kept beside the tests, and the program held against it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use api::dto::app::FolderPurpose;
use api::error::ErrorCode;
use api::methods::{Access, METHODS};
use api::{App, AppConfig, Host};
use domain::staff::Role;
use register::{Decoders, SystemClock};
use serde_json::{Value, json};
use testkit::cast;

/// Nobody is asked anything.
struct NoHost;

impl Host for NoHost {
    fn choose_folder(&self, _: FolderPurpose, _: &str) -> Option<PathBuf> {
        None
    }
    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        None
    }

    fn save_file(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn end(&self) {}
}

/// A line for each method, a column for each role.
fn table(may: impl Fn(&str, Role) -> bool) -> String {
    let width = METHODS.iter().map(|method| method.name.len()).max().unwrap_or_default();
    let mut text = format!("{:width$}", "");
    for role in Role::ALL {
        write!(text, "  {}", role.code()).unwrap();
    }
    text.push('\n');
    for method in METHODS {
        write!(text, "{:width$}", method.name).unwrap();
        for role in Role::ALL {
            let mark = if may(method.name, *role) { "yes" } else { "-" };
            write!(text, "  {mark:<length$}", length = role.code().len()).unwrap();
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

fn kept() -> String {
    include_str!("access.txt").replace("\r\n", "\n")
}

#[test]
fn the_table_of_methods_and_roles_is_the_one_that_was_agreed() {
    let access = |name: &str| METHODS.iter().find(|method| method.name == name).unwrap().access;
    let now = table(|name, role| access(name).allows(role));
    assert!(
        now == kept(),
        "a method or a role was added or changed; agreed? Then keep this in access.txt:\n{now}"
    );
}

#[test]
fn the_program_refuses_what_the_table_does_not_allow() {
    let dir = tempfile::tempdir().unwrap();
    let [data_dir, device_dir] = ["data", "device"].map(|name| dir.path().join(name));
    let app = App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        data_dir,
        device_dir,
        host: Arc::new(NoHost),
        clock: Arc::new(SystemClock),
        decoders: Decoders::in_process(),
    })
    .unwrap();
    let sheet = app
        .call(
            "register_create",
            json!({
                "studio": {
                    "name": cast::studio().name, "businessId": "1234567-1", "street": "", "postalCode": "",
                    "town": "", "phone": "", "email": "", "language": "fi",
                },
                "owner": { "name": "Helmi Kuusisto", "agreedOn": "2026-08-03" },
                "passphrase": cast::PASSPHRASE,
            }),
        )
        .unwrap();
    let groups: Vec<&str> = sheet["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    app.call("register_create_confirm", json!({ "code": groups.join("-") })).unwrap();
    let mut people = vec![(Role::Owner, json!(1))];
    for role in Role::ALL.iter().filter(|role| **role != Role::Owner) {
        let fields = json!({ "name": "Eero Nyman", "role": role.code(), "agreedOn": "2026-08-03" });
        let id = app.call("staff_add", fields).unwrap()["id"].clone();
        app.call("staff_admit", json!({ "id": id, "passphrase": cast::PASSPHRASE })).unwrap();
        people.push((*role, id));
    }

    let mut allowed: Vec<(&str, Role)> = Vec::new();
    for (role, id) in people {
        app.call("register_lock", json!({})).unwrap();
        let state =
            app.call("register_unlock", json!({ "staffId": id, "passphrase": cast::PASSPHRASE })).unwrap();
        assert_eq!(state["signer"]["role"], role.code());
        for method in METHODS {
            // a request that no method reads: an allowed call gets as far as that
            let refused = app.call(method.name, json!({ "noSuchField": 1 })).unwrap_err().code;
            match refused {
                ErrorCode::InvalidRequest => allowed.push((method.name, role)),
                other => assert_eq!(other, ErrorCode::NotAllowed, "{} as {}", method.name, role.code()),
            }
        }
        let photo = app.photo("grid/1").status;
        assert_eq!(photo, 404, "everybody sees photos, and there are none");
    }
    let seen = table(|name, role| allowed.contains(&(name, role)));
    assert_eq!(seen, kept());
    let is_open = |method: &&api::methods::Method| matches!(method.access, Access::Only(_));
    assert!(METHODS.iter().filter(is_open).count() > 50, "the control: most methods need a right");
    assert_eq!(app.call("app_state", json!({})).unwrap()["signer"]["name"], Value::from("Eero Nyman"));
}
