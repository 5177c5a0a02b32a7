//! Orders and the states that they pass through.

use crate::ids::{CustomerId, FrameId, OrderId, OrderLineId, ProductId};
use crate::money::Cents;
use crate::time::Instant;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderState {
    /// Being entered; can be changed freely.
    Draft,
    /// Fixed; may be gathered into a print batch.
    Confirmed,
    /// Handed over for printing or posted.
    Sent,
    /// In the customer's hands.
    Delivered,
    /// Given up.
    Cancelled,
}

impl OrderState {
    /// Every state in the order of the work.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Confirmed, Self::Sent, Self::Delivered, Self::Cancelled];

    /// Stable code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Confirmed => "confirmed",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether an order may go from this state to `next`.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Draft, Self::Confirmed | Self::Cancelled)
                | (Self::Confirmed, Self::Sent | Self::Cancelled)
                | (Self::Sent, Self::Delivered)
        )
    }
}

/// A line as entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLineFields {
    /// What is ordered.
    pub product_id: ProductId,
    /// The frame to print; none for products that need no picture.
    pub frame_id: Option<FrameId>,
    /// How many, 1 to 999.
    pub quantity: u32,
    /// Gross price of one, as agreed with this customer.
    pub unit_price: Cents,
}

/// A line as stored: keeps the price and VAT rate it was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// Row id.
    pub id: OrderLineId,
    /// As entered.
    pub fields: OrderLineFields,
    /// VAT rate in basis points when the line was made.
    pub vat_bp: u32,
}

/// An order with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Row id.
    pub id: OrderId,
    /// `YYYY-NNNN`, unique, given at creation and never reused.
    pub number: String,
    /// Who ordered.
    pub customer_id: CustomerId,
    /// Where it stands.
    pub state: OrderState,
    /// A note for the order desk.
    pub note: String,
    /// What is ordered, in entry order.
    pub lines: Vec<OrderLine>,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was confirmed.
    pub confirmed_at: Option<Instant>,
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// When it was delivered.
    pub delivered_at: Option<Instant>,
    /// When it was cancelled.
    pub cancelled_at: Option<Instant>,
    /// Version for optimistic concurrency.
    pub rev: i64,
}
