//! A class list against what is known: who is new, what changes, who is no longer named.
//!
//! Within a school year a row is somebody known by the school's number, else by name and class, else by name and day of
//! birth when only one has both. Of an earlier year it is somebody only when number and name agree: schools give numbers
//! anew, and a new child must not get another's history. Who is on the list of a class before and not now has left it;
//! classes that the file does not name are left alone.

use std::collections::{HashMap, HashSet};

use domain::customer::{Customer, listed_name};
use domain::ids::{CustomerId, SchoolId, SubjectGroupId, SubjectId};
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
    /// Class, empty for who is protected.
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
    pub(super) steps: Vec<Step>,
    pub(super) leavers: Vec<MembershipRow>,
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
    pub groups: HashMap<String, SubjectGroup>,
    pub subjects: HashMap<SubjectId, Subject>,
    pub members: HashMap<SubjectId, Vec<(SubjectGroupId, MembershipRow)>>,
    /// Fields that the person gave.
    given: HashSet<(SubjectId, String)>,
    pub guardians: HashMap<SubjectId, Vec<Customer>>,
    guardians_given: HashSet<(CustomerId, String)>,
    /// Of other years, by the school's number.
    earlier: HashMap<String, Vec<Subject>>,
}

impl Known {
    pub fn read(tx: &ReadTx<'_>, school_id: SchoolId, year: SchoolYear) -> Result<Self, StoreError> {
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
        };
        for subject in subjects::of_year(tx, school_id, year)? {
            known.learn(tx, subject)?;
        }
        for group in subject_groups::list(tx, school_id, year)? {
            for row in subject_groups::members(tx, group.id)? {
                known.members.entry(row.membership.subject_id).or_default().push((group.id, row));
            }
            known.groups.insert(group.name.clone(), group);
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
            for field in provenance::list(tx, SourcedRecord::Customer, customer.id.get())? {
                if field.source == FieldSource::Given {
                    self.guardians_given.insert((customer.id, field.field));
                }
            }
            self.guardians.entry(id).or_default().push(customer);
        }
        self.subjects.insert(id, subject);
        Ok(())
    }

    /// As [`Self::read`], of somebody of an earlier year who comes back.
    pub fn learn_again(&mut self, tx: &ReadTx<'_>, id: SubjectId) -> Result<(), StoreError> {
        if self.subjects.contains_key(&id) { Ok(()) } else { self.learn(tx, subjects::get(tx, id)?) }
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
        for (name, text) in said(row) {
            if !text.is_empty() && !self.is_given(subject.id, name) {
                after.set(name, text);
            }
        }
        after
    }

    /// Whose earlier year it is: number and name agree, and nobody else's do.
    fn of_earlier_year(&self, row: &RosterRow) -> Option<SubjectId> {
        let mut same = self.earlier.get(&row.source_id)?.iter().filter(|subject| {
            folded(&subject.fields.last_name, &subject.fields.first_name)
                == folded(&row.last_name, &row.first_name)
        });
        match (same.next(), same.next()) {
            (Some(subject), None) => Some(subject.id),
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
        let names: HashMap<SubjectGroupId, &String> =
            known.groups.iter().map(|(name, group)| (group.id, name)).collect();
        for subject in known.subjects.values() {
            let fields = &subject.fields;
            let name = folded(&fields.last_name, &fields.first_name);
            if !fields.source_id.is_empty() {
                put(&mut index.by_source_id, fields.source_id.clone(), subject.id);
            }
            if !fields.born_on.is_empty() {
                put(&mut index.by_name_and_birth, (name.clone(), fields.born_on.clone()), subject.id);
            }
            for (group, _) in known.members.get(&subject.id).into_iter().flatten() {
                let group = names.get(group).map(|name| name.to_lowercase()).unwrap_or_default();
                put(&mut index.by_name_and_group, (name.clone(), group), subject.id);
            }
        }
        index
    }

    fn find(&self, known: &Known, row: &RosterRow, group: &str) -> Option<SubjectId> {
        if !row.source_id.is_empty()
            && let Some(found) = self.by_source_id.get(&row.source_id)
        {
            return *found;
        }
        let name = folded(&row.last_name, &row.first_name);
        let by_group = self.by_name_and_group.get(&(name.clone(), group.to_lowercase())).copied().flatten();
        let by_birth = || self.by_name_and_birth.get(&(name, row.born_on.clone())).copied().flatten();
        // another number is another person
        by_group.or_else(by_birth).filter(|id| {
            let number = known.subjects.get(id).map(|subject| subject.fields.source_id.as_str());
            row.source_id.is_empty() || number == Some("")
        })
    }
}

fn put<K: std::hash::Hash + Eq>(index: &mut HashMap<K, Option<SubjectId>>, key: K, id: SubjectId) {
    index.entry(key).and_modify(|found| *found = found.filter(|other| *other == id)).or_insert(Some(id));
}

/// What the rows would do.
pub(super) fn compare(known: &Known, rows: &[RosterRow]) -> Comparison {
    let index = Index::new(known);
    let mut comparison = Comparison::default();
    let (mut named, mut named_groups) = (HashSet::new(), HashSet::new());
    let mut positions: HashMap<String, u32> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        // a list without classes, as of a club, is one class
        let group = if row.group.is_empty() { known.school_name.clone() } else { row.group.clone() };
        let position = positions.entry(group.clone()).or_default();
        *position += 1;
        let position = *position;
        if !known.groups.contains_key(&group) && !comparison.new_groups.contains(&group) {
            comparison.new_groups.push(group.clone());
        }
        named_groups.insert(group.clone());
        let found = index.find(known, row, &group).or_else(|| known.of_earlier_year(row));
        // two rows that would be the same person: the second is somebody new
        let subject_id = found.filter(|id| named.insert(*id));
        let difference = |fields| Difference {
            row: Some(row.row),
            name: listed_name(&row.first_name, &row.last_name),
            group: if row.is_protected { String::new() } else { group.clone() },
            fields,
        };
        match subject_id.and_then(|id| known.subjects.get(&id)) {
            Some(subject) => {
                let fields = changes(known, subject, row, &group);
                if fields.is_empty() {
                    comparison.unchanged += 1;
                } else {
                    comparison.changed.push(difference(fields));
                }
            }
            // of an earlier year: on a list of this one for the first time
            None => comparison.added.push(difference(Vec::new())),
        }
        comparison.steps.push(Step { place, subject_id, group, position });
    }
    for (name, group) in &known.groups {
        if named_groups.contains(name) {
            note_leavers(known, name, group, &named, &mut comparison);
        }
    }
    comparison.left.sort_by(|one, other| (&one.group, &one.name).cmp(&(&other.group, &other.name)));
    comparison
}

/// Names of what a row changes for somebody of the year.
fn changes(known: &Known, subject: &Subject, row: &RosterRow, group: &str) -> Vec<&'static str> {
    let mut fields = subject.fields.changed(&known.after(subject, row));
    if row.is_protected && subject.protection.is_none() {
        fields.push("is_protected");
    }
    let is_member = known.members.get(&subject.id).into_iter().flatten().any(|(id, row)| {
        known.groups.get(group).is_some_and(|group| group.id == *id) && row.membership.left_on.is_empty()
    });
    if !is_member {
        fields.push("group");
    }
    let guardians = known.guardians.get(&subject.id).map_or(&[][..], Vec::as_slice);
    if row.guardians.iter().any(|guardian| super::guardians::changes(known, guardians, guardian)) {
        fields.push("guardians");
    }
    fields
}

fn note_leavers(
    known: &Known,
    name: &str,
    group: &SubjectGroup,
    named: &HashSet<SubjectId>,
    comparison: &mut Comparison,
) {
    let moved: HashMap<SubjectId, &str> = comparison
        .steps
        .iter()
        .filter_map(|step| step.subject_id.map(|id| (id, step.group.as_str())))
        .collect();
    let mut leavers = Vec::new();
    let mut left = Vec::new();
    for (subject_id, row) in known
        .members
        .iter()
        .flat_map(|(id, rows)| rows.iter().map(move |(of, row)| (*id, *of, row)))
        .filter(|(_, of, row)| *of == group.id && row.membership.left_on.is_empty())
        .map(|(id, _, row)| (id, row))
    {
        if moved.get(&subject_id).is_some_and(|now| *now == name) {
            continue;
        }
        leavers.push(row.clone());
        if let Some(subject) = known.subjects.get(&subject_id)
            && !named.contains(&subject_id)
        {
            let fields = &subject.fields;
            left.push(Difference {
                row: None,
                name: listed_name(&fields.first_name, &fields.last_name),
                group: if subject.protection.is_some() { String::new() } else { name.to_owned() },
                fields: Vec::new(),
            });
        }
    }
    comparison.leavers.extend(leavers);
    comparison.left.extend(left);
}
