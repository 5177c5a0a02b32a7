//! Lists the staff.

use domain::staff::StaffMember;
use store::staff;

use crate::{Register, RegisterError};

impl Register {
    /// Everybody, also those who left, in the order in which they were added.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn staff_list(&self) -> Result<Vec<StaffMember>, RegisterError> {
        self.read(|tx| Ok(staff::list(tx)?))
    }
}
