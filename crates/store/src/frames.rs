//! Frames, their cameras and their sealed files.

use std::collections::{HashMap, HashSet};

use domain::ids::{CameraId, FrameId, OrderId, PhotoFileId, SessionId};
use domain::photo::{
    CodeReading, ColorMark, Exposure, FileRemark, Frame, Head, Marks, PhotoFile, PhotoFileKind,
};
use domain::{Entity, Instant};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

macro_rules! index {
    ($order:literal) => {
        concat!(
            "SELECT id FROM frames WHERE session_id = :session_id
                AND (:rejected IS NULL OR is_rejected = :rejected)
                AND rating >= :min_rating
                AND (:color IS NULL OR color = :color)
                AND (:search = '' OR instr(lower(name), lower(:search)) > 0)
            ORDER BY ",
            $order
        )
    };
}

macro_rules! cell {
    ($where:literal) => {
        concat!(
            "SELECT f.id, f.session_id, f.name, f.camera_id, f.taken_at, f.taken_local, f.offset_minutes,
                f.orientation, f.width, f.height, f.exposure_seconds, f.f_number, f.iso, f.focal_mm, f.rating,
                f.is_rejected, f.color, f.is_retake, f.turn, f.head_x, f.head_top, f.head_chin, f.has_preview, f.rev,
                EXISTS (SELECT 1 FROM photo_files AS p WHERE p.frame_id = f.id AND p.kind = 'raw') AS has_raw
            FROM frames AS f WHERE ",
            $where
        )
    };
}

statements! {
    INSERT = "INSERT INTO frames (session_id, folder, name, camera_id, taken_at, taken_local, offset_minutes,
            orientation, width, height, exposure_seconds, f_number, iso, focal_mm, has_preview, code_reading, created_at)
        VALUES (:session_id, :folder, :name, :camera_id,
            :taken_at + coalesce((SELECT c.offset_ms FROM clock_corrections AS c
                WHERE c.session_id = :session_id AND c.camera_id = :camera_id), 0),
            :taken_local, :offset_minutes,
            :orientation, :width, :height, :exposure_seconds, :f_number, :iso, :focal_mm, :has_preview,
            :code_reading, :created_at)
        RETURNING id";
    REPLACE_FACTS = "UPDATE frames SET camera_id = :camera_id,
            taken_at = :taken_at + coalesce((SELECT c.offset_ms FROM clock_corrections AS c
                WHERE c.session_id = frames.session_id AND c.camera_id = :camera_id), 0),
            taken_local = :taken_local,
            offset_minutes = :offset_minutes, orientation = :orientation, width = :width, height = :height,
            exposure_seconds = :exposure_seconds, f_number = :f_number, iso = :iso, focal_mm = :focal_mm,
            has_preview = :has_preview, code_reading = :code_reading, rev = rev + 1,
            turn = iif(orientation = :orientation, turn, 0), head_x = iif(orientation = :orientation, head_x, NULL),
            head_top = iif(orientation = :orientation, head_top, NULL),
            head_chin = iif(orientation = :orientation, head_chin, NULL)
        WHERE id = :id";
    SET_CODE_READING = "UPDATE frames SET code_reading = :code_reading WHERE id = :id";
    FORGET_CODES = "DELETE FROM frame_codes WHERE frame_id = :frame_id";
    INSERT_CODE = "INSERT INTO frame_codes (frame_id, code) VALUES (:frame_id, :code)";
    INSERT_FILE = "INSERT INTO photo_files (frame_id, kind, source_name, size_bytes, blake3, vault_name, remarks)
        VALUES (:frame_id, :kind, :source_name, :size_bytes, :blake3, :vault_name, :remarks)";
    FIND_CAMERA = "SELECT id FROM cameras WHERE make = :make AND model = :model AND serial = :serial";
    INSERT_CAMERA = "INSERT INTO cameras (make, model, serial) VALUES (:make, :model, :serial) RETURNING id";
    GET_CAMERA = "SELECT make, model, serial FROM cameras WHERE id = :id";
    INDEX_TAKEN = index!("taken_at, folder, name, id");
    INDEX_TAKEN_DESCENDING = index!("taken_at DESC, folder DESC, name DESC, id DESC");
    INDEX_NAME = index!("folder, name, id");
    INDEX_NAME_DESCENDING = index!("folder DESC, name DESC, id DESC");
    INDEX_RATING = index!("rating DESC, taken_at, folder, name, id");
    COUNT = "SELECT count(*) AS frames FROM frames WHERE session_id = :session_id";
    GET = cell!("f.id = :id");
    CELLS [scans "the ids of one page"] = cell!("f.id IN (SELECT value FROM json_each(:ids))");
    FIND_BY_NAME = "SELECT id FROM frames WHERE session_id = :session_id AND folder = :folder AND name = :name
        ORDER BY id DESC LIMIT 1";
    FILES = "SELECT id, frame_id, kind, source_name, size_bytes, blake3, vault_name, remarks FROM photo_files
        WHERE frame_id = :frame_id ORDER BY kind, id";
    SIZES [scans "a plan compares a card with every stored file"] = "SELECT DISTINCT size_bytes FROM photo_files";
    FIND_CONTENT = "SELECT id, frame_id, kind, source_name, size_bytes, blake3, vault_name, remarks FROM photo_files
        WHERE blake3 = :blake3";
    MOVE_FILE = "UPDATE photo_files SET vault_name = :vault_name WHERE id = :id";
    FIND_FILE = "SELECT 1 FROM photo_files WHERE vault_name = :vault_name";
    SET_MARKS = "UPDATE frames SET rating = :rating, is_rejected = :is_rejected, color = :color, is_retake = :is_retake,
            turn = :turn, head_x = :head_x, head_top = :head_top, head_chin = :head_chin, rev = rev + 1
        WHERE id = :id";
    ORDERS = "SELECT DISTINCT o.id, o.number FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id
        WHERE l.frame_id = :frame_id ORDER BY o.number";
}

/// A camera as its files name it; all empty when they do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CameraFacts {
    /// Maker.
    pub make: String,
    /// Model.
    pub model: String,
    /// Serial number of the body.
    pub serial: String,
}

/// A frame to be added, with its sealed files.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFrame {
    /// Folder below the source.
    pub folder: String,
    /// File name without ending.
    pub name: String,
    /// Which camera.
    pub camera: Option<CameraFacts>,
    /// Moment of exposure by the camera's clock; stored as that clock is corrected in the session.
    pub taken_at: Option<Instant>,
    /// As the camera wrote it, ISO text; empty when unknown.
    pub taken_local: String,
    /// Minutes east of UTC, when the camera said.
    pub offset_minutes: Option<i16>,
    /// Exif orientation 1-8.
    pub orientation: u8,
    /// Stored width, pixels.
    pub width: u32,
    /// Stored height, pixels.
    pub height: u32,
    /// Exposure facts.
    pub exposure: Exposure,
    /// Whether there is a picture to show.
    pub has_preview: bool,
    /// What is known of codes in it.
    pub code_reading: CodeReading,
    /// What they say.
    pub codes: Vec<String>,
    /// Its files.
    pub files: Vec<NewPhotoFile>,
}

/// A sealed file to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhotoFile {
    /// What it holds.
    pub kind: PhotoFileKind,
    /// Folder and name below the source.
    pub source_name: String,
    /// Length of the plain file, bytes.
    pub size_bytes: u64,
    /// BLAKE3 of the plain file.
    pub blake3: [u8; 32],
    /// Name in the vault.
    pub vault_name: String,
    /// What is to be remembered of it.
    pub remarks: Vec<FileRemark>,
}

/// A frame with what a grid cell shows beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameListed {
    /// The frame.
    pub frame: Frame,
    /// Whether a raw file belongs to it.
    pub has_raw: bool,
    /// Whether there is a picture to show.
    pub has_preview: bool,
}

/// Order of a session's frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameOrder {
    /// By moment of exposure.
    Taken,
    /// By moment of exposure, latest first.
    TakenDescending,
    /// By folder and name.
    Name,
    /// By folder and name, last first.
    NameDescending,
    /// Best first, then by moment of exposure.
    Rating,
}

/// Which frames of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameFilter {
    /// Only rejected ones, only kept ones, or both.
    pub rejected: Option<bool>,
    /// At least this rating.
    pub min_rating: u8,
    /// Only those of this colour.
    pub color: Option<ColorMark>,
    /// A part of the name; empty for all.
    pub search: String,
}

fn from_row(row: &Row<'_>) -> Result<FrameListed, StoreError> {
    Ok(FrameListed {
        frame: Frame {
            id: FrameId(row.get("id")?),
            session_id: SessionId(row.get("session_id")?),
            name: row.get("name")?,
            camera_id: row.get::<_, Option<i64>>("camera_id")?.map(CameraId),
            taken_at: row.get::<_, Option<i64>>("taken_at")?.map(Instant),
            taken_local: row.get("taken_local")?,
            offset_minutes: row.get("offset_minutes")?,
            orientation: row.get("orientation")?,
            width: row.get("width")?,
            height: row.get("height")?,
            exposure: Exposure {
                seconds: row.get("exposure_seconds")?,
                f_number: row.get("f_number")?,
                iso: row.get("iso")?,
                focal_mm: row.get("focal_mm")?,
            },
            marks: marks_from_row(row)?,
            rev: row.get("rev")?,
        },
        has_raw: row.get("has_raw")?,
        has_preview: row.get("has_preview")?,
    })
}

fn marks_from_row(row: &Row<'_>) -> Result<Marks, StoreError> {
    let color = row.get::<_, Option<String>>("color")?;
    let color = color
        .map(|code| ColorMark::from_code(&code).ok_or(StoreError::UnknownValue { column: "frames.color" }))
        .transpose()?;
    let head = match (row.get("head_x")?, row.get("head_top")?, row.get("head_chin")?) {
        (Some(x), Some(top), Some(chin)) => {
            Some(Head::new(x, top, chin).ok_or(StoreError::UnknownValue { column: "frames.head_x" })?)
        }
        _ => None,
    };
    Ok(Marks {
        rating: row.get("rating")?,
        is_rejected: row.get("is_rejected")?,
        color,
        is_retake: row.get("is_retake")?,
        turn: row.get("turn")?,
        head,
    })
}

fn file_from_row(row: &Row<'_>) -> Result<PhotoFile, StoreError> {
    let kind: String = row.get("kind")?;
    Ok(PhotoFile {
        id: PhotoFileId(row.get("id")?),
        frame_id: FrameId(row.get("frame_id")?),
        kind: PhotoFileKind::from_code(&kind)
            .ok_or(StoreError::UnknownValue { column: "photo_files.kind" })?,
        source_name: row.get("source_name")?,
        size_bytes: row.get::<_, i64>("size_bytes")?.unsigned_abs(),
        blake3: row.get("blake3")?,
        vault_name: row.get("vault_name")?,
        remarks: row
            .get::<_, String>("remarks")?
            .split_whitespace()
            .map(|code| {
                FileRemark::from_code(code).ok_or(StoreError::UnknownValue { column: "photo_files.remarks" })
            })
            .collect::<Result<_, _>>()?,
    })
}

/// Adds a frame with its files.
///
/// # Errors
/// [`StoreError::NotUnique`] when a file's content is stored already.
pub fn insert(
    tx: &mut WriteTx<'_>,
    session_id: SessionId,
    new: &NewFrame,
    created_at: Instant,
) -> Result<FrameId, StoreError> {
    let id = insert_row(tx, session_id, new, created_at)?;
    add_files(tx, session_id, id, &new.files)?;
    Ok(id)
}

/// Adds files to a frame: the other half of a RAW+JPEG pair that came later.
///
/// # Errors
/// [`StoreError::NotUnique`] when a file's content is stored already.
pub fn add_files(
    tx: &mut WriteTx<'_>,
    session_id: SessionId,
    id: FrameId,
    files: &[NewPhotoFile],
) -> Result<(), StoreError> {
    for file in files {
        let remarks: Vec<&str> = file.remarks.iter().map(|remark| remark.code()).collect();
        let values = named_params! {
            ":frame_id": id.get(),
            ":kind": file.kind.code(),
            ":source_name": file.source_name,
            ":size_bytes": i64::try_from(file.size_bytes).unwrap_or(i64::MAX),
            ":blake3": file.blake3,
            ":vault_name": file.vault_name,
            ":remarks": remarks.join(" "),
        };
        tx.run(INSERT_FILE, values)?;
    }
    tx.note(Entity::Frame, id.get());
    tx.note(Entity::Session, session_id.get());
    Ok(())
}

/// Puts other facts in place of a frame's: those of a file that stands for it from now on. Folder, name and marks stay; but
/// how it was turned and where its head was are forgotten when the file was held another way than the one before.
///
/// # Errors
/// When the database refuses.
pub fn replace_facts(tx: &mut WriteTx<'_>, id: FrameId, new: &NewFrame) -> Result<(), StoreError> {
    let mut values = facts(new, camera_of(tx, new)?);
    values.push((":id", id.get().into()));
    tx.run(REPLACE_FACTS, values.as_slice())?;
    replace_codes(tx, id, &new.codes)?;
    tx.note(Entity::Frame, id.get());
    Ok(())
}

fn insert_row(
    tx: &mut WriteTx<'_>,
    session_id: SessionId,
    new: &NewFrame,
    created_at: Instant,
) -> Result<FrameId, StoreError> {
    let mut values = facts(new, camera_of(tx, new)?);
    values.extend([
        (":session_id", session_id.get().into()),
        (":folder", new.folder.clone().into()),
        (":name", new.name.clone().into()),
        (":created_at", created_at.millis().into()),
    ]);
    let id = FrameId(tx.insert(INSERT, values.as_slice())?);
    replace_codes(tx, id, &new.codes)?;
    Ok(id)
}

/// Stores what codes a frame shows.
///
/// # Errors
/// When the database refuses.
pub fn set_codes(
    tx: &mut WriteTx<'_>,
    id: FrameId,
    reading: CodeReading,
    codes: &[String],
) -> Result<(), StoreError> {
    tx.run(SET_CODE_READING, named_params! { ":id": id.get(), ":code_reading": reading.code() })?;
    replace_codes(tx, id, codes)?;
    tx.note(Entity::Frame, id.get());
    Ok(())
}

fn replace_codes(tx: &mut WriteTx<'_>, id: FrameId, codes: &[String]) -> Result<(), StoreError> {
    tx.run(FORGET_CODES, named_params! { ":frame_id": id.get() })?;
    for code in codes {
        tx.run(INSERT_CODE, named_params! { ":frame_id": id.get(), ":code": code })?;
    }
    Ok(())
}

/// The columns that come from the file that stands for a frame.
fn facts(new: &NewFrame, camera_id: Option<i64>) -> Vec<(&'static str, Value)> {
    vec![
        (":camera_id", camera_id.into()),
        (":taken_at", new.taken_at.map(Instant::millis).into()),
        (":taken_local", new.taken_local.clone().into()),
        (":offset_minutes", new.offset_minutes.into()),
        (":orientation", new.orientation.into()),
        (":width", new.width.into()),
        (":height", new.height.into()),
        (":exposure_seconds", new.exposure.seconds.into()),
        (":f_number", new.exposure.f_number.into()),
        (":iso", new.exposure.iso.into()),
        (":focal_mm", new.exposure.focal_mm.into()),
        (":has_preview", new.has_preview.into()),
        (":code_reading", new.code_reading.code().to_owned().into()),
    ]
}

/// The row of a frame's camera, made when it is the first of that camera; none for a file that names no camera.
fn camera_of(tx: &mut WriteTx<'_>, new: &NewFrame) -> Result<Option<i64>, StoreError> {
    let Some(camera) = new.camera.as_ref().filter(|camera| **camera != CameraFacts::default()) else {
        return Ok(None);
    };
    let values = named_params! { ":make": camera.make, ":model": camera.model, ":serial": camera.serial };
    let found = tx.one(FIND_CAMERA, values, |row| Ok(row.get("id")?))?;
    match found {
        Some(id) => Ok(Some(id)),
        None => Ok(Some(tx.insert(INSERT_CAMERA, values)?)),
    }
}

/// The latest frame of a session with this folder and name.
///
/// # Errors
/// When the database refuses.
pub fn find_by_name(
    tx: &ReadTx<'_>,
    session_id: SessionId,
    folder: &str,
    name: &str,
) -> Result<Option<FrameId>, StoreError> {
    let values = named_params! { ":session_id": session_id.get(), ":folder": folder, ":name": name };
    tx.one(FIND_BY_NAME, values, |row| Ok(FrameId(row.get("id")?)))
}

/// Ids of a session's frames that fit the filter, in order.
///
/// # Errors
/// When the database refuses.
pub fn index(
    tx: &ReadTx<'_>,
    session_id: SessionId,
    order: FrameOrder,
    filter: &FrameFilter,
) -> Result<Vec<FrameId>, StoreError> {
    let statement = match order {
        FrameOrder::Taken => INDEX_TAKEN,
        FrameOrder::TakenDescending => INDEX_TAKEN_DESCENDING,
        FrameOrder::Name => INDEX_NAME,
        FrameOrder::NameDescending => INDEX_NAME_DESCENDING,
        FrameOrder::Rating => INDEX_RATING,
    };
    let values = named_params! {
        ":session_id": session_id.get(),
        ":rejected": filter.rejected,
        ":min_rating": filter.min_rating,
        ":color": filter.color.map(ColorMark::code),
        ":search": filter.search.trim(),
    };
    tx.all(statement, values, |row| Ok(FrameId(row.get("id")?)))
}

/// Frames of a session, whatever their marks.
///
/// # Errors
/// When the database refuses.
pub fn count(tx: &ReadTx<'_>, session_id: SessionId) -> Result<u32, StoreError> {
    let values = named_params! { ":session_id": session_id.get() };
    Ok(tx.one(COUNT, values, |row| Ok(row.get("frames")?))?.unwrap_or_default())
}

/// A frame by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: FrameId) -> Result<FrameListed, StoreError> {
    find(tx, id)?.ok_or(StoreError::NotFound { entity: Entity::Frame, id: id.get() })
}

/// A frame by id, if there is one.
///
/// # Errors
/// When the database refuses.
pub fn find(tx: &ReadTx<'_>, id: FrameId) -> Result<Option<FrameListed>, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)
}

/// Frames by id, in the order asked; ids without a frame are left out.
///
/// # Errors
/// When the database refuses.
pub fn cells(tx: &ReadTx<'_>, ids: &[FrameId]) -> Result<Vec<FrameListed>, StoreError> {
    let list: Vec<String> = ids.iter().map(|id| id.get().to_string()).collect();
    let list = format!("[{}]", list.join(","));
    let rows = tx.all(CELLS, named_params! { ":ids": list }, from_row)?;
    let mut found: HashMap<FrameId, FrameListed> = rows.into_iter().map(|row| (row.frame.id, row)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The camera of a frame.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn camera(tx: &ReadTx<'_>, id: CameraId) -> Result<CameraFacts, StoreError> {
    tx.one(GET_CAMERA, named_params! { ":id": id.get() }, |row| {
        Ok(CameraFacts { make: row.get("make")?, model: row.get("model")?, serial: row.get("serial")? })
    })?
    .ok_or(StoreError::NotFound { entity: Entity::Frame, id: id.get() })
}

/// A frame's files; a JPEG stands before other pictures, those before raw files.
///
/// # Errors
/// When the database refuses.
pub fn files(tx: &ReadTx<'_>, frame_id: FrameId) -> Result<Vec<PhotoFile>, StoreError> {
    tx.all(FILES, named_params! { ":frame_id": frame_id.get() }, file_from_row)
}

/// Lengths of all stored files in bytes: only of such a length can a source's file be known.
///
/// # Errors
/// When the database refuses.
pub fn known_sizes(tx: &ReadTx<'_>) -> Result<HashSet<u64>, StoreError> {
    let sizes = tx.all(SIZES, [], |row| Ok(row.get::<_, i64>("size_bytes")?.unsigned_abs()))?;
    Ok(sizes.into_iter().collect())
}

/// The file with this content, if a row names one; whether it is there still, the row does not say.
///
/// # Errors
/// When the database refuses.
pub fn find_content(tx: &ReadTx<'_>, blake3: &[u8; 32]) -> Result<Option<PhotoFile>, StoreError> {
    tx.one(FIND_CONTENT, named_params! { ":blake3": blake3 }, file_from_row)
}

/// Has a file's content read from another sealed file from now on.
///
/// # Errors
/// [`StoreError::NotUnique`] when another row names that one.
pub fn move_file(tx: &mut WriteTx<'_>, file: &PhotoFile, vault_name: &str) -> Result<(), StoreError> {
    tx.run(MOVE_FILE, named_params! { ":id": file.id.get(), ":vault_name": vault_name })?;
    tx.note(Entity::Frame, file.frame_id.get());
    Ok(())
}

/// Whether a row names this sealed file.
///
/// # Errors
/// When the database refuses.
pub fn has_file(tx: &ReadTx<'_>, vault_name: &str) -> Result<bool, StoreError> {
    Ok(tx.one(FIND_FILE, named_params! { ":vault_name": vault_name }, |_| Ok(()))?.is_some())
}

/// Sets the marks of a frame.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn set_marks(tx: &mut WriteTx<'_>, id: FrameId, marks: Marks) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(),
        ":rating": marks.rating,
        ":is_rejected": marks.is_rejected,
        ":color": marks.color.map(ColorMark::code),
        ":is_retake": marks.is_retake,
        ":turn": marks.turn % 4,
        ":head_x": marks.head.map(Head::x),
        ":head_top": marks.head.map(Head::top),
        ":head_chin": marks.head.map(Head::chin),
    };
    if tx.run(SET_MARKS, values)? == 0 {
        return Err(StoreError::NotFound { entity: Entity::Frame, id: id.get() });
    }
    tx.note(Entity::Frame, id.get());
    Ok(())
}

/// The orders that a frame is on, with their numbers.
///
/// # Errors
/// When the database refuses.
pub fn orders(tx: &ReadTx<'_>, id: FrameId) -> Result<Vec<(OrderId, String)>, StoreError> {
    tx.all(ORDERS, named_params! { ":frame_id": id.get() }, |row| {
        Ok((OrderId(row.get("id")?), row.get("number")?))
    })
}
