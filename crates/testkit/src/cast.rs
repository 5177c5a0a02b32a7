//! Invented people and places, the same in every test.

use domain::customer::CustomerFields;
use domain::studio::StudioFields;
use domain::{Instant, Language};

/// 3 September 2026, 9.15 in Finland: the day on which tests take place.
pub const NOW: Instant = Instant(1_788_416_100_000);

/// A passphrase that is accepted.
pub const PASSPHRASE: &str = "seitsemän harmaata varista aidalla";

/// The school.
pub const SCHOOL: &str = "Koskelan koulu";
/// The print lab.
pub const PRINT_LAB: &str = "Kuvatuote Oy";
/// The child who is photographed.
pub const CHILD: &str = "Aino Virtanen";

/// Words of the cast that must never stand in a log.
pub const PERSONAL: &[&str] = &[
    "Virtanen",
    "Öhman",
    "Aino",
    "Mikko",
    "Sanna",
    "Koskelan",
    "Lehtokatu",
    "Strandvägen",
    "040 555",
    "@example",
    "seitsemän harmaata",
];

/// The studio.
pub fn studio() -> StudioFields {
    StudioFields {
        name: "Kuvaamo Esimerkki Oy".to_owned(),
        business_id: "1234567-1".to_owned(),
        street: "Koulukatu 1".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        phone: "06 555 0100".to_owned(),
        email: "toimisto@kuvaamo.example".to_owned(),
        language: Language::Finnish,
    }
}

/// Aino's father.
pub fn mikko() -> CustomerFields {
    CustomerFields {
        last_name: "Virtanen".to_owned(),
        first_name: "Mikko".to_owned(),
        email: "mikko.virtanen@example.fi".to_owned(),
        phone: "040 555 0101".to_owned(),
        street: "Lehtokatu 4 B 12".to_owned(),
        postal_code: "60200".to_owned(),
        town: "Seinäjoki".to_owned(),
        country: "FI".to_owned(),
        language: Language::Finnish,
        note: String::new(),
    }
}

/// Aino's mother, in a household of her own.
pub fn sanna() -> CustomerFields {
    CustomerFields {
        last_name: "Öhman".to_owned(),
        first_name: "Sanna".to_owned(),
        email: "sanna.ohman@example.fi".to_owned(),
        phone: "040 555 0102".to_owned(),
        street: "Strandvägen 9".to_owned(),
        postal_code: "65100".to_owned(),
        town: "Vasa".to_owned(),
        country: "FI".to_owned(),
        language: Language::Swedish,
        note: String::new(),
    }
}
