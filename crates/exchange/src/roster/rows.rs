//! Rows of a list as data, and what is wrong with them.
//!
//! A row is left out where it would be nobody or somebody twice; any other fault leaves its field empty and the row
//! whole ([`IssueReason::leaves_row_out`]). One row's faults never touch another. A protected person is never taken
//! for an unprotected one: in a column of protection orders, whatever is not plainly "no" or empty is "yes".
//!
//! Deliberately not here: rules of the register, such as who is known already. Invariant: issues name rows, columns
//! and reasons, never values.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::Language;
use domain::field::{LONGEST_LINE, fits, is_email, is_phone};
use domain::subject::Permission;

use super::mapping::{Field, GuardianField, GuardianNumber, Mapping};
use super::table::{Table, TableRow};
use super::values::{self, Answer, PostalCode};

/// What a row says of a subject. Empty text means "not in the list".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// Number of the row in the file, from 1.
    pub row: u32,
    /// Family name.
    pub last_name: String,
    /// Given names.
    pub first_name: String,
    /// The given name that is used.
    pub call_name: String,
    /// Class or group.
    pub group: String,
    /// Teacher of the group.
    pub teacher: String,
    /// The school's own number of the subject.
    pub source_id: String,
    /// Day of birth, ISO text.
    pub born_on: String,
    /// Street address.
    pub street: String,
    /// Postal code, five digits.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Telephone number as given.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Language in which the subject is addressed.
    pub language: Option<Language>,
    /// Whether the list names an order of protection.
    pub is_protected: bool,
    /// Whether the subject may be photographed.
    pub photo_permission: Permission,
    /// Whether pictures may be published.
    pub publication_permission: Permission,
    /// The guardians, each with a name.
    pub guardians: Vec<RosterGuardian>,
}

/// What a row says of a guardian. Empty text means "not in the list".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterGuardian {
    /// Which of the two.
    pub number: GuardianNumber,
    /// Family name.
    pub last_name: String,
    /// Given names.
    pub first_name: String,
    /// Telephone number as given.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street address.
    pub street: String,
    /// Postal code, five digits.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Whether the list names an order of protection.
    pub is_protected: bool,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueReason {
    /// No name at all. The row is left out.
    MissingName,
    /// A name longer than a field holds. The row is left out: half a name is another's.
    NameTooLong,
    /// An earlier row has the same source id. The row is left out.
    DuplicateSourceId {
        /// Number of the earlier row.
        of: u32,
    },
    /// An earlier row has the same name and group, and neither source id nor day of birth tells them apart. The row is
    /// left out.
    DuplicateName {
        /// Number of the earlier row.
        of: u32,
    },
    /// No group, though the list has a column of groups. The row is kept.
    MissingGroup,
    /// A text longer than a field holds; the field is empty.
    TooLong,
    /// Not shaped like an e-mail address; the field is empty.
    BadEmail,
    /// Not shaped like a telephone number; the field is empty.
    BadPhone,
    /// Not a Finnish postal code; the field is empty.
    BadPostalCode,
    /// A postal code that got its zeros back. The field is kept.
    PostalCodePadded,
    /// Not a date that can be read for certain; the field is empty.
    UnreadableDate,
    /// Neither yes nor no; the permission is unknown.
    UnknownAnswer,
    /// Not one of the three languages; the field is empty.
    UnknownLanguage,
    /// A guardian without a name. The guardian is left out.
    GuardianWithoutName,
}

impl IssueReason {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MissingName => "missing_name",
            Self::NameTooLong => "name_too_long",
            Self::DuplicateSourceId { .. } => "duplicate_source_id",
            Self::DuplicateName { .. } => "duplicate_name",
            Self::MissingGroup => "missing_group",
            Self::TooLong => "too_long",
            Self::BadEmail => "bad_email",
            Self::BadPhone => "bad_phone",
            Self::BadPostalCode => "bad_postal_code",
            Self::PostalCodePadded => "postal_code_padded",
            Self::UnreadableDate => "unreadable_date",
            Self::UnknownAnswer => "unknown_answer",
            Self::UnknownLanguage => "unknown_language",
            Self::GuardianWithoutName => "guardian_without_name",
        }
    }

    /// Whether the row is left out; all other reasons leave it in.
    pub const fn leaves_row_out(self) -> bool {
        matches!(
            self,
            Self::MissingName
                | Self::NameTooLong
                | Self::DuplicateSourceId { .. }
                | Self::DuplicateName { .. }
        )
    }
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RosterIssue {
    /// Number of the row in the file, from 1.
    pub row: u32,
    /// The column, from 0; none where it is the row as a whole.
    pub column: Option<usize>,
    /// What is wrong.
    pub reason: IssueReason,
}

/// The rows of a list, and what is wrong, both in the file's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// Rows that can be taken in.
    pub rows: Vec<RosterRow>,
    /// What is wrong with these and with the others.
    pub issues: Vec<RosterIssue>,
}

impl Roster {
    /// Reads a table with a mapping. Columns of the mapping that the table does not have are empty.
    pub fn from_table(table: &Table, mapping: &Mapping) -> Self {
        let columns: HashMap<Field, usize> = mapping
            .fields()
            .iter()
            .enumerate()
            .filter_map(|(column, field)| field.map(|field| (field, column)))
            .collect();
        let padded = columns
            .iter()
            .filter(|(field, column)| is_of_postal_code(**field) && has_lost_zeros(table, **column))
            .map(|(_, column)| *column)
            .collect();
        let mut roster = Self::default();
        let mut seen = Seen::default();
        for row in &table.rows {
            let mut reader =
                RowReader { row, columns: &columns, padded: &padded, issues: &mut roster.issues };
            let Some(read) = reader.row() else { continue };
            match seen.duplicate(&read) {
                Some(reason) => roster.issues.push(RosterIssue { row: row.number, column: None, reason }),
                None => roster.rows.push(read),
            }
        }
        roster
    }
}

const fn is_of_postal_code(field: Field) -> bool {
    use GuardianField as Of;
    matches!(
        field,
        Field::PostalCode | Field::PostalAddress | Field::Guardian(_, Of::PostalCode | Of::PostalAddress)
    )
}

/// Whether a column may have lost leading zeros of postal codes: not where a single code has kept them.
fn has_lost_zeros(table: &Table, column: usize) -> bool {
    !table.rows.iter().filter_map(|row| row.cells.get(column)).any(|cell| {
        let (code, _) = values::split_postal_address(cell);
        code.starts_with('0') && matches!(values::postal_code(code, false), PostalCode::Whole(_))
    })
}

/// Who has been read, to find those who come again.
#[derive(Default)]
struct Seen {
    source_ids: HashMap<String, u32>,
    /// By name and group: everybody, and those without a source id.
    names: HashMap<(String, String), [Namesakes; 2]>,
}

/// First rows of those who have a name and a group in common; found without going through them, because a list may
/// have thousands.
#[derive(Default)]
struct Namesakes {
    first: Option<u32>,
    by_day_of_birth: HashMap<String, u32>,
}

impl Namesakes {
    /// One whom the day of birth does not tell apart; a day that is not known tells nobody apart.
    fn like(&self, born_on: &str) -> Option<u32> {
        if born_on.is_empty() {
            return self.first;
        }
        self.by_day_of_birth.get("").or_else(|| self.by_day_of_birth.get(born_on)).copied()
    }

    fn add(&mut self, row: &RosterRow) {
        self.first.get_or_insert(row.row);
        self.by_day_of_birth.entry(row.born_on.clone()).or_insert(row.row);
    }
}

impl Seen {
    fn duplicate(&mut self, row: &RosterRow) -> Option<IssueReason> {
        if !row.source_id.is_empty() {
            match self.source_ids.entry(row.source_id.clone()) {
                Entry::Occupied(of) => return Some(IssueReason::DuplicateSourceId { of: *of.get() }),
                Entry::Vacant(free) => free.insert(row.row),
            };
        }
        let name = format!("{}\n{}", row.last_name, row.first_name).to_lowercase();
        let [everybody, without_id] = self.names.entry((name, row.group.to_lowercase())).or_default();
        // a source id, different by now from all others, tells apart from everybody who has one
        let others = if row.source_id.is_empty() { &*everybody } else { &*without_id };
        if let Some(of) = others.like(&row.born_on) {
            return Some(IssueReason::DuplicateName { of });
        }
        everybody.add(row);
        if row.source_id.is_empty() {
            without_id.add(row);
        }
        None
    }
}

/// Reads one row and notes what is wrong with it.
struct RowReader<'a> {
    row: &'a TableRow,
    columns: &'a HashMap<Field, usize>,
    /// Columns of postal codes that have lost their zeros.
    padded: &'a Vec<usize>,
    issues: &'a mut Vec<RosterIssue>,
}

impl<'a> RowReader<'a> {
    fn row(&mut self) -> Option<RosterRow> {
        let (last_name, first_name) = self.subject_name()?;
        let group = self.text(Field::Group);
        if self.cell(Field::Group).is_empty() && self.columns.contains_key(&Field::Group) {
            self.note(Field::Group, IssueReason::MissingGroup);
        }
        let (postal_code, town) = self.postal_address(Field::PostalCode, Field::Town, Field::PostalAddress);
        Some(RosterRow {
            row: self.row.number,
            last_name,
            first_name,
            call_name: self.text(Field::CallName),
            group,
            teacher: self.text(Field::Teacher),
            source_id: self.text(Field::SourceId),
            born_on: self.checked(Field::BornOn, IssueReason::UnreadableDate, values::date),
            street: self.text(Field::Street),
            postal_code,
            town,
            phone: self.phone(Field::Phone),
            email: self.email(Field::Email),
            language: self.language(),
            is_protected: self.is_protected(Field::Protection),
            photo_permission: self.permission(Field::PhotoPermission),
            publication_permission: self.permission(Field::PublicationPermission),
            guardians: GuardianNumber::ALL.into_iter().filter_map(|number| self.guardian(number)).collect(),
        })
    }

    /// Family name and given names; nothing, and an issue, where the row is left out.
    fn subject_name(&mut self) -> Option<(String, String)> {
        let names = [Field::LastName, Field::FirstName, Field::FullName, Field::FullNameGivenFirst];
        if let Some(long) = names.into_iter().find(|field| !fits(self.cell(*field), LONGEST_LINE)) {
            self.note(long, IssueReason::NameTooLong);
            return None;
        }
        let [last, first, full, given_first] = names.map(|field| self.cell(field));
        let split = match (full, given_first) {
            ("", given_first) => values::split_name_given_first(given_first),
            (full, _) => values::split_name(full),
        };
        let name =
            if last.is_empty() && first.is_empty() { split } else { (last.to_owned(), first.to_owned()) };
        if name.0.is_empty() && name.1.is_empty() {
            self.note_row(IssueReason::MissingName);
            return None;
        }
        Some(name)
    }

    fn guardian(&mut self, number: GuardianNumber) -> Option<RosterGuardian> {
        let of = |field| Field::Guardian(number, field);
        let (mut last_name, mut first_name) =
            (self.text(of(GuardianField::LastName)), self.text(of(GuardianField::FirstName)));
        if last_name.is_empty() && first_name.is_empty() {
            (last_name, first_name) = values::split_name(&self.text(of(GuardianField::Name)));
        }
        let (postal_code, town) = self.postal_address(
            of(GuardianField::PostalCode),
            of(GuardianField::Town),
            of(GuardianField::PostalAddress),
        );
        let guardian = RosterGuardian {
            number,
            last_name,
            first_name,
            phone: self.phone(of(GuardianField::Phone)),
            email: self.email(of(GuardianField::Email)),
            street: self.text(of(GuardianField::Street)),
            postal_code,
            town,
            is_protected: self.is_protected(of(GuardianField::Protection)),
        };
        if !guardian.last_name.is_empty() || !guardian.first_name.is_empty() {
            return Some(guardian);
        }
        let contact =
            [&guardian.phone, &guardian.email, &guardian.street, &guardian.postal_code, &guardian.town];
        if guardian.is_protected || contact.iter().any(|text| !text.is_empty()) {
            self.note(of(GuardianField::Name), IssueReason::GuardianWithoutName);
        }
        None
    }

    /// The cell of a field; empty where the list has none.
    fn cell(&self, field: Field) -> &'a str {
        let column = self.columns.get(&field);
        column.and_then(|column| self.row.cells.get(*column)).map_or("", String::as_str)
    }

    fn text(&mut self, field: Field) -> String {
        let cell = self.cell(field);
        if fits(cell, LONGEST_LINE) {
            return cell.to_owned();
        }
        self.note(field, IssueReason::TooLong);
        String::new()
    }

    /// The text as `read` has it; empty, and an issue, where that has nothing.
    fn checked(
        &mut self,
        field: Field,
        reason: IssueReason,
        read: impl Fn(&str) -> Option<String>,
    ) -> String {
        let text = self.text(field);
        if text.is_empty() {
            return text;
        }
        read(&text).unwrap_or_else(|| {
            self.note(field, reason);
            String::new()
        })
    }

    fn phone(&mut self, field: Field) -> String {
        self.checked(field, IssueReason::BadPhone, |text| is_phone(text).then(|| text.to_owned()))
    }

    fn email(&mut self, field: Field) -> String {
        self.checked(field, IssueReason::BadEmail, |text| is_email(text).then(|| text.to_owned()))
    }

    /// Postal code and town from their own columns, or from the one that has both.
    fn postal_address(
        &mut self,
        code_field: Field,
        town_field: Field,
        both_field: Field,
    ) -> (String, String) {
        let code = self.text(code_field);
        let town = self.text(town_field);
        if !code.is_empty() || !town.is_empty() {
            return (self.postal_code(&code, code_field), town);
        }
        let both = self.text(both_field);
        let (code, town) = values::split_postal_address(&both);
        (self.postal_code(code, both_field), town.to_owned())
    }

    fn postal_code(&mut self, code: &str, field: Field) -> String {
        if code.is_empty() {
            return String::new();
        }
        let may_pad = self.columns.get(&field).is_some_and(|column| self.padded.contains(column));
        match values::postal_code(code, may_pad) {
            PostalCode::Whole(code) => code,
            PostalCode::Padded(code) => {
                self.note(field, IssueReason::PostalCodePadded);
                code
            }
            PostalCode::Bad => {
                self.note(field, IssueReason::BadPostalCode);
                String::new()
            }
        }
    }

    fn language(&mut self) -> Option<Language> {
        let text = self.cell(Field::Language);
        let language = values::language(text);
        if language.is_none() && !text.is_empty() {
            self.note(Field::Language, IssueReason::UnknownLanguage);
        }
        language
    }

    fn is_protected(&self, field: Field) -> bool {
        !matches!(values::answer(self.cell(field)), Answer::No | Answer::Empty)
    }

    fn permission(&mut self, field: Field) -> Permission {
        match values::answer(self.cell(field)) {
            Answer::Yes => Permission::Given,
            Answer::No => Permission::Refused,
            Answer::Empty => Permission::Unknown,
            Answer::Unclear => {
                self.note(field, IssueReason::UnknownAnswer);
                Permission::Unknown
            }
        }
    }

    fn note(&mut self, field: Field, reason: IssueReason) {
        let column = self.columns.get(&field).copied();
        self.issues.push(RosterIssue { row: self.row.number, column, reason });
    }

    fn note_row(&mut self, reason: IssueReason) {
        self.issues.push(RosterIssue { row: self.row.number, column: None, reason });
    }
}
