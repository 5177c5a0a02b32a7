//! In which encoding a class list is written.
//!
//! A byte order mark decides; otherwise bytes that are valid UTF-8 are UTF-8. The rest is one of the two one-byte
//! encodings of Finnish schools, told apart by what differs: Windows-1252 has letters and signs at 80 to 9F, where
//! ISO-8859-15 has nothing that a list would hold; at eight places above, ISO-8859-15 has letters where
//! Windows-1252 has signs. Where nothing differs, both read alike and Windows-1252 is named.
//!
//! Deliberately not here: UTF-16 without a byte order mark, which a person may choose.

use encoding_rs::{Encoding, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, of Windows and Excel's CSV.
    Windows1252,
    /// ISO-8859-15, of older Finnish systems.
    Iso8859Part15,
}

impl TextEncoding {
    /// Every encoding, in the order in which the window lists them.
    pub const ALL: [Self; 5] =
        [Self::Utf8, Self::Windows1252, Self::Iso8859Part15, Self::Utf16Le, Self::Utf16Be];

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Iso8859Part15 => "iso-8859-15",
        }
    }

    /// The encoding of a [code](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.code() == code)
    }

    fn decoder(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
            Self::Iso8859Part15 => ISO_8859_15,
        }
    }
}

/// The encoding that the bytes themselves suggest, and whether a byte order mark says so.
pub(super) fn detect(bytes: &[u8]) -> (TextEncoding, bool) {
    for (mark, encoding) in [
        (b"\xef\xbb\xbf".as_slice(), TextEncoding::Utf8),
        (b"\xff\xfe", TextEncoding::Utf16Le),
        (b"\xfe\xff", TextEncoding::Utf16Be),
    ] {
        if bytes.starts_with(mark) {
            return (encoding, true);
        }
    }
    let encoding = if std::str::from_utf8(bytes).is_ok() { TextEncoding::Utf8 } else { one_byte(bytes) };
    (encoding, false)
}

/// The text, without a byte order mark. What the encoding cannot have written becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], encoding: TextEncoding) -> String {
    encoding.decoder().decode_with_bom_removal(bytes).0.into_owned()
}

/// Windows-1252 or ISO-8859-15.
fn one_byte(bytes: &[u8]) -> TextEncoding {
    if bytes.iter().any(|byte| matches!(byte, 0x80..=0x9f)) {
        return TextEncoding::Windows1252;
    }
    let before = std::iter::once(b' ').chain(bytes.iter().copied());
    let after = bytes.iter().skip(1).copied().chain(std::iter::once(b' '));
    let is_part_15 = before.zip(bytes).zip(after).any(|((before, byte), after)| match byte {
        // euro or the general sign of a currency, which nobody writes
        0xa4 => true,
        // Š, š, ž or broken bar, diaeresis, cedilla, which nobody writes beside a letter
        0xa6 | 0xa8 | 0xb8 => is_letter(before) || is_letter(after),
        // Ž or acute, which is typed as an apostrophe, but not at the beginning of a word
        0xb4 => is_letter(after) && !is_letter(before),
        _ => false,
    });
    if is_part_15 { TextEncoding::Iso8859Part15 } else { TextEncoding::Windows1252 }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0xff)
}

/// Whether a text shows UTF-8 that was read as a one-byte encoding, once or before it came here: `Ã¤` for `ä`,
/// `Å¡` for `š`, `â€“` for a dash.
pub(super) fn is_double_encoded(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    text.chars().zip(text.chars().skip(1)).any(|(lead, next)| match lead {
        'Ã' | 'Â' => is_continuation(next),
        'Å' => matches!(next, '¡' | '¾' | '\u{a0}' | '½'),
        'â' => next == '€',
        _ => false,
    })
}

/// What the bytes 80 to BF are in Windows-1252 or ISO-8859-15.
fn is_continuation(sign: char) -> bool {
    matches!(
        sign,
        '\u{80}'
            ..='\u{bf}'
                | '€'
                | '‚'
                | 'ƒ'
                | '„'
                | '…'
                | '†'
                | '‡'
                | 'ˆ'
                | '‰'
                | 'Š'
                | '‹'
                | 'Œ'
                | 'Ž'
                | '‘'
                | '’'
                | '“'
                | '”'
                | '•'
                | '–'
                | '—'
                | '˜'
                | '™'
                | 'š'
                | '›'
                | 'œ'
                | 'ž'
                | 'Ÿ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_tells_the_encodings_apart() {
        for (bytes, encoding, has_mark) in [
            (b"".as_slice(), TextEncoding::Utf8, false),
            (b"Malli Ville", TextEncoding::Utf8, false),
            ("Öhman Åke".as_bytes(), TextEncoding::Utf8, false),
            (b"\xef\xbb\xbfMalli", TextEncoding::Utf8, true),
            (b"\xff\xfeM\0", TextEncoding::Utf16Le, true),
            (b"\xfe\xff\0M", TextEncoding::Utf16Be, true),
            (b"\xd6hman \xc5ke", TextEncoding::Windows1252, false),
            (b"\x80 5, \xd6hman", TextEncoding::Windows1252, false),
            (b"\x8aemlja \xd6", TextEncoding::Windows1252, false),
            (b"\xa4 5", TextEncoding::Iso8859Part15, false),
            (b"\xa6emlja", TextEncoding::Iso8859Part15, false),
            (b"Malli \xb4ana", TextEncoding::Iso8859Part15, false),
            (b"Du\xa8an", TextEncoding::Iso8859Part15, false),
            (b"Bla\xb8", TextEncoding::Iso8859Part15, false),
            (b"O\xb4Malli", TextEncoding::Windows1252, false),
            (b"d\xb4Esimerkki", TextEncoding::Windows1252, false),
        ] {
            assert_eq!(detect(bytes), (encoding, has_mark), "{bytes:?}");
        }
    }

    #[test]
    fn double_encoding_shows() {
        for text in ["SeinÃ¤joki", "Ã–hman", "Ã…ke", "JosÃ©", "DuÅ¡an", "1â€“2", "5 Â°C"] {
            assert!(is_double_encoded(text), "{text}");
        }
        for text in ["Seinäjoki", "Öhman Åke", "Åsa", "São", "Â", "Ålands gymnasium", "château", "AÃ", ""]
        {
            assert!(!is_double_encoded(text), "{text}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        for encoding in TextEncoding::ALL {
            assert_eq!(TextEncoding::from_code(encoding.code()), Some(encoding));
        }
        assert_eq!(TextEncoding::from_code("latin1"), None);
    }
}
