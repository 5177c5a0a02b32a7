//! Class lists of schools.

use super::{wire, wire_enum};

wire_enum! {
    /// How the letters of a text file are written; texts `roster-encoding-<code>`.
    pub enum RosterEncodingDto { Utf8, Utf16Le, Utf16Be, Windows1252, Iso8859Part15 }
    /// What stands between two cells of a text file; texts `roster-separator-<code>`.
    pub enum RosterSeparatorDto { Tab, Semicolon, Comma, Pipe }
}

wire! {
    /// A file that the user chose in a native dialog.
    pub struct RosterChosen {
        /// Stands for its content in later calls; none when the dialog was closed.
        pub draft: Option<String>,
        pub file_name: Option<String>,
    }
    /// How a chosen file is to be read; what is none is detected.
    pub struct RosterRead {
        pub draft: String,
        pub school_id: i64,
        pub school_year: i16,
        pub encoding: Option<RosterEncodingDto>,
        pub separator: Option<RosterSeparatorDto>,
        pub has_header: Option<bool>,
        pub sheet: Option<String>,
        /// Field codes by column, empty for a column that is left out; none for what is recognised.
        pub mapping: Option<Vec<String>>,
    }
    /// A field that a column may hold; texts `roster-field-<code>`.
    pub struct RosterColumn {
        /// Heading, may be empty.
        pub heading: String,
        /// Field code, empty for a column that is left out.
        pub field: String,
        /// Held nothing but personal identity codes, which are never read.
        pub is_personal_code: bool,
    }
    /// What is wrong with a row; texts `roster-issue-<reason>`.
    pub struct RosterIssueDto {
        /// Row of the file, from 1.
        pub row: u32,
        /// Field code, or empty.
        pub field: String,
        pub reason: String,
        /// The row is left out; otherwise only the field stays empty.
        pub is_left_out: bool,
    }
    /// Somebody whom the list brings, changes or no longer names.
    pub struct RosterDifference {
        /// Row of the file; none for who is no longer named.
        pub row: Option<u32>,
        pub name: String,
        pub group: String,
        /// Names of fields that change, as on the wire.
        pub fields: Vec<String>,
    }
    /// How many rows do what.
    pub struct RosterCountsDto {
        pub added: u32,
        pub changed: u32,
        pub unchanged: u32,
        pub left: u32,
    }
    /// What was found in the file, and what importing it would do.
    pub struct RosterPreview {
        pub encoding: Option<RosterEncodingDto>,
        pub separator: Option<RosterSeparatorDto>,
        pub has_header: bool,
        /// Names of the sheets of an Excel file, and which was read.
        pub sheets: Vec<String>,
        pub sheet: Option<String>,
        pub columns: Vec<RosterColumn>,
        /// Every field code that a column may be given.
        pub fields: Vec<String>,
        /// The first rows as decoded.
        pub rows: Vec<Vec<String>>,
        pub row_count: u32,
        /// Codes of what looks odd about the file; texts `roster-warning-<code>`.
        pub warnings: Vec<String>,
        pub personal_codes: u32,
        pub counts: RosterCountsDto,
        /// The first of each, by name.
        pub added: Vec<RosterDifference>,
        pub changed: Vec<RosterDifference>,
        pub left: Vec<RosterDifference>,
        pub issues: Vec<RosterIssueDto>,
        pub left_out: u32,
        /// Classes that are new.
        pub new_groups: Vec<String>,
        /// Rows about people who are protected: they are counted, and stand in none of the lists above.
        pub withheld: u32,
    }
    /// A class list that was imported.
    pub struct RosterImportDto {
        pub id: i64,
        pub school_year: i16,
        pub file_name: String,
        pub counts: RosterCountsDto,
        pub left_out: u32,
        pub personal_codes: u32,
        pub imported_at: i64,
        pub undone_at: Option<i64>,
        /// Nothing that came later rests on it.
        pub can_undo: bool,
        pub issues: Vec<RosterIssueDto>,
    }
    /// The class lists of a school, the latest first.
    pub struct RosterImports {
        pub imports: Vec<RosterImportDto>,
    }
    /// One import by id.
    pub struct RosterImportRef {
        pub id: i64,
    }
}
