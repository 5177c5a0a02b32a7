//! Schools, their classes, and those who are photographed.

use super::customer::FieldSourceDto;
use super::{LanguageDto, wire, wire_enum};

wire_enum! {
    /// What kind of place it is; texts `school-kind-<code>`.
    pub enum SchoolKindDto { School, DayCare, Club }
    /// Whether something is permitted; texts `permission-<code>`.
    pub enum PermissionDto { Unknown, Given, Refused }
}

wire! {
    /// Somebody at a school whom the studio talks to.
    pub struct ContactPersonDto {
        pub name: String,
        pub duty: String,
        pub email: String,
        pub phone: String,
    }
    /// What staff enter about a school; empty text means "not known".
    pub struct SchoolFieldsDto {
        pub name: String,
        pub kind: SchoolKindDto,
        pub street: String,
        pub postal_code: String,
        pub town: String,
        pub language: LanguageDto,
        /// ISO date or empty.
        pub agreement_on: String,
        pub agreement: String,
        pub note: String,
        pub contacts: Vec<ContactPersonDto>,
    }
    /// A school as stored.
    pub struct SchoolDto {
        pub id: i64,
        pub fields: SchoolFieldsDto,
        /// School years of which there are classes, newest first, by the calendar year in which each begins.
        pub years: Vec<i16>,
        pub rev: i64,
    }
    /// A school as listed.
    pub struct SchoolRow {
        pub id: i64,
        pub name: String,
        pub kind: SchoolKindDto,
        pub town: String,
        /// The first contact person's name, or empty.
        pub contact: String,
        pub newest_year: Option<i16>,
        /// On the lists of that year.
        pub subjects: u32,
        /// ISO date of the latest job.
        pub latest_job_on: Option<String>,
    }
    /// Every school, by name.
    pub struct SchoolList {
        pub schools: Vec<SchoolRow>,
        /// The school year of today.
        pub this_year: i16,
    }
    /// One school by id.
    pub struct SchoolRef {
        pub id: i64,
    }
    /// A changed school; refused as `school_stale` when `rev` is not the stored one.
    pub struct SchoolUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: SchoolFieldsDto,
    }
    /// The classes of a school in a year.
    pub struct ClassesQuery {
        pub school_id: i64,
        pub school_year: i16,
    }
    /// A class.
    pub struct SubjectGroupDto {
        pub id: i64,
        pub name: String,
        pub teacher: String,
        /// On its list, protected ones left out.
        pub subjects: u32,
    }
    /// Somebody as listed; contact data is on their card.
    pub struct SubjectRow {
        pub id: i64,
        pub last_name: String,
        pub first_name: String,
        pub call_name: String,
        pub group_id: i64,
        /// Place in the class list.
        pub position: u32,
        /// ISO date on which a newer list no longer named them, or empty.
        pub left_on: String,
        pub photo_permission: PermissionDto,
        pub publication_permission: PermissionDto,
        pub guardians: u32,
    }
    /// Classes in the order of their names, and everybody on their lists; those who are protected are only counted.
    pub struct Classes {
        pub groups: Vec<SubjectGroupDto>,
        pub subjects: Vec<SubjectRow>,
        pub withheld: u32,
    }
    /// Somebody who is protected, as listed for who may see them.
    pub struct ProtectedRow {
        pub id: i64,
        pub last_name: String,
        pub first_name: String,
        /// ISO date or empty.
        pub review_on: String,
    }
    /// Those of a school year who are protected, by name and without their class.
    pub struct ProtectedList {
        pub subjects: Vec<ProtectedRow>,
    }
    /// What is known of somebody who is photographed.
    pub struct SubjectFieldsDto {
        pub last_name: String,
        pub first_name: String,
        pub call_name: String,
        pub source_id: String,
        /// ISO date or empty.
        pub born_on: String,
        pub street: String,
        pub postal_code: String,
        pub town: String,
        pub phone: String,
        pub email: String,
        pub language: LanguageDto,
        pub photo_permission: PermissionDto,
        pub publication_permission: PermissionDto,
    }
    /// An order of protection.
    pub struct ProtectionDto {
        pub at: i64,
        /// Who noted it; none for a class list or the recovery code.
        pub staff_name: Option<String>,
        /// ISO date or empty.
        pub review_on: String,
    }
    /// Somebody's class in a year.
    pub struct MembershipDto {
        pub school_year: i16,
        pub group_id: i64,
        pub group: String,
        /// ISO date or empty.
        pub left_on: String,
    }
    /// A guardian as listed on a subject's card.
    pub struct GuardianDto {
        pub customer_id: i64,
        /// Family name first.
        pub name: String,
        pub phone: String,
        pub email: String,
        pub street: String,
        pub postal_code: String,
        pub town: String,
        pub language: LanguageDto,
        pub orders: u32,
        /// Contact data is withheld: the guardian is protected and has not been opened.
        pub is_withheld: bool,
    }
    /// Where a field comes from.
    pub struct FieldProvenanceDto {
        /// Name of the field as on the wire.
        pub field: String,
        pub source: FieldSourceDto,
        pub at: i64,
        pub staff_name: Option<String>,
    }
    /// Somebody's card.
    pub struct SubjectDto {
        pub id: i64,
        pub school_id: i64,
        pub school: String,
        /// Of somebody protected who has not been opened: the names alone.
        pub fields: SubjectFieldsDto,
        pub memberships: Vec<MembershipDto>,
        pub guardians: Vec<GuardianDto>,
        pub provenance: Vec<FieldProvenanceDto>,
        pub protection: Option<ProtectionDto>,
        /// School, class, contact data and guardians are withheld: they are protected and have not been opened.
        pub is_withheld: bool,
        pub updated_at: i64,
        pub rev: i64,
    }
    /// One subject by id.
    pub struct SubjectRef {
        pub id: i64,
    }
    /// Somebody who was not on a class list. A class of that name is made where there is none.
    pub struct SubjectCreate {
        pub school_id: i64,
        pub school_year: i16,
        pub group: String,
        pub fields: SubjectFieldsDto,
        pub source: FieldSourceDto,
    }
    /// Changed details; `source` is of the fields that changed.
    pub struct SubjectUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: SubjectFieldsDto,
        pub source: FieldSourceDto,
    }
    /// Another class in a school year.
    pub struct SubjectMove {
        pub id: i64,
        pub school_year: i16,
        pub group: String,
    }
    /// Notes an order of protection, or that it ended.
    pub struct SubjectProtect {
        pub id: i64,
        pub rev: i64,
        pub is_protected: bool,
        /// ISO date or empty.
        pub review_on: String,
    }
    /// Makes a customer a guardian, or no longer one.
    pub struct GuardianRef {
        pub subject_id: i64,
        pub customer_id: i64,
    }
}
