//! Writes a batch and hands it over.
//!
//! Two threads open and render, one writes: at most [`WORKERS`] decoded pictures and [`WAITING`] finished
//! files are in memory. No transaction is open meanwhile.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use decoding::{DecodingError, PrintRendering, PrintSpec};
use documents::{OrderSlip, SlipLine};
use domain::ids::PrintBatchId;
use domain::order::OrderState;
use domain::partner::PrintBatch;
use domain::print::pixels;
use domain::{Action, Language};
use exchange::folder::Abandoned;
use exchange::plain::{Closed, Crop, PlainPrint, PlainWriter, Totals};
use l10n::Arg;
use store::batches::BatchClosing;
use store::{Acted, batches, crash_point, disclosures, orders, partners};
use tasks::TaskCtx;
use vault::VaultError;

use super::By;
use super::begin::{BegunBatch, Print};
use super::plan::DPI;
use crate::matching::Gate;
use crate::{Register, RegisterError};

const WORKERS: usize = 2;
const WAITING: usize = 2;
const QUALITY: u8 = 93;
const PROFILE: &str = "sRGB";
/// How often a waiting writer looks whether it should stop.
const LOOK: Duration = Duration::from_millis(50);

impl Register {
    /// Writes a begun batch and hands it over. Cancelled or failed, nothing lies under the final name, its
    /// orders stay confirmed, and the batch counts as failed.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`]; [`RegisterError::PrintFailed`] for a picture that cannot be rendered;
    /// [`RegisterError::HandOver`] for trouble with the partner's folder; [`RegisterError::PartnerRefused`]
    /// when the partner was refused meanwhile; [`RegisterError::OrderStepRefused`] when an order was given up.
    pub fn batch_run(&self, begun: BegunBatch, ctx: &mut TaskCtx) -> Result<PrintBatch, RegisterError> {
        let id = begun.id();
        match self.write_batch(begun, ctx) {
            Ok(()) => {
                self.settle_handed_over(id, By::Signer)?;
                Ok(self.read(|tx| Ok(batches::get(tx, id)?))?.batch)
            }
            Err((error, left)) => {
                self.settle_failed(id, left == Abandoned::Clean, By::Signer)?;
                Err(error)
            }
        }
    }

    fn write_batch(&self, begun: BegunBatch, ctx: &mut TaskCtx) -> Result<(), (RegisterError, Abandoned)> {
        let id = begun.id();
        let BegunBatch { batch, mut writer, prints } = begun;
        let written = self
            .write_prints(&mut writer, &prints, ctx)
            .and_then(|()| self.write_slips(&mut writer, &batch.batch.number, &prints, ctx))
            .and_then(|()| self.readme(&batch, writer.totals()));
        let readme = match written {
            Ok(readme) => readme,
            Err(error) => return Err((error, writer.abandon())),
        };
        let closed = writer.close(&readme).map_err(|(error, left)| (RegisterError::from(error), left))?;
        crash_point("batch-files-written");
        if let Err(error) =
            ctx.step(|_| {}).map_err(RegisterError::from).and_then(|()| self.note_closed(id, &closed))
        {
            return Err((error, closed.abandon()));
        }
        crash_point("batch-noted");
        closed.publish().map_err(|(error, left)| (RegisterError::from(error), left))?;
        crash_point("batch-published");
        Ok(())
    }

    pub(super) fn write_prints(
        &self,
        writer: &mut PlainWriter,
        prints: &[Print],
        ctx: &mut TaskCtx,
    ) -> Result<(), RegisterError> {
        let slips = prints.chunk_by(|a, b| a.item.order_id == b.item.order_id).count();
        let total = (prints.len() + slips) as u64;
        ctx.step(|progress| progress.total = total)?;
        let next = AtomicUsize::new(0);
        let is_over = AtomicBool::new(false);
        let (sender, finished) = mpsc::sync_channel(WAITING);
        thread::scope(|scope| {
            for _ in 0..WORKERS.min(prints.len()) {
                let sender = sender.clone();
                let (next, is_over) = (&next, &is_over);
                scope.spawn(move || {
                    while let Some(print) = prints.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if is_over.load(Ordering::Relaxed)
                            || sender.send((print, self.render(print))).is_err()
                        {
                            return;
                        }
                    }
                });
            }
            drop(sender);
            let written = receive(&finished, writer, ctx);
            is_over.store(true, Ordering::Relaxed);
            // whoever waits to send learns of the end
            drop(finished);
            written
        })
    }

    fn render(&self, print: &Print) -> Result<PrintRendering, RegisterError> {
        let item = &print.item;
        let failed = |reason: String| RegisterError::PrintFailed {
            order_number: item.order_number.clone(),
            line: item.line,
            frame_name: item.frame_name.clone(),
            reason,
        };
        let photo = self.open_photo(item.frame_id).map_err(|error| match error {
            RegisterError::Vault(
                VaultError::SealDamaged { .. }
                | VaultError::SmallDamaged
                | VaultError::TooLarge { .. }
                | VaultError::NotFound { .. },
            )
            | RegisterError::PhotoMissing
            | RegisterError::NoPicture => failed(error.to_string()),
            other => other,
        })?;
        let spec = PrintSpec {
            width_px: pixels(item.mm.0, u32::from(DPI)),
            height_px: pixels(item.mm.1, u32::from(DPI)),
            target_ratio: item.mm,
            quality: QUALITY,
            dpi: DPI,
            head: photo.head,
        };
        let made = self.decoder().print(&**photo.bytes, photo.kind, photo.orientation, &spec);
        let made = made.map_err(|error| match error {
            DecodingError::Picture(_) | DecodingError::Lost(_) => failed(error.to_string()),
            DecodingError::NoWorker(_) | DecodingError::Ended => error.into(),
        })?;
        if made.from_raw_preview { Err(failed("only a raw file".to_owned())) } else { Ok(made) }
    }

    pub(super) fn write_slips(
        &self,
        writer: &mut PlainWriter,
        batch_number: &str,
        prints: &[Print],
        ctx: &mut TaskCtx,
    ) -> Result<(), RegisterError> {
        let studio = self.studio()?.fields;
        let documents = self.documents()?;
        for of_order in prints.chunk_by(|a, b| a.item.order_id == b.item.order_id) {
            let Some(first) = of_order.first() else { continue };
            let slip = OrderSlip {
                studio: studio.name.clone(),
                order_number: first.item.order_number.clone(),
                batch_number: batch_number.to_owned(),
                created_on: self.today(),
                lines: of_order.iter().map(|print| slip_line(print, studio.language)).collect(),
                language: studio.language,
            };
            let pdf = documents.order_slip(&slip)?;
            writer.slip(&slip.order_number, &pdf)?;
            ctx.step(|progress| {
                progress.done += 1;
                progress.bytes_done += pdf.len() as u64;
            })?;
        }
        Ok(())
    }

    /// README.txt in the studio's language, and in English for labs abroad.
    fn readme(&self, batch: &batches::BatchListed, totals: Totals) -> Result<String, RegisterError> {
        let studio = self.studio()?.fields;
        let today = self.today();
        let contact: Vec<&str> = [studio.name.as_str(), studio.email.as_str(), studio.phone.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let contact = contact.join(", ");
        let mut languages = vec![studio.language];
        if studio.language != Language::English {
            languages.push(Language::English);
        }
        let mut parts = Vec::new();
        for language in languages {
            let messages = self.documents()?.messages(language);
            let date = l10n::date_from_iso(language, &today).unwrap_or_else(|| today.clone());
            let text = |key: &str, args: &[(&str, Arg<'_>)]| {
                messages.text(key, args).map_err(documents::DocumentError::from)
            };
            let title = text("documents-readme-title", &[("number", Arg::Text(&batch.batch.number))])?;
            let mut lines = vec![title.clone(), "=".repeat(title.chars().count()), String::new()];
            lines.push(text("documents-readme-from", &[("studio", Arg::Text(&studio.name))])?);
            lines.push(text("documents-readme-to", &[("partner", Arg::Text(&batch.partner_name))])?);
            lines.push(text("documents-readme-created", &[("date", Arg::Text(&date))])?);
            if let Some(earlier) = &batch.resend_of_number {
                lines.push(text("documents-readme-resend", &[("number", Arg::Text(earlier))])?);
            }
            let counts = [
                ("orders", Arg::Count(totals.orders.into())),
                ("files", Arg::Count(totals.files.into())),
                ("prints", Arg::Count(totals.prints.into())),
            ];
            lines.push(text("documents-readme-counts", &counts)?);
            lines.push(String::new());
            for key in ["folders", "pixels", "lists", "delete"] {
                lines.push(text(&format!("documents-readme-{key}"), &[])?);
            }
            lines.push(String::new());
            lines.push(text("documents-readme-contact", &[("contact", Arg::Text(&contact))])?);
            parts.push(lines.join("\n"));
        }
        Ok(parts.join("\n\n\n"))
    }

    /// The last write before the rename: whatever happens next, batch and ledger know what the folder holds.
    pub(super) fn note_closed(&self, id: PrintBatchId, closed: &Closed) -> Result<(), RegisterError> {
        let today = self.today();
        let closing = BatchClosing {
            folder: closed.target().to_string_lossy().into_owned(),
            files: closed.totals.files,
            prints: closed.totals.prints,
            bytes: closed.folder_bytes,
            sha256: closed.sums_sha256.clone(),
        };
        self.transact(|tx| {
            let batch = batches::get(tx, id)?.batch;
            let partner = partners::get(tx, batch.partner_id)?.partner;
            if let Some(refusal) = partner.fields.refusal(&today) {
                return Err(RegisterError::PartnerRefused(refusal));
            }
            let mut gate = Gate::default();
            for order in &batch.order_ids {
                let order = orders::get(tx, *order)?;
                let state = order.state;
                if matches!(state, OrderState::Draft | OrderState::Cancelled) {
                    return Err(RegisterError::OrderStepRefused { state, next: OrderState::Sent });
                }
                // whose a photo is may have come into doubt while the prints were made
                let frames = order.lines.iter().map(|line| line.fields.frame_id);
                RegisterError::refuse(gate.problems(tx, frames)?)?;
            }
            batches::close(tx, id, &closing)?;
            disclosures::set_content(tx, id, closing.files, &closing.sha256)?;
            let names = ["folder", "files", "prints", "bytes", "sha256"];
            Ok(Acted::new((), Action::PrintBatchWritten).on(id.get()).fields(names))
        })
    }

    /// Handed over: batch, ledger and orders in one transaction.
    pub(super) fn settle_handed_over(&self, id: PrintBatchId, by: By) -> Result<(), RegisterError> {
        self.transact(|tx| {
            let batch = batches::get(tx, id)?.batch;
            batches::settle_handed_over(tx, id)?;
            disclosures::set_made(tx, id)?;
            let sent = orders::mark_sent(tx, &batch.order_ids)?;
            let count = u32::try_from(sent.len()).unwrap_or(u32::MAX);
            Ok(by.said(Acted::new((), Action::PrintBatchHandedOver).on(id.get()).count(count)))
        })
    }

    /// Failed. `is_clean`: nothing was left outside the house; else the ledger keeps its row.
    pub(super) fn settle_failed(
        &self,
        id: PrintBatchId,
        is_clean: bool,
        by: By,
    ) -> Result<(), RegisterError> {
        self.transact(|tx| {
            batches::settle_failed(tx, id)?;
            if is_clean {
                disclosures::set_void(tx, id)?;
            } else {
                disclosures::set_made(tx, id)?;
            }
            Ok(by.said(Acted::new((), Action::PrintBatchFailed).on(id.get())))
        })
    }
}

type Finished<'a> = (&'a Print, Result<PrintRendering, RegisterError>);

fn receive(
    finished: &mpsc::Receiver<Finished<'_>>,
    writer: &mut PlainWriter,
    ctx: &mut TaskCtx,
) -> Result<(), RegisterError> {
    loop {
        match finished.recv_timeout(LOOK) {
            Ok((print, rendering)) => {
                let rendering = rendering?;
                writer.print(described(print, &rendering), &rendering.jpeg)?;
                ctx.step(|progress| {
                    progress.done += 1;
                    progress.bytes_done += rendering.jpeg.len() as u64;
                })?;
            }
            Err(RecvTimeoutError::Timeout) => {
                if ctx.cancel_flag().load(Ordering::Acquire) {
                    return Err(RegisterError::Cancelled);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}

fn described(print: &Print, rendering: &PrintRendering) -> PlainPrint {
    let item = &print.item;
    let crop = rendering.crop;
    PlainPrint {
        order: item.order_number.clone(),
        line: item.line,
        product: item.product.fields.code.clone(),
        size: item.size.clone(),
        surface: item.surface.clone(),
        quantity: item.quantity,
        stem: print.stem.clone(),
        width_px: rendering.width,
        height_px: rendering.height,
        icc: PROFILE.to_owned(),
        crop: Crop { x: crop.x, y: crop.y, w: crop.w, h: crop.h },
        back1: item.order_number.clone(),
        back2: print.stem.clone(),
        pack: item.order_number.clone(),
    }
}

fn slip_line(print: &Print, language: Language) -> SlipLine {
    let fields = &print.item.product.fields;
    let product = match language {
        Language::Finnish => &fields.name_fi,
        Language::Swedish => &fields.name_sv,
        Language::English => &fields.name_en,
    };
    SlipLine {
        product: product.clone(),
        size: format!("{} {}", print.item.size, print.item.surface).trim_end().to_owned(),
        quantity: print.item.quantity,
        stem: print.stem.clone(),
    }
}
