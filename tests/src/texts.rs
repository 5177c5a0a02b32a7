//! The window's own texts, so that the journey asks for what a person would read, in any language.

use anyhow::Context;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

/// Every message of a language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads `assets/l10n/<language>`.
    ///
    /// # Errors
    /// When a file cannot be read or parsed.
    pub fn load(language: &str) -> anyhow::Result<Self> {
        let mut bundle = FluentBundle::new(vec![language.parse().context("language")?]);
        bundle.set_use_isolating(false);
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/l10n/");
        for entry in std::fs::read_dir(format!("{folder}{language}"))? {
            let text = std::fs::read_to_string(entry?.path())?;
            let resource =
                FluentResource::try_new(text).map_err(|(_, errors)| anyhow::anyhow!("{errors:?}"))?;
            bundle.add_resource(resource).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
        }
        Ok(Self { bundle })
    }

    /// A message without variables.
    ///
    /// # Errors
    /// When there is none.
    pub fn text(&self, key: &str) -> anyhow::Result<String> {
        self.with(key, &[])
    }

    /// A message with variables.
    ///
    /// # Errors
    /// When there is none, or a variable is missing.
    pub fn with(&self, key: &str, variables: &[(&str, &str)]) -> anyhow::Result<String> {
        let message = self.bundle.get_message(key).and_then(|message| message.value());
        let pattern = message.with_context(|| format!("no text for {key}"))?;
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            match value.parse::<f64>() {
                Ok(number) => arguments.set(*name, number),
                Err(_) => arguments.set(*name, *value),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        anyhow::ensure!(errors.is_empty(), "{key}: {errors:?}");
        Ok(text.into_owned())
    }
}
