//! The real window through WebKitWebDriver: start, find by what a person sees, press, type, look.
//!
//! Elements are found by role and accessible name as the window shows them, never by class or test id. Every wait is
//! for a condition and has an end.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long a person would wait before calling something broken.
pub(crate) const PATIENCE: Duration = Duration::from_secs(40);
/// The same for a task that shows its progress.
const PATIENCE_WITH_TASKS: Duration = Duration::from_secs(600);
pub(crate) const LOOK: Duration = Duration::from_millis(50);

/// A started program with its driver; both end with it.
pub struct Window {
    client: Client,
    driver: Child,
    screenshots: PathBuf,
    taken: u32,
}

impl Window {
    /// Starts `program` with `environment` through a driver of its own; what both say goes to the end of the file `log`.
    ///
    /// # Errors
    /// When the driver or the program does not start.
    pub async fn open(
        program: &Path,
        environment: &[(&str, PathBuf)],
        screenshots: &Path,
        log: &Path,
    ) -> anyhow::Result<Self> {
        let log = std::fs::File::options().create(true).append(true).open(log)?;
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(log.try_clone()?)
            .stderr(log);
        for (name, value) in environment {
            command.env(name, value);
        }
        let mut driver = command.spawn().context("WebKitWebDriver (package webkit2gtk-driver)")?;
        let options = json!({ "webkitgtk:browserOptions": { "binary": program, "args": [] } });
        let Value::Object(capabilities) = options else { bail!("capabilities are an object") };
        let started = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            let address = format!("http://127.0.0.1:{port}");
            match tokio::time::timeout(PATIENCE, builder.connect(&address)).await {
                Ok(Ok(client)) => break client,
                Ok(Err(_)) if started.elapsed() < PATIENCE => tokio::time::sleep(LOOK).await,
                ended => {
                    let _ = driver.kill();
                    let never = "the window did not open";
                    ended.context(never)?.context(never)?;
                }
            }
        };
        std::fs::create_dir_all(screenshots)?;
        let taken = u32::try_from(std::fs::read_dir(screenshots)?.count())?;
        Ok(Self { client, driver, screenshots: screenshots.to_owned(), taken })
    }

    /// Sets the window's size in pixels. Through the display, for WebDriver's own call waits for a window manager.
    ///
    /// # Errors
    /// When the window does not take the size.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let (width, height) = (width.to_string(), height.to_string());
        let name = ["search", "--onlyvisible", "--name", "^Kontakti"];
        let moved = ["windowmove", "0", "0", "windowsize", &width, &height];
        let status = Command::new("xdotool").args(name).args(moved).status().context("xdotool")?;
        anyhow::ensure!(status.success(), "xdotool does not find the window");
        self.until("the window's size", &format!("return innerWidth === {width} && innerHeight === {height}"))
            .await
    }

    /// Runs a script in the page and gives its value.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Leaves a picture `NN-name.png` of the window at rest.
    ///
    /// # Errors
    /// When the driver does not answer or the file cannot be written.
    pub async fn screenshot(&mut self, name: &str) -> anyhow::Result<()> {
        let at_rest = "return document.getAnimations().every(moving => moving.playState !== 'running' \
                       || moving.effect.getComputedTiming().endTime === Infinity)";
        self.until("the end of transitions", at_rest).await?;
        // pictures are decoded beside the page and painted when they are
        let started = Instant::now();
        let mut shown = self.client.screenshot().await?;
        loop {
            let next = self.client.screenshot().await?;
            if next == shown || started.elapsed() > PATIENCE {
                break;
            }
            shown = next;
        }
        self.taken += 1;
        let path = self.screenshots.join(format!("{:02}-{name}.png", self.taken));
        std::fs::write(path, shown)?;
        Ok(())
    }

    /// The visible element with this role and accessible name; waits for it.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find(&self, role: &str, name: &str) -> anyhow::Result<Element> {
        self.first(&xpath(role, name), &format!("{role} “{name}”")).await
    }

    async fn first(&self, xpath: &str, what: &str) -> anyhow::Result<Element> {
        let started = Instant::now();
        loop {
            // looked for again when the page changes under the search
            for element in self.client.find_all(Locator::XPath(xpath)).await.unwrap_or_default() {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if started.elapsed() > PATIENCE {
                bail!("no {what} in the window:\n{}", self.text().await?);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until a button is enabled, then presses it.
    ///
    /// # Errors
    /// When it does not appear or stays disabled.
    pub async fn press(&self, name: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        loop {
            let button = self.find("button", name).await?;
            // an element that the page has just replaced is looked for again
            if button.is_enabled().await.unwrap_or(false) && button.click().await.is_ok() {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                bail!("button “{name}” stays disabled:\n{}", self.text().await?);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Clicks any element by role and name.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn click(&self, role: &str, name: &str) -> anyhow::Result<()> {
        self.click_first(&xpath(role, name), &format!("{role} “{name}”")).await
    }

    /// Chooses a radio button or segment by its label.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn choose(&self, label: &str) -> anyhow::Result<()> {
        let label = quoted(label);
        let xpath =
            format!("//label[normalize-space(.)={label}] | //*[@role='radio'][normalize-space(.)={label}]");
        self.click_first(&xpath, "choice").await
    }

    /// Clicks the first option of an open list.
    ///
    /// # Errors
    /// When none appears.
    pub async fn take_first_option(&self) -> anyhow::Result<()> {
        self.click_first("//*[@role='option']", "option").await
    }

    /// Opens a list of choices by its label and takes the one that reads `option`.
    ///
    /// # Errors
    /// When either does not appear.
    pub async fn pick(&self, label: &str, option: &str) -> anyhow::Result<()> {
        let (name, wanted) = (quoted(label), quoted(option));
        let list = format!(
            "//button[@aria-haspopup='listbox'][contains(concat(' ', @aria-labelledby, ' '), \
             concat(' ', //*[normalize-space(text())={name}]/@id, ' '))]"
        );
        self.click_first(&list, label).await?;
        self.click_first(&format!("//*[@role='option'][normalize-space(.)={wanted}]"), option).await
    }

    /// Opens the record of a table's row by the text of one of its cells.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn open_row(&self, cell: &str) -> anyhow::Result<()> {
        let wanted = quoted(cell);
        self.click_first(&format!("//*[@role='gridcell'][normalize-space(.)={wanted}]"), cell).await?;
        self.key("Enter").await
    }

    /// Replaces the text of a field.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn fill(&self, label: &str, text: &str) -> anyhow::Result<()> {
        let field = xpath("field", label);
        let started = Instant::now();
        loop {
            self.click_first(&field, &format!("field “{label}”")).await?;
            self.chord("Control", "a").await?;
            // a field that the page has just replaced is filled again
            match self.first(&field, label).await?.send_keys(text).await {
                Ok(()) => return Ok(()),
                Err(error) if started.elapsed() > PATIENCE => return Err(error).context(label.to_owned()),
                Err(_) => tokio::time::sleep(LOOK).await,
            }
        }
    }

    /// Types a date into the segments of a date field, in the order of the window's language.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn fill_date(&self, label: &str, digits: &str) -> anyhow::Result<()> {
        let name = quoted(label);
        let xpath = format!(
            "//*[@role='spinbutton'][contains(concat(' ', @aria-labelledby, ' '), \
             concat(' ', //*[normalize-space(text())={name}]/@id, ' '))]"
        );
        self.click_first(&xpath, label).await?;
        for digit in digits.chars() {
            self.key(&digit.to_string()).await?;
        }
        Ok(())
    }

    /// A click is tried again while the page replaces the element under it.
    async fn click_first(&self, xpath: &str, what: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        loop {
            match self.first(xpath, what).await?.click().await {
                Ok(()) => return Ok(()),
                Err(error) if started.elapsed() > PATIENCE => return Err(error).context(what.to_owned()),
                Err(_) => tokio::time::sleep(LOOK).await,
            }
        }
    }

    /// Waits until the window shows `text` somewhere.
    ///
    /// # Errors
    /// When it does not.
    pub async fn sees(&self, text: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        loop {
            let shown = self.text().await?;
            if shown.contains(text) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                bail!("the window does not show “{text}”:\n{shown}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until the window no longer shows `text`: the end of a task that may take minutes.
    ///
    /// # Errors
    /// When it stays.
    pub async fn outlasts(&self, text: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        while self.text().await?.contains(text) {
            if started.elapsed() > PATIENCE_WITH_TASKS {
                bail!("the window still shows “{text}”:\n{}", self.text().await?);
            }
            tokio::time::sleep(LOOK).await;
        }
        Ok(())
    }

    /// Waits until a script gives true.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until(&self, what: &str, script: &str) -> anyhow::Result<()> {
        let started = Instant::now();
        loop {
            if self.script(script, vec![]).await? == Value::Bool(true) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                bail!("never came: {what}\n{}", self.text().await?);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// All text of the window.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn text(&self) -> anyhow::Result<String> {
        let text = self.script("return document.body ? document.body.innerText : ''", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key where the focus is: a character, or a name such as `Enter`.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn key(&self, key: &str) -> anyhow::Result<()> {
        let key = code(key);
        let actions = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Presses a key while another is held.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn chord(&self, held: &str, key: &str) -> anyhow::Result<()> {
        let (held, key) = (code(held), code(key));
        let actions = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        Ok(self.client.perform_actions(actions).await?)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn code(key: &str) -> char {
    match key {
        "Control" => '\u{E009}',
        "Shift" => '\u{E008}',
        "Enter" => '\u{E007}',
        "Escape" => '\u{E00C}',
        "Tab" => '\u{E004}',
        "Space" => ' ',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Home" => '\u{E011}',
        "End" => '\u{E010}',
        other => other.chars().next().unwrap_or(' '),
    }
}

/// XPath of what has a role and a name: by label, by its own text, or by the element that labels it.
fn xpath(role: &str, name: &str) -> String {
    let name = quoted(name);
    // a key that is drawn beside the words is no part of the name
    let named = format!(
        "(@aria-label={name} or normalize-space(.)={name} or text()[normalize-space(.)={name}] or @aria-labelledby=//*[normalize-space(.)={name}]/@id)"
    );
    match role {
        "button" => format!("//*[self::button or @role='button'][{named}]"),
        "link" => format!("//a[{named}]"),
        "field" => format!(
            "//*[self::input or self::textarea][@aria-label={name} or @id=//label[normalize-space(.)={name}]/@for \
             or contains(concat(' ', @aria-labelledby, ' '), concat(' ', //*[normalize-space(text())={name}]/@id, ' '))]"
        ),
        role => format!("//*[@role={}][{named}]", quoted(role)),
    }
}

fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
