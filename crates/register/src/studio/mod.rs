//! The studio's own details.

mod get;
mod update;

use domain::business_id::BusinessId;
use domain::field::{FieldProblem, FieldProblemAt, LONGEST_LINE, fits, is_email, is_phone};
use domain::studio::StudioFields;

use crate::error::RegisterError;

/// The details as they are stored: trimmed, the Business ID in its canonical form.
pub(crate) fn prepared(fields: &StudioFields) -> Result<StudioFields, RegisterError> {
    let trimmed = |text: &str| text.trim().to_owned();
    let mut prepared = StudioFields {
        name: trimmed(&fields.name),
        business_id: trimmed(&fields.business_id),
        street: trimmed(&fields.street),
        postal_code: trimmed(&fields.postal_code),
        town: trimmed(&fields.town),
        phone: trimmed(&fields.phone),
        email: trimmed(&fields.email),
        language: fields.language,
    };
    let mut problems = Vec::new();
    let mut note = |field, problem| problems.push(FieldProblemAt::new(field, problem));
    for (field, text) in [
        ("name", &prepared.name),
        ("street", &prepared.street),
        ("postal_code", &prepared.postal_code),
        ("town", &prepared.town),
        ("phone", &prepared.phone),
        ("email", &prepared.email),
    ] {
        if !fits(text, LONGEST_LINE) {
            note(field, FieldProblem::TooLong);
        }
    }
    if prepared.name.is_empty() {
        note("name", FieldProblem::Required);
    }
    if !prepared.email.is_empty() && !is_email(&prepared.email) {
        note("email", FieldProblem::NotEmail);
    }
    if !prepared.phone.is_empty() && !is_phone(&prepared.phone) {
        note("phone", FieldProblem::NotPhone);
    }
    if prepared.business_id.is_empty() {
        note("business_id", FieldProblem::Required);
    } else {
        match BusinessId::parse(&prepared.business_id) {
            Ok(id) => prepared.business_id = id.as_str().to_owned(),
            Err(_) => note("business_id", FieldProblem::NotBusinessId),
        }
    }
    RegisterError::refuse(problems)?;
    Ok(prepared)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> StudioFields {
        StudioFields {
            name: " Kuvaamo Esimerkki Oy ".to_owned(),
            business_id: "12345671".to_owned(),
            ..StudioFields::default()
        }
    }

    #[test]
    fn details_are_trimmed_and_the_business_id_gets_its_form() {
        let prepared = prepared(&fields()).unwrap();
        assert_eq!(prepared.name, "Kuvaamo Esimerkki Oy");
        assert_eq!(prepared.business_id, "1234567-1");
    }

    #[test]
    fn every_wrong_field_is_named() {
        let wrong = StudioFields {
            name: String::new(),
            business_id: "1234567-2".to_owned(),
            email: "a@".to_owned(),
            phone: "soita".to_owned(),
            town: "x".repeat(201),
            ..fields()
        };
        let Err(RegisterError::Invalid(mut problems)) = prepared(&wrong) else { panic!("must be refused") };
        problems.sort_by(|a, b| a.field.cmp(&b.field));
        let found: Vec<_> = problems.iter().map(|at| (at.field.as_str(), at.problem)).collect();
        assert_eq!(
            found,
            [
                ("business_id", FieldProblem::NotBusinessId),
                ("email", FieldProblem::NotEmail),
                ("name", FieldProblem::Required),
                ("phone", FieldProblem::NotPhone),
                ("town", FieldProblem::TooLong),
            ]
        );
    }
}
