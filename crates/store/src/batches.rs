//! Print batches with their orders and image files.
//!
//! Invariant: a batch leaves `running` once, towards `handed_over` or `failed`; the number of a print file is
//! never given twice.

use domain::ids::{OrderId, OrderLineId, PrintBatchId, PrintPartnerId};
use domain::partner::{BatchState, PrintBatch};
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    NEXT_NUMBER = "INSERT INTO counters (name, value) VALUES (:name, 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1
        RETURNING value";
    INSERT [scans "a batch may be a re-send of another: a studio has some thousands"] = "INSERT INTO print_batches (number, partner_id, resend_of_id, parent_folder, created_at)
        VALUES (:number, :partner_id, :resend_of_id, :parent_folder, :created_at)
        RETURNING id";
    INSERT_ORDER = "INSERT INTO print_batch_orders (batch_id, order_id) VALUES (:batch_id, :order_id)
        RETURNING id";
    INSERT_FILE = "INSERT INTO print_files (batch_id, order_line_id) VALUES (:batch_id, :order_line_id)
        RETURNING id";
    GET = "SELECT b.id, b.number, b.partner_id, b.state, b.resend_of_id, b.parent_folder, b.part_name, b.folder, b.files,
            b.prints, b.bytes, b.sha256, b.created_at, b.handed_over_at,
            p.name AS partner_name, r.number AS resend_of_number
        FROM print_batches AS b
        JOIN print_partners AS p ON p.id = b.partner_id
        LEFT JOIN print_batches AS r ON r.id = b.resend_of_id
        WHERE b.id = :id";
    LIST = "SELECT b.id, b.number, b.partner_id, b.state, b.resend_of_id, b.parent_folder, b.part_name, b.folder, b.files,
            b.prints, b.bytes, b.sha256, b.created_at, b.handed_over_at,
            p.name AS partner_name, r.number AS resend_of_number
        FROM print_batches AS b
        JOIN print_partners AS p ON p.id = b.partner_id
        LEFT JOIN print_batches AS r ON r.id = b.resend_of_id
        WHERE b.id < :after
        ORDER BY b.id DESC LIMIT :limit";
    ORDERS = "SELECT o.id, o.number FROM print_batch_orders AS x JOIN orders AS o ON o.id = x.order_id
        WHERE x.batch_id = :batch_id ORDER BY o.id";
    FILES = "SELECT f.id, l.order_id, o.number AS order_number, l.position, r.name AS frame_name, l.size, l.surface,
            l.quantity
        FROM print_files AS f
        JOIN order_lines AS l ON l.id = f.order_line_id
        JOIN orders AS o ON o.id = l.order_id
        LEFT JOIN frames AS r ON r.id = l.frame_id
        WHERE f.batch_id = :batch_id ORDER BY f.id";
    OF_ORDER = "SELECT b.id, b.number FROM print_batch_orders AS x JOIN print_batches AS b ON b.id = x.batch_id
        WHERE x.order_id = :order_id AND b.state = 'handed_over' ORDER BY b.id";
    IS_BEING_WRITTEN = "SELECT EXISTS (
            SELECT 1 FROM print_batch_orders AS x JOIN print_batches AS b ON b.id = x.batch_id
            WHERE x.order_id = :order_id AND b.state = 'running'
        ) AS is_being_written";
    RUNNING [scans "the index holds only the batches that are being written"] = "SELECT id FROM print_batches WHERE state = 'running' ORDER BY id";
    SET_FOLDER = "UPDATE print_batches SET folder = :folder, part_name = :part_name WHERE id = :id AND state = 'running'";
    CLOSE = "UPDATE print_batches SET folder = :folder, files = :files, prints = :prints, bytes = :bytes,
            sha256 = :sha256
        WHERE id = :id AND state = 'running'";
    SETTLE_HANDED_OVER = "UPDATE print_batches SET state = 'handed_over', handed_over_at = :now
        WHERE id = :id AND state = 'running'";
    SETTLE_FAILED = "UPDATE print_batches SET state = 'failed', sha256 = '', files = 0, prints = 0, bytes = 0
        WHERE id = :id AND state = 'running'";
}

/// A batch with the names that a list shows, and where it was to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchListed {
    /// The batch.
    pub batch: PrintBatch,
    /// The partner's name now.
    pub partner_name: String,
    /// Number of the batch that it sends again.
    pub resend_of_number: Option<String>,
    /// Numbers of its orders, in the order of `batch.order_ids`.
    pub order_numbers: Vec<String>,
    /// The folder that was chosen for it.
    pub parent_folder: String,
    /// The name in it under which it is written.
    pub part_name: String,
}

/// What a complete batch holds, before it gets its final name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchClosing {
    /// The final place.
    pub folder: String,
    /// Image files.
    pub files: u32,
    /// Paper prints.
    pub prints: u32,
    /// Bytes of the whole folder.
    pub bytes: u64,
    /// SHA-256 of `SHA256SUMS`, lower-case hex.
    pub sha256: String,
}

fn from_row(row: &Row<'_>) -> Result<BatchListed, StoreError> {
    let state: String = row.get("state")?;
    Ok(BatchListed {
        batch: PrintBatch {
            id: PrintBatchId(row.get("id")?),
            number: row.get("number")?,
            partner_id: PrintPartnerId(row.get("partner_id")?),
            state: BatchState::from_code(&state)
                .ok_or(StoreError::UnknownValue { column: "print_batches.state" })?,
            resend_of_id: row.get::<_, Option<i64>>("resend_of_id")?.map(PrintBatchId),
            order_ids: Vec::new(),
            folder: row.get("folder")?,
            files: row.get("files")?,
            prints: row.get("prints")?,
            bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or_default(),
            sha256: row.get("sha256")?,
            created_at: Instant(row.get("created_at")?),
            handed_over_at: row.get::<_, Option<i64>>("handed_over_at")?.map(Instant),
        },
        partner_name: row.get("partner_name")?,
        resend_of_number: row.get("resend_of_number")?,
        order_numbers: Vec::new(),
        parent_folder: row.get("parent_folder")?,
        part_name: row.get("part_name")?,
    })
}

fn with_orders(tx: &ReadTx<'_>, mut listed: BatchListed) -> Result<BatchListed, StoreError> {
    let orders = tx.all(ORDERS, named_params! { ":batch_id": listed.batch.id.get() }, |row| {
        Ok((OrderId(row.get("id")?), row.get("number")?))
    })?;
    (listed.batch.order_ids, listed.order_numbers) = orders.into_iter().unzip();
    Ok(listed)
}

/// Begins a batch with the next number of `year`.
///
/// # Errors
/// When the database refuses: an unknown partner, order or batch.
pub fn insert(
    tx: &mut WriteTx<'_>,
    year: i16,
    partner_id: PrintPartnerId,
    resend_of_id: Option<PrintBatchId>,
    parent_folder: &str,
    orders: &[OrderId],
) -> Result<PrintBatchId, StoreError> {
    let count: i64 = tx
        .one(NEXT_NUMBER, named_params! { ":name": format!("batch-{year:04}") }, |row| Ok(row.get("value")?))?
        .ok_or(StoreError::Sql(rusqlite::Error::QueryReturnedNoRows))?;
    let values = named_params! {
        ":number": format!("{year:04}-{count:03}"),
        ":partner_id": partner_id.get(),
        ":resend_of_id": resend_of_id.map(PrintBatchId::get),
        ":parent_folder": parent_folder,
        ":created_at": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    for order in orders {
        tx.insert(INSERT_ORDER, named_params! { ":batch_id": id, ":order_id": order.get() })?;
        tx.note(Entity::Order, order.get());
    }
    tx.note(Entity::PrintBatch, id);
    tx.note(Entity::PrintPartner, partner_id.get());
    Ok(PrintBatchId(id))
}

/// Gives the print of an order line its number, from 1.
///
/// # Errors
/// When the database refuses.
pub fn insert_file(
    tx: &mut WriteTx<'_>,
    batch_id: PrintBatchId,
    line_id: OrderLineId,
) -> Result<i64, StoreError> {
    tx.insert(INSERT_FILE, named_params! { ":batch_id": batch_id.get(), ":order_line_id": line_id.get() })
}

/// An image file of a batch with the line that it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFile {
    /// Its number, from 1: the production stem counts it.
    pub number: i64,
    /// The order.
    pub order_id: OrderId,
    /// The order's number.
    pub order_number: String,
    /// The order's line, from 1.
    pub line: u32,
    /// The frame's name.
    pub frame_name: Option<String>,
    /// Size and surface.
    pub size: String,
    /// Paper prints.
    pub quantity: u32,
}

/// The image files of a batch, in the order of their numbers.
///
/// # Errors
/// When the database fails.
pub fn files(tx: &ReadTx<'_>, batch_id: PrintBatchId) -> Result<Vec<PrintedFile>, StoreError> {
    tx.all(FILES, named_params! { ":batch_id": batch_id.get() }, |row| {
        let (size, surface): (String, String) = (row.get("size")?, row.get("surface")?);
        Ok(PrintedFile {
            number: row.get("id")?,
            order_id: OrderId(row.get("order_id")?),
            order_number: row.get("order_number")?,
            line: row.get("position")?,
            frame_name: row.get("frame_name")?,
            size: format!("{size} {surface}").trim_end().to_owned(),
            quantity: row.get("quantity")?,
        })
    })
}

/// A batch by id, with its orders.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: PrintBatchId) -> Result<BatchListed, StoreError> {
    let listed = tx
        .one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::PrintBatch, id: id.get() })?;
    with_orders(tx, listed)
}

/// A page of batches, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page gave `after` out.
pub fn list(tx: &ReadTx<'_>, after: Option<&str>, limit: u32) -> Result<Page<BatchListed>, StoreError> {
    let values = named_params! { ":after": page::before_id(after)?, ":limit": i64::from(limit) + 1 };
    let rows = tx.all(LIST, values, from_row)?;
    let page = Page::cut(rows, limit, |row| vec![row.batch.id.get().to_string()]);
    let rows = page.rows.into_iter().map(|listed| with_orders(tx, listed)).collect::<Result<_, _>>()?;
    Ok(Page { rows, next: page.next })
}

/// The batches that an order was handed over in, with their numbers, oldest first.
///
/// # Errors
/// When the database fails.
pub fn of_order(tx: &ReadTx<'_>, order_id: OrderId) -> Result<Vec<(PrintBatchId, String)>, StoreError> {
    tx.all(OF_ORDER, named_params! { ":order_id": order_id.get() }, |row| {
        Ok((PrintBatchId(row.get("id")?), row.get("number")?))
    })
}

/// Whether an order is in a batch that is being written now.
///
/// # Errors
/// When the database fails.
pub fn is_being_written(tx: &ReadTx<'_>, order_id: OrderId) -> Result<bool, StoreError> {
    let values = named_params! { ":order_id": order_id.get() };
    Ok(tx.one(IS_BEING_WRITTEN, values, |row| Ok(row.get("is_being_written")?))?.unwrap_or_default())
}

/// Batches that are being written, or were when the program stopped.
///
/// # Errors
/// When the database fails.
pub fn running(tx: &ReadTx<'_>) -> Result<Vec<PrintBatchId>, StoreError> {
    tx.all(RUNNING, [], |row| Ok(PrintBatchId(row.get("id")?)))
}

/// Notes where a running batch will lie, and under which name it is written.
///
/// # Errors
/// As [`close`].
pub fn set_folder(
    tx: &mut WriteTx<'_>,
    id: PrintBatchId,
    folder: &str,
    part_name: &str,
) -> Result<(), StoreError> {
    let values = named_params! { ":id": id.get(), ":folder": folder, ":part_name": part_name };
    let touched = tx.run(SET_FOLDER, values)?;
    settled(tx, id, touched)
}

/// Notes what a running batch holds, just before its folder gets its final name.
///
/// # Errors
/// [`StoreError::Stale`] when it is not running, [`StoreError::NotFound`] when there is none.
pub fn close(tx: &mut WriteTx<'_>, id: PrintBatchId, closing: &BatchClosing) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":folder": closing.folder, ":files": closing.files, ":prints": closing.prints,
        ":bytes": i64::try_from(closing.bytes).unwrap_or(i64::MAX), ":sha256": closing.sha256,
    };
    let touched = tx.run(CLOSE, values)?;
    settled(tx, id, touched)
}

/// Ends a running batch as handed over.
///
/// # Errors
/// As [`close`].
pub fn settle_handed_over(tx: &mut WriteTx<'_>, id: PrintBatchId) -> Result<(), StoreError> {
    let now = tx.now().millis();
    let touched = tx.run(SETTLE_HANDED_OVER, named_params! { ":id": id.get(), ":now": now })?;
    settled(tx, id, touched)
}

/// Ends a running batch as failed.
///
/// # Errors
/// As [`close`].
pub fn settle_failed(tx: &mut WriteTx<'_>, id: PrintBatchId) -> Result<(), StoreError> {
    let touched = tx.run(SETTLE_FAILED, named_params! { ":id": id.get() })?;
    settled(tx, id, touched)?;
    for order in get(tx, id)?.batch.order_ids {
        tx.note(Entity::Order, order.get());
    }
    Ok(())
}

fn settled(tx: &mut WriteTx<'_>, id: PrintBatchId, touched: usize) -> Result<(), StoreError> {
    if touched == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::PrintBatch, id: id.get() });
    }
    tx.note(Entity::PrintBatch, id.get());
    Ok(())
}
