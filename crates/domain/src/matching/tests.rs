//! Every case of splitting, by a script of what the camera saw.
//!
//! `1` to `20` are subjects' cards, `p` a portrait three seconds after the frame before, `P` one after half a
//! minute, `-` a deleted frame; the other words are in `Line::word`. A proposal is told run by run: state, for whom
//! it seems to be, number of portraits, reasons.

mod edits;

use super::*;
use crate::camera_card::{Card, CardCode, CardNumber, ClockTime, Shoot, SubjectCode};
use crate::ids::{CameraId, FrameId, SessionId, SubjectGroupId, SubjectId};

/// 3 September 2026, 9.15 on the camera's clock.
const START: i64 = 1_788_426_900_000;

fn text(card: Card) -> String {
    CardCode { shoot: Shoot::new("7Q4M2").unwrap(), card }.to_string()
}

fn subject_code(subject: i64) -> SubjectCode {
    SubjectCode::new(&format!("{subject:04}")).unwrap()
}

fn typed(subject: i64) -> CardCode {
    text(Card::Subject(subject_code(subject))).parse().unwrap()
}

fn number(number: u16) -> CardNumber {
    CardNumber::new(number).unwrap()
}

struct Line {
    habit: CardHabit,
    camera: Option<CameraId>,
    next: SequenceKey,
    now: i64,
    last_was_card: bool,
    frames: Vec<SeenFrame>,
}

impl Line {
    fn new(habit: CardHabit, camera: Option<i64>) -> Self {
        let next = SequenceKey { folder: 100, file: 1 };
        let camera = camera.map(CameraId);
        Self { habit, camera, next, now: START, last_was_card: true, frames: Vec::new() }
    }

    fn script(mut self, script: &str) -> Self {
        script.split_whitespace().for_each(|word| self.word(word));
        self
    }

    fn word(&mut self, word: &str) {
        let plain = |card| vec![text(card)];
        match word {
            "p" => self.portrait(3, Vec::new()),
            "P" => self.portrait(30, Vec::new()),
            "-" => self.next.file += 1,
            "foreign" => self.portrait(3, vec![format!("https://www.example.org/{}", self.frames.len())]),
            "poster" => self.portrait(3, vec!["https://www.example.org/poster".to_owned()]),
            "back" => self.now -= 3_600_000,
            "ahead" => self.now += 3_600_000,
            "unreadable" => self.card(Vec::new(), true),
            "unseen" => self.card(Vec::new(), false),
            "misread" => self.card(vec!["SK1-7Q4M2-0043-N".to_owned()], false),
            "newer" => self.card(vec!["SK2-7Q4M2-0043-N".to_owned()], false),
            "unknown" => self.card(plain(Card::Subject(subject_code(999))), false),
            "END" => self.card(plain(Card::End), false),
            "SKP" => self.card(plain(Card::Skip), false),
            "CLK" => {
                let clock = Card::Clock(ClockTime::from_local_millis(self.now + 115_000));
                self.card(plain(clock), false);
            }
            "GRP1" => self.card(plain(Card::Group(number(1))), false),
            "RET1" => self.card(plain(Card::Retake(number(1))), false),
            "RET2" => self.card(plain(Card::Retake(number(2))), false),
            "other" => {
                let shoot = Shoot::new("AAAAA").unwrap();
                let code = CardCode { shoot, card: Card::Subject(subject_code(1)) };
                self.card(vec![code.to_string()], false);
            }
            in_view if in_view.starts_with('v') => {
                let subject = in_view.trim_start_matches('v').parse().unwrap();
                self.portrait(3, plain(Card::Subject(subject_code(subject))));
            }
            cards => {
                let codes =
                    cards.split('+').map(|one| text(Card::Subject(subject_code(one.parse().unwrap()))));
                self.card(codes.collect(), false);
            }
        }
    }

    fn portrait(&mut self, seconds: i64, codes: Vec<String>) {
        let change = if self.habit == CardHabit::Last && self.last_was_card { 20 } else { 0 };
        self.shoot(seconds + change, codes, false);
        self.last_was_card = false;
    }

    fn card(&mut self, codes: Vec<String>, looks_like_card: bool) {
        let seconds = if self.habit == CardHabit::First && !self.last_was_card { 20 } else { 3 };
        self.shoot(seconds, codes, looks_like_card);
        self.last_was_card = true;
    }

    fn shoot(&mut self, seconds: i64, codes: Vec<String>, looks_like_card: bool) {
        self.now += seconds * 1_000;
        let base = self.camera.map_or(0, |camera| camera.0 * 1_000);
        self.frames.push(SeenFrame {
            id: FrameId(base + self.frames.len() as i64),
            session: SessionId(1),
            camera: self.camera,
            sequence: self.next,
            taken_local_ms: Some(self.now),
            codes,
            looks_like_card,
        });
        self.next.file += 1;
    }
}

/// Two classes of ten, retake card 1 for subject 3, group card 1 for the first class.
fn cards() -> JobCards {
    let subject = |subject: i64| SubjectCard {
        subject: SubjectId(subject),
        code: Some(subject_code(subject)),
        group: Some(SubjectGroupId(1 + (subject - 1) / 10)),
        place: subject as u32,
    };
    JobCards {
        shoot: Shoot::new("7Q4M2").unwrap(),
        subjects: (1..=20).map(subject).collect(),
        groups: vec![GroupCard { number: number(1), group: SubjectGroupId(1) }],
        retakes: vec![RetakeCard { number: number(1), subject: SubjectId(3) }],
    }
}

fn input(habit: CardHabit, frames: Vec<SeenFrame>) -> Input {
    let settings = Settings { habit, ..Settings::default() };
    Input { frames, unseen: Vec::new(), cards: cards(), settings }
}

fn first(script: &str) -> Input {
    input(CardHabit::First, Line::new(CardHabit::First, Some(1)).script(script).frames)
}

fn last(script: &str) -> Input {
    input(CardHabit::Last, Line::new(CardHabit::Last, Some(1)).script(script).frames)
}

/// A proposal with its sum checked.
fn proposed(input: &Input, edits: &[Edit]) -> Proposal {
    let said: Vec<Said> = edits.iter().map(|edit| Said { edit: *edit, seen: None }).collect();
    let proposal = propose(input, &said);
    let tally = proposal.tally(&input.frames).unwrap();
    assert_eq!(tally.assigned + tally.unassigned + tally.keyframes, tally.frames);
    assert_eq!(tally.frames, input.frames.len());
    proposal
}

fn told(proposal: &Proposal) -> Vec<String> {
    let run = |run: &Run| {
        let who = match run.proposed {
            Some(Owner::Subject(subject)) => subject.0.to_string(),
            Some(Owner::Group(group)) => format!("group {}", group.0),
            None => "nobody".to_owned(),
        };
        let reasons: Vec<&str> = run.reasons.iter().map(|reason| reason.code()).collect();
        format!("{} {who} {} {}", run.state.code(), run.frames.len(), reasons.join(" ")).trim_end().to_owned()
    };
    proposal.runs.iter().map(run).collect()
}

#[track_caller]
fn expect(input: &Input, edits: &[Edit], expected: &[&str]) -> Proposal {
    let proposal = proposed(input, edits);
    assert_eq!(told(&proposal), expected);
    proposal
}

fn frame(at: i64) -> FrameId {
    FrameId(1_000 + at)
}

fn subject(subject: i64) -> Option<Owner> {
    Some(Owner::Subject(SubjectId(subject)))
}

#[test]
fn intact_runs_belong_to_whom_their_card_names() {
    let proposal = expect(
        &first("p p 1 p p p 2 p p GRP1 p p"),
        &[],
        &["unmatched nobody 2 no_card_before", "matched 1 3", "matched 2 2", "matched group 1 2"],
    );
    assert_eq!(proposal.runs[1].owner(), subject(1));
    assert_eq!(proposal.runs[1].confidence, Confidence::High);
    assert_eq!(proposal.runs[3].confidence, Confidence::Fair);
    assert_eq!(proposal.absent.len(), 18);
    assert_eq!(proposal.absent[0], Absent { subject: SubjectId(3), absence: Absence::NotSeen });
    assert!(proposed(&input(CardHabit::First, Vec::new()), &[]).runs.is_empty());
}

#[test]
fn missed_card_is_cut_at_the_pause_and_both_parts_are_quarantined() {
    let proposal = expect(
        &first("1 p p P p p 3 p"),
        &[],
        &["quarantined 1 2 time_gap", "quarantined 1 3 time_gap", "matched 3 1"],
    );
    assert!(proposal.runs[1].card.is_none());
    assert_eq!(proposal.runs[1].owner(), None);
    assert_eq!(proposal.runs[0].confidence, Confidence::Low);
}

#[test]
fn photos_after_a_file_that_nobody_can_look_at_are_nobodys_until_somebody_has_looked() {
    // without the frame of this number
    let lost = |mut input: Input, file: u32| {
        let at = input.frames.iter().position(|frame| frame.sequence.file == file).unwrap();
        let SeenFrame { session, sequence, .. } = input.frames.remove(at);
        input.unseen.push(UnseenFile { session, sequence });
        input
    };
    let without_camera = |mut input: Input, file: u32| {
        let at = input.frames.iter().position(|frame| frame.sequence.file == file).unwrap();
        input.frames[at].camera = None;
        input
    };
    // a card that was lost: its child's portraits follow those of the child before within their usual pause
    let script = "1 p p 2 p p 3 p";
    let cut = ["matched 1 2", "quarantined 1 2 file_missing", "matched 3 1"];
    let proposal = expect(&lost(first(script), 4), &[], &cut);
    assert_eq!(proposal.runs[1].owner(), None);
    let nobodys = "unmatched nobody 1 no_card_before";
    expect(&without_camera(first("1 p p p p p 3 p"), 4), &[], &[nobodys, cut[0], cut[1], cut[2]]);
    expect(&lost(first(script), 7), &[], &["matched 1 2", "matched 2 2", "quarantined 2 1 file_missing"]);

    let control = expect(&first("1 p p - p p 3 p"), &[], &["matched 1 4", "matched 3 1"]);
    assert!(control.runs[0].notes.contains(&Note::FramesMissing(1)), "deleted on the camera");
    expect(
        &lost(first(script), 1),
        &[],
        &["unmatched nobody 2 no_card_before", "matched 2 2", "matched 3 1"],
    );
    let mut other = lost(first("1 p p p p p 3 p"), 4);
    other.unseen[0].session = SessionId(2);
    expect(&other, &[], &["matched 1 4", "matched 3 1"]);

    let confirmed = [Edit::Confirm { run: frame(4) }];
    expect(&lost(first(script), 4), &confirmed, &["matched 1 2", "matched 1 2 file_missing", "matched 3 1"]);
    // read backwards: a lost card of those before it
    expect(
        &lost(last("p p 1 p p 2 p 3"), 3),
        &[],
        &["quarantined 2 2 file_missing", "matched 2 2", "matched 3 1"],
    );
}

#[test]
fn missed_card_without_a_pause_shows_by_too_many_frames() {
    expect(
        &first("1 p p p p p p p p p p p p p p p p 2 p"),
        &[],
        &["quarantined 1 16 too_many_frames", "matched 2 1"],
    );
}

#[test]
fn missed_card_shows_by_a_neighbour_who_is_nowhere_and_a_short_pause() {
    // the day's changes take 20 seconds; a pause of 13 is too short for one by itself
    let paused = |subject: i64| {
        let mut input = first(
            "1 p p p p 2 p p p p 3 p p p p 5 p p p p 6 p p p p 7 p p p p 8 p p p p 9 p p p p 10 p p p p",
        );
        let card = [text(Card::Subject(subject_code(subject)))];
        let at = input.frames.iter().position(|frame| frame.codes == card).unwrap();
        for frame in input.frames.iter_mut().skip(at + 3) {
            frame.taken_local_ms = frame.taken_local_ms.map(|taken| taken + 10_000);
        }
        let proposal = proposed(&input, &[]);
        let doubtful: Vec<Run> = proposal.runs.into_iter().filter(|run| !run.reasons.is_empty()).collect();
        doubtful
    };
    assert_eq!(paused(2), []);
    assert_eq!(paused(5), []);
    // 4 is nowhere, and should have come after 3
    let doubtful = paused(3);
    assert_eq!(doubtful.len(), 1);
    assert_eq!((doubtful[0].proposed, doubtful[0].state), (subject(3), RunState::Quarantined));
    assert_eq!(doubtful[0].reasons, [Reason::NeighbourMissing]);
    assert_eq!(doubtful[0].suggestions, [SubjectId(4)]);
}

#[test]
fn double_card_is_one_run() {
    let proposal = expect(&first("1 1 p p 2 p"), &[], &["matched 1 2", "matched 2 1"]);
    assert_eq!(proposal.runs[0].keyframes.len(), 2);
    assert_eq!(proposal.runs[0].notes, [Note::DoubleCard]);
    // shown once more in the same sitting
    expect(&first("1 p p v1 p p 2 p"), &[], &["matched 1 4", "matched 2 1"]);
    // shown again after a change: somebody else may hold it
    expect(
        &first("1 p p 1 p p 2 p"),
        &[],
        &["quarantined 1 2 card_twice", "quarantined 1 2 card_twice", "matched 2 1"],
    );
}

#[test]
fn same_code_later_again_is_two_visits_or_a_suspected_swap() {
    let everybody = "1 p 2 p 3 p 4 p 5 p 6 p 7 p 8 p 9 p 10 p";
    let proposal = proposed(&first(&format!("{everybody} 2 p")), &[]);
    let visits: Vec<_> = proposal.runs.iter().filter(|run| run.proposed == subject(2)).collect();
    assert_eq!(visits.len(), 2);
    for visit in visits {
        assert_eq!((visit.state, visit.notes.as_slice()), (RunState::Matched, [Note::TwoVisits].as_slice()));
    }
    // 7 is nowhere and may hold the card of 2
    let proposal = proposed(&first(&everybody.replace('7', "2")), &[]);
    let swapped: Vec<_> =
        proposal.runs.iter().filter(|run| run.reasons.contains(&Reason::CardTwice)).collect();
    assert_eq!(swapped.len(), 1);
    assert_eq!(swapped[0].suggestions, [SubjectId(7)]);
    assert_eq!(proposal.runs.iter().position(|run| run == swapped[0]), Some(6));
}

#[test]
fn card_but_no_portraits_is_absent() {
    let proposal =
        expect(&first("1 p p 2 P 3 p"), &[], &["matched 1 2", "quarantined 2 1 time_gap", "matched 3 1"]);
    assert!(proposal.absent.iter().all(|absent| absent.subject != SubjectId(2)));
    let mut input = first("1 p p 2 3 p");
    for frame in input.frames.iter_mut().skip(4) {
        frame.taken_local_ms = frame.taken_local_ms.map(|taken| taken + 20_000);
    }
    let proposal = expect(&input, &[], &["matched 1 2", "absent 2 0", "matched 3 1"]);
    assert_eq!(proposal.absent[0], Absent { subject: SubjectId(2), absence: Absence::CardOnly });
    // two cards at once: which of them was meant?
    expect(&first("1 p p 2 3 p"), &[], &["matched 1 2", "absent 2 0", "quarantined 3 1 no_change"]);
}

#[test]
fn two_codes_in_one_frame_are_asked_about() {
    expect(&first("1 p 2+1 p p 3 p"), &[], &["matched 1 1", "quarantined nobody 2 two_codes", "matched 3 1"]);
    expect(&first("1 p 2+2 p p"), &[], &["matched 1 1", "matched 2 2"]);
}

#[test]
fn unreadable_card_quarantines_what_follows() {
    expect(
        &first("1 p unreadable p p 3 p"),
        &[],
        &["matched 1 1", "quarantined nobody 2 unreadable_card", "matched 3 1"],
    );
    // taken again until it could be read
    let proposal = expect(&first("1 p unreadable 2 p p"), &[], &["matched 1 1", "matched 2 2"]);
    assert_eq!(proposal.runs[1].keyframes.len(), 2);
    // what follows the readable one could be another's card
    expect(
        &first("1 p 2 unreadable p"),
        &[],
        &["matched 1 1", "absent 2 0", "quarantined nobody 1 unreadable_card no_change"],
    );
}

#[test]
fn card_that_nobody_recognised_is_found_by_the_pause_before_it() {
    expect(
        &first("1 p p unseen p p 3 p"),
        &[],
        &["quarantined 1 2 time_gap", "quarantined 1 3 time_gap", "matched 3 1"],
    );
}

#[test]
fn unknown_code_and_other_shoots_cards_are_refused() {
    expect(&first("1 p unknown p"), &[], &["matched 1 1", "quarantined nobody 1 unknown_code"]);
    expect(&first("1 p other p"), &[], &["matched 1 1", "quarantined nobody 1 other_shoot"]);
    expect(&first("1 p newer p"), &[], &["matched 1 1", "quarantined nobody 1 unknown_card"]);
    // two subjects with one code: the code stands for nobody
    let mut twice = first("1 p 2 p");
    twice.cards.subjects[4].code = Some(subject_code(2));
    expect(&twice, &[], &["matched 1 1", "quarantined nobody 1 unknown_code"]);
}

#[test]
fn wrong_check_is_as_good_as_unreadable() {
    expect(&first("1 p misread p p"), &[], &["matched 1 1", "quarantined nobody 2 wrong_check"]);
}

#[test]
fn foreign_codes_quarantine_unless_they_belong_to_the_room() {
    expect(&first("1 p foreign p 2 p"), &[], &["quarantined 1 3 foreign_code", "matched 2 1"]);
    let proposal =
        expect(&first("1 poster 2 poster p 3 p poster"), &[], &["matched 1 1", "matched 2 2", "matched 3 2"]);
    assert_eq!(proposal.runs[0].notes, [Note::CodeInView]);
}

#[test]
fn card_left_in_view_takes_nothing() {
    // the card of 1 lies in view of the second portrait of 2
    expect(
        &first("1 p p 2 p v1 p p 3 p"),
        &[],
        &["quarantined 1 2 card_twice", "matched 2 1", "quarantined 1 2 no_change card_twice", "matched 3 1"],
    );
}

#[test]
fn two_cameras_on_one_line_are_matched_by_code() {
    let mut frames = Line::new(CardHabit::First, Some(1)).script("1 p p 3 p p").frames;
    // the same names and times
    frames.extend(Line::new(CardHabit::First, Some(2)).script("2 p p p 4 p").frames);
    frames.sort_by_key(|frame| frame.taken_local_ms);
    let proposal = expect(
        &input(CardHabit::First, frames),
        &[],
        &["matched 1 2", "matched 3 2", "matched 2 3", "matched 4 1"],
    );
    assert_eq!(proposal.runs[0].camera, Some(CameraId(1)));
    assert_eq!(proposal.runs[2].camera, Some(CameraId(2)));
}

#[test]
fn two_cameras_without_a_name_and_equal_numbers_are_not_guessed_at() {
    let mut frames = Line::new(CardHabit::First, None).script("1 p p").frames;
    let mut others = Line::new(CardHabit::First, None).script("2 p p").frames;
    others.iter_mut().for_each(|frame| frame.id.0 += 500);
    frames.extend(others);
    let proposal = proposed(&input(CardHabit::First, frames), &[]);
    assert!(proposal.runs.iter().all(|run| run.owner().is_none()));
    assert!(proposal.runs.iter().any(|run| run.reasons.contains(&Reason::OrderUnknown)));
}

#[test]
fn clock_jump_does_not_change_the_order() {
    let proposal = expect(&first("1 p p back 2 p p"), &[], &["matched 1 2", "matched 2 2"]);
    assert_eq!(proposal.runs[1].notes, [Note::ClockWentBack]);
    expect(&first("1 p back p 2 p"), &[], &["quarantined 1 2 clock_jump", "matched 2 1"]);
    expect(
        &first("1 p ahead p 2 p"),
        &[],
        &["quarantined 1 1 time_gap", "quarantined 1 1 time_gap", "matched 2 1"],
    );
}

#[test]
fn portraits_without_a_time_cannot_be_judged() {
    let mut input = first("1 p p 2 p p");
    input.frames[2].taken_local_ms = None;
    expect(&input, &[], &["quarantined 1 2 time_unknown", "matched 2 2"]);
}

#[test]
fn card_after_the_portraits_is_a_setting_and_a_run_can_be_shifted() {
    expect(
        &last("p p 1 p p p 2 p"),
        &[],
        &["matched 1 2", "matched 2 3", "unmatched nobody 1 no_card_before"],
    );
    expect(
        &last("p p P p 1 p 2"),
        &[],
        &["quarantined 1 2 time_gap", "quarantined 1 2 time_gap", "matched 2 1"],
    );
    // one card came after its portraits
    let late = first("1 p p P p 2 3 p");
    let edits = [Edit::Shift { run: frame(4), to: Neighbour::Next }];
    let proposal = expect(
        &late,
        &edits,
        &["quarantined 1 2 time_gap", "matched 2 2 time_gap", "absent 2 0", "quarantined 3 1 no_change"],
    );
    assert_eq!(proposal.runs[1].hand, Some(Hand::Shifted));
    let back = [edits[0], Edit::Shift { run: frame(4), to: Neighbour::Previous }];
    assert_eq!(proposed(&late, &back).runs[1].owner(), subject(1));
}

#[test]
fn deleted_frames_are_noted_only() {
    let proposal = expect(&first("1 p - - p - 2 p"), &[], &["matched 1 2", "matched 2 1"]);
    assert_eq!(proposal.runs[0].notes, [Note::FramesMissing(2)]);
    assert!(proposal.runs[1].notes.is_empty());
}

#[test]
fn end_card_leaves_what_follows_to_nobody() {
    let proposal = expect(
        &first("1 p END p p 2 p"),
        &[],
        &["matched 1 1", "unmatched nobody 2 after_end", "matched 2 1"],
    );
    assert_eq!(proposal.runs[0].keyframes.len(), 2);
    expect(&last("p 1 p p END p 2"), &[], &["matched 1 1", "unmatched nobody 2 after_end", "matched 2 1"]);
}

#[test]
fn skip_card_discards_the_last_run() {
    expect(
        &first("1 p 2 p p SKP p 3 p"),
        &[],
        &["matched 1 1", "unmatched nobody 2 skipped", "unmatched nobody 1 after_end", "matched 3 1"],
    );
    expect(&first("1 p 2 p p SKP 2 p"), &[], &["matched 1 1", "unmatched nobody 2 skipped", "matched 2 1"]);
    expect(
        &first("1 p END p SKP"),
        &[],
        &["unmatched nobody 1 skipped", "unmatched nobody 1 after_end skipped"],
    );
    expect(&last("p 1 p p SKP p 2"), &[], &["matched 1 1", "unmatched nobody 2 skipped", "matched 2 1"]);
    expect(&last("p 1 p 2 SKP p 3"), &[], &["matched 1 1", "unmatched nobody 1 skipped", "matched 3 1"]);
    let discarded = proposed(&first("1 p SKP"), &[]);
    assert_eq!(discarded.absent[0], Absent { subject: SubjectId(1), absence: Absence::CardOnly });
}

#[test]
fn clock_card_tells_an_offset_and_names_nobody() {
    let proposal = expect(
        &first("CLK 1 p CLK p 2 p"),
        &[],
        &["matched 1 1", "unmatched nobody 1 after_clock", "matched 2 1"],
    );
    let offsets: Vec<_> = proposal.clocks.iter().map(|clock| clock.offset_ms).collect();
    // the clock's whole seconds, less the time until the frame was taken
    assert_eq!(offsets, [112_000, 95_000]);
    assert_eq!(proposal.clocks[0].camera, Some(CameraId(1)));
    for (offset_ms, is_zone) in
        [(3_600_000, true), (-7_195_000, true), (95_000, false), (0, false), (1_800_000, false)]
    {
        assert_eq!(
            ClockOffset { offset_ms, ..proposal.clocks[0] }.is_zone_left_wrong(),
            is_zone,
            "{offset_ms}"
        );
    }
}

#[test]
fn retake_cards_are_whose_they_were_given_to() {
    let proposal = expect(
        &first("3 p 1 p RET1 p p RET2 p"),
        &[],
        &["matched 3 1", "matched 1 1", "matched 3 2", "quarantined nobody 1 retake_not_given"],
    );
    assert_eq!(proposal.runs[2].notes, [Note::Retake]);
}

#[test]
fn card_of_another_class_is_doubtful_while_somebody_is_nowhere() {
    let all = "1 p 2 p 3 p 4 p 15 p 5 p 6 p 7 p 8 p 9 p 10 p";
    let stray = |script: &str| {
        let proposal = proposed(&first(script), &[]);
        let run = proposal.runs.iter().find(|run| run.proposed == subject(15)).unwrap().clone();
        (run.state, run.reasons, run.notes)
    };
    // a sibling, or a latecomer: the class is complete
    assert_eq!(stray(all), (RunState::Matched, vec![], vec![Note::OtherClass]));
    // 6 is nowhere, and may hold that card
    let without = all.replace("6 p ", "");
    assert_eq!(stray(&without), (RunState::Quarantined, vec![Reason::OtherClass], vec![]));
    // the other one holds a card of the first class just so
    let swapped = format!("{} 11 p 12 p 13 p 6 p 14 p 16 p 17 p", all.replace("6 p ", ""));
    assert_eq!(stray(&swapped).0, RunState::Quarantined);
    // classes that come mixed say nothing
    assert_eq!(stray("1 p 12 p 2 p 15 p 13 p 3 p 14 p 4 p").0, RunState::Matched);
}

#[test]
fn card_out_of_place_is_doubtful_only_where_the_class_came_in_order() {
    let flagged = |script: &str| -> Vec<Option<Owner>> {
        let proposal = proposed(&first(script), &[]);
        let out = proposal.runs.into_iter().filter(|run| run.reasons == [Reason::OutOfOrder]);
        out.map(|run| run.proposed).collect()
    };
    assert_eq!(flagged("1 p 2 p 3 p 4 p 5 p 6 p 7 p 8 p 9 p 10 p"), []);
    assert_eq!(flagged("1 p 2 p 3 p 5 p 4 p 6 p 7 p 8 p 9 p 10 p"), [subject(5), subject(4)]);
    assert_eq!(flagged("1 p 9 p 2 p 3 p 4 p 5 p 6 p 7 p 8 p 10 p"), [subject(9)]);
    assert_eq!(flagged("4 p 9 p 2 p 1 p 8 p 10 p 6 p 7 p 3 p 5 p"), []);
}

#[test]
fn numbers_wrap_into_the_next_folder_and_within_one() {
    let numbered = |keys: [(u16, u32); 6]| {
        let mut input = first("1 p p 2 p p");
        for (frame, (folder, file)) in input.frames.iter_mut().zip(keys) {
            frame.sequence = SequenceKey { folder, file };
        }
        input.frames.reverse();
        input
    };
    let whole = ["matched 1 2", "matched 2 2"];
    let next_folder = [(100, 9_997), (100, 9_998), (100, 9_999), (101, 1), (101, 2), (101, 3)];
    let same_folder = next_folder.map(|(_, file)| (100, file));
    let no_folder = next_folder.map(|(_, file)| (0, file));
    let counts_on = [(100, 499), (100, 500), (101, 501), (101, 502), (102, 503), (102, 504)];
    for keys in [next_folder, same_folder, no_folder, counts_on] {
        let proposal = expect(&numbered(keys), &[], &whole);
        assert!(proposal.runs.iter().all(|run| run.notes.is_empty()), "{keys:?}");
    }
    // far apart without touching the ends: two pieces of a day, not a wrap
    expect(
        &numbered([(100, 300), (100, 301), (100, 302), (100, 9_000), (100, 9_001), (100, 9_002)]),
        &[],
        &whole,
    );
}

#[test]
fn sessions_of_one_camera_are_read_apart() {
    let mut frames = Line::new(CardHabit::First, Some(1)).script("1 p p").frames;
    let mut retake_day = Line::new(CardHabit::First, Some(1)).script("p 2 p").frames;
    for frame in &mut retake_day {
        (frame.id.0, frame.session) = (frame.id.0 + 500, SessionId(2));
    }
    frames.extend(retake_day);
    expect(
        &input(CardHabit::First, frames),
        &[],
        &["matched 1 2", "unmatched nobody 1 no_card_before", "matched 2 1"],
    );
}

#[test]
fn lost_and_doubled_frames_are_noticed() {
    let input = first("1 p 2 p");
    let whole = proposed(&input, &[]);
    let mut doubled = whole.clone();
    doubled.runs[1].frames.push(frame(1));
    assert_eq!(doubled.tally(&input.frames), Err(Imbalance::Twice(frame(1))));
    let mut lost = whole.clone();
    lost.runs.pop();
    assert_eq!(lost.tally(&input.frames), Err(Imbalance::Lost(frame(2))));
    let mut unknown = whole;
    unknown.runs[0].keyframes.push(frame(99));
    assert_eq!(unknown.tally(&input.frames), Err(Imbalance::Unknown(frame(99))));
}

#[test]
fn codes_lead_back() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(reason.code()), Some(*reason));
    }
    for state in RunState::ALL {
        assert_eq!(RunState::from_code(state.code()), Some(*state));
    }
    for habit in CardHabit::ALL {
        assert_eq!(CardHabit::from_code(habit.code()), Some(*habit));
    }
}

proptest::proptest! {
    /// Whatever the frames and edits are, every frame is in one run.
    #[test]
    fn nothing_is_lost_whatever_comes(
        seen in proptest::collection::vec((0_usize..14, 0_u16..3, 0_u32..12, proptest::option::of(proptest::num::i64::ANY)), 0..60),
        edits in proptest::collection::vec((0_i64..60, 0_usize..7), 0..20),
        card_last in proptest::bool::ANY,
    ) {
        let kinds = ["p", "p", "p", "p", "1", "2", "unreadable", "foreign", "END", "SKP", "CLK", "GRP1", "RET2", "1+2"];
        let habit = if card_last { CardHabit::Last } else { CardHabit::First };
        let mut line = Line::new(habit, Some(1));
        for (kind, folder, file, time) in seen {
            line.word(kinds[kind]);
            let frame = line.frames.last_mut().unwrap();
            frame.sequence = SequenceKey { folder: 99 * folder, file: file * 999 };
            frame.taken_local_ms = time.or(frame.taken_local_ms);
        }
        let edits: Vec<Edit> = edits
            .into_iter()
            .map(|(at, kind)| match kind {
                0 => Edit::TypeCode { frame: frame(at), code: typed(1 + at % 20) },
                1 => Edit::NotACard { frame: frame(at) },
                2 => Edit::Split { before: frame(at) },
                3 => Edit::Merge { run: frame(at) },
                4 => Edit::Assign { run: frame(at), to: (at % 2 == 0).then_some(Owner::Subject(SubjectId(1))) },
                5 => Edit::Shift { run: frame(at), to: Neighbour::Next },
                _ => Edit::Confirm { run: frame(at) },
            })
            .collect();
        let proposal = proposed(&input(habit, line.frames), &edits);
        for run in &proposal.runs {
            proptest::prop_assert!(run.state != RunState::Quarantined || !run.reasons.is_empty());
            proptest::prop_assert!(run.owner().is_none() || run.reasons.is_empty() || run.hand.is_some());
        }
    }
}
