//! Opens a register, imports a card and says at once what the program acknowledges, for tests that kill it.
//!
//! `importer <data folder> <card>`, the passphrase on standard input. Takes up the newest import of the register that
//! stopped before its end, or begins one. Lines on standard output, each written when the window would be told:
//! `open`, `frame <id>` for each frame that a committed change names, `done <files>` for each progress, `ended`.
//!
//! It calls what the window calls. Nothing of the import is repeated here.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use domain::Entity;
use kontakti_tests::{program, say};
use register::import::Destination;
use register::{Notice, Register, TaskId, TaskState};

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let [data_dir, card] = program::arguments()?;
    let registers = program::open(&data_dir, Arc::new(acknowledge))?;
    let register = registers.open()?;
    let task = match stopped(&register)? {
        Some(id) => register.import_resume(id, None)?.0,
        None => begin(&register, card)?,
    };
    let ended = register.tasks().wait(task).context("the import's task")?;
    anyhow::ensure!(ended.state == TaskState::Completed, "{:?}", ended.error);
    say("ended");
    Ok(())
}

fn stopped(register: &Register) -> anyhow::Result<Option<domain::ids::ImportId>> {
    let sessions = register.session_list("", None, 50)?;
    Ok(sessions.rows.iter().find_map(|session| session.resumable_import_id))
}

fn begin(register: &Arc<Register>, card: PathBuf) -> anyhow::Result<TaskId> {
    let planned = register.tasks().wait(register.import_plan_start(card)?).context("the plan's task")?;
    let plan = planned.result.and_then(|result| result.plan).context("a plan")?;
    let into = Destination::New {
        name: "Koskelan koulu".to_owned(),
        photographer: "Sanna Öhman".to_owned(),
        job_id: None,
    };
    Ok(register.import_start(&plan, into)?.0)
}

fn acknowledge(notice: Notice) {
    match notice {
        Notice::Changed(changes) => {
            let frames = changes.iter().find(|(entity, _)| *entity == Entity::Frame);
            for id in frames.into_iter().flat_map(|(_, ids)| ids) {
                say(&format!("frame {id}"));
            }
        }
        Notice::Task(task) if task.kind == register::TaskKind::Import => {
            say(&format!("done {}", task.progress.done));
        }
        Notice::Task(_) | Notice::StateChanged => {}
    }
}
