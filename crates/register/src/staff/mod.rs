//! Those who work with the register: added, admitted with a passphrase of their own, and leaving.
//!
//! Invariants: nobody signs in without the date of their confidentiality agreement; there is always an active owner;
//! nobody changes their own role.

mod add;
mod admit;
mod leave;
mod list;
mod update;

use domain::field::{FieldProblem, FieldProblemAt, LONGEST_LINE, fits, is_iso_date};
use domain::staff::{Role, StaffFields, StaffMember, StaffStatus};
use store::{ReadTx, staff};
use vault::SlotOwner;

use crate::RegisterError;

/// Whether the account that is entered may sign in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Account {
    /// Not yet: the agreement may be missing.
    Waiting,
    /// It may.
    Active,
}

/// The entry as it is stored: trimmed. `today` is an ISO date; an agreement is not signed after it.
pub(crate) fn prepared(
    fields: &StaffFields,
    account: Account,
    today: &str,
) -> Result<StaffFields, RegisterError> {
    let prepared = StaffFields {
        name: fields.name.split_whitespace().collect::<Vec<_>>().join(" "),
        role: fields.role,
        agreed_on: fields.agreed_on.trim().to_owned(),
    };
    let mut problems = Vec::new();
    let mut note = |field, problem| problems.push(FieldProblemAt::new(field, problem));
    if prepared.name.is_empty() {
        note("name", FieldProblem::Required);
    } else if !fits(&prepared.name, LONGEST_LINE) {
        note("name", FieldProblem::TooLong);
    }
    if prepared.agreed_on.is_empty() {
        if account == Account::Active {
            note("agreed_on", FieldProblem::Required);
        }
    } else if !is_iso_date(&prepared.agreed_on) {
        note("agreed_on", FieldProblem::NotDate);
    } else if prepared.agreed_on.as_str() > today {
        note("agreed_on", FieldProblem::OutOfRange);
    }
    RegisterError::refuse(problems)?;
    Ok(prepared)
}

/// Names of the fields in which two versions differ.
fn changed(one: &StaffFields, other: &StaffFields) -> impl Iterator<Item = &'static str> {
    let differs = [
        ("name", one.name != other.name),
        ("role", one.role != other.role),
        ("agreed_on", one.agreed_on != other.agreed_on),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name)
}

fn is_active_owner(member: &StaffMember) -> bool {
    member.status == StaffStatus::Active && member.fields.role == Role::Owner
}

/// Refuses to go on while nobody is an active owner: the first to be admitted ends the passphrase that names nobody.
fn require_an_owner(tx: &ReadTx<'_>) -> Result<(), RegisterError> {
    if staff::list(tx)?.iter().any(is_active_owner) { Ok(()) } else { Err(RegisterError::LastOwner) }
}

/// Refuses to go on when nobody but `member` is an active owner.
fn keep_an_owner(tx: &ReadTx<'_>, member: &StaffMember) -> Result<(), RegisterError> {
    let others = staff::list(tx)?;
    let stays = others.iter().any(|other| other.id != member.id && is_active_owner(other));
    if is_active_owner(member) && !stays { Err(RegisterError::LastOwner) } else { Ok(()) }
}

/// Those who may sign in, for the key slots.
pub(crate) fn slot_owners(members: &[StaffMember]) -> Vec<SlotOwner<'_>> {
    let active = members.iter().filter(|member| member.status == StaffStatus::Active);
    active.map(|member| SlotOwner { staff_id: member.id.get(), name: &member.fields.name }).collect()
}

#[cfg(test)]
mod tests;
