//! The texts in `assets/l10n`: read, compared across languages, and looked for in the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use walkdir::WalkDir;

use crate::shell;

/// The languages; the first is what the others are compared with.
pub const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// A message key (`key` or `key.attribute`) with the variables of its text.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads every message of a language.
///
/// # Errors
/// When a file cannot be read or parsed, or a key stands twice.
pub fn read(language: &str) -> anyhow::Result<Messages> {
    let mut messages = Messages::new();
    let folder = shell::root().join("assets/l10n").join(language);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "ftl")) {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let resource = fluent_syntax::parser::parse(text.as_str())
            .map_err(|(_, errors)| anyhow::anyhow!("{}: {errors:?}", file.display()))?;
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut add = |key: String, pattern: &Pattern<&str>| -> anyhow::Result<()> {
                let mut variables = BTreeSet::new();
                collect(pattern, &mut variables);
                if messages.insert(key.clone(), variables).is_some() {
                    bail!("{}: `{key}` stands twice", file.display());
                }
                Ok(())
            };
            if let Some(pattern) = &message.value {
                add(message.id.name.to_owned(), pattern)?;
            }
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value)?;
            }
        }
    }
    Ok(messages)
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, variables);
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        _ => {}
    }
}

/// What is wrong with the texts: keys or variables that differ between languages, and keys nobody uses.
///
/// # Errors
/// When a file cannot be read or parsed.
pub fn problems() -> anyhow::Result<Vec<String>> {
    let mut problems = Vec::new();
    let reference = read(LANGUAGES[0])?;
    for language in &LANGUAGES[1..] {
        let messages = read(language)?;
        for (key, variables) in &reference {
            match messages.get(key) {
                None => problems.push(format!("{language}: `{key}` is missing")),
                Some(found) if found != variables => {
                    problems.push(format!("{language}: `{key}` has variables {found:?}, not {variables:?}"));
                }
                Some(_) => {}
            }
        }
        for key in messages.keys().filter(|key| !reference.contains_key(*key)) {
            problems.push(format!("{language}: `{key}` is not in {}", LANGUAGES[0]));
        }
    }
    let sources = sources()?;
    for key in reference.keys() {
        let message = key.split('.').next().unwrap_or(key);
        if !is_named(&sources, message) && !is_composed(&sources, message) {
            problems.push(format!("`{key}` is used nowhere"));
        }
    }
    Ok(problems)
}

fn is_named(sources: &str, key: &str) -> bool {
    ["\"", "`", "(", " "].iter().any(|before| sources.contains(&format!("{before}{key}")))
}

/// Whether a source composes keys that begin like this one from a code: `order-state-${code}`, `"entity-"`, or
/// `codeKey("error", code)`.
fn is_composed(sources: &str, key: &str) -> bool {
    key.match_indices('-').any(|(at, _)| {
        let beginning = &key[..at];
        [
            format!("{beginning}-${{"),
            format!("\"{beginning}-{{"),
            format!("\"{beginning}-\""),
            format!("codeKey(\"{beginning}\""),
        ]
        .iter()
        .any(|composed| sources.contains(composed.as_str()))
    })
}

fn sources() -> anyhow::Result<String> {
    let mut text = String::new();
    for folder in ["ui/src", "crates", "src-tauri/src"] {
        for entry in WalkDir::new(shell::root().join(folder)) {
            let entry = entry?;
            let ending = entry.path().extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let is_generated = entry.file_name() == "generated.ts";
            if ["rs", "ts", "tsx", "typ"].contains(&ending) && !is_generated {
                text.push_str(&std::fs::read_to_string(entry.path())?);
            }
        }
    }
    Ok(text)
}
