//! Money in whole cents, and VAT from gross totals.
//!
//! Deliberately not here: prices of products (the studio's own data) and the rounding of cash. Consumer
//! prices are gross; VAT is computed once per rate from the gross *total*, never row by row, because 20 %
//! of gross prices cannot be reached from a rounded net. Invariant: `net + vat == gross`, for each rate and
//! in all.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

/// An amount of euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cents(pub i64);

/// An amount left the range of whole cents in 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("amount out of range")]
pub struct AmountOutOfRange;

impl Cents {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// The number of cents.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum of two amounts.
    pub fn plus(self, other: Self) -> Result<Self, AmountOutOfRange> {
        self.0.checked_add(other.0).map(Self).ok_or(AmountOutOfRange)
    }

    /// The difference of two amounts.
    pub fn minus(self, other: Self) -> Result<Self, AmountOutOfRange> {
        self.0.checked_sub(other.0).map(Self).ok_or(AmountOutOfRange)
    }

    /// The price of `quantity` pieces.
    pub fn times(self, quantity: u32) -> Result<Self, AmountOutOfRange> {
        self.0.checked_mul(i64::from(quantity)).map(Self).ok_or(AmountOutOfRange)
    }
}

/// `numerator / denominator` rounded to the nearest whole, halves away from zero, so that a credit mirrors
/// its sale. `denominator` is positive.
fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    let doubled = numerator.abs() * 2 + denominator;
    doubled / (denominator * 2) * numerator.signum()
}

fn narrow(value: i128) -> Result<Cents, AmountOutOfRange> {
    i64::try_from(value).map(Cents).map_err(|_| AmountOutOfRange)
}

/// VAT contained in a gross amount: `gross * r / (100 + r)`, half-up to the cent. `vat_bp` in basis points.
pub fn vat_of_gross(gross: Cents, vat_bp: u32) -> Result<Cents, AmountOutOfRange> {
    let rate = i128::from(vat_bp);
    narrow(divide_half_up(i128::from(gross.0) * rate, 10_000 + rate))
}

/// Totals of one VAT rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VatRow {
    /// Rate in basis points.
    pub vat_bp: u32,
    /// Gross less VAT.
    pub net: Cents,
    /// VAT contained in the gross.
    pub vat: Cents,
    /// What the customer pays.
    pub gross: Cents,
}

/// Totals of an order or invoice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// Sum of the nets.
    pub net: Cents,
    /// Sum of the VAT.
    pub vat: Cents,
    /// What the customer pays.
    pub gross: Cents,
    /// A row for each rate that occurs, highest rate first.
    pub by_rate: Vec<VatRow>,
}

/// Totals of lines given as `(gross amount of the line, VAT rate in basis points)`.
///
/// # Errors
/// When a sum does not fit 64 bits.
pub fn totals(lines: impl IntoIterator<Item = (Cents, u32)>) -> Result<Totals, AmountOutOfRange> {
    let mut gross_by_rate: BTreeMap<u32, i128> = BTreeMap::new();
    for (gross, vat_bp) in lines {
        let sum = gross_by_rate.entry(vat_bp).or_default();
        *sum = sum.checked_add(i128::from(gross.0)).ok_or(AmountOutOfRange)?;
    }
    let mut totals = Totals::default();
    for (vat_bp, gross) in gross_by_rate.into_iter().rev() {
        let gross = narrow(gross)?;
        let vat = vat_of_gross(gross, vat_bp)?;
        let net = gross.minus(vat)?;
        totals.gross = totals.gross.plus(gross)?;
        totals.vat = totals.vat.plus(vat)?;
        totals.net = totals.net.plus(net)?;
        totals.by_rate.push(VatRow { vat_bp, net, vat, gross });
    }
    Ok(totals)
}

/// A group of goods and services with a VAT rate of its own in Finland.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VatClass {
    /// Photography, prints, files, delivery.
    General,
    /// Books, food, passenger transport.
    Reduced,
    /// Newspapers and magazines.
    Press,
    /// Sold without VAT.
    Exempt,
}

impl VatClass {
    /// Every class.
    pub const ALL: [Self; 4] = [Self::General, Self::Reduced, Self::Press, Self::Exempt];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Reduced => "reduced",
            Self::Press => "press",
            Self::Exempt => "exempt",
        }
    }

    /// The class of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// The dated rates: class, first day, basis points. Later rows of a class replace earlier ones. General
/// 25.5 % from 1 September 2024, reduced 13.5 % from 1 January 2026 (Act 1358/2025).
const VAT_RATES: [(VatClass, Date, u32); 6] = [
    (VatClass::General, date(2013, 1, 1), 2400),
    (VatClass::General, date(2024, 9, 1), 2550),
    (VatClass::Reduced, date(2013, 1, 1), 1400),
    (VatClass::Reduced, date(2026, 1, 1), 1350),
    (VatClass::Press, date(2013, 1, 1), 1000),
    (VatClass::Exempt, date(2013, 1, 1), 0),
];

/// The VAT rate, in basis points, of what is delivered or completed on `day`; none before 2013.
pub fn vat_rate(class: VatClass, day: Date) -> Option<u32> {
    VAT_RATES.iter().filter(|row| row.0 == class && row.1 <= day).max_by_key(|row| row.1).map(|row| row.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vat_of_gross_agrees_with_the_published_vectors() {
        for (gross, vat_bp, vat) in [
            (3990, 2550, 811),
            (2490, 2550, 506),
            (1990, 2550, 404),
            (1000, 2550, 203),
            (500, 2550, 102),
            (12550, 2550, 2550),
            (3990, 2400, 772),
            (11350, 1350, 1350),
            (2985, 2550, 607),
        ] {
            assert_eq!(vat_of_gross(Cents(gross), vat_bp), Ok(Cents(vat)), "{gross} at {vat_bp}");
            assert_eq!(vat_of_gross(Cents(-gross), vat_bp), Ok(Cents(-vat)), "credit of {gross}");
        }
    }

    /// Reads the shared vector file where there is one; the same numbers stand in the tables above.
    #[test]
    fn the_vector_file_agrees() {
        let path = std::env::var_os("KONTAKTI_VECTORS").map_or_else(
            || {
                std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                    .join("../../../shared/vectors/vectors.json")
            },
            |folder| std::path::PathBuf::from(folder).join("vectors.json"),
        );
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("SKIP the vector file is not here: {}", path.display());
            return;
        };
        let file: serde_json::Value = serde_json::from_str(&text).unwrap();
        let scaled = |text: &serde_json::Value| -> i64 {
            let (whole, part) =
                text.as_str().unwrap().split_once('.').unwrap_or((text.as_str().unwrap(), ""));
            format!("{whole}{part:0<2}").parse().unwrap()
        };
        let rows = file["vat_gross_to_vat"].as_array().unwrap();
        assert!(rows.len() >= 9, "the file holds its vectors");
        for row in rows {
            let (gross, vat_bp, vat) = (scaled(&row[0]), scaled(&row[1]), scaled(&row[2]));
            assert_eq!(vat_of_gross(Cents(gross), u32::try_from(vat_bp).unwrap()), Ok(Cents(vat)), "{row}");
        }
    }

    #[test]
    fn vat_is_taken_from_the_total_and_not_row_by_row() {
        for (grosses, on_total, by_row) in
            [(vec![995; 3], 607, 606), (vec![99; 7], 141, 140), (vec![490, 1290, 3990], 1172, 1173)]
        {
            let sum = totals(grosses.iter().map(|gross| (Cents(*gross), 2550))).unwrap();
            assert_eq!(sum.vat, Cents(on_total), "{grosses:?}");
            let rows: i64 = grosses.iter().map(|gross| vat_of_gross(Cents(*gross), 2550).unwrap().0).sum();
            assert_eq!(rows, by_row, "the trap is real for {grosses:?}");
        }
    }

    /// VAT on top of a net amount, half-up to the cent: the way that is not gone.
    fn vat_of_net(net: i64, vat_bp: i64) -> i64 {
        (net * vat_bp * 2 + 10_000) / 20_000
    }

    #[test]
    fn a_fifth_of_gross_prices_cannot_be_reached_from_a_rounded_net() {
        let unreachable = (1..=20_000)
            .filter(|gross| !(0..=*gross).rev().take(5_000).any(|net| net + vat_of_net(net, 2550) == *gross))
            .count();
        assert_eq!(unreachable, 4_064);
        let row = totals([(Cents(2985), 2550)]).unwrap();
        assert_eq!((row.net, row.vat, row.gross), (Cents(2378), Cents(607), Cents(2985)));
    }

    #[test]
    fn each_rate_has_its_row_highest_first() {
        let sum = totals([(Cents(3990), 2550), (Cents(11350), 1350), (Cents(1990), 2550)]).unwrap();
        let rows: Vec<_> = sum.by_rate.iter().map(|row| (row.vat_bp, row.vat.0, row.gross.0)).collect();
        assert_eq!(rows, [(2550, 1215, 5980), (1350, 1350, 11350)]);
        assert_eq!((sum.gross, sum.vat, sum.net), (Cents(17330), Cents(2565), Cents(14765)));
        assert_eq!(totals([]), Ok(Totals::default()));
    }

    #[test]
    fn sums_beyond_the_range_are_errors() {
        assert_eq!(totals([(Cents(i64::MAX), 0), (Cents(1), 0)]), Err(AmountOutOfRange));
        assert_eq!(Cents(i64::MAX).times(2), Err(AmountOutOfRange));
        assert_eq!(Cents(i64::MIN).minus(Cents(1)), Err(AmountOutOfRange));
    }

    #[test]
    fn rates_follow_their_dates() {
        for (class, day, rate) in [
            (VatClass::General, date(2024, 8, 31), Some(2400)),
            (VatClass::General, date(2024, 9, 1), Some(2550)),
            (VatClass::General, date(2026, 9, 1), Some(2550)),
            (VatClass::Reduced, date(2025, 12, 31), Some(1400)),
            (VatClass::Reduced, date(2026, 1, 1), Some(1350)),
            (VatClass::Press, date(2026, 1, 1), Some(1000)),
            (VatClass::Exempt, date(2026, 1, 1), Some(0)),
            (VatClass::General, date(2012, 12, 31), None),
        ] {
            assert_eq!(vat_rate(class, day), rate, "{class:?} on {day}");
        }
    }

    proptest! {
        #[test]
        fn totals_never_drift(lines in prop::collection::vec((-50_000_000_i64..50_000_000, 0_u32..4_000), 0..40)) {
            let lines: Vec<(Cents, u32)> = lines.into_iter().map(|(gross, bp)| (Cents(gross), bp)).collect();
            let sum = totals(lines.iter().copied()).unwrap();
            prop_assert_eq!(sum.net.0 + sum.vat.0, sum.gross.0);
            prop_assert_eq!(sum.gross.0, lines.iter().map(|line| line.0.0).sum::<i64>());
            prop_assert_eq!(sum.net.0, sum.by_rate.iter().map(|row| row.net.0).sum::<i64>());
            prop_assert_eq!(sum.vat.0, sum.by_rate.iter().map(|row| row.vat.0).sum::<i64>());
            for row in &sum.by_rate {
                prop_assert_eq!(row.net.0 + row.vat.0, row.gross.0);
                let exact = row.gross.0 as f64 * f64::from(row.vat_bp) / f64::from(10_000 + row.vat_bp);
                prop_assert!((row.vat.0 as f64 - exact).abs() <= 0.5 + 1e-6);
            }
        }
    }
}
