//! Reads the studio's details.

use domain::studio::Studio;
use store::studio;

use crate::error::RegisterError;
use crate::register::Register;

impl Register {
    /// The studio of this register.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn studio(&self) -> Result<Studio, RegisterError> {
        self.read(|tx| Ok(studio::get(tx)?))
    }
}
