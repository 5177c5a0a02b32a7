//! TypeScript declarations of the wire types, from the Rust types themselves.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::{dto, error, event, methods};

struct Collector<'a> {
    config: &'a Config,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() || self.declarations.contains_key(&T::ident(self.config)) {
            return;
        }
        self.declarations.insert(T::ident(self.config), T::decl(self.config));
        T::visit_dependencies(self);
    }
}

/// The whole of `ui/src/api/generated.ts`.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut collector = Collector { config: &config, declarations: BTreeMap::new() };
    methods::visit_types(&mut collector);
    collector.visit::<event::AppEvent>();
    collector.visit::<error::ApiError>();
    collector.visit::<dto::Page<dto::Nothing>>();

    let mut text =
        String::from("// Made by `cargo xtask gen` from crates/api. Do not edit.\n/* eslint-disable */\n\n");
    for declaration in collector.declarations.values() {
        text.push_str("export ");
        text.push_str(declaration);
        text.push_str("\n\n");
    }
    text.push_str(&methods::typescript_methods(&config));
    text
}
