//! The grid: the ids of a session's frames in order, and cells as they come into view.

use std::collections::HashMap;

use domain::ids::{FrameId, SessionId};
use domain::matching::{Owner, RunState};
use store::frames::{self, FrameFilter, FrameListed, FrameOrder};
use store::sessions;

use crate::matching::{ListedOwner, matching_of};
use crate::{Register, RegisterError};

/// Whose a group of frames is, in the order in which groups come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameGroup {
    /// A subject's or a class's.
    Owned(ListedOwner),
    /// Doubtful.
    Quarantined,
    /// Nobody's.
    Unmatched,
    /// They show camera cards.
    Cards,
}

/// Frames by whose they are, and the groups with their frames' number.
pub type GroupedFrames = (Vec<FrameId>, Vec<(FrameGroup, usize)>);

impl Register {
    /// Ids of the frames that fit, in order, and how many the session has in all.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn frame_index(
        &self,
        session_id: SessionId,
        order: FrameOrder,
        filter: &FrameFilter,
    ) -> Result<(Vec<FrameId>, u32), RegisterError> {
        self.read(|tx| Ok((frames::index(tx, session_id, order, filter)?, frames::count(tx, session_id)?)))
    }

    /// Ids of the frames that fit, by whose they are, in the order taken within each group. Without groups when the
    /// session is part of no job.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn frame_groups(
        &self,
        session_id: SessionId,
        filter: &FrameFilter,
    ) -> Result<(GroupedFrames, u32), RegisterError> {
        self.read(|tx| {
            let ids = frames::index(tx, session_id, FrameOrder::Taken, filter)?;
            let total = frames::count(tx, session_id)?;
            let Some(job) = sessions::get(tx, session_id)?.session.job_id else {
                return Ok(((ids, Vec::new()), total));
            };
            let matching = matching_of(tx, job)?;
            let places: HashMap<Owner, usize> =
                matching.owners.iter().zip(0..).map(|(listed, place)| (listed.owner, place)).collect();
            // after all owners: quarantined, unmatched, cards
            let after = matching.owners.len();
            let mut place_of = HashMap::new();
            for run in &matching.proposal.runs {
                let place = match run.owner().and_then(|owner| places.get(&owner)) {
                    Some(place) => *place,
                    None if run.state == RunState::Quarantined => after,
                    None => after + 1,
                };
                place_of.extend(run.frames.iter().map(|id| (*id, place)));
                place_of.extend(run.keyframes.iter().map(|id| (*id, after + 2)));
            }
            let mut grouped: Vec<Vec<FrameId>> = vec![Vec::new(); after + 3];
            for id in ids {
                let place = place_of.get(&id).copied().unwrap_or(after + 1);
                if let Some(group) = grouped.get_mut(place) {
                    group.push(id);
                }
            }
            let owned = matching.owners.into_iter().map(FrameGroup::Owned);
            let groups = owned.chain([FrameGroup::Quarantined, FrameGroup::Unmatched, FrameGroup::Cards]);
            let sized = groups.zip(grouped.iter().map(Vec::len)).filter(|(_, count)| *count > 0).collect();
            Ok(((grouped.concat(), sized), total))
        })
    }

    /// Cells by id, in the order asked; unknown ids are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn frame_cells(&self, ids: &[FrameId]) -> Result<Vec<FrameListed>, RegisterError> {
        self.read(|tx| Ok(frames::cells(tx, ids)?))
    }
}
