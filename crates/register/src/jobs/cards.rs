//! Camera cards as a PDF.
//!
//! Cards of who is protected say no class, stand after the others, and come only with those of all classes, so that no sheet
//! and no file shows in which class they are.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::{CameraCard, CameraCards, CardFace};
use domain::camera_card::{Card, CardCode, CardNumber, Shoot, SubjectCode};
use domain::ids::{JobId, SubjectGroupId, SubjectId};
use domain::job::Job;
use domain::school::compare_group_names;
use domain::subject::Subject;
use domain::{Action, Language};
use store::jobs::CardOwner;
use store::{Acted, StoreError, WriteTx, jobs, schools, subject_groups, subjects};
use tasks::TaskId;
use vault::replace_file_with;

use crate::{Register, RegisterError, TaskKind};

pub use documents::CardLayout as SheetLayout;

/// So many cards a job gives; there are thirty times as many codes.
const MOST_CARDS: usize = 10_000;

/// Which cards are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardsWanted {
    /// How many to a sheet.
    pub layout: SheetLayout,
    /// Of these classes; empty means all.
    pub groups: Vec<SubjectGroupId>,
    /// Whether each class begins a sheet.
    pub is_class_on_new_sheet: bool,
    /// With the cards of whole classes.
    pub with_groups: bool,
    /// With the cards that end, discard and set the clock.
    pub with_special: bool,
    /// Blank cards for retakes.
    pub retakes: u16,
}

/// The cards that a job has given, and room for more.
struct Given {
    job: Job,
    by_owner: HashMap<CardOwner, Card>,
    taken: HashSet<Card>,
}

impl Register {
    /// Writes the cards of a job to `target` as a task; texts in `language`.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn camera_cards_start(
        self: &Arc<Self>,
        id: JobId,
        wanted: CardsWanted,
        target: PathBuf,
        language: Language,
    ) -> Result<TaskId, RegisterError> {
        self.start_saving(TaskKind::CameraCards, target, move |register, target| {
            register.camera_cards_save(id, &wanted, target, language)
        })
    }

    /// Writes the cards of a job to `target`; gives how many. Who has no card yet is given one, who has keeps it.
    ///
    /// # Errors
    /// Not found; [`RegisterError::CardsUsedUp`]; [`RegisterError::Document`]; trouble with the disk. Then `target` is as it
    /// was.
    pub fn camera_cards_save(
        &self,
        id: JobId,
        wanted: &CardsWanted,
        target: &Path,
        language: Language,
    ) -> Result<usize, RegisterError> {
        let cards = self.camera_cards_give(id, wanted, language)?;
        let pages = self.documents()?.camera_cards(&cards)?;
        let count = u32::try_from(cards.cards.len()).unwrap_or(u32::MAX);
        replace_file_with(target, |file| {
            file.write_all(&pages)?;
            self.transact(|_| {
                let saved = Acted::new((), Action::CameraCardsSaved);
                Ok(saved.on(id.get()).fields(["name", "group"]).count(count))
            })
        })?;
        Ok(cards.cards.len())
    }

    /// Gives whoever is wanted and has none a card, and what all of theirs say.
    pub(crate) fn camera_cards_give(
        &self,
        id: JobId,
        wanted: &CardsWanted,
        language: Language,
    ) -> Result<CameraCards, RegisterError> {
        self.transact(|tx| {
            let (cards, new) = cards(tx, id, wanted, language)?;
            Ok(Acted::new(cards, Action::CameraCardsGiven).on(id.get()).count(new))
        })
    }
}

fn cards(
    tx: &mut WriteTx<'_>,
    id: JobId,
    wanted: &CardsWanted,
    language: Language,
) -> Result<(CameraCards, u32), RegisterError> {
    let mut given = Given::read(tx, id)?;
    let before = given.taken.len();
    let school = schools::get(tx, given.job.school_id)?;
    let mut groups = subject_groups::list(tx, given.job.school_id, given.job.school_year)?;
    groups.sort_by(|one, other| compare_group_names(&one.name, &other.name));
    groups.retain(|group| wanted.groups.is_empty() || wanted.groups.contains(&group.id));
    let of_year: HashMap<SubjectId, Subject> =
        subjects::of_year(tx, given.job.school_id, given.job.school_year)?
            .into_iter()
            .map(|subject| (subject.id, subject))
            .collect();
    let (mut cards, mut protected, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for group in &groups {
        let members = subject_groups::members(tx, group.id)?.into_iter().map(|row| row.membership);
        let here: Vec<&Subject> = members
            .filter(|membership| membership.left_on.is_empty())
            .filter_map(|membership| of_year.get(&membership.subject_id))
            .collect();
        let shown: Vec<&Subject> =
            here.iter().copied().filter(|subject| subject.protection.is_none()).collect();
        let count = u32::try_from(shown.len()).unwrap_or(u32::MAX);
        if wanted.with_groups {
            let face = CardFace::Group { name: group.name.clone(), count };
            cards.push(given.card(tx, CardOwner::Group(group.id), face)?);
        }
        for (number, subject) in (1..).zip(shown) {
            if seen.insert(subject.id) {
                let face = face_of(subject, &group.name, Some((number, count)));
                cards.push(given.card(tx, CardOwner::Subject(subject.id), face)?);
            }
        }
        // a file of chosen classes would say in which of them they are
        for subject in here.into_iter().filter(|_| wanted.groups.is_empty()) {
            if subject.protection.is_none() {
                continue;
            }
            if seen.insert(subject.id) {
                let face = face_of(subject, "", None);
                protected.push(given.card(tx, CardOwner::Subject(subject.id), face)?);
            }
        }
    }
    cards.append(&mut protected);
    if wanted.with_special {
        let special = [
            (Card::End, CardFace::End),
            (Card::Skip, CardFace::Skip),
            (Card::Clock(None), CardFace::Clock { moment: String::new() }),
        ];
        for (card, face) in special {
            cards.push(given.printed(card, face)?);
        }
    }
    for _ in 0..wanted.retakes {
        cards.push(given.card(tx, CardOwner::Nobody, CardFace::Retake)?);
    }
    let new = u32::try_from(given.taken.len() - before).unwrap_or(u32::MAX);
    let job = given.job.fields;
    let cards = CameraCards {
        language,
        school: school.fields.name,
        job: job.name,
        job_on: job.starts_on,
        layout: wanted.layout,
        has_cut_marks: true,
        is_class_on_new_sheet: wanted.is_class_on_new_sheet,
        cards,
    };
    Ok((cards, new))
}

fn face_of(subject: &Subject, class: &str, number: Option<(u32, u32)>) -> CardFace {
    let fields = &subject.fields;
    let called = if fields.call_name.is_empty() { &fields.first_name } else { &fields.call_name };
    CardFace::Subject {
        last_name: fields.last_name.clone(),
        first_name: called.clone(),
        class: class.to_owned(),
        number,
    }
}

impl Given {
    fn read(tx: &WriteTx<'_>, id: JobId) -> Result<Self, RegisterError> {
        let job = jobs::get(tx, id)?;
        let mut given = Self { job, by_owner: HashMap::new(), taken: HashSet::new() };
        for row in jobs::cards(tx, id)? {
            let unknown = StoreError::UnknownValue { column: "camera_cards.code" };
            let CardCode { card, .. } = row.code.parse().map_err(|_| unknown)?;
            given.taken.insert(card);
            if row.owner != CardOwner::Nobody {
                given.by_owner.insert(row.owner, card);
            }
        }
        Ok(given)
    }

    /// The card of an owner, given now where there is none.
    fn card(
        &mut self,
        tx: &mut WriteTx<'_>,
        owner: CardOwner,
        face: CardFace,
    ) -> Result<CameraCard, RegisterError> {
        let card = match self.by_owner.get(&owner) {
            Some(card) => *card,
            None => {
                let card = match owner {
                    CardOwner::Subject(_) => self.next_code()?,
                    CardOwner::Group(_) => self.next_number(Card::Group)?,
                    CardOwner::Nobody => self.next_number(Card::Retake)?,
                };
                jobs::insert_card(tx, self.job.id, &self.code(card)?.to_string(), owner)?;
                self.taken.insert(card);
                if owner != CardOwner::Nobody {
                    self.by_owner.insert(owner, card);
                }
                card
            }
        };
        self.printed(card, face)
    }

    fn printed(&self, card: Card, face: CardFace) -> Result<CameraCard, RegisterError> {
        Ok(CameraCard { code: self.code(card)?.to_string(), face })
    }

    fn code(&self, card: Card) -> Result<CardCode, StoreError> {
        let shoot = Shoot::new(&self.job.shoot).ok_or(StoreError::UnknownValue { column: "jobs.shoot" })?;
        Ok(CardCode { shoot, card })
    }

    /// A code drawn from all that there are, so that two of a job do not look alike by habit.
    fn next_code(&self) -> Result<Card, RegisterError> {
        if self.taken.len() > MOST_CARDS {
            return Err(RegisterError::CardsUsedUp);
        }
        loop {
            let mut random = [0; 4];
            getrandom::fill(&mut random).map_err(std::io::Error::other)?;
            let number = u32::from_le_bytes(random) % SubjectCode::COUNT;
            let card = SubjectCode::from_number(number).map(Card::Subject);
            if let Some(card) = card.filter(|card| !self.taken.contains(card)) {
                return Ok(card);
            }
        }
    }

    fn next_number(&self, card: impl Fn(CardNumber) -> Card) -> Result<Card, RegisterError> {
        let mut free = (1..=domain::camera_card::HIGHEST_NUMBER).filter_map(CardNumber::new).map(card);
        free.find(|card| !self.taken.contains(card)).ok_or(RegisterError::CardsUsedUp)
    }
}
