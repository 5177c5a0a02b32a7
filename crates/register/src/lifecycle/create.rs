//! Makes the studio's register. It gets its final name only when the recovery code was typed back.

use std::path::Path;

use documents::{Documents, RecoverySheetData};
use domain::Action;
use domain::studio::StudioFields;
use store::{Acted, studio};
use vault::{
    KeySlots, RecoveryCode, RootKey, SecretString, Zeroizing, check_passphrase, make_private_dir,
    replace_file,
};

use crate::error::RegisterError;
use crate::register::Register;
use crate::registers::{Held, Pending, RegisterKind, Registers};
use crate::studio::prepared;

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

    /// Makes the studio's register with the given details and passphrase; gives the recovery code to be
    /// written down and typed back.
    ///
    /// # Errors
    /// [`RegisterError::Exists`], [`RegisterError::Invalid`], [`RegisterError::PassphraseTooWeak`], or
    /// trouble with the disk.
    pub fn create(
        &self,
        fields: &StudioFields,
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
        let fields = prepared(fields)?;
        check_passphrase(passphrase.expose_secret(), &fields.own_words())?;

        self.chosen().held = Held::Nothing;
        let pending = self.make(RegisterKind::Studio, &fields, passphrase)?;
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

    /// Makes a register under its unconfirmed name.
    pub(crate) fn make(
        &self,
        kind: RegisterKind,
        fields: &StudioFields,
        passphrase: &SecretString,
    ) -> Result<Pending, RegisterError> {
        self.clear_unconfirmed(kind)?;
        let dir = self.unconfirmed_dir(kind);
        make_private_dir(&dir)?;
        let (root, code) = (RootKey::make_random(), RecoveryCode::make_random());
        // first, for it takes the folder: another program that starts now leaves it alone
        let store = Register::create_store(&dir, &root)?;
        let devices = self.devices(kind, &dir);
        KeySlots::create(&dir, devices, &root, passphrase, &code, self.kdf, self.now_ms())?;
        let register = Register::new(kind, root, store, self.around.clone());
        register.transact(|tx| {
            studio::insert(tx, fields, kind == RegisterKind::Demonstration)?;
            Ok(Acted::new((), Action::RegisterCreated))
        })?;
        register.product_list_stock()?;
        Ok(Pending { register, code })
    }
}

fn view(code: &RecoveryCode) -> RecoveryView {
    RecoveryView { groups: Zeroizing::new(code.to_groups()), qr_text: code.to_text() }
}
