//! What a passphrase must be: long enough, and not easily guessed as zxcvbn rates it.
//!
//! Codes only; the texts are the caller's. The library knows English word lists and common passwords, not
//! Finnish words: the names it should hold against the passphrase (studio, owner, places) are passed in.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;
use zxcvbn::feedback::{Suggestion, Warning};

/// Fewest characters of a passphrase.
pub const MINIMUM_LENGTH: usize = 12;

/// Lowest score of a passphrase: 3, "safely unguessable" (at least 10^8 guesses).
pub const MINIMUM_SCORE: u8 = 3;

/// Shorter words of the studio's own, "Oy" or "Ii", occur in any text.
const SHORTEST_OWN_WORD: usize = 4;

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// 0 (trivial) to 4 (very hard).
    pub score: u8,
    /// Order of magnitude of the guesses needed; negative infinity for an empty text.
    pub guesses_log10: f64,
    /// The main weakness, if one was found.
    pub warning: Option<StrengthWarning>,
    /// What would help.
    pub suggestions: Vec<StrengthSuggestion>,
}

/// Why a passphrase is refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PassphraseError {
    /// Fewer than [`MINIMUM_LENGTH`] characters.
    #[error("{found} characters, at least {minimum} needed")]
    TooShort {
        /// [`MINIMUM_LENGTH`].
        minimum: usize,
        /// Characters typed.
        found: usize,
    },
    /// Scores below [`MINIMUM_SCORE`].
    #[error("score {}, at least {MINIMUM_SCORE} needed", .0.score)]
    TooWeak(Strength),
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident from $foreign:ident { $($variant:ident = $code:literal <- $from:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`")] $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code under which the text is found.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }
        }

        impl From<$foreign> for $name {
            fn from(foreign: $foreign) -> Self {
                match foreign {
                    $($foreign::$from => Self::$variant,)*
                }
            }
        }
    };
}

codes! {
    /// The main weakness of a passphrase.
    StrengthWarning from Warning {
        KeyboardRow = "keyboard_row" <- StraightRowsOfKeysAreEasyToGuess,
        KeyboardPattern = "keyboard_pattern" <- ShortKeyboardPatternsAreEasyToGuess,
        RepeatedCharacter = "repeated_character" <- RepeatsLikeAaaAreEasyToGuess,
        RepeatedPattern = "repeated_pattern" <- RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        TopTen = "top_ten" <- ThisIsATop10Password,
        TopHundred = "top_hundred" <- ThisIsATop100Password,
        Common = "common" <- ThisIsACommonPassword,
        SimilarToCommon = "similar_to_common" <- ThisIsSimilarToACommonlyUsedPassword,
        Sequence = "sequence" <- SequencesLikeAbcAreEasyToGuess,
        RecentYear = "recent_year" <- RecentYearsAreEasyToGuess,
        SingleWord = "single_word" <- AWordByItselfIsEasyToGuess,
        Date = "date" <- DatesAreOftenEasyToGuess,
        NameAlone = "name_alone" <- NamesAndSurnamesByThemselvesAreEasyToGuess,
        CommonName = "common_name" <- CommonNamesAndSurnamesAreEasyToGuess,
    }
}

codes! {
    /// What would make a passphrase better.
    StrengthSuggestion from Suggestion {
        FewWords = "few_words" <- UseAFewWordsAvoidCommonPhrases,
        NoSymbolsNeeded = "no_symbols_needed" <- NoNeedForSymbolsDigitsOrUppercaseLetters,
        AnotherWord = "another_word" <- AddAnotherWordOrTwo,
        CapitalsHelpLittle = "capitals_help_little" <- CapitalizationDoesntHelpVeryMuch,
        AllCapitalsHelpLittle = "all_capitals_help_little" <- AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase,
        ReversalHelpsLittle = "reversal_helps_little" <- ReversedWordsArentMuchHarderToGuess,
        SubstitutionHelpsLittle = "substitution_helps_little" <- PredictableSubstitutionsDontHelpVeryMuch,
        LongerKeyboardPattern = "longer_keyboard_pattern" <- UseALongerKeyboardPatternWithMoreTurns,
        AvoidRepeats = "avoid_repeats" <- AvoidRepeatedWordsAndCharacters,
        AvoidSequences = "avoid_sequences" <- AvoidSequences,
        AvoidRecentYears = "avoid_recent_years" <- AvoidRecentYears,
        AvoidOwnYears = "avoid_own_years" <- AvoidYearsThatAreAssociatedWithYou,
        AvoidOwnDates = "avoid_own_dates" <- AvoidDatesAndYearsThatAreAssociatedWithYou,
    }
}

/// Rates a passphrase; `user_inputs` are words an attacker would try first: what is left without them counts.
pub fn strength(passphrase: &str, user_inputs: &[&str]) -> Strength {
    let normal = normalise(passphrase);
    let whole = rate(&normal, user_inputs);
    let lower = Zeroizing::new(normal.to_lowercase());
    let rest = without(&lower, user_inputs);
    if rest == lower {
        return whole;
    }
    let rest = rate(&rest, user_inputs);
    if rest.guesses_log10 < whole.guesses_log10 { rest } else { whole }
}

/// A passphrase in lower case without the words, and without the parts of those that consist of several.
fn without(lower: &str, words: &[&str]) -> Zeroizing<String> {
    let words: Vec<String> = words.iter().map(|word| normalise(word.trim()).to_lowercase()).collect();
    let parts = words.iter().flat_map(|word| word.split_whitespace());
    let mut rest = Zeroizing::new(lower.to_owned());
    for word in words.iter().map(String::as_str).chain(parts) {
        if word.chars().count() >= SHORTEST_OWN_WORD {
            rest = Zeroizing::new(rest.replace(word, ""));
        }
    }
    rest
}

fn rate(normal: &str, user_inputs: &[&str]) -> Strength {
    let entropy = zxcvbn::zxcvbn(normal, user_inputs);
    let feedback = entropy.feedback();
    Strength {
        score: entropy.score().into(),
        guesses_log10: entropy.guesses_log10(),
        warning: feedback.and_then(|feedback| feedback.warning()).map(Into::into),
        suggestions: feedback
            .map(|feedback| feedback.suggestions().iter().copied().map(Into::into).collect())
            .unwrap_or_default(),
    }
}

/// Accepts a passphrase for a new slot.
///
/// # Errors
/// [`PassphraseError`]: too short is told before too weak.
pub fn check_passphrase(passphrase: &str, user_inputs: &[&str]) -> Result<Strength, PassphraseError> {
    let found = normalise(passphrase).chars().count();
    if found < MINIMUM_LENGTH {
        return Err(PassphraseError::TooShort { minimum: MINIMUM_LENGTH, found });
    }
    let strength = strength(passphrase, user_inputs);
    if strength.score < MINIMUM_SCORE {
        return Err(PassphraseError::TooWeak(strength));
    }
    Ok(strength)
}

fn normalise(passphrase: &str) -> Zeroizing<String> {
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len().saturating_mul(3)));
    normal.extend(passphrase.nfc());
    normal
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn weak_and_short_ones_are_refused() {
        assert_eq!(
            check_passphrase("elevenchars", &[]).unwrap_err(),
            PassphraseError::TooShort { minimum: 12, found: 11 }
        );
        for weak in ["aaaaaaaaaaaaaaaa", "qwertyuiopasdf", "password12345", "123456789012", "abcabcabcabcabc"]
        {
            assert!(
                matches!(check_passphrase(weak, &[]), Err(PassphraseError::TooWeak(s)) if s.score < 3),
                "{weak}"
            );
        }
    }

    #[test]
    fn good_ones_are_accepted() {
        for good in
            ["correct battery staple horse", "metsäpolku haukkuu kirjavaa tiistaita", "x9!Kq2#vB7$mZ4"]
        {
            assert!(check_passphrase(good, &["Kuvaamo Esimerkki Oy"]).unwrap().score >= 3, "{good}");
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(
            check_passphrase("o\u{308}o\u{308}o\u{308}o\u{308}o\u{308}o\u{308}", &[]).unwrap_err(),
            PassphraseError::TooShort { minimum: 12, found: 6 }
        );
    }

    #[test]
    fn the_studios_own_name_counts_against_it() {
        let free = strength("KuvaamoEsimerkki", &[]);
        let held = strength("KuvaamoEsimerkki", &["KuvaamoEsimerkki"]);
        assert!(held.guesses_log10 < free.guesses_log10);
        assert!(held.score < 3);
    }

    #[test]
    fn own_words_in_a_row_are_no_passphrase_and_beside_a_good_one_do_no_harm() {
        let own = ["Kuvaamo Esimerkki Oy", "Vaasa", "1234567-1"];
        for weak in ["Kuvaamo Esimerkki Oy 1234567-1", "vaasa KUVAAMO esimerkki", "Esimerkki1234567-1!"] {
            let refused = check_passphrase(weak, &own);
            assert!(matches!(refused, Err(PassphraseError::TooWeak(_))), "{weak}: {refused:?}");
        }
        assert!(check_passphrase("Vaasa metsäpolku haukkuu kirjavaa", &own).is_ok());
        assert!(check_passphrase("metsäpolku haukkuu kirjavaa", &["", "Ii"]).is_ok());
    }

    #[test]
    fn weakness_is_named() {
        let row = strength("qwertyuiop", &[]);
        assert!(row.warning.is_some());
        assert!(!row.suggestions.is_empty());
        let empty = strength("", &[]);
        assert_eq!(empty.score, 0);
        assert!(empty.guesses_log10.is_infinite());
    }

    #[test]
    fn codes_are_distinct() {
        let codes: HashSet<_> = StrengthWarning::ALL.iter().map(|warning| warning.code()).collect();
        assert_eq!(codes.len(), StrengthWarning::ALL.len());
        let codes: HashSet<_> = StrengthSuggestion::ALL.iter().map(|hint| hint.code()).collect();
        assert_eq!(codes.len(), StrengthSuggestion::ALL.len());
    }
}
