//! Writes the demonstration studio's session below a folder, for looking at: `demo_session <folder>`.
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: demo_session <folder>")?;
    let begun = Instant::now();
    let script = synthetic::demo();
    synthetic::write_session(folder.as_ref(), &script.frames, &mut |_, _| true)?;
    std::fs::write(
        std::path::Path::new(&folder).join("seconds.txt"),
        format!("{} frames in {:.1} s\n", script.frames.len(), begun.elapsed().as_secs_f32()),
    )?;
    Ok(())
}
