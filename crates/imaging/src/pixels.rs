//! Decoded pixels and their resampling.

use std::cell::RefCell;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::error::ImagingError;
use domain::print::CropRect;

/// An RGB picture, 8 bits a sample, rows without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rgb {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) data: Vec<u8>,
}

/// A picture as stored and the same one upright.
const MOST_SPARE: usize = 2;
/// A picture of 24 megapixels, whole; a larger one's memory is given back.
const LARGEST_SPARE: usize = 80 * 1024 * 1024;

thread_local! {
    static SPARE: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// `length` zero bytes, in the memory that [`Rgb::spare`] left on this thread if there is some: the system takes longer
/// to hand out the pages of a full-size picture than the decoder to fill a quarter of them.
pub(crate) fn blank(length: usize) -> Vec<u8> {
    // a small picture must not take the room of a large one
    let fits = |spare: &Vec<u8>| (length..=length.saturating_mul(2)).contains(&spare.capacity());
    let spare =
        SPARE.with_borrow_mut(|spare| spare.iter().position(fits).map(|place| spare.swap_remove(place)));
    let Some(mut bytes) = spare else { return vec![0; length] };
    bytes.clear();
    bytes.resize(length, 0);
    bytes
}

impl Rgb {
    /// Leaves this picture's memory to the next one that is decoded or turned on this thread.
    pub(crate) fn spare(self) {
        if self.data.capacity() > LARGEST_SPARE {
            return;
        }
        SPARE.with_borrow_mut(|spare| {
            if spare.len() == MOST_SPARE {
                spare.remove(0);
            }
            spare.push(self.data);
        });
    }

    /// Gives back what [`Rgb::spare`] left on this thread: one that shows pictures outlives the lock.
    pub(crate) fn forget_spare() {
        SPARE.with_borrow_mut(Vec::clear);
    }

    /// A black picture.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Self { width, height, data: blank(width as usize * height as usize * 3) }
    }

    /// The part `crop` of this picture at exactly `width` x `height` pixels, by Lanczos.
    pub(crate) fn resized(&self, crop: CropRect, width: u32, height: u32) -> Result<Self, ImagingError> {
        self.resampled(crop, width, height, FilterType::Lanczos3)
    }

    fn resampled(
        &self,
        crop: CropRect,
        width: u32,
        height: u32,
        filter: FilterType,
    ) -> Result<Self, ImagingError> {
        thread_local! {
            static RESIZER: RefCell<Resizer> = RefCell::new(Resizer::new());
        }
        let source = ImageRef::new(self.width, self.height, &self.data, PixelType::U8x3)
            .map_err(ImagingError::damaged)?;
        let mut target = Image::new(width, height, PixelType::U8x3);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter)).use_alpha(false).crop(
            f64::from(crop.x),
            f64::from(crop.y),
            f64::from(crop.w),
            f64::from(crop.h),
        );
        RESIZER
            .with_borrow_mut(|resizer| {
                let result = resizer.resize(&source, &mut target, &options);
                resizer.reset_internal_buffers();
                result
            })
            .map_err(ImagingError::damaged)?;
        Ok(Self { width, height, data: target.into_vec() })
    }

    /// This picture with a long edge of at most `max_edge`; never enlarged.
    pub(crate) fn fitted(self, max_edge: u32) -> Result<Self, ImagingError> {
        let (width, height) = fit(self.width, self.height, max_edge);
        if (width, height) == (self.width, self.height) {
            return Ok(self);
        }
        self.resized(self.whole(), width, height)
    }

    /// A thumbnail of this picture with a long edge of at most `max_edge`; never enlarged. By Hamming's filter: at a third
    /// of the size nobody tells it from Lanczos, which looks at three times as many pixels.
    pub(crate) fn thumbnail(&self, max_edge: u32) -> Result<Self, ImagingError> {
        let (width, height) = fit(self.width, self.height, max_edge);
        if (width, height) == (self.width, self.height) {
            return Ok(self.clone());
        }
        self.resampled(self.whole(), width, height, FilterType::Hamming)
    }

    fn whole(&self) -> CropRect {
        CropRect { x: 0, y: 0, w: self.width, h: self.height }
    }
}

/// The size of a `width` x `height` picture with a long edge of at most `max_edge`.
pub(crate) fn fit(width: u32, height: u32, max_edge: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= max_edge || long == 0 {
        return (width, height);
    }
    let scaled = |side: u32| {
        let rounded = (u64::from(side) * u64::from(max_edge) + u64::from(long) / 2) / u64::from(long);
        u32::try_from(rounded).unwrap_or(max_edge).max(1)
    };
    (scaled(width), scaled(height))
}
