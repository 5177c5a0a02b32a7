//! The order of protection that keeps somebody from being found.

use crate::ids::StaffMemberId;
use crate::time::Instant;

/// An order of protection (turvakielto, spärrmarkering): contact data, school and class are not shown or handed on (Act
/// 661/2009, 36 §). Never ends by itself; the day of review only reminds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// When it was noted.
    pub at: Instant,
    /// Who noted it; none for the recovery code and for a class list.
    pub staff_id: Option<StaffMemberId>,
    /// Day on which to ask whether it still stands, ISO; may be empty.
    pub review_on: String,
}
