//! A new register of an invented studio, open.

use std::path::Path;
use std::sync::Arc;

use anyhow::{bail, ensure};
use domain::Language;
use domain::studio::StudioFields;
use register::{
    Decoders, Keychain, OwnerFields, Register, Registers, RegistersConfig, SecretString, SystemClock,
};

/// Opens the registers that are made here.
pub const PASSPHRASE: &str = "seitsemän harmaata varista aidalla";

/// Makes the studio's register in `data`.
pub fn make(data: &Path) -> anyhow::Result<Arc<Register>> {
    match registers(data)?.open() {
        Ok(register) => Ok(register),
        Err(error) => bail!("the new register does not open: {error}"),
    }
}

/// Makes the studio's register in `data`; gives the registers of that folder, this one open.
pub fn registers(data: &Path) -> anyhow::Result<Registers> {
    ensure!(!data.exists(), "{} is there already", data.display());
    let registers = Registers::new(RegistersConfig {
        data_dir: data.to_owned(),
        device_dir: kontakti_tests::device_dir(data),
        clock: Arc::new(SystemClock),
        machine: "bench".to_owned(),
        keychain: Keychain::of_the_system(),
        kdf: None,
        decoders: Decoders::of_this_program(),
        notify: Arc::new(|_| {}),
    })?;
    let studio = StudioFields {
        name: "Kuvaamo Esimerkki Oy".to_owned(),
        business_id: "1234567-1".to_owned(),
        street: "Koulukatu 1".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        phone: "06 555 0100".to_owned(),
        email: "toimisto@kuvaamo.example".to_owned(),
        language: Language::Finnish,
    };
    let owner = OwnerFields { name: "Helmi Kuusisto".to_owned(), agreed_on: "2026-08-03".to_owned() };
    let code = registers.create(&studio, &owner, &SecretString::from(PASSPHRASE))?;
    registers.confirm(&code.groups.join("-"))?;
    Ok(registers)
}
