//! What is looked at in a workbook before its parser sees it.
//!
//! The parser unpacks whatever a ZIP archive holds, and follows the chains of a compound file as far as they go. Both
//! can be made endless in a small file, and a damaged compound file is so by accident.
//!
//! Deliberately not here: whether the file is right otherwise; the parser finds out.

use super::{MOST_UNPACKED, RosterError};

/// Refuses an archive whose parts say that they hold more than [`MOST_UNPACKED`]. The `zip` crate ends a part that
/// holds more than it says.
///
/// Every header of a central directory counts, wherever it stands, because an archive may have several directories
/// and only its reader knows which one it takes. Sizes of 64 bits are beyond the limit as they are.
///
/// # Errors
/// [`RosterError::TooLarge`].
pub(super) fn check_archive(bytes: &[u8]) -> Result<(), RosterError> {
    const STORED: u32 = 0;
    const DEFLATED: u32 = 8;
    let headers = bytes.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02");
    let mut sum = 0_u64;
    for (place, _) in headers {
        let field = |offset: usize, bytes_of_field: usize| {
            bytes.get(place + offset..place + offset + bytes_of_field).map(little_endian)
        };
        // other methods cannot be read, and their signature may be chance
        if let (Some(STORED | DEFLATED), Some(size)) = (field(10, 2), field(24, 4)) {
            sum += u64::from(size);
        }
    }
    if sum > MOST_UNPACKED { Err(RosterError::TooLarge) } else { Ok(()) }
}

/// Refuses a compound file ([MS-CFB]) with a chain of sectors that comes back to itself.
///
/// # Errors
/// [`RosterError::BrokenWorkbook`].
pub(super) fn check_compound_file(bytes: &[u8]) -> Result<(), RosterError> {
    let table = allocation_table(bytes).ok_or(RosterError::BrokenWorkbook)?;
    let mut walk_of = vec![0_u32; table.len()];
    for (walk, start) in (1..).zip(0..table.len()) {
        let mut sector = start;
        while let (Some(next), Some(seen)) = (table.get(sector), walk_of.get_mut(sector)) {
            if *seen == walk {
                return Err(RosterError::BrokenWorkbook);
            }
            if *seen != 0 {
                break;
            }
            *seen = walk;
            sector = usize::try_from(*next).unwrap_or(usize::MAX);
        }
    }
    Ok(())
}

/// For each sector the one that follows it ([MS-CFB] 2.3), or nothing where the file is no compound file.
fn allocation_table(bytes: &[u8]) -> Option<Vec<u32>> {
    const LARGEST_SECTOR: u32 = 0xffff_fff9;
    let numbers = |from: usize, to: usize| bytes.get(from..to.min(bytes.len())).map(numbers_of);
    let sector_size: usize = match bytes.get(30..32).map(little_endian)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let sector = |number: u32| {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(sector_size)?;
        numbers(from, from.checked_add(sector_size)?)
    };
    let mut places: Vec<u32> = numbers(76, 512)?.collect();
    let mut next = bytes.get(68..72).map(little_endian)?;
    let mut sectors_left = bytes.len() / sector_size;
    while next <= LARGEST_SECTOR {
        sectors_left = sectors_left.checked_sub(1)?;
        places.extend(sector(next)?);
        next = places.pop()?;
    }
    places.retain(|place| *place <= LARGEST_SECTOR);
    // a sector that is listed a thousand times would be read a thousand times
    if places.len() > bytes.len() / sector_size {
        return None;
    }
    Some(places.into_iter().filter_map(sector).flatten().collect())
}

fn numbers_of(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(little_endian)
}

/// The number in at most four bytes.
fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn central_header(method: u16, size: u32) -> Vec<u8> {
        let mut header = b"PK\x01\x02".to_vec();
        header.extend([0; 6]);
        header.extend(method.to_le_bytes());
        header.extend([0; 12]);
        header.extend(size.to_le_bytes());
        header.extend([0; 18]);
        header
    }

    #[test]
    fn parts_that_say_they_are_too_large_are_refused() {
        let half = u32::try_from(MOST_UNPACKED / 2).unwrap();
        for (headers, result) in [
            (vec![], Ok(())),
            (vec![(8, half), (8, half)], Ok(())),
            (vec![(8, half), (0, half), (8, 1)], Err(RosterError::TooLarge)),
            (vec![(8, u32::MAX)], Err(RosterError::TooLarge)),
            (vec![(0xa7c3, u32::MAX)], Ok(())),
        ] {
            let bytes: Vec<u8> = headers
                .iter()
                .flat_map(|(method, size)| [b"..".to_vec(), central_header(*method, *size)].concat())
                .collect();
            assert_eq!(check_archive(&bytes), result, "{headers:?}");
        }
        assert_eq!(check_archive(b"PK\x01\x02"), Ok(()), "a header that is cut off");
    }

    /// A compound file with its table in sector 0 and the given successors.
    fn compound_file(successors: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0; 512];
        bytes[30] = 9;
        bytes[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
        bytes[76..].fill(0xff);
        bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
        let mut table = vec![0xff; 512];
        for (place, next) in successors.iter().enumerate() {
            table[place * 4..place * 4 + 4].copy_from_slice(&next.to_le_bytes());
        }
        bytes.extend(table);
        bytes
    }

    #[test]
    fn chains_of_sectors_that_run_in_a_circle_are_refused() {
        const END: u32 = 0xffff_fffe;
        for (successors, result) in [
            (vec![0xffff_fffd, 2, 3, END, 3], Ok(())),
            (vec![0xffff_fffd, 1], Err(RosterError::BrokenWorkbook)),
            (vec![0xffff_fffd, 2, 3, 1], Err(RosterError::BrokenWorkbook)),
            (vec![0xffff_fffd, 77_777], Ok(())),
        ] {
            assert_eq!(check_compound_file(&compound_file(&successors)), result, "{successors:?}");
        }
        let mut endless = compound_file(&[END]);
        endless[68..72].copy_from_slice(&0_u32.to_le_bytes());
        endless[512 + 508..].copy_from_slice(&0_u32.to_le_bytes());
        assert_eq!(
            check_compound_file(&endless),
            Err(RosterError::BrokenWorkbook),
            "the list of tables itself"
        );
        for cut in [0, 31, 70, 511] {
            assert_eq!(
                check_compound_file(&compound_file(&[])[..cut]),
                Err(RosterError::BrokenWorkbook),
                "{cut}"
            );
        }
    }
}
