//! Print batches and the disclosure ledger.

use domain::customer::listed_name;
use domain::ids::{CustomerId, DisclosureId, OrderId, PrintBatchId, PrintPartnerId};
use domain::partner::BatchState;
use register::batches::{BatchListed, Issue, IssueKind, Request};
use register::disclosures::DisclosureListed;

use super::partner::refusal_dto;
use crate::app::App;
use crate::dto::app::FolderPurpose;
use crate::dto::partner::{
    BatchDto, BatchIssue, BatchIssueKind, BatchPlan, BatchPlanQuery, BatchQuery, BatchRef, BatchSizeCount,
    BatchStart, BatchStarted, BatchStateDto, DisclosedCustomer, DisclosedFile, DisclosureDetail,
    DisclosureDto, DisclosureQuery, DisclosureRef,
};
use crate::dto::{Numbered, Page};
use crate::error::ApiError;

/// Rows of a page at the most.
const MOST_ROWS: u32 = 500;

/// Plans a batch; stores nothing.
pub fn batch_plan(app: &App, query: BatchPlanQuery) -> Result<BatchPlan, ApiError> {
    let plan =
        app.register()?.batch_plan(&request(query.partner_id, &query.order_ids, query.resend_of_id))?;
    Ok(BatchPlan {
        partner_id: plan.partner.partner.id.get(),
        partner_name: plan.partner.partner.fields.name,
        refusal: plan.refusal.map(refusal_dto),
        orders: plan.orders,
        files: plan.files,
        prints: plan.prints,
        estimated_bytes: plan.estimated_bytes,
        sizes: plan
            .sizes
            .into_iter()
            .map(|count| BatchSizeCount { size: count.size, files: count.files, prints: count.prints })
            .collect(),
        customers: plan.customers,
        fields: plan.fields.into_iter().map(str::to_owned).collect(),
        issues: plan.issues.into_iter().map(issue_dto).collect(),
        can_run: plan.can_run,
    })
}

/// Begins a batch and writes it as a task.
pub fn batch_start(app: &App, start: BatchStart) -> Result<BatchStarted, ApiError> {
    let register = app.register()?;
    let folder = app.folder(FolderPurpose::HandOver, &start.folder)?;
    let request = request(start.partner_id, &start.order_ids, start.resend_of_id);
    let (task, batch_id) = register.batch_start(&request, &folder)?;
    Ok(BatchStarted { task: task.0, batch_id: batch_id.get() })
}

/// A page of batches, newest first.
pub fn batch_list(app: &App, query: BatchQuery) -> Result<Page<BatchDto>, ApiError> {
    let page = app.register()?.batch_list(query.after.as_deref(), query.limit.min(MOST_ROWS))?;
    Ok(Page { rows: page.rows.into_iter().map(batch_dto).collect(), next: page.next })
}

/// One batch.
pub fn batch_get(app: &App, query: BatchRef) -> Result<BatchDto, ApiError> {
    Ok(batch_dto(app.register()?.batch_get(PrintBatchId(query.id))?))
}

/// A page of the ledger, newest first.
pub fn disclosure_list(app: &App, query: DisclosureQuery) -> Result<Page<DisclosureDto>, ApiError> {
    let customer_id = query.customer_id.map(CustomerId);
    let page =
        app.register()?.disclosure_list(customer_id, query.after.as_deref(), query.limit.min(MOST_ROWS))?;
    Ok(Page { rows: page.rows.into_iter().map(disclosure_dto).collect(), next: page.next })
}

/// One row of the ledger with everything that it concerns.
pub fn disclosure_get(app: &App, query: DisclosureRef) -> Result<DisclosureDetail, ApiError> {
    let detail = app.register()?.disclosure_get(DisclosureId(query.id))?;
    Ok(DisclosureDetail {
        disclosure: disclosure_dto(detail.listed),
        customers: detail
            .customers
            .into_iter()
            .map(|customer| DisclosedCustomer {
                id: customer.id.get(),
                name: listed_name(&customer.first_name, &customer.last_name),
            })
            .collect(),
        orders: detail.order_ids.into_iter().zip(detail.order_numbers).map(Numbered::from).collect(),
        files: detail
            .files
            .into_iter()
            .map(|file| DisclosedFile {
                stem: file.stem,
                order_id: file.printed.order_id.get(),
                order_number: file.printed.order_number,
                line: file.printed.line,
                frame_name: file.printed.frame_name,
                size: file.printed.size,
                quantity: file.printed.quantity,
            })
            .collect(),
    })
}

fn request(partner_id: i64, order_ids: &[i64], resend_of_id: Option<i64>) -> Request {
    Request {
        partner_id: PrintPartnerId(partner_id),
        order_ids: order_ids.iter().copied().map(OrderId).collect(),
        resend_of_id: resend_of_id.map(PrintBatchId),
    }
}

fn issue_dto(issue: Issue) -> BatchIssue {
    BatchIssue {
        kind: match issue.kind {
            IssueKind::NoFrame => BatchIssueKind::NoFrame,
            IssueKind::NotPrintable => BatchIssueKind::NotPrintable,
            IssueKind::DamagedPicture => BatchIssueKind::DamagedPicture,
            IssueKind::DoubtfulColors => BatchIssueKind::DoubtfulColors,
            IssueKind::DoubtfulOrientation => BatchIssueKind::DoubtfulOrientation,
            IssueKind::NotMatched => BatchIssueKind::NotMatched,
            IssueKind::RejectedFrame => BatchIssueKind::RejectedFrame,
            IssueKind::LowResolution => BatchIssueKind::LowResolution,
            IssueKind::AlreadyHandedOver => BatchIssueKind::AlreadyHandedOver,
            IssueKind::NothingToPrint => BatchIssueKind::NothingToPrint,
        },
        is_stopping: issue.is_stopping,
        order_id: issue.order_id.get(),
        order_number: issue.order_number,
        line: issue.line,
        frame_name: issue.frame_name,
    }
}

fn batch_dto(listed: BatchListed) -> BatchDto {
    let batch = listed.batch;
    BatchDto {
        id: batch.id.get(),
        number: batch.number,
        partner_id: batch.partner_id.get(),
        partner_name: listed.partner_name,
        state: match batch.state {
            BatchState::Running => BatchStateDto::Running,
            BatchState::HandedOver => BatchStateDto::HandedOver,
            BatchState::Failed => BatchStateDto::Failed,
        },
        resend_of_id: batch.resend_of_id.map(PrintBatchId::get),
        resend_of_number: listed.resend_of_number,
        orders: batch.order_ids.into_iter().zip(listed.order_numbers).map(Numbered::from).collect(),
        folder: batch.folder,
        files: batch.files,
        prints: batch.prints,
        bytes: batch.bytes,
        sha256: batch.sha256,
        created_at: batch.created_at.millis(),
        handed_over_at: batch.handed_over_at.map(|at| at.millis()),
    }
}

fn disclosure_dto(listed: DisclosureListed) -> DisclosureDto {
    let disclosure = listed.disclosure;
    DisclosureDto {
        id: disclosure.id.get(),
        at: disclosure.at.millis(),
        recipient: disclosure.recipient,
        country: disclosure.country,
        agreement_on: disclosure.agreement_on,
        purpose: disclosure.purpose,
        batch_id: disclosure.batch_id.map(PrintBatchId::get),
        batch_number: listed.batch_number,
        fields: disclosure.fields,
        files: disclosure.files,
        customers: disclosure.customers,
        sha256: disclosure.sha256,
    }
}
