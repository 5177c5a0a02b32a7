//! Opens what an order of protection withholds.

use domain::Action;
use domain::ids::SubjectId;
use domain::staff::Right;
use store::Acted;

use super::{SubjectCard, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Somebody's whole card, with that of guardians who are protected; each is noted in the trail as opened.
    ///
    /// # Errors
    /// Not found; trouble with the disk: what cannot be noted is not shown.
    pub fn subject_open(&self, id: SubjectId) -> Result<SubjectCard, RegisterError> {
        self.require(Right::SeeProtected)?;
        self.transact(|tx| {
            let card = whole_card(tx, id, true)?;
            let protected = card.guardians.iter().filter(|guardian| guardian.customer.protection.is_some());
            let ids: Vec<i64> = protected.map(|guardian| guardian.customer.id.get()).collect();
            let acted = Acted::new(card, Action::SubjectOpened).on(id.get());
            Ok(if ids.is_empty() { acted } else { acted.and(Action::CustomerOpened).on_each(ids) })
        })
    }
}
