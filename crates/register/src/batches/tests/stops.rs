//! Stopped at any moment: what lies outside, and what the register makes of it.

use super::*;

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
    fn stop_after_closing(&self, begun: crate::batches::BegunBatch, is_published: bool) {
        let id = begun.id();
        let number = begun.batch.batch.number.clone();
        let crate::batches::BegunBatch { mut writer, prints, .. } = begun;
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
