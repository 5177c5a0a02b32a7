//! Those who are photographed, and their guardians.

use std::collections::HashMap;

use domain::ids::{CustomerId, SchoolId, StaffMemberId, SubjectId};
use domain::protection::Protection;
use domain::provenance::{FieldProvenance, FieldSource};
use domain::school::SchoolYear;
use domain::subject::SubjectFields;
use register::subjects::{GuardianShown, SubjectCard};

use super::same_names;
use crate::app::App;
use crate::dto::customer::FieldSourceDto;
use crate::dto::school::*;
use crate::error::ApiError;
use crate::error_map::wire_name;

/// Somebody's card; the names alone when they are protected.
pub fn subject_get(app: &App, request: SubjectRef) -> Result<SubjectDto, ApiError> {
    dto(app, app.register()?.subject_get(SubjectId(request.id))?)
}

/// Somebody's whole card, noted in the trail.
pub fn subject_open(app: &App, request: SubjectRef) -> Result<SubjectDto, ApiError> {
    dto(app, app.register()?.subject_open(SubjectId(request.id))?)
}

/// Adds somebody.
pub fn subject_create(app: &App, request: SubjectCreate) -> Result<SubjectDto, ApiError> {
    let (school, year) = (SchoolId(request.school_id), SchoolYear(request.school_year));
    let (fields, source) = (request.fields.into(), request.source.into());
    dto(app, app.register()?.subject_create(school, year, &request.group, fields, source)?)
}

/// Changes somebody's details.
pub fn subject_update(app: &App, request: SubjectUpdate) -> Result<SubjectDto, ApiError> {
    let (fields, source) = (request.fields.into(), request.source.into());
    dto(app, app.register()?.subject_update(SubjectId(request.id), request.rev, fields, source)?)
}

/// Puts somebody into another class.
pub fn subject_move(app: &App, request: SubjectMove) -> Result<SubjectDto, ApiError> {
    let year = SchoolYear(request.school_year);
    dto(app, app.register()?.subject_move(SubjectId(request.id), year, &request.group)?)
}

/// Notes an order of protection, or that it ended.
pub fn subject_protect(app: &App, request: SubjectProtect) -> Result<SubjectDto, ApiError> {
    let SubjectProtect { id, rev, is_protected, review_on } = request;
    dto(app, app.register()?.subject_protect(SubjectId(id), rev, is_protected, &review_on)?)
}

/// Makes a customer a guardian.
pub fn guardian_add(app: &App, request: GuardianRef) -> Result<SubjectDto, ApiError> {
    let (subject, customer) = (SubjectId(request.subject_id), CustomerId(request.customer_id));
    dto(app, app.register()?.guardian_add(subject, customer)?)
}

/// A customer is a guardian no more.
pub fn guardian_remove(app: &App, request: GuardianRef) -> Result<SubjectDto, ApiError> {
    let (subject, customer) = (SubjectId(request.subject_id), CustomerId(request.customer_id));
    dto(app, app.register()?.guardian_remove(subject, customer)?)
}

fn dto(app: &App, card: SubjectCard) -> Result<SubjectDto, ApiError> {
    let SubjectCard { subject, school, memberships, guardians, provenance, is_withheld } = card;
    let names = StaffNames::read(app)?;
    Ok(SubjectDto {
        id: subject.id.get(),
        school_id: subject.school_id.get(),
        school: school.map_or(String::new(), |school| school.fields.name),
        fields: subject.fields.into(),
        memberships: memberships
            .into_iter()
            .map(|(group, membership)| MembershipDto {
                school_year: group.school_year.0,
                group_id: group.id.get(),
                group: group.name,
                left_on: membership.left_on,
            })
            .collect(),
        guardians: guardians.into_iter().map(guardian_dto).collect(),
        provenance: provenance.into_iter().map(|from| names.provenance(from)).collect(),
        protection: subject.protection.map(|order| names.protection(order)),
        is_withheld,
        updated_at: subject.updated_at.millis(),
        rev: subject.rev,
    })
}

fn guardian_dto(shown: GuardianShown) -> GuardianDto {
    let GuardianShown { customer, orders, is_withheld } = shown;
    GuardianDto {
        customer_id: customer.id.get(),
        name: customer.fields.listed_name(),
        phone: customer.fields.phone,
        email: customer.fields.email,
        street: customer.fields.street,
        postal_code: customer.fields.postal_code,
        town: customer.fields.town,
        language: customer.fields.language.into(),
        orders,
        is_withheld,
    }
}

/// What the staff are called now.
pub(crate) struct StaffNames(HashMap<StaffMemberId, String>);

impl StaffNames {
    pub fn read(app: &App) -> Result<Self, ApiError> {
        let members = app.register()?.staff_list()?;
        Ok(Self(members.into_iter().map(|member| (member.id, member.fields.name)).collect()))
    }

    fn of(&self, id: Option<StaffMemberId>) -> Option<String> {
        self.0.get(&id?).cloned()
    }

    /// An order of protection as the window shows it.
    pub fn protection(&self, order: Protection) -> ProtectionDto {
        ProtectionDto {
            at: order.at.millis(),
            staff_name: self.of(order.staff_id),
            review_on: order.review_on,
        }
    }

    /// From where a field comes, as the window shows it.
    pub fn provenance(&self, from: FieldProvenance) -> FieldProvenanceDto {
        FieldProvenanceDto {
            field: wire_name(&from.field),
            source: from.source.into(),
            at: from.at.millis(),
            staff_name: self.of(from.staff_id),
        }
    }
}

impl From<SubjectFieldsDto> for SubjectFields {
    fn from(fields: SubjectFieldsDto) -> Self {
        Self {
            last_name: fields.last_name,
            first_name: fields.first_name,
            call_name: fields.call_name,
            source_id: fields.source_id,
            born_on: fields.born_on,
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            phone: fields.phone,
            email: fields.email,
            language: fields.language.into(),
            photo_permission: fields.photo_permission.into(),
            publication_permission: fields.publication_permission.into(),
        }
    }
}

impl From<SubjectFields> for SubjectFieldsDto {
    fn from(fields: SubjectFields) -> Self {
        Self {
            last_name: fields.last_name,
            first_name: fields.first_name,
            call_name: fields.call_name,
            source_id: fields.source_id,
            born_on: fields.born_on,
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            phone: fields.phone,
            email: fields.email,
            language: fields.language.into(),
            photo_permission: fields.photo_permission.into(),
            publication_permission: fields.publication_permission.into(),
        }
    }
}

same_names! { FieldSource, FieldSourceDto: Roster Given Staff Accrued }
same_names! { FieldSourceDto, FieldSource: Roster Given Staff Accrued }
