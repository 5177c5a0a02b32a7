//! The clerk as a process of its own, which dies at a named place or when it is killed: what it acknowledged until then.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use register::testing::PASSPHRASE;
use store::CRASH_AT;

/// A clerk at work.
pub struct Clerk {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
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
        let said = self.lines.by_ref().map_while(Result::ok).any(|said| said == line);
        assert!(said, "it died before it said {line}");
    }

    /// Kills it so much later than it begins this round, counted from 1; what it had said by then.
    pub fn killed(self, round: usize, later: Duration) -> Vec<String> {
        self.stopped(round, later, || {})
    }

    /// As [`Self::killed`], with something that happens just before.
    pub fn stopped(mut self, round: usize, later: Duration, before: impl FnOnce()) -> Vec<String> {
        let (mut said, mut begun) = (Vec::new(), 0);
        while begun < round {
            let line = self.lines.next().expect("it died before the work").unwrap();
            begun += usize::from(line == "begun");
            said.push(line);
        }
        std::thread::sleep(later);
        before();
        self.child.kill().unwrap();
        said.extend(self.lines.by_ref().map_while(Result::ok));
        self.child.wait().unwrap();
        said
    }

    /// Lets it die by itself, at the place that it was given; what it said.
    pub fn dead(mut self) -> Vec<String> {
        let said: Vec<String> = self.lines.by_ref().map_while(Result::ok).collect();
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
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    Clerk { child, lines }
}

/// The numbers that were said of something: `confirmed 7` gives 7 for `confirmed`.
pub fn told(said: &[String], what: &str) -> Vec<i64> {
    let of = said.iter().filter_map(|line| line.strip_prefix(what)?.strip_prefix(' '));
    of.map(|number| number.parse().unwrap()).collect()
}
