//! The three columns of an order of protection, alike for customers and subjects.

use domain::Instant;
use domain::ids::StaffMemberId;
use domain::protection::Protection;
use rusqlite::Row;

use crate::StoreError;

/// What the columns hold.
pub(crate) struct Values<'a> {
    pub at: Option<i64>,
    pub staff_id: Option<i64>,
    pub review_on: &'a str,
}

impl<'a> Values<'a> {
    pub fn of(protection: Option<&'a Protection>) -> Self {
        Self {
            at: protection.map(|order| order.at.millis()),
            staff_id: protection.and_then(|order| order.staff_id).map(StaffMemberId::get),
            review_on: protection.map_or("", |order| order.review_on.as_str()),
        }
    }
}

pub(crate) fn from_row(row: &Row<'_>) -> Result<Option<Protection>, StoreError> {
    let at: Option<i64> = row.get("protected_at")?;
    let staff_id: Option<i64> = row.get("protected_by")?;
    let review_on = row.get("protection_review_on")?;
    Ok(at.map(|at| Protection { at: Instant(at), staff_id: staff_id.map(StaffMemberId), review_on }))
}
