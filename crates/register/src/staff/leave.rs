//! Somebody leaves: their account ends and their key slots go.

use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::{StaffMember, StaffStatus};
use store::{Acted, staff};
use vault::KeySlots;

use super::{keep_an_owner, slot_owners};
use crate::{RegisterError, Registers};

impl Registers {
    /// Ends an account: its passphrase opens nothing any more, on no computer. The entry stays, for the trail names
    /// it.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::StaffHasLeft`], [`RegisterError::NotOnOneself`],
    /// [`RegisterError::LastOwner`], [`RegisterError::StaffStale`], or trouble with the disk.
    pub fn staff_leave(&self, id: StaffMemberId, rev: i64) -> Result<StaffMember, RegisterError> {
        let _turn = self.transition();
        let register = self.open()?;
        if register.signer().staff_id() == Some(id) {
            return Err(RegisterError::NotOnOneself);
        }
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
            let left = (staff::get(tx, id)?, staff::list(tx)?);
            Ok(Acted::new(left, Action::StaffLeft).on(id.get()))
        })?;
        let dir = register.store().dir();
        let mut slots = KeySlots::open(dir, self.devices(register.kind(), dir))?;
        slots.keep_people(register.root(), &slot_owners(&members))?;
        register.follow_slots(&slots);
        Ok(member)
    }
}
