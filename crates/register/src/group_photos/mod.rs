//! Who stands where in the group photos of a job.
//!
//! Deliberately not here: whose the frames are ([`crate::matching`]). Invariant: only a frame of a matched run of a class has
//! names, and a legend names nobody who is protected or whose photo or publication is refused (ADR 24).

mod legend;
mod name;
#[cfg(test)]
mod tests;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::field;
use domain::group_photo::{Arrangement, Place, may_mean};
use domain::ids::{FrameId, JobId, SubjectGroupId, SubjectId};
use domain::job::Job;
use domain::matching::Owner;
use domain::photo::Frame;
use domain::subject::{Permission, Subject};
use store::group_photos::NamedPhoto;
use store::{ReadTx, frames, group_photos, subjects};

use crate::matching::{Matching, matching_of};
use crate::{Register, RegisterError};

pub use legend::LegendsWanted;

/// A job's group photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPhotos {
    /// The job.
    pub job: Job,
    /// Its school's name.
    pub school: String,
    /// Its classes in the order of their names, also those without a photo.
    pub classes: Vec<PhotographedClass>,
    /// Everybody who may stand in a photo, by class and place; who is protected comes last.
    pub people: Vec<GroupPerson>,
    /// Photos with names that show no class any more, as far as matching knows; the names are kept.
    pub lost: u32,
}

/// A class with its photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotographedClass {
    /// The class.
    pub group: SubjectGroupId,
    /// Its name.
    pub name: String,
    /// Its teacher, may be empty.
    pub teacher: String,
    /// Who is in it, in the list's order; nobody who is protected.
    pub members: Vec<SubjectId>,
    /// Its photos in the order taken.
    pub photos: Vec<GroupPhoto>,
}

/// A photo of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPhoto {
    /// The frame.
    pub frame: FrameId,
    /// Its name without ending.
    pub name: String,
    /// Day on which it was taken, ISO; the job's first day where the camera did not say.
    pub taken_on: String,
    /// Set aside.
    pub is_rejected: bool,
    /// Who stands where; none while nobody was ever named.
    pub named: Option<NamedPhoto>,
    /// How many of those who stand in it a legend does not name.
    pub withheld: u32,
}

impl GroupPhoto {
    /// Who stands where; nobody while nobody was named.
    pub fn arrangement(&self) -> Arrangement {
        self.named.as_ref().map(|named| named.arrangement.clone()).unwrap_or_default()
    }
}

/// Somebody who may stand in a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPerson {
    /// Who.
    pub subject: SubjectId,
    /// `Virtanen Aino`; of who is protected the four characters of their card alone (ADR 20).
    pub name: String,
    /// Their class; empty for who is protected.
    pub class_name: String,
    /// Whether an order of protection holds.
    pub is_protected: bool,
    /// Whether a legend names them.
    pub is_named: bool,
}

impl Register {
    /// The group photos of a job, with who stands in them.
    ///
    /// # Errors
    /// Not found; when the database fails.
    pub fn group_photos_get(&self, id: JobId) -> Result<GroupPhotos, RegisterError> {
        self.read(|tx| Ok(worked(tx, &matching_of(tx, id)?)?.0))
    }
}

/// Whom a legend names, and how. Never leaves this module: it knows whom it does not name.
struct Names {
    spoken: HashMap<SubjectId, String>,
    /// Given names and last name of each who is not named.
    withheld: Vec<(String, String)>,
}

impl Names {
    fn of(subjects: &HashMap<SubjectId, Subject>) -> Self {
        let (mut spoken, mut withheld) = (HashMap::new(), Vec::new());
        for subject in subjects.values() {
            let fields = &subject.fields;
            if may_be_named(subject) {
                spoken.insert(subject.id, fields.spoken_name());
            } else {
                let given = format!("{} {}", fields.first_name, fields.call_name);
                withheld.push((given, fields.last_name.clone()));
            }
        }
        Self { spoken, withheld }
    }

    /// What a legend says of a place; none: that somebody stands there.
    fn say(&self, place: &Place) -> Option<String> {
        match place {
            Place::Subject(subject) => self.spoken.get(subject).cloned(),
            Place::Name(name) => {
                let is_withheld = self.withheld.iter().any(|(given, last)| may_mean(name, given, last));
                (!is_withheld).then(|| name.clone())
            }
        }
    }

    fn withheld_in(&self, arrangement: &Arrangement) -> u32 {
        let withheld = arrangement.places().filter(|place| self.say(place).is_none()).count();
        u32::try_from(withheld).unwrap_or(u32::MAX)
    }
}

/// Whether a legend may name somebody: neither protected, nor refused the photo or its publication.
fn may_be_named(subject: &Subject) -> bool {
    let fields = &subject.fields;
    subject.protection.is_none()
        && fields.photo_permission != Permission::Refused
        && fields.publication_permission != Permission::Refused
}

fn worked(tx: &ReadTx<'_>, matching: &Matching) -> Result<(GroupPhotos, Names), RegisterError> {
    let Matching { job, school, proposal, owners, roster, .. } = matching;
    let mut named = group_photos::of_job(tx, job.id)?;
    let placed: HashSet<SubjectId> = named.values().flat_map(|photo| photo.arrangement.subjects()).collect();
    let mut known = subjects::of_year_by_id(tx, job.school_id, job.school_year)?;
    for subject in placed {
        // who left the lists since stays in the photo
        if let Entry::Vacant(place) = known.entry(subject) {
            place.insert(subjects::get(tx, subject)?);
        }
    }
    let names = Names::of(&known);
    let mut taken: HashMap<SubjectGroupId, Vec<GroupPhoto>> = HashMap::new();
    for run in &proposal.runs {
        let Some(Owner::Group(group)) = run.owner() else { continue };
        let frames = frames::cells(tx, &run.frames)?;
        let photos = frames.into_iter().map(|listed| {
            let named = named.remove(&listed.frame.id);
            photo(job, listed.frame, named, &names)
        });
        taken.entry(group).or_default().extend(photos);
    }
    let people = people(owners, &known, &taken);
    let classes = roster.groups.iter().map(|(group, members)| PhotographedClass {
        group: group.id,
        name: group.name.clone(),
        teacher: group.teacher.clone(),
        members: members
            .iter()
            .map(|membership| membership.subject_id)
            .filter(|member| known.get(member).is_some_and(|subject| subject.protection.is_none()))
            .collect(),
        photos: taken.remove(&group.id).unwrap_or_default(),
    });
    let classes = classes.collect();
    let lost = named.values().filter(|photo| !photo.arrangement.rows.is_empty()).count();
    let lost = u32::try_from(lost).unwrap_or(u32::MAX);
    Ok((GroupPhotos { job: job.clone(), school: school.clone(), classes, people, lost }, names))
}

fn photo(job: &Job, frame: Frame, named: Option<NamedPhoto>, names: &Names) -> GroupPhoto {
    let day = frame.taken_local.get(..10).filter(|day| field::is_iso_date(day));
    let withheld = named.as_ref().map_or(0, |named| names.withheld_in(&named.arrangement));
    GroupPhoto {
        frame: frame.id,
        taken_on: day.unwrap_or(&job.fields.starts_on).to_owned(),
        name: frame.name,
        is_rejected: frame.marks.is_rejected,
        named,
        withheld,
    }
}

/// Everybody of the roster, then those in photos who are not on it any more, then who is protected.
fn people(
    owners: &[crate::matching::ListedOwner],
    known: &HashMap<SubjectId, Subject>,
    taken: &HashMap<SubjectGroupId, Vec<GroupPhoto>>,
) -> Vec<GroupPerson> {
    let (mut people, mut protected) = (Vec::new(), Vec::new());
    let mut listed = HashSet::new();
    for owner in owners {
        let Owner::Subject(subject) = owner.owner else { continue };
        listed.insert(subject);
        let person = GroupPerson {
            subject,
            name: owner.name.clone(),
            class_name: owner.class_name.clone(),
            is_protected: owner.is_protected,
            is_named: known.get(&subject).is_some_and(may_be_named),
        };
        if owner.is_protected { protected.push(person) } else { people.push(person) }
    }
    let placed = taken.values().flatten().flat_map(|photo| photo.arrangement().subjects());
    let mut left: Vec<&Subject> =
        placed.filter(|subject| listed.insert(*subject)).filter_map(|subject| known.get(&subject)).collect();
    left.sort_by_key(|subject| subject.id);
    for subject in left {
        let is_protected = subject.protection.is_some();
        let name = if is_protected { String::new() } else { subject.fields.listed_name() };
        let is_named = may_be_named(subject);
        let person =
            GroupPerson { subject: subject.id, name, class_name: String::new(), is_protected, is_named };
        if is_protected { protected.push(person) } else { people.push(person) }
    }
    people.append(&mut protected);
    people
}
