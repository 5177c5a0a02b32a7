//! Keyset paging: a page ends with an opaque cursor that names its last row's sort keys.

use crate::error::StoreError;

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Where to continue; none on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page of at most `limit` rows from a query that asked for one more; `keys` gives a row's sort keys.
    pub fn cut(mut rows: Vec<T>, limit: u32, keys: impl Fn(&T) -> Vec<String>) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next = if has_more { rows.last().map(|row| cursor(&keys(row))) } else { None };
        Self { rows, next }
    }

    /// The same page with other rows.
    pub fn map<U>(self, row: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(row).collect(), next: self.next }
    }
}

/// The opaque text of sort keys.
pub fn cursor(keys: &[String]) -> String {
    keys.iter().map(|key| data_encoding::HEXLOWER.encode(key.as_bytes())).collect::<Vec<_>>().join(".")
}

/// The sort keys of a cursor.
///
/// # Errors
/// [`StoreError::BadCursor`] when it is not one of `N` keys.
pub fn parse_cursor<const N: usize>(cursor: &str) -> Result<[String; N], StoreError> {
    let keys: Option<Vec<String>> = cursor
        .split('.')
        .map(|part| {
            let bytes = data_encoding::HEXLOWER.decode(part.as_bytes()).ok()?;
            String::from_utf8(bytes).ok()
        })
        .collect();
    keys.and_then(|keys| keys.try_into().ok()).ok_or(StoreError::BadCursor)
}

/// A number in a cursor.
///
/// # Errors
/// [`StoreError::BadCursor`].
pub fn cursor_number(key: &str) -> Result<i64, StoreError> {
    key.parse().map_err(|_| StoreError::BadCursor)
}

/// The id that a list going down by ids continues below; the highest there is for a first page.
///
/// # Errors
/// [`StoreError::BadCursor`].
pub(crate) fn before_id(after: Option<&str>) -> Result<i64, StoreError> {
    match after {
        Some(cursor) => {
            let [id] = parse_cursor(cursor)?;
            cursor_number(&id)
        }
        None => Ok(i64::MAX),
    }
}

/// The id that a list going up by ids continues above; 0 for a first page.
///
/// # Errors
/// [`StoreError::BadCursor`].
pub(crate) fn after_id(after: Option<&str>) -> Result<i64, StoreError> {
    after.map_or(Ok(0), |cursor| {
        let [id] = parse_cursor(cursor)?;
        cursor_number(&id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_continues_after_its_last_row_and_the_last_page_ends() {
        let page = Page::cut(vec![1, 2, 3], 2, |row| vec![row.to_string(), "Öhman.".to_owned()]);
        assert_eq!(page.rows, [1, 2]);
        let [number, name] = parse_cursor::<2>(&page.next.unwrap()).unwrap();
        assert_eq!((cursor_number(&number).unwrap(), name.as_str()), (2, "Öhman."));
        assert_eq!(Page::cut(vec![1, 2], 2, |row| vec![row.to_string()]).next, None);
    }

    #[test]
    fn strangers_cursors_are_refused() {
        for bad in ["", "zz", "31.32", "ff"] {
            let parsed = parse_cursor::<1>(bad).and_then(|[key]| cursor_number(&key));
            assert!(matches!(parsed, Err(StoreError::BadCursor)), "{bad}");
        }
    }
}
