//! What is left in the memory of a program that has locked its register: neither keys nor names.
//!
//! Everything that a core dump would hold is searched: each mapping that can be written. Control: the same search finds
//! all of it while the register is open.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;

use register::customers::{ConsentChannel, MarketingAnswer};
use register::import::Destination;
use register::testing::{OWNER, owner_fields, question};
use register::{KdfParams, Keychain, Registers, RegistersConfig, SecretString, SystemClock};
use store::{frames, keylist};
use testkit::cast;
use vault::{DeviceFolder, KeySlots};

/// What must not be found: a name for it, and its bytes.
type Needle = (String, Vec<u8>);

/// A studio with the cast in it; gives what must not be found once it is locked.
fn studio(dir: &Path) -> Vec<Needle> {
    let data = dir.join("data");
    let devices = kontakti_tests::device_dir(&data);
    let registers = Registers::new(RegistersConfig {
        decoders: register::Decoders::in_process(),
        device_dir: devices.clone(),
        data_dir: data.clone(),
        clock: Arc::new(SystemClock),
        machine: "muistikone".to_owned(),
        keychain: Keychain::of_the_system(),
        kdf: Some(KdfParams::for_tests()),
        notify: Arc::new(|_| {}),
    })
    .unwrap();
    let passphrase = SecretString::from(cast::PASSPHRASE);
    let code = registers.create(&cast::studio(), &owner_fields(), &passphrase).unwrap();
    registers.confirm(&code.groups.join("-")).unwrap();
    let register = registers.open().unwrap();
    for customer in [cast::mikko(), cast::sanna()] {
        let marketing = MarketingAnswer {
            is_given: false,
            wording: question(customer.language),
            language: customer.language,
            channel: ConsentChannel::Desk,
        };
        register.customer_create(customer, domain::provenance::FieldSource::Given, marketing).unwrap();
    }
    let card = dir.join("card");
    std::fs::create_dir(&card).unwrap();
    std::fs::write(card.join("AINO.JPG"), photograph()).unwrap();
    let plan = register.tasks().wait(register.import_plan_start(card).unwrap()).unwrap();
    let into = Destination::New {
        name: cast::SCHOOL.to_owned(),
        photographer: "Sanna Öhman".to_owned(),
        job_id: None,
    };
    let (task, _) = register.import_start(&plan.result.unwrap().plan.unwrap(), into).unwrap();
    register.tasks().wait(task).unwrap();
    let files = register.read(|tx| Ok(frames::files(tx, domain::ids::FrameId(1))?)).unwrap();
    let photo_key = keylist::get(register.store(), &files[0].vault_name).unwrap().unwrap();

    let slots = KeySlots::open(register.store().files_dir(), DeviceFolder::new(devices)).unwrap();
    let owner = OWNER.map(domain::ids::StaffMemberId::get);
    let root = slots.unlock_with_passphrase(owner, &passphrase).unwrap().root;
    let keys = [
        ("root key", root.expose().to_vec()),
        ("register key", root.derive_register_key().expose().to_vec()),
        ("key list key", root.derive_key_list_key().expose().to_vec()),
        ("thumbnails key", root.derive_thumbnails_key().expose().to_vec()),
        ("slot MAC key", root.derive_slot_mac_key().expose().to_vec()),
        ("anchor key", root.derive_anchor_key().expose().to_vec()),
        ("photo key", photo_key.expose().to_vec()),
    ];
    let mut needles = Vec::new();
    for (name, key) in keys {
        needles.push((format!("{name} in hex"), data_encoding::HEXLOWER.encode(&key).into_bytes()));
        needles.push((format!("{name} in HEX"), data_encoding::HEXUPPER.encode(&key).into_bytes()));
        needles.push((name.to_owned(), key));
    }
    let words =
        [cast::PASSPHRASE, "Virtanen", "Öhman", "Mikko", "Lehtokatu", "Strandvägen", "040 555", "Kuusisto"];
    for word in words {
        needles.push((word.to_owned(), word.as_bytes().to_vec()));
        let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        needles.push((format!("{word} in UTF-16"), wide));
    }
    drop(register);
    registers.lock().unwrap();
    needles
}

fn photograph() -> Vec<u8> {
    use synthetic::people::{SchoolShape, school};
    use synthetic::{ImageSize, SessionShape};
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(1);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(120, 80),
        ..SessionShape::of(vec![class])
    };
    synthetic::session(7, &shape).next().unwrap().unwrap().bytes
}

struct Looker {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Looker {
    fn start(dir: &Path) -> Self {
        let passphrase = dir.join("passphrase");
        std::fs::write(&passphrase, cast::PASSPHRASE).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_looker"))
            .args([&dir.join("data"), &passphrase])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, stdin, stdout }
    }

    /// Waits until it has said this.
    fn until(&mut self, said: &str) {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), said);
    }

    fn go_on(&mut self) {
        self.stdin.write_all(b"\n").unwrap();
    }

    /// Which of the needles are in its memory, and where.
    fn holds(&self, needles: &[Needle]) -> BTreeSet<(String, String)> {
        let pid = self.child.id();
        let mut memory = std::fs::File::open(format!("/proc/{pid}/mem")).unwrap();
        let mut found = BTreeSet::new();
        for line in std::fs::read_to_string(format!("/proc/{pid}/maps")).unwrap().lines() {
            let fields: Vec<&str> = line.split_whitespace().collect();
            if !fields[1].starts_with("rw") {
                continue;
            }
            let (from, to) = fields[0].split_once('-').unwrap();
            let [from, to] = [from, to].map(|address| u64::from_str_radix(address, 16).unwrap());
            let mut bytes = Vec::new();
            memory.seek(SeekFrom::Start(from)).unwrap();
            (&mut memory).take(to - from).read_to_end(&mut bytes).unwrap();
            for (name, needle) in needles {
                if memchr::memmem::find(&bytes, needle).is_some() {
                    found.insert((name.clone(), fields.get(5).copied().unwrap_or("anonymous").to_owned()));
                }
            }
        }
        found
    }
}

#[test]
fn a_locked_program_holds_neither_keys_nor_names() {
    let dir = tempfile::tempdir().unwrap();
    let needles = studio(dir.path());
    let mut looker = Looker::start(dir.path());
    looker.until("started");
    assert_eq!(looker.holds(&needles), BTreeSet::new(), "before the register was opened");
    looker.go_on();

    looker.until("open");
    let open: BTreeSet<String> = looker.holds(&needles).into_iter().map(|(name, _)| name).collect();
    // SQLCipher masks the keys of the databases itself
    for expected in ["root key", "anchor key", "photo key", "Virtanen", "Öhman", "Lehtokatu", "Kuusisto"] {
        assert!(open.contains(expected), "the control: {expected} is found while it is open, {open:?}");
    }
    looker.go_on();

    looker.until("locked");
    assert_eq!(looker.holds(&needles), BTreeSet::new(), "after it was locked");
    looker.go_on();
    assert!(looker.child.wait().unwrap().success());
}
