//! Key slots: the ways to the root key, in a small file beside the register.
//!
//! Two copies, `keyslots` and `keyslots.copy`, with the same JSON text (pretty-printed, keys in this order):
//!
//! ```text
//! body.format         "kontakti-keyslots"
//! body.version        4; 1 (no slot names a device secret), 2 (none names a person) and 3 (none has a key pair) are
//!                     read too; a higher one is SlotsTooNew
//! body.register_id    16 random bytes, hex
//! body.counter        grows with every change; of two whole copies the higher one counts
//! body.next_slot_id   ids are never used twice
//! body.slots[]        id, kind, label, created_at_ms, salt (16 bytes, hex),
//!                     kdf {memory_kib, passes, lanes} or null,
//!                     device (tag of the computer's secret, 8 bytes, hex; not with a recovery code),
//!                     person {staff_id, sealed_name} (not with a recovery code),
//!                     pair {public (32 bytes, hex), private (104 bytes, hex), steps[] (80 bytes each, hex)};
//!                     up to version 3 instead: wrapped (72 bytes, hex)
//! mac                 BLAKE3 keyed with the slot MAC key over the compact JSON of body
//! checksum            BLAKE3 (derive-key mode) over the same text and the MAC: finds accidents without a key
//! ```
//!
//! `private` is an X25519 private key and the root key of when the slot was last opened, under XChaCha20-Poly1305 with a
//! random nonce (24 + 64 + 16 bytes). Each of `steps` is the next root key, sealed to `public` under a key of the root key
//! before it (HPKE, RFC 9180, mode with a pre-shared key). Register id, slot id, kind, salt, cost and the person's id are
//! associated data. So a new root key can be given to people whose passphrases nobody knows. When a slot is opened, its
//! steps go. `wrapped` was the root key under XChaCha20-Poly1305 (24 + 32 + 16 bytes).
//!
//! The key-encryption key (KEK) by kind:
//!
//! * `passphrase`: HKDF-SHA256(salt, Argon2id(passphrase, salt) || device secret); one slot for each member of staff on
//!   each computer
//! * `recovery`: HKDF-SHA256(salt, code), plain, for the code has 256 random bits
//! * `keychain`: HKDF-SHA256(salt, 32 random bytes in the computer's keychain || device secret); one slot at the most for each
//!   member of staff on each computer
//!
//! `sealed_name` is the person's name for the sign-in view, padded, under a key of the computer's device secret: the
//! register's folder alone does not tell who works there. A passphrase slot without a person is one from before the
//! register knew its staff; it opens until the first member of staff gets a passphrase.
//!
//! A slot of a kind that this program does not know is kept as it is. Argon2id costs outside [`KdfBounds`] are refused when
//! the file is read, before any use.
//!
//! Order of durability: the device secret and what the keychain keeps, then `keyslots`, then `keyslots.copy`, each by temp file, fsync,
//! rename, fsync of the folder. A change counts once `keyslots` is in place; killed before that, the old
//! slots hold, killed after it, the older copy is seen to be stale.
//!
//! Deliberately not here: noticing that both copies were put back to an older state (the anchor's part), and
//! slowing down wrong attempts ([`crate::Throttle`]).

mod facts;
mod file;
mod holding;
mod keychain;
mod pair;
mod person;

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

pub use self::facts::{PassphraseReach, SignIn, SlotCondition, SlotInfo, SlotOwner};
use self::file::{Body, Copy, FORMAT, Hex, Slot, SlotFile, VERSION};
use self::holding::Closed;
pub use self::keychain::KeychainSecret;
use self::keychain::is_keychain_of;
use self::person::{name_of, person};
use crate::{
    derive::{derive, make_random_bytes},
    device::{DeviceFolder, DeviceSecret},
    durable::replace_file,
    error::{SlotFault, VaultError},
    kdf::{KdfBounds, KdfParams, stretch},
    keys::RootKey,
    recovery::RecoveryCode,
};

/// Name of the first copy in the register's folder.
pub const SLOTS_FILE: &str = "keyslots";
/// Name of the second copy.
pub const SLOTS_COPY_FILE: &str = "keyslots.copy";

/// Kind of a slot opened by passphrase and device secret.
pub const KIND_PASSPHRASE: &str = "passphrase";
/// Kind of a slot opened by a recovery code.
pub const KIND_RECOVERY: &str = "recovery";
/// Kind of a slot opened by the computer's keychain and device secret.
pub const KIND_KEYCHAIN: &str = "keychain";

/// What opens one slot: its key-encryption key.
pub struct SlotKey {
    slot_id: u32,
    kek: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for SlotKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlotKey").field("slot_id", &self.slot_id).finish_non_exhaustive()
    }
}

/// The root key, and what opened it.
#[derive(Debug)]
pub struct Unlocked {
    /// The root key.
    pub root: RootKey,
    /// Of the slot that gave it.
    pub key: SlotKey,
}

/// The slots of one register, with this computer's device secrets.
#[derive(Debug)]
pub struct KeySlots {
    dir: PathBuf,
    devices: DeviceFolder,
    file: SlotFile,
    condition: SlotCondition,
}

impl KeySlots {
    /// Makes the slots of a new register: one for its owner's passphrase, one for the recovery code.
    ///
    /// The passphrase is not judged here; see [`crate::check_passphrase`].
    ///
    /// # Errors
    /// [`VaultError::SlotsExist`] when either copy is there, [`VaultError::KdfOutOfBounds`],
    /// [`VaultError::DeviceSecretDamaged`], or trouble with the disk.
    pub fn create(
        dir: &Path,
        devices: DeviceFolder,
        root: &RootKey,
        (owner, passphrase): (SlotOwner<'_>, &SecretString),
        code: &RecoveryCode,
        params: KdfParams,
        now_ms: u64,
    ) -> Result<Self, VaultError> {
        KdfBounds::IN_FORCE.check(params)?;
        for name in [SLOTS_FILE, SLOTS_COPY_FILE] {
            if dir.join(name).try_exists()? {
                return Err(VaultError::SlotsExist);
            }
        }
        let register_id = *make_random_bytes();
        let device = devices.load_or_make(&register_id)?;
        let mut first = new_slot(1, KIND_PASSPHRASE, now_ms, Some(params));
        first.device = Some(Hex(device.tag()));
        first.person = Some(person(&first, owner, &register_id, &device));
        let second = new_slot(2, KIND_RECOVERY, now_ms, None);
        let first_kek = passphrase_kek(&first, passphrase, &device)?;
        let second_kek = recovery_kek(&second, code);
        let body = Body {
            format: FORMAT.to_owned(),
            version: VERSION,
            register_id: Hex(register_id),
            counter: 1,
            next_slot_id: 3,
            slots: vec![
                holding::fill(first, &register_id, &first_kek, root)?,
                holding::fill(second, &register_id, &second_kek, root)?,
            ],
        };
        let file = SlotFile::authenticated(body, &root.derive_slot_mac_key())?;
        let mut slots = Self { dir: dir.to_owned(), devices, file, condition: SlotCondition::Whole };
        slots.write_both()?;
        Ok(slots)
    }

    /// Reads the slots of the register in `dir`: the newest whole copy; see [`Self::condition`] for the other.
    ///
    /// # Errors
    /// [`VaultError::SlotsMissing`], [`VaultError::SlotsDamaged`], [`VaultError::SlotsTooNew`],
    /// [`VaultError::KdfOutOfBounds`], or trouble with the disk. Nothing is changed or deleted.
    pub fn open(dir: &Path, devices: DeviceFolder) -> Result<Self, VaultError> {
        Self::open_within(dir, devices, KdfBounds::IN_FORCE)
    }

    fn open_within(dir: &Path, devices: DeviceFolder, bounds: KdfBounds) -> Result<Self, VaultError> {
        let main = file::read(&dir.join(SLOTS_FILE))?;
        let copy = file::read(&dir.join(SLOTS_COPY_FILE))?;
        let (file, condition) = match (main, copy) {
            (Copy::TooNew(found), _) | (_, Copy::TooNew(found)) => {
                return Err(VaultError::SlotsTooNew { found, supported: VERSION });
            }
            (Copy::Faulty(SlotFault::Missing), Copy::Faulty(SlotFault::Missing)) => {
                return Err(VaultError::SlotsMissing);
            }
            (Copy::Faulty(main), Copy::Faulty(copy)) => {
                return Err(VaultError::SlotsDamaged { main, copy });
            }
            (Copy::Whole(main), Copy::Faulty(fault)) => (main, SlotCondition::CopyFaulty(fault)),
            (Copy::Faulty(fault), Copy::Whole(copy)) => (copy, SlotCondition::MainFaulty(fault)),
            (Copy::Whole(main), Copy::Whole(copy)) if main == copy => (main, SlotCondition::Whole),
            (Copy::Whole(main), Copy::Whole(copy)) => {
                let newest = if copy.body.counter > main.body.counter { copy } else { main };
                (newest, SlotCondition::OneStale)
            }
        };
        file.check_kdf(bounds)?;
        Ok(Self { dir: dir.to_owned(), devices, file, condition })
    }

    /// Random id of the register, made with its slots.
    pub fn register_id(&self) -> [u8; 16] {
        self.file.body.register_id.0
    }

    /// Version counter: grows with every change, for the anchor to remember.
    pub fn counter(&self) -> u64 {
        self.file.body.counter
    }

    /// Version of the file's layout: 3 and higher are written by programs that keep an anchor.
    pub fn version(&self) -> u32 {
        self.file.body.version
    }

    /// State of the two copies. Anything but [`SlotCondition::Whole`] is worth telling, and
    /// [`Self::repair`] mends it once the register is open.
    pub fn condition(&self) -> SlotCondition {
        self.condition
    }

    /// The slots, in the order in which they were made.
    pub fn list(&self) -> Vec<SlotInfo> {
        self.file.body.slots.iter().map(info).collect()
    }

    /// Whose passphrase opens on this computer: their slots were made with its secret, which is here and whole.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn sign_ins(&self) -> Result<Vec<SignIn>, VaultError> {
        let device = match self.device_secret() {
            Ok(device) => device,
            Err(VaultError::DeviceSecretMissing | VaultError::DeviceSecretDamaged) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let sign_in = |slot: &Slot| SignIn {
            staff_id: slot.staff_id(),
            name: name_of(slot, &self.register_id(), &device),
            has_keychain: slot.staff_id().is_some_and(|staff_id| {
                self.of_kind(KIND_KEYCHAIN).any(|other| is_keychain_of(other, staff_id, &device))
            }),
        };
        Ok(self.of_this_computer(&device).map(sign_in).collect())
    }

    /// Unwraps the root key with somebody's passphrase. Takes as long as the slot's cost demands.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::DeviceSecretMissing`] (also when the person has no passphrase on this
    /// computer), [`VaultError::DeviceSecretDamaged`], [`VaultError::SlotsDamaged`] with [`SlotFault::Forged`].
    pub fn unlock_with_passphrase(
        &self,
        staff_id: Option<i64>,
        passphrase: &SecretString,
    ) -> Result<Unlocked, VaultError> {
        let device = self.device_secret()?;
        let mut reason = VaultError::DeviceSecretMissing;
        for slot in self.of_this_computer(&device).filter(|slot| slot.staff_id() == staff_id) {
            let kek = passphrase_kek(slot, passphrase, &device)?;
            if let Some(unlocked) = self.unlock(slot, kek)? {
                return Ok(unlocked);
            }
            reason = VaultError::WrongSecret;
        }
        Err(reason)
    }

    /// Unwraps the root key with a recovery code; the device secret is not needed.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::SlotsDamaged`] with [`SlotFault::Forged`].
    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<Unlocked, VaultError> {
        for slot in self.of_kind(KIND_RECOVERY) {
            if let Some(unlocked) = self.unlock(slot, recovery_kek(slot, code))? {
                return Ok(unlocked);
            }
        }
        Err(VaultError::WrongSecret)
    }

    /// Makes a slot for somebody's new passphrase on this computer, in place of those of theirs that `reach` says. The
    /// cost is that of the slots there are. A missing or damaged device secret is made anew, as after an unlock by
    /// recovery code on another computer. A passphrase that names nobody ends, and so do their keychain slots within
    /// `reach`. The database is not touched.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when `root` is not this register's, or trouble with the disk: then the
    /// old passphrase holds.
    pub fn set_passphrase(
        &mut self,
        root: &RootKey,
        owner: SlotOwner<'_>,
        new: &SecretString,
        reach: PassphraseReach,
        now_ms: u64,
    ) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let device = match self.device_secret() {
            Err(VaultError::DeviceSecretMissing | VaultError::DeviceSecretDamaged) => {
                self.devices.load_or_renew(&self.register_id())?
            }
            other => other?,
        };
        let params = self.of_kind(KIND_PASSPHRASE).find_map(|slot| slot.kdf).unwrap_or_default();
        let mut body = self.file.body.clone();
        body.slots.retain(|slot| {
            !matches!(slot.kind.as_str(), KIND_PASSPHRASE | KIND_KEYCHAIN)
                || match slot.staff_id() {
                    None => false,
                    Some(staff_id) if staff_id == owner.staff_id => {
                        reach == PassphraseReach::ThisComputer && !is_of(slot, &device.tag())
                    }
                    Some(_) => true,
                }
        });
        let mut slot = new_slot(take_id(&mut body)?, KIND_PASSPHRASE, now_ms, Some(params));
        slot.device = Some(Hex(device.tag()));
        slot.person = Some(person(&slot, owner, &body.register_id.0, &device));
        let kek = passphrase_kek(&slot, new, &device)?;
        body.slots.push(holding::fill(slot, &body.register_id.0, &kek, root)?);
        self.replace(body, root)
    }

    /// Writes the names of those who sign in on this computer anew; those who are not in `people` lose their slots, on
    /// every computer. Nothing is written when nothing differs and the file has the newest layout.
    ///
    /// # Errors
    /// As [`Self::set_passphrase`].
    pub fn keep_people(&mut self, root: &RootKey, people: &[SlotOwner<'_>]) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let register_id = self.register_id();
        let device = self.device_secret().ok();
        let mut body = self.file.body.clone();
        let owner_of = |slot: &Slot| people.iter().find(|owner| Some(owner.staff_id) == slot.staff_id());
        body.slots.retain(|slot| slot.person.is_none() || owner_of(slot).is_some());
        if let Some(device) = &device {
            for slot in body.slots.iter_mut().filter(|slot| is_of(slot, &device.tag())) {
                if let Some(owner) = owner_of(slot)
                    && name_of(slot, &register_id, device).as_deref() != Some(owner.name)
                {
                    slot.person = Some(person(slot, *owner, &register_id, device));
                }
            }
        }
        if body == self.file.body && body.version == VERSION { Ok(()) } else { self.replace(body, root) }
    }

    /// Brings the slot that gave the root key up to date: it forgets the root keys before, and one of an earlier version
    /// gets a key pair. Nothing is written when there is nothing to do.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when the register's root key is another, or trouble with the disk.
    pub fn refresh(&mut self, Unlocked { root, key }: &Unlocked) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let register_id = self.register_id();
        let mut body = self.file.body.clone();
        let is_behind = |slot: &Slot| slot.pair.as_ref().is_none_or(|pair| !pair.steps.is_empty());
        let own = body.slots.iter_mut().find(|slot| slot.id == key.slot_id && is_behind(slot));
        let Some(slot) = own else { return Ok(()) };
        *slot = holding::fill(slot.clone(), &register_id, &key.kek, root)?;
        self.replace(body, root)
    }

    /// The slots of the same register under another root key, written to the folder `dir`: those of `people` stay, and take
    /// the same passphrase or code; no other passphrase does. Passphrases of an earlier version, which have no key pair,
    /// are left out too: they need to be set anew.
    ///
    /// # Errors
    /// [`VaultError::LastRecoverySlot`] when no recovery code would stay, because none has opened the register since slots
    /// have key pairs; [`VaultError::WrongSecret`], or trouble with the disk.
    pub fn renew(
        &self,
        old: &RootKey,
        new: &RootKey,
        people: &[SlotOwner<'_>],
        dir: &Path,
    ) -> Result<Self, VaultError> {
        self.authenticate(old)?;
        let register_id = self.register_id();
        let mut body = self.file.body.clone();
        body.version = VERSION;
        body.counter = body.counter.saturating_add(1);
        body.slots = Vec::new();
        let stays = |slot: &&Slot| {
            let is_known = people.iter().any(|owner| Some(owner.staff_id) == slot.staff_id());
            is_known || (slot.person.is_none() && (slot.kind != KIND_PASSPHRASE || people.is_empty()))
        };
        for mut slot in self.file.body.slots.iter().filter(stays).cloned() {
            if holding::renew(&mut slot, &register_id, old, new)? {
                body.slots.push(slot);
            }
        }
        if !body.slots.iter().any(|slot| slot.kind == KIND_RECOVERY) {
            return Err(VaultError::LastRecoverySlot);
        }
        let file = SlotFile::authenticated(body, &new.derive_slot_mac_key())?;
        let mut slots = Self {
            dir: dir.to_owned(),
            devices: self.devices.clone(),
            file,
            condition: SlotCondition::Whole,
        };
        slots.write_both()?;
        Ok(slots)
    }

    /// Adds a slot for another recovery code; gives its id.
    ///
    /// # Errors
    /// As [`Self::set_passphrase`].
    pub fn add_recovery(
        &mut self,
        root: &RootKey,
        code: &RecoveryCode,
        now_ms: u64,
    ) -> Result<u32, VaultError> {
        self.authenticate(root)?;
        let mut body = self.file.body.clone();
        let slot = new_slot(take_id(&mut body)?, KIND_RECOVERY, now_ms, None);
        let (id, kek) = (slot.id, recovery_kek(&slot, code));
        body.slots.push(holding::fill(slot, &body.register_id.0, &kek, root)?);
        self.replace(body, root)?;
        Ok(id)
    }

    /// Removes a slot.
    ///
    /// # Errors
    /// [`VaultError::SlotUnknown`], [`VaultError::LastRecoverySlot`], else as [`Self::set_passphrase`].
    pub fn remove(&mut self, root: &RootKey, id: u32) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let mut body = self.file.body.clone();
        body.slots.retain(|slot| slot.id != id);
        if body.slots.len() == self.file.body.slots.len() {
            return Err(VaultError::SlotUnknown { id });
        }
        if !body.slots.iter().any(|slot| slot.kind == KIND_RECOVERY) {
            return Err(VaultError::LastRecoverySlot);
        }
        self.replace(body, root)
    }

    /// Writes both copies anew from the one in use, when they are not both whole.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when `root` is not this register's, or trouble with the disk.
    pub fn repair(&mut self, root: &RootKey) -> Result<(), VaultError> {
        self.authenticate(root)?;
        if self.condition == SlotCondition::Whole { Ok(()) } else { self.write_both() }
    }

    fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Slot> {
        self.file.body.slots.iter().filter(move |slot| slot.kind == kind)
    }

    fn of_this_computer(&self, device: &DeviceSecret) -> impl Iterator<Item = &Slot> {
        let tag = device.tag();
        self.of_kind(KIND_PASSPHRASE).filter(move |slot| is_of(slot, &tag))
    }

    /// This computer's secret, moved out of the register's folder if it still lies there.
    fn device_secret(&self) -> Result<DeviceSecret, VaultError> {
        self.devices.take_in(&self.register_id(), &self.dir)?;
        self.devices.load(&self.register_id())
    }

    fn unlock(&self, slot: &Slot, kek: Zeroizing<[u8; 32]>) -> Result<Option<Unlocked>, VaultError> {
        let forged = VaultError::SlotsDamaged { main: SlotFault::Forged, copy: SlotFault::Forged };
        let root = match holding::open(slot, &self.register_id(), &kek)? {
            Ok(root) => root,
            Err(Closed::WrongSecret) => return Ok(None),
            Err(Closed::Forged) => return Err(forged),
        };
        if !self.file.is_authentic(&root.derive_slot_mac_key())? {
            return Err(forged);
        }
        Ok(Some(Unlocked { root, key: SlotKey { slot_id: slot.id, kek } }))
    }

    fn authenticate(&self, root: &RootKey) -> Result<(), VaultError> {
        let authentic = self.file.is_authentic(&root.derive_slot_mac_key())?;
        if authentic { Ok(()) } else { Err(VaultError::WrongSecret) }
    }

    /// Makes `body` the register's slots. Both copies are written; when only the second fails, the change
    /// counts and [`Self::condition`] says that one is stale.
    fn replace(&mut self, mut body: Body, root: &RootKey) -> Result<(), VaultError> {
        body.version = VERSION;
        body.counter = self.file.body.counter.saturating_add(1);
        let file = SlotFile::authenticated(body, &root.derive_slot_mac_key())?;
        let text = file.to_text()?;
        replace_file(&self.dir.join(SLOTS_FILE), &text)?;
        self.file = file;
        let second = replace_file(&self.dir.join(SLOTS_COPY_FILE), &text);
        self.condition = if second.is_ok() { SlotCondition::Whole } else { SlotCondition::OneStale };
        Ok(())
    }

    fn write_both(&mut self) -> Result<(), VaultError> {
        let text = self.file.to_text()?;
        // when the main file is the whole one, the copy goes first, so that one whole file is always there
        let order = match self.condition {
            SlotCondition::CopyFaulty(_) => [SLOTS_COPY_FILE, SLOTS_FILE],
            _ => [SLOTS_FILE, SLOTS_COPY_FILE],
        };
        for name in order {
            replace_file(&self.dir.join(name), &text)?;
        }
        self.condition = SlotCondition::Whole;
        Ok(())
    }
}

fn info(slot: &Slot) -> SlotInfo {
    SlotInfo {
        id: slot.id,
        kind: slot.kind.clone(),
        label: slot.label.clone(),
        created_at_ms: slot.created_at_ms,
        kdf: slot.kdf,
    }
}

fn new_slot(id: u32, kind: &str, created_at_ms: u64, kdf: Option<KdfParams>) -> Slot {
    Slot {
        id,
        kind: kind.to_owned(),
        label: String::new(),
        created_at_ms,
        salt: Hex(*make_random_bytes()),
        kdf,
        device: None,
        person: None,
        wrapped: None,
        pair: None,
    }
}

fn take_id(body: &mut Body) -> Result<u32, VaultError> {
    let id = body.next_slot_id;
    body.next_slot_id = id.checked_add(1).ok_or(VaultError::SlotUnknown { id })?;
    Ok(id)
}

/// Whether the slot was made with the device secret of this tag; one of the first version does not say.
fn is_of(slot: &Slot, tag: &[u8; 8]) -> bool {
    slot.device.as_ref().is_none_or(|device| device.0 == *tag)
}

fn passphrase_kek(
    slot: &Slot,
    passphrase: &SecretString,
    device: &DeviceSecret,
) -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let params = slot.kdf.unwrap_or_default();
    let stretched = stretch(passphrase.expose_secret(), &slot.salt.0, params)?;
    let mut ikm = Zeroizing::new([0u8; 64]);
    let (first, second) = ikm.split_at_mut(32);
    first.copy_from_slice(stretched.as_slice());
    second.copy_from_slice(device.expose());
    Ok(derive(&slot.salt.0, ikm.as_slice(), "kontakti/passphrase-slot/v1", &[]))
}

fn recovery_kek(slot: &Slot, code: &RecoveryCode) -> Zeroizing<[u8; 32]> {
    derive(&slot.salt.0, code.expose(), "kontakti/recovery-slot/v1", &[])
}

#[cfg(test)]
mod tests;
