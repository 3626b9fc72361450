//! Where the keyboard stays after an edit: on the row that was edited, or at its
//! place where it has gone.

use crate::analysis::{CodebookUse, EntryUse};
use crate::model::TermId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Id of the heading of the page's question.
pub const TITLE: &str = "codebook-title";

/// The lists of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Pieces that no entry reads.
    Unread,
    /// Terms that are counted.
    Counted,
    /// Terms that are read and not counted.
    Ignored,
    /// Terms that nobody wrote.
    Unused,
}

impl List {
    /// Its name in the page, and the id of its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Counted => "counted",
            Self::Ignored => "ignored",
            Self::Unused => "unused",
        }
    }

    /// The entries in it; of unread pieces none has one.
    pub fn entries(self, uses: &CodebookUse) -> &[EntryUse] {
        match self {
            Self::Unread => &[],
            Self::Counted => &uses.counted,
            Self::Ignored => &uses.ignored,
            Self::Unused => &uses.unused,
        }
    }

    /// Where the piece of this text, or the entry of this id, stands.
    pub fn position(self, uses: &CodebookUse, key: &str) -> usize {
        let at = match self {
            Self::Unread => uses.unread.iter().position(|p| p.text == key),
            _ => {
                let mut entries = self.entries(uses).iter();
                entries.position(|e| e.id.as_str() == key)
            }
        };
        at.unwrap_or_default()
    }
}

/// Where the keyboard goes.
pub struct Stay {
    /// To the row of this term, where it is to be seen.
    pub term: Option<TermId>,
    /// Otherwise to this list,
    pub list: List,
    /// to the row that stands at this place, or to the last one.
    pub at: usize,
}

impl Stay {
    /// Puts it there; the view moves only where that is out of sight.
    pub fn focus(&self) {
        let page = document();
        let term = self.term.as_ref();
        let row = term.and_then(|term| page.get_element_by_id(&button_of(term)));
        if row.is_some_and(|row| takes_keyboard(&row)) {
            return;
        }
        let selector = ["[data-rows=", self.list.name(), "] [data-first]"].concat();
        if let Ok(rows) = page.query_selector_all(&selector)
            && let Some(last) = rows.length().checked_sub(1)
            && let Some(row) = rows.get(last.min(u32::try_from(self.at).unwrap_or(last)))
            && row.dyn_ref().is_some_and(takes_keyboard)
        {
            return;
        }
        for heading in [self.list.name(), TITLE] {
            let heading = page.get_element_by_id(heading);
            if heading.is_some_and(|heading| takes_keyboard(&heading)) {
                return;
            }
        }
    }
}

/// Id of the button that opens what can be done with a term.
pub fn button_of(term: &TermId) -> String {
    format!("edit-{term}")
}

/// Puts the keyboard on an element; says whether it is there now. What is folded
/// away does not take it.
fn takes_keyboard(element: &Element) -> bool {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    document().active_element().as_ref() == Some(element)
}
