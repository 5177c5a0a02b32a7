//! A second member of staff: added, admitted, signed in with less to see, and gone again.

use anyhow::ensure;

use crate::{Journey, OWNER, PASSPHRASE};

pub const CLERK: &str = "Otto Björk";
pub const CLERKS_PASSPHRASE: &str = "kaksi vanhaa polkupyörää sillalla";

pub async fn work_as_two(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-staff").await?;
    journey.press("staff-new").await?;
    journey.fill("field-label-name", CLERK).await?;
    journey.window.pick(&journey.t("field-label-role")?, &journey.t("role-photographer")?).await?;
    journey.press("form-save").await?;
    journey.sees("staff-waiting-agreement").await?;
    journey.window.screenshot("staff-without-agreement").await?;
    journey.window.fill_date(&journey.t("field-label-agreed-on")?, "03082026").await?;
    journey.press("form-save").await?;
    journey.sees("staff-waiting-text").await?;
    journey.done("without the date of the agreement an account is not activated");

    journey.press("staff-admit").await?;
    journey.fill("passphrase-field", CLERKS_PASSPHRASE).await?;
    journey.fill("passphrase-repeat", CLERKS_PASSPHRASE).await?;
    journey.window.screenshot("staff-admit").await?;
    journey.press("staff-admit-button").await?;
    journey.sees("staff-active-here").await?;
    journey.window.screenshot("staff-member").await?;

    sign_in(journey, CLERK, CLERKS_PASSPHRASE).await?;
    journey.sees("app-nav-sessions").await?;
    journey.window.sees(CLERK).await?;
    let shown = journey.window.text().await?;
    for hidden in ["app-nav-customers", "app-nav-orders", "app-nav-history", "app-nav-staff"] {
        ensure!(!shown.contains(&journey.t(hidden)?), "a photographer is not shown {hidden}");
    }
    journey.window.screenshot("photographer").await?;
    journey.done("a photographer signs in by name and sees sessions, no customers and no orders");

    sign_in(journey, OWNER, PASSPHRASE).await?;
    journey.view("app-nav-staff").await?;
    journey.window.screenshot("staff").await?;
    journey.window.open_row(CLERK).await?;
    journey.press("staff-leave").await?;
    journey.press("staff-leave-yes").await?;
    journey.window.sees(&journey.t("staff-status-left")?).await?;
    journey.window.chord("Control", "l").await?;
    journey.sees("unlock-title").await?;
    let shown = journey.window.text().await?;
    ensure!(!shown.contains(CLERK), "who left is not offered for signing in");
    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.press("unlock-button").await?;
    journey.sees("app-nav-history").await?;
    journey.done("who left is no longer among those who sign in");
    Ok(())
}

async fn sign_in(journey: &mut Journey, name: &str, passphrase: &str) -> anyhow::Result<()> {
    journey.window.chord("Control", "l").await?;
    journey.sees("unlock-title").await?;
    journey.window.pick(&journey.t("sign-in-name")?, name).await?;
    journey.window.screenshot("sign-in").await?;
    journey.fill("passphrase-field", passphrase).await?;
    journey.press("unlock-button").await?;
    Ok(())
}
