//! How often a fault is tried: some times with `cargo xtask test`, as often as it takes with `cargo xtask faults`.

/// `short`, or `full` where `KONTAKTI_FAULTS_FULL` is set.
pub fn times(short: usize, full: usize) -> usize {
    if std::env::var_os("KONTAKTI_FAULTS_FULL").is_some() { full } else { short }
}

/// A seed for this run, printed; the one in `KONTAKTI_FAULT_SEED` where that is set.
pub fn seed() -> u64 {
    let seed = std::env::var("KONTAKTI_FAULT_SEED").map_or_else(
        |_| std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64,
        |seed| seed.parse().expect("a number"),
    );
    println!("KONTAKTI_FAULT_SEED={seed}");
    seed
}
