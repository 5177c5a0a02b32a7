//! The order archive: looked for by number or customer's name, by state; listed by number or by customer, from either
//! end.
//!
//! Numbers are given in the order of ids, so that the archive by number is the archive by id; only where the beginning
//! of a number is looked for is it the number itself.

use domain::Instant;
use domain::ids::{CustomerId, OrderId};
use domain::money::Cents;
use domain::order::{OrderState, begins_order_number};
use rusqlite::{Row, named_params};

use super::state_of;
use crate::customers::NameOrder;
use crate::customers::folding::Typed;
use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError};

pub(crate) use by_customer::STATEMENTS as BY_CUSTOMER_STATEMENTS;

/// Up to this many customers of a name, or orders, are collected and sorted; beyond it the archive is walked in its
/// order until a page is full.
const NARROW: i64 = 2_000;
/// Characters of `2026-0001`.
const SHORTEST_NUMBER: usize = 9;
/// Characters of `2026-9999999`: more orders than any studio has in a year.
const LONGEST_NUMBER: usize = 12;

macro_rules! columns {
    () => {
        "o.id, o.number, o.customer_id, o.state, o.created_at, c.last_name, c.first_name,
            (SELECT coalesce(sum(l.quantity), 0) FROM order_lines AS l WHERE l.order_id = o.id) AS pieces,
            (
                SELECT coalesce(sum(l.quantity * l.unit_price_cents), 0)
                FROM order_lines AS l WHERE l.order_id = o.id
            ) AS gross_cents"
    };
}

mod by_customer;

macro_rules! listed {
    ($narrowed:literal down) => {
        listed!($narrowed, " AND o.id < :after", "o.id DESC")
    };
    ($narrowed:literal up) => {
        listed!($narrowed, " AND o.id > :after", "o.id")
    };
    ($narrowed:literal, $bound:literal, $order:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders AS o CROSS JOIN customers AS c ON c.id = o.customer_id
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

macro_rules! all {
    ($way:ident) => { listed!(":state = '' AND :match = ''" $way) };
}
macro_rules! of_state {
    ($way:ident) => { listed!(":match = '' AND o.state = :state" $way) };
}
macro_rules! of_customer {
    ($way:ident) => { listed!(":match = '' AND :state = :state AND o.customer_id = :customer_id" $way) };
}
macro_rules! by_number {
    ($order:literal) => {
        listed!("length(o.number) = :length AND o.number >= :from", " AND o.number < :below", $order)
    };
}
macro_rules! by_name {
    ($way:ident) => {
        listed!(
            ":state = :state AND o.customer_id IN (
                SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match
            )"
            $way
        )
    };
}
macro_rules! by_name_walk {
    ($way:ident) => {
        listed!(
            ":state = :state AND +o.customer_id IN (
                SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match
            )"
            $way
        )
    };
}

statements! {
    ALL [scans "walks from the newest until a page is full"] = all!(down);
    ALL_UP [scans "walks from the oldest until a page is full"] = all!(up);
    OF_STATE = of_state!(down);
    OF_STATE_UP = of_state!(up);
    OF_CUSTOMER = of_customer!(down);
    OF_CUSTOMER_UP = of_customer!(up);
    BY_NUMBER = by_number!("o.number DESC");
    BY_NUMBER_UP = by_number!("o.number");
    BY_NAME = by_name!(down);
    BY_NAME_UP = by_name!(up);
    BY_NAME_WALK [scans "walks from the newest until a page is full"] = by_name_walk!(down);
    BY_NAME_WALK_UP [scans "walks from the oldest until a page is full"] = by_name_walk!(up);
    COUNT_NAMED [scans "the hits of one search"] = "SELECT count(*) AS hits FROM (
            SELECT rowid FROM customers_fts WHERE customers_fts MATCH :match LIMIT :most
        )";
}

/// Order of the archive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ArchiveOrder {
    /// Oldest first.
    Number,
    /// Newest first.
    #[default]
    NumberDescending,
    /// By the customers' names in Finnish order, the newest of each customer first.
    Customer,
    /// By the customers' names from the end of the alphabet, the newest of each customer first.
    CustomerDescending,
}

/// Which way through the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Down,
    Up,
}

impl Way {
    /// Of the statements that list the same, the one that goes this way.
    fn of(self, down: &'static str, up: &'static str) -> &'static str {
        match self {
            Self::Down => down,
            Self::Up => up,
        }
    }
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

impl OrderFilter {
    fn has(&self, state: OrderState) -> bool {
        self.states.is_empty() || self.states.contains(&state)
    }
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

/// What was typed to find customers, as a full-text expression; empty when there is no word in it. The words table
/// holds telephone numbers too: digits begin one.
fn words_of(search: &str) -> String {
    let mut typed = Typed::parse(search);
    if !typed.digits.is_empty() {
        typed.words.push(std::mem::take(&mut typed.digits));
    }
    typed.words.extend(crate::customers::folding::words(&typed.email));
    typed.words_expression()
}

/// Whether more customers match than are quickly sorted.
fn is_broad(tx: &ReadTx<'_>, expression: &str) -> Result<bool, StoreError> {
    let values = named_params! { ":match": expression, ":most": NARROW + 1 };
    let hits: Option<i64> = tx.one(COUNT_NAMED, values, |row| Ok(row.get("hits")?))?;
    Ok(hits > Some(NARROW))
}

/// A page of orders. Those of one customer are always listed by number.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page of this order gave `after` out.
pub fn list(
    tx: &ReadTx<'_>,
    filter: &OrderFilter,
    order: ArchiveOrder,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<OrderListed>, StoreError> {
    let way = match order {
        ArchiveOrder::Customer if filter.customer_id.is_none() => {
            return by_customer::list(tx, filter, NameOrder::Ascending, after, limit);
        }
        ArchiveOrder::CustomerDescending if filter.customer_id.is_none() => {
            return by_customer::list(tx, filter, NameOrder::Descending, after, limit);
        }
        ArchiveOrder::Number => Way::Up,
        ArchiveOrder::NumberDescending | ArchiveOrder::Customer | ArchiveOrder::CustomerDescending => {
            Way::Down
        }
    };
    let search = filter.search.trim();
    if begins_order_number(search) {
        return list_by_number(tx, filter, search, way, after, limit);
    }
    let after = match way {
        Way::Down => page::before_id(after)?,
        Way::Up => page::after_id(after)?,
    };
    let rows = if !search.is_empty() {
        let expression = words_of(search);
        if expression.is_empty() {
            return Ok(Page { rows: Vec::new(), next: None });
        }
        let statement = if is_broad(tx, &expression)? {
            way.of(BY_NAME_WALK, BY_NAME_WALK_UP)
        } else {
            way.of(BY_NAME, BY_NAME_UP)
        };
        some(tx, statement, filter, &expression, "", after, limit)?
    } else if filter.customer_id.is_some() {
        some(tx, way.of(OF_CUSTOMER, OF_CUSTOMER_UP), filter, "", "", after, limit)?
    } else if filter.states.is_empty() {
        some(tx, way.of(ALL, ALL_UP), filter, "", "", after, limit)?
    } else {
        // a page of each state, merged
        let mut rows = Vec::new();
        for state in &filter.states {
            rows.extend(some(tx, way.of(OF_STATE, OF_STATE_UP), filter, "", state.code(), after, limit)?);
        }
        rows.sort_unstable_by_key(|row| row.id);
        if way == Way::Down {
            rows.reverse();
        }
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
    let values = named_params! {
        ":match": matched,
        ":state": state,
        ":after": after,
        ":customer_id": filter.customer_id.map_or(0, CustomerId::get),
        ":draft": filter.has(OrderState::Draft),
        ":confirmed": filter.has(OrderState::Confirmed),
        ":sent": filter.has(OrderState::Sent),
        ":delivered": filter.has(OrderState::Delivered),
        ":cancelled": filter.has(OrderState::Cancelled),
        ":limit": i64::from(limit) + 1,
    };
    tx.all(statement, values, from_row)
}

/// Numbers that begin so, in their order: the longer ones of a year come after the shorter ones.
fn list_by_number(
    tx: &ReadTx<'_>,
    filter: &OrderFilter,
    beginning: &str,
    way: Way,
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
    let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
    let reached = after.as_ref().map(|number| number.len().min(LONGEST_NUMBER));
    let lengths: Vec<usize> = match way {
        Way::Down => (SHORTEST_NUMBER..=reached.unwrap_or(LONGEST_NUMBER)).rev().collect(),
        Way::Up => (reached.unwrap_or(SHORTEST_NUMBER)..=LONGEST_NUMBER).collect(),
    };
    let mut rows = Vec::new();
    for length in lengths {
        let mut from = beginning.to_owned();
        let mut below = format!("{beginning}:");
        // of the cursor's length those after it, of every other all of them
        if let Some(number) = after.as_ref().filter(|number| number.len() == length) {
            match way {
                Way::Down => below.clone_from(number),
                Way::Up => from = format!("{number}!"),
            }
        }
        let values = named_params! {
            ":from": from,
            ":below": below,
            ":length": i64::try_from(length).unwrap_or(i64::MAX),
            ":customer_id": filter.customer_id.map_or(0, CustomerId::get),
            ":draft": filter.has(OrderState::Draft),
            ":confirmed": filter.has(OrderState::Confirmed),
            ":sent": filter.has(OrderState::Sent),
            ":delivered": filter.has(OrderState::Delivered),
            ":cancelled": filter.has(OrderState::Cancelled),
            ":limit": i64::try_from(most.saturating_sub(rows.len())).unwrap_or(i64::MAX),
        };
        rows.extend(tx.all(way.of(BY_NUMBER, BY_NUMBER_UP), values, from_row)?);
        if rows.len() >= most {
            break;
        }
    }
    Ok(Page::cut(rows, limit, |row| vec![row.number.clone()]))
}
