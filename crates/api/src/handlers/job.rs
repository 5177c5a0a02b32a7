//! Booked assignments and their camera cards.

use domain::ids::{JobId, SchoolId, SubjectGroupId};
use domain::job::{Agreed, CardHabit, JobFields};
use register::jobs::{CardsWanted, JobListed, SheetLayout};

use super::same_names;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::job::*;
use crate::dto::school::SchoolRef;
use crate::error::ApiError;

/// Most blank cards for retakes at once.
const MOST_RETAKES: u16 = 200;

/// Jobs to choose from at once.
const MOST_RECENT: u32 = 200;

/// The jobs at a school, the latest first.
pub fn job_list(app: &App, request: SchoolRef) -> Result<JobList, ApiError> {
    let jobs = app.register()?.job_list(SchoolId(request.id))?;
    Ok(JobList { jobs: jobs.into_iter().map(dto).collect() })
}

/// The latest jobs at all schools.
pub fn job_recent(app: &App, _: Nothing) -> Result<JobList, ApiError> {
    let jobs = app.register()?.job_recent(MOST_RECENT)?;
    Ok(JobList { jobs: jobs.into_iter().map(dto).collect() })
}

/// Books a job.
pub fn job_create(app: &App, request: JobCreate) -> Result<JobDto, ApiError> {
    Ok(dto(app.register()?.job_create(SchoolId(request.school_id), request.fields.into())?))
}

/// Changes a job.
pub fn job_update(app: &App, request: JobUpdate) -> Result<JobDto, ApiError> {
    Ok(dto(app.register()?.job_update(JobId(request.id), request.rev, request.fields.into())?))
}

/// Writes camera cards where the user says, in the background.
pub fn camera_cards_save(app: &App, request: CameraCardsSave) -> Result<CameraCardsStarted, ApiError> {
    let title = app.text("documents-dialog-cards")?;
    let Some(path) = app.host().save_file(&title, &app.text("documents-cards-file")?) else {
        return Ok(CameraCardsStarted { task: None });
    };
    let wanted = CardsWanted {
        layout: request.layout.into(),
        groups: request.groups.into_iter().map(SubjectGroupId).collect(),
        is_class_on_new_sheet: request.is_class_on_new_sheet,
        with_groups: request.with_groups,
        with_special: request.with_special,
        retakes: request.retakes.min(MOST_RETAKES),
    };
    let language = app.settings().language.into();
    let task = app.register()?.camera_cards_start(JobId(request.job_id), wanted, path, language)?;
    Ok(CameraCardsStarted { task: Some(task.0) })
}

fn dto(listed: JobListed) -> JobDto {
    let JobListed { job, school, cards } = listed;
    let fields = job.fields;
    JobDto {
        id: job.id.get(),
        school_id: job.school_id.get(),
        school,
        school_year: job.school_year.0,
        fields: JobFieldsDto {
            name: fields.name,
            starts_on: fields.starts_on,
            ends_on: fields.ends_on,
            photographers: fields.photographers,
            price_list: fields.price_list,
            viewing: fields.viewing.into(),
            group_photos: fields.group_photos.into(),
            card_habit: fields.card_habit.into(),
            most_frames: fields.most_frames,
            longest_pause_s: fields.longest_pause_s,
            note: fields.note,
        },
        code: format!("SK1-{}", job.shoot),
        cards,
        rev: job.rev,
    }
}

impl From<JobFieldsDto> for JobFields {
    fn from(fields: JobFieldsDto) -> Self {
        Self {
            name: fields.name,
            starts_on: fields.starts_on,
            ends_on: fields.ends_on,
            photographers: fields.photographers,
            price_list: fields.price_list,
            viewing: fields.viewing.into(),
            group_photos: fields.group_photos.into(),
            card_habit: fields.card_habit.into(),
            most_frames: fields.most_frames,
            longest_pause_s: fields.longest_pause_s,
            note: fields.note,
        }
    }
}

same_names! { Agreed, AgreedDto: NotYet Yes No }
same_names! { AgreedDto, Agreed: NotYet Yes No }
same_names! { CardHabit, CardHabitDto: First Last }
same_names! { CardHabitDto, CardHabit: First Last }
same_names! { CardLayoutDto, SheetLayout: One Four Eight }
