//! What the cards of a job say of its frames today.

use std::collections::{BTreeSet, HashMap};

use domain::ids::{CameraId, JobId, SubjectId};
use domain::job::Job;
use domain::matching::{self as rules, ClockOffset, Input, Owner, Proposal, Said, Tally};
use jiff::SignedDuration;
use jiff::civil::DateTime;
use store::frames::CameraFacts;
use store::jobs::JobListed;
use store::matching::{EditRow, MatchingSession};
use store::{ReadTx, StoreError, clocks, frames, jobs, matching, subjects};

use super::input::{self, Roster};
use crate::import::taken;
use crate::{Register, RegisterError};

/// Somebody whom a run may be given to, or a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOwner {
    /// Who.
    pub owner: Owner,
    /// `Virtanen Aino`, or the class's name; of who is protected the four characters of their card alone (ADR 20).
    pub name: String,
    /// Their class; empty for a class itself and for who is protected.
    pub class_name: String,
    /// Whether an order of protection holds.
    pub is_protected: bool,
}

/// How far a camera's clock was off by a card that shows the time, beside how it is corrected in that session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownClock {
    /// What the card says.
    pub clock: ClockOffset,
    /// The correction that follows from it: right time minus the camera's, ms. Not the difference of the two clocks on the
    /// wall where the camera said that it was in another zone. None when the camera or the time is not known.
    pub correction_ms: Option<i64>,
    /// The correction that holds now, ms; 0 for none.
    pub corrected_ms: i64,
}

/// A job's proposal with what it is shown with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// The job.
    pub job: Job,
    /// Its school's name.
    pub school: String,
    /// Its sessions, in the order they were made.
    pub sessions: Vec<MatchingSession>,
    /// Whose the frames are.
    pub proposal: Proposal,
    /// Sums over the frames.
    pub tally: Tally,
    /// Clocks that a card showed, in the order of the proposal.
    pub clocks: Vec<ShownClock>,
    /// The classes that it rests on.
    pub(crate) roster: Roster,
    /// The cameras of the runs.
    pub cameras: HashMap<CameraId, CameraFacts>,
    /// Everybody and every class that a run may be given to, by class and place; who is protected comes last.
    pub owners: Vec<ListedOwner>,
    /// What staff put right, oldest first.
    pub edits: Vec<EditRow>,
}

impl Register {
    /// Whose the frames of a job's sessions are.
    ///
    /// # Errors
    /// Not found; when the database fails.
    pub fn matching_get(&self, id: JobId) -> Result<Matching, RegisterError> {
        self.read(|tx| matching_of(tx, id))
    }
}

/// What a job's frames come to, and from what.
pub(super) struct Worked {
    roster: Roster,
    input: Input,
    pub proposal: Proposal,
    edits: Vec<EditRow>,
}

impl Worked {
    pub fn of(tx: &ReadTx<'_>, job: &Job) -> Result<Self, RegisterError> {
        let roster = Roster::read(tx, job)?;
        let input = input::read(tx, job, &roster)?;
        let edits = matching::edits(tx, job.id)?;
        let said: Vec<Said> = edits.iter().map(|row| row.said).collect();
        let proposal = rules::propose(&input, &said);
        Ok(Self { roster, input, proposal, edits })
    }
}

/// Whose the frames of a job's sessions are, for whoever has a transaction.
pub(crate) fn matching_of(tx: &ReadTx<'_>, id: JobId) -> Result<Matching, RegisterError> {
    let JobListed { job, school, .. } = jobs::listed(tx, id)?;
    let Worked { roster, input, mut proposal, edits } = Worked::of(tx, &job)?;
    let owners = owners(tx, &job, &roster, &input)?;
    hide_places(&mut proposal, &owners);
    let tally = proposal.tally(&input.frames)?;
    let ids: BTreeSet<CameraId> = proposal.runs.iter().filter_map(|run| run.camera).collect();
    let cameras = ids.into_iter().map(|id| Ok((id, frames::camera(tx, id)?)));
    let cameras = cameras.collect::<Result<HashMap<_, _>, StoreError>>()?;
    let sessions = matching::sessions(tx, id)?;
    let clocks = proposal.clocks.iter().map(|clock| shown_clock(tx, *clock)).collect::<Result<_, _>>()?;
    Ok(Matching { job, school, sessions, proposal, tally, clocks, roster, cameras, owners, edits })
}

fn shown_clock(tx: &ReadTx<'_>, clock: ClockOffset) -> Result<ShownClock, StoreError> {
    let frame = frames::get(tx, clock.frame)?.frame;
    let corrections = clocks::corrections(tx, clock.session)?;
    let corrected_ms = clock.camera.and_then(|camera| corrections.get(&camera)).copied().unwrap_or_default();
    let by_camera = clock.camera.and(frame.taken_at).map(|at| at.millis() - corrected_ms);
    let local = frame.taken_local.parse::<DateTime>().ok();
    let right = local
        .and_then(|local| local.checked_add(SignedDuration::from_millis(clock.offset_ms)).ok())
        .and_then(|local| taken::instant_in(&taken::assumed_zone(), local));
    let correction_ms = by_camera.zip(right).map(|(by_camera, right)| right.millis() - by_camera);
    Ok(ShownClock { clock, correction_ms, corrected_ms })
}

/// Who is protected stands where it says nothing of their class: absent after all others, and suggested nowhere.
fn hide_places(proposal: &mut Proposal, owners: &[ListedOwner]) {
    let protected = owners.iter().filter(|listed| listed.is_protected).map(|listed| listed.owner);
    let places: HashMap<Owner, usize> = protected.zip(1..).collect();
    let place = |subject: SubjectId| places.get(&Owner::Subject(subject)).copied();
    proposal.absent.sort_by_key(|absent| place(absent.subject).unwrap_or(0));
    for run in &mut proposal.runs {
        run.suggestions.retain(|subject| place(*subject).is_none());
    }
}

fn owners(
    tx: &ReadTx<'_>,
    job: &Job,
    roster: &Roster,
    input: &Input,
) -> Result<Vec<ListedOwner>, RegisterError> {
    let of_year = subjects::of_year_by_id(tx, job.school_id, job.school_year)?;
    let mut cards: HashMap<SubjectId, String> = input
        .cards
        .subjects
        .iter()
        .map(|card| (card.subject, card.code.map(|code| code.to_string()).unwrap_or_default()))
        .collect();
    let (mut owners, mut protected) = (Vec::new(), Vec::new());
    for (group, members) in &roster.groups {
        owners.push(ListedOwner {
            owner: Owner::Group(group.id),
            name: group.name.clone(),
            class_name: String::new(),
            is_protected: false,
        });
        for membership in members {
            let Some(card) = cards.remove(&membership.subject_id) else { continue };
            let Some(subject) = of_year.get(&membership.subject_id) else { continue };
            let owner = Owner::Subject(subject.id);
            if subject.protection.is_some() {
                let class_name = String::new();
                protected.push(ListedOwner { owner, name: card, class_name, is_protected: true });
            } else {
                let (name, class_name) = (subject.fields.listed_name(), group.name.clone());
                owners.push(ListedOwner { owner, name, class_name, is_protected: false });
            }
        }
    }
    // in the order of their cards, which says nothing of their classes
    protected.sort_by(|one, other| one.name.cmp(&other.name));
    owners.append(&mut protected);
    Ok(owners)
}
