//! The program's state: first run, locked, open; studio, settings, recovery.

use super::staff::{OwnerFieldsDto, SignInDto, SignerDto};
use super::{LanguageDto, wire, wire_enum};

wire_enum! {
    /// What the window shows before anything else.
    pub enum RegisterState {
        /// No register on this computer yet.
        Absent,
        /// A register is made but its recovery code has not been typed back.
        Unconfirmed,
        /// There is one and it is locked.
        Locked,
        /// It is open.
        Open,
    }
    /// What is not as it was left; texts `alarm-<code>`.
    pub enum AlarmKind {
        AnchorMissing, AnchorDamaged, Behind, EntryChanged, CheckpointFalse, SlotsOlder, StaffChanged, RegisterChanged, KeyListChanged,
    }
    /// Colours of the window.
    pub enum Theme { System, Light, Dark }
    /// Which of the two registers of this computer is meant.
    pub enum RegisterKind {
        /// The studio's own.
        Studio,
        /// The demonstration studio with invented people.
        Demonstration,
    }
    /// Why a passphrase is weak; texts `passphrase-warning-<code>`.
    pub enum PassphraseWarning {
        TooShort, Common, Repeats, Sequence, Keyboard, Name, Date, StudioName, Guessable,
    }
}

/// Minutes until the register of a computer locks that never chose.
pub(crate) fn usual_lock_after() -> u32 {
    10
}

wire! {
    /// The program's state; read at start and after each `state_changed`.
    pub struct AppState {
        pub state: RegisterState,
        /// The chosen register; `Studio` while absent.
        pub register: RegisterKind,
        /// Which registers exist on this computer.
        pub existing: Vec<RegisterKind>,
        /// Name of the studio, only while open.
        pub studio_name: Option<String>,
        /// Passphrase of the demonstration studio, shown on its unlock view.
        pub demonstration_passphrase: Option<String>,
        /// Milliseconds to wait before the next attempt to unlock.
        pub wait_ms: Option<u32>,
        /// Whose passphrase opens the locked register on this computer; nobody's when it came from another one: only
        /// the recovery code opens it here.
        pub sign_ins: Vec<SignInDto>,
        /// Who has it open, only while open.
        pub signer: Option<SignerDto>,
        /// Set when the open register is not what it was when it was left.
        pub alarm: Option<AlarmDto>,
        pub version: String,
        pub settings: Settings,
    }
    /// Why the register may only be looked at.
    pub struct AlarmDto {
        pub kind: AlarmKind,
        /// The entry of the trail that is not the one that was written; the newest that is there.
        pub entry: Option<i64>,
        /// The newest entry that there was.
        pub remembered: Option<i64>,
    }
    /// Choices kept on this computer, outside the register.
    pub struct Settings {
        pub language: LanguageDto,
        pub theme: Theme,
        /// Minutes without mouse and keyboard after which the register locks by itself; 0 for never.
        #[serde(default = "usual_lock_after")]
        pub lock_after_minutes: u32,
    }
    /// The window's small choices by key, each value JSON text.
    pub struct Preferences {
        pub values: std::collections::BTreeMap<String, String>,
    }
    pub struct PreferenceSet {
        pub key: String,
        pub value: String,
    }
    /// Whether the window holds what is typed and not saved: closing it then asks first.
    pub struct UnsavedNote {
        pub has_unsaved: bool,
    }
    /// Details of the studio.
    pub struct StudioFieldsDto {
        pub name: String,
        pub business_id: String,
        pub street: String,
        pub postal_code: String,
        pub town: String,
        pub phone: String,
        pub email: String,
        pub language: LanguageDto,
    }
    /// The studio as stored.
    pub struct StudioDto {
        pub fields: StudioFieldsDto,
        pub is_demonstration: bool,
        pub rev: i64,
    }
    /// A changed studio.
    pub struct StudioUpdate {
        pub fields: StudioFieldsDto,
        pub rev: i64,
    }
    /// What is needed to make the studio's register.
    pub struct RegisterCreate {
        pub studio: StudioFieldsDto,
        pub owner: OwnerFieldsDto,
        pub passphrase: String,
    }
    /// The recovery code, shown once: groups with a checksum, and a QR code as SVG path data.
    pub struct RecoverySheet {
        pub groups: Vec<String>,
        pub qr: QrDto,
    }
    /// A QR code as square modules.
    pub struct QrDto {
        /// Modules along one side.
        pub size: u32,
        /// Row by row, `1` dark and `0` light.
        pub modules: String,
    }
    /// The recovery code as typed back.
    pub struct RecoveryCodeEntry {
        pub code: String,
    }
    /// A passphrase to rate, with words that it should not lean on.
    pub struct PassphraseRate {
        pub passphrase: String,
        /// What the studio is called and known by; an open register's own are counted as well.
        pub own_words: Vec<String>,
    }
    /// Details of a studio to be.
    pub struct StudioCheck {
        pub fields: StudioFieldsDto,
    }
    /// How strong a passphrase is.
    pub struct PassphraseStrength {
        /// 0 (worst) to 4.
        pub score: u8,
        /// Whether it meets the minimum.
        pub is_sufficient: bool,
        pub warning: Option<PassphraseWarning>,
    }
    /// A new passphrase in place of the old.
    pub struct PassphraseChange {
        pub current: String,
        pub new: String,
    }
    /// Which register to show.
    pub struct RegisterChoose {
        pub register: RegisterKind,
    }
    /// A file that the program wrote where the user chose.
    pub struct SavedFile {
        /// False when the user closed the dialog.
        pub is_saved: bool,
        /// The file's name without its folder.
        pub name: Option<String>,
    }
    /// A folder that the user chose in a native dialog.
    pub struct ChosenFolder {
        /// Stands for the folder in later calls; none when the dialog was closed.
        pub token: Option<String>,
        /// The folder's path for display.
        pub label: Option<String>,
    }
}

wire_enum! {
    /// What a folder is chosen for.
    pub enum FolderPurpose { Import, HandOver, SecondCopy }
    /// Why copies on another disk could not all be made; texts `copy-fault-<code>`.
    pub enum CopyFaultDto { FolderMissing, SameDisk, DiskFull, WriteFailed, Unreadable, Cancelled }
}

wire! {
    /// How the second copies of the photos stand.
    pub struct SecondCopyDto {
        /// The folder that was chosen; none while no copies are made.
        pub folder: Option<String>,
        /// Sealed files in all.
        pub files: u32,
        /// Those without a copy.
        pub missing: u32,
        /// Why the last work on it stopped before its end.
        pub fault: Option<CopyFaultDto>,
    }
    /// Has copies made in a folder that was chosen.
    pub struct SecondCopySet {
        pub folder: String,
    }
}

wire! {
    /// Asks for a native folder dialog.
    pub struct FolderChoose {
        pub purpose: FolderPurpose,
    }
}
