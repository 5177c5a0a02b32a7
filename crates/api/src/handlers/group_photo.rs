//! Who stands where in a job's group photos.

use domain::group_photo::{Arrangement, Place};
use domain::ids::{FrameId, JobId, SubjectId};
use register::group_photos::{GroupPerson, GroupPhoto, GroupPhotos, LegendsWanted, PhotographedClass};

use crate::app::App;
use crate::dto::group_photo::*;
use crate::dto::job::JobRef;
use crate::error::{ApiError, ErrorCode};

/// The group photos of a job.
pub fn group_photos_get(app: &App, request: JobRef) -> Result<GroupPhotosDto, ApiError> {
    Ok(dto(app.register()?.group_photos_get(JobId(request.id))?))
}

/// Says who stands where in a photo.
pub fn group_photo_name(app: &App, request: GroupPhotoEntry) -> Result<GroupPhotosDto, ApiError> {
    let GroupPhotoEntry { job_id, frame_id, rev, rows } = request;
    let rows = rows.into_iter().map(|row| row.into_iter().map(place).collect()).collect::<Result<_, _>>()?;
    let register = app.register()?;
    Ok(dto(register.group_photo_name(JobId(job_id), FrameId(frame_id), rev, Arrangement { rows })?))
}

/// Writes legends to a file, in the background.
pub fn group_legend_save(app: &App, request: GroupLegendSave) -> Result<GroupLegendStarted, ApiError> {
    let title = app.text("documents-dialog-legend")?;
    let Some(path) = app.host().save_file(&title, &app.text("documents-legend-file")?) else {
        return Ok(GroupLegendStarted { task: None });
    };
    let wanted = LegendsWanted { frame: request.frame_id.map(FrameId), with_absent: request.with_absent };
    let task = app.register()?.group_legend_start(JobId(request.job_id), wanted, path)?;
    Ok(GroupLegendStarted { task: Some(task.0) })
}

fn place(place: PlaceDto) -> Result<Place, ApiError> {
    match place.subject_id {
        Some(id) if place.name.is_empty() => Ok(Place::Subject(SubjectId(id))),
        Some(_) => Err(ApiError::of(ErrorCode::InvalidRequest)),
        None => Ok(Place::Name(place.name)),
    }
}

fn dto(photos: GroupPhotos) -> GroupPhotosDto {
    GroupPhotosDto {
        job_id: photos.job.id.get(),
        job: photos.job.fields.name,
        school_id: photos.job.school_id.get(),
        school: photos.school,
        classes: photos.classes.into_iter().map(class).collect(),
        people: photos.people.into_iter().map(person).collect(),
        lost: photos.lost,
    }
}

fn class(class: PhotographedClass) -> PhotographedClassDto {
    PhotographedClassDto {
        group_id: class.group.get(),
        name: class.name,
        teacher: class.teacher,
        members: class.members.into_iter().map(SubjectId::get).collect(),
        photos: class.photos.into_iter().map(photo).collect(),
    }
}

fn photo(photo: GroupPhoto) -> GroupPhotoDto {
    let rows = photo.arrangement().rows;
    GroupPhotoDto {
        frame_id: photo.frame.get(),
        name: photo.name,
        taken_on: photo.taken_on,
        is_rejected: photo.is_rejected,
        rows: rows.into_iter().map(|row| row.into_iter().map(place_dto).collect()).collect(),
        rev: photo.named.as_ref().map_or(0, |named| named.rev),
        named_at: photo.named.as_ref().map(|named| named.at.millis()),
        named_by: photo.named.map(|named| named.by).unwrap_or_default(),
        withheld: photo.withheld,
    }
}

fn place_dto(place: Place) -> PlaceDto {
    match place {
        Place::Subject(id) => PlaceDto { subject_id: Some(id.get()), name: String::new() },
        Place::Name(name) => PlaceDto { subject_id: None, name },
    }
}

fn person(person: GroupPerson) -> GroupPersonDto {
    GroupPersonDto {
        subject_id: person.subject.get(),
        name: person.name,
        class_name: person.class_name,
        is_protected: person.is_protected,
        is_named: person.is_named,
    }
}
