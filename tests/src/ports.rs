//! Which TCP ports a program and what it started listen on, as the Linux kernel tells it (proc(5)).

use std::collections::BTreeSet;
use std::path::Path;

/// Ports in state LISTEN that belong to `process` or its descendants.
///
/// # Errors
/// When the process has ended or is another person's.
pub fn listening(process: u32) -> anyhow::Result<BTreeSet<u16>> {
    let mut sockets = BTreeSet::new();
    let mut family = vec![process];
    while let Some(member) = family.pop() {
        let folder = Path::new("/proc").join(member.to_string());
        sockets.extend(open_sockets(&folder)?);
        for thread in std::fs::read_dir(folder.join("task"))? {
            let children = std::fs::read_to_string(thread?.path().join("children"))?;
            family.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
    }
    let mut ports = BTreeSet::new();
    for table in ["tcp", "tcp6"] {
        let table = std::fs::read_to_string(format!("/proc/{process}/net/{table}"))?;
        ports.extend(table.lines().skip(1).filter_map(|line| listener(line, &sockets)));
    }
    Ok(ports)
}

/// Inode numbers of a process's sockets.
fn open_sockets(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut sockets = BTreeSet::new();
    for descriptor in std::fs::read_dir(folder.join("fd"))? {
        // a descriptor that was closed meanwhile listens to nothing
        let Ok(target) = std::fs::read_link(descriptor?.path()) else { continue };
        let target = target.to_string_lossy();
        if let Some(inode) = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) {
            sockets.insert(inode.to_owned());
        }
    }
    Ok(sockets)
}

/// The port of a line of `/proc/net/tcp`, if it listens and is one of `sockets`.
fn listener(line: &str, sockets: &BTreeSet<String>) -> Option<u16> {
    const LISTEN: &str = "0A";
    let fields: Vec<&str> = line.split_whitespace().collect();
    let (local, state, inode) = (fields.get(1)?, fields.get(3)?, fields.get(9)?);
    let (_, port) = local.rsplit_once(':')?;
    (*state == LISTEN && sockets.contains(*inode)).then(|| u16::from_str_radix(port, 16).ok())?
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_port_is_seen_while_it_is_open() {
        let own = std::process::id();
        let open = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = open.local_addr().unwrap().port();
        assert!(listening(own).unwrap().contains(&port));
        drop(open);
        assert!(!listening(own).unwrap().contains(&port));
    }
}
