//! RFC 4180 records with a semicolon, strictly.

/// Splits text into records. The error is the line's number and what is wrong.
pub(super) fn records(text: &str) -> Result<Vec<Vec<String>>, (usize, &'static str)> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut letters = text.chars().peekable();
    let mut line = 1;
    while letters.peek().is_some() {
        let mut cell = String::new();
        let is_quoted = letters.next_if_eq(&'"').is_some();
        if is_quoted {
            loop {
                match letters.next() {
                    None => return Err((line, "a quote is not closed")),
                    Some('"') if letters.next_if_eq(&'"').is_some() => cell.push('"'),
                    Some('"') => break,
                    Some(letter) => {
                        line += usize::from(letter == '\n');
                        cell.push(letter);
                    }
                }
            }
        } else {
            while let Some(letter) = letters.next_if(|letter| !matches!(letter, ';' | '\r' | '\n' | '"')) {
                cell.push(letter);
            }
        }
        record.push(cell);
        match letters.next() {
            Some(';') if letters.peek().is_some() => {}
            Some('\r') if letters.next_if_eq(&'\n').is_some() => {
                records.push(std::mem::take(&mut record));
                line += 1;
            }
            _ => return Err((line, "a cell or line does not end as it must")),
        }
    }
    if record.is_empty() { Ok(records) } else { Err((line, "the last line is not ended")) }
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn quoting_is_undone() {
        let read = records("a;\"b;\"\"c\"\"\";\r\n\"x\r\ny\";;z\r\n").expect("records");
        assert_eq!(read, [["a", "b;\"c\"", ""], ["x\r\ny", "", "z"]]);
    }

    #[test]
    fn what_is_not_strict_is_refused() {
        for text in ["a;b\n", "a;b", "\"a\r\n", "a\"b\r\n", "\"a\"b\r\n", "a;"] {
            assert!(records(text).is_err(), "{text:?}");
        }
    }
}
