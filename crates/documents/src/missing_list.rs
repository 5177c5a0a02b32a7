//! The missing list: who of each class is to be photographed again, with a box to tick; none for who may not be.

use domain::Language;
use domain::choice::Missing;
use l10n::Arg;
use typst::foundations::{IntoValue, Value};

use crate::engine::{DocumentError, Documents, array, dict, line, local_date};

/// A job's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingList {
    /// Language of the list.
    pub language: Language,
    /// The school's name.
    pub school: String,
    /// The job's name, may be empty.
    pub job: String,
    /// Day of the job, ISO.
    pub job_on: String,
    /// Its classes, in the order in which they are printed.
    pub groups: Vec<MissingGroup>,
    /// How many are missing that the list must not name.
    pub protected: u32,
}

/// A class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGroup {
    /// Its name.
    pub class: String,
    /// Who of it is missing.
    pub people: Vec<MissingPerson>,
}

/// Somebody of whom something is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPerson {
    /// `Virtanen Aino`.
    pub name: String,
    /// What.
    pub reasons: Vec<Missing>,
}

const WORDS: [(&str, &str); 2] = [("title", "documents-missing-title"), ("none", "documents-missing-none")];

impl Documents {
    /// Typesets a missing list as a PDF of A4 pages.
    ///
    /// # Errors
    /// [`DocumentError::Date`].
    pub fn missing_list(&self, list: &MissingList) -> Result<Vec<u8>, DocumentError> {
        let language = list.language;
        let messages = self.messages(language);
        let mut groups = Vec::with_capacity(list.groups.len());
        for group in &list.groups {
            let count = Arg::Count(group.people.len() as u64);
            let people = group.people.iter().map(|person| {
                let reasons = person
                    .reasons
                    .iter()
                    .map(|reason| messages.text(&format!("documents-missing-{}", key(*reason)), &[]))
                    .collect::<Result<Vec<_>, _>>()?;
                let is_to_tick = !person.reasons.contains(&Missing::NotPermitted);
                let entry = [
                    ("name", line(&person.name)),
                    ("why", reasons.join(", ").into_value()),
                    ("is-to-tick", is_to_tick.into_value()),
                ];
                Ok(Value::Dict(dict(entry)))
            });
            let people = people.collect::<Result<Vec<_>, DocumentError>>()?;
            groups.push(Value::Dict(dict([
                ("class", line(&group.class)),
                ("count", messages.text("documents-missing-count", &[("count", count)])?.into_value()),
                ("people", array(people)),
            ])));
        }
        let protected = match list.protected {
            0 => String::new(),
            count => {
                messages.text("documents-missing-protected", &[("count", Arg::Count(u64::from(count)))])?
            }
        };
        let data = dict([
            ("lang", language.code().into_value()),
            ("words", self.words(language, &WORDS, &[])?),
            ("page", self.page_pattern(language)?),
            ("school", line(&list.school)),
            ("job", line(&list.job)),
            ("date", local_date(language, &list.job_on)?.into_value()),
            ("groups", array(groups)),
            ("protected", protected.into_value()),
        ]);
        self.typeset_missing(data, &list.job_on)
    }
}

fn key(reason: Missing) -> String {
    reason.code().replace('_', "-")
}
