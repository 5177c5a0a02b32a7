//! Notes an order of protection, or that it ended.

use domain::Action;
use domain::field::{FieldProblem, is_iso_date};
use domain::ids::SubjectId;
use domain::protection::Protection;
use domain::staff::Right;
use store::{Acted, subjects};

use super::{SubjectCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// Notes that somebody is protected, or that it ended, which only those may say who may open what is withheld.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::SubjectStale`], [`RegisterError::ProtectedRecord`].
    pub fn subject_protect(
        &self,
        id: SubjectId,
        rev: i64,
        is_protected: bool,
        review_on: &str,
    ) -> Result<SubjectCard, RegisterError> {
        let order = self.order_of_protection(is_protected, review_on)?;
        self.transact(|tx| {
            let before = subjects::get(tx, id)?;
            self.may_change_protection(before.protection.as_ref(), order.as_ref())?;
            subjects::protect(tx, id, rev, order.as_ref())?;
            let changed = Action::SubjectProtectionChanged;
            Ok(Acted::new(card(tx, id)?, changed).on(id.get()).fields(["is_protected"]))
        })
    }

    /// What is to be noted; none for the end of it.
    pub(crate) fn order_of_protection(
        &self,
        is_protected: bool,
        review_on: &str,
    ) -> Result<Option<Protection>, RegisterError> {
        let review_on = review_on.trim().to_owned();
        if !review_on.is_empty() && !is_iso_date(&review_on) {
            return Err(RegisterError::invalid("review_on", FieldProblem::NotDate));
        }
        let staff_id = self.signer().staff_id();
        Ok(is_protected.then(|| Protection { at: self.now(), staff_id, review_on }))
    }

    /// Anybody who may change the record may protect it; what is protected is another's to touch.
    pub(crate) fn may_change_protection(
        &self,
        before: Option<&Protection>,
        after: Option<&Protection>,
    ) -> Result<(), RegisterError> {
        if before.is_none() && after.is_some() {
            return Ok(());
        }
        self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)
    }
}
