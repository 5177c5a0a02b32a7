//! Sessions: listed, shown, renamed, their cameras' clocks set right. They are made by an import.

mod clocks;
mod list;
#[cfg(test)]
mod tests;
mod update;

pub use store::clocks::CameraClock;
pub use store::sessions::SessionListed;

use domain::field::FieldProblem;
use domain::ids::JobId;
use store::sessions::SessionFields;

use crate::RegisterError;

/// Longest name of a session or photographer, in characters.
pub const LONGEST_NAME: usize = 200;

/// What was entered about a session, tidied.
///
/// # Errors
/// [`RegisterError::Invalid`] for field `name` or `photographer`.
pub(crate) fn checked<'a>(
    name: &'a str,
    photographer: &'a str,
    job_id: Option<JobId>,
) -> Result<SessionFields<'a>, RegisterError> {
    let fields = SessionFields { name: name.trim(), photographer: photographer.trim(), job_id };
    if fields.name.is_empty() {
        return Err(RegisterError::invalid("name", FieldProblem::Required));
    }
    for (field, text) in [("name", fields.name), ("photographer", fields.photographer)] {
        if text.chars().count() > LONGEST_NAME {
            return Err(RegisterError::invalid(field, FieldProblem::TooLong));
        }
    }
    Ok(fields)
}
