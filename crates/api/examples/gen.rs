fn main(){ print!("{}", api::bindings::typescript()); }
