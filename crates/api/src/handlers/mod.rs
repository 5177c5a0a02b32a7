//! One function per method of the table, in the file of its topic: reads the request, calls the use case, writes
//! the answer. No rule of the trade is here.

pub mod app;
pub mod batch;
pub mod customer;
pub mod frame;
pub mod history;
pub mod import;
pub mod order;
pub mod partner;
pub mod product;
pub mod session;
pub mod staff;
pub mod task;
