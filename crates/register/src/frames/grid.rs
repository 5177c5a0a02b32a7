//! The grid: the ids of a session's frames in order, and cells as they come into view.

use domain::ids::{FrameId, SessionId};
use store::frames::{self, FrameFilter, FrameListed, FrameOrder};

use crate::{Register, RegisterError};

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

    /// Cells by id, in the order asked; unknown ids are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn frame_cells(&self, ids: &[FrameId]) -> Result<Vec<FrameListed>, RegisterError> {
        self.read(|tx| Ok(frames::cells(tx, ids)?))
    }
}
