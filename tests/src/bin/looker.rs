//! Opens a register, looks at what is in it, and locks it, for tests that search its memory.
//!
//! `looker <data folder> <file with the passphrase>`. Lines on standard output: `started`, `open` once it has looked, `locked`.
//! Before each step it waits for a line on standard input. Each call has a thread of its own that lives on, as the window's
//! calls have: what they leave on their stacks stays.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Context;
use api::{App, AppConfig};
use kontakti_tests::{host::FixedHost, say};
use serde_json::{Value, json};

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let mut given = std::env::args_os().skip(1);
    let data_dir: PathBuf = given.next().context("the data folder")?.into();
    let passphrase: PathBuf = given.next().context("the file with the passphrase")?.into();
    let app = Arc::new(App::new(AppConfig {
        kdf: None,
        decoders: register::Decoders::of_this_program(),
        device_dir: kontakti_tests::device_dir(&data_dir),
        data_dir: data_dir.clone(),
        host: Arc::new(FixedHost::new(&data_dir, &data_dir)),
        clock: Arc::new(register::SystemClock),
    })?);
    say("started");
    wait()?;
    let mut threads = Vec::new();
    threads.push(Thread::start(&app, move |app| sign_in(app, &passphrase))?.1);
    let answers = looks().into_iter().map(|look| Thread::start(&app, move |app| look(app)));
    let (answers, lookers): (Vec<_>, Vec<_>) =
        answers.collect::<anyhow::Result<Vec<_>>>()?.into_iter().unzip();
    threads.extend(lookers);
    say("open");
    wait()?;
    drop(answers);
    threads.push(Thread::start(&app, |app| call(app, "register_lock", json!({})))?.1);
    say("locked");
    wait()
}

/// A thread that has done its work and stays.
struct Thread(#[expect(dead_code, reason = "it stays until this is dropped")] Sender<()>);

impl Thread {
    fn start<T: Send + 'static>(
        app: &Arc<App>,
        work: impl FnOnce(&App) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<(T, Self)> {
        let app = Arc::clone(app);
        let (answer, answered) = channel();
        let (stays, until): (_, Receiver<()>) = channel();
        std::thread::spawn(move || {
            // who waits for the answer waits for the end of the work
            let _ = answer.send(work(&app));
            drop(app);
            until.recv()
        });
        Ok((answered.recv()??, Self(stays)))
    }
}

fn wait() -> anyhow::Result<()> {
    std::io::stdin().read_line(&mut String::new())?;
    Ok(())
}

fn call(app: &App, method: &str, request: Value) -> anyhow::Result<Value> {
    app.call(method, request).map_err(|error| anyhow::anyhow!("{method}: {:?}", error.code))
}

fn sign_in(app: &App, passphrase: &Path) -> anyhow::Result<Value> {
    let passphrase = std::fs::read_to_string(passphrase)?;
    call(app, "register_unlock", json!({ "staffId": 1, "passphrase": passphrase }))
}

type Look = Box<dyn FnOnce(&App) -> anyhow::Result<Value> + Send>;

/// What an office looks at: everybody, one by one, the staff, the trail, the photographs.
fn looks() -> Vec<Look> {
    let everybody = json!({ "search": "", "sort": "name", "after": null, "limit": 50 });
    let found = json!({ "search": "vir", "sort": "name", "after": null, "limit": 50 });
    let mut looks: Vec<Look> = Vec::new();
    for (method, request) in [
        ("customer_search", everybody),
        ("customer_search", found),
        ("customer_get", json!({ "id": 1 })),
        ("customer_get", json!({ "id": 2 })),
        ("staff_list", json!({})),
        ("session_list", json!({ "search": "", "after": null, "limit": 50 })),
        ("app_state", json!({})),
    ] {
        looks.push(Box::new(move |app| call(app, method, request)));
    }
    looks.push(Box::new(|app| {
        let answer = app.photo("full/1");
        anyhow::ensure!(answer.status == 200, "no picture: {}", answer.status);
        Ok(json!(answer.bytes))
    }));
    looks
}
