//! Opens what an order of protection withholds.

use domain::Action;
use domain::ids::{CustomerId, SubjectId};
use domain::staff::Right;
use store::Acted;

use super::{CustomerCard, protected_children, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// A customer's whole card; it and that of each protected child are noted in the trail as opened.
    ///
    /// # Errors
    /// Not found; trouble with the disk: what cannot be noted is not shown.
    pub fn customer_open(&self, id: CustomerId) -> Result<CustomerCard, RegisterError> {
        self.require(Right::SeeProtected)?;
        self.transact(|tx| {
            let card = whole_card(tx, id)?;
            let children = protected_children(tx, &card)?;
            let acted = Acted::new(card, Action::CustomerOpened).on(id.get());
            Ok(if children.is_empty() {
                acted
            } else {
                acted.and(Action::SubjectOpened).on_each(children.into_iter().map(SubjectId::get))
            })
        })
    }
}
