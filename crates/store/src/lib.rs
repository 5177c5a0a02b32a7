//! The only SQL: open, migrate, one module per table, search, thumbnails.
//!
//! Deliberately not here: rules of the trade, ciphers, prose. Every table is a module of free functions over
//! [`ReadTx`] and [`WriteTx`]; its statements are named constants that one test prepares.
//!
//! Invariants: nothing is written outside [`Store::transact`], which cannot end without an audit entry; a
//! file that cannot be read as ours is left as it is; only `thumbnails.db` is ever made anew.

pub mod audit;
pub mod batches;
pub mod checkpoints;
pub mod choices;
pub mod clocks;
pub mod consents;
mod crash;
pub mod customers;
mod database;
pub mod disclosures;
pub mod epoch;
mod error;
pub mod frames;
pub mod group_photos;
pub mod imports;
pub mod jobs;
pub mod keylist;
pub mod matching;
mod migrate;
mod open;
pub mod orders;
pub mod page;
pub mod partners;
pub mod products;
mod protection;
pub mod provenance;
pub mod root_key;
pub mod rosters;
pub mod schema;
pub mod schools;
pub mod second_copies;
pub mod sessions;
pub mod sidecars;
pub mod staff;
mod statements;
mod store;
pub mod studio;
pub mod subject_groups;
pub mod subjects;
#[cfg(feature = "testing")]
mod testing;
pub mod thumbnails;
mod transfer;
mod tx;

pub use crash::crash_point;
#[cfg(feature = "testing")]
pub use crash::{CRASH_AT, CRASH_POINTS};
pub use error::StoreError;
pub use open::{
    DESCRIPTOR_FILE, FolderLock, KEYS_FILE, REGISTER_FILE, THUMBNAILS_FILE, has_log, lock_folder,
    set_log_aside,
};
pub use page::Page;
pub use store::{Store, StoreKeys, Trust};
pub use tx::{Acted, Actor, ReadTx, WriteTx};

/// Version of the schema that this program writes and the newest that it reads.
pub fn schema_version() -> u32 {
    migrate::supported(migrate::MIGRATIONS)
}
