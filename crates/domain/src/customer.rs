//! Customers: who orders and pays.

use crate::ids::{ConsentId, CustomerId};
use crate::language::Language;
use crate::time::Instant;

/// What a person enters about a customer. Empty text means "not known".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerFields {
    /// Family name, or the name of a company or school.
    pub last_name: String,
    /// Given names; empty for companies and schools.
    pub first_name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number as given.
    pub phone: String,
    /// Street address.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// ISO 3166-1 alpha-2 country code.
    pub country: String,
    /// In which language the customer is addressed.
    pub language: Language,
    /// A note for the order desk.
    pub note: String,
}

/// A customer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Row id.
    pub id: CustomerId,
    /// The details.
    pub fields: CustomerFields,
    /// Whether direct marketing is permitted now.
    pub is_marketing_permitted: bool,
    /// When the customer was added.
    pub created_at: Instant,
    /// When the details last changed.
    pub updated_at: Instant,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// A permission as asked and answered: the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Row id.
    pub id: ConsentId,
    /// Whose permission.
    pub customer_id: CustomerId,
    /// What for: `marketing` so far.
    pub purpose: String,
    /// Given or refused/withdrawn.
    pub is_given: bool,
    /// The words that were shown or read aloud.
    pub wording: String,
    /// In which language they were.
    pub language: Language,
    /// How it was given: `desk`, `phone`, `paper`.
    pub channel: String,
    /// When.
    pub recorded_at: Instant,
}
