use std::fs;

use super::*;
use crate::keys::RootKey;

const ID: [u8; 16] = [0xA5; 16];

fn key() -> AnchorMacKey {
    RootKey::from_bytes(&[7; 32]).derive_anchor_key()
}

fn state(sequence: u64) -> AnchorState {
    let byte = u8::try_from(sequence).unwrap();
    AnchorState {
        sequence,
        head: [byte; 32],
        slots_counter: 3,
        security_digest: [0x5D; 32],
        files: None,
        at_ms: 1_790_000_000_000 + sequence,
    }
}

fn closed(sequence: u64) -> AnchorState {
    let files = ClosedFiles { register: [0x1F; 32], key_list: [0x2F; 32] };
    AnchorState { files: Some(files), ..state(sequence) }
}

struct Made {
    dir: tempfile::TempDir,
    anchor: Anchor,
}

/// An anchor at entry 10 in its second record, with entry 9 in the first.
fn made() -> Made {
    let dir = tempfile::tempdir().unwrap();
    let mut anchor = Anchor::create(dir.path(), &key(), ID, &state(8)).unwrap();
    anchor.advance(&state(9)).unwrap();
    anchor.advance(&state(10)).unwrap();
    Made { dir, anchor }
}

impl Made {
    fn path(&self) -> PathBuf {
        self.dir.path().join(ANCHOR_FILE)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    fn open(&self) -> Result<Anchor, VaultError> {
        Anchor::open(self.dir.path(), &key(), ID)
    }

    /// Opens the file with these bytes in it. Not cut to nothing first, which some file systems take as a reason to flush.
    fn open_as(&self, bytes: &[u8]) -> Result<Anchor, VaultError> {
        let mut file = OpenOptions::new().write(true).open(self.path()).unwrap();
        file.write_all(bytes).unwrap();
        file.set_len(bytes.len() as u64).unwrap();
        self.open()
    }
}

fn found(opened: Result<Anchor, VaultError>) -> (AnchorState, AnchorCondition) {
    let anchor = opened.unwrap();
    (*anchor.state(), anchor.condition())
}

fn faults(opened: Result<Anchor, VaultError>) -> (AnchorFault, AnchorFault) {
    match opened {
        Err(VaultError::AnchorDamaged { first, second }) => (first, second),
        other => panic!("{other:?}"),
    }
}

#[test]
fn remembers_the_newest_state() {
    let dir = tempfile::tempdir().unwrap();
    let open = || Anchor::open(dir.path(), &key(), ID);
    assert!(!Anchor::exists(dir.path()).unwrap());
    assert!(matches!(open(), Err(VaultError::AnchorMissing)));
    let mut anchor = Anchor::create(dir.path(), &key(), ID, &state(1)).unwrap();
    assert!(Anchor::exists(dir.path()).unwrap());
    assert_eq!(found(open()), (state(1), AnchorCondition::Whole));
    for sequence in [2, 2, 3, 40, 41, 41, 41, 250] {
        anchor.advance(&state(sequence)).unwrap();
        assert_eq!(*anchor.state(), state(sequence));
        assert_eq!(found(open()), (state(sequence), AnchorCondition::Whole));
    }
    anchor.advance(&closed(250)).unwrap();
    anchor.sync().unwrap();
    drop(anchor);
    let mut again = open().unwrap();
    assert_eq!(*again.state(), closed(250));
    again.advance(&state(251)).unwrap();
    assert_eq!(found(open()), (state(251), AnchorCondition::Whole));
}

#[test]
fn the_layout_is_the_one_described() {
    let made = made();
    let bytes = made.bytes();
    assert_eq!(bytes.len(), 1024);
    let newest = &bytes[512..];
    assert_eq!(newest[..8], *b"KAN1\0\x01\0\0");
    assert_eq!(newest[8..24], ID);
    assert_eq!(newest[24..32], 4u64.to_be_bytes());
    assert_eq!(newest[32..40], 10u64.to_be_bytes());
    assert_eq!(newest[40..72], [10; 32]);
    assert_eq!(newest[72..80], 3u64.to_be_bytes());
    assert_eq!(newest[80..112], [0x5D; 32]);
    assert_eq!(newest[112..120], 1_790_000_000_010u64.to_be_bytes());
    assert_eq!(newest[120..480], [0; 360]);
    assert_eq!(newest[480..], *blake3::keyed_hash(key().expose(), &newest[..480]).as_bytes());

    let mut anchor = made.open().unwrap();
    anchor.advance(&closed(10)).unwrap();
    let bytes = made.bytes();
    assert_eq!(bytes[24..32], 5u64.to_be_bytes());
    assert_eq!(bytes[120..128], 1u64.to_be_bytes());
    assert_eq!(bytes[128..160], [0x1F; 32]);
    assert_eq!(bytes[160..192], [0x2F; 32]);
    assert_eq!(bytes[192..480], [0; 288]);
}

#[test]
fn no_bit_flips_unnoticed() {
    let made = made();
    let good = made.bytes();
    let mut bytes = good.clone();
    for bit in 0..good.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        let (state_found, condition) = found(made.open_as(&bytes));
        if bit < 512 * 8 {
            assert_eq!(state_found, state(10), "bit {bit}");
            assert!(matches!(condition, AnchorCondition::FirstFaulty(_)), "bit {bit}: {condition:?}");
        } else {
            assert_eq!(state_found, state(9), "bit {bit}");
            assert!(matches!(condition, AnchorCondition::SecondFaulty(_)), "bit {bit}: {condition:?}");
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    // the control: without the flip it is whole
    assert_eq!(bytes, good);
    assert_eq!(found(made.open_as(&bytes)), (state(10), AnchorCondition::Whole));
}

#[test]
fn with_both_records_changed_there_is_no_state() {
    let made = made();
    let good = made.bytes();
    for bit in 0..512 * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes[1023 - bit / 8] ^= 0x80 >> (bit % 8);
        faults(made.open_as(&bytes));
        assert_eq!(made.bytes(), bytes, "opening changes nothing");
    }
    assert_eq!(found(made.open_as(&good)), (state(10), AnchorCondition::Whole));
}

#[test]
fn a_torn_write_leaves_the_state_before() {
    let Made { dir, mut anchor } = made();
    let before = fs::read(dir.path().join(ANCHOR_FILE)).unwrap();
    anchor.advance(&state(11)).unwrap();
    let made = Made { dir, anchor };
    let after = made.bytes();
    assert_eq!(before[512..], after[512..], "the newest record was not touched");
    assert_ne!(before[..512], after[..512]);
    let mut torn = 0;
    for length in 0..=512 {
        let head = [&after[..length], &before[length..]].concat();
        let tail = [&before[..length], &after[length..]].concat();
        for mixed in [head, tail] {
            let expected = if mixed == after {
                (state(11), AnchorCondition::Whole)
            } else if mixed == before {
                (state(10), AnchorCondition::Whole)
            } else {
                torn += 1;
                (state(10), AnchorCondition::FirstFaulty(AnchorFault::Changed))
            };
            assert_eq!(found(made.open_as(&mixed)), expected, "cut at {length}");
        }
    }
    assert!(torn > 800, "most cuts lie within what differs: {torn}");
}

#[test]
fn an_overwritten_older_record_is_told_and_mended_by_the_next_state() {
    let made = made();
    for garbage in [0x00, 0xFF, 0x4B] {
        let mut bytes = made.bytes();
        bytes[..512].fill(garbage);
        let mut anchor = made.open_as(&bytes).unwrap();
        assert_eq!(*anchor.state(), state(10));
        assert_eq!(anchor.condition(), AnchorCondition::FirstFaulty(AnchorFault::NotAnchor));
        anchor.advance(&state(10)).unwrap();
        assert_eq!(anchor.condition(), AnchorCondition::Whole);
        assert_eq!(made.bytes()[512..], bytes[512..]);
        assert_eq!(found(made.open()), (state(10), AnchorCondition::Whole));
        // so that the first is the older one again
        anchor.advance(&state(10)).unwrap();
    }
}

#[test]
fn each_state_goes_over_the_older_record_alone() {
    let mut made = made();
    for sequence in 11..20 {
        let before = made.bytes();
        made.anchor.advance(&state(sequence)).unwrap();
        let after = made.bytes();
        let (written, kept) = if sequence % 2 == 1 { (0..512, 512..1024) } else { (512..1024, 0..512) };
        assert_eq!(after[kept.clone()], before[kept]);
        assert_ne!(after[written.clone()], before[written]);
        assert_eq!(after.len(), 1024);
    }
}

#[test]
fn a_record_counts_only_in_its_own_place() {
    let made = made();
    let good = made.bytes();
    let (first, second) = good.split_at(512);
    let (changed, whole) = (AnchorFault::Changed, AnchorCondition::Whole);
    let twice_first = made.open_as(&[first, first].concat());
    assert_eq!(found(twice_first), (state(9), AnchorCondition::SecondFaulty(changed)));
    let twice_second = made.open_as(&[second, second].concat());
    assert_eq!(found(twice_second), (state(10), AnchorCondition::FirstFaulty(changed)));
    assert_eq!(faults(made.open_as(&[second, first].concat())), (changed, changed));
    assert_eq!(found(made.open_as(&[first, second].concat())), (state(10), whole));
}

#[test]
fn another_key_or_another_registers_id_does_not_open() {
    let made = made();
    let other_key = RootKey::from_bytes(&[8; 32]).derive_anchor_key();
    let with_other_key = Anchor::open(made.dir.path(), &other_key, ID);
    assert_eq!(faults(with_other_key), (AnchorFault::Changed, AnchorFault::Changed));
    let with_other_id = Anchor::open(made.dir.path(), &key(), [0xA6; 16]);
    assert_eq!(faults(with_other_id), (AnchorFault::OtherRegister, AnchorFault::OtherRegister));
    assert_eq!(found(made.open()), (state(10), AnchorCondition::Whole));
}

#[test]
fn a_file_of_another_length_is_damaged() {
    let made = made();
    let good = made.bytes();
    let longer = [&good[..], &[0]].concat();
    let third = [&good[..], &good[..512]].concat();
    let large = vec![0; 100_000];
    let lengths = [0, 1, 511, 512, 513, 1023].map(|length| &good[..length]);
    for bytes in lengths.into_iter().chain([&longer[..], &third, &large]) {
        let found = faults(made.open_as(bytes));
        assert_eq!(found, (AnchorFault::Length, AnchorFault::Length), "{} bytes", bytes.len());
        assert_eq!(made.bytes(), bytes, "opening changes nothing");
    }
    assert_eq!(found(made.open_as(&good)), (state(10), AnchorCondition::Whole));
}

#[test]
fn does_not_go_backwards() {
    let mut made = made();
    let before = made.bytes();
    let refused = made.anchor.advance(&state(9));
    assert!(matches!(refused, Err(VaultError::AnchorBackwards { remembered: 10, asked: 9 })));
    let refused = made.anchor.advance(&AnchorState { slots_counter: 2, ..state(11) });
    assert!(matches!(refused, Err(VaultError::AnchorBackwards { remembered: 3, asked: 2 })));
    assert_eq!((*made.anchor.state(), made.bytes()), (state(10), before));
    made.anchor.advance(&AnchorState { slots_counter: 4, ..state(10) }).unwrap();
    assert_eq!(made.open().unwrap().state().slots_counter, 4);
}

#[test]
fn once_open_again_no_record_says_closed() {
    for times_closed in [1, 2] {
        let mut made = made();
        for _ in 0..times_closed {
            made.anchor.advance(&closed(10)).unwrap();
        }
        // the control: as many records say closed as were written
        assert_eq!(records_that_say_closed(&made), times_closed);
        assert_eq!(*made.open().unwrap().state(), closed(10));
        made.open().unwrap().advance(&state(10)).unwrap();
        assert_eq!(records_that_say_closed(&made), 0);
        assert_eq!(found(made.open()), (state(10), AnchorCondition::Whole));
    }
}

/// How many of the records would, as the only whole one, say that the register is closed.
fn records_that_say_closed(made: &Made) -> usize {
    let good = made.bytes();
    let says_closed = |other: &usize| {
        let mut bytes = good.clone();
        bytes[*other] ^= 1;
        made.open_as(&bytes).unwrap().state().files.is_some()
    };
    let count = [512, 0].iter().filter(|other| says_closed(other)).count();
    made.open_as(&good).unwrap();
    count
}

#[test]
fn killed_while_it_is_opened_again_the_next_opening_goes_on() {
    let mut made = made();
    made.anchor.advance(&closed(10)).unwrap();
    let before = made.bytes();
    made.open().unwrap().advance(&state(10)).unwrap();
    // only the first of the two writes reached the disk
    let half = [&before[..512], &made.bytes()[512..]].concat();
    let mut again = made.open_as(&half).unwrap();
    assert_eq!((*again.state(), records_that_say_closed(&made)), (state(10), 1));
    again.advance(&state(10)).unwrap();
    assert_eq!(records_that_say_closed(&made), 0);
}

#[test]
fn is_made_once_and_anew_only_on_request() {
    let made = made();
    let before = made.bytes();
    let again = Anchor::create(made.dir.path(), &key(), ID, &state(1));
    assert!(matches!(again, Err(VaultError::AnchorExists)));
    assert_eq!(made.bytes(), before);

    fs::write(made.path(), b"not an anchor").unwrap();
    let again = Anchor::create(made.dir.path(), &key(), ID, &state(1));
    assert!(matches!(again, Err(VaultError::AnchorExists)));
    let mut anchor = Anchor::reset(made.dir.path(), &key(), ID, &state(5)).unwrap();
    assert_eq!(found(made.open()), (state(5), AnchorCondition::Whole));
    anchor.advance(&state(6)).unwrap();
    assert_eq!(found(made.open()), (state(6), AnchorCondition::Whole));
    assert_eq!(fs::read_dir(made.dir.path()).unwrap().count(), 1);
}

#[test]
fn an_anchor_taken_away_is_not_made_by_writing() {
    let made = made();
    let mut anchor = made.open().unwrap();
    fs::remove_file(made.path()).unwrap();
    assert!(matches!(anchor.advance(&state(11)), Err(VaultError::AnchorMissing)));
    assert!(!Anchor::exists(made.dir.path()).unwrap());
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_it_and_reading_needs_no_right_to_write() {
    use std::os::unix::fs::PermissionsExt;
    let made = made();
    assert_eq!(fs::metadata(made.path()).unwrap().permissions().mode() & 0o777, 0o600);
    fs::set_permissions(made.path(), fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(found(made.open()), (state(10), AnchorCondition::Whole));
}

#[test]
fn a_file_is_hashed_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("register.db");
    let mut bytes = vec![0x3C; 300_001];
    fs::write(&path, &bytes).unwrap();
    assert_eq!(hash_file(&path).unwrap(), *blake3::hash(&bytes).as_bytes());
    bytes[300_000] ^= 1;
    let before = hash_file(&path).unwrap();
    fs::write(&path, &bytes).unwrap();
    assert_ne!(hash_file(&path).unwrap(), before);
    assert!(matches!(hash_file(&dir.path().join("absent")), Err(VaultError::Io(_))));
}
