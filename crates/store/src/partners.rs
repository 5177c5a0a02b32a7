//! Print partners.

use domain::Entity;
use domain::ids::PrintPartnerId;
use domain::partner::{PartnerProfile, PrintPartner, PrintPartnerFields};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    GET = "SELECT id, name, country, agreement_on, email, profile, is_active, rev,
            (SELECT count(*) FROM print_batches AS b WHERE b.partner_id = print_partners.id) AS batches
        FROM print_partners WHERE id = :id";
    LIST [scans "a studio has a handful"] = "SELECT id, name, country, agreement_on, email, profile, is_active, rev,
            (SELECT count(*) FROM print_batches AS b WHERE b.partner_id = print_partners.id) AS batches
        FROM print_partners ORDER BY id";
    INSERT = "INSERT INTO print_partners (name, country, agreement_on, email, profile, is_active)
        VALUES (:name, :country, :agreement_on, :email, :profile, :is_active)
        RETURNING id";
    UPDATE = "UPDATE print_partners SET name = :name, country = :country, agreement_on = :agreement_on,
            email = :email, profile = :profile, is_active = :is_active, rev = rev + 1
        WHERE id = :id AND rev = :rev";
}

/// A partner with what a list shows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerListed {
    /// The partner.
    pub partner: PrintPartner,
    /// Batches made for it, in any state.
    pub batches: u32,
}

fn from_row(row: &Row<'_>) -> Result<PartnerListed, StoreError> {
    let profile: String = row.get("profile")?;
    Ok(PartnerListed {
        partner: PrintPartner {
            id: PrintPartnerId(row.get("id")?),
            fields: PrintPartnerFields {
                name: row.get("name")?,
                country: row.get("country")?,
                agreement_on: row.get("agreement_on")?,
                email: row.get("email")?,
                profile: PartnerProfile::from_code(&profile)
                    .ok_or(StoreError::UnknownValue { column: "print_partners.profile" })?,
                is_active: row.get("is_active")?,
            },
            rev: row.get("rev")?,
        },
        batches: row.get("batches")?,
    })
}

/// A partner by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: PrintPartnerId) -> Result<PartnerListed, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::PrintPartner, id: id.get() })
}

/// Every partner, oldest first: a studio has a handful.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<PartnerListed>, StoreError> {
    tx.all(LIST, [], from_row)
}

/// Adds a partner.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut WriteTx<'_>, fields: &PrintPartnerFields) -> Result<PrintPartnerId, StoreError> {
    let values = named_params! {
        ":name": fields.name, ":country": fields.country, ":agreement_on": fields.agreement_on,
        ":email": fields.email, ":profile": fields.profile.code(), ":is_active": fields.is_active,
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::PrintPartner, id);
    Ok(PrintPartnerId(id))
}

/// Changes a partner.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: PrintPartnerId,
    rev: i64,
    fields: &PrintPartnerFields,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":name": fields.name, ":country": fields.country,
        ":agreement_on": fields.agreement_on, ":email": fields.email, ":profile": fields.profile.code(),
        ":is_active": fields.is_active,
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::PrintPartner, id: id.get() });
    }
    tx.note(Entity::PrintPartner, id.get());
    Ok(())
}
