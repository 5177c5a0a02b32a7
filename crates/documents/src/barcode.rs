//! Code 128 (ISO/IEC 15417) in sets B and C, and QR codes as outlines and pictures.

use qrcode::{EcLevel, QrCode};
use typst::foundations::{Bytes, IntoValue, Value};

use crate::engine::{DocumentError, array, dict};

/// Widths of the six elements of each symbol, bar first; 106 is the stop with its seventh.
#[rustfmt::skip]
const WIDTHS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
    "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
    "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
    "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
    "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
    "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
    "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
    "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
    "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];

const TO_C: u8 = 99;
const TO_B: u8 = 100;
const START_B: u8 = 104;
const START_C: u8 = 105;
const STOP: u8 = 106;
/// Longest text: what still fits across a slip with readable bars.
const MOST_LETTERS: usize = 32;

/// A bar code: widths of bars and gaps in turn, in modules, starting with a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code128 {
    /// Widths in modules, 1 to 4.
    pub widths: Vec<u8>,
}

impl Code128 {
    /// Width of the whole code in modules, without quiet zones.
    pub fn modules(&self) -> u32 {
        self.widths.iter().map(|width| u32::from(*width)).sum()
    }

    /// Bars as pairs of left edge and width, with the total, for a template.
    pub(crate) fn to_value(&self) -> Value {
        let mut bars = Vec::new();
        let mut at = 0_i64;
        for (index, width) in self.widths.iter().enumerate() {
            if index % 2 == 0 {
                bars.push(array([at.into_value(), i64::from(*width).into_value()]));
            }
            at += i64::from(*width);
        }
        Value::Dict(dict([("bars", array(bars)), ("modules", at.into_value())]))
    }
}

/// Encodes printable ASCII; runs of digits take half the room. None for other text, or none or too much of it.
pub fn code128(text: &str) -> Option<Code128> {
    let bytes = text.as_bytes();
    if bytes.is_empty()
        || bytes.len() > MOST_LETTERS
        || !bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
    {
        return None;
    }
    let mut symbols = Vec::new();
    let mut is_c = false;
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if is_c && digits < 2 || !is_c && digits >= 4 && digits % 2 == 0 {
            is_c = !is_c;
            symbols.push(match (symbols.is_empty(), is_c) {
                (true, true) => START_C,
                (true, false) => START_B,
                (false, true) => TO_C,
                (false, false) => TO_B,
            });
        } else if symbols.is_empty() {
            symbols.push(START_B);
        }
        match (is_c, after.split_first()) {
            (true, Some((second, later))) => {
                symbols.push((first - b'0') * 10 + (second - b'0'));
                rest = later;
            }
            _ => {
                symbols.push(first - b' ');
                rest = after;
            }
        }
    }
    let sum = symbols
        .iter()
        .zip(std::iter::once(1).chain(1_u32..))
        .map(|(symbol, weight)| u32::from(*symbol) * weight);
    symbols.push(u8::try_from(sum.sum::<u32>() % 103).ok()?);
    symbols.push(STOP);
    let mut widths = Vec::with_capacity(symbols.len() * 6 + 1);
    for symbol in symbols {
        widths.extend(WIDTHS.get(usize::from(symbol))?.bytes().map(|digit| digit - b'0'));
    }
    Some(Code128 { widths })
}

/// A QR code of level M as rows of runs `[x, y, length]` with its side, for a template.
pub(crate) fn qr(text: &str) -> Result<Value, DocumentError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| DocumentError::Code)?;
    let number = |value: usize| i64::try_from(value).unwrap_or_default().into_value();
    let side = number(code.width());
    let runs = runs(&code).into_iter().map(|run| array(run.map(number)));
    Ok(Value::Dict(dict([("side", side), ("runs", array(runs))])))
}

/// A QR code of level H as an SVG picture of one path, without its quiet zone. A template sets hundreds of them in
/// half the time that their outlines take.
pub(crate) fn qr_picture(text: &str) -> Result<Value, DocumentError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::H).map_err(|_| DocumentError::Code)?;
    let side = code.width();
    let path: String =
        runs(&code).into_iter().map(|[x, y, length]| format!("M{x} {y}h{length}v1h-{length}z")).collect();
    let picture = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}"><path d="{path}"/></svg>"#
    );
    Ok(Bytes::from_string(picture).into_value())
}

/// Dark modules as runs `[x, y, length]`, row by row.
fn runs(code: &QrCode) -> Vec<[usize; 3]> {
    let modules = code.to_colors();
    let mut runs = Vec::new();
    for (y, row) in modules.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&qrcode::Color::Dark) {
                runs.push([x, y, run.len()]);
            }
            x += run.len();
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{WIDTHS, code128};

    /// Reads a code by its published widths, knowing nothing of how it was made.
    fn decode(widths: &[u8]) -> Option<String> {
        let (symbols, stop) = widths.split_at(widths.len().checked_sub(7)?);
        let name = |part: &[u8]| part.iter().map(|width| char::from(b'0' + width)).collect::<String>();
        if name(stop) != "2331112" {
            return None;
        }
        let values: Vec<usize> = symbols
            .chunks(6)
            .map(|symbol| WIDTHS.iter().position(|widths| *widths == name(symbol)))
            .collect::<Option<_>>()?;
        let (check, values) = values.split_last()?;
        let sum: usize = values.iter().enumerate().map(|(index, value)| value * index.max(1)).sum();
        if sum % 103 != *check {
            return None;
        }
        let mut is_c = match values[0] {
            104 => false,
            105 => true,
            _ => return None,
        };
        let mut text = String::new();
        for value in &values[1..] {
            match (is_c, *value) {
                (true, 100) => is_c = false,
                (false, 99) => is_c = true,
                (true, pair) if pair < 100 => text.push_str(&format!("{pair:02}")),
                (false, letter) if letter < 95 => text.push(char::from(b' ' + u8::try_from(letter).ok()?)),
                _ => return None,
            }
        }
        Some(text)
    }

    #[test]
    fn every_symbol_has_eleven_modules_and_is_unique() {
        for (index, widths) in WIDTHS.iter().enumerate() {
            let modules: u32 = widths.bytes().map(|digit| u32::from(digit - b'0')).sum();
            assert_eq!(modules, if index == 106 { 13 } else { 11 }, "symbol {index}");
            let bars: u32 = widths.bytes().step_by(2).map(|digit| u32::from(digit - b'0')).sum();
            assert_eq!(bars % 2, 0, "symbol {index}: bars have an even sum");
            assert_eq!(WIDTHS.iter().filter(|other| *other == widths).count(), 1, "symbol {index}");
        }
    }

    #[test]
    fn texts_come_back() {
        for text in [
            "2026-0001",
            "2026-12345",
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "A0000001",
            "a~ !",
            "AB1234CD567890",
        ] {
            let code = code128(text).expect("encodable");
            assert_eq!(decode(&code.widths).as_deref(), Some(text));
        }
    }

    #[test]
    fn digits_take_half_the_room() {
        // start, 20, 26, to B, hyphen, to C, 00, 01, check: nine symbols and the stop
        assert_eq!(code128("2026-0001").expect("encodable").modules(), 9 * 11 + 13);
    }

    #[test]
    fn a_wrong_width_is_noticed() {
        let mut code = code128("2026-0001").expect("encodable");
        code.widths[9] = code.widths[9] % 4 + 1;
        assert_eq!(decode(&code.widths), None);
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "Ä", "a\nb", "x".repeat(33).as_str()] {
            assert_eq!(code128(text), None, "{text:?}");
        }
    }
}
