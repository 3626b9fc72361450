//! What a command does to a presentation that runs.

use super::keys::Command;
use super::message::Role;
use super::show::{Open, Show, rest, rest_then};
use super::{drill, full};
use leptos::prelude::*;

/// So many digits make a number.
const DIGITS: usize = 4;

impl Show {
    /// Does what a command asks for.
    pub fn act(self, command: Command) {
        self.said.set(String::new());
        match command {
            Command::Digit(digit) => {
                self.typed.update(|typed| {
                    if typed.len() < DIGITS {
                        typed.push(digit);
                    }
                });
                return;
            }
            Command::Erase if !self.typed.read_untracked().is_empty() => {
                self.typed.update(|typed| {
                    typed.pop();
                });
                return;
            }
            _ => {}
        }
        let typed = self.typed.get_untracked();
        if !typed.is_empty() {
            self.typed.set(String::new());
        }
        let open = self.open.get_untracked();
        match command {
            Command::Enter if !typed.is_empty() => self.go_to(&typed),
            Command::Back if !typed.is_empty() => {}
            Command::Next | Command::Enter => self.step(true),
            Command::Erase if open != Open::Nothing => self.shut(),
            Command::Previous | Command::Erase => self.step(false),
            Command::First => self.go(0),
            Command::Last => self.go(self.count.get_untracked().saturating_sub(1)),
            Command::Full => full::toggle(),
            Command::Overview => self.toggle(Open::Overview),
            Command::GoTo => self.toggle(Open::GoTo),
            Command::Help => self.toggle(Open::Help),
            Command::Black => self.black.update(|black| *black = !*black),
            // In the speaker's window the notes are always there.
            Command::Notes if self.role == Role::Stage => {
                self.notes.update(|notes| *notes = !*notes);
            }
            // A browser opens a window only while it tells of the key.
            Command::Speaker => {
                if let Some(open) = self.open_speaker.get_value() {
                    open.run(());
                }
            }
            Command::Marks if self.role == Role::Stage => self.to_marks(),
            Command::Back => self.back(),
            Command::Notes | Command::Marks | Command::Digit(_) => {}
        }
    }

    fn toggle(self, what: Open) {
        if self.open.get_untracked() == what {
            self.shut();
        } else {
            self.black.set(false);
            self.open.set(what);
        }
    }

    /// Closes what is open; the keyboard goes back to where it was.
    pub fn shut(self) {
        let was = self.open.get_untracked();
        self.open.set(Open::Nothing);
        match was {
            Open::Names(_) if self.pointed.get_value() => rest_then(),
            Open::Names(mark) => {
                let keys = self.marks().into_iter().map(|mark| mark.key);
                drill::back_to(mark, keys.collect());
            }
            Open::Nothing => {}
            _ => rest_then(),
        }
    }

    /// Closes what is open, step by step, and at last the stage.
    fn back(self) {
        if self.open.get_untracked() != Open::Nothing {
            self.shut();
        } else if self.black.get_untracked() {
            self.black.set(false);
        } else if drill::on_a_mark() {
            rest();
        } else if full::is_full() {
            full::toggle();
        } else if self.role == Role::Stage {
            self.leave();
        }
    }

    fn to_marks(self) {
        self.black.set(false);
        if self.marks().is_empty() || !drill::to_the_marks() {
            self.said.set(self.t.stage_no_marks().into());
        }
    }
}
