//! The `photo:` scheme: pictures that Kontakti encoded itself, from memory to the window.
//!
//! Deliberately not here: which pictures exist and who may see them ([`api::App::photo`] answers that, and refuses
//! while the register is locked). Invariant: only our window is answered, nothing is cached, and never more pictures
//! are decoded at once than [`Turns`] allows, however fast someone scrolls.

use std::sync::Arc;

use api::App;
use tauri::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{Method, Request, Response, StatusCode, Uri};
use tauri::{AppHandle, Manager, UriSchemeContext, UriSchemeResponder, Wry};
use tokio::sync::Semaphore;

use crate::window;

/// `photo://localhost/<kind>/<id>`; on Windows `http://photo.localhost/<kind>/<id>`.
pub const SCHEME: &str = "photo";

/// Longest path worth looking at: the longest kind and a 64-bit id.
const LONGEST_PATH: usize = 32;

/// How many pictures may be made at once.
pub struct Turns(Arc<Semaphore>);

impl Turns {
    /// Two for each processor, since half of the work is reading; at least 2, at most 8.
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self(Arc::new(Semaphore::new((2 * processors).clamp(2, 8))))
    }
}

/// Answers one request of the scheme, later and from another thread.
pub fn answer(context: UriSchemeContext<'_, Wry>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    if context.webview_label() != window::LABEL {
        return responder.respond(refusal(StatusCode::FORBIDDEN));
    }
    let path = match wanted(request.method(), request.uri()) {
        Ok(path) => path.to_owned(),
        Err(status) => return responder.respond(refusal(status)),
    };
    let shell = context.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        let response = make(&shell, path).await.unwrap_or_else(|| refusal(StatusCode::SERVICE_UNAVAILABLE));
        responder.respond(response);
    });
}

/// None when the program is ending.
async fn make(shell: &AppHandle, path: String) -> Option<Response<Vec<u8>>> {
    let turns = Arc::clone(&shell.try_state::<Turns>()?.0);
    let app = Arc::clone(&*shell.try_state::<Arc<App>>()?);
    let turn = turns.acquire_owned().await.ok()?;
    let photo = tauri::async_runtime::spawn_blocking(move || {
        let photo = app.photo(&path);
        drop(turn);
        photo
    })
    .await
    .ok()?;
    let status = StatusCode::from_u16(photo.status).ok()?;
    headed(status).header(CONTENT_TYPE, photo.content_type).body(photo.bytes).ok()
}

/// The picture that a request asks for, as `App::photo` takes it: the path without its leading slash.
fn wanted<'a>(method: &Method, uri: &'a Uri) -> Result<&'a str, StatusCode> {
    if method != Method::GET {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'/';
    let ours = matches!(uri.host(), Some("localhost" | "photo.localhost")) && uri.query().is_none();
    match uri.path().strip_prefix('/') {
        Some(path) if ours && path.len() <= LONGEST_PATH && !path.is_empty() && path.bytes().all(plain) => {
            Ok(path)
        }
        _ => Err(StatusCode::NOT_FOUND),
    }
}

/// Since WebKitGTK 2.46 a custom scheme is another origin like any: it must allow the window's, and allows no other.
fn headed(status: StatusCode) -> tauri::http::response::Builder {
    Response::builder()
        .status(status)
        .header(CACHE_CONTROL, "no-store")
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, window::ORIGIN)
}

fn refusal(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_of(uri: &str) -> Result<String, u16> {
        wanted(&Method::GET, &uri.parse().unwrap()).map(str::to_owned).map_err(|status| status.as_u16())
    }

    #[test]
    fn pictures_are_named_by_kind_and_id_on_every_system() {
        assert_eq!(path_of("photo://localhost/grid/7001").as_deref(), Ok("grid/7001"));
        assert_eq!(
            path_of("http://photo.localhost/full/9223372036854775807").as_deref(),
            Ok("full/9223372036854775807")
        );
    }

    #[test]
    fn anything_else_is_not_found() {
        for uri in [
            "photo://elsewhere/grid/7001",
            "photo://localhost/",
            "photo://localhost/grid/7001?size=9",
            "photo://localhost/../register.db",
            "photo://localhost/grid/%2e%2e",
            "photo://localhost/Grid/7001",
            "photo://localhost/grid/-7001",
            "photo://localhost/grid/99999999999999999999999999999999",
        ] {
            assert_eq!(path_of(uri), Err(404), "{uri}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let uri: Uri = "photo://localhost/grid/7001".parse().unwrap();
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::HEAD, Method::OPTIONS] {
            assert_eq!(wanted(&method, &uri), Err(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
    }

    #[test]
    fn no_picture_is_kept_by_the_window() {
        let response = headed(StatusCode::OK).body(Vec::<u8>::new()).unwrap();
        assert_eq!(response.headers().get(CACHE_CONTROL).unwrap(), "no-store");
        assert_eq!(response.headers().get(ACCESS_CONTROL_ALLOW_ORIGIN).unwrap(), window::ORIGIN);
    }
}
