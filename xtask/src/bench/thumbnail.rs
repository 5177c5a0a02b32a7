//! Thumbnails of 512 pixels from 24 MP: processor time of an image, one thread on each side, start-up spread over the set.

use std::process::Command;

use anyhow::ensure;
use serde_json::json;

use super::figure::Figure;
use super::inputs::{self, FILES, Preview};
use super::{Bench, meter};

const ROUNDS: usize = 5;

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    Ok(vec![
        compare(
            bench,
            Preview::None,
            "ScaledDecode",
            "thumbnail 24 MP to 512 px, no preview (CPU ms an image)",
            0.82,
        )?,
        compare(
            bench,
            Preview::Embedded,
            "EmbeddedPreview",
            "thumbnail 24 MP to 512 px, from its preview (CPU ms an image)",
            0.12,
        )?,
    ])
}

fn compare(bench: &Bench, preview: Preview, source: &str, name: &str, goal: f64) -> anyhow::Result<Figure> {
    let card = inputs::card(bench, preview)?;
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let out = bench.cleared("thumbnails")?;
        let mut command = Command::new(bench.program("measure"));
        let spent = meter::spend(command.arg("thumbnails").arg("--out").arg(&out).args(&card.files))?;
        inputs::ensure_made(&out, FILES)?;
        let said = spent.said()?;
        ensure!(said["sources"] == json!({ source: FILES }), "made from other pixels: {said}");
        ours.push(meter::millis_each(spent.cpu, FILES));

        let out = bench.cleared("thumbnails")?;
        std::fs::create_dir_all(&out)?;
        let spent = meter::spend(&mut inputs::vipsthumbnail(&card.files, &out))?;
        inputs::ensure_made(&out, FILES)?;
        peer.push(meter::millis_each(spent.cpu, FILES));
    }
    bench.cleared("thumbnails")?;
    Ok(Figure::ratio(name, meter::median(&ours)?, meter::median(&peer)?, goal))
}
