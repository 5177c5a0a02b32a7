//! Books a job.

use domain::Action;
use domain::camera_card::Shoot;
use domain::field::FieldProblem;
use domain::ids::SchoolId;
use domain::job::JobFields;
use domain::school::SchoolYear;
use store::{Acted, ReadTx, jobs, schools};

use super::JobListed;
use crate::{Register, RegisterError};

/// Without vowels, so that no code is a word, and without what looks like a digit.
const LETTERS: &[u8; 24] = b"0123456789CDFHJKMNPRTVWX";

impl Register {
    /// Books a job at a school, for the classes of the school year of its first day.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], or trouble with the disk.
    pub fn job_create(&self, school_id: SchoolId, fields: JobFields) -> Result<JobListed, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        let year = year_of(&fields)?;
        self.transact(|tx| {
            schools::get(tx, school_id)?;
            let shoot = new_shoot(tx)?.to_string();
            let id = jobs::insert(tx, school_id, year, &fields, &shoot)?;
            Ok(Acted::new(jobs::listed(tx, id)?, Action::JobCreated)
                .on(id.get())
                .fields(["name", "starts_on"]))
        })
    }
}

/// The school year of a job's first day.
pub(super) fn year_of(fields: &JobFields) -> Result<SchoolYear, RegisterError> {
    SchoolYear::of(&fields.starts_on)
        .filter(|year| year.is_plausible())
        .ok_or_else(|| RegisterError::invalid("starts_on", FieldProblem::OutOfRange))
}

/// Five characters that no job has had.
fn new_shoot(tx: &ReadTx<'_>) -> Result<Shoot, RegisterError> {
    loop {
        let mut random = [0; 5];
        getrandom::fill(&mut random).map_err(std::io::Error::other)?;
        let text: String = random
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(*byte) % LETTERS.len()))
            .map(|letter| char::from(*letter))
            .collect();
        if let Some(shoot) = Shoot::new(&text)
            && !jobs::has_shoot(tx, &text)?
        {
            return Ok(shoot);
        }
    }
}
