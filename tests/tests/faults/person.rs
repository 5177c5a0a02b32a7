//! A person without the rights of root, for whom permission bits mean something.

use rustix::process::{Gid, Uid};

/// `nobody` on every Linux.
const NOBODY: u32 = 65_534;

/// Does `work` on a thread that has no rights of its own, also when the tests run as root. Threads that it starts have
/// none either; the rest of the process is left as it is.
pub fn without_rights<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            if rustix::process::geteuid().is_root() {
                let (user, group) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
                rustix::thread::set_thread_groups(&[]).unwrap();
                rustix::thread::set_thread_res_gid(group, group, group).unwrap();
                rustix::thread::set_thread_res_uid(user, user, user).unwrap();
            }
            work()
        });
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
