//! Who may sign in, when they may not, and what the trail says of it.

use domain::ids::StaffMemberId;
use domain::staff::{Role, Signer, StaffFields, StaffMember, StaffStatus};
use domain::{Action, FieldProblem};
use store::audit::{self, AuditEntry};
use store::{Acted, staff};
use vault::SecretString;

use crate::testing::{NOW, OWNER, PASSPHRASE, TempRegisters};
use crate::{Register, RegisterError, State};

const CLERKS: &str = "kaksi vanhaa polkupyörää sillalla";

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn clerk() -> StaffFields {
    StaffFields {
        name: "  Eero   Nyman ".to_owned(),
        role: Role::OrderDesk,
        agreed_on: "2026-09-01".to_owned(),
    }
}

fn trail(register: &Register) -> Vec<AuditEntry> {
    register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 50)?)).unwrap().rows
}

/// The newest entry.
fn last(register: &Register) -> AuditEntry {
    trail(register).swap_remove(0)
}

/// A studio with a clerk who is admitted; the owner is signed in.
fn with_clerk() -> (TempRegisters, StaffMember) {
    let registers = TempRegisters::new();
    registers.create_studio();
    let added = registers.open().unwrap().staff_add(&clerk()).unwrap();
    let member = registers.staff_admit(added.id, &secret(CLERKS)).unwrap();
    (registers, member)
}

fn problems(answer: Result<StaffMember, RegisterError>) -> Vec<(String, FieldProblem)> {
    match answer {
        Err(RegisterError::Invalid(problems)) => {
            problems.into_iter().map(|problem| (problem.field, problem.problem)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn whoever_makes_the_register_owns_it_and_stands_in_the_trail() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let owner = Signer::Staff { id: StaffMemberId(1), name: "Helmi Kuusisto".to_owned(), role: Role::Owner };
    assert_eq!(*register.signer(), owner);
    register.staff_add(&clerk()).unwrap();
    let entry = last(&register);
    assert_eq!((entry.action, entry.staff_id, entry.at), (Action::StaffAdded, OWNER, NOW));
    assert_eq!(entry.fields, ["name", "role", "agreed_on"], "names of fields, no values");
}

#[test]
fn nobody_is_admitted_without_the_date_of_the_agreement() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let without = StaffFields { agreed_on: String::new(), ..clerk() };
    let added = register.staff_add(&without).unwrap();
    assert_eq!((added.status, added.fields.name.as_str()), (StaffStatus::Waiting, "Eero Nyman"));
    let refused = registers.staff_admit(added.id, &secret(CLERKS));
    assert!(matches!(refused, Err(RegisterError::AgreementMissing)));
    assert_eq!(registers.sign_ins().unwrap().len(), 1, "and there is no slot");

    let tomorrow = StaffFields { agreed_on: "2026-09-04".to_owned(), ..clerk() };
    let refused = register.staff_update(added.id, added.rev, &tomorrow);
    assert_eq!(problems(refused), [("agreed_on".to_owned(), FieldProblem::OutOfRange)]);
    let today = StaffFields { agreed_on: "2026-09-03".to_owned(), ..clerk() };
    let updated = register.staff_update(added.id, added.rev, &today).unwrap();
    assert_eq!(last(&register).fields, ["agreed_on"]);
    let admitted = registers.staff_admit(added.id, &secret(CLERKS)).unwrap();
    assert_eq!(admitted.status, StaffStatus::Active);
    assert_eq!(registers.sign_ins().unwrap().len(), 2);

    let refused = register.staff_update(added.id, updated.rev + 1, &without);
    assert_eq!(problems(refused), [("agreed_on".to_owned(), FieldProblem::Required)]);
}

#[test]
fn everybody_signs_in_by_name_with_their_own_passphrase() {
    let (registers, member) = with_clerk();
    registers.lock().unwrap();
    let names: Vec<_> = registers.sign_ins().unwrap().into_iter().map(|sign_in| sign_in.name).collect();
    assert_eq!(names, [Some("Helmi Kuusisto".to_owned()), Some("Eero Nyman".to_owned())]);
    let wrong = registers.unlock(Some(member.id), &secret(PASSPHRASE));
    assert!(matches!(wrong, Err(RegisterError::WrongPassphrase)), "the owner's is not the clerk's");
    registers.unlock(Some(member.id), &secret(CLERKS)).unwrap();
    let register = registers.open().unwrap();
    assert_eq!((register.signer().staff_id(), register.signer().role()), (Some(member.id), Role::OrderDesk));
    let entries = trail(&register);
    let [signed, unlocked, failed, ..] = entries.as_slice() else { panic!("all are in the trail") };
    assert_eq!((signed.action, signed.staff_id), (Action::CheckpointSigned, None), "by the program itself");
    assert_eq!((unlocked.action, unlocked.staff_id), (Action::RegisterUnlocked, Some(member.id)));
    assert_eq!(
        (failed.action, failed.entity_id, failed.count, failed.staff_id),
        (Action::SignInFailed, Some(member.id.get()), Some(1), None),
        "the wrong try is told of"
    );
}

#[test]
fn who_left_does_not_sign_in_and_who_is_gone_stays_gone() {
    let (registers, member) = with_clerk();
    let left = registers.staff_leave(member.id, member.rev).unwrap();
    assert_eq!((left.status, left.left_on.as_str()), (StaffStatus::Left, "2026-09-03"));
    let register = registers.open().unwrap();
    let entries = trail(&register);
    assert_eq!((entries[0].action, entries[1].action), (Action::RootKeyRenewed, Action::StaffLeft));
    assert_eq!(entries[1].staff_id, OWNER);
    assert!(matches!(registers.staff_leave(member.id, left.rev), Err(RegisterError::StaffHasLeft)));
    assert!(matches!(registers.staff_admit(member.id, &secret(CLERKS)), Err(RegisterError::StaffHasLeft)));
    let changed = register.staff_update(member.id, left.rev, &clerk());
    assert!(matches!(changed, Err(RegisterError::StaffHasLeft)));
    drop(register);
    registers.lock().unwrap();
    assert_eq!(registers.sign_ins().unwrap().len(), 1);
    assert!(registers.unlock(Some(member.id), &secret(CLERKS)).is_err());
}

#[test]
fn a_slot_that_outlived_its_account_opens_nothing_and_is_told_of() {
    let (registers, member) = with_clerk();
    let register = registers.open().unwrap();
    // as if the program had been killed between the account's end and its slot's
    register
        .transact(|tx| {
            staff::set_status(tx, member.id, StaffStatus::Left, "2026-09-03")?;
            Ok(Acted::new((), Action::StaffLeft).on(member.id.get()))
        })
        .unwrap();
    drop(register);
    registers.lock().unwrap();
    assert_eq!(registers.sign_ins().unwrap().len(), 2, "the control: the slot is there");
    let refused = registers.unlock(Some(member.id), &secret(CLERKS));
    assert!(matches!(refused, Err(RegisterError::AccountNotActive)));
    assert_eq!(registers.state(), State::Locked);
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    let entries = trail(&registers.open().unwrap());
    assert!(
        entries.iter().any(|entry| {
            entry.action == Action::SignInFailed && entry.entity_id == Some(member.id.get())
        })
    );
    registers.lock().unwrap();
    assert_eq!(registers.sign_ins().unwrap().len(), 1, "and the next signing in removes it");
}

#[test]
fn nobody_acts_on_themselves_and_an_owner_stays() {
    let (registers, member) = with_clerk();
    let register = registers.open().unwrap();
    let owner = register.staff_list().unwrap().swap_remove(0);
    let demoted = StaffFields { role: Role::Viewer, ..owner.fields.clone() };
    let refused = register.staff_update(owner.id, owner.rev, &demoted);
    assert!(matches!(refused, Err(RegisterError::NotOnOneself)));
    assert!(matches!(registers.staff_leave(owner.id, owner.rev), Err(RegisterError::NotOnOneself)));
    let own = registers.staff_admit(owner.id, &secret(CLERKS));
    assert!(matches!(own, Err(RegisterError::NotOnOneself)), "one's own needs the old passphrase");
    let renamed = StaffFields { name: "Helmi Salo".to_owned(), ..owner.fields.clone() };
    register.staff_update(owner.id, owner.rev, &renamed).unwrap();
    let stale = register.staff_update(owner.id, owner.rev, &renamed);
    assert!(matches!(stale, Err(RegisterError::StaffStale)));
    let promoted = StaffFields { role: Role::Owner, ..member.fields.clone() };
    register.staff_update(member.id, member.rev, &promoted).unwrap();
}

#[test]
fn the_holder_of_the_code_cannot_leave_the_register_without_an_owner() {
    let registers = TempRegisters::new();
    let code = registers.create_studio();
    registers.lock().unwrap();
    registers.unlock_with_recovery(&code).unwrap();
    let register = registers.open().unwrap();
    let owner = register.staff_list().unwrap().swap_remove(0);
    assert!(matches!(registers.staff_leave(owner.id, owner.rev), Err(RegisterError::LastOwner)));
    let demoted = StaffFields { role: Role::Viewer, ..owner.fields.clone() };
    let refused = register.staff_update(owner.id, owner.rev, &demoted);
    assert!(matches!(refused, Err(RegisterError::LastOwner)));
    assert_eq!(last(&register).staff_id, None, "the code names nobody");
}

#[test]
fn a_renamed_person_signs_in_under_the_new_name() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let owner = register.staff_list().unwrap().swap_remove(0);
    let renamed = StaffFields { name: "Helmi Salo".to_owned(), ..owner.fields };
    register.staff_update(owner.id, owner.rev, &renamed).unwrap();
    drop(register);
    registers.lock().unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.lock().unwrap();
    let names: Vec<_> = registers.sign_ins().unwrap().into_iter().map(|sign_in| sign_in.name).collect();
    assert_eq!(names, [Some("Helmi Salo".to_owned())]);
}

#[test]
fn nobody_is_admitted_before_an_owner() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let clerk_fields = clerk;
    let clerk = register.staff_add(&clerk_fields()).unwrap();
    let owner = register.staff_add(&StaffFields {
        role: Role::Owner,
        name: "Sanna Öhman".to_owned(),
        ..clerk_fields()
    });
    let owner = owner.unwrap();
    // as in a register from before it knew its staff
    register
        .transact(|tx| {
            staff::set_status(tx, StaffMemberId(1), StaffStatus::Waiting, "")?;
            Ok(Acted::new((), Action::StaffUpdated).on(1))
        })
        .unwrap();
    drop(register);
    let refused = registers.staff_admit(clerk.id, &secret(CLERKS));
    assert!(
        matches!(refused, Err(RegisterError::LastOwner)),
        "it would end the only way in and leave no owner"
    );
    registers.staff_admit(owner.id, &secret(CLERKS)).unwrap();
    registers.staff_admit(clerk.id, &secret("viisi hiljaista lokkia laiturilla")).unwrap();
}
