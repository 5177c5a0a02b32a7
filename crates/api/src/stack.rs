//! What a call leaves on its thread's stack: keys and names that were moved through it. The threads live on.

/// Deeper than any call goes; a thread has at least two megabytes.
const DEPTH: usize = 512 * 1024;

/// Does `work`, then overwrites the stack that it used.
pub(crate) fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let answer = apart(work);
    overwrite();
    answer
}

/// A frame of its own, so that nothing of `work` lies in its caller's.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
fn overwrite() {
    let mut bytes = [0u8; DEPTH];
    std::hint::black_box(&mut bytes);
}
