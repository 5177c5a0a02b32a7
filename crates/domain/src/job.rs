//! Booked assignments at schools.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::codes::codes;
use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE, LONGEST_NOTE};
use crate::ids::{JobId, SchoolId};
use crate::matching;
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
    /// Most portraits that are usual under one subject's card, 2 to 200.
    pub most_frames: u32,
    /// A pause between two portraits in which somebody else may have come, on any day, 5 to 900 s.
    pub longest_pause_s: u32,
    /// A note.
    pub note: String,
}

/// Most portraits of one subject: fewer than two would doubt everybody.
const FRAMES: RangeInclusive<u32> = 2..=200;
/// Seconds: shorter than a pose takes would doubt everybody, longer than a lesson's third nobody.
const PAUSE: RangeInclusive<u32> = 5..=900;

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
    /// As a job is booked of which only name and first day are known.
    pub fn new(name: impl Into<String>, starts_on: impl Into<String>) -> Self {
        let usual = matching::Settings::default();
        Self {
            name: name.into(),
            starts_on: starts_on.into(),
            ends_on: String::new(),
            photographers: String::new(),
            price_list: String::new(),
            viewing: Agreed::NotYet,
            group_photos: Agreed::NotYet,
            card_habit: usual.habit,
            most_frames: usual.most_frames,
            longest_pause_s: usual.longest_pause_s,
            note: String::new(),
        }
    }

    fn texts(&self) -> [(&'static str, Cow<'_, str>); 11] {
        [
            ("name", self.name.as_str().into()),
            ("starts_on", self.starts_on.as_str().into()),
            ("ends_on", self.ends_on.as_str().into()),
            ("photographers", self.photographers.as_str().into()),
            ("price_list", self.price_list.as_str().into()),
            ("viewing", self.viewing.code().into()),
            ("group_photos", self.group_photos.code().into()),
            ("card_habit", self.card_habit.code().into()),
            ("most_frames", self.most_frames.to_string().into()),
            ("longest_pause_s", self.longest_pause_s.to_string().into()),
            ("note", self.note.as_str().into()),
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
                    _ if !field::fits(&text, most) => FieldProblem::TooLong,
                    "name" | "starts_on" if text.is_empty() => FieldProblem::Required,
                    "starts_on" | "ends_on" if !field::is_iso_date(&text) => FieldProblem::NotDate,
                    "ends_on" if *text < *self.starts_on => FieldProblem::OutOfRange,
                    "most_frames" if !FRAMES.contains(&self.most_frames) => FieldProblem::OutOfRange,
                    "longest_pause_s" if !PAUSE.contains(&self.longest_pause_s) => FieldProblem::OutOfRange,
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
        JobFields { ends_on: ends_on.to_owned(), ..JobFields::new("Syyskuvaus", starts_on) }
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

    #[test]
    fn the_pace_stays_within_what_can_be_judged() {
        let usual = job("2026-09-03", "2026-09-03");
        let slow = JobFields { most_frames: 200, longest_pause_s: 900, ..usual.clone() };
        assert_eq!(slow.problems(), []);
        assert_eq!(usual.changed(&slow), ["most_frames", "longest_pause_s"]);
        let odd = JobFields { most_frames: 1, longest_pause_s: 901, ..usual };
        let problems = odd.problems().into_iter().map(|at| (at.field, at.problem));
        let expected =
            ["most_frames", "longest_pause_s"].map(|name| (name.to_owned(), FieldProblem::OutOfRange));
        assert!(problems.eq(expected));
    }
}
