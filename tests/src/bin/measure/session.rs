//! A session of many frames to be browsed: rows and sealed thumbnails as an import leaves them, without the camera files,
//! which the grid never opens. The pictures are [`DRAWN`] different ones again and again.

use std::path::Path;

use domain::photo::Exposure;
use domain::{Action, Instant};
use imaging::{FileKind, Orientation, ThumbnailSizes};
use register::RegisterError;
use serde_json::{Value, json};
use store::frames::{CameraFacts, NewFrame};
use store::thumbnails::ThumbnailSize;
use store::{Acted, frames, sessions, thumbnails};
use synthetic::{ImageSize, Shot, camera_file};

use crate::studio;

/// The session's name.
const NAME: &str = "Koskelan koulu";
/// Different portraits.
const DRAWN: usize = 48;
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
        let id = sessions::insert(tx, NAME, "", now)?;
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
        let kept: Vec<_> = ids
            .iter()
            .zip(pictures.iter().cycle())
            .map(|(id, picture)| (*id, ThumbnailSize::Grid, picture.as_slice()))
            .collect();
        thumbnails::put_all(register.store(), &kept)?;
    }
    Ok(json!({ "passphrase": studio::PASSPHRASE, "session": NAME, "frames": count }))
}

fn pictures(count: usize) -> anyhow::Result<Vec<Vec<u8>>> {
    synthetic::bench_shots(DRAWN.min(count), 2026, false)
        .into_iter()
        .map(|shot| {
            let bytes = camera_file(&Shot { size: ImageSize::Small(1200, 800), ..shot })?;
            let orientation = imaging::read_facts(&bytes, FileKind::Jpeg)?.orientation;
            let sizes = ThumbnailSizes::default();
            Ok(imaging::thumbnails(&bytes, FileKind::Jpeg, orientation, &sizes)?.grid)
        })
        .collect()
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
        files: Vec::new(),
    }
}
