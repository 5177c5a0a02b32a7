//! Those who are photographed, and the order of protection that keeps some of them from being found.
//!
//! Deliberately not here: guardians' own details. A guardian is a customer: each household has its own address, language,
//! permissions and orders.

use crate::codes::codes;
use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE};
use crate::ids::{CustomerId, SchoolId, SubjectGroupId, SubjectId};
use crate::language::Language;
use crate::protection::Protection;
use crate::time::Instant;

codes! {
    /// Whether something is permitted, as far as is known.
    Permission {
        /// Nobody has said.
        Unknown => "unknown",
        /// Yes.
        Given => "given",
        /// No.
        Refused => "refused",
    }
}

/// What is known of somebody who is photographed. Empty text means "not known".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectFields {
    /// Family name.
    pub last_name: String,
    /// Given names.
    pub first_name: String,
    /// The one by which the person is called.
    pub call_name: String,
    /// The school's own number of the person.
    pub source_id: String,
    /// Day of birth, ISO.
    pub born_on: String,
    /// Street address.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Telephone number as given.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// In which language the person is addressed.
    pub language: Language,
    /// Whether the person may be photographed.
    pub photo_permission: Permission,
    /// Whether the pictures may be published.
    pub publication_permission: Permission,
}

impl Default for SubjectFields {
    fn default() -> Self {
        Self {
            last_name: String::new(),
            first_name: String::new(),
            call_name: String::new(),
            source_id: String::new(),
            born_on: String::new(),
            street: String::new(),
            postal_code: String::new(),
            town: String::new(),
            phone: String::new(),
            email: String::new(),
            language: Language::default(),
            photo_permission: Permission::Unknown,
            publication_permission: Permission::Unknown,
        }
    }
}

impl SubjectFields {
    /// Every field's name beside its text, in the form's order.
    pub fn texts(&self) -> [(&'static str, &str); 13] {
        [
            ("last_name", &self.last_name),
            ("first_name", &self.first_name),
            ("call_name", &self.call_name),
            ("source_id", &self.source_id),
            ("born_on", &self.born_on),
            ("street", &self.street),
            ("postal_code", &self.postal_code),
            ("town", &self.town),
            ("phone", &self.phone),
            ("email", &self.email),
            ("language", self.language.code()),
            ("photo_permission", self.photo_permission.code()),
            ("publication_permission", self.publication_permission.code()),
        ]
    }

    /// As lists show it: `Virtanen Aino`, with the name that they are called by.
    pub fn listed_name(&self) -> String {
        let called = if self.call_name.is_empty() { &self.first_name } else { &self.call_name };
        format!("{} {called}", self.last_name).trim_end().to_owned()
    }

    /// As it is said aloud: `Aino Virtanen`, with the name that they are called by.
    pub fn spoken_name(&self) -> String {
        let called = if self.call_name.is_empty() { &self.first_name } else { &self.call_name };
        format!("{called} {}", self.last_name).trim_start().to_owned()
    }

    /// Puts a stored text into the field of a name; false when there is no such field, or no such code.
    pub fn set(&mut self, name: &str, text: &str) -> bool {
        let field = match name {
            "last_name" => &mut self.last_name,
            "first_name" => &mut self.first_name,
            "call_name" => &mut self.call_name,
            "source_id" => &mut self.source_id,
            "born_on" => &mut self.born_on,
            "street" => &mut self.street,
            "postal_code" => &mut self.postal_code,
            "town" => &mut self.town,
            "phone" => &mut self.phone,
            "email" => &mut self.email,
            "language" => return put(&mut self.language, Language::from_code(text)),
            "photo_permission" => return put(&mut self.photo_permission, Permission::from_code(text)),
            "publication_permission" => {
                return put(&mut self.publication_permission, Permission::from_code(text));
            }
            _ => return false,
        };
        text.clone_into(field);
        true
    }

    /// The fields without white space round them.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for text in [
            &mut self.last_name,
            &mut self.first_name,
            &mut self.call_name,
            &mut self.source_id,
            &mut self.born_on,
            &mut self.street,
            &mut self.postal_code,
            &mut self.town,
            &mut self.phone,
            &mut self.email,
        ] {
            *text = text.trim().to_owned();
        }
        self
    }

    /// What is wrong, in the form's order; at most one problem a field.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        self.texts()
            .into_iter()
            .filter_map(|(name, text)| {
                let problem = match name {
                    _ if !field::fits(text, LONGEST_LINE) => FieldProblem::TooLong,
                    "last_name" if text.is_empty() => FieldProblem::Required,
                    _ if text.is_empty() => return None,
                    "born_on" if !field::is_iso_date(text) => FieldProblem::NotDate,
                    "postal_code" if !field::is_postal_code(text, "") => FieldProblem::NotPostalCode,
                    "phone" if !field::is_phone(text) => FieldProblem::NotPhone,
                    "email" if !field::is_email(text) => FieldProblem::NotEmail,
                    _ => return None,
                };
                Some(FieldProblemAt::new(name, problem))
            })
            .collect()
    }

    /// Names of the fields in which the two differ.
    pub fn changed(&self, other: &Self) -> Vec<&'static str> {
        let pairs = self.texts().into_iter().zip(other.texts());
        pairs.filter(|(mine, theirs)| mine.1 != theirs.1).map(|(mine, _)| mine.0).collect()
    }
}

fn put<T>(field: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *field = value;
            true
        }
        None => false,
    }
}

/// Somebody who is photographed, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Row id.
    pub id: SubjectId,
    /// Their school.
    pub school_id: SchoolId,
    /// The details.
    pub fields: SubjectFields,
    /// Whether, and since when, they are protected.
    pub protection: Option<Protection>,
    /// When the details last changed.
    pub updated_at: Instant,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// Somebody's place in a class list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMembership {
    /// The class.
    pub group_id: SubjectGroupId,
    /// Who.
    pub subject_id: SubjectId,
    /// Place in the class list, from 1.
    pub position: u32,
    /// Day on which a newer list no longer named them, ISO; empty while they are on it.
    pub left_on: String,
}

/// An adult responsible for a subject: a customer, with a household of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guardianship {
    /// The adult.
    pub customer_id: CustomerId,
    /// The child.
    pub subject_id: SubjectId,
    /// Place among the child's guardians, from 1.
    pub position: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_can_be_put_back_by_its_name() {
        let full = SubjectFields {
            last_name: "Virtanen".to_owned(),
            first_name: "Aino Maria".to_owned(),
            call_name: "Aino".to_owned(),
            source_id: "1042".to_owned(),
            born_on: "2016-05-04".to_owned(),
            street: "Koulutie 1".to_owned(),
            postal_code: "00100".to_owned(),
            town: "Helsinki".to_owned(),
            phone: "040 123".to_owned(),
            email: "aino@example.com".to_owned(),
            language: Language::Swedish,
            photo_permission: Permission::Given,
            publication_permission: Permission::Refused,
        };
        assert_eq!(full.problems(), []);
        let mut copy = SubjectFields::default();
        for (name, text) in full.texts() {
            assert!(copy.set(name, text), "{name}");
        }
        assert_eq!(copy, full);
        assert_eq!(full.changed(&SubjectFields::default()).len(), 13);
        assert!(!copy.set("photo_permission", "perhaps") && !copy.set("rev", "1"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let fields = SubjectFields {
            born_on: "4.5.2016".to_owned(),
            email: "aino".to_owned(),
            phone: "soita".to_owned(),
            ..SubjectFields::default()
        };
        let found: Vec<_> = fields.problems().into_iter().map(|at| at.field).collect();
        assert_eq!(found, ["last_name", "born_on", "phone", "email"]);
    }
}
