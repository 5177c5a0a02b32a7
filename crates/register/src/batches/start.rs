//! Starts a hand-over in the background.

use std::path::Path;
use std::sync::Arc;

use domain::ids::PrintBatchId;
use tasks::TaskId;

use super::Request;
use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

impl Register {
    /// Begins a batch and writes it as a task: what stands against it is said at once, before anything runs.
    ///
    /// # Errors
    /// As [`Register::batch_begin`].
    pub fn batch_start(
        self: &Arc<Self>,
        request: &Request,
        parent: &Path,
    ) -> Result<(TaskId, PrintBatchId), RegisterError> {
        let begun = self.batch_begin(request, parent)?;
        let id = begun.id();
        let subject = begun.batch.partner_name.clone();
        let task = self.start_task(TaskKind::HandOver, subject, move |register, ctx| {
            register.batch_run(begun, ctx)?;
            Ok(TaskOutcome::Completed(TaskResult { batch_id: Some(id), ..TaskResult::default() }))
        })?;
        Ok((task, id))
    }
}
