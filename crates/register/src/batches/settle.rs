//! After a crash: what lies on disk decides what became of a batch.
//!
//! | noted | on disk | batch | ledger |
//! |---|---|---|---|
//! | not whole | unfinished folder removed, or none | failed | void |
//! | not whole | drive away | failed | kept: something may lie there |
//! | whole | final folder that checks out | handed over | made |
//! | whole | final folder that differs | failed | made |
//! | whole | unfinished folder, removed | failed | void |
//! | whole | neither: taken away by the lab, or drive away | handed over | made |

use std::path::Path;

use domain::ids::PrintBatchId;
use exchange::{folder, plain};
use store::batches::{self, BatchListed};

use super::By;
use crate::{Register, RegisterError};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    HandedOver,
    FailedClean,
    FailedOutside,
}

impl Register {
    /// Settles the batches that were being written when the program stopped; gives their ids. Called when a
    /// register is opened, before anything else can write a batch.
    ///
    /// # Errors
    /// Trouble with the register's own disk.
    pub fn batches_settle(&self) -> Result<Vec<PrintBatchId>, RegisterError> {
        let running = self.read(|tx| Ok(batches::running(tx)?))?;
        for id in &running {
            let listed = self.read(|tx| Ok(batches::get(tx, *id)?))?;
            let fate = fate(&listed);
            tracing::warn!(batch = id.get(), ?fate, "interrupted batch settled");
            match fate {
                Fate::HandedOver => self.settle_handed_over(*id, By::Nobody)?,
                Fate::FailedClean => self.settle_failed(*id, true, By::Nobody)?,
                Fate::FailedOutside => self.settle_failed(*id, false, By::Nobody)?,
            }
        }
        Ok(running)
    }
}

fn fate(listed: &BatchListed) -> Fate {
    let parent = Path::new(&listed.parent_folder);
    let batch = &listed.batch;
    let is_unnamed = batch.sha256.is_empty() || parent.join(&listed.part_name).exists();
    if is_unnamed {
        return match folder::remove_part(parent, &listed.part_name) {
            Ok(()) => Fate::FailedClean,
            Err(_) => Fate::FailedOutside,
        };
    }
    let target = Path::new(&batch.folder);
    if !target.is_dir() {
        return Fate::HandedOver;
    }
    match plain::read::read(target) {
        Ok(report) if report.deviations.is_empty() && report.sums_sha256 == batch.sha256 => Fate::HandedOver,
        _ => Fate::FailedOutside,
    }
}
