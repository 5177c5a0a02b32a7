//! Products.

use super::{wire, wire_enum};

wire_enum! {
    /// A group in VAT; texts `vat-class-<code>`.
    pub enum VatClassDto { General, Reduced, Press, Exempt }
}

wire! {
    /// Geometry of a paper print.
    pub struct PrintSizeDto {
        /// Trade name and folder name: `10x15`.
        pub size: String,
        pub width_mm: u32,
        pub height_mm: u32,
        /// Paper surface, empty when there is one only.
        pub surface: String,
    }
    /// What staff enter about a product.
    pub struct ProductFieldsDto {
        pub code: String,
        pub name_fi: String,
        pub name_sv: String,
        pub name_en: String,
        /// None for products that need no picture.
        pub print: Option<PrintSizeDto>,
        pub price_cents: i64,
        pub vat_class: VatClassDto,
        pub is_active: bool,
    }
    /// A product as stored.
    pub struct ProductDto {
        pub id: i64,
        pub fields: ProductFieldsDto,
        pub rev: i64,
    }
    /// Today's rate of a group.
    pub struct VatRate {
        pub class: VatClassDto,
        /// 2550 is 25.5 %.
        pub vat_bp: u32,
    }
    /// All products, in code order, and today's rates.
    pub struct ProductList {
        pub products: Vec<ProductDto>,
        pub vat_rates: Vec<VatRate>,
    }
    /// A changed product.
    pub struct ProductUpdate {
        pub id: i64,
        pub rev: i64,
        pub fields: ProductFieldsDto,
    }
}
