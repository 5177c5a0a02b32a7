//! Codes on camera cards are read as they are photographed, and nothing else comes out, whatever is photographed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "tests")]

#[path = "common/cards.rs"]
mod cards;
mod common;

use cards::{Held, Photograph, Symbol, Taking, photographed, portrait_only};
use imaging::codes::{Codes, Effort, MOST_CODES, is_text, read_codes};
use imaging::{FileKind, ImagingError, Orientation, ThumbnailSizes, thumbnails, thumbnails_and_codes};
use proptest::prelude::*;
use qrcode::EcLevel;

const PAYLOAD: &str = "SK1-7Q4M2-0042-N";

fn read(picture: &Photograph) -> Codes {
    read_codes(&picture.rgb, picture.width, picture.height, Effort::CloserOnMiss).unwrap()
}

fn texts(codes: &Codes) -> Vec<&str> {
    let mut texts: Vec<&str> = codes.texts.iter().map(String::as_str).collect();
    texts.sort_unstable();
    texts
}

fn one(card: Held) -> Photograph {
    photographed(&[card], &Taking::good(7), 1)
}

/// A symbol at `module` pixels each, with `light` modules of paper round it.
fn flat(symbol: &Symbol, module: u32, light: u32) -> Photograph {
    let (across, down) = (symbol.width as u32, (symbol.dark.len() / symbol.width) as u32);
    let (width, height) = ((across + 2 * light) * module, (down + 2 * light) * module);
    let rgb = (0..width * height).flat_map(|at| {
        let (x, y) = ((at % width / module).wrapping_sub(light), (at / width / module).wrapping_sub(light));
        let is_dark = x < across && y < down && symbol.dark[(y * across + x) as usize];
        [if is_dark { 20u8 } else { 235 }; 3]
    });
    Photograph { width, height, rgb: rgb.collect() }
}

#[test]
fn cards_are_read_from_well_to_badly_taken_and_never_wrongly() {
    const CARDS: u64 = 60;
    let (mut read_of, mut at_first, mut asked_about) = (0, 0, 0);
    for seed in 0..CARDS {
        let text = format!("SK1-7Q4M2-{seed:04}-N");
        let card = Held::any(Symbol::qr(text.as_bytes()), seed);
        let picture = photographed(&[card], &Taking::any(seed), 1);
        let codes = read(&picture);
        assert!(codes.texts.is_empty() || codes.texts == [text], "{seed}: {codes:?}");
        let once = read_codes(&picture.rgb, picture.width, picture.height, Effort::Once).unwrap();
        at_first += once.texts.len();
        read_of += codes.texts.len();
        asked_about += usize::from(codes.texts.is_empty() && codes.is_card_like);
    }
    println!("of {CARDS} cards {at_first} read at first, {read_of} in all, {asked_about} of the others seen");
    assert!(read_of >= 48 && read_of > at_first, "{read_of} read, {at_first} at first");
    assert!(read_of + asked_about >= 52, "{asked_about} of {} seen", CARDS as usize - read_of);
}

#[test]
fn portraits_without_a_card_have_no_code() {
    let seen = (0..30).filter(|seed| {
        let codes = read(&photographed(&[], &Taking::any(500 + seed), 1));
        assert_eq!(codes.texts, Vec::<String>::new(), "portrait {seed}");
        codes.is_card_like
    });
    assert!(seen.count() <= 1);
    let codes = read(&portrait_only(3, 1));
    assert_eq!(codes, Codes::default());
}

#[test]
fn a_well_taken_card_is_read_and_nothing_is_left_to_ask_about() {
    for (place, turn) in [0.0f32, 45.0, 90.0, 180.0, 270.0, 328.0].into_iter().enumerate() {
        let card = Held { turn, ..Held::straight(Symbol::qr(PAYLOAD.as_bytes())) };
        let codes = read(&one(card));
        assert_eq!(codes, Codes { texts: vec![PAYLOAD.to_owned()], is_card_like: false }, "turn {place}");
    }
}

#[test]
fn a_card_that_cannot_be_read_is_seen() {
    let whole = Symbol::qr(PAYLOAD.as_bytes());
    let mut damaged = whole.clone();
    // every third row is another code's, its corners are whole
    let other = Symbol::qr(b"SK1-7Q4M2-0043-N");
    for row in (9..damaged.width).step_by(2) {
        let at = row * damaged.width;
        for column in 9..damaged.width {
            damaged.dark[at + column] = !other.dark[at + column];
        }
    }
    assert_eq!(read(&one(Held::straight(whole))).texts, [PAYLOAD], "the control");
    assert_eq!(read(&one(Held::straight(damaged))), Codes { texts: Vec::new(), is_card_like: true });
}

#[test]
fn two_cards_in_one_picture_give_both() {
    let at = |text: &str, at| Held { at, words: 0.0, ..Held::straight(Symbol::qr(text.as_bytes())) };
    let cards = [at(PAYLOAD, (0.3, 0.6)), at("SK1-7Q4M2-0043-N", (0.75, 0.4))];
    let codes = read(&photographed(&cards, &Taking::good(7), 1));
    assert_eq!(texts(&codes), [PAYLOAD, "SK1-7Q4M2-0043-N"]);
    // the same card twice is one text
    let cards = [at(PAYLOAD, (0.3, 0.6)), at(PAYLOAD, (0.75, 0.4))];
    assert_eq!(read(&photographed(&cards, &Taking::good(7), 1)).texts, [PAYLOAD]);
}

#[test]
fn a_second_card_that_cannot_be_read_is_seen_beside_one_that_is() {
    let mut torn = Symbol::qr(b"SK1-7Q4M2-0043-N");
    for row in 8..torn.width - 8 {
        let at = row * torn.width;
        torn.dark[at..at + torn.width].iter_mut().for_each(|dark| *dark = !*dark);
    }
    let far = Held { at: (0.2, 0.35), words: 0.0, module: 5.0, ..Held::straight(torn) };
    let near =
        Held { at: (0.75, 0.65), words: 0.0, module: 5.0, ..Held::straight(Symbol::qr(PAYLOAD.as_bytes())) };
    let codes = read(&photographed(&[far, near], &Taking::good(7), 1));
    assert_eq!(codes, Codes { texts: vec![PAYLOAD.to_owned()], is_card_like: true });
}

#[test]
fn small_codes_are_read_in_pictures_that_are_stored_upright() {
    let picture = one(Held { module: 2.8, ..Held::straight(Symbol::qr(PAYLOAD.as_bytes())) });
    let (width, height) = (picture.width as usize, picture.height as usize);
    let rgb = (0..width).flat_map(|x| (0..height).rev().map(move |y| (y * width + x) * 3));
    let rgb = rgb.flat_map(|at| [picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]]).collect();
    let upright = Photograph { width: picture.height, height: picture.width, rgb };
    assert_eq!(read(&picture).texts, [PAYLOAD]);
    assert_eq!(read(&upright).texts, [PAYLOAD]);
}

#[test]
fn data_matrix_is_read() {
    let code = zxingcpp::create(zxingcpp::BarcodeFormat::DataMatrix).from_str(PAYLOAD).unwrap();
    let drawn = code.to_image_with(&zxingcpp::write().scale(1).add_quiet_zones(false)).unwrap();
    let dark = drawn.data().into_iter().map(|level| level < 128).collect();
    let symbol = Symbol { width: drawn.width() as usize, dark };
    for (turn, module) in [(3.0, 5.0), (10.0, 6.0), (95.0, 7.0), (200.0, 4.0)] {
        let card = Held { turn, module, ..Held::straight(symbol.clone()) };
        assert_eq!(read(&one(card)).texts, [PAYLOAD], "turned by {turn}");
    }
}

#[test]
fn what_no_card_says_is_left_out() {
    let at_level = |payload: &[u8], level| read(&flat(&Symbol::qr_with(payload, level), 6, 4)).texts;
    let said = |payload: &[u8]| at_level(payload, EcLevel::M);
    let longest = "https://example.invalid/".to_owned() + &"a".repeat(40);
    assert_eq!(longest.len(), 64);
    assert_eq!(said(longest.as_bytes()), [longest.as_str()], "the control: a text, whatever it means");
    assert_eq!(said((longest + "a").as_bytes()), Vec::<String>::new(), "one byte too long");
    let whole = Symbol::qr_with(&[b'A'; 2000], EcLevel::L);
    assert_eq!(read(&flat(&whole, 6, 4)).texts, Vec::<String>::new());
    for payload in [
        &b"SK1-7Q4M2-0042-N\0"[..],
        b"SK1-7Q4M2-0042-N\n",
        b"SK1-7Q4M2\x1b[31m",
        b"SK1-7Q4M2-\x7f",
        b"\0",
        b"\xff\xfe\x00\x80binary",
        "Öhman Åke".as_bytes(),
        "\u{202E}SK1".as_bytes(),
    ] {
        assert_eq!(said(payload), Vec::<String>::new(), "{payload:?}");
    }
    assert!(!is_text(b"") && is_text(b" ~"));
}

#[test]
fn no_more_codes_leave_than_there_may_be() {
    let mut cards = Vec::new();
    for place in 0..15usize {
        let symbol = Symbol::qr(format!("SK1-7Q4M2-{place:04}-N").as_bytes());
        let at = (0.12 + (place % 5) as f32 * 0.19, 0.18 + (place / 5) as f32 * 0.32);
        cards.push(Held { at, module: 5.0, words: 0.0, ..Held::straight(symbol) });
    }
    let codes = read(&photographed(&cards, &Taking::good(7), 1));
    assert_eq!(codes.texts.len(), MOST_CODES);
}

#[test]
fn pictures_of_any_size_and_hardly_any_sense_are_looked_at() {
    let nothing = |width: u32, height: u32| {
        let rgb = (0..width * height * 3).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(
            read(&Photograph { width, height, rgb }).texts,
            Vec::<String>::new(),
            "{width} x {height}"
        );
    };
    for side in [1, 2, 3, 7, 8, 9, 39, 40, 41, 63] {
        for other in [1, 5, 8, 17, 100, 301] {
            nothing(side, other);
            nothing(other, side);
        }
    }
    nothing(3001, 5);
    let odd = flat(&Symbol::qr(PAYLOAD.as_bytes()), 3, 7);
    assert_eq!((odd.width % 4, read(&odd).texts), (1, vec![PAYLOAD.to_owned()]));
    assert_eq!(
        read_codes(&[0; 12], 2, 3, Effort::Once),
        Err(ImagingError::BadTarget { width: 2, height: 3 })
    );
    assert_eq!(read_codes(&[], 0, 0, Effort::Once), Err(ImagingError::BadTarget { width: 0, height: 0 }));
}

#[test]
fn a_picture_full_of_finder_patterns_takes_no_time_worth_naming() {
    // one corner of a code again and again, at a pixel a module and more
    for module in [1u32, 2, 3] {
        let (width, height) = (1500, 1000);
        let rgb = (0..width * height).flat_map(|at| {
            let (x, y) = (at % width / module % 8, at / width / module % 8);
            let ring = x.abs_diff(3).max(y.abs_diff(3));
            [if x < 7 && y < 7 && ring != 2 { 10u8 } else { 240 }; 3]
        });
        let picture = Photograph { width, height, rgb: rgb.collect() };
        let begun = std::time::Instant::now();
        assert_eq!(read(&picture).texts, Vec::<String>::new());
        let taken = begun.elapsed();
        println!("{module} pixels a module: {taken:?}");
        assert!(taken.as_secs() < 20, "{taken:?}");
    }
}

#[test]
fn codes_come_with_the_same_thumbnails() {
    let sizes = ThumbnailSizes::default();
    let card = Held::straight(Symbol::qr(PAYLOAD.as_bytes()));
    let file = photographed(&[card], &Taking::good(7), 2).jpeg(92);
    let made = thumbnails(&file, FileKind::Jpeg, Orientation::Rotate90, &sizes).unwrap();
    let (same, codes) = thumbnails_and_codes(&file, FileKind::Jpeg, Orientation::Rotate90, &sizes).unwrap();
    assert_eq!(same, made);
    assert_eq!(codes, Codes { texts: vec![PAYLOAD.to_owned()], is_card_like: false });
    let broken = thumbnails_and_codes(&file[..200], FileKind::Jpeg, Orientation::Normal, &sizes);
    assert!(broken.is_err());
}

proptest! {
    #[test]
    fn whatever_is_read_is_a_text(
        (width, height) in (1..90u32, 1..90u32),
        payload in proptest::collection::vec(any::<u8>(), 0..90),
        noise in any::<u32>(),
    ) {
        let rgb = (0..width * height * 3).map(|at| ((at ^ noise).wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let noise = Photograph { width, height, rgb };
        let code = flat(&Symbol::qr_with(&payload, EcLevel::L), 3, 4);
        for picture in [noise, code] {
            let codes = read(&picture);
            prop_assert!(codes.texts.iter().all(|text| is_text(text.as_bytes())));
        }
    }
}

#[test]
fn photographs_of_other_things_have_no_code() {
    for folder in ["exif", "exif/gps", "exif/mobile", "orientation"] {
        for path in common::samples_in(folder) {
            let Some(file) = common::sample(&path) else { continue };
            let made =
                thumbnails_and_codes(&file, FileKind::Jpeg, Orientation::Normal, &ThumbnailSizes::default());
            assert!(made.is_err() || made.is_ok_and(|(_, codes)| codes.texts.is_empty()), "{path}");
        }
    }
}

/// The folders of zxing-cpp's own samples: what each photograph says stands in a text beside it.
#[test]
fn photographs_of_codes_are_read() {
    let folders = ["qrcode-1", "qrcode-2", "qrcode-3", "qrcode-4", "datamatrix-1", "datamatrix-2"];
    let (mut all, mut right) = (0, 0);
    for path in folders.iter().flat_map(|folder| common::samples_in(&format!("codes/{folder}"))) {
        let Some((name, _)) = path.rsplit_once('.').filter(|(_, kind)| *kind != "txt") else { continue };
        let Some((expected, file)) = common::sample(&format!("{name}.txt")).zip(common::sample(&path)) else {
            continue;
        };
        let kind = imaging::sniff(&file, &path);
        let made = thumbnails_and_codes(&file, kind, Orientation::Normal, &ThumbnailSizes::default());
        if let (true, Ok((_, codes))) = (is_text(&expected), made) {
            all += 1;
            right += usize::from(codes.texts.iter().any(|text| text.as_bytes() == expected));
        }
    }
    println!("{right} of {all} photographs read");
    assert!(right * 10 >= all * 6, "{right} of {all}");
}
