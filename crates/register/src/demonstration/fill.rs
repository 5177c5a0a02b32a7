//! Filling the demonstration studio: the invented school walks the same ways as real work does.
//!
//! The photographs are drawn, written beside the register as a memory card would hold them, imported like any card,
//! and the card is removed. Nobody in them exists.

use std::fs;
use std::path::Path;

use domain::Language;
use domain::customer::CustomerFields;
use domain::ids::{CustomerId, FrameId, SessionId};
use domain::order::OrderLineFields;
use domain::partner::{PartnerProfile, PrintPartnerFields};
use domain::product::{Product, ProductKind};
use l10n::Messages;
use rayon::prelude::*;
use store::frames::{self, NewMarks};
use synthetic::demo::{DemoCustomer, DemoOrder, DemoOrderState, DemoScript};
use synthetic::{PlannedFrame, SyntheticError};
use tasks::{Progress, TaskCtx};

use crate::customers::{ConsentChannel, MarketingAnswer};
use crate::import::Into;
use crate::orders::OrderDraft;
use crate::{Register, RegisterError};

/// Folder of the drawn card, within the register's own folder.
const CARD: &str = "card";
/// Frames drawn between two looks at the cancel button.
const DRAWN_AT_ONCE: usize = 8;

/// Fills a new register with the script.
pub(super) fn fill(register: &Register, script: &DemoScript, ctx: &mut TaskCtx) -> Result<(), RegisterError> {
    let card = register.store().dir().join(CARD);
    draw(&card, &script.frames, ctx)?;
    let session_id = import(register, script, &card, ctx)?;
    fs::remove_dir_all(&card)?;
    let frame_ids = frame_ids(register, session_id, &script.frames)?;
    mark(register, script, &frame_ids)?;
    let customer_ids = customers(register, &script.customers)?;
    partners(register, script)?;
    let products = register.product_list()?;
    for order in &script.orders {
        ctx.step(|_| {})?;
        enter_order(register, order, &customer_ids, &frame_ids, &products)?;
    }
    Ok(())
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
    ctx: &mut TaskCtx,
) -> Result<SessionId, RegisterError> {
    ctx.step(|progress| *progress = Progress::default())?;
    let plan = register.import_plan(card.to_owned(), ctx)?;
    let into = Into::New { name: script.session.to_owned(), photographer: "Liisa Kuvaaja".to_owned() };
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

fn mark(register: &Register, script: &DemoScript, frame_ids: &[FrameId]) -> Result<(), RegisterError> {
    for mark in &script.marks {
        let Some(id) = frame_ids.get(mark.frame) else { continue };
        let marks = NewMarks { rating: Some(mark.stars), is_rejected: Some(mark.rejected) };
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
            Ok(register.customer_create(fields, marketing)?.customer.id)
        })
        .collect()
}

fn partners(register: &Register, script: &DemoScript) -> Result<(), RegisterError> {
    for partner in &script.partners {
        register.partner_create(&PrintPartnerFields {
            name: partner.name.to_owned(),
            country: partner.country.to_owned(),
            agreement_on: partner.agreement_on.map(|day| day.to_string()).unwrap_or_default(),
            email: String::new(),
            profile: PartnerProfile::Plain,
            is_active: true,
        })?;
    }
    Ok(())
}

fn enter_order(
    register: &Register,
    order: &DemoOrder,
    customer_ids: &[CustomerId],
    frame_ids: &[FrameId],
    products: &[Product],
) -> Result<(), RegisterError> {
    let Some(customer_id) = customer_ids.get(order.customer) else { return Ok(()) };
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
    let mut card = register.order_save(draft)?;
    let id = card.order.id;
    if matches!(order.state, DemoOrderState::Cancelled) {
        register.order_cancel(id, card.order.rev)?;
        return Ok(());
    }
    if !matches!(order.state, DemoOrderState::Draft) {
        card = register.order_confirm(id, card.order.rev)?;
    }
    if matches!(order.state, DemoOrderState::Sent | DemoOrderState::Delivered) {
        card = register.order_send(id, card.order.rev)?;
    }
    if matches!(order.state, DemoOrderState::Delivered) {
        register.order_deliver(id, card.order.rev)?;
    }
    Ok(())
}

fn is_size(product: &Product, wanted: &str) -> bool {
    match &product.fields.kind {
        ProductKind::Print { size, .. } => wanted.split(' ').next_back() == Some(size.as_str()),
        ProductKind::Other => false,
    }
}
