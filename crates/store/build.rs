//! Embeds `migrations/NNNN_name.sql` in the order of their numbers.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=migrations");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("migrations");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.extension().is_some_and(|ending| ending == "sql") {
            let (number, name) = stem.split_once('_').ok_or_else(|| io::Error::other(stem.to_owned()))?;
            let number: u32 = number.parse().map_err(io::Error::other)?;
            files.push((number, name.to_owned(), path));
        }
    }
    files.sort();
    let mut text = String::from("&[\n");
    for (number, name, path) in files {
        println!("cargo:rerun-if-changed={}", path.display());
        text.push_str(&format!(
            "    Migration {{ number: {number}, name: {name:?}, sql: include_str!({:?}) }},\n",
            path.display().to_string()
        ));
    }
    text.push_str("]\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("migrations.rs"), text)
}
