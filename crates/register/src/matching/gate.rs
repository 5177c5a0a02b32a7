//! Whether a frame may leave the house or be ordered.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::{FrameId, JobId, SessionId};
use store::{ReadTx, jobs, sessions};

use super::propose::Worked;
use crate::RegisterError;

/// Answers for frame after frame; what it has to work out is worked out once. For one transaction only.
#[derive(Default)]
pub(crate) struct Gate {
    matched: HashMap<JobId, HashSet<FrameId>>,
    shows_cards: HashMap<SessionId, bool>,
}

impl Gate {
    /// Whether a frame is somebody's. In a session that shows no camera cards and is part of no job, nobody asks whose
    /// frames are.
    pub fn lets_pass(&mut self, tx: &ReadTx<'_>, frame: FrameId) -> Result<bool, RegisterError> {
        match sessions::of_frame(tx, frame)? {
            (_, Some(job)) => Ok(self.matched_in(tx, job)?.contains(&frame)),
            (session, None) => Ok(!self.shows_cards(tx, session)?),
        }
    }

    /// A problem for each of an order's lines whose frame is nobody's.
    pub fn problems(
        &mut self,
        tx: &ReadTx<'_>,
        lines: impl IntoIterator<Item = Option<FrameId>>,
    ) -> Result<Vec<FieldProblemAt>, RegisterError> {
        let mut problems = Vec::new();
        for (place, frame) in lines.into_iter().enumerate() {
            if let Some(frame) = frame
                && !self.lets_pass(tx, frame)?
            {
                let field = format!("lines.{place}.frame_id");
                problems.push(FieldProblemAt::new(field, FieldProblem::NotMatched));
            }
        }
        Ok(problems)
    }

    fn matched_in(&mut self, tx: &ReadTx<'_>, job: JobId) -> Result<&HashSet<FrameId>, RegisterError> {
        let place = match self.matched.entry(job) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(place) => place,
        };
        let proposal = Worked::of(tx, &jobs::get(tx, job)?)?.proposal;
        let runs = proposal.runs.iter().filter(|run| run.owner().is_some());
        Ok(place.insert(runs.flat_map(|run| run.frames.iter().copied()).collect()))
    }

    fn shows_cards(&mut self, tx: &ReadTx<'_>, session: SessionId) -> Result<bool, RegisterError> {
        Ok(match self.shows_cards.entry(session) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => *place.insert(sessions::shows_cards(tx, session)?),
        })
    }
}
