//! Frames: the grid, the facts of one, marks.

use domain::ids::{FrameId, SessionId};
use domain::matching::Owner;
use domain::photo::{ColorMark, FileRemark, Frame, Head, Marks, PhotoFileKind};
use domain::staff::Right;
use register::frames::{FrameFilter, FrameListed, FrameOrder, MarksOf, NewMarks};
use register::matching::ListedOwner;
use register::photos::shown;

use crate::app::App;
use crate::dto::frame::*;
use crate::dto::import::ImportKind;
use crate::dto::{Nothing, Numbered};
use crate::error::{ApiError, ErrorCode};

/// Most cells of one answer.
const MOST_CELLS: usize = 500;

/// Ids of a session's frames, filtered and in order.
pub fn frame_index(app: &App, request: FrameIndexQuery) -> Result<FrameIndex, ApiError> {
    let register = app.register()?;
    let order = match request.sort {
        FrameSort::TakenAt => FrameOrder::Taken,
        FrameSort::TakenAtDescending => FrameOrder::TakenDescending,
        FrameSort::Name => FrameOrder::Name,
        FrameSort::NameDescending => FrameOrder::NameDescending,
        FrameSort::Rating => FrameOrder::Rating,
        FrameSort::Subject => FrameOrder::Taken,
    };
    let filter = FrameFilter {
        rejected: match request.reject {
            RejectFilter::All => None,
            RejectFilter::Kept => Some(false),
            RejectFilter::Rejected => Some(true),
        },
        min_rating: request.min_rating,
        color: color_mark(request.color),
        search: request.search,
    };
    let session = SessionId(request.session_id);
    let ((ids, groups), total) = if request.sort == FrameSort::Subject {
        register.frame_groups(session, &filter)?
    } else {
        let (ids, total) = register.frame_index(session, order, &filter)?;
        ((ids, Vec::new()), total)
    };
    let may_see_subjects = register.require(Right::SeeSubjects).is_ok();
    Ok(FrameIndex {
        ids: ids.into_iter().map(FrameId::get).collect(),
        total,
        groups: groups
            .into_iter()
            .map(|(group, count)| frame_group(group, count, may_see_subjects))
            .collect(),
    })
}

fn frame_group(group: register::frames::FrameGroup, count: usize, may_see_subjects: bool) -> FrameGroup {
    use register::frames::FrameGroup as Known;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let unnamed = |kind| FrameGroup {
        kind,
        name: String::new(),
        class_name: String::new(),
        is_protected: false,
        count,
    };
    match group {
        Known::Owned(listed) => {
            let kind = match listed.owner {
                Owner::Subject(_) => FrameGroupKind::Subject,
                Owner::Group(_) => FrameGroupKind::Class,
            };
            if !may_see_subjects {
                return unnamed(kind);
            }
            let ListedOwner { name, class_name, is_protected, .. } = listed;
            FrameGroup { kind, name, class_name, is_protected, count }
        }
        Known::Quarantined => unnamed(FrameGroupKind::Quarantined),
        Known::Unmatched => unnamed(FrameGroupKind::Unmatched),
        Known::Cards => unnamed(FrameGroupKind::Cards),
    }
}

/// Cells by id.
pub fn frame_cells(app: &App, request: FrameCellsQuery) -> Result<FrameCells, ApiError> {
    if request.ids.len() > MOST_CELLS {
        return Err(ApiError::of(ErrorCode::InvalidRequest));
    }
    let cells = app.register()?.frame_cells(&ids(&request.ids))?;
    Ok(FrameCells { cells: cells.into_iter().map(cell).collect() })
}

/// Everything known of a frame.
pub fn frame_get(app: &App, request: FrameRef) -> Result<FrameFacts, ApiError> {
    let register = app.register()?;
    let facts = register.frame_facts(FrameId(request.id))?;
    let may_see_orders = register.require(Right::SeeOrders).is_ok();
    let frame = facts.listed.frame;
    let camera = facts.camera.unwrap_or_default();
    let model = camera_name(&camera.make, &camera.model);
    Ok(FrameFacts {
        id: frame.id.get(),
        session_id: frame.session_id.get(),
        session_name: facts.session_name,
        name: frame.name,
        taken_at: frame.taken_at.map(|at| at.millis()),
        clock_offset_ms: facts.clock_offset_ms,
        taken_local: frame.taken_local,
        offset_minutes: frame.offset_minutes,
        camera: Some(model).filter(|name| !name.is_empty()),
        serial: Some(camera.serial).filter(|serial| !serial.is_empty()),
        orientation: frame.orientation,
        width: frame.width,
        height: frame.height,
        exposure_seconds: frame.exposure.seconds,
        f_number: frame.exposure.f_number,
        iso: frame.exposure.iso,
        focal_mm: frame.exposure.focal_mm,
        rating: frame.marks.rating,
        is_rejected: frame.marks.is_rejected,
        files: facts
            .files
            .into_iter()
            .map(|file| FrameFile {
                name: file.source_name,
                kind: import_kind(file.kind),
                size_bytes: file.size_bytes,
                remarks: file.remarks.into_iter().map(remark).collect(),
            })
            .chain(facts.sidecars.into_iter().map(|sidecar| FrameFile {
                name: sidecar.name,
                kind: ImportKind::Sidecar,
                size_bytes: sidecar.size_bytes,
                remarks: Vec::new(),
            }))
            .collect(),
        orders: facts.orders.into_iter().filter(|_| may_see_orders).map(Numbered::from).collect(),
        rev: frame.rev,
    })
}

/// Marks frames; answers with the marks that they had.
pub fn frame_mark(app: &App, request: FrameMark) -> Result<FrameMarksList, ApiError> {
    let marks = NewMarks {
        rating: request.rating,
        is_rejected: request.is_rejected,
        color: request.color.map(color_mark),
        is_retake: request.is_retake,
        turn_by: request.turn_by,
        head: None,
    };
    Ok(marks_list(&app.register()?.frame_mark(&ids(&request.ids), marks)?))
}

/// Says where the head of a frame is; answers with the marks that it had.
pub fn frame_head_set(app: &App, request: FrameHeadSet) -> Result<FrameMarksList, ApiError> {
    let marks = NewMarks { head: Some(request.head.map(head_of).transpose()?), ..NewMarks::default() };
    Ok(marks_list(&app.register()?.frame_mark(&[FrameId(request.id)], marks)?))
}

/// Puts marks back.
pub fn frame_marks_restore(app: &App, request: FrameMarksList) -> Result<Nothing, ApiError> {
    let marks: Vec<MarksOf> = request
        .marks
        .into_iter()
        .map(|marks| {
            let old = Marks {
                rating: marks.rating,
                is_rejected: marks.is_rejected,
                color: color_mark(marks.color),
                is_retake: marks.is_retake,
                turn: marks.turn,
                head: marks.head.map(head_of).transpose()?,
            };
            Ok((FrameId(marks.id), old))
        })
        .collect::<Result<_, ApiError>>()?;
    app.register()?.frame_marks_restore(&marks)?;
    Ok(Nothing {})
}

fn marks_list(marks: &[MarksOf]) -> FrameMarksList {
    let marks = marks.iter().map(|(id, marks)| FrameMarks {
        id: id.get(),
        rating: marks.rating,
        is_rejected: marks.is_rejected,
        color: color(marks.color),
        is_retake: marks.is_retake,
        turn: marks.turn,
        head: marks.head.map(head),
    });
    FrameMarksList { marks: marks.collect() }
}

fn head(head: Head) -> FrameHead {
    FrameHead { x: head.x(), top: head.top(), chin: head.chin() }
}

fn head_of(head: FrameHead) -> Result<Head, ApiError> {
    Head::new(head.x, head.top, head.chin).ok_or_else(|| ApiError::of(ErrorCode::InvalidRequest))
}

fn color(mark: Option<ColorMark>) -> FrameColor {
    match mark {
        None => FrameColor::None,
        Some(ColorMark::Red) => FrameColor::Red,
        Some(ColorMark::Yellow) => FrameColor::Yellow,
        Some(ColorMark::Green) => FrameColor::Green,
        Some(ColorMark::Blue) => FrameColor::Blue,
    }
}

fn color_mark(color: FrameColor) -> Option<ColorMark> {
    match color {
        FrameColor::None => None,
        FrameColor::Red => Some(ColorMark::Red),
        FrameColor::Yellow => Some(ColorMark::Yellow),
        FrameColor::Green => Some(ColorMark::Green),
        FrameColor::Blue => Some(ColorMark::Blue),
    }
}

/// How a stored kind is called on the wire.
pub(super) fn import_kind(kind: PhotoFileKind) -> ImportKind {
    match kind {
        PhotoFileKind::Jpeg => ImportKind::Jpeg,
        PhotoFileKind::Raw => ImportKind::Raw,
        PhotoFileKind::Other => ImportKind::Other,
    }
}

fn ids(ids: &[i64]) -> Vec<FrameId> {
    ids.iter().copied().map(FrameId).collect()
}

fn cell(listed: FrameListed) -> FrameCell {
    let frame = listed.frame;
    let (width, height) = seen_size(&frame);
    FrameCell {
        id: frame.id.get(),
        name: frame.name,
        taken_at: frame.taken_at.map(|at| at.millis()),
        width,
        height,
        rating: frame.marks.rating,
        is_rejected: frame.marks.is_rejected,
        color: color(frame.marks.color),
        is_retake: frame.marks.is_retake,
        turn: frame.marks.turn,
        head: frame.marks.head.map(head),
        has_raw: listed.has_raw,
        has_preview: listed.has_preview,
        rev: frame.rev,
    }
}

fn seen_size(frame: &Frame) -> (u32, u32) {
    shown(frame).upright_size(frame.width, frame.height)
}

/// Maker and model, without the maker twice: many cameras begin the model with it.
pub(super) fn camera_name(make: &str, model: &str) -> String {
    let begins = model.to_lowercase().starts_with(&make.to_lowercase());
    if begins || make.is_empty() { model.to_owned() } else { format!("{make} {model}").trim().to_owned() }
}

fn remark(remark: FileRemark) -> FileRemarkDto {
    match remark {
        FileRemark::Truncated => FileRemarkDto::Truncated,
        FileRemark::Damaged => FileRemarkDto::Damaged,
        FileRemark::ProfileUnreadable => FileRemarkDto::ProfileUnreadable,
        FileRemark::PreviewOnly => FileRemarkDto::PreviewOnly,
        FileRemark::ColorsUnexplained => FileRemarkDto::ColorsUnexplained,
        FileRemark::OrientationInvalid => FileRemarkDto::OrientationInvalid,
        FileRemark::OffsetInvalid => FileRemarkDto::OffsetInvalid,
    }
}

#[cfg(test)]
mod tests {
    use super::camera_name;

    #[test]
    fn the_maker_is_named_once() {
        assert_eq!(camera_name("Kuvakone", "Kuvakone K5"), "Kuvakone K5");
        assert_eq!(camera_name("Kuvakone", "K5"), "Kuvakone K5");
        assert_eq!(camera_name("", "K5"), "K5");
        assert_eq!(camera_name("Kuvakone", ""), "Kuvakone");
    }
}
