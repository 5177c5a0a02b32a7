//! Reads the trail in slices, each from a view of its own: rows are only ever added, so the slices fit.

use domain::ids::AuditEntryId;
use store::checkpoints::StoredCheckpoint;
use store::{ReadTx, Store, StoreError, audit};
use tasks::TaskCtx;
use trail::merkle::{Frontier, leaf_hash};
use trail::{Chain, Entry};

use crate::RegisterError;

/// Rows of a slice: some ten milliseconds of one reader.
const SLICE: u32 = 5_000;

/// Shows every entry after `from`, up to `until`, to `visit`; `pause` is called between slices with the last that was
/// shown.
pub(super) fn walk(
    store: &Store,
    from: i64,
    until: i64,
    mut visit: impl FnMut(&Entry<'_>) -> Result<(), RegisterError>,
    mut pause: impl FnMut(i64) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    let mut last = from;
    while last < until {
        let most = SLICE.min(u32::try_from(until - last).unwrap_or(SLICE));
        let shown = store.read(|tx| {
            audit::walk(tx, AuditEntryId(last), most, |entry| {
                last = entry.values.id;
                visit(entry)
            })
        })?;
        if shown == 0 {
            break;
        }
        pause(last)?;
    }
    Ok(())
}

/// For the pauses of [`walk`]: tells `ctx` how far it has come, after `before` entries of earlier walks.
pub(super) fn told_to(ctx: &mut TaskCtx, before: u64) -> impl FnMut(i64) -> Result<(), RegisterError> {
    move |last| Ok(ctx.step(|progress| progress.done = before + last.unsigned_abs())?)
}

/// Chain and tree as far as they were followed.
#[derive(Debug, Clone)]
pub(super) struct Followed {
    pub chain: Chain,
    pub tree: Frontier,
}

impl Followed {
    /// Before the first entry.
    pub fn nothing() -> Self {
        Self { chain: Chain::START, tree: Frontier::default() }
    }

    /// As far as a checkpoint that holds; none when its parts do not fit, or its last entry is not there.
    pub fn until(tx: &ReadTx<'_>, checkpoint: &StoredCheckpoint) -> Result<Option<Self>, StoreError> {
        let id = i64::try_from(checkpoint.size).unwrap_or(i64::MAX);
        let hash = audit::hash_of(tx, AuditEntryId(id))?;
        let tree = Frontier::from_nodes(checkpoint.size, checkpoint.frontier.clone());
        Ok(hash.zip(tree).map(|(hash, tree)| Self { chain: Chain::after(id, hash), tree }))
    }

    /// Goes on to the next entry.
    ///
    /// # Errors
    /// [`RegisterError::TrailBroken`] when it is not what has to follow.
    pub fn follow(&mut self, entry: &Entry<'_>) -> Result<(), RegisterError> {
        if !self.chain.follow(entry) {
            return Err(RegisterError::TrailBroken { entry: entry.values.id.unsigned_abs() });
        }
        self.tree.push(leaf_hash(&entry.hash));
        Ok(())
    }

    /// Takes the next entry for what it is, whether or not it follows.
    pub fn take(&mut self, entry: &Entry<'_>) {
        self.chain = Chain::after(entry.values.id, entry.hash);
        self.tree.push(leaf_hash(&entry.hash));
    }

    /// What it has come to in this view, from where it stands.
    pub fn finish(mut self, tx: &ReadTx<'_>, is_judged: bool) -> Result<Self, RegisterError> {
        audit::walk(tx, AuditEntryId(self.chain.last_id()), u32::MAX, |entry| {
            if is_judged {
                return self.follow(entry);
            }
            self.take(entry);
            Ok(())
        })?;
        Ok(self)
    }
}
