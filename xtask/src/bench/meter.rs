//! Processor time of child processes, taken from outside so that both sides are measured alike.

use std::process::{Command, Output};
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;

/// What a child process and its own children used.
pub struct Spent {
    /// User and system time, all threads.
    pub cpu: Duration,
    /// What it printed.
    pub output: Output,
}

impl Spent {
    /// The JSON object that a job of `measure` prints.
    pub fn said(&self) -> anyhow::Result<Value> {
        Ok(serde_json::from_slice(&self.output.stdout)?)
    }
}

/// Runs a command to its end; an exit code other than 0 is an error.
pub fn spend(command: &mut Command) -> anyhow::Result<Spent> {
    let name = command.get_program().to_string_lossy().into_owned();
    let before = cpu_of_children()?;
    let output = command.output().with_context(|| format!("could not start `{name}`"))?;
    let cpu = cpu_of_children()?.saturating_sub(before);
    if !output.status.success() {
        bail!("`{name}` ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(Spent { cpu, output })
}

/// User and system time of the children that have ended.
#[cfg(unix)]
fn cpu_of_children() -> anyhow::Result<Duration> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = [usage.user_time(), usage.system_time()]
        .iter()
        .map(|time| time.tv_sec() * 1_000_000 + time.tv_usec())
        .sum::<i64>();
    Ok(Duration::from_micros(micros.try_into()?))
}

#[cfg(not(unix))]
fn cpu_of_children() -> anyhow::Result<Duration> {
    bail!("this system does not tell the processor time of ended programs")
}

/// The middle value; of an even number the mean of the two in the middle.
pub fn median(values: &[f64]) -> anyhow::Result<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle.wrapping_sub(1)), sorted.get(middle)) {
        (Some(low), Some(high)) if sorted.len().is_multiple_of(2) => Ok((low + high) / 2.0),
        (_, Some(value)) => Ok(*value),
        _ => bail!("nothing was measured"),
    }
}

/// Milliseconds of each of `count` pieces of work.
pub fn millis_each(time: Duration, count: usize) -> f64 {
    time.as_secs_f64() * 1_000.0 / count.max(1) as f64
}

/// `taskset` with the first two processors that this process may use, as a prefix for a command; with fewer there is
/// only one.
pub fn on_two_cores(program: &std::path::Path) -> anyhow::Result<Command> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let list = status
        .lines()
        .find_map(|line| line.strip_prefix("Cpus_allowed_list:"))
        .context("the system does not say which processors may be used")?;
    let mut two = Vec::new();
    for range in list.trim().split(',') {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        two.extend((first.parse::<u32>()?..=last.parse()?).take(2));
    }
    two.truncate(2);
    let two: Vec<String> = two.iter().map(u32::to_string).collect();
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", &two.join(",")]).arg(program);
    Ok(command)
}
