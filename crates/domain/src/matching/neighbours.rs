//! The second signal: what the roster and the neighbouring cards say of a card.
//!
//! Order counts only where there is order. A class of which nearly all came in the list's order makes the few
//! that did not doubtful; a class that came in any order says nothing of places. A single card of another
//! class, or two, among cards of one class is what a sibling or a latecomer looks like, and a wrong card as well:
//! it is doubtful only while somebody of the class at hand is nowhere, or is found just as far from it. The
//! same card later again is a return visit, unless somebody of the class round it is nowhere who could have held it;
//! so soon that it may have been left in view, it is always doubtful.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::input::Owner;
use super::proposal::{Absence, Absent, Note, Reason};
use super::roster::Roster;
use super::run::Stream;
use crate::ids::{SubjectGroupId, SubjectId};
use crate::job::CardHabit;

/// Fewest subjects of a class by which its order can be judged.
const FEWEST_ORDERED: usize = 8;
/// How many of a hundred must be in the list's order for the others to be out of it.
const ORDERED_PERCENT: usize = 85;
/// A stray is among cards of at least so many subjects, and at most so many strays come together.
const FEWEST_AROUND: usize = 3;
const MOST_STRAYS: usize = 2;
/// A card that comes again so few visits later was left in view more likely than it came back.
const NEAR: usize = 2;
/// From so many subjects on, a camera of which at least half are seen elsewhere too sees everybody again.
const FEWEST_REPEATING: usize = 6;
/// Most suggestions beside a run.
const MOST_SUGGESTIONS: usize = 5;

type Group = Option<SubjectGroupId>;

/// A run under a subject's own readable card.
#[derive(Clone, Copy)]
struct Visit {
    stream: usize,
    run: usize,
    subject: SubjectId,
    group: Group,
    place: u32,
}

/// A visit of somebody who has more than one.
struct Repeat {
    visit: Visit,
    /// Groups of the visits beside it.
    around: Vec<Group>,
    /// Whether the same card is beside it or one further.
    is_near: bool,
}

enum Said {
    Doubt(Reason),
    Note(Note),
    Agreed,
}

struct Mark {
    visit: Visit,
    said: Said,
    suggestions: Vec<SubjectId>,
}

/// Compares runs with the roster and with each other, and says who is absent. Runs are in the order taken.
pub(super) fn judge(streams: &mut [Stream], roster: &Roster, habit: CardHabit) -> Vec<Absent> {
    let attendance = Attendance::of(streams, roster, habit);
    let mut marks = Vec::new();
    attendance.agreements(&mut marks);
    attendance.repeats(&mut marks);
    attendance.order(&mut marks);
    attendance.strays(&mut marks);
    attendance.hidden(streams, &mut marks);
    let absent = attendance.absent(streams, roster);
    for Mark { visit, said, suggestions } in marks {
        let run = streams.get_mut(visit.stream).and_then(|stream| stream.runs.get_mut(visit.run));
        let Some(run) = run else { continue };
        match said {
            Said::Note(note) => {
                run.notes.insert(note);
            }
            Said::Agreed => run.is_agreed = true,
            Said::Doubt(_) if run.is_settled() => continue,
            Said::Doubt(reason) => {
                run.reasons.insert(reason);
            }
        }
        for subject in suggestions {
            if run.suggestions.len() < MOST_SUGGESTIONS && !run.suggestions.contains(&subject) {
                run.suggestions.push(subject);
            }
        }
    }
    absent
}

/// Who came, in which order, and who did not.
struct Attendance {
    habit: CardHabit,
    /// Visits of each stream in the order taken.
    visits: Vec<Vec<Visit>>,
    seen: HashSet<SubjectId>,
    /// Those who are nowhere, by group and place.
    unseen: BTreeMap<Group, Vec<(u32, SubjectId)>>,
    /// Streams' groups that came in the list's order.
    ordered: BTreeMap<(usize, Group), Order>,
}

/// A class that came in the list's order.
struct Order {
    /// Runs of first visits in the order taken, with the subjects' places.
    came: Vec<(usize, u32)>,
    /// Runs that are out of order.
    misplaced: HashSet<usize>,
}

impl Attendance {
    fn of(streams: &[Stream], roster: &Roster, habit: CardHabit) -> Self {
        let mut seen = HashSet::new();
        let mut visits = Vec::with_capacity(streams.len());
        for (stream, runs) in streams.iter().map(|stream| &stream.runs).enumerate() {
            let mut here = Vec::new();
            for (run, draft) in runs.iter().enumerate().filter(|(_, draft)| !draft.frames.is_empty()) {
                let Some(Owner::Subject(subject)) = draft.proposed else { continue };
                seen.insert(subject);
                if let Some(place) = roster.place(subject)
                    && draft.is_visit()
                    && draft.card_owner == draft.proposed
                {
                    here.push(Visit { stream, run, subject, group: place.group, place: place.place });
                }
            }
            visits.push(here);
        }
        let mut unseen: BTreeMap<Group, Vec<(u32, SubjectId)>> = BTreeMap::new();
        for subject in roster.subjects.iter().filter(|subject| !seen.contains(subject)) {
            if let Some(place) = roster.place(*subject) {
                unseen.entry(place.group).or_default().push((place.place, *subject));
            }
        }
        unseen.values_mut().for_each(|list| list.sort_unstable());
        let ordered = visits.iter().flat_map(|here| ordered(here)).collect();
        Self { habit, visits, seen, unseen, ordered }
    }

    /// Those who are nowhere in any of the groups, as suggestions.
    fn unseen_of(&self, groups: impl IntoIterator<Item = Group>) -> Vec<SubjectId> {
        let groups: BTreeSet<Group> = groups.into_iter().collect();
        let lists = groups.iter().filter_map(|group| self.unseen.get(group));
        lists.flatten().map(|(_, subject)| *subject).take(MOST_SUGGESTIONS).collect()
    }

    /// Those who are nowhere in a group, at places strictly between two.
    fn unseen_between(&self, group: Group, above: Option<u32>, below: Option<u32>) -> Vec<SubjectId> {
        let Some(list) = self.unseen.get(&group) else { return Vec::new() };
        let from = above.map_or(0, |above| list.partition_point(|(place, _)| *place <= above));
        let inside = list.iter().skip(from).take_while(|(place, _)| below.is_none_or(|below| *place < below));
        inside.map(|(_, subject)| *subject).take(MOST_SUGGESTIONS).collect()
    }

    fn agreements(&self, marks: &mut Vec<Mark>) {
        for pair in self.visits.iter().flat_map(|here| here.windows(2)) {
            if let [one, next] = pair
                && one.group == next.group
            {
                marks.extend([one, next].map(|visit| mark(visit, Said::Agreed, Vec::new())));
            }
        }
    }

    /// Cards that came more than once.
    fn repeats(&self, marks: &mut Vec<Mark>) {
        let mut by_subject: BTreeMap<SubjectId, Vec<Repeat>> = BTreeMap::new();
        for here in &self.visits {
            for (at, visit) in here.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| here.get(at));
                let around = before.into_iter().chain(here.get(at + 1)).map(|other| other.group).collect();
                let near = here.iter().enumerate().skip(at.saturating_sub(NEAR)).take(2 * NEAR + 1);
                let is_near = near
                    .filter(|(other, _)| *other != at && other.abs_diff(at) <= NEAR)
                    .any(|(_, other)| other.subject == visit.subject);
                by_subject.entry(visit.subject).or_default().push(Repeat { visit: *visit, around, is_near });
            }
        }
        by_subject.retain(|_, repeats| repeats.len() > 1);
        let repeating = self.repeating(&by_subject);
        for repeats in by_subject.values() {
            let mut by_stream: BTreeMap<usize, usize> = BTreeMap::new();
            for Repeat { visit, .. } in repeats {
                *by_stream.entry(visit.stream).or_default() += 1;
            }
            let once = by_stream.keys().filter(|stream| !repeating.contains(stream)).count();
            for Repeat { visit, around, is_near } in repeats {
                marks.push(mark(visit, Said::Note(Note::TwoVisits), Vec::new()));
                let is_odd = by_stream.get(&visit.stream).is_some_and(|count| *count > 1)
                    || (once > 1 && !repeating.contains(&visit.stream));
                let nowhere = self.unseen_of(around.iter().copied());
                let could_be_other = !nowhere.is_empty() && !self.is_in_place(visit);
                if *is_near || (is_odd && could_be_other) {
                    marks.push(mark(visit, Said::Doubt(Reason::CardTwice), nowhere));
                }
            }
        }
    }

    /// Whether the class came in the list's order, the visit is in its place, and nobody is nowhere whose place
    /// is here too.
    fn is_in_place(&self, visit: &Visit) -> bool {
        self.ordered.get(&(visit.stream, visit.group)).is_some_and(|order| {
            let at = order.came.partition_point(|(run, _)| *run < visit.run);
            let place = |at: usize| order.came.get(at).map(|(_, place)| *place);
            let is_first_visit = order.came.get(at).is_some_and(|(run, _)| *run == visit.run);
            let (before, after) = (at.checked_sub(1).and_then(place), place(at + 1));
            is_first_visit
                && !order.misplaced.contains(&visit.run)
                && self.unseen_between(visit.group, before, after).is_empty()
        })
    }

    /// Streams that see everybody again: a second camera for each subject, a day of retakes.
    fn repeating(&self, repeated: &BTreeMap<SubjectId, Vec<Repeat>>) -> HashSet<usize> {
        let is_elsewhere = |visit: &Visit| {
            let others = repeated.get(&visit.subject);
            others.is_some_and(|others| {
                let ends = others.first().into_iter().chain(others.last());
                ends.into_iter().any(|other| other.visit.stream != visit.stream)
            })
        };
        let mut repeating = HashSet::new();
        for (stream, here) in self.visits.iter().enumerate() {
            let subjects: HashSet<SubjectId> = here.iter().map(|visit| visit.subject).collect();
            let shared: HashSet<SubjectId> =
                here.iter().filter(|visit| is_elsewhere(visit)).map(|visit| visit.subject).collect();
            if subjects.len() >= FEWEST_REPEATING && shared.len() * 2 >= subjects.len() {
                repeating.insert(stream);
            }
        }
        repeating
    }

    /// Cards out of place in classes that came in the list's order.
    fn order(&self, marks: &mut Vec<Mark>) {
        for visit in self.visits.iter().flatten() {
            let order = self.ordered.get(&(visit.stream, visit.group));
            if order.is_some_and(|order| order.misplaced.contains(&visit.run)) {
                let nowhere = self.unseen_of([visit.group]);
                marks.push(mark(visit, Said::Doubt(Reason::OutOfOrder), nowhere));
            }
        }
    }

    /// Cards of another class than those round them.
    fn strays(&self, marks: &mut Vec<Mark>) {
        let mut strays: Vec<(Visit, BTreeSet<Group>)> = Vec::new();
        for here in &self.visits {
            let blocks: Vec<&[Visit]> = here.chunk_by(|one, next| one.group == next.group).collect();
            for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.len() <= MOST_STRAYS) {
                let before = at.checked_sub(1).and_then(|at| blocks.get(at));
                let around: Vec<_> = before.into_iter().chain(blocks.get(at + 1)).collect();
                if !around.is_empty() && around.iter().all(|block| block.len() >= FEWEST_AROUND) {
                    let groups: BTreeSet<Group> =
                        around.iter().filter_map(|block| block.first()).map(|visit| visit.group).collect();
                    strays.extend(block.iter().map(|visit| (*visit, groups.clone())));
                }
            }
        }
        let astray: BTreeSet<Group> = strays.iter().map(|(visit, _)| visit.group).collect();
        for (visit, around) in &strays {
            let nowhere = self.unseen_of(around.iter().copied());
            let is_doubtful = !nowhere.is_empty() || around.iter().any(|group| astray.contains(group));
            let said =
                if is_doubtful { Said::Doubt(Reason::OtherClass) } else { Said::Note(Note::OtherClass) };
            marks.push(mark(visit, said, nowhere));
        }
    }

    /// Runs that could hide somebody who is nowhere: a pause or an unusual length is enough where the order says
    /// that it is here, and both are needed where there is no order.
    fn hidden(&self, streams: &[Stream], marks: &mut Vec<Mark>) {
        for here in &self.visits {
            for (at, visit) in here.iter().enumerate() {
                let run = streams.get(visit.stream).and_then(|stream| stream.runs.get(visit.run));
                let Some(run) = run.filter(|run| run.has_pause || run.is_long) else { continue };
                // whoever had no card was taken between this card and the one on the portraits' side of it
                let beyond = match self.habit {
                    CardHabit::First => here.get(at + 1),
                    CardHabit::Last => at.checked_sub(1).and_then(|at| here.get(at)),
                };
                let mut nowhere = self.expected_between(visit, beyond);
                if nowhere.is_empty() && run.has_pause && run.is_long {
                    nowhere =
                        self.unseen_of([Some(visit), beyond].into_iter().flatten().map(|visit| visit.group));
                }
                if !nowhere.is_empty() {
                    marks.push(mark(visit, Said::Doubt(Reason::NeighbourMissing), nowhere));
                }
            }
        }
    }

    /// Those who are nowhere and whose places are between two visits of classes that came in order.
    fn expected_between(&self, visit: &Visit, beyond: Option<&Visit>) -> Vec<SubjectId> {
        let is_ordered = |visit: &Visit| self.ordered.contains_key(&(visit.stream, visit.group));
        let side = |visit: &Visit, is_after: bool| match is_after {
            _ if !is_ordered(visit) => Vec::new(),
            true => self.unseen_between(visit.group, Some(visit.place), None),
            false => self.unseen_between(visit.group, None, Some(visit.place)),
        };
        let is_after = self.habit == CardHabit::First;
        match beyond {
            Some(beyond) if beyond.group == visit.group => {
                let (low, high) = (visit.place.min(beyond.place), visit.place.max(beyond.place));
                if is_ordered(visit) {
                    self.unseen_between(visit.group, Some(low), Some(high))
                } else {
                    Vec::new()
                }
            }
            Some(beyond) => [side(visit, is_after), side(beyond, !is_after)].concat(),
            None => side(visit, is_after),
        }
    }

    fn absent(&self, streams: &[Stream], roster: &Roster) -> Vec<Absent> {
        let shown: HashSet<Owner> =
            streams.iter().flat_map(|stream| &stream.runs).filter_map(|run| run.card_owner).collect();
        let absence = |subject: SubjectId| {
            if shown.contains(&Owner::Subject(subject)) { Absence::CardOnly } else { Absence::NotSeen }
        };
        let missing = roster.subjects.iter().filter(|subject| !self.seen.contains(subject));
        missing.map(|subject| Absent { subject: *subject, absence: absence(*subject) }).collect()
    }
}

fn mark(visit: &Visit, said: Said, suggestions: Vec<SubjectId>) -> Mark {
    Mark { visit: *visit, said, suggestions }
}

/// The groups of a stream that came in the list's order.
fn ordered(here: &[Visit]) -> Vec<((usize, Group), Order)> {
    let mut groups: BTreeMap<(usize, Group), Vec<(usize, u32)>> = BTreeMap::new();
    let mut came = HashSet::new();
    for visit in here.iter().filter(|visit| visit.group.is_some()) {
        // a return visit says nothing of the order
        if came.insert(visit.subject) {
            groups.entry((visit.stream, visit.group)).or_default().push((visit.run, visit.place));
        }
    }
    let is_ordered = |came: Vec<(usize, u32)>| {
        let places: Vec<u32> = came.iter().map(|(_, place)| *place).collect();
        let (longest, out) = out_of_order(&places);
        let misplaced = out.iter().filter_map(|at| came.get(*at)).map(|(run, _)| *run).collect();
        let enough = came.len() >= FEWEST_ORDERED && longest * 100 >= came.len() * ORDERED_PERCENT;
        enough.then_some(Order { came, misplaced })
    };
    groups.into_iter().filter_map(|(group, came)| Some((group, is_ordered(came)?))).collect()
}

/// The length of the longest ascending choice of the numbers, and the indexes of those that are not in every such
/// choice. Of a swapped pair that is both.
fn out_of_order(numbers: &[u32]) -> (usize, Vec<usize>) {
    let ending = ascending(numbers.iter().map(|number| i64::from(*number)));
    let mut beginning = ascending(numbers.iter().rev().map(|number| -i64::from(*number)));
    beginning.reverse();
    let longest = ending.iter().copied().max().unwrap_or(0);
    let is_in_some = |(ending, beginning): (&usize, &usize)| ending + beginning == longest + 1;
    let in_some: Vec<bool> = ending.iter().zip(&beginning).map(is_in_some).collect();
    let mut rivals: BTreeMap<usize, usize> = BTreeMap::new();
    for (length, _) in ending.iter().zip(&in_some).filter(|(_, is_in)| **is_in) {
        *rivals.entry(*length).or_default() += 1;
    }
    let is_in_every =
        |(length, is_in): (&usize, &bool)| *is_in && rivals.get(length).is_some_and(|rivals| *rivals == 1);
    let out = ending.iter().zip(&in_some).enumerate().filter(|(_, pair)| !is_in_every(*pair));
    (longest, out.map(|(at, _)| at).collect())
}

/// For each number the length of the longest strictly ascending choice that ends with it (patience sorting).
fn ascending(numbers: impl Iterator<Item = i64>) -> Vec<usize> {
    let mut tops: Vec<i64> = Vec::new();
    let lengths = numbers.map(|number| {
        let pile = tops.partition_point(|top| *top < number);
        match tops.get_mut(pile) {
            Some(top) => *top = number,
            None => tops.push(number),
        }
        pile + 1
    });
    lengths.collect()
}
