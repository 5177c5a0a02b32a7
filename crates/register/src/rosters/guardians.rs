//! Guardians of a class list among those who are known: each household is a customer of its own.
//!
//! A guardian of a row is one of the child's by name. Otherwise a customer is the same person only when the name and one of
//! e-mail address, telephone number and home address agree: that is how siblings come to have the same guardian.

use domain::customer::{Customer, CustomerFields};
use domain::field::phone_digits;
use exchange::roster::RosterGuardian;

use super::compare::{Known, folded};

/// The guardian among these, by name; of several of one name the one who is the same person.
pub(super) fn named<'a>(among: &'a [Customer], guardian: &RosterGuardian) -> Option<&'a Customer> {
    let name = folded(&guardian.last_name, &guardian.first_name);
    let of_name = || {
        let same =
            |customer: &&Customer| folded(&customer.fields.last_name, &customer.fields.first_name) == name;
        among.iter().filter(same)
    };
    match of_name().count() {
        1 => of_name().next(),
        _ => of_name().find(|customer| is_same(&customer.fields, guardian)),
    }
}

/// The details that a row says of a guardian; empty where it says nothing.
fn said(guardian: &RosterGuardian) -> [(&'static str, &str); 5] {
    [
        ("phone", &guardian.phone),
        ("email", &guardian.email),
        ("street", &guardian.street),
        ("postal_code", &guardian.postal_code),
        ("town", &guardian.town),
    ]
}

/// The details of a guardian as they will be after a row.
pub(super) fn after(known: &Known, customer: &Customer, guardian: &RosterGuardian) -> CustomerFields {
    let mut after = customer.fields.clone();
    for (name, text) in said(guardian) {
        if text.is_empty() || known.is_guardians_given(customer.id, name) {
            continue;
        }
        after.set(name, text);
    }
    after
}

/// Whether a row says anything new of a guardian.
pub(super) fn changes(known: &Known, among: &[Customer], guardian: &RosterGuardian) -> bool {
    named(among, guardian).is_none_or(|customer| {
        after(known, customer, guardian) != customer.fields
            || (guardian.is_protected && customer.protection.is_none())
    })
}

/// What another row says of somebody of whom only the list tells.
pub(super) fn fill(fields: &mut CustomerFields, guardian: &RosterGuardian) {
    let known = fields.clone();
    for (name, text) in said(guardian) {
        if known.texts().contains(&(name, "")) {
            fields.set(name, text);
        }
    }
}

/// Somebody of whom only the list tells.
pub(super) fn new_customer(guardian: &RosterGuardian, language: domain::Language) -> CustomerFields {
    CustomerFields {
        last_name: guardian.last_name.clone(),
        first_name: guardian.first_name.clone(),
        email: guardian.email.clone(),
        phone: guardian.phone.clone(),
        street: guardian.street.clone(),
        postal_code: guardian.postal_code.clone(),
        town: guardian.town.clone(),
        country: "FI".to_owned(),
        language,
        note: String::new(),
    }
}

/// Whether a customer of the same name is the same person.
pub(super) fn is_same(fields: &CustomerFields, guardian: &RosterGuardian) -> bool {
    let agree = |one: &str, other: &str| !one.is_empty() && one == other;
    agree(&fields.email.to_lowercase(), &guardian.email.to_lowercase())
        || agree(&phone_digits(&fields.phone), &phone_digits(&guardian.phone))
        || (agree(&fields.street.to_lowercase(), &guardian.street.to_lowercase())
            && agree(&fields.postal_code, &guardian.postal_code))
}
