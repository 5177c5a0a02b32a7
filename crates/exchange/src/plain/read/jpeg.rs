//! What the markers of a JPEG say, without decoding it.

/// Facts of a print file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) has_profile: bool,
    /// Names of segments that must not leave the house.
    pub(super) metadata: Vec<String>,
}

/// Walks the markers up to the first scan. The error says what is wrong.
pub(super) fn facts(bytes: &[u8]) -> Result<Facts, &'static str> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8").ok_or("does not start as a JPEG")?;
    if !bytes.ends_with(b"\xff\xd9") {
        return Err("does not end as a JPEG");
    }
    let mut facts = Facts::default();
    let mut has_frame = false;
    loop {
        let (&[0xff, marker], after) = rest.split_first_chunk::<2>().ok_or("ends among its markers")? else {
            return Err("no marker where one must be");
        };
        let (length, _) = after.split_first_chunk::<2>().ok_or("ends among its markers")?;
        let length = usize::from(u16::from_be_bytes(*length));
        let segment = after.get(2..length).ok_or("a segment is cut off")?;
        rest = after.get(length..).ok_or("a segment is cut off")?;
        match marker {
            0xda if has_frame => return Ok(facts),
            0xda => return Err("a scan before the frame"),
            0xc0 => {
                let &[precision, h1, h2, w1, w2, components, ..] = segment else {
                    return Err("a short frame header");
                };
                if precision != 8 || components != 3 {
                    return Err("not 8 bits in three components");
                }
                facts.height = u16::from_be_bytes([h1, h2]);
                facts.width = u16::from_be_bytes([w1, w2]);
                has_frame = true;
            }
            0xc1..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err("not baseline"),
            0xe0 if segment.starts_with(b"JFIF\0") => {}
            0xe2 if segment.starts_with(b"ICC_PROFILE\0") => facts.has_profile = true,
            0xee if segment.starts_with(b"Adobe") => {}
            0xe1 if segment.starts_with(b"Exif\0") => facts.metadata.push("Exif".to_owned()),
            0xe0..=0xef => facts.metadata.push(format!("APP{}", marker - 0xe0)),
            0xfe => facts.metadata.push("comment".to_owned()),
            _ => {}
        }
    }
}
