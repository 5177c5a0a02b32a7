//! Every view in the languages, themes and sizes that are looked at before a release.

use kontakti_tests::texts::Texts;

use crate::Journey;
use crate::school::SCHOOL;

impl Journey {
    async fn until_rests(&self) -> anyhow::Result<()> {
        let script = "return !document.querySelector('[aria-busy=true], [class*=skeleton]')";
        self.window.until("the view at rest", script).await
    }
}

/// Every view in the languages, themes and sizes that are looked at before a release.
pub async fn look_everywhere(journey: &mut Journey) -> anyhow::Result<()> {
    let looks = [
        ("fi", "Suomi", "light", 1920, 1080),
        ("fi", "Suomi", "dark", 1280, 800),
        ("sv", "Svenska", "dark", 1920, 1080),
        ("en", "English", "light", 1280, 800),
    ];
    for (language, own_name, theme, width, height) in looks {
        journey.window.resize(width, height).await?;
        journey.view("app-nav-settings").await?;
        journey.window.choose(own_name).await?;
        journey.texts = Texts::load(language)?;
        journey.sees("settings-appearance").await?;
        let chosen = journey.t(&format!("settings-theme-{theme}"))?;
        journey.window.choose(&chosen).await?;
        for view in [
            "schools",
            "sessions",
            "customers",
            "orders",
            "production",
            "partners",
            "products",
            "staff",
            "history",
            "settings",
        ] {
            journey.view(&format!("app-nav-{view}")).await?;
            journey.until_rests().await?;
            journey.window.screenshot(&format!("{view}-{language}-{theme}-{width}")).await?;
        }
        journey.view("app-nav-schools").await?;
        journey.window.open_row(SCHOOL).await?;
        journey.window.click("tab", &journey.t("school-tab-jobs")?).await?;
        for (view, shows) in [("matching", "matching-how-sure"), ("choices", "choices-panel")] {
            journey.press(&format!("{view}-open")).await?;
            journey.until_rests().await?;
            journey.sees(shows).await?;
            journey.window.screenshot(&format!("{view}-{language}-{theme}-{width}")).await?;
            journey.window.key("Escape").await?;
        }
        journey.view("app-nav-sessions").await?;
    }
    journey.done("every view in three languages, two themes and two sizes");
    Ok(())
}
