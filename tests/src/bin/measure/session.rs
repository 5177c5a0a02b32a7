//! A session of many frames to be browsed: rows, keys and sealed thumbnails as an import leaves them, without the camera
//! files, which the grid never opens. The pictures are [`DRAWN`] different ones again and again; the first
//! [`LOOKED_AT`] have the large view's preview too.

use std::path::Path;

use domain::photo::{CodeReading, Exposure, PhotoFileKind};
use domain::{Action, Instant};
use imaging::{FileKind, Orientation, ThumbnailSizes, Thumbnails};
use register::RegisterError;
use register::photos::seal_thumbnails;
use serde_json::{Value, json};
use store::frames::{CameraFacts, NewFrame, NewPhotoFile};
use store::sessions::SessionFields;
use store::thumbnails::ThumbnailSize;
use store::{Acted, frames, keylist, sessions, thumbnails};
use synthetic::{ImageSize, Shot, camera_file};
use vault::PhotoKey;

use crate::studio;

/// The session's name.
const NAME: &str = "Koskelan koulu";
/// Different portraits.
const DRAWN: usize = 48;
/// Frames that may be looked at large.
const LOOKED_AT: usize = 200;
/// Frames of a transaction.
const BATCH: usize = 2_000;
/// 17 August 2026, 9.15 in Finland.
const BEGINS: i64 = 1_786_947_300_000;

/// Makes the register in `data`; gives its passphrase and the session's name.
pub fn make(data: &Path, count: usize) -> anyhow::Result<Value> {
    let register = studio::make(data)?;
    let pictures = pictures(count)?;
    let session = register.transact(|tx| -> Result<_, RegisterError> {
        let now = tx.now();
        let id = sessions::insert(tx, SessionFields { name: NAME, photographer: "", job_id: None }, now)?;
        Ok(Acted::new(id, Action::ImportStarted).on(id.get()))
    })?;
    for first in (0..count).step_by(BATCH) {
        let places: Vec<usize> = (first..count.min(first + BATCH)).collect();
        let ids = register.transact(|tx| -> Result<_, RegisterError> {
            let now = tx.now();
            let ids = places
                .iter()
                .map(|place| Ok(frames::insert(tx, session, &frame(*place), now)?))
                .collect::<Result<Vec<_>, RegisterError>>()?;
            let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            Ok(Acted::new(ids, Action::FramesImported).on(session.get()).count(count))
        })?;
        let keys: Vec<_> = places.iter().map(|place| (vault_name(*place), PhotoKey::make_random())).collect();
        let named: Vec<_> = keys.iter().map(|(name, key)| (name.as_str(), key)).collect();
        keylist::put_all(register.store(), &named)?;
        let sealed: Vec<_> = ids
            .iter()
            .zip(&named)
            .zip(places.iter().filter_map(|place| Some((place, pictures.get(place % DRAWN)?))))
            .flat_map(|((id, (name, key)), (place, made))| {
                let both = seal_thumbnails(name, key, 0, made);
                both.into_iter()
                    .filter(|(size, _)| *size == ThumbnailSize::Grid || *place < LOOKED_AT)
                    .map(|(size, bytes)| (*id, size, bytes))
            })
            .collect();
        let kept: Vec<_> = sealed.iter().map(|(id, size, bytes)| (*id, *size, bytes.as_slice())).collect();
        thumbnails::put_all(register.store(), &kept)?;
    }
    Ok(json!({ "passphrase": studio::PASSPHRASE, "session": NAME, "frames": count }))
}

/// Drawn portraits.
fn pictures(count: usize) -> anyhow::Result<Vec<Thumbnails>> {
    synthetic::bench_shots(DRAWN.min(count), 2026, false)
        .into_iter()
        .map(|shot| {
            let bytes = camera_file(&Shot { size: ImageSize::Small(1500, 1000), ..shot })?;
            let orientation = imaging::read_facts(&bytes, FileKind::Jpeg)?.orientation;
            let sizes = ThumbnailSizes::default();
            Ok(imaging::thumbnails(&bytes, FileKind::Jpeg, orientation, &sizes)?)
        })
        .collect()
}

/// As the vault names its files: 32 hex digits.
fn vault_name(place: usize) -> String {
    format!("{place:032x}")
}

fn frame(place: usize) -> NewFrame {
    let seconds = i64::try_from(place).unwrap_or_default() * 4;
    NewFrame {
        folder: format!("{}KUVAK", 100 + place / 9_999),
        name: format!("KUV_{:04}", 1 + place % 9_999),
        camera: Some(CameraFacts {
            make: "Kuvakone".to_owned(),
            model: "Kuvakone K5".to_owned(),
            serial: "5100421".to_owned(),
        }),
        taken_at: Some(Instant(BEGINS + seconds * 1_000)),
        taken_local: String::new(),
        offset_minutes: Some(180),
        orientation: Orientation::Normal.exif(),
        width: 6000,
        height: 4000,
        exposure: Exposure::default(),
        has_preview: true,
        code_reading: CodeReading::Done,
        codes: Vec::new(),
        files: vec![NewPhotoFile {
            kind: PhotoFileKind::Jpeg,
            source_name: format!("KUV_{place:05}.JPG"),
            size_bytes: 9_000_000,
            blake3: std::array::from_fn(|at| place.to_be_bytes().get(at).copied().unwrap_or_default()),
            vault_name: vault_name(place),
            remarks: Vec::new(),
        }],
    }
}
