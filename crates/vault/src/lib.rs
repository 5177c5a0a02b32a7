//! Keys and sealed files of the register: the only crate with ciphers.
//!
//! * [`RootKey`]: 32 random bytes from which every other key of a register is derived.
//! * [`KeySlots`]: the small file beside the register in which the root key lies wrapped, once under each
//!   passphrase (with the computer's device secret, see [`DeviceFolder`]), once under the printed [`RecoveryCode`], and
//!   where somebody wants it under a [`KeychainSecret`] of their computer.
//! * [`Anchor`]: how far the register had come, so that an older database is noticed.
//! * [`Throttle`]: failed attempts slow down, also across restarts.
//! * [`strength`](fn@strength), [`check_passphrase`]: what a passphrase must be.
//! * [`SealedStore`]: photographs, one sealed file each, under a random [`PhotoKey`] each.
//!
//! Deliberately not here: SQL (the database takes a [`DatabaseKey`] as a raw key), the list that holds the
//! photographs' keys, prose for the user (every error and warning is a code with data), and the clock
//! (callers pass Unix milliseconds).
//!
//! Invariants: secret bytes are zeroised when dropped and have no `Debug` of their content; a file is
//! replaced by temp file, fsync, rename, fsync of the folder, so a kill at any moment leaves the old or the
//! new file whole; nothing is ever rewritten in place but the older of the anchor's two records.

mod anchor;
mod derive;
mod device;
mod durable;
mod error;
mod heap;
mod kdf;
mod keys;
mod recovery;
pub mod sealed;
pub mod slots;
mod small;
mod strength;
mod throttle;

pub use anchor::{ANCHOR_FILE, Anchor, AnchorCondition, AnchorState, ClosedFiles, hash_file};
pub use device::{DeviceFolder, DeviceSecret, Seen};
pub use durable::{make_private_dir, replace_file, replace_file_with};
pub use error::{AnchorFault, SealFault, SlotFault, VaultError};
pub use kdf::{KdfBounds, KdfParams};
pub use keys::{AnchorMacKey, DatabaseKey, PhotoKey, RootKey, SlotMacKey};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use sealed::{SealWriter, SealedFile, SealedReader, SealedStore, Unsettled};
pub use secrecy::{ExposeSecret, SecretString};
pub use slots::{
    KeySlots, KeychainSecret, PassphraseReach, SLOTS_FILE, SignIn, SlotCondition, SlotInfo, SlotKey,
    SlotOwner, Unlocked,
};
pub use small::{SmallSealKey, open_small, seal_small};
pub use strength::{
    MINIMUM_LENGTH, MINIMUM_SCORE, PassphraseError, Strength, StrengthSuggestion, StrengthWarning,
    check_passphrase, strength,
};
pub use throttle::{Throttle, Tried, delay_after};
pub use zeroize::Zeroizing;
