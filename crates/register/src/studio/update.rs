//! Changes the studio's details.

use domain::Action;
use domain::studio::{Studio, StudioFields};
use store::{Acted, studio};

use super::prepared;
use crate::error::RegisterError;
use crate::register::Register;

impl Register {
    /// Writes changed details over the version `rev`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::StudioStale`], or trouble with the disk.
    pub fn studio_update(&self, fields: &StudioFields, rev: i64) -> Result<Studio, RegisterError> {
        let fields = prepared(fields)?;
        self.transact(|tx| {
            let before = studio::get(tx)?;
            studio::update(tx, &fields, rev)?;
            let changed = changed(&before.fields, &fields);
            Ok(Acted::new(studio::get(tx)?, Action::StudioUpdated).fields(changed))
        })
    }
}

fn changed(before: &StudioFields, after: &StudioFields) -> Vec<&'static str> {
    let pairs = [
        ("name", before.name != after.name),
        ("business_id", before.business_id != after.business_id),
        ("street", before.street != after.street),
        ("postal_code", before.postal_code != after.postal_code),
        ("town", before.town != after.town),
        ("phone", before.phone != after.phone),
        ("email", before.email != after.email),
        ("language", before.language != after.language),
    ];
    pairs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use domain::Entity;
    use store::audit;

    use super::*;
    use crate::testing::TempRegister;

    #[test]
    fn a_change_is_stored_told_and_in_the_trail_by_names_of_fields() {
        let register = TempRegister::new();
        let studio = register.studio().unwrap();
        let fields =
            StudioFields { town: "Vaasa".to_owned(), phone: "06 123 4567".to_owned(), ..studio.fields };
        register.forget_notices();
        let updated = register.studio_update(&fields, studio.rev).unwrap();
        assert_eq!((updated.fields, updated.rev), (fields, studio.rev + 1));
        assert!(register.changes().iter().any(|changes| changes.touches(Entity::Studio)));
        let trail =
            register.read(|tx| Ok(audit::list(tx, &audit::AuditFilter::default(), None, 1)?)).unwrap();
        assert_eq!(trail.rows[0].action, Action::StudioUpdated);
        assert_eq!(trail.rows[0].fields, ["town", "phone"]);
    }

    #[test]
    fn a_stale_change_is_refused_and_writes_nothing() {
        let register = TempRegister::new();
        let studio = register.studio().unwrap();
        register.studio_update(&studio.fields, studio.rev).unwrap();
        let stale = register.studio_update(&studio.fields, studio.rev);
        assert!(matches!(stale, Err(RegisterError::StudioStale)));
        assert_eq!(register.studio().unwrap().rev, studio.rev + 1);
    }
}
