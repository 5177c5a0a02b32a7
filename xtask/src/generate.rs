//! `cargo xtask gen`: the committed generated files, and whether they are current.

use std::path::PathBuf;

use anyhow::bail;

use crate::{
    messages::{self, Value},
    shell, window,
};

/// Writes every generated file: the types of the texts first, for they need no compiled program.
pub fn write() -> anyhow::Result<()> {
    std::fs::write(messages_path(), typed_messages()?)?;
    println!("wrote {}", messages_path().display());
    // the test that holds the window's types to the method table writes them too, from what the tests have compiled
    let test = ["test", "--locked", "--workspace", "--features", window::DRIVEN, "--test", "contract"];
    let mut command = shell::command("cargo", &test);
    shell::run(command.arg("the_windows_types_are_current").env("UPDATE_BINDINGS", "1"))
}

/// Fails when the types of the texts are not what `gen` would write. Those of the methods have their contract test.
pub fn verify() -> anyhow::Result<()> {
    if std::fs::read_to_string(messages_path())? != typed_messages()? {
        bail!("the types of the texts are out of date: run `cargo xtask gen`");
    }
    Ok(())
}

fn messages_path() -> PathBuf {
    shell::root().join("ui/src/l10n/generated.ts")
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
