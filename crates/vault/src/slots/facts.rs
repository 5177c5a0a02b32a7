//! What is said of slots: their state, what may be shown of them, and whose they are.

use crate::{error::SlotFault, kdf::KdfParams};

/// State of the two copies as they were read or last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotCondition {
    /// Both whole and alike.
    Whole,
    /// `keyslots` cannot be used; the copy is.
    MainFaulty(SlotFault),
    /// `keyslots.copy` cannot be used.
    CopyFaulty(SlotFault),
    /// Both whole, one older: a change was cut off between the two.
    OneStale,
}

/// What may be shown of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotInfo {
    /// Id, never used twice in one file.
    pub id: u32,
    /// [`super::KIND_PASSPHRASE`], [`super::KIND_RECOVERY`], [`super::KIND_KEYCHAIN`], or one of a later program.
    pub kind: String,
    /// The studio's name for it; may be empty.
    pub label: String,
    /// When it was made, Unix ms.
    pub created_at_ms: u64,
    /// Cost of its key derivation, if it has one.
    pub kdf: Option<KdfParams>,
}

/// Somebody who signs in by passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotOwner<'a> {
    /// Row id of the member of staff.
    pub staff_id: i64,
    /// Their name for the sign-in view.
    pub name: &'a str,
}

/// Somebody whose passphrase opens on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Row id of the member of staff; none for the passphrase from before the register knew its staff.
    pub staff_id: Option<i64>,
    /// Their name; none when it cannot be read here.
    pub name: Option<String>,
    /// Whether they have a keychain slot here as well.
    pub has_keychain: bool,
}

/// Which of a person's passphrase slots a new passphrase takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseReach {
    /// Every computer's: the old passphrase opens nowhere any more.
    EveryComputer,
    /// This computer's alone; other computers keep theirs.
    ThisComputer,
}
