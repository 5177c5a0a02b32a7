//! What can go wrong, as the window learns it: a code, arguments for its text, and field errors.
//!
//! A code exists only if its text differs. Texts are `error-<code>` and `error-<code>.action` in
//! `assets/l10n/*/errors.ftl`: what happened, and what to do now.

use crate::dto::{wire, wire_enum};

wire_enum! {
    /// How the window treats an error.
    pub enum ErrorKind {
        /// The input is wrong: shown beside fields.
        Invalid,
        /// Not allowed in this state: a warning.
        Refused,
        /// No such record.
        NotFound,
        /// The user cancelled.
        Cancelled,
        /// Disk, file, system.
        Environment,
        /// A fault of the program: has an incident number.
        Bug,
    }
    /// What happened.
    pub enum ErrorCode {
        // input
        InvalidFields, InvalidRequest,
        // register
        RegisterLocked, RegisterExists, RegisterAbsent, WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped,
        WaitBeforeRetry, PassphraseTooWeak, KeychainUnavailable, KeychainLocked, KeychainEntryMissing,
        // staff
        NotTrusted, RecoveryCodeNeeded, TrailBroken, NotAllowed, AccountNotActive, NobodySignedIn, AgreementMissing, NotOnOneself, LastOwner, StaffHasLeft, StaffStale,
        NotARegister, RegisterTruncated, RegisterWrongKey, RegisterTooNew, RegisterPlainDatabase, RegisterDamaged,
        RegisterInUse, KeySlotsMissing, KeySlotsDamaged, DeviceSecretMissing, RegisterFileMissing,
        // records
        NotFound, CustomerStale, OrderStale, ProductStale, PartnerStale, StudioStale, SessionStale, SchoolStale, SubjectStale, JobStale,
        ProtectedRecord, RosterDraftUnknown, RosterUnreadable, RosterHasDependents, MatchingStale, MatchingEditRefused, GroupPhotoStale,
        ProductCodeTaken, OrderNotDraft, OrderStepRefused, OrderBeingHandedOver, OrderHasPrints, OrderEmpty,
        // import and pictures
        FolderUnknown, FolderUnreadable, FolderNameUnsupported, PlanUnknown, NothingToImport, SourceVanished,
        SourceDiffers, SameDisk, FolderOnCard, SecondCopyStopped, PhotoDamaged, PhotoMissing, NoPicture,
        // hand-over
        PartnerOutsideEea, PartnerWithoutAgreement, PartnerAgreementNotYet, PartnerInactive,
        BatchHasMissing, BatchEmpty, PrintFailed, FolderNotWritable, BatchFolderExists,
        // environment
        DiskFull, DiskFailed, ReadOnly, AccessDenied, OutOfMemory, InputOutput,
        // rest
        TaskBusy, Cancelled, UnknownMethod, Bug,
    }
    /// What is wrong with a field; texts `field-<code>`.
    pub enum FieldProblem {
        Required, TooLong, NotBusinessId, NotEmail, NotPhone, NotDate, NotCountry, OutOfRange, NotUnique,
        NotPostalCode, NotCardCode, NotMatched,
    }
}

wire! {
    /// An error beside a field of a form; `field` is the wire name, `lines.0.quantity` for nested ones.
    pub struct FieldError {
        pub field: String,
        pub problem: FieldProblem,
    }
    /// An argument of an error's text.
    pub struct ErrorArg {
        pub name: String,
        pub value: String,
    }
    /// An error as it travels.
    pub struct ApiError {
        pub code: ErrorCode,
        pub kind: ErrorKind,
        pub args: Vec<ErrorArg>,
        pub fields: Vec<FieldError>,
        /// Four characters to quote to support; only with `Bug`.
        pub incident: Option<String>,
    }
}
