//! The order archive: by number or customer's name, by state, newest first.

use domain::Instant;
use domain::ids::{CustomerId, OrderId};
use domain::money::Cents;
use domain::order::{OrderState, begins_order_number};
use rusqlite::{Row, named_params};

use super::state_of;
use crate::customers::folding::Typed;
use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError};

/// Up to this many customers of a name have their orders collected and sorted; beyond it the archive is
/// walked from its newest order.
const NARROW: i64 = 2_000;

macro_rules! listed {
    ($narrowed:literal) => {
        concat!(
            "SELECT o.id, o.number, o.customer_id, o.state, o.created_at, c.last_name, c.first_name,
                (SELECT coalesce(sum(l.quantity), 0) FROM order_lines AS l WHERE l.order_id = o.id) AS pieces,
                (
                    SELECT coalesce(sum(l.quantity * l.unit_price_cents), 0)
                    FROM order_lines AS l WHERE l.order_id = o.id
                ) AS gross_cents
            FROM orders AS o CROSS JOIN customers AS c ON c.id = o.customer_id
            WHERE ",
            $narrowed,
            " AND o.id < :after
                AND (:customer_id = 0 OR o.customer_id = :customer_id)
                AND CASE o.state
                    WHEN 'draft' THEN :draft WHEN 'confirmed' THEN :confirmed WHEN 'sent' THEN :sent
                    WHEN 'delivered' THEN :delivered ELSE :cancelled
                END
            ORDER BY o.id DESC
            LIMIT :limit"
        )
    };
}

statements! {
    ALL [scans "walks from the newest until a page is full"] = listed!(":state = '' AND :match = ''");
    OF_STATE = listed!(":match = '' AND o.state = :state");
    OF_CUSTOMER = listed!(":match = '' AND :state = :state AND o.customer_id = :customer_id");
    BY_NUMBER = listed!(":state = :state AND o.number >= :match AND o.number < :match || ':'");
    BY_NAME = listed!(
        ":state = :state AND o.customer_id IN (
            SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match
        )"
    );
    BY_NAME_WALK [scans "walks from the newest until a page is full"] = listed!(
        ":state = :state AND +o.customer_id IN (
            SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match
        )"
    );
    COUNT_NAMED = "SELECT count(*) AS hits FROM (
            SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match LIMIT :most
        )";
}

/// Which orders to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderFilter {
    /// The beginning of an order number, or words of the customer's names; empty for all.
    pub search: String,
    /// States; empty for every state.
    pub states: Vec<OrderState>,
    /// Orders of one customer.
    pub customer_id: Option<CustomerId>,
}

/// An order as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderListed {
    /// Row id.
    pub id: OrderId,
    /// `YYYY-NNNN`.
    pub number: String,
    /// Who ordered.
    pub customer_id: CustomerId,
    /// The customer's family name.
    pub last_name: String,
    /// The customer's given names.
    pub first_name: String,
    /// Where it stands.
    pub state: OrderState,
    /// Pieces of all lines.
    pub pieces: u32,
    /// What the customer pays.
    pub gross: Cents,
    /// When it was begun.
    pub created_at: Instant,
}

fn from_row(row: &Row<'_>) -> Result<OrderListed, StoreError> {
    let state: String = row.get("state")?;
    Ok(OrderListed {
        id: OrderId(row.get("id")?),
        number: row.get("number")?,
        customer_id: CustomerId(row.get("customer_id")?),
        last_name: row.get("last_name")?,
        first_name: row.get("first_name")?,
        state: state_of(&state)?,
        pieces: row.get("pieces")?,
        gross: Cents(row.get("gross_cents")?),
        created_at: Instant(row.get("created_at")?),
    })
}

/// A page of orders, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page gave `after` out.
pub fn list(
    tx: &ReadTx<'_>,
    filter: &OrderFilter,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<OrderListed>, StoreError> {
    let after = match after {
        Some(cursor) => {
            let [id] = page::parse_cursor(cursor)?;
            page::cursor_number(&id)?
        }
        None => i64::MAX,
    };
    let search = filter.search.trim();
    let mut single_state = "";
    let (statement, matched) = if begins_order_number(search) {
        (BY_NUMBER, search.to_owned())
    } else if !search.is_empty() {
        // the words table holds telephone numbers too: digits begin one
        let mut typed = Typed::parse(search);
        if !typed.digits.is_empty() {
            typed.words.push(std::mem::take(&mut typed.digits));
        }
        typed.words.extend(crate::customers::folding::words(&typed.email));
        if typed.words.is_empty() {
            return Ok(Page { rows: Vec::new(), next: None });
        }
        let expression = typed.words_expression();
        let values = named_params! { ":match": expression, ":most": NARROW + 1 };
        let hits: Option<i64> = tx.one(COUNT_NAMED, values, |row| Ok(row.get("hits")?))?;
        (if hits > Some(NARROW) { BY_NAME_WALK } else { BY_NAME }, expression)
    } else if filter.customer_id.is_some() {
        (OF_CUSTOMER, String::new())
    } else if let [state] = filter.states.as_slice() {
        single_state = state.code();
        (OF_STATE, String::new())
    } else {
        (ALL, String::new())
    };
    let has = |state: OrderState| filter.states.is_empty() || filter.states.contains(&state);
    let values = named_params! {
        ":match": matched,
        ":state": single_state,
        ":after": after,
        ":customer_id": filter.customer_id.map_or(0, CustomerId::get),
        ":draft": has(OrderState::Draft),
        ":confirmed": has(OrderState::Confirmed),
        ":sent": has(OrderState::Sent),
        ":delivered": has(OrderState::Delivered),
        ":cancelled": has(OrderState::Cancelled),
        ":limit": i64::from(limit) + 1,
    };
    let rows = tx.all(statement, values, from_row)?;
    Ok(Page::cut(rows, limit, |row| vec![row.id.get().to_string()]))
}
