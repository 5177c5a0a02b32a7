//! From the register's errors to the window's, in one exhaustive match per layer.

use std::fmt::Display;
use std::io;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::Entity;
use domain::field::FieldProblem as Problem;
use domain::partner::PartnerRefusal;
use register::batches::{FolderError, PlainError};
use register::history::BundleError;
use register::{DecodingError, RegisterError, StoreError, VaultError};

use crate::error::{ApiError, ErrorArg, ErrorCode, ErrorKind, FieldError, FieldProblem};

impl ApiError {
    /// An error without arguments; its kind follows from its code.
    pub fn of(code: ErrorCode) -> Self {
        Self { code, kind: kind(code), args: Vec::new(), fields: Vec::new(), incident: None }
    }

    /// The same with an argument for its text.
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        self.args.push(ErrorArg { name: name.to_owned(), value: value.to_string() });
        self
    }

    /// A fault of the program: logged under an incident number that the window shows.
    pub fn bug(cause: &dyn Display) -> Self {
        let incident = incident();
        tracing::error!(%incident, %cause, "fault of the program");
        Self { incident: Some(incident), ..Self::of(ErrorCode::Bug) }
    }
}

/// Four characters without look-alikes: unlikely to repeat within a day's log.
fn incident() -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut random = [0; 4];
    if getrandom::fill(&mut random).is_err() {
        random = COUNT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
    }
    random
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte % 32)))
        .map(|letter| char::from(*letter))
        .collect()
}

impl From<RegisterError> for ApiError {
    fn from(error: RegisterError) -> Self {
        Self::from(&error)
    }
}

impl From<&RegisterError> for ApiError {
    fn from(error: &RegisterError) -> Self {
        use ErrorCode as Code;
        use RegisterError as E;
        match error {
            E::Store(error) => store(error),
            E::Vault(error) => vault(error),
            E::Document(error) => Self::bug(error),
            E::Text(error) => Self::bug(error),
            E::Drawing(error) => Self::bug(error),
            E::Decoding(DecodingError::Picture(_) | DecodingError::Lost(_)) => Self::of(Code::PhotoDamaged),
            E::Decoding(DecodingError::Ended) => Self::of(Code::RegisterLocked),
            E::Decoding(DecodingError::NoWorker(_)) => Self::bug(error),
            E::Io(error) => disk(error),
            E::Cancelled => Self::of(Code::Cancelled),
            E::Panicked => Self::bug(error),
            E::Locked => Self::of(Code::RegisterLocked),
            E::Exists => Self::of(Code::RegisterExists),
            E::Absent => Self::of(Code::RegisterAbsent),
            E::WrongPassphrase => Self::of(Code::WrongPassphrase),
            E::KeychainUnavailable => Self::of(Code::KeychainUnavailable),
            E::KeychainLocked => Self::of(Code::KeychainLocked),
            E::KeychainEntryMissing => Self::of(Code::KeychainEntryMissing),
            E::WrongRecoveryCode => Self::of(Code::WrongRecoveryCode),
            E::RecoveryCodeMistyped => Self::of(Code::RecoveryCodeMistyped),
            E::WaitBeforeRetry { until } => Self::of(Code::WaitBeforeRetry).with("until", until.millis()),
            E::PassphraseTooWeak(_) => Self::of(Code::PassphraseTooWeak),
            E::NotTrusted => Self::of(Code::NotTrusted),
            E::RecoveryCodeNeeded => Self::of(Code::RecoveryCodeNeeded),
            E::TrailBroken { entry } => Self::of(Code::TrailBroken).with("entry", entry),
            E::Bundle(error) => bundle(error),
            E::NotAllowed => Self::of(Code::NotAllowed),
            E::AccountNotActive => Self::of(Code::AccountNotActive),
            E::NobodySignedIn => Self::of(Code::NobodySignedIn),
            E::AgreementMissing => Self::of(Code::AgreementMissing),
            E::NotOnOneself => Self::of(Code::NotOnOneself),
            E::LastOwner => Self::of(Code::LastOwner),
            E::StaffHasLeft => Self::of(Code::StaffHasLeft),
            E::StaffStale => Self::of(Code::StaffStale),
            E::Invalid(problems) => Self {
                fields: problems
                    .iter()
                    .map(|at| FieldError { field: wire_name(&at.field), problem: problem(at.problem) })
                    .collect(),
                ..Self::of(Code::InvalidFields)
            },
            E::FolderUnreadable => Self::of(Code::FolderUnreadable),
            E::FolderNotWritable => Self::of(Code::FolderNotWritable),
            E::SameDisk => Self::of(Code::SameDisk),
            E::FolderOnCard => Self::of(Code::FolderOnCard),
            E::CopyStopped(_) => Self::of(Code::SecondCopyStopped),
            E::PlanUnknown => Self::of(Code::PlanUnknown),
            E::SourceVanished => Self::of(Code::SourceVanished),
            E::SourceDiffers => Self::of(Code::SourceDiffers),
            E::ImportRunning | E::TasksRunning => Self::of(Code::TaskBusy),
            E::NothingToImport => Self::of(Code::NothingToImport),
            E::NoPicture => Self::of(Code::NoPicture),
            E::PhotoMissing => Self::of(Code::PhotoMissing),
            E::SessionStale => Self::of(Code::SessionStale),
            E::CustomerStale => Self::of(Code::CustomerStale),
            E::SchoolStale => Self::of(Code::SchoolStale),
            E::SubjectStale => Self::of(Code::SubjectStale),
            E::JobStale => Self::of(Code::JobStale),
            E::MatchingStale => Self::of(Code::MatchingStale),
            E::GroupPhotoStale => Self::of(Code::GroupPhotoStale),
            E::EditRefused(why) => Self::of(Code::MatchingEditRefused).with("why", why.code()),
            E::Imbalance(error) => Self::bug(error),
            E::ProtectedRecord => Self::of(Code::ProtectedRecord),
            E::RosterDraftUnknown => Self::of(Code::RosterDraftUnknown),
            E::Roster(error) => Self::of(Code::RosterUnreadable).with("reason", error.code()),
            E::RosterHasDependents => Self::of(Code::RosterHasDependents),
            E::CardsUsedUp => Self::bug(error),
            // the window is of another version than the program
            E::WordingUnknown => Self::of(Code::UnknownMethod),
            E::ProductStale => Self::of(Code::ProductStale),
            E::ProductCodeTaken => Self::of(Code::ProductCodeTaken),
            E::OrderStale => Self::of(Code::OrderStale),
            E::OrderNotDraft => Self::of(Code::OrderNotDraft),
            E::OrderStepRefused { state, next } => {
                Self::of(Code::OrderStepRefused).with("state", state.code()).with("next", next.code())
            }
            E::OrderBeingHandedOver => Self::of(Code::OrderBeingHandedOver),
            E::OrderHasPrints => Self::of(Code::OrderHasPrints),
            E::OrderEmpty => Self::of(Code::OrderEmpty),
            E::Amount(_) => Self {
                fields: vec![FieldError { field: "lines".to_owned(), problem: FieldProblem::OutOfRange }],
                ..Self::of(Code::InvalidFields)
            },
            E::ImpossibleDay => Self::bug(error),
            E::StudioStale => Self::of(Code::StudioStale),
            E::PartnerStale => Self::of(Code::PartnerStale),
            E::PartnerRefused(refusal) => Self::of(match refusal {
                PartnerRefusal::OutsideEea => Code::PartnerOutsideEea,
                PartnerRefusal::NoAgreement => Code::PartnerWithoutAgreement,
                PartnerRefusal::AgreementNotYet => Code::PartnerAgreementNotYet,
                PartnerRefusal::Inactive => Code::PartnerInactive,
            }),
            E::BatchHasMissing => Self::of(Code::BatchHasMissing),
            E::BatchEmpty => Self::of(Code::BatchEmpty),
            E::HandOver(error) => hand_over(error),
            E::PrintFailed { order_number, line, frame_name, .. } => Self::of(Code::PrintFailed)
                .with("order", order_number)
                .with("line", line)
                .with("frame", frame_name),
            E::StemsUsedUp => Self::bug(error),
        }
    }
}

fn store(error: &StoreError) -> ApiError {
    use ErrorCode as Code;
    use StoreError as E;
    match error {
        // the folder is there, its database is not
        E::Absent => ApiError::of(Code::RegisterFileMissing),
        E::Exists => ApiError::of(Code::RegisterExists),
        E::NotARegister => ApiError::of(Code::NotARegister),
        E::Truncated => ApiError::of(Code::RegisterTruncated),
        E::WrongKey => ApiError::of(Code::RegisterWrongKey),
        E::TooNew { found, supported } => {
            ApiError::of(Code::RegisterTooNew).with("found", found).with("supported", supported)
        }
        E::PlainDatabase => ApiError::of(Code::RegisterPlainDatabase),
        E::Damaged => ApiError::of(Code::RegisterDamaged),
        E::InUse => ApiError::of(Code::RegisterInUse),
        E::NotFound { entity, .. } => ApiError::of(Code::NotFound).with("entity", entity.code()),
        E::Stale { entity, .. } => match entity {
            Entity::Customer => ApiError::of(Code::CustomerStale),
            Entity::Order => ApiError::of(Code::OrderStale),
            Entity::Product => ApiError::of(Code::ProductStale),
            Entity::PrintPartner => ApiError::of(Code::PartnerStale),
            Entity::Studio => ApiError::of(Code::StudioStale),
            Entity::Session => ApiError::of(Code::SessionStale),
            Entity::StaffMember => ApiError::of(Code::StaffStale),
            Entity::School => ApiError::of(Code::SchoolStale),
            Entity::Subject => ApiError::of(Code::SubjectStale),
            Entity::Job => ApiError::of(Code::JobStale),
            Entity::Frame => ApiError::of(Code::GroupPhotoStale),
            Entity::SubjectGroup | Entity::PrintBatch | Entity::Disclosure | Entity::AuditEntry => {
                ApiError::bug(error)
            }
        },
        E::BadCursor => ApiError::of(Code::InvalidRequest),
        E::DiskFull => ApiError::of(Code::DiskFull),
        E::DiskFailed => ApiError::of(Code::DiskFailed),
        E::ReadOnly => ApiError::of(Code::ReadOnly),
        E::Io(error) => disk(error),
        E::NotUnique { .. }
        | E::MigrationEdited { .. }
        | E::MigrationBroken { .. }
        | E::NoCipher
        | E::UnknownValue { .. }
        | E::Sql(_) => ApiError::bug(error),
    }
}

fn vault(error: &VaultError) -> ApiError {
    use ErrorCode as Code;
    use VaultError as E;
    match error {
        E::WrongSecret => ApiError::of(Code::RegisterWrongKey),
        E::KeychainSecretWrong => ApiError::of(Code::KeychainEntryMissing),
        E::DeviceSecretMissing | E::DeviceSecretDamaged => ApiError::of(Code::DeviceSecretMissing),
        E::SlotsMissing => ApiError::of(Code::KeySlotsMissing),
        E::SlotsExist | E::AnchorExists => ApiError::of(Code::RegisterExists),
        E::SlotsDamaged { .. } | E::KdfOutOfBounds { .. } => ApiError::of(Code::KeySlotsDamaged),
        E::SlotsTooNew { found, supported } => {
            ApiError::of(Code::RegisterTooNew).with("found", found).with("supported", supported)
        }
        E::AnchorMissing | E::AnchorDamaged { .. } => ApiError::of(Code::RegisterDamaged),
        E::SealDamaged { .. } | E::SmallDamaged | E::TooLarge { .. } => ApiError::of(Code::PhotoDamaged),
        E::NotFound { .. } | E::BadName => ApiError::of(Code::PhotoMissing),
        E::DiskFull => ApiError::of(Code::DiskFull),
        E::ReadOnly => ApiError::of(Code::ReadOnly),
        E::KdfMemory => ApiError::of(Code::OutOfMemory),
        E::Io(error) => disk(error),
        E::SlotUnknown { .. } | E::LastRecoverySlot | E::AnchorBackwards { .. } => ApiError::bug(error),
    }
}

/// Of writing one; reading is the verifier's.
fn bundle(error: &BundleError) -> ApiError {
    match error {
        BundleError::Io(error) => disk(error),
        error => ApiError::bug(error),
    }
}

fn hand_over(error: &PlainError) -> ApiError {
    match error {
        PlainError::Folder(folder) => match folder {
            FolderError::DiskFull => ApiError::of(ErrorCode::DiskFull),
            FolderError::ReadOnly => ApiError::of(ErrorCode::FolderNotWritable),
            FolderError::Exists { name } => ApiError::of(ErrorCode::BatchFolderExists).with("name", name),
            FolderError::Vanished => ApiError::of(ErrorCode::FolderUnreadable),
            FolderError::Io(error) => disk(error),
            FolderError::BadPath { .. } => ApiError::bug(error),
        },
        PlainError::Size { .. } => ApiError::of(ErrorCode::BatchHasMissing),
        PlainError::Quantity { .. } | PlainError::Name { .. } | PlainError::Manifest(_) => {
            ApiError::bug(error)
        }
    }
}

fn disk(error: &io::Error) -> ApiError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ApiError::of(ErrorCode::DiskFull),
        io::ErrorKind::ReadOnlyFilesystem => ApiError::of(ErrorCode::ReadOnly),
        io::ErrorKind::PermissionDenied => ApiError::of(ErrorCode::AccessDenied),
        io::ErrorKind::OutOfMemory => ApiError::of(ErrorCode::OutOfMemory),
        _ => {
            tracing::warn!(%error, "input or output failed");
            ApiError::of(ErrorCode::InputOutput)
        }
    }
}

/// `unit_price` as the window knows it: `unitPrice`, for each part of `lines.0.unit_price`.
pub(crate) fn wire_name(field: &str) -> String {
    let mut name = String::with_capacity(field.len());
    let mut is_raised = false;
    for character in field.chars() {
        match character {
            '_' => is_raised = true,
            _ if is_raised => {
                name.extend(character.to_uppercase());
                is_raised = false;
            }
            _ => name.push(character),
        }
    }
    name
}

fn problem(problem: Problem) -> FieldProblem {
    match problem {
        Problem::Required => FieldProblem::Required,
        Problem::TooLong => FieldProblem::TooLong,
        Problem::NotBusinessId => FieldProblem::NotBusinessId,
        Problem::NotEmail => FieldProblem::NotEmail,
        Problem::NotPhone => FieldProblem::NotPhone,
        Problem::NotDate => FieldProblem::NotDate,
        Problem::NotCountry => FieldProblem::NotCountry,
        Problem::OutOfRange => FieldProblem::OutOfRange,
        Problem::NotUnique => FieldProblem::NotUnique,
        Problem::NotPostalCode => FieldProblem::NotPostalCode,
        Problem::NotCardCode => FieldProblem::NotCardCode,
        Problem::NotMatched => FieldProblem::NotMatched,
    }
}

fn kind(code: ErrorCode) -> ErrorKind {
    use ErrorCode as C;
    match code {
        C::InvalidFields
        | C::InvalidRequest
        | C::WrongPassphrase
        | C::WrongRecoveryCode
        | C::RecoveryCodeMistyped
        | C::PassphraseTooWeak
        | C::ProductCodeTaken => ErrorKind::Invalid,
        C::RegisterLocked
        | C::RegisterExists
        | C::RegisterAbsent
        | C::WaitBeforeRetry
        | C::NotTrusted
        | C::RecoveryCodeNeeded
        | C::TrailBroken
        | C::NotAllowed
        | C::AccountNotActive
        | C::NobodySignedIn
        | C::AgreementMissing
        | C::NotOnOneself
        | C::LastOwner
        | C::StaffHasLeft
        | C::StaffStale
        | C::CustomerStale
        | C::OrderStale
        | C::ProductStale
        | C::PartnerStale
        | C::StudioStale
        | C::SessionStale
        | C::SchoolStale
        | C::SubjectStale
        | C::JobStale
        | C::MatchingStale
        | C::GroupPhotoStale
        | C::MatchingEditRefused
        | C::ProtectedRecord
        | C::RosterDraftUnknown
        | C::RosterHasDependents
        | C::OrderNotDraft
        | C::OrderStepRefused
        | C::OrderBeingHandedOver
        | C::OrderHasPrints
        | C::OrderEmpty
        | C::FolderUnknown
        | C::PlanUnknown
        | C::NothingToImport
        | C::SourceDiffers
        | C::NoPicture
        | C::PartnerOutsideEea
        | C::PartnerWithoutAgreement
        | C::PartnerAgreementNotYet
        | C::PartnerInactive
        | C::BatchHasMissing
        | C::BatchEmpty
        | C::TaskBusy => ErrorKind::Refused,
        C::NotFound => ErrorKind::NotFound,
        C::Cancelled => ErrorKind::Cancelled,
        C::NotARegister
        | C::RegisterTruncated
        | C::RegisterWrongKey
        | C::RegisterTooNew
        | C::RegisterPlainDatabase
        | C::RegisterDamaged
        | C::RegisterInUse
        | C::KeySlotsMissing
        | C::KeySlotsDamaged
        | C::DeviceSecretMissing
        | C::KeychainUnavailable
        | C::KeychainLocked
        | C::KeychainEntryMissing
        | C::RosterUnreadable
        | C::FolderUnreadable
        | C::SameDisk
        | C::FolderOnCard
        | C::SecondCopyStopped
        | C::FolderNameUnsupported
        | C::SourceVanished
        | C::RegisterFileMissing
        | C::PhotoDamaged
        | C::PhotoMissing
        | C::PrintFailed
        | C::FolderNotWritable
        | C::BatchFolderExists
        | C::DiskFull
        | C::DiskFailed
        | C::ReadOnly
        | C::AccessDenied
        | C::OutOfMemory
        | C::InputOutput => ErrorKind::Environment,
        C::UnknownMethod | C::Bug => ErrorKind::Bug,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_names_become_the_windows() {
        assert_eq!(wire_name("lines.0.unit_price"), "lines.0.unitPrice");
        assert_eq!(wire_name("business_id"), "businessId");
    }

    #[test]
    fn a_code_says_what_is_wrong_and_not_something_near_it() {
        let denied = || io::Error::from(io::ErrorKind::PermissionDenied);
        let exists = FolderError::Exists { name: "2026-0001".to_owned() };
        let codes = [
            (ApiError::from(RegisterError::Absent), ErrorCode::RegisterAbsent),
            (ApiError::from(RegisterError::from(StoreError::Absent)), ErrorCode::RegisterFileMissing),
            (ApiError::from(RegisterError::from(VaultError::KdfMemory)), ErrorCode::OutOfMemory),
            (ApiError::from(RegisterError::Io(denied())), ErrorCode::AccessDenied),
            (ApiError::from(RegisterError::from(StoreError::Io(denied()))), ErrorCode::AccessDenied),
            (ApiError::from(RegisterError::from(VaultError::Io(denied()))), ErrorCode::AccessDenied),
            (
                ApiError::from(RegisterError::HandOver(PlainError::Folder(exists))),
                ErrorCode::BatchFolderExists,
            ),
        ];
        for (error, code) in codes {
            assert_eq!(error.code, code);
        }
    }

    #[test]
    fn a_bug_has_a_number_to_quote_and_nothing_else_of_its_cause() {
        let error = ApiError::bug(&"Aino Virtanen");
        assert_eq!(error.incident.as_ref().map(String::len), Some(4));
        assert!(error.args.is_empty() && error.kind == ErrorKind::Bug);
    }
}
