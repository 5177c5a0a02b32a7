//! Customers as listed and searched while typing, in Finnish order, from either end.
//!
//! A narrow match is collected and sorted. Sorting a broad one would take too long, so the list is walked in
//! its order instead until a page is full: the broader the match, the sooner that is. A walk that finds too
//! little (many customers, all late in the alphabet) gives up and sorts after all.

use domain::customer::Customer;
use domain::order::begins_order_number;
use rusqlite::{Row, named_params};

use super::alphabet::{BEYOND, parse_key, written_key};
use super::folding::Typed;
use super::from_row;
use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError};

/// Up to this many matches are sorted without trying to walk.
const NARROW: usize = 3_000;
/// How many customers a walk looks at before it gives up.
const LONGEST_WALK: usize = 6_000;

macro_rules! hits {
    (all) => {
        "customers AS a WHERE"
    };
    (words) => {
        "customers_fts CROSS JOIN customers AS a ON a.id = customers_fts.rowid
        WHERE customers_fts MATCH :words
            AND (:digits = '' OR instr(a.search_digits, :digits) > 0)
            AND (:email = '' OR instr(lower(a.email), :email) > 0)
            AND"
    };
    (fragments) => {
        "customers_fragments CROSS JOIN customers AS a ON a.id = customers_fragments.rowid
        WHERE customers_fragments MATCH :fragments
            AND (:email = '' OR instr(lower(a.email), :email) > 0)
            AND"
    };
    (order_number) => {
        "customers AS a
        WHERE a.id IN (
                SELECT o.customer_id FROM orders AS o
                WHERE o.number >= :number AND o.number < :number || ':'
                ORDER BY o.number DESC
                LIMIT 1000
            )
            AND"
    };
}

macro_rules! after {
    (a_to_z) => {
        " (a.sort_key, a.id) > (:after_key, :after_id) ORDER BY a.sort_key, a.id"
    };
    (z_to_a) => {
        " (a.sort_key, a.id) < (:after_key, :after_id) ORDER BY a.sort_key DESC, a.id DESC"
    };
}

macro_rules! page {
    ($hits:ident a_to_z) => {
        listed!(
            concat!("SELECT a.id, a.sort_key FROM ", hits!($hits), after!(a_to_z), " LIMIT :limit"),
            "hits.sort_key, hits.id"
        )
    };
    ($hits:ident z_to_a) => {
        listed!(
            concat!("SELECT a.id, a.sort_key FROM ", hits!($hits), after!(z_to_a), " LIMIT :limit"),
            "hits.sort_key DESC, hits.id DESC"
        )
    };
}

macro_rules! listed {
    ($hits:expr, $order:literal) => {
        concat!(
            "WITH hits AS MATERIALIZED (",
            $hits,
            ") SELECT
                c.id, c.last_name, c.first_name, c.email, c.phone, c.street, c.postal_code, c.town, c.country,
                c.language, c.note, c.protected_at, c.protected_by, c.protection_review_on, c.created_at,
                c.updated_at, c.rev, hits.sort_key,
                coalesce((
                    SELECT p.is_given FROM consents AS p
                    WHERE p.customer_id = c.id AND p.purpose = 'marketing'
                    ORDER BY p.id DESC
                    LIMIT 1
                ), 0) AS is_marketing_permitted,
                (SELECT count(*) FROM orders AS o WHERE o.customer_id = c.id) AS orders
            FROM hits CROSS JOIN customers AS c ON c.id = hits.id
            ORDER BY ",
            $order
        )
    };
}

macro_rules! walk {
    ($order:ident) => {
        concat!(
            "SELECT a.id, a.sort_key, a.search_words, a.search_digits, a.email FROM ",
            hits!(all),
            after!($order)
        )
    };
}

statements! {
    ALL [scans "the hits of one search"] = page!(all a_to_z);
    ALL_BACK [scans "the hits of one search"] = page!(all z_to_a);
    COUNT_BY_WORDS [scans "the hits of one search"] = "SELECT count(*) AS hits FROM (
            SELECT rowid FROM customers_fts WHERE customers_fts MATCH :words LIMIT :most
        )";
    COUNT_BY_FRAGMENTS [scans "the hits of one search"] = "SELECT count(*) AS hits FROM (
            SELECT rowid FROM customers_fragments WHERE customers_fragments MATCH :fragments LIMIT :most
        )";
    BY_WORDS [scans "the hits of one search"] = page!(words a_to_z);
    BY_WORDS_BACK [scans "the hits of one search"] = page!(words z_to_a);
    BY_FRAGMENTS [scans "the hits of one search"] = page!(fragments a_to_z);
    BY_FRAGMENTS_BACK [scans "the hits of one search"] = page!(fragments z_to_a);
    BY_ORDER_NUMBER [scans "the hits of one search"] = page!(order_number a_to_z);
    BY_ORDER_NUMBER_BACK [scans "the hits of one search"] = page!(order_number z_to_a);
    WALK = walk!(a_to_z);
    WALK_BACK = walk!(z_to_a);
    OF_IDS [scans "the ids of one page"] = listed!(
        "SELECT a.id, a.sort_key FROM customers AS a
        WHERE a.id IN (SELECT value FROM json_each(:ids))",
        "hits.sort_key, hits.id"
    );
}

/// Which way through the alphabet; equal names by their age.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NameOrder {
    /// From A to Ö.
    #[default]
    Ascending,
    /// From Ö to A.
    Descending,
}

/// The statements that go one way.
struct Way {
    all: &'static str,
    by_words: &'static str,
    by_fragments: &'static str,
    by_order_number: &'static str,
    walk: &'static str,
}

impl NameOrder {
    const fn way(self) -> Way {
        match self {
            Self::Ascending => Way {
                all: ALL,
                by_words: BY_WORDS,
                by_fragments: BY_FRAGMENTS,
                by_order_number: BY_ORDER_NUMBER,
                walk: WALK,
            },
            Self::Descending => Way {
                all: ALL_BACK,
                by_words: BY_WORDS_BACK,
                by_fragments: BY_FRAGMENTS_BACK,
                by_order_number: BY_ORDER_NUMBER_BACK,
                walk: WALK_BACK,
            },
        }
    }
}

/// A customer as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerListed {
    /// The customer.
    pub customer: Customer,
    /// How many orders there are of this customer.
    pub orders: u32,
}

struct Hit {
    listed: CustomerListed,
    sort_key: Vec<u8>,
}

fn hit_from_row(row: &Row<'_>) -> Result<Hit, StoreError> {
    Ok(Hit {
        listed: CustomerListed { customer: from_row(row)?, orders: row.get("orders")? },
        sort_key: row.get("sort_key")?,
    })
}

/// Where a page begins: after this place of the alphabet, as far as it goes that way.
struct After {
    order: NameOrder,
    key: Vec<u8>,
    id: i64,
}

impl After {
    fn parse(order: NameOrder, cursor: Option<&str>) -> Result<Self, StoreError> {
        let Some(cursor) = cursor else {
            return Ok(match order {
                NameOrder::Ascending => Self { order, key: Vec::new(), id: 0 },
                NameOrder::Descending => Self { order, key: BEYOND.to_vec(), id: i64::MAX },
            });
        };
        let [key, id] = page::parse_cursor(cursor)?;
        Ok(Self { order, key: parse_key(&key)?, id: page::cursor_number(&id)? })
    }
}

/// A page of customers in Finnish order, either way. `search` holds words of names and e-mail addresses in any order,
/// each as far as it is typed, digits of the telephone number, a part of an e-mail address with its `@`, or the
/// beginning of an order number; empty lists all. Digits that begin no telephone number are looked for anywhere in
/// one, a single word that begins none inside e-mail addresses.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page gave `after` out.
pub fn list(
    tx: &ReadTx<'_>,
    search: &str,
    order: NameOrder,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<CustomerListed>, StoreError> {
    let after = After::parse(order, after)?;
    let way = order.way();
    let search = search.trim();
    let wanted = i64::from(limit) + 1;
    let typed = Typed::parse(search);
    if search.is_empty() {
        let values = named_params! { ":after_key": after.key, ":after_id": after.id, ":limit": wanted };
        return Ok(cut(tx.all(way.all, values, hit_from_row)?, limit));
    }
    if begins_order_number(search) {
        let values = named_params! {
            ":number": search, ":after_key": after.key, ":after_id": after.id, ":limit": wanted,
        };
        let hits = tx.all(way.by_order_number, values, hit_from_row)?;
        if !hits.is_empty() {
            return Ok(cut(hits, limit));
        }
    }
    if typed.is_empty() {
        return Ok(Page { rows: Vec::new(), next: None });
    }
    if let Some(beginning) = typed.beginning_of_a_number() {
        let hits = matching(tx, &beginning, &after, wanted)?;
        if !hits.is_empty() {
            return Ok(cut(hits, limit));
        }
    }
    let hits = matching(tx, &typed, &after, wanted)?;
    if hits.is_empty() && is_single_word(search) {
        let inside = Typed { email: search.to_ascii_lowercase(), ..Typed::default() };
        return Ok(cut(sorted(tx, &inside, &after, wanted)?, limit));
    }
    Ok(cut(hits, limit))
}

fn cut(hits: Vec<Hit>, limit: u32) -> Page<CustomerListed> {
    let keys = |hit: &Hit| vec![written_key(&hit.sort_key), hit.listed.customer.id.get().to_string()];
    Page::cut(hits, limit, keys).map(|hit| hit.listed)
}

fn is_single_word(search: &str) -> bool {
    search.chars().count() >= 3
        && !search.contains(|character: char| character.is_whitespace() || character.is_control())
}

fn matching(tx: &ReadTx<'_>, typed: &Typed, after: &After, wanted: i64) -> Result<Vec<Hit>, StoreError> {
    if is_broad(tx, typed)?
        && let Some(hits) = walk(tx, typed, after, wanted)?
    {
        return Ok(hits);
    }
    sorted(tx, typed, after, wanted)
}

/// Whether more customers match the words, or without words the fragments, than are quickly sorted.
fn is_broad(tx: &ReadTx<'_>, typed: &Typed) -> Result<bool, StoreError> {
    let most = i64::try_from(NARROW + 1).unwrap_or(i64::MAX);
    let counted = if typed.words.is_empty() {
        let values = named_params! { ":fragments": typed.fragments_expression(), ":most": most };
        tx.one(COUNT_BY_FRAGMENTS, values, |row| Ok(row.get::<_, i64>("hits")?))?
    } else {
        let values = named_params! { ":words": typed.words_expression(), ":most": most };
        tx.one(COUNT_BY_WORDS, values, |row| Ok(row.get::<_, i64>("hits")?))?
    };
    Ok(counted == Some(most))
}

/// Every match sorted, and the page cut out of it.
fn sorted(tx: &ReadTx<'_>, typed: &Typed, after: &After, wanted: i64) -> Result<Vec<Hit>, StoreError> {
    if typed.words.is_empty() {
        let values = named_params! {
            ":fragments": typed.fragments_expression(), ":email": typed.email,
            ":after_key": after.key, ":after_id": after.id, ":limit": wanted,
        };
        return tx.all(after.order.way().by_fragments, values, hit_from_row);
    }
    let values = named_params! {
        ":words": typed.words_expression(), ":digits": typed.digits, ":email": typed.email,
        ":after_key": after.key, ":after_id": after.id, ":limit": wanted,
    };
    tx.all(after.order.way().by_words, values, hit_from_row)
}

/// The list walked in its order; none when the page was not full after the longest walk.
fn walk(tx: &ReadTx<'_>, typed: &Typed, after: &After, wanted: i64) -> Result<Option<Vec<Hit>>, StoreError> {
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    let mut ids: Vec<String> = Vec::new();
    let mut statement = tx.conn().prepare_cached(after.order.way().walk)?;
    let mut rows = statement.query(named_params! { ":after_key": after.key, ":after_id": after.id })?;
    let mut steps = 0;
    while ids.len() < wanted {
        let Some(row) = rows.next()? else { break };
        if steps == LONGEST_WALK {
            return Ok(None);
        }
        steps += 1;
        let text = |column: &str| -> Result<_, StoreError> {
            row.get_ref(column)?.as_str().map_err(|_| StoreError::UnknownValue { column: "customers" })
        };
        if typed.matches(text("search_words")?, text("search_digits")?, text("email")?) {
            ids.push(row.get::<_, i64>("id")?.to_string());
        }
    }
    let listed = format!("[{}]", ids.join(","));
    let mut hits = tx.all(OF_IDS, named_params! { ":ids": listed }, hit_from_row)?;
    if after.order == NameOrder::Descending {
        hits.reverse();
    }
    Ok(Some(hits))
}
