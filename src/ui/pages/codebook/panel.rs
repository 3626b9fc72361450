//! What can be done with a term.

use super::bench::Bench;
use super::choose::{Asked, choose};
use super::stay::{List, button_of};
use crate::analysis::EntryUse;
use crate::model::{CodebookEdit, TermId};
use crate::ui::components::{rename, some_names};
use crate::ui::document;
use crate::ui::el::{El, Part, button, el, keyed, p, span};
use leptos::prelude::*;

/// A small form.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Rename,
    Merge,
}

/// The panel of one term, below its row in `list`.
pub fn panel(bench: Bench, list: List, id: TermId) -> El {
    let t = bench.t;
    let entry = bench.entry(id.clone());
    let form = RwSignal::new(None::<Form>);
    let label = move || entry.with(|e| e.as_ref().map(|e| e.term.clone().into()));
    el("div")
        .class("term-panel")
        .attr("role", "group")
        .live_attr("aria-label", label)
        .child(el("h4").child(t.codebook_spellings()))
        .child(spellings(bench, list, id.clone(), entry))
        .live(move || {
            let entry = entry.get()?;
            Some(untrack(|| actions(bench, list, entry, form)))
        })
        .live(move || {
            let which = form.get()?;
            Some(untrack(|| small_form(bench, list, &id, which, form)))
        })
}

/// A spelling in the panel.
#[derive(Clone)]
struct Spelling {
    text: String,
    who: String,
    is_name: bool,
}

fn spellings(bench: Bench, list: List, id: TermId, entry: Memo<Option<EntryUse>>) -> El {
    let t = bench.t;
    let all = move || {
        let Some(entry) = entry.get() else {
            return Vec::new();
        };
        let typed = entry.typed.iter().map(|typed| Spelling {
            text: typed.text.clone(),
            who: some_names(t, &bench.names(&typed.bodies)),
            is_name: typed.is_name,
        });
        let untyped = entry.untyped.iter().map(|text| Spelling {
            text: text.clone(),
            who: t.codebook_nobody().into(),
            is_name: false,
        });
        typed.chain(untyped).collect()
    };
    let id = StoredValue::new(id);
    let row = move |spelling: Spelling| {
        let Spelling { text, who, is_name } = spelling;
        let act = |name: &'static str, edit: fn(TermId, String) -> CodebookEdit| {
            let text = text.clone();
            button("link", name, {
                let text = text.clone();
                move || {
                    let id = id.get_value();
                    let key = id.to_string();
                    bench.edit(edit(id, text.clone()), list, &key);
                }
            })
            .attr("aria-label", t.action_on(name, &text))
        };
        let actions = if is_name {
            vec![span("about", t.codebook_is_name())]
        } else {
            vec![
                act(t.codebook_split(), CodebookEdit::Split),
                act(t.codebook_drop(), CodebookEdit::Drop),
            ]
        };
        el("li")
            .attr("data-spelling", text.clone())
            .child([span("", text), span("about", who)])
            .child(el("span").class("deeds").child(actions))
    };
    let key = |s: &Spelling| format!("{} {} {}", s.text, s.is_name, s.who);
    el("ul").class("rows").child(keyed(all, key, row))
}

/// What can be done with the term as a whole.
fn actions(bench: Bench, list: List, entry: EntryUse, form: RwSignal<Option<Form>>) -> Vec<El> {
    let t = bench.t;
    let id = entry.id.clone();
    let act = |class, name: &'static str, edit: CodebookEdit| {
        let key = id.to_string();
        button(class, name, move || {
            bench.edit(edit.clone(), list, &key);
        })
        .attr("aria-label", t.action_on(name, &entry.term))
    };
    let open = |name: &'static str, which: Form| {
        let is_open = move || form.get() == Some(which);
        button("button secondary", name, move || {
            form.set((!untrack(is_open)).then_some(which));
        })
        .attr("aria-label", t.action_on(name, &entry.term))
        .live_attr("aria-expanded", move || Some(is_open().to_string().into()))
    };
    let ignore = if entry.ignored {
        t.codebook_count()
    } else {
        t.codebook_ignore()
    };
    let several = bench
        .read
        .with_untracked(|read| read.uses.entries().count() > 1);
    let buttons = [
        Some(open(t.rename(), Form::Rename)),
        several.then(|| open(t.codebook_merge(), Form::Merge)),
        Some(act(
            "button secondary",
            ignore,
            CodebookEdit::Ignore(id.clone(), !entry.ignored),
        )),
        Some(act(
            "link danger",
            t.codebook_remove(),
            CodebookEdit::Remove(id.clone()),
        )),
    ];
    let shared = match bench.numbers(&entry.elsewhere) {
        (0, _) => None,
        (n, numbers) => {
            let limit = act("link", t.codebook_limit(), CodebookEdit::Limit(id.clone()));
            let text = t.codebook_also_edits(n, numbers);
            Some(p("about", [text.part(), " ".part(), limit.part()]))
        }
    };
    let buttons: Vec<El> = buttons.into_iter().flatten().collect();
    [Some(p("actions", buttons)), shared]
        .into_iter()
        .flatten()
        .collect()
}

fn small_form(
    bench: Bench,
    list: List,
    id: &TermId,
    which: Form,
    form: RwSignal<Option<Form>>,
) -> El {
    let t = bench.t;
    let entry = bench.entry(id.clone()).get_untracked();
    let name = entry.map(|e| e.term).unwrap_or_default();
    let (key, button) = (id.to_string(), button_of(id));
    let on_cancel = Callback::new(move |()| {
        form.set(None);
        document::focus_in_place(&button);
    });
    let id = id.clone();
    match which {
        Form::Rename => {
            let on_name = Callback::new(move |name| {
                if bench.edit(CodebookEdit::Rename(id.clone(), name), list, &key) {
                    form.set(None);
                }
            });
            rename(name, t.codebook_new_name(), on_name, on_cancel)
        }
        Form::Merge => {
            let asked = Asked {
                label: t.codebook_merge_with(name),
                action: t.codebook_merge_so(),
                but: Some(id.clone()),
                elsewhere: None,
            };
            let on_choice = Callback::new(move |into| {
                bench.edit(CodebookEdit::Merge(id.clone(), into), list, &key);
            });
            choose(bench, asked, on_choice, on_cancel)
        }
    }
}
