//! Print partners: who may be given prints to make.

mod create;
mod list;
mod update;

use domain::field::{FieldProblem, FieldProblemAt, LONGEST_LINE, fits, is_country, is_email, is_iso_date};
use domain::partner::PrintPartnerFields;

pub use store::partners::PartnerListed;

use crate::RegisterError;

/// The details as they are stored: trimmed, the country in capitals.
fn prepared(fields: &PrintPartnerFields) -> Result<PrintPartnerFields, RegisterError> {
    let prepared = PrintPartnerFields {
        name: fields.name.trim().to_owned(),
        country: fields.country.trim().to_ascii_uppercase(),
        agreement_on: fields.agreement_on.trim().to_owned(),
        email: fields.email.trim().to_owned(),
        profile: fields.profile,
        is_active: fields.is_active,
    };
    let mut problems = Vec::new();
    let mut note = |field, problem| problems.push(FieldProblemAt::new(field, problem));
    if prepared.name.is_empty() {
        note("name", FieldProblem::Required);
    } else if !fits(&prepared.name, LONGEST_LINE) {
        note("name", FieldProblem::TooLong);
    }
    if prepared.country.is_empty() {
        note("country", FieldProblem::Required);
    } else if !is_country(&prepared.country) {
        note("country", FieldProblem::NotCountry);
    }
    if !prepared.agreement_on.is_empty() && !is_iso_date(&prepared.agreement_on) {
        note("agreement_on", FieldProblem::NotDate);
    }
    if !fits(&prepared.email, LONGEST_LINE) {
        note("email", FieldProblem::TooLong);
    } else if !prepared.email.is_empty() && !is_email(&prepared.email) {
        note("email", FieldProblem::NotEmail);
    }
    RegisterError::refuse(problems)?;
    Ok(prepared)
}

/// Names of the fields in which two versions differ.
fn changed(one: &PrintPartnerFields, other: &PrintPartnerFields) -> impl Iterator<Item = &'static str> {
    let differs = [
        ("name", one.name != other.name),
        ("country", one.country != other.country),
        ("agreement_on", one.agreement_on != other.agreement_on),
        ("email", one.email != other.email),
        ("profile", one.profile != other.profile),
        ("is_active", one.is_active != other.is_active),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name)
}

#[cfg(test)]
mod tests;
