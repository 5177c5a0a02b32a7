//! Filling the demonstration studio: the invented school walks the same ways as real work does.
//!
//! The photographs are drawn, written beside the register as a memory card would hold them, imported like any card,
//! and the card is removed. Nobody in them exists.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use domain::Language;
use domain::customer::CustomerFields;
use domain::ids::{CustomerId, FrameId, JobId, OrderId, PrintPartnerId, SessionId};
use domain::matching::{Edit, Reason};
use domain::order::OrderLineFields;
use domain::partner::{PartnerProfile, PrintPartnerFields};
use domain::product::{Product, ProductKind};
use domain::provenance::FieldSource;
use l10n::Messages;
use rayon::prelude::*;
use store::frames;
use synthetic::demo::{DemoCustomer, DemoOrder, DemoOrderState, DemoScript};
use synthetic::{PlannedFrame, Shows, SyntheticError};
use tasks::{Progress, TaskCtx};

use super::school::school;
use crate::batches::Request;
use crate::customers::{ConsentChannel, MarketingAnswer};
use crate::frames::NewMarks;
use crate::import::Destination;
use crate::orders::OrderDraft;
use crate::{Register, RegisterError};

/// Folder of the drawn card, within the register's own folder.
const CARD: &str = "card";
/// Folder of the invented print lab, likewise.
const LAB: &str = "lab";
/// Frames drawn between two looks at the cancel button.
const DRAWN_AT_ONCE: usize = 8;

/// Fills a new register with the script.
pub(super) fn fill(register: &Register, script: &DemoScript, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
    let customer_ids = customers(register, &script.customers)?;
    let mut frames = script.frames.clone();
    let job_id = school(register, script, &customer_ids, &mut frames, ctx)?;
    let card = register.store().dir().join(CARD);
    draw(&card, &frames, ctx)?;
    let session_id = import(register, script, &card, job_id, ctx)?;
    fs::remove_dir_all(&card)?;
    let frame_ids = frame_ids(register, session_id, &script.frames)?;
    look_through(register, job_id, &script.frames, &frame_ids)?;
    mark(register, script, &frame_ids)?;
    let partner_ids = partners(register, script)?;
    let products = register.product_list()?;
    let mut handed_over = Vec::new();
    for order in &script.orders {
        ctx.step(|_| {})?;
        if let Some(id) = enter_order(register, order, &customer_ids, &frame_ids, &products)? {
            handed_over.push((id, order.state));
        }
    }
    match partner_ids.first() {
        Some(partner_id) => hand_over(register, *partner_id, &handed_over, ctx),
        None => Ok(()),
    }
}

fn draw(card: &Path, planned: &[PlannedFrame], ctx: &mut TaskCtx) -> Result<(), RegisterError> {
    ctx.step(|progress| progress.total = planned.len() as u64)?;
    for some in planned.chunks(DRAWN_AT_ONCE) {
        let drawn: Vec<_> =
            some.par_iter().map(PlannedFrame::files).collect::<Result<Vec<_>, SyntheticError>>()?;
        for file in drawn.into_iter().flatten() {
            let folder = card.join("DCIM").join(&file.folder);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(&file.name), &file.bytes)?;
        }
        ctx.step(|progress| progress.done += some.len() as u64)?;
    }
    Ok(())
}

fn import(
    register: &Register,
    script: &DemoScript,
    card: &Path,
    job_id: JobId,
    ctx: &mut TaskCtx,
) -> Result<SessionId, RegisterError> {
    ctx.step(|progress| *progress = Progress::default())?;
    let plan = register.import_plan(card.to_owned(), ctx)?;
    let into = Destination::New {
        name: script.session.to_owned(),
        photographer: "Liisa Kuvaaja".to_owned(),
        job_id: Some(job_id),
    };
    let begun = register.import_begin(&plan, into)?;
    ctx.step(|progress| *progress = Progress::default())?;
    register.import_run(begun, &plan, ctx)?;
    ctx.step(|_| {})?;
    Ok(begun.session_id)
}

/// The frames' ids, in the script's order.
fn frame_ids(
    register: &Register,
    session_id: SessionId,
    planned: &[PlannedFrame],
) -> Result<Vec<FrameId>, RegisterError> {
    register.read(|tx| {
        let mut ids = Vec::with_capacity(planned.len());
        for frame in planned {
            let folder = format!("DCIM/{}", frame.folder);
            let id = frames::find_by_name(tx, session_id, &folder, &frame.stem)?;
            ids.push(id.ok_or(RegisterError::PhotoMissing)?);
        }
        Ok(ids)
    })
}

/// Says of photographs that seem to show a card that they show none, as staff who look at them would.
fn look_through(
    register: &Register,
    job_id: JobId,
    planned: &[PlannedFrame],
    ids: &[FrameId],
) -> Result<(), RegisterError> {
    let shows: HashMap<FrameId, Shows> =
        ids.iter().copied().zip(planned.iter().map(|frame| frame.shows)).collect();
    let is_card = |frame: &FrameId| {
        matches!(shows.get(frame), None | Some(Shows::Card { .. } | Shows::GroupCard { .. }))
    };
    loop {
        let matching = register.matching_get(job_id)?;
        let doubted =
            matching.proposal.runs.iter().filter(|run| run.reasons.contains(&Reason::UnreadableCard));
        let mut shown = doubted.flat_map(|run| &run.keyframes);
        let Some(frame) = shown.find(|frame| !is_card(frame)).copied() else { return Ok(()) };
        let newest = matching.edits.last().map_or(0, |row| row.id);
        register.matching_edit(job_id, newest, Edit::NotACard { frame })?;
    }
}

fn mark(register: &Register, script: &DemoScript, frame_ids: &[FrameId]) -> Result<(), RegisterError> {
    for mark in &script.marks {
        let Some(id) = frame_ids.get(mark.frame) else { continue };
        let marks =
            NewMarks { rating: Some(mark.stars), is_rejected: Some(mark.rejected), ..NewMarks::default() };
        register.frame_mark(&[*id], marks)?;
    }
    Ok(())
}

fn customers(register: &Register, invented: &[DemoCustomer]) -> Result<Vec<CustomerId>, RegisterError> {
    invented
        .iter()
        .map(|DemoCustomer { customer, .. }| {
            let language = Language::from_code(customer.language).unwrap_or_default();
            let fields = CustomerFields {
                last_name: customer.last_name.clone(),
                first_name: customer.first_name.clone(),
                email: customer.email.clone(),
                phone: customer.phone.clone(),
                street: customer.street.clone(),
                postal_code: customer.postal_code.clone(),
                town: customer.town.clone(),
                country: "FI".to_owned(),
                language,
                note: String::new(),
            };
            let wording = Messages::new(language)?.text("consent-marketing-wording", &[])?;
            let marketing = MarketingAnswer {
                is_given: customer.marketing,
                wording,
                language,
                channel: ConsentChannel::Paper,
            };
            Ok(register.customer_create(fields, FieldSource::Given, marketing)?.customer.id)
        })
        .collect()
}

/// The partners' ids, in the script's order.
fn partners(register: &Register, script: &DemoScript) -> Result<Vec<PrintPartnerId>, RegisterError> {
    let ids = script.partners.iter().map(|partner| {
        let fields = PrintPartnerFields {
            name: partner.name.to_owned(),
            country: partner.country.to_owned(),
            agreement_on: partner.agreement_on.map(|day| day.to_string()).unwrap_or_default(),
            email: String::new(),
            profile: PartnerProfile::Plain,
            is_active: true,
        };
        Ok(register.partner_create(&fields)?.partner.id)
    });
    ids.collect()
}

/// Enters an order and confirms or cancels it; gives its id when it is to be handed over.
fn enter_order(
    register: &Register,
    order: &DemoOrder,
    customer_ids: &[CustomerId],
    frame_ids: &[FrameId],
    products: &[Product],
) -> Result<Option<OrderId>, RegisterError> {
    let Some(customer_id) = customer_ids.get(order.customer) else { return Ok(None) };
    let lines: Vec<OrderLineFields> = order
        .lines
        .iter()
        .filter_map(|line| {
            let product = products.iter().find(|product| is_size(product, line.product))?;
            Some(OrderLineFields {
                product_id: product.id,
                frame_id: frame_ids.get(line.frame).copied(),
                quantity: line.quantity,
                unit_price: product.fields.price,
            })
        })
        .collect();
    let draft = OrderDraft { stored: None, customer_id: *customer_id, note: String::new(), lines };
    let stored = register.order_save(draft)?.order;
    match order.state {
        DemoOrderState::Draft => Ok(None),
        DemoOrderState::Cancelled => register.order_cancel(stored.id, stored.rev).map(|_| None),
        DemoOrderState::Confirmed => register.order_confirm(stored.id, stored.rev).map(|_| None),
        DemoOrderState::Sent | DemoOrderState::Delivered => {
            register.order_confirm(stored.id, stored.rev)?;
            Ok(Some(stored.id))
        }
    }
}

/// Hands the orders over in one batch, as into a folder that the lab empties at once, and notes those that
/// reached their customers.
fn hand_over(
    register: &Register,
    partner_id: PrintPartnerId,
    orders: &[(OrderId, DemoOrderState)],
    ctx: &mut TaskCtx,
) -> Result<(), RegisterError> {
    let lab = register.store().dir().join(LAB);
    fs::create_dir_all(&lab)?;
    let order_ids = orders.iter().map(|(id, _)| *id).collect();
    let begun = register.batch_begin(&Request { partner_id, order_ids, resend_of_id: None }, &lab)?;
    ctx.step(|progress| *progress = Progress::default())?;
    register.batch_run(begun, ctx)?;
    fs::remove_dir_all(&lab)?;
    for (id, _) in orders.iter().filter(|(_, state)| matches!(state, DemoOrderState::Delivered)) {
        let rev = register.order_get(*id)?.order.rev;
        register.order_deliver(*id, rev)?;
    }
    Ok(())
}

fn is_size(product: &Product, wanted: &str) -> bool {
    match &product.fields.kind {
        ProductKind::Print { size, .. } => wanted.split(' ').next_back() == Some(size.as_str()),
        ProductKind::Other => false,
    }
}
