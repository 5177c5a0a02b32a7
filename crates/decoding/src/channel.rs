//! The way to a worker: requests, with memory on Linux, through its standard input; what it says through its standard
//! output.

use std::io::{self, Read};
use std::process::{ChildStdout, Command, Stdio};

use crate::message::REQUEST_BYTES;

#[cfg(target_os = "linux")]
pub(crate) use linux::{ToWorker, next_request};
#[cfg(not(target_os = "linux"))]
pub(crate) use portable::{ToWorker, next_request};

/// Reads what the other side says next, of at most `most` bytes. `None` at its end; memory is taken only for what came.
pub(crate) fn hear(from: &mut impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    let mut filled = 0;
    while let Some(rest) = length.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) if filled == 0 => return Ok(None),
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut said = Vec::new();
    from.take(length).read_to_end(&mut said)?;
    if said.len() as u64 == length { Ok(Some(said)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// What goes before `said`.
pub(crate) fn length_of(said: &[u8]) -> [u8; 8] {
    (said.len() as u64).to_le_bytes()
}

/// The program's ends of a worker that was started.
pub(crate) struct Ends {
    pub(crate) child: std::process::Child,
    pub(crate) to: ToWorker,
    pub(crate) from: ChildStdout,
}

/// Starts `command` with a channel.
pub(crate) fn start(mut command: Command) -> io::Result<Ends> {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let (mut child, to) = ToWorker::spawn(&mut command)?;
    match child.stdout.take() {
        Some(from) => {
            #[cfg(target_os = "linux")]
            linux::widen(&from);
            Ok(Ends { child, to, from })
        }
        None => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{self, IoSlice, IoSliceMut, Write};
    use std::mem::MaybeUninit;
    use std::os::fd::{BorrowedFd, OwnedFd};
    use std::os::unix::net::UnixStream;
    use std::process::{Child, ChildStdout, Command, Stdio};

    use rustix::net::{
        RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
        SendFlags, recvmsg, sendmsg,
    };
    use rustix::pipe::fcntl_setpipe_size;

    use super::REQUEST_BYTES;

    /// Both thumbnails fit, so that a worker need not wait until the first part of them was read.
    const WIDE: usize = 1 << 20;

    /// A socket, over which a descriptor may go along.
    #[derive(Debug)]
    pub(crate) struct ToWorker(UnixStream);

    impl ToWorker {
        pub(super) fn spawn(command: &mut Command) -> io::Result<(Child, Self)> {
            let (ours, theirs) = UnixStream::pair()?;
            let child = command.stdin(Stdio::from(OwnedFd::from(theirs))).spawn()?;
            Ok((child, Self(ours)))
        }

        /// Sends a request, the memory that is new to the worker, and what follows the request.
        pub(crate) fn ask(
            &mut self,
            request: &[u8; REQUEST_BYTES],
            memory: Option<BorrowedFd<'_>>,
            following: &[u8],
        ) -> io::Result<()> {
            let mut room = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
            let mut aside = SendAncillaryBuffer::new(&mut room);
            let memory: Vec<BorrowedFd<'_>> = memory.into_iter().collect();
            if !memory.is_empty() && !aside.push(SendAncillaryMessage::ScmRights(&memory)) {
                return Err(io::ErrorKind::OutOfMemory.into());
            }
            let sent = sendmsg(&self.0, &[IoSlice::new(request)], &mut aside, SendFlags::NOSIGNAL)?;
            self.0.write_all(request.get(sent..).unwrap_or_default())?;
            self.0.write_all(following)
        }
    }

    /// A pipe as wide as the system lets it be.
    pub(super) fn widen(pipe: &ChildStdout) {
        if let Err(error) = fcntl_setpipe_size(pipe, WIDE) {
            tracing::debug!(%error, "a worker's pipe stays narrow");
        }
    }

    /// The worker's side: the next request, and the memory that came with it. `None` when the program has gone.
    pub(crate) fn next_request(
        from: &std::fs::File,
    ) -> io::Result<Option<([u8; REQUEST_BYTES], Option<OwnedFd>)>> {
        let mut request = [0; REQUEST_BYTES];
        let mut memory = None;
        let mut filled = 0;
        while let Some(rest) = request.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            let mut room = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
            let mut aside = RecvAncillaryBuffer::new(&mut room);
            let got = recvmsg(from, &mut [IoSliceMut::new(rest)], &mut aside, RecvFlags::CMSG_CLOEXEC)?;
            for message in aside.drain() {
                if let RecvAncillaryMessage::ScmRights(descriptors) = message {
                    memory = descriptors.last();
                }
            }
            match got.bytes {
                0 if filled == 0 => return Ok(None),
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                count => filled += count,
            }
        }
        Ok(Some((request, memory)))
    }
}

#[cfg(not(target_os = "linux"))]
mod portable {
    use std::io::{self, Read, Write};
    use std::process::{Child, ChildStdin, Command, Stdio};

    use super::REQUEST_BYTES;

    /// A pipe: every file follows its request.
    #[derive(Debug)]
    pub(crate) struct ToWorker(ChildStdin);

    impl ToWorker {
        pub(super) fn spawn(command: &mut Command) -> io::Result<(Child, Self)> {
            let mut child = command.stdin(Stdio::piped()).spawn()?;
            let ours = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
            Ok((child, Self(ours)))
        }

        /// Sends a request and what follows it.
        pub(crate) fn ask(&mut self, request: &[u8; REQUEST_BYTES], following: &[u8]) -> io::Result<()> {
            self.0.write_all(request)?;
            self.0.write_all(following)?;
            self.0.flush()
        }
    }

    /// The worker's side: the next request. `None` when the program has gone.
    pub(crate) fn next_request(mut from: &std::fs::File) -> io::Result<Option<[u8; REQUEST_BYTES]>> {
        let mut request = [0; REQUEST_BYTES];
        match from.read_exact(&mut request) {
            Ok(()) => Ok(Some(request)),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }
}
