//! Shows the jobs at a school.

use domain::ids::{JobId, SchoolId};
use domain::job::Job;
use store::{ReadTx, StoreError, jobs, schools};

use crate::{Register, RegisterError};

/// A job with what a list shows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobListed {
    /// The job.
    pub job: Job,
    /// Its school's name.
    pub school: String,
    /// Cards that were given.
    pub cards: u32,
}

pub(super) fn listed(tx: &ReadTx<'_>, id: JobId) -> Result<JobListed, StoreError> {
    let job = jobs::get(tx, id)?;
    let school = schools::get(tx, job.school_id)?.fields.name;
    Ok(JobListed { cards: jobs::count_cards(tx, id)?, school, job })
}

impl Register {
    /// The jobs at a school, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_list(&self, school_id: SchoolId) -> Result<Vec<JobListed>, RegisterError> {
        self.read(|tx| {
            let jobs = jobs::of_school(tx, school_id)?;
            Ok(jobs.iter().map(|job| listed(tx, job.id)).collect::<Result<_, _>>()?)
        })
    }

    /// The latest jobs at all schools.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_recent(&self, most: u32) -> Result<Vec<JobListed>, RegisterError> {
        self.read(|tx| {
            let jobs = jobs::recent(tx, most)?;
            Ok(jobs.iter().map(|job| listed(tx, job.id)).collect::<Result<_, _>>()?)
        })
    }
    /// The job that has this day, ISO, among its own; none when there are several.
    ///
    /// # Errors
    /// When the database fails.
    pub fn job_of_day(&self, day: &str) -> Result<Option<JobListed>, RegisterError> {
        self.read(|tx| match jobs::on_day(tx, day)?.as_slice() {
            [job] => Ok(Some(listed(tx, job.id)?)),
            _ => Ok(None),
        })
    }
}
