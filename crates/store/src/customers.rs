//! Customers: details, search while typing, the Finnish order.
//!
//! Deliberately not here: permissions (`consents`) and the checks of entered fields (domain). Invariant: the
//! derived columns and both search tables are written together with the fields that they come from.

pub(crate) mod alphabet;
pub(crate) mod folding;
mod search;

use domain::customer::{Customer, CustomerFields};
use domain::ids::CustomerId;
use domain::protection::Protection;
use domain::{Entity, Instant, Language};
use rusqlite::{Row, named_params};

use crate::protection;
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

pub(crate) use search::STATEMENTS as SEARCH_STATEMENTS;
pub use search::{CustomerListed, NameOrder, list};

/// From this many new customers at once the search tables are put in order afterwards.
const MANY: usize = 1_000;

statements! {
    INSERT = "INSERT INTO customers (
            last_name, first_name, email, phone, street, postal_code, town, country, language, note,
            sort_key, search_words, search_digits, created_at, updated_at
        ) VALUES (
            :last_name, :first_name, :email, :phone, :street, :postal_code, :town, :country, :language, :note,
            :sort_key, :search_words, :search_digits, :now, :now
        ) RETURNING id";
    UPDATE = "UPDATE customers SET
            last_name = :last_name, first_name = :first_name, email = :email, phone = :phone, street = :street,
            postal_code = :postal_code, town = :town, country = :country, language = :language, note = :note,
            sort_key = :sort_key, search_words = :search_words, search_digits = :search_digits,
            updated_at = :now, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    PROTECT = "UPDATE customers SET
            protected_at = :at, protected_by = :staff_id, protection_review_on = :review_on, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    SET_SEARCHED = "UPDATE customers SET search_words = :search_words, search_digits = :search_digits
        WHERE id = :id";
    IS_PROTECTED = "SELECT protected_at IS NOT NULL AS is_protected FROM customers WHERE id = :id";
    DELETE = "DELETE FROM customers WHERE id = :id";
    GET = concat!(include_str!("customers/columns.sql"), "WHERE c.id = :id");
    OF_NAME = concat!(include_str!("customers/columns.sql"), "WHERE c.sort_key = :sort_key ORDER BY c.id");
    COUNT [scans "counts every customer"] = "SELECT count(*) AS customers FROM customers";
    INDEX_WORDS = "INSERT INTO customers_fts (rowid, words) VALUES (:id, :words)";
    INDEX_FRAGMENTS =
        "INSERT INTO customers_fragments (rowid, digits, email) VALUES (:id, :digits, :email)";
    INDEX_WORDS_FROM = "INSERT INTO customers_fts (rowid, words)
        SELECT id, search_words FROM customers WHERE id >= :first";
    INDEX_FRAGMENTS_FROM = "INSERT INTO customers_fragments (rowid, digits, email)
        SELECT id, search_digits, lower(email) FROM customers WHERE id >= :first";
    MERGE_WORDS = "INSERT INTO customers_fts (customers_fts) VALUES ('optimize')";
    MERGE_FRAGMENTS = "INSERT INTO customers_fragments (customers_fragments) VALUES ('optimize')";
    UNINDEX_WORDS = "DELETE FROM customers_fts WHERE rowid = :id";
    UNINDEX_FRAGMENTS = "DELETE FROM customers_fragments WHERE rowid = :id";
}

fn from_row(row: &Row<'_>) -> Result<Customer, StoreError> {
    let language: String = row.get("language")?;
    Ok(Customer {
        id: CustomerId(row.get("id")?),
        fields: CustomerFields {
            last_name: row.get("last_name")?,
            first_name: row.get("first_name")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
            street: row.get("street")?,
            postal_code: row.get("postal_code")?,
            town: row.get("town")?,
            country: row.get("country")?,
            language: Language::from_code(&language)
                .ok_or(StoreError::UnknownValue { column: "customers.language" })?,
            note: row.get("note")?,
        },
        is_marketing_permitted: row.get("is_marketing_permitted")?,
        protection: protection::from_row(row)?,
        created_at: Instant(row.get("created_at")?),
        updated_at: Instant(row.get("updated_at")?),
        rev: row.get("rev")?,
    })
}

fn index(tx: &mut WriteTx<'_>, id: i64, fields: &CustomerFields) -> Result<(), StoreError> {
    tx.run(INDEX_WORDS, named_params! { ":id": id, ":words": folding::search_words(fields) })?;
    let email = fields.email.to_ascii_lowercase();
    let digits = folding::search_digits(fields);
    tx.run(INDEX_FRAGMENTS, named_params! { ":id": id, ":digits": digits, ":email": email })?;
    Ok(())
}

fn unindex(tx: &mut WriteTx<'_>, id: i64) -> Result<(), StoreError> {
    tx.run(UNINDEX_WORDS, named_params! { ":id": id })?;
    tx.run(UNINDEX_FRAGMENTS, named_params! { ":id": id })?;
    Ok(())
}

/// Adds a customer.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut WriteTx<'_>, fields: &CustomerFields) -> Result<CustomerId, StoreError> {
    let id = insert_row(tx, fields)?;
    index(tx, id, fields)?;
    Ok(CustomerId(id))
}

/// Adds many customers, in their order. The search tables are filled in one statement at the end: between
/// other statements they write out what they hold each time, a hundredfold of the work.
///
/// # Errors
/// When the database refuses.
pub fn insert_many(tx: &mut WriteTx<'_>, many: &[CustomerFields]) -> Result<Vec<CustomerId>, StoreError> {
    let ids = many
        .iter()
        .map(|fields| insert_row(tx, fields).map(CustomerId))
        .collect::<Result<Vec<CustomerId>, StoreError>>()?;
    if let Some(first) = ids.first() {
        tx.run(INDEX_WORDS_FROM, named_params! { ":first": first.get() })?;
        tx.run(INDEX_FRAGMENTS_FROM, named_params! { ":first": first.get() })?;
        if ids.len() >= MANY {
            tx.run(MERGE_WORDS, [])?;
            tx.run(MERGE_FRAGMENTS, [])?;
        }
    }
    Ok(ids)
}

fn insert_row(tx: &mut WriteTx<'_>, fields: &CustomerFields) -> Result<i64, StoreError> {
    let values = named_params! {
        ":last_name": fields.last_name, ":first_name": fields.first_name, ":email": fields.email,
        ":phone": fields.phone, ":street": fields.street, ":postal_code": fields.postal_code,
        ":town": fields.town, ":country": fields.country, ":language": fields.language.code(),
        ":note": fields.note, ":sort_key": alphabet::sort_key(&fields.last_name, &fields.first_name)?,
        ":search_words": folding::search_words(fields), ":search_digits": folding::search_digits(fields),
        ":now": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Customer, id);
    Ok(id)
}

/// Changes a customer's details.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: CustomerId,
    rev: i64,
    fields: &CustomerFields,
) -> Result<(), StoreError> {
    let is_protected = tx.one(IS_PROTECTED, named_params! { ":id": id.get() }, |row| {
        Ok(row.get::<_, bool>("is_protected")?)
    })?;
    let found_by = found_by(fields, is_protected == Some(true));
    let values = named_params! {
        ":id": id.get(), ":rev": rev,
        ":last_name": fields.last_name, ":first_name": fields.first_name, ":email": fields.email,
        ":phone": fields.phone, ":street": fields.street, ":postal_code": fields.postal_code,
        ":town": fields.town, ":country": fields.country, ":language": fields.language.code(),
        ":note": fields.note, ":sort_key": alphabet::sort_key(&fields.last_name, &fields.first_name)?,
        ":search_words": folding::search_words(&found_by), ":search_digits": folding::search_digits(&found_by),
        ":now": tx.now().millis(),
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Customer, id: id.get() });
    }
    unindex(tx, id.get())?;
    index(tx, id.get(), &found_by)?;
    tx.note(Entity::Customer, id.get());
    Ok(())
}

/// Notes an order of protection, or that it ended.
///
/// # Errors
/// As [`update`].
pub fn protect(
    tx: &mut WriteTx<'_>,
    id: CustomerId,
    rev: i64,
    protection: Option<&Protection>,
) -> Result<(), StoreError> {
    let values = protection::Values::of(protection);
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":at": values.at, ":staff_id": values.staff_id,
        ":review_on": values.review_on,
    };
    if tx.run(PROTECT, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Customer, id: id.get() });
    }
    let Customer { fields, protection, .. } = get(tx, id)?;
    let found_by = found_by(&fields, protection.is_some());
    let values = named_params! {
        ":id": id.get(), ":search_words": folding::search_words(&found_by),
        ":search_digits": folding::search_digits(&found_by),
    };
    tx.run(SET_SEARCHED, values)?;
    unindex(tx, id.get())?;
    index(tx, id.get(), &found_by)?;
    tx.note(Entity::Customer, id.get());
    Ok(())
}

/// The details by which a customer is found: of somebody protected the names alone, or a number could be guessed digit by
/// digit.
fn found_by(fields: &CustomerFields, is_protected: bool) -> CustomerFields {
    let mut fields = fields.clone();
    if is_protected {
        fields.email.clear();
        fields.phone.clear();
    }
    fields
}

/// Takes back a customer whom nothing refers to.
///
/// # Errors
/// When something does.
pub fn delete(tx: &mut WriteTx<'_>, id: CustomerId) -> Result<(), StoreError> {
    unindex(tx, id.get())?;
    tx.run(DELETE, named_params! { ":id": id.get() })?;
    tx.note(Entity::Customer, id.get());
    Ok(())
}

/// A customer by id, if there is one.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &ReadTx<'_>, id: CustomerId) -> Result<Option<Customer>, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)
}

/// A customer by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: CustomerId) -> Result<Customer, StoreError> {
    find(tx, id)?.ok_or(StoreError::NotFound { entity: Entity::Customer, id: id.get() })
}

/// Those who are called so, oldest first; case and what the Finnish alphabet ignores do not count.
///
/// # Errors
/// When the database fails.
pub fn of_name(tx: &ReadTx<'_>, last_name: &str, first_name: &str) -> Result<Vec<Customer>, StoreError> {
    let sort_key = alphabet::sort_key(last_name, first_name)?;
    tx.all(OF_NAME, named_params! { ":sort_key": sort_key }, from_row)
}

/// How many customers there are.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &ReadTx<'_>) -> Result<u32, StoreError> {
    Ok(tx.one(COUNT, [], |row| Ok(row.get("customers")?))?.unwrap_or(0))
}
