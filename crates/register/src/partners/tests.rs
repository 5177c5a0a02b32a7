use domain::field::FieldProblem;
use domain::partner::{PartnerProfile, PartnerRefusal, PrintPartnerFields};
use domain::{Action, Entity};
use store::audit::{self, AuditFilter};

use crate::RegisterError;
use crate::testing::TempRegister;

fn fields() -> PrintPartnerFields {
    PrintPartnerFields {
        name: " Kuvatuote Oy ".to_owned(),
        country: "fi".to_owned(),
        agreement_on: "2026-01-15".to_owned(),
        email: "tuotanto@kuvatuote.example".to_owned(),
        profile: PartnerProfile::Plain,
        is_active: true,
    }
}

#[test]
fn a_partner_is_stored_tidied_audited_and_announced() {
    let register = TempRegister::new();
    let created = register.partner_create(&fields()).unwrap().partner;
    assert_eq!((created.fields.name.as_str(), created.fields.country.as_str()), ("Kuvatuote Oy", "FI"));
    assert!(register.changes()[0].touches(Entity::PrintPartner));
    assert_eq!(register.partner_list().unwrap()[0].partner, created);

    let changed = PrintPartnerFields { is_active: false, ..created.fields.clone() };
    let updated = register.partner_update(created.id, created.rev, &changed).unwrap().partner;
    assert_eq!(updated.rev, created.rev + 1);
    assert_eq!(updated.fields.refusal(&register.today()), Some(PartnerRefusal::Inactive));
    let page = register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 10)?)).unwrap();
    assert_eq!(page.rows[0].action, Action::PrintPartnerUpdated);
    assert_eq!(page.rows[0].fields, ["is_active"]);
    let all = ["name", "country", "agreement_on", "email", "profile", "is_active"];
    assert_eq!(
        (page.rows[1].action, page.rows[1].fields.as_slice()),
        (Action::PrintPartnerCreated, &all.map(str::to_owned)[..])
    );
}

#[test]
fn a_change_over_an_old_version_is_refused_and_changes_nothing() {
    let register = TempRegister::new();
    let created = register.partner_create(&fields()).unwrap().partner;
    let mine = PrintPartnerFields { name: "Minun Oy".to_owned(), ..fields() };
    register.partner_update(created.id, created.rev, &mine).unwrap();
    let theirs = PrintPartnerFields { name: "Heidän Oy".to_owned(), ..fields() };
    let refused = register.partner_update(created.id, created.rev, &theirs);
    assert!(matches!(refused, Err(RegisterError::PartnerStale)));
    assert_eq!(register.partner_list().unwrap()[0].partner.fields.name, "Minun Oy");
}

#[test]
fn every_wrong_field_is_named() {
    let register = TempRegister::new();
    let wrong = PrintPartnerFields {
        name: "  ".to_owned(),
        country: "Suomi".to_owned(),
        agreement_on: "2026-02-30".to_owned(),
        email: "nobody".to_owned(),
        ..fields()
    };
    let Err(RegisterError::Invalid(problems)) = register.partner_create(&wrong) else {
        panic!("must be refused")
    };
    let found: Vec<_> = problems.iter().map(|at| (at.field.as_str(), at.problem)).collect();
    assert_eq!(
        found,
        [
            ("name", FieldProblem::Required),
            ("country", FieldProblem::NotCountry),
            ("agreement_on", FieldProblem::NotDate),
            ("email", FieldProblem::NotEmail),
        ]
    );
    for date in ["2026-1-5", "20260105", "5.1.2026", "2026-01-05T00:00"] {
        let wrong = PrintPartnerFields { agreement_on: date.to_owned(), ..fields() };
        assert!(matches!(register.partner_create(&wrong), Err(RegisterError::Invalid(_))), "{date}");
    }
    assert!(register.partner_list().unwrap().is_empty());
}
