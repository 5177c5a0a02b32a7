//! Customers and their permissions.

use domain::customer::{Consent, CustomerFields};
use domain::ids::CustomerId;
use register::customers::{
    ConsentChannel as Channel, CustomerCard, CustomerListed, MarketingAnswer, NameOrder,
};

use super::subject::StaffNames;
use crate::app::App;
use crate::dto::Page;
use crate::dto::customer::*;
use crate::error::{ApiError, ErrorCode};

/// A page of customers in Finnish order, either way.
pub fn customer_search(app: &App, request: CustomerQuery) -> Result<Page<CustomerRow>, ApiError> {
    let order = match request.sort {
        CustomerSort::Name => NameOrder::Ascending,
        CustomerSort::NameDescending => NameOrder::Descending,
    };
    let register = app.register()?;
    let page = register.customer_search(&request.search, order, request.after.as_deref(), request.limit)?;
    Ok(Page { rows: page.rows.into_iter().map(row).collect(), next: page.next })
}

/// One customer.
pub fn customer_get(app: &App, request: CustomerRef) -> Result<CustomerDto, ApiError> {
    dto(app, app.register()?.customer_get(CustomerId(request.id))?)
}

/// Adds a customer.
pub fn customer_create(app: &App, request: CustomerCreate) -> Result<CustomerDto, ApiError> {
    let CustomerCreate { fields, source, marketing } = request;
    dto(app, app.register()?.customer_create(fields.into(), source.into(), marketing.into())?)
}

/// Changes a customer.
pub fn customer_update(app: &App, request: CustomerUpdate) -> Result<CustomerDto, ApiError> {
    let id = CustomerId(request.id);
    let (fields, source) = (request.fields.into(), request.source.into());
    dto(app, app.register()?.customer_update(id, request.rev, fields, source)?)
}

/// Records an answer to the marketing question.
pub fn consent_record(app: &App, request: ConsentRecord) -> Result<CustomerDto, ApiError> {
    let id = CustomerId(request.customer_id);
    dto(app, app.register()?.consent_record(id, request.marketing.into())?)
}

/// A customer's whole card, noted in the trail.
pub fn customer_open(app: &App, request: CustomerRef) -> Result<CustomerDto, ApiError> {
    dto(app, app.register()?.customer_open(CustomerId(request.id))?)
}

/// Notes an order of protection, or that it ended.
pub fn customer_protect(app: &App, request: CustomerProtect) -> Result<CustomerDto, ApiError> {
    let CustomerProtect { id, rev, is_protected, review_on } = request;
    dto(app, app.register()?.customer_protect(CustomerId(id), rev, is_protected, &review_on)?)
}

impl From<CustomerFieldsDto> for CustomerFields {
    fn from(fields: CustomerFieldsDto) -> Self {
        Self {
            last_name: fields.last_name,
            first_name: fields.first_name,
            email: fields.email,
            phone: fields.phone,
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            country: fields.country,
            language: fields.language.into(),
            note: fields.note,
        }
    }
}

impl From<CustomerFields> for CustomerFieldsDto {
    fn from(fields: CustomerFields) -> Self {
        Self {
            last_name: fields.last_name,
            first_name: fields.first_name,
            email: fields.email,
            phone: fields.phone,
            street: fields.street,
            postal_code: fields.postal_code,
            town: fields.town,
            country: fields.country,
            language: fields.language.into(),
            note: fields.note,
        }
    }
}

impl From<ConsentEntry> for MarketingAnswer {
    fn from(entry: ConsentEntry) -> Self {
        Self {
            is_given: entry.is_given,
            wording: entry.wording,
            language: entry.language.into(),
            channel: match entry.channel {
                ConsentChannel::Desk => Channel::Desk,
                ConsentChannel::Phone => Channel::Phone,
                ConsentChannel::Paper => Channel::Paper,
            },
        }
    }
}

fn row(listed: CustomerListed) -> CustomerRow {
    let CustomerListed { customer, orders } = listed;
    CustomerRow {
        id: customer.id.get(),
        last_name: customer.fields.last_name,
        first_name: customer.fields.first_name,
        email: customer.fields.email,
        phone: customer.fields.phone,
        town: customer.fields.town,
        language: customer.fields.language.into(),
        is_marketing_permitted: customer.is_marketing_permitted,
        orders,
        is_withheld: customer.protection.is_some(),
    }
}

fn dto(app: &App, card: CustomerCard) -> Result<CustomerDto, ApiError> {
    let CustomerCard { customer, consents, children, provenance, is_withheld } = card;
    let names = StaffNames::read(app)?;
    Ok(CustomerDto {
        id: customer.id.get(),
        fields: customer.fields.into(),
        is_marketing_permitted: customer.is_marketing_permitted,
        consents: consents.into_iter().map(consent).collect::<Result<_, _>>()?,
        children: children.into_iter().map(|(id, name)| ChildDto { subject_id: id.get(), name }).collect(),
        provenance: provenance.into_iter().map(|from| names.provenance(from)).collect(),
        protection: customer.protection.map(|order| names.protection(order)),
        is_withheld,
        created_at: customer.created_at.millis(),
        updated_at: customer.updated_at.millis(),
        rev: customer.rev,
    })
}

fn consent(consent: Consent) -> Result<ConsentDto, ApiError> {
    Ok(ConsentDto {
        id: consent.id.get(),
        purpose: consent.purpose,
        is_given: consent.is_given,
        wording: consent.wording,
        language: consent.language.into(),
        channel: match consent.channel.as_str() {
            "desk" => ConsentChannel::Desk,
            "phone" => ConsentChannel::Phone,
            "paper" => ConsentChannel::Paper,
            _ => return Err(ApiError::of(ErrorCode::RegisterDamaged)),
        },
        recorded_at: consent.recorded_at.millis(),
    })
}
