use domain::money::{Cents, VatClass};
use domain::product::{ProductFields, ProductKind};
use domain::{Action, Entity};
use store::audit::{self, AuditFilter};

use crate::RegisterError;
use crate::testing::TempRegister;

fn magnet() -> ProductFields {
    ProductFields {
        code: " mag ".into(),
        name_fi: "Magneetti".into(),
        name_sv: "Magnet".into(),
        name_en: "Magnet".into(),
        kind: ProductKind::Other,
        price: Cents(690),
        vat_class: VatClass::General,
        is_active: true,
    }
}

#[test]
fn a_new_register_has_products_to_sell() {
    let register = TempRegister::new();
    let list = register.product_list().unwrap();
    assert_eq!(list.len(), 13);
    assert!(
        list.iter().all(|product| product.fields.vat_class == VatClass::General && product.fields.is_active)
    );
    register.product_list_stock().unwrap();
    assert_eq!(register.product_list().unwrap().len(), 13, "stocked once");
}

#[test]
fn products_are_added_and_changed_with_their_entries() {
    let register = TempRegister::new();
    let added = register.product_create(magnet()).unwrap();
    assert_eq!(added.fields.code, "MAG");
    assert!(register.changes().iter().any(|changes| changes.touches(Entity::Product)));
    let dearer = ProductFields { price: Cents(790), is_active: false, ..added.fields.clone() };
    let changed = register.product_update(added.id, added.rev, dearer.clone()).unwrap();
    assert_eq!((changed.fields, changed.rev), (dearer, 2));
    let entry =
        register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 1)?)).unwrap().rows.remove(0);
    assert_eq!(entry.action, Action::ProductUpdated);
    assert_eq!(entry.fields, ["price_cents", "is_active"]);
}

#[test]
fn a_taken_code_and_a_stale_version_are_refused() {
    let register = TempRegister::new();
    let added = register.product_create(magnet()).unwrap();
    let again = register.product_create(magnet());
    assert!(matches!(again, Err(RegisterError::ProductCodeTaken)), "{again:?}");
    let taken = ProductFields { code: "10".into(), ..magnet() };
    let renamed = register.product_update(added.id, added.rev, taken);
    assert!(matches!(renamed, Err(RegisterError::ProductCodeTaken)), "{renamed:?}");
    let stale = register.product_update(added.id, 9, magnet());
    assert!(matches!(stale, Err(RegisterError::ProductStale)), "{stale:?}");
}
