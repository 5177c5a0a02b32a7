//! The whole import of a card: plan, session and run, as the window starts them. The clock leaves out the making of the
//! register, which a studio does once.

use std::path::Path;
use std::time::Instant;

use anyhow::ensure;
use domain::import::ImportOutcome;
use register::TaskCtx;
use register::import::Destination;
use serde_json::{Value, json};

use crate::studio;

/// Imports `card` into a new register in `data`.
pub fn import(data: &Path, card: &Path) -> anyhow::Result<Value> {
    let register = studio::make(data)?;
    let mut ctx = TaskCtx::unwatched();
    let begun = Instant::now();
    let plan = register.import_plan(card.to_owned(), &mut ctx)?;
    let into = Destination::New { name: plan.proposed_name(), photographer: String::new(), job_id: None };
    let import = register.import_begin(&plan, into)?;
    let outcome = register.import_run(import, &plan, &mut ctx)?;
    let seconds = begun.elapsed().as_secs_f64();

    let report = register.import_report(import.import_id)?;
    ensure!(outcome == ImportOutcome::Completed, "the import ended as {outcome:?}");
    ensure!(report.issues.is_empty(), "{} files were not imported whole", report.issues.len());
    Ok(json!({
        "seconds": seconds,
        "frames": report.import.frames,
        "files": report.import.stored_files,
        "bytes": plan.byte_count(),
    }))
}
