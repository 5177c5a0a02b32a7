//! A school: its class list read in, somebody protected, a job booked and its camera cards printed.

use std::path::Path;

use anyhow::{Context, ensure};

use crate::Journey;

/// Name of the class list in the home folder.
pub const LIST: &str = "luokat.csv";
/// Those on it.
pub const CHILDREN: [&str; 3] = ["Esimerkki Åke", "Esimerkki Pihla", "Mallikas Onni"];
pub const SCHOOL: &str = "Peltolan koulu";
const HIDDEN: &str = "Mallikas Onni";
/// Of nobody: codes with 900 to 999 are never issued.
const IDENTITY_CODE: &str = "010190-900P";

/// The file that the school has sent.
pub fn write_list(path: &Path) -> anyhow::Result<()> {
    let rows = "Sukunimi;Etunimi;Luokka;Hetu;Huoltaja 1;Huoltaja 1 puhelin;Turvakielto\r\n\
                Esimerkki;Åke;2A;010190-900P;Esimerkki Saara;040 555 0101;\r\n\
                Esimerkki;Pihla;10B;;Esimerkki Saara;040 555 0101;\r\n\
                Mallikas;Onni;2A;;;;kyllä\r\n";
    // the letters of Latin 1, as Windows writes them
    let letters: Vec<u8> = rows.chars().map(u8::try_from).collect::<Result<_, _>>()?;
    Ok(std::fs::write(path, letters)?)
}

/// From an empty list of schools to cards on the disk.
pub async fn prepare_school_day(journey: &mut Journey, home: &Path) -> anyhow::Result<()> {
    journey.view("app-nav-schools").await?;
    journey.sees("schools-empty").await?;
    journey.window.screenshot("schools-empty").await?;
    journey.window.key("n").await?;
    journey.fill("field-label-name", SCHOOL).await?;
    journey.press("form-save").await?;
    journey.sees("classes-empty").await?;
    journey.window.screenshot("school-empty").await?;

    journey.press("school-import-list").await?;
    journey.press("roster-choose").await?;
    journey.window.sees("Windows-1252").await?;
    for child in ["Åke", "Pihla"] {
        journey.window.sees(child).await?;
    }
    let shown = journey.window.text().await?;
    ensure!(!shown.contains(IDENTITY_CODE), "an identity code has come in");
    journey.window.screenshot("roster-preview").await?;
    journey.press("roster-import").await?;
    journey.sees("roster-imported").await?;
    journey.window.screenshot("roster-imported").await?;
    journey.done("a school's class list is shown as it would come in, and comes in without identity codes");

    journey.view("app-nav-schools").await?;
    journey.window.open_row(SCHOOL).await?;
    for child in ["Esimerkki Åke", "Esimerkki Pihla"] {
        journey.window.sees(child).await.with_context(|| child.to_owned())?;
    }
    let shown = journey.window.text().await?;
    ensure!(!shown.contains(HIDDEN), "a class list shows who is protected");
    journey.window.screenshot("classes").await?;
    journey.press("classes-withheld-show").await?;
    journey.window.sees(HIDDEN).await?;
    journey.done("a protected child is in no class list, and named only to who may see it");

    journey.window.click("tab", &journey.t("school-tab-jobs")?).await?;
    journey.press("jobs-new").await?;
    journey.fill("field-label-name", "Syyskuvaus").await?;
    journey.window.fill_date(&journey.t("job-starts-on")?, "03092026").await?;
    journey.window.screenshot("job-new").await?;
    journey.press("form-save").await?;
    journey.sees("cards-make").await?;
    journey.window.screenshot("jobs").await?;
    journey.press("cards-make").await?;
    journey.window.screenshot("cards").await?;
    journey.press("cards-save").await?;
    let file = home.join(journey.t("documents-cards-file")?);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    journey.window.sees(&name).await?;
    journey.window.screenshot("cards-saved").await?;
    ensure!(std::fs::read(&file)?.starts_with(b"%PDF"), "the cards are no PDF");
    journey.done("a job is booked and its camera cards are a PDF");
    Ok(())
}
