//! The studio's day: import, browse, customers, an order, hand-over, history, lock.

use std::path::Path;

use anyhow::{Context, ensure};
use kontakti_tests::display;
use serde_json::json;

use crate::{Journey, MARKUP, PARTNER, PASSPHRASE, SESSION};

const LOADED: &str = "const all = [...document.querySelectorAll('[role=gridcell] img')]; \
    return all.length >= 13 && all.every(i => i.complete && i.naturalWidth > 0)";

/// The session whose one photograph has pixels that are looked for.
pub const CANARY_SESSION: &str = "Kanarialintu";

/// The card is chosen in the system's own dialog.
pub async fn import_session(journey: &mut Journey, card: &Path) -> anyhow::Result<()> {
    journey.press("session-import").await?;
    display::answer_dialog(&journey.t("documents-dialog-import")?, card).await?;
    journey.sees("import-plan-new").await?;
    journey.sees("import-reason-not-an-image").await?;
    journey.fill("import-name", SESSION).await?;
    journey.fill("import-photographer", "Liisa Kuvaaja").await?;
    journey.window.screenshot("import-plan").await?;
    let start = journey.texts.with("import-start", &[("count", "13"), ("number", "13")])?;
    journey.window.press(&start).await?;
    journey.sees("import-outcome-completed").await?;
    journey.press("import-list-report").await?;
    journey.sees("import-report-title").await?;
    journey.window.screenshot("import-report").await?;
    journey.press("import-open-session").await?;
    journey.done("a card is planned, imported, verified and reported");
    Ok(())
}

pub async fn browse(journey: &mut Journey) -> anyhow::Result<()> {
    journey.window.until("every thumbnail", LOADED).await?;
    journey.window.screenshot("session").await?;
    journey.window.script("document.querySelector('[role=gridcell]').focus()", vec![]).await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("5").await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("x").await?;
    let marked = "const cell = document.activeElement.closest('[role=gridcell]'); \
                  const name = cell?.querySelector('[title]')?.title; \
                  return !!name && cell.querySelectorAll('[role=img] svg').length === 1 \
                  && document.querySelectorAll('[role=gridcell] [role=img] svg').length === 6 \
                  && [...document.querySelectorAll('aside dl')].some(facts => facts.innerText.includes(name))";
    journey.window.until("five stars, a reject, and the facts of the rejected photo", marked).await?;
    journey.window.screenshot("session-marked").await?;
    journey.window.key("Enter").await?;
    journey
        .window
        .until(
            "the large picture",
            "return [...document.images].some(i => i.complete && i.naturalWidth >= 1400)",
        )
        .await?;
    journey.window.screenshot("large-view").await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("Escape").await?;
    journey.window.until("the grid again", LOADED).await?;
    journey.done("thumbnails, ratings and rejects by keys, the large view and back");
    Ok(())
}

pub async fn add_customer(journey: &mut Journey) -> anyhow::Result<String> {
    journey.view("app-nav-customers").await?;
    journey.sees("customers-empty").await?;
    journey.press("customers-new").await?;
    journey.fill("field-label-last-name", "Öhman").await?;
    journey.fill("field-label-first-name", "Sanna").await?;
    journey.fill("field-label-phone", "040 000 1234").await?;
    journey.fill("field-label-email", "sanna.ohman@example.fi").await?;
    journey.fill("field-label-street", MARKUP).await?;
    journey.fill("field-label-postal-code", "60100").await?;
    journey.fill("field-label-town", "Seinäjoki").await?;
    for answer in ["consent-yes", "consent-channel-desk"] {
        let answer = journey.t(answer)?;
        journey.window.choose(&answer).await?;
    }
    journey.window.screenshot("customer-new").await?;
    journey.press("form-save").await?;
    journey.sees("customer-created").await?;
    let title = journey.window.script("return document.title", vec![]).await?;
    ensure!(title != json!("owned"), "markup in a field ran as a script");
    journey.window.screenshot("customer").await?;
    journey.done("a customer with the marketing answer; markup is text");
    Ok("Öhman".to_owned())
}

pub async fn enter_order(journey: &mut Journey, customer: &str) -> anyhow::Result<()> {
    journey.view("app-nav-orders").await?;
    journey.press("orders-new").await?;
    journey.fill("order-customer", customer).await?;
    journey.window.take_first_option().await.context("no customer is offered")?;
    for code in ["10", "13"] {
        journey.fill("order-add-product", code).await?;
        journey.window.key("Enter").await?;
    }
    for _ in 0..2 {
        journey.press("order-line-choose-photo").await?;
        journey
            .window
            .until(
                "photos to choose from",
                "return document.querySelectorAll('[role=gridcell] img').length > 3",
            )
            .await?;
        journey.window.script("document.querySelector('[role=gridcell]').focus()", vec![]).await?;
        journey.window.key("ArrowRight").await?;
        journey.window.key("Space").await?;
        journey.window.screenshot("photo-picker").await?;
        journey.press("picker-use").await?;
    }
    journey.window.sees("24,80").await.context("9.90 + 14.90 is 24.80")?;
    journey.window.screenshot("order-draft").await?;
    journey.press("order-confirm").await?;
    journey
        .window
        .until("the confirmed order", "return location.hash.match(/orders\\/\\d+/) !== null || location.pathname.match(/orders\\/\\d+/) !== null")
        .await?;
    journey.sees("order-hand-over").await?;
    journey.window.screenshot("order-confirmed").await?;
    journey.done("an order with two prints and VAT from the gross total is confirmed");
    Ok(())
}

pub async fn add_partner(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-partners").await?;
    journey.press("partners-new").await?;
    journey.fill("field-label-name", PARTNER).await?;
    journey.window.fill_date(&journey.t("field-label-agreement-on")?, "02032026").await?;
    journey.press("form-save").await?;
    journey.sees("partner-created").await?;
    let day = "const parts = [...document.querySelectorAll('[role=spinbutton]')]; \
               return parts.map(part => part.innerText).join('.') === '2.3.2026'";
    journey.window.until("the day shown the Finnish way", day).await?;
    journey.window.screenshot("partner").await?;
    journey.done("a print partner with its agreement");
    Ok(())
}

pub async fn hand_over(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-production").await?;
    // the first box is the head's, which chooses all
    let choose = "const box = document.querySelectorAll('[role=grid] input[type=checkbox]')[1]; \
                  if (!box) return false; box.click(); return true";
    journey.window.until("the waiting order", choose).await?;
    journey.sees("plan-no-issues").await?;
    journey.window.screenshot("production-plan").await?;
    journey.press("hand-over-button").await?;
    let yes = journey.texts.with("hand-over-yes", &[("count", "2"), ("partner", PARTNER)])?;
    journey.sees("hand-over-title").await?;
    journey.window.screenshot("hand-over-confirm").await?;
    journey.window.press(&yes).await?;
    journey.sees("batch-state-handed-over").await?;
    journey.window.screenshot("batch").await?;
    let ledger = journey.t("production-tab-ledger")?;
    journey.view("app-nav-production").await?;
    journey.window.click("tab", &ledger).await?;
    journey.window.sees(PARTNER).await?;
    journey.window.screenshot("disclosure-ledger").await?;
    journey.done("the order is handed over to print and stands in the disclosure ledger");
    Ok(())
}

pub async fn see_history(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-history").await?;
    for key in [
        "action-print-batch-handed-over",
        "action-order-confirmed",
        "action-customer-created",
        "action-frames-imported",
    ] {
        journey.sees(key).await?;
    }
    let shown = journey.window.text().await?;
    ensure!(!shown.contains("Öhman"), "the history names nobody");
    let notices = "return !document.querySelector('[role=status] button')";
    journey.window.until("no notice over the list", notices).await?;
    journey.window.screenshot("history").await?;
    journey.done("the history says what was done and names nobody");
    Ok(())
}

pub async fn lock_and_unlock(journey: &mut Journey) -> anyhow::Result<()> {
    journey.window.chord("Control", "l").await?;
    journey.sees("unlock-title").await?;
    journey.window.until("no picture left in the window", "return document.images.length === 0").await?;
    // what was last announced to a screen reader stays for some seconds in React Aria's live region
    let forgotten = format!("return !document.body.innerText.includes('{PARTNER}')");
    journey.window.until("nothing of the register left in the window", &forgotten).await?;
    journey.fill("passphrase-field", "väärä tunnuslause tänään").await?;
    journey.press("unlock-button").await?;
    journey.sees("error-wrong-passphrase").await?;
    journey.window.screenshot("unlock-wrong").await?;
    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.press("unlock-button").await?;
    journey.sees("app-nav-history").await?;
    journey.done("locked by a key; a wrong passphrase is refused, the right one opens");
    Ok(())
}

/// A session of one photograph, whose pixels are looked for on the disk when the program has ended.
pub async fn show_canary(journey: &mut Journey, card: &Path) -> anyhow::Result<()> {
    journey.view("app-nav-sessions").await?;
    journey.press("session-import").await?;
    display::answer_dialog(&journey.t("documents-dialog-import")?, card).await?;
    journey.sees("import-plan-new").await?;
    journey.fill("import-name", CANARY_SESSION).await?;
    let start = journey.texts.with("import-start", &[("count", "1"), ("number", "1")])?;
    journey.window.press(&start).await?;
    journey.sees("import-outcome-completed").await?;
    let shown = |at_least: u32| {
        format!("return [...document.images].some(i => i.complete && i.naturalWidth >= {at_least})")
    };
    journey.window.until("its thumbnail", &shown(100)).await?;
    journey.window.script("document.querySelector('[role=gridcell]').focus()", vec![]).await?;
    journey.window.key("Enter").await?;
    journey.window.until("its large picture", &shown(1400)).await?;
    journey.done("a photograph whose pixels are known is shown at both sizes");
    Ok(())
}
