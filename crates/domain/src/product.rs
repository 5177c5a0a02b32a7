//! Products: what can be ordered.

use crate::ids::ProductId;
use crate::money::Cents;

/// What a product is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductKind {
    /// A paper print of one frame.
    Print {
        /// The size's trade name, also the folder handed to the lab: `10x15`.
        size: String,
        /// Short side of the sheet, millimetres.
        width_mm: u32,
        /// Long side of the sheet, millimetres.
        height_mm: u32,
        /// Paper surface, empty when the lab has one only: `matta`.
        surface: String,
    },
    /// Anything that needs no rendering: a file, a frame, postage.
    Other,
}

/// What staff enter about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFields {
    /// Short code typed at the order desk, unique.
    pub code: String,
    /// Name in Finnish.
    pub name_fi: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// What it is.
    pub kind: ProductKind,
    /// Gross price of one.
    pub price: Cents,
    /// VAT rate in basis points: 2550 is 25.5 %.
    pub vat_bp: u32,
    /// Whether it can be ordered now.
    pub is_active: bool,
}

/// A product as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Row id.
    pub id: ProductId,
    /// The details.
    pub fields: ProductFields,
    /// Version for optimistic concurrency.
    pub rev: i64,
}
