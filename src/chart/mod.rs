//! Charts as pure functions from data to SVG: `fn(&Spec, &Theme) -> String`.
//!
//! The same input gives the same string on every target, in a browser and out of it: all
//! coordinates are whole numbers (or end in `.5`), text is measured with a checked-in table, and
//! nothing asks the clock, the page or a hash. So a chart can be held against a golden file, and
//! a slide and a report that show the same figures show the same picture.
//!
//! This module knows no survey. Every word it shows comes in through the spec, already translated.
//!
//! | file           | what it draws                                                      |
//! |----------------|--------------------------------------------------------------------|
//! | [`bars`]       | one horizontal bar for each option, states apart below             |
//! | [`dots`]       | the same with one dot for each body, named                         |
//! | [`upset`]      | combinations of a multiple choice, and the totals of its options   |
//! | [`stacked`]    | one bar of segments for each row, with a legend                    |
//! | [`diverging`]  | readings to both sides of a line, what is unknown beside           |
//! | [`terms`]      | a ranked list of terms, states apart below                         |
//! | [`dumbbell`]   | two dots for each row: before and after                            |
//! | [`multiples`]  | a panel of bars for each group, on one axis                        |
//! | [`mod@standalone`] | a finished chart with title and caption, for a file            |
//! | `still`        | a finished chart as a figure of a document                         |
//! | [`theme`]      | fonts, colours, and what each [`Tone`] looks like                  |
//! | `palette`      | the colours of each tone in each theme                             |
//! | `pattern`      | the patterns that tell tones apart without colour                  |
//! | `metrics`      | text widths, wrapping, shortening                                  |
//! | `backend`      | the SVG drawing backend that plotters draws on                     |
//! | `page`         | the SVG being written: names, patterns, body                       |
//! | `canvas`       | the helpers the charts share: groups, text, shapes, plot           |
//! | `shapes`       | what plotters has no element for                                   |
//! | `rows`         | how label, bar and figure share the width                          |
//! | `apart`        | options, and the states apart below them                           |
//! | `axis`         | whole-number ticks and the light grid                              |
//! | `legend`       | which tone means what                                              |
//! | `segment`      | the parts of a bar, each with its count                            |
//! | `names`        | names in small print under a row                                   |
//! | `xml`          | escaping                                                           |
//!
//! # What a page can hold on to
//!
//! - The root is `<svg class="chart …" role="group">`, named by its `<title>` and `<desc>`.
//! - Every mark is a `<g class="mark" data-key="…" role="img" tabindex="…" aria-label="…">`. The
//!   label says "label: figure — names", and before it the row or panel where marks stand in one:
//!   "row, label: figure — names". Its `<title>` is the tooltip, with fewer names. `data-key` is
//!   [`Mark::key`], unique in its row, not in the chart.
//! - In each mark the first shape is `<rect class="hit">`, which is not seen: it covers the whole row,
//!   or its segment, so that a tap there meets the mark.
//! - A row of several marks is a `<g class="row" data-key="…">` around them, a panel too.
//! - The first mark has `tabindex="0"`, all others `-1`: the tab key reaches a chart once. The page
//!   moves the `0` with the arrow keys, in the order of the document, which is the order of reading.
//!   Nothing in a mark can be focused; a dot in a mark is a `<g class="unit" data-key="…">` with a
//!   tooltip.
//! - What only repeats for the eye what marks and text alternative say, such as ticks, is
//!   `aria-hidden`.

mod apart;
mod axis;
mod backend;
pub mod bars;
mod canvas;
pub mod diverging;
pub mod dots;
pub mod dumbbell;
mod legend;
mod metrics;
pub mod multiples;
mod names;
mod page;
mod palette;
mod pattern;
mod rows;
mod segment;
mod shapes;
pub mod stacked;
pub mod standalone;
mod still;
pub mod terms;
pub mod theme;
pub mod upset;
mod xml;

pub use bars::Bars;
pub use diverging::{Diverging, DivergingRow};
pub use dots::{DotRow, Dots, Unit};
pub use dumbbell::{Dumbbell, DumbbellRow};
pub use metrics::{Weight, wrap};
pub use multiples::{Multiples, Panel};
pub use stacked::{Stack, Stacks};
pub use standalone::{Caption, Face, font_rules, standalone, with_fonts};
pub use still::{Still, still};
pub use terms::Terms;
pub use theme::Theme;
pub use upset::{Combination, UpSet};

/// What every chart needs besides its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Prefix of every id in the SVG; must be unique in the page. Anything but ASCII letters,
    /// digits, `-` and `_` becomes `-`.
    pub id: String,
    /// Accessible name of the chart. Not drawn: the page gives it a heading.
    pub title: String,
    /// Text alternative that states the result, for those who do not see the picture.
    pub description: String,
    /// Width in pixels at scale 1, held between 240 and 1600. Below 480 labels stand above
    /// their bars. The height follows from the data.
    pub width: u32,
    /// Wording for names that are left out of a tooltip, where `{n}` is their number,
    /// e.g. `e altri {n}`.
    pub more: String,
}

/// One counted thing: a bar, a segment or a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What the page recognises the mark by; written to `data-key`.
    pub key: String,
    /// Name shown beside the bar, or in the legend for a segment.
    pub label: String,
    /// The count that gives the mark its length.
    pub value: u32,
    /// The count in words, with its base: "5 di 9".
    pub figure: String,
    /// Who is behind the count, in the order to show them.
    pub names: Vec<String>,
    /// How many more are behind it, whose names are left out.
    pub others: usize,
    /// What the mark looks like.
    pub tone: Tone,
}

impl Mark {
    /// So many names are said of a mark; more of them are only counted.
    pub const NAMES: usize = 60;
}

macro_rules! tones {
    ($($(#[$doc:meta])* $name:ident = $slug:literal),+ $(,)?) => {
        /// What a mark means, and so what it looks like. Each tone has a colour and a pattern of
        /// its own, so that no two are mistaken for each other, in grey neither.
        /// The order here is the order of a legend.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tone {
            $($(#[$doc])* $name),+
        }

        impl Tone {
            /// All tones, in legend order.
            pub const ALL: &[Tone] = &[$(Tone::$name),+];

            /// Short name for ids and class names.
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Tone::$name => $slug),+
                }
            }
        }
    };
}

tones! {
    /// An option or a term; "yes".
    Primary = "primary",
    /// A second series beside [`Tone::Primary`].
    Secondary = "secondary",
    /// The answer "no": as decided as a yes, and never like a gap.
    No = "no",
    /// Hinders the transfer.
    Hindering = "hindering",
    /// Neither helps nor hinders.
    Neutral = "neutral",
    /// Helps the transfer.
    Enabling = "enabling",
    /// No reading can be given.
    Unread = "unread",
    /// Answered, whatever the answer.
    Given = "given",
    /// Given although not asked.
    OffCondition = "off-condition",
    /// The mark cannot be read.
    Unclear = "unclear",
    /// "We do not know".
    Unknown = "unknown",
    /// "We prefer not to answer".
    Declined = "declined",
    /// "Does not apply to us".
    NotApplicable = "not-applicable",
    /// Nothing written.
    Blank = "blank",
    /// Not asked, because its condition does not hold.
    NotAsked = "not-asked",
    /// Removed from this export.
    Withheld = "withheld",
    /// There is no sheet at all.
    Missing = "missing",
}
