//! Reads orders as prints to make, with everything that stands against them.

use std::collections::BTreeSet;

use domain::ids::{CustomerId, FrameId, OrderId, OrderLineId};
use domain::order::OrderState;
use domain::photo::{FileRemark, PhotoFile, PhotoFileKind};
use domain::print::{Sheet, centred_crop, effective_dpi, turned_like};
use domain::product::Product;
use store::{ReadTx, batches, frames, orders, products};

use super::Request;
use crate::RegisterError;
use crate::matching::Gate;

/// Fewer source pixels than these to an inch of paper show.
const LEAST_DPI: u32 = 200;

/// What is missing or doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IssueKind {
    /// A print without a picture.
    NoFrame,
    /// The frame has no file that can be printed (a lone raw file, or nothing that can be shown), or the
    /// size no folder at the lab.
    NotPrintable,
    /// The frame's file is cut off or damaged, or its colour profile cannot be read.
    DamagedPicture,
    /// The frame is nobody's: it stands in no run that is matched.
    NotMatched,
    /// The frame is marked as rejected.
    RejectedFrame,
    /// Nothing says what the file's colours mean: they are printed as sRGB.
    DoubtfulColors,
    /// The camera wrote no valid orientation: the picture may lie on its side.
    DoubtfulOrientation,
    /// Fewer than 200 pixels an inch at this size.
    LowResolution,
    /// The order was handed over before, or is being handed over now.
    AlreadyHandedOver,
    /// Nothing on the order needs printing: it is left out.
    NothingToPrint,
}

/// A finding about an order or one of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What.
    pub kind: IssueKind,
    /// Whether the batch cannot be run because of it.
    pub is_stopping: bool,
    /// The order.
    pub order_id: OrderId,
    /// Its number.
    pub order_number: String,
    /// Line from 1; none for the whole order.
    pub line: Option<u32>,
    /// The frame's name.
    pub frame_name: Option<String>,
}

/// A print to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) order_id: OrderId,
    pub(super) order_number: String,
    pub(super) line_id: OrderLineId,
    pub(super) line: u32,
    pub(super) product: Product,
    pub(super) size: String,
    pub(super) surface: String,
    pub(super) mm: (u32, u32),
    pub(super) quantity: u32,
    pub(super) frame_id: FrameId,
    pub(super) frame_name: String,
}

/// Orders read as prints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Gathered {
    pub(super) items: Vec<Item>,
    /// Orders with at least one print, in the order asked for.
    pub(super) orders: Vec<OrderId>,
    pub(super) customers: BTreeSet<CustomerId>,
    pub(super) issues: Vec<Issue>,
}

/// Reads the orders of a request.
///
/// # Errors
/// [`RegisterError::OrderStepRefused`] for an order that is a draft, cancelled, or not of the batch to send again.
pub(super) fn gather(tx: &ReadTx<'_>, request: &Request) -> Result<Gathered, RegisterError> {
    let earlier = match request.resend_of_id {
        Some(id) => Some(batches::get(tx, id)?.batch),
        None => None,
    };
    let mut gathered = Gathered::default();
    let mut gate = Gate::default();
    let mut seen = BTreeSet::new();
    for id in request.order_ids.iter().copied().filter(|id| seen.insert(*id)) {
        let order = orders::get(tx, id)?;
        let is_of_earlier = earlier.as_ref().is_some_and(|batch| batch.order_ids.contains(&id));
        let is_ready = match order.state {
            OrderState::Draft | OrderState::Cancelled => false,
            // one that a batch handed over is shown as that, and it stops unless that batch is sent again
            OrderState::Confirmed | OrderState::Sent | OrderState::Delivered => {
                earlier.is_none() || is_of_earlier
            }
        };
        if !is_ready {
            return Err(RegisterError::OrderStepRefused { state: order.state, next: OrderState::Sent });
        }
        let issue = |kind, is_stopping, line, frame_name| Issue {
            kind,
            is_stopping,
            order_id: id,
            order_number: order.number.clone(),
            line,
            frame_name,
        };
        // what is being written now will be handed over: a second batch at the same time would print it twice
        let is_being_written = batches::is_being_written(tx, id)?;
        let was_handed_over = !batches::of_order(tx, id)?.is_empty();
        if is_being_written || was_handed_over {
            let is_stopping = is_being_written || earlier.is_none();
            gathered.issues.push(issue(IssueKind::AlreadyHandedOver, is_stopping, None, None));
        }
        let mut has_print = false;
        for (number, line) in (1..).zip(&order.lines) {
            let Some(Sheet { size, width_mm, height_mm, surface }) = line.sheet.clone() else { continue };
            has_print = true;
            let product = products::get(tx, line.fields.product_id)?;
            let Some(frame_id) = line.fields.frame_id else {
                gathered.issues.push(issue(IssueKind::NoFrame, true, Some(number), None));
                continue;
            };
            let listed = frames::get(tx, frame_id)?;
            let frame = listed.frame;
            let mut note = |kind, is_stopping| {
                gathered.issues.push(issue(kind, is_stopping, Some(number), Some(frame.name.clone())));
            };
            if !gate.lets_pass(tx, frame_id)? {
                note(IssueKind::NotMatched, true);
                continue;
            }
            let has_folder = exchange::plain::size_folder(&size, &surface).is_ok();
            let file = frames::files(tx, frame_id)?.into_iter().next();
            let Some(file) = file.filter(|file| listed.has_preview && has_folder && is_printable(file))
            else {
                note(IssueKind::NotPrintable, true);
                continue;
            };
            if file.remarks.iter().any(|remark| is_defect(*remark)) {
                note(IssueKind::DamagedPicture, true);
                continue;
            }
            if file.remarks.contains(&FileRemark::ColorsUnexplained) {
                note(IssueKind::DoubtfulColors, false);
            }
            if file.remarks.contains(&FileRemark::OrientationInvalid) {
                note(IssueKind::DoubtfulOrientation, false);
            }
            if frame.marks.is_rejected {
                note(IssueKind::RejectedFrame, false);
            }
            let mm = (width_mm, height_mm);
            let (sheet_w, sheet_h) = turned_like(frame.width, frame.height, mm);
            let crop = centred_crop(frame.width, frame.height, sheet_w, sheet_h);
            if frame.width > 0 && effective_dpi(crop, mm) < LEAST_DPI {
                note(IssueKind::LowResolution, false);
            }
            gathered.items.push(Item {
                order_id: id,
                order_number: order.number.clone(),
                line_id: line.id,
                line: number,
                product,
                size,
                surface,
                mm,
                quantity: line.fields.quantity,
                frame_id,
                frame_name: frame.name,
            });
        }
        if has_print {
            gathered.orders.push(id);
            gathered.customers.insert(order.customer_id);
        } else {
            gathered.issues.push(issue(IssueKind::NothingToPrint, false, None, None));
        }
    }
    Ok(gathered)
}

/// A developed picture can be printed; a camera's raw file on its own cannot, nor a preview.
fn is_printable(standing: &PhotoFile) -> bool {
    standing.kind != PhotoFileKind::Raw && !standing.remarks.contains(&FileRemark::PreviewOnly)
}

/// Whether rendering refuses a file with this remark.
fn is_defect(remark: FileRemark) -> bool {
    match remark {
        FileRemark::Truncated | FileRemark::Damaged | FileRemark::ProfileUnreadable => true,
        FileRemark::PreviewOnly
        | FileRemark::ColorsUnexplained
        | FileRemark::OrientationInvalid
        | FileRemark::OffsetInvalid => false,
    }
}
