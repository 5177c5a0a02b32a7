//! The three lists of a batch as the receiver reads them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Deviation, table};

const HEADER: &str = "order;line;product;size;surface;qty;file;bytes;sha256;width_px;height_px;icc;crop_x;crop_y;crop_w;crop_h;back1;back2;pack";

/// One entry of `manifest.json`: its values by name.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) file: String,
    values: BTreeMap<String, Value>,
}

impl Row {
    pub(super) fn text(&self, name: &str) -> String {
        self.values.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    pub(super) fn number(&self, name: &str) -> u64 {
        self.values.get(name).and_then(Value::as_u64).unwrap_or_default()
    }
}

#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) batch: String,
    pub(super) resend_of: Option<String>,
    pub(super) totals: BTreeMap<String, u64>,
    pub(super) files: Vec<Row>,
    pub(super) slips: Vec<Row>,
}

/// Paths with their checksums.
pub(super) fn sums(bytes: &[u8], deviations: &mut Vec<Deviation>) -> BTreeMap<String, String> {
    const LIST: &str = "SHA256SUMS";
    let mut malformed = |why: String| deviations.push(Deviation::Malformed(LIST.to_owned(), why));
    let mut sums = BTreeMap::new();
    let Ok(text) = std::str::from_utf8(bytes) else {
        malformed("not UTF-8".to_owned());
        return sums;
    };
    if text.contains('\r') || !text.ends_with('\n') {
        malformed("lines do not end with LF".to_owned());
    }
    let mut last = String::new();
    let mut is_sorted = true;
    let mut escapes = Vec::new();
    let mut twice = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some((sum, path)) = line.split_once("  ").filter(|(sum, _)| is_sum(sum)) else {
            malformed(format!("line {}", index + 1));
            continue;
        };
        if !is_inside(path) {
            escapes.push(Deviation::PathEscape(path.to_owned()));
            continue;
        }
        is_sorted &= last.as_str() < path || last == path;
        path.clone_into(&mut last);
        if sums.insert(path.to_owned(), sum.to_owned()).is_some() {
            twice.push(Deviation::Twice(path.to_owned(), LIST.to_owned()));
        }
    }
    if !is_sorted {
        deviations.push(Deviation::Unsorted);
    }
    deviations.append(&mut escapes);
    deviations.append(&mut twice);
    sums
}

fn is_sum(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Relative, no climbing, no backslash, no drive.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|step| !step.is_empty() && step != "." && step != "..")
}

/// Reads `manifest.json`.
pub(super) fn json(bytes: &[u8], deviations: &mut Vec<Deviation>) -> Manifest {
    const LIST: &str = "manifest.json";
    let mut manifest = Manifest::default();
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            deviations.push(Deviation::Malformed(LIST.to_owned(), error.to_string()));
            return manifest;
        }
    };
    let mut malformed = |why: &str, deviations: &mut Vec<Deviation>| {
        deviations.push(Deviation::Malformed(LIST.to_owned(), why.to_owned()))
    };
    if value.get("schema").and_then(Value::as_str) != Some("kontakti.plain-batch")
        || value.get("schema_version").and_then(Value::as_u64) != Some(1)
    {
        malformed("schema", deviations);
    }
    match value.get("batch").and_then(Value::as_str) {
        Some(batch) => batch.clone_into(&mut manifest.batch),
        None => malformed("batch", deviations),
    }
    manifest.resend_of = value.get("resend_of").and_then(Value::as_str).map(str::to_owned);
    match value.get("totals").and_then(Value::as_object) {
        Some(totals) => {
            for (name, number) in totals {
                if let Some(number) = number.as_u64() {
                    manifest.totals.insert(name.clone(), number);
                }
            }
        }
        None => malformed("totals", deviations),
    }
    manifest.files = rows(&value, "files", &mut malformed, deviations);
    manifest.slips = rows(&value, "slips", &mut malformed, deviations);
    manifest
}

fn rows(
    value: &Value,
    name: &str,
    malformed: &mut impl FnMut(&str, &mut Vec<Deviation>),
    deviations: &mut Vec<Deviation>,
) -> Vec<Row> {
    let Some(entries) = value.get(name).and_then(Value::as_array) else {
        malformed(name, deviations);
        return Vec::new();
    };
    let mut rows: Vec<Row> = Vec::new();
    for entry in entries {
        let (Some(object), Some(file)) = (entry.as_object(), entry.get("file").and_then(Value::as_str))
        else {
            malformed(name, deviations);
            continue;
        };
        if !is_inside(file) {
            deviations.push(Deviation::PathEscape(file.to_owned()));
            continue;
        }
        if rows.iter().any(|row| row.file == file) {
            deviations.push(Deviation::Twice(file.to_owned(), "manifest.json".to_owned()));
        }
        let values = object.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        rows.push(Row { file: file.to_owned(), values });
    }
    rows
}

/// Compares `manifest.csv` with the other manifest, cell by cell.
pub(super) fn csv_agrees(bytes: &[u8], manifest: &Manifest, deviations: &mut Vec<Deviation>) {
    let mut malformed = |why: String| deviations.push(Deviation::Malformed("manifest.csv".to_owned(), why));
    let Some(text) = bytes.strip_prefix(b"\xef\xbb\xbf").and_then(|text| std::str::from_utf8(text).ok())
    else {
        malformed("not UTF-8 with BOM".to_owned());
        return;
    };
    let records = match table::records(text) {
        Ok(records) => records,
        Err((line, why)) => {
            malformed(format!("line {line}: {why}"));
            return;
        }
    };
    let columns: Vec<&str> = HEADER.split(';').collect();
    let Some((header, lines)) = records.split_first() else {
        malformed("empty".to_owned());
        return;
    };
    if *header != columns {
        malformed("header".to_owned());
        return;
    }
    if lines.len() != manifest.files.len() {
        malformed(format!("{} lines for {} files", lines.len(), manifest.files.len()));
    }
    for (index, (line, row)) in lines.iter().zip(&manifest.files).enumerate() {
        if line.len() != columns.len() {
            deviations
                .push(Deviation::Malformed("manifest.csv".to_owned(), format!("line {}: cells", index + 2)));
            continue;
        }
        for (column, cell) in columns.iter().zip(line) {
            let said = match row.values.get(*column) {
                Some(Value::String(text)) if text.starts_with(['=', '+', '-', '@', '\t']) => {
                    format!("'{text}")
                }
                Some(Value::String(text)) => text.clone(),
                Some(Value::Number(number)) => number.to_string(),
                _ => {
                    deviations.push(Deviation::Malformed("manifest.json".to_owned(), (*column).to_owned()));
                    continue;
                }
            };
            if *cell != said {
                deviations.push(Deviation::ManifestsDiffer(index + 2, (*column).to_owned()));
            }
        }
    }
}
