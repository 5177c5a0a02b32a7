//! The order archive: by number or customer's name, by state, newest first.

use std::cmp::Reverse;

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
/// Characters of `2026-0001`.
const SHORTEST_NUMBER: usize = 9;
/// Characters of `2026-9999999`: more orders than any studio has in a year.
const LONGEST_NUMBER: usize = 12;

macro_rules! listed {
    ($narrowed:literal) => {
        listed!($narrowed, " AND o.id < :after", "o.id DESC")
    };
    ($narrowed:literal, $bound:literal, $order:literal) => {
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
            $bound,
            " AND (:customer_id = 0 OR o.customer_id = :customer_id)
                AND CASE o.state
                    WHEN 'draft' THEN :draft WHEN 'confirmed' THEN :confirmed WHEN 'sent' THEN :sent
                    WHEN 'delivered' THEN :delivered ELSE :cancelled
                END
            ORDER BY ",
            $order,
            " LIMIT :limit"
        )
    };
}

statements! {
    ALL [scans "walks from the newest until a page is full"] = listed!(":state = '' AND :match = ''");
    OF_STATE = listed!(":match = '' AND o.state = :state");
    OF_CUSTOMER = listed!(":match = '' AND :state = :state AND o.customer_id = :customer_id");
    BY_NUMBER = listed!(
        "length(o.number) = :length AND o.number >= :match AND o.number < :match || ':'",
        " AND o.number < :after",
        "o.number DESC"
    );
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
    COUNT_NAMED [scans "the hits of one search"] = "SELECT count(*) AS hits FROM (
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
    let search = filter.search.trim();
    if begins_order_number(search) {
        return list_by_number(tx, filter, search, after, limit);
    }
    let after = page::before_id(after)?;
    let rows = if !search.is_empty() {
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
        let statement = if hits > Some(NARROW) { BY_NAME_WALK } else { BY_NAME };
        some(tx, statement, filter, &expression, "", after, limit)?
    } else if filter.customer_id.is_some() {
        some(tx, OF_CUSTOMER, filter, "", "", after, limit)?
    } else if filter.states.is_empty() {
        some(tx, ALL, filter, "", "", after, limit)?
    } else {
        // a page of each state, merged
        let mut rows = Vec::new();
        for state in &filter.states {
            rows.extend(some(tx, OF_STATE, filter, "", state.code(), after, limit)?);
        }
        rows.sort_unstable_by_key(|row| Reverse(row.id));
        rows.dedup_by_key(|row| row.id);
        rows
    };
    Ok(Page::cut(rows, limit, |row| vec![row.id.get().to_string()]))
}

fn some(
    tx: &ReadTx<'_>,
    statement: &str,
    filter: &OrderFilter,
    matched: &str,
    state: &str,
    after: i64,
    limit: u32,
) -> Result<Vec<OrderListed>, StoreError> {
    let has = |state: OrderState| filter.states.is_empty() || filter.states.contains(&state);
    let values = named_params! {
        ":match": matched,
        ":state": state,
        ":after": after,
        ":customer_id": filter.customer_id.map_or(0, CustomerId::get),
        ":draft": has(OrderState::Draft),
        ":confirmed": has(OrderState::Confirmed),
        ":sent": has(OrderState::Sent),
        ":delivered": has(OrderState::Delivered),
        ":cancelled": has(OrderState::Cancelled),
        ":limit": i64::from(limit) + 1,
    };
    tx.all(statement, values, from_row)
}

/// Numbers that begin so, highest first: the longer ones of a year come after the shorter ones.
fn list_by_number(
    tx: &ReadTx<'_>,
    filter: &OrderFilter,
    beginning: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<OrderListed>, StoreError> {
    let after = match after {
        Some(cursor) => {
            let [number] = page::parse_cursor(cursor)?;
            Some(number)
        }
        None => None,
    };
    let has = |state: OrderState| filter.states.is_empty() || filter.states.contains(&state);
    let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
    let longest = after.as_ref().map_or(LONGEST_NUMBER, String::len);
    let mut rows = Vec::new();
    for length in (SHORTEST_NUMBER..=longest).rev() {
        // a longer number than the cursor's never comes here, a shorter one is below it whatever its digits
        let below = after.as_deref().filter(|number| number.len() == length).unwrap_or("~");
        let values = named_params! {
            ":match": beginning,
            ":length": i64::try_from(length).unwrap_or(i64::MAX),
            ":after": below,
            ":customer_id": filter.customer_id.map_or(0, CustomerId::get),
            ":draft": has(OrderState::Draft),
            ":confirmed": has(OrderState::Confirmed),
            ":sent": has(OrderState::Sent),
            ":delivered": has(OrderState::Delivered),
            ":cancelled": has(OrderState::Cancelled),
            ":limit": i64::try_from(most.saturating_sub(rows.len())).unwrap_or(i64::MAX),
        };
        rows.extend(tx.all(BY_NUMBER, values, from_row)?);
        if rows.len() >= most {
            break;
        }
    }
    Ok(Page::cut(rows, limit, |row| vec![row.number.clone()]))
}
