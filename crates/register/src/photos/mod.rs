//! Pictures for the window, and the plain bytes of a frame's file for rendering.
//!
//! Invariant: what leaves here for the window was encoded by Kontakti itself; a foreign byte never does.

use domain::Entity;
use domain::ids::FrameId;
use domain::photo::{PhotoFile, PhotoFileKind};
pub use imaging::Orientation;
use imaging::{FileKind, ThumbnailSizes};
use store::thumbnails::{self, ThumbnailSize};
use store::{StoreError, frames, keylist};
use vault::Zeroizing;

use crate::import::scan::MOST_BYTES;
use crate::{Register, RegisterError};

/// Which picture of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// 512 pixels: a cell of the grid.
    Grid,
    /// 1440 pixels: at once in the large view.
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
    /// How the camera was held.
    pub orientation: Orientation,
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
                return Ok(imaging::render_view(&photo.bytes, photo.kind, photo.orientation, None)?.jpeg);
            }
        };
        if let Some(bytes) = thumbnails::get(self.store(), id, thumbnail_size)? {
            return Ok(bytes);
        }
        let photo = self.open_photo(id)?;
        let made =
            imaging::thumbnails(&photo.bytes, photo.kind, photo.orientation, &ThumbnailSizes::default())?;
        let both = [
            (id, ThumbnailSize::Grid, made.grid.as_slice()),
            (id, ThumbnailSize::Preview, made.preview.as_slice()),
        ];
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
        let file = files
            .into_iter()
            .min_by_key(|file| match file.kind {
                PhotoFileKind::Jpeg => 0,
                PhotoFileKind::Other => 1,
                PhotoFileKind::Raw => 2,
            })
            .ok_or(StoreError::NotFound { entity: Entity::Frame, id: id.get() })?;
        let key = keylist::get(self.store(), &file.vault_name)?.ok_or(RegisterError::PhotoMissing)?;
        let bytes = self.photos().read_all(&file.vault_name, &key, MOST_BYTES)?;
        let kind = imaging::sniff(&bytes, &file.source_name);
        let orientation = Orientation::from_exif(u32::from(listed.frame.orientation)).unwrap_or_default();
        Ok(OpenedPhoto { bytes, kind, orientation, file })
    }
}
