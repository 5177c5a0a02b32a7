//! Judging a stream's runs by how quickly that camera worked that day.
//!
//! Children who change places need time, whoever photographs; how much, the day itself shows. Every boundary
//! between two readable cards gives one sample: the longest step between the last portrait before and the first
//! one after. The longest step, not the sum, because a card that was not recognised at all leaves two steps in
//! place of one. A pause that reaches [`NEARLY`] of the quickest of these (leaving out one in [`OUTLIERS`])
//! could be a change. Without enough samples, half of the suspicious pause of the settings counts.

use super::input::{Owner, SeenFrame, Settings};
use super::proposal::{Note, Reason};
use super::run::{Draft, Stream};
use crate::job::CardHabit;

/// A clock may go back by this much without having been set: cameras that write parts of a second on some frames
/// only, in ms.
const BACKWARD_TOLERANCE: i64 = 1_000;
/// Fewest samples that say something of a day.
const FEWEST_SAMPLES: usize = 6;
/// One quick boundary in so many is left out as an accident.
const OUTLIERS: usize = 20;
/// How much of a quick change is suspicious, and how much when somebody is nowhere, in tenths.
const NEARLY: i64 = 7;
const PARTLY: i64 = 6;

/// Times of a stream's frames in reading direction, so that they rise.
struct Times(Vec<Option<i64>>);

impl Times {
    fn new(frames: &[&SeenFrame], habit: CardHabit) -> Self {
        let turned = |millis: i64| if habit == CardHabit::Last { millis.saturating_neg() } else { millis };
        Self(frames.iter().map(|frame| frame.taken_local_ms.map(turned)).collect())
    }

    fn step(&self, from: usize, to: usize) -> Step {
        match (self.0.get(from).copied().flatten(), self.0.get(to).copied().flatten()) {
            (Some(from), Some(to)) => match to.saturating_sub(from) {
                back if back < -BACKWARD_TOLERANCE => Step::Back,
                step => Step::Of(step.max(0)),
            },
            _ => Step::Unknown,
        }
    }

    /// The longest step between two places, if all are known.
    fn longest(&self, from: usize, to: usize) -> Option<i64> {
        (from..to).try_fold(0, |longest: i64, place| match self.step(place, place + 1) {
            Step::Of(step) => Some(longest.max(step)),
            Step::Back | Step::Unknown => None,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// So many ms.
    Of(i64),
    Back,
    Unknown,
}

/// What the day shows.
struct Tempo {
    /// A pause of so many ms could be a change.
    change: i64,
    /// A pause of so many ms could be a change if somebody is nowhere.
    short_change: i64,
    /// So many ms from a card to its portraits could be a change.
    after_card: i64,
    /// More portraits than this are unusually many.
    usual_frames: usize,
}

impl Tempo {
    fn learn(runs: &[Draft], times: &Times, settings: &Settings) -> Self {
        let most = i64::from(settings.longest_pause_s) * 1_000;
        let mut changes = Vec::new();
        for pair in runs.windows(2) {
            if let [one, next] = pair
                && is_own_card(one)
                && is_own_card(next)
                && one.card != next.card
                && let (Some(last), Some(first)) = (one.frames.last(), next.frames.first())
                && let Some(longest) = times.longest(*last, *first)
            {
                changes.push(longest);
            }
        }
        let mut after_card = Vec::new();
        let mut counts = Vec::new();
        for run in runs.iter().filter(|run| is_own_card(run)) {
            if let Some(Step::Of(step)) = first_step(run, times) {
                after_card.push(step);
            }
            if !run.frames.is_empty() {
                counts.push(run.frames.len());
            }
        }
        let quick = ranked(&mut changes, |len| (len / OUTLIERS).max(1));
        let change = quick.map_or(most / 2, |quick| (quick.saturating_mul(NEARLY) / 10).min(most));
        let usual_step = ranked(&mut after_card, |len| len / 2);
        let usual_count = ranked(&mut counts, |len| len / 2);
        Self {
            change,
            short_change: change / NEARLY * PARTLY,
            after_card: usual_step.map_or(most, |step| change.max(step.saturating_mul(2)).min(most)),
            usual_frames: usual_count.map_or(usize::MAX, |count| count + count / 2),
        }
    }
}

/// Whether a run is a subject's, under the subject's readable card.
fn is_own_card(run: &Draft) -> bool {
    matches!(run.card_owner, Some(Owner::Subject(_))) && !run.is_unmatched()
}

/// The step from the card to the first portrait.
fn first_step(run: &Draft, times: &Times) -> Option<Step> {
    let first = *run.frames.first()?;
    let card = run.keyframes.iter().rev().find(|place| **place < first)?;
    Some(times.step(*card, first))
}

/// The sample at a rank, if there are enough of them.
fn ranked<T: Copy + Ord>(samples: &mut [T], rank: impl Fn(usize) -> usize) -> Option<T> {
    samples.sort_unstable();
    let rank = rank(samples.len());
    if samples.len() < FEWEST_SAMPLES { None } else { samples.get(rank).copied() }
}

/// Joins runs of a card that was shown twice to the same subject, cuts runs at suspicious pauses, and adds the
/// reasons that times, counts and numbers give.
pub(super) fn judge(stream: &mut Stream, frames: &[&SeenFrame], settings: &Settings) {
    let times = Times::new(frames, settings.habit);
    let tempo = Tempo::learn(&stream.runs, &times, settings);
    let mut runs = join_double_cards(std::mem::take(&mut stream.runs), &times, &tempo);
    doubt_boundaries(&mut runs, &times, &tempo);
    stream.runs = Vec::with_capacity(runs.len());
    for run in runs {
        if run.is_carded && !run.is_unmatched() {
            stream.runs.extend(doubt_pauses(run, &times, &tempo, settings));
        } else {
            stream.runs.push(run);
        }
    }
    doubt_equal_numbers(stream, frames);
}

fn join_double_cards(runs: Vec<Draft>, times: &Times, tempo: &Tempo) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(runs.len());
    for run in runs {
        let before = joined.last_mut().filter(|before| before.card.is_some() && before.card == run.card);
        if let Some(before) = before
            && let (Some(last), Some(first)) = (before.frames.last(), run.frames.first())
            && before.keyframes.last() < Some(last)
            && before.is_unmatched() == run.is_unmatched()
            && times.longest(*last, *first).is_some_and(|longest| longest < tempo.change)
        {
            before.keyframes.extend(run.keyframes);
            before.frames.extend(run.frames);
            before.reasons.extend(run.reasons);
            before.notes.extend(run.notes);
            before.notes.insert(Note::DoubleCard);
            continue;
        }
        joined.push(run);
    }
    joined
}

/// Doubts cards that came without a pause in which anybody could have come, and notes where the clock went back
/// between runs.
fn doubt_boundaries(runs: &mut [Draft], times: &Times, tempo: &Tempo) {
    let mut portrait: Option<(usize, bool)> = None;
    let mut card_alone: Option<usize> = None;
    for run in runs {
        let (Some(first), Some(last)) = (run.frames.first().copied(), run.frames.last().copied()) else {
            card_alone = run.keyframes.last().copied().filter(|_| run.is_carded);
            continue;
        };
        let is_quick = |from, to| times.longest(from, to).is_some_and(|longest| longest < tempo.change);
        if let Some((end, is_carded)) = portrait {
            if is_carded && run.is_carded && is_quick(end, first) {
                run.reasons.insert(Reason::NoChange);
            }
            if times.step(end, first) == Step::Back {
                run.notes.insert(Note::ClockWentBack);
            }
        }
        // two cards directly after each other: one of them was not meant
        if let (Some(other), Some(card)) = (card_alone, run.keyframes.first())
            && is_quick(other, *card)
        {
            run.reasons.insert(Reason::NoChange);
        }
        portrait = Some((last, run.is_carded && !run.is_unmatched()));
        card_alone = None;
    }
}

/// Cuts a run at the pauses in which somebody else may have come.
fn doubt_pauses(mut run: Draft, times: &Times, tempo: &Tempo, settings: &Settings) -> Vec<Draft> {
    let is_group = matches!(run.proposed, Some(Owner::Group(_)));
    let most = usize::try_from(settings.most_frames).unwrap_or(usize::MAX);
    if run.frames.len() > if is_group { most.saturating_mul(2) } else { most } {
        run.reasons.insert(Reason::TooManyFrames);
    }
    match first_step(&run, times) {
        Some(Step::Of(step)) if step >= tempo.after_card => {
            run.reasons.insert(Reason::TimeGap);
        }
        Some(Step::Back) => {
            run.reasons.insert(Reason::ClockJump);
        }
        _ => {}
    }
    run.is_long = run.frames.len() > tempo.usual_frames;
    let mut cuts = Vec::new();
    for pair in run.frames.windows(2) {
        let [one, next] = pair else { continue };
        match times.step(*one, *next) {
            Step::Back => {
                run.reasons.insert(Reason::ClockJump);
            }
            Step::Unknown => {
                run.reasons.insert(Reason::TimeUnknown);
            }
            Step::Of(step) if step >= tempo.change => cuts.push(*next),
            Step::Of(step) => run.has_pause |= step >= tempo.short_change,
        }
    }
    cut(run, &cuts)
}

/// Cuts a run before each of the places. Only the first part keeps the card; who it names is proposed for all.
fn cut(mut run: Draft, places: &[usize]) -> Vec<Draft> {
    if places.is_empty() {
        return vec![run];
    }
    run.reasons.insert(Reason::TimeGap);
    let mut parts = Vec::with_capacity(places.len() + 1);
    for place in places.iter().rev() {
        let frames_before = run.frames.partition_point(|frame| frame < place);
        let keyframes_before = run.keyframes.partition_point(|frame| frame < place);
        let part = Draft {
            frames: run.frames.split_off(frames_before),
            keyframes: run.keyframes.split_off(keyframes_before),
            is_carded: true,
            proposed: run.proposed,
            reasons: run.reasons.clone(),
            ..Draft::default()
        };
        parts.push(part);
    }
    parts.push(run);
    parts.reverse();
    parts
}

/// Doubts runs with a frame whose number its neighbour has too.
fn doubt_equal_numbers(stream: &mut Stream, frames: &[&SeenFrame]) {
    for (place, pair) in frames.windows(2).enumerate() {
        if let [one, next] = pair
            && one.sequence == next.sequence
        {
            for place in [place, place + 1] {
                if let Some(run) = stream.run_at(place).and_then(|at| stream.runs.get_mut(at)) {
                    run.reasons.insert(Reason::OrderUnknown);
                }
            }
        }
    }
}
