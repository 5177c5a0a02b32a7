//! Orders.

use domain::Instant;
use domain::customer::listed_name;
use domain::ids::{CustomerId, FrameId, OrderId, ProductId};
use domain::money::{Cents, Totals};
use domain::order::{OrderLineFields, OrderState};
use register::RegisterError;
use register::orders::{ArchiveOrder, OrderCard, OrderDraft, OrderFilter, OrderListed};

use crate::app::App;
use crate::dto::order::*;
use crate::dto::{Numbered, Page};
use crate::error::{ApiError, ErrorCode};

/// A page of the archive.
pub fn order_search(app: &App, request: OrderQuery) -> Result<Page<OrderRow>, ApiError> {
    let filter = OrderFilter {
        search: request.search,
        states: request.states.into_iter().map(OrderState::from).collect(),
        customer_id: request.customer_id.map(CustomerId),
    };
    let order = match request.sort {
        OrderSort::Number => ArchiveOrder::Number,
        OrderSort::NumberDescending => ArchiveOrder::NumberDescending,
        OrderSort::Customer => ArchiveOrder::Customer,
        OrderSort::CustomerDescending => ArchiveOrder::CustomerDescending,
    };
    let page = app.register()?.order_search(&filter, order, request.after.as_deref(), request.limit)?;
    Ok(Page { rows: page.rows.into_iter().map(row).collect(), next: page.next })
}

/// One order.
pub fn order_get(app: &App, request: OrderRef) -> Result<OrderDto, ApiError> {
    dto(app.register()?.order_get(OrderId(request.id))?)
}

/// Totals of lines that are not stored.
pub fn order_totals(app: &App, request: OrderTotalsQuery) -> Result<OrderTotals, ApiError> {
    let lines: Vec<OrderLineFields> = request.lines.into_iter().map(line).collect();
    Ok(totals(&app.register()?.order_totals(&lines)?))
}

/// Stores a draft, new or changed.
pub fn order_save(app: &App, request: OrderSave) -> Result<OrderDto, ApiError> {
    let stored = match (request.id, request.rev) {
        (Some(id), Some(rev)) => Some((OrderId(id), rev)),
        (None, None) => None,
        _ => return Err(ApiError::of(ErrorCode::InvalidRequest)),
    };
    let draft = OrderDraft {
        stored,
        customer_id: CustomerId(request.customer_id),
        note: request.note,
        lines: request.lines.into_iter().map(line).collect(),
    };
    dto(app.register()?.order_save(draft)?)
}

/// Confirms a draft.
pub fn order_confirm(app: &App, request: OrderStep) -> Result<OrderDto, ApiError> {
    dto(app.register()?.order_confirm(OrderId(request.id), request.rev)?)
}

/// Notes that an order was sent.
pub fn order_send(app: &App, request: OrderStep) -> Result<OrderDto, ApiError> {
    dto(app.register()?.order_send(OrderId(request.id), request.rev)?)
}

/// Notes that an order was delivered.
pub fn order_deliver(app: &App, request: OrderStep) -> Result<OrderDto, ApiError> {
    dto(app.register()?.order_deliver(OrderId(request.id), request.rev)?)
}

/// Cancels an order.
pub fn order_cancel(app: &App, request: OrderStep) -> Result<OrderDto, ApiError> {
    dto(app.register()?.order_cancel(OrderId(request.id), request.rev)?)
}

impl From<OrderStateDto> for OrderState {
    fn from(state: OrderStateDto) -> Self {
        match state {
            OrderStateDto::Draft => Self::Draft,
            OrderStateDto::Confirmed => Self::Confirmed,
            OrderStateDto::Sent => Self::Sent,
            OrderStateDto::Delivered => Self::Delivered,
            OrderStateDto::Cancelled => Self::Cancelled,
        }
    }
}

impl From<OrderState> for OrderStateDto {
    fn from(state: OrderState) -> Self {
        match state {
            OrderState::Draft => Self::Draft,
            OrderState::Confirmed => Self::Confirmed,
            OrderState::Sent => Self::Sent,
            OrderState::Delivered => Self::Delivered,
            OrderState::Cancelled => Self::Cancelled,
        }
    }
}

fn line(entry: OrderLineEntry) -> OrderLineFields {
    OrderLineFields {
        product_id: ProductId(entry.product_id),
        frame_id: entry.frame_id.map(FrameId),
        quantity: entry.quantity,
        unit_price: Cents(entry.unit_price_cents),
    }
}

fn totals(totals: &Totals) -> OrderTotals {
    OrderTotals {
        net_cents: totals.net.get(),
        vat_cents: totals.vat.get(),
        gross_cents: totals.gross.get(),
        by_rate: totals
            .by_rate
            .iter()
            .map(|row| VatRow {
                vat_bp: row.vat_bp,
                net_cents: row.net.get(),
                vat_cents: row.vat.get(),
                gross_cents: row.gross.get(),
            })
            .collect(),
    }
}

fn row(listed: OrderListed) -> OrderRow {
    OrderRow {
        id: listed.id.get(),
        number: listed.number,
        customer_id: listed.customer_id.get(),
        customer_name: listed_name(&listed.first_name, &listed.last_name),
        state: listed.state.into(),
        pieces: listed.pieces,
        gross_cents: listed.gross.get(),
        created_at: listed.created_at.millis(),
    }
}

fn dto(card: OrderCard) -> Result<OrderDto, ApiError> {
    let lines = card
        .lines
        .into_iter()
        .map(|described| {
            let [name_fi, name_sv, name_en] = described.names;
            let line = described.line;
            Ok(OrderLineDto {
                id: line.id.get(),
                product_id: line.fields.product_id.get(),
                product_code: described.product_code,
                name_fi,
                name_sv,
                name_en,
                is_print: described.is_print,
                frame_id: line.fields.frame_id.map(FrameId::get),
                frame_name: described.frame_name,
                quantity: line.fields.quantity,
                unit_price_cents: line.fields.unit_price.get(),
                vat_bp: line.vat_bp,
                total_cents: line.gross().map_err(RegisterError::from)?.get(),
            })
        })
        .collect::<Result<_, RegisterError>>()?;
    let order = card.order;
    Ok(OrderDto {
        id: order.id.get(),
        number: order.number,
        customer_id: order.customer_id.get(),
        customer_name: card.customer.fields.listed_name(),
        state: order.state.into(),
        next_states: card.next_states.into_iter().map(OrderStateDto::from).collect(),
        awaits_hand_over: card.awaits_hand_over,
        is_being_handed_over: card.is_being_handed_over,
        note: order.note,
        lines,
        totals: totals(&card.totals),
        created_at: order.created_at.millis(),
        confirmed_at: order.confirmed_at.map(Instant::millis),
        sent_at: order.sent_at.map(Instant::millis),
        delivered_at: order.delivered_at.map(Instant::millis),
        cancelled_at: order.cancelled_at.map(Instant::millis),
        batches: card.batches.into_iter().map(Numbered::from).collect(),
        rev: order.rev,
    })
}
