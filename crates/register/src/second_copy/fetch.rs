//! Fetching a sealed file back from its copy.

use domain::Action;
use store::{Acted, second_copies};
use vault::PhotoKey;

use crate::{Register, RegisterError};

impl Register {
    /// Puts a sealed file that is lost or broken back from its copy, if there is a whole one; whether there was. `blake3`
    /// and `size_bytes` are of the plain file.
    pub(crate) fn fetch_back(
        &self,
        vault_name: &str,
        key: &PhotoKey,
        blake3: &[u8; 32],
        size_bytes: u64,
    ) -> bool {
        let fetched = self.try_fetch_back(vault_name, key, blake3, size_bytes);
        fetched.unwrap_or_else(|error| {
            tracing::warn!(%error, "a sealed file is not fetched back from its copy");
            false
        })
    }

    fn try_fetch_back(
        &self,
        vault_name: &str,
        key: &PhotoKey,
        blake3: &[u8; 32],
        size_bytes: u64,
    ) -> Result<bool, RegisterError> {
        if self.alarm().is_some() {
            return Ok(false);
        }
        let Some(row) = self.read(|tx| Ok(second_copies::get(tx)?))? else { return Ok(false) };
        let Ok(copies) = self.copies_in(&row.folder) else { return Ok(false) };
        copies.verify(vault_name, key, &blake3::Hash::from_bytes(*blake3), size_bytes)?;
        copies.copy_into(vault_name, self.photos())?;
        self.transact(|_| Ok(Acted::new((), Action::FileFetchedBack)))?;
        Ok(true)
    }
}
