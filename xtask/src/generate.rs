//! `cargo xtask gen`: the committed generated files, and whether they are current.

use std::path::PathBuf;

use anyhow::bail;

use crate::{
    messages::{self, Value},
    shell,
};

/// A generated file: its place in `ui/src`, and what makes its text. The texts come first: they need no compiled program.
const FILES: [(&str, fn() -> anyhow::Result<String>); 2] =
    [("l10n/generated.ts", typed_messages), ("api/generated.ts", bindings)];

/// Writes every generated file.
pub fn write() -> anyhow::Result<()> {
    for (name, make) in FILES {
        let path = path(name);
        std::fs::write(&path, make()?)?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

/// Fails when a generated file is not what `gen` would write.
pub fn verify() -> anyhow::Result<()> {
    for (name, make) in FILES {
        if std::fs::read_to_string(path(name))? != make()? {
            bail!("{name} is out of date: run `cargo xtask gen`");
        }
    }
    Ok(())
}

fn path(name: &str) -> PathBuf {
    shell::root().join("ui/src").join(name)
}

fn bindings() -> anyhow::Result<String> {
    shell::output(&mut shell::command(
        "cargo",
        &["run", "--quiet", "--locked", "-p", "api", "--example", "bindings"],
    ))
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
