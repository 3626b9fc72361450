//! The partner bodies: their sheets, and the list itself.

use crate::analysis::completeness;
use crate::model::{Partner, PartnerId};
use crate::ui::components::{Confirm, StatusBadge};
use crate::ui::{Page, Route, app, t, wording};
use leptos::html::Input;
use leptos::prelude::*;

/// All partners with the state of their sheets; they can be edited in place.
#[component]
pub fn Partners() -> impl IntoView {
    let (app, t) = (app(), t());
    let partners = Memo::new(move |_| app.with_head(|h| h.partners.clone()).unwrap_or_default());
    let editing = RwSignal::new(partners.with_untracked(Vec::is_empty));
    let none = Memo::new(move |_| partners.with(Vec::is_empty));
    let toggle = move || {
        if editing.get() {
            t.stop_editing()
        } else {
            t.edit_partners()
        }
    };
    view! {
        <section class="card" aria-labelledby="partners-title">
            <div class="title-row">
                <h2 id="partners-title">{t.partners()}</h2>
                <button type="button" class="link" class:hidden=move || none.get() data-edit-partners=""
                    on:click=move |_| editing.update(|e| *e = !*e)>{toggle}</button>
            </div>
            {move || none.get().then(|| view! { <p class="empty">{t.partners_none()}</p> })}
            <table class="table stacking" class:hidden=move || none.get()>
                <thead><tr>
                    <th scope="col">{t.partner_code()}</th>
                    <th scope="col">{t.partner_name()}</th>
                    <th scope="col">{t.partner_status()}</th>
                    <th scope="col" class="number">{t.answered()}</th>
                </tr></thead>
                <tbody>
                    <For each=move || partners.get() key=|p| (p.id.clone(), p.name.clone(), p.code.clone()) let(partner)>
                        <Row partner editing/>
                    </For>
                </tbody>
            </table>
            {move || editing.get().then(|| view! { <AddPartner/> })}
        </section>
    }
}

#[component]
fn Row(partner: Partner, editing: RwSignal<bool>) -> impl IntoView {
    let (app, t) = (app(), t());
    let id = partner.id.clone();
    let look = {
        let id = id.clone();
        Memo::new(move |_| {
            let questionnaire = app.questionnaire();
            app.with_sheet(&id, |sheet| {
                let done = completeness::of_sheet(&questionnaire, sheet, None);
                (sheet.status, done.answered(), done.asked())
            })
        })
    };
    let status = move || {
        look.get()
            .map(|(status, ..)| view! { <StatusBadge status/> })
    };
    let answered = move || look.get().map(|(_, k, n)| t.of(k, n));
    let kind = wording::kind(t, &partner.kind.0);
    let code = partner.code.clone();
    let name = move || {
        if editing.get() {
            return view! { <EditPartner partner=partner.clone()/> }.into_any();
        }
        let href = app
            .open_id()
            .map(|survey| Route::Survey(survey, Page::Sheet(partner.id.clone())).href());
        view! {
            <a href=href>{partner.name.clone()}</a>
            <span class="about">{kind.clone()}</span>
        }
        .into_any()
    };
    view! {
        <tr data-partner=id.to_string()>
            <td><span class="code">{code}</span></td>
            <th scope="row">{name}</th>
            <td>{status}</td>
            <td class="number">{answered}</td>
        </tr>
    }
}

/// Name, place in the list, removal.
#[component]
fn EditPartner(partner: Partner) -> impl IntoView {
    let (app, t) = (app(), t());
    let Partner { id, name, code, .. } = partner;
    let removing = RwSignal::new(false);
    let written = {
        let id = id.clone();
        untrack(|| app.with_sheet(&id, |s| s.answers.len() + s.contacts.len())).unwrap_or_default()
    };
    let rename = {
        let id = id.clone();
        move |event| app.rename_partner(&id, &event_target_value(&event))
    };
    let shift = move |id: PartnerId, by: isize| move |_| app.move_partner(&id, by);
    let remove = {
        let id = id.clone();
        Callback::new(move |()| app.remove_partner(&id))
    };
    view! {
        <span class="edit-partner">
            <input type="text" value=name.clone() aria-label=t.name_of(code) maxlength="200" on:change=rename/>
            <button type="button" class="icon" aria-label=t.move_up(&name) on:click=shift(id.clone(), -1)>"↑"</button>
            <button type="button" class="icon" aria-label=t.move_down(&name) on:click=shift(id, 1)>"↓"</button>
            <button type="button" class="link danger" aria-label=t.remove_partner_of(&name) on:click=move |_| {
                // An empty sheet is no loss, and the removal can be taken back.
                if written == 0 { remove.run(()) } else { removing.set(true) }
            }>{t.remove_partner()}</button>
            <Confirm open=removing question=t.remove_question(&name) explained=t.remove_explained(written)
                action=t.remove_partner() on_confirm=remove/>
        </span>
    }
}

#[component]
fn AddPartner() -> impl IntoView {
    let (app, t) = (app(), t());
    let input = NodeRef::<Input>::new();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            app.add_partner(&input.value());
            input.set_value("");
            // Ready for the next name.
            let _ = input.focus();
        }
    };
    view! {
        <form class="add-partner" on:submit=add>
            <label>{t.new_partner_name()}<input type="text" node_ref=input required maxlength="200" name="partner"/></label>
            <button type="submit" class="button">{t.add_partner()}</button>
        </form>
    }
}
