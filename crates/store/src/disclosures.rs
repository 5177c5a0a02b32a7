//! The ledger of disclosures: personal data handed to a named recipient.
//!
//! A disclosure is entered as *intended* before the first byte is written, and then becomes *made* or, when it
//! is certain that nothing left the house, *void*. Invariant: whatever may have left the house is listed;
//! only void rows are not, and none is ever deleted.

use domain::ids::{CustomerId, DisclosureId, PrintBatchId};
use domain::partner::{Disclosure, PrintPartnerFields};
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO disclosures (at, recipient, country, agreement_on, purpose, batch_id, fields, files)
        VALUES (:at, :recipient, :country, :agreement_on, 'printing', :batch_id, :fields, :files)
        RETURNING id";
    INSERT_CUSTOMER = "INSERT INTO disclosure_customers (disclosure_id, customer_id)
        VALUES (:disclosure_id, :customer_id)
        RETURNING id";
    GET = "SELECT d.id, d.at, d.recipient, d.country, d.agreement_on, d.purpose, d.batch_id, d.fields, d.files,
            d.sha256, b.number AS batch_number,
            (SELECT count(*) FROM disclosure_customers AS c WHERE c.disclosure_id = d.id) AS customers
        FROM disclosures AS d LEFT JOIN print_batches AS b ON b.id = d.batch_id
        WHERE d.id = :id AND d.state <> 'void'";
    LIST_OF_CUSTOMER = "SELECT d.id, d.at, d.recipient, d.country, d.agreement_on, d.purpose, d.batch_id, d.fields,
            d.files, d.sha256, b.number AS batch_number,
            (SELECT count(*) FROM disclosure_customers AS c WHERE c.disclosure_id = d.id) AS customers
        FROM disclosure_customers AS x JOIN disclosures AS d ON d.id = x.disclosure_id
        LEFT JOIN print_batches AS b ON b.id = d.batch_id
        WHERE x.customer_id = :customer_id AND x.disclosure_id < :after AND d.state <> 'void'
        ORDER BY x.disclosure_id DESC LIMIT :limit";
    LIST = "SELECT d.id, d.at, d.recipient, d.country, d.agreement_on, d.purpose, d.batch_id, d.fields, d.files,
            d.sha256, b.number AS batch_number,
            (SELECT count(*) FROM disclosure_customers AS c WHERE c.disclosure_id = d.id) AS customers
        FROM disclosures AS d LEFT JOIN print_batches AS b ON b.id = d.batch_id
        WHERE d.id < :after AND d.state <> 'void'
        ORDER BY d.id DESC LIMIT :limit";
    CUSTOMERS = "SELECT c.id, c.first_name, c.last_name
        FROM disclosure_customers AS x JOIN customers AS c ON c.id = x.customer_id
        WHERE x.disclosure_id = :id ORDER BY c.sort_key, c.id";
    SET_CONTENT = "UPDATE disclosures SET files = :files, sha256 = :sha256
        WHERE batch_id = :batch_id AND state = 'intended' RETURNING id";
    SET_MADE = "UPDATE disclosures SET state = 'made', at = :now
        WHERE batch_id = :batch_id AND state = 'intended' RETURNING id";
    SET_VOID = "UPDATE disclosures SET state = 'void'
        WHERE batch_id = :batch_id AND state = 'intended' RETURNING id";
}

/// A row of the ledger with its batch's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureListed {
    /// The disclosure.
    pub disclosure: Disclosure,
    /// Number of its batch.
    pub batch_number: Option<String>,
}

fn from_row(row: &Row<'_>) -> Result<DisclosureListed, StoreError> {
    let fields: String = row.get("fields")?;
    Ok(DisclosureListed {
        disclosure: Disclosure {
            id: DisclosureId(row.get("id")?),
            at: Instant(row.get("at")?),
            recipient: row.get("recipient")?,
            country: row.get("country")?,
            agreement_on: row.get("agreement_on")?,
            purpose: row.get("purpose")?,
            batch_id: row.get::<_, Option<i64>>("batch_id")?.map(PrintBatchId),
            fields: fields.split_whitespace().map(str::to_owned).collect(),
            files: row.get("files")?,
            customers: row.get("customers")?,
            sha256: row.get("sha256")?,
        },
        batch_number: row.get("batch_number")?,
    })
}

/// Enters the intended disclosure of a batch: recipient as it is now, names of fields, image files planned
/// and the customers concerned, each once.
///
/// # Errors
/// When the database refuses.
pub fn intend(
    tx: &mut WriteTx<'_>,
    batch_id: PrintBatchId,
    recipient: &PrintPartnerFields,
    fields: &[&str],
    files: u32,
    customers: &[CustomerId],
) -> Result<DisclosureId, StoreError> {
    let values = named_params! {
        ":at": tx.now().millis(), ":recipient": recipient.name, ":country": recipient.country,
        ":agreement_on": recipient.agreement_on, ":batch_id": batch_id.get(), ":fields": fields.join(" "),
        ":files": files,
    };
    let id = tx.insert(INSERT, values)?;
    for customer in customers {
        tx.insert(INSERT_CUSTOMER, named_params! { ":disclosure_id": id, ":customer_id": customer.get() })?;
    }
    tx.note(Entity::Disclosure, id);
    Ok(DisclosureId(id))
}

/// Notes what an intended disclosure holds now that it is complete.
///
/// # Errors
/// [`StoreError::NotFound`] when the batch has none that is intended.
pub fn set_content(
    tx: &mut WriteTx<'_>,
    batch_id: PrintBatchId,
    files: u32,
    sha256: &str,
) -> Result<(), StoreError> {
    let values = named_params! { ":batch_id": batch_id.get(), ":files": files, ":sha256": sha256 };
    change(tx, SET_CONTENT, values, batch_id)
}

/// The data has left the house.
///
/// # Errors
/// [`StoreError::NotFound`] when the batch has none that is intended.
pub fn set_made(tx: &mut WriteTx<'_>, batch_id: PrintBatchId) -> Result<(), StoreError> {
    let now = tx.now().millis();
    change(tx, SET_MADE, named_params! { ":batch_id": batch_id.get(), ":now": now }, batch_id)
}

/// It is certain that nothing left the house.
///
/// # Errors
/// [`StoreError::NotFound`] when the batch has none that is intended.
pub fn set_void(tx: &mut WriteTx<'_>, batch_id: PrintBatchId) -> Result<(), StoreError> {
    change(tx, SET_VOID, named_params! { ":batch_id": batch_id.get() }, batch_id)
}

fn change(
    tx: &mut WriteTx<'_>,
    statement: &str,
    values: &[(&str, &dyn rusqlite::ToSql)],
    batch_id: PrintBatchId,
) -> Result<(), StoreError> {
    let id: i64 = tx
        .one(statement, values, |row| Ok(row.get("id")?))?
        .ok_or(StoreError::NotFound { entity: Entity::Disclosure, id: batch_id.get() })?;
    tx.note(Entity::Disclosure, id);
    Ok(())
}

/// A row of the ledger by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none, or nothing left the house.
pub fn get(tx: &ReadTx<'_>, id: DisclosureId) -> Result<DisclosureListed, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::Disclosure, id: id.get() })
}

/// A page of the ledger, newest first: everything that left the house or may have, with `customer_id` of that
/// customer's data.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page gave `after` out.
pub fn list(
    tx: &ReadTx<'_>,
    customer_id: Option<CustomerId>,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<DisclosureListed>, StoreError> {
    let (after, most) = (page::before_id(after)?, i64::from(limit) + 1);
    let rows = match customer_id {
        None => tx.all(LIST, named_params! { ":after": after, ":limit": most }, from_row)?,
        Some(id) => {
            let values = named_params! { ":customer_id": id.get(), ":after": after, ":limit": most };
            tx.all(LIST_OF_CUSTOMER, values, from_row)?
        }
    };
    Ok(Page::cut(rows, limit, |row| vec![row.disclosure.id.get().to_string()]))
}

/// A customer whose data was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosedCustomer {
    /// Who.
    pub id: CustomerId,
    /// Given names now.
    pub first_name: String,
    /// Family name now.
    pub last_name: String,
}

/// Customers that a disclosure concerns, in Finnish order.
///
/// # Errors
/// When the database fails.
pub fn customers(tx: &ReadTx<'_>, id: DisclosureId) -> Result<Vec<DisclosedCustomer>, StoreError> {
    tx.all(CUSTOMERS, named_params! { ":id": id.get() }, |row| {
        Ok(DisclosedCustomer {
            id: CustomerId(row.get("id")?),
            first_name: row.get("first_name")?,
            last_name: row.get("last_name")?,
        })
    })
}
