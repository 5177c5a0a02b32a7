//! Printed documents: the recovery sheet, the checkpoint sheet, order slips, camera cards,
//! missing lists and legends of group photos, as PDF by Typst.
//!
//! Templates lie in `assets/templates`, words in `assets/l10n`, both embedded, as are the fonts: nothing is
//! read from disk, no package and no network is ever asked. Data reaches a template as values, never as
//! source, so that a name full of markup is a name. Deliberately not here: which documents an action makes
//! and where they go.
//!
//! Invariant: the same data gives the same bytes; the date inside is the one passed in.

mod barcode;
mod camera_cards;
mod checkpoint;
mod engine;
mod group_legend;
mod missing_list;
mod recovery;
mod slip;

pub use barcode::{Code128, code128};
pub use camera_cards::{CameraCard, CameraCards, CardFace, CardLayout};
pub use checkpoint::CheckpointSheetData;
pub use engine::{DocumentError, Documents};
pub use group_legend::{GroupLegend, GroupLegends};
pub use missing_list::{MissingGroup, MissingList, MissingPerson};
pub use recovery::RecoverySheetData;
pub use slip::{OrderSlip, SlipLine};
