//! Takes the import of a class list back, while nothing rests on it.

use domain::Action;
use domain::ids::{CustomerId, RosterImportId, StaffMemberId, SubjectGroupId, SubjectId};
use domain::provenance::{FieldSource, SourcedRecord};
use domain::staff::Right;
use store::rosters::{self, RosterChange, RosterRecord};
use store::{Acted, WriteTx, customers, provenance, subject_groups, subjects};

use super::list::{RosterImported, imported};
use crate::{Register, RegisterError};

impl Register {
    /// Takes an import back: who it brought is gone, what it changed is as before.
    ///
    /// # Errors
    /// [`RegisterError::RosterHasDependents`] when it was taken back before, a later list was imported, or something that came
    /// later rests on it: a changed record, an order, a camera card. [`RegisterError::ProtectedRecord`] when it would end an
    /// order of protection, or change somebody who has one, for whoever may not.
    pub fn roster_undo(&self, id: RosterImportId) -> Result<RosterImported, RegisterError> {
        let staff_id = self.signer().staff_id();
        self.transact(|tx| {
            let before = imported(tx, id)?;
            if !before.can_undo {
                return Err(RegisterError::RosterHasDependents);
            }
            let changes = rosters::changes(tx, id)?;
            for change in &changes {
                if is_of_protected(tx, change)? {
                    self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)?;
                }
            }
            for change in &changes {
                put_back(tx, change, staff_id)?;
            }
            rosters::set_undone(tx, &before.import)?;
            let count = u32::try_from(changes.len()).unwrap_or(u32::MAX);
            let school_id = before.import.school_id.get();
            Ok(Acted::new(imported(tx, id)?, Action::RosterUndone).on(school_id).count(count))
        })
    }
}

/// Whether taking a change back would end an order of protection, or change somebody who has one.
fn is_of_protected(tx: &WriteTx<'_>, change: &RosterChange) -> Result<bool, RegisterError> {
    Ok(match change.record {
        RosterRecord::Subject => subjects::get(tx, SubjectId(change.record_id))?.protection.is_some(),
        RosterRecord::Customer => customers::get(tx, CustomerId(change.record_id))?.protection.is_some(),
        RosterRecord::Group | RosterRecord::Membership | RosterRecord::Guardianship => false,
    })
}

fn put_back(
    tx: &mut WriteTx<'_>,
    change: &RosterChange,
    staff_id: Option<StaffMemberId>,
) -> Result<(), RegisterError> {
    let (id, is_new) = (change.record_id, change.field.is_empty());
    match change.record {
        RosterRecord::Group if is_new => subject_groups::delete(tx, SubjectGroupId(id))?,
        RosterRecord::Group => subject_groups::set_teacher(tx, SubjectGroupId(id), &change.before)?,
        RosterRecord::Membership if is_new => subject_groups::remove_member(tx, id)?,
        RosterRecord::Membership => {
            let row = subject_groups::get_member(tx, id)?;
            let (mut position, mut left_on) = (row.membership.position, row.membership.left_on.clone());
            match change.field.as_str() {
                "position" => position = change.before.parse().unwrap_or(position),
                _ => left_on.clone_from(&change.before),
            }
            subject_groups::set_member(tx, &row, position, &left_on)?;
        }
        RosterRecord::Guardianship => subjects::remove_guardianship(tx, id)?,
        RosterRecord::Subject if is_new => {
            provenance::forget_all(tx, SourcedRecord::Subject, id)?;
            subjects::delete(tx, SubjectId(id))?;
        }
        RosterRecord::Subject => {
            let id = SubjectId(id);
            let subject = subjects::get(tx, id)?;
            if change.field == "is_protected" {
                subjects::protect(tx, id, subject.rev, None)?;
            } else {
                let mut fields = subject.fields;
                fields.set(&change.field, &change.before);
                subjects::update(tx, id, subject.rev, &fields)?;
                put_source_back(tx, SourcedRecord::Subject, change, staff_id)?;
            }
        }
        RosterRecord::Customer if is_new => {
            provenance::forget_all(tx, SourcedRecord::Customer, id)?;
            customers::delete(tx, CustomerId(id))?;
        }
        RosterRecord::Customer => {
            let id = CustomerId(id);
            let customer = customers::get(tx, id)?;
            if change.field == "is_protected" {
                customers::protect(tx, id, customer.rev, None)?;
            } else {
                let mut fields = customer.fields;
                fields.set(&change.field, &change.before);
                customers::update(tx, id, customer.rev, &fields)?;
                put_source_back(tx, SourcedRecord::Customer, change, staff_id)?;
            }
        }
    }
    Ok(())
}

fn put_source_back(
    tx: &mut WriteTx<'_>,
    record: SourcedRecord,
    change: &RosterChange,
    staff_id: Option<StaffMemberId>,
) -> Result<(), RegisterError> {
    match FieldSource::from_code(&change.source_before) {
        Some(source) => {
            provenance::put(tx, record, change.record_id, [change.field.as_str()], source, staff_id)?;
        }
        None => provenance::forget(tx, record, change.record_id, &change.field)?,
    }
    Ok(())
}
