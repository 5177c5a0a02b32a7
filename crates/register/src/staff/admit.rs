//! Lets somebody sign in on this computer: their account becomes active, and a key slot takes their passphrase.

use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::{Role, Signer, StaffMember, StaffStatus};
use store::{Acted, staff};
use vault::{PassphraseReach, SecretString, SlotOwner};

use super::require_an_owner;
use crate::lifecycle::passphrase::check;
use crate::{Register, RegisterError, Registers};

impl Registers {
    /// Admits somebody with a passphrase that they type themselves. Somebody who is admitted already gets a new
    /// passphrase on this computer, as after forgetting it or at another desk.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::AgreementMissing`], [`RegisterError::StaffHasLeft`],
    /// [`RegisterError::NotOnOneself`], [`RegisterError::LastOwner`] for anybody but an owner while there is none,
    /// [`RegisterError::PassphraseTooWeak`], or trouble with the disk.
    pub fn staff_admit(
        &self,
        id: StaffMemberId,
        passphrase: &SecretString,
    ) -> Result<StaffMember, RegisterError> {
        let _turn = self.transition();
        let register = self.open()?;
        if register.signer().staff_id() == Some(id) {
            return Err(RegisterError::NotOnOneself);
        }
        self.admit(&register, id, passphrase)
    }

    /// Goes on as a member of staff where the recovery code opened the register: they get a passphrase on this
    /// computer, and are signed in with it.
    ///
    /// # Errors
    /// [`RegisterError::NotAllowed`] for somebody who is signed in by name, else as [`Self::staff_admit`].
    pub fn sign_in_by_name(&self, id: StaffMemberId, passphrase: &SecretString) -> Result<(), RegisterError> {
        let turn = self.transition();
        let register = self.open()?;
        if *register.signer() != Signer::KeyHolder {
            return Err(RegisterError::NotAllowed);
        }
        self.admit(&register, id, passphrase)?;
        drop(register);
        self.lock_in(&turn)?;
        self.unlock_in(&turn, Some(id), passphrase)
    }

    fn admit(
        &self,
        register: &Register,
        id: StaffMemberId,
        passphrase: &SecretString,
    ) -> Result<StaffMember, RegisterError> {
        let member = register.read(|tx| Ok(staff::get(tx, id)?))?;
        if member.status == StaffStatus::Left {
            return Err(RegisterError::StaffHasLeft);
        }
        if member.fields.agreed_on.is_empty() {
            return Err(RegisterError::AgreementMissing);
        }
        if member.fields.role != Role::Owner {
            register.read(require_an_owner)?;
        }
        check(register, &member.fields.name, passphrase)?;
        self.put_passphrase(register, &member, passphrase)
    }

    /// Makes the account active and gives it a passphrase, which is not judged here.
    ///
    /// Row first: an active account without a slot only waits for its passphrase, a slot without an active account
    /// would be a key for nobody.
    pub(crate) fn put_passphrase(
        &self,
        register: &Register,
        member: &StaffMember,
        passphrase: &SecretString,
    ) -> Result<StaffMember, RegisterError> {
        let id = member.id;
        let action = match member.status {
            StaffStatus::Waiting => Action::StaffAdmitted,
            _ => Action::PassphraseChanged,
        };
        let mut slots = self.slots_of(register)?;
        let member = register.transact(|tx| {
            if action == Action::StaffAdmitted {
                staff::set_status(tx, id, StaffStatus::Active, "")?;
            }
            Ok(Acted::new(staff::get(tx, id)?, action).on(id.get()))
        })?;
        let owner = SlotOwner { staff_id: id.get(), name: &member.fields.name };
        let reach = PassphraseReach::ThisComputer;
        slots.set_passphrase(register.root(), owner, passphrase, reach, self.now_ms())?;
        register.follow_slots(&slots);
        Ok(member)
    }
}
