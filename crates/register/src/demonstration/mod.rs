//! The demonstration studio: a register with invented people, made by the program itself.

mod fill;
mod school;

use std::sync::{Arc, PoisonError};

use domain::Language;
use domain::ids::StaffMemberId;
use domain::staff::{Role, StaffFields};
use domain::studio::StudioFields;
use synthetic::demo;
use synthetic::demo::{DEMO_STAFF, DemoRole, DemoScript};
use tasks::{TaskCtx, TaskId};
use vault::SecretString;

use crate::error::RegisterError;
use crate::lifecycle::turn::Turn;
use crate::register::start;
use crate::registers::{Held, RegisterKind, Registers};
use crate::task::{TaskKind, TaskOutcome, TaskResult};

/// Opens the demonstration studio; shown on its unlock view, for there is nothing in it to protect.
pub const PASSPHRASE: &str = "esittelykuvaamo";

/// When the invented staff signed their agreements.
const AGREED_ON: &str = "2026-08-03";

impl Registers {
    /// Shows the demonstration studio and opens it; makes it first when there is none. Stopped half-way it
    /// leaves nothing. Asked for again meanwhile, it gives the task that is under way.
    ///
    /// # Errors
    /// [`RegisterError::Exists`] while a new register waits for its recovery code, or trouble with the disk.
    pub fn demonstration_open(self: &Arc<Self>) -> Result<TaskId, RegisterError> {
        let mut under_way = self.demonstration.lock().unwrap_or_else(PoisonError::into_inner);
        let is_active = |id| self.tasks().list().iter().any(|task| task.id == id && task.state.is_active());
        if let Some(id) = under_way.filter(|id| is_active(*id)) {
            return Ok(id);
        }
        let turn = self.transition();
        if matches!(self.chosen().held, Held::Pending(_)) {
            return Err(RegisterError::Exists);
        }
        match self.lock_in(&turn) {
            Ok(()) | Err(RegisterError::Locked) => {}
            Err(error) => return Err(error),
        }
        let registers = Arc::clone(self);
        let script = demo();
        let subject = script.studio.name.to_owned();
        let task = start(self.tasks(), TaskKind::DemonstrationStudio, subject, move |ctx| {
            registers.make_demonstration(&turn, &script, ctx)?;
            registers.chosen().kind = RegisterKind::Demonstration;
            let owner = registers.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
            registers.unlock_in(&turn, owner.map(StaffMemberId), &SecretString::from(PASSPHRASE))?;
            Ok(TaskOutcome::Completed(TaskResult::default()))
        });
        *under_way = Some(task);
        Ok(task)
    }

    fn make_demonstration(
        &self,
        _: &Turn,
        script: &DemoScript,
        ctx: &mut TaskCtx,
    ) -> Result<(), RegisterError> {
        if self.dir(RegisterKind::Demonstration).exists() {
            return Ok(());
        }
        let passphrase = SecretString::from(PASSPHRASE);
        let [owner, others @ ..] = &staff();
        let made = self.make(RegisterKind::Demonstration, &studio(script), owner, &passphrase)?;
        let register = made.register;
        let filled = fill::fill(&register, script, ctx).and_then(|()| {
            others.iter().try_for_each(|fields| {
                let member = register.staff_add(fields)?;
                self.put_passphrase(&register, &member, &passphrase).map(drop)
            })
        });
        match filled {
            Ok(()) => self.settle(register).map(drop),
            Err(error) => {
                drop(register);
                self.clear_unconfirmed(RegisterKind::Demonstration)?;
                Err(error)
            }
        }
    }
}

fn staff() -> [StaffFields; DEMO_STAFF.len()] {
    DEMO_STAFF.map(|(name, role)| StaffFields {
        name: name.to_owned(),
        role: match role {
            DemoRole::Owner => Role::Owner,
            DemoRole::DataProtectionContact => Role::DataProtectionContact,
            DemoRole::OrderDesk => Role::OrderDesk,
            DemoRole::Production => Role::Production,
            DemoRole::Photographer => Role::Photographer,
        },
        agreed_on: AGREED_ON.to_owned(),
    })
}

fn studio(script: &DemoScript) -> StudioFields {
    StudioFields {
        name: script.studio.name.to_owned(),
        business_id: script.studio.business_id.to_owned(),
        street: script.studio.street.to_owned(),
        postal_code: script.studio.postal_code.to_owned(),
        town: script.studio.town.to_owned(),
        phone: "06 555 0100".to_owned(),
        email: "toimisto@kuvaamo.example".to_owned(),
        language: Language::Finnish,
    }
}
