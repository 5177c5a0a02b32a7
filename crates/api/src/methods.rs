//! The method table: every call that the window can make, with request, answer and access.
//!
//! One table makes the router, the TypeScript `Methods` type and the list that the contract tests walk.

use ts_rs::{Config, TS};

use crate::dto::{app::*, customer::*, frame::*, history::*, import::*, order::*, partner::*, product::*};
use crate::dto::{Nothing, Page, session::*, task::*};

/// When a method may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Always.
    Any,
    /// Only while the register is open.
    Open,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Method {
    /// Wire name, `noun_verb`.
    pub name: &'static str,
    /// When it may be called.
    pub access: Access,
}

macro_rules! methods {
    ($($name:ident ($request:ty) -> $response:ty [$access:ident] $handler:ident;)+) => {
        /// Every method, in the table's order.
        pub const METHODS: &[Method] =
            &[$(Method { name: stringify!($name), access: Access::$access }),+];

        /// The TypeScript interface `Methods`.
        pub fn typescript_methods(config: &Config) -> String {
            let mut text = String::from("export interface Methods {\n");
            $(text.push_str(&format!(
                "  {}: {{ request: {}; response: {} }};\n",
                stringify!($name), <$request as TS>::name(config), <$response as TS>::name(config)
            ));)+
            text.push_str("}\n");
            text
        }

        /// Shows every request and response type to a collector.
        pub fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<$request>(); visitor.visit::<$response>();
              <$request as TS>::visit_dependencies(visitor); <$response as TS>::visit_dependencies(visitor);
              <$response as TS>::visit_generics(visitor);)+
        }
    };
}

methods! {
    app_state (Nothing) -> AppState [Any] app;
    settings_set (Settings) -> AppState [Any] app;
    register_choose (RegisterChoose) -> AppState [Any] app;
    passphrase_rate (PassphraseRate) -> PassphraseStrength [Any] app;
    register_create (RegisterCreate) -> RecoverySheet [Any] app;
    recovery_sheet_save (Nothing) -> SavedFile [Any] app;
    register_create_confirm (RecoveryCodeEntry) -> AppState [Any] app;
    register_create_abandon (Nothing) -> AppState [Any] app;
    demonstration_open (Nothing) -> TaskStarted [Any] app;
    register_unlock (PassphraseEntry) -> AppState [Any] app;
    register_unlock_with_recovery (RecoveryCodeEntry) -> AppState [Any] app;
    register_lock (Nothing) -> AppState [Open] app;
    passphrase_change (PassphraseChange) -> Nothing [Open] app;
    studio_get (Nothing) -> StudioDto [Open] app;
    studio_update (StudioUpdate) -> StudioDto [Open] app;
    folder_choose (FolderChoose) -> ChosenFolder [Open] app;

    task_list (Nothing) -> TaskList [Any] task;
    task_cancel (TaskRef) -> Nothing [Any] task;
    task_dismiss (TaskRef) -> Nothing [Any] task;

    import_plan_start (ImportPlanStart) -> TaskStarted [Open] import;
    import_plan_get (ImportPlanRef) -> ImportPlan [Open] import;
    import_start (ImportStart) -> ImportStarted [Open] import;
    import_resume (ImportRef) -> ImportStarted [Open] import;
    import_get (ImportRef) -> ImportReport [Open] import;
    import_list (ImportQuery) -> ImportReports [Open] import;

    session_list (SessionQuery) -> Page<SessionDto> [Open] session;
    session_get (SessionRef) -> SessionDto [Open] session;
    session_update (SessionUpdate) -> SessionDto [Open] session;

    frame_index (FrameIndexQuery) -> FrameIndex [Open] frame;
    frame_cells (FrameCellsQuery) -> FrameCells [Open] frame;
    frame_get (FrameRef) -> FrameFacts [Open] frame;
    frame_mark (FrameMark) -> FrameMarksList [Open] frame;
    frame_marks_restore (FrameMarksList) -> Nothing [Open] frame;

    customer_search (CustomerQuery) -> Page<CustomerRow> [Open] customer;
    customer_get (CustomerRef) -> CustomerDto [Open] customer;
    customer_create (CustomerCreate) -> CustomerDto [Open] customer;
    customer_update (CustomerUpdate) -> CustomerDto [Open] customer;
    consent_record (ConsentRecord) -> CustomerDto [Open] customer;

    product_list (Nothing) -> ProductList [Open] product;
    product_create (ProductFieldsDto) -> ProductDto [Open] product;
    product_update (ProductUpdate) -> ProductDto [Open] product;

    order_search (OrderQuery) -> Page<OrderRow> [Open] order;
    order_get (OrderRef) -> OrderDto [Open] order;
    order_totals (OrderTotalsQuery) -> OrderTotals [Open] order;
    order_save (OrderSave) -> OrderDto [Open] order;
    order_confirm (OrderStep) -> OrderDto [Open] order;
    order_send (OrderStep) -> OrderDto [Open] order;
    order_deliver (OrderStep) -> OrderDto [Open] order;
    order_cancel (OrderStep) -> OrderDto [Open] order;

    partner_list (Nothing) -> PartnerList [Open] partner;
    partner_create (PartnerFieldsDto) -> PartnerDto [Open] partner;
    partner_update (PartnerUpdate) -> PartnerDto [Open] partner;

    batch_plan (BatchPlanQuery) -> BatchPlan [Open] batch;
    batch_start (BatchStart) -> BatchStarted [Open] batch;
    batch_list (BatchQuery) -> Page<BatchDto> [Open] batch;
    batch_get (BatchRef) -> BatchDto [Open] batch;
    disclosure_list (DisclosureQuery) -> Page<DisclosureDto> [Open] batch;

    audit_list (AuditQuery) -> Page<AuditEntryDto> [Open] history;
}
