//! The recovery code: 256 random bits on paper, typed back by a person.
//!
//! 60 symbols in twelve groups of five, in Crockford's base 32 alphabet (no I, L, O, U):
//!
//! ```text
//! K1 | 52 symbols: 256 bits, big-endian, four zero bits | 6 symbols: checksum
//! ```
//!
//! `K1` names kind and version. The checksum is bech32m's (BIP 350) over the other 54 symbols: a BCH code
//! over GF(32) that finds any four wrong symbols in codes of this length, hence every wrong symbol and
//! every swap of two.
//!
//! Reading forgives case, spaces, hyphens, O for 0, and I or L for 1.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::derive::make_random_bytes;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: [u8; 2] = [19, 1];
const KEY_SYMBOLS: usize = 52;
const CHECK_SYMBOLS: usize = 6;
const SYMBOLS: usize = PREFIX.len() + KEY_SYMBOLS + CHECK_SYMBOLS;
const GROUP: usize = 5;
const BECH32M: u32 = 0x2bc8_30a3;

/// 32 random bytes that open the register without passphrase and computer.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; 32]);

/// Why a typed code is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// Too few or too many symbols; separators are not counted.
    #[error("{found} symbols, expected {expected}")]
    WrongLength {
        /// Symbols typed.
        found: usize,
        /// Symbols of a code.
        expected: usize,
    },
    /// A character that no code contains.
    #[error("bad character at {at}")]
    BadCharacter {
        /// Position in the typed text, in characters from 0.
        at: usize,
    },
    /// A slip somewhere: the checksum does not fit.
    #[error("bad checksum")]
    BadChecksum,
}

impl RecoveryCode {
    /// A new random code.
    pub fn make_random() -> Self {
        Self(*make_random_bytes())
    }

    /// Twelve groups of five characters, as they are printed.
    pub fn to_groups(&self) -> Vec<String> {
        let symbols = self.symbols();
        symbols.chunks(GROUP).map(|group| group.iter().map(|&symbol| letter(symbol)).collect()).collect()
    }

    /// The groups joined by hyphens, as a QR code carries them.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut groups = self.to_groups();
        let text = Zeroizing::new(groups.join("-"));
        groups.zeroize();
        text
    }

    /// Reads a typed or scanned code.
    ///
    /// # Errors
    /// [`RecoveryCodeError`]; a bad character is reported before a wrong length, that before the checksum.
    pub fn parse(text: &str) -> Result<Self, RecoveryCodeError> {
        let mut symbols = Zeroizing::new([0u8; SYMBOLS]);
        let mut found = 0;
        for (at, character) in text.chars().enumerate() {
            if is_separator(character) {
                continue;
            }
            let symbol = symbol(character).ok_or(RecoveryCodeError::BadCharacter { at })?;
            if let Some(place) = symbols.get_mut(found) {
                *place = symbol;
            }
            found += 1;
        }
        if found != SYMBOLS {
            return Err(RecoveryCodeError::WrongLength { found, expected: SYMBOLS });
        }
        if polymod(symbols.iter().copied()) != BECH32M {
            return Err(RecoveryCodeError::BadChecksum);
        }
        let key = symbols.strip_prefix(&PREFIX).and_then(|rest| rest.split_at_checked(KEY_SYMBOLS));
        let (key, _) = key.ok_or(RecoveryCodeError::BadChecksum)?;
        from_symbols(key).ok_or(RecoveryCodeError::BadChecksum)
    }

    /// Whether both are the same code, in constant time: for the code typed back at creation.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    fn symbols(&self) -> Zeroizing<Vec<u8>> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(SYMBOLS));
        symbols.extend_from_slice(&PREFIX);
        let (mut pending, mut bits) = (0u32, 0u32);
        for &byte in &self.0 {
            pending = (pending << 8) | u32::from(byte);
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                symbols.push(low_five(pending >> bits));
            }
        }
        symbols.push(low_five(pending << (5 - bits)));
        let check = polymod(symbols.iter().copied().chain([0; CHECK_SYMBOLS])) ^ BECH32M;
        for place in (0..CHECK_SYMBOLS as u32).rev() {
            symbols.push(low_five(check >> (5 * place)));
        }
        symbols
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

fn low_five(value: u32) -> u8 {
    (value & 31) as u8
}

fn letter(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).map_or('?', |&byte| char::from(byte))
}

fn symbol(character: char) -> Option<u8> {
    let byte = match character.to_ascii_uppercase() {
        'O' => b'0',
        'I' | 'L' => b'1',
        other => u8::try_from(other).ok()?,
    };
    ALPHABET.iter().position(|&letter| letter == byte).and_then(|at| u8::try_from(at).ok())
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The 256 bits of 52 symbols; `None` when the four bits left over are not zero.
fn from_symbols(symbols: &[u8]) -> Option<RecoveryCode> {
    let mut code = RecoveryCode([0; 32]);
    let mut bytes = code.0.iter_mut();
    let (mut pending, mut bits) = (0u32, 0u32);
    for &symbol in symbols {
        pending = (pending << 5) | u32::from(symbol);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            *bytes.next()? = (pending >> bits & 0xff) as u8;
            pending &= (1 << bits) - 1;
        }
    }
    (bytes.next().is_none() && pending == 0).then_some(code)
}

/// The checksum polynomial of bech32 (BIP 173).
fn polymod(symbols: impl Iterator<Item = u8>) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    symbols.fold(1, |check, symbol| {
        let top = check >> 25;
        GENERATOR
            .iter()
            .enumerate()
            .filter(|(bit, _)| top >> bit & 1 == 1)
            .fold(((check & 0x01ff_ffff) << 5) ^ u32::from(symbol), |check, (_, term)| check ^ term)
    })
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "codes are ASCII")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BECH32_LETTERS: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    #[test]
    fn bip_350_valid_strings_satisfy_the_checksum() {
        for text in [
            "a1lqfn3a",
            "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
        ] {
            let (prefix, data) = text.rsplit_once('1').unwrap();
            let expanded = prefix
                .bytes()
                .map(|b| b >> 5)
                .chain([0])
                .chain(prefix.bytes().map(|b| b & 31))
                .chain(data.chars().map(|c| BECH32_LETTERS.find(c).unwrap() as u8));
            assert_eq!(polymod(expanded), BECH32M, "{text}");
        }
    }

    #[test]
    fn a_code_looks_as_documented() {
        let groups = RecoveryCode([0xff; 32]).to_groups();
        assert_eq!(groups.len(), 12);
        assert!(groups.iter().all(|group| group.len() == 5));
        assert_eq!(groups[0], "K1ZZZ");
        assert_eq!(RecoveryCode([0xff; 32]).to_text().len(), 60 + 11);
    }

    #[test]
    fn forgives_what_people_type() {
        let code = RecoveryCode([0; 32]);
        let text = code.to_text();
        assert!(text.starts_with("K1000-00000"));
        let typed = format!("  {} \n", text.replace('0', "o").replace('1', "l").replace('-', " \u{2013} "));
        assert!(RecoveryCode::parse(&typed).unwrap().matches(&code));
        let typed = text.replace('0', "O").replace('1', "I").to_lowercase().replace('-', "");
        assert!(RecoveryCode::parse(&typed).unwrap().matches(&code));
    }

    #[test]
    fn says_what_is_wrong() {
        let text = RecoveryCode([3; 32]).to_text();
        assert_eq!(
            RecoveryCode::parse("").unwrap_err(),
            RecoveryCodeError::WrongLength { found: 0, expected: 60 }
        );
        let short = &text[..text.len() - 1];
        assert_eq!(
            RecoveryCode::parse(short).unwrap_err(),
            RecoveryCodeError::WrongLength { found: 59, expected: 60 }
        );
        assert_eq!(
            RecoveryCode::parse(&format!("{}0", text.as_str())).unwrap_err(),
            RecoveryCodeError::WrongLength { found: 61, expected: 60 }
        );
        let odd = text.replacen("K1", "K\u{e4}", 1);
        assert_eq!(RecoveryCode::parse(&odd).unwrap_err(), RecoveryCodeError::BadCharacter { at: 1 });
        let u = format!("{}U", &text[..text.len() - 1]);
        assert_eq!(RecoveryCode::parse(&u).unwrap_err(), RecoveryCodeError::BadCharacter { at: 70 });
    }

    #[test]
    fn codes_with_a_valid_checksum_but_other_kind_or_spare_bits_are_refused() {
        let mut symbols = RecoveryCode([9; 32]).symbols();
        symbols.truncate(54);
        for (at, flip) in [(0usize, 1u8), (1, 3), (53, 1)] {
            let mut other = symbols.to_vec();
            other[at] ^= flip;
            let check = polymod(other.iter().copied().chain([0; 6])) ^ BECH32M;
            other.extend((0..6).rev().map(|place| low_five(check >> (5 * place))));
            let text: String = other.iter().map(|&symbol| letter(symbol)).collect();
            assert_eq!(RecoveryCode::parse(&text).unwrap_err(), RecoveryCodeError::BadChecksum);
        }
    }

    proptest! {
        #[test]
        fn round_trip(bytes: [u8; 32]) {
            let code = RecoveryCode(bytes);
            prop_assert_eq!(RecoveryCode::parse(&code.to_text()).unwrap().0, bytes);
        }

        #[test]
        fn one_wrong_symbol_is_always_found(bytes: [u8; 32], at in 0usize..60, step in 1u8..32) {
            let mut symbols = RecoveryCode(bytes).symbols().to_vec();
            symbols[at] = (symbols[at] + step) % 32;
            let text: String = symbols.iter().map(|&symbol| letter(symbol)).collect();
            prop_assert_eq!(RecoveryCode::parse(&text).unwrap_err(), RecoveryCodeError::BadChecksum);
        }

        #[test]
        fn two_neighbours_swapped_are_always_found(bytes: [u8; 32], at in 0usize..59) {
            let mut symbols = RecoveryCode(bytes).symbols().to_vec();
            prop_assume!(symbols[at] != symbols[at + 1]);
            symbols.swap(at, at + 1);
            let text: String = symbols.iter().map(|&symbol| letter(symbol)).collect();
            prop_assert_eq!(RecoveryCode::parse(&text).unwrap_err(), RecoveryCodeError::BadChecksum);
        }

        #[test]
        fn any_text_is_answered(text: String) {
            let _ = RecoveryCode::parse(&text);
        }
    }
}
