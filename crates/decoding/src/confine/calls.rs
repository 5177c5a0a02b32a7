//! The system calls that a worker has: memory, its two channels, its limits, its end. Every other kills the process.
//!
//! The window's libraries start a thread before `main`: WebKitGTK's allocator has one that gives memory back. The filter holds
//! for it too, or a worker that was taken over would have it do what itself cannot; and it may meet the thread at any place
//! of its way in, so that what a thread needs from its first instruction to its end is among the calls.
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
    // the thread that was there before `main`: it tells the system where its own records are
    libc::SYS_rseq,
    libc::SYS_set_robust_list,
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

/// `prctl` commands: the name of a thread, which its library gives it.
const PRCTL: &[libc::c_int] = &[libc::PR_SET_NAME];

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
    let prctl = PRCTL.iter().map(|command| SeccompRule::new(vec![is(0, command.cast_unsigned().into())?]));
    rules.insert(libc::SYS_prctl, prctl.collect::<Result<_, _>>()?);
    // how many processors itself has, by which libc shares out a second thread's memory
    rules.insert(libc::SYS_sched_getaffinity, vec![SeccompRule::new(vec![is(0, 0)?])?]);
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    SeccompFilter::new(rules, SeccompAction::KillProcess, SeccompAction::Allow, arch)?.try_into()
}
