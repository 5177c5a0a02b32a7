//! Serves the method table, the photographs and the built UI on loopback, for browser tests and for work on the UI.
//!
//! Never bundled: the program itself opens no port. The data folder is a new temporary one, or the given one; then the
//! device secrets lie beside it, in `<data folder>.device`.
//!
//! `devserver [--port N] [--data FOLDER] [--import FOLDER] [--out FOLDER]` prints one line `listening on <address>`.

#![allow(clippy::print_stdout)]

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use api::{App, AppConfig};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kontakti_tests::host::FixedHost;
use tokio::sync::broadcast;

#[derive(Clone)]
struct Served {
    app: Arc<App>,
    events: broadcast::Sender<String>,
    ui: PathBuf,
}

struct Arguments {
    port: u16,
    data: Option<PathBuf>,
    import: PathBuf,
    out: PathBuf,
}

fn arguments() -> anyhow::Result<Arguments> {
    let mut found =
        Arguments { port: 0, data: None, import: "target/dev/import".into(), out: "target/dev/out".into() };
    let mut given = std::env::args().skip(1);
    while let Some(name) = given.next() {
        let value = given.next().ok_or_else(|| anyhow::anyhow!("{name} needs a value"))?;
        match name.as_str() {
            "--port" => found.port = value.parse()?,
            "--data" => found.data = Some(value.into()),
            "--import" => found.import = value.into(),
            "--out" => found.out = value.into(),
            _ => anyhow::bail!("unknown argument {name}"),
        }
    }
    Ok(found)
}

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    tokio::runtime::Runtime::new()?.block_on(serve())
}

async fn serve() -> anyhow::Result<()> {
    let arguments = arguments()?;
    let temporary = tempfile::tempdir()?;
    let data_dir = arguments.data.unwrap_or_else(|| temporary.path().join("data"));
    std::fs::create_dir_all(&arguments.import)?;
    std::fs::create_dir_all(&arguments.out)?;

    let (events, _) = broadcast::channel(1024);
    let app = Arc::new(App::new(AppConfig {
        kdf: Some(register::KdfParams::default()),
        device_dir: kontakti_tests::device_dir(&data_dir),
        data_dir,
        host: Arc::new(FixedHost::new(&arguments.import, &arguments.out)),
        clock: Arc::new(register::SystemClock),
        decoders: register::Decoders::of_this_program(),
    })?);
    let sender = events.clone();
    app.subscribe(Box::new(move |event| {
        if let Ok(text) = serde_json::to_string(&event) {
            // nobody listening is not an error
            let _ = sender.send(text);
        }
    }));

    let ui = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist"));
    let router = Router::new()
        .route("/api/{method}", post(call))
        .route("/events", get(listen))
        .route("/photo/{*picture}", get(photo))
        .fallback(get(file))
        .with_state(Served { app, events, ui });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

async fn call(State(served): State<Served>, Path(method): Path<String>, body: String) -> Response {
    let answer = tokio::task::spawn_blocking(move || {
        let body = serde_json::from_str(&body).unwrap_or(serde_json::Value::Null);
        served.app.call(&method, body)
    })
    .await;
    match answer {
        Ok(Ok(value)) => axum::Json(value).into_response(),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(error)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn listen(State(served): State<Served>) -> Response {
    let receiver = served.events.subscribe();
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        match receiver.recv().await {
            Ok(text) => Some((Ok::<_, Infallible>(Event::default().data(text)), receiver)),
            Err(_) => None,
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

async fn photo(State(served): State<Served>, Path(picture): Path<String>) -> Response {
    let answer = tokio::task::spawn_blocking(move || served.app.photo(&picture)).await;
    let Ok(answer) = answer else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, answer.content_type), (header::CACHE_CONTROL, "no-store")], answer.bytes)
        .into_response()
}

/// A file of the built UI; every other path is the page, whose router knows it.
async fn file(State(served): State<Served>, uri: Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let is_asset = name.starts_with("assets/") && !name.contains("..");
    let path = served.ui.join(if is_asset { name } else { "index.html" });
    let content_type = match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    match std::fs::read(&path) {
        Ok(bytes) => ([(header::CONTENT_TYPE, content_type)], Body::from(bytes)).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
