//! Orders and the states that they pass through.

use crate::field::{self, FieldProblem, FieldProblemAt, LONGEST_NOTE};
use crate::ids::{CustomerId, FrameId, OrderId, OrderLineId, ProductId};
use crate::money::{AmountOutOfRange, Cents, Totals, totals};
use crate::print::Sheet;
use crate::time::Instant;

/// Most pieces of one line: beyond it print labs split jobs.
pub const MOST_PIECES: u32 = 999;
/// Highest gross price of one piece: 99,999.99 euros.
pub const HIGHEST_PRICE: Cents = Cents(9_999_999);
/// Most lines of one order.
pub const MOST_LINES: usize = 500;

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
    pub const ALL: [Self; 5] = [Self::Draft, Self::Confirmed, Self::Sent, Self::Delivered, Self::Cancelled];

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

    /// The states that an order in this one may go to.
    pub fn next_states(self) -> Vec<Self> {
        Self::ALL.into_iter().filter(|next| self.may_become(*next)).collect()
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

/// What is wrong with a draft's note and lines; empty when it can be stored. Nested fields are named
/// `lines.0.quantity`. Whether products and frames exist is for the register to say.
pub fn draft_problems(note: &str, lines: &[OrderLineFields]) -> Vec<FieldProblemAt> {
    let mut problems = Vec::new();
    if !field::fits(note, LONGEST_NOTE) {
        problems.push(FieldProblemAt::new("note", FieldProblem::TooLong));
    }
    if lines.len() > MOST_LINES {
        problems.push(FieldProblemAt::new("lines", FieldProblem::TooLong));
    }
    for (place, line) in lines.iter().enumerate() {
        if !(1..=MOST_PIECES).contains(&line.quantity) {
            problems.push(FieldProblemAt::new(format!("lines.{place}.quantity"), FieldProblem::OutOfRange));
        }
        if !(Cents::ZERO..=HIGHEST_PRICE).contains(&line.unit_price) {
            problems.push(FieldProblemAt::new(
                format!("lines.{place}.unit_price_cents"),
                FieldProblem::OutOfRange,
            ));
        }
    }
    problems
}

/// The number of the `count`th order of a year: `2026-0001`; wider than four digits after 9,999.
pub fn order_number(year: i16, count: i64) -> String {
    format!("{year:04}-{count:04}")
}

/// Whether a text begins an order number, with its year and hyphen: `2026-`, `2026-00`, `2026-0001`.
pub fn begins_order_number(text: &str) -> bool {
    text.split_once('-').is_some_and(|(year, count)| {
        year.len() == 4
            && year.bytes().chain(count.bytes()).all(|byte| byte.is_ascii_digit())
            && (year.starts_with("20") || year.starts_with("21"))
    })
}

/// A line as stored: keeps the price it was made with, and from its order's confirmation on the VAT rate of
/// that day and the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// Row id.
    pub id: OrderLineId,
    /// As entered.
    pub fields: OrderLineFields,
    /// VAT rate in basis points.
    pub vat_bp: u32,
    /// The sheet of a paper print; none in a draft, and for what is no print.
    pub sheet: Option<Sheet>,
}

impl OrderLine {
    /// Gross price of all its pieces.
    ///
    /// # Errors
    /// When it does not fit the range of amounts.
    pub fn gross(&self) -> Result<Cents, AmountOutOfRange> {
        self.fields.unit_price.times(self.fields.quantity)
    }
}

/// Totals of lines with VAT from the gross total of each rate.
///
/// # Errors
/// When a sum does not fit the range of amounts.
pub fn line_totals(lines: &[OrderLine]) -> Result<Totals, AmountOutOfRange> {
    let grosses: Vec<(Cents, u32)> =
        lines.iter().map(|line| Ok((line.gross()?, line.vat_bp))).collect::<Result<_, _>>()?;
    totals(grosses)
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

impl Order {
    /// Whether a confirmed order has paper prints: it is sent by handing it over.
    pub fn has_prints(&self) -> bool {
        self.lines.iter().any(|line| line.sheet.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(quantity: u32, cents: i64) -> OrderLineFields {
        OrderLineFields { product_id: ProductId(1), frame_id: None, quantity, unit_price: Cents(cents) }
    }

    #[test]
    fn states_go_forward_only() {
        use OrderState::{Cancelled, Confirmed, Delivered, Draft, Sent};
        for (state, next) in [
            (Draft, vec![Confirmed, Cancelled]),
            (Confirmed, vec![Sent, Cancelled]),
            (Sent, vec![Delivered]),
            (Delivered, vec![]),
            (Cancelled, vec![]),
        ] {
            assert_eq!(state.next_states(), next, "{state:?}");
            assert_eq!(OrderState::from_code(state.code()), Some(state));
        }
    }

    #[test]
    fn a_draft_names_the_line_that_is_wrong() {
        assert_eq!(draft_problems("", &[line(1, 0), line(999, 9_999_999)]), []);
        let problems = draft_problems("", &[line(1, 990), line(0, -1), line(1000, 10_000_000)]);
        let fields: Vec<&str> = problems.iter().map(|at| at.field.as_str()).collect();
        let expected =
            ["lines.1.quantity", "lines.1.unit_price_cents", "lines.2.quantity", "lines.2.unit_price_cents"];
        assert_eq!(fields, expected);
        assert!(problems.iter().all(|at| at.problem == FieldProblem::OutOfRange));
        assert_eq!(draft_problems(&"n".repeat(4_001), &vec![line(1, 1); 501]).len(), 2);
    }

    #[test]
    fn numbers_carry_their_year() {
        assert_eq!(order_number(2026, 1), "2026-0001");
        assert_eq!(order_number(2026, 12_345), "2026-12345");
        for text in ["2026-", "2026-0", "2026-0001", "2026-12345"] {
            assert!(begins_order_number(text), "{text}");
        }
        for text in ["", "2026", "202-1", "0400-123", "2026-12a", "2026-12-1", "aino"] {
            assert!(!begins_order_number(text), "{text}");
        }
    }

    #[test]
    fn totals_count_pieces() {
        let stored = |quantity, cents| OrderLine {
            id: OrderLineId(1),
            fields: line(quantity, cents),
            vat_bp: 2550,
            sheet: None,
        };
        let sum = line_totals(&[stored(3, 995)]).unwrap();
        assert_eq!((sum.gross, sum.vat), (Cents(2985), Cents(607)));
        assert_eq!(line_totals(&[stored(2, i64::MAX)]), Err(AmountOutOfRange));
    }
}
