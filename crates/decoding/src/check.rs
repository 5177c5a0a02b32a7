//! Whether bytes are a JPEG as we encode it: what a worker that was taken over may hand to the window or a print lab.
//!
//! Checked is the whole structure: the segments that our encoder writes and no others, one frame of the size that was
//! said, one scan, nothing after it. Not checked is what the coded data show: that is the file's own picture or another.

use crate::wire::Nonsense;

/// Which colour profile the picture has to carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    None,
    /// The one that our encoder puts into prints.
    Srgb,
}

const HEAD: &[u8] = b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x01";
/// Where the head's segment ends: after two densities and the size of no thumbnail.
const AFTER_HEAD: usize = 20;
const PROFILE_PART: &[u8] = b"ICC_PROFILE\0\x01\x01";
/// Tables and headers before the scan.
const MOST_SEGMENTS: usize = 16;

/// Refuses what is not such a JPEG of `size`.
pub(crate) fn jpeg(bytes: &[u8], size: (u32, u32), profile: Profile) -> Result<(), Nonsense> {
    is_ours(bytes, size, profile).filter(|ours| *ours).map(drop).ok_or(Nonsense)
}

fn is_ours(bytes: &[u8], size: (u32, u32), profile: Profile) -> Option<bool> {
    if !bytes.starts_with(HEAD) || bytes.get(AFTER_HEAD - 2..AFTER_HEAD)? != [0, 0] {
        return None;
    }
    let mut rest = bytes.get(AFTER_HEAD..)?;
    let (mut has_frame, mut has_profile) = (false, false);
    for _ in 0..MOST_SEGMENTS {
        let (&[mark, code, high, low], _) = rest.split_first_chunk::<4>()?;
        let length = usize::from(u16::from_be_bytes([high, low]));
        let payload = rest.get(4..2 + length)?;
        rest = rest.get(2 + length..)?;
        if mark != 0xFF {
            return None;
        }
        match code {
            // tables of the quantisation and of Huffman's codes
            0xDB | 0xC4 => {}
            0xE2 if profile == Profile::Srgb && !has_profile => {
                let srgb = imaging::srgb_profile().ok()?;
                has_profile = payload.strip_prefix(PROFILE_PART)? == srgb;
                if !has_profile {
                    return None;
                }
            }
            0xC0 if !has_frame => {
                let (&[precision, h1, h0, w1, w0, components], _) = payload.split_first_chunk::<6>()?;
                let (width, height) = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
                has_frame = precision == 8 && components == 3 && (width.into(), height.into()) == size;
                if !has_frame {
                    return None;
                }
            }
            0xDA => return Some(has_frame && has_profile == (profile == Profile::Srgb) && is_one_scan(rest)),
            _ => return None,
        }
    }
    None
}

/// Coded data without a marker but the picture's end.
fn is_one_scan(data: &[u8]) -> bool {
    let Some(coded) = data.strip_suffix(&[0xFF, 0xD9]) else { return false };
    memchr::memchr_iter(0xFF, coded).all(|place| coded.get(place + 1) == Some(&0))
}
