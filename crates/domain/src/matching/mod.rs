//! Which frames belong to whom.
//!
//! Deliberately not here: finding codes in pictures, storing anything, and changing a frame's own facts.
//! Invariant: a frame belongs to a subject or group only through an intact run that a readable card of this job
//! began (card first) or ended (card last), or because staff said so. Whatever is doubtful is quarantined with
//! every reason that applies; a frame is in one run, as a portrait or as a keyframe.
//!
//! How it goes: frames are put in the order in which each camera took them (`order`), cut into runs at the cards
//! (`reading`), each run is judged by how the camera's own day went (`tempo`), staff's edits are applied
//! (`edits`), and the runs are compared with the roster and with each other (`neighbours`).
//!
//! What shows that a card is missing, when no frame shows it: children who change places need time. The
//! shortest usual change is learned from the camera's own runs of the day, and a pause that is nearly as long
//! within a run cuts the run and quarantines its parts. Somebody of the class who is nowhere makes a shorter
//! pause, or an unusually long run, enough.
//!
//! What no program can see by codes and times alone, and what therefore stays unflagged:
//! * two subjects of a class that came in no order hold each other's cards, or the places fit by chance;
//! * a subject holds the card of one who is absent, where the class came in no order or the place fits;
//! * a subject holds another's card, and both have runs with their own cards as well;
//! * children who change places more quickly than nearly all others of that day, without a card;
//! * a card that was left in view is photographed just before a pause of the same child.

mod edits;
mod input;
mod neighbours;
mod order;
mod proposal;
mod reading;
mod roster;
mod run;
mod tempo;
#[cfg(test)]
mod tests;

pub use edits::{Edit, Neighbour, NotApplied, NotAppliedWhy, Said, Seen};
pub use input::{
    GroupCard, Input, JobCards, Owner, RetakeCard, SeenFrame, SequenceKey, Settings, SubjectCard, UnseenFile,
};
pub use proposal::{
    Absence, Absent, ClockOffset, Confidence, Hand, Imbalance, Note, Proposal, Reason, Run, RunState, Tally,
};

use crate::job::CardHabit;
use edits::Overrides;
use roster::Roster;

/// Reads the frames, then applies the edits in their order. The same input and edits always give the same
/// proposal, so that leaving out the last edit undoes it. A frame id that comes twice counts once.
pub fn propose(input: &Input, edits: &[Said]) -> Proposal {
    let roster = Roster::new(&input.cards);
    let mut not_applied = Vec::new();
    let overrides = Overrides::new(&input.frames, edits, &mut not_applied);
    let mut clocks = Vec::new();
    let mut streams = Vec::new();
    for mut line in order::streams(&input.frames, &input.unseen) {
        if input.settings.habit == CardHabit::Last {
            // read backwards, the card comes first
            line.reverse();
        }
        let mut stream = reading::read(&line, input.settings.habit, &roster, &overrides, &mut clocks);
        tempo::judge(&mut stream, &line.frames, &input.settings);
        if input.settings.habit == CardHabit::Last {
            stream.reverse();
        }
        streams.push(stream);
    }
    edits::apply(&mut streams, edits, input.settings.habit, &roster, &mut not_applied);
    not_applied.sort_by_key(|entry| entry.edit);
    let absent = neighbours::judge(&mut streams, &roster, input.settings.habit);
    let runs = streams.into_iter().flat_map(run::Stream::into_runs).collect();
    Proposal { runs, absent, clocks, not_applied }
}
