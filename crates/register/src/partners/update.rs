//! Changes a print partner's details.

use domain::Action;
use domain::ids::PrintPartnerId;
use domain::partner::PrintPartnerFields;
use store::Acted;
use store::partners::{self, PartnerListed};

use super::prepared;
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
            let changed = [
                ("name", before.name != fields.name),
                ("country", before.country != fields.country),
                ("agreement_on", before.agreement_on != fields.agreement_on),
                ("email", before.email != fields.email),
                ("profile", before.profile != fields.profile),
                ("is_active", before.is_active != fields.is_active),
            ];
            let names = changed.into_iter().filter(|(_, is_changed)| *is_changed).map(|(name, _)| name);
            let partner = partners::get(tx, id)?;
            Ok(Acted::new(partner, Action::PrintPartnerUpdated).on(id.get()).fields(names))
        })
    }
}
