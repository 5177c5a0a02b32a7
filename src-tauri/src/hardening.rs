//! What the process does to itself so that another program, or a crash, does not get the keys out of its memory.
//!
//! Release builds, and those that tests drive: a developer wants core dumps and a debugger. A measure that the system
//! refuses is logged; the program still starts, because none of them is what the register's protection rests on.

/// Applies the measures of this system.
pub fn apply() {
    if cfg!(debug_assertions) && !cfg!(feature = "test-host") {
        return;
    }
    #[cfg(target_os = "linux")]
    linux::apply();
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::io;
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

    pub fn apply() {
        for (measure, result) in [("core size", no_core_files()), ("dumpable", not_readable_by_others())] {
            if let Err(error) = result {
                tracing::warn!(measure, code = error.raw_os_error(), "hardening refused");
            }
        }
    }

    /// A crash leaves no memory image on the disk.
    fn no_core_files() -> io::Result<()> {
        setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })
    }

    /// Other programs of the same user can neither trace the process nor read its memory (prctl(2), PR_SET_DUMPABLE).
    fn not_readable_by_others() -> io::Result<()> {
        set_dumpable_behavior(DumpableBehavior::NotDumpable)
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use rustix::process::{dumpable_behavior, getrlimit};

        #[test]
        fn the_process_leaves_no_image_of_itself() {
            assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::Dumpable, "control: dumpable before");
            apply();
            assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
            assert_eq!(getrlimit(Resource::Core), Rlimit { current: Some(0), maximum: Some(0) });
        }
    }
}
