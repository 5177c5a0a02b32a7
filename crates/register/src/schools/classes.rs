//! The class lists of a school year.

use domain::Action;
use domain::ids::{SchoolId, SubjectId};
use domain::school::{SchoolYear, SubjectGroup, compare_group_names};
use domain::staff::Right;
use domain::subject::{GroupMembership, Subject};
use store::{Acted, subject_groups, subjects};

use crate::{Register, RegisterError};

/// Somebody on a class list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSubject {
    /// Who.
    pub subject: Subject,
    /// Their place.
    pub membership: GroupMembership,
    /// How many guardians they have.
    pub guardians: u32,
}

/// Classes in the order of their names, and who is on their lists, in the lists' order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classes {
    /// The classes.
    pub groups: Vec<SubjectGroup>,
    /// Everybody who is not protected, also those who left.
    pub subjects: Vec<ListedSubject>,
    /// How many are protected.
    pub withheld: u32,
}

/// Somebody protected, without their class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtectedSubject {
    /// Row id.
    pub id: SubjectId,
    /// Family name.
    pub last_name: String,
    /// Given names.
    pub first_name: String,
    /// Day of review, ISO; may be empty.
    pub review_on: String,
}

impl Register {
    /// The classes of a school in a year.
    ///
    /// # Errors
    /// When the database fails.
    pub fn class_list(&self, school_id: SchoolId, year: SchoolYear) -> Result<Classes, RegisterError> {
        self.read(|tx| {
            let mut groups = subject_groups::list(tx, school_id, year)?;
            groups.sort_by(|one, other| compare_group_names(&one.name, &other.name));
            let mut of_year = subjects::of_year_by_id(tx, school_id, year)?;
            let withheld = of_year.values().filter(|subject| subject.protection.is_some()).count();
            of_year.retain(|_, subject| subject.protection.is_none());
            let guardians = subjects::guardian_counts(tx, school_id, year)?;
            let mut listed = Vec::with_capacity(of_year.len());
            for group in &groups {
                let members = subject_groups::members(tx, group.id)?.into_iter().map(|row| row.membership);
                let shown = members.filter_map(|place| Some((of_year.get(&place.subject_id)?, place)));
                // a gap would tell where somebody protected stands
                for (position, (subject, membership)) in (1..).zip(shown) {
                    listed.push(ListedSubject {
                        subject: subject.clone(),
                        guardians: guardians.get(&subject.id).copied().unwrap_or(0),
                        membership: GroupMembership { position, ..membership },
                    });
                }
            }
            Ok(Classes { groups, subjects: listed, withheld: u32::try_from(withheld).unwrap_or(u32::MAX) })
        })
    }

    /// Those of a school year who are protected, by name. That they are at this school is what is withheld, so each is noted
    /// in the trail as opened.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn protected_list(
        &self,
        school_id: SchoolId,
        year: SchoolYear,
    ) -> Result<Vec<ProtectedSubject>, RegisterError> {
        self.require(Right::SeeProtected)?;
        let protected: Vec<ProtectedSubject> = self.read(|tx| {
            let of_year = subjects::of_year(tx, school_id, year)?.into_iter();
            Ok(of_year
                .filter_map(|subject| {
                    let protection = subject.protection?;
                    Some(ProtectedSubject {
                        id: subject.id,
                        last_name: subject.fields.last_name,
                        first_name: subject.fields.first_name,
                        review_on: protection.review_on,
                    })
                })
                .collect())
        })?;
        if protected.is_empty() {
            return Ok(protected);
        }
        let ids: Vec<i64> = protected.iter().map(|subject| subject.id.get()).collect();
        self.transact(|_| Ok(Acted::new(protected, Action::SubjectOpened).fields(["school"]).on_each(ids)))
    }
}
