//! Print partners.

use domain::ids::PrintPartnerId;
use domain::partner::{PartnerProfile, PartnerRefusal, PrintPartnerFields};
use register::partners::PartnerListed;

use crate::app::App;
use crate::dto::Nothing;
use crate::dto::partner::{
    PartnerDto, PartnerFieldsDto, PartnerList, PartnerProfileDto, PartnerRefusalDto, PartnerUpdate,
};
use crate::error::ApiError;

/// All partners by name.
pub fn partner_list(app: &App, _: Nothing) -> Result<PartnerList, ApiError> {
    let register = app.register()?;
    let today = register.today();
    let mut partners: Vec<PartnerDto> =
        register.partner_list()?.into_iter().map(|listed| partner_dto(listed, &today)).collect();
    partners.sort_by_key(|partner| (partner.fields.name.to_lowercase(), partner.id));
    Ok(PartnerList { partners })
}

/// Adds a partner.
pub fn partner_create(app: &App, request: PartnerFieldsDto) -> Result<PartnerDto, ApiError> {
    let register = app.register()?;
    Ok(partner_dto(register.partner_create(&fields(request))?, &register.today()))
}

/// Changes a partner.
pub fn partner_update(app: &App, request: PartnerUpdate) -> Result<PartnerDto, ApiError> {
    let register = app.register()?;
    let updated =
        register.partner_update(PrintPartnerId(request.id), request.rev, &fields(request.fields))?;
    Ok(partner_dto(updated, &register.today()))
}

pub(super) fn refusal_dto(refusal: PartnerRefusal) -> PartnerRefusalDto {
    match refusal {
        PartnerRefusal::OutsideEea => PartnerRefusalDto::OutsideEea,
        PartnerRefusal::NoAgreement => PartnerRefusalDto::NoAgreement,
        PartnerRefusal::AgreementNotYet => PartnerRefusalDto::AgreementNotYet,
        PartnerRefusal::Inactive => PartnerRefusalDto::Inactive,
    }
}

fn partner_dto(listed: PartnerListed, today: &str) -> PartnerDto {
    let partner = listed.partner;
    let refusal = partner.fields.refusal(today).map(refusal_dto);
    PartnerDto {
        id: partner.id.get(),
        refusal,
        batches: listed.batches,
        rev: partner.rev,
        fields: PartnerFieldsDto {
            name: partner.fields.name,
            country: partner.fields.country,
            agreement_on: partner.fields.agreement_on,
            email: partner.fields.email,
            profile: match partner.fields.profile {
                PartnerProfile::Plain => PartnerProfileDto::Plain,
            },
            is_active: partner.fields.is_active,
        },
    }
}

fn fields(dto: PartnerFieldsDto) -> PrintPartnerFields {
    PrintPartnerFields {
        name: dto.name,
        country: dto.country,
        agreement_on: dto.agreement_on,
        email: dto.email,
        profile: match dto.profile {
            PartnerProfileDto::Plain => PartnerProfile::Plain,
        },
        is_active: dto.is_active,
    }
}
