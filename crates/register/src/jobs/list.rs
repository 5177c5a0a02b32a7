//! Shows jobs.

use domain::ids::SchoolId;
use store::jobs::{self, JobListed};

use crate::{Register, RegisterError};

impl Register {
    /// The jobs at a school, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_list(&self, school_id: SchoolId) -> Result<Vec<JobListed>, RegisterError> {
        self.read(|tx| Ok(jobs::of_school(tx, school_id)?))
    }

    /// The latest jobs at all schools.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_recent(&self, most: u32) -> Result<Vec<JobListed>, RegisterError> {
        self.read(|tx| Ok(jobs::recent(tx, most)?))
    }

    /// The job that has this day, ISO, among its own; none when there are several.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_of_day(&self, day: &str) -> Result<Option<JobListed>, RegisterError> {
        let mut jobs = self.read(|tx| Ok(jobs::on_day(tx, day)?))?;
        Ok(jobs.pop().filter(|_| jobs.is_empty()))
    }
}
