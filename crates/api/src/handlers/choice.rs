//! Which picture of each of a job's subjects stands for what.

use domain::choice::{Basis, Missing, Purpose};
use domain::ids::{FrameId, JobId, SubjectId};
use domain::subject::Permission;
use register::choices::{Choices, MissingWanted, PurposeChoice, SubjectChoices};

use super::same_names;
use crate::app::App;
use crate::dto::choice::*;
use crate::dto::job::JobRef;
use crate::error::ApiError;

/// The pictures of a job's subjects.
pub fn choices_get(app: &App, request: JobRef) -> Result<ChoicesDto, ApiError> {
    Ok(dto(app.register()?.choices_get(JobId(request.id))?))
}

/// Chooses a frame for somebody and a purpose.
pub fn choice_set(app: &App, request: ChoiceEntry) -> Result<ChoicesDto, ApiError> {
    let (job, subject) = (JobId(request.job_id), SubjectId(request.subject_id));
    let frame = request.frame_id.map(FrameId);
    Ok(dto(app.register()?.choice_set(job, subject, request.purpose.into(), frame)?))
}

/// Writes the missing list to a file, in the background.
pub fn missing_list_save(app: &App, request: MissingListSave) -> Result<MissingListStarted, ApiError> {
    let title = app.text("documents-dialog-missing")?;
    let Some(path) = app.host().save_file(&title, &app.text("documents-missing-file")?) else {
        return Ok(MissingListStarted { task: None });
    };
    let wanted = MissingWanted { reasons: request.reasons.into_iter().map(Missing::from).collect() };
    let language = app.settings().language.into();
    let task = app.register()?.missing_list_start(JobId(request.job_id), wanted, path, language)?;
    Ok(MissingListStarted { task: Some(task.0) })
}

fn dto(choices: Choices) -> ChoicesDto {
    ChoicesDto {
        job_id: choices.job.id.get(),
        job: choices.job.fields.name,
        school_id: choices.job.school_id.get(),
        school: choices.school,
        subjects: choices.subjects.into_iter().map(subject).collect(),
    }
}

fn subject(its: SubjectChoices) -> SubjectChoicesDto {
    SubjectChoicesDto {
        subject_id: its.subject.get(),
        name: its.name,
        class_name: its.class_name,
        is_protected: its.is_protected,
        frames: its
            .frames
            .iter()
            .map(|frame| CandidateDto {
                frame_id: frame.id.get(),
                is_rejected: frame.is_rejected,
                is_retake: frame.is_retake,
            })
            .collect(),
        choices: its.choices.into_iter().map(choice).collect(),
        missing: its.missing.into_iter().map(MissingDto::from).collect(),
        may_publish: its.publication == Permission::Given,
    }
}

fn choice(choice: PurposeChoice) -> PurposeChoiceDto {
    let is_lost = choice.is_lost();
    PurposeChoiceDto {
        purpose: choice.purpose.into(),
        frame_id: choice.standing.map(|standing| standing.frame.get()),
        basis: choice.standing.map(|standing| standing.basis.into()),
        is_lost,
        chosen_at: choice.chosen.as_ref().map(|chosen| chosen.at.millis()),
        chosen_by: choice.chosen.map(|chosen| chosen.by).unwrap_or_default(),
    }
}

same_names! { PurposeDto, Purpose: Order Yearbook ClassComposite SchoolRegister }
same_names! { Purpose, PurposeDto: Order Yearbook ClassComposite SchoolRegister }
same_names! { Basis, BasisDto: Chosen TopRated First }
same_names! { MissingDto, Missing: Absent CardOnly NoneUsable NotChosen NotPermitted }
same_names! { Missing, MissingDto: Absent CardOnly NoneUsable NotChosen NotPermitted }
