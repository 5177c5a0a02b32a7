//! The program itself, with all the libraries of its window, as the worker that decodes.
#![cfg(target_os = "linux")]

use decoding::trial::Trial;
use decoding::{Decoders, DecodingError, FileKind, Loss, ThumbnailSizes};
use synthetic::{ImageSize, Shot, bench_shots, camera_file};

#[test]
fn the_program_decodes_confined_and_without_a_display() {
    let shot = bench_shots(1, 7, false).remove(0);
    let file = camera_file(&Shot { size: ImageSize::Small(600, 400), ..shot }).unwrap();
    let (sizes, kind) = (ThumbnailSizes::default(), FileKind::Jpeg);
    let decoder = Decoders::of_program(env!("CARGO_BIN_EXE_kontakti")).decoder();
    let examined = decoder.examine(&*file, kind, &sizes).unwrap();
    assert_eq!(Ok(examined), Decoders::in_process().decoder().examine(&*file, kind, &sizes));
    for trial in Trial::FORBIDDEN {
        let lost = decoder.examine(&*trial.within(&file), kind, &sizes);
        assert_eq!(lost, Err(DecodingError::Lost(Loss::Died)), "{trial:?}");
    }
}
