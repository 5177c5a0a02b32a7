//! An invented school day whose truth is known: who was in front of the camera, what the card said, what went
//! wrong, and what the camera wrote.
//!
//! How it is modelled: a class comes in the list's order with a few out of place, or in any order; children who
//! change places need at least ten seconds at a usual tempo, and the time between two portraits of a child is
//! log-normal with a long tail; whole days are faster or slower, and some cameras write whole seconds only. Every
//! fault is drawn by itself, so that several meet in one class, and in one run.

use std::collections::HashSet;

use domain::camera_card::{Card, CardCode, CardNumber, Shoot, SubjectCode};
use domain::ids::{CameraId, FrameId, SessionId, SubjectGroupId, SubjectId};
use domain::job::CardHabit;
use domain::matching::{
    GroupCard, Input, JobCards, Owner, RetakeCard, SeenFrame, SequenceKey, Settings, SubjectCard,
};

pub const SUBJECTS: i64 = 250;

/// Seeded numbers (splitmix64).
pub struct Rng(pub u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn chance(&mut self, of: f64) -> bool {
        self.unit() < of
    }

    fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        let normal = (-2.0 * (1.0 - self.unit()).ln()).sqrt() * (std::f64::consts::TAU * self.unit()).cos();
        median * (sigma * normal).exp()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// What goes wrong with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Never photographed, or deleted on the camera.
    Missed,
    /// Looks like a card, cannot be read.
    Unreadable,
    /// Not even recognised as a card.
    Unrecognised,
    /// Of another job, of nobody, misread.
    Foreign(u8),
    /// The previous subject's card is in the frame too.
    TwoCodes,
    /// The previous or next subject's card lies in view of a portrait.
    InView,
    /// On the wrong side of the portraits.
    Late,
    /// Shown, but the subject left.
    NoPortraits,
    /// Discarded with a card.
    Skipped,
}

/// Why a card names another subject than the one who holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lie {
    SwappedInOrder,
    SwappedInNoOrder,
    SwappedAcrossClasses,
    OwnerCameToo,
    OwnerAbsentInOrder,
    OwnerAbsentInNoOrder,
}

/// Somebody's time in front of a camera.
#[derive(Clone)]
pub struct Visit {
    pub who: Owner,
    pub class: usize,
    card: Card,
    pub lie: Option<Lie>,
    pub fault: Option<Fault>,
    is_double: bool,
    /// Whether any fault, also a neighbour's, touches the run.
    pub is_touched: bool,
    pub frames: Vec<FrameId>,
}

pub struct Day {
    pub input: Input,
    /// Who is in each portrait, by frame id from 0; none for cards and trial shots.
    pub truth: Vec<Option<Owner>>,
    /// The visit of each frame.
    pub visit_of: Vec<Option<usize>>,
    pub visits: Vec<Visit>,
    /// Frames of each camera in the order taken.
    pub taken: Vec<Vec<usize>>,
}

struct Class {
    members: Vec<i64>,
    is_ordered: bool,
}

fn shoot() -> Shoot {
    Shoot::new("7Q4M2").unwrap()
}

fn code_of(subject: i64) -> SubjectCode {
    SubjectCode::from_number(subject as u32 * 1_297 % SubjectCode::COUNT).unwrap()
}

fn number(number: usize) -> CardNumber {
    CardNumber::new(number as u16 + 1).unwrap()
}

fn text(card: Card) -> String {
    CardCode { shoot: shoot(), card }.to_string()
}

impl Day {
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng(seed);
        let habit = if rng.chance(0.5) { CardHabit::First } else { CardHabit::Last };
        let classes = classes(&mut rng);
        let (queue, retakes) = queue(&mut rng, &classes);
        let cameras = 1 + rng.below(2);
        let mut lines: Vec<Vec<Visit>> = vec![Vec::new(); cameras];
        for visit in queue {
            let camera = rng.below(cameras);
            lines[camera].push(visit);
        }
        let cards = JobCards {
            shoot: shoot(),
            subjects: classes
                .iter()
                .zip(0..)
                .flat_map(|(class, group)| {
                    class.members.iter().zip(0..).map(move |(subject, place)| SubjectCard {
                        subject: SubjectId(*subject),
                        code: Some(code_of(*subject)),
                        group: Some(SubjectGroupId(group)),
                        place,
                    })
                })
                .collect(),
            groups: (0..classes.len())
                .map(|class| GroupCard { number: number(class), group: SubjectGroupId(class as i64) })
                .collect(),
            retakes,
        };
        let settings = Settings { habit, ..Settings::default() };
        let mut day = Self {
            input: Input { frames: Vec::new(), unseen: Vec::new(), cards, settings },
            truth: Vec::new(),
            visit_of: Vec::new(),
            visits: Vec::new(),
            taken: Vec::new(),
        };
        for (camera, mut line) in lines.into_iter().enumerate() {
            draw_faults(&mut rng, &mut line, habit);
            Camera::new(&mut rng, camera, habit).photograph(&mut day, &mut rng, line);
        }
        let mut order: Vec<SeenFrame> = std::mem::take(&mut day.input.frames);
        rng.shuffle(&mut order);
        day.input.frames = order;
        day
    }
}

fn classes(rng: &mut Rng) -> Vec<Class> {
    let mut classes = Vec::new();
    let mut next = 0;
    while next < SUBJECTS {
        let end = (next + 16 + rng.below(10) as i64).min(SUBJECTS);
        classes.push(Class { members: (next..end).collect(), is_ordered: rng.chance(0.5) });
        next = end;
    }
    classes
}

/// Who comes in front of a camera, in order, with which card.
fn queue(rng: &mut Rng, classes: &[Class]) -> (Vec<Visit>, Vec<RetakeCard>) {
    let mut queue: Vec<Visit> = Vec::new();
    let mut absent = HashSet::new();
    let mut retakes = Vec::new();
    let mut late = Vec::new();
    let mut returning = Vec::new();
    for (at, class) in classes.iter().enumerate() {
        let visit = |subject: i64| Visit {
            who: Owner::Subject(SubjectId(subject)),
            class: at,
            card: Card::Subject(code_of(subject)),
            lie: None,
            fault: None,
            is_double: false,
            is_touched: false,
            frames: Vec::new(),
        };
        let mut coming: Vec<Visit> = Vec::new();
        for subject in &class.members {
            match rng.unit() {
                ..0.04 => drop(absent.insert(SubjectId(*subject))),
                ..0.048 => late.push(visit(*subject)),
                _ => coming.push(visit(*subject)),
            }
        }
        if class.is_ordered {
            for one in 1..coming.len() {
                if rng.chance(0.01) {
                    coming.swap(one - 1, one);
                }
            }
        } else {
            rng.shuffle(&mut coming);
        }
        lie_within(rng, &mut coming, class, &absent);
        let again: Vec<Visit> = coming.iter().filter(|_| rng.chance(0.006)).cloned().collect();
        returning.extend(again.into_iter().filter(|visit| visit.lie.is_none()));
        if rng.chance(0.7) {
            let group = Owner::Group(SubjectGroupId(at as i64));
            coming.push(Visit { who: group, card: Card::Group(number(at)), ..visit(0) });
        }
        queue.extend(coming);
    }
    for mut visit in returning.into_iter().chain(late) {
        if rng.chance(0.3) {
            let Owner::Subject(subject) = visit.who else { continue };
            retakes.push(RetakeCard { number: number(retakes.len()), subject });
            visit.card = Card::Retake(number(retakes.len() - 1));
        }
        let at = rng.below(queue.len() + 1);
        queue.insert(at, visit);
    }
    lie_across(rng, &mut queue);
    (queue, retakes)
}

/// Cards that are held by others of the class.
fn lie_within(rng: &mut Rng, coming: &mut [Visit], class: &Class, absent: &HashSet<SubjectId>) {
    if coming.len() > 2 && rng.chance(0.05) {
        let (one, other) = (rng.below(coming.len()), rng.below(coming.len()));
        if one != other {
            let lie = if class.is_ordered { Lie::SwappedInOrder } else { Lie::SwappedInNoOrder };
            (coming[one].card, coming[other].card) = (coming[other].card, coming[one].card);
            for at in [one, other] {
                coming[at].lie = Some(lie);
                coming[at].is_touched = true;
            }
        }
    }
    if coming.len() > 2 && rng.chance(0.06) {
        let holder = rng.below(coming.len());
        let of_absent: Vec<i64> =
            class.members.iter().copied().filter(|one| absent.contains(&SubjectId(*one))).collect();
        if coming[holder].lie.is_some() {
            return;
        }
        if !of_absent.is_empty() && rng.chance(0.5) {
            coming[holder].card = Card::Subject(code_of(of_absent[rng.below(of_absent.len())]));
            coming[holder].lie =
                Some(if class.is_ordered { Lie::OwnerAbsentInOrder } else { Lie::OwnerAbsentInNoOrder });
        } else {
            let owner = rng.below(coming.len());
            if owner == holder || coming[owner].lie.is_some() {
                return;
            }
            coming[holder].card = coming[owner].card;
            coming[holder].lie = Some(Lie::OwnerCameToo);
            coming[owner].is_touched = true;
        }
        coming[holder].is_touched = true;
    }
}

fn lie_across(rng: &mut Rng, queue: &mut [Visit]) {
    if rng.chance(0.3) {
        let (one, other) = (rng.below(queue.len()), rng.below(queue.len()));
        let is_plain = |visit: &Visit| matches!(visit.card, Card::Subject(_)) && visit.lie.is_none();
        if queue[one].class != queue[other].class && is_plain(&queue[one]) && is_plain(&queue[other]) {
            (queue[one].card, queue[other].card) = (queue[other].card, queue[one].card);
            for at in [one, other] {
                queue[at].lie = Some(Lie::SwappedAcrossClasses);
                queue[at].is_touched = true;
            }
        }
    }
}

fn draw_faults(rng: &mut Rng, line: &mut [Visit], habit: CardHabit) {
    for at in 0..line.len() {
        let fault = match rng.unit() {
            ..0.012 => Fault::Missed,
            ..0.019 => Fault::Unreadable,
            ..0.026 => Fault::Unrecognised,
            ..0.034 => Fault::Foreign(rng.below(3) as u8),
            ..0.039 => Fault::TwoCodes,
            ..0.043 => Fault::InView,
            ..0.045 => Fault::Late,
            ..0.049 => Fault::NoPortraits,
            ..0.051 => Fault::Skipped,
            _ => {
                line[at].is_double = rng.chance(0.01);
                continue;
            }
        };
        line[at].fault = Some(fault);
        line[at].is_touched = true;
        if matches!(fault, Fault::Unreadable | Fault::TwoCodes | Fault::Foreign(_) | Fault::Skipped) {
            continue;
        }
        // the neighbours whose runs take up what has no card
        let neighbours: Vec<usize> = match habit {
            CardHabit::First => (0..at).rev().collect(),
            CardHabit::Last => (at + 1..line.len()).collect(),
        };
        for neighbour in neighbours {
            line[neighbour].is_touched = true;
            if line[neighbour].fault.is_none() {
                break;
            }
        }
    }
}

struct Camera {
    camera: usize,
    habit: CardHabit,
    /// 1 is usual; larger is slower.
    tempo: f64,
    has_whole_seconds: bool,
    folder: u16,
    file: u32,
    now: f64,
    clock_off: f64,
    /// When the clock is set, as a share of the day's visits, and by how many seconds.
    jump: Option<(usize, f64)>,
}

impl Camera {
    fn new(rng: &mut Rng, camera: usize, habit: CardHabit) -> Self {
        let jumps = [-3_600.0, 3_600.0, -120.0, 95.0, -31_536_000.0];
        Self {
            camera,
            habit,
            tempo: 0.7 + 0.9 * rng.unit(),
            has_whole_seconds: rng.chance(0.5),
            folder: 100,
            file: 1 + rng.below(9_999) as u32,
            now: 1_788_426_900.0,
            clock_off: 0.0,
            jump: rng.chance(0.5).then(|| (rng.below(100), jumps[rng.below(jumps.len())])),
        }
    }

    fn photograph(&mut self, day: &mut Day, rng: &mut Rng, line: Vec<Visit>) {
        day.taken.push(Vec::new());
        let cards: Vec<Card> = line.iter().map(|visit| visit.card).collect();
        let count = line.len();
        for (at, mut visit) in line.into_iter().enumerate() {
            let other_side = match self.habit {
                CardHabit::First => at.checked_sub(1),
                CardHabit::Last => Some(at + 1),
            };
            let nearby = cards.get(if rng.chance(0.5) { at + 1 } else { at.wrapping_sub(1) }).copied();
            let previous = other_side.and_then(|at| cards.get(at)).copied();
            let lost_place = self.jump.filter(|(share, _)| share * count / 100 == at).map(|(_, by)| by);
            self.pass(rng.exponential(5.0) + rng.exponential(5.0) + 10.0);
            if at > 0 && rng.chance(0.04) {
                // a break, the next class
                self.pass(60.0 + rng.exponential(120.0));
            }
            let is_before = (self.habit == CardHabit::First) != (visit.fault == Some(Fault::Late));
            let id = day.visits.len();
            if is_before {
                self.card(day, rng, &visit, previous);
                self.pass(2.5 + 2.5 * rng.unit());
            }
            let portraits = if visit.fault == Some(Fault::NoPortraits) { 0 } else { 3 + rng.below(8) };
            let seen_at = 1 + rng.below(portraits.max(2) - 1);
            let pause_at = rng.chance(0.005).then(|| 1 + rng.below(9));
            for portrait in 0..portraits {
                if portrait > 0 {
                    let usual = if matches!(visit.who, Owner::Group(_)) { 3.5 } else { 2.6 };
                    self.pass(rng.log_normal(usual, 0.35));
                }
                if Some(portrait) == pause_at {
                    self.pass(10.0 + rng.exponential(15.0));
                }
                if let Some(by) = lost_place
                    && portrait == portraits / 2
                {
                    self.clock_off += by;
                    visit.is_touched = true;
                }
                if visit.fault == Some(Fault::InView) && portrait == seen_at {
                    let truth = if nearby.is_some() { None } else { Some(visit.who) };
                    self.shoot(day, nearby.map(text).into_iter().collect(), false, truth, None);
                    continue;
                }
                if rng.chance(0.002) {
                    // deleted on the camera
                    self.skip_number();
                    visit.is_touched = true;
                    continue;
                }
                visit.frames.push(self.shoot(day, Vec::new(), false, Some(visit.who), Some(id)));
            }
            if !is_before {
                self.pass(2.0 + 2.0 * rng.unit());
                self.card(day, rng, &visit, previous);
            }
            if visit.fault == Some(Fault::Skipped) {
                self.pass(3.0);
                self.shoot(day, vec![text(Card::Skip)], false, None, None);
                for frame in &visit.frames {
                    day.truth[frame.0 as usize] = None;
                }
            }
            if self.habit == CardHabit::First && rng.chance(0.01) {
                self.pass(2.0);
                self.shoot(day, vec![text(Card::End)], false, None, None);
                self.pass(3.0);
                self.shoot(day, Vec::new(), false, None, None);
            }
            day.visits.push(visit);
        }
    }

    fn card(&mut self, day: &mut Day, rng: &mut Rng, visit: &Visit, previous: Option<Card>) {
        let (codes, looks_like_card) = match visit.fault {
            Some(Fault::Missed) => {
                if rng.chance(0.2) {
                    self.skip_number();
                }
                return;
            }
            Some(Fault::Unreadable) => (Vec::new(), true),
            Some(Fault::Unrecognised) => (Vec::new(), false),
            Some(Fault::Foreign(0)) => {
                let other = CardCode { shoot: Shoot::new("AAAAA").unwrap(), card: visit.card };
                (vec![other.to_string()], false)
            }
            Some(Fault::Foreign(1)) => (vec![text(Card::Subject(SubjectCode::new("ZZZZ").unwrap()))], false),
            Some(Fault::Foreign(_)) => (vec!["SK1-7Q4M2-0043-N".to_owned()], false),
            Some(Fault::TwoCodes) => match previous {
                Some(previous) if previous != visit.card => (vec![text(visit.card), text(previous)], false),
                _ => (Vec::new(), true),
            },
            _ => (vec![text(visit.card)], false),
        };
        if visit.is_double {
            self.shoot(day, codes.clone(), looks_like_card, None, None);
            self.pass(2.0);
        }
        self.shoot(day, codes, looks_like_card, None, None);
    }

    fn pass(&mut self, seconds: f64) {
        self.now += seconds * self.tempo;
    }

    fn skip_number(&mut self) {
        self.file += 1;
        if self.file > 9_999 {
            (self.folder, self.file) = (self.folder + 1, 1);
        }
    }

    fn shoot(
        &mut self,
        day: &mut Day,
        codes: Vec<String>,
        looks_like_card: bool,
        truth: Option<Owner>,
        visit: Option<usize>,
    ) -> FrameId {
        let clock = self.now + self.clock_off;
        let millis = if self.has_whole_seconds { clock.floor() * 1_000.0 } else { (clock * 1_000.0).floor() };
        let at = day.truth.len();
        let id = FrameId(at as i64);
        day.input.frames.push(SeenFrame {
            id,
            session: SessionId(1),
            camera: Some(CameraId(self.camera as i64)),
            sequence: SequenceKey { folder: self.folder, file: self.file },
            taken_local_ms: Some(millis as i64),
            codes,
            looks_like_card,
        });
        day.truth.push(truth);
        day.visit_of.push(visit);
        day.taken[self.camera].push(at);
        self.skip_number();
        id
    }
}
