//! Products: what can be ordered.

use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE};
use crate::ids::ProductId;
use crate::money::{Cents, VatClass};
use crate::order::HIGHEST_PRICE;
use crate::print;

/// What a product is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductKind {
    /// A paper print of one frame.
    Print {
        /// The size's trade name, also the folder handed to the lab: `10x15`.
        size: String,
        /// Short side of the sheet, millimetres.
        width_mm: u32,
        /// Long side of the sheet, millimetres.
        height_mm: u32,
        /// Paper surface, empty when the lab has one only: `matta`.
        surface: String,
    },
    /// Anything that needs no rendering: a file, a frame, postage.
    Other,
}

/// What staff enter about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFields {
    /// Short code typed at the order desk, unique.
    pub code: String,
    /// Name in Finnish.
    pub name_fi: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// What it is.
    pub kind: ProductKind,
    /// Gross price of one.
    pub price: Cents,
    /// Its group in VAT; the rate is the one of the day on which an order is confirmed.
    pub vat_class: VatClass,
    /// Whether it can be ordered now.
    pub is_active: bool,
}

/// Most characters of a product code.
pub const LONGEST_CODE: usize = 20;
/// Longest side of a sheet, millimetres.
pub const LONGEST_SIDE_MM: u32 = 2_000;
/// Most characters of a size's name or a surface: both become folder names at the lab.
pub const LONGEST_SIZE: usize = 30;

impl ProductFields {
    /// The fields without white space round them, the code in capitals.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.trim().to_owned();
        let kind = match self.kind {
            ProductKind::Print { size, width_mm, height_mm, surface } => ProductKind::Print {
                size: tidy(size),
                width_mm: width_mm.min(height_mm),
                height_mm: width_mm.max(height_mm),
                surface: tidy(surface),
            },
            ProductKind::Other => ProductKind::Other,
        };
        Self {
            code: self.code.trim().to_uppercase(),
            name_fi: tidy(self.name_fi),
            name_sv: tidy(self.name_sv),
            name_en: tidy(self.name_en),
            kind,
            ..self
        }
    }

    /// What is wrong, in the form's order; empty when the product can be stored.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        let mut problems = Vec::new();
        let mut check = |name: &str, text: &str, most: usize| {
            let problem = match text {
                "" => FieldProblem::Required,
                _ if !field::fits(text, most) => FieldProblem::TooLong,
                _ => return,
            };
            problems.push(FieldProblemAt::new(name, problem));
        };
        check("code", &self.code, LONGEST_CODE);
        check("name_fi", &self.name_fi, LONGEST_LINE);
        check("name_sv", &self.name_sv, LONGEST_LINE);
        check("name_en", &self.name_en, LONGEST_LINE);
        if let ProductKind::Print { size, width_mm, height_mm, surface } = &self.kind {
            check("print.size", size, LONGEST_SIZE);
            for (name, text) in [("print.size", size), ("print.surface", surface)] {
                if !is_folder_part(text) {
                    problems.push(FieldProblemAt::new(name, FieldProblem::OutOfRange));
                }
            }
            for (name, side) in [("print.width_mm", width_mm), ("print.height_mm", height_mm)] {
                if !(10..=LONGEST_SIDE_MM).contains(side) {
                    problems.push(FieldProblemAt::new(name, FieldProblem::OutOfRange));
                }
            }
        }
        if !(Cents::ZERO..=HIGHEST_PRICE).contains(&self.price) {
            problems.push(FieldProblemAt::new("price_cents", FieldProblem::OutOfRange));
        }
        problems
    }

    /// Names of the fields in which the two differ.
    pub fn changed(&self, other: &Self) -> Vec<&'static str> {
        [
            ("code", self.code != other.code),
            ("name_fi", self.name_fi != other.name_fi),
            ("name_sv", self.name_sv != other.name_sv),
            ("name_en", self.name_en != other.name_en),
            ("print", self.kind != other.kind),
            ("price_cents", self.price != other.price),
            ("vat_class", self.vat_class != other.vat_class),
            ("is_active", self.is_active != other.is_active),
        ]
        .into_iter()
        .filter(|(_, is_changed)| *is_changed)
        .map(|(name, _)| name)
        .collect()
    }
}

/// Whether a size or surface can be part of a folder's name everywhere: ASCII letters, digits, hyphen,
/// underscore and full stop inside, at most [`LONGEST_SIZE`]; empty is fine.
fn is_folder_part(text: &str) -> bool {
    text.len() <= LONGEST_SIZE
        && !text.starts_with('.')
        && !text.ends_with('.')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// The products that a new register begins with: the usual print sizes, a digital file and delivery. Prices are gross and only a start: the
/// studio edits them.
pub fn starter_list() -> Vec<ProductFields> {
    let print = |code: &str, size: &str, names: [&str; 3], cents: i64| {
        print::print_size(size).map(|sheet| {
            let kind = ProductKind::Print {
                size: size.to_owned(),
                width_mm: sheet.width_mm,
                height_mm: sheet.height_mm,
                surface: String::new(),
            };
            product(code, names, kind, cents)
        })
    };
    let other =
        |code: &str, names: [&str; 3], cents: i64| Some(product(code, names, ProductKind::Other, cents));
    [
        print("06", "6x9", ["Lompakkokuva 6x9", "Plånboksbild 6x9", "Wallet print 6x9"], 490),
        print("09", "9x13", ["Kuva 9x13", "Bild 9x13", "Print 9x13"], 790),
        print("10", "10x15", ["Kuva 10x15", "Bild 10x15", "Print 10x15"], 990),
        print("11", "11x15", ["Kuva 11x15", "Bild 11x15", "Print 11x15"], 1090),
        print("13", "13x18", ["Kuva 13x18", "Bild 13x18", "Print 13x18"], 1490),
        print("15", "15x21", ["Ryhmäkuva 15x21", "Gruppbild 15x21", "Group print 15x21"], 1690),
        print("15P", "15x23", ["Ryhmäkuva 15x23", "Gruppbild 15x23", "Group print 15x23"], 1790),
        print("18", "18x24", ["Suurennos 18x24", "Förstoring 18x24", "Enlargement 18x24"], 2490),
        print("20", "20x30", ["Suurennos 20x30", "Förstoring 20x30", "Enlargement 20x30"], 2990),
        print("A4", "A4", ["Suurennos A4", "Förstoring A4", "Enlargement A4"], 2790),
        print("30", "30x40", ["Suurennos 30x40", "Förstoring 30x40", "Enlargement 30x40"], 4490),
        other("DIGI", ["Digikuva", "Digital bild", "Digital file"], 1990),
        other("TOIM", ["Toimituskulut", "Leverans", "Delivery"], 590),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn product(code: &str, names: [&str; 3], kind: ProductKind, cents: i64) -> ProductFields {
    let [name_fi, name_sv, name_en] = names.map(str::to_owned);
    ProductFields {
        code: code.to_owned(),
        name_fi,
        name_sv,
        name_en,
        kind,
        price: Cents(cents),
        vat_class: VatClass::General,
        is_active: true,
    }
}

/// A product as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Row id.
    pub id: ProductId,
    /// The details.
    pub fields: ProductFields,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_list_can_be_stored_as_it_is() {
        let list = starter_list();
        assert_eq!(list.len(), 13);
        let mut codes: Vec<&str> = list.iter().map(|product| product.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), list.len(), "codes are unique");
        for product in &list {
            assert_eq!(product.problems(), [], "{}", product.code);
            assert_eq!(product.clone().tidied(), *product);
        }
        let ten = list.iter().find(|product| product.code == "10").unwrap();
        assert_eq!((ten.name_fi.as_str(), ten.name_sv.as_str()), ("Kuva 10x15", "Bild 10x15"));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        let wrong = ProductFields {
            code: String::new(),
            name_fi: "n".repeat(201),
            name_sv: "Bild".into(),
            name_en: "Print".into(),
            kind: ProductKind::Print {
                size: "../10".into(),
                width_mm: 0,
                height_mm: 9_000,
                surface: "ma tta".into(),
            },
            price: Cents(-1),
            vat_class: VatClass::General,
            is_active: true,
        };
        let found: Vec<String> = wrong.problems().into_iter().map(|at| at.field).collect();
        let expected = [
            "code",
            "name_fi",
            "print.size",
            "print.surface",
            "print.width_mm",
            "print.height_mm",
            "price_cents",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn sheets_are_kept_short_side_first() {
        let mut lying = starter_list().remove(2);
        lying.kind = ProductKind::Print {
            size: "10x15 ".into(),
            width_mm: 152,
            height_mm: 102,
            surface: String::new(),
        };
        lying.code = " 10 ".into();
        assert_eq!(lying.tidied(), starter_list().remove(2));
    }
}
