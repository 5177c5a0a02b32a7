//! What a worker may take and do, and that it can do nothing else. Applied to itself before it reads a foreign byte.
//!
//! Linux: few descriptors, no files, no cores, memory and processor time by what a file claims, and the system calls of
//! [`calls`]; every other kills the process. Elsewhere a process of its own contains a crash, and its parent's patience
//! an endless loop.
//!
//! Invariant on Linux: a measure that the system refuses ends the worker, and without one nothing is decoded.

#[cfg(target_os = "linux")]
pub(crate) use linux::{Limits, close_inherited, confine};
#[cfg(not(target_os = "linux"))]
pub(crate) use other::{Limits, close_inherited, confine};

#[cfg(target_os = "linux")]
mod calls;

#[cfg(target_os = "linux")]
mod linux {
    #![expect(unsafe_code, reason = "closing descriptors that nothing here owns")]

    use std::fs::File;
    use std::io;
    use std::os::unix::fs::FileExt;

    use imaging::FileKind;
    use rustix::process::{
        DumpableBehavior, Resource, Rlimit, Signal, set_dumpable_behavior, set_parent_process_death_signal,
        setrlimit,
    };
    use rustix::time::{ClockId, clock_gettime};

    use crate::job::Job;
    use crate::message::Request;

    /// Descriptors: three standard ones, two clones, the one for [`Limits`], one for memory that comes.
    const DESCRIPTORS: u64 = 8;
    /// More memory than the largest picture that is decoded at all takes ([`imaging::limits`]), whatever is asked for.
    const MOST_MEMORY: u64 = 6 << 30;
    /// Memory for a file that claims no pixels.
    const MEMORY: u64 = 64 << 20;
    /// Coefficients of a progressive picture, six bytes a pixel, and a reduced one.
    const MEMORY_OF_PIXEL_REDUCED: u64 = 8;
    /// Eight bytes a sample, as a PNG or TIFF may have it, and its conversions; or a whole picture, turned and encoded.
    const MEMORY_OF_PIXEL: u64 = 24;
    /// A print's pixel: resized and turned six bytes, and what noise is encoded to, several times while that grows, is given
    /// its profile and sent.
    const MEMORY_OF_PIXEL_MADE: u64 = 24;
    /// Copies of a file whose structure is read: two of a raw file, one of a JPEG whose metadata make libjpeg stumble.
    const COPIES: (u64, u64) = (2, 1);
    /// Seconds of processor time for a file that claims no pixels, and more for each started 24 megapixels, of the file and of
    /// a print: thirty times of what they take in an unoptimised build on the machine of docs/performance.md, and less than
    /// the parent's patience.
    const SECONDS: (u64, u64) = (10, 10);
    const SECONDS_ARE_FOR: u64 = 24_000_000;

    /// What the worker may take, which it sets itself for each file. A file that breaks a decoder's memory could lift it up
    /// to what [`confine`] left, and to the parent's patience.
    pub(crate) struct Limits {
        own_size: File,
        page: u64,
        most: u64,
    }

    pub(crate) fn confine() -> io::Result<Limits> {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        let own_size = File::open("/proc/self/statm")?;
        set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
        for (resource, most) in [
            (Resource::Core, 0),
            (Resource::Fsize, 0),
            (Resource::Nproc, 0),
            (Resource::Memlock, 0),
            (Resource::Nofile, DESCRIPTORS),
        ] {
            limit(resource, most, most)?;
        }
        let mut limits = Limits { own_size, page: rustix::param::page_size() as u64, most: 0 };
        limits.most = limits.size()?.saturating_add(MOST_MEMORY);
        limit(Resource::As, limits.most, limits.most)?;
        super::calls::forbid_others()?;
        Ok(limits)
    }

    /// What the program had open and forgot to keep to itself.
    pub(crate) fn close_inherited() {
        // SAFETY: nothing runs yet that could own a descriptor but the three standard ones
        unsafe { libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, 0) };
    }

    fn limit(resource: Resource, current: u64, maximum: u64) -> rustix::io::Result<()> {
        setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) })
    }

    impl Limits {
        /// Before a file is read: `copied` bytes of it go into memory of the worker's own.
        pub(crate) fn begin(&self, copied: u64, request: &Request) {
            self.set(MEMORY + copied + copies(request), SECONDS.0);
        }

        /// The file claims so many pixels, and the job makes its own of them.
        pub(crate) fn allow(&self, pixels: u64, request: &Request) {
            let made = request.job.pixels_made();
            let started = pixels.saturating_add(made).div_ceil(SECONDS_ARE_FOR);
            let memory = (MEMORY + copies(request))
                .saturating_add(pixels.saturating_mul(of_pixel(request)))
                .saturating_add(made.saturating_mul(MEMORY_OF_PIXEL_MADE));
            self.set(memory, SECONDS.0 + SECONDS.1 * started);
        }

        /// The file is done with.
        pub(crate) fn end(&self) {
            self.give(Resource::As, self.most, self.most);
        }

        fn set(&self, memory: u64, seconds: u64) {
            let Ok(size) = self.size() else { abort() };
            self.give(Resource::As, size.saturating_add(memory).min(self.most), self.most);
            let taken = clock_gettime(ClockId::ProcessCPUTime).tv_sec.unsigned_abs();
            // whole seconds are counted: one more than were begun
            self.give(Resource::Cpu, taken + 1 + seconds, u64::MAX);
        }

        fn give(&self, resource: Resource, current: u64, maximum: u64) {
            let maximum = Some(maximum).filter(|most| *most != u64::MAX);
            if setrlimit(resource, Rlimit { current: Some(current), maximum }).is_err() {
                abort();
            }
        }

        /// Address space that is taken, in bytes (proc(5), statm).
        fn size(&self) -> io::Result<u64> {
            let mut text = [0; 128];
            let length = self.own_size.read_at(&mut text, 0)?;
            let text = text.get(..length).unwrap_or_default();
            let digits = text.iter().take_while(|byte| byte.is_ascii_digit());
            let pages = digits.fold(0u64, |sum, digit| sum.saturating_mul(10) + u64::from(digit - b'0'));
            if pages == 0 {
                Err(io::ErrorKind::InvalidData.into())
            } else {
                Ok(pages.saturating_mul(self.page))
            }
        }
    }

    /// A worker without limits does nothing.
    fn abort() -> ! {
        std::process::abort()
    }

    fn copies(request: &Request) -> u64 {
        let (others, jpeg) = COPIES;
        request.length.saturating_mul(if request.kind == FileKind::Jpeg { jpeg } else { others })
    }

    fn of_pixel(request: &Request) -> u64 {
        let is_whole = matches!(request.kind, FileKind::Png | FileKind::Tiff | FileKind::Webp);
        match request.job {
            Job::Facts | Job::Examine { .. } | Job::Thumbnails(..) if !is_whole => MEMORY_OF_PIXEL_REDUCED,
            _ => MEMORY_OF_PIXEL,
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod other {
    use std::io;

    use crate::message::Request;

    pub(crate) struct Limits;

    pub(crate) fn close_inherited() {}

    pub(crate) fn confine() -> io::Result<Limits> {
        #[cfg(unix)]
        {
            use rustix::process::{Resource, Rlimit, setrlimit};
            for resource in [Resource::Core, Resource::Fsize, Resource::Nproc] {
                setrlimit(resource, Rlimit { current: Some(0), maximum: Some(0) })?;
            }
        }
        Ok(Limits)
    }

    impl Limits {
        pub(crate) fn begin(&self, _: u64, _: &Request) {}

        pub(crate) fn allow(&self, _: u64, _: &Request) {}

        pub(crate) fn end(&self) {}
    }
}
