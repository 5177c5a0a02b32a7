//! Print partners, batches and the disclosure ledger.

use super::{Numbered, wire, wire_enum};

wire_enum! {
    /// The form a partner takes.
    pub enum PartnerProfileDto { Plain }
    /// Why a partner may not be given anything; texts `partner-refusal-<code>`.
    pub enum PartnerRefusalDto { OutsideEea, NoAgreement, AgreementNotYet, Inactive }
    /// Where a batch stands.
    pub enum BatchStateDto { Running, HandedOver, Failed }
    /// What is missing or doubtful about a line of a batch; texts `batch-issue-<code>`.
    pub enum BatchIssueKind {
        /// A print without a picture.
        NoFrame,
        /// The frame's file cannot be printed.
        NotPrintable,
        /// The frame's file is damaged.
        DamagedPicture,
        /// The frame is nobody's yet.
        NotMatched,
        /// The frame is marked as rejected.
        RejectedFrame,
        /// Nothing says what the file's colours mean.
        DoubtfulColors,
        /// The picture may lie on its side.
        DoubtfulOrientation,
        /// Fewer than 200 pixels an inch at this size.
        LowResolution,
        /// The order was handed over before.
        AlreadyHandedOver,
        /// Nothing on the order needs printing.
        NothingToPrint,
    }
}

wire! {
    /// What staff enter about a partner.
    pub struct PartnerFieldsDto {
        pub name: String,
        /// ISO 3166-1 alpha-2.
        pub country: String,
        /// ISO date or empty.
        pub agreement_on: String,
        pub email: String,
        pub profile: PartnerProfileDto,
        pub is_active: bool,
    }
    /// A partner as stored.
    pub struct PartnerDto {
        pub id: i64,
        pub fields: PartnerFieldsDto,
        /// Why it may not be given anything today.
        pub refusal: Option<PartnerRefusalDto>,
        pub batches: u32,
        pub rev: i64,
    }
    /// All partners by name.
    pub struct PartnerList {
        pub partners: Vec<PartnerDto>,
    }
    /// A changed partner.
    pub struct PartnerUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: PartnerFieldsDto,
    }
    /// Plans a batch of these orders for a partner; stores nothing.
    pub struct BatchPlanQuery {
        pub partner_id: i64,
        pub order_ids: Vec<i64>,
        pub resend_of_id: Option<i64>,
    }
    /// A finding of the plan.
    pub struct BatchIssue {
        pub kind: BatchIssueKind,
        /// The batch cannot be run because of it.
        pub is_stopping: bool,
        pub order_id: i64,
        pub order_number: String,
        /// Line number from 1; none for the whole order.
        pub line: Option<u32>,
        pub frame_name: Option<String>,
    }
    /// Files and prints of one size.
    pub struct BatchSizeCount {
        pub size: String,
        pub files: u32,
        pub prints: u32,
    }
    /// What a batch would hold.
    pub struct BatchPlan {
        pub partner_id: i64,
        pub partner_name: String,
        pub refusal: Option<PartnerRefusalDto>,
        pub orders: u32,
        pub files: u32,
        pub prints: u32,
        /// Estimated from sizes of the sheets.
        pub estimated_bytes: u64,
        pub sizes: Vec<BatchSizeCount>,
        pub customers: u32,
        /// Names of the fields that will be handed over; texts `disclosed-field-<name>`.
        pub fields: Vec<String>,
        pub issues: Vec<BatchIssue>,
        /// False when a refusal or a stopping issue stands against it.
        pub can_run: bool,
    }
    /// Runs a plan into a folder that the user chose.
    pub struct BatchStart {
        pub partner_id: i64,
        pub order_ids: Vec<i64>,
        pub resend_of_id: Option<i64>,
        /// From `folder_choose`.
        pub folder: String,
    }
    /// A running hand-over.
    pub struct BatchStarted {
        pub task: i64,
        pub batch_id: i64,
    }
    /// A batch as listed and shown.
    pub struct BatchDto {
        pub id: i64,
        pub number: String,
        pub partner_id: i64,
        pub partner_name: String,
        pub state: BatchStateDto,
        pub resend_of_id: Option<i64>,
        pub resend_of_number: Option<String>,
        pub orders: Vec<Numbered>,
        pub folder: String,
        pub files: u32,
        pub prints: u32,
        pub bytes: u64,
        pub sha256: String,
        pub created_at: i64,
        pub handed_over_at: Option<i64>,
    }
    /// A page of batches, newest first.
    pub struct BatchQuery {
        pub after: Option<String>,
        pub limit: u32,
    }
    /// One batch by id.
    pub struct BatchRef {
        pub id: i64,
    }
    /// A row of the disclosure ledger.
    pub struct DisclosureDto {
        pub id: i64,
        pub at: i64,
        pub recipient: String,
        pub country: String,
        pub agreement_on: String,
        pub purpose: String,
        pub batch_id: Option<i64>,
        pub batch_number: Option<String>,
        pub fields: Vec<String>,
        pub files: u32,
        pub customers: u32,
        pub sha256: String,
    }
    /// One row of the ledger by id.
    pub struct DisclosureRef {
        pub id: i64,
    }
    /// A customer whose data was handed over.
    pub struct DisclosedCustomer {
        pub id: i64,
        pub name: String,
    }
    /// An image file that was handed over.
    pub struct DisclosedFile {
        /// The opaque name that it carries at the lab.
        pub stem: String,
        pub order_id: i64,
        pub order_number: String,
        /// Line of the order, from 1.
        pub line: u32,
        pub frame_name: Option<String>,
        pub size: String,
        pub quantity: u32,
    }
    /// A row of the ledger with everything that it concerns.
    pub struct DisclosureDetail {
        pub disclosure: DisclosureDto,
        pub customers: Vec<DisclosedCustomer>,
        pub orders: Vec<Numbered>,
        pub files: Vec<DisclosedFile>,
    }
    /// A page of the ledger, newest first; of one customer or of all.
    pub struct DisclosureQuery {
        pub customer_id: Option<i64>,
        pub after: Option<String>,
        pub limit: u32,
    }
}
