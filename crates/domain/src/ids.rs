//! Typed row ids: swapping two of them does not compile.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl $name {
            /// The row's number as stored.
            pub const fn get(self) -> i64 {
                self.0
            }
        }
    )+};
}

ids! {
    /// Somebody who works with the register.
    StaffMemberId,
    /// A customer: who orders and pays.
    CustomerId,
    /// One recorded permission with its proof.
    ConsentId,
    /// A client place: school, day-care centre, club.
    SchoolId,
    /// A class within a school year.
    SubjectGroupId,
    /// Somebody who is photographed.
    SubjectId,
    /// A booked assignment at a school.
    JobId,
    /// One reading of a class list.
    RosterImportId,
    /// A photographing session: what is imported together.
    SessionId,
    /// One run of an import into a session.
    ImportId,
    /// One captured image with its files.
    FrameId,
    /// One sealed file of a frame.
    PhotoFileId,
    /// What another program wrote beside a frame's files.
    SidecarId,
    /// A camera body that took frames.
    CameraId,
    /// A sellable product.
    ProductId,
    /// A customer's order.
    OrderId,
    /// A line of an order.
    OrderLineId,
    /// An external print lab.
    PrintPartnerId,
    /// What is handed to a print partner at once.
    PrintBatchId,
    /// Personal data handed to a named recipient.
    DisclosureId,
    /// One row of the audit trail.
    AuditEntryId,
    /// A recorded run of background work.
    TaskRunId,
}
