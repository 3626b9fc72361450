//! One partner's sheet: every question by dimension, and the contacts.

mod choices;
mod contact;
mod question;
mod text;

use contact::Contacts;
use question::QuestionField;

use crate::analysis::completeness;
use crate::model::{
    Dimension, DimensionId, EffectiveState, Partner, PartnerId, Question, QuestionId,
    Questionnaire, SheetStatus, effective_states,
};
use crate::ui::components::StatusBadge;
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::prelude::*;
use std::sync::Arc;

/// What every part of the sheet needs.
#[derive(Clone)]
struct SheetContext {
    partner: PartnerId,
    questionnaire: Arc<Questionnaire>,
    /// Effective states, in the questionnaire's order.
    states: Memo<Vec<EffectiveState>>,
}

impl SheetContext {
    /// The effective state of a question; reactive.
    fn state(&self, question: &QuestionId) -> EffectiveState {
        let questions = &self.questionnaire.questions;
        let at = questions.iter().position(|q| q.id == *question);
        let states = self.states.read();
        at.and_then(|at| states.get(at).copied())
            .unwrap_or(EffectiveState::Missing)
    }
}

/// The page of one sheet.
#[component]
pub fn SheetPage(partner: PartnerId) -> impl IntoView {
    let (app, t) = (app(), t());
    let found = untrack(|| app.with_head(|h| h.partner(&partner).cloned())).flatten();
    let Some(partner) = found else {
        return view! {
            <div class="page narrow"><h1>{t.not_here_title()}</h1><p>{t.no_sheet_text()}</p></div>
        }
        .into_any();
    };
    let questionnaire = Arc::new(untrack(|| app.questionnaire()));
    let states = {
        let (questionnaire, id) = (questionnaire.clone(), partner.id.clone());
        Memo::new(move |_| {
            app.with_sheet(&id, |sheet| effective_states(&questionnaire, Some(sheet)))
                .unwrap_or_default()
        })
    };
    provide_context(SheetContext {
        partner: partner.id.clone(),
        questionnaire: questionnaire.clone(),
        states,
    });
    let sections: Vec<_> = questionnaire
        .dimensions
        .iter()
        .map(|dimension| view! { <DimensionSection dimension=dimension.clone()/> })
        .collect();
    view! {
        <div class="page sheet">
            <Head partner=partner.clone()/>
            <DimensionNav/>
            {sections}
            <Contacts/>
            <Actions partner=partner.id.clone()/>
            <Neighbours partner=partner.id/>
        </div>
    }
    .into_any()
}

/// Name, status and progress.
#[component]
fn Head(partner: Partner) -> impl IntoView {
    let (app, t) = (app(), t());
    let context = expect_context::<SheetContext>();
    let id = partner.id.clone();
    let look = Memo::new(move |_| {
        app.with_sheet(&id, |sheet| {
            let done = completeness::of_sheet(&context.questionnaire, sheet, None);
            (
                sheet.status,
                sheet.transcribed,
                done.answered(),
                done.asked(),
            )
        })
    });
    let kind = wording::kind(t, &partner.kind.0);
    view! {
        <h1><span class="code">{partner.code}</span>" "{partner.name}</h1>
        <p class="sheet-status">
            {move || look.get().map(|(status, transcribed, answered, asked)| view! {
                <StatusBadge status/>
                <span class="about">{t.sheet_progress(answered, asked)}</span>
                {transcribed.then(|| view! { <span class="about">{t.transcribed()}</span> })}
            })}
            <span class="about">{kind}</span>
        </p>
    }
}

fn section_id(dimension: &DimensionId) -> String {
    format!("dimension-{dimension}")
}

/// Leads to each dimension of the sheet, with how much of it is answered.
#[component]
fn DimensionNav() -> impl IntoView {
    let t = t();
    let context = expect_context::<SheetContext>();
    let dimensions = context.questionnaire.dimensions.clone();
    let links: Vec<_> = dimensions
        .into_iter()
        .map(|dimension| {
            let target = section_id(&dimension.id);
            let context = context.clone();
            let id = dimension.id.clone();
            let progress = Memo::new(move |_| progress(&context, &id));
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                document::focus(&target);
            };
            let title = dimension.title.get(t.code()).to_owned();
            view! {
                <li><button type="button" class="step" title=title.clone() on:click=go>
                    <span class="code">{dimension.id.to_string()}</span>
                    <span class="step-title">{title.clone()}</span>
                    <span class="about">{move || { let (k, n) = progress.get(); format!("{k}/{n}") }}</span>
                </button></li>
            }
        })
        .collect();
    view! { <nav class="steps" aria-label=t.sheet_dimensions()><ol>{links}</ol></nav> }
}

/// Answers given, of those asked, in one dimension.
fn progress(context: &SheetContext, dimension: &DimensionId) -> (usize, usize) {
    let states = context
        .questionnaire
        .in_dimension(dimension)
        .map(|question| context.state(&question.id));
    states.fold((0, 0), |(k, n), state| {
        let given = usize::from(state == EffectiveState::Given);
        (k + given, n + usize::from(state.was_asked()))
    })
}

#[component]
fn DimensionSection(dimension: Dimension) -> impl IntoView {
    let t = t();
    let context = expect_context::<SheetContext>();
    let questions: Vec<Question> = context
        .questionnaire
        .in_dimension(&dimension.id)
        .cloned()
        .collect();
    let fields: Vec<_> = questions
        .into_iter()
        .map(|question| view! { <QuestionField question/> })
        .collect();
    view! {
        <section class="card dimension" id=section_id(&dimension.id) tabindex="-1" aria-label=dimension.title.get(t.code()).to_owned()>
            <h2><span class="code">{dimension.id.to_string()}</span>" "{dimension.title.get(t.code()).to_owned()}</h2>
            {fields}
        </section>
    }
}

/// What the lifecycle allows next.
#[component]
fn Actions(partner: PartnerId) -> impl IntoView {
    let (app, t) = (app(), t());
    let status = {
        let partner = partner.clone();
        Memo::new(move |_| app.with_sheet(&partner, |s| s.status))
    };
    let buttons = move || {
        let now = status.get()?;
        // A draft begins by itself with the first answer.
        let begins = |next| next == SheetStatus::Draft && !now.is_received();
        let next = SheetStatus::ALL.into_iter();
        let next = next.filter(|next| now.may_become(*next) && !begins(*next));
        let buttons: Vec<_> = next
            .map(|next| {
                let partner = partner.clone();
                let forward = matches!(next, SheetStatus::Submitted | SheetStatus::Approved);
                view! {
                    <button type="button" class="button" class:secondary=!forward
                        data-become=next.code()
                        on:click=move |_| app.advance(&partner, next)>{wording::become_status(t, next)}</button>
                }
            })
            .collect();
        Some(view! { <p class="actions"><StatusBadge status=now/> {buttons}</p> })
    };
    view! {
        <section class="card" aria-labelledby="actions-title">
            <h2 id="actions-title">{t.sheet_actions()}</h2>
            {buttons}
        </section>
    }
}

/// The sheets before and after this one.
#[component]
fn Neighbours(partner: PartnerId) -> impl IntoView {
    let (app, t) = (app(), t());
    let links = untrack(|| {
        app.with_head(|head| {
            let at = head.partners.iter().position(|p| p.id == partner)?;
            let link = |partner: Option<&Partner>| {
                partner.map(|p| {
                    (
                        Route::Survey(head.id.clone(), Page::Sheet(p.id.clone())).href(),
                        p.name.clone(),
                    )
                })
            };
            let before = at.checked_sub(1).and_then(|i| head.partners.get(i));
            Some((
                link(before),
                link(head.partners.get(at + 1)),
                Route::Survey(head.id.clone(), Page::Overview).href(),
            ))
        })
    });
    links.flatten().map(|(before, after, overview)| {
        view! {
            <nav class="neighbours" aria-label=t.other_sheets()>
                {before.map(|(href, name)| view! { <a href=href rel="prev">{t.previous_sheet(name)}</a> })}
                <a href=overview>{t.back_to_overview()}</a>
                {after.map(|(href, name)| view! { <a href=href rel="next">{t.next_sheet(name)}</a> })}
            </nav>
        }
    })
}
