//! `manifest.csv`: UTF-8 with BOM, semicolons, CR LF, RFC 4180 quoting, safe to open in a spreadsheet.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{PlainError, PlainPrint};
use crate::folder::WrittenFile;

const COLUMNS: [&str; 19] = [
    "order",
    "line",
    "product",
    "size",
    "surface",
    "qty",
    "file",
    "bytes",
    "sha256",
    "width_px",
    "height_px",
    "icc",
    "crop_x",
    "crop_y",
    "crop_w",
    "crop_h",
    "back1",
    "back2",
    "pack",
];

/// The manifest of these prints, in the order given.
pub(super) fn manifest(prints: &[(PlainPrint, WrittenFile)]) -> Result<Vec<u8>, PlainError> {
    let refused = |error: csv::Error| PlainError::Manifest(error.to_string());
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(COLUMNS).map_err(refused)?;
    for (print, file) in prints {
        let numbers = [
            print.line,
            print.quantity,
            print.width_px,
            print.height_px,
            print.crop.x,
            print.crop.y,
            print.crop.w,
            print.crop.h,
        ]
        .map(|number| number.to_string());
        let [line, quantity, width, height, x, y, w, h] = &numbers;
        let bytes = file.bytes.to_string();
        let cells: [Cow<'_, str>; 19] = [
            guarded(&print.order),
            line.into(),
            guarded(&print.product),
            guarded(&print.size),
            guarded(&print.surface),
            quantity.into(),
            guarded(&file.path),
            (&bytes).into(),
            (&file.sha256).into(),
            width.into(),
            height.into(),
            guarded(&print.icc),
            x.into(),
            y.into(),
            w.into(),
            h.into(),
            guarded(&print.back1),
            guarded(&print.back2),
            guarded(&print.pack),
        ];
        writer.write_record(cells.iter().map(|cell| cell.as_bytes())).map_err(refused)?;
    }
    writer.into_inner().map_err(|error| PlainError::Manifest(error.error().to_string()))
}

/// A spreadsheet runs what starts like a formula, some also after blanks or in full width; an apostrophe
/// makes it text (OWASP ASVS 1.2.10).
fn guarded(text: &str) -> Cow<'_, str> {
    let is_control = text.starts_with(['\t', '\r', '\n', '\0']);
    let begins = text.trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_control());
    if is_control || begins.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
    {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\0=1",
            " =1",
            "\u{a0}=1",
            "  \t+1",
            "\u{ff1d}1+1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}A1",
            " \u{ff1d}1",
            "\rA",
            "\u{1}=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "10x15", "2026-0001", "A0000001", "a=b", "10x15_matta/2x_A0000001.JPG", "kuva -1"] {
            assert_eq!(guarded(text), text, "{text:?}");
        }
    }
}
