//! `cargo xtask gen`: the committed generated files, and whether they are current.

use std::path::PathBuf;

use anyhow::bail;

use crate::{
    messages::{self, Value},
    shell,
};

/// Writes every generated file.
pub fn write() -> anyhow::Result<()> {
    for (path, text) in files()? {
        std::fs::write(&path, text)?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

/// Fails when a generated file is not what `gen` would write.
pub fn verify() -> anyhow::Result<()> {
    for (path, text) in files()? {
        if std::fs::read_to_string(&path)? != text {
            bail!("{} is out of date: run `cargo xtask gen`", path.display());
        }
    }
    Ok(())
}

fn files() -> anyhow::Result<Vec<(PathBuf, String)>> {
    let ui = shell::root().join("ui/src");
    let bindings = shell::output(&mut shell::command(
        "cargo",
        &["run", "--quiet", "--locked", "-p", "api", "--example", "bindings"],
    ))?;
    Ok(vec![(ui.join("api/generated.ts"), bindings), (ui.join("l10n/generated.ts"), typed_messages()?)])
}

/// The TypeScript type that maps each message key of the window to the arguments of its text.
fn typed_messages() -> anyhow::Result<String> {
    let mut text = String::from(
        "// Made by `cargo xtask gen` from assets/l10n. Do not edit.\n/* eslint-disable */\n\n\
         export interface MessageArguments {\n",
    );
    for (key, variables) in messages::of_the_window()? {
        let arguments: Vec<String> = variables
            .iter()
            .map(|(name, value)| match value {
                Value::Number => format!("{name}: number"),
                Value::Any => format!("{name}: string | number"),
            })
            .collect();
        if arguments.is_empty() {
            text.push_str(&format!("  \"{key}\": {{}};\n"));
        } else {
            text.push_str(&format!("  \"{key}\": {{ {} }};\n", arguments.join("; ")));
        }
    }
    text.push_str("}\n\nexport type MessageKey = keyof MessageArguments;\n");
    Ok(text)
}
