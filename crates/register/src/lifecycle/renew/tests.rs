//! Who left opens nothing that was written since; everybody else and every record is as before.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use domain::Action;
use domain::ids::FrameId;
use domain::staff::{Role, StaffFields, StaffMember, StaffStatus};
use store::thumbnails::{self, ThumbnailSize};
use store::{Store, StoreError, StoreKeys, audit, keylist, root_key, staff};
use vault::{DeviceFolder, KeySlots, PhotoKey, SecretString, VaultError};

use crate::testing::{NOW, OWNER, PASSPHRASE, TempRegisters};
use crate::{RegisterError, State, TaskKind, TaskOutcome};

const CLERKS: &str = "kaksi vanhaa polkupyörää sillalla";

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

struct Studio {
    registers: TempRegisters,
    clerk: StaffMember,
    code: String,
    photo: (String, PhotoKey),
}

impl Studio {
    /// With a clerk, a sealed photo and its thumbnail; the owner is signed in.
    fn new() -> Self {
        let registers = TempRegisters::new();
        let code = registers.create_studio();
        let register = registers.open().unwrap();
        let fields = StaffFields {
            name: "Eero Nyman".to_owned(),
            role: Role::OrderDesk,
            agreed_on: "2026-09-01".to_owned(),
        };
        let clerk = register.staff_add(&fields).unwrap();
        let clerk = registers.staff_admit(clerk.id, &secret(CLERKS)).unwrap();
        let key = PhotoKey::make_random();
        let name = register.photos().seal(&key, b"an original").unwrap().name;
        keylist::put(register.store(), &name, &key).unwrap();
        register.photos().forget_unsettled().unwrap();
        thumbnails::put(register.store(), FrameId(7), ThumbnailSize::Grid, b"sealed").unwrap();
        drop(register);
        Self { registers, clerk, code, photo: (name, key) }
    }

    fn folder(&self) -> PathBuf {
        self.registers.dir.path().join("studio")
    }

    /// A copy of what lies in the register's own folder, as somebody may keep it.
    fn copy(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(self.folder()).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
            }
        }
        copy
    }

    fn devices(&self) -> DeviceFolder {
        DeviceFolder::new(self.registers.device_dir.path().to_owned())
    }

    #[track_caller]
    fn assert_all_is_there(&self) {
        let register = self.registers.open().unwrap();
        let (name, key) = &self.photo;
        assert!(keylist::get(register.store(), name).unwrap().as_ref() == Some(key));
        let thumbnail = thumbnails::get(register.store(), FrameId(7), ThumbnailSize::Grid).unwrap();
        assert_eq!(thumbnail.as_deref(), Some(b"sealed".as_slice()));
        assert!(register.photos().open(name, key).is_ok());
        register.store().verify().unwrap();
        assert_eq!(register.read(|tx| Ok(audit::verify(tx)?)).unwrap(), None);
        assert_eq!(register.alarm(), None);
    }

    fn newest(&self) -> Vec<Action> {
        let register = self.registers.open().unwrap();
        let trail = register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 50)?)).unwrap();
        trail.rows.into_iter().map(|entry| entry.action).collect()
    }

    fn is_due(&self) -> bool {
        self.registers.open().unwrap().root_key_state().unwrap().due_since.is_some()
    }
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn who_left_opens_nothing_new_with_the_old_passphrase_and_the_old_slots() {
    let studio = Studio::new();
    let kept = studio.copy();
    studio.registers.staff_leave(studio.clerk.id, studio.clerk.rev).unwrap();
    assert_eq!(studio.newest()[..2], [Action::RootKeyRenewed, Action::StaffLeft]);
    assert_eq!(studio.registers.open().unwrap().root_key_state().unwrap().renewed_at, Some(NOW));
    assert!(!studio.is_due());
    studio.assert_all_is_there();
    let left = names(&studio.folder());
    let of_the_old_key = |name: &&String| name.contains(".db") || name.starts_with("keyslots");
    assert_eq!(left.iter().filter(of_the_old_key).count(), 0, "{left:?}");

    // the old slots, the computer's secret and the passphrase give the old root key
    let slots = KeySlots::open(kept.path(), studio.devices()).unwrap();
    let old = slots.unlock_with_passphrase(Some(studio.clerk.id.get()), &secret(CLERKS)).unwrap().root;
    Store::open(kept.path(), &StoreKeys::derive(&old)).expect("the control: it opens the old register");
    studio.registers.lock().unwrap();
    let new = studio.folder().join("epoch-1");
    for name in ["register.db", "register.json", "keys.db"] {
        fs::copy(new.join(name), kept.path().join(name)).unwrap();
    }
    let opened = Store::open(kept.path(), &StoreKeys::derive(&old));
    assert!(matches!(opened, Err(StoreError::WrongKey)));
    // nor does the old slot file lead in once it is put back
    for name in ["keyslots", "keyslots.copy"] {
        fs::copy(kept.path().join(name), new.join(name)).unwrap();
    }
    let refused = studio.registers.unlock(Some(studio.clerk.id), &secret(CLERKS));
    assert!(
        matches!(refused, Err(RegisterError::Store(StoreError::WrongKey | StoreError::Damaged))),
        "{refused:?}"
    );
    assert_eq!(studio.registers.state(), State::Locked);
}

#[test]
fn everybody_else_signs_in_as_before_and_again_after_several_renewals() {
    let mut studio = Studio::new();
    for _ in 0..3 {
        studio.registers.root_key_renew().unwrap();
        studio.assert_all_is_there();
    }
    studio.registers.lock().unwrap();
    studio.registers.restart();
    studio.registers.unlock(Some(studio.clerk.id), &secret(CLERKS)).unwrap();
    studio.assert_all_is_there();
    studio.registers.lock().unwrap();
    studio.registers.unlock_with_recovery(&studio.code).unwrap();
    studio.registers.lock().unwrap();
    studio.registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    studio.assert_all_is_there();
    assert_eq!(
        names(&studio.folder()).iter().filter(|name| name.starts_with("epoch-")).collect::<Vec<_>>(),
        ["epoch-3"]
    );
}

#[test]
fn a_task_under_way_puts_the_renewal_off_and_who_left_is_out_all_the_same() {
    let studio = Studio::new();
    let register = studio.registers.open().unwrap();
    let (end, ended) = mpsc::channel::<()>();
    let task = register.start_task(TaskKind::Import, "card", move |_, _| {
        ended.recv().unwrap();
        Ok(TaskOutcome::Cancelled(None))
    });
    let task = task.unwrap();
    studio.registers.staff_leave(studio.clerk.id, studio.clerk.rev).unwrap();
    assert!(studio.is_due());
    assert!(matches!(studio.registers.root_key_renew(), Err(RegisterError::TasksRunning)));
    let slots = KeySlots::open(&studio.folder(), studio.devices()).unwrap();
    let refused = slots.unlock_with_passphrase(Some(studio.clerk.id.get()), &secret(CLERKS));
    assert!(matches!(refused, Err(VaultError::DeviceSecretMissing)));
    end.send(()).unwrap();
    register.tasks().wait(task).unwrap();
    drop(register);
    studio.registers.root_key_renew().unwrap();
    assert!(!studio.is_due());
    studio.assert_all_is_there();
}

#[test]
fn a_renewal_that_was_cut_off_is_ended_at_the_next_signing_in() {
    let mut studio = Studio::new();
    let register = studio.registers.open().unwrap();
    register
        .transact(|tx| {
            root_key::set_due(tx)?;
            Ok(store::Acted::new((), Action::StaffLeft).on(studio.clerk.id.get()))
        })
        .unwrap();
    drop(register);
    // as an attempt that was killed half way leaves it
    let half = studio.folder().join("epoch-1");
    fs::create_dir(&half).unwrap();
    fs::write(half.join("register.db"), "half").unwrap();
    studio.registers.restart();
    studio.registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    assert!(!studio.is_due());
    studio.assert_all_is_there();
}

/// Ids of the staff whose slots lie in the file in use.
fn slot_holders(studio: &Studio) -> Vec<Option<i64>> {
    let register = studio.registers.open().unwrap();
    let slots = KeySlots::open(register.store().files_dir(), studio.devices()).unwrap();
    slots.sign_ins().unwrap().into_iter().map(|sign_in| sign_in.staff_id).collect()
}

#[test]
fn who_left_gets_no_new_key_though_their_slot_was_not_removed() {
    let studio = Studio::new();
    let leaver = studio.clerk.id;
    studio
        .registers
        .open()
        .unwrap()
        .transact(|tx| {
            staff::set_status(tx, leaver, StaffStatus::Left, "2026-09-03")?;
            root_key::set_due(tx)?;
            Ok(store::Acted::new((), Action::StaffLeft).on(leaver.get()))
        })
        .unwrap();
    assert!(slot_holders(&studio).contains(&Some(leaver.get())), "the control: their slot is still there");
    studio.registers.root_key_renew().unwrap();
    assert_eq!(slot_holders(&studio), [Some(1)]);
}

#[test]
fn an_older_slot_file_that_was_put_back_is_not_taken_along() {
    let studio = Studio::new();
    let kept = studio.copy();
    let register = studio.registers.open().unwrap();
    let devices = studio.devices();
    let mut slots = KeySlots::open(register.store().files_dir(), devices).unwrap();
    slots.keep_people(register.root(), &[]).unwrap();
    register.follow_slots(&slots);
    drop(register);
    for name in ["keyslots", "keyslots.copy"] {
        fs::copy(kept.path().join(name), studio.folder().join(name)).unwrap();
    }
    let registers = &studio.registers;
    assert!(matches!(registers.root_key_renew(), Err(RegisterError::NotTrusted)));
    let (old, new) = (secret(PASSPHRASE), secret("neljä punaista tiiltä torilla"));
    assert!(matches!(registers.passphrase_change(&old, &new), Err(RegisterError::NotTrusted)));
    assert!(matches!(registers.keychain_enable(&old), Err(RegisterError::NotTrusted)));
    assert!(matches!(registers.keychain_disable(), Err(RegisterError::NotTrusted)));
    for name in ["keyslots", "keyslots.copy"] {
        assert_eq!(
            fs::read(kept.path().join(name)).unwrap(),
            fs::read(studio.folder().join(name)).unwrap(),
            "nothing is written into {name}"
        );
    }
}

#[test]
fn damaged_thumbnails_do_not_keep_the_key_from_being_renewed() {
    let studio = Studio::new();
    let register = studio.registers.open().unwrap();
    for id in 0..400 {
        thumbnails::put(register.store(), FrameId(id), ThumbnailSize::Grid, &[7; 4000]).unwrap();
    }
    drop(register);
    studio.registers.lock().unwrap();
    let path = studio.folder().join("thumbnails.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    studio.registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    studio.registers.root_key_renew().unwrap();
    let register = studio.registers.open().unwrap();
    assert_eq!(thumbnails::get(register.store(), FrameId(7), ThumbnailSize::Grid).unwrap(), None);
    register.store().verify().unwrap();
}

#[test]
fn a_renewal_that_cannot_be_written_leaves_the_old_key_in_force() {
    let studio = Studio::new();
    fs::write(studio.folder().join("epoch-1"), "in the way").unwrap();
    assert!(studio.registers.root_key_renew().is_err());
    studio.assert_all_is_there();
    studio.registers.open().unwrap().record(Action::StudioUpdated, &["name"]).unwrap();
    fs::remove_file(studio.folder().join("epoch-1")).unwrap();
    studio.registers.root_key_renew().unwrap();
    studio.assert_all_is_there();
    assert_eq!(studio.newest()[..2], [Action::RootKeyRenewed, Action::StudioUpdated]);
}
