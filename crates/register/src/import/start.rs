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
const MOST_PLANS: usize = 8;

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
    /// As [`Self::imports_start`].
    pub fn import_start(
        self: &Arc<Self>,
        token: &str,
        into: Destination,
    ) -> Result<(TaskId, BegunImport), RegisterError> {
        self.imports_start(&[token], into)?.pop().ok_or(RegisterError::NothingToImport)
    }

    /// Runs the plans of several sources into one session at once, each as an import of its own.
    ///
    /// # Errors
    /// [`RegisterError::PlanUnknown`]; as [`Self::imports_begin`].
    pub fn imports_start(
        self: &Arc<Self>,
        tokens: &[&str],
        into: Destination,
    ) -> Result<Vec<(TaskId, BegunImport)>, RegisterError> {
        let plans: Vec<Arc<Plan>> =
            tokens.iter().map(|token| self.plans().get(token)).collect::<Result<_, _>>()?;
        let is_twice =
            |place: usize| tokens.iter().take(place).any(|earlier| Some(earlier) == tokens.get(place));
        if (0..tokens.len()).any(is_twice) {
            return Err(RegisterError::PlanUnknown);
        }
        let begun = self.imports_begin(&plans.iter().map(Arc::as_ref).collect::<Vec<_>>(), into)?;
        tokens.iter().for_each(|token| self.plans().forget(token));
        let mut started = Vec::with_capacity(plans.len());
        for (plan, begun) in plans.into_iter().zip(begun) {
            let task = self.start_task(TaskKind::Import, plan.label(), move |register, ctx| {
                Ok(ended(register.import_run(begun, &plan, ctx)?, begun))
            })?;
            self.tasks().announce(task, left_by(begun));
            started.push((task, begun));
        }
        Ok(started)
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
    use domain::import::CardFinding;
    use tasks::TaskCtx;

    use super::*;
    use crate::import::tests::{assert_every_file_is_whole, card, contents, frame_count, new_session};
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

    fn planned(register: &TempRegister, folder: &std::path::Path) -> String {
        let task = register.shared().import_plan_start(folder.to_owned()).unwrap();
        register.tasks().wait(task).unwrap().result.unwrap().plan.unwrap()
    }

    #[test]
    fn several_sources_fill_one_session_at_once_and_each_has_its_own_report() {
        let register = TempRegister::new();
        let (whole, half, other) = (card(6, 0), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (path, bytes) in contents(whole.path()).into_iter().take(3) {
            let name = path.file_name().unwrap();
            std::fs::write(half.path().join(name), &bytes).unwrap();
            std::fs::write(other.path().join(name), [bytes.as_slice(), b"other"].concat()).unwrap();
        }
        let tokens: Vec<String> =
            [&whole, &half, &other].map(|source| planned(&register, source.path())).into();
        let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();

        let started = register.shared().imports_start(&tokens, new_session()).unwrap();

        let sessions: Vec<_> = started.iter().map(|(_, begun)| begun.session_id).collect();
        assert!(sessions.iter().all(|session| *session == sessions[0]));
        for (task, begun) in &started {
            assert_eq!(register.tasks().wait(*task).unwrap().state, tasks::TaskState::Completed);
            let report = register.import_report(begun.import_id).unwrap();
            assert_eq!(report.card_verdict().unwrap().finding, CardFinding::AllStored);
        }
        assert_eq!(frame_count(&register, started[0].1), 9, "what two sources have is stored once");
        let stored: u32 = started
            .iter()
            .map(|(_, begun)| register.import_report(begun.import_id).unwrap().import.stored_files)
            .sum();
        assert_eq!(stored, 9);
        assert_every_file_is_whole(&register, started[0].1);
        assert!(matches!(register.import_plan_get(tokens[0]), Err(RegisterError::PlanUnknown)), "run once");
    }

    #[test]
    fn one_of_several_sources_is_stopped_alone() {
        let register = TempRegister::new();
        let (one, two) = (card(3, 0), card(5, 0));
        let plans = [&one, &two]
            .map(|source| register.import_plan(source.path().to_owned(), &mut TaskCtx::unwatched()).unwrap());
        let begun = register.imports_begin(&[&plans[0], &plans[1]], new_session()).unwrap();

        let stopped = register.import_run(begun[1], &plans[1], &mut TaskCtx::cancelled_at(0)).unwrap();
        let completed = register.import_run(begun[0], &plans[0], &mut TaskCtx::unwatched()).unwrap();

        assert_eq!((stopped, completed), (ImportOutcome::Cancelled, ImportOutcome::Completed));
        assert_eq!(frame_count(&register, begun[0]), 3);
        let offered = register.session_get(begun[0].session_id).unwrap().resumable_import_id;
        assert_eq!(offered, Some(begun[1].import_id));
    }

    #[test]
    fn nothing_begins_when_one_of_several_sources_brings_nothing_or_comes_twice() {
        let register = TempRegister::new();
        let (full, empty) = (card(2, 0), tempfile::tempdir().unwrap());
        let (full, empty) = (planned(&register, full.path()), planned(&register, empty.path()));
        let refused = register.shared().imports_start(&[&full, &empty], new_session());
        assert!(matches!(refused, Err(RegisterError::NothingToImport)));
        let refused = register.shared().imports_start(&[&full, &full], new_session());
        assert!(matches!(refused, Err(RegisterError::PlanUnknown)));
        assert!(register.session_list("", None, 10).unwrap().rows.is_empty(), "no session either");
        assert!(register.import_plan_get(&full).is_ok(), "it can still be run");
    }
}
