//! A confirmed order with prints and a partner to hand them to.

use domain::Language;
use domain::customer::CustomerFields;
use domain::ids::{OrderId, PrintPartnerId};
use domain::money::{Cents, VatClass};
use domain::order::{OrderLineFields, OrderState};
use domain::partner::{PartnerProfile, PrintPartnerFields};
use domain::product::{ProductFields, ProductKind};
use domain::provenance::FieldSource;
use register::Register;
use register::batches::Request;
use register::customers::{ConsentChannel, MarketingAnswer};
use register::orders::OrderDraft;
use register::testing::question;

use crate::check;

/// What can be handed over.
pub struct Shop {
    pub partner: PrintPartnerId,
    pub order: OrderId,
}

impl Shop {
    /// An order of one small print of each frame in the register.
    pub fn open(register: &Register) -> Self {
        let partner = register.partner_create(&PrintPartnerFields {
            name: "Kuvatuote Oy".to_owned(),
            country: "FI".to_owned(),
            agreement_on: "2026-01-15".to_owned(),
            email: String::new(),
            profile: PartnerProfile::Plain,
            is_active: true,
        });
        let customer = register.customer_create(
            CustomerFields {
                last_name: "Virtanen".to_owned(),
                first_name: "Mikko".to_owned(),
                country: "FI".to_owned(),
                language: Language::Finnish,
                ..CustomerFields::default()
            },
            FieldSource::Given,
            MarketingAnswer {
                is_given: false,
                wording: question(Language::Finnish),
                language: Language::Finnish,
                channel: ConsentChannel::Desk,
            },
        );
        let product = register.product_create(ProductFields {
            code: "MINI".to_owned(),
            name_fi: "Lompakkokuva".to_owned(),
            name_sv: "Plånboksbild".to_owned(),
            name_en: "Wallet print".to_owned(),
            kind: ProductKind::Print {
                size: "4x6".to_owned(),
                width_mm: 40,
                height_mm: 60,
                surface: String::new(),
            },
            price: Cents(490),
            vat_class: VatClass::General,
            is_active: true,
        });
        let product = product.unwrap().id;
        let lines = check::rows(register).into_keys().map(|frame| OrderLineFields {
            product_id: product,
            frame_id: Some(frame),
            quantity: 2,
            unit_price: Cents(490),
        });
        let draft = OrderDraft {
            stored: None,
            customer_id: customer.unwrap().customer.id,
            note: "Aino, 3B".to_owned(),
            lines: lines.collect(),
        };
        let draft = register.order_save(draft).unwrap().order;
        let order = register.order_confirm(draft.id, draft.rev).unwrap().order.id;
        Self { partner: partner.unwrap().partner.id, order }
    }

    pub fn request(&self) -> Request {
        Request { partner_id: self.partner, order_ids: vec![self.order], resend_of_id: None }
    }

    pub fn state(&self, register: &Register) -> OrderState {
        register.order_get(self.order).unwrap().order.state
    }
}
