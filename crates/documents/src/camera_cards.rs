//! Camera cards: a code that the camera sees before the portraits, and words for the photographer beside it.
//!
//! Deliberately not here: what a code means and how it is made, and the order of the cards. Nothing on a card
//! says why a field is empty, and an empty field moves nothing else: the card of whoever must not be found by
//! school or class has the shape of any other.

use domain::Language;
use l10n::Arg;
use typst::foundations::{IntoValue, Value};

use crate::barcode::qr_picture;
use crate::engine::{DocumentError, Documents, array, dict, line, local_date};

/// Longest code: its text can still be typed, and its modules are still large on the smallest card.
const MOST_CODE: usize = 40;

/// How many cards an A4 sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardLayout {
    /// One, with a code of 128 mm.
    One,
    /// Four, with codes of 64 mm.
    Four,
    /// Eight, with codes of 42 mm.
    Eight,
}

impl CardLayout {
    /// Cards to a sheet.
    pub const fn cards(self) -> usize {
        match self {
            Self::One => 1,
            Self::Four => 4,
            Self::Eight => 8,
        }
    }
}

/// What a card is for, and what it says beside its code. A text that is too long is set smaller, then cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardFace {
    /// Somebody who is photographed. Whatever the card must not say is left empty.
    Subject {
        /// Last name.
        last_name: String,
        /// Name by which the photographer calls them.
        first_name: String,
        /// Class, may be empty.
        class: String,
        /// Running number within the class, and how many are in it.
        number: Option<(u32, u32)>,
    },
    /// A group picture.
    Group {
        /// Name of the group or class.
        name: String,
        /// How many are in it.
        count: u32,
    },
    /// Ends the card before it.
    End,
    /// Discards what was photographed with the card before it.
    Skip,
    /// Sets the camera's clock right.
    Clock {
        /// The moment that the code holds, as people write it: `3.9.2026 klo 9.15`. A no-break space holds.
        moment: String,
    },
    /// A card without a name yet, with lines to write it on.
    Retake,
}

impl CardFace {
    /// The class that the card is sorted under; empty for cards that name none.
    fn class(&self) -> &str {
        match self {
            Self::Subject { class, .. } => class.trim(),
            Self::Group { name, .. } => name.trim(),
            Self::End | Self::Skip | Self::Clock { .. } | Self::Retake => "",
        }
    }
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraCard {
    /// The code's text, also printed to be typed: 1 to 40 characters of the alphanumeric set of ISO/IEC 18004.
    pub code: String,
    /// What people read.
    pub face: CardFace,
}

/// The cards of a job, in the order in which they are printed: along the rows, sheet by sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraCards {
    /// Language of the cards.
    pub language: Language,
    /// The school's name. It stands on the sheets, on no card.
    pub school: String,
    /// The job's name, may be empty.
    pub job: String,
    /// Day of the job, ISO.
    pub job_on: String,
    /// Cards to a sheet.
    pub layout: CardLayout,
    /// Whether marks show where to cut; perforated sheets need none.
    pub has_cut_marks: bool,
    /// Whether a class begins a new sheet. A card that names no class stays with those before it.
    pub is_class_on_new_sheet: bool,
    /// The cards; without any there is one sheet, empty but for its head.
    pub cards: Vec<CameraCard>,
}

const WORDS: [(&str, &str); 4] = [
    ("title", "documents-cards-title"),
    ("group", "documents-cards-group"),
    ("name", "documents-cards-name"),
    ("class", "documents-cards-class"),
];

impl Documents {
    /// Typesets camera cards as a PDF of A4 sheets.
    ///
    /// # Errors
    /// [`DocumentError::Code`] for a code that is empty, too long or beyond QR's alphanumeric set,
    /// [`DocumentError::Date`].
    pub fn camera_cards(&self, cards: &CameraCards) -> Result<Vec<u8>, DocumentError> {
        let language = cards.language;
        let sheets = sheets(cards);
        let pages = sheets.len().to_string();
        let mut values = Vec::with_capacity(sheets.len());
        for (sheet, page) in sheets.iter().zip(1_u64..) {
            let page = page.to_string();
            let args = [("page", Arg::Text(&page)), ("pages", Arg::Text(&pages))];
            let faces = sheet.iter().map(|card| self.card(language, card)).collect::<Result<Vec<_>, _>>()?;
            values.push(Value::Dict(dict([
                ("classes", line(&classes(sheet))),
                ("page", self.messages(language).text("documents-page", &args)?.into_value()),
                ("cards", array(faces)),
            ])));
        }
        let data = dict([
            ("lang", language.code().into_value()),
            ("words", self.words(language, &WORDS, &[])?),
            ("school", line(&cards.school)),
            ("job", line(&cards.job)),
            ("date", local_date(language, &cards.job_on)?.into_value()),
            ("per-sheet", i64::try_from(cards.layout.cards()).unwrap_or(1).into_value()),
            ("has-cut-marks", cards.has_cut_marks.into_value()),
            ("sheets", array(values)),
        ]);
        let first = cards.cards.first().map_or("", |card| card.code.as_str());
        self.typeset_cards(data, first, &cards.job_on)
    }

    fn card(&self, language: Language, card: &CameraCard) -> Result<Value, DocumentError> {
        if !is_code(&card.code) {
            return Err(DocumentError::Code);
        }
        let special = |word: &str, sentence: &str| -> Result<_, DocumentError> {
            let messages = self.messages(language);
            Ok((messages.text(word, &[])?.into_value(), messages.text(sentence, &[])?.into_value()))
        };
        let empty = || "".into_value();
        let (kind, (first, second), class, number) = match &card.face {
            CardFace::Subject { last_name, first_name, class, number } => {
                let number = number.map_or_else(String::new, |(number, of)| format!("{number}/{of}"));
                ("subject", (line(last_name), line(first_name)), line(class), number.into_value())
            }
            CardFace::Group { name, count } => {
                let count = self
                    .messages(language)
                    .text("documents-cards-count", &[("count", Arg::Count(u64::from(*count)))])?;
                ("group", (line(name), count.into_value()), empty(), empty())
            }
            CardFace::End => {
                ("special", special("documents-cards-end", "documents-cards-end-text")?, empty(), empty())
            }
            CardFace::Skip => {
                ("special", special("documents-cards-skip", "documents-cards-skip-text")?, empty(), empty())
            }
            CardFace::Clock { moment } => (
                "special",
                special("documents-cards-clock", "documents-cards-clock-text")?,
                line(moment),
                empty(),
            ),
            CardFace::Retake => (
                "retake",
                special("documents-cards-retake", "documents-cards-retake-text")?,
                empty(),
                empty(),
            ),
        };
        Ok(Value::Dict(dict([
            ("kind", kind.into_value()),
            ("first", first),
            ("second", second),
            ("class", class),
            ("number", number),
            ("code", card.code.as_str().into_value()),
            ("qr", qr_picture(&card.code)?),
        ])))
    }
}

/// Whether QR's alphanumeric mode holds the text (ISO/IEC 18004) and a card has room for it.
fn is_code(text: &str) -> bool {
    (1..=MOST_CODE).contains(&text.len())
        && text.bytes().all(|byte| {
            matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*' | b'+' | b'-' | b'.' | b'/' | b':')
        })
}

/// The cards of each sheet; one empty sheet when there are none.
fn sheets(cards: &CameraCards) -> Vec<&[CameraCard]> {
    let mut sheets = Vec::new();
    let mut rest = cards.cards.as_slice();
    loop {
        let mut class = "";
        let room = rest.iter().take(cards.layout.cards()).take_while(|card| {
            let before = class;
            if !card.face.class().is_empty() {
                class = card.face.class();
            }
            !cards.is_class_on_new_sheet || before.is_empty() || before == class
        });
        let (sheet, later) = rest.split_at(room.count());
        sheets.push(sheet);
        rest = later;
        if rest.is_empty() {
            return sheets;
        }
    }
}

/// The classes that a sheet's cards name: none, one, or the first and the last.
fn classes(sheet: &[CameraCard]) -> String {
    let mut named = sheet.iter().map(|card| card.face.class()).filter(|class| !class.is_empty());
    match (named.next(), named.next_back()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(first), _) => first.to_owned(),
        (None, _) => String::new(),
    }
}
