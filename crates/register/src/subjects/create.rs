//! Adds somebody who was on no class list.

use domain::Action;
use domain::field::{FieldProblem, FieldProblemAt, LONGEST_LINE, fits};
use domain::ids::SchoolId;
use domain::provenance::{FieldSource, SourcedRecord};
use domain::school::SchoolYear;
use domain::subject::SubjectFields;
use store::{Acted, provenance, schools, subject_groups, subjects};

use super::{SubjectCard, group_of_name, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Adds somebody to the class `group`, which is made where there is none.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], or trouble with the disk.
    pub fn subject_create(
        &self,
        school_id: SchoolId,
        year: SchoolYear,
        group: &str,
        fields: SubjectFields,
        source: FieldSource,
    ) -> Result<SubjectCard, RegisterError> {
        let (fields, group) = (fields.tidied(), group.trim());
        let mut problems = fields.problems();
        problems.extend(group_problem(group, year));
        RegisterError::refuse(problems)?;
        let staff_id = self.signer().staff_id();
        self.transact(|tx| {
            schools::get(tx, school_id)?;
            let group = group_of_name(tx, school_id, year, group)?;
            let id = subjects::insert(tx, school_id, &fields)?;
            subject_groups::add_member(tx, group.id, id, None)?;
            let filled = fields.changed(&SubjectFields::default());
            provenance::put(tx, SourcedRecord::Subject, id.get(), filled.iter().copied(), source, staff_id)?;
            let card = whole_card(tx, id, false)?;
            Ok(Acted::new(card, Action::SubjectCreated).on(id.get()).fields(filled))
        })
    }
}

/// What is wrong with the class that somebody is to be in.
pub(super) fn group_problem(group: &str, year: SchoolYear) -> Option<FieldProblemAt> {
    let problem = if group.is_empty() {
        FieldProblem::Required
    } else if !fits(group, LONGEST_LINE) {
        FieldProblem::TooLong
    } else if !year.is_plausible() {
        FieldProblem::OutOfRange
    } else {
        return None;
    };
    Some(FieldProblemAt::new("group", problem))
}
