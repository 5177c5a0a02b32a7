//! Who stands where in a photo of a group: rows from the back, places in each row from the left.
//!
//! Deliberately not here: which frames show a group, which is [`crate::matching`], and whom a legend may name, which needs the
//! register. Rows are told from the back because Finnish legends of school photos begin with it: `Takarivi vasemmalta: …`.
//! Left is the left of whoever looks at the photo.

use std::collections::HashSet;

use crate::codes::codes;
use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_LINE};
use crate::ids::SubjectId;

/// Most rows of a photo.
pub const MOST_ROWS: usize = 12;
/// Most places in a row.
pub const MOST_PLACES: usize = 60;

codes! {
    /// Which of a photo's rows it is, as legends call it.
    RowPosition {
        /// There is no other.
        Only => "only",
        /// Farthest from the camera.
        Back => "back",
        /// The one between two others.
        Middle => "middle",
        /// One of several between the others; told by its number from the back.
        Between => "between",
        /// Nearest to the camera.
        Front => "front",
    }
}

impl RowPosition {
    /// The row at `at`, from 0 at the back, of `count`.
    pub const fn of(at: usize, count: usize) -> Self {
        match (at, count) {
            (_, 0 | 1) => Self::Only,
            (0, _) => Self::Back,
            (at, count) if at + 1 >= count => Self::Front,
            (_, 3) => Self::Middle,
            _ => Self::Between,
        }
    }
}

/// Who stands in a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// Somebody of the roster.
    Subject(SubjectId),
    /// Somebody else, by the name that was typed: a teacher, a visitor.
    Name(String),
}

/// Who stands where: rows from the back, places from the left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The rows.
    pub rows: Vec<Vec<Place>>,
}

impl Arrangement {
    /// Everybody, row by row.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.rows.iter().flatten()
    }

    /// Those of the roster who stand in the photo.
    pub fn subjects(&self) -> HashSet<SubjectId> {
        let subject = |place: &Place| match place {
            Place::Subject(subject) => Some(*subject),
            Place::Name(_) => None,
        };
        self.places().filter_map(subject).collect()
    }

    /// Those of a class, in its order, who do not stand in the photo.
    pub fn absent(&self, members: &[SubjectId]) -> Vec<SubjectId> {
        let here = self.subjects();
        members.iter().copied().filter(|member| !here.contains(member)).collect()
    }

    /// The arrangement without rows in which nobody stands, and names without white space round them.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidy = |place| match place {
            Place::Name(name) => Place::Name(name.split_whitespace().collect::<Vec<_>>().join(" ")),
            subject @ Place::Subject(_) => subject,
        };
        let rows = self.rows.into_iter().filter(|row| !row.is_empty());
        Self { rows: rows.map(|row| row.into_iter().map(tidy).collect()).collect() }
    }

    /// What is wrong, by place: `rows.0.2.name`; at most one problem a place.
    pub fn problems(&self) -> Vec<FieldProblemAt> {
        let mut problems = Vec::new();
        if self.rows.len() > MOST_ROWS {
            problems.push(FieldProblemAt::new("rows", FieldProblem::OutOfRange));
        }
        let mut seen = HashSet::new();
        for (at, row) in self.rows.iter().enumerate() {
            if row.len() > MOST_PLACES {
                problems.push(FieldProblemAt::new(format!("rows.{at}"), FieldProblem::OutOfRange));
            }
            for (number, place) in row.iter().enumerate() {
                let problem = match place {
                    Place::Subject(subject) if !seen.insert(*subject) => FieldProblem::NotUnique,
                    Place::Name(name) if name.is_empty() => FieldProblem::Required,
                    Place::Name(name) if !field::fits(name, LONGEST_LINE) => FieldProblem::TooLong,
                    _ => continue,
                };
                let name = match place {
                    Place::Subject(_) => "subject_id",
                    Place::Name(_) => "name",
                };
                problems.push(FieldProblemAt::new(format!("rows.{at}.{number}.{name}"), problem));
            }
        }
        problems
    }
}

/// Whether a typed name may mean somebody of these names: it has a word of the last name and one of the given names, in
/// capital or small letters, whatever else stands beside them. Parts of double names count by themselves.
pub fn may_mean(typed: &str, given_names: &str, last_name: &str) -> bool {
    let words = |text: &str| -> HashSet<String> {
        let parts = text.split(|letter: char| !letter.is_alphanumeric());
        parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let typed = words(typed);
    !typed.is_disjoint(&words(given_names)) && !typed.is_disjoint(&words(last_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Place {
        Place::Name(text.to_owned())
    }

    fn subject(id: i64) -> Place {
        Place::Subject(SubjectId(id))
    }

    #[test]
    fn rows_are_called_as_legends_call_them() {
        let called = |count| (0..count).map(|at| RowPosition::of(at, count).code()).collect::<Vec<_>>();
        assert_eq!(called(1), ["only"]);
        assert_eq!(called(2), ["back", "front"]);
        assert_eq!(called(3), ["back", "middle", "front"]);
        assert_eq!(called(4), ["back", "between", "between", "front"]);
    }

    #[test]
    fn who_does_not_stand_in_the_photo_is_told_in_the_class_s_order() {
        let photo =
            Arrangement { rows: vec![vec![subject(3), name("Kaisa Koski")], vec![subject(1), subject(9)]] };
        let class = [1, 2, 3, 4].map(SubjectId);
        assert_eq!(photo.absent(&class), [SubjectId(2), SubjectId(4)]);
        assert_eq!(Arrangement::default().absent(&class), class);
    }

    #[test]
    fn empty_rows_fall_away_and_names_are_tidied() {
        let photo = Arrangement { rows: vec![vec![], vec![name("  Kaisa   Koski ")], vec![]] };
        assert_eq!(photo.tidied().rows, [vec![name("Kaisa Koski")]]);
    }

    #[test]
    fn nobody_stands_twice_and_no_place_is_empty() {
        let problems = |rows| {
            let found = Arrangement { rows }.problems().into_iter().map(|at| (at.field, at.problem));
            found.collect::<Vec<_>>()
        };
        assert_eq!(problems(vec![vec![subject(1), name("Kaisa Koski")], vec![name("Kaisa Koski")]]), []);
        assert_eq!(
            problems(vec![vec![subject(1), name("")], vec![name(&"x".repeat(201)), subject(1)]]),
            [
                ("rows.0.1.name".to_owned(), FieldProblem::Required),
                ("rows.1.0.name".to_owned(), FieldProblem::TooLong),
                ("rows.1.1.subject_id".to_owned(), FieldProblem::NotUnique),
            ]
        );
    }

    #[test]
    fn a_photo_has_so_many_rows_and_places_and_no_more() {
        let row = |length| vec![name("Kaisa Koski"); length];
        let problems =
            |rows| Arrangement { rows }.problems().into_iter().map(|at| at.field).collect::<Vec<_>>();
        assert_eq!(problems(vec![row(MOST_PLACES); MOST_ROWS]), Vec::<String>::new());
        assert_eq!(problems(vec![row(1); MOST_ROWS + 1]), ["rows"]);
        assert_eq!(problems(vec![row(1), row(MOST_PLACES + 1)]), ["rows.1"]);
    }

    #[test]
    fn a_typed_name_may_mean_whoever_has_one_of_its_given_and_one_of_its_last_names() {
        let means = |typed| may_mean(typed, "Aino Maria", "Virtanen-Öhman");
        for typed in
            ["Aino Virtanen", "ÖHMAN, aino", "Maria Virtanen", "Aino Virtanen 3A", "op. M. Maria öhman"]
        {
            assert!(means(typed), "{typed}");
        }
        for typed in ["Aino", "Virtanen", "Aino Koski", "Kaisa Virtanen", ""] {
            assert!(!means(typed), "{typed}");
        }
    }
}
