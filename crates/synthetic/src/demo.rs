//! The script of the demonstration studio as plain data: studio, school, customers, photographs, ratings,
//! orders and print partners. The register walks it; nothing is stored here.
//!
//! Invariant: every reference (customer, frame) points into the same script; dates lie before the first
//! day the script is for.

use jiff::civil::{Date, date, datetime};

use crate::camera::{Camera, ImageSize};
use crate::customers::{AddressBook, InventedCustomer};
use crate::people::{Person, School, SchoolShape, school};
use crate::rng::Rng;
use crate::session::{PlannedFrame, SessionShape, Shows, plan};

/// The studio itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoStudio {
    /// Registered name.
    pub name: &'static str,
    /// Business ID; 1234567-1 belongs to nobody.
    pub business_id: &'static str,
    /// Street and number.
    pub street: &'static str,
    /// Five digits.
    pub postal_code: &'static str,
    /// Post town.
    pub town: &'static str,
}

/// A customer of the demonstration, with the child they order for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCustomer {
    /// Name, address, language.
    pub customer: InventedCustomer,
    /// Place of the child's class in the school.
    pub class: usize,
    /// Place of the child in the class.
    pub person: usize,
}

/// How far an order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DemoOrderState {
    /// Being typed.
    Draft,
    /// To be produced.
    Confirmed,
    /// With the print partner.
    Sent,
    /// At the customer's.
    Delivered,
    /// Called off.
    Cancelled,
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOrderLine {
    /// Place in the script's frames.
    pub frame: usize,
    /// A size of the starter list, `10x15`, as the trade names it.
    pub product: &'static str,
    /// How many.
    pub quantity: u32,
}

/// One order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOrder {
    /// Place in the script's customers.
    pub customer: usize,
    /// Where it ends up.
    pub state: DemoOrderState,
    /// At least one.
    pub lines: Vec<DemoOrderLine>,
}

/// A print partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPartner {
    /// Name.
    pub name: &'static str,
    /// Two letters.
    pub country: &'static str,
    /// When the processing agreement was signed; without it a hand-over is refused.
    pub agreement_on: Option<Date>,
}

/// What the studio worker thought of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoMark {
    /// Place in the script's frames.
    pub frame: usize,
    /// 0 to 5 stars.
    pub stars: u8,
    /// Rejected: eyes closed, out of focus, badly exposed.
    pub rejected: bool,
}

/// Everything the demonstration studio is made of.
#[derive(Debug, Clone)]
pub struct DemoScript {
    /// The studio.
    pub studio: DemoStudio,
    /// Koskelan koulu with 3A, 3B and 4C.
    pub school: School,
    /// Who was at home on that day: place of the class, and the child that its list names besides.
    pub absent: (usize, Person),
    /// Whose card nobody can read: place of the class in the school, place of the child in the class. Neither they nor the
    /// child before them has orders.
    pub unreadable: (usize, usize),
    /// Name of the session the frames belong to.
    pub session: &'static str,
    /// The frames in the order of shooting.
    pub frames: Vec<PlannedFrame>,
    /// Ratings and rejects, most frames have none.
    pub marks: Vec<DemoMark>,
    /// Guardians as customers.
    pub customers: Vec<DemoCustomer>,
    /// Orders in all states.
    pub orders: Vec<DemoOrder>,
    /// Kuvatuote Oy, and one that lacks its agreement.
    pub partners: Vec<DemoPartner>,
}

/// What somebody does in the demonstration studio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DemoRole {
    /// Owns it.
    Owner,
    /// Answers for data protection.
    DataProtectionContact,
    /// Takes orders.
    OrderDesk,
    /// Makes and hands over prints.
    Production,
    /// Brings in sessions.
    Photographer,
}

/// Those who work in the demonstration studio, the owner first.
pub const DEMO_STAFF: [(&str, DemoRole); 5] = [
    ("Helmi Kuusisto", DemoRole::Owner),
    ("Ilona Wikström", DemoRole::DataProtectionContact),
    ("Eero Nyman", DemoRole::OrderDesk),
    ("Ida Salo", DemoRole::Production),
    ("Otto Björk", DemoRole::Photographer),
];

/// Sizes of the starter list that the orders use.
pub const DEMO_PRODUCTS: [&str; 6] = ["wallet 6x9", "9x13", "10x15", "13x18", "15x21", "20x30"];

const STATES: [DemoOrderState; 26] = {
    use DemoOrderState::{Cancelled, Confirmed, Delivered, Draft, Sent};
    [
        Delivered, Delivered, Delivered, Delivered, Delivered, Sent, Sent, Sent, Sent, Confirmed, Confirmed,
        Confirmed, Confirmed, Confirmed, Confirmed, Confirmed, Confirmed, Confirmed, Confirmed, Draft, Draft,
        Draft, Draft, Cancelled, Cancelled, Confirmed,
    ]
};

/// The script; the same for everybody.
#[must_use]
pub fn demo() -> DemoScript {
    const SEED: u64 = 2026;
    let school = school(SEED, &SchoolShape::koskela());
    let frames = plan(SEED, &demo_session(&school));
    let customers = guardians(SEED, &school);
    let marks = marks(&frames);
    let orders = orders(SEED, &customers, &frames, &marks);
    let unreadable = unreadable(&school, &customers, &orders);
    DemoScript {
        absent: (LAST_CLASS, newcomer(SEED)),
        unreadable,
        studio: DemoStudio {
            name: "Kuvaamo Esimerkki Oy",
            business_id: "1234567-1",
            street: "Koulukatu 12",
            postal_code: "00011",
            town: "Koskela",
        },
        school,
        session: "Koskelan koulu 17.8.2026",
        frames,
        marks,
        customers,
        orders,
        partners: vec![
            DemoPartner { name: "Kuvatuote Oy", country: "FI", agreement_on: Some(date(2026, 3, 2)) },
            DemoPartner { name: "Pikapaino Esimerkki Oy", country: "FI", agreement_on: None },
        ],
    }
}

fn demo_session(school: &School) -> SessionShape {
    SessionShape {
        mp24_every: 48,
        cameras: vec![Camera::first(), Camera::second()],
        raw_pairs: 2,
        card_frames: true,
        size: ImageSize::Small(1800, 1200),
        begins: datetime(2026, 8, 17, 8, 40, 0, 0),
        ..SessionShape::of(school.classes.clone())
    }
}

/// Of which the matching is left to be looked at.
const LAST_CLASS: usize = 2;

/// A child of another invented school, who moved here.
fn newcomer(seed: u64) -> Person {
    let elsewhere = SchoolShape { name: "Rantalan koulu".to_owned(), classes: vec![("4C".to_owned(), 1)] };
    let mut people = school(seed + 1, &elsewhere).classes.into_iter().flat_map(|class| class.people);
    people.next().unwrap_or_else(crate::people::aino)
}

/// Somebody of the last class who has no orders, nor has the child before them.
fn unreadable(school: &School, customers: &[DemoCustomer], orders: &[DemoOrder]) -> (usize, usize) {
    let has_orders = |person: usize| {
        let of = orders.iter().filter_map(|order| customers.get(order.customer));
        of.filter(|customer| customer.class == LAST_CLASS).any(|customer| customer.person == person)
    };
    let people = school.classes.get(LAST_CLASS).map_or(0, |class| class.people.len());
    let person = (1..people).find(|person| !has_orders(*person) && !has_orders(person - 1));
    (LAST_CLASS, person.unwrap_or_default())
}

fn guardians(seed: u64, school: &School) -> Vec<DemoCustomer> {
    let mut book = AddressBook::new(seed);
    let mut all = Vec::new();
    for (class, members) in school.classes.iter().enumerate() {
        for (person, child) in members.people.iter().enumerate() {
            let mut homes = Vec::new();
            for guardian in &child.guardians {
                let home = match homes.iter().find(|(household, _)| *household == guardian.household) {
                    Some((_, home)) => Clone::clone(home),
                    None => {
                        let home = book.home(guardian);
                        homes.push((guardian.household, home.clone()));
                        home
                    }
                };
                all.push(DemoCustomer { customer: book.customer(guardian, &home), class, person });
            }
        }
    }
    all
}

fn pose(frame: &PlannedFrame) -> Option<crate::draw::Pose> {
    match &frame.shot.scene {
        crate::portrait::Scene::Portrait { pose, .. } => Some(*pose),
        _ => None,
    }
}

fn marks(frames: &[PlannedFrame]) -> Vec<DemoMark> {
    let mut marks = Vec::new();
    for (frame, planned) in frames.iter().enumerate() {
        // The third class is left for the newcomer to cull.
        let culled = !matches!(
            planned.shows,
            Shows::Portrait { class: LAST_CLASS.., .. } | Shows::Group { class: LAST_CLASS.. }
        );
        let Some(pose) = pose(planned).filter(|_| culled) else { continue };
        if pose.is_spoiled() {
            marks.push(DemoMark { frame, stars: 0, rejected: true });
        } else if planned.shot.seed % 3 != 0 {
            marks.push(DemoMark {
                frame,
                stars: 3 + (planned.shot.seed % 8 / 3).min(2) as u8,
                rejected: false,
            });
        }
    }
    marks
}

fn orders(
    seed: u64,
    customers: &[DemoCustomer],
    frames: &[PlannedFrame],
    marks: &[DemoMark],
) -> Vec<DemoOrder> {
    let mut r = Rng::branch(seed, "orders");
    let mut who: Vec<usize> = (0..customers.len()).collect();
    r.shuffle(&mut who);
    let cast = |first: &str, last: &str| {
        customers.iter().position(|c| c.customer.first_name == first && c.customer.last_name == last)
    };
    let firsts: Vec<usize> =
        [cast("Sanna", "Öhman"), cast("Mikko", "Virtanen")].into_iter().flatten().collect();
    who.retain(|c| !firsts.contains(c));
    let mut orders = Vec::new();
    let mut people = who.into_iter();
    for (n, state) in STATES.into_iter().enumerate() {
        let customer = match (n, firsts.as_slice()) {
            (9, [sanna, ..]) => *sanna,
            (5, [_, mikko]) => *mikko,
            _ => match people.next() {
                Some(next) => next,
                None => break,
            },
        };
        let Some(of) = customers.get(customer) else { continue };
        let own: Vec<usize> = frames
            .iter()
            .enumerate()
            .filter(|(at, f)| {
                matches!(f.shows, Shows::Portrait { class, person, .. } if class == of.class && person == of.person)
                    && !pose(f).is_some_and(|p| p.is_spoiled())
                    && !marks.iter().any(|m| m.frame == *at && m.rejected)
            })
            .map(|(at, _)| at)
            .collect();
        let group = frames.iter().position(|f| f.shows == Shows::Group { class: of.class });
        let mut lines: Vec<DemoOrderLine> = Vec::new();
        for _ in 0..=r.below(3) {
            let (frame, product) = (r.pick(&own), r.pick(&DEMO_PRODUCTS));
            if !own.is_empty() && !lines.iter().any(|l| l.frame == frame && l.product == product) {
                lines.push(DemoOrderLine { frame, product, quantity: r.pick(&[1, 1, 2, 2, 4]) });
            }
        }
        if let Some(frame) = group.filter(|_| lines.is_empty() || r.chance(55)) {
            lines.push(DemoOrderLine { frame, product: "15x21", quantity: 1 });
        }
        orders.push(DemoOrder { customer, state, lines });
    }
    orders
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_script_is_whole_and_its_references_hold() {
        let script = demo();
        assert!((230..=270).contains(&script.frames.len()), "{}", script.frames.len());
        assert!(script.customers.len() >= 40);
        assert!((24..=28).contains(&script.orders.len()));
        let states: HashSet<_> = script.orders.iter().map(|o| o.state).collect();
        assert_eq!(states.len(), 5);
        for order in &script.orders {
            let customer = script.customers.get(order.customer).unwrap();
            assert!(!order.lines.is_empty());
            for line in &order.lines {
                assert!(DEMO_PRODUCTS.contains(&line.product) && line.quantity > 0);
                match script.frames.get(line.frame).unwrap().shows {
                    Shows::Portrait { class, person, .. } => {
                        assert_eq!((class, person), (customer.class, customer.person));
                    }
                    Shows::Group { class } => assert_eq!(class, customer.class),
                    Shows::Card { .. } | Shows::GroupCard { .. } => panic!("nobody orders a card frame"),
                }
                assert!(!script.marks.iter().any(|m| m.frame == line.frame && m.rejected));
            }
        }
        let big = script.frames.iter().filter(|f| f.shot.size == ImageSize::Mp24).count();
        assert!((3..=6).contains(&big), "{big}");
        assert!(script.marks.iter().filter(|m| m.rejected).count() >= 5);
        assert!(script.partners.iter().any(|p| p.agreement_on.is_none()));
        let (class, person) = script.unreadable;
        let ordered = script.orders.iter().filter_map(|order| script.customers.get(order.customer));
        let near = |of: &DemoCustomer| of.class == class && (person - 1..=person).contains(&of.person);
        assert!(person > 0 && !ordered.into_iter().any(near));
        let known = script.school.classes.iter().flat_map(|class| &class.people);
        let (_, absent) = &script.absent;
        assert!(
            known
                .into_iter()
                .all(|who| who.last_name != absent.last_name || who.first_name != absent.first_name)
        );
    }

    #[test]
    fn ainos_guardians_live_apart_and_both_order() {
        let script = demo();
        let find = |first: &str, last: &str| {
            script
                .customers
                .iter()
                .position(|c| c.customer.first_name == first && c.customer.last_name == last)
                .unwrap()
        };
        let (mikko, sanna) = (find("Mikko", "Virtanen"), find("Sanna", "Öhman"));
        let home =
            |at: usize| script.customers.get(at).map(|c| (&c.customer.street, &c.customer.town)).unwrap();
        assert_ne!(home(mikko), home(sanna));
        for at in [mikko, sanna] {
            assert!(script.orders.iter().any(|o| o.customer == at));
        }
    }
}
