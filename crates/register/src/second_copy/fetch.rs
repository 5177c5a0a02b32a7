//! Fetching a sealed file back from its copy.

use std::sync::PoisonError;

use domain::Action;
use store::{Acted, second_copies};
use vault::{PhotoKey, SealedStore};

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
        let Some(place) = self.read(|tx| Ok(second_copies::get(tx)?))? else { return Ok(false) };
        let _turn = self.copying().lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(copies) = self.copies_in(&place) else { return Ok(false) };
        let hash = blake3::Hash::from_bytes(*blake3);
        // somebody else may have fetched it meanwhile
        if self.photos().verify(vault_name, key, &hash, size_bytes).is_err() {
            copies.verify(vault_name, key, &hash, size_bytes)?;
            self.put_back(vault_name, &copies)?;
        }
        Ok(true)
    }

    /// Puts a copy, which is whole, in the place of a file that is not. For whoever holds the turn to copy.
    pub(super) fn put_back(&self, vault_name: &str, copies: &SealedStore) -> Result<(), RegisterError> {
        copies.copy_into(vault_name, self.photos())?;
        self.transact(|_| Ok(Acted::new((), Action::FileFetchedBack)))
    }
}
