//! Whole sessions as they lie on a card: a DCIM folder of card frames, portraits and class pictures with
//! DCF names, some with a raw companion; and the 24 MP files of the benchmarks.
//!
//! Invariant: names follow DCF (CIPA DC-009): folders `NNNAAAAA`, files `AAAANNNN`, numbers 1 to 9999 and
//! then the next folder; times never run backwards within one camera.

use std::fs;
use std::io;
use std::path::Path;

use imaging::ImagingError;
use jiff::ToSpan;
use jiff::civil::DateTime;
use rayon::prelude::*;

use crate::camera::{Camera, Held, ImageSize, Shot, camera_file, raw_file};
use crate::draw::{Backdrop, Pose};
use crate::people::{Class, Person};
use crate::portrait::Scene;
use crate::rng::Rng;

/// Why a session could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SyntheticError {
    /// A picture could not be encoded.
    #[error("a picture could not be encoded")]
    Encode(#[from] ImagingError),
    /// A file or folder could not be written.
    #[error("a file could not be written")]
    Write(#[from] io::Error),
    /// The caller asked to stop; what was written stays.
    #[error("stopped")]
    Stopped,
}

/// Which session to invent.
#[derive(Debug, Clone)]
pub struct SessionShape {
    /// The classes, photographed one after the other.
    pub classes: Vec<Class>,
    /// Portraits of each person.
    pub frames_per_person: usize,
    /// A card frame before each person's portraits, and before each class picture.
    pub card_frames: bool,
    /// A class picture after each class.
    pub class_pictures: bool,
    /// Size of most frames.
    pub size: ImageSize,
    /// Every so manyeth frame is 24 MP instead; 0 for none.
    pub mp24_every: usize,
    /// The cameras; each class is photographed with one, in turn.
    pub cameras: Vec<Camera>,
    /// So many of the first portraits also have a raw file.
    pub raw_pairs: usize,
    /// JPEG quality.
    pub quality: u8,
    /// With embedded previews.
    pub embed_preview: bool,
    /// When the first frame is taken, on the cameras' clocks.
    pub begins: DateTime,
}

impl SessionShape {
    /// Three portraits of everybody, 1800 x 1200, with one camera, on 17 August 2026.
    #[must_use]
    pub fn of(classes: Vec<Class>) -> Self {
        Self {
            classes,
            frames_per_person: 3,
            card_frames: false,
            class_pictures: true,
            size: ImageSize::Small(1800, 1200),
            mp24_every: 0,
            cameras: vec![Camera::first()],
            raw_pairs: 0,
            quality: 90,
            embed_preview: false,
            begins: jiff::civil::datetime(2026, 8, 17, 9, 15, 30, 0),
        }
    }
}

/// What a planned frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shows {
    /// A camera card in the hands of a person.
    Card {
        /// Place of the class in the shape.
        class: usize,
        /// Place of the person in the class.
        person: usize,
    },
    /// A person.
    Portrait {
        /// Place of the class in the shape.
        class: usize,
        /// Place of the person in the class.
        person: usize,
        /// From 0.
        frame: usize,
    },
    /// The camera card of a class, in the hands of its first person.
    GroupCard {
        /// Place of the class in the shape.
        class: usize,
    },
    /// A class.
    Group {
        /// Place of the class in the shape.
        class: usize,
    },
}

/// A frame before it is drawn: cheap to make by the thousand.
#[derive(Debug, Clone)]
pub struct PlannedFrame {
    /// What it shows.
    pub shows: Shows,
    /// `100KUVAK`.
    pub folder: String,
    /// `KUV_0001`, without extension.
    pub stem: String,
    /// With a raw companion.
    pub raw: bool,
    /// Everything needed to draw it.
    pub shot: Shot,
}

/// One file of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraFile {
    /// Folder below DCIM.
    pub folder: String,
    /// File name.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

impl PlannedFrame {
    /// Has the card of a card frame show this code.
    pub fn show_code(&mut self, text: &str) {
        if let Scene::Card { code, .. } = &mut self.shot.scene {
            *code = Some(text.to_owned());
        }
    }

    /// Draws the frame: its JPEG and, when it is a pair, its raw file.
    ///
    /// # Errors
    /// [`SyntheticError::Encode`].
    pub fn files(&self) -> Result<Vec<CameraFile>, SyntheticError> {
        let file = |extension: &str, bytes| CameraFile {
            folder: self.folder.clone(),
            name: format!("{}.{extension}", self.stem),
            bytes,
        };
        let mut files = vec![file("JPG", camera_file(&self.shot)?)];
        if self.raw {
            files.push(file("DNG", raw_file(&self.shot)?));
        }
        Ok(files)
    }
}

/// Plans a session: names, times, poses; nothing is drawn yet.
#[must_use]
pub fn plan(seed: u64, shape: &SessionShape) -> Vec<PlannedFrame> {
    let cameras = if shape.cameras.is_empty() { vec![Camera::first()] } else { shape.cameras.clone() };
    let mut counters = vec![(100u16, 0u16); cameras.len()];
    let mut clock = shape.begins;
    let mut r = Rng::branch(seed, "session");
    let mut frames: Vec<PlannedFrame> = Vec::new();
    let mut pairs = shape.raw_pairs;
    for (class_at, class) in shape.classes.iter().enumerate() {
        let turn = class_at % cameras.len();
        let (Some(camera), Some(counter)) = (cameras.get(turn), counters.get_mut(turn)) else { continue };
        let backdrop = Backdrop::ALL.get(class_at % Backdrop::ALL.len()).copied().unwrap_or_default();
        let mut planned: Vec<(Shows, Scene)> = Vec::new();
        for (person_at, person) in class.people.iter().enumerate() {
            planned.extend(of_person(shape, class_at, person_at, person));
        }
        if let Some(first) = class.people.first().filter(|_| shape.class_pictures && shape.card_frames) {
            planned.push((Shows::GroupCard { class: class_at }, card_scene(first)));
        }
        if shape.class_pictures && !class.people.is_empty() {
            let looks = class.people.iter().map(Person::look).collect();
            planned.push((
                Shows::Group { class: class_at },
                Scene::Group { looks, seed: seed ^ class_at as u64 },
            ));
        }
        for (shows, scene) in planned {
            let pause = match shows {
                Shows::Portrait { frame: 1.., .. } => 3 + r.below(5) as i64,
                Shows::Portrait { .. } if shape.card_frames => 4 + r.below(5) as i64,
                Shows::Portrait { .. } => 9 + r.below(12) as i64,
                Shows::Card { .. } => 24 + r.below(20) as i64,
                Shows::Group { .. } if shape.card_frames => 4 + r.below(5) as i64,
                Shows::Group { .. } | Shows::GroupCard { .. } => 260 + r.below(120) as i64,
            };
            clock = clock.saturating_add(pause.seconds());
            *counter = match *counter {
                (folder, 9999) => (folder + 1, 1),
                (folder, number) => (folder, number + 1),
            };
            let big = shape.mp24_every > 0 && frames.len() % shape.mp24_every == 2;
            let raw = pairs > 0 && matches!(shows, Shows::Portrait { .. });
            pairs -= usize::from(raw);
            let held = match (shows, r.below(20)) {
                (Shows::Group { .. }, _) => Held::Level,
                (_, 0..=13) => Held::GripBelow,
                (_, 14..=17) => Held::GripAbove,
                (_, 18) => Held::StoredUpright,
                _ => Held::Level,
            };
            frames.push(PlannedFrame {
                shows,
                folder: format!("{}{}", counter.0, camera.folder),
                stem: format!("{}{:04}", camera.prefix, counter.1),
                raw,
                shot: Shot {
                    scene,
                    backdrop,
                    camera: camera.clone(),
                    file_number: counter.1,
                    taken_local: clock,
                    offset_minutes: Some(180),
                    subsec: r.below(100) as u8,
                    held,
                    size: if big { ImageSize::Mp24 } else { shape.size },
                    quality: if big { 92 } else { shape.quality },
                    embed_preview: big || shape.embed_preview,
                    embed_thumbnail: true,
                    seed: r.next_u64(),
                },
            });
        }
    }
    frames
}

fn of_person(shape: &SessionShape, class: usize, person: usize, who: &Person) -> Vec<(Shows, Scene)> {
    let mut scenes = Vec::new();
    if shape.card_frames {
        scenes.push((Shows::Card { class, person }, card_scene(who)));
    }
    for frame in 0..shape.frames_per_person {
        let pose = Pose::of_frame(who.seed, frame);
        scenes.push((Shows::Portrait { class, person, frame }, Scene::Portrait { look: who.look(), pose }));
    }
    scenes
}

fn card_scene(who: &Person) -> Scene {
    let pose = Pose { blink: false, stops: 0.0, blur: 0.0, ..Pose::of_frame(who.seed, 500) };
    Scene::Card { look: who.look(), pose, code: who.card.clone() }
}

/// Draws a session file by file, as the iterator is walked.
pub fn session(seed: u64, shape: &SessionShape) -> impl Iterator<Item = Result<CameraFile, SyntheticError>> {
    plan(seed, shape).into_iter().flat_map(|frame| match frame.files() {
        Ok(files) => files.into_iter().map(Ok).collect::<Vec<_>>(),
        Err(error) => vec![Err(error)],
    })
}

/// Writes planned frames below `dir` as `DCIM/<folder>/<name>`, drawing on all cores. `progress` is told
/// (frames done, of how many) and stops the work by returning false.
///
/// # Errors
/// [`SyntheticError`]; what was written before stays.
pub fn write_session(
    dir: &Path,
    frames: &[PlannedFrame],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<(), SyntheticError> {
    let batch = rayon::current_num_threads().max(1) * 2;
    let mut done = 0;
    if !progress(0, frames.len()) {
        return Err(SyntheticError::Stopped);
    }
    for some in frames.chunks(batch) {
        let drawn: Vec<Result<Vec<CameraFile>, SyntheticError>> =
            some.par_iter().map(PlannedFrame::files).collect();
        for files in drawn {
            for file in files? {
                let folder = dir.join("DCIM").join(&file.folder);
                fs::create_dir_all(&folder)?;
                fs::write(folder.join(&file.name), &file.bytes)?;
            }
            done += 1;
            if !progress(done, frames.len()) {
                return Err(SyntheticError::Stopped);
            }
        }
    }
    Ok(())
}

/// The shots of the benchmarks: `n` portraits of 24 MP, 8 to 10 MB each, with Exif thumbnails and, when
/// asked, with previews. Draw them with [`camera_file`], in parallel if need be.
#[must_use]
pub fn bench_shots(n: usize, seed: u64, with_preview: bool) -> Vec<Shot> {
    let mut r = Rng::branch(seed, "bench");
    (0..n)
        .map(|i| {
            let presentation = r.pick(&[crate::people::Presentation::Girl, crate::people::Presentation::Boy]);
            let look = crate::draw::Look::invent(r.next_u64(), presentation, crate::people::Origin::Finnish);
            let scene = Scene::Portrait { look, pose: Pose { turn: r.range(-0.6, 0.6), ..Pose::default() } };
            let mut shot = Shot::of(scene, (i % 9999) as u16 + 1, r.next_u64());
            shot.embed_preview = with_preview;
            shot.taken_local = shot.taken_local.saturating_add((7 * i as i64).seconds());
            shot
        })
        .collect()
}

/// The files of the benchmarks, `KUV_0001.JPG` and on, drawn on all cores.
///
/// # Errors
/// [`SyntheticError::Encode`].
pub fn bench_files(n: usize, seed: u64, with_preview: bool) -> Result<Vec<CameraFile>, SyntheticError> {
    bench_shots(n, seed, with_preview)
        .par_iter()
        .enumerate()
        .map(|(i, shot)| {
            Ok(CameraFile {
                folder: format!("{}{}", 100 + i / 9999, shot.camera.folder),
                name: format!("{}{:04}.JPG", shot.camera.prefix, shot.file_number),
                bytes: camera_file(shot)?,
            })
        })
        .collect()
}
