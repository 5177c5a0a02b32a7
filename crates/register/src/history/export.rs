//! Writes the trail, or the part of it that a filter takes, to a file: as a table, or as a bundle that proves itself.
//!
//! A trail that does not hold is written as it is: whoever checks the bundle is told where. Invariants: the file is whole or absent; it has its name only after the trail says that it was made.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::Documents;
use domain::{Action, Language};
use l10n::Arg;
use store::audit::AuditFilter;
use store::{Acted, audit, checkpoints, staff};
use tasks::{TaskCtx, TaskId};
use trail::bundle::{BundleWriter, Contents, Person};
use trail::merkle::{Prover, leaf_hash};
use vault::replace_file_with;

use super::csv::Table;
use super::walk::{told_to, walk};
use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// As what the trail is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportForm {
    /// A table for spreadsheet programs; proves nothing.
    Table,
    /// A bundle with checkpoints and proofs, see [`trail::bundle`].
    Bundle,
}

impl ExportForm {
    const fn code(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Bundle => "bundle",
        }
    }
}

impl Register {
    /// Writes what `filter` takes to `target`, as a task; headings and README's first part in `language`.
    ///
    /// # Errors
    /// [`RegisterError::NotTrusted`], [`RegisterError::Locked`].
    pub fn trail_export_start(
        self: &Arc<Self>,
        filter: AuditFilter,
        form: ExportForm,
        target: PathBuf,
        language: Language,
    ) -> Result<TaskId, RegisterError> {
        if self.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        let subject = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.start_task(TaskKind::TrailExport, subject, move |register, ctx| {
            register.trail_export(&filter, form, &target, language, ctx)?;
            Ok(TaskOutcome::Completed(TaskResult::default()))
        })
    }

    /// Writes what `filter` takes to `target`; gives how many entries that is.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`]; as [`Register::checkpoint_make`] for a bundle;
    /// [`RegisterError::NotTrusted`]; trouble with the disk. Then `target` is as it was.
    pub fn trail_export(
        &self,
        filter: &AuditFilter,
        form: ExportForm,
        target: &Path,
        language: Language,
        ctx: &mut TaskCtx,
    ) -> Result<u64, RegisterError> {
        let mut count = 0;
        replace_file_with(target, |file| {
            count = match form {
                ExportForm::Table => self.write_table(filter, language, file, ctx)?,
                ExportForm::Bundle => self.write_bundle(filter, language, file, ctx)?,
            };
            ctx.step(|_| {})?;
            let counted = u32::try_from(count).unwrap_or(u32::MAX);
            self.transact(|_| Ok(Acted::new((), Action::TrailExported).fields([form.code()]).count(counted)))
        })?;
        Ok(count)
    }

    fn write_table(
        &self,
        filter: &AuditFilter,
        language: Language,
        file: &mut File,
        ctx: &mut TaskCtx,
    ) -> Result<u64, RegisterError> {
        let (until, people) = self.read(|tx| Ok((audit::last_id(tx)?, staff::list(tx)?)))?;
        let people = people.into_iter().map(|member| (member.id.get(), member.fields.name)).collect();
        ctx.step(|progress| progress.total = until.unsigned_abs())?;
        let mut table = Table::begin(BufWriter::new(file), self.documents()?.messages(language), &people)?;
        let mut count = 0;
        walk(
            self.store(),
            0,
            until,
            |entry| {
                if filter.takes(&entry.values) {
                    count += 1;
                    table.entry(entry)?;
                }
                Ok(())
            },
            told_to(ctx, 0),
        )?;
        table.finish()?;
        Ok(count)
    }

    fn write_bundle(
        &self,
        filter: &AuditFilter,
        language: Language,
        file: &mut File,
        ctx: &mut TaskCtx,
    ) -> Result<u64, RegisterError> {
        let last = self.checkpoint_make()?;
        let (keys, stored, people) =
            self.read(|tx| Ok((checkpoints::keys(tx)?, checkpoints::list(tx)?, staff::list(tx)?)))?;
        let signed: Vec<(u32, String)> = stored
            .iter()
            .take_while(|checkpoint| checkpoint.size <= last.size)
            .map(|checkpoint| (checkpoint.key, checkpoint.note.clone()))
            .collect();
        let earlier: Vec<u64> =
            stored.iter().map(|checkpoint| checkpoint.size).take_while(|size| *size < last.size).collect();
        let people: Vec<Person> = people
            .into_iter()
            .map(|member| Person { id: member.id.get(), name: member.fields.name })
            .collect();
        let until = i64::try_from(last.size).unwrap_or(i64::MAX);
        let is_whole = *filter == AuditFilter::default();
        let passes = if is_whole { 1 } else { 3 };
        ctx.step(|progress| progress.total = last.size * passes)?;
        let picked = if is_whole { None } else { Some(self.pick(filter, until, &earlier, ctx)?) };
        let entries = picked.as_ref().map_or(last.size, |picked| picked.count);
        let contents = Contents {
            readme: &readme(self.documents()?, language, entries, last.size)?,
            keys: &keys,
            checkpoints: &signed,
            people: &people,
            entries,
            prover: picked.as_ref().map(|picked| &picked.prover),
            earlier: &earlier,
        };
        let mut bundle = BundleWriter::begin(BufWriter::new(file), &contents)?;
        walk(
            self.store(),
            0,
            until,
            |entry| {
                if is_whole || filter.takes(&entry.values) {
                    bundle.entry(entry)?;
                }
                Ok(())
            },
            told_to(ctx, last.size * (passes - 1)),
        )?;
        bundle.finish()?.flush()?;
        Ok(entries)
    }

    /// Which entries are wanted, and the proofs that go with them.
    fn pick(
        &self,
        filter: &AuditFilter,
        until: i64,
        earlier: &[u64],
        ctx: &mut TaskCtx,
    ) -> Result<Picked, RegisterError> {
        let size = until.unsigned_abs();
        let mut picked = Picked { prover: Prover::new(size), count: 0 };
        earlier.iter().for_each(|size| picked.prover.want_consistency(*size));
        walk(
            self.store(),
            0,
            until,
            |entry| {
                if filter.takes(&entry.values) {
                    picked.count += 1;
                    picked.prover.want_inclusion(entry.values.id.unsigned_abs().saturating_sub(1));
                }
                Ok(())
            },
            told_to(ctx, 0),
        )?;
        walk(
            self.store(),
            0,
            until,
            |entry| {
                picked.prover.push(leaf_hash(&entry.hash));
                Ok(())
            },
            told_to(ctx, size),
        )?;
        Ok(picked)
    }
}

struct Picked {
    prover: Prover,
    count: u64,
}

/// What the bundle is and how to check it: in the asked language first, then in the others.
fn readme(documents: &Documents, first: Language, entries: u64, size: u64) -> Result<String, RegisterError> {
    let mut languages = vec![first];
    languages.extend(Language::ALL.into_iter().filter(|language| *language != first));
    let args = [("entries", Arg::Count(entries)), ("size", Arg::Count(size))];
    let kind = if entries == size { "whole" } else { "picked" };
    let keys = [
        "documents-trail-readme-title".to_owned(),
        format!("documents-trail-readme-{kind}"),
        "documents-trail-readme-check".to_owned(),
        "documents-trail-readme-paper".to_owned(),
        "documents-trail-readme-not-proved".to_owned(),
        "documents-trail-readme-personal".to_owned(),
    ];
    let mut parts = Vec::with_capacity(languages.len());
    for language in languages {
        let messages = documents.messages(language);
        let lines: Result<Vec<String>, _> = keys.iter().map(|key| messages.text(key, &args)).collect();
        parts.push(lines?.join("\r\n\r\n"));
    }
    Ok(format!("{}\r\n", parts.join("\r\n\r\n----\r\n\r\n")))
}
