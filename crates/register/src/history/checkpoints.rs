//! Signed checkpoints: what the trail was, so that nobody who holds the register can write it anew unnoticed.
//!
//! One is made at the first opening of a calendar day, when the day changes, and when something leaves that has to be
//! proved. Each is followed at once by its entry in the trail, written in the same transaction. Invariant: a checkpoint is
//! signed only over a chain that was followed from the checkpoint before it, except over a trail that its owner accepted
//! as it is (`anchor`).

use domain::Action;
use domain::ids::AuditEntryId;
use store::checkpoints::{self, StoredCheckpoint};
use store::{Acted, ReadTx, StoreError, WriteTx, audit};
use trail::merkle::Frontier;
use trail::{Checkpoint, KeyRecord, SigningKey, origin_of};

use super::walk::{Followed, walk};
use crate::anchor::Alarm;
use crate::clock::day_of;
use crate::{Register, RegisterError};

/// Looks at the newest checkpoint, and follows the chain from it to its head; gives the alarm of what does not hold.
pub(crate) fn judge(tx: &ReadTx<'_>) -> Result<Option<Alarm>, RegisterError> {
    let mut chain = match begin(tx)? {
        Ok(from) => from.chain,
        Err(alarm) => return Ok(Some(alarm)),
    };
    let mut broken = None;
    audit::walk(tx, AuditEntryId(chain.last_id()), u32::MAX, |entry| -> Result<(), RegisterError> {
        if broken.is_none() && !chain.follow(entry) {
            broken = Some(Alarm::EntryChanged { entry: entry.values.id.unsigned_abs() });
        }
        Ok(())
    })?;
    Ok(broken)
}

/// Where the newest checkpoint leaves chain and tree, or what is wrong with it.
fn begin(tx: &ReadTx<'_>) -> Result<Result<Followed, Alarm>, RegisterError> {
    let Some(newest) = checkpoints::newest(tx)? else { return Ok(Ok(Followed::nothing())) };
    let last = audit::last_id(tx)?.unsigned_abs();
    if newest.size > last {
        return Ok(Err(Alarm::Behind { last, remembered: newest.size }));
    }
    let keys = match checkpoints::keys(tx) {
        Ok(keys) => keys,
        Err(StoreError::UnknownValue { .. }) => return Ok(Err(Alarm::CheckpointFalse)),
        Err(error) => return Err(error.into()),
    };
    let signed = keys
        .iter()
        .find(|record| record.number == newest.key)
        .and_then(|record| Checkpoint::open(&newest.note, &record.public).ok());
    let (Some(signed), Some(followed)) = (signed, Followed::until(tx, &newest)?) else {
        return Ok(Err(Alarm::CheckpointFalse));
    };
    Ok(if signed.size != newest.size || signed.root != followed.tree.root() {
        Err(Alarm::CheckpointFalse)
    } else if signed.head != followed.chain.last_hash() {
        Err(Alarm::EntryChanged { entry: signed.size })
    } else {
        Ok(followed)
    })
}

/// Replaces the key that signs checkpoints: the one there is signs the new one and is forgotten. Before the first
/// checkpoint there is none to replace: false. Whoever calls it says [`Action::CheckpointKeyRenewed`].
///
/// # Errors
/// Trouble with the disk.
pub fn renew_key(tx: &mut WriteTx<'_>) -> Result<bool, RegisterError> {
    let (records, own) = (checkpoints::keys(tx)?, checkpoints::signing_key(tx)?);
    let (Some(last), Some(own)) = (records.last(), own) else { return Ok(false) };
    let next = SigningKey::make_random()?;
    let record = last.followed_by(&next, &own, &origin(tx)?, tx.now().millis());
    checkpoints::insert_key(tx, &record, &next)?;
    Ok(true)
}

/// The trail's name, from its first entry.
fn origin(tx: &ReadTx<'_>) -> Result<String, StoreError> {
    let first = audit::hash_of(tx, AuditEntryId(1))?;
    first.as_ref().map(origin_of).ok_or(StoreError::NotFound { entity: domain::Entity::AuditEntry, id: 1 })
}

impl Register {
    /// Signs what the trail is now, unless nothing was added since the last checkpoint; gives the newest.
    ///
    /// # Errors
    /// [`RegisterError::TrailBroken`], [`RegisterError::NotTrusted`], [`RegisterError::Locked`], or trouble with the disk.
    pub fn checkpoint_make(&self) -> Result<StoredCheckpoint, RegisterError> {
        let (newest, from, until) = self.read(|tx| {
            let newest = checkpoints::newest(tx)?;
            let from = begin(tx)?.map_err(|_| RegisterError::NotTrusted)?;
            Ok((newest, from, audit::last_id(tx)?))
        })?;
        if let Some(newest) = newest.filter(|newest| newest.size + 1 == until.unsigned_abs()) {
            return Ok(newest);
        }
        let mut followed = from;
        // all but the last few entries without holding the writer up
        walk(self.store(), followed.chain.last_id(), until, |entry| followed.follow(entry), |_| Ok(()))?;
        self.transact(|tx| sign(tx, followed.finish(tx, true)?))
    }

    /// Signs the trail as it stands, whether or not it holds: its owner accepted it. What does not hold stays to be seen
    /// by whoever checks the whole trail.
    pub(crate) fn checkpoint_as_it_is(&self) -> Result<(), RegisterError> {
        let mut taken = Followed::nothing();
        let until = self.read(|tx| Ok(audit::last_id(tx)?))?;
        walk(
            self.store(),
            0,
            until,
            |entry| {
                taken.take(entry);
                Ok(())
            },
            |_| Ok(()),
        )?;
        self.write_despite_alarm(|tx| sign(tx, taken.finish(tx, false)?)).map(drop)
    }

    /// Signs what the trail is now, unless that was done on this calendar day. Does nothing while the register may only
    /// be looked at.
    ///
    /// # Errors
    /// As [`Self::checkpoint_make`].
    pub fn checkpoint_daily(&self) -> Result<(), RegisterError> {
        if self.alarm().is_some() {
            return Ok(());
        }
        let newest = self.read(|tx| Ok(checkpoints::newest(tx)?))?;
        let is_done = newest.is_some_and(|newest| day_of(newest.made_at) == self.today());
        if is_done { Ok(()) } else { self.checkpoint_make().map(drop) }
    }
}

/// Signs a tree and keeps the checkpoint, with the first key when there is none.
fn sign(tx: &mut WriteTx<'_>, followed: Followed) -> Result<Acted<StoredCheckpoint>, RegisterError> {
    let Followed { chain, tree } = followed;
    let records = checkpoints::keys(tx)?;
    let (number, key) = match (records.last(), checkpoints::signing_key(tx)?) {
        (Some(last), Some(key)) => (last.number, key),
        (None, _) => {
            let key = SigningKey::make_random()?;
            let record = KeyRecord::first(&key);
            checkpoints::insert_key(tx, &record, &key)?;
            (record.number, key)
        }
        (Some(_), None) => {
            return Err(StoreError::UnknownValue { column: "checkpoint_keys.seed" }.into());
        }
    };
    let now = tx.now();
    let checkpoint = Checkpoint {
        origin: origin(tx)?,
        size: tree.size(),
        root: tree.root(),
        at_ms: now.millis(),
        head: chain.last_hash(),
    };
    let note = checkpoint.sign(&key);
    checkpoints::insert(tx, number, &tree, &note)?;
    let made = stored(number, &tree, now, note);
    Ok(Acted::new(made, Action::CheckpointSigned).by_nobody())
}

fn stored(key: u32, tree: &Frontier, made_at: domain::Instant, note: String) -> StoredCheckpoint {
    StoredCheckpoint { key, size: tree.size(), frontier: tree.nodes().to_vec(), made_at, note }
}
