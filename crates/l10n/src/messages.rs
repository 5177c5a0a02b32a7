//! Fluent messages of one language.

use domain::Language;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::{LanguageIdentifier, langid};

/// A value put into a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A whole number; chooses the plural form.
    Count(u64),
}

/// A text could not be made. Each one is a fault of the program or its assets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum L10nError {
    /// The embedded file is not valid Fluent.
    #[error("the {language:?} texts are not valid Fluent")]
    Source {
        /// Whose file.
        language: Language,
    },
    /// No such key.
    #[error("no text {key} in {language:?}")]
    Unknown {
        /// The missing key.
        key: String,
        /// In which language.
        language: Language,
    },
    /// A variable of the text was not given.
    #[error("text {key} could not be completed")]
    Incomplete {
        /// The key.
        key: String,
    },
}

/// The texts of one language, ready for use from any thread.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! source {
    ($language:literal) => {
        concat!(
            include_str!(concat!("../../../assets/l10n/", $language, "/documents.ftl")),
            "\n",
            include_str!(concat!("../../../assets/l10n/", $language, "/consent.ftl")),
            "\n",
            include_str!(concat!("../../../assets/l10n/", $language, "/history.ftl")),
        )
    };
}

/// The Fluent source of the documents' texts in a language, of the marketing question, and of the history's words.
pub const fn documents_source(language: Language) -> &'static str {
    match language {
        Language::Finnish => source!("fi"),
        Language::Swedish => source!("sv"),
        Language::English => source!("en"),
    }
}

const fn locale(language: Language) -> LanguageIdentifier {
    match language {
        Language::Finnish => langid!("fi"),
        Language::Swedish => langid!("sv-FI"),
        Language::English => langid!("en-GB"),
    }
}

impl Messages {
    /// Reads the embedded texts of `language`.
    ///
    /// # Errors
    /// [`L10nError::Source`] when the embedded file cannot be read.
    pub fn new(language: Language) -> Result<Self, L10nError> {
        let resource = FluentResource::try_new(documents_source(language).to_owned())
            .map_err(|_| L10nError::Source { language })?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|_| L10nError::Source { language })?;
        Ok(Self { language, bundle })
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `key` with its variables filled in.
    ///
    /// # Errors
    /// [`L10nError::Unknown`] for a key that is not there, [`L10nError::Incomplete`] when one of its
    /// variables is missing from `args`.
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, L10nError> {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .ok_or_else(|| L10nError::Unknown { key: key.to_owned(), language: self.language })?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, *text),
                Arg::Count(number) => values.set(*name, *number),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if errors.is_empty() { Ok(text) } else { Err(L10nError::Incomplete { key: key.to_owned() }) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use domain::Language;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::{Arg, L10nError, Messages, documents_source};

    fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                match expression {
                    Expression::Inline(inline) => variable(inline, found),
                    Expression::Select { selector, variants } => {
                        variable(selector, found);
                        for variant in variants {
                            variables(&variant.value, found);
                        }
                    }
                }
            }
        }
    }

    fn variable(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    }

    fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let resource = fluent_syntax::parser::parse(source).expect("valid Fluent");
        let mut keys = BTreeMap::new();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut found = BTreeSet::new();
                variables(message.value.as_ref().expect("a value"), &mut found);
                assert!(
                    keys.insert(message.id.name.to_owned(), found).is_none(),
                    "{} twice",
                    message.id.name
                );
            }
        }
        keys
    }

    #[test]
    fn the_three_languages_have_the_same_keys_and_variables() {
        let english = keys(documents_source(Language::English));
        assert!(english.len() > 30, "the file was read");
        for language in [Language::Finnish, Language::Swedish] {
            assert_eq!(keys(documents_source(language)), english, "{language:?}");
        }
    }

    #[test]
    fn a_missing_variable_in_one_language_would_be_seen() {
        let whole = keys("a = { $x }\nb = text\n");
        assert_ne!(keys("a = text\nb = text\n"), whole);
        assert_ne!(keys("a = { $x }\n"), whole);
    }

    #[test]
    fn plural_forms_follow_the_number() {
        let text = |language, count| {
            Messages::new(language)
                .expect("texts")
                .text("documents-slip-prints", &[("prints", Arg::Count(count))])
                .expect("text")
        };
        assert_eq!(text(Language::Finnish, 1), "1 vedos");
        assert_eq!(text(Language::Finnish, 3), "3 vedosta");
        assert_eq!(text(Language::Swedish, 1), "1 kopia");
        assert_eq!(text(Language::English, 3), "3 prints");
    }

    #[test]
    fn markup_in_a_value_stays_as_it_is() {
        let messages = Messages::new(Language::English).expect("texts");
        let text = messages.text("documents-readme-from", &[("studio", Arg::Text("{ $x } <b> \"Å\""))]);
        assert_eq!(text.as_deref(), Ok("From: { $x } <b> \"Å\""));
    }

    #[test]
    fn absent_keys_and_absent_variables_are_refused() {
        let messages = Messages::new(Language::Finnish).expect("texts");
        assert!(matches!(messages.text("documents-none", &[]), Err(L10nError::Unknown { .. })));
        assert!(matches!(messages.text("documents-readme-from", &[]), Err(L10nError::Incomplete { .. })));
    }
}
