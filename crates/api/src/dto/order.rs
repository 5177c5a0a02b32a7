//! Orders.

use super::{Numbered, wire, wire_enum};

wire_enum! {
    /// Where an order stands.
    pub enum OrderStateDto { Draft, Confirmed, Sent, Delivered, Cancelled }
    /// Order of the archive: by number, oldest or newest first; by customer's name in Finnish order, from either end.
    pub enum OrderSort { Number, NumberDescending, Customer, CustomerDescending }
}

wire! {
    /// A line as entered.
    pub struct OrderLineEntry {
        pub product_id: i64,
        pub frame_id: Option<i64>,
        pub quantity: u32,
        pub unit_price_cents: i64,
    }
    /// A draft to store: new without id, changed with id and rev.
    pub struct OrderSave {
        pub id: Option<i64>,
        pub rev: Option<i64>,
        pub customer_id: i64,
        pub note: String,
        pub lines: Vec<OrderLineEntry>,
    }
    /// Lines to total without storing them.
    pub struct OrderTotalsQuery {
        pub lines: Vec<OrderLineEntry>,
    }
    /// VAT of one rate, computed from the gross total.
    pub struct VatRow {
        pub vat_bp: u32,
        pub net_cents: i64,
        pub vat_cents: i64,
        pub gross_cents: i64,
    }
    /// Totals of an order.
    pub struct OrderTotals {
        pub net_cents: i64,
        pub vat_cents: i64,
        pub gross_cents: i64,
        pub by_rate: Vec<VatRow>,
    }
    /// A line as stored.
    pub struct OrderLineDto {
        pub id: i64,
        pub product_id: i64,
        pub product_code: String,
        pub name_fi: String,
        pub name_sv: String,
        pub name_en: String,
        pub is_print: bool,
        pub frame_id: Option<i64>,
        pub frame_name: Option<String>,
        pub quantity: u32,
        pub unit_price_cents: i64,
        pub vat_bp: u32,
        pub total_cents: i64,
    }
    /// An order as stored.
    pub struct OrderDto {
        pub id: i64,
        pub number: String,
        pub customer_id: i64,
        pub customer_name: String,
        pub state: OrderStateDto,
        /// States that a person may take it to now.
        pub next_states: Vec<OrderStateDto>,
        /// Confirmed with prints: handing it over leads on.
        pub awaits_hand_over: bool,
        /// In a batch that is being written.
        pub is_being_handed_over: bool,
        pub note: String,
        pub lines: Vec<OrderLineDto>,
        pub totals: OrderTotals,
        pub created_at: i64,
        pub confirmed_at: Option<i64>,
        pub sent_at: Option<i64>,
        pub delivered_at: Option<i64>,
        pub cancelled_at: Option<i64>,
        /// Batches that it was handed over in.
        pub batches: Vec<Numbered>,
        pub rev: i64,
    }
    /// An order as listed.
    pub struct OrderRow {
        pub id: i64,
        pub number: String,
        pub customer_id: i64,
        pub customer_name: String,
        pub state: OrderStateDto,
        pub pieces: u32,
        pub gross_cents: i64,
        pub created_at: i64,
    }
    /// Searches the archive: order number or customer's name. The orders of one customer are always listed by number.
    pub struct OrderQuery {
        pub search: String,
        pub sort: OrderSort,
        /// Empty means every state.
        pub states: Vec<OrderStateDto>,
        pub customer_id: Option<i64>,
        pub after: Option<String>,
        pub limit: u32,
    }
    /// One order by id.
    pub struct OrderRef {
        pub id: i64,
    }
    /// One order at a version: refused as `order_stale` when it has moved on.
    pub struct OrderStep {
        pub id: i64,
        pub rev: i64,
    }
}
