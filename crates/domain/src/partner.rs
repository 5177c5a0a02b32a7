//! Print partners, batches and the disclosure of what they were given.

use crate::ids::{DisclosureId, OrderId, PrintBatchId, PrintPartnerId};
use crate::time::Instant;

/// In which form a partner takes a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartnerProfile {
    /// Size folders, manifest and checksums: any lab can work with it.
    Plain,
}

impl PartnerProfile {
    /// Every profile.
    pub const ALL: [Self; 1] = [Self::Plain];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
        }
    }

    /// The profile of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.code() == code)
    }
}

/// What staff enter about a print partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintPartnerFields {
    /// The lab's name.
    pub name: String,
    /// ISO 3166-1 alpha-2 country code: hand-over outside the EEA is refused.
    pub country: String,
    /// Date of the data processing agreement, ISO; empty means none, and hand-over is refused.
    pub agreement_on: String,
    /// Contact e-mail.
    pub email: String,
    /// The form it takes.
    pub profile: PartnerProfile,
    /// Whether it is in use.
    pub is_active: bool,
}

/// A print partner as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintPartner {
    /// Row id.
    pub id: PrintPartnerId,
    /// The details.
    pub fields: PrintPartnerFields,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// Member states of the European Economic Area: the EU-27, Iceland, Liechtenstein and Norway.
pub const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether a country belongs to the European Economic Area. Åland has a code of its own and is a part of
/// Finland in this.
pub fn is_in_eea(country: &str) -> bool {
    country == "AX" || EEA.contains(&country)
}

/// Why a partner may not be given anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartnerRefusal {
    /// The country is not in the European Economic Area (founding notice, clause 9).
    OutsideEea,
    /// No date of a signed agreement.
    NoAgreement,
    /// The agreement's date lies in the future.
    AgreementNotYet,
    /// Out of use.
    Inactive,
}

impl PrintPartnerFields {
    /// Whether personal data may be handed to this partner on the day `today` (ISO date).
    pub fn refusal(&self, today: &str) -> Option<PartnerRefusal> {
        if !self.is_active {
            Some(PartnerRefusal::Inactive)
        } else if !is_in_eea(&self.country) {
            Some(PartnerRefusal::OutsideEea)
        } else if self.agreement_on.is_empty() {
            Some(PartnerRefusal::NoAgreement)
        } else if self.agreement_on.as_str() > today {
            Some(PartnerRefusal::AgreementNotYet)
        } else {
            None
        }
    }
}

/// Where a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BatchState {
    /// Its prints are being written.
    Running,
    /// Whole under its final name, and disclosed.
    HandedOver,
    /// Stopped or failed; nothing lies under its final name.
    Failed,
}

impl BatchState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Running, Self::HandedOver, Self::Failed];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::HandedOver => "handed_over",
            Self::Failed => "failed",
        }
    }

    /// The state of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A batch as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintBatch {
    /// Row id.
    pub id: PrintBatchId,
    /// `YYYY-NNN`, unique, also in the folder's name.
    pub number: String,
    /// To whom.
    pub partner_id: PrintPartnerId,
    /// Where it stands.
    pub state: BatchState,
    /// The batch that this one sends again.
    pub resend_of_id: Option<PrintBatchId>,
    /// Its orders.
    pub order_ids: Vec<OrderId>,
    /// Folder that it was written to; shown to staff only.
    pub folder: String,
    /// Image files written.
    pub files: u32,
    /// Paper prints: the sum of quantities.
    pub prints: u32,
    /// Bytes of the whole folder.
    pub bytes: u64,
    /// SHA-256 of `SHA256SUMS`, lower-case hex; empty until handed over.
    pub sha256: String,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was whole.
    pub handed_over_at: Option<Instant>,
}

/// Personal data handed to a named recipient: a row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Row id.
    pub id: DisclosureId,
    /// When.
    pub at: Instant,
    /// The recipient's name as it was then.
    pub recipient: String,
    /// The recipient's country as it was then.
    pub country: String,
    /// The agreement's date as it was then.
    pub agreement_on: String,
    /// Why: `printing`.
    pub purpose: String,
    /// The batch.
    pub batch_id: Option<PrintBatchId>,
    /// Names of the fields that were handed over.
    pub fields: Vec<String>,
    /// Image files handed over.
    pub files: u32,
    /// Customers concerned.
    pub customers: u32,
    /// SHA-256 of what was handed over, lower-case hex.
    pub sha256: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aland_is_in_the_area_and_the_neighbours_outside_are_not() {
        let partner = |country: &str| PrintPartnerFields {
            name: "Kuvatuote Oy".into(),
            country: country.into(),
            agreement_on: "2026-01-15".into(),
            email: String::new(),
            profile: PartnerProfile::Plain,
            is_active: true,
        };
        for country in ["FI", "AX", "SE", "IS", "LI", "NO"] {
            assert_eq!(partner(country).refusal("2026-09-03"), None, "{country}");
        }
        for country in ["GB", "CH", "US", "FO", "GL", "SJ", "ax", ""] {
            let refusal = partner(country).refusal("2026-09-03");
            assert_eq!(refusal, Some(PartnerRefusal::OutsideEea), "{country}");
        }
    }
}
