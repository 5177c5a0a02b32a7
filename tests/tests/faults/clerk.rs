//! The clerk as a process of its own, which dies at a named place or when it is killed: what it acknowledged until then.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use register::testing::PASSPHRASE;
use store::CRASH_AT;

/// A clerk at work.
pub struct Clerk {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Clerk {
    /// Sends it to work on the register in `dir/data`; batches go to `dir/batches`.
    pub fn start(work: &str, dir: &Path, crash_at: Option<&str>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clerk"));
        command.arg(work).args([dir.join("data"), dir.join("batches")]);
        start(command, crash_at)
    }

    /// Waits until it says a line.
    pub fn until(&mut self, line: &str) {
        assert!(self.lines.iter().any(|said| said == line), "it died before it said {line}");
    }

    /// Kills it so much later than it begins this round, counted from 1; what it had said by then.
    pub fn killed(mut self, round: usize, later: Duration) -> Vec<String> {
        let mut said = self.said_until(round, later);
        self.child.kill().unwrap();
        said.extend(self.lines.iter());
        self.child.wait().unwrap();
        said
    }

    /// Takes the ground from under it at such a moment and kills it: what was heard of it until then, and what it said into
    /// the void afterwards. With the power gone nobody would hear that, and a file system that is being shut down may
    /// answer a flush whose transaction it has just given up with success.
    pub fn cut_off(
        mut self,
        round: usize,
        later: Duration,
        cut: impl FnOnce(),
    ) -> (Vec<String>, Vec<String>) {
        let heard = self.said_until(round, later);
        cut();
        self.child.kill().unwrap();
        let late = self.lines.iter().collect();
        self.child.wait().unwrap();
        (heard, late)
    }

    fn said_until(&mut self, round: usize, later: Duration) -> Vec<String> {
        let (mut said, mut begun) = (Vec::new(), 0);
        while begun < round {
            let line = self.lines.recv().expect("it died before the work");
            begun += usize::from(line == "begun");
            said.push(line);
        }
        let at = Instant::now() + later;
        while let Ok(line) = self.lines.recv_timeout(at.saturating_duration_since(Instant::now())) {
            said.push(line);
        }
        said
    }

    /// Lets it die by itself, at the place that it was given; what it said.
    pub fn dead(mut self) -> Vec<String> {
        let said: Vec<String> = self.lines.iter().collect();
        assert!(!self.child.wait().unwrap().success(), "it lived: {said:?}");
        said
    }
}

/// Starts a program that takes the passphrase and says lines, to die at a named place.
pub fn start(mut command: Command, crash_at: Option<&str>) -> Clerk {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    if let Some(point) = crash_at {
        command.env(CRASH_AT, point).stderr(Stdio::null());
    }
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(PASSPHRASE.as_bytes()).unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        out.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
    });
    Clerk { child, lines }
}

/// The numbers that were said of something: `confirmed 7` gives 7 for `confirmed`.
pub fn told(said: &[String], what: &str) -> Vec<i64> {
    let of = said.iter().filter_map(|line| line.strip_prefix(what)?.strip_prefix(' '));
    of.map(|number| number.parse().unwrap()).collect()
}
