//! A register's life: made, confirmed, unlocked, locked, its passphrase
//! changed or spared by the keychain, its root key renewed.

mod choose;
mod confirm;
pub(crate) mod create;
mod keychain;
pub(crate) mod lock;
pub(crate) mod passphrase;
mod renew;
pub(crate) mod turn;
mod unlock;

#[cfg(test)]
mod tests;
