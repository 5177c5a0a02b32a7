//! The life of a register from first run to a changed passphrase, and what stands in its way.

use std::path::Path;
use std::sync::{Arc, mpsc};

use decoding::Decoders;
use domain::Action;
use domain::ids::StaffMemberId;
use domain::matching::{Owner, RunState};
use domain::staff::Signer;
use domain::studio::StudioFields;
use store::{StoreError, audit};
use tasks::TaskCtx;
use vault::{KdfParams, SecretString, VaultError};

use crate::demonstration::PASSPHRASE as PASSPHRASE_OF_DEMONSTRATION;
use crate::registers::{RegisterKind, Registers, RegistersConfig, State};
use crate::testing::{OWNER, PASSPHRASE, TempRegisters, owner_fields, studio_fields};
use crate::{
    Register, RegisterError, SystemClock, TaskKind, TaskOutcome, TaskResult, TaskState, clock::Clock,
};

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn actions(registers: &TempRegisters) -> Vec<Action> {
    let register = registers.open().unwrap();
    let trail = register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 50)?)).unwrap();
    trail.rows.iter().rev().map(|entry| entry.action).collect()
}

#[test]
fn made_confirmed_locked_unlocked() {
    let mut registers = TempRegisters::new();
    assert_eq!(registers.state(), State::Absent);
    assert!(registers.existing().is_empty());
    let view = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    assert_eq!(registers.state(), State::Unconfirmed);
    assert!(registers.existing().is_empty(), "not there before the code was typed back");
    let code = view.groups.join(" ").to_lowercase();
    registers.confirm(&code).unwrap();
    assert_eq!(registers.state(), State::Open);
    assert_eq!(registers.open().unwrap().studio().unwrap().fields, studio_fields());

    registers.lock().unwrap();
    assert_eq!(registers.state(), State::Locked);
    assert!(matches!(registers.open(), Err(RegisterError::Locked)));
    registers.restart();
    assert_eq!(registers.state(), State::Locked);
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.lock().unwrap();
    registers.unlock_with_recovery(&code).unwrap();
    assert_eq!(
        actions(&registers),
        [
            Action::RegisterCreated,
            Action::StaffAdmitted,
            Action::ProductCreated,
            Action::RegisterLocked,
            Action::RegisterUnlocked,
            Action::CheckpointSigned,
            Action::RegisterLocked,
            Action::RegisterUnlocked,
        ]
    );
}

#[test]
fn what_opened_the_register_has_a_word_in_every_language() {
    use super::unlock::Means;

    for language in ["fi", "sv", "en"] {
        let path = format!("{}/../../assets/l10n/{language}/fields.ftl", env!("CARGO_MANIFEST_DIR"));
        let texts = std::fs::read_to_string(path).unwrap();
        for means in [Means::Passphrase(None), Means::Keychain(StaffMemberId(1)), Means::RecoveryCode] {
            let key = format!("field-label-{} = ", means.field().replace('_', "-"));
            assert!(texts.lines().any(|line| line.starts_with(&key)), "{language}: {key}");
        }
    }
}

#[test]
fn killed_before_the_code_was_typed_back_nothing_is_left() {
    let mut registers = TempRegisters::new();
    registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    assert_eq!(std::fs::read_dir(registers.device_dir.path()).unwrap().count(), 1);
    registers.restart();
    assert_eq!(registers.state(), State::Absent);
    for dir in [&registers.dir, &registers.device_dir] {
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
    registers.create_studio();
}

/// A second program on the same data folder.
fn second_program(registers: &TempRegisters) -> Result<Registers, RegisterError> {
    Registers::new(RegistersConfig {
        data_dir: registers.dir.path().to_owned(),
        device_dir: registers.device_dir.path().to_owned(),
        clock: Arc::new(SystemClock),
        machine: "toimisto-2".to_owned(),
        kdf: Some(KdfParams::for_tests()),
        decoders: Decoders::in_process(),
        keychain: registers.keychain.clone(),
        notify: Arc::new(|_| {}),
    })
}

#[test]
fn a_second_program_leaves_the_first_ones_unconfirmed_register_alone() {
    let registers = TempRegisters::new();
    let view = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    let second = second_program(&registers).unwrap();
    assert_eq!(second.state(), State::Absent);
    let refused = second.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::Store(StoreError::InUse))));
    registers.confirm(&view.groups.join("-")).unwrap();
    registers.lock().unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
}

#[cfg(unix)]
#[test]
fn the_data_folder_and_the_registers_in_it_are_closed_to_other_users() {
    let mut registers = TempRegisters::new();
    open_to_all(registers.dir.path());
    registers.restart();
    registers.create_studio();
    let studio = registers.dir.path().join("studio");
    assert_eq!((mode(registers.dir.path()), mode(&studio)), (0o700, 0o700));
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn open_to_all(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn abandoned_it_is_gone_and_another_can_be_made() {
    let registers = TempRegisters::new();
    let first = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    registers.abandon().unwrap();
    assert_eq!(registers.state(), State::Absent);
    let second = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    assert!(matches!(registers.confirm(&first.groups.join("-")), Err(RegisterError::WrongRecoveryCode)));
    assert!(matches!(registers.confirm("K1ZZZ"), Err(RegisterError::RecoveryCodeMistyped)));
    assert_eq!(registers.state(), State::Unconfirmed);
    registers.confirm(&second.groups.join("-")).unwrap();
    assert_eq!(std::fs::read_dir(registers.device_dir.path()).unwrap().count(), 1, "of the first, nothing");
}

#[test]
fn a_second_register_weak_passphrases_and_bad_details_are_refused() {
    let registers = TempRegisters::new();
    for weak in ["", "lyhyt", "salasana1234", "Kuvaamo Esimerkki Oy"] {
        let refused = registers.create(&studio_fields(), &owner_fields(), &secret(weak));
        assert!(matches!(refused, Err(RegisterError::PassphraseTooWeak(_))), "{weak}");
    }
    let bad = StudioFields { business_id: "1234567-8".to_owned(), ..studio_fields() };
    assert!(matches!(
        registers.create(&bad, &owner_fields(), &secret(PASSPHRASE)),
        Err(RegisterError::Invalid(_))
    ));
    assert_eq!(registers.state(), State::Absent);
    registers.create_studio();
    let second = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE));
    assert!(matches!(second, Err(RegisterError::Exists)));
}

#[test]
fn wrong_passphrases_slow_down_also_across_a_restart() {
    let mut registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    for _ in 0..3 {
        assert!(matches!(registers.unlock(OWNER, &secret("väärä")), Err(RegisterError::WrongPassphrase)));
    }
    registers.restart();
    assert!(matches!(
        registers.unlock(OWNER, &secret(PASSPHRASE)),
        Err(RegisterError::WaitBeforeRetry { .. })
    ));
    assert_eq!(registers.wait().unwrap().unwrap().as_millis(), 2_000);
    registers.clock.advance(2_000);
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.lock().unwrap();
    assert_eq!(registers.wait().unwrap(), None);
}

#[test]
fn a_code_of_another_register_is_wrong() {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    let other = TempRegisters::new().create_studio();
    assert!(matches!(registers.unlock_with_recovery(&other), Err(RegisterError::WrongRecoveryCode)));
    assert!(matches!(registers.unlock_with_recovery("hei"), Err(RegisterError::RecoveryCodeMistyped)));
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let registers = TempRegisters::new();
    let code = registers.create_studio();
    let (second, third) = ("kaksi vanhaa polkupyörää sillalla", "kolme punaista omenaa pöydällä");
    let wrong = registers.passphrase_change(&secret("väärä"), &secret(second));
    assert!(matches!(wrong, Err(RegisterError::WrongPassphrase)));
    let weak = registers.passphrase_change(&secret(PASSPHRASE), &secret("heikko"));
    assert!(matches!(weak, Err(RegisterError::PassphraseTooWeak(_))));
    registers.passphrase_change(&secret(PASSPHRASE), &secret(second)).unwrap();
    registers.lock().unwrap();
    assert!(matches!(registers.unlock(OWNER, &secret(PASSPHRASE)), Err(RegisterError::WrongPassphrase)));
    registers.unlock_with_recovery(&code).unwrap();
    let nobody = registers.passphrase_change(&secret(&code), &secret(third));
    assert!(matches!(nobody, Err(RegisterError::NobodySignedIn)));
    registers.lock().unwrap();
    registers.unlock(OWNER, &secret(second)).unwrap();
    registers.passphrase_change(&secret(&code), &secret(third)).unwrap();
    registers.lock().unwrap();
    registers.unlock(OWNER, &secret(third)).unwrap();
    assert_eq!(actions(&registers).iter().filter(|&&action| action == Action::PassphraseChanged).count(), 2);
}

fn device_secret_missing(answer: Result<(), RegisterError>) -> bool {
    matches!(answer, Err(RegisterError::Vault(VaultError::DeviceSecretMissing)))
}

#[test]
fn the_folder_alone_does_not_open_with_the_right_passphrase() {
    let mut registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    let folder: Vec<_> = walkdir::WalkDir::new(registers.dir.path())
        .into_iter()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(folder.contains(&"keyslots".to_owned()) && !folder.contains(&"device".to_owned()), "{folder:?}");
    let files = std::fs::read_dir(registers.device_dir.path()).unwrap().map(Result::unwrap);
    // beside it lies how far the register had come, which opens nothing
    let secrets: Vec<_> =
        files.filter(|file| !file.file_name().to_string_lossy().ends_with(".seen")).collect();
    let [secret_file] = secrets.as_slice() else { panic!("one secret for the one register") };
    let whole = std::fs::read(secret_file.path()).unwrap();

    registers.move_to_another_computer();
    assert_eq!((registers.state(), registers.sign_ins().unwrap()), (State::Locked, vec![]));
    for _ in 0..4 {
        assert!(device_secret_missing(registers.unlock(OWNER, &secret(PASSPHRASE))));
    }
    assert_eq!(registers.wait().unwrap(), None, "it is no wrong attempt");
    let dir = std::fs::read_dir(registers.device_dir.path()).unwrap();
    assert_eq!(dir.count(), 0, "asking makes no secret");

    std::fs::write(registers.device_dir.path().join(secret_file.file_name()), whole).unwrap();
    assert!(!registers.sign_ins().unwrap().is_empty());
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
}

#[test]
fn on_another_computer_the_code_opens_and_sets_the_passphrase_there() {
    let mut registers = TempRegisters::new();
    let code = registers.create_studio();
    registers.lock().unwrap();
    let there = "kaksi vanhaa polkupyörää sillalla";
    registers.move_to_another_computer();
    assert_eq!((registers.state(), registers.sign_ins().unwrap()), (State::Locked, vec![]));

    registers.unlock_with_recovery(&code).unwrap();
    assert_eq!(*registers.open().unwrap().signer(), Signer::KeyHolder);
    let owner = StaffMemberId(1);
    let weak = registers.sign_in_by_name(owner, &secret("Kuvaamo Esimerkki Oy"));
    assert!(matches!(weak, Err(RegisterError::PassphraseTooWeak(_))));
    registers.sign_in_by_name(owner, &secret(there)).unwrap();
    assert_eq!(registers.open().unwrap().signer().staff_id(), OWNER);
    let again = registers.sign_in_by_name(owner, &secret(there));
    assert!(matches!(again, Err(RegisterError::NotAllowed)), "who is somebody does not become another");
    assert_eq!(
        actions(&registers)[3..],
        [
            Action::RegisterLocked,
            Action::RegisterUnlocked,
            Action::CheckpointSigned,
            Action::PassphraseChanged,
            Action::RegisterLocked,
            Action::RegisterUnlocked,
        ]
    );
    registers.lock().unwrap();
    assert!(!registers.sign_ins().unwrap().is_empty());
    assert!(matches!(registers.unlock(OWNER, &secret(PASSPHRASE)), Err(RegisterError::WrongPassphrase)));
    registers.restart();
    registers.unlock(OWNER, &secret(there)).unwrap();
}

#[test]
fn a_register_that_is_carried_between_computers_has_a_passphrase_on_each() {
    let mut registers = TempRegisters::new();
    let code = registers.create_studio();
    registers.lock().unwrap();
    let (there, everywhere) = ("kaksi vanhaa polkupyörää sillalla", "kolme punaista omenaa pöydällä");
    let home = std::mem::replace(&mut registers.device_dir, tempfile::tempdir().unwrap());
    registers.restart();
    registers.unlock_with_recovery(&code).unwrap();
    registers.sign_in_by_name(StaffMemberId(1), &secret(there)).unwrap();
    registers.lock().unwrap();

    let away = std::mem::replace(&mut registers.device_dir, home);
    registers.restart();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.passphrase_change(&secret(PASSPHRASE), &secret(everywhere)).unwrap();
    registers.lock().unwrap();
    registers.unlock(OWNER, &secret(everywhere)).unwrap();
    registers.lock().unwrap();
    registers.device_dir = away;
    registers.restart();
    for passphrase in [there, PASSPHRASE, everywhere] {
        assert!(device_secret_missing(registers.unlock(OWNER, &secret(passphrase))), "the change ended it");
    }
    registers.unlock_with_recovery(&code).unwrap();
}

#[test]
fn damaged_files_are_named_and_left_alone() {
    let registers = TempRegisters::new();
    registers.create_studio();
    registers.lock().unwrap();
    let studio = registers.dir.path().join("studio");
    let database = studio.join("register.db");
    let whole = std::fs::read(&database).unwrap();

    std::fs::write(&database, b"SQLite format 3\0 and more").unwrap();
    let refused = registers.unlock(OWNER, &secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::Store(StoreError::PlainDatabase))));
    std::fs::write(&database, &whole[..whole.len() - 100]).unwrap();
    let refused = registers.unlock(OWNER, &secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::Store(StoreError::Truncated))));
    std::fs::write(&database, &whole).unwrap();

    for name in ["keyslots", "keyslots.copy"] {
        std::fs::rename(studio.join(name), studio.join(format!("{name}.away"))).unwrap();
    }
    let refused = registers.unlock(OWNER, &secret(PASSPHRASE));
    assert!(matches!(refused, Err(RegisterError::Vault(VaultError::SlotsMissing))));
    std::fs::rename(studio.join("keyslots.copy.away"), studio.join("keyslots.copy")).unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    assert!(studio.join("keyslots").exists(), "one whole copy is enough, and the other is mended");
}

#[test]
fn the_recovery_sheet_is_a_pdf_and_only_while_the_code_waits() {
    let registers = TempRegisters::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let target = elsewhere.path().join("palautuskoodi.pdf");
    assert!(matches!(registers.recovery_sheet_save(&target), Err(RegisterError::Absent)));
    let view = registers.create(&studio_fields(), &owner_fields(), &secret(PASSPHRASE)).unwrap();
    registers.recovery_sheet_save(&target).unwrap();
    let sheet = std::fs::read(&target).unwrap();
    assert!(sheet.starts_with(b"%PDF-"));
    #[cfg(unix)]
    assert_eq!(mode(&target), 0o600, "nobody else on this computer reads the code");
    let nowhere = elsewhere.path().join("gone").join("palautuskoodi.pdf");
    assert!(matches!(registers.recovery_sheet_save(&nowhere), Err(RegisterError::Io(_))));
    registers.confirm(&view.groups.join("-")).unwrap();
    assert!(matches!(registers.recovery_sheet_save(&target), Err(RegisterError::Absent)));
    assert_eq!(std::fs::read(&target).unwrap(), sheet, "a refusal leaves the sheet that is there");
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 1, "and nothing half-written");
    let expected =
        [Action::RegisterCreated, Action::StaffAdmitted, Action::ProductCreated, Action::RecoverySheetSaved];
    assert_eq!(actions(&registers), expected);
}

fn completed() -> TaskOutcome {
    TaskOutcome::Completed(TaskResult::default())
}

#[test]
fn a_call_that_began_before_the_lock_can_neither_write_nor_start_a_task() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let locking = Arc::clone(&registers);
    let locking = std::thread::spawn(move || locking.lock());
    let last = || {
        let trail = register.read(|tx| Ok(audit::list(tx, &Default::default(), None, 1)?)).unwrap();
        trail.rows.first().map(|entry| entry.action)
    };
    while last() != Some(Action::RegisterLocked) {
        std::thread::yield_now();
    }

    let started = register.start_task(TaskKind::ImportPlan, "kortti", |_, _| Ok(completed()));
    assert!(matches!(started, Err(RegisterError::Locked)));
    let written = register.record(Action::StudioUpdated, &[]);
    assert!(matches!(written, Err(RegisterError::Locked)));
    assert_eq!(last(), Some(Action::RegisterLocked), "the trail's last word");
    drop(register);
    locking.join().unwrap().unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
}

#[test]
fn a_lock_waits_for_a_task_that_was_started_just_before() {
    let registers = TempRegisters::new();
    registers.create_studio();
    let register = registers.open().unwrap();
    let (begun, has_begun) = mpsc::channel();
    let work = move |register: &Arc<Register>, ctx: &mut TaskCtx| {
        begun.send(()).unwrap();
        while ctx.step(|_| {}).is_ok() {
            std::thread::yield_now();
        }
        register.record(Action::StudioUpdated, &["name"])?;
        Ok(completed())
    };
    register.start_task(TaskKind::ImportPlan, "kortti", work).unwrap();
    drop(register);
    has_begun.recv().unwrap();
    registers.lock().unwrap();
    assert!(registers.tasks().list().is_empty());
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    let expected =
        [Action::StudioUpdated, Action::RegisterLocked, Action::RegisterUnlocked, Action::CheckpointSigned];
    assert!(actions(&registers).ends_with(&expected), "what the task wrote at its end is kept");
}

#[test]
fn the_demonstration_studio_stands_beside_the_studio() {
    let mut registers = TempRegisters::new();
    registers.create_studio();
    let task = registers.demonstration_open().unwrap();
    assert_eq!(registers.demonstration_open().unwrap(), task, "asked for twice it is made once");
    let ended = registers.tasks().wait(task).unwrap();
    assert_eq!(ended.error.map(|error| error.to_string()), None);
    assert_eq!((registers.kind(), registers.state()), (RegisterKind::Demonstration, State::Open));
    assert!(registers.open().unwrap().studio().unwrap().is_demonstration);
    assert_its_school_is_photographed(&registers);
    registers.choose(RegisterKind::Studio).unwrap();
    assert_eq!(registers.state(), State::Locked);
    assert_eq!(registers.existing(), RegisterKind::ALL);

    let task = registers.demonstration_open().unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE)).unwrap();
    registers.tasks().wait(task).unwrap();
    let shows_demonstration = registers.kind() == RegisterKind::Demonstration;
    let studio = registers.open().unwrap().studio().unwrap();
    assert_eq!(studio.is_demonstration, shows_demonstration, "never the one's name over the other's data");

    registers.choose(RegisterKind::Demonstration).unwrap();
    registers.move_to_another_computer();
    registers.choose(RegisterKind::Demonstration).unwrap();
    registers.unlock(OWNER, &secret(PASSPHRASE_OF_DEMONSTRATION)).unwrap();
}

/// Everybody's photos are theirs but for the two round the card that nobody can read, and one child was at home.
#[track_caller]
fn assert_its_school_is_photographed(registers: &TempRegisters) {
    let register = registers.open().unwrap();
    let job = register.job_recent(10).unwrap().remove(0).job.id;
    let matching = register.matching_get(job).unwrap();
    let state = |state| matching.proposal.runs.iter().filter(|run| run.state == state).count();
    let children = matching.owners.iter().filter(|listed| matches!(listed.owner, Owner::Subject(_))).count();
    let classes = matching.owners.len() - children;
    // those two are one run, or a run each
    let doubtful = state(RunState::Quarantined);
    assert!((1..=2).contains(&doubtful), "{:?}", matching.proposal.runs);
    assert_eq!((state(RunState::Matched), state(RunState::Unmatched)), (children - 3 + classes, 0));
    assert_eq!((children, classes), (64, 3));
    assert!(!matching.proposal.absent.is_empty());
}

#[test]
fn a_demonstration_studio_stopped_half_way_leaves_nothing() {
    let registers = TempRegisters::new();
    let task = registers.demonstration_open().unwrap();
    registers.tasks().cancel(task);
    assert_eq!(registers.tasks().wait(task).unwrap().state, TaskState::Cancelled);
    assert_eq!(registers.state(), State::Absent);
    assert_eq!(std::fs::read_dir(registers.dir.path()).unwrap().count(), 0);
}

#[test]
fn the_system_clock_tells_this_century() {
    assert!(SystemClock.now().millis() > 1_700_000_000_000);
}
