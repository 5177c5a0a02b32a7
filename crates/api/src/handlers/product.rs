//! The product list.

use domain::ids::ProductId;
use domain::money::Cents;
use domain::product::{Product, ProductFields, ProductKind};

use crate::app::App;
use crate::dto::Nothing;
use crate::dto::product::*;
use crate::error::ApiError;

/// Every product, in code order.
pub fn product_list(app: &App, _: Nothing) -> Result<ProductList, ApiError> {
    let products = app.register()?.product_list()?;
    Ok(ProductList { products: products.into_iter().map(dto).collect() })
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
            vat_bp: fields.vat_bp,
            is_active: fields.is_active,
        }
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
            vat_bp: fields.vat_bp,
            is_active: fields.is_active,
        },
        rev: product.rev,
    }
}
