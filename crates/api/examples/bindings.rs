//! Prints `ui/src/api/generated.ts`; `cargo xtask gen` writes it.

#![allow(clippy::print_stdout)]

fn main() {
    print!("{}", api::bindings::typescript());
}
