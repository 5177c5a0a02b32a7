//! Cutting a stream into runs at its cards.
//!
//! Frames come in reading direction: with card last they come backwards, so that the card that stands for a run is
//! always the last one before its portraits. Nothing is judged by time here.

use std::collections::{HashMap, HashSet};

use super::edits::{Override, Overrides};
use super::input::{Owner, SeenFrame};
use super::order::{Line, missing_between};
use super::proposal::{ClockOffset, Hand, Note, Reason};
use super::roster::Roster;
use super::run::{Draft, Stream};
use crate::camera_card::{Card, CardCode, CardCodeError};
use crate::job::CardHabit;

/// In how many runs a foreign code must be seen to be taken for a fixture of the room.
const FIXTURE_RUNS: usize = 3;

/// What a frame shows.
enum Shown {
    Portrait(View),
    /// A card that stands for a run: who it names, or why that cannot be said.
    Card {
        card: Option<Card>,
        named: Result<Owner, Reason>,
    },
    End,
    Skip,
    Clock,
}

/// Foreign codes in a portrait.
#[derive(PartialEq, Eq)]
enum View {
    Clear,
    Fixture,
    Foreign,
}

/// Reads a stream's frames and notes the clocks that they show.
pub(super) fn read(
    line: &Line<'_>,
    habit: CardHabit,
    roster: &Roster,
    overrides: &Overrides,
    clocks: &mut Vec<ClockOffset>,
) -> Stream {
    let frames = line.frames.as_slice();
    let fixtures = fixtures(frames);
    let mut reader = Reader { habit, runs: Vec::new(), closed: Some(Reason::NoCardBefore) };
    let clocks_before = clocks.len();
    for (place, frame) in frames.iter().enumerate() {
        if line.gaps.contains(&place) {
            reader.gap();
        }
        let (shown, typed_by) = match overrides.of(frame.id) {
            Some(Override::NotACard) => (Shown::Portrait(View::Clear), None),
            Some(Override::Typed { code, edit }) => (shown_by(code, frame, roster, clocks), Some(edit)),
            None => (shown_in(frame, &fixtures, roster, clocks), None),
        };
        match shown {
            Shown::Portrait(view) => reader.portrait(place, view),
            Shown::Card { card, named } => reader.card(place, card, named, typed_by),
            Shown::End => reader.close(place, Reason::AfterEnd),
            Shown::Clock => reader.close(place, Reason::AfterClock),
            Shown::Skip => reader.skip(place),
        }
    }
    if habit == CardHabit::Last
        && let Some(new) = clocks.get_mut(clocks_before..)
    {
        new.reverse();
    }
    let mut runs = reader.runs;
    note_missing(&mut runs, frames, habit);
    let first = frames.first();
    Stream {
        session: first.map_or(crate::ids::SessionId(0), |frame| frame.session),
        camera: first.and_then(|frame| frame.camera),
        ids: frames.iter().map(|frame| frame.id).collect(),
        runs,
    }
}

/// Foreign codes that are seen in several runs: a poster on the wall, not a card.
fn fixtures<'a>(frames: &[&'a SeenFrame]) -> HashSet<&'a str> {
    let mut runs = 0_usize;
    let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
    for frame in frames.iter().filter(|frame| !frame.codes.is_empty()) {
        let is_foreign = |text: &&String| text.parse::<CardCode>() == Err(CardCodeError::Foreign);
        if !frame.codes.iter().all(|text| is_foreign(&text)) {
            runs += 1;
        }
        for text in frame.codes.iter().filter(is_foreign) {
            let (last, count) = seen.entry(text).or_insert((usize::MAX, 0));
            if *last != runs {
                (*last, *count) = (runs, *count + 1);
            }
        }
    }
    seen.into_iter().filter(|(_, (_, count))| *count >= FIXTURE_RUNS).map(|(text, _)| text).collect()
}

fn shown_in(
    frame: &SeenFrame,
    fixtures: &HashSet<&str>,
    roster: &Roster,
    clocks: &mut Vec<ClockOffset>,
) -> Shown {
    let mut ours: Vec<Result<CardCode, CardCodeError>> = Vec::new();
    let mut is_foreign = false;
    for text in &frame.codes {
        match text.parse() {
            Err(CardCodeError::Foreign) => is_foreign |= !fixtures.contains(text.as_str()),
            code if !ours.contains(&code) => ours.push(code),
            _ => {}
        }
    }
    let unclear = |reason| Shown::Card { card: None, named: Err(reason) };
    match (ours.as_slice(), is_foreign) {
        ([], true) if frame.looks_like_card => unclear(Reason::ForeignCode),
        ([], true) => Shown::Portrait(View::Foreign),
        ([], false) if frame.looks_like_card => unclear(Reason::UnreadableCard),
        ([], false) if frame.codes.is_empty() => Shown::Portrait(View::Clear),
        ([], false) => Shown::Portrait(View::Fixture),
        ([Ok(code)], false) => shown_by(*code, frame, roster, clocks),
        ([Err(CardCodeError::Check)], false) => unclear(Reason::WrongCheck),
        ([Err(_)], false) => unclear(Reason::UnknownCard),
        _ => unclear(Reason::TwoCodes),
    }
}

fn shown_by(code: CardCode, frame: &SeenFrame, roster: &Roster, clocks: &mut Vec<ClockOffset>) -> Shown {
    if code.shoot != roster.shoot {
        return Shown::Card { card: None, named: Err(Reason::OtherShoot) };
    }
    match code.card {
        Card::End => Shown::End,
        Card::Skip => Shown::Skip,
        Card::Clock(time) => {
            if let (Some(time), Some(taken)) = (time, frame.taken_local_ms) {
                clocks.push(ClockOffset {
                    session: frame.session,
                    camera: frame.camera,
                    frame: frame.id,
                    offset_ms: time.local_millis().saturating_sub(taken),
                });
            }
            Shown::Clock
        }
        card @ (Card::Subject(_) | Card::Group(_) | Card::Retake(_)) => {
            let unknown = match card {
                Card::Retake(_) => Reason::RetakeNotGiven,
                _ => Reason::UnknownCode,
            };
            Shown::Card { card: Some(card), named: roster.owner(card).ok_or(unknown) }
        }
    }
}

struct Reader {
    habit: CardHabit,
    runs: Vec<Draft>,
    /// Why the next portrait belongs to nobody, if it does.
    closed: Option<Reason>,
}

impl Reader {
    /// Something that nobody can look at: after it another card may stand for the portraits.
    fn gap(&mut self) {
        if self.closed.is_none() {
            self.closed = Some(Reason::FileMissing);
        }
    }

    fn portrait(&mut self, place: usize, view: View) {
        if let Some(reason) = self.closed.take() {
            match self.runs.last_mut() {
                // a special card without a run before it
                Some(last) if !last.is_carded && last.frames.is_empty() => {
                    last.reasons.insert(reason);
                }
                Some(last) if reason == Reason::FileMissing => {
                    let proposed = last.proposed;
                    self.runs.push(Draft { proposed, ..Draft::of_nobody(reason) });
                }
                _ => self.runs.push(Draft::of_nobody(reason)),
            }
        }
        let Some(run) = self.runs.last_mut() else { return };
        run.frames.push(place);
        if view == View::Foreign {
            run.reasons.insert(Reason::ForeignCode);
        }
        if view == View::Fixture {
            run.notes.insert(Note::CodeInView);
        }
    }

    fn card(
        &mut self,
        place: usize,
        card: Option<Card>,
        named: Result<Owner, Reason>,
        typed_by: Option<usize>,
    ) {
        self.closed = None;
        let owner = named.ok();
        let mut run = Draft {
            keyframes: vec![place],
            is_carded: true,
            card,
            card_owner: owner,
            proposed: owner,
            reasons: named.err().into_iter().collect(),
            hand: typed_by.map(|_| Hand::Typed),
            typed_by,
            ..Draft::default()
        };
        if matches!(card, Some(Card::Retake(_))) {
            run.notes.insert(Note::Retake);
        }
        let last = self.runs.last_mut().filter(|last| last.frames.is_empty());
        let is_skipped = last.as_ref().is_some_and(|last| last.reasons.contains(&Reason::Skipped));
        match last {
            // discarded before this card came, so it begins anew
            Some(_) if is_skipped && self.habit == CardHabit::First => self.runs.push(run),
            Some(last) if card.is_some() && last.card == card => {
                last.keyframes.push(place);
                last.notes.insert(Note::DoubleCard);
                last.typed_by = last.typed_by.max(typed_by);
                last.hand = last.hand.or(run.hand);
            }
            // the last card before the portraits counts; one that names somebody stays as a card without portraits
            Some(last) if last.card_owner.is_none() => {
                run.keyframes = std::mem::take(&mut last.keyframes);
                run.keyframes.push(place);
                if is_skipped {
                    run.reasons.insert(Reason::Skipped);
                    run.proposed = None;
                }
                *last = run;
            }
            _ => self.runs.push(run),
        }
    }

    /// A card that ends a run: it is kept with the run that it ends.
    fn close(&mut self, place: usize, reason: Reason) {
        if self.closed != Some(Reason::NoCardBefore) {
            self.closed = Some(reason);
        }
        match self.runs.last_mut() {
            Some(last) => last.keyframes.push(place),
            None => self.runs.push(Draft { keyframes: vec![place], ..Draft::default() }),
        }
    }

    /// A card that discards what was taken before it: when read backwards, what comes next.
    fn skip(&mut self, place: usize) {
        match self.habit {
            CardHabit::First => {
                self.close(place, Reason::AfterEnd);
                for run in self.runs.iter_mut().rev() {
                    run.reasons.insert(Reason::Skipped);
                    run.proposed = None;
                    if run.is_carded {
                        break;
                    }
                }
            }
            CardHabit::Last => match self.runs.last_mut() {
                Some(last) if last.frames.is_empty() && last.reasons.contains(&Reason::Skipped) => {
                    last.keyframes.push(place);
                }
                _ => {
                    self.closed = Some(Reason::Skipped);
                    self.runs.push(Draft { keyframes: vec![place], ..Draft::of_nobody(Reason::Skipped) });
                }
            },
        }
    }
}

/// Notes numbers that are missing between the frames of a run.
fn note_missing(runs: &mut [Draft], frames: &[&SeenFrame], habit: CardHabit) {
    for run in runs {
        let mut places: Vec<usize> = run.keyframes.iter().chain(&run.frames).copied().collect();
        places.sort_unstable();
        let keys: Vec<_> = places.iter().filter_map(|place| frames.get(*place)).map(|f| f.sequence).collect();
        let missing = keys.windows(2).fold(0_u32, |sum, pair| match pair {
            [one, next] if habit == CardHabit::First => sum.saturating_add(missing_between(*one, *next)),
            [next, one] => sum.saturating_add(missing_between(*one, *next)),
            _ => sum,
        });
        if missing > 0 {
            run.notes.insert(Note::FramesMissing(missing));
        }
    }
}
