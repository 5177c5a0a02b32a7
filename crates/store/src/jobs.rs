//! Booked assignments, and which camera card carries which code.

use domain::ids::{JobId, SchoolId, SubjectGroupId, SubjectId};
use domain::job::{Agreed, CardHabit, Job, JobFields};
use domain::school::SchoolYear;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT j.id, j.school_id, j.school_year, j.name, j.starts_on, j.ends_on, j.photographers, j.price_list,
                j.viewing, j.group_photos, j.card_habit, j.most_frames, j.longest_pause_s, j.note, j.shoot, j.rev, s.name AS school,
                (SELECT count(*) FROM camera_cards AS c WHERE c.job_id = j.id) AS cards
            FROM jobs AS j JOIN schools AS s ON s.id = j.school_id ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO jobs (
            school_id, school_year, name, starts_on, ends_on, photographers, price_list, viewing, group_photos,
            card_habit, most_frames, longest_pause_s, note, shoot
        ) VALUES (
            :school_id, :school_year, :name, :starts_on, :ends_on, :photographers, :price_list, :viewing,
            :group_photos, :card_habit, :most_frames, :longest_pause_s, :note, :shoot
        ) RETURNING id";
    UPDATE = "UPDATE jobs SET
            school_year = :school_year, name = :name, starts_on = :starts_on, ends_on = :ends_on, photographers = :photographers,
            price_list = :price_list, viewing = :viewing, group_photos = :group_photos, card_habit = :card_habit,
            most_frames = :most_frames, longest_pause_s = :longest_pause_s, note = :note, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    GET = columns!("WHERE j.id = :id");
    OF_SCHOOL = columns!("WHERE j.school_id = :school_id ORDER BY j.starts_on DESC, j.id DESC");
    RECENT [scans "a studio has some hundreds"] = columns!("ORDER BY j.starts_on DESC, j.id DESC LIMIT :limit");
    ON_DAY [scans "a studio has some hundreds"] = columns!("WHERE j.starts_on <= :day AND j.ends_on >= :day ORDER BY j.id");
    HAS_SHOOT = "SELECT 1 AS known FROM jobs WHERE shoot = :shoot";
    CARDS = "SELECT id, code, subject_id, group_id, made_at FROM camera_cards WHERE job_id = :job_id ORDER BY id";
    INSERT_CARD = "INSERT INTO camera_cards (job_id, code, subject_id, group_id, made_at)
        VALUES (:job_id, :code, :subject_id, :group_id, :made_at)
        RETURNING id";
}

/// A job with what a list shows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobListed {
    /// The job.
    pub job: Job,
    /// Its school's name.
    pub school: String,
    /// Cards that were given.
    pub cards: u32,
}

impl JobListed {
    /// What it is called, with its school.
    pub fn title(&self) -> String {
        format!("{}: {}", self.school, self.job.fields.name)
    }
}

/// Whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardOwner {
    /// Somebody's.
    Subject(SubjectId),
    /// A class's, for the group photo.
    Group(SubjectGroupId),
    /// Nobody's yet: a blank one for retakes.
    Nobody,
}

/// A camera card of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraCardRow {
    /// What is printed on it: `SK1-7Q4M2-0042-N`.
    pub code: String,
    /// Whose it is.
    pub owner: CardOwner,
    /// When it was given.
    pub made_at: Instant,
}

fn from_row(row: &Row<'_>) -> Result<Job, StoreError> {
    let code = |column: &'static str| -> Result<String, StoreError> { Ok(row.get(column)?) };
    let agreed = |column: &'static str| {
        Agreed::from_code(&code(column)?).ok_or(StoreError::UnknownValue { column: "jobs.viewing" })
    };
    Ok(Job {
        id: JobId(row.get("id")?),
        school_id: SchoolId(row.get("school_id")?),
        school_year: SchoolYear(row.get("school_year")?),
        fields: JobFields {
            name: row.get("name")?,
            starts_on: row.get("starts_on")?,
            ends_on: row.get("ends_on")?,
            photographers: row.get("photographers")?,
            price_list: row.get("price_list")?,
            viewing: agreed("viewing")?,
            group_photos: agreed("group_photos")?,
            card_habit: CardHabit::from_code(&code("card_habit")?)
                .ok_or(StoreError::UnknownValue { column: "jobs.card_habit" })?,
            most_frames: row.get("most_frames")?,
            longest_pause_s: row.get("longest_pause_s")?,
            note: row.get("note")?,
        },
        shoot: row.get("shoot")?,
        rev: row.get("rev")?,
    })
}

fn listed_from_row(row: &Row<'_>) -> Result<JobListed, StoreError> {
    Ok(JobListed { job: from_row(row)?, school: row.get("school")?, cards: row.get("cards")? })
}

/// A job by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: JobId) -> Result<Job, StoreError> {
    Ok(listed(tx, id)?.job)
}

/// The same, with what a list shows beside it.
///
/// # Errors
/// As [`get`].
pub fn listed(tx: &ReadTx<'_>, id: JobId) -> Result<JobListed, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, listed_from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::Job, id: id.get() })
}

/// The jobs at a school, the latest first.
///
/// # Errors
/// When the database fails.
pub fn of_school(tx: &ReadTx<'_>, school_id: SchoolId) -> Result<Vec<JobListed>, StoreError> {
    tx.all(OF_SCHOOL, named_params! { ":school_id": school_id.get() }, listed_from_row)
}

/// Whether a job has these five characters.
///
/// # Errors
/// When the database fails.
pub fn has_shoot(tx: &ReadTx<'_>, shoot: &str) -> Result<bool, StoreError> {
    Ok(tx.one(HAS_SHOOT, named_params! { ":shoot": shoot }, |_| Ok(()))?.is_some())
}

/// Adds a job.
///
/// # Errors
/// [`StoreError::NotUnique`] when another has these five characters.
pub fn insert(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
    fields: &JobFields,
    shoot: &str,
) -> Result<JobId, StoreError> {
    let values = named_params! {
        ":school_id": school_id.get(), ":school_year": year.0, ":name": fields.name,
        ":starts_on": fields.starts_on, ":ends_on": fields.ends_on, ":photographers": fields.photographers,
        ":price_list": fields.price_list, ":viewing": fields.viewing.code(),
        ":group_photos": fields.group_photos.code(), ":card_habit": fields.card_habit.code(),
        ":most_frames": fields.most_frames, ":longest_pause_s": fields.longest_pause_s,
        ":note": fields.note, ":shoot": shoot,
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Job, id);
    Ok(JobId(id))
}

/// Changes a job's details.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: JobId,
    rev: i64,
    year: SchoolYear,
    fields: &JobFields,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":school_year": year.0, ":name": fields.name, ":starts_on": fields.starts_on,
        ":ends_on": fields.ends_on, ":photographers": fields.photographers, ":price_list": fields.price_list,
        ":viewing": fields.viewing.code(), ":group_photos": fields.group_photos.code(),
        ":card_habit": fields.card_habit.code(), ":most_frames": fields.most_frames,
        ":longest_pause_s": fields.longest_pause_s, ":note": fields.note,
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Job, id: id.get() });
    }
    tx.note(Entity::Job, id.get());
    Ok(())
}

/// The latest jobs at all schools.
///
/// # Errors
/// When the database fails.
pub fn recent(tx: &ReadTx<'_>, most: u32) -> Result<Vec<JobListed>, StoreError> {
    tx.all(RECENT, named_params! { ":limit": most }, listed_from_row)
}

/// The jobs that have this day, ISO, among theirs, at whatever school.
///
/// # Errors
/// When the database fails.
pub fn on_day(tx: &ReadTx<'_>, day: &str) -> Result<Vec<JobListed>, StoreError> {
    tx.all(ON_DAY, named_params! { ":day": day }, listed_from_row)
}

/// Every card of a job, oldest first.
///
/// # Errors
/// When the database fails.
pub fn cards(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<CameraCardRow>, StoreError> {
    tx.all(CARDS, named_params! { ":job_id": id.get() }, |row| {
        let subject: Option<i64> = row.get("subject_id")?;
        let group: Option<i64> = row.get("group_id")?;
        Ok(CameraCardRow {
            code: row.get("code")?,
            owner: match (subject, group) {
                (Some(id), _) => CardOwner::Subject(SubjectId(id)),
                (None, Some(id)) => CardOwner::Group(SubjectGroupId(id)),
                (None, None) => CardOwner::Nobody,
            },
            made_at: Instant(row.get("made_at")?),
        })
    })
}

/// Gives a card.
///
/// # Errors
/// [`StoreError::NotUnique`] when the code is given, or its owner has a card of this job.
pub fn insert_card(tx: &mut WriteTx<'_>, id: JobId, code: &str, owner: CardOwner) -> Result<(), StoreError> {
    let (subject, group) = match owner {
        CardOwner::Subject(id) => (Some(id.get()), None),
        CardOwner::Group(id) => (None, Some(id.get())),
        CardOwner::Nobody => (None, None),
    };
    let values = named_params! {
        ":job_id": id.get(), ":code": code, ":subject_id": subject, ":group_id": group,
        ":made_at": tx.now().millis(),
    };
    tx.insert(INSERT_CARD, values)?;
    tx.note(Entity::Job, id.get());
    Ok(())
}
