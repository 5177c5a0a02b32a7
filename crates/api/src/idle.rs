//! When nobody is at the keyboard any more: the register locks by itself.
//!
//! The system may say so: its screen was locked, or it goes to sleep. Where it says nothing, clocks tell of a sleep.
//! Two clocks are read, because the steady one stands still while the computer sleeps: a gap between them is a sleep, and
//! whoever wakes the computer may be somebody else. Deliberately not here: a thread; the host asks from time to time.

use std::time::{Duration, Instant};

use domain::ClockJump;

/// The two clocks differ by more than this only after a sleep, or when the wall clock was set forward; and between two
/// looks lies more than this only then, on a system whose steady clock counts the sleep.
const SLEEP: Duration = Duration::from_secs(60);

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    steady: Instant,
    wall: domain::Instant,
}

impl Moment {
    /// Now; `wall` is what the program's clock says.
    pub fn now(wall: domain::Instant) -> Self {
        Self { steady: Instant::now(), wall }
    }

    fn steady_since(self, earlier: Self) -> Duration {
        self.steady.saturating_duration_since(earlier.steady)
    }

    /// Whether the wall clock went its own way since `earlier`. While the computer sleeps only the wall clock goes on.
    pub fn jump_since(self, earlier: Self) -> Option<ClockJump> {
        let steady = i64::try_from(self.steady_since(earlier).as_millis()).unwrap_or(i64::MAX);
        ClockJump::between(domain::Instant(earlier.wall.millis().saturating_add(steady)), self.wall)
    }

    fn wall_since(self, earlier: Self) -> Duration {
        let millis = self.wall.millis().saturating_sub(earlier.wall.millis());
        Duration::from_millis(u64::try_from(millis).unwrap_or_default())
    }
}

/// Since when nobody has used mouse or keyboard, and whether the computer was left since the register was opened: it slept,
/// or its screen was locked.
#[derive(Debug)]
pub(crate) struct Idle {
    last_input: Moment,
    last_look: Moment,
    was_left: bool,
    is_signing_in: bool,
}

impl Idle {
    pub fn new(now: Moment) -> Self {
        Self { last_input: now, last_look: now, was_left: false, is_signing_in: false }
    }

    /// The system says that the computer goes to sleep or that its screen is locked.
    pub fn note_left(&mut self) {
        self.was_left = true;
    }

    /// Somebody used mouse or keyboard. Once the computer was left that may be anybody, so it does not count then.
    pub fn note_input(&mut self, now: Moment) {
        self.last_input = now;
    }

    /// Nothing is open that could be locked: whoever opens it next is there. What happens while somebody signs in counts.
    pub fn look_away(&mut self, now: Moment) {
        *self = Self {
            was_left: self.was_left && self.is_signing_in,
            is_signing_in: self.is_signing_in,
            ..Self::new(now)
        };
    }

    /// Somebody signs in; from here on they are there, until the computer is left.
    pub fn begin_sign_in(&mut self, now: Moment) {
        *self = Self { is_signing_in: true, ..Self::new(now) };
    }

    /// They have signed in, or not.
    pub fn end_sign_in(&mut self) {
        self.is_signing_in = false;
    }

    /// Whether the register should be locked: the computer was left, or nobody has used it for `limit`, if there is one.
    pub fn is_over(&mut self, now: Moment, limit: Option<Duration>) -> bool {
        let last = std::mem::replace(&mut self.last_look, now);
        let steady = now.steady_since(last);
        self.was_left |= steady > SLEEP || now.wall_since(last) > steady + SLEEP;
        self.was_left || limit.is_some_and(|limit| now.steady_since(self.last_input) >= limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);
    const LIMIT: Option<Duration> = Some(Duration::from_secs(600));

    fn later(moment: Moment, steady: Duration, wall: Duration) -> Moment {
        let wall = i64::try_from(wall.as_millis()).unwrap();
        Moment { steady: moment.steady + steady, wall: domain::Instant(moment.wall.millis() + wall) }
    }

    fn start() -> Moment {
        Moment::now(domain::Instant(1_788_416_100_000))
    }

    /// Looks each minute, awake, after the `from`th up to the `until`th; gives what the last look says.
    fn looks(idle: &mut Idle, start: Moment, from: u32, until: u32) -> bool {
        let mut last = false;
        for minute in from + 1..=until {
            last = idle.is_over(later(start, MINUTE * minute, MINUTE * minute), LIMIT);
        }
        last
    }

    #[test]
    fn locks_after_the_limit_and_not_before() {
        let start = start();
        let mut idle = Idle::new(start);
        assert!(!looks(&mut idle, start, 0, 9));
        idle.note_input(later(start, MINUTE * 9, MINUTE * 9));
        assert!(!looks(&mut idle, start, 9, 18));
        assert!(looks(&mut idle, start, 18, 19));
        assert!(looks(&mut idle, start, 19, 20), "until somebody is there or it is locked");
        idle.note_input(later(start, MINUTE * 20, MINUTE * 20));
        assert!(!looks(&mut idle, start, 20, 21));
    }

    #[test]
    fn locks_after_a_sleep_of_any_length_worth_the_name() {
        let start = start();
        let mut idle = Idle::new(start);
        let awake = later(start, MINUTE, MINUTE);
        assert!(!idle.is_over(awake, LIMIT), "the control: awake all the time");
        let woken = later(awake, Duration::from_secs(5), MINUTE * 3);
        assert!(idle.is_over(woken, LIMIT));
        idle.note_input(woken);
        assert!(
            idle.is_over(later(woken, MINUTE, MINUTE), LIMIT),
            "whoever moves the mouse now may be another"
        );
        idle.look_away(later(woken, MINUTE, MINUTE));
        assert!(!idle.is_over(later(woken, MINUTE * 2, MINUTE * 2), LIMIT));
    }

    #[test]
    fn a_steady_clock_that_counts_the_sleep_hides_none() {
        let start = start();
        let mut idle = Idle::new(start);
        idle.note_input(later(start, MINUTE * 3, MINUTE * 3));
        assert!(idle.is_over(later(start, MINUTE * 3, MINUTE * 3), LIMIT));
    }

    #[test]
    fn a_wall_clock_that_is_set_back_locks_nothing() {
        let start = start();
        let mut idle = Idle::new(start);
        let back =
            Moment { steady: start.steady + MINUTE, wall: domain::Instant(start.wall.millis() - 36_000_000) };
        assert!(!idle.is_over(back, LIMIT));
    }

    #[test]
    fn a_clock_that_went_its_own_way_has_jumped() {
        let (start, day) = (start(), Duration::from_secs(86_400));
        assert_eq!(later(start, day * 9, day * 9).jump_since(start), None, "open for days");
        assert_eq!(
            later(start, MINUTE, day * 2).jump_since(start),
            None,
            "slept over the weekend's first days"
        );
        assert_eq!(later(start, MINUTE, day * 3).jump_since(start), Some(ClockJump::Forward));
        let back = Moment { wall: domain::Instant(start.wall.millis() - 61_000), ..start };
        assert_eq!(back.jump_since(start), Some(ClockJump::Backward));
    }

    #[test]
    fn without_a_limit_it_locks_only_when_the_computer_was_left() {
        let start = start();
        let mut idle = Idle::new(start);
        for minute in 1..=600 {
            assert!(!idle.is_over(later(start, MINUTE * minute, MINUTE * minute), None));
        }
        let night = later(start, MINUTE * 600, MINUTE * 1200);
        assert!(idle.is_over(night, None), "slept");
        idle.look_away(night);
        assert!(!idle.is_over(night, None));
        idle.note_left();
        idle.note_input(night);
        assert!(idle.is_over(night, None), "the screen was locked, and somebody is there again");
    }

    #[test]
    fn what_happens_while_somebody_signs_in_counts() {
        let start = start();
        let mut idle = Idle::new(start);
        idle.note_left();
        idle.begin_sign_in(start);
        idle.look_away(start);
        idle.end_sign_in();
        assert!(!idle.is_over(start, None), "the control: left before, and come back");
        idle.begin_sign_in(start);
        idle.note_left();
        idle.look_away(start);
        idle.end_sign_in();
        assert!(idle.is_over(start, None), "left while the key was derived");
    }
}
