//! Remarks that the program proposes. Each becomes one only when somebody
//! accepts it.

use super::accept_all::accept_all;
use super::kept::kept;
use crate::analysis::{Population, Proposal, Selection, asked_of, proposals};
use crate::i18n::Locale;
use crate::model::{About, PartnerId, Places};
use crate::state::App;
use crate::ui::el::{El, button, el, keyed, link, live, on_demand, p};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the keyboard goes.
pub const TITLE: &str = "proposals-title";

/// With more bodies than this, proposals are looked for only when asked for.
const MANY: usize = 200;

/// So many are put into the page at once.
const PORTION: usize = 50;

/// The proposals, and whether they are in sight.
#[derive(Clone, Copy)]
pub struct Proposed {
    app: App,
    t: Locale,
    all: Memo<Arc<Vec<Proposal>>>,
    /// Which of them were put aside, by their places.
    aside: Memo<Vec<bool>>,
    shown: RwSignal<bool>,
    few: bool,
    said: RwSignal<String>,
}

impl Proposed {
    /// Looks for them when asked.
    pub fn new() -> Self {
        let (app, t) = (app(), t());
        // What is edited in the head seldom changes what is proposed, and never
        // when a proposal is put aside.
        let asked = Memo::new(move |_| app.with_head(|head| Arc::new(asked_of(head))));
        let all = Memo::new(move |_| {
            let Some(head) = asked.get() else {
                return Arc::default();
            };
            let everybody = Selection::default();
            app.with_all_sheets(|sheets| {
                let population = Population::selected(&head, sheets.iter(), &everybody);
                Arc::new(proposals(t, &population))
            })
        });
        let aside = Memo::new(move |_| {
            let dismissed = app.with_head(|head| head.dismissed.or_default());
            let dismissed = dismissed.unwrap_or_default();
            all.with(|all| all.iter().map(|p| p.is_dismissed(&dismissed)).collect())
        });
        let bodies = untrack(|| app.with_head(|head| head.partners.len()));
        Self {
            app,
            t,
            all,
            aside,
            shown: RwSignal::new(false),
            few: bodies.unwrap_or_default() <= MANY,
            said: RwSignal::new(String::new()),
        }
    }

    /// How many wait; `None` as long as nobody has looked for them.
    pub fn count(self) -> Option<usize> {
        let known = self.few || self.shown.get();
        known.then(|| self.waiting())
    }

    /// How many wait, once they were looked for.
    pub fn waiting(self) -> usize {
        self.with(false, |waiting| waiting.count())
    }

    /// On how many sheets.
    pub fn sheets(self) -> usize {
        self.with(false, |waiting| {
            let partners: Vec<&PartnerId> = waiting.map(|proposal| &proposal.partner).collect();
            let first = Places::new(partners.iter().copied());
            let is_first = |(at, id): &(usize, &&PartnerId)| first.of(**id) == Some(*at);
            partners.iter().enumerate().filter(is_first).count()
        })
    }

    /// Makes remarks of all that wait.
    pub fn accept_all(self) {
        self.accept(&untrack(|| self.list(false, usize::MAX)));
    }

    /// Shows them.
    pub fn open(self) {
        self.shown.set(true);
        request_animation_frame(|| document::focus(TITLE));
    }

    /// Looks at those that wait, or at those that were put aside.
    fn with<T>(
        self,
        dismissed: bool,
        look: impl FnOnce(&mut dyn Iterator<Item = &Proposal>) -> T,
    ) -> T {
        self.all.with(|all| {
            self.aside.with(|aside| {
                let all = all.iter().zip(aside);
                let asked = all.filter(|(_, aside)| **aside == dismissed);
                look(&mut asked.map(|(proposal, _)| proposal))
            })
        })
    }

    fn list(self, dismissed: bool, limit: usize) -> Vec<Proposal> {
        self.with(dismissed, |asked| asked.take(limit).cloned().collect())
    }

    /// What the remark would say: the text as somebody changed it, or as it was
    /// proposed.
    fn text(self, proposal: &Proposal) -> String {
        kept(|kept| {
            let mut changed = kept.changed.iter();
            let found = changed.find(|(f, p, _)| (f, p) == (&proposal.finding, &proposal.partner));
            found.map_or(&proposal.text, |(_, _, text)| text).clone()
        })
    }

    fn change(self, proposal: &Proposal, text: String) {
        let key = (&proposal.finding, &proposal.partner);
        kept(|kept| {
            kept.changed.retain(|(f, p, _)| (f, p) != key);
            let (finding, partner) = (proposal.finding.clone(), proposal.partner.clone());
            kept.changed.push((finding, partner, text));
        });
    }

    /// Makes remarks of them, says how many, and puts the keyboard back.
    fn accept(self, proposals: &[Proposal]) {
        let raised = proposals.iter().filter(|proposal| {
            let about = About::Question(proposal.question.clone());
            let text = self.text(proposal);
            let (partner, finding) = (&proposal.partner, &proposal.finding);
            let raised = self.app.raise_remark(partner, about, &text, finding);
            raised.is_some()
        });
        let step = self.t.step_accepted(proposals.len());
        let raised = self.app.as_one_step(step, || raised.count());
        self.said.set(self.t.proposals_accepted(raised));
        request_animation_frame(|| document::focus_in_place(TITLE));
    }

    fn dismiss(self, proposal: &Proposal, dismissed: bool) {
        let (partner, finding) = (&proposal.partner, &proposal.finding);
        self.app.set_dismissed(finding, partner, dismissed);
        self.said.set(String::new());
        request_animation_frame(|| document::focus_in_place(TITLE));
    }
}

/// The list, once somebody has asked for it.
pub fn section(proposed: Proposed) -> AnyView {
    let shown = move || proposed.shown.get().then(|| untrack(|| list(proposed)));
    live(shown)
}

fn list(proposed: Proposed) -> El {
    let t = t();
    let heading = el("h2")
        .attr("id", TITLE)
        .attr("tabindex", "-1")
        .child(t.proposals());
    let none = move || proposed.with(false, |waiting| waiting.next().is_none());
    let explained = move || {
        if none() {
            t.proposals_none()
        } else {
            t.proposals_explained()
        }
    };
    let aside = move || proposed.with(true, |aside| aside.count());
    let summary = move || t.proposals_dismissed(aside());
    let set_aside = move || in_portions(proposed, true);
    let summary = el("span").live_in_place(summary);
    let set_aside = on_demand(summary, set_aside).attr("data-set-aside", "");
    let set_aside = el("div")
        .class_hidden("set-aside", move || aside() == 0)
        .child(set_aside);
    let said = p("", "")
        .attr("role", "status")
        .live_in_place(move || proposed.said.get());
    el("section")
        .class("card")
        .attr("aria-labelledby", TITLE)
        .child(heading)
        .child(p("base", "").live_in_place(explained))
        .child(said)
        .child(in_portions(proposed, false))
        .child(accept_all(proposed))
        .child(set_aside)
}

/// Those that wait, or those that were put aside: the first of them, and more
/// when asked for.
fn in_portions(proposed: Proposed, dismissed: bool) -> El {
    let t = t();
    let limit = RwSignal::new(PORTION);
    let items = keyed(
        move || proposed.list(dismissed, limit.get()),
        |p| [&p.finding, " ", p.partner.as_str(), " ", &p.text].concat(),
        move |proposal| match dismissed {
            false => item(proposed, proposal),
            true => back(proposed, proposal),
        },
    );
    let more = move || {
        let left = proposed.with(dismissed, |all| all.count());
        let left = left.saturating_sub(limit.get());
        let show = move || limit.update(|limit| *limit += PORTION);
        let name = t.proposals_more(left.min(PORTION));
        (left > 0).then(|| button("button secondary", name, show))
    };
    let list = el("ul").class("proposals").child(items);
    el("div").child(list).live(more)
}

/// Name and question, which lead to the answer, and what does not fit.
fn about(proposal: &Proposal) -> [El; 2] {
    let (app, t) = (app(), t());
    let page = Page::Question(proposal.partner.clone(), proposal.question.clone());
    let survey = untrack(|| app.open_id());
    let href = survey.map(|id| Route::Survey(id, page).href());
    let name = t.proposal_on(&proposal.name, &proposal.number);
    [
        p("proposal-on", link(href.unwrap_or_default(), name)),
        p("hint", proposal.sentence.clone()),
    ]
}

fn item(proposed: Proposed, proposal: Proposal) -> El {
    let t = t();
    let (name, number) = (proposal.name.clone(), proposal.number.clone());
    let mark = [&proposal.finding, " ", proposal.partner.as_str()].concat();
    let about = about(&proposal);
    let text = proposed.text(&proposal);
    let proposal = StoredValue::new(proposal);
    let text = el("textarea")
        .attr("rows", "3")
        .attr("maxlength", "2000")
        .attr("aria-label", t.proposal_text(&name, &number))
        .on("input", move |event| {
            proposal.with_value(|p| proposed.change(p, event_target_value(&event)));
        })
        .child(text);
    let accept = button("button small", t.proposal_accept(), move || {
        proposed.accept(&[proposal.get_value()]);
    })
    .attr("data-accept", "")
    .attr("aria-label", t.proposal_accept_of(&name, &number));
    let dismiss = button("button secondary small", t.proposal_dismiss(), move || {
        proposed.dismiss(&proposal.get_value(), true);
    })
    .attr("data-dismiss", "")
    .attr("aria-label", t.proposal_dismiss_of(&name, &number));
    el("li")
        .attr("data-proposal", mark)
        .child(about)
        .child(text)
        .child(p("actions", [accept, dismiss]))
}

/// One that was put aside.
fn back(proposed: Proposed, proposal: Proposal) -> El {
    let t = t();
    let label = t.proposal_bring_back_of(&proposal.name, &proposal.number);
    let mark = [&proposal.finding, " ", proposal.partner.as_str()].concat();
    let about = about(&proposal);
    let again = button(
        "button secondary small",
        t.proposal_bring_back(),
        move || {
            proposed.dismiss(&proposal, false);
        },
    )
    .attr("data-bring-back", "")
    .attr("aria-label", label);
    el("li")
        .attr("data-dismissed", mark)
        .child(about)
        .child(p("actions", again))
}
