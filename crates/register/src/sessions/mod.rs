//! Sessions: listed, shown, renamed. They are made by an import.

mod list;
mod update;

pub use store::sessions::SessionListed;

use domain::field::FieldProblem;

use crate::RegisterError;

/// Longest name of a session or photographer, in characters.
pub const LONGEST_NAME: usize = 200;

/// Checks a session's name.
///
/// # Errors
/// [`RegisterError::Invalid`] for field `name`.
pub(crate) fn check_name(name: &str) -> Result<(), RegisterError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(RegisterError::invalid("name", FieldProblem::Required));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(RegisterError::invalid("name", FieldProblem::TooLong));
    }
    Ok(())
}
