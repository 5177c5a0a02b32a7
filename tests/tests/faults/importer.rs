//! The importer as a process of its own, stopped at a random moment: what it acknowledged until then.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use register::testing::PASSPHRASE;
use synthetic::rng::Rng;

/// The stop comes so much later than what it waits for, at the most: about as long as a few frames take.
const LATER: Duration = Duration::from_millis(60);

/// What a stop waits for.
#[derive(Debug, Clone, Copy)]
pub enum Stage {
    Started,
    Opened,
    FirstFrames,
    MoreFrames,
}

/// When a process is stopped.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub after: Stage,
    pub later: Duration,
}

impl Moment {
    pub fn draw(random: &mut Rng) -> Self {
        let stages = [Stage::Started, Stage::Opened, Stage::FirstFrames, Stage::MoreFrames];
        Self { after: stages[random.below(stages.len())], later: LATER.mul_f32(random.unit()) }
    }
}

/// What a process acknowledged before it was stopped or ended.
#[derive(Debug, Default)]
pub struct Said {
    is_open: bool,
    pub frames: BTreeSet<i64>,
    pub done: u64,
    pub has_ended: bool,
}

impl Said {
    fn take(&mut self, line: &str) {
        match line.split_once(' ') {
            Some(("frame", id)) => {
                self.frames.insert(id.parse().unwrap());
            }
            Some(("done", files)) => self.done = self.done.max(files.parse().unwrap()),
            _ => {
                self.is_open |= line == "open";
                self.has_ended |= line == "ended";
            }
        }
    }

    fn has_reached(&self, stage: Stage) -> bool {
        match stage {
            Stage::Started => true,
            Stage::Opened => self.is_open,
            Stage::FirstFrames => !self.frames.is_empty(),
            Stage::MoreFrames => self.frames.len() > 40,
        }
    }
}

/// What is heard of a process that is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Whatever it says before it is dead.
    Everything,
    /// Nothing that it says from then on: with the power gone there is nobody to hear it.
    UntilThen,
}

/// Ends a process, kindly or not.
pub type Stop<'a> = &'a dyn Fn(&mut Child) -> Heard;

/// Runs the importer, and stops it at a moment or lets it end.
pub fn run(data: &Path, card: &Path, stop: Option<(Moment, Stop<'_>)>) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_importer"))
        .args([data, card])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(PASSPHRASE.as_bytes()).unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (sender, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        out.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
    });

    let mut said = Said::default();
    let mut heard = Heard::Everything;
    if let Some((Moment { after, later }, stop)) = stop {
        while !said.has_reached(after) {
            let Ok(line) = lines.recv() else { break };
            said.take(&line);
        }
        let at = Instant::now() + later;
        while let Ok(line) = lines.recv_timeout(at.saturating_duration_since(Instant::now())) {
            said.take(&line);
        }
        heard = stop(&mut child);
    }
    lines.iter().filter(|_| heard == Heard::Everything).for_each(|line| said.take(&line));
    reader.join().unwrap();
    let status = child.wait().unwrap();
    assert!(said.has_ended || !status.success() || heard == Heard::UntilThen);
    assert!(status.success() || stop.is_some(), "{status}");
    said
}
