//! Listing sessions and showing one.

use domain::ids::SessionId;
use store::Page;
use store::sessions::{self, SessionListed};

use crate::{Register, RegisterError};

impl Register {
    /// A page of sessions, newest first, whose name contains `search`.
    ///
    /// # Errors
    /// When `after` is no cursor of an earlier page.
    pub fn session_list(
        &self,
        search: &str,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<SessionListed>, RegisterError> {
        self.read(|tx| Ok(sessions::list(tx, search, after, limit)?))
    }

    /// One session.
    ///
    /// # Errors
    /// When there is none.
    pub fn session_get(&self, id: SessionId) -> Result<SessionListed, RegisterError> {
        self.read(|tx| Ok(sessions::get(tx, id)?))
    }
}
