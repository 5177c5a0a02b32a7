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

mod hand_over;
mod refusals;
mod stops;

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
    let into =
        Destination::New { name: "Jälkikuvaus".to_owned(), photographer: String::new(), job_id: None };
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
        let into = Destination::New {
            name: "Koskelan koulu 3B".to_owned(),
            photographer: String::new(),
            job_id: None,
        };
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
