//! Begins a batch: from here on the ledger knows of it.

use std::path::Path;

use domain::Action;
use domain::ids::{CustomerId, PrintBatchId};
use domain::print::production_stem;
use exchange::folder;
use exchange::plain::{PlainBatch, PlainError, PlainWriter, Sender};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::batches::BatchListed;
use store::{Acted, WriteTx, batches, crash_point, disclosures, partners};

use super::gather::{Item, gather};
use super::{By, DISCLOSED_FIELDS, Request};
use crate::{Register, RegisterError};

/// Name of every batch's folder, before its number.
const FOLDER_PREFIX: &str = "Kontakti_";

/// A batch that has its rows and its empty folder, and may be written.
#[derive(Debug)]
pub struct BegunBatch {
    /// The batch.
    pub batch: BatchListed,
    pub(super) writer: PlainWriter,
    pub(super) prints: Vec<Print>,
}

/// A print with its production stem.
#[derive(Debug, Clone)]
pub(super) struct Print {
    pub(super) item: Item,
    pub(super) stem: String,
}

impl Register {
    /// Begins a batch in the folder `parent`: batch, numbers of its files, and the intended disclosure, in one
    /// transaction; then an empty folder under its temporary name.
    ///
    /// # Errors
    /// [`RegisterError::PartnerRefused`] for a partner that may be given nothing today,
    /// [`RegisterError::BatchHasMissing`] when an issue stops it, [`RegisterError::BatchEmpty`],
    /// [`RegisterError::OrderStepRefused`], [`RegisterError::HandOver`] when the folder cannot be written to;
    /// should that come to light only after the rows were written, the batch counts as failed.
    pub fn batch_begin(&self, request: &Request, parent: &Path) -> Result<BegunBatch, RegisterError> {
        folder::ensure_writable(parent).map_err(PlainError::from)?;
        let today = self.today();
        let (batch, prints) = self.transact(|tx| {
            let (batch, prints) = begin(tx, request, parent, &today)?;
            let id = batch.batch.id.get();
            let files = u32::try_from(prints.len()).unwrap_or(u32::MAX);
            Ok(Acted::new((batch, prints), Action::PrintBatchStarted).on(id).count(files))
        })?;
        crash_point("batch-begun");
        match self.begin_folder(&batch, parent) {
            Ok(writer) => Ok(BegunBatch { batch, writer, prints }),
            Err(error) => {
                self.settle_failed(batch.batch.id, true, By::Signer)?;
                Err(error)
            }
        }
    }

    fn begin_folder(&self, listed: &BatchListed, parent: &Path) -> Result<PlainWriter, RegisterError> {
        let studio = self.studio()?.fields;
        let batch = PlainBatch {
            number: listed.batch.number.clone(),
            created_at: local_time(listed.batch.created_at.millis()),
            resend_of: listed.resend_of_number.clone(),
            sender: Sender { name: studio.name, email: studio.email, phone: studio.phone },
            recipient: listed.partner_name.clone(),
        };
        Ok(PlainWriter::begin(parent, &folder_name(listed), &listed.part_name, batch)?)
    }
}

fn begin(
    tx: &mut WriteTx<'_>,
    request: &Request,
    parent: &Path,
    today: &str,
) -> Result<(BatchListed, Vec<Print>), RegisterError> {
    let partner = partners::get(tx, request.partner_id)?.partner;
    if let Some(refusal) = partner.fields.refusal(today) {
        return Err(RegisterError::PartnerRefused(refusal));
    }
    let gathered = gather(tx, request)?;
    if gathered.issues.iter().any(|issue| issue.is_stopping) {
        return Err(RegisterError::BatchHasMissing);
    }
    if gathered.items.is_empty() {
        return Err(RegisterError::BatchEmpty);
    }
    let year = today.split('-').next().and_then(|year| year.parse().ok()).unwrap_or_default();
    let parent_text = parent.to_string_lossy();
    let id =
        batches::insert(tx, year, request.partner_id, request.resend_of_id, &parent_text, &gathered.orders)?;
    let files = u32::try_from(gathered.items.len()).unwrap_or(u32::MAX);
    let customers: Vec<CustomerId> = gathered.customers.iter().copied().collect();
    disclosures::intend(tx, id, &partner.fields, &DISCLOSED_FIELDS, files, &customers)?;
    let mut prints = Vec::with_capacity(gathered.items.len());
    for item in gathered.items {
        let number = batches::insert_file(tx, id, item.line_id)?;
        let stem = u64::try_from(number).ok().and_then(production_stem);
        prints.push(Print { item, stem: stem.ok_or(RegisterError::StemsUsedUp)? });
    }
    let name = folder_name(&batches::get(tx, id)?);
    let part = folder::part_name(&name).map_err(PlainError::from)?;
    batches::set_folder(tx, id, &parent.join(&name).to_string_lossy(), &part)?;
    Ok((batches::get(tx, id)?, prints))
}

fn folder_name(listed: &BatchListed) -> String {
    format!("{FOLDER_PREFIX}{}", listed.batch.number)
}

/// An instant in Finland, RFC 3339.
fn local_time(millis: i64) -> String {
    let zone = TimeZone::get("Europe/Helsinki").unwrap_or(TimeZone::UTC);
    let zoned = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(zone);
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

impl BegunBatch {
    /// The batch's id.
    pub fn id(&self) -> PrintBatchId {
        self.batch.batch.id
    }
}
