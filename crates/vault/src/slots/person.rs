//! Whose a slot is: their name lies in it sealed, for the sign-in view.

use zeroize::Zeroizing;

use super::SlotOwner;
use super::file::{HexBytes, Person, Slot};
use crate::{derive::derive, device::DeviceSecret, small};

/// The name is padded to multiples of this many bytes.
const NAME_STEP: usize = 64;

pub(super) fn person(
    slot: &Slot,
    owner: SlotOwner<'_>,
    register_id: &[u8; 16],
    device: &DeviceSecret,
) -> Person {
    let mut name = owner.name.as_bytes().to_vec();
    name.resize(name.len().next_multiple_of(NAME_STEP), 0);
    let aad = name_place(slot, owner.staff_id);
    let sealed = small::seal(&name_key(register_id, device), &aad, &name);
    Person { staff_id: owner.staff_id, sealed_name: HexBytes(sealed) }
}

pub(super) fn name_of(slot: &Slot, register_id: &[u8; 16], device: &DeviceSecret) -> Option<String> {
    let person = slot.person.as_ref()?;
    let aad = name_place(slot, person.staff_id);
    let name = small::open(&name_key(register_id, device), &aad, &person.sealed_name.0)?;
    Some(std::str::from_utf8(&name).ok()?.trim_end_matches('\0').to_owned())
}

fn name_place(slot: &Slot, staff_id: i64) -> Vec<u8> {
    [slot.id.to_be_bytes().as_slice(), &staff_id.to_be_bytes()].concat()
}

fn name_key(register_id: &[u8; 16], device: &DeviceSecret) -> Zeroizing<[u8; 32]> {
    derive(register_id, device.expose(), "kontakti/sign-in-name/v1", &[])
}
