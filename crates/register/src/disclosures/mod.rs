//! The ledger of what was handed to whom. It is written by the hand-over itself; see `batches`.

use domain::ids::{CustomerId, DisclosureId, OrderId};
use domain::print::production_stem;
use store::Page;
use store::batches::{self, PrintedFile};
use store::disclosures;
pub use store::disclosures::{DisclosedCustomer, DisclosureListed};

use crate::{Register, RegisterError};

/// An image file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosedFile {
    /// The opaque name that it carries at the lab.
    pub stem: String,
    /// What it was made for.
    pub printed: PrintedFile,
}

/// A row of the ledger with everything that it concerns: it answers what was given of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureCard {
    /// The row.
    pub listed: DisclosureListed,
    /// Customers concerned, in Finnish order.
    pub customers: Vec<DisclosedCustomer>,
    /// Orders of its batch.
    pub order_ids: Vec<OrderId>,
    /// Their numbers, in the same order.
    pub order_numbers: Vec<String>,
    /// Its image files.
    pub files: Vec<DisclosedFile>,
}

impl Register {
    /// A page of the ledger, newest first; with `customer_id` what concerns that customer.
    ///
    /// # Errors
    /// When no page gave `after` out.
    pub fn disclosure_list(
        &self,
        customer_id: Option<CustomerId>,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<DisclosureListed>, RegisterError> {
        self.read(|tx| Ok(disclosures::list(tx, customer_id, after, limit)?))
    }

    /// A row of the ledger with everything that it concerns.
    ///
    /// # Errors
    /// Not found, also for one of which it is certain that nothing left the house.
    pub fn disclosure_get(&self, id: DisclosureId) -> Result<DisclosureCard, RegisterError> {
        self.read(|tx| {
            let listed = disclosures::get(tx, id)?;
            let customers = disclosures::customers(tx, id)?;
            let Some(batch_id) = listed.disclosure.batch_id else {
                return Ok(DisclosureCard {
                    listed,
                    customers,
                    order_ids: Vec::new(),
                    order_numbers: Vec::new(),
                    files: Vec::new(),
                });
            };
            let batch = batches::get(tx, batch_id)?;
            let files = batches::files(tx, batch_id)?.into_iter().map(|printed| {
                let stem = u64::try_from(printed.number).ok().and_then(production_stem);
                Ok(DisclosedFile { stem: stem.ok_or(RegisterError::StemsUsedUp)?, printed })
            });
            Ok(DisclosureCard {
                listed,
                customers,
                order_ids: batch.batch.order_ids,
                order_numbers: batch.order_numbers,
                files: files.collect::<Result<_, RegisterError>>()?,
            })
        })
    }
}
