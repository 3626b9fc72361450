//! One question: what each of its rules makes of an answer. Whoever coordinates
//! can change it here.

use super::rules::{All, Read, Rule};
use super::words::{self, FACTORS, READINGS};
use crate::analysis::BodyIndex;
use crate::model::{Factor, QuestionId, Reading, ReadingChange};
use crate::state::App;
use crate::ui::el::{El, Part, el, on_demand, p, span};
use crate::ui::{app, t};
use leptos::prelude::*;

/// One question in the list of all.
#[derive(Clone)]
struct Place {
    app: App,
    id: String,
    all: Memo<All>,
}

impl Place {
    /// Looks at how the question is read.
    fn with<T>(&self, look: impl FnOnce(&Read) -> T) -> Option<T> {
        self.all
            .with(|all| all.questions.iter().find(|q| q.id == self.id).map(look))
    }

    /// Looks at one of its rules.
    fn rule<T>(&self, at: usize, look: impl FnOnce(&Rule) -> T) -> Option<T> {
        self.with(|read| read.rules.get(at).map(look)).flatten()
    }

    fn names(&self, bodies: &[BodyIndex]) -> String {
        self.all.with(|all| {
            let names = bodies.iter().filter_map(|body| all.names.get(*body));
            names.map(String::as_str).collect::<Vec<_>>().join(", ")
        })
    }

    /// Changes how the question is read.
    fn change(&self, change: ReadingChange) {
        if let Ok(id) = QuestionId::new(&self.id) {
            self.app.change_reading(&id, change);
        }
    }
}

/// A question; its rules are made when they are asked for.
pub fn question(id: String, title: String, all: Memo<All>, edit: bool) -> El {
    let (app, t) = (app(), t());
    let place = Place { app, id, all };
    let counted = place.clone();
    let counts = move || {
        let counts = counted.with(|read| {
            if read.off {
                return t.rules_off().to_owned();
            }
            let counts = READINGS.into_iter().filter_map(|reading| {
                let count = read.count(reading);
                (count > 0).then(|| t.rule_count(words::answers(t, reading), count))
            });
            counts.collect::<Vec<_>>().join(" · ")
        });
        counts.unwrap_or_default()
    };
    let summary = [
        span("title", title).part(),
        " ".part(),
        el("span").class("about").live_in_place(counts).part(),
    ];
    let mark = place.id.clone();
    let more = on_demand(summary.part(), move || rules(place.clone(), edit));
    el("li").child(more.attr("data-read", mark))
}

fn rules(place: Place, edit: bool) -> El {
    let count = untrack(|| place.with(|read| read.rules.len())).unwrap_or_default();
    let each = (0..count).map(|at| rule(place.clone(), at, at + 1 == count, edit));
    let each: Vec<_> = each.collect();
    el("div")
        .class("rules")
        .child(el("ul").child(each).child(unread(place.clone())))
        .child(edit.then(|| controls(place)))
}

/// One rule: what it looks for, what it makes of it, who says so, and whose
/// answers these are.
fn rule(place: Place, at: usize, last: bool, edit: bool) -> El {
    let t = t();
    let words = {
        let place = place.clone();
        move || {
            place
                .rule(at, |rule| rule.words.clone())
                .unwrap_or_default()
        }
    };
    let source = {
        let place = place.clone();
        move || {
            let source = place.rule(at, |rule| {
                words::authority(t, rule.source, rule.said, rule.reading)
            });
            source.unwrap_or_default()
        }
    };
    let reading = if edit {
        choice(place.clone(), at, last)
    } else {
        let place = place.clone();
        let reading = move || place.rule(at, |rule| words::reading(t, rule.reading));
        el("strong").live_in_place(reading)
    };
    let said = el("p")
        .class("rule-said")
        .live_in_place(words)
        .child(makes(reading));
    el("li")
        .class("rule")
        .attr("data-rule", mark(at, last))
        .child(said)
        .child(el("p").class("base").live_in_place(source))
        .child(behind(place, move |read| {
            read.rules.get(at).map(|rule| rule.bodies.clone())
        }))
}

/// What is made of an answer: "→ helps".
fn makes(reading: El) -> El {
    let arrow = el("span").attr("aria-hidden", "true").child("→");
    span("reading", [arrow, reading])
}

fn mark(at: usize, last: bool) -> String {
    if last {
        "otherwise".into()
    } else {
        at.to_string()
    }
}

/// The bodies without an answer to read.
fn unread(place: Place) -> El {
    let t = t();
    let said = p("rule-said", t.rule_unread());
    let reading = el("strong").child(words::reading(t, Reading::Unknown));
    let none = {
        let place = place.clone();
        move || place.with(|read| read.unread.is_empty()).unwrap_or(true)
    };
    el("li")
        .class_hidden("rule", none)
        .attr("data-rule", "unread")
        .child(said.child(makes(reading)))
        .child(behind(place, |read| Some(read.unread.clone())))
}

/// How many bodies, and on demand which. Nothing while the question is not read.
fn behind(
    place: Place,
    bodies: impl Fn(&Read) -> Option<Vec<BodyIndex>> + Copy + Send + Sync + 'static,
) -> El {
    let t = t();
    let found = {
        let place = place.clone();
        Memo::new(move |_| {
            let found = place.with(|read| {
                let all = read.answers() + read.unread.len();
                bodies(read).filter(|_| !read.off).map(|b| (b, all))
            });
            found.flatten().unwrap_or_default()
        })
    };
    let count = move || found.with(|(bodies, all)| t.bodies_of(bodies.len(), *all));
    let names = move || found.with(|(bodies, _)| place.names(bodies));
    let count = el("span").live_in_place(count);
    on_demand(count, move || {
        let names = names.clone();
        el("p").class("names").live_in_place(names)
    })
    .live_attr("hidden", move || {
        found
            .with(|(bodies, _)| bodies.is_empty())
            .then(|| "".into())
    })
}

/// What a rule makes of an answer, to be chosen.
fn choice(place: Place, at: usize, last: bool) -> El {
    let t = t();
    let options = READINGS.into_iter().filter(|r| *r != Reading::Unknown);
    let options = options.map(|reading| {
        let name = words::reading(t, reading);
        el("option").attr("value", reading.code()).child(name)
    });
    let name = {
        let place = place.clone();
        move || {
            let words = place.rule(at, |rule| t.rule_reading_of(&rule.words));
            words.map(Into::into)
        }
    };
    let now = {
        let place = place.clone();
        move || {
            let reading = place.rule(at, |rule| rule.reading.code());
            reading.unwrap_or_default().into()
        }
    };
    let change = move |event| {
        let chosen = event_target_value(&event);
        let reading = READINGS.into_iter().find(|r| r.code() == chosen);
        if let Some(reading) = reading {
            let rule = (!last).then_some(at);
            place.change(ReadingChange::Reading(rule, reading));
        }
    };
    el("select")
        .live_attr("aria-label", name)
        .child(options.collect::<Vec<_>>())
        .prop("value", now)
        .on("change", change)
}

/// Whether the question is read, and what kind of factor it looks at.
fn controls(place: Place) -> El {
    let t = t();
    let read = {
        let place = place.clone();
        move || place.with(|read| !read.off).unwrap_or_default().into()
    };
    let switch = {
        let place = place.clone();
        move |event| place.change(ReadingChange::Off(!event_target_checked(&event)))
    };
    let switch = el("input")
        .attr("type", "checkbox")
        .prop("checked", read)
        .on("change", switch);
    let option = |value: &'static str, name| el("option").attr("value", value).child(name);
    let factors = FACTORS.into_iter();
    let factors = factors.map(|factor| option(factor.code(), words::factor(t, factor)));
    let now = {
        let place = place.clone();
        move || {
            let factor = place.with(|read| read.factor).flatten();
            factor.map_or("", Factor::code).into()
        }
    };
    let change = move |event| {
        let chosen = event_target_value(&event);
        let factor = FACTORS.into_iter().find(|f| f.code() == chosen);
        place.change(ReadingChange::Factor(factor));
    };
    let factor = el("select")
        .child(option("", t.factor_none()))
        .child(factors.collect::<Vec<_>>())
        .prop("value", now)
        .on("change", change);
    let switch = el("label")
        .class("tick")
        .child([switch, span("", t.rules_read())]);
    let factor = el("label").child([span("label", t.rules_factor()), factor]);
    el("div").class("rule-controls").child([switch, factor])
}
