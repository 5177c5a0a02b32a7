//! The checkpoint sheet: what the history was on a day, on paper that nobody can change later.

use domain::Language;
use l10n::Arg;
use typst::foundations::{IntoValue, Str, Value};

use crate::barcode::qr;
use crate::engine::{DocumentError, Documents, array, dict, local_date};

/// What the sheet says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointSheetData {
    /// The studio's name.
    pub studio_name: String,
    /// How many entries of the history it covers.
    pub size: u64,
    /// Root of the tree over them, 16 groups of four hex digits.
    pub root: Vec<String>,
    /// Day of the checkpoint in Finland, ISO.
    pub made_on: String,
    /// Its time of day in Finland, `9.15`.
    pub made_at: String,
    /// Fingerprint of the key that signed it, 16 groups of four hex digits.
    pub fingerprint: Vec<String>,
    /// Language of the sheet.
    pub language: Language,
    /// The signed note, as the QR code carries it.
    pub note: String,
}

const WORDS: [(&str, &str); 15] = [
    ("title", "documents-checkpoint-title"),
    ("lead", "documents-checkpoint-lead"),
    ("studio", "documents-checkpoint-studio"),
    ("made", "documents-checkpoint-made"),
    ("entries", "documents-checkpoint-entries"),
    ("root", "documents-checkpoint-root"),
    ("root-hint", "documents-checkpoint-root-hint"),
    ("key", "documents-checkpoint-key"),
    ("qr", "documents-checkpoint-qr"),
    ("keep", "documents-checkpoint-keep"),
    ("keep-file", "documents-checkpoint-keep-file"),
    ("keep-check", "documents-checkpoint-keep-check"),
    ("filed", "documents-checkpoint-filed"),
    ("date", "documents-checkpoint-date"),
    ("signature", "documents-checkpoint-signature"),
];

impl Documents {
    /// Typesets the checkpoint sheet as a PDF of one A4 page.
    ///
    /// # Errors
    /// [`DocumentError::Code`] when the note does not fit a QR code, [`DocumentError::Date`].
    pub fn checkpoint_sheet(&self, sheet: &CheckpointSheetData) -> Result<Vec<u8>, DocumentError> {
        let groups =
            |groups: &[String]| array(groups.iter().map(|group| Value::Str(Str::from(group.as_str()))));
        let day = local_date(sheet.language, &sheet.made_on)?;
        let args =
            [("size", Arg::Count(sheet.size)), ("day", Arg::Text(&day)), ("time", Arg::Text(&sheet.made_at))];
        let moment = self.messages(sheet.language).text("documents-checkpoint-moment", &args)?;
        let size = self.messages(sheet.language).text("documents-checkpoint-size", &args)?;
        let data = dict([
            ("lang", sheet.language.code().into_value()),
            ("words", self.words(sheet.language, &WORDS, &[])?),
            ("studio", sheet.studio_name.as_str().into_value()),
            ("moment", moment.into_value()),
            ("date", day.into_value()),
            ("size", size.into_value()),
            ("root", groups(&sheet.root)),
            ("fingerprint", groups(&sheet.fingerprint)),
            ("qr", qr(&sheet.note)?),
        ]);
        self.typeset_checkpoint(data, &sheet.made_on)
    }
}
