//! Where what is known of a person comes from, field by field: the founding notice's clauses 7 and 13 rest on it.

use crate::codes::codes;
use crate::ids::StaffMemberId;
use crate::time::Instant;

codes! {
    /// Where the text of a field comes from.
    FieldSource {
        /// The school's class list.
        Roster => "roster",
        /// The person, or the guardian for a child.
        Given => "given",
        /// Somebody of the staff, from elsewhere.
        Staff => "staff",
        /// It came about in the studio's work.
        Accrued => "accrued",
    }
}

codes! {
    /// Whose fields have a source.
    SourcedRecord {
        /// Who orders and pays.
        Customer => "customer",
        /// Who is photographed.
        Subject => "subject",
    }
}

/// Where one field comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProvenance {
    /// Name of the field, snake_case as in the domain's structs.
    pub field: String,
    /// From where.
    pub source: FieldSource,
    /// When it was stored.
    pub at: Instant,
    /// Who stored it; none for the recovery code.
    pub staff_id: Option<StaffMemberId>,
}
