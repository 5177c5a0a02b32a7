//! For tests: a register in a temporary folder, with a clock that stands still and an ear for notices.

use std::ops::Deref;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use decoding::Decoders;
use domain::ids::StaffMemberId;
use domain::school::{ContactPerson, SchoolFields, SchoolKind};
use domain::staff::{Role, StaffFields};
use domain::studio::StudioFields;
use domain::{Changes, Instant, Language};
use l10n::Messages;
use store::audit::{self, AuditEntry, AuditFilter};
use tempfile::TempDir;
use vault::{KdfParams, SecretString};

use crate::OwnerFields;
use crate::clock::Clock;
use crate::error::RegisterError;
use crate::keychain::Keychain;
use crate::register::Register;
use crate::registers::{Notice, Registers, RegistersConfig};

/// 3 September 2026, 9.15 in Finland.
pub const NOW: Instant = Instant(1_788_416_100_000);
/// A passphrase that is accepted.
pub const PASSPHRASE: &str = "seitsemän harmaata varista aidalla";

/// The marketing question as it is shown.
pub fn question(language: Language) -> String {
    let text = Messages::new(language).and_then(|messages| messages.text("consent-marketing-wording", &[]));
    text.unwrap_or_else(|error| fail(&error))
}

/// A clock that moves when it is told to.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Stands at [`NOW`].
    pub fn new() -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(NOW.millis())))
    }

    /// Moves on.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

/// The invented studio.
pub fn studio_fields() -> StudioFields {
    StudioFields {
        name: "Kuvaamo Esimerkki Oy".to_owned(),
        business_id: "1234567-1".to_owned(),
        street: "Koulukatu 1".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        phone: "06 555 0100".to_owned(),
        email: "toimisto@kuvaamo.example".to_owned(),
        language: Language::Finnish,
    }
}

/// An invented school with a contact person.
pub fn school(name: &str) -> SchoolFields {
    SchoolFields {
        name: name.to_owned(),
        kind: SchoolKind::School,
        street: "Koulukatu 2".to_owned(),
        postal_code: "60100".to_owned(),
        town: "Seinäjoki".to_owned(),
        language: Language::Finnish,
        agreement_on: String::new(),
        agreement: String::new(),
        note: String::new(),
        contacts: vec![ContactPerson { name: "Kaisa Koski".to_owned(), ..ContactPerson::default() }],
    }
}

/// The newest entry of the trail.
pub fn last_entry(register: &Register) -> AuditEntry {
    let newest = register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 1)?));
    let newest = newest.unwrap_or_else(|error| fail(&error)).rows.into_iter().next();
    newest.unwrap_or_else(|| fail(&"an empty trail"))
}

/// The first member of staff of a new register.
pub const OWNER: Option<StaffMemberId> = Some(StaffMemberId(1));

/// Whoever makes the invented studio's register.
pub fn owner_fields() -> OwnerFields {
    OwnerFields { name: "Helmi Kuusisto".to_owned(), agreed_on: "2026-08-03".to_owned() }
}

/// The registers of a computer with nothing on it yet.
pub struct TempRegisters {
    registers: Option<Arc<Registers>>,
    /// The clock.
    pub clock: Arc<FixedClock>,
    /// The computer's keychain.
    pub keychain: Keychain,
    notices: Arc<Mutex<Vec<Notice>>>,
    /// The data folder.
    pub dir: TempDir,
    /// The folder of the computer's device secrets.
    pub device_dir: TempDir,
}

impl TempRegisters {
    /// An empty data folder.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap_or_else(|error| fail(&error));
        let device_dir = tempfile::tempdir().unwrap_or_else(|error| fail(&error));
        let clock = FixedClock::new();
        let keychain = Keychain::in_memory().unwrap_or_else(|error| fail(&error));
        let notices: Arc<Mutex<Vec<Notice>>> = Arc::default();
        let mut this = Self { registers: None, clock, keychain, notices, dir, device_dir };
        this.restart();
        this
    }

    /// As if the program were started again on the same folder.
    pub fn restart(&mut self) {
        self.registers = None;
        let heard = Arc::clone(&self.notices);
        let registers = Registers::new(RegistersConfig {
            data_dir: self.dir.path().to_owned(),
            device_dir: self.device_dir.path().to_owned(),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            machine: "toimisto-1".to_owned(),
            kdf: Some(KdfParams::for_tests()),
            decoders: Decoders::in_process(),
            keychain: self.keychain.clone(),
            notify: Arc::new(move |notice| {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(notice);
            }),
        });
        self.registers = Some(Arc::new(registers.unwrap_or_else(|error| fail(&error))));
    }

    /// As if the data folder were brought to another computer.
    pub fn move_to_another_computer(&mut self) {
        self.device_dir = tempfile::tempdir().unwrap_or_else(|error| fail(&error));
        self.keychain = Keychain::in_memory().unwrap_or_else(|error| fail(&error));
        self.restart();
    }

    /// Makes the studio's register and types its code back; gives the code.
    pub fn create_studio(&self) -> String {
        let view = self
            .create(&studio_fields(), &owner_fields(), &SecretString::from(PASSPHRASE))
            .unwrap_or_else(|error| fail(&error));
        let code = view.groups.join("-");
        self.confirm(&code).unwrap_or_else(|error| fail(&error));
        code
    }

    /// What changes were told of, in their order.
    pub fn changes(&self) -> Vec<Changes> {
        let notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = notices.iter().filter_map(|notice| match notice {
            Notice::Changed(changes) => Some(changes.clone()),
            _ => None,
        });
        changes.collect()
    }

    /// Forgets what was heard so far.
    pub fn forget_notices(&self) {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Default for TempRegisters {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for TempRegisters {
    type Target = Arc<Registers>;

    fn deref(&self) -> &Self::Target {
        match &self.registers {
            Some(registers) => registers,
            None => fail(&"no registers"),
        }
    }
}

/// The studio's register, open.
pub struct TempRegister {
    register: Arc<Register>,
    /// The registers that it belongs to.
    pub registers: TempRegisters,
}

impl TempRegister {
    /// A new register of the invented studio.
    pub fn new() -> Self {
        let registers = TempRegisters::new();
        registers.create_studio();
        let register = registers.open().unwrap_or_else(|error| fail(&error));
        registers.forget_notices();
        Self { register, registers }
    }

    /// The register as tasks hold it.
    pub fn shared(&self) -> Arc<Register> {
        Arc::clone(&self.register)
    }

    /// The clock.
    pub fn clock(&self) -> &FixedClock {
        &self.registers.clock
    }

    /// What changes were told of, in their order.
    pub fn changes(&self) -> Vec<Changes> {
        self.registers.changes()
    }

    /// Forgets what was heard so far.
    pub fn forget_notices(&self) {
        self.registers.forget_notices();
    }

    /// The same register, opened by somebody in another role.
    pub fn signed_in_as(self, role: Role) -> Self {
        let Self { register, registers } = self;
        let passphrase = SecretString::from("kaksi vanhaa polkupyörää sillalla");
        let fields = StaffFields { name: "Eero Nyman".to_owned(), role, agreed_on: "2026-09-01".to_owned() };
        let open = || -> Result<Arc<Register>, RegisterError> {
            let member = register.staff_add(&fields)?;
            registers.staff_admit(member.id, &passphrase)?;
            drop(register);
            registers.lock()?;
            registers.unlock(Some(member.id), &passphrase)?;
            registers.open()
        };
        let register = open().unwrap_or_else(|error| fail(&error));
        Self { register, registers }
    }
}

impl Default for TempRegister {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for TempRegister {
    type Target = Arc<Register>;

    fn deref(&self) -> &Self::Target {
        &self.register
    }
}

#[expect(clippy::panic, reason = "a test that cannot be set up has failed")]
fn fail(error: &dyn std::fmt::Display) -> ! {
    panic!("test setup: {error}")
}
