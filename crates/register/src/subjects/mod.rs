//! Those who are photographed, their guardians, and what an order of protection withholds.
//!
//! Invariants: of somebody protected nothing but the names is told, except by an opening that is in the trail; a changed
//! field remembers from where its text comes.

mod create;
mod get;
mod guardians;
mod open;
mod protect;
#[cfg(test)]
mod tests;
mod transfer;
mod update;

use domain::Action;
use domain::customer::Customer;
use domain::ids::SchoolId;
use domain::ids::SubjectId;
use domain::provenance::{FieldProvenance, SourcedRecord};
use domain::school::{School, SchoolYear, SubjectGroup};
use domain::subject::{GroupMembership, Subject, SubjectFields};
use store::subject_groups;
use store::{Acted, ReadTx, WriteTx, customers, orders, provenance, schools, subjects};

use crate::RegisterError;
use crate::customers::without_contact_data;

/// A guardian as a child's card shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardianShown {
    /// Who.
    pub customer: Customer,
    /// How many orders they have made.
    pub orders: u32,
    /// Their contact data is left out: they are protected.
    pub is_withheld: bool,
}

/// Somebody's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectCard {
    /// The details; the names alone where they are withheld.
    pub subject: Subject,
    /// Their school, unless withheld.
    pub school: Option<School>,
    /// Their classes, the newest year first.
    pub memberships: Vec<(SubjectGroup, GroupMembership)>,
    /// Their guardians in order.
    pub guardians: Vec<GuardianShown>,
    /// From where fields come.
    pub provenance: Vec<FieldProvenance>,
    /// Whether all but the names is left out.
    pub is_withheld: bool,
}

/// Everything, also of somebody protected; of guardians who are protected themselves only where `opens_guardians`.
fn whole_card(tx: &ReadTx<'_>, id: SubjectId, opens_guardians: bool) -> Result<SubjectCard, RegisterError> {
    let subject = subjects::get(tx, id)?;
    let mut memberships = Vec::new();
    for membership in subject_groups::of_subject(tx, id)? {
        memberships.push((subject_groups::get(tx, membership.group_id)?, membership));
    }
    let mut guardians = Vec::new();
    for guardianship in subjects::guardians(tx, id)? {
        let customer = customers::get(tx, guardianship.customer_id)?;
        let is_withheld = customer.protection.is_some() && !opens_guardians;
        guardians.push(GuardianShown {
            orders: orders::count_of_customer(tx, customer.id)?,
            customer: if is_withheld { without_contact_data(customer) } else { customer },
            is_withheld,
        });
    }
    Ok(SubjectCard {
        school: Some(schools::get(tx, subject.school_id)?),
        memberships,
        guardians,
        provenance: provenance::list(tx, SourcedRecord::Subject, id.get())?,
        subject,
        is_withheld: false,
    })
}

/// What everybody may see who may see the card: all of it, or the names.
fn card(tx: &ReadTx<'_>, id: SubjectId) -> Result<SubjectCard, RegisterError> {
    let subject = subjects::get(tx, id)?;
    if subject.protection.is_none() {
        return whole_card(tx, id, false);
    }
    let SubjectFields { last_name, first_name, call_name, language, .. } = subject.fields;
    let fields = SubjectFields { last_name, first_name, call_name, language, ..SubjectFields::default() };
    Ok(SubjectCard {
        subject: Subject { fields, school_id: SchoolId(0), ..subject },
        school: None,
        memberships: Vec::new(),
        guardians: Vec::new(),
        provenance: Vec::new(),
        is_withheld: true,
    })
}

/// Who changes somebody protected sees the whole card, which is an opening too.
fn noted_as_opened(acted: Acted<SubjectCard>) -> Acted<SubjectCard> {
    let SubjectCard { subject, .. } = acted.value();
    let opened = subject.protection.is_some().then_some(subject.id.get());
    match opened {
        Some(id) => acted.and(Action::SubjectOpened).on(id),
        None => acted,
    }
}

/// The class of a name, made where there is none.
fn group_of_name(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
    name: &str,
) -> Result<SubjectGroup, RegisterError> {
    if let Some(group) = subject_groups::find(tx, school_id, year, name)? {
        return Ok(group);
    }
    let id = subject_groups::insert(tx, school_id, year, name, "")?;
    Ok(subject_groups::get(tx, id)?)
}
