//! A question before something is taken away.

use crate::ui::t;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A modal question; shown while `open` is true. The keyboard starts on the
/// answer that changes nothing.
#[component]
pub fn Confirm(
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    question: String,
    /// What it means to say yes.
    #[prop(into)]
    explained: String,
    /// What the button says that goes ahead.
    #[prop(into)]
    action: String,
    /// Goes ahead.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let t = t();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else {
            return;
        };
        if open.get() {
            // Fails only when the dialog is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=question.clone() on:close=move |_| open.set(false)>
            <h2>{question.clone()}</h2>
            <p>{explained}</p>
            <p class="actions">
                <button type="button" class="button secondary" autofocus on:click=move |_| open.set(false)>
                    {t.cancel()}
                </button>
                <button type="button" class="button danger" data-confirm-delete="" on:click=move |_| {
                    open.set(false);
                    on_confirm.run(());
                }>{action}</button>
            </p>
        </dialog>
    }
}
