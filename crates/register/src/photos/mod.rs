//! Pictures for the window, and the plain bytes of a frame's file for rendering.
//!
//! Invariants: what leaves here for the window was encoded by Kontakti itself, a foreign byte never does; a
//! thumbnail is kept only sealed under the key of the file that stands for its frame, bound to that file and its size,
//! so that it goes with the key and never shows under another frame.

#[cfg(test)]
pub(crate) mod tests;

pub use decoding::Orientation;
use decoding::{FileKind, ThumbnailSizes, Thumbnails};
use domain::Entity;
use domain::ids::FrameId;
use domain::photo::{Frame, Head, Marks, PhotoFile};
use store::thumbnails::{self, ThumbnailSize};
use store::{StoreError, frames, keylist};
use vault::{PhotoKey, VaultError, Zeroizing, open_small, seal_small};

use crate::import::scan::MOST_BYTES;
use crate::{Register, RegisterError};

/// Which picture of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// 512 pixels: a cell of the grid.
    Grid,
    /// 1440 to 1620 pixels: at once in the large view.
    Preview,
    /// Every pixel: sharp in the large view.
    Full,
}

/// A frame's picture file, opened.
pub struct OpenedPhoto {
    /// The plain file.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What it is.
    pub kind: FileKind,
    /// How it is shown: as the camera was held, and as staff turned it.
    pub orientation: Orientation,
    /// The quarter turns by staff within `orientation`.
    pub turn: u8,
    /// Where the head is, when staff said so.
    pub head: Option<Head>,
    /// Its row.
    pub file: PhotoFile,
}

impl Register {
    /// An upright sRGB JPEG of a frame, encoded by us. A thumbnail that is not there yet is made and kept.
    ///
    /// # Errors
    /// [`RegisterError::NoPicture`] for a frame that has nothing to show; when its file is missing or damaged.
    pub fn picture(&self, id: FrameId, size: PictureSize) -> Result<Vec<u8>, RegisterError> {
        let thumbnail_size = match size {
            PictureSize::Grid => ThumbnailSize::Grid,
            PictureSize::Preview => ThumbnailSize::Preview,
            PictureSize::Full => {
                let photo = self.open_photo(id)?;
                let view = self.decoder().view(&**photo.bytes, photo.kind, photo.orientation, None)?;
                return Ok(view.jpeg);
            }
        };
        let (listed, files) = self.read(|tx| Ok((frames::get(tx, id)?, frames::files(tx, id)?)))?;
        let file = standing(files, id)?;
        let turn = listed.frame.marks.turn;
        let key = self.photo_key(&file)?;
        if let Some(sealed) = thumbnails::get(self.store(), id, thumbnail_size)?
            && let Ok(mut bytes) = open_small(&key, &place(&file.vault_name, thumbnail_size, turn), &sealed)
        {
            return Ok(std::mem::take(&mut *bytes));
        }
        // it may have been turned, or another file may stand for it, since it was looked for
        let photo = self.open_photo(id)?;
        let key = self.photo_key(&photo.file)?;
        let sizes = ThumbnailSizes::default();
        let made = self.decoder().thumbnails(&**photo.bytes, photo.kind, photo.orientation, &sizes)?;
        let sealed = seal_thumbnails(&photo.file.vault_name, &key, photo.turn, &made);
        let both = sealed.each_ref().map(|(size, bytes)| (id, *size, bytes.as_slice()));
        thumbnails::put_all(self.store(), &both)?;
        Ok(if size == PictureSize::Grid { made.grid } else { made.preview })
    }

    /// Opens the file that stands for a frame: its JPEG, else another picture, else its raw file.
    ///
    /// # Errors
    /// When the frame is unknown, has nothing to show, or its file is missing or damaged.
    pub fn open_photo(&self, id: FrameId) -> Result<OpenedPhoto, RegisterError> {
        let (listed, files) = self.read(|tx| Ok((frames::get(tx, id)?, frames::files(tx, id)?)))?;
        if !listed.has_preview {
            return Err(RegisterError::NoPicture);
        }
        let file = standing(files, id)?;
        let key = self.photo_key(&file)?;
        let read = || self.photos().read_all(&file.vault_name, &key, MOST_BYTES);
        let bytes = match read() {
            Err(VaultError::NotFound { .. } | VaultError::SealDamaged { .. } | VaultError::Io(_))
                if self.fetch_back(&file.vault_name, &key, &file.blake3, file.size_bytes) =>
            {
                read()?
            }
            other => other?,
        };
        let kind = decoding::sniff(&bytes, &file.source_name);
        let orientation = shown(&listed.frame);
        let Marks { turn, head, .. } = listed.frame.marks;
        Ok(OpenedPhoto { bytes, kind, orientation, turn, head, file })
    }

    /// Whether content of this BLAKE3 hash is stored: a row names it, its key is there, and its sealed file opens under it
    /// with the right length. What lies deeper in the file was verified when it was stored.
    ///
    /// # Errors
    /// Trouble with the register's own disk.
    pub(crate) fn holds_content(&self, blake3: &[u8; 32]) -> Result<bool, RegisterError> {
        let file = self.read(|tx| Ok(frames::find_content(tx, blake3)?))?;
        file.map_or(Ok(false), |file| self.holds(&file.vault_name, file.size_bytes))
    }

    /// Whether a row's file of this content length can be opened, see [`Self::holds_content`].
    pub(crate) fn holds(&self, vault_name: &str, size_bytes: u64) -> Result<bool, RegisterError> {
        let Some(key) = keylist::get(self.store(), vault_name)? else { return Ok(false) };
        match self.photos().open(vault_name, &key) {
            Ok(reader) => Ok(reader.length() == size_bytes),
            Err(error) => {
                tracing::warn!(%error, "a stored file does not open");
                Ok(false)
            }
        }
    }

    fn photo_key(&self, file: &PhotoFile) -> Result<PhotoKey, RegisterError> {
        keylist::get(self.store(), &file.vault_name)?.ok_or(RegisterError::PhotoMissing)
    }
}

/// The file that stands for a frame.
fn standing(files: Vec<PhotoFile>, id: FrameId) -> Result<PhotoFile, StoreError> {
    files
        .into_iter()
        .min_by_key(|file| file.kind.rank())
        .ok_or(StoreError::NotFound { entity: Entity::Frame, id: id.get() })
}

/// How a frame is shown.
pub fn shown(frame: &Frame) -> Orientation {
    Orientation::from_exif(u32::from(frame.shown_orientation())).unwrap_or_default()
}

/// Both thumbnails as they are kept: sealed under the key of the file that stands for their frame, turned by `turn`
/// quarters.
pub fn seal_thumbnails(
    vault_name: &str,
    key: &PhotoKey,
    turn: u8,
    made: &Thumbnails,
) -> [(ThumbnailSize, Vec<u8>); 2] {
    let sealed = |size, bytes: &[u8]| (size, seal_small(key, &place(vault_name, size, turn), bytes));
    [sealed(ThumbnailSize::Grid, &made.grid), sealed(ThumbnailSize::Preview, &made.preview)]
}

/// What a sealed thumbnail is bound to. One of a frame that was turned since does not open, and is made anew.
fn place(vault_name: &str, size: ThumbnailSize, turn: u8) -> Vec<u8> {
    let size = size.code();
    if turn == 0 {
        format!("thumbnail/{vault_name}/{size}")
    } else {
        format!("thumbnail/{vault_name}/{size}/{turn}")
    }
    .into_bytes()
}
