//! `kill -9` at random moments while orders are written and confirmed, and while batches are handed over.

use std::path::Path;
use std::time::Duration;

use synthetic::rng::Rng;

use crate::card::Card;
use crate::check;
use crate::clerk::{Clerk, told};
use crate::form::{seed, times};
use crate::house::House;
use crate::office;
use crate::shop::Shop;

/// A studio with two photos, a customer, a product and a partner in `dir/data`.
pub fn studio(dir: &Path) {
    std::fs::create_dir(dir.join("batches")).unwrap();
    let house = House::create(&dir.join("data"));
    house.import(&Card::write(&dir.join("card"), 42, 2).path);
    Shop::open(&house);
}

/// A kill comes in one of the first two rounds, `later` at most after its beginning: about as long as a round takes.
fn killed_again_and_again(work: &str, acknowledged: &str, kills: usize, later: Duration) {
    let seed = seed();
    let mut random = Rng::new(seed);
    let dir = tempfile::tempdir().unwrap();
    studio(dir.path());
    let mut said = Vec::new();
    for kill in 0..kills {
        let clerk = Clerk::start(work, dir.path(), None);
        said.extend(clerk.killed(1 + random.below(2), later.mul_f32(random.unit())));
        let when = format!("seed {seed}, kill {kill}");
        let house = House::open_after_kill(&dir.path().join("data"))
            .unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(house.alarm(), None, "{when}");
        office::assert_sound(&house, &said, &when);
    }
    let house = House::open_after_kill(&dir.path().join("data")).unwrap();
    check::assert_sound(&house, &Default::default(), "in the end");
    let count = told(&said, acknowledged).len();
    println!("{kills} kills, {count} times {acknowledged} before them");
    assert!(count >= kills / 6, "the kills come too early to show anything");
}

#[test]
fn killed_at_any_moment_no_acknowledged_order_is_lost() {
    killed_again_and_again("order", "confirmed", times(12, 200), Duration::from_millis(60));
}

#[test]
fn killed_at_any_moment_a_batch_is_handed_over_whole_or_not_at_all() {
    killed_again_and_again("batch", "handed", times(4, 200), Duration::from_millis(900));
}
