//! Names as they are looked for: folded words, digits, and what was typed into a search field.
//!
//! Deliberately not here: SQL. Invariant: a stored text and a typed one are folded by the same function, and
//! a folded word holds no ASCII character but small letters and digits, so that it needs no quoting.

use domain::customer::CustomerFields;
use domain::field::phone_digits;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case and diacritics: `Ä` is `a`, `Öhman` is `ohman`, `æ` is `ae`, `ø` is `o`, `ß` is `ss`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in
        text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase)
    {
        match character {
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            'ı' => folded.push('i'),
            other if is_combining_mark(other) => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The folded words of a text: runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words under which a customer is found: those of the names and of the e-mail address, double names
/// also as one word, names with `æ` also with `a`, and the telephone number in its home form. Each once, with a
/// blank before and between.
pub(crate) fn search_words(fields: &CustomerFields) -> String {
    let mut found: Vec<String> = Vec::new();
    for name in [&fields.last_name, &fields.first_name] {
        found.extend(words(name));
        if name.contains(['æ', 'Æ']) {
            found.extend(words(&name.replace(['æ', 'Æ'], "a")));
        }
        for whole in name.split_whitespace() {
            found.push(words(whole).concat());
        }
    }
    found.extend(words(&fields.email));
    found.push(phone_digits(&fields.phone));
    let mut text = String::new();
    for (place, word) in found.iter().enumerate() {
        let is_first = found.iter().position(|other| other == word) == Some(place);
        if is_first && !word.is_empty() {
            text.push(' ');
            text.push_str(word);
        }
    }
    text
}

/// The digits under which a customer is found: the telephone number in its home form, and words of the
/// names that hold a digit.
pub(crate) fn search_digits(fields: &CustomerFields) -> String {
    let mut text = phone_digits(&fields.phone);
    for name in [&fields.last_name, &fields.first_name] {
        for word in
            words(name).iter().filter(|word| word.contains(|character: char| character.is_ascii_digit()))
        {
            text.push(' ');
            text.push_str(word);
        }
    }
    text
}

/// What was typed, taken apart. A customer must match all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Beginnings of words, folded.
    pub words: Vec<String>,
    /// Three digits or more, to be found anywhere; empty for none.
    pub digits: String,
    /// Three characters or more of an e-mail address in small letters; empty for none. The words of its part
    /// before the `@` are among the words.
    pub email: String,
}

impl Typed {
    /// Takes a typed text apart. Neighbouring groups of digits are one telephone number. One or two digits
    /// are the beginning of a word.
    pub fn parse(text: &str) -> Self {
        let mut typed = Self::default();
        let mut numbers: Vec<&str> = Vec::new();
        for part in text.split_whitespace() {
            if is_number_part(part) {
                numbers.push(part);
            } else if typed.email.is_empty() && part.contains('@') && part.chars().count() >= 3 {
                typed.email = part.chars().filter(|character| !character.is_control()).collect::<String>();
                typed.email.make_ascii_lowercase();
                // few share the words before the @, very many those after it
                typed
                    .words
                    .extend(part.split('@').map(words).find(|found| !found.is_empty()).unwrap_or_default());
            } else {
                typed.words.extend(words(part));
            }
        }
        let digits = phone_digits(&numbers.join(" "));
        if digits.len() >= 3 {
            typed.digits = digits;
        } else if !digits.is_empty() {
            typed.words.push(digits);
        }
        typed
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.digits.is_empty() && self.email.is_empty()
    }

    /// Digits alone that are the beginning of a telephone number in its home form: as a word they are found at once,
    /// while among fragments every number has their parts.
    pub fn beginning_of_a_number(&self) -> Option<Self> {
        let is_alone = self.words.is_empty() && self.email.is_empty();
        (is_alone && self.digits.starts_with('0'))
            .then(|| Self { words: vec![self.digits.clone()], ..Self::default() })
    }

    /// The words as a full-text expression; empty without words.
    pub fn words_expression(&self) -> String {
        self.words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" AND ")
    }

    /// Digits, and of the e-mail what stands before the `@`, as an expression over the table of fragments;
    /// empty without either.
    pub fn fragments_expression(&self) -> String {
        let mut parts = Vec::new();
        let email = self.email.split_inclusive('@').next().filter(|local| local.chars().count() >= 3);
        for (column, text) in [("digits", self.digits.as_str()), ("email", email.unwrap_or(&self.email))] {
            if !text.is_empty() {
                parts.push(format!("{column} : \"{}\"", text.replace('"', "\"\"")));
            }
        }
        parts.join(" AND ")
    }

    /// Whether a customer's stored words, digits and e-mail match.
    pub fn matches(&self, search_words: &str, search_digits: &str, email: &str) -> bool {
        self.words.iter().all(|word| has_word(search_words, word))
            && search_digits.contains(&self.digits)
            && (self.email.is_empty() || email.to_ascii_lowercase().contains(&self.email))
    }
}

/// Whether one of the words, each after a blank, begins with `beginning`.
fn has_word(search_words: &str, beginning: &str) -> bool {
    search_words.split(' ').any(|word| word.starts_with(beginning))
}

fn is_number_part(part: &str) -> bool {
    part.contains(|character: char| character.is_ascii_digit())
        && part.chars().all(|character| {
            character.is_ascii_digit() || matches!(character, '+' | '-' | '\u{2013}' | '(' | ')' | '.' | '/')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn diacritics_and_case_do_not_count() {
        for (text, folded) in [
            ("Öhman", "ohman"),
            ("ÄÅäå", "aaaa"),
            ("O\u{308}hman", "ohman"),
            ("Kjær", "kjaer"),
            ("Sørensen", "sorensen"),
            ("Weiß", "weiss"),
            ("Łukasz", "lukasz"),
            ("Čarna", "carna"),
            ("İpek", "ipek"),
            ("Иван", "иван"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_customer_is_found_under_words_of_names_address_and_number() {
        let fields = CustomerFields {
            last_name: "Kjær-Öhman".into(),
            first_name: "Anna-Maija".into(),
            email: "Anna.Kjaer@Example.com".into(),
            phone: "+358 40 123 4567".into(),
            ..CustomerFields::default()
        };
        assert_eq!(
            search_words(&fields),
            " kjaer ohman kjar kjaerohman anna maija annamaija example com 0401234567"
        );
        let club = CustomerFields { last_name: "Lions Club 107".into(), ..CustomerFields::default() };
        assert_eq!(search_digits(&club), " 107");
    }

    #[test]
    fn what_is_typed_is_taken_apart() {
        let parsed = |text: &str| {
            let typed = Typed::parse(text);
            (typed.words.join(" "), typed.digits, typed.email)
        };
        for (text, words, digits, email) in [
            ("virtanen aino", "virtanen aino", "", ""),
            ("  AINO Vir ", "aino vir", "", ""),
            ("Öh", "oh", "", ""),
            ("040 123", "", "040123", ""),
            ("+358 40 123-4", "", "0401234", ""),
            ("aino 040 12", "aino", "04012", ""),
            ("04", "04", "", ""),
            ("3B", "3b", "", ""),
            ("Aino@Exa", "aino", "", "aino@exa"),
            ("@exa.mp", "exa mp", "", "@exa.mp"),
            ("a@", "a", "", ""),
            ("\"* OR -(", "or", "", ""),
            ("  ", "", "", ""),
        ] {
            assert_eq!(parsed(text), (words.to_owned(), digits.to_owned(), email.to_owned()), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn folded_words_need_no_quoting(text in "\\PC{0,40}") {
            for word in words(&text) {
                prop_assert!(word.bytes().all(|byte| !byte.is_ascii() || byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{word:?}");
            }
        }

        #[test]
        fn a_customer_is_found_by_the_beginning_of_each_own_word(last in "[A-ZÅÄÖa-zåäö' -]{1,30}", cut in 1_usize..10) {
            let fields = CustomerFields { last_name: last.clone(), ..CustomerFields::default() };
            let stored = search_words(&fields);
            let typed: Vec<String> = last.split_whitespace().map(|word| word.chars().take(cut).collect()).collect();
            prop_assert!(Typed::parse(&typed.join(" ")).matches(&stored, "", ""));
        }
    }
}
