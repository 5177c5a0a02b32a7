//! The recovery sheet: the register's second key, on paper.

use domain::Language;
use typst::foundations::{IntoValue, Str, Value};
use zeroize::Zeroizing;

use crate::barcode::qr;
use crate::engine::{DocumentError, Documents, array, dict, local_date};

/// What the sheet says.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheetData {
    /// The studio's name.
    pub studio_name: String,
    /// The code's groups as they are typed back.
    pub groups: Zeroizing<Vec<String>>,
    /// Day of the register's creation, ISO.
    pub created_on: String,
    /// Language of the sheet.
    pub language: Language,
    /// The code as the QR code carries it.
    pub qr_text: Zeroizing<String>,
}

impl std::fmt::Debug for RecoverySheetData {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RecoverySheetData").finish_non_exhaustive()
    }
}

const WORDS: [(&str, &str); 14] = [
    ("title", "documents-recovery-title"),
    ("studio", "documents-recovery-studio"),
    ("created", "documents-recovery-created"),
    ("lead", "documents-recovery-lead"),
    ("hint", "documents-recovery-code-hint"),
    ("qr", "documents-recovery-qr"),
    ("keep", "documents-recovery-keep"),
    ("keep-safe", "documents-recovery-keep-safe"),
    ("keep-secret", "documents-recovery-keep-secret"),
    ("keep-test", "documents-recovery-keep-test"),
    ("use", "documents-recovery-use"),
    ("use-open", "documents-recovery-use-open"),
    ("use-type", "documents-recovery-use-type"),
    ("use-passphrase", "documents-recovery-use-passphrase"),
];

impl Documents {
    /// Typesets the recovery sheet as a PDF of one A4 page.
    ///
    /// # Errors
    /// [`DocumentError::Code`] when the code does not fit a QR code, [`DocumentError::Date`].
    pub fn recovery_sheet(&self, sheet: &RecoverySheetData) -> Result<Vec<u8>, DocumentError> {
        let groups = sheet.groups.iter().map(|group| Value::Str(Str::from(group.as_str())));
        let data = dict([
            ("lang", sheet.language.code().into_value()),
            ("words", self.words(sheet.language, &WORDS, &[])?),
            ("studio", sheet.studio_name.as_str().into_value()),
            ("date", local_date(sheet.language, &sheet.created_on)?.into_value()),
            ("groups", array(groups)),
            ("qr", qr(&sheet.qr_text)?),
        ]);
        self.typeset_secret(data, "recovery", &sheet.created_on)
    }
}
