//! Changes somebody's name, role or agreement.

use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::{Role, StaffFields, StaffMember, StaffStatus};
use store::{Acted, staff};

use super::{Account, changed, keep_an_owner, prepared};
use crate::{Register, RegisterError};

impl Register {
    /// Writes a changed entry over the version `rev`. The new role counts from the next signing in.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::StaffStale`], [`RegisterError::StaffHasLeft`],
    /// [`RegisterError::NotOnOneself`] for one's own role, [`RegisterError::LastOwner`].
    pub fn staff_update(
        &self,
        id: StaffMemberId,
        rev: i64,
        fields: &StaffFields,
    ) -> Result<StaffMember, RegisterError> {
        self.transact(|tx| {
            let before = staff::get(tx, id)?;
            let account = match before.status {
                StaffStatus::Waiting => Account::Waiting,
                StaffStatus::Active => Account::Active,
                StaffStatus::Left => return Err(RegisterError::StaffHasLeft),
            };
            let fields = prepared(fields, account, &self.today())?;
            if fields.role != before.fields.role {
                if self.signer().staff_id() == Some(id) {
                    return Err(RegisterError::NotOnOneself);
                }
                if fields.role != Role::Owner {
                    keep_an_owner(tx, &before)?;
                }
            }
            staff::update(tx, id, rev, &fields)?;
            let names: Vec<_> = changed(&before.fields, &fields).collect();
            Ok(Acted::new(staff::get(tx, id)?, Action::StaffUpdated).on(id.get()).fields(names))
        })
    }
}
