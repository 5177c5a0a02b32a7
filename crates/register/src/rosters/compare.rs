//! A class list against what is known: who is new, what changes, who is no longer named.
//!
//! Within a school year a row is somebody known by the school's number, else by name and class, else by name and day of
//! birth when only one has both. Of an earlier year it is somebody only when number and name agree: schools give numbers
//! anew, and a new child must not get another's history. Who is on the list of a class before and not now has left it;
//! classes that the file does not name are left alone, save that nobody is in two classes.
//!
//! Whoever is protected, in the register or in the list, is counted and not named: that they are at this school is what is
//! withheld. Where whoever compares may not open them, nothing of them changes either.

use std::collections::{HashMap, HashSet};

use domain::customer::{Customer, listed_name};
use domain::ids::{CustomerId, SchoolId, SubjectGroupId, SubjectId};
use domain::protection::Protection;
use domain::provenance::{FieldSource, SourcedRecord};
use domain::school::{SchoolYear, SubjectGroup};
use domain::subject::{Permission, Subject, SubjectFields};
use exchange::roster::RosterRow;
use store::subject_groups::MembershipRow;
use store::{ReadTx, StoreError, customers, provenance, schools, subject_groups, subjects};

/// Somebody whom the list brings, changes or no longer names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Row of the file; none for who is no longer named.
    pub row: Option<u32>,
    /// Family name first.
    pub name: String,
    /// Class.
    pub group: String,
    /// Names of the fields that change; `group` for another class, `guardians` for theirs.
    pub fields: Vec<&'static str>,
}

/// What importing a list would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Who is new.
    pub added: Vec<Difference>,
    /// Whose details, class or guardians change.
    pub changed: Vec<Difference>,
    /// How many rows say what is known.
    pub unchanged: u32,
    /// Who is no longer named in their class.
    pub left: Vec<Difference>,
    /// Classes that there are not yet.
    pub new_groups: Vec<String>,
    /// How many rows are about somebody protected.
    pub withheld: u32,
    pub(super) steps: Vec<Step>,
    pub(super) leavers: Vec<MembershipRow>,
    /// Whom the list names and nobody here may touch.
    pub(super) shut: HashSet<SubjectId>,
}

/// What is to be done for a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Place of the row among the roster's.
    pub place: usize,
    /// Who it is; none for somebody new.
    pub subject_id: Option<SubjectId>,
    /// Name of the class.
    pub group: String,
    /// Place in the class list, from 1.
    pub position: u32,
}

/// What is known of a school in a year.
pub(super) struct Known {
    pub school_name: String,
    /// By their names as [`group_key`] has them.
    pub groups: HashMap<String, SubjectGroup>,
    pub subjects: HashMap<SubjectId, Subject>,
    pub members: HashMap<SubjectId, Vec<(SubjectGroupId, MembershipRow)>>,
    /// Fields that the person gave.
    given: HashSet<(SubjectId, String)>,
    pub guardians: HashMap<SubjectId, Vec<Customer>>,
    guardians_given: HashSet<(CustomerId, String)>,
    /// Of other years, by the school's number.
    earlier: HashMap<String, Vec<Subject>>,
    /// Who is on a list of a later year: an older list says nothing new of them.
    later: HashSet<SubjectId>,
    /// Whether whoever compares may open what is withheld.
    may_open: bool,
}

impl Known {
    pub fn read(
        tx: &ReadTx<'_>,
        school_id: SchoolId,
        year: SchoolYear,
        may_open: bool,
    ) -> Result<Self, StoreError> {
        let school_name = schools::get(tx, school_id)?.fields.name;
        let mut known = Self {
            school_name,
            groups: HashMap::new(),
            subjects: HashMap::new(),
            members: HashMap::new(),
            given: HashSet::new(),
            guardians: HashMap::new(),
            guardians_given: HashSet::new(),
            earlier: HashMap::new(),
            later: subjects::of_later_years(tx, school_id, year)?,
            may_open,
        };
        for subject in subjects::of_year(tx, school_id, year)? {
            known.learn(tx, subject)?;
        }
        for group in subject_groups::list(tx, school_id, year)? {
            for row in subject_groups::members(tx, group.id)? {
                known.members.entry(row.membership.subject_id).or_default().push((group.id, row));
            }
            known.groups.insert(group_key(&group.name), group);
        }
        for subject in subjects::with_source_id(tx, school_id)? {
            if !known.subjects.contains_key(&subject.id) {
                known.earlier.entry(subject.fields.source_id.clone()).or_default().push(subject);
            }
        }
        Ok(known)
    }

    fn learn(&mut self, tx: &ReadTx<'_>, subject: Subject) -> Result<(), StoreError> {
        let id = subject.id;
        for field in provenance::list(tx, SourcedRecord::Subject, id.get())? {
            if field.source == FieldSource::Given {
                self.given.insert((id, field.field));
            }
        }
        for guardianship in subjects::guardians(tx, id)? {
            let customer = customers::get(tx, guardianship.customer_id)?;
            self.learn_guardian(tx, customer.id)?;
            self.guardians.entry(id).or_default().push(customer);
        }
        self.subjects.insert(id, subject);
        Ok(())
    }

    /// As [`Self::read`], of somebody of an earlier year who comes back.
    pub fn learn_again(&mut self, tx: &ReadTx<'_>, id: SubjectId) -> Result<Subject, StoreError> {
        if let Some(subject) = self.subjects.get(&id) {
            return Ok(subject.clone());
        }
        let subject = subjects::get(tx, id)?;
        self.learn(tx, subject.clone())?;
        Ok(subject)
    }

    /// As [`Self::read`], of somebody who was no guardian here before.
    pub fn learn_guardian(&mut self, tx: &ReadTx<'_>, id: CustomerId) -> Result<(), StoreError> {
        for field in provenance::list(tx, SourcedRecord::Customer, id.get())? {
            if field.source == FieldSource::Given {
                self.guardians_given.insert((id, field.field));
            }
        }
        Ok(())
    }

    /// Whether the person said themselves what stands in a field.
    pub fn is_given(&self, id: SubjectId, field: &str) -> bool {
        self.given.contains(&(id, field.to_owned()))
    }

    pub fn is_guardians_given(&self, id: CustomerId, field: &str) -> bool {
        self.guardians_given.contains(&(id, field.to_owned()))
    }

    /// The details of somebody as they will be after a row.
    pub fn after(&self, subject: &Subject, row: &RosterRow) -> SubjectFields {
        let mut after = subject.fields.clone();
        if self.later.contains(&subject.id) {
            return after;
        }
        for (name, text) in said(row) {
            if !text.is_empty() && !self.is_given(subject.id, name) {
                after.set(name, text);
            }
        }
        after
    }

    /// Somebody who is protected and whom whoever compares may not open: nothing of theirs is touched.
    pub fn is_shut(&self, protection: Option<&Protection>) -> bool {
        protection.is_some() && !self.may_open
    }

    /// Whose other year it is: number and name agree, and nobody else's do.
    fn of_other_year(&self, row: &RosterRow) -> Option<&Subject> {
        let mut same = self.earlier.get(&row.source_id)?.iter().filter(|subject| {
            folded(&subject.fields.last_name, &subject.fields.first_name)
                == folded(&row.last_name, &row.first_name)
        });
        match (same.next(), same.next()) {
            (Some(subject), None) => Some(subject),
            _ => None,
        }
    }
}

/// The details that a row says; empty where it says nothing.
pub(super) fn said(row: &RosterRow) -> [(&'static str, &str); 13] {
    let permission = |permission: Permission| match permission {
        Permission::Unknown => "",
        said => said.code(),
    };
    [
        ("last_name", &row.last_name),
        ("first_name", &row.first_name),
        ("call_name", &row.call_name),
        ("source_id", &row.source_id),
        ("born_on", &row.born_on),
        ("street", &row.street),
        ("postal_code", &row.postal_code),
        ("town", &row.town),
        ("phone", &row.phone),
        ("email", &row.email),
        ("language", row.language.map_or("", |language| language.code())),
        ("photo_permission", permission(row.photo_permission)),
        ("publication_permission", permission(row.publication_permission)),
    ]
}

/// A class's name as two lists may write it.
pub(super) fn group_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A name as two lists may write it: without case and outer blanks.
pub(super) fn folded(last_name: &str, first_name: &str) -> String {
    format!("{}\n{}", last_name.trim().to_lowercase(), first_name.trim().to_lowercase())
}

/// Somebody of the year by each way of telling who they are; none where two would fit.
struct Index {
    by_source_id: HashMap<String, Option<SubjectId>>,
    by_name_and_group: HashMap<(String, String), Option<SubjectId>>,
    by_name_and_birth: HashMap<(String, String), Option<SubjectId>>,
}

impl Index {
    fn new(known: &Known) -> Self {
        let mut index = Self {
            by_source_id: HashMap::new(),
            by_name_and_group: HashMap::new(),
            by_name_and_birth: HashMap::new(),
        };
        let keys: HashMap<SubjectGroupId, &String> =
            known.groups.iter().map(|(key, group)| (group.id, key)).collect();
        for subject in known.subjects.values() {
            let fields = &subject.fields;
            if !fields.source_id.is_empty() {
                put(&mut index.by_source_id, fields.source_id.clone(), subject.id);
            }
            let name = folded(&fields.last_name, &fields.first_name);
            if !fields.born_on.is_empty() {
                put(&mut index.by_name_and_birth, (name.clone(), fields.born_on.clone()), subject.id);
            }
            let places = known.members.get(&subject.id).into_iter().flatten();
            for (group, _) in places.filter(|(_, row)| row.membership.left_on.is_empty()) {
                if let Some(key) = keys.get(group) {
                    put(&mut index.by_name_and_group, (name.clone(), (*key).clone()), subject.id);
                }
            }
        }
        index
    }

    fn by_number(&self, row: &RosterRow) -> Option<SubjectId> {
        self.by_source_id.get(&row.source_id).copied().flatten()
    }

    /// By name, among those whom no number has named: somebody of another number is another person.
    fn by_name(
        &self,
        known: &Known,
        row: &RosterRow,
        group: &str,
        taken: &HashSet<SubjectId>,
    ) -> Option<SubjectId> {
        let name = folded(&row.last_name, &row.first_name);
        let fits = |id: &SubjectId| {
            let number = known.subjects.get(id).map(|subject| subject.fields.source_id.as_str());
            !taken.contains(id) && (row.source_id.is_empty() || number == Some(""))
        };
        let by_group = self.by_name_and_group.get(&(name.clone(), group_key(group))).copied().flatten();
        let by_birth = self.by_name_and_birth.get(&(name, row.born_on.clone())).copied().flatten();
        by_group.filter(fits).or(by_birth.filter(fits))
    }
}

fn put<K: std::hash::Hash + Eq>(index: &mut HashMap<K, Option<SubjectId>>, key: K, id: SubjectId) {
    index.entry(key).and_modify(|found| *found = found.filter(|other| *other == id)).or_insert(Some(id));
}

/// Who each row is; none for somebody new.
fn identify(known: &Known, rows: &[RosterRow], groups: &[String]) -> Vec<Option<SubjectId>> {
    let index = Index::new(known);
    let mut taken = HashSet::new();
    // numbers first, so that no namesake takes somebody whom a later row names by number
    let mut found: Vec<Option<SubjectId>> =
        rows.iter().map(|row| index.by_number(row).filter(|id| taken.insert(*id))).collect();
    for ((id, row), group) in found.iter_mut().zip(rows).zip(groups) {
        if id.is_none() {
            let other = || known.of_other_year(row).map(|subject| subject.id);
            let named = index.by_name(known, row, group, &taken).or_else(other);
            *id = named.filter(|id| taken.insert(*id));
        }
    }
    found
}

/// The class of each row: as the register writes it, else as the list does first. A list without classes, as of a club, is
/// one class.
fn classes(known: &Known, rows: &[RosterRow]) -> Vec<String> {
    let mut written: HashMap<String, String> =
        known.groups.iter().map(|(key, group)| (key.clone(), group.name.clone())).collect();
    rows.iter()
        .map(|row| {
            let name = if row.group.is_empty() { &known.school_name } else { &row.group };
            written.entry(group_key(name)).or_insert_with(|| name.clone()).clone()
        })
        .collect()
}

/// What the rows would do.
pub(super) fn compare(known: &Known, rows: &[RosterRow]) -> Comparison {
    let groups = classes(known, rows);
    let found = identify(known, rows, &groups);
    let mut comparison = Comparison::default();
    let mut positions: HashMap<&str, u32> = HashMap::new();
    for (place, ((row, group), subject_id)) in rows.iter().zip(&groups).zip(found).enumerate() {
        let position = positions.entry(group).or_default();
        *position += 1;
        let subject = subject_id.and_then(|id| known.subjects.get(&id));
        let elsewhere = || known.of_other_year(row).filter(|other| Some(other.id) == subject_id);
        let known_as = subject.or_else(elsewhere);
        let step = Step { place, subject_id, group: group.clone(), position: *position };
        let is_shut = known.is_shut(known_as.and_then(|subject| subject.protection.as_ref()));
        if !is_shut && !known.groups.contains_key(&group_key(group)) && !comparison.new_groups.contains(group)
        {
            comparison.new_groups.push(group.clone());
        }
        if row.is_protected || known_as.is_some_and(|subject| subject.protection.is_some()) {
            comparison.withheld += 1;
            if !is_shut {
                comparison.steps.push(step);
            }
            comparison.shut.extend(subject_id.filter(|_| is_shut));
            continue;
        }
        let difference = |fields| Difference {
            row: Some(row.row),
            name: listed_name(&row.first_name, &row.last_name),
            group: group.clone(),
            fields,
        };
        match subject {
            Some(subject) => {
                let fields = changes(known, subject, row, group);
                if fields.is_empty() {
                    comparison.unchanged += 1;
                } else {
                    comparison.changed.push(difference(fields));
                }
            }
            // of another year: on a list of this one for the first time
            None => {
                let fields =
                    known_as.map_or(Vec::new(), |subject| subject.fields.changed(&known.after(subject, row)));
                comparison.added.push(difference(fields));
            }
        }
        comparison.steps.push(step);
    }
    note_leavers(known, &groups, &mut comparison);
    comparison
}

/// Names of what a row changes for somebody of the year.
fn changes(known: &Known, subject: &Subject, row: &RosterRow, group: &str) -> Vec<&'static str> {
    let mut fields = subject.fields.changed(&known.after(subject, row));
    let here = known.groups.get(&group_key(group)).map(|group| group.id);
    let is_member = known
        .members
        .get(&subject.id)
        .into_iter()
        .flatten()
        .any(|(id, row)| here == Some(*id) && row.membership.left_on.is_empty());
    if !is_member {
        fields.push("group");
    }
    let guardians = known.guardians.get(&subject.id).map_or(&[][..], Vec::as_slice);
    if row.guardians.iter().any(|guardian| super::guardians::changes(known, guardians, guardian)) {
        fields.push("guardians");
    }
    fields
}

/// Places in class lists that end: of who is in another class now, and of who is no longer named in a class that the list
/// names.
fn note_leavers(known: &Known, named_groups: &[String], comparison: &mut Comparison) {
    let named_groups: HashSet<String> = named_groups.iter().map(|name| group_key(name)).collect();
    let now: HashMap<SubjectId, &str> = comparison
        .steps
        .iter()
        .filter_map(|step| step.subject_id.map(|id| (id, step.group.as_str())))
        .collect();
    let groups: HashMap<SubjectGroupId, &SubjectGroup> =
        known.groups.values().map(|group| (group.id, group)).collect();
    let mut gone: HashMap<SubjectId, Difference> = HashMap::new();
    for (id, places) in &known.members {
        let Some(subject) = known.subjects.get(id) else { continue };
        if comparison.shut.contains(id) || known.is_shut(subject.protection.as_ref()) {
            continue;
        }
        for (group, row) in places.iter().filter(|(_, row)| row.membership.left_on.is_empty()) {
            let Some(group) = groups.get(group) else { continue };
            let is_elsewhere = now.get(id).is_some_and(|name| *name != group.name);
            let is_missing = !now.contains_key(id) && named_groups.contains(&group_key(&group.name));
            if is_elsewhere || is_missing {
                comparison.leavers.push(row.clone());
            }
            if is_missing && subject.protection.is_none() {
                gone.entry(*id).or_insert_with(|| Difference {
                    row: None,
                    name: listed_name(&subject.fields.first_name, &subject.fields.last_name),
                    group: group.name.clone(),
                    fields: Vec::new(),
                });
            }
        }
    }
    comparison.left = gone.into_values().collect();
    comparison.left.sort_by(|one, other| (&one.group, &one.name).cmp(&(&other.group, &other.name)));
    comparison.leavers.sort_by_key(|row| row.id);
}
