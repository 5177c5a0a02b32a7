//! Walking a source: which files there are, and which are no photographs by name alone.
//!
//! Nothing is opened here. DCF's own folders and the systems' droppings are named, never silently skipped
//! (formats.md: ignore `MISC/`, `PRIVATE/`, `._*`, `.DS_Store`, `.Trashes`, `*.CTG`, zero-byte files); what may be
//! somebody's photograph or video in them is named on its own, so that nobody formats it away unseen.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use domain::import::{ImportIssue, ImportReason, LeftKind};
use walkdir::WalkDir;

/// Largest file that is stored: 45-megapixel raw files are a tenth of it.
pub const MOST_BYTES: u64 = 1 << 30;
/// Largest sidecar that is stored: one with the masks of many edits has some megabytes.
pub const MOST_SIDECAR_BYTES: u64 = 32 << 20;

/// A file of the source that looks like a photograph by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Folder and name below the source, with `/`; bytes that are no Unicode stand as `\xFF`, so that different files
    /// keep different names.
    pub source_name: String,
    /// Length in bytes when it was seen.
    pub size_bytes: u64,
    /// When it was last written to, where the disk says so.
    pub modified: Option<SystemTime>,
}

impl SourceFile {
    /// Folder below the source; empty for the source itself.
    pub fn folder(&self) -> &str {
        folder_and_stem(&self.source_name).0
    }

    /// Whether it still has the length and the moment of writing that it was seen with.
    pub fn is_unchanged(&self) -> bool {
        std::fs::symlink_metadata(&self.path).is_ok_and(|metadata| {
            metadata.len() == self.size_bytes && metadata.modified().ok() == self.modified
        })
    }

    /// File name with its ending.
    pub fn name(&self) -> &str {
        file_name(&self.source_name)
    }

    /// File name without its ending: files of one folder that share it are one frame.
    pub fn stem(&self) -> &str {
        folder_and_stem(&self.source_name).1
    }
}

/// A source name's folder, and its file name without its ending.
pub fn folder_and_stem(source_name: &str) -> (&str, &str) {
    let (folder, name) = source_name.rsplit_once('/').unwrap_or(("", source_name));
    (folder, name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// The last part of a source name.
pub fn file_name(source_name: &str) -> &str {
    source_name.rsplit_once('/').map_or(source_name, |(_, name)| name)
}

/// What a walk found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scan {
    /// Candidates, in order of their names.
    pub files: Vec<SourceFile>,
    /// What other programs wrote beside them, in order of their names.
    pub sidecars: Vec<SourceFile>,
    /// The rest, each with its reason.
    pub ignored: Vec<ImportIssue>,
}

/// Endings of photographs; which of them can be stored, the content decides.
const PICTURE_ENDINGS: &[&str] =
    &["jpg", "jpeg", "jpe", "jxl", "png", "tif", "tiff", "webp", "heic", "heif", "hif", "avif", "bmp", "gif"];
const RAW_ENDINGS: &[&str] = &[
    "3fr", "arw", "cr2", "cr3", "crw", "dcr", "dng", "erf", "fff", "gpr", "iiq", "kdc", "mef", "mos", "mrw",
    "nef", "nrw", "orf", "pef", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw", "x3f",
];
/// Ending of the sidecars that are kept.
const SIDECAR_ENDING: &str = "xmp";
/// Folders of cameras' own files, on a card beside `DCIM`; elsewhere they are somebody's, with photographs in them.
const CAMERA_FOLDERS: &[&str] = &["MISC", "PRIVATE"];
const SYSTEM_FOLDERS: &[&str] =
    &[".Trashes", ".Spotlight-V100", ".fseventsd", "System Volume Information", "$RECYCLE.BIN"];
const SYSTEM_ENDINGS: &[&str] = &["ctg", "thm", "db", "ini", "ind", "bdm", "cpi", "mpl"];

/// Walks `root` without following links. `step` is called for each entry and stops the walk with its error.
///
/// # Errors
/// Only `step`'s. What the system refuses to list is an issue of that name.
pub fn scan<E>(root: &Path, mut step: impl FnMut(usize) -> Result<(), E>) -> Result<Scan, E> {
    let mut found = Scan::default();
    let walk = WalkDir::new(root).follow_links(false).sort_by_file_name().into_iter();
    // below a folder of the system's or the camera's own
    let mut own: Option<(PathBuf, OwnFolder)> = None;
    let has_dcim = root.join("DCIM").is_dir();
    for (seen, entry) in walk.enumerate() {
        step(seen)?;
        let path = entry.as_ref().map_or_else(walkdir::Error::path, |entry| Some(entry.path()));
        own = own.filter(|(folder, _)| path.is_some_and(|path| path.starts_with(folder)));
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let name = error.path().map_or_else(String::new, |path| name_below(root, path));
                // some systems keep theirs even from reading
                let is_systems = matches!(own, Some((_, OwnFolder::System)));
                let reason = if is_systems { ImportReason::Hidden } else { ImportReason::Unreadable };
                found.ignored.push(ImportIssue::left_out(name, reason));
                continue;
            }
        };
        if entry.depth() == 0 {
            continue;
        }
        let name = entry.file_name().to_string_lossy();
        let source_name = name_below(root, entry.path());
        if entry.file_type().is_dir() {
            let is_on_card = entry.depth() == 1 && has_dcim;
            if own.is_none()
                && let Some(kind) = OwnFolder::of(&name, is_on_card)
            {
                found.ignored.push(ImportIssue::left_out(source_name, ImportReason::SystemFile));
                own = Some((entry.into_path(), kind));
            }
            continue;
        }
        let issue = |reason| ImportIssue::left_out(source_name.clone(), reason);
        let ending = ending(&name);
        if own.is_some() || name.starts_with('.') {
            found.ignored.extend(of_own(&name, &ending, own.is_some()).map(issue));
            continue;
        }
        if entry.path_is_symlink() {
            found.ignored.push(issue(ImportReason::Link));
            continue;
        }
        if SYSTEM_ENDINGS.contains(&ending.as_str()) {
            found.ignored.push(issue(ImportReason::SystemFile));
            continue;
        }
        let is_sidecar = ending == SIDECAR_ENDING;
        if !entry.file_type().is_file() || !(is_sidecar || is_image(&ending)) {
            found.ignored.push(issue(ImportReason::UnsupportedKind));
            continue;
        }
        match entry.metadata().map(|metadata| (metadata.len(), metadata.modified().ok())) {
            Ok((0, _)) => found.ignored.push(issue(ImportReason::Empty)),
            Ok((size_bytes, _)) if size_bytes > if is_sidecar { MOST_SIDECAR_BYTES } else { MOST_BYTES } => {
                found.ignored.push(issue(ImportReason::TooLarge))
            }
            Ok((size_bytes, modified)) => {
                let file = SourceFile { path: entry.into_path(), source_name, size_bytes, modified };
                if is_sidecar { found.sidecars.push(file) } else { found.files.push(file) }
            }
            Err(_) => found.ignored.push(issue(ImportReason::Unreadable)),
        }
    }
    Ok(found)
}

/// Folders that are not a photographer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnFolder {
    System,
    Camera,
}

impl OwnFolder {
    fn of(name: &str, is_on_card: bool) -> Option<Self> {
        let is_one_of = |folders: &[&str]| folders.iter().any(|folder| folder.eq_ignore_ascii_case(name));
        if is_one_of(SYSTEM_FOLDERS) {
            Some(Self::System)
        } else {
            (is_on_card && is_one_of(CAMERA_FOLDERS)).then_some(Self::Camera)
        }
    }
}

/// What is said of a file in a folder of the system's or the camera's own, of which the folder's name says the rest, or
/// of one under a hidden name. `._*` goes with another file (AppleDouble).
fn of_own(name: &str, ending: &str, is_in_folder: bool) -> Option<ImportReason> {
    let rest = (!is_in_folder).then_some(ImportReason::SystemFile);
    if name.starts_with("._") {
        rest
    } else if is_image(ending) {
        Some(ImportReason::Hidden)
    } else if LeftKind::of(name) == LeftKind::Video {
        Some(ImportReason::UnsupportedKind)
    } else {
        rest
    }
}

/// Whether a file is a camera's raw file by its name.
pub(super) fn is_raw(name: &str) -> bool {
    RAW_ENDINGS.contains(&ending(name).as_str())
}

fn is_image(ending: &str) -> bool {
    PICTURE_ENDINGS.contains(&ending) || RAW_ENDINGS.contains(&ending)
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Names of a path's parts below `root`, with `/`.
pub(super) fn name_below(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| shown(part.as_os_str())).collect();
    parts.join("/")
}

fn shown(name: &OsStr) -> String {
    let mut text = String::with_capacity(name.len());
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn reasons(scan: &Scan) -> Vec<(&str, ImportReason)> {
        scan.ignored.iter().map(|issue| (issue.source_name.as_str(), issue.reason)).collect()
    }

    #[test]
    fn a_card_is_read_in_order_and_everything_else_is_named() {
        let card = tempfile::tempdir().unwrap();
        let at = |name: &str| card.path().join(name);
        for folder in ["DCIM/101KUVA", "DCIM/100KUVA", "MISC"] {
            std::fs::create_dir_all(at(folder)).unwrap();
        }
        for name in [
            "DCIM/101KUVA/KUV_0001.JPG",
            "DCIM/100KUVA/KUV_9999.JPG",
            "DCIM/100KUVA/KUV_9999.CR3",
            "DCIM/100KUVA/._KUV_9999.JPG",
            "DCIM/100KUVA/MVI_0003.MP4",
            "DCIM/M0100.CTG",
            "MISC/AUTPRINT.MRK",
        ] {
            std::fs::write(at(name), b"x").unwrap();
        }
        std::fs::write(at("DCIM/100KUVA/KUV_0000.JPG"), b"").unwrap();

        let scan = scan(card.path(), |_| Ok::<_, Infallible>(())).unwrap();

        let names: Vec<_> = scan.files.iter().map(|file| file.source_name.as_str()).collect();
        assert_eq!(
            names,
            ["DCIM/100KUVA/KUV_9999.CR3", "DCIM/100KUVA/KUV_9999.JPG", "DCIM/101KUVA/KUV_0001.JPG"]
        );
        assert_eq!(scan.files[0].stem(), scan.files[1].stem());
        assert_eq!(
            reasons(&scan),
            [
                ("DCIM/100KUVA/._KUV_9999.JPG", ImportReason::SystemFile),
                ("DCIM/100KUVA/KUV_0000.JPG", ImportReason::Empty),
                ("DCIM/100KUVA/MVI_0003.MP4", ImportReason::UnsupportedKind),
                ("DCIM/M0100.CTG", ImportReason::SystemFile),
                ("MISC", ImportReason::SystemFile),
            ]
        );
    }

    #[test]
    fn videos_where_cameras_hide_them_are_named() {
        let card = tempfile::tempdir().unwrap();
        std::fs::create_dir(card.path().join("DCIM")).unwrap();
        for folder in ["PRIVATE/AVCHD/STREAM", "MISC"] {
            std::fs::create_dir_all(card.path().join(folder)).unwrap();
        }
        for name in ["PRIVATE/AVCHD/STREAM/00001.MTS", "PRIVATE/AVCHD/INDEX.BDM", "MISC/00002.MTS"] {
            std::fs::write(card.path().join(name), b"x").unwrap();
        }
        let scan = scan(card.path(), |_| Ok::<_, Infallible>(())).unwrap();
        assert_eq!(
            reasons(&scan),
            [
                ("MISC", ImportReason::SystemFile),
                ("MISC/00002.MTS", ImportReason::UnsupportedKind),
                ("PRIVATE", ImportReason::SystemFile),
                ("PRIVATE/AVCHD/STREAM/00001.MTS", ImportReason::UnsupportedKind),
            ]
        );
    }

    #[test]
    fn photographs_in_cameras_and_systems_own_folders_are_named() {
        let card = tempfile::tempdir().unwrap();
        for name in [
            "DCIM/100KUVA/.salaa.jpg",
            "DCIM/100KUVA/._KUV_1.JPG",
            "DCIM/.Trashes/501/KUV_2.CR3",
            "DCIM/101KUVA/KUV_3.PEF",
            "PRIVATE/KUVIA/KUV_4.HIF",
            "PRIVATE/KUVIA/KUV_4.XML",
        ] {
            let path = card.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, b"x").unwrap();
        }
        let scan = scan(card.path(), |_| Ok::<_, Infallible>(())).unwrap();
        let names: Vec<_> = scan.files.iter().map(|file| file.source_name.as_str()).collect();
        assert_eq!(names, ["DCIM/101KUVA/KUV_3.PEF"]);
        assert_eq!(
            reasons(&scan),
            [
                ("DCIM/.Trashes", ImportReason::SystemFile),
                ("DCIM/.Trashes/501/KUV_2.CR3", ImportReason::Hidden),
                ("DCIM/100KUVA/._KUV_1.JPG", ImportReason::SystemFile),
                ("DCIM/100KUVA/.salaa.jpg", ImportReason::Hidden),
                ("PRIVATE", ImportReason::SystemFile),
                ("PRIVATE/KUVIA/KUV_4.HIF", ImportReason::Hidden),
            ]
        );
    }

    #[test]
    fn a_folder_of_photographs_is_read_whatever_its_name() {
        let folder = tempfile::tempdir().unwrap();
        for private in ["Private", "3A/Misc"] {
            std::fs::create_dir_all(folder.path().join(private)).unwrap();
            std::fs::write(folder.path().join(private).join("KUV_0001.JPG"), b"x").unwrap();
        }
        let scan = scan(folder.path(), |_| Ok::<_, Infallible>(())).unwrap();
        let names: Vec<_> = scan.files.iter().map(|file| file.source_name.as_str()).collect();
        assert_eq!(names, ["3A/Misc/KUV_0001.JPG", "Private/KUV_0001.JPG"]);
        assert_eq!(scan.ignored, []);
    }

    #[test]
    fn awkward_names_are_kept_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let names = ["Äiti & \"lapsi\" <b>.jpg", "emoji 📷 kuva.JPG", "välilyönti  kaksi.jpeg", "a.b.c.jpg"];
        for name in names {
            std::fs::write(folder.path().join(name), b"x").unwrap();
        }
        let scan = scan(folder.path(), |_| Ok::<_, Infallible>(())).unwrap();
        let mut found: Vec<_> = scan.files.iter().map(|file| file.source_name.clone()).collect();
        found.sort();
        let mut wanted = names.map(str::to_owned);
        wanted.sort();
        assert_eq!(found, wanted);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_named_and_never_followed() {
        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.jpg"), b"x").unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.jpg"), folder.path().join("a.jpg")).unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.path().join("b")).unwrap();

        let scan = scan(folder.path(), |_| Ok::<_, Infallible>(())).unwrap();

        assert!(scan.files.is_empty());
        assert_eq!(reasons(&scan), [("a.jpg", ImportReason::Link), ("b", ImportReason::Link)]);
    }

    #[test]
    fn a_step_stops_the_walk() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..5 {
            std::fs::write(folder.path().join(format!("{number}.jpg")), b"x").unwrap();
        }
        let stopped = scan(folder.path(), |seen| if seen == 3 { Err("stopped") } else { Ok(()) });
        assert_eq!(stopped, Err("stopped"));
    }
}
