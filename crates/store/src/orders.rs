//! Orders with their lines, numbers and states.
//!
//! Deliberately not here: what a confirmed order needs (register). Invariants: a number is given once and
//! never again; only a draft's lines change; a state is left only towards one that may follow it.

mod archive;

use domain::ids::{CustomerId, FrameId, OrderId, OrderLineId, ProductId};
use domain::money::Cents;
use domain::order::{Order, OrderLine, OrderLineFields, OrderState, order_number};
use domain::print::Sheet;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

pub use archive::{ArchiveOrder, OrderFilter, OrderListed, list};
pub(crate) use archive::{BY_CUSTOMER_STATEMENTS, STATEMENTS as ARCHIVE_STATEMENTS};

statements! {
    COUNT_OF_CUSTOMER = "SELECT count(*) AS orders FROM orders WHERE customer_id = :customer_id";
    NEXT_NUMBER = "INSERT INTO counters (name, value) VALUES (:name, 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1
        RETURNING value";
    INSERT = "INSERT INTO orders (number, customer_id, note, created_at)
        VALUES (:number, :customer_id, :note, :created_at)
        RETURNING id";
    UPDATE_DRAFT = "UPDATE orders SET customer_id = :customer_id, note = :note, rev = rev + 1
        WHERE id = :id AND rev = :rev AND state = 'draft'";
    INSERT_LINE = "INSERT INTO order_lines (
            order_id, position, product_id, frame_id, quantity, unit_price_cents, vat_bp
        ) VALUES (:order_id, :position, :product_id, :frame_id, :quantity, :unit_price_cents, :vat_bp)
        RETURNING id";
    DELETE_LINES = "DELETE FROM order_lines WHERE order_id = :order_id";
    GET = "SELECT id, number, customer_id, state, note, created_at, confirmed_at, sent_at, delivered_at,
            cancelled_at, rev
        FROM orders WHERE id = :id";
    LINES = "SELECT id, product_id, frame_id, quantity, unit_price_cents, vat_bp, size, width_mm, height_mm,
            surface
        FROM order_lines WHERE order_id = :order_id ORDER BY position";
    DESCRIBED_LINES = include_str!("orders/described_lines.sql");
    CONFIRM = "UPDATE orders SET state = 'confirmed', confirmed_at = :now, rev = rev + 1
        WHERE id = :id AND rev = :rev AND state = :state";
    SET_VAT = "UPDATE order_lines SET vat_bp = :vat_bp WHERE id = :id";
    KEEP_SHEETS [scans "a studio has some dozens of products"] = "UPDATE order_lines SET (size, width_mm, height_mm, surface) = (
            SELECT p.size, p.width_mm, p.height_mm, p.surface FROM products AS p
            WHERE p.id = order_lines.product_id
        )
        WHERE order_id = :order_id AND product_id IN (SELECT id FROM products WHERE kind = 'print')";
    SEND = "UPDATE orders SET state = 'sent', sent_at = :now, rev = rev + 1
        WHERE id = :id AND rev = :rev AND state = :state";
    DELIVER = "UPDATE orders SET state = 'delivered', delivered_at = :now, rev = rev + 1
        WHERE id = :id AND rev = :rev AND state = :state";
    CANCEL = "UPDATE orders SET state = 'cancelled', cancelled_at = :now, rev = rev + 1
        WHERE id = :id AND rev = :rev AND state = :state";
    IDS_IN_STATE = "SELECT id FROM orders WHERE state = :state ORDER BY id";
}

/// A line to store, with the VAT rate that it is made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// As entered.
    pub fields: OrderLineFields,
    /// VAT rate in basis points.
    pub vat_bp: u32,
}

/// What the window shows beside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescribedLine {
    /// The line.
    pub line: OrderLine,
    /// The product's code.
    pub product_code: String,
    /// The product's name in Finnish, Swedish and English.
    pub names: [String; 3],
    /// Whether the product is a paper print.
    pub is_print: bool,
    /// Name of the frame.
    pub frame_name: Option<String>,
}

fn line_from_row(row: &Row<'_>) -> Result<OrderLine, StoreError> {
    Ok(OrderLine {
        id: OrderLineId(row.get("id")?),
        fields: OrderLineFields {
            product_id: ProductId(row.get("product_id")?),
            frame_id: row.get::<_, Option<i64>>("frame_id")?.map(FrameId),
            quantity: row.get("quantity")?,
            unit_price: Cents(row.get("unit_price_cents")?),
        },
        vat_bp: row.get("vat_bp")?,
        sheet: sheet_from_row(row)?,
    })
}

fn sheet_from_row(row: &Row<'_>) -> Result<Option<Sheet>, StoreError> {
    let size: String = row.get("size")?;
    if size.is_empty() {
        return Ok(None);
    }
    Ok(Some(Sheet {
        size,
        width_mm: row.get("width_mm")?,
        height_mm: row.get("height_mm")?,
        surface: row.get("surface")?,
    }))
}

fn state_of(code: &str) -> Result<OrderState, StoreError> {
    OrderState::from_code(code).ok_or(StoreError::UnknownValue { column: "orders.state" })
}

fn from_row(row: &Row<'_>) -> Result<Order, StoreError> {
    let state: String = row.get("state")?;
    let instant = |column: &str| -> Result<Option<Instant>, StoreError> {
        Ok(row.get::<_, Option<i64>>(column)?.map(Instant))
    };
    Ok(Order {
        id: OrderId(row.get("id")?),
        number: row.get("number")?,
        customer_id: CustomerId(row.get("customer_id")?),
        state: state_of(&state)?,
        note: row.get("note")?,
        lines: Vec::new(),
        created_at: Instant(row.get("created_at")?),
        confirmed_at: instant("confirmed_at")?,
        sent_at: instant("sent_at")?,
        delivered_at: instant("delivered_at")?,
        cancelled_at: instant("cancelled_at")?,
        rev: row.get("rev")?,
    })
}

/// How many orders a customer has made, in any state.
///
/// # Errors
/// When the database fails.
pub fn count_of_customer(tx: &ReadTx<'_>, id: CustomerId) -> Result<u32, StoreError> {
    let count =
        tx.one(COUNT_OF_CUSTOMER, named_params! { ":customer_id": id.get() }, |row| Ok(row.get("orders")?))?;
    Ok(count.unwrap_or(0))
}

/// Adds a draft with the next number of `year`.
///
/// # Errors
/// When the database refuses: an unknown customer, product or frame.
pub fn insert(
    tx: &mut WriteTx<'_>,
    year: i16,
    customer_id: CustomerId,
    note: &str,
    lines: &[NewLine],
) -> Result<OrderId, StoreError> {
    let counter = format!("order-{year:04}");
    let count: i64 = tx
        .one(NEXT_NUMBER, named_params! { ":name": counter }, |row| Ok(row.get("value")?))?
        .ok_or(StoreError::Sql(rusqlite::Error::QueryReturnedNoRows))?;
    let values = named_params! {
        ":number": order_number(year, count), ":customer_id": customer_id.get(), ":note": note,
        ":created_at": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    insert_lines(tx, id, lines)?;
    tx.note(Entity::Order, id);
    tx.note(Entity::Customer, customer_id.get());
    Ok(OrderId(id))
}

fn insert_lines(tx: &mut WriteTx<'_>, order_id: i64, lines: &[NewLine]) -> Result<(), StoreError> {
    for (position, line) in (1_i64..).zip(lines) {
        let values = named_params! {
            ":order_id": order_id, ":position": position, ":product_id": line.fields.product_id.get(),
            ":frame_id": line.fields.frame_id.map(FrameId::get), ":quantity": line.fields.quantity,
            ":unit_price_cents": line.fields.unit_price.get(), ":vat_bp": line.vat_bp,
        };
        tx.insert(INSERT_LINE, values)?;
    }
    Ok(())
}

/// Changes a draft and replaces its lines.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one or the order is no draft any more,
/// [`StoreError::NotFound`] when there is none.
pub fn update_draft(
    tx: &mut WriteTx<'_>,
    id: OrderId,
    rev: i64,
    customer_id: CustomerId,
    note: &str,
    lines: &[NewLine],
) -> Result<(), StoreError> {
    let before = get(tx, id)?;
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":customer_id": customer_id.get(), ":note": note,
    };
    if tx.run(UPDATE_DRAFT, values)? == 0 {
        return Err(StoreError::Stale { entity: Entity::Order, id: id.get() });
    }
    tx.run(DELETE_LINES, named_params! { ":order_id": id.get() })?;
    insert_lines(tx, id.get(), lines)?;
    tx.note(Entity::Order, id.get());
    for customer in [before.customer_id, customer_id] {
        tx.note(Entity::Customer, customer.get());
    }
    Ok(())
}

/// Sets the VAT rate of a line, in basis points: its order is being confirmed.
///
/// # Errors
/// When the database refuses.
pub fn set_vat(tx: &mut WriteTx<'_>, line_id: OrderLineId, vat_bp: u32) -> Result<(), StoreError> {
    tx.run(SET_VAT, named_params! { ":id": line_id.get(), ":vat_bp": vat_bp })?;
    Ok(())
}

/// Moves an order from `state` to `next` and notes when. Confirmed, its lines keep the sheets that their
/// products have now.
///
/// # Errors
/// [`StoreError::Stale`] when the order is not at `rev` in `state`, [`StoreError::NotFound`] when there is
/// none.
pub fn advance(
    tx: &mut WriteTx<'_>,
    id: OrderId,
    rev: i64,
    state: OrderState,
    next: OrderState,
) -> Result<(), StoreError> {
    let stale = StoreError::Stale { entity: Entity::Order, id: id.get() };
    let statement = match next {
        _ if !state.may_become(next) => return Err(stale),
        OrderState::Confirmed => CONFIRM,
        OrderState::Sent => SEND,
        OrderState::Delivered => DELIVER,
        OrderState::Cancelled => CANCEL,
        OrderState::Draft => return Err(stale),
    };
    let now = tx.now().millis();
    let values = named_params! { ":id": id.get(), ":rev": rev, ":state": state.code(), ":now": now };
    if tx.run(statement, values)? == 0 {
        get(tx, id)?;
        return Err(stale);
    }
    if next == OrderState::Confirmed {
        tx.run(KEEP_SHEETS, named_params! { ":order_id": id.get() })?;
    }
    tx.note(Entity::Order, id.get());
    Ok(())
}

/// Moves those of the orders that are confirmed to sent, as when a batch has been handed over; gives the ids
/// of those that moved. Orders in other states stay as they are.
///
/// # Errors
/// [`StoreError::NotFound`] when one of them does not exist.
pub fn mark_sent(tx: &mut WriteTx<'_>, ids: &[OrderId]) -> Result<Vec<OrderId>, StoreError> {
    let mut moved = Vec::new();
    for id in ids {
        let order = get(tx, *id)?;
        if order.state == OrderState::Confirmed {
            advance(tx, *id, order.rev, OrderState::Confirmed, OrderState::Sent)?;
            moved.push(*id);
        }
    }
    Ok(moved)
}

/// An order with its lines, if there is one.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &ReadTx<'_>, id: OrderId) -> Result<Option<Order>, StoreError> {
    let Some(mut order) = tx.one(GET, named_params! { ":id": id.get() }, from_row)? else { return Ok(None) };
    order.lines = tx.all(LINES, named_params! { ":order_id": id.get() }, line_from_row)?;
    Ok(Some(order))
}

/// An order with its lines.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: OrderId) -> Result<Order, StoreError> {
    find(tx, id)?.ok_or(StoreError::NotFound { entity: Entity::Order, id: id.get() })
}

/// An order's lines with the names of their products and frames, in entry order.
///
/// # Errors
/// When the database fails.
pub fn described_lines(tx: &ReadTx<'_>, id: OrderId) -> Result<Vec<DescribedLine>, StoreError> {
    tx.all(DESCRIBED_LINES, named_params! { ":order_id": id.get() }, |row| {
        Ok(DescribedLine {
            line: line_from_row(row)?,
            product_code: row.get("product_code")?,
            names: [row.get("name_fi")?, row.get("name_sv")?, row.get("name_en")?],
            is_print: row.get("is_print")?,
            frame_name: row.get("frame_name")?,
        })
    })
}

/// Ids of the orders in a state, oldest first.
///
/// # Errors
/// When the database fails.
pub fn ids_in_state(tx: &ReadTx<'_>, state: OrderState) -> Result<Vec<OrderId>, StoreError> {
    tx.all(IDS_IN_STATE, named_params! { ":state": state.code() }, |row| Ok(OrderId(row.get("id")?)))
}
