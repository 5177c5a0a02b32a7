//! Rating and rejecting frames, and putting marks back.

use domain::Action;
use domain::ids::FrameId;
use store::frames::{self, NewMarks};
use store::{Acted, WriteTx};

use domain::field::FieldProblem;

use crate::{Register, RegisterError};

/// The marks of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Whose.
    pub id: FrameId,
    /// 0 to 5.
    pub rating: u8,
    /// Set aside.
    pub is_rejected: bool,
}

const HIGHEST_RATING: u8 = 5;

impl Register {
    /// Rates or rejects frames and gives the marks that they had, so that they can be put back.
    ///
    /// # Errors
    /// When a rating is over 5 or a frame is unknown; then none is marked.
    pub fn frame_mark(&self, ids: &[FrameId], marks: NewMarks) -> Result<Vec<Marks>, RegisterError> {
        if marks.rating.is_some_and(|rating| rating > HIGHEST_RATING) {
            return Err(RegisterError::invalid("rating", FieldProblem::OutOfRange));
        }
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let fields = [("rating", marks.rating.is_some()), ("is_rejected", marks.is_rejected.is_some())];
        self.transact(|tx| {
            let mut before = Vec::with_capacity(ids.len());
            for id in ids {
                before.push(marks_of(tx, *id)?);
                frames::mark(tx, *id, marks)?;
            }
            let names = fields.into_iter().filter(|(_, is_set)| *is_set).map(|(name, _)| name);
            Ok(Acted::new(before, Action::FramesMarked).fields(names).on_each(ids.iter().map(|id| id.get())))
        })
    }

    /// Puts marks back as they were.
    ///
    /// # Errors
    /// As [`Self::frame_mark`].
    pub fn frame_marks_restore(&self, marks: &[Marks]) -> Result<(), RegisterError> {
        if marks.iter().any(|marks| marks.rating > HIGHEST_RATING) {
            return Err(RegisterError::invalid("rating", FieldProblem::OutOfRange));
        }
        if marks.is_empty() {
            return Ok(());
        }
        self.transact(|tx| {
            for old in marks {
                let marks = NewMarks { rating: Some(old.rating), is_rejected: Some(old.is_rejected) };
                frames::mark(tx, old.id, marks)?;
            }
            Ok(Acted::new((), Action::FramesMarked)
                .fields(["rating", "is_rejected"])
                .on_each(marks.iter().map(|old| old.id.get())))
        })
    }
}

fn marks_of(tx: &WriteTx<'_>, id: FrameId) -> Result<Marks, RegisterError> {
    let frame = frames::get(tx, id)?.frame;
    Ok(Marks { id, rating: frame.rating, is_rejected: frame.is_rejected })
}
