//! The computer's own keychain: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.
//!
//! It keeps one entry for each register and member of staff who wants to unlock without passphrase on this computer: 32
//! random bytes, under `fi.kontakti.desktop` and `<register id>/<staff id>`. They open a slot only together with the
//! computer's device secret.
//!
//! Deliberately not here: what the entry opens (`vault`), and when it is used (`lifecycle/keychain.rs`). The keychain may
//! ask its user something, so nothing is locked while it is waited for.

use std::sync::Arc;

use domain::ids::StaffMemberId;
use keyring::Error;
use keyring_core::{CredentialStore, Entry};
use vault::{KeychainSecret, Zeroizing};

use crate::error::RegisterError;

const SERVICE: &str = "fi.kontakti.desktop";

/// A keychain.
#[derive(Clone)]
pub struct Keychain(Option<Arc<CredentialStore>>);

/// Whose entry, and for which register.
#[derive(PartialEq, Eq)]
pub(crate) struct Place(String);

impl Place {
    pub fn new(register_id: [u8; 16], staff_id: StaffMemberId) -> Self {
        Self(format!("{}/{}", data_encoding::HEXLOWER.encode(&register_id), staff_id.get()))
    }
}

impl Keychain {
    /// The system's; it is looked for when it is first needed.
    pub fn of_the_system() -> Self {
        Self(None)
    }

    /// One that is forgotten with the last of its clones, for tests.
    ///
    /// # Errors
    /// [`RegisterError::KeychainUnavailable`].
    #[cfg(any(test, feature = "testing"))]
    pub fn in_memory() -> Result<Self, RegisterError> {
        Ok(Self(Some(keyring_core::mock::Store::new().map_err(refused)?)))
    }

    /// Keeps a secret, in place of the one there was.
    ///
    /// # Errors
    /// [`RegisterError::KeychainUnavailable`], [`RegisterError::KeychainLocked`].
    pub(crate) fn keep(&self, place: &Place, secret: &KeychainSecret) -> Result<(), RegisterError> {
        self.entry(place)?.set_secret(secret.expose()).map_err(refused)
    }

    /// The secret.
    ///
    /// # Errors
    /// [`RegisterError::KeychainEntryMissing`], also when something else lies there; else as [`Self::keep`].
    pub(crate) fn get(&self, place: &Place) -> Result<KeychainSecret, RegisterError> {
        let bytes = Zeroizing::new(self.entry(place)?.get_secret().map_err(refused)?);
        KeychainSecret::from_bytes(&bytes).ok_or(RegisterError::KeychainEntryMissing)
    }

    /// Forgets the secret. When there is none, nothing happens.
    ///
    /// # Errors
    /// As [`Self::keep`].
    pub(crate) fn forget(&self, place: &Place) -> Result<(), RegisterError> {
        match self.entry(place)?.delete_credential() {
            Err(Error::NoEntry) => Ok(()),
            other => other.map_err(refused),
        }
    }

    fn entry(&self, place: &Place) -> Result<Entry, RegisterError> {
        let store = match &self.0 {
            Some(store) => Arc::clone(store),
            None => system_store()?,
        };
        Entry::new_in_store(&store, SERVICE, &place.0).map_err(refused)
    }
}

fn system_store() -> Result<Arc<CredentialStore>, RegisterError> {
    if let Err(error) = keyring::Entry::store_status() {
        tracing::warn!(%error, "no keychain");
        return Err(RegisterError::KeychainUnavailable);
    }
    keyring_core::get_default_store().ok_or(RegisterError::KeychainUnavailable)
}

/// The keychain's own words may name its entries, but never what they keep.
fn refused(error: Error) -> RegisterError {
    match error {
        Error::NoEntry => RegisterError::KeychainEntryMissing,
        Error::NoStorageAccess(_) => RegisterError::KeychainLocked,
        other => {
            tracing::warn!(error = %other, "the keychain refused");
            RegisterError::KeychainUnavailable
        }
    }
}

#[cfg(test)]
mod tests;
