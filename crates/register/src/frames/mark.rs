//! Marking frames (rating, rejecting, colour, retake, turn, head) and putting marks back.

use domain::Action;
use domain::field::FieldProblem;
use domain::ids::FrameId;
use domain::photo::{ColorMark, Head, Marks};
use store::{Acted, WriteTx, frames};

use crate::{Register, RegisterError};

/// A change of marks; what is none stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NewMarks {
    /// 0 to 5.
    pub rating: Option<u8>,
    /// Set aside or not.
    pub is_rejected: Option<bool>,
    /// A colour, or none any more.
    pub color: Option<Option<ColorMark>>,
    /// Taken again or not.
    pub is_retake: Option<bool>,
    /// Quarter turns clockwise to be added. Where the head was is not known after them.
    pub turn_by: u8,
    /// Where the head is, or that nobody says so any more.
    pub head: Option<Option<Head>>,
}

/// The marks of a frame.
pub type MarksOf = (FrameId, Marks);

const HIGHEST_RATING: u8 = 5;
const ALL_FIELDS: [&str; 6] = ["rating", "is_rejected", "color", "is_retake", "turn", "head"];

impl NewMarks {
    const fn is_turned(&self) -> bool {
        !self.turn_by.is_multiple_of(4)
    }

    fn applied_to(&self, before: Marks) -> Marks {
        Marks {
            rating: self.rating.unwrap_or(before.rating),
            is_rejected: self.is_rejected.unwrap_or(before.is_rejected),
            color: self.color.unwrap_or(before.color),
            is_retake: self.is_retake.unwrap_or(before.is_retake),
            turn: (before.turn + self.turn_by % 4) % 4,
            head: self.head.unwrap_or(if self.is_turned() { None } else { before.head }),
        }
    }

    fn changed(&self) -> impl Iterator<Item = &'static str> {
        let is_changed = [
            self.rating.is_some(),
            self.is_rejected.is_some(),
            self.color.is_some(),
            self.is_retake.is_some(),
            self.is_turned(),
            self.is_turned() || self.head.is_some(),
        ];
        ALL_FIELDS.into_iter().zip(is_changed).filter(|(_, is_changed)| *is_changed).map(|(name, _)| name)
    }
}

impl Register {
    /// Marks frames and gives the marks that they had, so that they can be put back.
    ///
    /// # Errors
    /// When a rating is over 5 or a frame is unknown; then none is marked.
    pub fn frame_mark(&self, ids: &[FrameId], marks: NewMarks) -> Result<Vec<MarksOf>, RegisterError> {
        if marks.rating.is_some_and(|rating| rating > HIGHEST_RATING) {
            return Err(RegisterError::invalid("rating", FieldProblem::OutOfRange));
        }
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.transact(|tx| {
            let mut before = Vec::with_capacity(ids.len());
            for id in ids {
                let had = marks_of(tx, *id)?;
                before.push((*id, had));
                frames::set_marks(tx, *id, marks.applied_to(had))?;
            }
            let ids = ids.iter().map(|id| id.get());
            Ok(Acted::new(before, Action::FramesMarked).fields(marks.changed()).on_each(ids))
        })
    }

    /// Puts marks back as they were.
    ///
    /// # Errors
    /// As [`Self::frame_mark`].
    pub fn frame_marks_restore(&self, marks: &[MarksOf]) -> Result<(), RegisterError> {
        if marks.iter().any(|(_, marks)| marks.rating > HIGHEST_RATING) {
            return Err(RegisterError::invalid("rating", FieldProblem::OutOfRange));
        }
        if marks.is_empty() {
            return Ok(());
        }
        self.transact(|tx| {
            for (id, old) in marks {
                frames::set_marks(tx, *id, *old)?;
            }
            let ids = marks.iter().map(|(id, _)| id.get());
            Ok(Acted::new((), Action::FramesMarked).fields(ALL_FIELDS).on_each(ids))
        })
    }
}

fn marks_of(tx: &WriteTx<'_>, id: FrameId) -> Result<Marks, RegisterError> {
    Ok(frames::get(tx, id)?.frame.marks)
}
