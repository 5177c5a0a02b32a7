//! Products: what can be ordered. A studio has some dozens.

use domain::Entity;
use domain::ids::ProductId;
use domain::money::{Cents, VatClass};
use domain::product::{Product, ProductFields, ProductKind};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO products (
            code, name_fi, name_sv, name_en, kind, size, width_mm, height_mm, surface, price_cents, vat_class,
            is_active
        ) VALUES (
            :code, :name_fi, :name_sv, :name_en, :kind, :size, :width_mm, :height_mm, :surface, :price_cents,
            :vat_class, :is_active
        ) RETURNING id";
    UPDATE = "UPDATE products SET
            code = :code, name_fi = :name_fi, name_sv = :name_sv, name_en = :name_en, kind = :kind, size = :size,
            width_mm = :width_mm, height_mm = :height_mm, surface = :surface, price_cents = :price_cents,
            vat_class = :vat_class, is_active = :is_active, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    GET = "SELECT id, code, name_fi, name_sv, name_en, kind, size, width_mm, height_mm, surface, price_cents,
            vat_class, is_active, rev
        FROM products WHERE id = :id";
    LIST [scans "a studio has some dozens"] =
        "SELECT id, code, name_fi, name_sv, name_en, kind, size, width_mm, height_mm, surface, price_cents,
            vat_class, is_active, rev
        FROM products ORDER BY code";
}

/// The kind as its columns: code, size, sides in millimetres, surface.
fn columns(kind: &ProductKind) -> (&'static str, &str, u32, u32, &str) {
    match kind {
        ProductKind::Print { size, width_mm, height_mm, surface } => {
            ("print", size, *width_mm, *height_mm, surface)
        }
        ProductKind::Other => ("other", "", 0, 0, ""),
    }
}

fn from_row(row: &Row<'_>) -> Result<Product, StoreError> {
    let (kind, vat_class): (String, String) = (row.get("kind")?, row.get("vat_class")?);
    let kind = match kind.as_str() {
        "print" => ProductKind::Print {
            size: row.get("size")?,
            width_mm: row.get("width_mm")?,
            height_mm: row.get("height_mm")?,
            surface: row.get("surface")?,
        },
        "other" => ProductKind::Other,
        _ => return Err(StoreError::UnknownValue { column: "products.kind" }),
    };
    Ok(Product {
        id: ProductId(row.get("id")?),
        fields: ProductFields {
            code: row.get("code")?,
            name_fi: row.get("name_fi")?,
            name_sv: row.get("name_sv")?,
            name_en: row.get("name_en")?,
            kind,
            price: Cents(row.get("price_cents")?),
            vat_class: VatClass::from_code(&vat_class)
                .ok_or(StoreError::UnknownValue { column: "products.vat_class" })?,
            is_active: row.get("is_active")?,
        },
        rev: row.get("rev")?,
    })
}

/// Adds a product.
///
/// # Errors
/// [`StoreError::NotUnique`] of `products.code`.
pub fn insert(tx: &mut WriteTx<'_>, fields: &ProductFields) -> Result<ProductId, StoreError> {
    let (kind, size, width_mm, height_mm, surface) = columns(&fields.kind);
    let values = named_params! {
        ":code": fields.code, ":name_fi": fields.name_fi, ":name_sv": fields.name_sv,
        ":name_en": fields.name_en, ":kind": kind, ":size": size, ":width_mm": width_mm,
        ":height_mm": height_mm, ":surface": surface, ":price_cents": fields.price.get(),
        ":vat_class": fields.vat_class.code(), ":is_active": fields.is_active,
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Product, id);
    Ok(ProductId(id))
}

/// Changes a product. Lines of orders keep their price, and once confirmed their rate and sheet.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none,
/// [`StoreError::NotUnique`] of `products.code`.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: ProductId,
    rev: i64,
    fields: &ProductFields,
) -> Result<(), StoreError> {
    let (kind, size, width_mm, height_mm, surface) = columns(&fields.kind);
    let values = named_params! {
        ":id": id.get(), ":rev": rev,
        ":code": fields.code, ":name_fi": fields.name_fi, ":name_sv": fields.name_sv,
        ":name_en": fields.name_en, ":kind": kind, ":size": size, ":width_mm": width_mm,
        ":height_mm": height_mm, ":surface": surface, ":price_cents": fields.price.get(),
        ":vat_class": fields.vat_class.code(), ":is_active": fields.is_active,
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Product, id: id.get() });
    }
    tx.note(Entity::Product, id.get());
    Ok(())
}

/// A product by id, if there is one.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &ReadTx<'_>, id: ProductId) -> Result<Option<Product>, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)
}

/// A product by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProductId) -> Result<Product, StoreError> {
    find(tx, id)?.ok_or(StoreError::NotFound { entity: Entity::Product, id: id.get() })
}

/// Every product, in code order.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<Product>, StoreError> {
    tx.all(LIST, [], from_row)
}
