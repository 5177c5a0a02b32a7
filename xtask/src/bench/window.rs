//! From start to the first view: the release program under a virtual display whose picture is read from outside.
//!
//! The window counts as ready at the first moment at which the display shows what it shows in the end, but for as many
//! pixels as a blinking caret has. What is measured is the everyday start: a register is there and asks for its
//! passphrase, so that the key derivation, which is slow on purpose, comes after.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};

use super::figure::Figure;
use super::{Bench, meter};

const STARTS: usize = 5;
const GOAL_MS: f64 = 1_500.0;
const SCREEN: &str = "1280x900x24";
/// How often the display is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// The picture is final when it has not changed this long, but for a caret.
const REST: Duration = Duration::from_secs(2);
/// Whoever waits longer for a window calls it broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// A caret is 20 pixels high and 2 wide; the rest is its smoothed edge.
const CARET_PIXELS: usize = 120;
/// A view with text has more colours than a blank window or a plain dialog.
const LEAST_COLOURS: usize = 64;

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    let data = bench.cleared("window")?;
    bench.cleared("window.device")?;
    let mut make = Command::new(bench.program("measure"));
    meter::spend(make.arg("session").arg("--data").arg(&data).args(["--frames", "0"]))?;
    let frame_buffer = bench.cleared("display")?;
    std::fs::create_dir_all(&frame_buffer)?;
    let display = Display::start(&frame_buffer)?;
    let bus = Bus::start()?;
    let mut times = Vec::new();
    for start in 1..=STARTS {
        let ready = one_start(&bench.program("kontakti"), &data, &display, &bus)?;
        println!("start {start} of {STARTS}: ready after {} ms", ready.as_millis());
        times.push(ready.as_secs_f64() * 1_000.0);
    }
    drop((display, bus));
    bench.cleared("window")?;
    bench.cleared("window.device")?;
    bench.cleared("display")?;
    Ok(vec![Figure::time("window ready after start, release (ms)", meter::median(&times)?, GOAL_MS)])
}

fn one_start(program: &Path, data: &Path, display: &Display, bus: &Bus) -> anyhow::Result<Duration> {
    let blank = display.picture()?;
    let begun = Instant::now();
    let started = Command::new(program)
        .env("KONTAKTI_DATA", data)
        // where `measure` has put the device secret: without it the register asks for its recovery code
        .env("KONTAKTI_DEVICE", data.with_extension("device"))
        .env("DISPLAY", &display.name)
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .context("the program does not start")?;
    let mut program = Ended(started);

    let mut seen: Vec<(Duration, Vec<u8>)> = vec![(Duration::ZERO, blank)];
    let mut at_rest_since = Instant::now();
    loop {
        if let Some(status) = program.0.try_wait()? {
            bail!("the program ended with {status}");
        }
        let picture = display.picture()?;
        let at = begun.elapsed();
        let last = seen.last().map(|(_, picture)| picture.as_slice()).unwrap_or_default();
        if difference(last, &picture) > CARET_PIXELS {
            seen.push((at, picture));
            at_rest_since = Instant::now();
        } else if seen.len() > 1 && at_rest_since.elapsed() > REST && colours(&picture) >= LEAST_COLOURS {
            break;
        }
        ensure!(at < PATIENCE, "no view after {} s", PATIENCE.as_secs());
        std::thread::sleep(LOOK);
    }
    let last = seen.last().map(|(_, picture)| picture.clone()).unwrap_or_default();
    let ready = seen.iter().find(|(_, picture)| difference(picture, &last) <= CARET_PIXELS);
    let ready = ready.map(|(at, _)| *at).context("the display never changed")?;
    drop(program);
    display.wait_until_blank()?;
    Ok(ready)
}

/// How many pixels differ.
fn difference(one: &[u8], other: &[u8]) -> usize {
    if one.len() != other.len() {
        return usize::MAX;
    }
    // as a whole first: looking must not take the processor from the program that is looked at
    if one == other {
        return 0;
    }
    one.chunks(4).zip(other.chunks(4)).filter(|(a, b)| a != b).count()
}

fn colours(picture: &[u8]) -> usize {
    picture.chunks(4).collect::<std::collections::HashSet<_>>().len()
}

/// A child process that ends with its guard.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A display without a screen, and the file that holds its pixels.
struct Display {
    name: String,
    pixels: std::path::PathBuf,
    _server: Ended,
}

impl Display {
    fn start(folder: &Path) -> anyhow::Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-fbdir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb (package xvfb)")?;
        let number = first_line(server.stdout.take());
        let server = Ended(server);
        let display =
            Self { name: format!(":{}", number?), pixels: folder.join("Xvfb_screen0"), _server: server };
        display.picture()?;
        Ok(display)
    }

    /// The pixels, four bytes each, without the header that X writes before them.
    fn picture(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(&self.pixels)?.read_to_end(&mut bytes)?;
        // X11/XWDFile.h: the header's length, width, height and the number of colours of 12 bytes after it
        let number = |at: usize| -> anyhow::Result<usize> {
            let word: [u8; 4] = bytes.get(at..at + 4).context("no display")?.try_into()?;
            Ok(usize::try_from(u32::from_be_bytes(word))?)
        };
        let begin = number(0)? + 12 * number(76)?;
        let length = 4 * number(16)? * number(20)?;
        Ok(bytes.get(begin..begin + length).context("the display has another form")?.to_vec())
    }

    /// Waits until the last window is gone.
    fn wait_until_blank(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while colours(&self.picture()?) > 2 {
            ensure!(begun.elapsed() < PATIENCE, "a window stays on the display");
            std::thread::sleep(LOOK);
        }
        Ok(())
    }
}

/// A session bus of our own.
struct Bus {
    address: String,
    _daemon: Ended,
}

impl Bus {
    fn start() -> anyhow::Result<Self> {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("dbus-daemon (package dbus)")?;
        let address = first_line(daemon.stdout.take());
        Ok(Self { _daemon: Ended(daemon), address: address? })
    }
}

fn first_line(output: Option<ChildStdout>) -> anyhow::Result<String> {
    let mut line = String::new();
    BufReader::new(output.context("no output")?).read_line(&mut line)?;
    ensure!(!line.trim().is_empty(), "a server ended before it said where it listens");
    Ok(line.trim().to_owned())
}
