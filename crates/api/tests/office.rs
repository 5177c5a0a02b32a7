//! The order desk's calls as the window makes them: JSON in, JSON out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::sync::Arc;

use api::dto::app::FolderPurpose;
use api::error::ApiError;
use api::{App, AppConfig, Host};
use domain::Language;
use register::{Decoders, SystemClock};
use serde_json::{Value, json};
use tempfile::TempDir;

struct NoDialogs;

impl Host for NoDialogs {
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

fn opened() -> (TempDir, App) {
    let dir = tempfile::tempdir().unwrap();
    let config = AppConfig {
        kdf: Some(register::KdfParams::default()),
        data_dir: dir.path().join("data"),
        device_dir: dir.path().join("device"),
        host: Arc::new(NoDialogs),
        clock: Arc::new(SystemClock),
        decoders: Decoders::in_process(),
    };
    let app = App::new(config).unwrap();
    let locked =
        app.call("customer_search", json!({ "search": "", "sort": "name", "after": null, "limit": 50 }));
    assert!(locked.is_err(), "nothing is told before the register is open");
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
    (dir, app)
}

/// The marketing question as the window shows it.
fn question(language: Language) -> String {
    l10n::Messages::new(language).unwrap().text("consent-marketing-wording", &[]).unwrap()
}

fn customer(last: &str, email: &str) -> Value {
    json!({
        "fields": {
            "lastName": last, "firstName": "Sanna", "email": email, "phone": "040 123 4567", "street": "",
            "postalCode": "", "town": "Vaasa", "country": "FI", "language": "sv", "note": "<img src=x>",
        },
        "source": "given",
        "marketing": {
            "isGiven": true, "wording": question(Language::Swedish), "language": "sv", "channel": "desk",
        },
    })
}

fn code(error: &ApiError) -> Value {
    serde_json::to_value(error).unwrap()["code"].clone()
}

fn fields(error: &ApiError) -> Value {
    serde_json::to_value(error).unwrap()["fields"].clone()
}

#[test]
fn customers_are_made_found_changed_and_refused() {
    let (_dir, app) = opened();
    let call = |method: &str, body: Value| app.call(method, body);
    let made = call("customer_create", customer("Öhman", "sanna@example.com")).unwrap();
    assert_eq!(made["fields"]["note"], json!("<img src=x>"));
    assert_eq!(made["consents"][0]["channel"], json!("desk"));
    assert_eq!(call("customer_get", json!({ "id": made["id"] })).unwrap(), made);
    let found =
        call("customer_search", json!({ "search": "ohm", "sort": "name", "after": null, "limit": 50 }))
            .unwrap();
    assert_eq!(found["rows"][0]["isMarketingPermitted"], json!(true));

    let wrong = call("customer_create", customer("", "sanna")).unwrap_err();
    let expected =
        json!([{ "field": "lastName", "problem": "required" }, { "field": "email", "problem": "not_email" }]);
    assert_eq!(fields(&wrong), expected);
    let fresh = json!({ "id": made["id"], "rev": 1, "fields": made["fields"], "source": "given" });
    assert_eq!(call("customer_update", fresh.clone()).unwrap()["rev"], json!(2));
    assert_eq!(code(&call("customer_update", fresh).unwrap_err()), json!("customer_stale"));
    let withdrawn = json!({
        "customerId": made["id"],
        "marketing": {
            "isGiven": false, "wording": question(Language::Swedish), "language": "sv", "channel": "phone",
        },
    });
    assert_eq!(call("consent_record", withdrawn).unwrap()["isMarketingPermitted"], json!(false));
    assert_eq!(code(&call("customer_get", json!({ "id": 404 })).unwrap_err()), json!("not_found"));
}

#[test]
fn an_order_is_totalled_saved_confirmed_and_found() {
    let (_dir, app) = opened();
    let call = |method: &str, body: Value| app.call(method, body);
    let customer_id = call("customer_create", customer("Öhman", "")).unwrap()["id"].clone();
    let products = call("product_list", json!({})).unwrap()["products"].as_array().unwrap().clone();
    let taken = call("product_create", products[0]["fields"].clone()).unwrap_err();
    assert_eq!(code(&taken), json!("product_code_taken"));
    let line = |wanted: &str, quantity: u32, cents: i64| {
        let product = products.iter().find(|product| product["fields"]["code"] == wanted).unwrap();
        json!({ "productId": product["id"], "frameId": null, "quantity": quantity, "unitPriceCents": cents })
    };
    let save = |lines: Value| {
        let body = json!({ "id": null, "rev": null, "customerId": customer_id, "note": "", "lines": lines });
        call("order_save", body)
    };

    let lines = json!([line("DIGI", 3, 995)]);
    let totals = call("order_totals", json!({ "lines": lines })).unwrap();
    assert_eq!((&totals["vatCents"], &totals["netCents"]), (&json!(607), &json!(2378)));
    let order = save(lines).unwrap();
    assert_eq!(
        (&order["state"], &order["nextStates"]),
        (&json!("draft"), &json!(["confirmed", "cancelled"]))
    );
    assert_eq!((&order["totals"], &order["customerName"]), (&totals, &json!("Öhman Sanna")));
    let step = json!({ "id": order["id"], "rev": order["rev"] });
    assert_eq!(call("order_confirm", step.clone()).unwrap()["state"], json!("confirmed"));
    assert_eq!(code(&call("order_cancel", step).unwrap_err()), json!("order_stale"));
    let refused = call("order_deliver", json!({ "id": order["id"], "rev": 2 })).unwrap_err();
    assert_eq!(code(&refused), json!("order_step_refused"));

    let empty = save(json!([])).unwrap();
    let refused = call("order_confirm", json!({ "id": empty["id"], "rev": 1 })).unwrap_err();
    assert_eq!(code(&refused), json!("order_empty"));
    let print = save(json!([line("10", 1, 990)])).unwrap();
    let refused = call("order_confirm", json!({ "id": print["id"], "rev": 1 })).unwrap_err();
    assert_eq!(fields(&refused), json!([{ "field": "lines.0.frameId", "problem": "required" }]));
    let refused = save(json!([line("DIGI", 0, 995)])).unwrap_err();
    assert_eq!(fields(&refused), json!([{ "field": "lines.0.quantity", "problem": "out_of_range" }]));
    let half = json!({ "id": 1, "rev": null, "customerId": customer_id, "note": "", "lines": [] });
    assert_eq!(code(&call("order_save", half).unwrap_err()), json!("invalid_request"));

    let query = json!({
        "search": "ohman", "sort": "number_descending", "states": ["confirmed"], "customerId": null,
        "after": null, "limit": 50,
    });
    let rows = call("order_search", query).unwrap()["rows"].as_array().unwrap().clone();
    assert_eq!((rows.len(), &rows[0]["number"], &rows[0]["grossCents"]), (1, &order["number"], &json!(2985)));
}

#[test]
fn both_lists_are_sorted_as_the_window_asks_page_by_page() {
    let (_dir, app) = opened();
    let call = |method: &str, body: Value| app.call(method, body);
    for last in ["Öhman", "Aaltonen", "Äijälä"] {
        let made = call("customer_create", customer(last, "")).unwrap();
        let draft = json!({ "id": null, "rev": null, "customerId": made["id"], "note": "", "lines": [] });
        call("order_save", draft).unwrap();
    }
    let walk = |method: &str, mut query: Value, field: &str| {
        let mut found = Vec::new();
        loop {
            let page = call(method, query.clone()).unwrap();
            found.extend(page["rows"].as_array().unwrap().iter().map(|row| row[field].clone()));
            if page["next"].is_null() {
                return Value::from(found);
            }
            query["after"] = page["next"].clone();
        }
    };
    for (sort, expected) in
        [("name", ["Aaltonen", "Äijälä", "Öhman"]), ("name_descending", ["Öhman", "Äijälä", "Aaltonen"])]
    {
        let query = json!({ "search": "", "sort": sort, "after": null, "limit": 2 });
        assert_eq!(walk("customer_search", query, "lastName"), json!(expected), "{sort}");
    }
    let orders = |sort: &str| {
        json!({
            "search": "", "sort": sort, "states": [], "customerId": null, "after": null, "limit": 2,
        })
    };
    for (sort, expected) in [
        ("number", ["Öhman Sanna", "Aaltonen Sanna", "Äijälä Sanna"]),
        ("number_descending", ["Äijälä Sanna", "Aaltonen Sanna", "Öhman Sanna"]),
        ("customer", ["Aaltonen Sanna", "Äijälä Sanna", "Öhman Sanna"]),
        ("customer_descending", ["Öhman Sanna", "Äijälä Sanna", "Aaltonen Sanna"]),
    ] {
        assert_eq!(walk("order_search", orders(sort), "customerName"), json!(expected), "{sort}");
    }
    assert_eq!(code(&call("order_search", orders("total")).unwrap_err()), json!("invalid_request"));
}
