//! Invented customers in any number, for the demonstration and for searching at 100,000.
//!
//! Nobody can be reached by what stands here: e-mail in example.fi and example.org, telephone numbers
//! whose subscriber part begins with 00 (Finland has set no range aside for fiction), towns that do not
//! exist, and postal codes below 00100 that no place of delivery uses.

use std::collections::HashSet;

use crate::names::{Origin, Presentation, adult_name, origin, surname};
use crate::people::Guardian;
use crate::rng::Rng;

/// A customer to be entered into a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedCustomer {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Address in example.fi or example.org, unique within a list.
    pub email: String,
    /// `+358 40 00x xxxx`.
    pub phone: String,
    /// Street and number.
    pub street: String,
    /// Five digits.
    pub postal_code: String,
    /// Post town.
    pub town: String,
    /// `fi`, `sv` or `en`.
    pub language: &'static str,
    /// True when direct marketing was allowed.
    pub marketing: bool,
}

const TOWNS: [(&str, &str, &str); 8] = [
    ("00011", "Koskela", "fi"),
    ("00013", "Lehtoranta", "fi"),
    ("00017", "Kuusilahti", "fi"),
    ("00021", "Mäntyharju-Kylä", "fi"),
    ("00024", "Pihlajavaara", "fi"),
    ("00031", "Björkvik", "sv"),
    ("00036", "Sandnäs", "sv"),
    ("00042", "Östersund-Strand", "sv"),
];
const FI_STREETS: [&str; 24] = [
    "Koivutie",
    "Kuusikuja",
    "Mäntypolku",
    "Rantatie",
    "Koulukatu",
    "Asemakatu",
    "Kirkkotie",
    "Myllytie",
    "Harjutie",
    "Niittykuja",
    "Puistokatu",
    "Pajutie",
    "Lepolantie",
    "Satamakatu",
    "Peltotie",
    "Haapakuja",
    "Pihlajatie",
    "Vanhatie",
    "Järvikatu",
    "Tuomikuja",
    "Metsätie",
    "Kalliokatu",
    "Sepänkatu",
    "Ylätie",
];
const SV_STREETS: [&str; 12] = [
    "Björkvägen",
    "Strandgatan",
    "Skolgatan",
    "Kyrkvägen",
    "Kvarnvägen",
    "Åsvägen",
    "Hamngatan",
    "Parkgatan",
    "Rönnvägen",
    "Ängsvägen",
    "Sjögatan",
    "Granstigen",
];

/// Invents `n` customers; the same seed and number give the same list.
#[must_use]
pub fn customers(seed: u64, n: usize) -> Vec<InventedCustomer> {
    let mut r = Rng::branch(seed, "customers");
    let mut book = AddressBook::new(seed);
    (0..n)
        .map(|_| {
            let origin = origin(&mut r);
            let presentation = if r.chance(58) { Presentation::Girl } else { Presentation::Boy };
            let guardian = Guardian {
                first_name: adult_name(&mut r, origin, presentation).to_owned(),
                last_name: surname(&mut r, origin).to_owned(),
                household: 1,
                language: match origin {
                    Origin::FinlandSwedish => "sv",
                    Origin::Finnish | Origin::EasternEuropean => "fi",
                    _ => "en",
                },
            };
            let home = book.home(&guardian);
            book.customer(&guardian, &home)
        })
        .collect()
}

/// Where somebody lives.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    street: String,
    postal_code: &'static str,
    town: &'static str,
}

/// Gives out addresses, e-mail addresses and numbers, each once.
pub(crate) struct AddressBook {
    rng: Rng,
    emails: HashSet<String>,
    issued: u64,
    start: u64,
}

impl AddressBook {
    pub(crate) fn new(seed: u64) -> Self {
        let mut rng = Rng::branch(seed, "addresses");
        let start = rng.below(100_000) as u64;
        Self { rng, emails: HashSet::new(), issued: 0, start }
    }

    pub(crate) fn home(&mut self, guardian: &Guardian) -> Home {
        let swedish = guardian.language == "sv";
        let towns: Vec<_> =
            TOWNS.iter().filter(|t| (t.2 == "sv") == swedish || t.1 == "Koskela").copied().collect();
        let (postal_code, town, _) = self.rng.pick(&towns);
        let name = if swedish { self.rng.pick(&SV_STREETS) } else { self.rng.pick(&FI_STREETS) };
        let number = 1 + self.rng.below(58);
        let street = match self.rng.below(10) {
            0..=4 => format!("{name} {number}"),
            5..=7 => {
                let stair = self.rng.pick(&["A", "B", "C", "D"]);
                format!("{name} {number} {stair} {}", 1 + self.rng.below(48))
            }
            _ => format!("{name} {number} {}", self.rng.pick(&["a", "b"])),
        };
        Home { street, postal_code, town }
    }

    pub(crate) fn customer(&mut self, guardian: &Guardian, home: &Home) -> InventedCustomer {
        let host = if self.rng.chance(70) { "example.fi" } else { "example.org" };
        let local = format!("{}.{}", plain(&guardian.first_name), plain(&guardian.last_name));
        let mut email = format!("{local}@{host}");
        if !self.emails.insert(email.clone()) {
            email = format!("{local}.{}@{host}", self.issued);
            self.emails.insert(email.clone());
        }
        // 61,803 shares no factor with 100,000: every number comes once before any comes twice.
        let number = (self.start + self.issued * 61_803) % 100_000;
        self.issued += 1;
        InventedCustomer {
            first_name: guardian.first_name.clone(),
            last_name: guardian.last_name.clone(),
            email,
            phone: format!("+358 40 00{} {:04}", number / 10_000, number % 10_000),
            street: home.street.clone(),
            postal_code: home.postal_code.to_owned(),
            town: home.town.to_owned(),
            language: guardian.language,
            marketing: self.rng.chance(45),
        }
    }
}

fn plain(name: &str) -> String {
    name.chars()
        .filter_map(|c| match c.to_lowercase().next().unwrap_or(c) {
            'ä' | 'å' => Some('a'),
            'ö' => Some('o'),
            c if c.is_ascii_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

/// Letters in the order of the Finnish alphabet: å, ä, ö last.
pub(crate) fn sort_key(name: &str) -> Vec<u32> {
    name.to_lowercase()
        .chars()
        .map(|c| match c {
            'å' => 201,
            'ä' => 202,
            'ö' => 203,
            'w' => u32::from('v'),
            c => u32::from(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_repeatable_unique_and_unreachable() {
        let list = customers(3, 5_000);
        assert_eq!(list, customers(3, 5_000));
        let emails: HashSet<_> = list.iter().map(|c| &c.email).collect();
        let phones: HashSet<_> = list.iter().map(|c| &c.phone).collect();
        assert_eq!((emails.len(), phones.len()), (5_000, 5_000));
        for c in &list {
            assert!(
                c.email.is_ascii() && (c.email.ends_with("@example.fi") || c.email.ends_with("@example.org")),
                "{c:?}"
            );
            assert!(c.phone.starts_with("+358 40 00") && c.phone.len() == 16, "{c:?}");
            assert!(c.postal_code.starts_with("000") && c.postal_code.len() == 5, "{c:?}");
            assert!(!c.first_name.is_empty() && !c.last_name.is_empty() && !c.street.is_empty(), "{c:?}");
        }
        for language in ["fi", "sv", "en"] {
            assert!(list.iter().any(|c| c.language == language));
        }
        assert!(list.iter().any(|c| c.marketing) && list.iter().any(|c| !c.marketing));
    }

    #[test]
    fn sort_keys_follow_the_finnish_alphabet() {
        let mut names = vec!["Öhman", "Virtanen", "Åberg", "Ääri", "Wikström", "Aalto"];
        names.sort_by_key(|n| sort_key(n));
        assert_eq!(names, ["Aalto", "Wikström", "Virtanen", "Åberg", "Ääri", "Öhman"]);
    }
}
