//! Schools, day-care centres and clubs: the places where the studio photographs, and their classes.

use std::cmp::Ordering;

use crate::codes::codes;
use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE, LONGEST_NOTE};
use crate::ids::{SchoolId, SubjectGroupId};
use crate::language::Language;

/// Most contact persons of a school.
pub const MOST_CONTACTS: usize = 20;

codes! {
    /// What kind of place it is.
    SchoolKind {
        /// A school.
        School => "school",
        /// A day-care centre.
        DayCare => "day_care",
        /// A sports club or another society.
        Club => "club",
    }
}

/// Somebody at a school whom the studio talks to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactPerson {
    /// First and last name.
    pub name: String,
    /// What they do there: "rehtori".
    pub duty: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number as given.
    pub phone: String,
}

/// What staff enter about a school. Empty text means "not known".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolFields {
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: SchoolKind,
    /// Street address.
    pub street: String,
    /// Finnish postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// In which language it is addressed.
    pub language: Language,
    /// Day of the agreement on photographing, ISO.
    pub agreement_on: String,
    /// What the agreement says in short.
    pub agreement: String,
    /// A note.
    pub note: String,
    /// Contact persons, the first to ask first.
    pub contacts: Vec<ContactPerson>,
}

/// A school as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Row id.
    pub id: SchoolId,
    /// The details.
    pub fields: SchoolFields,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

impl SchoolFields {
    fn texts(&self) -> [(&'static str, &str); 9] {
        [
            ("name", &self.name),
            ("kind", self.kind.code()),
            ("street", &self.street),
            ("postal_code", &self.postal_code),
            ("town", &self.town),
            ("language", self.language.code()),
            ("agreement_on", &self.agreement_on),
            ("agreement", &self.agreement),
            ("note", &self.note),
        ]
    }

    /// The fields without white space round them, and without contact persons of whom nothing was entered.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.trim().to_owned();
        let contacts = self.contacts.into_iter().map(|contact| ContactPerson {
            name: tidy(contact.name),
            duty: tidy(contact.duty),
            email: tidy(contact.email),
            phone: tidy(contact.phone),
        });
        Self {
            name: tidy(self.name),
            kind: self.kind,
            street: tidy(self.street),
            postal_code: tidy(self.postal_code),
            town: tidy(self.town),
            language: self.language,
            agreement_on: tidy(self.agreement_on),
            agreement: tidy(self.agreement),
            note: tidy(self.note),
            contacts: contacts.filter(|contact| *contact != ContactPerson::default()).collect(),
        }
    }

    /// What is wrong, in the form's order; contact persons as `contacts.0.email`.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        let mut problems: Vec<_> = self
            .texts()
            .into_iter()
            .filter_map(|(name, text)| {
                let most = if matches!(name, "note" | "agreement") { LONGEST_NOTE } else { LONGEST_LINE };
                let problem = match name {
                    _ if !field::fits(text, most) => FieldProblem::TooLong,
                    "name" if text.is_empty() => FieldProblem::Required,
                    "agreement_on" if !text.is_empty() && !field::is_iso_date(text) => FieldProblem::NotDate,
                    "postal_code" if !text.is_empty() && !field::is_postal_code(text, "FI") => {
                        FieldProblem::NotPostalCode
                    }
                    _ => return None,
                };
                Some(FieldProblemAt::new(name, problem))
            })
            .collect();
        for (place, contact) in self.contacts.iter().enumerate() {
            problems.extend(contact.problems(place));
        }
        if self.contacts.len() > MOST_CONTACTS {
            problems.push(FieldProblemAt::new("contacts", FieldProblem::OutOfRange));
        }
        problems
    }

    /// Names of the fields in which the two differ.
    pub fn changed(&self, other: &Self) -> Vec<&'static str> {
        let pairs = self.texts().into_iter().zip(other.texts());
        let mut changed: Vec<_> =
            pairs.filter(|(mine, theirs)| mine.1 != theirs.1).map(|(mine, _)| mine.0).collect();
        if self.contacts != other.contacts {
            changed.push("contacts");
        }
        changed
    }
}

impl ContactPerson {
    fn problems(&self, place: usize) -> Vec<FieldProblemAt> {
        let at = |name: &str, problem| FieldProblemAt::new(format!("contacts.{place}.{name}"), problem);
        let mut problems = Vec::new();
        if self.name.is_empty() {
            problems.push(at("name", FieldProblem::Required));
        }
        for (name, text) in
            [("name", &self.name), ("duty", &self.duty), ("email", &self.email), ("phone", &self.phone)]
        {
            if !field::fits(text, LONGEST_LINE) {
                problems.push(at(name, FieldProblem::TooLong));
            }
        }
        if !self.email.is_empty() && !field::is_email(&self.email) {
            problems.push(at("email", FieldProblem::NotEmail));
        }
        if !self.phone.is_empty() && !field::is_phone(&self.phone) {
            problems.push(at("phone", FieldProblem::NotPhone));
        }
        problems
    }
}

/// A school year by the calendar year in which it begins. It runs from 1 August to 31 July.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i16);

impl SchoolYear {
    /// The school year of a day, ISO; none for what is no day.
    pub fn of(day: &str) -> Option<Self> {
        let day: jiff::civil::Date = day.parse().ok()?;
        Some(Self(if day.month() >= 8 { day.year() } else { day.year() - 1 }))
    }

    /// Whether a class list can be of this year: none was kept before 2000, none is of a far future.
    pub fn is_plausible(self) -> bool {
        (2000..2200).contains(&self.0)
    }
}

/// A class within a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectGroup {
    /// Row id.
    pub id: SubjectGroupId,
    /// Its school.
    pub school_id: SchoolId,
    /// Its year.
    pub school_year: SchoolYear,
    /// "5A", "esi", "Päiväkoti Kettu".
    pub name: String,
    /// Teacher, may be empty.
    pub teacher: String,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// Order of classes: runs of digits as numbers, the rest as small letters, so that 2A stands before 10A.
pub fn compare_group_names(one: &str, other: &str) -> Ordering {
    let parts = |name: &str| -> Vec<(Option<u128>, String)> {
        let mut parts: Vec<(Option<u128>, String)> = Vec::new();
        for character in name.trim().to_lowercase().chars() {
            let digit = character.to_digit(10).map(u128::from);
            match (parts.last_mut(), digit) {
                (Some((Some(number), _)), Some(digit)) => {
                    *number = number.saturating_mul(10).saturating_add(digit);
                }
                (Some((None, text)), None) => text.push(character),
                (_, Some(digit)) => parts.push((Some(digit), String::new())),
                (_, None) => parts.push((None, character.to_string())),
            }
        }
        parts
    };
    // a number stands before a text: classes before the day-care's named groups
    let rank = |part: &(Option<u128>, String)| (part.0.is_none(), part.0, part.1.clone());
    let (one_parts, other_parts) = (parts(one), parts(other));
    one_parts.iter().map(rank).cmp(other_parts.iter().map(rank)).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_sorted_as_people_do() {
        let mut names = ["10A", "esi", "2B", "1-2B", "2A", "EHA", "1a", "23A", "Kettu", "1B"];
        names.sort_by(|one, other| compare_group_names(one, other));
        assert_eq!(names, ["1-2B", "1a", "1B", "2A", "2B", "10A", "23A", "EHA", "esi", "Kettu"]);
    }

    #[test]
    fn a_school_year_begins_in_august() {
        for (day, year) in [("2026-08-01", 2026), ("2026-07-31", 2025), ("2027-01-01", 2026)] {
            assert_eq!(SchoolYear::of(day), Some(SchoolYear(year)), "{day}");
        }
        assert_eq!(SchoolYear::of("elokuu"), None);
    }

    #[test]
    fn contact_persons_without_a_name_are_refused_and_empty_ones_left_out() {
        let contact = |name: &str, email: &str| ContactPerson {
            name: name.to_owned(),
            email: email.to_owned(),
            ..ContactPerson::default()
        };
        let fields = SchoolFields {
            name: " Esimerkkilän koulu ".to_owned(),
            kind: SchoolKind::School,
            street: String::new(),
            postal_code: "1".to_owned(),
            town: String::new(),
            language: Language::Finnish,
            agreement_on: "2026-02-30".to_owned(),
            agreement: String::new(),
            note: String::new(),
            contacts: vec![contact(" ", ""), contact("", "rehtori@example"), contact("Rehtori", "")],
        };
        let fields = fields.tidied();
        assert_eq!(fields.contacts.len(), 2);
        let found: Vec<_> = fields.problems().into_iter().map(|at| (at.field, at.problem)).collect();
        assert_eq!(
            found,
            [
                ("postal_code".to_owned(), FieldProblem::NotPostalCode),
                ("agreement_on".to_owned(), FieldProblem::NotDate),
                ("contacts.0.name".to_owned(), FieldProblem::Required),
                ("contacts.0.email".to_owned(), FieldProblem::NotEmail),
            ]
        );
    }
}
