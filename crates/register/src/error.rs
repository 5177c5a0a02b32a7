//! What a use case can answer instead of its result: leaf errors as they are, and refusals with their data.

use std::io;

use decoding::DecodingError;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::import::CopyFault;
use domain::matching::{Imbalance, NotAppliedWhy};
use domain::money::AmountOutOfRange;
use domain::order::OrderState;
use domain::partner::PartnerRefusal;
use domain::{Entity, Instant};
use store::StoreError;
use vault::{PassphraseError, VaultError};

/// Error of the register crate.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The store's own.
    #[error(transparent)]
    Store(StoreError),
    /// The vault's own.
    #[error(transparent)]
    Vault(VaultError),
    /// A document could not be made.
    #[error(transparent)]
    Document(#[from] documents::DocumentError),
    /// Trouble with a file outside the register, or with its folder.
    #[error("i/o: {0}")]
    Io(#[from] io::Error),
    /// A text of a document is missing: a fault of the program.
    #[error(transparent)]
    Text(#[from] l10n::L10nError),
    /// A picture of the demonstration studio could not be drawn.
    #[error(transparent)]
    Drawing(#[from] synthetic::SyntheticError),
    /// The user asked the work to stop.
    #[error("cancelled")]
    Cancelled,
    /// A task ended by a panic: a fault of the program.
    #[error("panic in a task")]
    Panicked,

    /// A folder of the register's own disk is no second place.
    #[error("folder on the register's own disk")]
    SameDisk,
    /// A camera's card is no second place: it is formatted.
    #[error("folder on a card")]
    FolderOnCard,
    /// Nothing can be written in a folder.
    #[error("folder not writable")]
    FolderNotWritable,
    /// Copies on another disk could not all be made.
    #[error("second copies stopped: {}", .0.code())]
    CopyStopped(CopyFault),

    /// No register is open.
    #[error("register locked")]
    Locked,
    /// There is a register already.
    #[error("register exists")]
    Exists,
    /// There is no register.
    #[error("register absent")]
    Absent,
    /// The passphrase opens nothing.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The recovery code is a right one, but not this register's.
    #[error("wrong recovery code")]
    WrongRecoveryCode,
    /// The system has no keychain, or it cannot be reached.
    #[error("keychain unavailable")]
    KeychainUnavailable,
    /// The keychain is locked, and was not unlocked when it asked.
    #[error("keychain locked")]
    KeychainLocked,
    /// The keychain no longer keeps what it was given, so the passphrase is needed.
    #[error("keychain entry missing")]
    KeychainEntryMissing,
    /// What was typed is no recovery code: a slip.
    #[error("recovery code mistyped")]
    RecoveryCodeMistyped,
    /// Too many wrong attempts: none is taken before this moment.
    #[error("wait until {}", .until.millis())]
    WaitBeforeRetry {
        /// When the next attempt is taken.
        until: Instant,
    },
    /// The passphrase does not meet the minimum.
    #[error(transparent)]
    PassphraseTooWeak(#[from] PassphraseError),

    /// The register is not what its anchor remembers: it may only be looked at.
    #[error("register not trusted")]
    NotTrusted,
    /// It has to wait until no task is under way.
    #[error("tasks running")]
    TasksRunning,
    /// Only the recovery code is key enough for it.
    #[error("recovery code needed")]
    RecoveryCodeNeeded,
    /// An entry of the trail is not the one that was written, so the trail cannot be signed or taken out.
    #[error("entry {entry} of the trail is not the one that was written")]
    TrailBroken {
        /// Its number.
        entry: u64,
    },
    /// A bundle of the trail could not be written.
    #[error(transparent)]
    Bundle(#[from] trail::bundle::BundleError),
    /// The role of whoever is signed in does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// The passphrase is right, but the account is not active.
    #[error("account not active")]
    AccountNotActive,
    /// Nobody is signed in by name, so there is no passphrase to change.
    #[error("nobody is signed in by name")]
    NobodySignedIn,
    /// An account is activated only with the date of the signed confidentiality agreement.
    #[error("confidentiality agreement missing")]
    AgreementMissing,
    /// Nobody changes their own role, or leaves, by themselves.
    #[error("not on oneself")]
    NotOnOneself,
    /// The register needs an active owner.
    #[error("last active owner")]
    LastOwner,
    /// Who left does not come back under the same entry.
    #[error("has left")]
    StaffHasLeft,
    /// The entry was changed by somebody else meanwhile.
    #[error("member of staff changed meanwhile")]
    StaffStale,

    /// Fields that cannot be stored as entered.
    #[error("{} invalid fields", .0.len())]
    Invalid(Vec<FieldProblemAt>),
    /// A folder that cannot be listed.
    #[error("folder unreadable")]
    FolderUnreadable,
    /// No plan with this token: run already, or made before the register was locked.
    #[error("plan unknown")]
    PlanUnknown,
    /// The card or folder went away during the import.
    #[error("source vanished")]
    SourceVanished,
    /// Not all that was to be imported is in the folder: another card, or a card that was changed.
    #[error("source differs from the one that was planned")]
    SourceDiffers,
    /// The import is under way already.
    #[error("import running")]
    ImportRunning,
    /// Nothing in the source is new.
    #[error("nothing to import")]
    NothingToImport,
    /// A picture could not be read or made.
    #[error(transparent)]
    Decoding(#[from] DecodingError),
    /// The frame is stored, but there is nothing to show.
    #[error("no picture")]
    NoPicture,
    /// The key of a sealed file is not in the key list.
    #[error("key of a photo missing")]
    PhotoMissing,
    /// The session was changed by somebody else meanwhile.
    #[error("session changed meanwhile")]
    SessionStale,
    /// The customer was changed by somebody else meanwhile.
    #[error("customer changed meanwhile")]
    CustomerStale,
    /// The school was changed by somebody else meanwhile.
    #[error("school changed meanwhile")]
    SchoolStale,
    /// The subject was changed by somebody else meanwhile.
    #[error("subject changed meanwhile")]
    SubjectStale,
    /// The job was changed by somebody else meanwhile.
    #[error("job changed meanwhile")]
    JobStale,
    /// The job's matching was changed by somebody else meanwhile.
    #[error("matching changed meanwhile")]
    MatchingStale,
    /// Who stands in a group photo was changed by somebody else meanwhile.
    #[error("group photo changed meanwhile")]
    GroupPhotoStale,
    /// What was to be put right does not apply to the frames as they are.
    #[error("edit refused: {}", .0.code())]
    EditRefused(NotAppliedWhy),
    /// A frame is in no run of a proposal, or in two: a fault of the program.
    #[error(transparent)]
    Imbalance(#[from] Imbalance),
    /// The record is protected, and whoever is signed in may not see what is withheld.
    #[error("record protected")]
    ProtectedRecord,
    /// No class list with this token: chosen before the register was locked, or newer ones took its place.
    #[error("class list unknown")]
    RosterDraftUnknown,
    /// The file is no class list that can be read.
    #[error(transparent)]
    Roster(#[from] exchange::roster::RosterError),
    /// Something that came later rests on the import.
    #[error("something rests on the import")]
    RosterHasDependents,
    /// The job has given all the cards that it can.
    #[error("codes of camera cards used up")]
    CardsUsedUp,
    /// The words shown with a question are none of this program's.
    #[error("wording unknown")]
    WordingUnknown,
    /// The product was changed by somebody else meanwhile.
    #[error("product changed meanwhile")]
    ProductStale,
    /// Another product has the code.
    #[error("product code taken")]
    ProductCodeTaken,
    /// The order was changed by somebody else meanwhile.
    #[error("order changed meanwhile")]
    OrderStale,
    /// Only a draft can be changed.
    #[error("order is no draft")]
    OrderNotDraft,
    /// An order in this state does not become the next.
    #[error("order does not go from {} to {}", .state.code(), .next.code())]
    OrderStepRefused {
        /// Where it stands.
        state: OrderState,
        /// Where it was to go.
        next: OrderState,
    },
    /// The order is in a batch that is being written.
    #[error("order is being handed over")]
    OrderBeingHandedOver,
    /// The order has prints: it is sent by handing it over.
    #[error("order has prints")]
    OrderHasPrints,
    /// An order without lines cannot be confirmed.
    #[error("order without lines")]
    OrderEmpty,
    /// A sum does not fit the range of amounts.
    #[error(transparent)]
    Amount(#[from] AmountOutOfRange),
    /// The computer's clock tells a day for which there is no VAT rate or number series.
    #[error("clock tells an impossible day")]
    ImpossibleDay,
    /// The partner was changed by somebody else meanwhile.
    #[error("partner changed meanwhile")]
    PartnerStale,
    /// Nothing may be handed to the partner today.
    #[error("partner refused: {0:?}")]
    PartnerRefused(PartnerRefusal),
    /// A print of the batch has no picture that can be printed.
    #[error("batch has something missing")]
    BatchHasMissing,
    /// Nothing of the orders needs printing.
    #[error("batch without prints")]
    BatchEmpty,
    /// The batch could not be written into the partner's folder.
    #[error(transparent)]
    HandOver(#[from] exchange::plain::PlainError),
    /// A picture of the batch could not be rendered.
    #[error("print of order {order_number}, line {line} failed: {reason}")]
    PrintFailed {
        /// The order.
        order_number: String,
        /// Its line, from 1.
        line: u32,
        /// The frame's name.
        frame_name: String,
        /// The renderer's own words, for the log.
        reason: String,
    },
    /// The register has numbered all the print files that it can.
    #[error("numbers of print files used up")]
    StemsUsedUp,
    /// The studio's details were changed by somebody else meanwhile.
    #[error("studio changed meanwhile")]
    StudioStale,
}

impl From<StoreError> for RegisterError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale { entity: Entity::Studio, .. } => Self::StudioStale,
            StoreError::Stale { entity: Entity::StaffMember, .. } => Self::StaffStale,
            StoreError::Stale { entity: Entity::Session, .. } => Self::SessionStale,
            StoreError::Stale { entity: Entity::Customer, .. } => Self::CustomerStale,
            StoreError::Stale { entity: Entity::Product, .. } => Self::ProductStale,
            StoreError::Stale { entity: Entity::Order, .. } => Self::OrderStale,
            StoreError::Stale { entity: Entity::PrintPartner, .. } => Self::PartnerStale,
            StoreError::Stale { entity: Entity::School, .. } => Self::SchoolStale,
            StoreError::Stale { entity: Entity::Subject, .. } => Self::SubjectStale,
            StoreError::Stale { entity: Entity::Job, .. } => Self::JobStale,
            StoreError::Stale { entity: Entity::Frame, .. } => Self::GroupPhotoStale,
            other => Self::Store(other),
        }
    }
}

impl From<VaultError> for RegisterError {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

impl From<tasks::Cancelled> for RegisterError {
    fn from(_: tasks::Cancelled) -> Self {
        Self::Cancelled
    }
}

impl RegisterError {
    /// A problem with one field.
    pub fn invalid(field: &str, problem: FieldProblem) -> Self {
        Self::Invalid(vec![FieldProblemAt::new(field, problem)])
    }

    /// Refuses when there is anything wrong with the fields.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] with all of `problems`, unless there are none.
    pub fn refuse(problems: Vec<FieldProblemAt>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self::Invalid(problems)) }
    }
}
