//! Puts somebody into another class.

use domain::Action;
use domain::ids::SubjectId;
use domain::school::SchoolYear;
use domain::staff::Right;
use store::{Acted, subject_groups, subjects};

use super::create::group_problem;
use super::{SubjectCard, group_of_name, noted_as_opened, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Puts somebody into the class `group` of a year, which is made where there is none; they leave their other classes of
    /// that year today.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::ProtectedRecord`] for whoever may not see the class.
    pub fn subject_move(
        &self,
        id: SubjectId,
        year: SchoolYear,
        group: &str,
    ) -> Result<SubjectCard, RegisterError> {
        let group = group.trim();
        RegisterError::refuse(group_problem(group, year).into_iter().collect())?;
        let today = self.today();
        self.transact(|tx| {
            let subject = subjects::get(tx, id)?;
            if subject.protection.is_some() {
                self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)?;
            }
            let to = group_of_name(tx, subject.school_id, year, group)?;
            for membership in subject_groups::of_subject(tx, id)? {
                let other = subject_groups::get(tx, membership.group_id)?;
                let row = subject_groups::find_member(tx, other.id, id)?;
                if let Some(row) = row
                    && other.school_year == year
                    && other.id != to.id
                    && membership.left_on.is_empty()
                {
                    subject_groups::set_member(tx, &row, membership.position, &today)?;
                }
            }
            match subject_groups::find_member(tx, to.id, id)? {
                Some(row) => subject_groups::set_member(tx, &row, row.membership.position, "")?,
                None => {
                    subject_groups::add_member(tx, to.id, id, None)?;
                }
            }
            let acted = Acted::new(whole_card(tx, id, false)?, Action::SubjectMoved);
            Ok(noted_as_opened(acted.on(id.get()).fields(["group"])))
        })
    }
}
