//! Looking for codes in frames that were stored before anybody did.

use std::sync::Arc;

use decoding::{Codes, DecodingError, ThumbnailSizes};
use domain::Action;
use domain::ids::{FrameId, JobId};
use domain::photo::CodeReading;
use store::{Acted, frames, jobs, matching};
use tasks::{TaskCtx, TaskId};
use vault::VaultError;

use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// Frames whose codes are stored together.
const BATCH: usize = 64;

/// What is known of a frame by the codes in it; one that could not be looked at may be a card.
pub(crate) fn code_reading(codes: Option<Codes>) -> (CodeReading, Vec<String>) {
    match codes {
        Some(codes) if !codes.is_card_like => (CodeReading::Done, codes.texts),
        codes => (CodeReading::CardLike, codes.unwrap_or_default().texts),
    }
}

impl Register {
    /// Looks for codes in the frames of a job in which nobody has looked, as a task.
    ///
    /// # Errors
    /// [`RegisterError::Locked`]; not found.
    pub fn codes_read_start(self: &Arc<Self>, id: JobId) -> Result<TaskId, RegisterError> {
        let name = self.read(|tx| Ok(jobs::get(tx, id)?))?.fields.name;
        self.start_task(TaskKind::CodeReading, name, move |register, ctx| {
            register.codes_read(id, ctx)?;
            Ok(TaskOutcome::Completed(TaskResult::default()))
        })
    }

    /// The same, here and now. What is read until a cancel or an error stays.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], or trouble with the register's own disk.
    pub fn codes_read(&self, id: JobId, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
        let unread = self.read(|tx| Ok(matching::unread(tx, id)?))?;
        ctx.step(|progress| progress.total = unread.len() as u64)?;
        for batch in unread.chunks(BATCH) {
            let mut read = Vec::with_capacity(batch.len());
            let stopped = batch.iter().try_for_each(|frame| {
                read.push((*frame, self.codes_of(*frame)?));
                Ok::<_, RegisterError>(ctx.step(|progress| progress.done += 1)?)
            });
            let count = u32::try_from(read.len()).unwrap_or(u32::MAX);
            self.transact(|tx| {
                for (frame, (reading, codes)) in &read {
                    frames::set_codes(tx, *frame, *reading, codes)?;
                }
                matching::note(tx, id);
                Ok::<_, RegisterError>(Acted::new((), Action::CodesRead).on(id.get()).count(count))
            })?;
            stopped?;
        }
        Ok(())
    }

    /// What a frame shows.
    fn codes_of(&self, frame: FrameId) -> Result<(CodeReading, Vec<String>), RegisterError> {
        let opened = match self.open_photo(frame) {
            Ok(opened) => opened,
            Err(
                error @ (RegisterError::NoPicture
                | RegisterError::PhotoMissing
                | RegisterError::Vault(VaultError::SealDamaged { .. } | VaultError::NotFound { .. })),
            ) => {
                tracing::warn!(%error, "a photo cannot be looked at");
                return Ok(code_reading(None));
            }
            Err(error) => return Err(error),
        };
        let sizes = ThumbnailSizes::default();
        match self.decoder().examine_with_codes(&**opened.bytes, opened.kind, &sizes) {
            Ok(examined) => Ok(code_reading(examined.codes)),
            Err(DecodingError::Picture(_) | DecodingError::Lost(_)) => Ok(code_reading(None)),
            Err(error) => Err(error.into()),
        }
    }
}
