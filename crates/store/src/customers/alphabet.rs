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
}
