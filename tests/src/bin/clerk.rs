//! Opens a register and does one kind of work again and again, for tests that kill it.
//!
//! `clerk <work> <data folder> <folder for batches>`, the passphrase on standard input. Lines on standard output, each
//! written when the window would be told: `open`, then by the work, round after round:
//!
//! | work | lines |
//! |---|---|
//! | `order` | `begun`, `saved <order>`, `confirmed <order>` |
//! | `batch` | those of an order, `handed <batch>` |
//! | `renewal` | `begun`, `leaving`, `renewed`: of the root key, as somebody leaves |
//! | `migration` | once: `begun`, `migrated`, of a store that a test made with an older schema |
//!
//! It calls what the window calls. Nothing of the work is repeated here.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use domain::ids::OrderId;
use domain::order::OrderLineFields;
use domain::staff::{Role, StaffFields};
use kontakti_tests::{device_dir, program, say};
use register::batches::Request;
use register::orders::OrderDraft;
use register::{Register, Registers, TaskState};
use store::customers::NameOrder;
use store::frames::{FrameFilter, FrameOrder};
use store::{Store, StoreKeys};
use vault::{DeviceFolder, KeySlots};

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let [work, data_dir, batches] = program::arguments()?;
    let work = work.to_str().context("a kind of work")?;
    if work == "migration" {
        return migrate(&data_dir);
    }
    let registers = program::open(&data_dir, Arc::new(|_| {}))?;
    loop {
        say("begun");
        match work {
            "order" => drop(order(&*registers.open()?)?),
            "batch" => hand_over(&registers.open()?, &batches)?,
            "renewal" => leave(&registers)?,
            other => anyhow::bail!("no such work: {other}"),
        }
    }
}

/// One piece of each product for each frame.
fn order(register: &Register) -> anyhow::Result<OrderId> {
    let customers = register.customer_search("", NameOrder::Ascending, None, 1)?;
    let customer = customers.rows.first().context("a customer")?.customer.id;
    let session =
        register.session_list("", None, 1)?.rows.into_iter().next().context("a session")?.session.id;
    let all = FrameFilter::default();
    let (frames, _) = register.frame_index(session, FrameOrder::Name, &all)?;
    let mut lines = Vec::new();
    for product in register.product_list()? {
        for frame in &frames {
            lines.push(OrderLineFields {
                product_id: product.id,
                frame_id: Some(*frame),
                quantity: 1,
                unit_price: product.fields.price,
            });
        }
    }
    let draft = OrderDraft { stored: None, customer_id: customer, note: String::new(), lines };
    let saved = register.order_save(draft)?.order;
    say(&format!("saved {}", saved.id.get()));
    let confirmed = register.order_confirm(saved.id, saved.rev)?.order;
    say(&format!("confirmed {}", confirmed.id.get()));
    Ok(confirmed.id)
}

fn hand_over(register: &Arc<Register>, folder: &Path) -> anyhow::Result<()> {
    let order = order(register)?;
    let partner = register.partner_list()?.first().context("a partner")?.partner.id;
    let request = Request { partner_id: partner, order_ids: vec![order], resend_of_id: None };
    let (task, batch) = register.batch_start(&request, folder)?;
    let ended = register.tasks().wait(task).context("the batch's task")?;
    anyhow::ensure!(ended.state == TaskState::Completed, "{:?}", ended.error);
    say(&format!("handed {}", batch.get()));
    Ok(())
}

/// A member of staff comes and leaves, which renews the root key.
fn leave(registers: &Registers) -> anyhow::Result<()> {
    let leaver = registers.open()?.staff_add(&StaffFields {
        name: "Eero Nyman".to_owned(),
        role: Role::Viewer,
        agreed_on: String::new(),
    })?;
    say("leaving");
    registers.staff_leave(leaver.id, leaver.rev)?;
    let state = registers.open()?.root_key_state()?;
    anyhow::ensure!(state.due_since.is_none(), "the renewal was put off");
    say("renewed");
    Ok(())
}

/// The store alone: no program of today could make the rest of a register as it was then.
fn migrate(data_dir: &Path) -> anyhow::Result<()> {
    let dir = data_dir.join("studio");
    let slots = KeySlots::open(&dir, DeviceFolder::new(device_dir(data_dir)))?;
    let staff_id = slots.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
    let root = slots.unlock_with_passphrase(staff_id, &program::passphrase()?)?.root;
    say("open");
    say("begun");
    Store::open(&dir, &StoreKeys::derive(&root))?;
    say("migrated");
    Ok(())
}
