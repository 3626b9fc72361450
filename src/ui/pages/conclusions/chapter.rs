//! The text of a dimension, or of the survey as a whole, beside its findings.

use super::desk::Desk;
use super::{editor, evidence};
use crate::model::{Conclusion, ConclusionId, DimensionId};
use crate::ui::el::{El, Part, el, keyed, p, span};
use leptos::prelude::*;

/// The texts of a chapter: mostly one, which may not be written yet.
#[derive(Clone, Copy)]
pub struct Chapter {
    pub desk: Desk,
    pub dimension: StoredValue<Option<DimensionId>>,
    /// Ids of its texts.
    pub ids: Memo<Vec<ConclusionId>>,
}

impl Chapter {
    /// The text into which findings go: the one that was last written on.
    pub fn target(self) -> Option<ConclusionId> {
        let last = self.desk.target.get();
        self.ids.with(|ids| {
            let known = last.filter(|last| ids.contains(last));
            known.or_else(|| ids.first().cloned())
        })
    }

    /// A text as it stands.
    pub fn with<T>(self, id: &ConclusionId, look: impl FnOnce(&Conclusion) -> T) -> Option<T> {
        self.desk
            .conclusions
            .with(|all| all.iter().find(|c| c.id == *id).map(look))
    }
}

pub fn chapter(desk: Desk, dimension: Option<DimensionId>) -> El {
    let t = desk.t;
    let title = match &dimension {
        Some(id) => vec![
            span("code", id.to_string()).part(),
            " ".part(),
            desk.dimension(id).part(),
        ],
        None => vec![t.whole_survey().part()],
    };
    let mark = dimension.as_ref().map_or("survey", DimensionId::as_str);
    let mark = mark.to_owned();
    let explained = dimension
        .is_none()
        .then(|| p("hint", t.chapter_survey_explained()));
    // A text that is begun keeps its place, and the keyboard in it.
    let begun = desk.app.new_conclusion();
    let of = dimension.clone();
    let ids = Memo::new(move |_| {
        desk.conclusions.with(|all| {
            let here = all.iter().filter(|c| c.dimension == of);
            let mut ids: Vec<ConclusionId> = here.map(|c| c.id.clone()).collect();
            if ids.is_empty() {
                ids.extend(begun.clone());
            }
            ids
        })
    });
    let dimension = StoredValue::new(dimension);
    let chapter = Chapter {
        desk,
        dimension,
        ids,
    };
    let several = move || ids.with(|ids| ids.len() > 1);
    let several = Memo::new(move |_| several());
    let texts = keyed(
        move || ids.get(),
        |id| id.to_string(),
        move |id| editor::editor(chapter, id, several),
    );
    let status = el("p")
        .class("hint said")
        .attr("role", "status")
        .live_in_place(move || desk.said.get());
    let written = el("div")
        .class("written")
        .live(move || several.get().then(|| p("notice", t.conclusion_several())))
        .child(texts)
        .child(status);
    el("div")
        .attr("data-chapter", mark)
        .child(el("h2").child(title))
        .child(explained)
        .child(
            el("div")
                .class("beside")
                .child(written)
                .child(evidence::evidence(chapter)),
        )
}
