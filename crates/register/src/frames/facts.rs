//! Everything known of one frame.

use domain::ids::{FrameId, OrderId};
use domain::photo::{PhotoFile, Sidecar};
use store::frames::{self, CameraFacts, FrameListed};
use store::{sessions, sidecars};

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
            Ok(FrameFacts {
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
