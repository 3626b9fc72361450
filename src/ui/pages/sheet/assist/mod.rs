//! What helps whoever fills in or reviews a sheet, and what the bare form does
//! without: words explained, suggestions, remarks, history, copies, print, the
//! steps of the sheet's life. It lives in the part `assist`, which is fetched
//! when a sheet is opened; the form works before it is there, and without it.

mod actions;
mod additions;
mod checks;
mod clarify;
mod copy;
mod glossary;
mod history;
mod neighbours;
mod paper;
mod remarks;
mod stale;
mod suggest;
mod thread;
mod to_complete;
mod transcription;
mod writing;

use super::question::Change;
use crate::model::{About, Answer, EffectiveState, Question};
use crate::state::{Fetched, in_part};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// A question on the sheet, for what stands beside it.
#[derive(Clone, Copy)]
pub struct Spot {
    /// The question.
    pub question: StoredValue<Question>,
    /// Its answer on this sheet.
    pub answer: RwSignal<Answer>,
    /// How the answer counts.
    pub state: RwSignal<EffectiveState>,
    /// Changes the answer.
    pub edit: Callback<Change>,
}

/// What the part can do; the form knows it by its types alone. All of it is to
/// be asked inside a sheet.
pub struct Assist {
    /// A text in which the words of the glossary are explained.
    pub explained: fn(String) -> AnyView,
    /// Why a follow-up is asked, or is not.
    pub why: fn(Spot) -> String,
    /// What stands beneath the field of a question.
    pub beneath: fn(Spot) -> El,
    /// What stands below an answer and what was added to it.
    pub below: fn(Spot) -> El,
    /// What stands beneath the field of a contact.
    pub contact: fn(RwSignal<Answer>) -> El,
    /// What is missing, each a way to it.
    pub to_complete: fn() -> El,
    /// How much that is, and the way there.
    pub still: fn() -> El,
    /// What reviewers ask about it, and how to ask.
    pub remarks: fn(About) -> Option<El>,
    /// What there is to be clarified and to be sent again, above the form.
    pub to_clarify: fn() -> El,
    /// What can be done with the sheet as a whole: print it, look back, copy.
    pub tools: fn() -> El,
    /// What the lifecycle allows next, and the steps so far.
    pub actions: fn() -> El,
}

static ASSIST: Assist = Assist {
    explained: glossary::explained,
    why: checks::why,
    beneath,
    below: additions::below,
    contact: checks::contact,
    to_complete: to_complete::to_complete,
    still: to_complete::still,
    remarks: remarks::remarks,
    to_clarify,
    tools,
    actions,
};

in_part! {
    assist =>
    /// Fetches the part.
    pub fn assist() -> Fetched<&'static Assist> {
        Ok(&ASSIST)
    }
}

fn beneath(spot: Spot) -> El {
    el("div")
        .child(checks::checks(spot))
        .child(suggest::beneath(spot))
}

fn to_clarify() -> El {
    el("div").child(stale::stale()).child(remarks::to_clarify())
}

fn actions() -> El {
    el("div")
        .child(actions::actions())
        .child(neighbours::neighbours())
}

fn tools() -> El {
    el("div")
        .child(actions::way_there())
        .child(history::steps())
        .child(paper::paper())
        .child(history::history())
        .child(glossary::glossary_list())
        .child(copy::copy())
        .child(transcription::transcription())
}
