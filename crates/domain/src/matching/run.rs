//! A run while it is being made: frames are places in their stream.

use std::collections::BTreeSet;

use super::input::Owner;
use super::proposal::{Confidence, Hand, Note, Reason, Run, RunState};
use crate::camera_card::Card;
use crate::ids::{CameraId, FrameId, SessionId, SubjectId};

/// One camera's frames with the runs that they fall into. Every frame is in one run, and runs follow each
/// other without holes.
pub(super) struct Stream {
    pub session: SessionId,
    pub camera: Option<CameraId>,
    pub ids: Vec<FrameId>,
    pub runs: Vec<Draft>,
}

#[derive(Clone, Default)]
pub(super) struct Draft {
    /// Places of keyframes and portraits, ascending.
    pub keyframes: Vec<usize>,
    pub frames: Vec<usize>,
    /// Whether a card began it, readable or not.
    pub is_carded: bool,
    pub card: Option<Card>,
    /// Whom the card names.
    pub card_owner: Option<Owner>,
    pub proposed: Option<Owner>,
    pub reasons: BTreeSet<Reason>,
    pub notes: BTreeSet<Note>,
    pub hand: Option<Hand>,
    /// The edit that typed its card's code.
    pub typed_by: Option<usize>,
    /// Whether a pause in it, or its length, could hide somebody else.
    pub has_pause: bool,
    pub is_long: bool,
    /// Whether a neighbouring card is of the same class.
    pub is_agreed: bool,
    pub suggestions: Vec<SubjectId>,
}

impl Draft {
    /// A run of nobody.
    pub fn of_nobody(reason: Reason) -> Self {
        Self { reasons: BTreeSet::from([reason]), ..Self::default() }
    }

    /// The first place in the stream.
    pub fn start(&self) -> usize {
        let first = |places: &[usize]| places.first().copied().unwrap_or(usize::MAX);
        first(&self.keyframes).min(first(&self.frames))
    }

    pub fn is_unmatched(&self) -> bool {
        self.reasons.iter().any(|reason| reason.is_unmatched())
    }

    pub fn is_settled(&self) -> bool {
        self.hand.is_some_and(Hand::settles)
    }

    /// Whether the card is a subject's own, so that the roster's order says something of it.
    pub fn is_visit(&self) -> bool {
        matches!(self.card, Some(Card::Subject(_))) && !self.frames.is_empty()
    }

    fn state(&self) -> RunState {
        if self.frames.is_empty() {
            RunState::Absent
        } else if self.is_settled() {
            if self.proposed.is_some() { RunState::Matched } else { RunState::Unmatched }
        } else if self.is_unmatched() {
            RunState::Unmatched
        } else if self.reasons.is_empty() && self.proposed.is_some() {
            RunState::Matched
        } else {
            RunState::Quarantined
        }
    }

    fn confidence(&self, state: RunState) -> Confidence {
        match state {
            _ if self.proposed.is_none() => Confidence::None,
            RunState::Matched if self.is_settled() => Confidence::Certain,
            RunState::Matched if self.is_agreed => Confidence::High,
            RunState::Matched => Confidence::Fair,
            RunState::Unmatched | RunState::Quarantined | RunState::Absent => Confidence::Low,
        }
    }
}

impl Stream {
    /// Turns the direction in which frames and runs follow each other.
    pub fn reverse(&mut self) {
        let last = self.ids.len().saturating_sub(1);
        self.ids.reverse();
        self.runs.reverse();
        for run in &mut self.runs {
            for places in [&mut run.keyframes, &mut run.frames] {
                places.reverse();
                places.iter_mut().for_each(|place| *place = last.saturating_sub(*place));
            }
        }
    }

    /// The run that a place of the stream is in.
    pub fn run_at(&self, place: usize) -> Option<usize> {
        self.runs.partition_point(|run| run.start() <= place).checked_sub(1)
    }

    pub fn into_runs(self) -> impl Iterator<Item = Run> {
        let Self { session, camera, ids, runs } = self;
        let named =
            move |places: &[usize]| places.iter().filter_map(|place| ids.get(*place).copied()).collect();
        runs.into_iter().map(move |draft| {
            let state = draft.state();
            Run {
                session,
                camera,
                keyframes: named(&draft.keyframes),
                frames: named(&draft.frames),
                card: draft.card,
                proposed: draft.proposed,
                state,
                confidence: draft.confidence(state),
                reasons: draft.reasons.into_iter().collect(),
                notes: draft.notes.into_iter().collect(),
                hand: draft.hand,
                suggestions: draft.suggestions,
            }
        })
    }
}
