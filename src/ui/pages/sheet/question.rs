//! One question of the form: its value, its state, its comment.

use super::assist::Spot;
use super::choices::choices;
use super::text::{Field, text_field};
use super::{SheetContext, sheet_context};
use crate::bundle::MAX_TEXT;
use crate::model::{About, Answer, AnswerState, EffectiveState, Question, QuestionKind, Value};
use crate::ui::components::state_badge;
use crate::ui::el::{El, Part, el, p, span};
use crate::ui::{app, t, wording};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// States that a person declares in place of an answer.
const DECLARED: [AnswerState; 3] = [
    AnswerState::Unknown,
    AnswerState::NotApplicable,
    AnswerState::Declined,
];

/// The answer of the sheet's partner to one question.
pub fn question_field(question: Question) -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let (answer, state) = context.records.question(&question.id);
    let edit = {
        let (records, partner) = (context.records.clone(), context.partner.clone());
        let id = question.id.clone();
        Callback::new(move |change: Change| {
            app.edit_answer(&partner, &id, change.0);
            records.follow();
        })
    };
    let about = About::Question(question.id.clone());
    let question = StoredValue::new(question);
    let spot = Spot {
        question,
        answer,
        state,
        edit,
    };
    let (id, number, label, help, kind) = question.with_value(|q| {
        let text = |text: &crate::model::LocalText| text.get(t.code()).to_owned();
        (
            q.id.to_string(),
            q.number.clone(),
            text(&q.label),
            text(&q.help),
            q.kind,
        )
    });
    let label_id = format!("label-{id}");
    let input = if kind.is_closed() {
        choices(question, answer, edit).part()
    } else {
        let field = match kind {
            QuestionKind::Number => Field::Number,
            QuestionKind::Date => Field::Date,
            QuestionKind::Url => Field::Line,
            _ => Field::Lines,
        };
        let hint = match kind {
            QuestionKind::List => t.list_hint(),
            QuestionKind::Url => t.url_hint(),
            QuestionKind::Number => t.number_hint(),
            _ => "",
        };
        text_field(field, answer, edit, label_id.clone(), hint).part()
    };
    let role = if kind.is_single() {
        "radiogroup"
    } else {
        "group"
    };
    let number = span("number", number);
    let label = p(
        "label",
        [number.part(), " ".part(), context.explained(label)],
    )
    .attr("id", label_id.clone());
    el("div")
        .class("question")
        .attr("data-question", id)
        .live_attr("data-effective", move || Some(state.get().code().into()))
        .attr("role", role)
        .attr("aria-labelledby", label_id)
        .child(label)
        .child((!help.is_empty()).then(|| p("help", context.explained(help))))
        .child(circumstances(spot))
        .child(
            context
                .fields()
                .child(input)
                .child(context.beside(move |assist| (assist.beneath)(spot)))
                .child(
                    el("div")
                        .class("beside")
                        .child(declare(answer, edit))
                        .child(additions(answer, edit))
                        .child(context.beside(move |assist| (assist.below)(spot))),
                ),
        )
        .child(context.beside(move |assist| (assist.remarks)(about.clone())))
}

/// A change of an answer, to be run on the sheet.
pub struct Change(pub Box<dyn FnOnce(&mut Answer)>);

impl Change {
    /// From a closure.
    pub fn new(change: impl FnOnce(&mut Answer) + 'static) -> Self {
        Self(Box::new(change))
    }
}

/// What there is to know about this question on this sheet: the question that
/// it follows, that it is not asked, that another repeats it.
fn circumstances(spot: Spot) -> Vec<El> {
    let t = t();
    let Spot {
        question, state, ..
    } = spot;
    let SheetContext {
        questionnaire,
        assist,
        ..
    } = sheet_context();
    let number_of =
        |id: &crate::model::QuestionId| questionnaire.question(id).map(|q| q.number.clone());
    let parent = question.with_value(|q| {
        let mut parent = None;
        if let Some(condition) = &q.asked_when {
            condition.each_reference(&mut |id, _| parent = parent.take().or_else(|| number_of(id)));
        }
        parent
    });
    let repeated = question.with_value(|q| {
        let repeats = questionnaire.repeats_of(&q.id);
        repeats
            .map(|r| t.repeated_by(&r.number))
            .collect::<Vec<_>>()
    });
    let note = question.with_value(|q| q.note.get(t.code()).to_owned());
    let follow_up = parent.map(|number| {
        move || match (assist.get(), state.get()) {
            (Some(assist), _) => (assist.why)(spot),
            (_, EffectiveState::NotAsked) => t.not_asked_because(&number),
            (_, EffectiveState::OffCondition) => t.off_condition_because(&number),
            _ => t.follow_up_of(&number),
        }
    });
    let grave = move || {
        Some(if state.get() == EffectiveState::OffCondition {
            "circumstance grave".into()
        } else {
            "circumstance".into()
        })
    };
    let follow_up = follow_up.map(|text| el("p").live_attr("class", grave).live_in_place(text));
    let said = |text: String| p("circumstance", text);
    let note = (!note.is_empty()).then_some(note);
    let others = repeated.into_iter().chain(note).map(said);
    follow_up.into_iter().chain(others).collect()
}

/// The state of the answer where it is not simply given, and the buttons that
/// declare one.
fn declare(answer: RwSignal<Answer>, edit: Callback<Change>) -> El {
    let t = t();
    let frame = sheet_context().records.frame;
    let state = Memo::new(move |_| answer.read().state);
    let withheld = move || match &answer.read().value {
        Some(Value::Withheld(reason)) => Some(span("about", t.withheld(reason.get(t.code())))),
        _ => None,
    };
    let blank = move || (state.get() == AnswerState::Blank).then(|| "".into());
    let chip = move |declared: AnswerState| {
        let code = EffectiveState::from(declared).code();
        let pressed = move || {
            let on = state.get() == declared;
            Some(if on { "true" } else { "false" }.into())
        };
        let press = move |_| {
            let on = state.get_untracked() == declared;
            let next = if on { AnswerState::Given } else { declared };
            edit.run(Change::new(move |a| a.declare(next)));
        };
        el("button")
            .attr("type", "button")
            .class(format!("chip state-{code}"))
            .attr("data-declare", code)
            .live_attr("aria-pressed", pressed)
            .on("click", press)
            .child(wording::stored_state(t, declared))
    };
    let unclear =
        Memo::new(move |_| frame.read().transcribed || state.get() == AnswerState::Unclear);
    let chips = el("span")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", t.without_answer())
        .child(DECLARED.map(chip))
        .live(move || unclear.get().then(|| chip(AnswerState::Unclear)));
    el("div")
        .class("declare")
        .live_attr("data-blank", blank)
        .child(state_badge(AnswerState::Blank.into()))
        .live(withheld)
        .child(chips)
}

/// What can be added to an answer.
struct Addition {
    name: &'static str,
    /// What the way to it says while there is none.
    add: &'static str,
    of: fn(&Answer) -> &String,
    set: fn(&mut Answer, String),
}

/// Something added to the answer. What it is typed into is `field`, which is made
/// once somebody opens it, or something stands there: a page has dozens of them.
fn addition(
    answer: RwSignal<Answer>,
    edit: Callback<Change>,
    field: fn() -> El,
    what: Addition,
) -> El {
    let Addition { name, add, of, set } = what;
    let added = Memo::new(move |_| of(&answer.read()).clone());
    // Once there is one it stays in sight, also while it is rewritten.
    let any = Memo::new(move |was| was == Some(&true) || !added.read().is_empty());
    let opened = RwSignal::new(false);
    let write = move |event| {
        let text: String = event_target_value(&event);
        edit.run(Change::new(move |a| set(a, text)));
    };
    let field = move || {
        field()
            .attr("aria-label", name)
            .attr("maxlength", MAX_TEXT.to_string())
            .prop("value", move || JsValue::from_str(&added.read()))
            .on("input", write)
    };
    let said = move || if any.get() { name } else { add };
    // Who opens it is about to type. A field that is shut takes no focus.
    let begin = move |event: web_sys::Event| {
        let details = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if !opened.get_untracked() {
            opened.set(true);
        }
        if added.read_untracked().is_empty() {
            request_animation_frame(move || {
                let field = details.and_then(|details| details.last_element_child());
                if let Some(field) = field.and_then(|f| f.dyn_into::<HtmlElement>().ok()) {
                    let _ = field.focus();
                }
            });
        }
    };
    let is_here = Memo::new(move |_| any.get() || opened.get());
    el("details")
        .class("comment")
        .live_attr("open", move || any.get().then(|| "".into()))
        .on("toggle", begin)
        .child(el("summary").live_in_place(said))
        .live(move || is_here.get().then(|| untrack(field)))
}

/// The partner's comment, and where the answer can be seen.
fn additions(answer: RwSignal<Answer>, edit: Callback<Change>) -> [El; 2] {
    let t = t();
    let comment = Addition {
        name: t.comment(),
        add: t.add_comment(),
        of: |a| &a.comment,
        set: |a, text| a.comment = text,
    };
    let evidence = Addition {
        name: t.evidence(),
        add: t.add_evidence(),
        of: |a| &a.evidence,
        set: |a, text| a.evidence = text,
    };
    let area = || el("textarea").attr("rows", "2");
    let line = || {
        el("input")
            .attr("type", "text")
            .attr("placeholder", crate::ui::t().evidence_hint())
    };
    [
        addition(answer, edit, area, comment),
        addition(answer, edit, line, evidence),
    ]
}
