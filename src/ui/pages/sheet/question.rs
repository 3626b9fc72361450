//! One question of the form: its value, its state, its comment.

use super::SheetContext;
use super::choices::Choices;
use super::text::{Field, TextField};
use crate::model::{Answer, AnswerState, EffectiveState, Question, QuestionKind, Value};
use crate::ui::components::StateBadge;
use crate::ui::{app, t, wording};
use leptos::prelude::*;

/// States that a person declares in place of an answer.
const DECLARED: [AnswerState; 3] = [
    AnswerState::Unknown,
    AnswerState::NotApplicable,
    AnswerState::Declined,
];

/// The answer of the sheet's partner to one question.
#[component]
pub fn QuestionField(question: Question) -> impl IntoView {
    let (app, t) = (app(), t());
    let context = expect_context::<SheetContext>();
    let answer = {
        let (partner, id) = (context.partner.clone(), question.id.clone());
        Memo::new(move |_| {
            app.with_sheet(&partner, |s| s.answers.get(&id).cloned())
                .flatten()
                .unwrap_or_default()
        })
    };
    let state = {
        let (context, id) = (context.clone(), question.id.clone());
        Memo::new(move |_| context.state(&id))
    };
    let edit = {
        let (partner, id) = (context.partner.clone(), question.id.clone());
        Callback::new(move |change: Change| app.edit_answer(&partner, &id, change.0))
    };
    let question = StoredValue::new(question);
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
        view! { <Choices question answer edit/> }.into_any()
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
        view! { <TextField field answer edit labelled_by=label_id.clone() hint/> }.into_any()
    };
    let role = if kind.is_single() {
        "radiogroup"
    } else {
        "group"
    };
    view! {
        <div class="question" data-question=id data-effective=move || state.get().code() role=role aria-labelledby=label_id.clone()>
            <p class="label" id=label_id.clone()><span class="number">{number}</span>" "{label}</p>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <Circumstances question state/>
            {input}
            <div class="beside">
                <Declare answer edit/>
                <Comment answer edit/>
            </div>
        </div>
    }
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
#[component]
fn Circumstances(question: StoredValue<Question>, state: Memo<EffectiveState>) -> impl IntoView {
    let t = t();
    let questionnaire = expect_context::<SheetContext>().questionnaire;
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
        move || match state.get() {
            EffectiveState::NotAsked => t.not_asked_because(&number),
            EffectiveState::OffCondition => t.off_condition_because(&number),
            _ => t.follow_up_of(&number),
        }
    });
    view! {
        {follow_up.map(|text| view! { <p class="circumstance" class:grave=move || state.get() == EffectiveState::OffCondition>{text}</p> })}
        {repeated.into_iter().map(|text| view! { <p class="circumstance">{text}</p> }).collect::<Vec<_>>()}
        {(!note.is_empty()).then(|| view! { <p class="circumstance">{note}</p> })}
    }
}

/// The state of the answer where it is not simply given, and the buttons that
/// declare one.
#[component]
fn Declare(answer: Memo<Answer>, edit: Callback<Change>) -> impl IntoView {
    let (app, t) = (app(), t());
    let partner = expect_context::<SheetContext>().partner;
    let state = Memo::new(move |_| answer.read().state);
    let transcribed =
        Memo::new(move |_| app.with_sheet(&partner, |s| s.transcribed).unwrap_or(false));
    let withheld = move || match &answer.read().value {
        Some(Value::Withheld(reason)) => Some(t.withheld(reason.get(t.code()))),
        _ => None,
    };
    let button = move |declared: AnswerState| {
        let on = move || state.get() == declared;
        view! {
            <button type="button" class=format!("chip state-{}", EffectiveState::from(declared).code()) data-declare=EffectiveState::from(declared).code() aria-pressed=move || on().to_string()
                on:click=move |_| {
                    let next = if state.get_untracked() == declared { AnswerState::Given } else { declared };
                    edit.run(Change::new(move |a| a.declare(next)));
                }>{wording::stored_state(t, declared)}</button>
        }
    };
    view! {
        <div class="declare">
            {move || (state.get() == AnswerState::Blank).then(|| view! { <StateBadge state=AnswerState::Blank.into()/> })}
            {move || withheld().map(|text| view! { <span class="about">{text}</span> })}
            <span class="chips" role="group" aria-label=t.without_answer()>
                {DECLARED.map(button)}
                {move || (transcribed.get() || state.get() == AnswerState::Unclear).then(|| button(AnswerState::Unclear))}
            </span>
        </div>
    }
}

/// The partner's comment, and the transcriber's note.
#[component]
fn Comment(answer: Memo<Answer>, edit: Callback<Change>) -> impl IntoView {
    let t = t();
    let (comment, note) =
        answer.with_untracked(|a| (a.comment.clone(), a.note.get(t.code()).to_owned()));
    let any = !comment.is_empty();
    let write = move |event| {
        let text: String = event_target_value(&event);
        edit.run(Change::new(move |a| a.comment = text));
    };
    view! {
        {(!note.is_empty()).then(|| view! { <p class="note"><span>{t.transcription_note()}": "</span>{note}</p> })}
        <details class="comment" open=any>
            <summary>{if any { t.comment() } else { t.add_comment() }}</summary>
            <textarea rows="2" aria-label=t.comment() prop:value=comment on:input=write></textarea>
        </details>
    }
}
