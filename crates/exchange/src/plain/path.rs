//! Names on disk: folders by size, files by quantity and opaque id.

use domain::print::is_production_stem;

use super::{MOST_COPIES, PlainError};
use crate::folder::is_plain_segment;

/// The folder of a size and surface: `10x15`, `10x15_matta`.
///
/// # Errors
/// [`PlainError::Size`] when nothing that can be a folder name is left.
pub fn size_folder(size: &str, surface: &str) -> Result<String, PlainError> {
    let refused = || PlainError::Size { size: size.to_owned(), surface: surface.to_owned() };
    let size_part = ascii(size).ok_or_else(refused)?;
    let folder = if surface.trim().is_empty() {
        size_part
    } else {
        format!("{size_part}_{}", ascii(surface).ok_or_else(refused)?)
    };
    // the slips have a folder of their own
    if is_plain_segment(&folder) && !folder.eq_ignore_ascii_case("slips") {
        Ok(folder)
    } else {
        Err(refused())
    }
}

/// Where an image file lies: `10x15_matta/2x_A0000001.JPG`.
///
/// # Errors
/// [`PlainError::Quantity`], [`PlainError::Size`] or [`PlainError::Name`].
pub fn print_path(size: &str, surface: &str, quantity: u32, stem: &str) -> Result<String, PlainError> {
    if quantity == 0 || quantity > MOST_COPIES {
        return Err(PlainError::Quantity { quantity });
    }
    if !is_production_stem(stem) {
        return Err(PlainError::Name { name: stem.to_owned() });
    }
    Ok(format!("{}/{quantity}x_{stem}.JPG", size_folder(size, surface)?))
}

/// Letters of the three languages lose their marks, blanks become hyphens; anything else is refused,
/// because two sizes must never share a folder.
fn ascii(text: &str) -> Option<String> {
    let mut name = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            'ä' | 'å' | 'á' | 'à' => name.push('a'),
            'Ä' | 'Å' => name.push('A'),
            'ö' | 'ø' => name.push('o'),
            'Ö' | 'Ø' => name.push('O'),
            'é' | 'è' => name.push('e'),
            'ü' => name.push('u'),
            '×' => name.push('x'),
            ',' => name.push('.'),
            letter if letter.is_whitespace() => name.push('-'),
            letter if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.') => {
                name.push(letter)
            }
            _ => return None,
        }
    }
    if name.is_empty() { None } else { Some(name) }
}

#[cfg(test)]
mod tests {
    use super::{print_path, size_folder};
    use crate::plain::PlainError;

    #[test]
    fn folders_are_ascii() {
        assert_eq!(size_folder("10x15", "").ok().as_deref(), Some("10x15"));
        assert_eq!(size_folder("10x15", "matta").ok().as_deref(), Some("10x15_matta"));
        assert_eq!(size_folder("wallet 6×9", "kiiltävä").ok().as_deref(), Some("wallet-6x9_kiiltava"));
        for size in ["", "10/15", "../10x15", "写真", "..", "CON", "slips", "10x15\u{0}", ".x"] {
            assert!(matches!(size_folder(size, ""), Err(PlainError::Size { .. })), "{size:?}");
        }
    }

    #[test]
    fn quantities_outside_1_to_999_are_refused() {
        assert_eq!(print_path("10x15", "", 999, "A0000001").ok().as_deref(), Some("10x15/999x_A0000001.JPG"));
        for quantity in [0, 1000] {
            assert!(matches!(
                print_path("10x15", "", quantity, "A0000001"),
                Err(PlainError::Quantity { .. })
            ));
        }
    }

    #[test]
    fn a_name_is_no_stem() {
        for stem in ["Aino", "", "a0000001", "A000001", "A00000012", "Ä0000001"] {
            assert!(matches!(print_path("10x15", "", 1, stem), Err(PlainError::Name { .. })), "{stem:?}");
        }
    }
}
