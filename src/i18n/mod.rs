//! Floor 0: locales, and every text of the interface in each of them.
//!
//! The catalogue is code: [`texts!`] takes each text once with all its
//! languages, so that a text without its translation, or naming a parameter that
//! it does not have, does not compile. What a survey itself says (labels,
//! titles) is data and not here.

mod alone;
mod carried;
mod catalogue;
mod codebook;
mod compare;
mod conclusions;
mod data;
mod deck;
mod desk;
mod document;
mod document_data;
mod exporting;
mod factors;
mod findings;
mod form;
mod glossary;
mod history;
mod importing;
mod offline;
mod paper;
mod presenting;
mod remarks;
mod report;
mod results;
mod slides;

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
            $crate::i18n::texts!(@checked [$($arg),+] $it $en);
            let text = match self { Self::It => $it, Self::En => $en };
            $crate::i18n::fill(text, &[$((stringify!($arg), &$arg)),+])
        }
    };
    (@one $name:ident [] [$count:ident $(, $more:ident)*] $it:literal $it_many:literal; $en:literal $en_many:literal) => {
        #[doc = $en_many]
        pub fn $name(self, $count: usize $(, $more: impl std::fmt::Display)*) -> String {
            $crate::i18n::texts!(@checked [$count $(, $more)*] $it $it_many $en $en_many);
            let text = match (self, $count) {
                (Self::It, 1) => $it,
                (Self::It, _) => $it_many,
                (Self::En, 1) => $en,
                (Self::En, _) => $en_many,
            };
            $crate::i18n::fill(text, &[(stringify!($count), &$count) $(, (stringify!($more), &$more))*])
        }
    };
    // The compiler reads every text as a format, so that one with a parameter
    // that it does not have, or with a brace too many, does not compile. Nothing
    // of it is in the page: `fill` costs less than formatting code for each text.
    (@checked [$($arg:ident),+] $($text:literal)+) => {
        if false {
            $(let _ = format_args!($text);)+
        }
    };
}
use texts;

/// Puts parameters into a text, each in place of its name in braces.
fn fill(text: &str, parameters: &[(&str, &dyn std::fmt::Display)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        for (_, value) in parameters.iter().filter(|(n, _)| *n == name) {
            filled.push_str(&value.to_string());
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_stand_where_their_names_are() {
        assert_eq!(Locale::It.of(3, 9), "3 di 9");
        assert_eq!(Locale::En.of("k", "{n}"), "k of {n}");
        assert_eq!(Locale::It.sheets(1), "1 scheda");
        assert_eq!(Locale::It.sheets(2), "2 schede");
        assert_eq!(Locale::En.sheets(0), "0 sheets");
        assert_eq!(Locale::En.action_on("Rename", "a"), "Rename: a");
    }

    #[test]
    fn numbers_have_the_decimal_mark_of_the_language() {
        assert_eq!(Locale::It.number("1234.5"), "1234,5");
        assert_eq!(Locale::En.number("1234.5"), "1234.5");
    }
}
