//! One remark with what was said to it, and what can be done about it.

use super::remarks::{Place, thread_id};
use super::writing::{Writing, focus_place, writing};
use crate::analysis::words;
use crate::model::{
    About, Actor, Answer, Question, Remark, RemarkId, RemarkState, Reply, answer_rules,
};
use crate::ui::components::{REPLY, who_and_when};
use crate::ui::el::{El, Part, button, el, keyed, live, p};
use crate::ui::{app, t};
use leptos::prelude::*;

/// A remark of the sheet, as an item of a list.
pub fn thread(place: StoredValue<Place>, id: RemarkId) -> El {
    let t = t();
    let known = id.clone();
    let remark = Memo::new(move |_| {
        place.with_value(|place| {
            let sheet = place.frame.read();
            let mut remarks = sheet.remarks.iter();
            remarks.find(|remark| remark.id == known).cloned()
        })
    });
    let said = move || {
        remark.get().map(|remark| {
            let text = (!remark.text.is_empty()).then(|| p("said", remark.text.clone()));
            let who = who_and_when(t, &remark.author, remark.at.as_ref());
            let about = remark.about();
            let gone = place.with_value(|place| place.is_gone(&about));
            let gone = gone.then(|| p("hint", t.remark_gone()));
            [p("by", who).part(), gone.part(), text.part()]
        })
    };
    let kept = Memo::new(move |_| remark.read().as_ref().and_then(|r| r.answer.clone()));
    let kept = live(move || {
        let (answer, remark) = (kept.get()?, remark.get_untracked()?);
        Some(untrack(|| version(place, &remark, answer)))
    });
    let id = StoredValue::new(id);
    let (reply, form) = replying(place, id);
    el("li")
        .class("thread")
        .attr("id", id.with_value(thread_id))
        .attr("tabindex", "-1")
        .attr("data-remark", id.with_value(RemarkId::to_string))
        .live(said)
        .child(kept)
        .child(replies(remark))
        .child(
            el("div")
                .class("actions")
                .child(reply)
                .child(settling(place, id, remark)),
        )
        .child(form)
}

/// What was said to it.
fn replies(remark: Memo<Option<Remark>>) -> AnyView {
    let t = t();
    let all = move || remark.read().as_ref().map(|r| r.replies.clone());
    let any = Memo::new(move |_| all().is_some_and(|replies| !replies.is_empty()));
    let one = move |reply: Reply| {
        el("li")
            .attr("data-reply", reply.id.to_string())
            .child(p("by", who_and_when(t, &reply.author, reply.at.as_ref())))
            .child(p("said", reply.text))
    };
    let list = move || {
        el("ul")
            .class("replies")
            .attr("aria-label", t.replies_to_it())
            .child(keyed(
                move || all().unwrap_or_default(),
                |reply| reply.id.to_string(),
                one,
            ))
    };
    live(move || any.get().then(|| untrack(list)))
}

/// The button to reply, and its form.
fn replying(place: StoredValue<Place>, id: StoredValue<RemarkId>) -> (El, AnyView) {
    let (app, t) = (app(), t());
    let keep = move |text: String| {
        let partner = place.with_value(|place| place.partner.clone());
        let id = id.get_value();
        // Said to the remark, and the remark is where one goes on.
        app.reply(&partner, &id, &text).then(|| thread_id(&id))
    };
    let name = place.with_value(|place| place.name.clone());
    writing(Writing {
        class: "button secondary small",
        mark: (REPLY, id.with_value(RemarkId::to_string)),
        open: t.to_reply(),
        open_about: t.action_on(t.to_reply(), name),
        label: t.your_reply(),
        hint: "",
        add: t.add_reply(),
        keep: Callback::new(keep),
    })
}

/// The button that settles the remark or opens it again; for whoever runs the
/// survey.
fn settling(
    place: StoredValue<Place>,
    id: StoredValue<RemarkId>,
    remark: Memo<Option<Remark>>,
) -> Option<El> {
    let (app, t) = (app(), t());
    if untrack(|| app.actor()) != Actor::Coordinator {
        return None;
    }
    // A remark that changes its state moves to the other list, as a new item.
    let state = remark.with_untracked(|r| r.as_ref().map(|r| r.state))?;
    let (text, next) = match state {
        RemarkState::Open => (t.settle_remark(), RemarkState::Resolved),
        RemarkState::Resolved => (t.reopen_remark(), RemarkState::Open),
    };
    let press = move || {
        let id = id.get_value();
        let (partner, around) = place.with_value(|place| (place.partner.clone(), place.id()));
        app.settle_remark(&partner, &id, next);
        // This button is gone in a moment.
        let to = match next {
            RemarkState::Open => thread_id(&id),
            RemarkState::Resolved => around,
        };
        request_animation_frame(move || focus_place(&to));
    };
    let name = place.with_value(|place| t.action_on(text, &place.name));
    Some(
        button("button secondary small", text, press)
            .attr("data-settle", "")
            .attr("aria-label", name),
    )
}

/// Another version of the answer, which the remark keeps, and the way to use it
/// where it fits and may be written.
fn version(place: StoredValue<Place>, remark: &Remark, kept: Answer) -> El {
    let (app, t) = (app(), t());
    let about = remark.about();
    let question = place.with_value(|place| match &about {
        About::Question(id) => place.questionnaire.question(id).cloned(),
        _ => None,
    });
    let fits =
        fits(&about, question.as_ref(), &kept) && !place.with_value(|place| place.is_gone(&about));
    let words = words::answer(t, question.as_ref(), &kept);
    let (about, kept) = (StoredValue::new(about), StoredValue::new(kept));
    let look = Memo::new(move |_| {
        place.with_value(|place| {
            app.with_sheet(&place.partner, |sheet| {
                let stands = about.with_value(|about| match about {
                    About::Question(id) => sheet.answers.get(id).cloned(),
                    About::Contact(id) => sheet.contacts.get(id).cloned(),
                    About::Sheet => None,
                });
                let stands = stands.is_some_and(|now| kept.with_value(|kept| says(&now, kept)));
                let may = sheet.may_write();
                (stands, may)
            })
            .unwrap_or_default()
        })
    });
    let take = move || {
        let partner = place.with_value(|place| place.partner.clone());
        let take = move |answer: &mut Answer| {
            let revision = std::mem::take(&mut answer.revision);
            *answer = kept.get_value();
            answer.revision = revision;
        };
        match about.get_value() {
            About::Question(id) => app.edit_answer(&partner, &id, take),
            About::Contact(id) => app.edit_contact(&partner, &id, take),
            About::Sheet => {}
        }
        let around = place.with_value(Place::id);
        request_animation_frame(move || focus_place(&around));
    };
    let way = move || match look.get() {
        (true, _) => Some(p("hint", t.other_version_stands())),
        (false, true) if fits => Some(p(
            "actions",
            button("button secondary small", t.use_version(), take).attr("data-use", ""),
        )),
        _ => None,
    };
    el("div")
        .class("version")
        .child(p("by", t.other_version()))
        .child(p("said", words))
        .live(way)
}

/// Whether an answer can stand where it was kept from.
fn fits(about: &About, question: Option<&Question>, kept: &Answer) -> bool {
    match about {
        About::Question(_) => question.is_some_and(|q| answer_rules(q, kept).is_empty()),
        About::Contact(_) => true,
        About::Sheet => false,
    }
}

/// Whether two answers differ in nothing but who wrote them when.
fn says(now: &Answer, kept: &Answer) -> bool {
    let revision = now.revision.clone();
    *now == Answer {
        revision,
        ..kept.clone()
    }
}
