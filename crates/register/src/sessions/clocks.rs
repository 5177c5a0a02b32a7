//! Setting right when photos were taken, where a camera's clock was off.

use domain::field::FieldProblem;
use domain::ids::{CameraId, SessionId};
use domain::{Action, Entity};
use store::clocks::{self, CameraClock};
use store::{Acted, StoreError, sessions};

use crate::{Register, RegisterError};

/// Furthest that a clock may be off: a camera that has lost its time begins again some decades ago.
const FURTHEST_MS: i64 = 100 * 365 * 24 * 3_600_000;

impl Register {
    /// The cameras of a session that know the time, with how their clocks are corrected.
    ///
    /// # Errors
    /// Not found.
    pub fn session_clocks(&self, id: SessionId) -> Result<Vec<CameraClock>, RegisterError> {
        self.read(|tx| {
            sessions::get(tx, id)?;
            Ok(clocks::cameras(tx, id)?)
        })
    }

    /// Says how far a camera's clock was off in a session: right time minus the camera's, ms, 0 for not at all. When its
    /// photos were taken is corrected by it, also of those that come later; files stay as they are. Gives the correction
    /// of before.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] for field `offset_ms` when it is more than a century; not found when no photo of the
    /// session was taken with the camera.
    pub fn clock_correct(
        &self,
        id: SessionId,
        camera: CameraId,
        offset_ms: i64,
    ) -> Result<i64, RegisterError> {
        if offset_ms.unsigned_abs() > FURTHEST_MS.unsigned_abs() {
            return Err(RegisterError::invalid("offset_ms", FieldProblem::OutOfRange));
        }
        self.transact(|tx| {
            sessions::get(tx, id)?;
            if !clocks::cameras(tx, id)?.iter().any(|clock| clock.camera == camera) {
                return Err(StoreError::NotFound { entity: Entity::Session, id: id.get() }.into());
            }
            let before = clocks::correct(tx, id, camera, offset_ms)?;
            Ok(Acted::new(before, Action::ClockCorrected).on(id.get()).fields(["taken_at"]))
        })
    }
}
