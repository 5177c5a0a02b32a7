//! Schools and their classes.

use domain::ids::SchoolId;
use domain::school::{ContactPerson, SchoolFields, SchoolKind, SchoolYear};
use domain::subject::Permission;
use register::schools::{Classes as ClassesFound, ListedSubject, SchoolCard, SchoolListed};

use super::same_names;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::school::*;
use crate::error::ApiError;

/// Every school, by name.
pub fn school_list(app: &App, _: Nothing) -> Result<SchoolList, ApiError> {
    let register = app.register()?;
    let schools = register.school_list()?.into_iter().map(row).collect();
    Ok(SchoolList { schools, this_year: register.this_school_year()?.0 })
}

/// One school.
pub fn school_get(app: &App, request: SchoolRef) -> Result<SchoolDto, ApiError> {
    Ok(dto(app.register()?.school_get(SchoolId(request.id))?))
}

/// Adds a school.
pub fn school_create(app: &App, request: SchoolFieldsDto) -> Result<SchoolDto, ApiError> {
    Ok(dto(app.register()?.school_create(request.into())?))
}

/// Changes a school.
pub fn school_update(app: &App, request: SchoolUpdate) -> Result<SchoolDto, ApiError> {
    let id = SchoolId(request.id);
    Ok(dto(app.register()?.school_update(id, request.rev, request.fields.into())?))
}

/// The classes of a school in a year.
pub fn class_list(app: &App, request: ClassesQuery) -> Result<Classes, ApiError> {
    let year = SchoolYear(request.school_year);
    let ClassesFound { groups, subjects, withheld } =
        app.register()?.class_list(SchoolId(request.school_id), year)?;
    let groups = groups
        .into_iter()
        .map(|group| {
            let here = |listed: &&ListedSubject| {
                listed.membership.group_id == group.id && listed.membership.left_on.is_empty()
            };
            SubjectGroupDto {
                subjects: u32::try_from(subjects.iter().filter(here).count()).unwrap_or(u32::MAX),
                id: group.id.get(),
                name: group.name,
                teacher: group.teacher,
            }
        })
        .collect();
    Ok(Classes { groups, subjects: subjects.into_iter().map(subject_row).collect(), withheld })
}

/// Those of a school year who are protected.
pub fn protected_list(app: &App, request: ClassesQuery) -> Result<ProtectedList, ApiError> {
    let year = SchoolYear(request.school_year);
    let subjects = app.register()?.protected_list(SchoolId(request.school_id), year)?;
    Ok(ProtectedList {
        subjects: subjects
            .into_iter()
            .map(|subject| ProtectedRow {
                id: subject.id.get(),
                last_name: subject.last_name,
                first_name: subject.first_name,
                review_on: subject.review_on,
            })
            .collect(),
    })
}

fn subject_row(listed: ListedSubject) -> SubjectRow {
    let ListedSubject { subject, membership, guardians } = listed;
    SubjectRow {
        id: subject.id.get(),
        last_name: subject.fields.last_name,
        first_name: subject.fields.first_name,
        call_name: subject.fields.call_name,
        group_id: membership.group_id.get(),
        position: membership.position,
        left_on: membership.left_on,
        photo_permission: subject.fields.photo_permission.into(),
        publication_permission: subject.fields.publication_permission.into(),
        guardians,
    }
}

fn row(listed: SchoolListed) -> SchoolRow {
    let SchoolListed { school, newest_year, subjects, latest_job_on } = listed;
    let fields = school.fields;
    SchoolRow {
        id: school.id.get(),
        name: fields.name,
        kind: fields.kind.into(),
        town: fields.town,
        contact: fields.contacts.into_iter().next().map_or(String::new(), |contact| contact.name),
        newest_year,
        subjects,
        latest_job_on,
    }
}

fn dto(card: SchoolCard) -> SchoolDto {
    let SchoolCard { school, years } = card;
    let fields = school.fields;
    SchoolDto {
        id: school.id.get(),
        fields: SchoolFieldsDto {
            name: fields.name,
            kind: fields.kind.into(),
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            language: fields.language.into(),
            agreement_on: fields.agreement_on,
            agreement: fields.agreement,
            note: fields.note,
            contacts: fields
                .contacts
                .into_iter()
                .map(|contact| ContactPersonDto {
                    name: contact.name,
                    duty: contact.duty,
                    email: contact.email,
                    phone: contact.phone,
                })
                .collect(),
        },
        years: years.into_iter().map(|year| year.0).collect(),
        rev: school.rev,
    }
}

impl From<SchoolFieldsDto> for SchoolFields {
    fn from(fields: SchoolFieldsDto) -> Self {
        let contacts = fields.contacts.into_iter().map(|contact| ContactPerson {
            name: contact.name,
            duty: contact.duty,
            email: contact.email,
            phone: contact.phone,
        });
        Self {
            name: fields.name,
            kind: fields.kind.into(),
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            language: fields.language.into(),
            agreement_on: fields.agreement_on,
            agreement: fields.agreement,
            note: fields.note,
            contacts: contacts.collect(),
        }
    }
}

same_names! { SchoolKind, SchoolKindDto: School DayCare Club }
same_names! { SchoolKindDto, SchoolKind: School DayCare Club }
same_names! { Permission, PermissionDto: Unknown Given Refused }
same_names! { PermissionDto, Permission: Unknown Given Refused }
