//! The demonstration studio: a register with invented people, made by the program itself.

use std::sync::Arc;

use domain::Language;
use domain::studio::StudioFields;
use tasks::{TaskCtx, TaskId};
use vault::SecretString;

use crate::error::RegisterError;
use crate::register::{Register, start};
use crate::registers::{Held, RegisterKind, Registers};
use crate::task::{TaskKind, TaskResult};

/// Opens the demonstration studio; shown on its unlock view, for there is nothing in it to protect.
pub const PASSPHRASE: &str = "esittelykuvaamo";

impl Registers {
    /// Shows the demonstration studio and opens it; makes it first when there is none. Stopped half-way it
    /// leaves nothing.
    ///
    /// # Errors
    /// [`RegisterError::Exists`] while a new register waits for its recovery code, or trouble with the disk.
    pub fn demonstration_open(self: &Arc<Self>) -> Result<TaskId, RegisterError> {
        if matches!(self.chosen().held, Held::Pending(_)) {
            return Err(RegisterError::Exists);
        }
        match self.lock() {
            Ok(()) | Err(RegisterError::Locked) => {}
            Err(error) => return Err(error),
        }
        let registers = Arc::clone(self);
        Ok(start(self.tasks(), TaskKind::DemonstrationStudio, studio().name, move |ctx| {
            registers.make_demonstration(ctx)?;
            registers.chosen().kind = RegisterKind::Demonstration;
            registers.unlock(&SecretString::from(PASSPHRASE))?;
            Ok(TaskResult::default())
        }))
    }

    fn make_demonstration(&self, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
        let _transition = self.transition();
        if self.dir(RegisterKind::Demonstration).exists() {
            return Ok(());
        }
        let made = self.make(RegisterKind::Demonstration, &studio(), &SecretString::from(PASSPHRASE))?;
        let register = Arc::new(made.register);
        let filled = fill(&register, ctx);
        let register = Arc::try_unwrap(register).map_err(|_| RegisterError::Panicked)?;
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

fn studio() -> StudioFields {
    StudioFields {
        name: "Kuvaamo Esimerkki Oy".to_owned(),
        business_id: "1234567-1".to_owned(),
        street: "Koulukatu 1".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        phone: "06 555 0100".to_owned(),
        email: "toimisto@kuvaamo.example".to_owned(),
        language: Language::Finnish,
    }
}

/// Fills the new register with the school, its people, frames and orders.
fn fill(_register: &Arc<Register>, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
    Ok(ctx.step(|progress| progress.total = 1)?)
}
