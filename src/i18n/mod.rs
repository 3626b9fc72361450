//! Floor 0: locales, and every text of the interface in each of them.
//!
//! The catalogue is code: [`texts!`] takes each text once with all its
//! languages, so that a text without its translation, or with a parameter that
//! one language forgets, does not compile. What a survey itself says (labels,
//! titles) is data and not here.

mod catalogue;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Italian, the default.
    #[default]
    It,
    /// English.
    En,
}

impl Locale {
    /// All languages, the default first.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// Language code, as in `lang="it"` and in a survey's own texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::It => "Italiano",
            Self::En => "English",
        }
    }

    /// A number, given with a decimal point, as this language writes it.
    pub fn number(self, number: &str) -> String {
        let text = number.to_string();
        match self {
            Self::It => text.replace('.', ","),
            Self::En => text,
        }
    }

    /// The language of a code, with or without region (`en-GB`).
    pub fn of_code(code: &str) -> Option<Self> {
        let language = code.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|l| l.code() == language)
    }
}

/// Declares texts as methods of [`Locale`]. Three forms:
///
/// ```text
/// texts! {
///     save: "Salva" / "Save";
///     of(k, n): "{k} di {n}" / "{k} of {n}";
///     sheets(# n): "{n} scheda" | "{n} schede" / "{n} sheet" | "{n} sheets";
/// }
/// ```
///
/// Parameters take anything that can be displayed; with `#` the parameter is a
/// whole number, and the text before `|` is for exactly one.
macro_rules! texts {
    ($($name:ident $(($($arg:ident),+))? $((# $count:ident $(, $more:ident)*))? :
        $it:literal $(| $it_many:literal)? / $en:literal $(| $en_many:literal)? ;)*) => {
        impl crate::i18n::Locale {
            $(texts!(@one $name [$($($arg),+)?] [$($count $(, $more)*)?]
                $it $($it_many)? ; $en $($en_many)?);)*
        }
    };
    (@one $name:ident [] [] $it:literal; $en:literal) => {
        #[doc = $en]
        pub const fn $name(self) -> &'static str {
            match self { Self::It => $it, Self::En => $en }
        }
    };
    (@one $name:ident [$($arg:ident),+] [] $it:literal; $en:literal) => {
        #[doc = $en]
        pub fn $name(self, $($arg: impl std::fmt::Display),+) -> String {
            match self { Self::It => format!($it), Self::En => format!($en) }
        }
    };
    (@one $name:ident [] [$count:ident $(, $more:ident)*] $it:literal $it_many:literal; $en:literal $en_many:literal) => {
        #[doc = $en_many]
        pub fn $name(self, $count: usize $(, $more: impl std::fmt::Display)*) -> String {
            match (self, $count) {
                (Self::It, 1) => format!($it),
                (Self::It, _) => format!($it_many),
                (Self::En, 1) => format!($en),
                (Self::En, _) => format!($en_many),
            }
        }
    };
}
use texts;
