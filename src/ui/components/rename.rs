//! A name that can be changed in place.

use crate::ui::t;
use leptos::html::Input;
use leptos::prelude::*;

/// A small form with the present name; calls back with the new one.
#[component]
pub fn Rename(
    /// The present name.
    name: String,
    /// What the field is for.
    #[prop(into)]
    label: String,
    /// Takes the new name.
    on_name: Callback<String>,
    /// Nothing changes.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = t();
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            on_name.run(input.value());
        }
    };
    view! {
        <form class="rename" on:submit=submit on:keydown=move |event| {
            if event.key() == "Escape" {
                on_cancel.run(());
            }
        }>
            <input type="text" node_ref=input value=name aria-label=label required maxlength="200"/>
            <button class="button" type="submit">{t.save_name()}</button>
            <button class="button secondary" type="button" on:click=move |_| on_cancel.run(())>{t.cancel()}</button>
        </form>
    }
}
