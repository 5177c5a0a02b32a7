//! Customers: added with the marketing question answered, changed, searched.
//!
//! Invariants: the trail names the fields that changed and never their values; of somebody protected nothing but the name is
//! told, except by an opening that is in the trail; a changed field remembers from where its text comes.

mod create;
mod get;
mod open;
mod protect;
mod record_consent;
mod search;
#[cfg(test)]
mod tests;
mod update;

use domain::Language;
use domain::customer::{Consent, Customer, CustomerFields, MARKETING, listed_name};
use domain::ids::{CustomerId, SubjectId};
use domain::provenance::{FieldProvenance, SourcedRecord};
use l10n::Messages;
use store::consents::{self, ConsentFields};
use store::{ReadTx, StoreError, customers, provenance, subjects};

pub use store::customers::{CustomerListed, NameOrder};

use crate::RegisterError;

/// Key of the marketing question.
const QUESTION: &str = "consent-marketing-wording";

/// A customer with every permission that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerCard {
    /// The customer.
    pub customer: Customer,
    /// Answers, newest first.
    pub consents: Vec<Consent>,
    /// Children of whom the customer is a guardian, by the names as registers have them.
    pub children: Vec<(SubjectId, String)>,
    /// From where fields come.
    pub provenance: Vec<FieldProvenance>,
    /// Whether contact data and children are left out.
    pub is_withheld: bool,
}

/// How a permission was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentChannel {
    /// At the order desk.
    Desk,
    /// By telephone.
    Phone,
    /// On a paper form.
    Paper,
}

impl ConsentChannel {
    /// Stable code, as stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Paper => "paper",
        }
    }
}

/// The answer to the marketing question with the words that were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketingAnswer {
    /// Permitted, or refused or withdrawn.
    pub is_given: bool,
    /// The words that were shown or read aloud.
    pub wording: String,
    /// In which language they were.
    pub language: Language,
    /// How it was given.
    pub channel: ConsentChannel,
}

impl MarketingAnswer {
    /// The answer as it is kept. The words that were shown are the proof of a permission (GDPR, article 7), so
    /// only the program's own question counts.
    fn into_fields(self) -> Result<ConsentFields, RegisterError> {
        let wording = self.wording.trim();
        if wording != Messages::new(self.language)?.text(QUESTION, &[])? {
            return Err(RegisterError::WordingUnknown);
        }
        Ok(ConsentFields {
            purpose: MARKETING,
            is_given: self.is_given,
            wording: wording.to_owned(),
            language: self.language,
            channel: self.channel.code(),
        })
    }
}

/// Everything, also of somebody protected.
fn whole_card(tx: &ReadTx<'_>, id: CustomerId) -> Result<CustomerCard, StoreError> {
    let mut children = Vec::new();
    for guardianship in subjects::children(tx, id)? {
        let child = subjects::get(tx, guardianship.subject_id)?;
        children.push((child.id, listed_name(&child.fields.first_name, &child.fields.last_name)));
    }
    Ok(CustomerCard {
        customer: customers::get(tx, id)?,
        consents: consents::list(tx, id)?,
        children,
        provenance: provenance::list(tx, SourcedRecord::Customer, id.get())?,
        is_withheld: false,
    })
}

/// What everybody may see who may see customers.
fn card(tx: &ReadTx<'_>, id: CustomerId) -> Result<CustomerCard, StoreError> {
    let mut whole = whole_card(tx, id)?;
    if whole.customer.protection.is_none() {
        // the guardian's address is most often the child's
        let hidden = protected_children(tx, &whole)?;
        whole.children.retain(|(child, _)| !hidden.contains(child));
        return Ok(whole);
    }
    Ok(CustomerCard {
        customer: without_contact_data(whole.customer),
        children: Vec::new(),
        provenance: Vec::new(),
        is_withheld: true,
        ..whole
    })
}

/// The children on a card who are protected.
fn protected_children(tx: &ReadTx<'_>, card: &CustomerCard) -> Result<Vec<SubjectId>, StoreError> {
    let mut found = Vec::new();
    for (id, _) in &card.children {
        if subjects::get(tx, *id)?.protection.is_some() {
            found.push(*id);
        }
    }
    Ok(found)
}

/// The customer with the names and the language alone.
pub(crate) fn without_contact_data(customer: Customer) -> Customer {
    let CustomerFields { last_name, first_name, country, language, .. } = customer.fields;
    let fields = CustomerFields { last_name, first_name, country, language, ..CustomerFields::default() };
    Customer { fields, ..customer }
}
