//! Legends of group photos: who stands where, a page for each photo. Whom a legend does not name stands in it as a dash, so
//! that the names beside stay with their faces.

use domain::Language;
use domain::group_photo::RowPosition;
use l10n::{Arg, Messages};
use typst::foundations::{IntoValue, Value};

use crate::engine::{DocumentError, Documents, array, dict, line, local_date};

/// In place of somebody who is not named.
const UNNAMED: &str = "–";

/// Legends of a job's group photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLegends {
    /// Language of the legends.
    pub language: Language,
    /// The school's name.
    pub school: String,
    /// Calendar year in which the school year begins.
    pub school_year: i16,
    /// Day of the job, ISO.
    pub job_on: String,
    /// A page for each, in the order in which they are printed.
    pub photos: Vec<GroupLegend>,
}

/// The legend of one photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLegend {
    /// The class's name.
    pub class: String,
    /// The photo's name without ending: `IMG_0001`.
    pub photo: String,
    /// Day on which it was taken, ISO.
    pub taken_on: String,
    /// Rows from the back, places from the left; none: somebody who is not named.
    pub rows: Vec<Vec<Option<String>>>,
    /// Who of the class does not stand in it.
    pub absent: Vec<String>,
}

const WORDS: [(&str, &str); 3] = [
    ("title", "documents-legend-title"),
    ("none", "documents-legend-none"),
    ("absent", "documents-legend-absent"),
];

impl Documents {
    /// Typesets legends as a PDF of A4 pages.
    ///
    /// # Errors
    /// [`DocumentError::Date`].
    pub fn group_legends(&self, legends: &GroupLegends) -> Result<Vec<u8>, DocumentError> {
        let language = legends.language;
        let messages = self.messages(language);
        let mut photos = Vec::with_capacity(legends.photos.len());
        for photo in &legends.photos {
            let unnamed = photo.rows.iter().flatten().filter(|name| name.is_none()).count() as u64;
            let unnamed = match unnamed {
                0 => String::new(),
                count => messages.text("documents-legend-unnamed", &[("count", Arg::Count(count))])?,
            };
            let rows = photo.rows.iter().enumerate().map(|(at, row)| {
                let position = position(messages, at, photo.rows.len())?;
                let names = row.iter().map(|name| line(name.as_deref().unwrap_or(UNNAMED)));
                Ok(Value::Dict(dict([("position", position.into_value()), ("names", array(names))])))
            });
            let rows = rows.collect::<Result<Vec<_>, DocumentError>>()?;
            photos.push(Value::Dict(dict([
                ("class", line(&photo.class)),
                ("photo", line(&photo.photo)),
                ("date", local_date(language, &photo.taken_on)?.into_value()),
                ("rows", array(rows)),
                ("absent", array(photo.absent.iter().map(|name| line(name)))),
                ("unnamed", unnamed.into_value()),
            ])));
        }
        let year = legends.school_year;
        let data = dict([
            ("lang", language.code().into_value()),
            ("words", self.words(language, &WORDS, &[])?),
            ("page", self.page_pattern(language)?),
            ("school", line(&legends.school)),
            ("year", format!("{year}–{}", year.saturating_add(1)).into_value()),
            ("photos", array(photos)),
        ]);
        self.typeset_legends(data, &legends.job_on)
    }
}

fn position(messages: &Messages, at: usize, count: usize) -> Result<String, DocumentError> {
    let key = format!("documents-legend-row-{}", RowPosition::of(at, count).code());
    Ok(messages.text(&key, &[("number", Arg::Count(at as u64 + 1))])?)
}
