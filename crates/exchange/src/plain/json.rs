//! `manifest.json`: the manifest for machines.

use serde::Serialize;

use super::{PlainBatch, PlainError, PlainPrint, SCHEMA_VERSION, Totals};
use crate::folder::WrittenFile;

#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    schema_version: u32,
    batch: &'a str,
    created_at: &'a str,
    resend_of: Option<&'a str>,
    sender: SenderOut<'a>,
    recipient: &'a str,
    totals: TotalsOut,
    files: Vec<FileOut<'a>>,
    slips: Vec<SlipOut<'a>>,
}

#[derive(Serialize)]
struct SenderOut<'a> {
    name: &'a str,
    email: &'a str,
    phone: &'a str,
}

#[derive(Serialize)]
struct TotalsOut {
    orders: u32,
    files: u32,
    prints: u32,
    bytes: u64,
}

#[derive(Serialize)]
struct FileOut<'a> {
    order: &'a str,
    line: u32,
    product: &'a str,
    size: &'a str,
    surface: &'a str,
    qty: u32,
    file: &'a str,
    bytes: u64,
    sha256: &'a str,
    width_px: u32,
    height_px: u32,
    icc: &'a str,
    crop_x: u32,
    crop_y: u32,
    crop_w: u32,
    crop_h: u32,
    back1: &'a str,
    back2: &'a str,
    pack: &'a str,
}

#[derive(Serialize)]
struct SlipOut<'a> {
    order: &'a str,
    file: &'a str,
    bytes: u64,
    sha256: &'a str,
}

/// The manifest of a batch; `slips` are order number and file.
pub(super) fn manifest(
    batch: &PlainBatch,
    totals: Totals,
    prints: &[(PlainPrint, WrittenFile)],
    slips: &[(String, WrittenFile)],
) -> Result<Vec<u8>, PlainError> {
    let manifest = Manifest {
        schema: "kontakti.plain-batch",
        schema_version: SCHEMA_VERSION,
        batch: &batch.number,
        created_at: &batch.created_at,
        resend_of: batch.resend_of.as_deref(),
        sender: SenderOut {
            name: &batch.sender.name,
            email: &batch.sender.email,
            phone: &batch.sender.phone,
        },
        recipient: &batch.recipient,
        totals: TotalsOut {
            orders: totals.orders,
            files: totals.files,
            prints: totals.prints,
            bytes: totals.bytes,
        },
        files: prints
            .iter()
            .map(|(print, file)| FileOut {
                order: &print.order,
                line: print.line,
                product: &print.product,
                size: &print.size,
                surface: &print.surface,
                qty: print.quantity,
                file: &file.path,
                bytes: file.bytes,
                sha256: &file.sha256,
                width_px: print.width_px,
                height_px: print.height_px,
                icc: &print.icc,
                crop_x: print.crop.x,
                crop_y: print.crop.y,
                crop_w: print.crop.w,
                crop_h: print.crop.h,
                back1: &print.back1,
                back2: &print.back2,
                pack: &print.pack,
            })
            .collect(),
        slips: slips
            .iter()
            .map(|(order, file)| SlipOut { order, file: &file.path, bytes: file.bytes, sha256: &file.sha256 })
            .collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&manifest).map_err(|error| PlainError::Manifest(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
