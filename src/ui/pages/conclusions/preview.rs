//! A text as it will stand in the report: of the same blocks.

use super::desk::Desk;
use crate::report::prose;
use crate::report::whole::{Block, Span};
use crate::ui::el::{El, Part, el, live, p};
use leptos::prelude::*;

pub fn preview(desk: Desk, text: Memo<String>) -> El {
    let shown = move || {
        let all = text.with(|text| prose::blocks(text, &|id| desk.says(id)));
        if all.is_empty() {
            return vec![p("empty", desk.t.conclusion_nothing())];
        }
        blocks(&all)
    };
    el("div").class("preview").child(live(shown))
}

fn blocks(all: &[Block]) -> Vec<El> {
    let one = |block: &Block| match block {
        Block::Paragraph(words) => Some(el("p").child(spans(words))),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| el("li").child(blocks(item)));
            let list = el(if *ordered { "ol" } else { "ul" });
            Some(list.child(items.collect::<Vec<_>>()))
        }
        // No text of an author becomes any of these.
        Block::Table { .. } | Block::Figure(_) | Block::Note(_) => None,
    };
    all.iter().filter_map(one).collect()
}

fn spans(all: &[Span]) -> Vec<AnyView> {
    let one = |span: &Span| match span {
        Span::Text(text) => text.clone().part(),
        Span::Strong(inner) => el("strong").child(spans(inner)).part(),
        Span::Emphasis(inner) => el("em").child(spans(inner)).part(),
        Span::Struck(inner) => el("s").child(spans(inner)).part(),
        Span::Link { href, text } => el("a")
            .attr("href", href.clone())
            .attr("rel", "noreferrer")
            .child(spans(text))
            .part(),
        Span::Break => el("br").part(),
    };
    all.iter().map(one).collect()
}
