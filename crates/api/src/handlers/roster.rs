//! Class lists: a chosen file, what it would do, and taking it in or back.

use std::fs::File;
use std::io::Read;

use domain::ids::{RosterImportId, SchoolId};
use domain::school::SchoolYear;
use register::RegisterError;
use register::rosters::{
    Difference, Field, HeaderRow, MOST_BYTES, Preview, Reading, RosterImported, Separator, TextEncoding,
};

use super::same_names;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::roster::*;
use crate::dto::school::SchoolRef;
use crate::error::{ApiError, ErrorCode};
use crate::error_map::wire_name;

/// Endings of the files that are offered; what a file is, is told by its content.
const ENDINGS: [&str; 6] = ["csv", "txt", "tsv", "xlsx", "xls", "ods"];
/// Rows that are shown as decoded.
const SHOWN_ROWS: usize = 20;
/// Most people and issues that are named one by one.
const MOST_NAMED: usize = 500;

/// Lets the user choose a class list and keeps it in memory.
pub fn roster_choose(app: &App, _: Nothing) -> Result<RosterChosen, ApiError> {
    let register = app.register()?;
    let Some(path) = app.host().choose_file(&app.text("documents-dialog-roster")?, &ENDINGS) else {
        return Ok(RosterChosen { draft: None, file_name: None });
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut bytes = Vec::new();
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = File::open(&path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    read.map_err(RegisterError::Io)?;
    let draft = register.roster_draft(name.clone(), bytes)?;
    Ok(RosterChosen { draft: Some(draft), file_name: Some(name) })
}

/// Reads a chosen file and says what importing it would do.
pub fn roster_preview(app: &App, request: RosterRead) -> Result<RosterPreview, ApiError> {
    Ok(preview(app.register()?.roster_preview(&reading(request)?)?))
}

/// Imports a chosen file.
pub fn roster_import(app: &App, request: RosterRead) -> Result<RosterImportDto, ApiError> {
    Ok(imported(app.register()?.roster_import(&reading(request)?)?))
}

/// The class lists of a school, the latest first.
pub fn roster_list(app: &App, request: SchoolRef) -> Result<RosterImports, ApiError> {
    let imports = app.register()?.roster_list(SchoolId(request.id))?;
    Ok(RosterImports { imports: imports.into_iter().map(imported).collect() })
}

/// Takes an import back.
pub fn roster_undo(app: &App, request: RosterImportRef) -> Result<RosterImportDto, ApiError> {
    Ok(imported(app.register()?.roster_undo(RosterImportId(request.id))?))
}

fn reading(request: RosterRead) -> Result<Reading, ApiError> {
    let field = |code: String| match code.as_str() {
        "" => Ok(None),
        code => Field::from_code(code).map(Some).ok_or_else(|| ApiError::of(ErrorCode::InvalidRequest)),
    };
    let mapping = request.mapping.map(|codes| codes.into_iter().map(field).collect()).transpose()?;
    let school_year = SchoolYear(request.school_year);
    if !school_year.is_plausible() {
        return Err(ApiError::of(ErrorCode::InvalidRequest));
    }
    Ok(Reading {
        draft: request.draft,
        school_id: SchoolId(request.school_id),
        school_year,
        encoding: request.encoding.map(TextEncoding::from),
        separator: request.separator.map(Separator::from),
        has_header: request.has_header,
        sheet: request.sheet,
        mapping,
    })
}

fn preview(preview: Preview) -> RosterPreview {
    let Preview { list, mapping, roster, comparison } = preview;
    let fields = mapping.fields();
    let code = |column: usize| {
        let field = fields.get(column).copied().flatten();
        field.map_or(String::new(), |field| field.code().to_owned())
    };
    let issues: Vec<RosterIssueDto> = roster
        .issues
        .iter()
        .map(|issue| RosterIssueDto {
            row: issue.row,
            field: issue.column.map(code).unwrap_or_default(),
            reason: issue.reason.code().to_owned(),
            is_left_out: issue.reason.leaves_row_out(),
        })
        .collect();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    RosterPreview {
        encoding: list.source.encoding.map(RosterEncodingDto::from),
        separator: list.source.separator.map(RosterSeparatorDto::from),
        has_header: list.source.header != HeaderRow::Absent,
        sheet: list.source.sheet.and_then(|place| list.source.sheets.get(place).cloned()),
        sheets: list.source.sheets,
        columns: list
            .table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| RosterColumn {
                heading: column.heading.clone(),
                field: code(place),
                is_personal_code: column.is_withheld,
            })
            .collect(),
        fields: Field::ALL.iter().map(|field| field.code().to_owned()).collect(),
        rows: list.table.rows.iter().take(SHOWN_ROWS).map(|row| row.cells.clone()).collect(),
        row_count: count(list.table.rows.len()),
        warnings: list.warnings.iter().map(|warning| warning.code().to_owned()).collect(),
        personal_codes: list.table.personal_codes_dropped,
        counts: RosterCountsDto {
            added: count(comparison.added.len()),
            changed: count(comparison.changed.len()),
            unchanged: comparison.unchanged,
            left: count(comparison.left.len()),
        },
        added: differences(comparison.added),
        changed: differences(comparison.changed),
        left: differences(comparison.left),
        left_out: count(issues.iter().filter(|issue| issue.is_left_out).count()),
        issues: issues.into_iter().take(MOST_NAMED).collect(),
        new_groups: comparison.new_groups,
        withheld: comparison.withheld,
    }
}

fn differences(found: Vec<Difference>) -> Vec<RosterDifference> {
    let named = found.into_iter().take(MOST_NAMED).map(|difference| RosterDifference {
        row: difference.row,
        name: difference.name,
        group: difference.group,
        fields: difference.fields.into_iter().map(wire_name).collect(),
    });
    named.collect()
}

fn imported(imported: RosterImported) -> RosterImportDto {
    let RosterImported { import, issues, can_undo } = imported;
    RosterImportDto {
        id: import.id.get(),
        school_year: import.school_year.0,
        file_name: import.file_name,
        counts: RosterCountsDto {
            added: import.counts.added,
            changed: import.counts.changed,
            unchanged: import.counts.unchanged,
            left: import.counts.left,
        },
        left_out: import.left_out,
        personal_codes: import.personal_codes,
        imported_at: import.imported_at.millis(),
        undone_at: import.undone_at.map(|at| at.millis()),
        can_undo,
        issues: issues
            .into_iter()
            .take(MOST_NAMED)
            .map(|issue| RosterIssueDto {
                row: issue.row_number,
                field: issue.field,
                reason: issue.reason,
                is_left_out: issue.is_left_out,
            })
            .collect(),
    }
}

same_names! { TextEncoding, RosterEncodingDto: Utf8 Utf16Le Utf16Be Windows1252 Iso8859Part15 }
same_names! { RosterEncodingDto, TextEncoding: Utf8 Utf16Le Utf16Be Windows1252 Iso8859Part15 }
same_names! { Separator, RosterSeparatorDto: Tab Semicolon Comma Pipe }
same_names! { RosterSeparatorDto, Separator: Tab Semicolon Comma Pipe }
