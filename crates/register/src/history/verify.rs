//! Checks the whole trail: every hash, every checkpoint, every signature.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{Action, Instant};
use store::checkpoints::{self, StoredCheckpoint};
use store::{Acted, StoreError, audit};
use tasks::{TaskCtx, TaskId};
use trail::{Checkpoint, KeyChain, origin_of};

use super::walk::{Followed, told_to, walk};
use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// What a check of the whole trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailVerdict {
    /// How many entries hold, from the first.
    pub entries: u64,
    /// When the first was written.
    pub since: Option<Instant>,
    /// How many checkpoints hold.
    pub checkpoints: u64,
    /// The newest checkpoint that holds.
    pub checkpoint_at: Option<Instant>,
    /// The first thing that does not hold; nothing after it was looked at.
    pub fault: Option<TrailFault>,
}

/// What does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrailFault {
    /// This entry is not the one that was written, or the one before it is missing.
    Entry(u64),
    /// The first so many entries are not those that were signed.
    Signed {
        /// How many the checkpoint covers.
        size: u64,
    },
    /// The end is missing: a checkpoint covers more entries than there are.
    End {
        /// How many it covers.
        size: u64,
    },
    /// The keys that sign do not follow from each other.
    Keys,
}

impl Register {
    /// Checks the whole trail as a task.
    ///
    /// # Errors
    /// [`RegisterError::Locked`] for a call that began before the register was locked.
    pub fn trail_verify_start(self: &Arc<Self>) -> Result<TaskId, RegisterError> {
        self.start_task(TaskKind::TrailVerify, "", |register, ctx| {
            let verdict = Box::new(register.trail_verify(ctx)?);
            Ok(TaskOutcome::Completed(TaskResult { verdict: Some(verdict), ..TaskResult::default() }))
        })
    }

    /// Checks the whole trail, as it was when the check began, and notes in it that it was checked. A trail that does not
    /// hold is an answer.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], or trouble with the disk.
    pub fn trail_verify(&self, ctx: &mut TaskCtx) -> Result<TrailVerdict, RegisterError> {
        let verdict = self.judge(ctx)?;
        if self.alarm().is_none() {
            let outcome = if verdict.fault.is_none() { "intact" } else { "broken" };
            let count = u32::try_from(verdict.entries).unwrap_or(u32::MAX);
            self.transact(|_| Ok(Acted::new((), Action::TrailVerified).fields([outcome]).count(count)))?;
        }
        Ok(verdict)
    }

    fn judge(&self, ctx: &mut TaskCtx) -> Result<TrailVerdict, RegisterError> {
        let (until, stored, keys) = self.read(|tx| {
            let keys = match checkpoints::keys(tx) {
                Err(StoreError::UnknownValue { .. }) => None,
                keys => Some(keys?),
            };
            Ok((audit::last_id(tx)?, checkpoints::list(tx)?, keys))
        })?;
        ctx.step(|progress| progress.total = until.unsigned_abs())?;
        let mut verdict =
            TrailVerdict { entries: 0, since: None, checkpoints: 0, checkpoint_at: None, fault: None };
        let mut due: BTreeMap<u64, Vec<&StoredCheckpoint>> = BTreeMap::new();
        for checkpoint in &stored {
            due.entry(checkpoint.size).or_default().push(checkpoint);
        }
        let mut followed = Followed::nothing();
        let mut signers = None;
        walk(
            self.store(),
            0,
            until,
            |entry| {
                if verdict.fault.is_some() {
                    return Ok(());
                }
                if followed.follow(entry).is_err() {
                    verdict.fault = Some(TrailFault::Entry(entry.values.id.unsigned_abs()));
                    return Ok(());
                }
                verdict.entries += 1;
                if verdict.entries == 1 {
                    verdict.since = Some(Instant(entry.values.at));
                    let origin = origin_of(&entry.hash);
                    signers = keys
                        .as_deref()
                        .and_then(|keys| Some((KeyChain::follow(&origin, keys).ok()?, origin)));
                }
                for checkpoint in due.remove(&verdict.entries).unwrap_or_default() {
                    match &signers {
                        None => verdict.fault = Some(TrailFault::Keys),
                        Some(signers) if is_signed(checkpoint, signers, &followed) => {
                            verdict.checkpoints += 1;
                            verdict.checkpoint_at = Some(checkpoint.made_at);
                        }
                        Some(_) => verdict.fault = Some(TrailFault::Signed { size: checkpoint.size }),
                    }
                }
                Ok(())
            },
            told_to(ctx, 0),
        )?;
        if verdict.fault.is_none() {
            verdict.fault = due.keys().next().map(|size| TrailFault::End { size: *size });
        }
        Ok(verdict)
    }
}

/// Whether a checkpoint was signed over what was followed, by a key of the trail.
fn is_signed(stored: &StoredCheckpoint, signers: &(KeyChain, String), followed: &Followed) -> bool {
    let (keys, origin) = signers;
    let signed = keys.get(stored.key).and_then(|key| Checkpoint::open(&stored.note, key).ok());
    signed.is_some_and(|signed| {
        signed.origin == *origin
            && signed.size == followed.tree.size()
            && signed.root == followed.tree.root()
            && signed.head == followed.chain.last_hash()
    })
}
