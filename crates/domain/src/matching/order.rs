//! The order in which each camera took its frames.
//!
//! By numbers, never by time: clocks are set during the day, and one hour of autumn comes twice. Two cameras may
//! hold equal names, so each is a stream of its own; so is each session, in which numbers may begin anew,
//! and so are frames whose folder is not known.

use std::collections::{BTreeMap, HashSet};

use super::input::{SeenFrame, SequenceKey};

/// Highest file number of DCF; the next is 1.
const LAST_FILE: u32 = 9_999;
/// How near to the ends of the numbers a folder's frames must come to be taken for a wrap, and how many
/// numbers in its middle must be unused.
const WRAP_MARGIN: u32 = 100;
const WRAP_HOLE: u32 = 5_000;

/// The frames of each stream in the order taken. Equal ids count once.
pub(super) fn streams(frames: &[SeenFrame]) -> Vec<Vec<&SeenFrame>> {
    let mut seen = HashSet::with_capacity(frames.len());
    let mut streams: BTreeMap<_, Vec<&SeenFrame>> = BTreeMap::new();
    for frame in frames {
        if seen.insert(frame.id) {
            let stream = (frame.session, frame.camera, frame.sequence.folder == 0);
            streams.entry(stream).or_default().push(frame);
        }
    }
    streams.into_values().map(in_order).collect()
}

fn in_order(mut frames: Vec<&SeenFrame>) -> Vec<&SeenFrame> {
    frames.sort_by_key(|frame| (frame.sequence, frame.id));
    frames.chunk_by_mut(|one, next| one.sequence.folder == next.sequence.folder).for_each(|folder| {
        if let Some(start) = wrap_within(folder) {
            folder.rotate_left(start);
        }
    });
    frames
}

/// Where a folder's frames begin, when its camera went from 9999 to 1 without a new folder: both ends of the
/// numbers are used, and a large hole is between them.
fn wrap_within(folder: &[&SeenFrame]) -> Option<usize> {
    let (first, last) = (folder.first()?.sequence.file, folder.last()?.sequence.file);
    if first > WRAP_MARGIN || !(LAST_FILE - WRAP_MARGIN..=LAST_FILE).contains(&last) {
        return None;
    }
    let (hole, start) = folder
        .windows(2)
        .zip(1..)
        .filter_map(|(pair, start)| match pair {
            [one, next] => Some((next.sequence.file - one.sequence.file, start)),
            _ => None,
        })
        .max()?;
    (hole >= WRAP_HOLE).then_some(start)
}

/// How many numbers are unused between two frames that follow each other in their stream.
pub(super) fn missing_between(one: SequenceKey, next: SequenceKey) -> u32 {
    if next == one {
        return 0;
    }
    if next.file > one.file {
        // the same folder, or a camera that counts on in the next one
        return next.file - one.file - 1;
    }
    let before = if one.folder == next.folder { LAST_FILE.saturating_sub(one.file) } else { 0 };
    before.saturating_add(next.file.saturating_sub(1))
}
