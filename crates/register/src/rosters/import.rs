//! Takes a class list in, in one transaction, and notes what it did so that it can be taken back.

use std::collections::HashMap;

use domain::customer::CustomerFields;
use domain::ids::{CustomerId, RosterImportId, StaffMemberId, SubjectGroupId, SubjectId};
use domain::protection::Protection;
use domain::provenance::{FieldSource, SourcedRecord};
use domain::staff::Right;
use domain::subject::SubjectFields;
use domain::{Action, Language};
use exchange::roster::{Field, RosterGuardian, RosterRow};
use store::rosters::{self, RosterChange, RosterCounts, RosterIssueRow, RosterRecord};
use store::{Acted, WriteTx, customers, provenance, schools, subject_groups, subjects};

use super::compare::{Known, Step, folded, said};
use super::guardians;
use super::list::RosterImported;
use super::preview::{Preview, Reading, preview, read_as};
use crate::{Register, RegisterError};

impl Register {
    /// Imports a chosen file: what [`Register::roster_preview`] shows, or nothing. How its headings are meant is remembered
    /// of the school.
    ///
    /// # Errors
    /// As [`Register::roster_preview`]; [`RegisterError::NothingToImport`] when no row can be taken in.
    pub fn roster_import(&self, reading: &Reading) -> Result<RosterImported, RegisterError> {
        let draft = self.draft(&reading.draft)?;
        let today = self.today();
        let may_open = self.require(Right::SeeProtected).is_ok();
        let list = read_as(self.decoder(), &draft.bytes, reading)?;
        let imported = self.transact(|tx| {
            let (preview, known) = preview(tx, list, reading, may_open)?;
            if preview.roster.rows.is_empty() {
                return Err(RegisterError::NothingToImport);
            }
            let id = begin(tx, reading, &draft.file_name, &preview)?;
            let language = schools::get(tx, reading.school_id)?.fields.language;
            let mut run = Run::new(tx, reading, known, language, self.signer().staff_id());
            run.groups(&preview)?;
            for step in &preview.comparison.steps {
                if let Some(row) = preview.roster.rows.get(step.place) {
                    run.row(step, row)?;
                }
            }
            for row in &preview.comparison.leavers {
                run.leave(row, &today)?;
            }
            run.guardians()?;
            let done = run.end(id, &preview)?;
            Ok(done.into_acted(super::list::imported(tx, id)?, reading.school_id.get()))
        })?;
        self.forget_draft(&reading.draft);
        Ok(imported)
    }
}

fn begin(
    tx: &mut WriteTx<'_>,
    reading: &Reading,
    file_name: &str,
    preview: &Preview,
) -> Result<RosterImportId, RegisterError> {
    let issues = &preview.roster.issues;
    let left_out = issues.iter().filter(|issue| issue.reason.leaves_row_out()).count();
    let left_out = u32::try_from(left_out).unwrap_or(u32::MAX);
    let codes = preview.list.table.personal_codes_dropped;
    let id = rosters::insert(tx, reading.school_id, reading.school_year, file_name, left_out, codes)?;
    let fields = preview.mapping.fields();
    for issue in issues {
        let field = issue.column.and_then(|column| fields.get(column).copied().flatten());
        let row = RosterIssueRow {
            row_number: issue.row,
            field: field.map_or(String::new(), |field| field.code().to_owned()),
            reason: issue.reason.code().to_owned(),
            is_left_out: issue.reason.leaves_row_out(),
        };
        rosters::insert_issue(tx, id, &row)?;
    }
    for (column, field) in preview.list.table.columns.iter().zip(fields) {
        if !column.heading.is_empty() {
            rosters::put_heading(tx, reading.school_id, &column.heading, field.map_or("", Field::code))?;
        }
    }
    Ok(id)
}

/// A guardian who is to be linked when every row has been looked at: new customers are stored together.
enum Linked {
    Known(CustomerId),
    /// Place among the new ones.
    New(usize),
}

struct NewCustomer {
    fields: CustomerFields,
    is_protected: bool,
}

/// What an import did, for the trail.
#[derive(Default)]
struct Done {
    rows: u32,
    subjects_made: Vec<i64>,
    subjects_changed: Vec<(i64, Vec<&'static str>)>,
    customers_made: Vec<i64>,
    customers_changed: Vec<(i64, Vec<&'static str>)>,
    subjects_protected: Vec<i64>,
    customers_protected: Vec<i64>,
}

impl Done {
    fn into_acted(self, imported: RosterImported, school_id: i64) -> Acted<RosterImported> {
        let mut acted = Acted::new(imported, Action::RosterImported).on(school_id).count(self.rows);
        for (id, fields) in self.subjects_changed {
            acted = acted.and(Action::SubjectUpdated).on(id).fields(fields);
        }
        for (id, fields) in self.customers_changed {
            acted = acted.and(Action::CustomerUpdated).on(id).fields(fields);
        }
        for (action, ids) in [
            (Action::SubjectCreated, self.subjects_made),
            (Action::CustomerCreated, self.customers_made),
            (Action::SubjectProtectionChanged, self.subjects_protected),
            (Action::CustomerProtectionChanged, self.customers_protected),
        ] {
            if !ids.is_empty() {
                acted = acted.and(action).on_each(ids);
            }
        }
        acted
    }
}

struct Run<'a, 'b> {
    tx: &'a mut WriteTx<'b>,
    reading: &'a Reading,
    known: Known,
    language: Language,
    staff_id: Option<StaffMemberId>,
    group_ids: HashMap<String, SubjectGroupId>,
    teachers: HashMap<SubjectGroupId, String>,
    links: Vec<(SubjectId, Linked)>,
    new_customers: Vec<NewCustomer>,
    new_by_name: HashMap<String, Vec<usize>>,
    changes: Vec<RosterChange>,
    /// Versions of subjects and customers as this import leaves them.
    revs: HashMap<(RosterRecord, i64), i64>,
    counts: RosterCounts,
    done: Done,
}

impl<'a, 'b> Run<'a, 'b> {
    fn new(
        tx: &'a mut WriteTx<'b>,
        reading: &'a Reading,
        known: Known,
        language: Language,
        staff_id: Option<StaffMemberId>,
    ) -> Self {
        let group_ids = known.groups.values().map(|group| (group.name.clone(), group.id)).collect();
        let teachers = known.groups.values().map(|group| (group.id, group.teacher.clone())).collect();
        Self {
            tx,
            reading,
            known,
            language,
            staff_id,
            group_ids,
            teachers,
            links: Vec::new(),
            new_customers: Vec::new(),
            new_by_name: HashMap::new(),
            changes: Vec::new(),
            revs: HashMap::new(),
            counts: RosterCounts::default(),
            done: Done::default(),
        }
    }

    fn made(&mut self, record: RosterRecord, record_id: i64) {
        self.changed(record, record_id, "", "", "");
    }

    fn changed(&mut self, record: RosterRecord, record_id: i64, field: &str, before: &str, source: &str) {
        self.changes.push(RosterChange {
            record,
            record_id,
            field: field.to_owned(),
            before: before.to_owned(),
            source_before: source.to_owned(),
            after: String::new(),
            rev_after: 0,
        });
    }

    /// Somebody left a class list, or came back to it.
    fn left(&mut self, row: i64, before: &str, after: &str) {
        self.changed(RosterRecord::Membership, row, "left_on", before, "");
        if let Some(change) = self.changes.last_mut() {
            after.clone_into(&mut change.after);
        }
    }

    fn groups(&mut self, preview: &Preview) -> Result<(), RegisterError> {
        for name in &preview.comparison.new_groups {
            let Reading { school_id, school_year, .. } = self.reading;
            let id = subject_groups::insert(self.tx, *school_id, *school_year, name, "")?;
            self.made(RosterRecord::Group, id.get());
            self.group_ids.insert(name.clone(), id);
            self.teachers.insert(id, String::new());
        }
        Ok(())
    }

    fn row(&mut self, step: &Step, row: &RosterRow) -> Result<(), RegisterError> {
        let Some(group) = self.group_ids.get(&step.group).copied() else { return Ok(()) };
        self.done.rows += 1;
        self.teacher(group, &row.teacher)?;
        let (id, mut rev) = match step.subject_id {
            Some(id) => (id, self.known_subject(id, row)?),
            None => (self.new_subject(row)?, 1),
        };
        if row.is_protected && !self.is_protected(id) {
            subjects::protect(self.tx, id, rev, Some(&self.protection()))?;
            rev += 1;
            self.done.subjects_protected.push(id.get());
            if step.subject_id.is_some() {
                self.changed(RosterRecord::Subject, id.get(), "is_protected", "", "");
            }
        }
        self.revs.insert((RosterRecord::Subject, id.get()), rev);
        self.membership(group, id, step.position)?;
        for guardian in &row.guardians {
            self.guardian(id, guardian, row.language)?;
        }
        Ok(())
    }

    fn is_protected(&self, id: SubjectId) -> bool {
        self.known.subjects.get(&id).is_some_and(|subject| subject.protection.is_some())
    }

    /// Of whom a list says that they are protected.
    fn protection(&self) -> Protection {
        Protection { at: self.tx.now(), staff_id: self.staff_id, review_on: String::new() }
    }

    fn teacher(&mut self, group: SubjectGroupId, teacher: &str) -> Result<(), RegisterError> {
        let before = self.teachers.get(&group).cloned().unwrap_or_default();
        if !teacher.is_empty() && teacher != before {
            subject_groups::set_teacher(self.tx, group, teacher)?;
            self.changed(RosterRecord::Group, group.get(), "teacher", &before, "");
            self.teachers.insert(group, teacher.to_owned());
        }
        Ok(())
    }

    fn new_subject(&mut self, row: &RosterRow) -> Result<SubjectId, RegisterError> {
        let mut fields = SubjectFields { language: self.language, ..SubjectFields::default() };
        let mut filled = Vec::new();
        for (name, text) in said(row).into_iter().filter(|(_, text)| !text.is_empty()) {
            fields.set(name, text);
            filled.push(name);
        }
        let id = subjects::insert(self.tx, self.reading.school_id, &fields)?;
        self.sourced(SourcedRecord::Subject, id.get(), filled)?;
        self.made(RosterRecord::Subject, id.get());
        self.counts.added += 1;
        self.done.subjects_made.push(id.get());
        Ok(id)
    }

    /// What a row says of somebody who is in the register; gives their version after it.
    fn known_subject(&mut self, id: SubjectId, row: &RosterRow) -> Result<i64, RegisterError> {
        self.counts.added += u32::from(!self.known.subjects.contains_key(&id));
        let subject = self.known.learn_again(self.tx, id)?;
        let (before, mut rev) = (subject.fields.clone(), subject.rev);
        let after = self.known.after(&subject, row);
        let changed = before.changed(&after);
        if !changed.is_empty() {
            subjects::update(self.tx, id, rev, &after)?;
            rev += 1;
            self.fields_changed(RosterRecord::Subject, id.get(), &before.texts(), &changed)?;
            self.done.subjects_changed.push((id.get(), changed));
        }
        Ok(rev)
    }

    /// Notes the texts before and where they came from; now they come from the list.
    fn fields_changed(
        &mut self,
        record: RosterRecord,
        id: i64,
        before: &[(&'static str, &str)],
        changed: &[&'static str],
    ) -> Result<(), RegisterError> {
        let sourced = match record {
            RosterRecord::Customer => SourcedRecord::Customer,
            _ => SourcedRecord::Subject,
        };
        let sources = provenance::list(self.tx, sourced, id)?;
        for (name, text) in before.iter().filter(|(name, _)| changed.contains(name)) {
            let source = sources.iter().find(|known| known.field == *name);
            self.changed(record, id, name, text, source.map_or("", |known| known.source.code()));
        }
        self.sourced(sourced, id, changed.iter().copied())
    }

    fn sourced<'f>(
        &mut self,
        record: SourcedRecord,
        id: i64,
        fields: impl IntoIterator<Item = &'f str>,
    ) -> Result<(), RegisterError> {
        Ok(provenance::put(self.tx, record, id, fields, FieldSource::Roster, self.staff_id)?)
    }

    fn membership(
        &mut self,
        group: SubjectGroupId,
        id: SubjectId,
        position: u32,
    ) -> Result<(), RegisterError> {
        let Some(row) = subject_groups::find_member(self.tx, group, id)? else {
            let row = subject_groups::add_member(self.tx, group, id, Some(position))?;
            self.made(RosterRecord::Membership, row);
            return Ok(());
        };
        let before = &row.membership;
        if before.position != position || !before.left_on.is_empty() {
            subject_groups::set_member(self.tx, &row, position, "")?;
            self.changed(RosterRecord::Membership, row.id, "position", &before.position.to_string(), "");
            self.left(row.id, &before.left_on, "");
        }
        Ok(())
    }

    fn leave(&mut self, row: &subject_groups::MembershipRow, today: &str) -> Result<(), RegisterError> {
        subject_groups::set_member(self.tx, row, row.membership.position, today)?;
        self.left(row.id, "", today);
        Ok(())
    }

    fn guardian(
        &mut self,
        child: SubjectId,
        guardian: &RosterGuardian,
        language: Option<Language>,
    ) -> Result<(), RegisterError> {
        let of_child = self.known.guardians.get(&child).map_or(&[][..], Vec::as_slice);
        if let Some(id) = guardians::named(of_child, guardian).map(|customer| customer.id) {
            return self.known_guardian(id, guardian);
        }
        let same = customers::of_name(self.tx, &guardian.last_name, &guardian.first_name)?;
        if let Some(customer) = same.iter().find(|customer| guardians::is_same(&customer.fields, guardian)) {
            self.links.push((child, Linked::Known(customer.id)));
            self.known.learn_guardian(self.tx, customer.id)?;
            return self.known_guardian(customer.id, guardian);
        }
        let name = folded(&guardian.last_name, &guardian.first_name);
        let places = self.new_by_name.entry(name).or_default();
        let known = places.iter().copied().find(|place| {
            self.new_customers.get(*place).is_some_and(|new| guardians::is_same(&new.fields, guardian))
        });
        let place = known.unwrap_or(self.new_customers.len());
        if known.is_none() {
            places.push(place);
            let fields = guardians::new_customer(guardian, language.unwrap_or(self.language));
            self.new_customers.push(NewCustomer { fields, is_protected: guardian.is_protected });
        } else if let Some(new) = self.new_customers.get_mut(place) {
            guardians::fill(&mut new.fields, guardian);
            new.is_protected |= guardian.is_protected;
        }
        self.links.push((child, Linked::New(place)));
        Ok(())
    }

    /// What a row says of a guardian who is in the register; a sibling's row may have said something before.
    fn known_guardian(&mut self, id: CustomerId, guardian: &RosterGuardian) -> Result<(), RegisterError> {
        let customer = customers::get(self.tx, id)?;
        if self.known.is_shut(customer.protection.as_ref()) {
            return Ok(());
        }
        let (before, mut rev) = (customer.fields.clone(), customer.rev);
        let after = guardians::after(&self.known, &customer, guardian);
        let changed = before.changed(&after);
        if !changed.is_empty() {
            customers::update(self.tx, id, rev, &after)?;
            rev += 1;
            self.fields_changed(RosterRecord::Customer, id.get(), &before.texts(), &changed)?;
            self.done.customers_changed.push((id.get(), changed));
        }
        if guardian.is_protected && customer.protection.is_none() {
            customers::protect(self.tx, id, rev, Some(&self.protection()))?;
            rev += 1;
            self.changed(RosterRecord::Customer, id.get(), "is_protected", "", "");
            self.done.customers_protected.push(id.get());
        }
        self.revs.insert((RosterRecord::Customer, id.get()), rev);
        Ok(())
    }

    /// Stores the new guardians and links all of them.
    fn guardians(&mut self) -> Result<(), RegisterError> {
        let fields: Vec<CustomerFields> =
            self.new_customers.iter().map(|new| new.fields.clone().tidied()).collect();
        let ids = customers::insert_many(self.tx, &fields)?;
        for ((id, fields), new) in ids.iter().zip(&fields).zip(std::mem::take(&mut self.new_customers)) {
            self.sourced(SourcedRecord::Customer, id.get(), fields.changed(&CustomerFields::default()))?;
            self.made(RosterRecord::Customer, id.get());
            let mut rev = 1;
            if new.is_protected {
                customers::protect(self.tx, *id, rev, Some(&self.protection()))?;
                rev += 1;
                self.done.customers_protected.push(id.get());
            }
            self.revs.insert((RosterRecord::Customer, id.get()), rev);
            self.done.customers_made.push(id.get());
        }
        for (child, linked) in std::mem::take(&mut self.links) {
            let id = match linked {
                Linked::Known(id) => Some(id),
                Linked::New(place) => ids.get(place).copied(),
            };
            let of_child = subjects::guardians(self.tx, child)?;
            if let Some(id) = id
                && !of_child.iter().any(|guardian| guardian.customer_id == id)
            {
                let row = subjects::add_guardian(self.tx, child, id)?;
                self.made(RosterRecord::Guardianship, row);
            }
        }
        Ok(())
    }

    fn end(mut self, id: RosterImportId, preview: &Preview) -> Result<Done, RegisterError> {
        let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
        self.counts.changed = count(preview.comparison.changed.len());
        self.counts.unchanged = preview.comparison.unchanged;
        self.counts.left = count(preview.comparison.left.len());
        rosters::set_counts(self.tx, id, self.counts)?;
        for change in &mut self.changes {
            change.rev_after = self.revs.get(&(change.record, change.record_id)).copied().unwrap_or(0);
            rosters::insert_change(self.tx, id, change)?;
        }
        Ok(self.done)
    }
}
