//! Permissions as asked and answered: the proof.
//!
//! Invariant: rows are added and never changed; what counts now is the latest row of a purpose.

use domain::customer::Consent;
use domain::ids::{ConsentId, CustomerId};
use domain::{Entity, Instant, Language};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO consents (customer_id, purpose, is_given, wording, language, channel, recorded_at)
        VALUES (:customer_id, :purpose, :is_given, :wording, :language, :channel, :recorded_at)
        RETURNING id";
    LIST = "SELECT id, customer_id, purpose, is_given, wording, language, channel, recorded_at
        FROM consents WHERE customer_id = :customer_id ORDER BY id DESC";
}

/// An answer to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentFields {
    /// What for: `marketing`.
    pub purpose: &'static str,
    /// Given, or refused or withdrawn.
    pub is_given: bool,
    /// The words that were shown or read aloud.
    pub wording: String,
    /// In which language they were.
    pub language: Language,
    /// `desk`, `phone` or `paper`.
    pub channel: &'static str,
}

fn from_row(row: &Row<'_>) -> Result<Consent, StoreError> {
    let language: String = row.get("language")?;
    Ok(Consent {
        id: ConsentId(row.get("id")?),
        customer_id: CustomerId(row.get("customer_id")?),
        purpose: row.get("purpose")?,
        is_given: row.get("is_given")?,
        wording: row.get("wording")?,
        language: Language::from_code(&language)
            .ok_or(StoreError::UnknownValue { column: "consents.language" })?,
        channel: row.get("channel")?,
        recorded_at: Instant(row.get("recorded_at")?),
    })
}

/// Records an answer at the transaction's moment.
///
/// # Errors
/// When the database refuses.
pub fn insert(
    tx: &mut WriteTx<'_>,
    customer_id: CustomerId,
    consent: &ConsentFields,
) -> Result<ConsentId, StoreError> {
    let values = named_params! {
        ":customer_id": customer_id.get(), ":purpose": consent.purpose, ":is_given": consent.is_given,
        ":wording": consent.wording, ":language": consent.language.code(), ":channel": consent.channel,
        ":recorded_at": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Customer, customer_id.get());
    Ok(ConsentId(id))
}

/// Every answer of a customer, newest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>, customer_id: CustomerId) -> Result<Vec<Consent>, StoreError> {
    tx.all(LIST, named_params! { ":customer_id": customer_id.get() }, from_row)
}
