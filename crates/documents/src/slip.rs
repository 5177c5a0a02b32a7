//! The order slip that travels with an order's prints: counts and codes, never an address.

use domain::Language;
use l10n::Arg;
use typst::foundations::{IntoValue, Value};

use crate::barcode::code128;
use crate::engine::{DocumentError, Documents, array, dict, local_date};

/// A product on the slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipLine {
    /// Product name in the slip's language.
    pub product: String,
    /// Size and surface, may be empty.
    pub size: String,
    /// How many.
    pub quantity: u32,
    /// Production id of the image file, empty for what is not printed.
    pub stem: String,
}

/// What an order slip says. It goes to a partner: the customer is not named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderSlip {
    /// The studio's name.
    pub studio: String,
    /// Order number, ASCII.
    pub order_number: String,
    /// Batch number, empty outside a batch.
    pub batch_number: String,
    /// Day of the batch, ISO.
    pub created_on: String,
    /// What is ordered.
    pub lines: Vec<SlipLine>,
    /// Language of the slip.
    pub language: Language,
}

const WORDS: [(&str, &str); 7] = [
    ("title", "documents-slip-title"),
    ("order", "documents-slip-order"),
    ("batch", "documents-slip-batch"),
    ("quantity", "documents-slip-quantity"),
    ("product", "documents-slip-product"),
    ("file", "documents-slip-file"),
    ("totals", "documents-slip-totals"),
];

impl Documents {
    /// Typesets an order slip as PDF, A6 so that it lies beside 10x15 prints in one envelope.
    ///
    /// # Errors
    /// [`DocumentError::Code`] for an order number beyond ASCII, [`DocumentError::Date`].
    pub fn order_slip(&self, slip: &OrderSlip) -> Result<Vec<u8>, DocumentError> {
        let language = slip.language;
        let code = code128(&slip.order_number).ok_or(DocumentError::Code)?;
        let pieces = slip.lines.iter().map(|line| u64::from(line.quantity)).sum();
        let prints =
            slip.lines.iter().filter(|line| !line.stem.is_empty()).map(|line| u64::from(line.quantity)).sum();
        let messages = self.messages(language);
        let total = if prints == pieces {
            messages.text("documents-slip-prints", &[("prints", Arg::Count(prints))])?
        } else {
            messages.text("documents-slip-pieces", &[("pieces", Arg::Count(pieces))])?
        };
        let lines = slip.lines.iter().map(|line| {
            Value::Dict(dict([
                ("product", line.product.as_str().into_value()),
                ("size", line.size.as_str().into_value()),
                ("quantity", i64::from(line.quantity).into_value()),
                ("stem", line.stem.as_str().into_value()),
            ]))
        });
        let data = dict([
            ("lang", language.code().into_value()),
            ("words", self.words(language, &WORDS, &[])?),
            ("page", self.page_pattern(language)?),
            ("studio", slip.studio.as_str().into_value()),
            ("order", slip.order_number.as_str().into_value()),
            ("batch", slip.batch_number.as_str().into_value()),
            ("date", local_date(language, &slip.created_on)?.into_value()),
            ("code", code.to_value()),
            ("lines", array(lines)),
            ("total", total.into_value()),
        ]);
        self.typeset_slip(data, &slip.order_number, &slip.created_on)
    }
}
