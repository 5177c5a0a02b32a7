//! The Finnish Business ID (Y-tunnus): seven digits, a hyphen and a check digit.
//!
//! Deliberately not here: VAT numbers and OVT addresses, which are made from it. Invariant: a `BusinessId`
//! holds a number whose check digit is right.

use std::fmt;

/// A Business ID with a right check digit, in the form `NNNNNNN-C`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BusinessId(String);

/// Why a text is not a Business ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BusinessIdError {
    /// Not six or seven digits, a hyphen and a digit.
    #[error("not shaped like a Business ID")]
    Shape,
    /// The seven digits have no check digit: such numbers are not in use.
    #[error("number not in use")]
    UnusedBase,
    /// The check digit is wrong: a digit is mistyped.
    #[error("wrong check digit")]
    CheckDigit,
}

const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];

impl BusinessId {
    /// Reads a Business ID as typed. White space round it is ignored; an old number of six digits gets its
    /// leading zero; hyphen-like characters of word processors count as a hyphen, which may be left out
    /// after seven digits.
    ///
    /// # Errors
    /// When the shape, the number or the check digit is wrong.
    pub fn parse(text: &str) -> Result<Self, BusinessIdError> {
        let text: String = text
            .trim()
            .chars()
            .map(|character| match character {
                '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
                other => other,
            })
            .collect();
        let (base, check) = match text.split_once('-') {
            Some((base, check)) => (base.to_owned(), check.to_owned()),
            None => {
                let mut base = text;
                let check = base.pop().ok_or(BusinessIdError::Shape)?;
                if base.len() != 7 {
                    return Err(BusinessIdError::Shape);
                }
                (base, check.to_string())
            }
        };
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(&base) || !is_digits(&check) || !(6..=7).contains(&base.len()) || check.len() != 1 {
            return Err(BusinessIdError::Shape);
        }
        let base = format!("{base:0>7}");
        if check != check_digit(&base).ok_or(BusinessIdError::UnusedBase)?.to_string() {
            return Err(BusinessIdError::CheckDigit);
        }
        Ok(Self(format!("{base}-{check}")))
    }

    /// The form `NNNNNNN-C`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The VAT number that belongs to it: `FI` and the eight digits.
    pub fn vat_number(&self) -> String {
        format!("FI{}", self.0.replace('-', ""))
    }
}

impl fmt::Display for BusinessId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Weighted sum modulo 11: 0 stays 0, 1 has no digit, others are taken from 11.
fn check_digit(base: &str) -> Option<u32> {
    let sum: u32 = base.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    match sum % 11 {
        0 => Some(0),
        1 => None,
        remainder => Some(11 - remainder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_right_check_digit_are_read() {
        for (text, id) in [
            ("1234567-1", "1234567-1"),
            ("2345678-0", "2345678-0"),
            ("7654321-2", "7654321-2"),
            ("0000001-9", "0000001-9"),
            ("0000002-7", "0000002-7"),
            ("000001-9", "0000001-9"),
            (" 1234567-1\n", "1234567-1"),
            ("1234567\u{2013}1", "1234567-1"),
            ("12345671", "1234567-1"),
        ] {
            assert_eq!(BusinessId::parse(text).map(|id| id.to_string()), Ok(id.to_owned()), "{text:?}");
        }
        assert_eq!(BusinessId::parse("1234567-1").map(|id| id.vat_number()), Ok("FI12345671".to_owned()));
    }

    #[test]
    fn each_mistake_is_named() {
        for (text, error) in [
            ("", BusinessIdError::Shape),
            ("1234567-", BusinessIdError::Shape),
            ("1234567-12", BusinessIdError::Shape),
            ("12345-1", BusinessIdError::Shape),
            ("12345678-1", BusinessIdError::Shape),
            ("1234567", BusinessIdError::Shape),
            ("FI12345671", BusinessIdError::Shape),
            ("١٢٣٤٥٦٧-1", BusinessIdError::Shape),
            ("ä", BusinessIdError::Shape),
            ("0000006-0", BusinessIdError::UnusedBase),
            ("1234567-2", BusinessIdError::CheckDigit),
            ("2134567-1", BusinessIdError::CheckDigit),
        ] {
            assert_eq!(BusinessId::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn any_single_wrong_digit_is_found() {
        for place in 0..7 {
            for digit in '0'..='9' {
                let mut typed: Vec<char> = "1234567-1".chars().collect();
                if typed[place] == digit {
                    continue;
                }
                typed[place] = digit;
                let typed: String = typed.into_iter().collect();
                assert!(BusinessId::parse(&typed).is_err(), "{typed}");
            }
        }
    }
}
