//! One function per method of the table, in the file of its topic: reads the request, calls the use case, writes
//! the answer. No rule of the trade is here.

pub mod app;
pub mod batch;
pub mod choice;
pub mod customer;
pub mod frame;
pub mod group_photo;
pub mod history;
pub mod import;
pub mod job;
pub mod matching;
pub mod order;
pub mod partner;
pub mod product;
pub mod roster;
pub mod school;
pub mod session;
pub mod staff;
pub mod subject;
pub mod task;

/// An enum of the wire and one of the trade with the same names.
macro_rules! same_names {
    ($one:ident, $other:ident: $($name:ident)+) => {
        impl From<$one> for $other {
            fn from(one: $one) -> Self {
                match one { $($one::$name => Self::$name,)+ }
            }
        }
    };
}
pub(crate) use same_names;
