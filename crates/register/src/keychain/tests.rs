use domain::ids::StaffMemberId;
use domain::staff::{Role, Signer, StaffFields};
use domain::{Action, Instant};
use keyring_core::mock::Cred;
use store::audit;
use vault::{KeySlots, SecretString, VaultError};

use super::*;
use crate::testing::{OWNER, PASSPHRASE, TempRegisters};
use crate::{Registers, State};

const HELMI: StaffMemberId = StaffMemberId(1);
const CLERKS: &str = "kaksi vanhaa polkupyörää sillalla";

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// A studio whose owner has turned it on; locked.
fn turned_on() -> TempRegisters {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.keychain_enable(&secret(PASSPHRASE)).unwrap();
    registers.lock().unwrap();
    registers
}

/// The owner's entry in the keychain.
fn entry(registers: &TempRegisters) -> Entry {
    let files = store::epoch::files_dir(&registers.dir(crate::RegisterKind::Studio)).unwrap();
    let devices = vault::DeviceFolder::new(registers.device_dir.path().to_owned());
    let id = KeySlots::open(&files, devices).unwrap().register_id();
    registers.keychain.entry(&Place::new(id, HELMI)).unwrap()
}

fn fails(registers: &TempRegisters, error: Error) {
    entry(registers).as_any().downcast_ref::<Cred>().unwrap().set_error(error);
}

/// Action and fields of the trail's entries, newest first.
fn trail(registers: &Registers) -> Vec<(Action, Vec<String>)> {
    let register = registers.open().unwrap();
    let page = register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 50)?)).unwrap();
    page.rows.into_iter().map(|entry| (entry.action, entry.fields)).collect()
}

fn flag(registers: &TempRegisters) -> bool {
    registers.sign_ins().unwrap().iter().any(|sign_in| sign_in.has_keychain)
}

#[test]
fn it_is_off_until_its_person_turns_it_on_and_every_opening_stands_in_the_trail() {
    let registers = TempRegisters::new();
    registers.create_studio();
    assert!(!registers.has_keychain().unwrap());
    registers.lock().unwrap();
    assert!(!flag(&registers));
    let off = registers.unlock_with_keychain(HELMI);
    assert!(matches!(off, Err(RegisterError::KeychainEntryMissing)), "{off:?}");

    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.keychain_enable(&secret(PASSPHRASE)).unwrap();
    assert!(registers.has_keychain().unwrap());
    assert_eq!(trail(&registers)[0], (Action::KeychainTurnedOn, vec![]));
    registers.lock().unwrap();
    assert!(flag(&registers));

    registers.unlock_with_keychain(HELMI).unwrap();
    assert!(matches!(registers.open().unwrap().signer(), Signer::Staff { id, .. } if *id == HELMI));
    assert_eq!(trail(&registers)[0], (Action::RegisterUnlocked, vec!["keychain".to_owned()]));
    registers.keychain_disable().unwrap();
    assert_eq!(trail(&registers)[0], (Action::KeychainTurnedOff, vec![]));
    assert!(!registers.has_keychain().unwrap());
    assert!(matches!(entry(&registers).get_secret(), Err(Error::NoEntry)), "nothing is left in the keychain");
    registers.lock().unwrap();
    assert!(!flag(&registers));
    assert!(registers.unlock_with_keychain(HELMI).is_err());
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
}

#[test]
fn turning_it_on_takes_the_passphrase() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let refused = registers.keychain_enable(&secret("väärä väärä väärä"));
    assert!(matches!(refused, Err(RegisterError::WrongPassphrase)), "{refused:?}");
    assert!(!registers.has_keychain().unwrap());
    assert!(matches!(entry(&registers).get_secret(), Err(Error::NoEntry)));
}

#[test]
fn a_keychain_that_does_not_help_says_why_and_the_passphrase_opens() {
    let registers = turned_on();
    fails(&registers, Error::NoStorageAccess("locked".into()));
    let locked = registers.unlock_with_keychain(HELMI);
    assert!(matches!(locked, Err(RegisterError::KeychainLocked)), "{locked:?}");
    fails(&registers, Error::PlatformFailure("no bus".into()));
    let unavailable = registers.unlock_with_keychain(HELMI);
    assert!(matches!(unavailable, Err(RegisterError::KeychainUnavailable)), "{unavailable:?}");

    let kept = entry(&registers).get_secret().unwrap();
    entry(&registers).set_secret(&[7; 31]).unwrap();
    let odd = registers.unlock_with_keychain(HELMI);
    assert!(matches!(odd, Err(RegisterError::KeychainEntryMissing)), "{odd:?}");
    entry(&registers).set_secret(&[7; 32]).unwrap();
    let another = registers.unlock_with_keychain(HELMI);
    assert!(matches!(another, Err(RegisterError::Vault(VaultError::KeychainSecretWrong))), "{another:?}");
    entry(&registers).delete_credential().unwrap();
    let gone = registers.unlock_with_keychain(HELMI);
    assert!(matches!(gone, Err(RegisterError::KeychainEntryMissing)), "{gone:?}");
    assert_eq!((registers.state(), registers.wait().unwrap()), (State::Locked, None), "no guess was counted");

    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    let failed = trail(&registers).into_iter().filter(|(action, _)| *action == Action::SignInFailed);
    assert_eq!(failed.count(), 0);
    registers.lock().unwrap();
    entry(&registers).set_secret(&kept).unwrap();
    registers.unlock_with_keychain(HELMI).unwrap();
}

#[test]
fn a_keychain_that_refuses_leaves_it_turned_off() {
    let registers = TempRegisters::new();
    registers.create_studio();
    fails(&registers, Error::NoStorageAccess("locked".into()));
    let refused = registers.keychain_enable(&secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::KeychainLocked)), "{refused:?}");
    assert!(!registers.has_keychain().unwrap());
}

#[test]
fn turned_off_it_opens_nothing_even_when_the_keychain_cannot_forget() {
    let registers = turned_on();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    fails(&registers, Error::NoStorageAccess("locked".into()));
    registers.keychain_disable().unwrap();
    assert!(entry(&registers).get_secret().is_ok(), "the control: its part is still there");
    registers.lock().unwrap();
    let refused = registers.unlock_with_keychain(HELMI);
    assert!(matches!(refused, Err(RegisterError::Vault(VaultError::KeychainSecretWrong))), "{refused:?}");
}

#[test]
fn it_goes_with_a_new_passphrase_and_survives_a_new_root_key() {
    let registers = turned_on();
    registers.unlock_with_keychain(HELMI).unwrap();
    registers.root_key_renew().unwrap();
    registers.lock().unwrap();
    registers.unlock_with_keychain(HELMI).unwrap();
    registers.passphrase_change(&secret(PASSPHRASE), &secret(CLERKS)).unwrap();
    assert!(!registers.has_keychain().unwrap());
    registers.lock().unwrap();
    assert!(registers.unlock_with_keychain(HELMI).is_err());
}

#[test]
fn who_left_is_not_let_in_by_the_keychain() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let fields = StaffFields {
        name: "Eero Nyman".to_owned(),
        role: Role::OrderDesk,
        agreed_on: "2026-09-01".to_owned(),
    };
    let clerk = registers.open().unwrap().staff_add(&fields).unwrap();
    let clerk = registers.staff_admit(clerk.id, &secret(CLERKS)).unwrap();
    registers.lock().unwrap();
    registers.unlock(Some(clerk.id), &secret(CLERKS)).unwrap();
    registers.keychain_enable(&secret(CLERKS)).unwrap();
    registers.lock().unwrap();
    registers.unlock_with_keychain(clerk.id).unwrap();
    registers.lock().unwrap();

    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    assert!(!registers.has_keychain().unwrap(), "the clerk's is not the owner's");
    registers.staff_leave(clerk.id, clerk.rev).unwrap();
    registers.lock().unwrap();
    assert!(registers.unlock_with_keychain(clerk.id).is_err());
    assert_eq!(registers.state(), State::Locked);
}

#[test]
fn the_recovery_code_names_nobody_and_turns_nothing_on() {
    let registers = TempRegisters::new();
    let code = registers.create_studio();
    registers.lock().unwrap();
    registers.unlock_with_recovery(&code).unwrap();
    let refused = registers.keychain_enable(&secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::NobodySignedIn)), "{refused:?}");
    assert!(!registers.has_keychain().unwrap());
}

#[test]
fn wrong_passphrases_make_the_keychain_wait_as_well() {
    let registers = turned_on();
    let until = loop {
        match registers.unlock(OWNER, &secret("väärä väärä väärä")) {
            Err(RegisterError::WaitBeforeRetry { until }) => break until,
            other => assert!(matches!(other, Err(RegisterError::WrongPassphrase)), "{other:?}"),
        }
    };
    let waits = registers.unlock_with_keychain(HELMI);
    assert!(
        matches!(waits, Err(RegisterError::WaitBeforeRetry { until: same }) if same == until),
        "{waits:?}"
    );
    let Instant(until) = until;
    registers.clock.advance(until - crate::testing::NOW.millis());
    registers.unlock_with_keychain(HELMI).unwrap();
}
