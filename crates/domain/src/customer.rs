//! Customers: who orders and pays.

use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE, LONGEST_NOTE};
use crate::ids::{ConsentId, CustomerId};
use crate::language::Language;
use crate::protection::Protection;
use crate::time::Instant;

/// Purpose of the permission asked when a customer is added.
pub const MARKETING: &str = "marketing";

/// How a permission may have been given.
pub const CONSENT_CHANNELS: [&str; 3] = ["desk", "phone", "paper"];

/// What a person enters about a customer. Empty text means "not known".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerFields {
    /// Family name, or the name of a company or school.
    pub last_name: String,
    /// Given names; empty for companies and schools.
    pub first_name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number as given.
    pub phone: String,
    /// Street address.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// ISO 3166-1 alpha-2 country code.
    pub country: String,
    /// In which language the customer is addressed.
    pub language: Language,
    /// A note for the order desk.
    pub note: String,
}

impl CustomerFields {
    /// Every field's name beside its text, in the form's order.
    pub fn texts(&self) -> [(&'static str, &str); 10] {
        [
            ("last_name", &self.last_name),
            ("first_name", &self.first_name),
            ("email", &self.email),
            ("phone", &self.phone),
            ("street", &self.street),
            ("postal_code", &self.postal_code),
            ("town", &self.town),
            ("country", &self.country),
            ("language", self.language.code()),
            ("note", &self.note),
        ]
    }

    /// Puts a stored text into the field of a name; false when there is no such field, or no such code.
    pub fn set(&mut self, name: &str, text: &str) -> bool {
        let field = match name {
            "last_name" => &mut self.last_name,
            "first_name" => &mut self.first_name,
            "email" => &mut self.email,
            "phone" => &mut self.phone,
            "street" => &mut self.street,
            "postal_code" => &mut self.postal_code,
            "town" => &mut self.town,
            "country" => &mut self.country,
            "note" => &mut self.note,
            "language" => {
                let language = Language::from_code(text);
                self.language = language.unwrap_or(self.language);
                return language.is_some();
            }
            _ => return false,
        };
        text.clone_into(field);
        true
    }

    /// The fields without white space round them, the country in capitals; an absent country is Finland.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.trim().to_owned();
        let country = self.country.trim().to_ascii_uppercase();
        Self {
            last_name: tidy(self.last_name),
            first_name: tidy(self.first_name),
            email: tidy(self.email),
            phone: tidy(self.phone),
            street: tidy(self.street),
            postal_code: tidy(self.postal_code),
            town: tidy(self.town),
            country: if country.is_empty() { "FI".to_owned() } else { country },
            language: self.language,
            note: tidy(self.note),
        }
    }

    /// What is wrong, in the form's order; empty when the customer can be stored. At most one problem a
    /// field. Shapes are checked leniently: a field that is not known stays empty.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        self.texts()
            .into_iter()
            .filter_map(|(name, text)| {
                let most = if name == "note" { LONGEST_NOTE } else { LONGEST_LINE };
                let problem = match name {
                    _ if !field::fits(text, most) => FieldProblem::TooLong,
                    "last_name" if text.trim().is_empty() => FieldProblem::Required,
                    "country" if !field::is_country(text) => FieldProblem::NotCountry,
                    "email" if !text.is_empty() && !field::is_email(text) => FieldProblem::NotEmail,
                    "phone" if !text.is_empty() && !field::is_phone(text) => FieldProblem::NotPhone,
                    "postal_code" if !text.is_empty() && !field::is_postal_code(text, &self.country) => {
                        FieldProblem::NotPostalCode
                    }
                    _ => return None,
                };
                Some(FieldProblemAt::new(name, problem))
            })
            .collect()
    }

    /// Names of the fields in which the two differ: what the audit trail says, never the values.
    pub fn changed(&self, other: &Self) -> Vec<&'static str> {
        let pairs = self.texts().into_iter().zip(other.texts());
        pairs.filter(|(mine, theirs)| mine.1 != theirs.1).map(|(mine, _)| mine.0).collect()
    }

    /// See [`listed_name`].
    pub fn listed_name(&self) -> String {
        listed_name(&self.first_name, &self.last_name)
    }
}

/// A name as registers have it: the family name, by which lists are sorted, then the given names.
pub fn listed_name(first_name: &str, last_name: &str) -> String {
    if first_name.is_empty() { last_name.to_owned() } else { format!("{last_name} {first_name}") }
}

/// A customer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Row id.
    pub id: CustomerId,
    /// The details.
    pub fields: CustomerFields,
    /// Whether direct marketing is permitted now.
    pub is_marketing_permitted: bool,
    /// Whether, and since when, they are protected.
    pub protection: Option<Protection>,
    /// When the customer was added.
    pub created_at: Instant,
    /// When the details last changed.
    pub updated_at: Instant,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// A permission as asked and answered: the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Row id.
    pub id: ConsentId,
    /// Whose permission.
    pub customer_id: CustomerId,
    /// What for: `marketing` so far.
    pub purpose: String,
    /// Given or refused/withdrawn.
    pub is_given: bool,
    /// The words that were shown or read aloud.
    pub wording: String,
    /// In which language they were.
    pub language: Language,
    /// How it was given: `desk`, `phone`, `paper`.
    pub channel: String,
    /// When.
    pub recorded_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sanna() -> CustomerFields {
        CustomerFields {
            last_name: "Öhman".into(),
            first_name: "Sanna".into(),
            email: "sanna.ohman@example.com".into(),
            phone: "+358 40 123 4567".into(),
            street: "Koulukatu 3 B 12".into(),
            postal_code: "00100".into(),
            town: "Helsinki".into(),
            country: "FI".into(),
            language: Language::Swedish,
            note: String::new(),
        }
    }

    #[test]
    fn a_whole_customer_and_a_bare_name_are_fine() {
        assert_eq!(sanna().problems(), []);
        let bare =
            CustomerFields { last_name: " Koskelan koulu ".into(), ..CustomerFields::default() }.tidied();
        assert_eq!(bare.problems(), []);
        assert_eq!((bare.last_name.as_str(), bare.country.as_str()), ("Koskelan koulu", "FI"));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        let wrong = CustomerFields {
            last_name: "  ".into(),
            first_name: "a".repeat(201),
            email: "sanna".into(),
            phone: "soita".into(),
            postal_code: "1".into(),
            country: "Suomi".into(),
            note: "n".repeat(4_001),
            ..sanna()
        };
        let found: Vec<_> = wrong.problems().into_iter().map(|at| (at.field, at.problem)).collect();
        let expected = [
            ("last_name", FieldProblem::Required),
            ("first_name", FieldProblem::TooLong),
            ("email", FieldProblem::NotEmail),
            ("phone", FieldProblem::NotPhone),
            ("country", FieldProblem::NotCountry),
            ("note", FieldProblem::TooLong),
        ];
        assert_eq!(found, expected.map(|(name, problem)| (name.to_owned(), problem)));
        let postal = CustomerFields { postal_code: "123".into(), ..sanna() };
        assert_eq!(postal.problems(), [FieldProblemAt::new("postal_code", FieldProblem::NotPostalCode)]);
    }

    #[test]
    fn changes_are_named_without_values() {
        let moved = CustomerFields { street: "Uusikatu 1".into(), language: Language::Finnish, ..sanna() };
        assert_eq!(sanna().changed(&moved), ["street", "language"]);
        assert!(sanna().changed(&sanna()).is_empty());
    }
}
