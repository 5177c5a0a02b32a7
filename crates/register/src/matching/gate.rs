//! Whether a frame may leave the house or be ordered.

use std::collections::{HashMap, HashSet};

use domain::ids::{FrameId, JobId};
use store::{ReadTx, jobs, sessions};

use super::propose::proposal;
use crate::RegisterError;

/// Answers for frame after frame; the proposal of each job is made once. For one transaction only.
#[derive(Default)]
pub(crate) struct Gate {
    matched: HashMap<JobId, HashSet<FrameId>>,
}

impl Gate {
    /// Whether a frame is somebody's, or of a session without a job, in which nobody asks whose frames are.
    pub fn lets_pass(&mut self, tx: &ReadTx<'_>, frame: FrameId) -> Result<bool, RegisterError> {
        let Some(job) = sessions::job_of_frame(tx, frame)? else { return Ok(true) };
        if let Some(matched) = self.matched.get(&job) {
            return Ok(matched.contains(&frame));
        }
        let (_, proposal, _) = proposal(tx, &jobs::get(tx, job)?, &[])?;
        let runs = proposal.runs.iter().filter(|run| run.owner().is_some());
        let matched: HashSet<FrameId> = runs.flat_map(|run| run.frames.iter().copied()).collect();
        let passes = matched.contains(&frame);
        self.matched.insert(job, matched);
        Ok(passes)
    }
}
