//! The studio itself: the controller of the register.

use crate::language::Language;

/// Details used on every document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StudioFields {
    /// The studio's name.
    pub name: String,
    /// Finnish Business ID, `NNNNNNN-C`.
    pub business_id: String,
    /// Street address.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Language of documents that have no other.
    pub language: Language,
}

impl StudioFields {
    /// What a passphrase of this studio must not rest on.
    pub fn own_words(&self) -> [&str; 3] {
        [&self.name, &self.town, &self.business_id]
    }
}

/// The studio as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Studio {
    /// The details.
    pub fields: StudioFields,
    /// Whether this is the demonstration studio.
    pub is_demonstration: bool,
    /// Version for optimistic concurrency.
    pub rev: i64,
}
