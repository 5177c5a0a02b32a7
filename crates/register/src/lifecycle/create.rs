//! Makes the studio's register. It gets its final name only when the recovery code was typed back.

use std::path::Path;

use documents::{Documents, RecoverySheetData};
use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::{Role, Signer, StaffFields, StaffStatus};
use domain::studio::StudioFields;
use store::{Acted, staff, studio};
use vault::{
    Anchor, KdfParams, KeySlots, RecoveryCode, RootKey, SecretString, SlotOwner, Zeroizing, check_passphrase,
    make_private_dir, replace_file,
};

use crate::anchor::{self, Guard, Witness};
use crate::error::RegisterError;
use crate::register::Register;
use crate::registers::{Held, Pending, RegisterKind, Registers};
use crate::staff::{self as people, Account};
use crate::studio::prepared;

/// The first member of staff: whoever makes the register owns it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerFields {
    /// First and last name.
    pub name: String,
    /// When they signed the confidentiality agreement, ISO.
    pub agreed_on: String,
}

/// The recovery code as it is shown once.
pub struct RecoveryView {
    /// Its groups.
    pub groups: Zeroizing<Vec<String>>,
    /// What its QR code says.
    pub qr_text: Zeroizing<String>,
}

impl Registers {
    /// Whether a register could be made with these details; nothing is made.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] names the fields.
    pub fn studio_check(&self, fields: &StudioFields) -> Result<(), RegisterError> {
        prepared(fields).map(drop)
    }

    /// Whether somebody could be the owner of a register made today.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] names the fields.
    pub fn owner_check(&self, owner: &OwnerFields) -> Result<(), RegisterError> {
        self.owner(owner).map(drop)
    }

    fn owner(&self, owner: &OwnerFields) -> Result<StaffFields, RegisterError> {
        let OwnerFields { name, agreed_on } = owner.clone();
        let fields = StaffFields { name, role: Role::Owner, agreed_on };
        people::prepared(&fields, Account::Active, &self.around.clock.today())
    }

    /// Makes the studio's register with the given details, its owner and their passphrase; gives the recovery code
    /// to be written down and typed back.
    ///
    /// # Errors
    /// [`RegisterError::Exists`], [`RegisterError::Invalid`], [`RegisterError::PassphraseTooWeak`], as
    /// [`Self::owner_check`], or trouble with the disk.
    pub fn create(
        &self,
        fields: &StudioFields,
        owner: &OwnerFields,
        passphrase: &SecretString,
    ) -> Result<RecoveryView, RegisterError> {
        use vault::ExposeSecret;
        let _transition = self.transition();
        if self.dir(RegisterKind::Studio).exists() {
            return Err(RegisterError::Exists);
        }
        if matches!(self.chosen().held, Held::Open(_)) {
            return Err(RegisterError::Exists);
        }
        let (fields, owner) = (prepared(fields)?, self.owner(owner)?);
        let own_words: Vec<&str> =
            fields.own_words().into_iter().chain(owner.name.split_whitespace()).collect();
        check_passphrase(passphrase.expose_secret(), &own_words)?;

        self.chosen().held = Held::Nothing;
        let pending = self.make(RegisterKind::Studio, &fields, &owner, passphrase)?;
        let view = view(&pending.code);
        let mut chosen = self.chosen();
        chosen.kind = RegisterKind::Studio;
        chosen.held = Held::Pending(Box::new(pending));
        drop(chosen);
        self.announce();
        Ok(view)
    }

    /// The recovery code of the register that waits for it, again.
    ///
    /// # Errors
    /// [`RegisterError::Absent`] when none waits.
    pub fn recovery_view(&self) -> Result<RecoveryView, RegisterError> {
        match &self.chosen().held {
            Held::Pending(pending) => Ok(view(&pending.code)),
            _ => Err(RegisterError::Absent),
        }
    }

    /// Writes the recovery sheet of the register that waits for its code as a PDF, for its owner alone, and
    /// notes it in the trail. A file of that name is replaced, whole or not at all.
    ///
    /// # Errors
    /// [`RegisterError::Absent`] when none waits, [`RegisterError::Document`], or trouble with the target's disk.
    pub fn recovery_sheet_save(&self, target: &Path) -> Result<(), RegisterError> {
        let _transition = self.transition();
        let sheet = match &self.chosen().held {
            Held::Pending(pending) => {
                let studio = pending.register.read(|tx| Ok(studio::get(tx)?))?;
                let RecoveryView { groups, qr_text } = view(&pending.code);
                RecoverySheetData {
                    studio_name: studio.fields.name,
                    groups,
                    created_on: pending.register.today(),
                    language: studio.fields.language,
                    qr_text,
                }
            }
            _ => return Err(RegisterError::Absent),
        };
        let pdf = Zeroizing::new(Documents::new()?.recovery_sheet(&sheet)?);
        replace_file(target, &pdf)?;
        match &self.chosen().held {
            Held::Pending(pending) => pending.register.record(Action::RecoverySheetSaved, &[]),
            _ => Err(RegisterError::Absent),
        }
    }

    /// Makes a register under its unconfirmed name, with its owner signed in.
    pub(crate) fn make(
        &self,
        kind: RegisterKind,
        fields: &StudioFields,
        owner: &StaffFields,
        passphrase: &SecretString,
    ) -> Result<Pending, RegisterError> {
        self.clear_unconfirmed(kind)?;
        let dir = self.unconfirmed_dir(kind);
        make_private_dir(&dir)?;
        let kdf = self.kdf.map_or_else(KdfParams::measured, Ok)?;
        let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
        // first, for it takes the folder: another program that starts now leaves it alone
        let store = Register::create_store(&dir, &root)?;
        let register = Register::new(kind, Signer::KeyHolder, root, store, self.around.clone());
        let id = register.transact(|tx| {
            studio::insert(tx, fields, kind == RegisterKind::Demonstration)?;
            let id = staff::insert(tx, owner)?;
            staff::set_status(tx, id, StaffStatus::Active, "")?;
            Ok(Acted::new(id, Action::RegisterCreated).and(Action::StaffAdmitted).on(id.get()))
        })?;
        let (_, root, store) = register.into_parts();
        let slot_owner = SlotOwner { staff_id: id.get(), name: &owner.name };
        let devices = self.devices(kind, &dir);
        let first = (slot_owner, passphrase);
        let slots = KeySlots::create(&dir, devices, &root, first, &code, kdf, self.now_ms())?;
        let witness = Witness::new(self.devices(kind, &dir), slots.register_id());
        let state = store.read(|tx| anchor::state_of(tx, slots.counter(), self.now_ms()))?;
        let made = Anchor::create(&dir, &root.derive_anchor_key(), slots.register_id(), &state)?;
        let register = Register::new(kind, signed_in(id, owner), root, store, self.around.clone())
            .guarded(Guard::new(Ok(made), slots.counter(), witness));
        register.product_list_stock()?;
        Ok(Pending { register, code })
    }
}

pub(super) fn signed_in(id: StaffMemberId, fields: &StaffFields) -> Signer {
    Signer::Staff { id, name: fields.name.clone(), role: fields.role }
}

fn view(code: &RecoveryCode) -> RecoveryView {
    RecoveryView { groups: Zeroizing::new(code.to_groups()), qr_text: code.to_text() }
}
