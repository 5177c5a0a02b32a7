//! Somebody leaves: their account ends, their key slots go, and the root key that they know is renewed.

use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::{StaffMember, StaffStatus};
use store::{Acted, crash_point, root_key, staff};

use super::{keep_an_owner, slot_owners};
use crate::{RegisterError, Registers};

impl Registers {
    /// Ends an account: its passphrase opens nothing any more, on no computer, and the register gets another root key. The
    /// entry stays, for the trail names it. Where the key cannot be renewed now it stays due; see
    /// [`crate::Register::root_key_state`].
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::StaffHasLeft`], [`RegisterError::NotOnOneself`],
    /// [`RegisterError::LastOwner`], [`RegisterError::StaffStale`], or trouble with the disk.
    pub fn staff_leave(&self, id: StaffMemberId, rev: i64) -> Result<StaffMember, RegisterError> {
        let turn = self.transition();
        let register = self.open()?;
        if register.signer().staff_id() == Some(id) {
            return Err(RegisterError::NotOnOneself);
        }
        let mut slots = self.slots_of(&register)?;
        let (member, members) = register.transact(|tx| {
            let before = staff::get(tx, id)?;
            if before.rev != rev {
                return Err(RegisterError::StaffStale);
            }
            if before.status == StaffStatus::Left {
                return Err(RegisterError::StaffHasLeft);
            }
            keep_an_owner(tx, &before)?;
            staff::set_status(tx, id, StaffStatus::Left, &register.today())?;
            root_key::set_due(tx)?;
            let left = (staff::get(tx, id)?, staff::list(tx)?);
            Ok(Acted::new(left, Action::StaffLeft).on(id.get()))
        })?;
        crash_point("renewal-left");
        slots.keep_people(register.root(), &slot_owners(&members))?;
        register.follow_slots(&slots);
        crash_point("renewal-left-slots-kept");
        drop(register);
        if let Err(error) = self.renew_in(&turn) {
            tracing::warn!(%error, "the root key is still to be renewed");
            self.announce();
        }
        Ok(member)
    }
}
