//! Portraits drawn in code, as real JPEGs with real Exif: demonstration, tests, benchmarks.
//!
//! Everybody is invented and every picture is drawn; no photograph of a person is in the program. Not
//! here: the register (which walks [`demo`]) and what the files are imported into. Invariant: the same
//! seed gives the same people, names and scripts everywhere, and the same bytes within one build.

pub mod camera;
pub mod customers;
pub mod demo;
mod draw;
mod names;
pub mod people;
mod portrait;
pub mod rng;
pub mod session;
mod tiff;

pub use camera::{Camera, Held, ImageSize, Shot, camera_file, raw_file};
pub use demo::demo;
pub use draw::{Backdrop, Expression, Look, Picture, Pose};
pub use portrait::{Scene, portrait};
pub use session::{
    CameraFile, PlannedFrame, SessionShape, Shows, SyntheticError, bench_files, bench_shots, plan, session,
    write_session,
};
