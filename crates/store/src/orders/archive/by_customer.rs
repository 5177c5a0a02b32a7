//! The order archive by customers' names.
//!
//! Few orders are collected and sorted. Many are found by walking the customers in their order until a page is full:
//! the more there are, the sooner that is.

use domain::order::{OrderState, begins_order_number};
use rusqlite::{Row, named_params};

use super::{NARROW, OrderFilter, OrderListed, is_broad, words_of};
use crate::customers::NameOrder;
use crate::customers::alphabet::{BEYOND, parse_key, written_key};
use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError};

macro_rules! listed {
    ($narrowed:literal a_to_z) => {
        listed!($narrowed, " AND (c.sort_key, c.id) >= (:after_key, :after_customer)
            AND ((c.sort_key, c.id) > (:after_key, :after_customer) OR o.id < :after)
            ORDER BY c.sort_key, c.id, o.id DESC")
    };
    ($narrowed:literal z_to_a) => {
        listed!($narrowed, " AND (c.sort_key, c.id) <= (:after_key, :after_customer)
            AND ((c.sort_key, c.id) < (:after_key, :after_customer) OR o.id < :after)
            ORDER BY c.sort_key DESC, c.id DESC, o.id DESC")
    };
    ($narrowed:literal, $bound_and_order:literal) => {
        concat!(
            "SELECT c.sort_key, ",
            columns!(),
            " FROM ",
            $narrowed,
            " AND +o.state IN (:draft, :confirmed, :sent, :delivered, :cancelled)
            AND (:number = '' OR o.number >= :number AND o.number < :number || ':')
            AND (:words = '' OR c.id IN (SELECT rowid FROM customers_fts WHERE customers_fts MATCH :words))",
            $bound_and_order,
            " LIMIT :limit"
        )
    };
}

macro_rules! of_states {
    ($way:ident) => {
        listed!(
            "orders AS o CROSS JOIN customers AS c ON c.id = o.customer_id
            WHERE o.state IN (:draft, :confirmed, :sent, :delivered, :cancelled)"
            $way
        )
    };
}
macro_rules! numbered {
    ($way:ident) => {
        listed!(
            "orders AS o CROSS JOIN customers AS c ON c.id = o.customer_id
            WHERE o.number >= :number AND o.number < :number || ':'"
            $way
        )
    };
}
macro_rules! named {
    ($way:ident) => {
        listed!(
            "orders AS o CROSS JOIN customers AS c ON c.id = o.customer_id
            WHERE o.customer_id IN (SELECT rowid FROM customers_fts WHERE customers_fts MATCH :words)"
            $way
        )
    };
}
macro_rules! walk {
    ($way:ident) => { listed!("customers AS c CROSS JOIN orders AS o ON o.customer_id = c.id WHERE true" $way) };
}

statements! {
    OF_STATES = of_states!(a_to_z);
    OF_STATES_BACK = of_states!(z_to_a);
    NUMBERED = numbered!(a_to_z);
    NUMBERED_BACK = numbered!(z_to_a);
    NAMED = named!(a_to_z);
    NAMED_BACK = named!(z_to_a);
    WALK = walk!(a_to_z);
    WALK_BACK = walk!(z_to_a);
    COUNT_OF_STATES [scans "as many as are quickly sorted"] = "SELECT count(*) AS orders FROM (
            SELECT id FROM orders WHERE state IN (:draft, :confirmed, :sent, :delivered, :cancelled) LIMIT :most
        )";
    COUNT_NUMBERED [scans "as many as are quickly sorted"] = "SELECT count(*) AS orders FROM (
            SELECT id FROM orders WHERE number >= :number AND number < :number || ':' LIMIT :most
        )";
}

struct Hit {
    listed: OrderListed,
    sort_key: Vec<u8>,
}

fn hit_from_row(row: &Row<'_>) -> Result<Hit, StoreError> {
    Ok(Hit { listed: super::from_row(row)?, sort_key: row.get("sort_key")? })
}

/// What is looked for, as the statements take it.
struct Wanted<'a> {
    filter: &'a OrderFilter,
    /// The beginning of a number; empty for all.
    number: &'a str,
    /// Of the customers' names, as a full-text expression; empty for all.
    words: String,
}

impl Wanted<'_> {
    /// The code of a state when it is wanted.
    fn code(&self, state: OrderState) -> &'static str {
        if self.filter.has(state) { state.code() } else { "" }
    }

    /// The statement that finds these orders soonest.
    fn statement(&self, tx: &ReadTx<'_>, order: NameOrder) -> Result<&'static str, StoreError> {
        let [forth, back] = if self.are_few_of_states(tx)? {
            [OF_STATES, OF_STATES_BACK]
        } else if !self.number.is_empty() && self.are_few_numbered(tx)? {
            [NUMBERED, NUMBERED_BACK]
        } else if !self.words.is_empty() && !is_broad(tx, &self.words)? {
            [NAMED, NAMED_BACK]
        } else {
            [WALK, WALK_BACK]
        };
        Ok(match order {
            NameOrder::Ascending => forth,
            NameOrder::Descending => back,
        })
    }

    fn are_few_of_states(&self, tx: &ReadTx<'_>) -> Result<bool, StoreError> {
        let values = named_params! {
            ":draft": self.code(OrderState::Draft), ":confirmed": self.code(OrderState::Confirmed),
            ":sent": self.code(OrderState::Sent), ":delivered": self.code(OrderState::Delivered),
            ":cancelled": self.code(OrderState::Cancelled), ":most": NARROW + 1,
        };
        let orders: Option<i64> = tx.one(COUNT_OF_STATES, values, |row| Ok(row.get("orders")?))?;
        Ok(orders <= Some(NARROW))
    }

    fn are_few_numbered(&self, tx: &ReadTx<'_>) -> Result<bool, StoreError> {
        let values = named_params! { ":number": self.number, ":most": NARROW + 1 };
        let orders: Option<i64> = tx.one(COUNT_NUMBERED, values, |row| Ok(row.get("orders")?))?;
        Ok(orders <= Some(NARROW))
    }
}

/// A page of orders by customers' names, whosever they are.
pub(super) fn list(
    tx: &ReadTx<'_>,
    filter: &OrderFilter,
    order: NameOrder,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<OrderListed>, StoreError> {
    let search = filter.search.trim();
    let mut wanted = Wanted { filter, number: "", words: String::new() };
    if begins_order_number(search) {
        wanted.number = search;
    } else if !search.is_empty() {
        wanted.words = words_of(search);
        if wanted.words.is_empty() {
            return Ok(Page { rows: Vec::new(), next: None });
        }
    }
    let (after_key, after_customer, after) = match (after, order) {
        (Some(cursor), _) => {
            let [key, customer, id] = page::parse_cursor(cursor)?;
            (parse_key(&key)?, page::cursor_number(&customer)?, page::cursor_number(&id)?)
        }
        (None, NameOrder::Ascending) => (Vec::new(), 0, 0),
        (None, NameOrder::Descending) => (BEYOND.to_vec(), i64::MAX, 0),
    };
    let values = named_params! {
        ":draft": wanted.code(OrderState::Draft), ":confirmed": wanted.code(OrderState::Confirmed),
        ":sent": wanted.code(OrderState::Sent), ":delivered": wanted.code(OrderState::Delivered),
        ":cancelled": wanted.code(OrderState::Cancelled), ":number": wanted.number, ":words": wanted.words,
        ":after_key": after_key, ":after_customer": after_customer, ":after": after,
        ":limit": i64::from(limit) + 1,
    };
    let hits = tx.all(wanted.statement(tx, order)?, values, hit_from_row)?;
    let keys = |hit: &Hit| {
        let OrderListed { customer_id, id, .. } = &hit.listed;
        vec![written_key(&hit.sort_key), customer_id.get().to_string(), id.get().to_string()]
    };
    Ok(Page::cut(hits, limit, keys).map(|hit| hit.listed))
}
