//! The steps of a sheet: its dimensions, and the contacts at the end. They are
//! shown one at a time or all together; the step list leads to each of them.

use super::{SheetContext, sheet_context};
use crate::analysis::completeness::Completeness;
use crate::model::{DimensionId, EffectiveState};
use crate::ui::el::{El, Part, button, el, span};
use crate::ui::{Query, app, ask, document, step_name, t};
use leptos::prelude::*;

/// Where a step stands in the page; without a dimension it is the contacts.
pub fn step_section(step: Option<&DimensionId>) -> String {
    match step {
        Some(dimension) => format!("dimension-{dimension}"),
        None => "contacts".into(),
    }
}

impl SheetContext {
    /// The step at this place; the last one is the contacts.
    pub fn step(&self, at: usize) -> Option<&DimensionId> {
        let dimension = self.questionnaire.dimensions.get(at);
        dimension.map(|dimension| &dimension.id)
    }

    /// The place of the last step.
    pub fn last_step(&self) -> usize {
        let dimensions = self.questionnaire.dimensions.len();
        if self.questionnaire.contacts.is_empty() {
            dimensions.saturating_sub(1)
        } else {
            dimensions
        }
    }

    /// The place of the step that the address leads to, or the first.
    pub fn step_here(&self) -> usize {
        let query = self.query.read();
        let question = query.question();
        let question = question.and_then(|id| self.questionnaire.question(&id));
        let name = match question {
            Some(question) => question.dimension.as_str(),
            None => query.get("step"),
        };
        let mut places = 0..=self.last_step();
        let here = places.find(|at| step_name(self.step(*at)) == name);
        here.unwrap_or_default()
    }

    /// Whether the step at this place is in sight.
    pub fn shows(&self, at: usize) -> bool {
        !self.app.by_step() || self.step_here() == at
    }

    /// Leads to the step at this place.
    fn go_to(&self, at: usize) {
        let step = self.step(at);
        if untrack(|| self.shows(at)) {
            document::focus(&step_section(step));
        } else {
            ask(Query::default().set("step", step_name(step)));
        }
    }

    /// How complete a step is.
    fn progress(&self, at: usize) -> Completeness {
        if let Some(dimension) = self.step(at) {
            let questions = self.questionnaire.in_dimension(dimension);
            let state = |id: &_| self.records.question(id).1.get();
            return questions.map(|question| state(&question.id)).collect();
        }
        let contacts = self.questionnaire.contacts.iter();
        let stored = contacts.map(|contact| self.records.contact(&contact.id));
        stored.map(|answer| answer.read().state.into()).collect()
    }
}

/// Whether the sheet is shown step by step, and the steps.
pub fn steps() -> [El; 2] {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let way = |by_step: bool, name| {
        button("chip", name, move || app.set_by_step(by_step)).live_attr(
            "aria-pressed",
            move || {
                Some(
                    if app.by_step() == by_step {
                        "true"
                    } else {
                        "false"
                    }
                    .into(),
                )
            },
        )
    };
    let ways = el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", t.view_of_sheet())
        .child([way(true, t.step_by_step()), way(false, t.all_steps())]);
    let list = (0..=context.last_step()).map(step);
    let nav = el("nav")
        .class("steps")
        .attr("aria-label", t.sheet_dimensions())
        .child(el("ol").child(list.collect::<Vec<_>>()))
        .child(
            el("div")
                .class("still")
                .child(context.beside(|assist| (assist.still)())),
        );
    [ways, nav]
}

/// One step in the list: its name, and how much of it is answered.
fn step(at: usize) -> El {
    let t = t();
    let context = sheet_context();
    let dimension = context.questionnaire.dimensions.get(at);
    let (code, title) = match dimension {
        Some(dimension) => (
            dimension.id.to_string(),
            dimension.title.get(t.code()).to_owned(),
        ),
        None => ("@".into(), t.contacts().into()),
    };
    let progress = {
        let context = context.clone();
        move || {
            let progress = context.progress(at);
            let complete = (progress.count(EffectiveState::Blank) == 0).then(|| {
                let sign = el("span").attr("aria-hidden", "true").child("✓ ");
                let said = span("hidden", t.step_complete());
                span("complete", [sign, said])
            });
            let (given, asked) = (progress.answered(), progress.asked());
            [complete.part(), format!("{given}/{asked}").part()]
        }
    };
    let is_here = {
        let context = context.clone();
        move || {
            let here = context.app.by_step() && context.step_here() == at;
            here.then(|| "step".into())
        }
    };
    let button = el("button")
        .attr("type", "button")
        .class("step")
        .attr("title", title.clone())
        .live_attr("aria-current", is_here)
        .on("click", move |_| context.go_to(at))
        .child(span("code", code))
        .child(span("step-title", title))
        .child(el("span").class("about").live(progress));
    el("li").child(button)
}

/// At the end of a step: the ways to the one before and the one after.
pub fn neighbour_steps() -> El {
    let t = t();
    let context = sheet_context();
    let last = context.last_step();
    let way = |classes, name, end: usize, forward: bool| {
        let (context, to) = (context.clone(), context.clone());
        el("button")
            .attr("type", "button")
            .class_hidden(classes, move || {
                !context.app.by_step() || context.step_here() == end
            })
            .on("click", move |_| {
                let here = untrack(|| to.step_here());
                to.go_to(if forward {
                    here + 1
                } else {
                    here.saturating_sub(1)
                });
            })
            .child(name)
    };
    el("p").class("actions").child([
        way("button secondary", t.step_before(), 0, false),
        way("button", t.step_after(), last, true),
    ])
}
