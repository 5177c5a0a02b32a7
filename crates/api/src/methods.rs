//! The method table: every call that the window can make, with request, answer and access.
//!
//! A topic has its handlers in `handlers/<topic>.rs`, one function of the method's name each.
//! One table makes the router, the TypeScript `Methods` type and the list that the contract tests walk.

use domain::staff::{Right, Role};
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::app::App;
use crate::dto::{
    Nothing, Page, choice::*, group_photo::*, job::*, matching::*, roster::*, school::*, session::*,
    staff::*, task::*,
};
use crate::dto::{app::*, customer::*, frame::*, history::*, import::*, order::*, partner::*, product::*};
use crate::error::ApiError;

/// When a method may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Always.
    Any,
    /// Only while the register is open, by somebody who has the right.
    Only(Right),
}

impl Access {
    /// Whether somebody in `role` may call it; everybody may when it is not about an open register.
    pub fn allows(self, role: Role) -> bool {
        match self {
            Self::Any => true,
            Self::Only(right) => role.may(right),
        }
    }
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
    (@access Any) => { Access::Any };
    (@access $right:ident) => { Access::Only(Right::$right) };
    ($(topic $topic:ident {
        $($name:ident ($request:ty) -> $response:ty [$access:ident];)+
    })+) => {
        /// Every method, in the table's order.
        pub const METHODS: &[Method] =
            &[$($(Method { name: stringify!($name), access: methods!(@access $access) }),+),+];

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
        input_note (Nothing) -> Nothing [Any];
        register_choose (RegisterChoose) -> AppState [Any];
        passphrase_rate (PassphraseRate) -> PassphraseStrength [Any];
        register_create (RegisterCreate) -> RecoverySheet [Any];
        recovery_sheet_save (Nothing) -> SavedFile [Any];
        register_create_confirm (RecoveryCodeEntry) -> AppState [Any];
        register_create_abandon (Nothing) -> AppState [Any];
        demonstration_open (Nothing) -> TaskStarted [Any];
        register_unlock (SignInEntry) -> AppState [Any];
        register_unlock_with_recovery (RecoveryCodeEntry) -> AppState [Any];
        register_unlock_with_keychain (KeychainSignIn) -> AppState [Any];
        alarm_accept (Nothing) -> AppState [ManageStudio];
        register_lock (Nothing) -> AppState [SignedIn];
        passphrase_change (PassphraseChange) -> Nothing [SignedIn];
        keychain_get (Nothing) -> KeychainState [SignedIn];
        keychain_enable (KeychainEnable) -> KeychainState [SignedIn];
        keychain_disable (Nothing) -> KeychainState [SignedIn];
        studio_check (StudioCheck) -> Nothing [Any];
        studio_get (Nothing) -> StudioDto [SignedIn];
        studio_update (StudioUpdate) -> StudioDto [ManageStudio];
        folder_choose (FolderChoose) -> ChosenFolder [SignedIn];
        second_copy_get (Nothing) -> SecondCopyDto [SignedIn];
        second_copy_set (SecondCopySet) -> SecondCopyDto [ManageStudio];
        second_copy_stop (Nothing) -> SecondCopyDto [ManageStudio];
        second_copy_start (Nothing) -> TaskStarted [ImportPhotos];
    }
    topic staff {
        staff_list (Nothing) -> StaffList [SeeStaff];
        staff_add (StaffFieldsDto) -> StaffMemberDto [ManageStaff];
        staff_update (StaffUpdate) -> StaffMemberDto [ManageStaff];
        staff_admit (StaffAdmit) -> StaffMemberDto [ManageStaff];
        staff_leave (StaffLeave) -> StaffMemberDto [ManageStaff];
        root_key_renew (Nothing) -> StaffList [ManageStaff];
        sign_in_by_name (StaffAdmit) -> AppState [ManageStaff];
        owner_check (OwnerFieldsDto) -> Nothing [Any];
    }
    topic task {
        task_list (Nothing) -> TaskList [Any];
        task_cancel (TaskRef) -> Nothing [Any];
        task_dismiss (TaskRef) -> Nothing [Any];
    }
    topic import {
        import_plan_start (ImportPlanStart) -> TaskStarted [ImportPhotos];
        import_plan_get (ImportPlanRef) -> ImportPlan [ImportPhotos];
        import_start (ImportStart) -> ImportsStarted [ImportPhotos];
        watch_look (WatchLook) -> WatchFolder [ImportPhotos];
        watch_start (WatchStart) -> ImportStarted [ImportPhotos];
        import_resume (ImportResume) -> ImportStarted [ImportPhotos];
        import_give_up (ImportRef) -> Nothing [ImportPhotos];
        import_get (ImportRef) -> ImportReport [SeePhotos];
        import_list (ImportQuery) -> ImportReports [SeePhotos];
    }
    topic session {
        session_list (SessionQuery) -> Page<SessionDto> [SeePhotos];
        session_get (SessionRef) -> SessionDto [SeePhotos];
        session_update (SessionUpdate) -> SessionDto [MarkPhotos];
        session_clocks (SessionRef) -> SessionClocks [SeePhotos];
        clock_correct (ClockCorrect) -> ClockCorrected [MarkPhotos];
    }
    topic frame {
        frame_index (FrameIndexQuery) -> FrameIndex [SeePhotos];
        frame_cells (FrameCellsQuery) -> FrameCells [SeePhotos];
        frame_get (FrameRef) -> FrameFacts [SeePhotos];
        frame_mark (FrameMark) -> FrameMarksList [MarkPhotos];
        frame_head_set (FrameHeadSet) -> FrameMarksList [MarkPhotos];
        frame_marks_restore (FrameMarksList) -> Nothing [MarkPhotos];
    }
    topic customer {
        customer_search (CustomerQuery) -> Page<CustomerRow> [SeeCustomers];
        customer_get (CustomerRef) -> CustomerDto [SeeCustomers];
        customer_create (CustomerCreate) -> CustomerDto [ChangeCustomers];
        customer_update (CustomerUpdate) -> CustomerDto [ChangeCustomers];
        consent_record (ConsentRecord) -> CustomerDto [ChangeCustomers];
        customer_open (CustomerRef) -> CustomerDto [SeeProtected];
        customer_protect (CustomerProtect) -> CustomerDto [ChangeCustomers];
    }
    topic school {
        school_list (Nothing) -> SchoolList [SeeSubjects];
        school_get (SchoolRef) -> SchoolDto [SeeSubjects];
        school_create (SchoolFieldsDto) -> SchoolDto [ChangeSubjects];
        school_update (SchoolUpdate) -> SchoolDto [ChangeSubjects];
        class_list (ClassesQuery) -> Classes [SeeSubjects];
        protected_list (ClassesQuery) -> ProtectedList [SeeProtected];
    }
    topic subject {
        subject_get (SubjectRef) -> SubjectDto [SeeCustomers];
        subject_open (SubjectRef) -> SubjectDto [SeeProtected];
        subject_create (SubjectCreate) -> SubjectDto [ChangeSubjects];
        subject_update (SubjectUpdate) -> SubjectDto [ChangeSubjects];
        subject_move (SubjectMove) -> SubjectDto [ChangeSubjects];
        subject_protect (SubjectProtect) -> SubjectDto [ChangeSubjects];
        guardian_add (GuardianRef) -> SubjectDto [ChangeSubjects];
        guardian_remove (GuardianRef) -> SubjectDto [ChangeSubjects];
    }
    topic roster {
        roster_choose (Nothing) -> RosterChosen [ChangeSubjects];
        roster_preview (RosterRead) -> RosterPreview [ChangeSubjects];
        roster_import (RosterRead) -> RosterImportDto [ChangeSubjects];
        roster_list (SchoolRef) -> RosterImports [ChangeSubjects];
        roster_undo (RosterImportRef) -> RosterImportDto [ChangeSubjects];
    }
    topic job {
        job_list (SchoolRef) -> JobList [SeeSubjects];
        job_create (JobCreate) -> JobDto [ManageJobs];
        job_update (JobUpdate) -> JobDto [ManageJobs];
        job_recent (Nothing) -> JobList [SeeSubjects];
        camera_cards_save (CameraCardsSave) -> CameraCardsStarted [MakeCards];
    }
    topic matching {
        matching_get (JobRef) -> MatchingDto [SeeSubjects];
        matching_edit (MatchingEditEntry) -> MatchingDto [MatchPhotos];
        matching_undo (MatchingUndo) -> MatchingDto [MatchPhotos];
        codes_read_start (JobRef) -> TaskStarted [MatchPhotos];
    }
    topic choice {
        choices_get (JobRef) -> ChoicesDto [SeeSubjects];
        choice_set (ChoiceEntry) -> ChoicesDto [MarkPhotos];
        missing_list_save (MissingListSave) -> MissingListStarted [MakeCards];
    }
    topic group_photo {
        group_photos_get (JobRef) -> GroupPhotosDto [SeeSubjects];
        group_photo_name (GroupPhotoEntry) -> GroupPhotosDto [MarkPhotos];
        group_legend_save (GroupLegendSave) -> GroupLegendStarted [MakeCards];
    }
    topic product {
        product_list (Nothing) -> ProductList [SeeOrders];
        product_create (ProductFieldsDto) -> ProductDto [ManageProducts];
        product_update (ProductUpdate) -> ProductDto [ManageProducts];
    }
    topic order {
        order_search (OrderQuery) -> Page<OrderRow> [SeeOrders];
        order_get (OrderRef) -> OrderDto [SeeOrders];
        order_totals (OrderTotalsQuery) -> OrderTotals [TakeOrders];
        order_save (OrderSave) -> OrderDto [TakeOrders];
        order_confirm (OrderStep) -> OrderDto [TakeOrders];
        order_send (OrderStep) -> OrderDto [AdvanceOrders];
        order_deliver (OrderStep) -> OrderDto [AdvanceOrders];
        order_cancel (OrderStep) -> OrderDto [TakeOrders];
    }
    topic partner {
        partner_list (Nothing) -> PartnerList [SeeHandOvers];
        partner_create (PartnerFieldsDto) -> PartnerDto [ManagePartners];
        partner_update (PartnerUpdate) -> PartnerDto [ManagePartners];
    }
    topic batch {
        batch_plan (BatchPlanQuery) -> BatchPlan [HandOver];
        batch_start (BatchStart) -> BatchStarted [HandOver];
        batch_list (BatchQuery) -> Page<BatchDto> [SeeHandOvers];
        batch_get (BatchRef) -> BatchDto [SeeHandOvers];
        disclosure_list (DisclosureQuery) -> Page<DisclosureDto> [SeeDisclosures];
        disclosure_get (DisclosureRef) -> DisclosureDetail [SeeDisclosures];
    }
    topic history {
        audit_list (AuditQuery) -> Page<AuditEntryDto> [SeeHistory];
        trail_state (Nothing) -> TrailStateDto [SeeHistory];
        trail_verify (Nothing) -> TaskStarted [SeeHistory];
        trail_export (TrailExport) -> TrailExportStarted [SeeHistory];
        checkpoint_sheet_save (Nothing) -> SavedFile [SeeHistory];
        clock_confirm (Nothing) -> TrailStateDto [SeeHistory];
    }
}
