//! Dates and money as each language writes them in documents.

use domain::{Cents, Language};

/// No-break space: keeps an amount and its sign on one line.
const NBSP: char = '\u{a0}';

const ENGLISH_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A calendar date: `3.9.2026`, `2026-09-03` or `3 Sep 2026`. A month outside 1 to 12 is written as its number.
pub fn date(language: Language, year: i32, month: u32, day: u32) -> String {
    match language {
        Language::Finnish => format!("{day}.{month}.{year}"),
        Language::Swedish => format!("{year:04}-{month:02}-{day:02}"),
        Language::English => {
            let name =
                usize::try_from(month).ok().and_then(|month| ENGLISH_MONTHS.get(month.checked_sub(1)?));
            match name {
                Some(name) => format!("{day} {name} {year}"),
                None => format!("{day} {month} {year}"),
            }
        }
    }
}

/// An ISO date (`2026-09-03`) as the language writes it; none when it is no ISO date.
pub fn date_from_iso(language: Language, iso: &str) -> Option<String> {
    let mut parts = iso.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(date(language, i32::try_from(year).ok()?, month, day))
}

fn digits(text: &str, length: usize) -> Option<u32> {
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// An amount of euro: `1 234,50 €` in Finnish and Swedish, `€1,234.50` in English.
pub fn money(language: Language, amount: Cents) -> String {
    let sign = if amount.0 < 0 { "\u{2212}" } else { "" };
    let cents = amount.0.unsigned_abs();
    let (euros, rest) = (cents / 100, cents % 100);
    match language {
        Language::Finnish | Language::Swedish => format!("{sign}{},{rest:02}{NBSP}€", grouped(euros, NBSP)),
        Language::English => format!("{sign}€{}.{rest:02}", grouped(euros, ',')),
    }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use domain::{Cents, Language};

    use super::{date_from_iso, money};

    #[test]
    fn dates_are_written_as_each_language_does() {
        let date = |language| date_from_iso(language, "2026-09-03");
        assert_eq!(date(Language::Finnish).as_deref(), Some("3.9.2026"));
        assert_eq!(date(Language::Swedish).as_deref(), Some("2026-09-03"));
        assert_eq!(date(Language::English).as_deref(), Some("3 Sep 2026"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-9-3", "2026-13-01", "2026-00-10", "2026-09-32", "03.09.2026", "2026-09-03-01"]
        {
            assert_eq!(date_from_iso(Language::Finnish, text), None, "{text}");
        }
    }

    #[test]
    fn money_is_written_as_each_language_does() {
        assert_eq!(money(Language::Finnish, Cents(3990)), "39,90\u{a0}€");
        assert_eq!(money(Language::Swedish, Cents(123_456_705)), "1\u{a0}234\u{a0}567,05\u{a0}€");
        assert_eq!(money(Language::English, Cents(3990)), "€39.90");
        assert_eq!(money(Language::English, Cents(-100_000)), "\u{2212}€1,000.00");
        assert_eq!(money(Language::Finnish, Cents(5)), "0,05\u{a0}€");
    }
}
