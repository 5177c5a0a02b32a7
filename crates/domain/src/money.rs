//! Money in whole cents, and VAT from gross totals.

/// An amount of euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cents(pub i64);
