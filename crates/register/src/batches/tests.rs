//! The whole way from a confirmed order to a partner's folder, on real files.

use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;

use domain::customer::CustomerFields;
use domain::ids::{CustomerId, FrameId, OrderId, PrintPartnerId, ProductId};
use domain::money::{Cents, VatClass};
use domain::order::{OrderLineFields, OrderState};
use domain::partner::{BatchState, PartnerProfile, PartnerRefusal, PrintPartnerFields};
use domain::product::{ProductFields, ProductKind};
use domain::{Action, Entity, Language};
use exchange::folder::{FolderError, FolderWriter, part_name, sha256_hex};
use exchange::plain::PlainError;
use exchange::plain::read::read;
use store::audit::{self, AuditFilter};
use store::orders::NewLine;
use store::{Acted, customers, disclosures, frames, orders, products};
use tasks::TaskCtx;
use tempfile::TempDir;

use super::{IssueKind, Request};
use crate::import::Destination;
use crate::testing::TempRegister;
use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult, TaskState};

/// A register with a customer, two products, a session of three frames and a place for partners' folders.
struct House {
    register: TempRegister,
    outside: TempDir,
    partner: PrintPartnerId,
    customer: CustomerId,
    small: ProductId,
    large: ProductId,
    frames: Vec<FrameId>,
}

fn partner_fields() -> PrintPartnerFields {
    PrintPartnerFields {
        name: "Kuvatuote Oy".to_owned(),
        country: "FI".to_owned(),
        agreement_on: "2026-01-15".to_owned(),
        email: String::new(),
        profile: PartnerProfile::Plain,
        is_active: true,
    }
}

fn product(code: &str, size: &str, mm: (u32, u32), surface: &str) -> ProductFields {
    ProductFields {
        code: code.to_owned(),
        name_fi: format!("Kuva {size}"),
        name_sv: format!("Bild {size}"),
        name_en: format!("Print {size}"),
        kind: ProductKind::Print {
            size: size.to_owned(),
            width_mm: mm.0,
            height_mm: mm.1,
            surface: surface.to_owned(),
        },
        price: Cents(1490),
        vat_class: VatClass::General,
        is_active: true,
    }
}

/// Imports these files as a session of their own; gives the frames in the order of their names.
fn import(register: &Register, files: &[(&str, Vec<u8>)]) -> Vec<FrameId> {
    let card = TempDir::new().expect("card");
    for (name, bytes) in files {
        fs::write(card.path().join(name), bytes).expect("file");
    }
    let mut ctx = TaskCtx::unwatched();
    let plan = register.import_plan(card.path().to_owned(), &mut ctx).expect("plan");
    let into = Destination::New { name: "Jälkikuvaus".to_owned(), photographer: String::new() };
    let begun = register.import_begin(&plan, into).expect("begin");
    register.import_run(begun, &plan, &mut ctx).expect("import");
    let found = |stem: &str| register.read(|tx| Ok(frames::find_by_name(tx, begun.session_id, "", stem)?));
    files
        .iter()
        .map(|(name, _)| {
            let stem = name.split('.').next().expect("stem");
            found(stem).expect("readable").unwrap_or_else(|| panic!("{name} was not stored"))
        })
        .collect()
}

/// The same JPEG with an EXIF block of these tags (number, type, value) in its first directory.
fn with_exif(jpeg: &[u8], tags: &[(u16, u16, u32)]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(u16::try_from(tags.len()).expect("few").to_le_bytes());
    for (number, kind, value) in tags {
        tiff.extend(number.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(1_u32.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    }
    tiff.extend(0_u32.to_le_bytes());
    let mut exif = b"Exif\0\0".to_vec();
    exif.extend(tiff);
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let mut whole = jpeg[..2].to_vec();
    whole.extend([0xFF, 0xE1, length[0], length[1]]);
    whole.extend(exif);
    whole.extend(&jpeg[2..]);
    whole
}

/// A JPEG without a colour profile.
fn without_profile(shade: u8) -> Vec<u8> {
    let pixels: Vec<u8> =
        (0..1300_u32).flat_map(|y| (0..900_u32).flat_map(move |x| [x as u8, y as u8, shade])).collect();
    imaging::encode_jpeg(&pixels, 900, 1300, 90, imaging::Subsampling::Yuv420, None, 72).expect("jpeg")
}

/// A plain gradient, so that no two frames are alike.
fn jpeg(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let pixels: Vec<u8> =
        (0..height).flat_map(|y| (0..width).flat_map(move |x| [x as u8, y as u8, shade])).collect();
    let profile = imaging::srgb_profile().expect("profile");
    imaging::encode_jpeg(&pixels, width, height, 90, imaging::Subsampling::Yuv420, Some(profile), 72)
        .expect("jpeg")
}

impl House {
    fn new() -> Self {
        let register = TempRegister::new();
        let outside = TempDir::new().expect("folder");
        let card = outside.path().join("card");
        fs::create_dir(&card).expect("card");
        for (number, (width, height)) in [(1, (900, 1300)), (2, (1300, 900)), (3, (200, 300))] {
            fs::write(card.join(format!("Aino_Virtanen_{number}.JPG")), jpeg(width, height, number * 70))
                .expect("frame");
        }
        let mut ctx = TaskCtx::unwatched();
        let plan = register.import_plan(card, &mut ctx).expect("plan");
        let into = Destination::New { name: "Koskelan koulu 3B".to_owned(), photographer: String::new() };
        let begun = register.import_begin(&plan, into).expect("begin");
        register.import_run(begun, &plan, &mut ctx).expect("import");
        let frames = register
            .read(|tx| {
                let mut found: Vec<_> =
                    (1..20).filter_map(|id| frames::find(tx, FrameId(id)).ok().flatten()).collect();
                found.sort_by(|a, b| a.frame.name.cmp(&b.frame.name));
                let ids = found.into_iter().map(|listed| listed.frame.id);
                Ok::<_, RegisterError>(ids.collect::<Vec<_>>())
            })
            .expect("frames");
        assert_eq!(frames.len(), 3);
        let partner = register.partner_create(&partner_fields()).expect("partner").partner.id;
        let (customer, small, large) = register
            .transact(|tx| {
                let customer = CustomerFields {
                    last_name: "Virtanen".to_owned(),
                    first_name: "Mikko".to_owned(),
                    country: "FI".to_owned(),
                    language: Language::Finnish,
                    ..CustomerFields::default()
                };
                let customer = customers::insert(tx, &customer)?;
                let small = products::insert(tx, &product("T10", "10x15", (102, 152), ""))?;
                let large = products::insert(tx, &product("=13", "13x18", (127, 178), "matta"))?;
                Ok(Acted::new((customer, small, large), Action::CustomerCreated))
            })
            .expect("records");
        Self { register, outside, partner, customer, small, large, frames }
    }

    /// A confirmed order of these lines.
    fn order(&self, lines: &[(ProductId, Option<FrameId>, u32)]) -> OrderId {
        let lines: Vec<NewLine> = lines
            .iter()
            .map(|(product_id, frame_id, quantity)| NewLine {
                fields: OrderLineFields {
                    product_id: *product_id,
                    frame_id: *frame_id,
                    quantity: *quantity,
                    unit_price: Cents(1490),
                },
                vat_bp: 2550,
            })
            .collect();
        self.register
            .transact(|tx| {
                let id = orders::insert(tx, 2026, self.customer, "Aino, 3B", &lines)?;
                let rev = orders::get(tx, id)?.rev;
                orders::advance(tx, id, rev, OrderState::Draft, OrderState::Confirmed)?;
                Ok(Acted::new(id, Action::OrderConfirmed))
            })
            .expect("order")
    }

    fn good_order(&self) -> OrderId {
        self.order(&[(self.small, Some(self.frames[0]), 2), (self.large, Some(self.frames[1]), 1)])
    }

    fn request(&self, orders: &[OrderId]) -> Request {
        Request { partner_id: self.partner, order_ids: orders.to_vec(), resend_of_id: None }
    }

    fn target(&self, name: &str) -> std::path::PathBuf {
        let path = self.outside.path().join(name);
        fs::create_dir_all(&path).expect("target");
        path
    }

    fn state(&self, order: OrderId) -> OrderState {
        self.register.read(|tx| Ok(orders::get(tx, order)?)).expect("order").state
    }

    fn hand_over(
        &self,
        request: &Request,
        target: &Path,
    ) -> Result<domain::partner::PrintBatch, RegisterError> {
        let begun = self.register.batch_begin(request, target)?;
        self.register.batch_run(begun, &mut TaskCtx::unwatched())
    }

    fn ledger(&self) -> Vec<disclosures::DisclosureListed> {
        self.register.disclosure_list(None, None, 100).expect("ledger").rows
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn everything(folder: &Path, below: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for name in names(folder) {
        let path = folder.join(&name);
        let shown = format!("{below}{name}");
        if path.is_dir() {
            everything(&path, &format!("{shown}/"), found);
        } else {
            found.push((shown, fs::read(path).expect("read")));
        }
    }
}

#[test]
fn a_hand_over_is_whole_nameless_and_in_the_ledger() {
    let house = House::new();
    let (first, second) = (house.good_order(), house.order(&[(house.small, Some(house.frames[0]), 3)]));
    let target = house.target("lab");
    let request = house.request(&[first, second]);

    let plan = house.register.batch_plan(&request).expect("plan");
    assert!(plan.can_run && plan.issues.iter().all(|issue| !issue.is_stopping), "{plan:?}");
    assert_eq!((plan.orders, plan.files, plan.prints, plan.customers), (2, 3, 6, 1));
    let sizes: Vec<_> = plan.sizes.iter().map(|size| (size.size.as_str(), size.files, size.prints)).collect();
    assert_eq!(sizes, [("10x15", 2, 5), ("13x18 matta", 1, 1)]);
    assert!(house.ledger().is_empty(), "a plan stores nothing");

    house.register.forget_notices();
    let batch = house.hand_over(&request, &target).expect("handed over");
    assert_eq!(batch.state, BatchState::HandedOver);
    assert_eq!(names(&target), ["Kontakti_2026-001"]);
    let folder = target.join("Kontakti_2026-001");
    assert_eq!(Path::new(&batch.folder), folder);

    let report = read(&folder).expect("readable");
    assert_eq!(
        report.deviations,
        [],
        "the strict reader finds nothing wrong: pixels, profile, metadata, sums"
    );
    assert_eq!((report.orders, report.files, report.prints), (2, 3, 6));
    assert_eq!((batch.files, batch.prints, batch.bytes), (3, 6, report.folder_bytes));
    let mut files = Vec::new();
    everything(&folder, "", &mut files);
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "10x15/2x_A0000001.JPG",
            "10x15/3x_A0000003.JPG",
            "13x18_matta/1x_A0000002.JPG",
            "README.txt",
            "SHA256SUMS",
            "manifest.csv",
            "manifest.json",
            "slips/2026-0001.pdf",
            "slips/2026-0002.pdf",
        ]
    );
    for (path, bytes) in &files {
        let text = format!("{path} {}", String::from_utf8_lossy(bytes));
        for name in ["Aino", "Virtanen", "Mikko", "Koskela"] {
            assert!(!text.contains(name), "{name} in {path}");
        }
        let is_list = !path.ends_with(".JPG") && !path.ends_with(".pdf");
        assert!(!is_list || !text.contains("3B"), "the class in {path}");
    }
    // portrait 10x15 at 300 dpi, and the lying frame gets a lying 13x18
    let csv = fs::read_to_string(folder.join("manifest.csv")).expect("csv");
    assert!(csv.contains(";1205;1795;sRGB;"), "{csv}");
    assert!(csv.contains(";2102;1500;sRGB;"), "{csv}");
    assert!(csv.contains(";'=13;"), "a product code that looks like a formula is guarded: {csv}");

    let ledger = house.ledger();
    assert_eq!(ledger.len(), 1);
    let row = &ledger[0].disclosure;
    let sums = fs::read(folder.join("SHA256SUMS")).expect("sums");
    assert_eq!(row.sha256, sha256_hex(&sums));
    assert_eq!(batch.sha256, row.sha256);
    assert_eq!(
        (row.recipient.as_str(), row.country.as_str(), row.agreement_on.as_str()),
        ("Kuvatuote Oy", "FI", "2026-01-15")
    );
    assert_eq!((row.purpose.as_str(), row.files, row.customers), ("printing", 3, 1));
    assert_eq!(row.fields, ["photo", "order_number", "product", "size", "quantity"]);

    assert_eq!((house.state(first), house.state(second)), (OrderState::Sent, OrderState::Sent));
    let changes = house.register.changes();
    let last = changes.last().expect("a change");
    for entity in [Entity::PrintBatch, Entity::Disclosure, Entity::Order] {
        assert!(last.touches(entity), "{entity:?}");
    }
    let page =
        house.register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 10)?)).expect("trail");
    assert_eq!(page.rows[0].action, Action::PrintBatchHandedOver);
}

#[test]
fn the_ledger_says_what_was_given_of_whom() {
    let house = House::new();
    let (first, second) = (house.good_order(), house.order(&[(house.small, Some(house.frames[2]), 3)]));
    let target = house.target("lab");
    house.hand_over(&house.request(&[first, second]), &target).expect("handed over");
    let id = house.ledger()[0].disclosure.id;

    let card = house.register.disclosure_get(id).expect("row");
    assert_eq!(card.listed, house.ledger()[0]);
    let customers: Vec<_> = card.customers.iter().map(|of| (of.id, of.last_name.as_str())).collect();
    assert_eq!(customers, [(house.customer, "Virtanen")]);
    assert_eq!(
        (card.order_ids, card.order_numbers),
        (vec![first, second], vec!["2026-0001".into(), "2026-0002".into()])
    );
    let files: Vec<_> = card
        .files
        .iter()
        .map(|file| {
            let printed = &file.printed;
            let frame = printed.frame_name.as_deref().unwrap_or_default();
            (
                file.stem.as_str(),
                printed.order_id,
                printed.line,
                frame,
                printed.size.as_str(),
                printed.quantity,
            )
        })
        .collect();
    assert_eq!(
        files,
        [
            ("A0000001", first, 1, "Aino_Virtanen_1", "10x15", 2),
            ("A0000002", first, 2, "Aino_Virtanen_2", "13x18 matta", 1),
            ("A0000003", second, 1, "Aino_Virtanen_3", "10x15", 3),
        ]
    );

    let of = |customer| house.register.disclosure_list(Some(customer), None, 10).expect("ledger").rows;
    assert_eq!(of(house.customer), house.ledger());
    let stranger = house
        .register
        .transact(|tx| {
            let fields =
                CustomerFields { last_name: "Öhman".to_owned(), ..CustomerFields::default().tidied() };
            Ok(Acted::new(customers::insert(tx, &fields)?, Action::CustomerCreated))
        })
        .expect("customer");
    assert!(of(stranger).is_empty(), "nothing of this customer was given to anybody");
    let page = house.register.disclosure_list(Some(house.customer), None, 1).expect("page");
    assert_eq!((page.rows.len(), page.next), (1, None));

    let void = house.order(&[(house.small, Some(house.frames[0]), 1)]);
    let begun = house.register.batch_begin(&house.request(&[void]), &target).expect("begun");
    house.register.batch_run(begun, &mut TaskCtx::cancelled_at(1)).expect_err("stopped");
    assert!(matches!(
        house.register.disclosure_get(domain::ids::DisclosureId(id.get() + 1)),
        Err(RegisterError::Store(store::StoreError::NotFound { entity: Entity::Disclosure, .. }))
    ));
}

#[test]
fn a_partner_that_may_be_given_nothing_is_given_nothing() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let refusals = [
        (PrintPartnerFields { country: "US".to_owned(), ..partner_fields() }, PartnerRefusal::OutsideEea),
        (PrintPartnerFields { agreement_on: String::new(), ..partner_fields() }, PartnerRefusal::NoAgreement),
        (
            PrintPartnerFields { agreement_on: "2026-09-04".to_owned(), ..partner_fields() },
            PartnerRefusal::AgreementNotYet,
        ),
        (PrintPartnerFields { is_active: false, ..partner_fields() }, PartnerRefusal::Inactive),
    ];
    for (fields, expected) in refusals {
        let partner = house.register.partner_list().expect("partners")[0].partner.clone();
        house.register.partner_update(partner.id, partner.rev, &fields).expect("update");
        let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
        assert_eq!((plan.refusal, plan.can_run), (Some(expected), false));
        let refused = house.hand_over(&house.request(&[order]), &target);
        assert!(matches!(refused, Err(RegisterError::PartnerRefused(refusal)) if refusal == expected));
        assert!(names(&target).is_empty(), "nothing was written");
        assert!(
            house.ledger().is_empty() && house.register.batch_list(None, 10).expect("list").rows.is_empty()
        );
        assert_eq!(house.state(order), OrderState::Confirmed);
    }
    let partner = house.register.partner_list().expect("partners")[0].partner.clone();
    house.register.partner_update(partner.id, partner.rev, &partner_fields()).expect("update");
    house.hand_over(&house.request(&[order]), &target).expect("control: the same partner within the EEA");
}

#[test]
fn a_partner_refused_while_the_batch_is_written_gets_nothing() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let partner = house.register.partner_list().expect("partners")[0].partner.clone();
    let outside = PrintPartnerFields { country: "GB".to_owned(), ..partner_fields() };
    house.register.partner_update(partner.id, partner.rev, &outside).expect("update");
    let refused = house.register.batch_run(begun, &mut TaskCtx::unwatched());
    assert!(matches!(refused, Err(RegisterError::PartnerRefused(PartnerRefusal::OutsideEea))));
    assert!(names(&target).is_empty());
    assert!(house.ledger().is_empty(), "nothing left the house");
}

#[test]
fn what_is_missing_stops_and_what_is_doubtful_is_said() {
    let house = House::new();
    let plan = |order| house.register.batch_plan(&house.request(&[order])).expect("plan");
    let kinds = |plan: &super::Plan| plan.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>();

    let blank = plan(house.order(&[(house.small, None, 1), (house.small, Some(house.frames[0]), 1)]));
    assert_eq!((kinds(&blank), blank.can_run), (vec![IssueKind::NoFrame], false));
    assert_eq!(blank.issues[0].line, Some(1));

    let coarse = plan(house.order(&[(house.small, Some(house.frames[2]), 1)]));
    assert_eq!((kinds(&coarse), coarse.can_run), (vec![IssueKind::LowResolution], true));
    assert_eq!(coarse.issues[0].frame_name.as_deref(), Some("Aino_Virtanen_3"));

    let empty = house.order(&[]);
    assert_eq!((kinds(&plan(empty)), plan(empty).can_run), (vec![IssueKind::NothingToPrint], false));
    let target = house.target("lab");
    assert!(matches!(house.hand_over(&house.request(&[empty]), &target), Err(RegisterError::BatchEmpty)));
    let missing = house.order(&[(house.small, None, 1)]);
    assert!(matches!(
        house.hand_over(&house.request(&[missing]), &target),
        Err(RegisterError::BatchHasMissing)
    ));
    assert!(names(&target).is_empty());

    let sent = house.good_order();
    house.hand_over(&house.request(&[sent]), &target).expect("handed over");
    let again = plan(sent);
    assert_eq!(kinds(&again)[0], IssueKind::AlreadyHandedOver);
    assert!(!again.can_run, "only a batch that refers to the first sends an order again");
}

#[test]
fn a_picture_that_cannot_be_printed_whole_stops_the_plan_and_a_doubtful_one_is_said() {
    const ORIENTATION: u16 = 0x0112;
    const SHORT: u16 = 3;
    let house = House::new();
    let whole = jpeg(900, 1300, 11);
    let mut cut = jpeg(900, 1300, 22);
    cut.truncate(cut.len() / 2);
    let turned = with_exif(&jpeg(900, 1300, 33), &[(ORIENTATION, SHORT, 9)]);
    let files = [
        ("A_whole.JPG", whole),
        ("B_cut.JPG", cut),
        ("C_turned.JPG", turned),
        ("_MG_0004.JPG", without_profile(44)),
        ("E_plain.JPG", without_profile(55)),
    ];
    let ids = import(&house.register, &files);
    let found = |frame: FrameId| {
        let order = house.order(&[(house.small, Some(frame), 1)]);
        let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
        (plan.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), plan.can_run)
    };
    assert_eq!(found(ids[0]), (vec![], true), "control: a whole picture");
    assert_eq!(found(ids[1]), (vec![IssueKind::DamagedPicture], false));
    assert_eq!(found(ids[2]), (vec![IssueKind::DoubtfulOrientation], true));
    assert_eq!(found(ids[3]), (vec![IssueKind::DoubtfulColors], true), "the name says Adobe RGB");
    assert_eq!(found(ids[4]), (vec![], true), "control: the same under an ordinary name");
}

#[test]
fn a_picture_that_turns_out_bad_is_named_with_its_order_and_line() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let vault_name =
        house.register.read(|tx| Ok(frames::files(tx, house.frames[1])?.remove(0).vault_name)).expect("file");
    let photos = house.register.store().dir().join("photos");
    let mut sealed = Vec::new();
    everything(&photos, "", &mut sealed);
    let (path, mut bytes) =
        sealed.into_iter().find(|(path, _)| path.contains(&vault_name)).expect("the sealed file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(photos.join(path), bytes).expect("damage");
    let failed = house.hand_over(&house.request(&[order]), &target);
    let Err(RegisterError::PrintFailed { order_number, line, frame_name, .. }) = failed else {
        panic!("must name the picture: {failed:?}")
    };
    assert_eq!((order_number.as_str(), line, frame_name.as_str()), ("2026-0001", 2, "Aino_Virtanen_2"));
    assert!(names(&target).is_empty() && house.ledger().is_empty());
}

#[test]
fn an_order_is_in_one_batch_at_a_time() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let second = house.register.batch_begin(&house.request(&[order]), &target);
    assert!(matches!(second, Err(RegisterError::BatchHasMissing)));
    house.register.batch_run(begun, &mut TaskCtx::unwatched()).expect("the first goes on");
    assert_eq!(names(&target).len(), 1);
}

#[test]
fn an_order_that_is_being_handed_over_stays_as_it_is_until_that_is_settled() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let rev = |order| house.register.order_get(order).expect("order").order.rev;
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let cancelled = house.register.order_cancel(order, rev(order));
    assert!(matches!(cancelled, Err(RegisterError::OrderBeingHandedOver)), "{cancelled:?}");
    let sent = house.register.order_send(order, rev(order));
    assert!(matches!(sent, Err(RegisterError::OrderBeingHandedOver)), "{sent:?}");
    let card = house.register.order_get(order).expect("order");
    assert_eq!((card.next_states.as_slice(), card.is_being_handed_over), (&[][..], true));

    let stopped = house.register.batch_run(begun, &mut TaskCtx::cancelled_at(1));
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    house.register.order_cancel(order, rev(order)).expect("control: settled, it can be cancelled");
}

#[test]
fn a_batch_with_an_order_that_was_cancelled_meanwhile_does_not_leave_the_house() {
    let house = House::new();
    let (kept, lost) = (house.good_order(), house.good_order());
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[kept, lost]), &target).expect("begun");
    house
        .register
        .transact(|tx| {
            let order = orders::get(tx, lost)?;
            orders::advance(tx, lost, order.rev, OrderState::Confirmed, OrderState::Cancelled)?;
            Ok(Acted::new((), Action::OrderCancelled))
        })
        .expect("past the check of the use case");
    let refused = house.register.batch_run(begun, &mut TaskCtx::unwatched());
    let expected = OrderState::Cancelled;
    assert!(
        matches!(refused, Err(RegisterError::OrderStepRefused { state, .. }) if state == expected),
        "{refused:?}"
    );
    assert!(names(&target).is_empty() && house.ledger().is_empty(), "nothing left the house");
    assert_eq!(house.state(kept), OrderState::Confirmed);
}

#[test]
fn an_order_with_prints_is_sent_by_handing_it_over_only() {
    let house = House::new();
    let order = house.good_order();
    let card = house.register.order_get(order).expect("order");
    assert_eq!(card.next_states, [OrderState::Cancelled]);
    assert!(card.awaits_hand_over);
    let refused = house.register.order_send(order, card.order.rev);
    assert!(matches!(refused, Err(RegisterError::OrderHasPrints)), "{refused:?}");
    house.hand_over(&house.request(&[order]), &house.target("lab")).expect("handed over");
    let card = house.register.order_get(order).expect("order");
    assert_eq!((card.order.state, card.next_states), (OrderState::Sent, vec![OrderState::Delivered]));
    assert!(!card.awaits_hand_over);
}

#[test]
fn what_is_printed_is_what_was_confirmed_whatever_becomes_of_the_product() {
    let house = House::new();
    let order = house.good_order();
    let product = |id| {
        let list = house.register.product_list().expect("products");
        list.into_iter().find(|product| product.id == id).expect("product")
    };
    let (small, large) = (product(house.small), product(house.large));
    let bigger = super::tests::product("T10", "20x30", (203, 305), "kiiltava");
    house.register.product_update(small.id, small.rev, bigger).expect("update");
    let no_print = ProductFields { kind: ProductKind::Other, ..large.fields };
    house.register.product_update(large.id, large.rev, no_print).expect("update");

    let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
    let sizes: Vec<_> = plan.sizes.iter().map(|size| (size.size.as_str(), size.prints)).collect();
    assert_eq!(sizes, [("10x15", 2), ("13x18 matta", 1)]);
    let target = house.target("lab");
    house.hand_over(&house.request(&[order]), &target).expect("handed over");
    let folder = target.join("Kontakti_2026-001");
    let csv = fs::read_to_string(folder.join("manifest.csv")).expect("csv");
    assert!(csv.contains(";1205;1795;sRGB;") && csv.contains(";2102;1500;sRGB;"), "{csv}");
    assert_eq!(read(&folder).expect("readable").deviations, []);

    let next = house.order(&[(house.small, Some(house.frames[0]), 1)]);
    let plan = house.register.batch_plan(&house.request(&[next])).expect("plan");
    assert_eq!(plan.sizes[0].size, "20x30 kiiltava", "control: an order of today has today's sheet");
}

#[test]
fn a_request_to_stop_that_comes_after_the_rename_is_too_late() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let id = begun.id();
    let task = house.register.shared().start_task(TaskKind::HandOver, "lab", move |register, ctx| {
        register.batch_run(begun, ctx)?;
        ctx.cancel_flag().store(true, Ordering::Release);
        Ok(TaskOutcome::Completed(TaskResult { batch_id: Some(id), ..TaskResult::default() }))
    });
    let ended = house.register.tasks().wait(task.expect("started")).expect("task");
    assert_eq!(ended.state, TaskState::Completed, "what was published and disclosed is not called cancelled");
    assert_eq!(ended.result.and_then(|result| result.batch_id), Some(id));
    assert_eq!(house.state(order), OrderState::Sent);
}

#[test]
fn cancelled_at_any_step_nothing_has_the_final_name() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let mut steps = 0;
    loop {
        let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
        let id = begun.id();
        let mut ctx = TaskCtx::cancelled_at(steps);
        match house.register.batch_run(begun, &mut ctx) {
            Err(RegisterError::Cancelled) => {
                assert!(names(&target).is_empty(), "step {steps}: {:?}", names(&target));
                assert_eq!(house.state(order), OrderState::Confirmed);
                assert!(house.ledger().is_empty(), "step {steps}: nothing left the house");
                assert_eq!(house.register.batch_get(id).expect("batch").batch.state, BatchState::Failed);
            }
            Ok(batch) => {
                assert_eq!(batch.state, BatchState::HandedOver);
                break;
            }
            Err(error) => panic!("step {steps}: {error}"),
        }
        steps += 1;
    }
    // begin, two prints, one slip, and the last look before the rename
    assert_eq!(steps, 5, "the control went through");
    assert_eq!(house.ledger().len(), 1);
}

#[test]
fn a_folder_that_vanishes_is_said_so_and_the_orders_stay() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("stick");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let id = begun.id();
    fs::remove_dir_all(&target).expect("pull the stick");
    let failed = house.register.batch_run(begun, &mut TaskCtx::unwatched());
    assert!(
        matches!(failed, Err(RegisterError::HandOver(PlainError::Folder(FolderError::Vanished)))),
        "{failed:?}"
    );
    assert_eq!(house.state(order), OrderState::Confirmed);
    assert_eq!(house.register.batch_get(id).expect("batch").batch.state, BatchState::Failed);
    assert_eq!(house.ledger().len(), 1, "what lies on the stick is not known: the ledger keeps it");
    let gone = house.hand_over(&house.request(&[order]), &target);
    assert!(matches!(gone, Err(RegisterError::HandOver(PlainError::Folder(FolderError::Vanished)))));
    assert_eq!(house.ledger().len(), 1, "a batch that never had a folder is no row");
}

#[test]
fn sending_again_is_a_new_batch_that_refers_to_the_first() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let first = house.hand_over(&house.request(&[order]), &target).expect("first");
    let other =
        PrintPartnerFields { name: "Tryckeri Ab".to_owned(), country: "SE".to_owned(), ..partner_fields() };
    let other = house.register.partner_create(&other).expect("partner").partner.id;
    let request =
        Request { partner_id: other, order_ids: first.order_ids.clone(), resend_of_id: Some(first.id) };
    let plan = house.register.batch_plan(&request).expect("plan");
    assert!(plan.can_run, "{plan:?}");
    assert_eq!(plan.issues[0].kind, IssueKind::AlreadyHandedOver);
    let second = house.hand_over(&request, &target).expect("second");
    assert_eq!((second.number.as_str(), second.resend_of_id), ("2026-002", Some(first.id)));
    let report = read(Path::new(&second.folder)).expect("readable");
    assert_eq!(report.deviations, []);
    assert_eq!(report.resend_of.as_deref(), Some("2026-001"));
    let ledger = house.ledger();
    let recipients: Vec<&str> = ledger.iter().map(|row| row.disclosure.recipient.as_str()).collect();
    assert_eq!(recipients, ["Tryckeri Ab", "Kuvatuote Oy"]);
    let listed = house.register.batch_list(None, 1).expect("page");
    assert_eq!(listed.rows[0].resend_of_number.as_deref(), Some("2026-001"));
    assert!(listed.next.is_some());
    let strange = house.good_order();
    let refused = house.register.batch_plan(&Request { order_ids: vec![strange], ..request });
    assert!(matches!(refused, Err(RegisterError::OrderStepRefused { .. })), "an order of another batch");
}

/// What the program leaves when it stops at once.
fn stopped_after_closing(
    house: &House,
    order: OrderId,
    target: &Path,
    is_published: bool,
) -> domain::ids::PrintBatchId {
    let begun = house.register.batch_begin(&house.request(&[order]), target).expect("begun");
    let id = begun.id();
    house.register.stop_after_closing(begun, is_published);
    id
}

#[test]
fn after_a_crash_the_ledger_has_what_left_the_house() {
    let house = House::new();
    let state = |id| house.register.batch_get(id).expect("batch").batch.state;

    let published = house.good_order();
    let target = house.target("published");
    let id = stopped_after_closing(&house, published, &target, true);
    assert_eq!((state(id), house.state(published)), (BatchState::Running, OrderState::Confirmed));
    assert_eq!(house.ledger().len(), 1, "the ledger knew before the rename");
    assert_eq!(house.register.batches_settle().expect("settled"), [id]);
    assert_eq!((state(id), house.state(published)), (BatchState::HandedOver, OrderState::Sent));
    assert_eq!(house.ledger().len(), 1);
    assert!(house.register.batches_settle().expect("settled").is_empty(), "once");

    let unnamed = house.good_order();
    let target = house.target("unnamed");
    let id = stopped_after_closing(&house, unnamed, &target, false);
    assert_eq!(names(&target).len(), 1, "control: the unfinished folder lies there");
    house.register.batches_settle().expect("settled");
    assert_eq!((state(id), house.state(unnamed)), (BatchState::Failed, OrderState::Confirmed));
    assert!(names(&target).is_empty(), "the unfinished folder was removed");
    assert_eq!(house.ledger().len(), 1, "nothing of it left the house");

    let taken = house.good_order();
    let target = house.target("taken");
    let id = stopped_after_closing(&house, taken, &target, true);
    fs::remove_dir_all(&target).expect("the lab took it");
    house.register.batches_settle().expect("settled");
    assert_eq!((state(id), house.state(taken)), (BatchState::HandedOver, OrderState::Sent));
    assert_eq!(house.ledger().len(), 2);

    let changed = house.good_order();
    let target = house.target("changed");
    let id = stopped_after_closing(&house, changed, &target, true);
    let folder = target.join(&names(&target)[0]);
    fs::remove_file(folder.join("manifest.csv")).expect("remove");
    house.register.batches_settle().expect("settled");
    assert_eq!((state(id), house.state(changed)), (BatchState::Failed, OrderState::Confirmed));
    assert_eq!(house.ledger().len(), 3, "pictures lie there all the same");
}

#[test]
fn settling_leaves_alone_what_another_writer_has_in_the_same_folder() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("share");
    let id = stopped_after_closing(&house, order, &target, false);
    let part = part_name("Kontakti_2026-001").expect("name");
    let mut theirs = FolderWriter::begin(&target, "Kontakti_2026-001", &part).expect("begin");
    theirs.write("one.txt", b"one").expect("write");
    assert_eq!(names(&target).len(), 2, "control: two writers, the same batch number");
    house.register.batches_settle().expect("settled");
    assert_eq!(house.register.batch_get(id).expect("batch").batch.state, BatchState::Failed);
    assert_eq!(names(&target), [part]);
    theirs.publish().expect("the other goes on");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_at_the_partner_leaves_nothing_and_the_orders_confirmed() {
    use std::process::Command;
    let house = House::new();
    let order = house.good_order();
    let target = house.target("full");
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&target).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        println!("SKIP no small volume could be mounted");
        return;
    }
    let failed = house.hand_over(&house.request(&[order]), &target);
    let left = names(&target);
    assert!(Command::new("umount").arg(&target).status().is_ok_and(|status| status.success()));
    assert!(
        matches!(failed, Err(RegisterError::HandOver(PlainError::Folder(FolderError::DiskFull)))),
        "{failed:?}"
    );
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(house.state(order), OrderState::Confirmed);
    assert!(house.ledger().is_empty());
}

impl Register {
    /// Writes a batch and stops as a killed program does: before the rename, or right after it.
    fn stop_after_closing(&self, begun: super::BegunBatch, is_published: bool) {
        let id = begun.id();
        let number = begun.batch.batch.number.clone();
        let super::BegunBatch { mut writer, prints, .. } = begun;
        let mut ctx = TaskCtx::unwatched();
        self.write_prints(&mut writer, &prints, &mut ctx).expect("prints");
        self.write_slips(&mut writer, &number, &prints, &mut ctx).expect("slips");
        let closed = writer.close("x").expect("closed");
        self.note_closed(id, &closed).expect("noted");
        if is_published {
            closed.publish().expect("published");
        } else {
            std::mem::forget(closed);
        }
    }
}
