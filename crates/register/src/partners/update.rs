//! Changes a print partner's details.

use domain::Action;
use domain::ids::PrintPartnerId;
use domain::partner::PrintPartnerFields;
use store::Acted;
use store::partners::{self, PartnerListed};

use super::{changed, prepared};
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::PartnerStale`], or when there is no such partner.
    pub fn partner_update(
        &self,
        id: PrintPartnerId,
        rev: i64,
        fields: &PrintPartnerFields,
    ) -> Result<PartnerListed, RegisterError> {
        let fields = prepared(fields)?;
        self.transact(|tx| {
            let before = partners::get(tx, id)?.partner.fields;
            partners::update(tx, id, rev, &fields)?;
            let partner = partners::get(tx, id)?;
            let names = changed(&before, &fields);
            Ok(Acted::new(partner, Action::PrintPartnerUpdated).on(id.get()).fields(names))
        })
    }
}
