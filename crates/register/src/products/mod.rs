//! The product list: read, extended, changed. A product is never deleted, only made inactive.

mod create;
mod list;
mod stock;
#[cfg(test)]
mod tests;
mod update;

use store::StoreError;

use crate::RegisterError;

/// A code that is taken becomes its own refusal.
fn refused(error: StoreError) -> RegisterError {
    if error.is_not_unique("products.code") { RegisterError::ProductCodeTaken } else { error.into() }
}
