//! The three languages of the program and of its customers.

/// A language in which the window, a document or a customer is addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Finnish.
    #[default]
    Finnish,
    /// Swedish.
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order in which the window lists them.
    pub const ALL: [Self; 3] = [Self::Finnish, Self::Swedish, Self::English];

    /// BCP 47 code: `fi`, `sv` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Finnish => "fi",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language of a BCP 47 code, by its primary subtag.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}
