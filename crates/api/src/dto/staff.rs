//! Those who work with the register, and what their roles allow.

use super::{wire, wire_enum};

wire_enum! {
    /// What somebody does in the studio; texts `role-<code>`.
    pub enum RoleDto { Owner, DataProtectionContact, OrderDesk, Production, Photographer, Viewer }
    /// How an account stands; texts `staff-status-<code>`.
    pub enum StaffStatusDto { Waiting, Active, Left }
    /// Something that a role may or may not do: the window shows what it may not as absent or disabled.
    pub enum RightDto {
        SignedIn, SeePhotos, MarkPhotos, MatchPhotos, ImportPhotos, SeeSubjects, ChangeSubjects, ManageJobs, MakeCards, SeeProtected,
        SeeCustomers, ChangeCustomers, SeeOrders, TakeOrders,
        AdvanceOrders, ManageProducts, SeeHandOvers, HandOver, ManagePartners, SeeDisclosures, SeeHistory, SeeStaff,
        ManageStaff, ManageStudio,
    }
}

wire! {
    /// What is entered about a member of staff.
    pub struct StaffFieldsDto {
        pub name: String,
        pub role: RoleDto,
        /// ISO date of the signed confidentiality agreement, or empty.
        pub agreed_on: String,
    }
    /// A member of staff as stored.
    pub struct StaffMemberDto {
        pub id: i64,
        pub fields: StaffFieldsDto,
        pub status: StaffStatusDto,
        /// ISO date or empty.
        pub left_on: String,
        /// Whether their passphrase opens on this computer.
        pub has_passphrase_here: bool,
        /// Whether it is whoever is signed in.
        pub is_oneself: bool,
        pub rev: i64,
    }
    /// Everybody, also those who left; by name.
    pub struct StaffList {
        pub members: Vec<StaffMemberDto>,
        pub root_key: RootKeyDto,
    }
    /// How the register's key stands.
    pub struct RootKeyDto {
        /// When it was last made anew, Unix ms; none for the one that the register was made with.
        pub renewed_at: Option<i64>,
        /// Since when somebody who has left knows it, Unix ms.
        pub due_since: Option<i64>,
    }
    /// A changed entry.
    pub struct StaffUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: StaffFieldsDto,
    }
    /// A passphrase as the person typed it.
    pub struct StaffAdmit {
        pub id: i64,
        pub passphrase: String,
    }
    /// Somebody who leaves.
    pub struct StaffLeave {
        pub id: i64,
        pub rev: i64,
    }
    /// Whoever makes the register.
    pub struct OwnerFieldsDto {
        pub name: String,
        /// ISO date of the signed confidentiality agreement.
        pub agreed_on: String,
    }
    /// Somebody whose passphrase opens on this computer.
    pub struct SignInDto {
        /// None for the passphrase from before the register knew its staff.
        pub staff_id: Option<i64>,
        pub name: Option<String>,
        /// Whether the computer's keychain can open for them, without a passphrase.
        pub has_keychain: bool,
    }
    /// A passphrase as typed to unlock.
    pub struct SignInEntry {
        pub staff_id: Option<i64>,
        pub passphrase: String,
    }
    /// Somebody for whom the computer's keychain is to open.
    pub struct KeychainSignIn {
        pub staff_id: i64,
    }
    /// The own passphrase, to turn on unlocking without it.
    pub struct KeychainEnable {
        pub passphrase: String,
    }
    /// Whether whoever is signed in can unlock on this computer without a passphrase.
    pub struct KeychainState {
        pub is_enabled: bool,
    }
    /// Who has the register open.
    pub struct SignerDto {
        /// None for the recovery code, and the passphrase from before the register knew its staff.
        pub staff_id: Option<i64>,
        pub name: Option<String>,
        pub role: RoleDto,
        pub rights: Vec<RightDto>,
    }
}
