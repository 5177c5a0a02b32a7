//! What is written is read again as it was; what a hostile worker might write is refused, and never more than that.

use imaging::codes::MOST_TEXT;
use imaging::{Subsampling, encode_jpeg, srgb_profile};
use proptest::prelude::*;

use super::*;

const SIZES: ThumbnailSizes = ThumbnailSizes { grid: 48, preview: 96 };
const SPEC: PrintSpec =
    PrintSpec { width_px: 40, height_px: 60, target_ratio: (40, 60), quality: 93, dpi: 300, head: None };

fn jpeg(width: u32, height: u32, profile: Option<&[u8]>) -> Vec<u8> {
    let rgb: Vec<u8> = (0..width * height * 3).map(|place| (place * 31 % 251) as u8).collect();
    let subsampling = if profile.is_some() { Subsampling::Yuv444 } else { Subsampling::Yuv420 };
    encode_jpeg(&rgb, width, height, 82, subsampling, profile, 72).unwrap()
}

fn facts() -> Facts {
    Facts {
        taken: Some(TakenAt {
            local: DateTime::constant(2026, 8, 17, 9, 15, 30, 0),
            subsec_nanos: 70_000_000,
            offset_minutes: Some(180),
        }),
        make: Some("Kuvakone".to_owned()),
        model: Some("Kuvakone Ä5 📷".to_owned()),
        serial: None,
        lens: Some(String::new()),
        orientation: Orientation::Rotate90,
        width: 6000,
        height: 4000,
        color_space: ColorSpace::AdobeRgb,
        exposure_time: Some(Ratio { numerator: 1, denominator: 250 }),
        f_number: None,
        iso: Some(200),
        focal_length: Some(Ratio { numerator: 85, denominator: 1 }),
        icc: true,
        issues: vec![FactIssue::OrientationInvalid(9), FactIssue::SubsecondInvalid],
    }
}

fn both() -> Thumbnails {
    Thumbnails {
        grid: jpeg(48, 32, None),
        preview: jpeg(100, 66, None),
        grid_size: (48, 32),
        preview_size: (100, 66),
        source: ThumbnailSource::ScaledDecode,
        source_width: 6000,
        source_height: 4000,
        issues: vec![PictureIssue::Truncated],
    }
}

fn view() -> Rendered {
    Rendered {
        jpeg: jpeg(120, 80, None),
        width: 120,
        height: 80,
        source: ThumbnailSource::FullDecode,
        issues: Vec::new(),
    }
}

fn print() -> PrintRendering {
    PrintRendering {
        jpeg: jpeg(60, 40, Some(srgb_profile().unwrap())),
        crop: CropRect { x: 1, y: 0, w: 90, h: 60 },
        width: 60,
        height: 40,
        from_raw_preview: false,
    }
}

fn codes() -> Codes {
    Codes { texts: vec!["SK1-7Q4M2-0042-N".to_owned(), " ~".to_owned()], is_card_like: true }
}

const EXAMINE: Job = Job::Examine { sizes: SIZES, with_codes: false };
const WITH_CODES: Job = Job::Examine { sizes: SIZES, with_codes: true };

/// A good answer to each job.
fn answers() -> Vec<(Job, Done)> {
    let examined = |thumbnails, codes| Done::examined(facts(), thumbnails, codes);
    vec![
        (Job::Facts, examined(None, None)),
        (EXAMINE, examined(Some(Ok(both())), None)),
        (EXAMINE, examined(Some(Err(ImagingError::NoPreview)), None)),
        (WITH_CODES, examined(Some(Ok(both())), Some(codes()))),
        (WITH_CODES, examined(Some(Ok(both())), Some(Codes::default()))),
        (WITH_CODES, examined(Some(Err(ImagingError::NoPreview)), None)),
        (Job::Thumbnails(Orientation::Normal, SIZES), Done::Thumbnails(both())),
        (Job::View(Orientation::Normal, None), Done::View(view())),
        (Job::View(Orientation::Normal, Some(120)), Done::View(view())),
        (Job::Print(Orientation::Rotate90, SPEC), Done::Print(print())),
    ]
}

/// What is understood of an answer.
fn outcome(bytes: &[u8], job: &Job) -> Option<Result<Done, ImagingError>> {
    match said(bytes, job) {
        Ok(Said::Done(outcome)) => Some(*outcome),
        _ => None,
    }
}

fn heard(job: &Job, done: Done) -> Option<Done> {
    outcome(&super::done(&Ok(done)), job)?.ok()
}

#[test]
fn answers_and_refusals_come_back_as_they_were() {
    for (job, done) in answers() {
        assert_eq!(heard(&job, done.clone()), Some(done), "{job:?}");
    }
    for error in [
        ImagingError::Empty,
        ImagingError::NotAPicture,
        ImagingError::Unsupported { kind: FileKind::Webp },
        ImagingError::TooLarge { width: 70_000, height: 1 },
        ImagingError::Truncated,
        ImagingError::Damaged { detail: "coded data".to_owned() },
        ImagingError::NoPreview,
        ImagingError::BadTarget { width: 0, height: 0 },
        ImagingError::Encode { detail: "ä".repeat(200) },
        ImagingError::DecoderBroke,
    ] {
        assert_eq!(outcome(&done(&Err(error.clone())), &Job::Facts), Some(Err(error)));
    }
    assert!(matches!(said(&announced(24_000_000), &Job::Facts), Ok(Said::Announced(24_000_000))));
    assert!(is_ready(&ready()));
}

#[test]
fn requests_come_back_as_they_were() {
    let shared = Place::Shared { id: u64::MAX, capacity: 1 << 40, is_new: true, forget: Some(7) };
    for (job, _) in answers() {
        for place in [Place::Following, shared] {
            for kind in [FileKind::Jpeg, FileKind::Unknown] {
                let request = Request { place, length: MOST_INPUT, kind, job };
                assert_eq!(Request::from_bytes(&request.to_bytes()), Ok(request));
            }
        }
    }
}

#[test]
fn words_of_a_decoder_arrive_without_control_characters() {
    let error = ImagingError::Encode { detail: "a\x1b[31m\nb".to_owned() };
    let heard = ImagingError::Encode { detail: "a[31mb".to_owned() };
    assert_eq!(outcome(&done(&Err(error)), &Job::Facts), Some(Err(heard)));
}

#[test]
fn an_answer_to_another_job_is_nonsense() {
    let answers = answers();
    for (job, _) in &answers {
        for (other, done) in &answers {
            let is_same = std::mem::discriminant(job) == std::mem::discriminant(other);
            assert!(is_same || heard(job, done.clone()).is_none(), "{other:?} answered to {job:?}");
        }
    }
}

#[test]
fn facts_beyond_what_a_picture_can_have_are_nonsense() {
    let changed = |change: fn(&mut Facts)| {
        let mut facts = facts();
        change(&mut facts);
        heard(&Job::Facts, Done::examined(facts, None, None))
    };
    assert!(changed(|_| {}).is_some(), "the control: the same facts unchanged");
    assert!(changed(|facts| facts.width = MAX_SIDE + 1).is_none());
    assert!(changed(|facts| facts.model = Some("a\nb".to_owned())).is_none());
    assert!(changed(|facts| facts.model = Some("x".repeat(MAX_TEXT + 1))).is_none());
    assert!(changed(|facts| facts.iso = Some(u32::MAX)).is_some());
    assert!(
        changed(|facts| facts.focal_length = Some(Ratio { numerator: 1, denominator: 0 })).is_none(),
        "a fraction without a value"
    );
    let moved = |facts: &mut Facts, minutes| {
        facts.taken = facts.taken.map(|taken| TakenAt { offset_minutes: Some(minutes), ..taken });
    };
    let mut far = facts();
    moved(&mut far, 14 * 60 + 1);
    assert!(heard(&Job::Facts, Done::examined(far, None, None)).is_none());
}

#[test]
fn codes_that_no_card_says_are_nonsense() {
    let heard_of = |job: &Job, codes: Option<Codes>| {
        let thumbnails = Some(Ok(both()));
        heard(job, Done::examined(facts(), thumbnails, codes)).is_some()
    };
    let said = |texts: Vec<String>| heard_of(&WITH_CODES, Some(Codes { texts, is_card_like: false }));
    let one = |text: &str| said(vec![text.to_owned()]);
    assert!(one("SK1-7Q4M2-0042-N"), "the control");
    assert!(one(&"x".repeat(MOST_TEXT)) && !one(&"x".repeat(MOST_TEXT + 1)));
    for text in ["", "a\nb", "a\0", "\u{7f}", "Öhman Åke", "\u{202E}SK1"] {
        assert!(!one(text), "{text:?}");
    }
    let many = |count: usize| (0..count).map(|number| number.to_string()).collect();
    assert!(said(many(MOST_CODES)) && !said(many(MOST_CODES + 1)));
    assert!(!said(vec!["twice".to_owned(), "twice".to_owned()]));
    assert!(!heard_of(&WITH_CODES, None), "asked for and not there");
    assert!(!heard_of(&EXAMINE, Some(Codes::default())), "there and not asked for");
    assert!(heard_of(&EXAMINE, None));
}

#[test]
fn pictures_of_another_size_than_was_asked_or_said_are_nonsense() {
    let thumbnails = |change: fn(&mut Thumbnails)| {
        let mut made = both();
        change(&mut made);
        heard(&Job::Thumbnails(Orientation::Normal, SIZES), Done::Thumbnails(made))
    };
    assert!(thumbnails(|_| {}).is_some(), "the control");
    assert!(thumbnails(|made| made.grid_size = (48, 33)).is_none());
    assert!(thumbnails(|made| made.preview_size = (0, 66)).is_none());
    assert!(thumbnails(|made| std::mem::swap(&mut made.grid, &mut made.preview)).is_none());
    assert!(
        thumbnails(|made| {
            made.grid = jpeg(49, 32, None);
            made.grid_size = (49, 32);
        })
        .is_none(),
        "larger than asked for"
    );
    assert!(
        thumbnails(|made| {
            made.preview = jpeg(109, 70, None);
            made.preview_size = (109, 70);
        })
        .is_none(),
        "more than an eighth larger"
    );
    assert!(heard(&Job::View(Orientation::Normal, Some(119)), Done::View(view())).is_none());
    let upright = PrintRendering { width: 40, height: 60, ..print() };
    assert!(heard(&Job::Print(Orientation::Normal, SPEC), Done::Print(upright)).is_none());
    let bare = PrintRendering { jpeg: jpeg(60, 40, None), ..print() };
    assert!(heard(&Job::Print(Orientation::Normal, SPEC), Done::Print(bare)).is_none());
    let lost = PrintRendering { crop: CropRect { x: 0, y: 0, w: 0, h: 60 }, ..print() };
    assert!(heard(&Job::Print(Orientation::Normal, SPEC), Done::Print(lost)).is_none());
}

#[test]
fn only_a_jpeg_as_we_encode_it_comes_through() {
    let job = Job::View(Orientation::Normal, None);
    let refused = |jpeg: Vec<u8>| heard(&job, Done::View(Rendered { jpeg, ..view() })).is_none();
    let good = view().jpeg;
    assert!(!refused(good.clone()), "the control");
    assert!(refused(Vec::new()));
    assert!(refused(b"\x89PNG\r\n\x1a\n".to_vec()));
    assert!(refused(b"<html>".to_vec()));
    assert!(refused(good[..good.len() - 1].to_vec()), "without its end");
    assert!(refused([&good[..], b"more"].concat()), "with something after its end");
    assert!(refused(jpeg(120, 80, Some(srgb_profile().unwrap()))), "with a profile that nobody asked for");
    let with = |segment: &[u8]| [&good[..20], segment, &good[20..]].concat();
    assert!(refused(with(b"\xFF\xE1\x00\x08Exif\0\0")), "with metadata");
    assert!(refused(with(b"\xFF\xFE\x00\x04ab")), "with a comment");
    let scan = good.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let mut marked = good.clone();
    marked[scan + 20] = 0xFF;
    marked[scan + 21] = 0xC4;
    assert!(refused(marked), "with a marker in its coded data");
    let frame = good.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut progressive = good;
    progressive[frame + 1] = 0xC2;
    assert!(refused(progressive));
}

#[test]
fn no_answer_is_longer_than_its_job_allows() {
    for (job, answer) in answers() {
        let length = done(&Ok(answer)).len() as u64;
        assert!(length <= most_answer(&job, 120 * 80), "{job:?}: {length}");
    }
    let most = most_answer(&Job::View(Orientation::Normal, None), MAX_PIXELS);
    assert!(most < MOST_VIEW + (1 << 20));
}

proptest! {
    #[test]
    fn whatever_a_worker_says_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for (job, _) in answers() {
            for first in [READY, ANNOUNCED, DONE] {
                let _ = said(&[&[first][..], &bytes].concat(), &job);
            }
            let _ = said(&bytes, &job);
        }
    }

    #[test]
    fn a_damaged_answer_is_refused_or_has_the_right_shape(
        which in 0..10usize,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let (job, answer) = answers().remove(which);
        let mut bytes = done(&Ok(answer));
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        match outcome(&bytes, &job) {
            Some(Ok(Done::View(made))) => {
                prop_assert!(made.width <= MAX_SIDE && made.jpeg.starts_with(&[0xFF, 0xD8]));
            }
            Some(Ok(Done::Thumbnails(made))) => {
                prop_assert!(made.grid_size.0.max(made.grid_size.1) <= SIZES.grid);
            }
            Some(Ok(Done::Print(made))) => prop_assert!(made.crop.w > 0),
            Some(Ok(Done::Examined(examined))) => {
                let codes = examined.codes.unwrap_or_default();
                prop_assert!(codes.texts.len() <= MOST_CODES);
                prop_assert!(codes.texts.iter().all(|text| is_text(text.as_bytes())));
            }
            _ => {}
        }
    }

    #[test]
    fn whatever_a_request_is_it_is_read_or_refused(bytes in proptest::array::uniform32(any::<u8>())) {
        let mut request = [0; REQUEST_BYTES];
        request[..32].copy_from_slice(&bytes);
        let _ = Request::from_bytes(&request);
    }
}
