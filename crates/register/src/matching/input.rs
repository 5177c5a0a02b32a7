//! Reads what a job's proposal is made of.

use std::collections::{HashMap, HashSet};

use domain::camera_card::{Card, CardCode, Shoot};
use domain::ids::{SessionId, SubjectGroupId, SubjectId};
use domain::job::Job;
use domain::matching::{
    GroupCard, Input, JobCards, SeenFrame, SequenceKey, Settings, SubjectCard, UnseenFile,
};
use domain::photo::CodeReading;
use domain::school::{SubjectGroup, compare_group_names};
use domain::subject::GroupMembership;
use store::jobs::CardOwner;
use store::matching::{SeenRow, UnseenRow};
use store::{ReadTx, StoreError, jobs, matching, subject_groups};

use crate::import::scan::folder_and_stem;

/// A job's classes in the order of their names, with who is to be photographed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roster {
    pub groups: Vec<(SubjectGroup, Vec<GroupMembership>)>,
}

impl Roster {
    /// Who left a class before the job's first day is not in it; who left later may have been photographed.
    pub fn read(tx: &ReadTx<'_>, job: &Job) -> Result<Self, StoreError> {
        let mut groups = subject_groups::list(tx, job.school_id, job.school_year)?;
        groups.sort_by(|one, other| compare_group_names(&one.name, &other.name));
        let groups = groups.into_iter().map(|group| {
            let members = subject_groups::members(tx, group.id)?.into_iter().map(|row| row.membership);
            let here = |left_on: &str| left_on.is_empty() || left_on >= job.fields.starts_on.as_str();
            Ok((group, members.filter(|membership| here(&membership.left_on)).collect()))
        });
        Ok(Self { groups: groups.collect::<Result<_, StoreError>>()? })
    }

    /// Everybody once, with their first class and their place in it.
    pub fn places(&self) -> Vec<(SubjectId, SubjectGroupId, u32)> {
        let mut seen = HashSet::new();
        let all = self.groups.iter().flat_map(|(group, members)| {
            members.iter().map(|membership| (membership.subject_id, group.id, membership.position))
        });
        all.filter(|(subject, ..)| seen.insert(*subject)).collect()
    }
}

/// What the frames of a job and its cards say today.
pub(super) fn read(tx: &ReadTx<'_>, job: &Job, roster: &Roster) -> Result<Input, StoreError> {
    let shoot = Shoot::new(&job.shoot).ok_or(StoreError::UnknownValue { column: "jobs.shoot" })?;
    let mut codes = HashMap::new();
    let mut groups = Vec::new();
    for row in jobs::cards(tx, job.id)? {
        let unknown = StoreError::UnknownValue { column: "camera_cards.code" };
        let CardCode { card, .. } = row.code.parse().map_err(|_| unknown)?;
        match (card, row.owner) {
            (Card::Subject(code), CardOwner::Subject(subject)) => drop(codes.insert(subject, code)),
            (Card::Group(number), CardOwner::Group(group)) => groups.push(GroupCard { number, group }),
            _ => {}
        }
    }
    let subjects = roster.places().into_iter().map(|(subject, group, place)| SubjectCard {
        subject,
        code: codes.get(&subject).copied(),
        group: Some(group),
        place,
    });
    let rows = matching::seen(tx, job.id)?;
    Ok(Input {
        unseen: unseen(matching::unseen(tx, job.id)?, &rows),
        frames: rows.into_iter().map(seen).collect(),
        // blank retake cards name nobody: their runs are given to somebody by hand
        cards: JobCards { shoot, subjects: subjects.collect(), groups, retakes: Vec::new() },
        settings: Settings {
            habit: job.fields.card_habit,
            most_frames: job.fields.most_frames,
            longest_pause_s: job.fields.longest_pause_s,
        },
    })
}

fn seen(row: SeenRow) -> SeenFrame {
    SeenFrame {
        id: row.id,
        session: row.session_id,
        camera: row.camera_id,
        sequence: SequenceKey::of_names(&row.folder, &row.name),
        taken_local_ms: local_ms(&row.taken_local),
        codes: row.codes,
        // a frame in which nobody has looked may show a card
        looks_like_card: row.code_reading != CodeReading::Done,
    }
}

/// What is stored already and stands in the same session under the same name is seen there.
fn unseen(files: Vec<UnseenRow>, rows: &[SeenRow]) -> Vec<UnseenFile> {
    let there: HashSet<(SessionId, &str, &str)> =
        rows.iter().map(|row| (row.session_id, row.folder.as_str(), row.name.as_str())).collect();
    let is_seen = |file: &UnseenRow| {
        let (folder, name) = folder_and_stem(&file.source_name);
        file.is_known && there.contains(&(file.session_id, folder, name))
    };
    let unseen = files.iter().filter(|file| !is_seen(file)).map(|file| {
        let (folder, name) = folder_and_stem(&file.source_name);
        UnseenFile { session: file.session_id, sequence: SequenceKey::of_names(folder, name) }
    });
    unseen.collect()
}

/// The camera's own clock in milliseconds, counted as if its zone were UTC.
fn local_ms(text: &str) -> Option<i64> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    Some(jiff::tz::TimeZone::UTC.to_timestamp(local).ok()?.as_millisecond())
}
