//! Memory cards with many small photographs: a few drawn portraits, each file with bytes of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape};

/// Files of one folder of the card.
const IN_FOLDER: usize = 100;

/// A card in a folder.
pub struct Card {
    pub path: PathBuf,
    pub files: usize,
}

impl Card {
    /// Writes `files` photographs of 120 x 80 pixels into `path`. Cards of different `serial` have no file in common.
    pub fn write(path: &Path, serial: usize, files: usize) -> Self {
        let card = Self { path: path.to_owned(), files };
        for (number, name) in card.names().enumerate() {
            let file = path.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, photograph(serial, number)).unwrap();
        }
        card
    }

    /// Writes a sidecar beside each photograph.
    pub fn add_sidecars(&self) {
        for name in self.names() {
            fs::write(self.path.join(&name).with_extension("xmp"), format!("<x:xmpmeta>{name}</x:xmpmeta>"))
                .unwrap();
        }
    }

    /// Names of its files below it.
    pub fn names(&self) -> impl Iterator<Item = String> + use<> {
        (0..self.files).map(|number| format!("DCIM/{}KUVAT/KUV_{number:04}.JPG", 100 + number / IN_FOLDER))
    }
}

/// A photograph whose bytes no other number has.
pub fn photograph(serial: usize, number: usize) -> Vec<u8> {
    let drawn = portraits();
    let (start, rest) = drawn[number % drawn.len()].split_at(2);
    let comment = format!("{serial}/{number}");
    let length = u16::try_from(comment.len() + 2).unwrap();
    [start, &[0xFF, 0xFE], &length.to_be_bytes(), comment.as_bytes(), rest].concat()
}

fn portraits() -> &'static [Vec<u8>] {
    static DRAWN: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
        class.people.truncate(5);
        let shape = SessionShape {
            frames_per_person: 1,
            class_pictures: false,
            size: ImageSize::Small(120, 80),
            ..SessionShape::of(vec![class])
        };
        synthetic::session(7, &shape).map(|file| file.unwrap().bytes).collect()
    })
}
