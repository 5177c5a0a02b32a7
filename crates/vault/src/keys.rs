//! The keys of a register as types of their own, so that one cannot be taken for another.
//!
//! Invariant: the bytes are zeroised on drop and no key has a `Debug` that shows them.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::derive::{derive, make_random_bytes};

macro_rules! key_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Zeroize, ZeroizeOnDrop)]
        pub struct $name([u8; 32]);

        impl $name {
            /// The 32 bytes; keep copies in [`Zeroizing`].
            pub fn expose(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        impl PartialEq for $name {
            /// In constant time.
            fn eq(&self, other: &Self) -> bool {
                self.0.ct_eq(&other.0).into()
            }
        }

        impl Eq for $name {}
    };
}

key_type! {
    /// The key of a register: 32 random bytes, never written anywhere but wrapped in a key slot.
    RootKey
}
key_type! {
    /// Raw key of an encrypted database.
    DatabaseKey
}
key_type! {
    /// Authenticates the slot file.
    SlotMacKey
}
key_type! {
    /// Authenticates the anchor.
    AnchorMacKey
}
key_type! {
    /// The key of one photograph: 32 random bytes, used for one sealed file and its thumbnails.
    PhotoKey
}

impl RootKey {
    /// A new random root key.
    pub fn make_random() -> Self {
        Self(*make_random_bytes())
    }

    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(*bytes)
    }

    /// Raw key of `register.db`.
    pub fn derive_register_key(&self) -> DatabaseKey {
        DatabaseKey(*self.derive("kontakti/register/v1"))
    }

    /// Raw key of the list that holds the photographs' keys.
    pub fn derive_key_list_key(&self) -> DatabaseKey {
        DatabaseKey(*self.derive("kontakti/key-list/v1"))
    }

    /// Raw key of `thumbnails.db`.
    pub fn derive_thumbnails_key(&self) -> DatabaseKey {
        DatabaseKey(*self.derive("kontakti/thumbnails/v1"))
    }

    /// Key that authenticates the slot file.
    pub fn derive_slot_mac_key(&self) -> SlotMacKey {
        SlotMacKey(*self.derive("kontakti/slot-mac/v1"))
    }

    /// Key that authenticates the anchor.
    pub fn derive_anchor_key(&self) -> AnchorMacKey {
        AnchorMacKey(*self.derive("kontakti/anchor/v1"))
    }

    /// What the next root key is sealed with, beside a public key: proof that whoever made it knew this one.
    pub(crate) fn derive_renewal_key(&self) -> Zeroizing<[u8; 32]> {
        self.derive("kontakti/renewal/v1")
    }

    fn derive(&self, label: &str) -> Zeroizing<[u8; 32]> {
        derive(b"", &self.0, label, &[])
    }
}

impl PhotoKey {
    /// A new random key.
    pub fn make_random() -> Self {
        Self(*make_random_bytes())
    }

    /// The key as it was kept in the key list.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        let bytes = Zeroizing::new(bytes);
        Self(*bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn derived_keys_are_stable_and_all_different() {
        let root = RootKey::from_bytes(&[7; 32]);
        let keys = [
            *root.derive_register_key().expose(),
            *root.derive_key_list_key().expose(),
            *root.derive_thumbnails_key().expose(),
            *root.derive_slot_mac_key().expose(),
            *root.derive_anchor_key().expose(),
            *root.derive_renewal_key(),
            *root.expose(),
        ];
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
        assert_eq!(root.derive_register_key(), RootKey::from_bytes(&[7; 32]).derive_register_key());
        assert_ne!(root.derive_register_key(), RootKey::from_bytes(&[8; 32]).derive_register_key());
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", RootKey::from_bytes(&[0xab; 32])), "RootKey(..)");
        assert_eq!(format!("{:?}", PhotoKey::from_bytes([0xab; 32])), "PhotoKey(..)");
    }

    #[test]
    fn random_keys_differ() {
        assert_ne!(RootKey::make_random(), RootKey::make_random());
        assert_ne!(PhotoKey::make_random(), PhotoKey::make_random());
    }
}
