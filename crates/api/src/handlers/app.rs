//! First run, unlocking, locking, settings, the studio, folders.

use domain::ids::StaffMemberId;
use domain::import::CopyFault;
use domain::staff::Right;
use domain::studio::{Studio, StudioFields};
use qrcode::{EcLevel, QrCode};
use register::demonstration::PASSPHRASE as DEMONSTRATION_PASSPHRASE;
use register::second_copy::SecondCopy;
use register::{
    Alarm, ExposeSecret, PassphraseError, RecoveryView, RegisterKind as Kind, SecretString, SignIn, State,
    StrengthWarning, check_passphrase, strength,
};

use super::staff::signer_dto;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::app::*;
use crate::dto::staff::{KeychainEnable, KeychainSignIn, KeychainState, SignInDto, SignInEntry};
use crate::dto::task::TaskStarted;
use crate::error::{ApiError, ErrorCode};

/// The program's state.
pub fn app_state(app: &App, _: Nothing) -> Result<AppState, ApiError> {
    let registers = app.registers();
    let state = registers.state();
    let kind = registers.kind();
    let (studio_name, signer, alarm) = match registers.open() {
        Ok(register) => (
            Some(register.studio()?.fields.name),
            Some(signer_dto(register.signer())),
            register.alarm().map(alarm_dto),
        ),
        Err(_) => (None, None, None),
    };
    // slots that cannot be read: whoever tries is told what is wrong
    let unread = || vec![SignIn { staff_id: None, name: None, has_keychain: false }];
    let sign_ins = match state {
        State::Locked => registers.sign_ins().unwrap_or_else(|_| unread()),
        _ => Vec::new(),
    };
    let wait = if state == State::Locked { registers.wait()? } else { None };
    Ok(AppState {
        state: match state {
            State::Absent => RegisterState::Absent,
            State::Unconfirmed => RegisterState::Unconfirmed,
            State::Locked => RegisterState::Locked,
            State::Open => RegisterState::Open,
        },
        register: kind.into(),
        existing: registers.existing().into_iter().map(Into::into).collect(),
        studio_name,
        demonstration_passphrase: (kind == Kind::Demonstration).then(|| DEMONSTRATION_PASSPHRASE.to_owned()),
        sign_ins: sign_ins
            .into_iter()
            .map(|SignIn { staff_id, name, has_keychain }| SignInDto { staff_id, name, has_keychain })
            .collect(),
        signer,
        alarm,
        wait_ms: wait.map(|wait| u32::try_from(wait.as_millis()).unwrap_or(u32::MAX)),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        settings: app.settings(),
    })
}

/// Stops the tasks, locks the register and ends the program: the answer to `close_asked`.
pub fn program_end(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    let closed = app.close();
    app.host().end();
    Ok(closed.map(|()| Nothing {})?)
}

/// Keeps language and theme on this computer.
pub fn settings_set(app: &App, request: Settings) -> Result<AppState, ApiError> {
    let is_changed = request.lock_after_minutes != app.settings().lock_after_minutes;
    if is_changed && app.registers().existing().contains(&Kind::Studio) {
        // how long an open register waits unattended is the studio's to decide, not the demonstration's
        let register = app.register()?;
        register.require(Right::ManageStudio)?;
        if register.kind() != Kind::Studio {
            return Err(ApiError::of(ErrorCode::NotAllowed));
        }
        register.lock_after_note()?;
    }
    app.set_settings(request)?;
    app_state(app, Nothing {})
}

/// The window's small choices.
pub fn preference_list(app: &App, _: Nothing) -> Result<Preferences, ApiError> {
    Ok(Preferences { values: app.preferences() })
}

/// Keeps one of them on this computer.
pub fn preference_set(app: &App, request: PreferenceSet) -> Result<Nothing, ApiError> {
    app.set_preference(request.key, request.value)?;
    Ok(Nothing {})
}

/// Notes whether the window holds what is not saved.
pub fn unsaved_note(app: &App, request: UnsavedNote) -> Result<Nothing, ApiError> {
    app.note_unsaved(request.has_unsaved);
    Ok(Nothing {})
}

/// Notes that somebody used mouse or keyboard.
pub fn input_note(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    app.note_input();
    Ok(Nothing {})
}

/// Shows the other register of this computer.
pub fn register_choose(app: &App, request: RegisterChoose) -> Result<AppState, ApiError> {
    app.registers().choose(request.register.into())?;
    app_state(app, Nothing {})
}

/// Rates a passphrase while it is typed.
pub fn passphrase_rate(app: &App, request: PassphraseRate) -> Result<PassphraseStrength, ApiError> {
    let fields =
        app.register().ok().map(|register| register.studio()).transpose()?.map(|studio| studio.fields);
    let mut words: Vec<&str> = request.own_words.iter().map(String::as_str).collect();
    words.extend(fields.iter().flat_map(StudioFields::own_words));
    let passphrase = SecretString::from(request.passphrase);
    let (rated, is_sufficient) = match check_passphrase(passphrase.expose_secret(), &words) {
        Ok(rated) => (rated, true),
        Err(PassphraseError::TooWeak(rated)) => (rated, false),
        Err(PassphraseError::TooShort { .. }) => (strength(passphrase.expose_secret(), &words), false),
    };
    let lower = SecretString::from(passphrase.expose_secret().to_lowercase());
    let leans_on_name = words
        .iter()
        .map(|word| word.trim().to_lowercase())
        .any(|word| !word.is_empty() && lower.expose_secret().contains(&word));
    let warning = match rated.warning {
        _ if is_sufficient => None,
        _ if leans_on_name => Some(PassphraseWarning::StudioName),
        _ if passphrase.expose_secret().chars().count() < register::MINIMUM_LENGTH => {
            Some(PassphraseWarning::TooShort)
        }
        Some(warning) => Some(warning.into()),
        None => Some(PassphraseWarning::Guessable),
    };
    Ok(PassphraseStrength { score: rated.score, is_sufficient, warning })
}

/// Whether a register could be made for this studio.
pub fn studio_check(app: &App, request: StudioCheck) -> Result<Nothing, ApiError> {
    app.registers().studio_check(&request.fields.into())?;
    Ok(Nothing {})
}

/// Makes the studio's register; it waits for its recovery code to be typed back.
pub fn register_create(app: &App, request: RegisterCreate) -> Result<RecoverySheet, ApiError> {
    let passphrase = SecretString::from(request.passphrase);
    let view = app.registers().create(&request.studio.into(), &request.owner.into(), &passphrase)?;
    sheet(&view)
}

/// Writes the recovery sheet where the user says.
pub fn recovery_sheet_save(app: &App, _: Nothing) -> Result<SavedFile, ApiError> {
    app.registers().recovery_view()?;
    let title = app.text("documents-dialog-recovery")?;
    let suggested = app.text("documents-recovery-file")?;
    let Some(path) = app.host().save_file(&title, &suggested) else {
        return Ok(SavedFile { is_saved: false, name: None });
    };
    app.registers().recovery_sheet_save(&path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(SavedFile { is_saved: true, name })
}

/// The recovery code typed back.
pub fn register_create_confirm(app: &App, request: RecoveryCodeEntry) -> Result<AppState, ApiError> {
    app.registers().confirm(&request.code)?;
    app_state(app, Nothing {})
}

/// Gives up the register that waits for its code.
pub fn register_create_abandon(app: &App, _: Nothing) -> Result<AppState, ApiError> {
    app.registers().abandon()?;
    app_state(app, Nothing {})
}

/// Opens the demonstration studio, making it first when there is none.
pub fn demonstration_open(app: &App, _: Nothing) -> Result<TaskStarted, ApiError> {
    let task = app.registers().demonstration_open()?;
    Ok(TaskStarted { task: task.0 })
}

/// Unlocks with somebody's passphrase.
pub fn register_unlock(app: &App, request: SignInEntry) -> Result<AppState, ApiError> {
    let passphrase = SecretString::from(request.passphrase);
    app.sign_in(|registers| registers.unlock(request.staff_id.map(StaffMemberId), &passphrase))?;
    app_state(app, Nothing {})
}

/// Unlocks with the recovery code.
pub fn register_unlock_with_recovery(app: &App, request: RecoveryCodeEntry) -> Result<AppState, ApiError> {
    app.sign_in(|registers| registers.unlock_with_recovery(&request.code))?;
    app_state(app, Nothing {})
}

/// Unlocks with what the computer's keychain keeps for somebody.
pub fn register_unlock_with_keychain(app: &App, request: KeychainSignIn) -> Result<AppState, ApiError> {
    app.sign_in(|registers| registers.unlock_with_keychain(StaffMemberId(request.staff_id)))?;
    app_state(app, Nothing {})
}

/// Whether whoever is signed in can unlock on this computer without a passphrase.
pub fn keychain_get(app: &App, _: Nothing) -> Result<KeychainState, ApiError> {
    Ok(KeychainState { is_enabled: app.registers().has_keychain()? })
}

/// Turns it on.
pub fn keychain_enable(app: &App, request: KeychainEnable) -> Result<KeychainState, ApiError> {
    app.registers().keychain_enable(&SecretString::from(request.passphrase))?;
    keychain_get(app, Nothing {})
}

/// Turns it off.
pub fn keychain_disable(app: &App, _: Nothing) -> Result<KeychainState, ApiError> {
    app.registers().keychain_disable()?;
    keychain_get(app, Nothing {})
}

/// Accepts a register that is not as it was left, and locks it.
pub fn alarm_accept(app: &App, _: Nothing) -> Result<AppState, ApiError> {
    app.registers().alarm_accept()?;
    app_state(app, Nothing {})
}

/// Locks the register.
pub fn register_lock(app: &App, _: Nothing) -> Result<AppState, ApiError> {
    app.forget_folders();
    app.registers().lock()?;
    app_state(app, Nothing {})
}

/// A new passphrase in place of the old.
pub fn passphrase_change(app: &App, request: PassphraseChange) -> Result<Nothing, ApiError> {
    let (current, new) = (SecretString::from(request.current), SecretString::from(request.new));
    app.registers().passphrase_change(&current, &new)?;
    Ok(Nothing {})
}

/// The studio's details.
pub fn studio_get(app: &App, _: Nothing) -> Result<StudioDto, ApiError> {
    Ok(app.register()?.studio()?.into())
}

/// Changes the studio's details.
pub fn studio_update(app: &App, request: StudioUpdate) -> Result<StudioDto, ApiError> {
    Ok(app.register()?.studio_update(&request.fields.into(), request.rev)?.into())
}

/// How the second copies of the photos stand.
pub fn second_copy_get(app: &App, _: Nothing) -> Result<SecondCopyDto, ApiError> {
    Ok(second_copy(app.register()?.second_copy_get()?))
}

/// Has second copies made in a folder of another disk.
pub fn second_copy_set(app: &App, request: SecondCopySet) -> Result<SecondCopyDto, ApiError> {
    let folder = app.folder(FolderPurpose::SecondCopy, &request.folder)?;
    Ok(second_copy(app.register()?.second_copy_set(&folder)?))
}

/// Has no second copies made any more.
pub fn second_copy_stop(app: &App, _: Nothing) -> Result<SecondCopyDto, ApiError> {
    Ok(second_copy(app.register()?.second_copy_stop()?))
}

/// Makes the copies that are missing, in the background.
pub fn second_copy_start(app: &App, _: Nothing) -> Result<TaskStarted, ApiError> {
    Ok(TaskStarted { task: app.register()?.second_copy_start()?.0 })
}

fn second_copy(state: SecondCopy) -> SecondCopyDto {
    let fault = state.fault.map(|fault| match fault {
        CopyFault::FolderMissing => CopyFaultDto::FolderMissing,
        CopyFault::SameDisk => CopyFaultDto::SameDisk,
        CopyFault::DiskFull => CopyFaultDto::DiskFull,
        CopyFault::WriteFailed => CopyFaultDto::WriteFailed,
        CopyFault::Unreadable => CopyFaultDto::Unreadable,
        CopyFault::Cancelled => CopyFaultDto::Cancelled,
    });
    SecondCopyDto { folder: state.folder, files: state.files, missing: state.missing, fault }
}

/// Lets the user choose a folder in a native dialog.
pub fn folder_choose(app: &App, request: FolderChoose) -> Result<ChosenFolder, ApiError> {
    let title = app.text(match request.purpose {
        FolderPurpose::Import => "documents-dialog-import",
        FolderPurpose::HandOver => "documents-dialog-hand-over",
        FolderPurpose::SecondCopy => "documents-dialog-second-copy",
    })?;
    let Some(folder) = app.host().choose_folder(request.purpose, &title) else {
        return Ok(ChosenFolder { token: None, label: None });
    };
    // kept as text in the register, to be found again when an import is resumed or a batch is settled
    let Some(label) = folder.to_str().map(ToOwned::to_owned) else {
        return Err(ApiError::of(ErrorCode::FolderNameUnsupported));
    };
    let token = app.keep_folder(request.purpose, folder)?;
    Ok(ChosenFolder { token: Some(token), label: Some(label) })
}

fn alarm_dto(alarm: Alarm) -> AlarmDto {
    let plain = |kind| AlarmDto { kind, entry: None, remembered: None };
    let number = |entry: u64| i64::try_from(entry).ok();
    match alarm {
        Alarm::AnchorMissing => plain(AlarmKind::AnchorMissing),
        Alarm::AnchorDamaged => plain(AlarmKind::AnchorDamaged),
        Alarm::Behind { last, remembered } => {
            AlarmDto { entry: number(last), remembered: number(remembered), ..plain(AlarmKind::Behind) }
        }
        Alarm::EntryChanged { entry } => AlarmDto { entry: number(entry), ..plain(AlarmKind::EntryChanged) },
        Alarm::CheckpointFalse => plain(AlarmKind::CheckpointFalse),
        Alarm::SlotsOlder => plain(AlarmKind::SlotsOlder),
        Alarm::StaffChanged => plain(AlarmKind::StaffChanged),
        Alarm::RegisterChanged => plain(AlarmKind::RegisterChanged),
        Alarm::KeyListChanged => plain(AlarmKind::KeyListChanged),
    }
}

fn sheet(view: &RecoveryView) -> Result<RecoverySheet, ApiError> {
    let code = QrCode::with_error_correction_level(view.qr_text.as_bytes(), EcLevel::M)
        .map_err(|error| ApiError::bug(&error))?;
    let modules = code.to_colors().into_iter().map(|color| color.select('1', '0')).collect::<String>();
    let size = u32::try_from(code.width()).unwrap_or_default();
    Ok(RecoverySheet { groups: view.groups.to_vec(), qr: QrDto { size, modules } })
}

impl From<Kind> for RegisterKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Studio => Self::Studio,
            Kind::Demonstration => Self::Demonstration,
        }
    }
}

impl From<RegisterKind> for Kind {
    fn from(kind: RegisterKind) -> Self {
        match kind {
            RegisterKind::Studio => Self::Studio,
            RegisterKind::Demonstration => Self::Demonstration,
        }
    }
}

impl From<StudioFieldsDto> for StudioFields {
    fn from(dto: StudioFieldsDto) -> Self {
        Self {
            name: dto.name,
            business_id: dto.business_id,
            street: dto.street,
            postal_code: dto.postal_code,
            town: dto.town,
            phone: dto.phone,
            email: dto.email,
            language: dto.language.into(),
        }
    }
}

impl From<Studio> for StudioDto {
    fn from(studio: Studio) -> Self {
        let fields = studio.fields;
        Self {
            fields: StudioFieldsDto {
                name: fields.name,
                business_id: fields.business_id,
                street: fields.street,
                postal_code: fields.postal_code,
                town: fields.town,
                phone: fields.phone,
                email: fields.email,
                language: fields.language.into(),
            },
            is_demonstration: studio.is_demonstration,
            rev: studio.rev,
        }
    }
}

impl From<StrengthWarning> for PassphraseWarning {
    fn from(warning: StrengthWarning) -> Self {
        use StrengthWarning as W;
        match warning {
            W::KeyboardRow | W::KeyboardPattern => Self::Keyboard,
            W::RepeatedCharacter | W::RepeatedPattern => Self::Repeats,
            W::TopTen | W::TopHundred | W::Common | W::SimilarToCommon => Self::Common,
            W::Sequence => Self::Sequence,
            W::RecentYear | W::Date => Self::Date,
            W::NameAlone | W::CommonName => Self::Name,
            W::SingleWord => Self::Guessable,
        }
    }
}
