//! Customers and their permissions.

use super::school::{FieldProvenanceDto, ProtectionDto};
use super::{LanguageDto, wire, wire_enum};

wire_enum! {
    /// How a permission was given.
    pub enum ConsentChannel { Desk, Phone, Paper }
    /// Where the text of a field comes from; texts `source-<code>`.
    pub enum FieldSourceDto { Roster, Given, Staff, Accrued }
    /// Order of customers: by name in Finnish order, from either end.
    pub enum CustomerSort { Name, NameDescending }
}

wire! {
    /// What staff enter about a customer; empty text means "not known".
    pub struct CustomerFieldsDto {
        pub last_name: String,
        pub first_name: String,
        pub email: String,
        pub phone: String,
        pub street: String,
        pub postal_code: String,
        pub town: String,
        pub country: String,
        pub language: LanguageDto,
        pub note: String,
    }
    /// A customer as listed.
    pub struct CustomerRow {
        pub id: i64,
        pub last_name: String,
        pub first_name: String,
        pub email: String,
        pub phone: String,
        pub town: String,
        pub language: LanguageDto,
        pub is_marketing_permitted: bool,
        pub orders: u32,
        /// Contact data is withheld: the customer is protected.
        pub is_withheld: bool,
    }
    /// A customer as stored.
    pub struct CustomerDto {
        pub id: i64,
        pub fields: CustomerFieldsDto,
        pub is_marketing_permitted: bool,
        pub consents: Vec<ConsentDto>,
        pub children: Vec<ChildDto>,
        pub provenance: Vec<FieldProvenanceDto>,
        pub protection: Option<ProtectionDto>,
        /// Contact data, note and children are withheld: the customer is protected and has not been opened.
        pub is_withheld: bool,
        pub created_at: i64,
        pub updated_at: i64,
        pub rev: i64,
    }
    /// A child of whom the customer is a guardian.
    pub struct ChildDto {
        pub subject_id: i64,
        /// Family name first.
        pub name: String,
    }
    /// Notes an order of protection, or that it ended.
    pub struct CustomerProtect {
        pub id: i64,
        pub rev: i64,
        pub is_protected: bool,
        /// ISO date or empty.
        pub review_on: String,
    }
    /// A permission as asked and answered.
    pub struct ConsentDto {
        pub id: i64,
        pub purpose: String,
        pub is_given: bool,
        pub wording: String,
        pub language: LanguageDto,
        pub channel: ConsentChannel,
        pub recorded_at: i64,
    }
    /// A permission to record: the wording is the one the window showed.
    pub struct ConsentEntry {
        pub is_given: bool,
        pub wording: String,
        pub language: LanguageDto,
        pub channel: ConsentChannel,
    }
    /// A new customer; the marketing question has been asked and answered.
    pub struct CustomerCreate {
        pub fields: CustomerFieldsDto,
        pub source: FieldSourceDto,
        pub marketing: ConsentEntry,
    }
    /// A changed customer; refused as `customer_stale` when `rev` is not the stored one. `source` is of the fields that
    /// changed.
    pub struct CustomerUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: CustomerFieldsDto,
        pub source: FieldSourceDto,
    }
    /// Records a new answer to the marketing question.
    pub struct ConsentRecord {
        pub customer_id: i64,
        pub marketing: ConsentEntry,
    }
    /// One customer by id.
    pub struct CustomerRef {
        pub id: i64,
    }
    /// Words of names in any order, phone, e-mail or order number; empty lists all.
    pub struct CustomerQuery {
        pub search: String,
        pub sort: CustomerSort,
        pub after: Option<String>,
        pub limit: u32,
    }
}
