//! One measured figure and its goal: as a line, as JSON, as a row of the documentation's table.

use std::fmt;
use std::path::Path;

use anyhow::{Context, bail};
use serde_json::{Value, json};

/// A figure and what it should be.
pub struct Figure {
    /// What was measured, with its unit.
    pub name: String,
    /// Kontakti's value.
    pub ours: f64,
    /// The peer's value for the same work; none where the goal is a time.
    pub peer: Option<f64>,
    /// The most that the ratio may be, or without a peer the value itself.
    pub goal: f64,
}

impl Figure {
    /// Ours against a peer's; the goal is a ratio.
    pub fn ratio(name: &str, ours: f64, peer: f64, goal: f64) -> Self {
        Self { name: name.to_owned(), ours, peer: Some(peer), goal }
    }

    /// Ours alone; the goal is in the same unit.
    pub fn time(name: &str, ours: f64, goal: f64) -> Self {
        Self { name: name.to_owned(), ours, peer: None, goal }
    }

    /// Ours divided by the peer's.
    pub fn quotient(&self) -> Option<f64> {
        self.peer.map(|peer| self.ours / peer)
    }

    /// Whether the goal is reached.
    pub fn is_ok(&self) -> bool {
        self.quotient().unwrap_or(self.ours) <= self.goal
    }

    fn cells(&self) -> [String; 6] {
        let or_dash = |value: Option<f64>, digits| value.map_or("-".to_owned(), |value| short(value, digits));
        let goal = if self.peer.is_some() { format!("{} x", self.goal) } else { self.goal.to_string() };
        [
            self.name.clone(),
            short(self.ours, 1),
            or_dash(self.peer, 1),
            or_dash(self.quotient(), 2),
            goal,
            if self.is_ok() { "ok" } else { "short" }.to_owned(),
        ]
    }
}

/// A time with `digits` decimals, more when it is below ten.
fn short(value: f64, digits: usize) -> String {
    let digits = if value < 10.0 { 2 } else { digits };
    format!("{value:.digits$}")
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [name, ours, peer, ratio, goal, outcome] = self.cells();
        write!(f, "{name:66} ours {ours:>8}  peer {peer:>8}  ratio {ratio:>5}  goal {goal:>7}  {outcome}")
    }
}

/// A list of `{name, ours, peer, ratio, goal, ok}`; `peer` and `ratio` are null where the goal is a time.
pub fn as_json(figures: &[Figure]) -> Value {
    figures
        .iter()
        .map(|figure| {
            json!({
                "name": figure.name,
                "ours": figure.ours,
                "peer": figure.peer,
                "ratio": figure.quotient(),
                "goal": figure.goal,
                "ok": figure.is_ok(),
            })
        })
        .collect()
}

const BEGIN: &str = "<!-- begin of the table that `cargo xtask bench --write` writes -->\n";
const END: &str = "<!-- end of the table -->";

/// Replaces the table in the documentation.
pub fn write_table(path: &Path, figures: &[Figure]) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let (Some((before, rest)), Some((_, after))) = (text.split_once(BEGIN), text.split_once(END)) else {
        bail!("{} has no place for the table", path.display());
    };
    anyhow::ensure!(rest.contains(END), "the table of {} ends before it begins", path.display());
    std::fs::write(path, format!("{before}{BEGIN}\n{}\n{END}{after}", table(figures)))?;
    println!("Table written to {}.", path.display());
    Ok(())
}

fn table(figures: &[Figure]) -> String {
    let mut table =
        "| figure | Kontakti | peer | ratio | goal | |\n|---|---:|---:|---:|---:|---|\n".to_owned();
    for figure in figures {
        table.push_str(&format!("| {} |\n", figure.cells().join(" | ")));
    }
    table
}
