//! The system calls that a worker has: memory, its two channels, its limits, its end. Every other kills the process.
//!
//! Invariant: with these, no file is opened, no connection made, no process or thread started, no memory made executable,
//! and no other process seen.

use std::collections::BTreeMap;
use std::io;

use libc::{PROT_EXEC, RLIMIT_AS, RLIMIT_CPU};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch, apply_filter_all_threads,
};

/// Without conditions on their arguments.
const CALLS: &[libc::c_long] = &[
    // the two channels, whose descriptors are all there are
    libc::SYS_read,
    libc::SYS_pread64,
    libc::SYS_write,
    libc::SYS_recvmsg,
    libc::SYS_close,
    // memory, as the allocators and mapped photographs need it
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // locks of the standard library and of libc
    libc::SYS_futex,
    libc::SYS_sched_yield,
    // clocks, where the system has none in shared memory, and the seeds of hash tables
    libc::SYS_clock_gettime,
    libc::SYS_getrandom,
    // panics that are contained, aborts, the end
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// `fcntl` commands: the seals of memory that came, and whether a descriptor is open, which an unoptimised standard library
/// asks before it closes one.
const FCNTL: &[libc::c_int] = &[libc::F_GET_SEALS, libc::F_GETFD];

pub(super) fn forbid_others() -> io::Result<()> {
    let program = program().map_err(io::Error::other)?;
    apply_filter_all_threads(&program).map_err(io::Error::other)
}

fn program() -> Result<BpfProgram, seccompiler::BackendError> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = CALLS.iter().map(|call| (*call, Vec::new())).collect();
    let masked = |place, mask: libc::c_int, value: libc::c_int| {
        let mask = u64::from(mask.cast_unsigned());
        let value = u64::from(value.cast_unsigned());
        SeccompCondition::new(place, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(mask), value)
    };
    let is =
        |place, value: u64| SeccompCondition::new(place, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value);
    // nothing that can be run
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        rules.insert(call, vec![SeccompRule::new(vec![masked(2, PROT_EXEC, 0)?])?]);
    }
    // its own limits of memory and of processor time
    let own_limit = |resource: u64| SeccompRule::new(vec![is(0, 0)?, is(1, resource)?]);
    rules.insert(libc::SYS_prlimit64, vec![own_limit(RLIMIT_AS.into())?, own_limit(RLIMIT_CPU.into())?]);
    let fcntl = FCNTL.iter().map(|command| SeccompRule::new(vec![is(1, command.cast_unsigned().into())?]));
    rules.insert(libc::SYS_fcntl, fcntl.collect::<Result<_, _>>()?);
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    SeccompFilter::new(rules, SeccompAction::KillProcess, SeccompAction::Allow, arch)?.try_into()
}
