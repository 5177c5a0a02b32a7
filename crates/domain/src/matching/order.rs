//! The order in which each camera took its frames.
//!
//! By numbers, never by time: clocks are set during the day, and one hour of autumn comes twice. Two cameras may
//! hold equal names, so each is a stream of its own; so is each session, in which numbers may begin anew,
//! and so are frames whose folder is not known.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::input::{SeenFrame, SequenceKey, UnseenFile};

/// Highest file number of DCF; the next is 1.
const LAST_FILE: u32 = 9_999;
/// How near to the ends of the numbers a folder's frames must come to be taken for a wrap, and how many
/// numbers in its middle must be unused.
const WRAP_MARGIN: u32 = 100;
const WRAP_HOLE: u32 = 5_000;

/// What one camera took in one session, in the order taken.
pub(super) struct Line<'a> {
    pub frames: Vec<&'a SeenFrame>,
    /// Places before which something was taken that nobody can look at: it may have been a card.
    pub gaps: BTreeSet<usize>,
}

impl Line<'_> {
    pub fn reverse(&mut self) {
        self.frames.reverse();
        let count = self.frames.len();
        self.gaps = self.gaps.iter().map(|place| count - place).collect();
    }
}

/// Something taken: a frame, or what there is no frame of.
struct Taken<'a> {
    sequence: SequenceKey,
    frame: Option<&'a SeenFrame>,
}

/// The frames of each stream. Equal ids count once. A frame without a camera may be of any, so it is also a gap in those of
/// its session that have one.
pub(super) fn streams<'a>(frames: &'a [SeenFrame], unseen: &[UnseenFile]) -> Vec<Line<'a>> {
    let mut seen = HashSet::with_capacity(frames.len());
    let mut streams: BTreeMap<_, Vec<&SeenFrame>> = BTreeMap::new();
    for frame in frames {
        if seen.insert(frame.id) {
            let stream = (frame.session, frame.camera, frame.sequence.folder == 0);
            streams.entry(stream).or_default().push(frame);
        }
    }
    let without_camera = frames
        .iter()
        .filter(|frame| frame.camera.is_none())
        .map(|frame| UnseenFile { session: frame.session, sequence: frame.sequence });
    let without_camera: Vec<UnseenFile> = without_camera.collect();
    let lines = streams.into_iter().map(|((session, camera, is_loose), frames)| {
        let others = if camera.is_some() { without_camera.as_slice() } else { &[] };
        let unseen = unseen.iter().chain(others);
        let unseen = unseen.filter(|file| file.session == session && (file.sequence.folder == 0) == is_loose);
        in_order(frames, unseen.map(|file| file.sequence))
    });
    lines.collect()
}

fn in_order<'a>(frames: Vec<&'a SeenFrame>, unseen: impl Iterator<Item = SequenceKey>) -> Line<'a> {
    let known: HashSet<SequenceKey> = frames.iter().map(|frame| frame.sequence).collect();
    let unseen: BTreeSet<SequenceKey> = unseen.filter(|sequence| !known.contains(sequence)).collect();
    let mut taken: Vec<Taken<'a>> = frames
        .into_iter()
        .map(|frame| Taken { sequence: frame.sequence, frame: Some(frame) })
        .chain(unseen.into_iter().map(|sequence| Taken { sequence, frame: None }))
        .collect();
    let starts = wraps(&known);
    taken.sort_by_key(|taken| {
        let SequenceKey { folder, file } = taken.sequence;
        let is_after_wrap = starts.get(&folder).is_some_and(|start| file < *start);
        (folder, is_after_wrap, file, taken.frame.map(|frame| frame.id))
    });
    let mut line = Line { frames: Vec::with_capacity(taken.len()), gaps: BTreeSet::new() };
    for taken in taken {
        match taken.frame {
            Some(frame) => line.frames.push(frame),
            None => drop(line.gaps.insert(line.frames.len())),
        }
    }
    line
}

/// The folders whose frames begin within their numbers, with the number that is first.
fn wraps(known: &HashSet<SequenceKey>) -> BTreeMap<u16, u32> {
    let mut folders: BTreeMap<u16, BTreeSet<u32>> = BTreeMap::new();
    for key in known {
        folders.entry(key.folder).or_default().insert(key.file);
    }
    folders.into_iter().filter_map(|(folder, files)| Some((folder, wrap_within(&files)?))).collect()
}

/// The number with which a folder's frames begin, when its camera went from 9999 to 1 without a new folder: both ends of the
/// numbers are used, and a large hole is between them.
fn wrap_within(files: &BTreeSet<u32>) -> Option<u32> {
    let (first, last) = (*files.first()?, *files.last()?);
    if first > WRAP_MARGIN || !(LAST_FILE - WRAP_MARGIN..=LAST_FILE).contains(&last) {
        return None;
    }
    let pairs = files.iter().zip(files.iter().skip(1));
    let (hole, start) = pairs.map(|(one, next)| (next - one, *next)).max()?;
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
