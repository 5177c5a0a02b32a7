//! A checkpoint on paper: whoever writes the trail anew cannot change the binder.

use std::path::Path;

use documents::CheckpointSheetData;
use domain::{Action, Language};
use store::{StoreError, checkpoints, studio};
use trail::{Checkpoint, hex_groups};
use vault::replace_file_with;

use crate::clock::local;
use crate::{Register, RegisterError};

impl Register {
    /// Signs what the trail is now and writes it as a sheet to `target`, as a PDF. A file of that name is replaced, whole
    /// or not at all.
    ///
    /// # Errors
    /// As [`Register::checkpoint_make`]; [`RegisterError::Document`]; trouble with the target's disk.
    pub fn checkpoint_sheet_save(&self, target: &Path, language: Language) -> Result<(), RegisterError> {
        use std::io::Write;
        let newest = self.checkpoint_make()?;
        let (keys, studio) = self.read(|tx| Ok((checkpoints::keys(tx)?, studio::get(tx)?)))?;
        let public = keys.iter().find(|record| record.number == newest.key).map(|record| record.public);
        let public = public.ok_or(StoreError::UnknownValue { column: "checkpoints.key_id" })?;
        let signed = Checkpoint::open(&newest.note, &public)
            .map_err(|_| StoreError::UnknownValue { column: "checkpoints.note" })?;
        let made = local(newest.made_at);
        let pdf = self.documents()?.checkpoint_sheet(&CheckpointSheetData {
            studio_name: studio.fields.name,
            size: signed.size,
            root: hex_groups(&signed.root),
            made_on: made.date().to_string(),
            made_at: made.strftime("%-H.%M").to_string(),
            fingerprint: hex_groups(&public.fingerprint()),
            language,
            note: newest.note,
        })?;
        replace_file_with(target, |file| {
            file.write_all(&pdf)?;
            self.record(Action::CheckpointSheetSaved, &[])
        })
    }
}
