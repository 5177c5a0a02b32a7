//! What a batch would hold and what stands against it.

use std::collections::BTreeMap;

use domain::partner::PartnerRefusal;
use domain::print::pixels;
use store::partners::{self, PartnerListed};

use super::gather::{Gathered, Issue, gather};
use super::{DISCLOSED_FIELDS, Request};
use crate::{Register, RegisterError};

/// Density of the prints.
pub(super) const DPI: u16 = 300;
/// Bytes that ten pixels of a print take at the quality used, by experience.
const BYTES_OF_TEN_PIXELS: u64 = 6;
/// Bytes of a slip.
const SLIP_BYTES: u64 = 30_000;

/// Files and prints of one size and surface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizeCount {
    /// Size and surface.
    pub size: String,
    /// Image files.
    pub files: u32,
    /// Paper prints.
    pub prints: u32,
}

/// What a batch would hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// To whom.
    pub partner: PartnerListed,
    /// Why it may not be given anything today.
    pub refusal: Option<PartnerRefusal>,
    /// Orders with prints.
    pub orders: u32,
    /// Image files.
    pub files: u32,
    /// Paper prints.
    pub prints: u32,
    /// Bytes, estimated from the sizes of the sheets.
    pub estimated_bytes: u64,
    /// By size and surface.
    pub sizes: Vec<SizeCount>,
    /// Customers concerned.
    pub customers: u32,
    /// Names of the fields that will be handed over.
    pub fields: Vec<&'static str>,
    /// What is missing or doubtful.
    pub issues: Vec<Issue>,
    /// Nothing stands against it.
    pub can_run: bool,
}

impl Register {
    /// Plans a batch; stores nothing.
    ///
    /// # Errors
    /// [`RegisterError::OrderStepRefused`], or when partner, order or batch do not exist.
    pub fn batch_plan(&self, request: &Request) -> Result<Plan, RegisterError> {
        let today = self.today();
        let (partner, gathered) = self.read(|tx| {
            Ok::<_, RegisterError>((partners::get(tx, request.partner_id)?, gather(tx, request)?))
        })?;
        Ok(plan(partner, &today, gathered))
    }
}

fn plan(partner: PartnerListed, today: &str, gathered: Gathered) -> Plan {
    let refusal = partner.partner.fields.refusal(today);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let mut sizes: BTreeMap<String, SizeCount> = BTreeMap::new();
    let mut estimated_bytes = SLIP_BYTES * u64::from(count(gathered.orders.len()));
    for item in &gathered.items {
        let size = format!("{} {}", item.size, item.surface).trim_end().to_owned();
        let entry = sizes.entry(size.clone()).or_insert_with(|| SizeCount { size, files: 0, prints: 0 });
        entry.files += 1;
        entry.prints += item.quantity;
        let side = |mm| u64::from(pixels(mm, u32::from(DPI)));
        estimated_bytes += side(item.mm.0) * side(item.mm.1) * BYTES_OF_TEN_PIXELS / 10;
    }
    let is_stopped = gathered.issues.iter().any(|issue| issue.is_stopping);
    Plan {
        can_run: refusal.is_none() && !is_stopped && !gathered.items.is_empty(),
        partner,
        refusal,
        orders: count(gathered.orders.len()),
        files: count(gathered.items.len()),
        prints: gathered.items.iter().map(|item| item.quantity).sum(),
        estimated_bytes,
        sizes: sizes.into_values().collect(),
        customers: count(gathered.customers.len()),
        fields: DISCLOSED_FIELDS.to_vec(),
        issues: gathered.issues,
    }
}
