//! The first view's two doors: the studio's own register, and the demonstration studio.

use std::path::Path;

use anyhow::ensure;
use kontakti_tests::display;

use crate::{Journey, OWNER, PASSPHRASE, STUDIO};

/// Gives the recovery code.
pub async fn create_register(journey: &mut Journey, home: &Path) -> anyhow::Result<String> {
    see_the_doors(journey).await?;
    journey.window.screenshot("first-run").await?;
    journey.done("the first view has two doors");

    journey.press("firstrun-create-button").await?;
    journey.fill("firstrun-studio-name", STUDIO).await?;
    journey.fill("field-label-business-id", "1234567-2").await?;
    journey.press("firstrun-next").await?;
    journey.sees("field-not-business-id").await?;
    journey.fill("field-label-business-id", "1234567-1").await?;
    journey.fill("field-label-street", "Koulukatu 1").await?;
    journey.fill("field-label-postal-code", "60100").await?;
    journey.fill("field-label-town", "Seinäjoki").await?;
    journey.window.screenshot("studio-details").await?;
    journey.press("firstrun-next").await?;
    journey.done("a wrong Business ID is refused beside its field, the right one goes on");

    journey.fill("owner-name", OWNER).await?;
    journey.window.fill_date(&journey.t("owner-agreed")?, "03082026").await?;
    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.fill("passphrase-repeat", PASSPHRASE).await?;
    journey.window.screenshot("passphrase").await?;
    journey.press("firstrun-make").await?;
    journey.sees("recovery-once").await?;
    journey.window.screenshot("recovery-code").await?;
    let groups = journey
        .window
        .script(
            "return [...document.querySelectorAll('ol[aria-label] li')].map(i => i.innerText.trim())\
             .filter(text => /^[0-9A-Z]{5}$/.test(text)).join('-')",
            vec![],
        )
        .await?;
    let code = groups.as_str().unwrap_or_default().to_owned();
    ensure!(code.len() > 40, "the recovery code is shown in groups, not “{code}”");
    journey.press("recovery-save").await?;
    let pdf = home.join(journey.t("documents-recovery-file")?);
    journey.window.sees(&pdf.file_name().unwrap_or_default().to_string_lossy()).await?;
    ensure!(std::fs::read(&pdf)?.starts_with(b"%PDF"), "the recovery sheet is a PDF");
    journey.press("recovery-have").await?;
    journey.fill("recovery-confirm-field", &code).await?;
    journey.press("recovery-confirm-button").await?;
    journey.sees("session-empty").await?;
    journey.window.screenshot("sessions-empty").await?;
    journey.done("the recovery code is printed, typed back, and the register opens");
    Ok(code)
}

/// The first view in Finnish, with both doors.
async fn see_the_doors(journey: &mut Journey) -> anyhow::Result<()> {
    journey.window.until("the first view", "return !!document.querySelector('h1, h2')").await?;
    journey.window.press("Suomi").await?;
    journey.sees("firstrun-create-title").await?;
    journey.sees("firstrun-demo-title").await
}

/// Begins the demonstration studio and closes the window over it: the window asks, and on yes the program ends.
pub async fn close_over_a_task(journey: &mut Journey) -> anyhow::Result<()> {
    see_the_doors(journey).await?;
    journey.press("firstrun-demo-button").await?;
    journey.sees("firstrun-demo-cancel").await?;
    display::press_cross()?;
    journey.sees("unfinished-demonstration").await?;
    journey.window.screenshot("close-asked").await?;
    journey.press("unfinished-stay").await?;
    journey.sees("firstrun-demo-cancel").await?;
    display::press_cross()?;
    journey.press("unfinished-stop-close").await?;
    display::until_count(0).await?;
    journey
        .done("closing the window while a task runs asks first; on yes the task stops and the program ends");
    Ok(())
}

/// Opens the demonstration studio, which is made on the way, and looks at what a newcomer sees first.
pub async fn open_demonstration(journey: &mut Journey) -> anyhow::Result<()> {
    see_the_doors(journey).await?;
    journey.press("firstrun-demo-button").await?;
    let cancel = journey.t("firstrun-demo-cancel")?;
    journey.window.sees(&cancel).await?;
    journey.window.outlasts(&cancel).await?;
    journey.view("app-nav-sessions").await?;
    let row = "const row = document.querySelector('[role=grid] [data-index]'); \
               if (!row) return false; row.focus(); return document.activeElement === row";
    journey.window.until("a session of the demonstration studio", row).await?;
    journey.window.key("Enter").await?;
    journey
        .window
        .until(
            "its portraits",
            "const all = [...document.querySelectorAll('[role=gridcell] img')]; \
             return all.length > 3 && all.every(i => i.complete && i.naturalWidth > 0)",
        )
        .await?;
    journey.window.screenshot("demonstration-session").await?;
    journey.view("app-nav-orders").await?;
    journey
        .window
        .until("its orders", "return document.querySelectorAll('[role=grid] [role=row]').length > 2")
        .await?;
    journey.window.screenshot("demonstration-orders").await?;
    journey.done("the demonstration studio is made and opens, with portraits and orders");
    display::press_cross()?;
    display::until_count(0).await?;
    journey.done("with no task running, the window closes at once");
    Ok(())
}
