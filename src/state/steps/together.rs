//! What somebody does as one is one step, however many records it touches.

use super::super::App;
use super::{Change, Stacks, What};
use leptos::prelude::*;

impl App {
    /// Does something that is one step for whoever does it, and is called so.
    /// Called by code in parts.
    pub fn as_one_step<T>(self, name: String, act: impl FnOnce() -> T) -> T {
        self.together(Some(name));
        let done = act();
        self.together(None);
        done
    }

    fn together(self, name: Option<String>) {
        let goes_on = name.is_some();
        self.env.update_value(|env| env.steps.together = goes_on);
        self.note_step(Change::Together(name));
    }
}

impl Stacks {
    /// From here on everything is one step of this name, or, without a name, up
    /// to here. Says whether there is another step by now.
    pub(super) fn together(&mut self, at: u64, name: Option<String>) -> bool {
        if let Some(name) = name {
            self.together = Some((name, Vec::new()));
            return false;
        }
        let Some((name, mut all)) = self.together.take() else {
            return false;
        };
        match (all.pop(), all.is_empty()) {
            (None, _) => false,
            // One alone says more of itself.
            (Some(only), true) => self.take(at, only),
            (Some(last), false) => {
                all.push(last);
                self.take(at, What::Several(name, all))
            }
        }
    }
}
