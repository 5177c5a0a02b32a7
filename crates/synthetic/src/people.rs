//! Invented children, guardians, classes and schools. Nobody here lives: names are drawn from common
//! lists, and the fixed cast (Aino Virtanen of 3B, guardians Mikko Virtanen and Sanna Öhman in two
//! households) stands at its place in Koskelan koulu.
//!
//! Invariant: within a school no two children share first name and surname.

use std::collections::HashSet;

use crate::draw::Look;
pub use crate::names::{Origin, Presentation};
use crate::names::{adult_name, child_name, origin, surname};
use crate::rng::Rng;

/// The fixed cast's school.
pub const KOSKELAN_KOULU: &str = "Koskelan koulu";

/// A grown-up responsible for a child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guardian {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Guardians of one child with the same number live together.
    pub household: u8,
    /// Language of correspondence: `fi`, `sv` or `en`.
    pub language: &'static str,
}

/// An invented child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Which names and looks were drawn from.
    pub origin: Origin,
    /// Which names and hairstyles were drawn from.
    pub presentation: Presentation,
    /// Where the look and the poses come from.
    pub seed: u64,
    /// One or two grown-ups.
    pub guardians: Vec<Guardian>,
    /// What the code on their camera card says, once cards are made.
    pub card: Option<String>,
}

impl Person {
    /// What the person looks like.
    #[must_use]
    pub fn look(&self) -> Look {
        Look::invent(self.seed, self.presentation, self.origin)
    }
}

/// A class within a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// `3A`.
    pub name: String,
    /// In the order in which they are photographed: by surname.
    pub people: Vec<Person>,
}

/// A school with its classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// The school's name.
    pub name: String,
    /// Its classes, in the order given.
    pub classes: Vec<Class>,
}

/// Which school to invent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolShape {
    /// The school's name; the fixed cast joins `Koskelan koulu`.
    pub name: String,
    /// Class name and number of children.
    pub classes: Vec<(String, usize)>,
}

impl SchoolShape {
    /// Koskelan koulu with the classes 3A, 3B and 4C.
    #[must_use]
    pub fn koskela() -> Self {
        let classes = [("3A", 21), ("3B", 22), ("4C", 20)];
        Self { name: KOSKELAN_KOULU.into(), classes: classes.map(|(n, c)| (n.to_owned(), c)).to_vec() }
    }
}

/// Invents a school; the same seed and shape give the same people.
#[must_use]
pub fn school(seed: u64, shape: &SchoolShape) -> School {
    let mut taken = HashSet::new();
    let cast = shape.name == KOSKELAN_KOULU;
    if cast {
        taken.insert(("Aino".to_owned(), "Virtanen".to_owned()));
    }
    let classes = shape
        .classes
        .iter()
        .map(|(name, count)| {
            let mut r = Rng::branch(seed, name);
            let mut people: Vec<Person> = Vec::with_capacity(*count);
            if cast && name == "3B" && *count > 0 {
                people.push(aino());
            }
            while people.len() < *count {
                people.push(child(&mut r, &mut taken));
            }
            people.sort_by_key(|p| {
                (crate::customers::sort_key(&p.last_name), crate::customers::sort_key(&p.first_name))
            });
            Class { name: name.clone(), people }
        })
        .collect();
    School { name: shape.name.clone(), classes }
}

/// The child of the fixed cast.
#[must_use]
pub fn aino() -> Person {
    let guardian = |first: &str, last: &str, household, language| Guardian {
        first_name: first.into(),
        last_name: last.into(),
        household,
        language,
    };
    Person {
        first_name: "Aino".into(),
        last_name: "Virtanen".into(),
        origin: Origin::Finnish,
        presentation: Presentation::Girl,
        seed: 0xa1_0009,
        guardians: vec![guardian("Mikko", "Virtanen", 1, "fi"), guardian("Sanna", "Öhman", 2, "sv")],
        card: None,
    }
}

fn child(r: &mut Rng, taken: &mut HashSet<(String, String)>) -> Person {
    loop {
        let origin = origin(r);
        let presentation = if r.chance(50) { Presentation::Girl } else { Presentation::Boy };
        let first_name = child_name(r, origin, presentation).to_owned();
        let last_name = surname(r, origin).to_owned();
        let seed = r.next_u64();
        if !taken.insert((first_name.clone(), last_name.clone())) {
            continue;
        }
        let language = match origin {
            Origin::Finnish | Origin::EasternEuropean => "fi",
            Origin::FinlandSwedish => "sv",
            _ if r.chance(60) => "en",
            _ => "fi",
        };
        let mut guardian = |presentation, last_name: &str, household| Guardian {
            first_name: adult_name(r, origin, presentation).to_owned(),
            last_name: last_name.to_owned(),
            household,
            language,
        };
        let mut guardians = vec![guardian(Presentation::Girl, &last_name, 1)];
        let family = seed % 10;
        if family < 4 {
            guardians.push(guardian(Presentation::Boy, &last_name, 1));
        } else if family < 6 {
            let other = surname(&mut Rng::branch(seed, "other household"), origin);
            guardians.push(guardian(Presentation::Boy, other, 2));
        }
        return Person { first_name, last_name, origin, presentation, seed, guardians, card: None };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn koskela_has_the_cast_and_no_two_alike() {
        let koskela = school(1, &SchoolShape::koskela());
        assert_eq!(koskela, school(1, &SchoolShape::koskela()));
        assert_ne!(koskela, school(2, &SchoolShape::koskela()));
        let all: Vec<&Person> = koskela.classes.iter().flat_map(|c| &c.people).collect();
        let names: HashSet<_> = all.iter().map(|p| (&p.first_name, &p.last_name)).collect();
        assert_eq!((all.len(), names.len()), (63, 63));
        let b = koskela.classes.iter().find(|c| c.name == "3B").unwrap();
        let aino = b.people.iter().find(|p| p.first_name == "Aino" && p.last_name == "Virtanen").unwrap();
        let guardians: Vec<String> = aino
            .guardians
            .iter()
            .map(|g| format!("{} {} {}", g.first_name, g.last_name, g.household))
            .collect();
        assert_eq!(guardians, ["Mikko Virtanen 1", "Sanna Öhman 2"]);
    }

    #[test]
    fn classes_are_in_finnish_order_and_mixed() {
        let koskela = school(5, &SchoolShape::koskela());
        for class in &koskela.classes {
            let keys: Vec<_> =
                class.people.iter().map(|p| crate::customers::sort_key(&p.last_name)).collect();
            assert!(keys.is_sorted());
        }
        let all: Vec<&Person> = koskela.classes.iter().flat_map(|c| &c.people).collect();
        assert!(all.iter().map(|p| p.origin).collect::<HashSet<_>>().len() >= 4);
        assert!(all.iter().any(|p| p.guardians.iter().any(|g| g.household == 2)));
        assert!(all.iter().all(|p| !p.first_name.is_empty() && !p.guardians.is_empty()));
    }
}
