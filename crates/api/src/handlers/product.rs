//! The product list.

use domain::ids::ProductId;
use domain::money::{Cents, VatClass};
use domain::product::{Product, ProductFields, ProductKind};

use crate::app::App;
use crate::dto::Nothing;
use crate::dto::product::*;
use crate::error::ApiError;

/// Every product, in code order, and today's VAT rates.
pub fn product_list(app: &App, _: Nothing) -> Result<ProductList, ApiError> {
    let register = app.register()?;
    let rate = |class| {
        Ok::<_, ApiError>(VatRate { class: class_dto(class), vat_bp: register.vat_rate_today(class)? })
    };
    Ok(ProductList {
        products: register.product_list()?.into_iter().map(dto).collect(),
        vat_rates: VatClass::ALL.into_iter().map(rate).collect::<Result<_, _>>()?,
    })
}

/// Adds a product.
pub fn product_create(app: &App, request: ProductFieldsDto) -> Result<ProductDto, ApiError> {
    Ok(dto(app.register()?.product_create(request.into())?))
}

/// Changes a product.
pub fn product_update(app: &App, request: ProductUpdate) -> Result<ProductDto, ApiError> {
    let id = ProductId(request.id);
    Ok(dto(app.register()?.product_update(id, request.rev, request.fields.into())?))
}

impl From<ProductFieldsDto> for ProductFields {
    fn from(fields: ProductFieldsDto) -> Self {
        Self {
            code: fields.code,
            name_fi: fields.name_fi,
            name_sv: fields.name_sv,
            name_en: fields.name_en,
            kind: match fields.print {
                Some(PrintSizeDto { size, width_mm, height_mm, surface }) => {
                    ProductKind::Print { size, width_mm, height_mm, surface }
                }
                None => ProductKind::Other,
            },
            price: Cents(fields.price_cents),
            vat_class: match fields.vat_class {
                VatClassDto::General => VatClass::General,
                VatClassDto::Reduced => VatClass::Reduced,
                VatClassDto::Press => VatClass::Press,
                VatClassDto::Exempt => VatClass::Exempt,
            },
            is_active: fields.is_active,
        }
    }
}

fn class_dto(class: VatClass) -> VatClassDto {
    match class {
        VatClass::General => VatClassDto::General,
        VatClass::Reduced => VatClassDto::Reduced,
        VatClass::Press => VatClassDto::Press,
        VatClass::Exempt => VatClassDto::Exempt,
    }
}

fn dto(product: Product) -> ProductDto {
    let fields = product.fields;
    ProductDto {
        id: product.id.get(),
        fields: ProductFieldsDto {
            code: fields.code,
            name_fi: fields.name_fi,
            name_sv: fields.name_sv,
            name_en: fields.name_en,
            print: match fields.kind {
                ProductKind::Print { size, width_mm, height_mm, surface } => {
                    Some(PrintSizeDto { size, width_mm, height_mm, surface })
                }
                ProductKind::Other => None,
            },
            price_cents: fields.price.get(),
            vat_class: class_dto(fields.vat_class),
            is_active: fields.is_active,
        },
        rev: product.rev,
    }
}
