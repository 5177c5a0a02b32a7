//! Every call passes here, once: known method, state and role, span, panic capture, JSON both ways.
//!
//! Invariant: the log learns a method's name, its duration and an error's code, nothing of request or answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::app::App;
use crate::error::{ApiError, ErrorCode};
use crate::methods::{Access, METHODS, route};
use crate::stack::wiped;

impl App {
    /// Calls a method of the table with its request as JSON.
    ///
    /// # Errors
    /// Whatever the method refuses, as [`ApiError`]; `unknown_method`, `invalid_request`, `register_locked`.
    pub fn call(&self, method: &str, body: Value) -> Result<Value, ApiError> {
        let Some(line) = METHODS.iter().find(|line| line.name == method) else {
            return Err(ApiError::of(ErrorCode::UnknownMethod));
        };
        let _span = tracing::info_span!("call", method = line.name).entered();
        let begun = Instant::now();
        let answer = wiped(|| self.answer(line.access, line.name, body));
        let took_ms = begun.elapsed().as_millis();
        match &answer {
            Ok(_) => tracing::debug!(took_ms, "answered"),
            Err(error) => tracing::info!(took_ms, code = ?error.code, incident = ?error.incident, "refused"),
        }
        answer
    }

    fn answer(&self, access: Access, name: &'static str, body: Value) -> Result<Value, ApiError> {
        if let Access::Only(right) = access {
            self.register()?.require(right)?;
        }
        catch_unwind(AssertUnwindSafe(|| route(self, name, body)))
            .unwrap_or_else(|_| Some(Err(ApiError::bug(&"panic"))))
            .unwrap_or_else(|| Err(ApiError::of(ErrorCode::UnknownMethod)))
    }
}

/// Reads the request, runs the handler, writes the answer.
pub(crate) fn run<Request: DeserializeOwned, Response: Serialize>(
    app: &App,
    body: Value,
    handler: impl FnOnce(&App, Request) -> Result<Response, ApiError>,
) -> Result<Value, ApiError> {
    // serde's own words may quote the request: they go nowhere
    let request = serde_json::from_value(body).map_err(|_| ApiError::of(ErrorCode::InvalidRequest))?;
    serde_json::to_value(handler(app, request)?).map_err(|error| ApiError::bug(&error))
}
