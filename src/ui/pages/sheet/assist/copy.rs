//! Answers taken over from an earlier survey of the same body: what stands now
//! beside what would come, and only what is ticked is taken.

use super::super::sheet_context;
use crate::analysis::carry::Proposal;
use crate::analysis::words;
use crate::i18n::Locale;
use crate::model::{About, Answer, PartnerId, Questionnaire};
use crate::state::{App, EarlierSheet};
use crate::ui::el::{El, Part, button, el, keyed, live, on_demand, p, span};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// Id of the line that says what was done.
const DONE: &str = "carry-done";

/// Answers taken over from an earlier survey, while the sheet can be written on;
/// nothing where there is no other.
pub fn copy() -> Option<AnyView> {
    let t = t();
    let open = sheet_context().open;
    let others = untrack(|| app().has_other_surveys());
    let tool = move || on_demand(t.carry_title(), panel).class("tool carry");
    others.then(|| live(move || open.get().then(|| untrack(tool))))
}

fn panel() -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let partner = context.partner;
    let sheets: Arc<[EarlierSheet]> = app.earlier_sheets(&partner).into();
    if sheets.is_empty() {
        return p("empty", t.carry_nobody());
    }
    let carry = Carry {
        app,
        t,
        partner: StoredValue::new(partner),
        questionnaire: StoredValue::new(context.questionnaire),
        sheets: StoredValue::new(sheets),
        from: RwSignal::new(0),
        ticked: RwSignal::new(Vec::new()),
        taken: RwSignal::new(0),
    };
    carry.tick_blanks();
    let rows = move || carry.shown();
    let row = move |shown: Shown| carry.row(shown);
    let some = move || !carry.proposals().is_empty();
    let some = Memo::new(move |_| some());
    let list = move || {
        if !some.get() {
            return p("empty", t.carry_nothing()).part();
        }
        let list = el("ul").class("carry-list");
        let list = list.child(keyed(rows, |shown| shown.mark.clone(), row));
        [p("hint", t.carry_hint()), list, carry.buttons()].part()
    };
    let done = move || {
        let taken = carry.taken.get();
        (taken > 0).then(|| t.carry_taken(taken))
    };
    let done = el("p")
        .class("carry-done")
        .attr("id", DONE)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .live(done);
    let body = move || {
        carry
            .body_there()
            .map(|name| p("about", t.carry_body(name)))
    };
    el("div")
        .child(carry.choice())
        .live(body)
        .live(list)
        .child(done)
}

/// A proposal as it is shown.
#[derive(Clone)]
struct Shown {
    key: String,
    /// The key, and what is shown: another text is another row.
    mark: String,
    title: String,
    asked_then: Option<String>,
    now: String,
    then: String,
}

#[derive(Clone, Copy)]
struct Carry {
    app: App,
    t: Locale,
    partner: StoredValue<PartnerId>,
    questionnaire: StoredValue<Arc<Questionnaire>>,
    sheets: StoredValue<Arc<[EarlierSheet]>>,
    /// From which of the sheets.
    from: RwSignal<usize>,
    /// The keys of what is to be taken over.
    ticked: RwSignal<Vec<String>>,
    /// How many answers were taken over last.
    taken: RwSignal<usize>,
}

impl Carry {
    fn earlier<T>(self, look: impl FnOnce(&EarlierSheet) -> T) -> Option<T> {
        let from = self.from.get();
        self.sheets.with_value(|sheets| sheets.get(from).map(look))
    }

    fn proposals(self) -> Vec<Proposal> {
        let partner = self.partner.get_value();
        let proposals = self.earlier(|earlier| self.app.proposals(&partner, earlier));
        proposals.unwrap_or_default()
    }

    fn tick_blanks(self) {
        let proposals = untrack(|| self.proposals()).into_iter();
        let blanks = proposals.filter(|proposal| proposal.fills_blank);
        self.ticked.set(blanks.map(|p| key(&p.about)).collect());
    }

    /// What is ticked and can be taken over.
    fn chosen(self) -> Vec<Proposal> {
        let ticked = self.ticked.read();
        let proposals = self.proposals().into_iter();
        let chosen = proposals.filter(|proposal| ticked.contains(&key(&proposal.about)));
        chosen.collect()
    }

    /// What the body is called there, where that is another name.
    fn body_there(self) -> Option<String> {
        let there = self.earlier(|earlier| earlier.body.clone())?;
        let partner = self.partner.get_value();
        let here = self.app.with_head(|head| {
            let partner = head.partner(&partner);
            partner.is_some_and(|partner| partner.name == there)
        });
        (here != Some(true)).then_some(there)
    }

    /// Which survey.
    fn choice(self) -> El {
        let titles = self.sheets.with_value(|sheets| {
            let titles = sheets.iter().map(|sheet| sheet.survey.clone());
            titles.collect::<Vec<_>>()
        });
        if let [title] = &titles[..] {
            return p("about", self.t.with_name(self.t.carry_from(), title));
        }
        let options = titles.into_iter().enumerate();
        let options = options.map(|(at, title)| {
            let option = el("option").attr("value", at.to_string());
            option.child(title)
        });
        let options: Vec<El> = options.collect();
        let select = el("select")
            .child(options)
            .prop("value", move || JsValue::from(self.from.get().to_string()))
            .on("change", move |event| {
                let at = event_target_value(&event).parse();
                self.from.set(at.unwrap_or_default());
                self.taken.set(0);
                self.tick_blanks();
            });
        el("label").child([span("label", self.t.carry_from()), select])
    }

    fn shown(self) -> Vec<Shown> {
        let proposals = self.proposals().into_iter();
        proposals.map(|proposal| self.show(&proposal)).collect()
    }

    fn show(self, proposal: &Proposal) -> Shown {
        let t = self.t;
        self.questionnaire.with_value(|questionnaire| {
            let (title, question) = match &proposal.about {
                About::Question(id) => {
                    let question = questionnaire.question(id);
                    let label = question.map(|q| [&q.number, ". ", q.label.get(t.code())].concat());
                    (label, question)
                }
                About::Contact(id) => {
                    let mut contacts = questionnaire.contacts.iter();
                    let contact = contacts.find(|contact| contact.id == *id);
                    (contact.map(|c| c.label.get(t.code()).to_owned()), None)
                }
                About::Sheet => (None, None),
            };
            let say = |answer: &Answer| words::answer(t, question, answer);
            let key = key(&proposal.about);
            let (now, then) = (say(&proposal.now), say(&proposal.then));
            let asked_then = proposal.asked_then.as_ref();
            let asked_then = asked_then.map(|label| t.carry_asked_then(label.get(t.code())));
            Shown {
                mark: [&key, "\n", &now, "\n", &then].concat(),
                key,
                title: title.unwrap_or_default(),
                asked_then,
                now,
                then,
            }
        })
    }

    fn row(self, shown: Shown) -> El {
        let t = self.t;
        let sides = ["carry-", &shown.key].concat();
        let (key, toggled) = (shown.key.clone(), shown.key);
        let ticked = move || self.ticked.read().contains(&key).into();
        let toggle = move |_| {
            self.ticked.update(
                |ticked| match ticked.iter().position(|key| *key == toggled) {
                    Some(at) => drop(ticked.remove(at)),
                    None => ticked.push(toggled.clone()),
                },
            );
        };
        let input = el("input")
            .attr("type", "checkbox")
            .attr("aria-describedby", sides.clone())
            .prop("checked", ticked)
            .on("change", toggle);
        let side = |name: &'static str, text: String| {
            let said = span("said", text);
            el("div").child([span("about", name), said])
        };
        let both = [
            side(t.carry_now(), shown.now),
            side(t.carry_then(), shown.then),
        ];
        let both = el("div").class("carry-sides").attr("id", sides).child(both);
        let label = el("label").child([input, span("", shown.title)]);
        el("li")
            .child(el("div").class("choice").child(label))
            .child(shown.asked_then.map(|text| p("hint", text)))
            .child(both)
    }

    fn buttons(self) -> El {
        let t = self.t;
        let count = move || t.carry_take(self.chosen().len());
        let none = move || self.chosen().is_empty().then(|| "".into());
        let take = button("button", "", move || self.take())
            .live_attr("disabled", none)
            .live_in_place(count);
        let blanks = button("link", t.carry_blanks(), move || self.tick_blanks());
        let clear = button("link", t.carry_none(), move || self.ticked.set(Vec::new()));
        el("p").class("actions").child([take, blanks, clear])
    }

    fn take(self) {
        let chosen = untrack(|| self.chosen());
        let partner = self.partner.get_value();
        let step = self.t.step_carried(chosen.len());
        let take = || self.app.carry_over(&partner, &chosen);
        self.app.as_one_step(step, take);
        self.ticked.set(Vec::new());
        self.taken.set(chosen.len());
        // The button that was pressed cannot be pressed any more.
        request_animation_frame(|| document::focus_in_place(DONE));
    }
}

/// What tells a proposal from others; it can stand in an id.
fn key(about: &About) -> String {
    match about {
        About::Question(id) => id.to_string(),
        About::Contact(id) => ["contact-", id.as_str()].concat(),
        About::Sheet => String::new(),
    }
}
