//! The typesetter with its fonts and templates, made once and used for every document.

use domain::Language;
use l10n::{Arg, L10nError, Messages};
use typst::foundations::{Array, Bytes, Datetime, Dict, IntoValue, Smart, Str, Value};
use typst::text::Font;
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

/// Compilations after which an unused intermediate result is dropped; slips share most of theirs.
const SLIP_CACHE_AGE: usize = 4;

/// Letters of a line of text that reach the typesetter. No document has room for as many at any size.
const MOST_LETTERS: usize = 300;

/// Why a document could not be made. Each one is a fault of the program or its assets, but for dates.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// A text is missing.
    #[error(transparent)]
    Text(#[from] L10nError),
    /// Not an ISO date.
    #[error("{0:?} is no date")]
    Date(String),
    /// A text that no bar code can carry: not ASCII, empty or too long.
    #[error("no bar code can carry the text")]
    Code,
    /// The typesetter refused; its own words.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
}

/// Makes documents. Costs some milliseconds and megabytes to make: keep it.
pub struct Documents {
    slips: TypstEngine,
    secrets: TypstEngine,
    messages: [Messages; 3],
}

impl Documents {
    /// Reads embedded fonts, templates and texts.
    ///
    /// # Errors
    /// [`DocumentError::Text`] when embedded texts cannot be read.
    pub fn new() -> Result<Self, DocumentError> {
        let fonts: Vec<Font> = [
            include_bytes!("../../../assets/fonts/Inter-Regular.ttf").as_slice(),
            include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf").as_slice(),
        ]
        .into_iter()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect();
        let engine = |age| {
            TypstEngine::builder()
                .fonts(fonts.clone())
                .with_static_source_file_resolver([
                    ("slip.typ", include_str!("../../../assets/templates/slip.typ")),
                    ("recovery.typ", include_str!("../../../assets/templates/recovery.typ")),
                    ("camera_cards.typ", include_str!("../../../assets/templates/camera_cards.typ")),
                    ("missing_list.typ", include_str!("../../../assets/templates/missing_list.typ")),
                    ("group_legend.typ", include_str!("../../../assets/templates/group_legend.typ")),
                    ("checkpoint.typ", include_str!("../../../assets/templates/checkpoint.typ")),
                    ("parts.typ", include_str!("../../../assets/templates/parts.typ")),
                ])
                .comemo_evict_max_age(Some(age))
                .build()
        };
        Ok(Self {
            slips: engine(SLIP_CACHE_AGE),
            // nothing of a recovery code stays in the typesetter's cache
            secrets: engine(0),
            messages: [
                Messages::new(Language::Finnish)?,
                Messages::new(Language::Swedish)?,
                Messages::new(Language::English)?,
            ],
        })
    }

    /// The words of a language, for plain texts that go with documents.
    pub fn messages(&self, language: Language) -> &Messages {
        let [finnish, swedish, english] = &self.messages;
        match language {
            Language::Finnish => finnish,
            Language::Swedish => swedish,
            Language::English => english,
        }
    }

    pub(crate) fn typeset_slip(&self, data: Dict, title: &str, on: &str) -> Result<Vec<u8>, DocumentError> {
        typeset(&self.slips, "slip.typ", data, title, on)
    }

    pub(crate) fn typeset_checkpoint(&self, data: Dict, on: &str) -> Result<Vec<u8>, DocumentError> {
        typeset(&self.slips, "checkpoint.typ", data, "checkpoint", on)
    }

    pub(crate) fn typeset_cards(&self, data: Dict, title: &str, on: &str) -> Result<Vec<u8>, DocumentError> {
        // one print shares nothing with the next, and no names stay behind
        typeset(&self.secrets, "camera_cards.typ", data, title, on)
    }

    pub(crate) fn typeset_missing(&self, data: Dict, on: &str) -> Result<Vec<u8>, DocumentError> {
        // as with cards: no names stay behind
        typeset(&self.secrets, "missing_list.typ", data, "missing", on)
    }

    pub(crate) fn typeset_legends(&self, data: Dict, on: &str) -> Result<Vec<u8>, DocumentError> {
        // as with cards: no names stay behind
        typeset(&self.secrets, "group_legend.typ", data, "legends", on)
    }

    pub(crate) fn typeset_secret(&self, data: Dict, title: &str, on: &str) -> Result<Vec<u8>, DocumentError> {
        typeset(&self.secrets, "recovery.typ", data, title, on)
    }

    /// The page text with marks that the template fills in.
    pub(crate) fn page_pattern(&self, language: Language) -> Result<Value, DocumentError> {
        let marks = [("page", Arg::Text("\u{1}")), ("pages", Arg::Text("\u{2}"))];
        Ok(self.messages(language).text("documents-page", &marks)?.into_value())
    }

    /// Texts of a language as a dictionary for a template: short names to keys.
    pub(crate) fn words(
        &self,
        language: Language,
        keys: &[(&str, &str)],
        args: &[(&str, Arg<'_>)],
    ) -> Result<Value, DocumentError> {
        let messages = self.messages(language);
        let mut words = Dict::new();
        for (name, key) in keys {
            words.insert(Str::from(*name), messages.text(key, args)?.into_value());
        }
        Ok(Value::Dict(words))
    }
}

/// A dictionary for a template.
pub(crate) fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    let mut dict = Dict::new();
    for (name, value) in entries {
        dict.insert(Str::from(name), value);
    }
    dict
}

/// An array for a template.
pub(crate) fn array(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(values.into_iter().collect::<Array>())
}

/// A text as one line: no breaks, no control characters, none that turn the direction of what follows.
pub(crate) fn line(text: &str) -> Value {
    let turns = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_gap = |letter: char| letter != '\u{a0}' && (letter.is_whitespace() || letter.is_control());
    let mut kept = String::new();
    for word in text.split(is_gap).filter(|word| !word.is_empty()).take(MOST_LETTERS) {
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.extend(word.chars().filter(|letter| !turns(*letter)).take(MOST_LETTERS));
    }
    kept.chars().take(MOST_LETTERS).collect::<String>().into_value()
}

/// An ISO date as the language writes it.
pub(crate) fn local_date(language: Language, iso: &str) -> Result<String, DocumentError> {
    l10n::date_from_iso(language, iso).ok_or_else(|| DocumentError::Date(iso.to_owned()))
}

fn typeset(
    engine: &TypstEngine,
    template: &str,
    data: Dict,
    title: &str,
    on: &str,
) -> Result<Vec<u8>, DocumentError> {
    let failed = |words: String| DocumentError::Typesetting(words);
    let document: PagedDocument =
        engine.compile_with_input(template, data).output.map_err(|error| failed(error.to_string()))?;
    let mut parts = on.split('-').map(str::parse::<u16>);
    let date = match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
            let small = |number| u8::try_from(number).unwrap_or_default();
            Datetime::from_ymd_hms(i32::from(year), small(month), small(day), 0, 0, 0)
        }
        _ => None,
    };
    let options = PdfOptions {
        ident: Smart::Custom(format!("kontakti {template} {title} {on}")),
        creator: Smart::Custom(Some("Kontakti".to_owned())),
        timestamp: Some(Timestamp::new_utc(date.ok_or_else(|| DocumentError::Date(on.to_owned()))?)),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| {
        failed(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
    })
}
