//! Whose a job's frames are.

use domain::camera_card::Card;
use domain::field::FieldProblem;
use domain::ids::{CameraId, FrameId, JobId, SubjectGroupId, SubjectId};
use domain::matching::{
    Absence, Confidence, Edit, Hand, Neighbour, NotAppliedWhy, Note, Owner, Reason, Run, RunState,
};
use register::RegisterError;
use register::matching::{Matching, ShownClock};

use super::frame::camera_name;
use super::same_names;
use crate::app::App;
use crate::dto::job::JobRef;
use crate::dto::matching::*;
use crate::dto::task::TaskStarted;
use crate::error::ApiError;

/// What the cards of a job say of its frames.
pub fn matching_get(app: &App, request: JobRef) -> Result<MatchingDto, ApiError> {
    Ok(dto(app.register()?.matching_get(JobId(request.id))?))
}

/// Puts one thing right.
pub fn matching_edit(app: &App, request: MatchingEditEntry) -> Result<MatchingDto, ApiError> {
    let register = app.register()?;
    let job = JobId(request.job_id);
    let frame = FrameId(request.frame_id);
    let edit = match request.kind {
        MatchingEditKind::TypeCode => {
            Edit::TypeCode { frame, code: register.matching_code(job, &request.code)? }
        }
        MatchingEditKind::NotACard => Edit::NotACard { frame },
        MatchingEditKind::Split => Edit::Split { before: frame },
        MatchingEditKind::Merge => Edit::Merge { run: frame },
        MatchingEditKind::Assign => Edit::Assign { run: frame, to: request.owner.map(Owner::from) },
        MatchingEditKind::Shift => {
            let missing = || RegisterError::invalid("neighbour", FieldProblem::Required);
            let to = request.neighbour.ok_or_else(missing)?;
            Edit::Shift { run: frame, to: to.into() }
        }
        MatchingEditKind::Confirm => Edit::Confirm { run: frame },
    };
    Ok(dto(register.matching_edit(job, request.last_edit, edit)?))
}

/// Takes the newest edit back.
pub fn matching_undo(app: &App, request: MatchingUndo) -> Result<MatchingDto, ApiError> {
    Ok(dto(app.register()?.matching_undo(JobId(request.job_id), request.last_edit)?))
}

/// Looks for codes where nobody has looked yet, in the background.
pub fn codes_read_start(app: &App, request: JobRef) -> Result<TaskStarted, ApiError> {
    Ok(TaskStarted { task: app.register()?.codes_read_start(JobId(request.id))?.0 })
}

fn dto(matching: Matching) -> MatchingDto {
    let camera = |id: Option<CameraId>| {
        let facts = id.and_then(|id| matching.cameras.get(&id));
        facts.map(|facts| camera_name(&facts.make, &facts.model)).unwrap_or_default()
    };
    MatchingDto {
        job_id: matching.job.id.get(),
        school_id: matching.job.school_id.get(),
        runs: matching.proposal.runs.iter().map(|run| run_dto(run, camera(run.camera))).collect(),
        absent: matching
            .proposal
            .absent
            .iter()
            .map(|absent| AbsentDto { subject_id: absent.subject.get(), absence: absent.absence.into() })
            .collect(),
        clocks: matching
            .clocks
            .iter()
            .map(|ShownClock { clock, correction_ms, corrected_ms }| ClockOffsetDto {
                session_id: clock.session.get(),
                camera: camera(clock.camera),
                camera_id: clock.camera.map(CameraId::get),
                frame_id: clock.frame.get(),
                offset_ms: clock.offset_ms,
                correction_ms: *correction_ms,
                corrected_ms: *corrected_ms,
                is_zone_left_wrong: clock.is_zone_left_wrong(),
            })
            .collect(),
        not_applied: matching
            .proposal
            .not_applied
            .iter()
            .map(|refused| NotAppliedEdit { edit: count(refused.edit), why: refused.why.into() })
            .collect(),
        tally: MatchingTally {
            frames: count(matching.tally.frames),
            assigned: count(matching.tally.assigned),
            unassigned: count(matching.tally.unassigned),
            keyframes: count(matching.tally.keyframes),
        },
        job: matching.job.fields.name,
        school: matching.school,
        sessions: matching
            .sessions
            .into_iter()
            .map(|session| MatchingSession {
                id: session.id.get(),
                name: session.name,
                frames: session.frames,
                unread: session.unread,
            })
            .collect(),
        owners: matching
            .owners
            .into_iter()
            .map(|listed| {
                let OwnerRef { kind, id } = listed.owner.into();
                OwnerDto {
                    kind,
                    id,
                    name: listed.name,
                    class_name: listed.class_name,
                    is_protected: listed.is_protected,
                }
            })
            .collect(),
        edits: matching
            .edits
            .into_iter()
            .map(|row| MatchingEditDto {
                id: row.id,
                kind: kind_of(row.said.edit),
                frame_id: row.said.edit.frame().get(),
                at: row.at.millis(),
            })
            .collect(),
    }
}

fn run_dto(run: &Run, camera: String) -> RunDto {
    RunDto {
        session_id: run.session.get(),
        camera,
        keyframes: run.keyframes.iter().map(|id| id.get()).collect(),
        frames: run.frames.iter().map(|id| id.get()).collect(),
        card_kind: run.card.map(card_kind),
        card: run.card.map(|card| card.to_string()).unwrap_or_default(),
        proposed: run.proposed.map(OwnerRef::from),
        state: run.state.into(),
        confidence: run.confidence.into(),
        reasons: run.reasons.iter().map(|reason| (*reason).into()).collect(),
        notes: run.notes.iter().map(|note| note_dto(*note)).collect(),
        hand: run.hand.map(RunHandDto::from),
        suggestions: run.suggestions.iter().map(|id| id.get()).collect(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn card_kind(card: Card) -> CardKindDto {
    match card {
        Card::Subject(_) => CardKindDto::Subject,
        Card::Group(_) => CardKindDto::Group,
        Card::End => CardKindDto::End,
        Card::Skip => CardKindDto::Skip,
        Card::Retake(_) => CardKindDto::Retake,
        Card::Clock(_) => CardKindDto::Clock,
    }
}

fn kind_of(edit: Edit) -> MatchingEditKind {
    match edit {
        Edit::TypeCode { .. } => MatchingEditKind::TypeCode,
        Edit::NotACard { .. } => MatchingEditKind::NotACard,
        Edit::Split { .. } => MatchingEditKind::Split,
        Edit::Merge { .. } => MatchingEditKind::Merge,
        Edit::Assign { .. } => MatchingEditKind::Assign,
        Edit::Shift { .. } => MatchingEditKind::Shift,
        Edit::Confirm { .. } => MatchingEditKind::Confirm,
    }
}

fn note_dto(note: Note) -> RunNoteDto {
    let (kind, count) = match note {
        Note::FramesMissing(count) => (RunNoteKind::FramesMissing, Some(count)),
        Note::DoubleCard => (RunNoteKind::DoubleCard, None),
        Note::TwoVisits => (RunNoteKind::TwoVisits, None),
        Note::Retake => (RunNoteKind::Retake, None),
        Note::ClockWentBack => (RunNoteKind::ClockWentBack, None),
        Note::CodeInView => (RunNoteKind::CodeInView, None),
        Note::OtherClass => (RunNoteKind::OtherClass, None),
    };
    RunNoteDto { kind, count }
}

impl From<Owner> for OwnerRef {
    fn from(owner: Owner) -> Self {
        match owner {
            Owner::Subject(id) => Self { kind: OwnerKind::Subject, id: id.get() },
            Owner::Group(id) => Self { kind: OwnerKind::Group, id: id.get() },
        }
    }
}

impl From<OwnerRef> for Owner {
    fn from(owner: OwnerRef) -> Self {
        match owner.kind {
            OwnerKind::Subject => Self::Subject(SubjectId(owner.id)),
            OwnerKind::Group => Self::Group(SubjectGroupId(owner.id)),
        }
    }
}

same_names! { RunState, RunStateDto: Matched Unmatched Quarantined Absent }
same_names! { Reason, RunReasonDto:
    NoCardBefore AfterEnd AfterClock Skipped UnreadableCard WrongCheck UnknownCard OtherShoot UnknownCode RetakeNotGiven
    TwoCodes ForeignCode TooManyFrames TimeGap TimeUnknown ClockJump OrderUnknown NoChange CardTwice NeighbourMissing
    OtherClass OutOfOrder FileMissing ChangedSince CutOff
}
same_names! { Hand, RunHandDto: Typed Split Merged Shifted Assigned Confirmed }
same_names! { Confidence, RunConfidenceDto: None Low Fair High Certain }
same_names! { Absence, AbsenceDto: NotSeen CardOnly }
same_names! { NeighbourDto, Neighbour: Previous Next }
same_names! { NotAppliedWhy, NotAppliedDto:
    FrameGone NoCard NothingToSplit NoNeighbour OwnerUnknown NobodyProposed Superseded ChangedSince
}
