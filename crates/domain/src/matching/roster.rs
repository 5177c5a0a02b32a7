//! Whom the job's cards name.

use std::collections::HashMap;
use std::hash::Hash;

use super::input::{JobCards, Owner};
use crate::camera_card::{Card, CardNumber, Shoot, SubjectCode};
use crate::ids::{SubjectGroupId, SubjectId};

/// A subject's group and place in it.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub group: Option<SubjectGroupId>,
    pub place: u32,
}

pub(super) struct Roster {
    pub shoot: Shoot,
    /// Every subject once, in the order given.
    pub subjects: Vec<SubjectId>,
    places: HashMap<SubjectId, Place>,
    by_code: HashMap<SubjectCode, Option<SubjectId>>,
    by_group: HashMap<CardNumber, Option<SubjectGroupId>>,
    by_retake: HashMap<CardNumber, Option<SubjectId>>,
}

impl Roster {
    pub fn new(cards: &JobCards) -> Self {
        let mut places = HashMap::with_capacity(cards.subjects.len());
        let mut subjects = Vec::with_capacity(cards.subjects.len());
        for card in &cards.subjects {
            places.entry(card.subject).or_insert_with(|| {
                subjects.push(card.subject);
                Place { group: card.group, place: card.place }
            });
        }
        Self {
            shoot: cards.shoot,
            subjects,
            places,
            by_code: unambiguous(cards.subjects.iter().filter_map(|card| Some((card.code?, card.subject)))),
            by_group: unambiguous(cards.groups.iter().map(|card| (card.number, card.group))),
            by_retake: unambiguous(cards.retakes.iter().map(|card| (card.number, card.subject))),
        }
    }

    /// Whom a card names. None for special cards, and for cards that stand for nobody or for two.
    pub fn owner(&self, card: Card) -> Option<Owner> {
        match card {
            Card::Subject(code) => self.by_code.get(&code).copied().flatten().map(Owner::Subject),
            Card::Group(number) => self.by_group.get(&number).copied().flatten().map(Owner::Group),
            Card::Retake(number) => self.by_retake.get(&number).copied().flatten().map(Owner::Subject),
            Card::End | Card::Skip | Card::Clock(_) => None,
        }
    }

    pub fn place(&self, subject: SubjectId) -> Option<Place> {
        self.places.get(&subject).copied()
    }

    pub fn knows(&self, owner: Owner) -> bool {
        match owner {
            Owner::Subject(subject) => self.places.contains_key(&subject),
            Owner::Group(group) => {
                self.by_group.values().any(|known| *known == Some(group))
                    || self.places.values().any(|place| place.group == Some(group))
            }
        }
    }
}

/// What each key stands for; none where it stands for two things.
fn unambiguous<K: Eq + Hash, V: Eq>(pairs: impl Iterator<Item = (K, V)>) -> HashMap<K, Option<V>> {
    let mut map = HashMap::new();
    for (key, value) in pairs {
        let value = Some(value);
        match map.get_mut(&key) {
            None => {
                map.insert(key, value);
            }
            Some(known) if *known == value => {}
            Some(known) => *known = None,
        }
    }
    map
}
