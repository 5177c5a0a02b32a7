//! Which column of a list is what.
//!
//! Deliberately not here: recognised headings (`headings`), and where a mapping is remembered. Invariant: no
//! field is on two columns.

use super::headings;
use super::table::Table;

/// Which of the two guardians that a list can have for each subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuardianNumber {
    /// `huoltaja 1`, or the only one.
    First,
    /// `huoltaja 2`.
    Second,
}

impl GuardianNumber {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];
}

/// What a list says of a guardian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuardianField {
    /// Both names in one column, the family name first.
    Name,
    /// Family name.
    LastName,
    /// Given names.
    FirstName,
    /// Telephone number.
    Phone,
    /// E-mail address.
    Email,
    /// Street address.
    Street,
    /// Postal code.
    PostalCode,
    /// Town.
    Town,
    /// Postal code and town in one column.
    PostalAddress,
    /// Order of protection.
    Protection,
}

/// What a list says of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Family name.
    LastName,
    /// Given names.
    FirstName,
    /// The given name that is used.
    CallName,
    /// Both names in one column, the family name first.
    FullName,
    /// Both names in one column, the given names first.
    FullNameGivenFirst,
    /// Class or group.
    Group,
    /// Teacher of the group.
    Teacher,
    /// The school's own number of the subject.
    SourceId,
    /// Day of birth.
    BornOn,
    /// Street address.
    Street,
    /// Postal code.
    PostalCode,
    /// Town.
    Town,
    /// Postal code and town in one column.
    PostalAddress,
    /// Telephone number.
    Phone,
    /// E-mail address.
    Email,
    /// Language in which the subject is addressed.
    Language,
    /// Order of protection (turvakielto).
    Protection,
    /// Whether the subject may be photographed (kuvauslupa).
    PhotoPermission,
    /// Whether pictures may be published (julkaisulupa).
    PublicationPermission,
    /// Something of a guardian.
    Guardian(GuardianNumber, GuardianField),
}

impl Field {
    /// Every field, in the order in which the window lists them.
    pub const ALL: [Self; 39] = {
        use GuardianField as Of;
        use GuardianNumber::{First, Second};
        [
            Self::LastName,
            Self::FirstName,
            Self::CallName,
            Self::FullName,
            Self::FullNameGivenFirst,
            Self::Group,
            Self::Teacher,
            Self::SourceId,
            Self::BornOn,
            Self::Street,
            Self::PostalCode,
            Self::Town,
            Self::PostalAddress,
            Self::Phone,
            Self::Email,
            Self::Language,
            Self::Protection,
            Self::PhotoPermission,
            Self::PublicationPermission,
            Self::Guardian(First, Of::Name),
            Self::Guardian(First, Of::LastName),
            Self::Guardian(First, Of::FirstName),
            Self::Guardian(First, Of::Phone),
            Self::Guardian(First, Of::Email),
            Self::Guardian(First, Of::Street),
            Self::Guardian(First, Of::PostalCode),
            Self::Guardian(First, Of::Town),
            Self::Guardian(First, Of::PostalAddress),
            Self::Guardian(First, Of::Protection),
            Self::Guardian(Second, Of::Name),
            Self::Guardian(Second, Of::LastName),
            Self::Guardian(Second, Of::FirstName),
            Self::Guardian(Second, Of::Phone),
            Self::Guardian(Second, Of::Email),
            Self::Guardian(Second, Of::Street),
            Self::Guardian(Second, Of::PostalCode),
            Self::Guardian(Second, Of::Town),
            Self::Guardian(Second, Of::PostalAddress),
            Self::Guardian(Second, Of::Protection),
        ]
    };

    /// Stable code: mappings are kept by it.
    pub const fn code(self) -> &'static str {
        use GuardianField as Of;
        use GuardianNumber::{First, Second};
        match self {
            Self::LastName => "last_name",
            Self::FirstName => "first_name",
            Self::CallName => "call_name",
            Self::FullName => "full_name",
            Self::FullNameGivenFirst => "full_name_given_first",
            Self::Group => "group",
            Self::Teacher => "teacher",
            Self::SourceId => "source_id",
            Self::BornOn => "born_on",
            Self::Street => "street",
            Self::PostalCode => "postal_code",
            Self::Town => "town",
            Self::PostalAddress => "postal_address",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Language => "language",
            Self::Protection => "protection",
            Self::PhotoPermission => "photo_permission",
            Self::PublicationPermission => "publication_permission",
            Self::Guardian(First, Of::Name) => "guardian_1_name",
            Self::Guardian(First, Of::LastName) => "guardian_1_last_name",
            Self::Guardian(First, Of::FirstName) => "guardian_1_first_name",
            Self::Guardian(First, Of::Phone) => "guardian_1_phone",
            Self::Guardian(First, Of::Email) => "guardian_1_email",
            Self::Guardian(First, Of::Street) => "guardian_1_street",
            Self::Guardian(First, Of::PostalCode) => "guardian_1_postal_code",
            Self::Guardian(First, Of::Town) => "guardian_1_town",
            Self::Guardian(First, Of::PostalAddress) => "guardian_1_postal_address",
            Self::Guardian(First, Of::Protection) => "guardian_1_protection",
            Self::Guardian(Second, Of::Name) => "guardian_2_name",
            Self::Guardian(Second, Of::LastName) => "guardian_2_last_name",
            Self::Guardian(Second, Of::FirstName) => "guardian_2_first_name",
            Self::Guardian(Second, Of::Phone) => "guardian_2_phone",
            Self::Guardian(Second, Of::Email) => "guardian_2_email",
            Self::Guardian(Second, Of::Street) => "guardian_2_street",
            Self::Guardian(Second, Of::PostalCode) => "guardian_2_postal_code",
            Self::Guardian(Second, Of::Town) => "guardian_2_town",
            Self::Guardian(Second, Of::PostalAddress) => "guardian_2_postal_address",
            Self::Guardian(Second, Of::Protection) => "guardian_2_protection",
        }
    }

    /// The field of a [code](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// What it is when it is a guardian's; nothing for what lists say of subjects alone. Names are not here, because
    /// a name beside a guardian may be the subject's.
    pub(super) const fn of_guardian(self) -> Option<GuardianField> {
        match self {
            Self::Phone => Some(GuardianField::Phone),
            Self::Email => Some(GuardianField::Email),
            Self::Street => Some(GuardianField::Street),
            Self::PostalCode => Some(GuardianField::PostalCode),
            Self::Town => Some(GuardianField::Town),
            Self::PostalAddress => Some(GuardianField::PostalAddress),
            Self::Protection => Some(GuardianField::Protection),
            _ => None,
        }
    }
}

/// For each column its field, or nothing where the column is left out. Plain data: it is shown, changed by a person,
/// and kept for the school's next list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    fields: Vec<Option<Field>>,
}

impl Mapping {
    /// A mapping of the first columns; where a field is named twice, the first column has it.
    pub fn new(fields: Vec<Option<Field>>) -> Self {
        let mut mapping = Self::default();
        for field in fields {
            let is_taken = field.is_some_and(|field| mapping.column_of(field).is_some());
            mapping.fields.push(field.filter(|_| !is_taken));
        }
        mapping
    }

    /// What the headings suggest. A plain heading that occurs twice, as in `Huoltaja 1; Puhelin; Huoltaja 2; Puhelin`,
    /// is that of the guardian before it. Columns without a heading, with an unknown one or with that of a personal
    /// identity code are left out.
    pub fn propose(table: &Table) -> Self {
        let recognised: Vec<Option<Field>> = table
            .columns
            .iter()
            .map(|column| if column.is_withheld { None } else { headings::recognise(&column.heading) })
            .collect();
        let mut guardian = None;
        let fields = recognised.iter().map(|field| {
            let field = (*field)?;
            if let Field::Guardian(number, _) = field {
                guardian = Some(number);
            }
            let is_repeated = recognised.iter().filter(|other| **other == Some(field)).count() > 1;
            match (guardian, field.of_guardian()) {
                (Some(number), Some(of_guardian)) if is_repeated => {
                    Some(Field::Guardian(number, of_guardian))
                }
                _ => Some(field),
            }
        });
        Self::new(fields.collect())
    }

    /// The fields by column.
    pub fn fields(&self) -> &[Option<Field>] {
        &self.fields
    }

    /// The column that has a field, from 0.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|other| *other == Some(field))
    }

    /// Gives a column a field, or none. Another column that had the field loses it.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        for other in &mut self.fields {
            if *other == field {
                *other = None;
            }
        }
        if column >= self.fields.len() && column < super::MOST_COLUMNS {
            self.fields.resize(column + 1, None);
        }
        if let Some(place) = self.fields.get_mut(column) {
            *place = field;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::table::Column;

    fn table(headings: &[&str]) -> Table {
        let column =
            |heading: &&str| Column { heading: (*heading).to_owned(), is_withheld: *heading == "Hetu" };
        Table { columns: headings.iter().map(column).collect(), ..Table::default() }
    }

    fn proposed(headings: &[&str]) -> Vec<&'static str> {
        Mapping::propose(&table(headings))
            .fields()
            .iter()
            .map(|field| field.map_or("", Field::code))
            .collect()
    }

    #[test]
    fn codes_are_read_back_and_no_two_are_alike() {
        for field in Field::ALL {
            assert_eq!(Field::from_code(field.code()), Some(field));
        }
        assert_eq!(Field::from_code("hetu"), None);
    }

    #[test]
    fn a_proposal_follows_the_headings() {
        for (headings, fields) in [
            (
                vec!["Sukunimi", "Etunimi", "Luokka", "", "Huomautus"],
                vec!["last_name", "first_name", "group", "", ""],
            ),
            (vec!["Hetu", "Nimi"], vec!["", "full_name"]),
            (vec!["Klass", "Klass"], vec!["group", ""]),
            (
                vec!["Nimi", "Puhelin", "Huoltaja 1", "Puhelin", "Huoltaja 2", "Puhelin", "Sähköposti"],
                vec![
                    "full_name",
                    "phone",
                    "guardian_1_name",
                    "guardian_1_phone",
                    "guardian_2_name",
                    "guardian_2_phone",
                    "email",
                ],
            ),
            (
                vec!["Huoltaja", "Sähköposti", "Huoltaja 2", "Sähköposti"],
                vec!["guardian_1_name", "guardian_1_email", "guardian_2_name", "guardian_2_email"],
            ),
            (vec!["Huoltaja 1 puhelin", "Huoltaja 1 puhelin"], vec!["guardian_1_phone", ""]),
        ] {
            assert_eq!(proposed(&headings), fields, "{headings:?}");
        }
    }

    #[test]
    fn a_field_is_on_one_column() {
        let mut mapping = Mapping::new(vec![Some(Field::Group), Some(Field::Group), None]);
        assert_eq!(mapping.fields(), [Some(Field::Group), None, None]);
        mapping.set(2, Some(Field::Group));
        assert_eq!(mapping.fields(), [None, None, Some(Field::Group)]);
        mapping.set(4, Some(Field::Email));
        assert_eq!((mapping.column_of(Field::Email), mapping.column_of(Field::Group)), (Some(4), Some(2)));
        mapping.set(2, None);
        mapping.set(usize::MAX, Some(Field::Phone));
        assert_eq!(mapping.fields(), [None, None, None, None, Some(Field::Email)]);
    }
}
