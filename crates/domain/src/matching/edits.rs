//! What staff put right.
//!
//! Edits are kept as a list and applied in order on top of the automatic reading. Typed codes are read first, as if
//! the frames had shown them, so that everything else is judged with them. A run is named by any of its frames.

use std::collections::{HashMap, HashSet};

use super::input::{Owner, SeenFrame};
use super::proposal::{Hand, Reason};
use super::roster::Roster;
use super::run::{Draft, Stream};
use crate::camera_card::CardCode;
use crate::codes::codes;
use crate::ids::FrameId;
use crate::job::CardHabit;

codes! {
    /// Which neighbour's card is meant, in the order taken.
    Neighbour {
        /// The card before.
        Previous => "previous",
        /// The card after.
        Next => "next",
    }
}

/// One thing that staff put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// The frame shows a card with this code.
    TypeCode {
        /// The frame, which becomes a keyframe.
        frame: FrameId,
        /// What its card says.
        code: CardCode,
    },
    /// The frame shows no card and is a portrait.
    NotACard {
        /// The frame.
        frame: FrameId,
    },
    /// From this frame on it is somebody else. The part beside the card keeps it; the other belongs to nobody
    /// until it is assigned.
    Split {
        /// First frame of the later part.
        before: FrameId,
    },
    /// The run belongs to the run before it of the same camera, whose card stands; the later one's card does if
    /// the earlier one has none and is nobody's. Doubts about pauses are settled by that, others are not.
    Merge {
        /// A frame of the later run.
        run: FrameId,
    },
    /// The run is this owner's, or nobody's.
    Assign {
        /// A frame of the run.
        run: FrameId,
        /// Whose it is.
        to: Option<Owner>,
    },
    /// The run is of whom the neighbouring card names.
    Shift {
        /// A frame of the run.
        run: FrameId,
        /// Which card.
        to: Neighbour,
    },
    /// The run is of whom it is proposed for.
    Confirm {
        /// A frame of the run.
        run: FrameId,
    },
}

impl Edit {
    /// Stable code, as stored and named in the trail.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TypeCode { .. } => "type_code",
            Self::NotACard { .. } => "not_a_card",
            Self::Split { .. } => "split",
            Self::Merge { .. } => "merge",
            Self::Assign { .. } => "assign",
            Self::Shift { .. } => "shift",
            Self::Confirm { .. } => "confirm",
        }
    }

    /// Whether it holds only of the run that was seen. A split holds of whatever stands on both sides of it.
    pub const fn is_of_whole_run(self) -> bool {
        matches!(self, Self::Assign { .. } | Self::Shift { .. } | Self::Confirm { .. } | Self::Merge { .. })
    }

    /// The frame that it names, itself or for its run.
    pub const fn frame(self) -> FrameId {
        match self {
            Self::TypeCode { frame, .. } | Self::NotACard { frame } => frame,
            Self::Split { before } => before,
            Self::Merge { run }
            | Self::Assign { run, .. }
            | Self::Shift { run, .. }
            | Self::Confirm { run } => run,
        }
    }
}

/// What staff saw of a run when they said whose it is, or joined it to the one before. Should the run be another one later,
/// they have not said it of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seen {
    /// How many portraits it had.
    pub frames: u32,
    /// The first of them.
    pub first: Option<FrameId>,
    /// The last of them.
    pub last: Option<FrameId>,
    /// Whose it became by that; of a run that was joined, whose it seemed to be.
    pub owner: Option<Owner>,
}

impl Seen {
    /// Of a run with these portraits.
    pub fn of(mut frames: impl ExactSizeIterator<Item = FrameId>, owner: Option<Owner>) -> Self {
        let count = u32::try_from(frames.len()).unwrap_or(u32::MAX);
        let first = frames.next();
        Self { frames: count, first, last: frames.last().or(first), owner }
    }
}

/// An edit with what its author saw; none for edits that say nothing of a whole run, and for one that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Said {
    /// What was put right.
    pub edit: Edit,
    /// What was seen.
    pub seen: Option<Seen>,
}

codes! {
    /// Why an edit does not apply.
    NotAppliedWhy {
        /// Its frame is not there.
        FrameGone => "frame_gone",
        /// The frame shows nothing like a card.
        NoCard => "no_card",
        /// There are no portraits on one side.
        NothingToSplit => "nothing_to_split",
        /// There is no run or card on that side.
        NoNeighbour => "no_neighbour",
        /// Whom it names is not in the roster.
        OwnerUnknown => "owner_unknown",
        /// Nobody is proposed.
        NobodyProposed => "nobody_proposed",
        /// A later edit typed the run's card.
        Superseded => "superseded",
        /// The run has other portraits now, or another proposal, than when it was said whose it is.
        ChangedSince => "changed_since",
    }
}

/// An edit that does not apply to the frames as they are now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NotApplied {
    /// Its place in the list, from 0.
    pub edit: usize,
    /// Why.
    pub why: NotAppliedWhy,
}

/// What staff say that a frame shows.
#[derive(Clone, Copy)]
pub(super) enum Override {
    Typed { code: CardCode, edit: usize },
    NotACard,
}

/// What staff say that frames show; of several edits of a frame the last counts.
pub(super) struct Overrides(HashMap<FrameId, Override>);

impl Overrides {
    pub fn new(frames: &[SeenFrame], edits: &[Said], not_applied: &mut Vec<NotApplied>) -> Self {
        let mut overrides = HashMap::new();
        let meant: HashSet<FrameId> = edits.iter().map(|said| said.edit.frame()).collect();
        let there: HashMap<FrameId, &SeenFrame> =
            frames.iter().filter(|frame| meant.contains(&frame.id)).map(|frame| (frame.id, frame)).collect();
        for (edit, Said { edit: what, .. }) in edits.iter().enumerate() {
            let mut refuse = |why| not_applied.push(NotApplied { edit, why });
            match (what, there.get(&what.frame())) {
                (_, None) => refuse(NotAppliedWhy::FrameGone),
                (Edit::TypeCode { frame, code }, Some(_)) => {
                    overrides.insert(*frame, Override::Typed { code: *code, edit });
                }
                (Edit::NotACard { frame }, Some(seen)) => {
                    if seen.codes.is_empty() && !seen.looks_like_card && !overrides.contains_key(frame) {
                        refuse(NotAppliedWhy::NoCard);
                    } else {
                        overrides.insert(*frame, Override::NotACard);
                    }
                }
                _ => {}
            }
        }
        Self(overrides)
    }

    pub fn of(&self, frame: FrameId) -> Option<Override> {
        self.0.get(&frame).copied()
    }
}

/// Applies all edits but those that are read as codes. Runs are in the order taken.
pub(super) fn apply(
    streams: &mut [Stream],
    edits: &[Said],
    habit: CardHabit,
    roster: &Roster,
    not_applied: &mut Vec<NotApplied>,
) {
    let meant: HashSet<FrameId> = edits.iter().map(|said| said.edit.frame()).collect();
    let mut places = HashMap::with_capacity(meant.len());
    for (at, stream) in streams.iter().enumerate() {
        let here = stream.ids.iter().enumerate().filter(|(_, id)| meant.contains(id));
        places.extend(here.map(|(place, id)| (*id, (at, place))));
    }
    for (edit, said) in edits.iter().enumerate() {
        let what = said.edit;
        if matches!(what, Edit::TypeCode { .. } | Edit::NotACard { .. }) {
            continue;
        }
        // a frame that is gone is reported already
        let Some((at, place)) = places.get(&what.frame()).copied() else { continue };
        let Some(stream) = streams.get_mut(at) else { continue };
        if let Err(why) = apply_one(stream, place, edit, *said, habit, roster) {
            not_applied.push(NotApplied { edit, why });
        }
    }
}

fn apply_one(
    stream: &mut Stream,
    place: usize,
    edit: usize,
    Said { edit: what, seen }: Said,
    habit: CardHabit,
    roster: &Roster,
) -> Result<(), NotAppliedWhy> {
    let at = stream.run_at(place).ok_or(NotAppliedWhy::FrameGone)?;
    let neighbour = match what {
        Edit::Shift { to, .. } => Some(named_by(&stream.runs, at, to).ok_or(NotAppliedWhy::NoNeighbour)?),
        _ => None,
    };
    let run = stream.runs.get_mut(at).ok_or(NotAppliedWhy::FrameGone)?;
    if run.typed_by.is_some_and(|typed_by| typed_by > edit) {
        return Err(NotAppliedWhy::Superseded);
    }
    let owner = match what {
        Edit::Assign { to, .. } => to,
        Edit::Shift { .. } => neighbour,
        _ => run.proposed,
    };
    let frame = |place: &usize| stream.ids.get(*place).copied().unwrap_or(FrameId(0));
    let now = Seen::of(run.frames.iter().map(frame), owner);
    if seen.is_some_and(|seen| seen != now) {
        // what was put right once is not left to its card alone
        run.reasons.insert(Reason::ChangedSince);
        run.hand = None;
        return Err(NotAppliedWhy::ChangedSince);
    }
    match what {
        Edit::TypeCode { .. } | Edit::NotACard { .. } => {}
        Edit::Split { .. } => {
            let later = split(run, place, habit)?;
            stream.runs.insert(at + 1, later);
        }
        Edit::Merge { .. } => {
            let before = at.checked_sub(1).ok_or(NotAppliedWhy::NoNeighbour)?;
            let later = stream.runs.remove(at);
            if let Some(run) = stream.runs.get_mut(before) {
                merge(run, later);
            }
        }
        Edit::Assign { to, .. } => {
            if to.is_some_and(|owner| !roster.knows(owner)) {
                return Err(NotAppliedWhy::OwnerUnknown);
            }
            run.proposed = owner;
            run.hand = Some(Hand::Assigned);
        }
        Edit::Shift { .. } => {
            run.proposed = owner;
            run.hand = Some(Hand::Shifted);
        }
        Edit::Confirm { .. } => {
            if run.proposed.is_none() {
                return Err(NotAppliedWhy::NobodyProposed);
            }
            run.hand = Some(Hand::Confirmed);
        }
    }
    Ok(())
}

/// Whom the nearest card on one side of a run names.
fn named_by(runs: &[Draft], at: usize, side: Neighbour) -> Option<Owner> {
    match side {
        Neighbour::Previous => runs.get(..at)?.iter().rev().find_map(|run| run.card_owner),
        Neighbour::Next => runs.get(at + 1..)?.iter().find_map(|run| run.card_owner),
    }
}

/// Cuts a run before a place; the earlier part stays in `run`, the later one comes back.
fn split(run: &mut Draft, place: usize, habit: CardHabit) -> Result<Draft, NotAppliedWhy> {
    let frames_before = run.frames.partition_point(|frame| *frame < place);
    if frames_before == 0 || frames_before == run.frames.len() {
        return Err(NotAppliedWhy::NothingToSplit);
    }
    let mut beside_card = run.clone();
    (beside_card.has_pause, beside_card.is_long) = (false, false);
    beside_card.hand = Some(run.hand.filter(|hand| hand.settles()).unwrap_or(Hand::Split));
    for settled in [Reason::TooManyFrames, Reason::TimeGap] {
        beside_card.reasons.remove(&settled);
    }
    let mut other = Draft {
        keyframes: run.keyframes.clone(),
        frames: run.frames.clone(),
        hand: Some(Hand::Split),
        ..Draft::of_nobody(Reason::CutOff)
    };
    if run.is_unmatched() {
        other.reasons = run.reasons.clone();
    }
    let (mut earlier, mut later) = match habit {
        CardHabit::First => (beside_card, other),
        CardHabit::Last => (other, beside_card),
    };
    earlier.frames.retain(|frame| *frame < place);
    earlier.keyframes.retain(|frame| *frame < place);
    later.frames.retain(|frame| *frame >= place);
    later.keyframes.retain(|frame| *frame >= place);
    *run = earlier;
    Ok(later)
}

/// Joins the later run to the earlier one. The earlier one's card stands, unless only the later one has any.
fn merge(run: &mut Draft, later: Draft) {
    let is_open = !run.is_settled() && (run.proposed.is_none() || run.proposed == later.proposed);
    if is_open && run.card_owner.is_none() && (later.card_owner.is_some() || run.frames.is_empty()) {
        run.is_carded = later.is_carded;
        run.card = later.card;
        run.card_owner = later.card_owner;
        run.proposed = later.proposed;
        run.reasons = later.reasons;
        run.hand = later.hand;
        run.typed_by = later.typed_by;
    }
    run.reasons.remove(&Reason::TimeGap);
    run.keyframes.extend(later.keyframes);
    run.frames.extend(later.frames);
    run.notes.extend(later.notes);
    run.hand = Some(run.hand.filter(|hand| hand.settles()).unwrap_or(Hand::Merged));
}
