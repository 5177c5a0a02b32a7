//! Enums whose values are stored and sent as stable codes.

/// Declares an enum with `ALL`, `code` and `from_code`; ordered as it is written.
macro_rules! codes {
    ($(#[$doc:meta])* $kind:ident { $($(#[$variant_doc:meta])* $name:ident => $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind {
            $($(#[$variant_doc])* $name,)+
        }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Stable code, as stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The one of a stored code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;
