//! The Finnish alphabet as sort keys: bytes that compare as the names do.
//!
//! Deliberately not here: sorting in the window's language; lists are kept in Finnish order whatever the
//! window speaks, so that a page's cursor stays valid. Invariant: the key of a name depends on the name alone.

use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::locale;

use crate::StoreError;

static FINNISH: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let preferences: CollatorPreferences = locale!("fi").into();
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
});

/// Beyond the key of every name: a family name has at most 200 characters, and its key no more bytes of ones than two
/// for each.
pub(crate) const BEYOND: [u8; 1_024] = [0xFF; 1_024];

/// A key as it stands in a cursor.
pub(crate) fn written_key(key: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(key)
}

/// The key that stands in a cursor.
///
/// # Errors
/// [`StoreError::BadCursor`].
pub(crate) fn parse_key(written: &str) -> Result<Vec<u8>, StoreError> {
    data_encoding::HEXLOWER.decode(written.as_bytes()).map_err(|_| StoreError::BadCursor)
}

/// The sort key of a name: family name, then given names.
///
/// # Errors
/// [`StoreError::UnknownValue`] in a program that was built without the Finnish order.
pub(crate) fn sort_key(last_name: &str, first_name: &str) -> Result<Vec<u8>, StoreError> {
    let unknown = StoreError::UnknownValue { column: "customers.sort_key" };
    let finnish = FINNISH.as_ref().ok_or(unknown)?;
    let mut key = Vec::new();
    let Ok(()) = finnish.write_sort_key_to(last_name, &mut key);
    key.push(0);
    let Ok(()) = finnish.write_sort_key_to(first_name, &mut key);
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_finnish_order() {
        let in_order = [
            ("aalto", "Eino"),
            ("Aalto", "Aino"),
            ("Virta", "Väinö"),
            ("Virtanen", "Aino"),
            ("Virtanen", "Ääni"),
            ("Virtanen", "Öllölä"),
            ("Wirtanen", "Aino"),
            ("Yli-Koski", "Aino"),
            ("Zetterberg", "Aino"),
            ("Ågren", "Aino"),
            ("Ähtäri", "Aino"),
            ("Öhman", "Sanna"),
        ];
        let mut sorted: Vec<_> = in_order.into_iter().rev().collect();
        sorted.sort_by_key(|(last, first)| sort_key(last, first).unwrap());
        assert_eq!(sorted, in_order);
    }
    #[test]
    fn no_name_stands_beyond_the_last_place() {
        for last in ['Ö', '\u{10FFFF}', '\u{FFFF}', '\u{FFFD}', '鿿', 'ʒ'] {
            let name = last.to_string().repeat(200);
            assert!(sort_key(&name, &name).unwrap().as_slice() < BEYOND.as_slice(), "{last:?}");
        }
    }
}
