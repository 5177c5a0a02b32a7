use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::{FrameId, ImportId, JobId, SubjectId};
use domain::import::{ImportIssue, ImportReason, SourceScope};
use domain::job::{Agreed, JobFields};
use domain::matching::{Edit, Hand, NotAppliedWhy, Owner, Reason, RunState};
use domain::order::OrderLineFields;
use domain::photo::{CodeReading, Exposure};
use domain::provenance::FieldSource;
use domain::school::SchoolYear;
use domain::subject::SubjectFields;
use domain::{Action, Language};
use store::frames::{CameraFacts, NewFrame};
use store::imports::PlannedFile;
use store::jobs::{self, CardOwner};
use store::sessions::SessionFields;
use store::{Acted, StoreError, WriteTx, frames, imports, sessions};
use synthetic::{ImageSize, SessionShape};
use tasks::TaskCtx;

use super::Matching;
use crate::RegisterError;
use crate::customers::{ConsentChannel, MarketingAnswer};
use crate::import::Destination;
use crate::jobs::{CardsWanted, SheetLayout};
use crate::orders::OrderDraft;
use crate::testing::{TempRegister, last_entry, question, school};

const YEAR: SchoolYear = SchoolYear(2026);

/// A school with one class, whose camera cards are made, and a session of its job.
pub(crate) struct Day {
    pub register: TempRegister,
    pub job: JobId,
    pub subjects: Vec<SubjectId>,
    /// Each subject's code, in their order.
    pub codes: Vec<String>,
    /// The class's code.
    pub group_code: String,
}

impl Day {
    pub fn new() -> Self {
        let register = TempRegister::new();
        let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
        let names = [("Esimerkki", "Eero"), ("Malli", "Maija"), ("Virtanen", "Aino")];
        let subjects: Vec<SubjectId> = names
            .map(|(last_name, first_name)| {
                let fields = SubjectFields {
                    last_name: last_name.to_owned(),
                    first_name: first_name.to_owned(),
                    ..SubjectFields::default()
                };
                register.subject_create(school, YEAR, "3A", fields, FieldSource::Roster).unwrap().subject.id
            })
            .to_vec();
        let fields = JobFields { group_photos: Agreed::Yes, ..JobFields::new("Syyskuvaus", "2026-09-03") };
        let job = register.job_create(school, fields).unwrap().job.id;
        let wanted = CardsWanted {
            layout: SheetLayout::Eight,
            groups: Vec::new(),
            is_class_on_new_sheet: false,
            with_groups: true,
            with_special: true,
            retakes: 0,
        };
        let target = register.registers.dir.path().join("cards.pdf");
        register.camera_cards_save(job, &wanted, &target, Language::Finnish).unwrap();
        let rows = register.read(|tx| Ok(jobs::cards(tx, job)?)).unwrap();
        let code = |subject: &SubjectId| {
            let row = rows.iter().find(|row| row.owner == CardOwner::Subject(*subject));
            row.unwrap().code.clone()
        };
        let codes = subjects.iter().map(code).collect();
        let group = rows.iter().find(|row| matches!(row.owner, CardOwner::Group(_)));
        let group_code = group.unwrap().code.clone();
        Self { register, job, subjects, codes, group_code }
    }

    /// Stores what a camera took, one frame every 3 s and 40 s before each card: `Some` shows these codes.
    pub fn shoot(&self, taken: &[Option<&[&str]>], reading: CodeReading) -> Vec<FrameId> {
        let mut second = 0;
        self.register
            .transact(|tx| {
                let fields =
                    SessionFields { name: "Koulu, kortti 1", photographer: "", job_id: Some(self.job) };
                let now = tx.now();
                let session = sessions::insert(tx, fields, now)?;
                let mut ids = Vec::new();
                for (number, codes) in (1..).zip(taken) {
                    second += if codes.is_some() { 40 } else { 3 };
                    let taken_local = format!("2026-09-03T09:{:02}:{:02}", second / 60, second % 60);
                    let codes = codes.unwrap_or_default().iter().map(|code| (*code).to_owned()).collect();
                    let new = NewFrame { code_reading: reading, ..frame(number, taken_local, codes) };
                    ids.push(frames::insert(tx, session, &new, now)?);
                }
                Ok::<_, RegisterError>(Acted::new(ids, Action::FramesImported))
            })
            .unwrap()
    }

    /// The newest edit of the job's matching; 0 where there is none.
    pub fn newest(&self) -> i64 {
        self.matching().edits.last().map_or(0, |row| row.id)
    }

    fn matching(&self) -> Matching {
        self.register.matching_get(self.job).unwrap()
    }

    /// Saves an order of this frame, and confirms it.
    fn order(&self, frame: FrameId) -> Result<(), RegisterError> {
        let saved = self.register.order_save(self.draft(frame))?.order;
        self.register.order_confirm(saved.id, saved.rev).map(drop)
    }

    /// An order of this frame as a file, which nobody prints.
    fn draft(&self, frame: FrameId) -> OrderDraft {
        let answer = MarketingAnswer {
            is_given: false,
            wording: question(Language::Finnish),
            language: Language::Finnish,
            channel: ConsentChannel::Paper,
        };
        let fields = domain::customer::CustomerFields {
            last_name: "Virtanen".to_owned(),
            first_name: "Mikko".to_owned(),
            ..Default::default()
        };
        let who = self.register.customer_create(fields, FieldSource::Given, answer).unwrap().customer.id;
        let products = self.register.product_list().unwrap();
        let product = products.iter().find(|product| product.fields.code == "DIGI").unwrap();
        let line = OrderLineFields {
            product_id: product.id,
            frame_id: Some(frame),
            quantity: 1,
            unit_price: product.fields.price,
        };
        OrderDraft { stored: None, customer_id: who, note: String::new(), lines: vec![line] }
    }
}

fn frame(number: u32, taken_local: String, codes: Vec<String>) -> NewFrame {
    NewFrame {
        folder: "DCIM/100KUVAK".to_owned(),
        name: format!("KUV_{number:04}"),
        camera: Some(CameraFacts {
            make: "Kuvakone".to_owned(),
            model: "Kuvakone K5".to_owned(),
            serial: "5100421".to_owned(),
        }),
        taken_at: None,
        taken_local,
        offset_minutes: None,
        orientation: 1,
        width: 4000,
        height: 6000,
        exposure: Exposure::default(),
        has_preview: true,
        code_reading: CodeReading::Done,
        codes,
        files: Vec::new(),
    }
}

#[track_caller]
fn assert_refused(refused: Result<(), RegisterError>) {
    let Err(RegisterError::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems, [FieldProblemAt::new("lines.0.frame_id", FieldProblem::NotMatched)]);
}

#[test]
fn frames_after_a_childs_card_are_theirs_and_can_be_ordered() {
    let day = Day::new();
    let codes: Vec<&str> = day.codes.iter().map(String::as_str).collect();
    let (one, two, three) = ([codes[0]], [codes[1]], [codes[2]]);
    let taken: [Option<&[&str]>; 9] =
        [Some(&one), None, None, Some(&two), None, None, Some(&three), None, None];
    let ids = day.shoot(&taken, CodeReading::Done);
    let matching = day.matching();
    let owners: Vec<_> = matching.proposal.runs.iter().map(|run| (run.owner(), run.frames.clone())).collect();
    let theirs = |child: usize, frames: &[usize]| {
        (Some(Owner::Subject(day.subjects[child])), frames.iter().map(|at| ids[*at]).collect::<Vec<_>>())
    };
    assert_eq!(owners, [theirs(0, &[1, 2]), theirs(1, &[4, 5]), theirs(2, &[7, 8])]);
    assert_eq!((matching.tally.frames, matching.tally.assigned, matching.tally.keyframes), (9, 6, 3));
    assert_eq!(matching.school, "Esimerkkilän koulu");
    assert_eq!(matching.proposal.absent, []);
    day.order(ids[1]).unwrap();
    assert_refused(day.order(ids[0]));
}

#[test]
fn a_quarantined_frame_is_ordered_by_nobody_until_staff_say_whose_it_is() {
    let day = Day::new();
    let (one, foreign) = ([day.codes[0].as_str()], ["SK1-ZZZZZ-0000-0"]);
    let taken: [Option<&[&str]>; 4] = [Some(&one), None, Some(&foreign), None];
    let ids = day.shoot(&taken, CodeReading::Done);
    let state = |matching: &Matching| {
        let run = matching.proposal.runs.iter().find(|run| run.frames.contains(&ids[3])).unwrap();
        (run.state, run.hand)
    };
    assert_eq!(state(&day.matching()), (RunState::Quarantined, None));
    assert_refused(day.order(ids[3]));

    let edit = Edit::Assign { run: ids[3], to: Some(Owner::Subject(day.subjects[1])) };
    let after = day.register.matching_edit(day.job, 0, edit).unwrap();
    assert_eq!(state(&after), (RunState::Matched, Some(Hand::Assigned)));
    let entry = last_entry(&day.register);
    assert_eq!((entry.action, entry.fields), (Action::MatchingEdited, vec!["assign".to_owned()]));
    day.order(ids[3]).unwrap();

    let newest = after.edits.last().unwrap().id;
    let undone = day.register.matching_undo(day.job, newest).unwrap();
    assert_eq!((state(&undone), undone.edits), ((RunState::Quarantined, None), vec![]));
    assert_eq!(last_entry(&day.register).action, Action::MatchingUndone);
    assert_refused(day.order(ids[3]));
}

#[test]
fn a_run_that_grows_after_it_was_given_by_hand_is_nobodys_again() {
    let day = Day::new();
    let (one, foreign) = ([day.codes[0].as_str()], ["SK1-ZZZZZ-0000-0"]);
    let taken: [Option<&[&str]>; 4] = [Some(&one), None, Some(&foreign), None];
    let ids = day.shoot(&taken, CodeReading::Done);
    let edit = Edit::Assign { run: ids[3], to: Some(Owner::Subject(day.subjects[1])) };
    let after = day.register.matching_edit(day.job, 0, edit).unwrap();
    assert_eq!(after.tally.assigned, 2);
    day.order(ids[3]).unwrap();

    let session = after.sessions[0].id;
    let later = frame(5, "2026-09-03T09:01:30".to_owned(), Vec::new());
    day.register
        .transact(|tx| {
            let now = tx.now();
            let id = frames::insert(tx, session, &later, now)?;
            Ok::<_, RegisterError>(Acted::new(id, Action::FramesImported))
        })
        .unwrap();

    let grown = day.matching();
    let why: Vec<_> = grown.proposal.not_applied.iter().map(|not_applied| not_applied.why).collect();
    assert_eq!((grown.tally.assigned, why), (1, vec![NotAppliedWhy::ChangedSince]));
    assert_refused(day.order(ids[3]));
    let newest = grown.edits[0].id;
    let again = day.register.matching_edit(day.job, newest, edit).unwrap();
    assert_eq!(again.tally.assigned, 3, "looked at again");
}

#[test]
fn a_cards_end_is_typed_with_its_check_character() {
    let day = Day::new();
    let whole = day.codes[0].as_str();
    let end = whole.splitn(3, '-').last().unwrap();
    let typed = |text: &str| day.register.matching_code(day.job, text).map(|code| code.to_string());
    for text in [whole, end, &end.replace('-', ""), &format!(" {} ", end.to_lowercase())] {
        assert_eq!(typed(text).unwrap(), whole, "{text:?}");
    }
    let (card, check) = end.split_once('-').unwrap();
    let other = if check == "0" { "1" } else { "0" };
    for text in [card, &format!("{card}-{other}"), "", "Ä", "-"] {
        assert!(matches!(typed(text), Err(RegisterError::Invalid(_))), "{text:?}");
    }
}

/// A child's card, two portraits, a file of which there is no frame, and a portrait; `lose` says what became of the file.
fn told_with_a_file_missing(
    lose: impl Fn(&mut WriteTx<'_>, ImportId, &str) -> Result<(), StoreError>,
) -> Vec<(RunState, usize, Vec<Reason>)> {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let ids = day.shoot(&[Some(&one), None, None], CodeReading::Done);
    let session = day.matching().sessions[0].id;
    day.register
        .transact(|tx| {
            let now = tx.now();
            let later = frame(5, "2026-09-03T09:00:50".to_owned(), Vec::new());
            frames::insert(tx, session, &later, now)?;
            let import = imports::insert(tx, session, "/kortti", SourceScope::Card, 1, now)?;
            lose(tx, import, "DCIM/100KUVAK/KUV_0004.JPG")?;
            Ok::<_, RegisterError>(Acted::new((), Action::FramesImported))
        })
        .unwrap();
    day.order(ids[2]).unwrap();
    let runs = day.matching().proposal.runs;
    runs.into_iter().map(|run| (run.state, run.frames.len(), run.reasons)).collect()
}

#[test]
fn a_file_that_an_import_did_not_bring_ends_the_run_before_it() {
    let cut = [(RunState::Matched, 2, vec![]), (RunState::Quarantined, 1, vec![Reason::FileMissing])];
    let refused = told_with_a_file_missing(|tx, import, name| {
        imports::add_issue(tx, import, &ImportIssue::left_out(name.to_owned(), ImportReason::Damaged))
    });
    assert_eq!(refused, cut);
    let stopped = told_with_a_file_missing(|tx, import, name| {
        let file = PlannedFile { source_name: name.to_owned(), size_bytes: 1, head: [0; 32] };
        imports::plan_files(tx, import, &[file])?;
        imports::give_up(tx, import)
    });
    assert_eq!(stopped, cut);
    let video = told_with_a_file_missing(|tx, import, _| {
        let issue =
            ImportIssue::left_out("DCIM/100KUVAK/MVI_0004.MP4".to_owned(), ImportReason::UnsupportedKind);
        imports::add_issue(tx, import, &issue)
    });
    assert_eq!(video, [(RunState::Matched, 3, vec![])], "the control");
}

#[test]
fn a_session_with_camera_cards_and_no_job_is_nobodys() {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let ids = day.shoot(&[Some(&one), None], CodeReading::Done);
    day.order(ids[1]).unwrap();
    let session = day.matching().sessions[0].id;
    let rev = day.register.session_get(session).unwrap().session.rev;
    day.register.session_update(session, rev, "Koulu, kortti 1", "", None).unwrap();
    assert_eq!(last_entry(&day.register).fields, ["job_id"]);
    assert_refused(day.order(ids[1]));
}

#[test]
fn an_order_that_came_into_doubt_is_neither_confirmed_nor_sent() {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let ids = day.shoot(&[Some(&one), None], CodeReading::Done);
    let draft = day.draft(ids[1]);
    let (first, second) = (
        day.register.order_save(draft.clone()).unwrap().order,
        day.register.order_save(draft).unwrap().order,
    );
    let confirmed = day.register.order_confirm(second.id, second.rev).unwrap().order;
    let to_nobody = Edit::Assign { run: ids[1], to: None };
    day.register.matching_edit(day.job, 0, to_nobody).unwrap();
    assert_refused(day.register.order_confirm(first.id, first.rev).map(drop));
    assert_refused(day.register.order_send(confirmed.id, confirmed.rev).map(drop));
    let edit = day.matching().edits[0].id;
    day.register.matching_undo(day.job, edit).unwrap();
    day.register.order_send(confirmed.id, confirmed.rev).unwrap();
}

#[test]
fn an_edit_on_top_of_anothers_is_refused_and_so_is_one_that_does_not_apply() {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let ids = day.shoot(&[Some(&one), None, None], CodeReading::Done);
    let confirm = Edit::Confirm { run: ids[1] };
    let seen = day.register.matching_edit(day.job, 0, confirm).unwrap().edits[0].id;
    let stale = day.register.matching_edit(day.job, 0, confirm);
    assert!(matches!(stale, Err(RegisterError::MatchingStale)), "{stale:?}");
    assert!(matches!(day.register.matching_undo(day.job, 0), Err(RegisterError::MatchingStale)));
    let useless = day.register.matching_edit(day.job, seen, Edit::NotACard { frame: ids[2] });
    assert!(matches!(useless, Err(RegisterError::EditRefused(NotAppliedWhy::NoCard))), "{useless:?}");
    assert_eq!(day.matching().edits.len(), 1);
    day.register.matching_undo(day.job, seen).unwrap();
    let nothing = day.register.matching_undo(day.job, 0);
    assert!(matches!(nothing, Err(RegisterError::MatchingStale)), "nothing to take back");
}

#[test]
fn a_typed_code_stays_typed() {
    let day = Day::new();
    let ids = day.shoot(&[None, None, None], CodeReading::Done);
    let edit = Edit::TypeCode { frame: ids[0], code: day.codes[2].parse().unwrap() };
    day.register.matching_edit(day.job, 0, edit).unwrap();
    let run = day.matching().proposal.runs.remove(0);
    assert_eq!((run.keyframes.as_slice(), run.proposed), (&ids[..1], Some(Owner::Subject(day.subjects[2]))));
    assert_eq!(day.matching().edits[0].said.edit, edit);
}

#[test]
fn a_frame_in_which_nobody_looked_for_codes_is_nobodys() {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let read = day.shoot(&[Some(&one), None], CodeReading::Done);
    let unread = day.shoot(&[None, None], CodeReading::NotYet);
    let matching = day.matching();
    assert_eq!(matching.sessions.iter().map(|session| session.unread).collect::<Vec<_>>(), [0, 2]);
    let run = |frame| matching.proposal.runs.iter().find(|run| run.keyframes.contains(&frame)).unwrap();
    assert!(run(unread[0]).reasons.contains(&Reason::UnreadableCard));
    assert_eq!(run(read[0]).owner(), Some(Owner::Subject(day.subjects[0])), "the control");
}

#[test]
fn of_a_protected_child_the_list_says_neither_name_nor_class() {
    let day = Day::new();
    let shut = day.register.subject_get(day.subjects[0]).unwrap().subject;
    day.register.subject_protect(shut.id, shut.rev, true, "").unwrap();
    let owners = day.matching().owners;
    let last = owners.last().unwrap();
    assert_eq!(last.owner, Owner::Subject(shut.id));
    assert!(day.codes[0].contains(&last.name) && last.name.len() == 4, "{last:?}");
    assert_eq!((last.class_name.as_str(), last.is_protected), ("", true));
    assert!(!owners.iter().any(|owner| owner.name.contains("Esimerkki")));
    let absent: Vec<_> = day.matching().proposal.absent.iter().map(|absent| absent.subject).collect();
    assert_eq!(
        absent,
        [day.subjects[1], day.subjects[2], day.subjects[0]],
        "the last, and not in the place of the list"
    );
    let shown: Vec<_> = owners.iter().map(|owner| owner.name.as_str()).collect();
    assert_eq!(shown[..3], ["3A", "Malli Maija", "Virtanen Aino"]);
}

#[test]
fn who_has_no_card_yet_is_missed_all_the_same() {
    let day = Day::new();
    let school = day.matching().job.school_id;
    let fields = SubjectFields { last_name: "Öhman".to_owned(), ..SubjectFields::default() };
    let late = day.register.subject_create(school, YEAR, "3A", fields, FieldSource::Staff).unwrap();
    let one = [day.codes[0].as_str()];
    let ids = day.shoot(&[Some(&one), None], CodeReading::Done);
    let absent: Vec<_> = day.matching().proposal.absent.iter().map(|absent| absent.subject).collect();
    assert!(absent.contains(&late.subject.id));
    let to = Some(Owner::Subject(late.subject.id));
    day.register.matching_edit(day.job, 0, Edit::Assign { run: ids[1], to }).unwrap();
}

/// A drawn card with each child's camera card and two portraits of them.
fn write_card(day: &Day, to: &std::path::Path) {
    let mut class =
        synthetic::people::school(2026, &synthetic::people::SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(day.codes.len());
    for (person, code) in class.people.iter_mut().zip(&day.codes) {
        person.card = Some(code.clone());
    }
    let shape = SessionShape {
        frames_per_person: 2,
        card_frames: true,
        class_pictures: false,
        size: ImageSize::Small(1200, 800),
        ..SessionShape::of(vec![class])
    };
    synthetic::write_session(to, &synthetic::plan(2026, &shape), &mut |_, _| true).unwrap();
}

#[test]
fn a_photographed_day_is_matched_as_it_comes_in_and_as_well_when_codes_are_read_later() {
    let day = Day::new();
    let card = tempfile::tempdir().unwrap();
    write_card(&day, card.path());
    let mut ctx = TaskCtx::unwatched();
    let plan = day.register.import_plan(card.path().to_owned(), &mut ctx).unwrap();
    let into =
        Destination::New { name: "Koulu".to_owned(), photographer: String::new(), job_id: Some(day.job) };
    let begun = day.register.import_begin(&plan, into).unwrap();
    day.register.import_run(begun, &plan, &mut ctx).unwrap();
    let read = day.matching();
    let owners: Vec<_> = read.proposal.runs.iter().map(|run| (run.owner(), run.frames.len())).collect();
    let expected: Vec<_> = day.subjects.iter().map(|id| (Some(Owner::Subject(*id)), 2)).collect();
    assert_eq!(owners, expected, "{:?}", read.proposal.runs);

    let ids: Vec<FrameId> =
        read.proposal.runs.iter().flat_map(|run| run.keyframes.iter().chain(&run.frames).copied()).collect();
    day.register
        .transact(|tx| {
            for id in &ids {
                frames::set_codes(tx, *id, CodeReading::NotYet, &[])?;
            }
            Ok::<_, RegisterError>(Acted::new((), Action::CodesRead))
        })
        .unwrap();
    assert!(day.matching().proposal.runs.iter().all(|run| run.owner().is_none()), "the control");
    day.register.codes_read(day.job, &mut ctx).unwrap();
    assert_eq!(day.matching().proposal, read.proposal);
    let entry = last_entry(&day.register);
    assert_eq!((entry.action, entry.count), (Action::CodesRead, Some(9)));
}

#[test]
fn what_cannot_be_looked_at_may_be_a_card() {
    let day = Day::new();
    let ids = day.shoot(&[None], CodeReading::NotYet);
    day.register
        .transact(|tx| {
            let session = frames::get(tx, ids[0])?.frame.session_id;
            let now = tx.now();
            // a raw file without a preview
            let new = NewFrame { has_preview: false, ..frame(2, String::new(), Vec::new()) };
            let id = frames::insert(tx, session, &new, now)?;
            frames::set_codes(tx, id, CodeReading::NotYet, &[])?;
            frames::set_codes(tx, ids[0], CodeReading::Done, &[])?;
            Ok::<_, RegisterError>(Acted::new((), Action::FramesImported))
        })
        .unwrap();
    day.register.codes_read(day.job, &mut TaskCtx::unwatched()).unwrap();
    let matching = day.matching();
    assert_eq!(matching.sessions[0].unread, 0);
    assert!(matching.proposal.runs.iter().any(|run| run.reasons.contains(&Reason::UnreadableCard)));
}

#[test]
fn a_slow_job_is_judged_by_the_pace_that_was_agreed_for_it() {
    let day = Day::new();
    let one = [day.codes[0].as_str()];
    let taken: Vec<Option<&[&str]>> =
        std::iter::once(Some(&one[..])).chain(std::iter::repeat_n(None, 20)).collect();
    day.shoot(&taken, CodeReading::Done);
    let reasons = || day.matching().proposal.runs[0].reasons.clone();
    assert_eq!(reasons(), [Reason::TooManyFrames]);
    let set = |change: &dyn Fn(&mut JobFields)| {
        let mut job = day.register.job_list(day.matching().job.school_id).unwrap().remove(0).job;
        change(&mut job.fields);
        day.register.job_update(day.job, job.rev, job.fields).map(drop)
    };
    set(&|fields| fields.most_frames = 20).unwrap();
    assert_eq!(reasons(), []);
    set(&|fields| fields.longest_pause_s = 5).unwrap();
    assert_eq!(reasons(), [Reason::TimeGap], "three seconds may be a change where two and a half are");
    assert!(matches!(set(&|fields| fields.most_frames = 0), Err(RegisterError::Invalid(_))));
}
