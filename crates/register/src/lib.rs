//! The use cases: locked or open register, transact, and a folder per topic with a file per verb.
//!
//! * [`Registers`]: the registers of this computer and their states: absent, unconfirmed, locked, open.
//! * [`Register`]: an open one. Every use case is a method of it, in the file that bears the verb's name.
//!
//! Deliberately not here: SQL, ciphers, prose for the user, the window's types. Invariants: nothing is
//! written but through [`Register::transact`]; work that takes long is a task; refusals are codes with data.

mod anchor;
pub mod batches;
pub mod choices;
mod clock;
pub mod customers;
pub mod demonstration;
pub mod disclosures;
mod error;
pub mod frames;
pub mod group_photos;
pub mod history;
pub mod import;
pub mod jobs;
mod keychain;
mod lifecycle;
pub mod matching;
pub mod orders;
pub mod partners;
pub mod photos;
pub mod products;
mod register;
mod registers;
pub mod rosters;
pub mod schools;
pub mod second_copy;
pub mod sessions;
pub mod staff;
pub mod studio;
pub mod subjects;
mod task;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use anchor::Alarm;
pub use clock::{Clock, SystemClock};
pub use error::RegisterError;
pub use keychain::Keychain;
pub use register::Register;
pub use registers::{Notice, RegisterKind, Registers, RegistersConfig, State};
pub use task::{TaskKind, TaskOutcome, TaskResult, TaskSnapshot, Tasks};

/// What callers of this crate need of the crates below it.
pub use decoding::{Decoders, DecodingError, run_worker_if_asked};
pub use lifecycle::create::{OwnerFields, RecoveryView};
pub use store::root_key::RootKeyState;
pub use store::{Page, StoreError};
pub use tasks::{Cancelled, Progress, TaskCtx, TaskId, TaskState};
pub use vault::{
    ExposeSecret, KdfParams, MINIMUM_LENGTH, PassphraseError, SecretString, SignIn, SlotFault, Strength,
    StrengthWarning, VaultError, check_passphrase, strength,
};
