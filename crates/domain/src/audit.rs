//! What the audit trail can say: one entry of the enum per thing that a person does.
//!
//! Entries carry ids, verbs and *names* of fields, never values, so that the trail can outlive the person.

use crate::change::Entity;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident => $code:literal, $entity:ident;)+) => {
        /// A thing done in the register that leaves an audit entry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)+
        }

        impl Action {
            /// Every action; the window's history filter lists them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Stable code as stored; its texts are `action-<code>` with hyphens for underscores.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The kind of record that it is about.
            pub const fn entity(self) -> Entity {
                match self { $(Self::$name => Entity::$entity,)+ }
            }

            /// The action of a stored code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

actions! {
    /// The register was made.
    RegisterCreated => "register_created", Studio;
    /// Somebody opened the register with their passphrase or the recovery code.
    RegisterUnlocked => "register_unlocked", Studio;
    /// Wrong passphrases or recovery codes were tried while it was locked.
    SignInFailed => "sign_in_failed", StaffMember;
    /// The register was locked.
    RegisterLocked => "register_locked", Studio;
    /// A register that was not what its anchor remembers was accepted as it is.
    AlarmAccepted => "alarm_accepted", Studio;
    /// A log that had appeared beside a closed database was set aside.
    ForeignLogSetAside => "foreign_log_set_aside", Studio;
    /// The studio's details were changed.
    StudioUpdated => "studio_updated", Studio;
    /// It was decided on which other disk photographs are kept too, or that they are not.
    SecondCopyChanged => "second_copy_changed", Studio;
    /// Sealed files were copied to the other disk.
    FilesCopied => "files_copied", Studio;
    /// A sealed file that was lost or broken was fetched back from the other disk.
    FileFetchedBack => "file_fetched_back", Studio;
    /// Somebody was added to the staff.
    StaffAdded => "staff_added", StaffMember;
    /// Name, role or agreement of a member of staff were changed.
    StaffUpdated => "staff_updated", StaffMember;
    /// A member of staff may sign in from now on.
    StaffAdmitted => "staff_admitted", StaffMember;
    /// A member of staff left: their passphrase opens nothing any more.
    StaffLeft => "staff_left", StaffMember;
    /// The register got another root key.
    RootKeyRenewed => "root_key_renewed", Studio;
    /// A passphrase was set or changed.
    PassphraseChanged => "passphrase_changed", StaffMember;
    /// Somebody may unlock on one computer without a passphrase from now on.
    KeychainTurnedOn => "keychain_turned_on", StaffMember;
    /// Somebody needs their passphrase on that computer again.
    KeychainTurnedOff => "keychain_turned_off", StaffMember;
    /// A customer was added.
    CustomerCreated => "customer_created", Customer;
    /// A customer's details were changed.
    CustomerUpdated => "customer_updated", Customer;
    /// A permission was given or withdrawn.
    ConsentRecorded => "consent_recorded", Customer;
    /// What an order of protection withholds of a customer was opened.
    CustomerOpened => "customer_opened", Customer;
    /// An order of protection of a customer was noted, or ended.
    CustomerProtectionChanged => "customer_protection_changed", Customer;
    /// A school was added.
    SchoolCreated => "school_created", School;
    /// A school was changed.
    SchoolUpdated => "school_updated", School;
    /// A class list was imported.
    RosterImported => "roster_imported", School;
    /// The import of a class list was taken back.
    RosterUndone => "roster_undone", School;
    /// Somebody who is photographed was added by hand.
    SubjectCreated => "subject_created", Subject;
    /// Somebody's details were changed.
    SubjectUpdated => "subject_updated", Subject;
    /// Somebody came into another class.
    SubjectMoved => "subject_moved", Subject;
    /// Somebody became a guardian, or is one no more.
    GuardianChanged => "guardian_changed", Subject;
    /// What an order of protection withholds of a subject was opened.
    SubjectOpened => "subject_opened", Subject;
    /// An order of protection of a subject was noted, or ended.
    SubjectProtectionChanged => "subject_protection_changed", Subject;
    /// A job was booked.
    JobCreated => "job_created", Job;
    /// A job was changed.
    JobUpdated => "job_updated", Job;
    /// Subjects and classes were given codes for camera cards.
    CameraCardsGiven => "camera_cards_given", Job;
    /// Camera cards were written to a file.
    CameraCardsSaved => "camera_cards_saved", Job;
    /// Staff put something right in whose a job's frames are.
    MatchingEdited => "matching_edited", Job;
    /// The newest of that was taken back.
    MatchingUndone => "matching_undone", Job;
    /// It was chosen which picture stands for somebody.
    ImageChosen => "image_chosen", Subject;
    /// It was said who stands where in a photo of a group.
    GroupPhotoNamed => "group_photo_named", Frame;
    /// Legends of group photos were written to a file.
    GroupLegendSaved => "group_legend_saved", Job;
    /// A list of who is to be photographed again was written to a file.
    MissingListSaved => "missing_list_saved", Job;
    /// Codes of camera cards were looked for in stored frames.
    CodesRead => "codes_read", Job;
    /// A session was made.
    SessionCreated => "session_created", Session;
    /// A session's details were changed.
    SessionUpdated => "session_updated", Session;
    /// The clock of a camera was corrected for a session, or no longer is.
    ClockCorrected => "clock_corrected", Session;
    /// An import began.
    ImportStarted => "import_started", Session;
    /// Frames were stored by an import.
    FramesImported => "frames_imported", Session;
    /// Sidecars were stored beside frames by an import.
    SidecarsImported => "sidecars_imported", Session;
    /// An import ended, whole or in part.
    ImportEnded => "import_ended", Session;
    /// A stopped import is not to be resumed.
    ImportGivenUp => "import_given_up", Session;
    /// Frames were rated, rejected or unmarked.
    FramesMarked => "frames_marked", Frame;
    /// A product was added.
    ProductCreated => "product_created", Product;
    /// A product was changed.
    ProductUpdated => "product_updated", Product;
    /// An order was begun.
    OrderCreated => "order_created", Order;
    /// A draft order was changed.
    OrderUpdated => "order_updated", Order;
    /// An order was confirmed and got its number's final content.
    OrderConfirmed => "order_confirmed", Order;
    /// An order went to production or the customer.
    OrderSent => "order_sent", Order;
    /// An order reached its customer.
    OrderDelivered => "order_delivered", Order;
    /// An order was cancelled.
    OrderCancelled => "order_cancelled", Order;
    /// A print partner was added.
    PrintPartnerCreated => "print_partner_created", PrintPartner;
    /// A print partner was changed.
    PrintPartnerUpdated => "print_partner_updated", PrintPartner;
    /// A batch was begun: its prints are being written.
    PrintBatchStarted => "print_batch_started", PrintBatch;
    /// Its folder is complete and has its checksums; the final name comes next.
    PrintBatchWritten => "print_batch_written", PrintBatch;
    /// A batch was handed over and is in the disclosure ledger.
    PrintBatchHandedOver => "print_batch_handed_over", PrintBatch;
    /// A batch could not be completed.
    PrintBatchFailed => "print_batch_failed", PrintBatch;
    /// The recovery sheet was written to a file.
    RecoverySheetSaved => "recovery_sheet_saved", Studio;
    /// What the trail was, was signed; the entry before this one is the last that is covered.
    CheckpointSigned => "checkpoint_signed", AuditEntry;
    /// A new key signs from now on.
    CheckpointKeyRenewed => "checkpoint_key_renewed", AuditEntry;
    /// A checkpoint sheet was written to a file.
    CheckpointSheetSaved => "checkpoint_sheet_saved", AuditEntry;
    /// The whole trail was checked.
    TrailVerified => "trail_verified", AuditEntry;
    /// The trail, or part of it, was written to a file.
    TrailExported => "trail_exported", AuditEntry;
    /// The clock did not tell a time that can have come next.
    ClockJumped => "clock_jumped", AuditEntry;
    /// Somebody looked at the clock and found it right.
    ClockConfirmed => "clock_confirmed", AuditEntry;
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn codes_are_unique_and_lead_back() {
        for action in Action::ALL {
            assert_eq!(
                Action::from_code(action.code()),
                Some(*action),
                "two actions share {}",
                action.code()
            );
        }
    }
}
