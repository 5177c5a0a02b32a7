//! The method table: every call that the window can make, with request, answer and access.
//!
//! A topic has its handlers in `handlers/<topic>.rs`, one function of the method's name each.
//! One table makes the router, the TypeScript `Methods` type and the list that the contract tests walk.

use serde_json::Value;
use ts_rs::{Config, TS};

use crate::app::App;
use crate::dto::{Nothing, Page, session::*, task::*};
use crate::dto::{app::*, customer::*, frame::*, history::*, import::*, order::*, partner::*, product::*};
use crate::error::ApiError;

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
    ($(topic $topic:ident {
        $($name:ident ($request:ty) -> $response:ty [$access:ident];)+
    })+) => {
        /// Every method, in the table's order.
        pub const METHODS: &[Method] =
            &[$($(Method { name: stringify!($name), access: Access::$access }),+),+];

        /// The TypeScript interface `Methods`.
        pub fn typescript_methods(config: &Config) -> String {
            let mut text = String::from("export interface Methods {\n");
            $($(text.push_str(&format!(
                "  {}: {{ request: {}; response: {} }};\n",
                stringify!($name), <$request as TS>::name(config), <$response as TS>::name(config)
            ));)+)+
            text.push_str("}\n");
            text
        }

        /// Shows every request and response type to a collector.
        pub fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $($(visitor.visit::<$request>(); visitor.visit::<$response>();
              <$request as TS>::visit_dependencies(visitor); <$response as TS>::visit_dependencies(visitor);
              <$response as TS>::visit_generics(visitor);)+)+
        }

        /// Runs a method of the table; none for a name that is not in it.
        pub(crate) fn route(app: &App, name: &str, body: Value) -> Option<Result<Value, ApiError>> {
            match name {
                $($(stringify!($name) => {
                    Some(crate::dispatch::run::<$request, _>(app, body, crate::handlers::$topic::$name))
                })+)+
                _ => None,
            }
        }
    };
}

methods! {
    topic app {
        app_state (Nothing) -> AppState [Any];
        program_end (Nothing) -> Nothing [Any];
        settings_set (Settings) -> AppState [Any];
        preference_list (Nothing) -> Preferences [Any];
        preference_set (PreferenceSet) -> Nothing [Any];
        unsaved_note (UnsavedNote) -> Nothing [Any];
        register_choose (RegisterChoose) -> AppState [Any];
        passphrase_rate (PassphraseRate) -> PassphraseStrength [Any];
        register_create (RegisterCreate) -> RecoverySheet [Any];
        recovery_sheet_save (Nothing) -> SavedFile [Any];
        register_create_confirm (RecoveryCodeEntry) -> AppState [Any];
        register_create_abandon (Nothing) -> AppState [Any];
        demonstration_open (Nothing) -> TaskStarted [Any];
        register_unlock (PassphraseEntry) -> AppState [Any];
        register_unlock_with_recovery (RecoveryUnlock) -> AppState [Any];
        register_lock (Nothing) -> AppState [Open];
        passphrase_change (PassphraseChange) -> Nothing [Open];
        studio_check (StudioCheck) -> Nothing [Any];
        studio_get (Nothing) -> StudioDto [Open];
        studio_update (StudioUpdate) -> StudioDto [Open];
        folder_choose (FolderChoose) -> ChosenFolder [Open];
    }
    topic task {
        task_list (Nothing) -> TaskList [Any];
        task_cancel (TaskRef) -> Nothing [Any];
        task_dismiss (TaskRef) -> Nothing [Any];
    }
    topic import {
        import_plan_start (ImportPlanStart) -> TaskStarted [Open];
        import_plan_get (ImportPlanRef) -> ImportPlan [Open];
        import_start (ImportStart) -> ImportStarted [Open];
        import_resume (ImportResume) -> ImportStarted [Open];
        import_give_up (ImportRef) -> Nothing [Open];
        import_get (ImportRef) -> ImportReport [Open];
        import_list (ImportQuery) -> ImportReports [Open];
    }
    topic session {
        session_list (SessionQuery) -> Page<SessionDto> [Open];
        session_get (SessionRef) -> SessionDto [Open];
        session_update (SessionUpdate) -> SessionDto [Open];
    }
    topic frame {
        frame_index (FrameIndexQuery) -> FrameIndex [Open];
        frame_cells (FrameCellsQuery) -> FrameCells [Open];
        frame_get (FrameRef) -> FrameFacts [Open];
        frame_mark (FrameMark) -> FrameMarksList [Open];
        frame_marks_restore (FrameMarksList) -> Nothing [Open];
    }
    topic customer {
        customer_search (CustomerQuery) -> Page<CustomerRow> [Open];
        customer_get (CustomerRef) -> CustomerDto [Open];
        customer_create (CustomerCreate) -> CustomerDto [Open];
        customer_update (CustomerUpdate) -> CustomerDto [Open];
        consent_record (ConsentRecord) -> CustomerDto [Open];
    }
    topic product {
        product_list (Nothing) -> ProductList [Open];
        product_create (ProductFieldsDto) -> ProductDto [Open];
        product_update (ProductUpdate) -> ProductDto [Open];
    }
    topic order {
        order_search (OrderQuery) -> Page<OrderRow> [Open];
        order_get (OrderRef) -> OrderDto [Open];
        order_totals (OrderTotalsQuery) -> OrderTotals [Open];
        order_save (OrderSave) -> OrderDto [Open];
        order_confirm (OrderStep) -> OrderDto [Open];
        order_send (OrderStep) -> OrderDto [Open];
        order_deliver (OrderStep) -> OrderDto [Open];
        order_cancel (OrderStep) -> OrderDto [Open];
    }
    topic partner {
        partner_list (Nothing) -> PartnerList [Open];
        partner_create (PartnerFieldsDto) -> PartnerDto [Open];
        partner_update (PartnerUpdate) -> PartnerDto [Open];
    }
    topic batch {
        batch_plan (BatchPlanQuery) -> BatchPlan [Open];
        batch_start (BatchStart) -> BatchStarted [Open];
        batch_list (BatchQuery) -> Page<BatchDto> [Open];
        batch_get (BatchRef) -> BatchDto [Open];
        disclosure_list (DisclosureQuery) -> Page<DisclosureDto> [Open];
        disclosure_get (DisclosureRef) -> DisclosureDetail [Open];
    }
    topic history {
        audit_list (AuditQuery) -> Page<AuditEntryDto> [Open];
    }
}
