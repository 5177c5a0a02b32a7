//! System packages: which are needed, why, and how they come.

use anyhow::bail;

use crate::shell;

/// A Debian package and the reason for it.
type Package = (&'static str, &'static str);

/// What building the program needs.
const BUILD: &[Package] = &[
    ("build-essential", "C compiler for SQLCipher, OpenSSL and the JPEG codec"),
    ("pkg-config", "finds the WebKit library"),
    ("perl", "configures OpenSSL"),
    ("cmake", "builds the JPEG codec"),
    ("nasm", "assembles the JPEG codec's fast paths"),
    ("libwebkit2gtk-4.1-dev", "the window"),
];

/// What the tests and the journey without a display need besides.
const TEST: &[Package] = &[
    ("webkit2gtk-driver", "drives the real window"),
    ("xvfb", "a display without a screen"),
    ("xauth", "lets the window onto that display"),
    ("dbus", "a session bus of the test's own"),
    ("gnome-keyring", "a keychain of the test's own"),
    ("xdotool", "answers native dialogs"),
    ("nbdkit", "a disk that fails when a test asks it to"),
    ("libnbd-bin", "nbdfuse, which mounts that disk"),
    ("fuse3", "mounts it"),
    ("fonts-dejavu-core", "fonts for the test display"),
    ("fonts-noto-core", "fonts for the test display"),
    ("poppler-utils", "reads the PDFs back"),
    ("zbar-tools", "reads the printed codes back"),
    ("chromium", "browser tests"),
];

/// What the measurements need besides: the peers that the program is compared with, and their surroundings.
const BENCH: &[Package] = &[
    ("xvfb", "a display without a screen, whose picture can be read"),
    ("dbus", "a session bus of the window's own"),
    ("chromium", "the photo grid is measured in it"),
    ("libvips-tools", "vipsthumbnail, the peer of thumbnails and import"),
    ("restic", "a backup, the peer of import"),
    ("libvips42", "libvips, the peer of print rendering"),
    ("python3-venv", "a place for pyvips, which calls libvips"),
    ("util-linux", "taskset, which gives both sides the same two cores"),
];

/// Which group of packages a command needs.
#[derive(Clone, Copy)]
pub enum Need {
    /// Building and running.
    Build,
    /// Testing as well.
    Test,
    /// Building and measuring.
    Bench,
}

/// Makes sure that the packages are there: installs them on Debian and Ubuntu, elsewhere says what to install.
///
/// # Errors
/// When a package is missing and could not be installed.
pub fn ensure(need: Need) -> anyhow::Result<()> {
    node()?;
    if !cfg!(target_os = "linux") {
        println!("Needed on this system: a C compiler, CMake, NASM and Perl (on Windows also WebView2).");
        return Ok(());
    }
    let wanted: Vec<Package> = match need {
        Need::Build => BUILD.to_vec(),
        Need::Test => [BUILD, TEST].concat(),
        Need::Bench => [BUILD, BENCH].concat(),
    };
    if !shell::is_there("dpkg-query", &["--version"]) {
        println!("This is not Debian or Ubuntu. Install what your system calls these packages:");
        for (name, reason) in wanted {
            println!("  {name:24} {reason}");
        }
        return Ok(());
    }
    let missing: Vec<Package> = wanted.into_iter().filter(|(name, _)| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("These system packages are missing and will be installed:");
    for (name, reason) in &missing {
        println!("  {name:24} {reason}");
    }
    let is_root = shell::output(&mut shell::command("id", &["-u"]))?.trim() == "0";
    if !is_root && !shell::is_there("sudo", &["--version"]) {
        let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
        bail!("as root, run: apt-get install --no-install-recommends {}", names.join(" "));
    }
    let mut install = vec!["apt-get", "install", "-y", "-q", "--no-install-recommends"];
    install.extend(missing.iter().map(|(name, _)| *name));
    for arguments in [vec!["apt-get", "update", "-q"], install] {
        let mut command = if is_root {
            shell::command("env", &["DEBIAN_FRONTEND=noninteractive"])
        } else {
            shell::command("sudo", &["env", "DEBIAN_FRONTEND=noninteractive"])
        };
        command.args(arguments).stdout(std::process::Stdio::null());
        shell::run(&mut command)?;
    }
    Ok(())
}

fn is_installed(package: &str) -> bool {
    std::process::Command::new("dpkg-query")
        .args(["-W", "-f", "${db:Status-Status}", package])
        .output()
        .is_ok_and(|output| output.stdout == b"installed")
}

fn node() -> anyhow::Result<()> {
    let Ok(version) = shell::output(&mut shell::command("node", &["--version"])) else {
        bail!("Node.js 20 or newer is needed: install it from your system or from nodejs.org");
    };
    let major: u32 =
        version.trim().trim_start_matches('v').split('.').next().unwrap_or_default().parse().unwrap_or(0);
    if major < 20 {
        bail!("Node.js 20 or newer is needed; this is {}", version.trim());
    }
    Ok(())
}
