//! Shows schools.

use domain::ids::SchoolId;
use domain::school::{School, SchoolYear};
use store::{ReadTx, StoreError, schools, subject_groups};

use super::SchoolListed;
use crate::{Register, RegisterError};

/// A school with the years of which there are classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolCard {
    /// The school.
    pub school: School,
    /// Newest first.
    pub years: Vec<SchoolYear>,
}

pub(super) fn card(tx: &ReadTx<'_>, id: SchoolId) -> Result<SchoolCard, StoreError> {
    Ok(SchoolCard { school: schools::get(tx, id)?, years: subject_groups::years(tx, id)? })
}

impl Register {
    /// Every school, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn school_list(&self) -> Result<Vec<SchoolListed>, RegisterError> {
        self.read(|tx| Ok(schools::list(tx)?))
    }

    /// One school.
    ///
    /// # Errors
    /// Not found.
    pub fn school_get(&self, id: SchoolId) -> Result<SchoolCard, RegisterError> {
        self.read(|tx| Ok(card(tx, id)?))
    }

    /// The school year of today.
    ///
    /// # Errors
    /// [`RegisterError::ImpossibleDay`].
    pub fn this_school_year(&self) -> Result<SchoolYear, RegisterError> {
        let year = SchoolYear::of(&self.today()).filter(|year| year.is_plausible());
        year.ok_or(RegisterError::ImpossibleDay)
    }
}
