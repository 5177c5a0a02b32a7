//! Adds a print partner.

use domain::Action;
use domain::partner::PrintPartnerFields;
use store::Acted;
use store::partners::{self, PartnerListed};

use super::{changed, prepared};
use crate::{Register, RegisterError};

impl Register {
    /// Adds a partner. One that may be given nothing can be stored all the same: it is refused at hand-over.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`].
    pub fn partner_create(&self, fields: &PrintPartnerFields) -> Result<PartnerListed, RegisterError> {
        let fields = prepared(fields)?;
        self.transact(|tx| {
            let id = partners::insert(tx, &fields)?;
            let partner = partners::get(tx, id)?;
            let empty = PrintPartnerFields {
                name: String::new(),
                country: String::new(),
                agreement_on: String::new(),
                email: String::new(),
                ..fields
            };
            let names = changed(&empty, &fields).chain(["profile", "is_active"]);
            Ok(Acted::new(partner, Action::PrintPartnerCreated).on(id.get()).fields(names))
        })
    }
}
