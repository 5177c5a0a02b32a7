//! Codes on camera cards: drawn photographs of them, and what the thumbnails' job reads of those and of portraits.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use imaging::{Orientation, ThumbnailSizes, sniff, thumbnails, thumbnails_and_codes};
use serde_json::{Value, json};

#[path = "../../../../crates/imaging/tests/common/cards.rs"]
mod drawn;

use drawn::{Held, Symbol, Taking, photographed};

/// A card's picture is twice as long and high as the preview that its code is read in.
const SCALE: u32 = 2;
const QUALITY: u8 = 90;
/// Other cards than the reader's bounds were found on.
const FIRST_SEED: u64 = 1000;

/// Writes `count` photographs of cards, from well to badly taken, each named by what its code says, into `files`, and the
/// previews that the program makes of them into `previews`.
pub fn draw(files: &Path, previews: &Path, count: u64) -> anyhow::Result<Value> {
    fs::create_dir_all(files)?;
    fs::create_dir_all(previews)?;
    for seed in FIRST_SEED..FIRST_SEED + count {
        let text = format!("SK1-7Q4M2-{seed:04}-N");
        let card = Held::any(Symbol::qr(text.as_bytes()), seed);
        let file = photographed(&[card], &Taking::any(seed), SCALE).jpeg(QUALITY);
        let made = thumbnails(&file, sniff(&file, ""), Orientation::Normal, &ThumbnailSizes::default())?;
        fs::write(files.join(&text).with_extension("jpg"), file)?;
        fs::write(previews.join(&text).with_extension("jpg"), made.preview)?;
    }
    Ok(json!({ "files": count }))
}

/// Makes both thumbnails of each file, and reads the codes where they are wanted; says how many files are named by what
/// was read, how much else was read, and how many show something that looks like a card and was not read.
pub fn read(paths: &[PathBuf], with_codes: bool) -> anyhow::Result<Value> {
    let (mut right, mut wrong, mut unread) = (0, 0, 0);
    let sizes = ThumbnailSizes::default();
    for path in paths {
        let file = fs::read(path).with_context(|| path.display().to_string())?;
        let kind = sniff(&file, &path.to_string_lossy());
        if !with_codes {
            thumbnails(&file, kind, Orientation::Normal, &sizes)?;
            continue;
        }
        let (_, codes) = thumbnails_and_codes(&file, kind, Orientation::Normal, &sizes)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let named = codes.texts.iter().filter(|text| **text == name).count();
        right += named;
        wrong += codes.texts.len() - named;
        unread += usize::from(codes.is_card_like);
    }
    Ok(json!({ "files": paths.len(), "right": right, "wrong": wrong, "unread": unread }))
}
