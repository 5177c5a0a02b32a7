//! A register's life: made, confirmed, unlocked, locked, its passphrase
//! changed, its root key renewed.

mod choose;
mod confirm;
pub(crate) mod create;
pub(crate) mod lock;
pub(crate) mod passphrase;
mod renew;
pub(crate) mod turn;
mod unlock;

#[cfg(test)]
mod tests;
