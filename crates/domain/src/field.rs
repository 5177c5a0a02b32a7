//! What can be wrong with an entered field, and the shape checks that several records share.
//!
//! Deliberately not here: texts (the window's) and checks that need the register, such as uniqueness.
//! Invariant: a check looks at shape only and lets through whatever may be right.

/// What is wrong with a field; its texts are `field-<problem>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldProblem {
    /// Nothing was entered.
    Required,
    /// Longer than the field holds.
    TooLong,
    /// Not a Business ID with a right check digit.
    NotBusinessId,
    /// Not shaped like an e-mail address.
    NotEmail,
    /// Not shaped like a telephone number.
    NotPhone,
    /// Not a calendar date.
    NotDate,
    /// Not a two-letter country code.
    NotCountry,
    /// Outside what is allowed.
    OutOfRange,
    /// Another record has it already.
    NotUnique,
    /// Not a postal code of the country.
    NotPostalCode,
    /// Not the code of a camera card.
    NotCardCode,
    /// A frame that is nobody's yet.
    NotMatched,
}

/// A problem beside the field that has it; `field` is the domain's name, `lines.0.quantity` for nested
/// ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblemAt {
    /// Name of the field, snake_case as in the domain's structs.
    pub field: String,
    /// What is wrong.
    pub problem: FieldProblem,
}

impl FieldProblemAt {
    /// A problem of a field.
    pub fn new(field: impl Into<String>, problem: FieldProblem) -> Self {
        Self { field: field.into(), problem }
    }
}

/// Most characters of a one-line field.
pub const LONGEST_LINE: usize = 200;
/// Most characters of a note.
pub const LONGEST_NOTE: usize = 4_000;

/// Whether a text has at most `most` characters.
pub fn fits(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
}

/// Whether a text is shaped like an e-mail address: something, one `@`, a domain with a dot inside, and no
/// white space or control characters.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    !local.is_empty()
        && !domain.contains('@')
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
        && !text.chars().any(|character| character.is_whitespace() || character.is_control())
}

/// Whether a text is `YYYY-MM-DD` of a day that exists, so that dates can be compared as text.
pub fn is_iso_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok_and(|date| date.to_string() == text)
}

/// Whether a text is shaped like a telephone number: 3 to 20 digits among spaces and `+ - . / ( )`.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits)
        && text.chars().all(|character| {
            character.is_ascii_digit()
                || matches!(character, ' ' | '\u{a0}' | '+' | '-' | '\u{2013}' | '.' | '/' | '(' | ')')
        })
}

/// The digits of a telephone number in its home form: a Finnish country code becomes the leading zero, so
/// that `+358 40 123` and `040 123` agree. Other country codes stay, without the leading `+` or `00`.
pub fn phone_digits(text: &str) -> String {
    let is_international = text.trim_start().starts_with('+');
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let (digits, is_international) = match digits.strip_prefix("00") {
        Some(rest) if !is_international => (rest.to_owned(), true),
        _ => (digits, is_international),
    };
    match digits.strip_prefix("358") {
        Some(rest) if is_international => format!("0{}", rest.trim_start_matches('0')),
        _ => digits,
    }
}

/// Whether a text is a postal code: five digits in Finland and Åland, elsewhere up to 12 letters, digits,
/// spaces and hyphens.
pub fn is_postal_code(text: &str, country: &str) -> bool {
    if matches!(country, "FI" | "AX") {
        text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
    } else {
        fits(text, 12)
            && text.chars().any(|character| character.is_ascii_alphanumeric())
            && text
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || matches!(character, ' ' | '-'))
    }
}

/// Whether a text is shaped like an ISO 3166-1 alpha-2 code: two capital letters.
pub fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn email_shapes() {
        for text in ["aino@example.com", "mikko.virtanen+kuvat@posti.example.fi", "sanna@öhman.example"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "",
            "aino",
            "@example.com",
            "aino@",
            "aino@example",
            "a@b@example.com",
            "a @example.com",
            "a@.com",
            "a@example.",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn phone_shapes_and_home_forms() {
        for (text, digits) in [
            ("040 123 4567", "0401234567"),
            ("+358 40 123 4567", "0401234567"),
            ("+358 (0)40 123 4567", "0401234567"),
            ("00358401234567", "0401234567"),
            ("+46 70-123 45 67", "46701234567"),
            ("09-123", "09123"),
            ("112", "112"),
        ] {
            assert!(is_phone(text), "{text}");
            assert_eq!(phone_digits(text), digits, "{text}");
        }
        for text in ["", "12", "040 soita", "123456789012345678901", "040<b>"] {
            assert!(!is_phone(text), "{text}");
        }
        assert_eq!(phone_digits("358"), "358", "a fragment is not taken for a country code");
    }

    #[test]
    fn postal_codes_follow_the_country() {
        for (text, country, right) in [
            ("00100", "FI", true),
            ("22100", "AX", true),
            ("0010", "FI", false),
            ("FI-00100", "FI", false),
            ("111 22", "SE", true),
            ("SW1A 1AA", "GB", true),
            ("--", "SE", false),
            ("1234567890123", "DE", false),
        ] {
            assert_eq!(is_postal_code(text, country), right, "{text} in {country}");
        }
        for (text, right) in [("FI", true), ("fi", false), ("FIN", false), ("", false), ("ÅL", false)] {
            assert_eq!(is_country(text), right, "{text}");
        }
    }

    #[test]
    fn lengths_count_characters() {
        assert!(fits("äöå", 3));
        assert!(!fits("äöå", 2));
        assert!(fits("", 0));
    }
}
