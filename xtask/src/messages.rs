//! The texts in `assets/l10n`: read, compared across languages, and looked for in the sources.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use walkdir::WalkDir;

use crate::shell;

/// The languages; the first is what the others are compared with.
pub const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// The file whose texts only Rust reads.
const DOCUMENTS: &str = "documents.ftl";

/// What a variable of a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A text, or a number that is written as it is.
    Any,
    /// A number: the text chooses its plural by it.
    Number,
}

/// A message key (`key` or `key.attribute`) with the variables of its text.
pub type Messages = BTreeMap<String, BTreeMap<String, Value>>;

/// Reads every message of a language.
///
/// # Errors
/// When a file cannot be read or parsed, or a key stands twice.
pub fn read(language: &str) -> anyhow::Result<Messages> {
    read_files(language, |_| true)
}

/// Every message of the window; a variable is a number when any language chooses a plural by it.
///
/// # Errors
/// When a file cannot be read or parsed, or a key stands twice.
pub fn of_the_window() -> anyhow::Result<Messages> {
    let mut messages = Messages::new();
    for language in LANGUAGES {
        for (key, variables) in read_files(language, |file| file != DOCUMENTS)? {
            let known = messages.entry(key).or_default();
            for (variable, value) in variables {
                take(known, variable, value);
            }
        }
    }
    Ok(messages)
}

fn read_files(language: &str, is_wanted: impl Fn(&str) -> bool) -> anyhow::Result<Messages> {
    let mut messages = Messages::new();
    let folder = shell::root().join("assets/l10n").join(language);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !name.ends_with(".ftl") || !is_wanted(name) {
            continue;
        }
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let resource = fluent_syntax::parser::parse(text.as_str())
            .map_err(|(_, errors)| anyhow::anyhow!("{}: {errors:?}", file.display()))?;
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut add = |key: String, pattern: &Pattern<&str>| -> anyhow::Result<()> {
                let mut variables = BTreeMap::new();
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

fn take(variables: &mut BTreeMap<String, Value>, name: String, value: Value) {
    let known = variables.entry(name).or_insert(value);
    *known = value.max(*known);
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeMap<String, Value>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeMap<String, Value>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, Value::Any, variables),
        Expression::Select { selector, variants } => {
            let is_plural = variants.iter().all(|variant| is_plural(&variant.key));
            collect_inline(selector, if is_plural { Value::Number } else { Value::Any }, variables);
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

fn is_plural(key: &VariantKey<&str>) -> bool {
    match key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(name),
    }
}

fn collect_inline(inline: &InlineExpression<&str>, value: Value, variables: &mut BTreeMap<String, Value>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            take(variables, id.name.to_owned(), value);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, value, variables);
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
                Some(found) if !found.keys().eq(variables.keys()) => {
                    let (found, wanted) = (found.keys(), variables.keys());
                    problems.push(format!("{language}: `{key}` has variables {found:?}, not {wanted:?}"));
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

/// Whether a source composes keys that begin like this one from a code: `order-state-${code}`, `"entity-"`,
/// `codeKey("error", code)` or `codeText("entity", code)`.
fn is_composed(sources: &str, key: &str) -> bool {
    key.match_indices('-').any(|(at, _)| {
        let beginning = &key[..at];
        [
            format!("{beginning}-${{"),
            format!("\"{beginning}-{{"),
            format!("\"{beginning}-\""),
            format!("codeKey(\"{beginning}\""),
            format!("codeText(\"{beginning}\""),
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
