//! The second look at a source, before an import counts as completed: what is there now, and is it stored?
//!
//! Somebody will format the card on the strength of it, so nothing of the plan is trusted but what is unchanged since. A
//! photograph is stored when this run stored it under the name, length and moment of writing that it has now, or when its
//! content is; every other one is named. Where the source lies on a card, all of the card is looked at.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use domain::import::{ImportIssue, ImportReason, SourceScope};
use store::{frames, imports};
use tasks::TaskCtx;

use super::plan::{self, Plan};
use super::run::{BegunImport, StoredFiles};
use super::scan::{Scan, SourceFile, name_below, scan};
use super::sidecars::{self, Sidecar};
use super::source;
use crate::{Register, RegisterError};

/// Leads out of the source's own folder.
const UP: &str = "../";

/// What the second look found.
#[derive(Debug)]
pub(super) struct Looked {
    /// How much was looked at.
    pub scope: SourceScope,
    /// What is to be said of files that is not said yet.
    pub news: Vec<ImportIssue>,
}

impl Register {
    /// `stored`: what this run stored.
    ///
    /// # Errors
    /// [`RegisterError::SourceVanished`], [`RegisterError::Cancelled`]; trouble with the register's own disk.
    pub(super) fn look_again(
        &self,
        begun: BegunImport,
        plan: &Plan,
        stored: &StoredFiles,
        ctx: &mut TaskCtx,
    ) -> Result<Looked, RegisterError> {
        let source = fs::canonicalize(plan.source.path()).map_err(|_| RegisterError::SourceVanished)?;
        let (root, scope) = source::whole(&source);
        // as many as were planned, until it is known how many there are
        ctx.step(|progress| progress.to_check = plan.heads.len().max(1) as u64)?;
        let found = named_from(&source, &root, scan(&root, |_| ctx.step(|_| {}))?);
        let to_check = found.files.len() + found.sidecars.len();
        let (sizes, said) =
            self.read(|tx| Ok((frames::known_sizes(tx)?, imports::issues(tx, begun.import_id)?)))?;
        let said: HashMap<&str, &ImportIssue> =
            said.iter().map(|issue| (issue.source_name.as_str(), issue)).collect();
        let files = plan.frames.iter().flat_map(|frame| &frame.files);
        let ours: Vec<&SourceFile> =
            files.filter(|file| stored.photos.contains_key(&file.source_name)).chain(&plan.known).collect();
        let files = plan.sidecars.iter().map(|sidecar| &sidecar.file);
        let our_sidecars =
            files.filter(|file| stored.sidecars.contains(&file.source_name)).chain(&plan.known_sidecars);
        let our_sidecars: HashSet<_> = our_sidecars.map(identity).collect();
        // what looked damaged is read once more: it may have been the reading
        let is_sound =
            |file: &&&SourceFile| said.get(file.source_name.as_str()).is_none_or(|issue| !issue.is_stored);
        let trusted: HashSet<_> = ours.iter().filter(is_sound).map(|file| identity(file)).collect();
        let mut news = Vec::new();
        let mut judge = |file: &SourceFile, is_held: Result<bool, ImportReason>| {
            let said = said.get(file.source_name.as_str());
            let before = said.filter(|issue| !issue.is_stored);
            let reason = match is_held {
                Ok(true) if said.is_some_and(|issue| issue.is_stored || !keeps_card(issue.reason)) => return,
                Ok(true) => ImportReason::AlreadyKnown,
                _ if before.is_some_and(|issue| keeps_card(issue.reason)) => return,
                Ok(false) if file.source_name.starts_with(UP) => ImportReason::OutsideFolder,
                Ok(false) => ImportReason::NotPlanned,
                Err(reason) => reason,
            };
            news.push(ImportIssue::left_out(file.source_name.clone(), reason));
        };
        let mut checked = 0;
        let mut step = || {
            checked += 1;
            ctx.step(|progress| {
                progress.checked = checked;
                progress.to_check = to_check as u64;
            })
        };
        for file in &found.files {
            step()?;
            if trusted.contains(&identity(file)) {
                continue;
            }
            let is_held = if sizes.contains(&file.size_bytes) {
                match plan::hash(&file.path) {
                    Ok(hash) => Ok(self.holds_content(&hash)?),
                    Err(reason) => Err(reason),
                }
            } else {
                Ok(false)
            };
            judge(file, is_held);
        }
        let (beside, alone) = sidecars::beside(&found.files, found.sidecars);
        for sidecar in &beside {
            step()?;
            if our_sidecars.contains(&identity(&sidecar.file)) {
                continue;
            }
            judge(&sidecar.file, self.holds_beside(sidecar)?);
        }
        for file in &alone {
            step()?;
            judge(file, Err(ImportReason::NoPhoto));
        }
        // photographs of a camera's own folder that was chosen itself are hidden from the card's root only
        let ours: HashSet<&str> = ours.iter().map(|file| file.source_name.as_str()).collect();
        let is_new = |name: &str| !said.contains_key(name) && !ours.contains(name);
        news.extend(found.ignored.into_iter().filter(|issue| is_new(&issue.source_name)));
        // an empty place where a card was holds nothing that is not stored
        if plan.source.is_gone() {
            return Err(RegisterError::SourceVanished);
        }
        Ok(Looked { scope, news })
    }

    /// Whether the frame of a sidecar's photograph has the sidecar as it is now.
    fn holds_beside(&self, sidecar: &Sidecar) -> Result<Result<bool, ImportReason>, RegisterError> {
        let both =
            plan::hash(&sidecar.photo.path).and_then(|photo| Ok((photo, plan::hash(&sidecar.file.path)?)));
        let (photo, hash) = match both {
            Ok(both) => both,
            Err(reason) => return Ok(Err(reason)),
        };
        let frame = self.frame_of_content(&photo)?;
        frame.map_or(Ok(Ok(false)), |frame| Ok(Ok(self.holds_sidecar(frame, sidecar.file.name(), &hash)?)))
    }
}

fn identity(file: &SourceFile) -> (&str, u64, Option<SystemTime>) {
    (&file.source_name, file.size_bytes, file.modified)
}

/// Whether what was said of a file says that it is not stored.
fn keeps_card(reason: ImportReason) -> bool {
    !matches!(reason, ImportReason::AlreadyKnown | ImportReason::Duplicate)
}

/// Names of a scan of `root` as the source's own plan names them; what lies outside it begins with `../`.
fn named_from(source: &Path, root: &Path, mut scan: Scan) -> Scan {
    let below = name_below(root, source);
    let up = UP.repeat(source.strip_prefix(root).map_or(0, |below| below.components().count()));
    let files = scan.files.iter_mut().chain(&mut scan.sidecars).map(|file| &mut file.source_name);
    for name in files.chain(scan.ignored.iter_mut().map(|issue| &mut issue.source_name)) {
        let inside = name.strip_prefix(&below).and_then(|rest| rest.strip_prefix('/'));
        if !below.is_empty() {
            *name = inside.map_or_else(|| format!("{up}{name}"), str::to_owned);
        }
    }
    scan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_the_folder_that_was_chosen() {
        let named = |names: [&str; 3]| {
            let ignored =
                names.map(|name| ImportIssue::left_out(name.to_owned(), ImportReason::Link)).to_vec();
            let scan = Scan { ignored, ..Scan::default() };
            let root = Path::new("/kortti");
            let scan = named_from(&root.join("DCIM/100KUVA"), root, scan);
            scan.ignored.into_iter().map(|issue| issue.source_name).collect::<Vec<_>>()
        };
        assert_eq!(
            named(["DCIM/100KUVA/A.JPG", "DCIM/100KUVAT/A.JPG", "A.JPG"]),
            ["A.JPG", "../../DCIM/100KUVAT/A.JPG", "../../A.JPG"]
        );
    }
}
