//! Everything known of one frame.

use domain::ids::{FrameId, OrderId};
use domain::photo::{PhotoFile, Sidecar};
use store::frames::{self, CameraFacts, FrameListed};
use store::{clocks, sessions, sidecars};

use crate::{Register, RegisterError};

/// A frame with its surroundings.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameFacts {
    /// The frame.
    pub listed: FrameListed,
    /// Its session's name.
    pub session_name: String,
    /// The camera, when its files name one.
    pub camera: Option<CameraFacts>,
    /// How far its camera's clock was off in its session: right time minus the camera's, ms; 0 while nothing is corrected.
    pub clock_offset_ms: i64,
    /// Its files.
    pub files: Vec<PhotoFile>,
    /// What other programs wrote beside them.
    pub sidecars: Vec<Sidecar>,
    /// The orders that it is on, with their numbers.
    pub orders: Vec<(OrderId, String)>,
}

impl Register {
    /// The facts of a frame.
    ///
    /// # Errors
    /// When there is none.
    pub fn frame_facts(&self, id: FrameId) -> Result<FrameFacts, RegisterError> {
        self.read(|tx| {
            let listed = frames::get(tx, id)?;
            let corrections = clocks::corrections(tx, listed.frame.session_id)?;
            let clock_offset_ms = listed.frame.camera_id.and_then(|camera| corrections.get(&camera)).copied();
            Ok(FrameFacts {
                clock_offset_ms: clock_offset_ms.unwrap_or_default(),
                session_name: sessions::get(tx, listed.frame.session_id)?.session.name,
                camera: listed.frame.camera_id.map(|camera| frames::camera(tx, camera)).transpose()?,
                files: frames::files(tx, id)?,
                sidecars: sidecars::list(tx, id)?,
                orders: frames::orders(tx, id)?,
                listed,
            })
        })
    }
}
