//! Files that were chosen and may be imported, until the register is locked.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use exchange::roster::{MOST_BYTES, RosterError};

use crate::{Register, RegisterError};

/// So many are kept at the most, the oldest is chosen again when it is wanted.
const MOST_DRAFTS: usize = 2;

/// A chosen file.
#[derive(Debug)]
pub(super) struct Draft {
    token: String,
    pub file_name: String,
    pub bytes: Vec<u8>,
}

/// The chosen files.
#[derive(Debug, Default)]
pub struct Drafts {
    next: AtomicU64,
    kept: Mutex<VecDeque<Arc<Draft>>>,
}

impl Register {
    /// Keeps a chosen file in memory; gives its token.
    ///
    /// # Errors
    /// [`RosterError::TooLarge`].
    pub fn roster_draft(&self, file_name: String, bytes: Vec<u8>) -> Result<String, RegisterError> {
        if bytes.len() > MOST_BYTES {
            return Err(RosterError::TooLarge.into());
        }
        let drafts = self.drafts();
        let token = format!("roster-{}", drafts.next.fetch_add(1, Ordering::Relaxed));
        let mut kept = drafts.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(Arc::new(Draft { token: token.clone(), file_name, bytes }));
        if kept.len() > MOST_DRAFTS {
            kept.pop_front();
        }
        Ok(token)
    }

    pub(super) fn draft(&self, token: &str) -> Result<Arc<Draft>, RegisterError> {
        let kept = self.drafts().kept.lock().unwrap_or_else(PoisonError::into_inner);
        let draft = kept.iter().find(|draft| draft.token == token).map(Arc::clone);
        draft.ok_or(RegisterError::RosterDraftUnknown)
    }

    pub(super) fn forget_draft(&self, token: &str) {
        let mut kept = self.drafts().kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|draft| draft.token != token);
    }
}
