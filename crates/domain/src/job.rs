//! Booked assignments at schools.

use crate::codes::codes;
use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE, LONGEST_NOTE};
use crate::ids::{JobId, SchoolId};
use crate::school::SchoolYear;

codes! {
    /// What was agreed with the school about something.
    Agreed {
        /// Nothing yet.
        NotYet => "not_yet",
        /// Yes.
        Yes => "yes",
        /// No.
        No => "no",
    }
}

codes! {
    /// When the photographer shows a child's card to the camera.
    CardHabit {
        /// Before the portraits.
        First => "first",
        /// After them.
        Last => "last",
    }
}

/// What staff enter about a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobFields {
    /// What staff call it: "Syyskuvaus".
    pub name: String,
    /// First day, ISO.
    pub starts_on: String,
    /// Last day, ISO.
    pub ends_on: String,
    /// Who photographs, may be empty.
    pub photographers: String,
    /// Which prices were agreed, may be empty.
    pub price_list: String,
    /// Whether families may be sent pictures to look at.
    pub viewing: Agreed,
    /// Whether group photos are taken and sold.
    pub group_photos: Agreed,
    /// When cards are shown.
    pub card_habit: CardHabit,
    /// A note.
    pub note: String,
}

/// A booked assignment as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Row id.
    pub id: JobId,
    /// Where.
    pub school_id: SchoolId,
    /// Of which year's classes.
    pub school_year: SchoolYear,
    /// The details.
    pub fields: JobFields,
    /// The five characters that all its camera cards have in common.
    pub shoot: String,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

impl JobFields {
    fn texts(&self) -> [(&'static str, &str); 9] {
        [
            ("name", &self.name),
            ("starts_on", &self.starts_on),
            ("ends_on", &self.ends_on),
            ("photographers", &self.photographers),
            ("price_list", &self.price_list),
            ("viewing", self.viewing.code()),
            ("group_photos", self.group_photos.code()),
            ("card_habit", self.card_habit.code()),
            ("note", &self.note),
        ]
    }

    /// The fields without white space round them; a job without a last day ends on its first.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.trim().to_owned();
        let starts_on = tidy(self.starts_on);
        let ends_on = tidy(self.ends_on);
        Self {
            name: tidy(self.name),
            ends_on: if ends_on.is_empty() { starts_on.clone() } else { ends_on },
            starts_on,
            photographers: tidy(self.photographers),
            price_list: tidy(self.price_list),
            note: tidy(self.note),
            ..self
        }
    }

    /// What is wrong, in the form's order.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        self.texts()
            .into_iter()
            .filter_map(|(name, text)| {
                let most = if name == "note" { LONGEST_NOTE } else { LONGEST_LINE };
                let problem = match name {
                    _ if !field::fits(text, most) => FieldProblem::TooLong,
                    "name" | "starts_on" if text.is_empty() => FieldProblem::Required,
                    "starts_on" | "ends_on" if !field::is_iso_date(text) => FieldProblem::NotDate,
                    "ends_on" if text < self.starts_on.as_str() => FieldProblem::OutOfRange,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn job(starts_on: &str, ends_on: &str) -> JobFields {
        JobFields {
            name: "Syyskuvaus".to_owned(),
            starts_on: starts_on.to_owned(),
            ends_on: ends_on.to_owned(),
            photographers: String::new(),
            price_list: String::new(),
            viewing: Agreed::NotYet,
            group_photos: Agreed::Yes,
            card_habit: CardHabit::First,
            note: String::new(),
        }
    }

    #[test]
    fn a_job_ends_on_its_first_day_or_later() {
        assert_eq!(job("2026-09-03", " ").tidied().ends_on, "2026-09-03");
        let problem = |job: JobFields| job.problems().first().map(|at| (at.field.clone(), at.problem));
        assert_eq!(problem(job("2026-09-03", "2026-09-04")), None);
        assert_eq!(
            problem(job("2026-09-03", "2026-09-02")),
            Some(("ends_on".into(), FieldProblem::OutOfRange))
        );
        assert_eq!(problem(job("", "")), Some(("starts_on".into(), FieldProblem::Required)));
    }
}
