//! Lists the trail.

use domain::Entity;
use domain::ids::{OrderId, StaffMemberId};
use store::audit::{self, AuditEntry, AuditFilter};
use store::{Page, orders, staff};

use crate::error::RegisterError;
use crate::register::Register;

const LONGEST_PAGE: u32 = 500;

/// A row of the trail with what its record is called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// The row.
    pub entry: AuditEntry,
    /// An order's number, the name of a member of staff; none for records whose name would tell of a customer.
    pub label: Option<String>,
    /// What whoever did it is called now.
    pub staff_name: Option<String>,
}

impl Register {
    /// A page of the trail, newest first, after the place that `after` names.
    ///
    /// # Errors
    /// [`store::StoreError::BadCursor`], or trouble with the disk.
    pub fn audit_list(
        &self,
        filter: &AuditFilter,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<AuditLine>, RegisterError> {
        self.read(|tx| {
            let page = audit::list(tx, filter, after, limit.clamp(1, LONGEST_PAGE))?;
            let members = staff::list(tx)?;
            let name = |id: StaffMemberId| {
                members.iter().find(|member| member.id == id).map(|member| member.fields.name.clone())
            };
            let mut rows = Vec::with_capacity(page.rows.len());
            for entry in page.rows {
                let label = match (entry.entity, entry.entity_id) {
                    (Entity::Order, Some(id)) => orders::find(tx, OrderId(id))?.map(|order| order.number),
                    (Entity::StaffMember, Some(id)) => name(StaffMemberId(id)),
                    _ => None,
                };
                let staff_name = entry.staff_id.and_then(name);
                rows.push(AuditLine { entry, label, staff_name });
            }
            Ok(Page { rows, next: page.next })
        })
    }
}
