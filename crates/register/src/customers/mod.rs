//! Customers: added with the marketing question answered, changed, searched.
//!
//! Invariant: the trail names the fields that changed and never their values.

mod create;
mod get;
mod record_consent;
mod search;
#[cfg(test)]
mod tests;
mod update;

use domain::Language;
use domain::customer::{Consent, Customer, MARKETING};
use domain::ids::CustomerId;
use l10n::Messages;
use store::consents::{self, ConsentFields};
use store::{ReadTx, StoreError, customers};

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

fn card(tx: &ReadTx<'_>, id: CustomerId) -> Result<CustomerCard, StoreError> {
    Ok(CustomerCard { customer: customers::get(tx, id)?, consents: consents::list(tx, id)? })
}
