//! Staff say who stands where in a photo of a class.

use domain::field::FieldProblem;
use domain::group_photo::Arrangement;
use domain::ids::{FrameId, JobId};
use domain::{Action, Entity};
use store::{Acted, StoreError, group_photos};

use super::{GroupPhotos, worked};
use crate::matching::matching_of;
use crate::{Register, RegisterError};

impl Register {
    /// Keeps who stands where in a photo, in place of what was there at `rev` (0: nobody was ever named).
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] for field `frame_id` when the photo is no class's, and for places that cannot be;
    /// [`RegisterError::GroupPhotoStale`]; not found, also somebody who is on no list of the job.
    pub fn group_photo_name(
        &self,
        id: JobId,
        frame: FrameId,
        rev: i64,
        arrangement: Arrangement,
    ) -> Result<GroupPhotos, RegisterError> {
        let arrangement = arrangement.tidied();
        let problems = arrangement.problems();
        if !problems.is_empty() {
            return Err(RegisterError::Invalid(problems));
        }
        self.transact(|tx| {
            let matching = matching_of(tx, id)?;
            let (before, _) = worked(tx, &matching)?;
            if !before.classes.iter().flat_map(|class| &class.photos).any(|photo| photo.frame == frame) {
                return Err(RegisterError::invalid("frame_id", FieldProblem::NotMatched));
            }
            let stranger = arrangement
                .subjects()
                .into_iter()
                .find(|subject| !before.people.iter().any(|person| person.subject == *subject));
            if let Some(stranger) = stranger {
                return Err(StoreError::NotFound { entity: Entity::Subject, id: stranger.get() }.into());
            }
            group_photos::set(tx, frame, rev, &arrangement, self.signer().staff_id())?;
            let (after, _) = worked(tx, &matching)?;
            Ok(Acted::new(after, Action::GroupPhotoNamed).on(frame.get()).fields(["rows"]))
        })
    }
}
