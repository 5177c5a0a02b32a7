//! Which picture of each of a job's subjects stands for what, and who is missing.
//!
//! Deliberately not here: whose the frames are ([`crate::matching`]) and what is made of the pictures. Invariant: only a
//! frame of a matched run of somebody's stands for them.

mod missing;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use domain::Action;
use domain::choice::{Basis, Candidate, Missing, Purpose, Standing, standing};
use domain::field::FieldProblem;
use domain::ids::{FrameId, JobId, SubjectId};
use domain::job::Job;
use domain::matching::{Absence, Note, Owner};
use domain::subject::Permission;
use store::choices::Chosen;
use store::{Acted, ReadTx, choices, subjects};

use crate::matching::{Matching, matching_of};
use crate::{Register, RegisterError};

pub use missing::MissingWanted;

/// A job's subjects with their pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The job.
    pub job: Job,
    /// Its school's name.
    pub school: String,
    /// Everybody, by class and place; who is protected comes last.
    pub subjects: Vec<SubjectChoices>,
}

/// Somebody with their pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectChoices {
    /// Who.
    pub subject: SubjectId,
    /// `Virtanen Aino`; of who is protected the four characters of their card alone (ADR 20).
    pub name: String,
    /// Their class; empty for who is protected.
    pub class_name: String,
    /// Whether an order of protection holds.
    pub is_protected: bool,
    /// Their portraits, run after run in the order taken.
    pub frames: Vec<Candidate>,
    /// One for each purpose, in their order.
    pub choices: Vec<PurposeChoice>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// Whether the pictures may be published.
    pub publication: Permission,
}

/// What stands for somebody for a purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurposeChoice {
    /// For what.
    pub purpose: Purpose,
    /// The frame that stands; none when there is no usable one.
    pub standing: Option<Standing>,
    /// What staff chose, whether it stands or not.
    pub chosen: Option<Chosen>,
}

impl PurposeChoice {
    /// Whether something was chosen that is rejected, or not theirs any more.
    pub fn is_lost(&self) -> bool {
        self.chosen.is_some() && self.standing.is_none_or(|standing| standing.basis != Basis::Chosen)
    }
}

impl Register {
    /// The pictures of a job's subjects.
    ///
    /// # Errors
    /// Not found; when the database fails.
    pub fn choices_get(&self, id: JobId) -> Result<Choices, RegisterError> {
        self.read(|tx| choices_in(tx, &matching_of(tx, id)?))
    }

    /// Chooses the frame that stands for somebody for a purpose; none takes the choice back.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] for field `frame_id` when the frame is not theirs or is rejected; not found.
    pub fn choice_set(
        &self,
        id: JobId,
        subject: SubjectId,
        purpose: Purpose,
        frame: Option<FrameId>,
    ) -> Result<Choices, RegisterError> {
        self.transact(|tx| {
            let matching = matching_of(tx, id)?;
            let before = choices_in(tx, &matching)?;
            let its = before.subjects.iter().find(|its| its.subject == subject);
            let candidate = |frame| its.and_then(|its| its.frames.iter().find(|known| known.id == frame));
            if frame.is_some_and(|frame| candidate(frame).is_none_or(|known| known.is_rejected)) {
                return Err(RegisterError::invalid("frame_id", FieldProblem::NotMatched));
            }
            choices::set(tx, id, subject, purpose, frame, self.signer().staff_id())?;
            let after = choices_in(tx, &matching)?;
            Ok(Acted::new(after, Action::ImageChosen).on(subject.get()).fields([purpose.code()]))
        })
    }
}

fn choices_in(tx: &ReadTx<'_>, matching: &Matching) -> Result<Choices, RegisterError> {
    let Matching { job, school, proposal, owners, .. } = matching;
    let id = job.id;
    let marked = choices::candidates(tx, id)?;
    let mut frames: HashMap<SubjectId, Vec<Candidate>> = HashMap::new();
    for run in &proposal.runs {
        let Some(Owner::Subject(subject)) = run.owner() else { continue };
        let has_retake_card = run.notes.contains(&Note::Retake);
        let known = run.frames.iter().filter_map(|id| marked.get(id));
        let candidates =
            known.map(|marked| Candidate { is_retake: marked.is_retake || has_retake_card, ..*marked });
        frames.entry(subject).or_default().extend(candidates);
    }
    let mut chosen: HashMap<(SubjectId, Purpose), Chosen> = choices::of_job(tx, id)?
        .into_iter()
        .map(|chosen| ((chosen.subject_id, chosen.purpose), chosen))
        .collect();
    let absent: HashMap<SubjectId, Absence> =
        proposal.absent.iter().map(|absent| (absent.subject, absent.absence)).collect();
    let of_year = subjects::of_year_by_id(tx, job.school_id, job.school_year)?;
    let mut listed = Vec::new();
    for owner in owners {
        let Owner::Subject(subject) = owner.owner else { continue };
        let Some(fields) = of_year.get(&subject).map(|subject| &subject.fields) else { continue };
        let frames = frames.remove(&subject).unwrap_or_default();
        let choices: Vec<PurposeChoice> = Purpose::ALL
            .iter()
            .map(|purpose| {
                let chosen = chosen.remove(&(subject, *purpose));
                let standing = standing(&frames, chosen.as_ref().map(|chosen| chosen.frame_id));
                PurposeChoice { purpose: *purpose, standing, chosen }
            })
            .collect();
        let missing = missing(&frames, &choices, absent.get(&subject), fields.photo_permission);
        listed.push(SubjectChoices {
            subject,
            name: owner.name.clone(),
            class_name: owner.class_name.clone(),
            is_protected: owner.is_protected,
            frames,
            choices,
            missing,
            publication: fields.publication_permission,
        });
    }
    Ok(Choices { job: job.clone(), school: school.clone(), subjects: listed })
}

fn missing(
    frames: &[Candidate],
    choices: &[PurposeChoice],
    absence: Option<&Absence>,
    permission: Permission,
) -> Vec<Missing> {
    let mut missing = Vec::new();
    if permission == Permission::Refused {
        missing.push(Missing::NotPermitted);
    }
    let is_chosen =
        |choice: &PurposeChoice| choice.standing.is_some_and(|standing| standing.basis == Basis::Chosen);
    if frames.is_empty() {
        let is_card_only = absence == Some(&Absence::CardOnly);
        missing.push(if is_card_only { Missing::CardOnly } else { Missing::Absent });
    } else if frames.iter().all(|frame| frame.is_rejected) {
        missing.push(Missing::NoneUsable);
    } else if !choices.iter().any(is_chosen) {
        missing.push(Missing::NotChosen);
    }
    missing
}
