//! Planning, running and resuming imports as tasks.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use domain::Action;
use domain::ids::ImportId;
use domain::import::{Import, ImportOutcome};
use store::{Acted, imports};
use tasks::TaskId;

use super::plan::{Plan, source_label};
use super::run::{BegunImport, Destination};
use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// A plan names every file of a card: so many are kept at the most, the oldest is made again when it is wanted.
const MOST_PLANS: usize = 4;

/// Plans that were shown and may be run; forgotten when the register is locked, or for newer ones.
#[derive(Debug, Default)]
pub(crate) struct Plans {
    next: AtomicU64,
    kept: Mutex<VecDeque<(String, Arc<Plan>)>>,
}

impl Plans {
    fn keep(&self, plan: Plan) -> String {
        let token = format!("plan-{}", self.next.fetch_add(1, Ordering::Relaxed));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((token.clone(), Arc::new(plan)));
        if kept.len() > MOST_PLANS {
            kept.pop_front();
        }
        token
    }

    fn get(&self, token: &str) -> Result<Arc<Plan>, RegisterError> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = kept.iter().find(|(known, _)| known == token).map(|(_, plan)| Arc::clone(plan));
        plan.ok_or(RegisterError::PlanUnknown)
    }

    fn forget(&self, token: &str) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).retain(|(known, _)| known != token);
    }
}

impl Register {
    /// Plans the import of a folder; the task leaves the plan's token.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn import_plan_start(self: &Arc<Self>, source: PathBuf) -> Result<TaskId, RegisterError> {
        self.start_task(TaskKind::ImportPlan, source_label(&source), move |register, ctx| {
            let plan = register.import_plan(source, ctx)?;
            let token = register.plans().keep(plan);
            Ok(TaskOutcome::Completed(TaskResult { plan: Some(token), ..TaskResult::default() }))
        })
    }

    /// A plan by its token.
    ///
    /// # Errors
    /// [`RegisterError::PlanUnknown`].
    pub fn import_plan_get(&self, token: &str) -> Result<Arc<Plan>, RegisterError> {
        self.plans().get(token)
    }

    /// Runs a plan; it cannot be run twice.
    ///
    /// # Errors
    /// As [`Self::import_begin`].
    pub fn import_start(
        self: &Arc<Self>,
        token: &str,
        into: Destination,
    ) -> Result<(TaskId, BegunImport), RegisterError> {
        let plan = self.plans().get(token)?;
        let begun = self.import_begin(&plan, into)?;
        self.plans().forget(token);
        let task = self.start_task(TaskKind::Import, plan.label(), move |register, ctx| {
            Ok(ended(register.import_run(begun, &plan, ctx)?, begun))
        })?;
        self.tasks().announce(task, left_by(begun));
        Ok((task, begun))
    }

    /// Takes up an import that was cancelled, interrupted or failed, from its own folder or from another place where
    /// the same photos are found now.
    ///
    /// # Errors
    /// [`RegisterError::NothingToImport`] when the import went through or was given up,
    /// [`RegisterError::ImportRunning`]; when there is none.
    pub fn import_resume(
        self: &Arc<Self>,
        id: ImportId,
        from: Option<PathBuf>,
    ) -> Result<(TaskId, BegunImport), RegisterError> {
        let import = self.stopped(self.read(|tx| Ok(imports::get(tx, id)?))?)?;
        let begun = BegunImport { import_id: id, session_id: import.session_id };
        let source = from.unwrap_or_else(|| PathBuf::from(import.source_path));
        let task = self.start_task(TaskKind::Import, source_label(&source), move |register, ctx| {
            let plan = register.import_again(id, &source, ctx)?;
            Ok(ended(register.import_run(begun, &plan, ctx)?, begun))
        })?;
        self.tasks().announce(task, left_by(begun));
        Ok((task, begun))
    }

    /// Leaves a stopped import at what it stored: it is no longer offered to be resumed.
    ///
    /// # Errors
    /// As [`Self::import_resume`].
    pub fn import_give_up(&self, id: ImportId) -> Result<(), RegisterError> {
        self.transact(|tx| {
            let row = imports::get(tx, id)?;
            let is_unrecorded = row.outcome == ImportOutcome::Running;
            let import = self.stopped(row)?;
            if is_unrecorded {
                let now = tx.now();
                imports::end(tx, id, import.outcome, import.fault, now)?;
            }
            imports::give_up(tx, id)?;
            Ok(Acted::new((), Action::ImportGivenUp).on(import.session_id.get()))
        })
    }

    /// An import as it stands, when the rest of it can be imported.
    pub(super) fn stopped(&self, mut import: Import) -> Result<Import, RegisterError> {
        self.imports().correct(&mut import);
        if import.outcome == ImportOutcome::Running || self.imports().is_under_way(import.id) {
            return Err(RegisterError::ImportRunning);
        }
        if import.is_resumable() { Ok(import) } else { Err(RegisterError::NothingToImport) }
    }
}

/// A run that was stopped leaves what it stored until then.
fn ended(outcome: ImportOutcome, begun: BegunImport) -> TaskOutcome {
    match outcome {
        ImportOutcome::Cancelled => TaskOutcome::Cancelled(Some(left_by(begun))),
        _ => TaskOutcome::Completed(left_by(begun)),
    }
}

/// The session and the report, known from the start.
pub(super) fn left_by(begun: BegunImport) -> TaskResult {
    TaskResult {
        session_id: Some(begun.session_id),
        import_id: Some(begun.import_id),
        ..TaskResult::default()
    }
}

#[cfg(test)]
mod tests {
    use tasks::TaskCtx;

    use super::*;
    use crate::testing::TempRegister;

    #[test]
    fn plans_that_nobody_ran_give_way_to_newer_ones() {
        let register = TempRegister::new();
        let card = tempfile::tempdir().unwrap();
        let plan = || register.import_plan(card.path().to_owned(), &mut TaskCtx::unwatched()).unwrap();
        let tokens: Vec<String> = (0..=MOST_PLANS).map(|_| register.plans().keep(plan())).collect();
        let (oldest, rest) = tokens.split_first().unwrap();
        assert!(matches!(register.import_plan_get(oldest), Err(RegisterError::PlanUnknown)));
        assert!(rest.iter().all(|token| register.import_plan_get(token).is_ok()));
    }
}
