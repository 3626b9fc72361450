//! One file of the dry run: what it is, from whom, and what would come of it.

use super::super::refusal::{refusal_text, refused, warning_text};
use super::{NAME, changes, conflicts, file_name, form, isolated, pick};
use crate::bundle::{Content, Fate, Kind, Planned, Scope, Warning, WhyBeside};
use crate::i18n::Locale;
use crate::state::App;
use crate::ui::el::{El, Part, el, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// No title is shown longer than this.
const TITLE: usize = 160;

/// What would come of the file at this place among those that wait.
pub fn file(at: usize) -> El {
    let (app, t) = (app(), t());
    let block = el("li").attr("data-file", "");
    let Some(planned) = look(app, at, Planned::clone) else {
        return block;
    };
    let name = file_name(&planned.file);
    let Some(content) = planned.content else {
        let refusal = match &planned.fate {
            Fate::Refused(refusal) => Some(refused(t, refusal.code(), &refusal_text(t, refusal))),
            _ => None,
        };
        return block.child(name).child(refusal);
    };
    let fate = Memo::new(move |_| look(app, at, |file| fate_of(&file.fate)).unwrap_or_default());
    let invitation = content.kind == Kind::Invitation;
    let outcome = move || outcome(app, t, at, fate.get(), invitation);
    let may_stand_beside = content.kind == Kind::Survey && content.scope == Scope::Coordinator;
    let both = matches!(fate.get_untracked(), What::Merged | What::Beside);
    let how = (may_stand_beside && both).then(|| how(app, t, at));
    block
        .child(name)
        .child(about(t, &content))
        .child(fingerprint(t, &content))
        .child(warnings(t, &content.warnings))
        .child(how)
        .live(outcome)
}

/// Looks at the file at a place, as it is planned now.
pub fn look<T>(app: App, at: usize, look: impl FnOnce(&Planned) -> T) -> Option<T> {
    app.with_incoming(|incoming| incoming.plan.files.get(at).map(look))
        .flatten()
}

/// What would come of a file, without all that goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum What {
    #[default]
    Refused,
    New,
    Identical,
    Older,
    Merged,
    Beside,
    Public,
    Invited,
}

fn fate_of(fate: &Fate) -> What {
    match fate {
        Fate::Refused(_) => What::Refused,
        Fate::New => What::New,
        Fate::Known { newer: false } => What::Identical,
        Fate::Known { newer: true } => What::Older,
        Fate::Merged(_) => What::Merged,
        Fate::Beside(WhyBeside::Asked) => What::Beside,
        Fate::Beside(WhyBeside::Public) => What::Public,
        Fate::Beside(WhyBeside::Invited) => What::Invited,
    }
}

fn outcome(app: App, t: Locale, at: usize, what: What, invitation: bool) -> El {
    let said = match what {
        What::Refused => {
            let refusal = look(app, at, |file| match &file.fate {
                Fate::Refused(refusal) => Some((refusal.code(), refusal_text(t, refusal))),
                _ => None,
            });
            let (code, text) = untrack(|| refusal).flatten().unwrap_or_default();
            return refused(t, code, &text);
        }
        What::New if invitation => t.import_invitation(),
        What::New => t.import_new(),
        What::Identical => t.import_identical(),
        What::Older => t.import_older(),
        What::Beside => t.import_beside_asked(),
        What::Public => t.import_beside_public(),
        What::Invited => t.import_beside_invited(),
        What::Merged => return untrack(|| merged(app, at)),
    };
    p("outcome", said)
}

/// What would change in the survey that is here.
fn merged(app: App, at: usize) -> El {
    let counts = Memo::new(move |_| look(app, at, |file| changes::counts(&file.fate)).flatten());
    let t = t();
    let line = move || counts.get().map(|counts| changes::line(t, &counts));
    el("div")
        .child(el("p").class("outcome").attr("data-counts", "").live(line))
        .child(form::form(app, at))
        .child(conflicts::conflicts(app, at))
        .child(changes::changes(app, at))
}

/// The choice between merging a survey and adding it beside.
fn how(app: App, t: Locale, at: usize) -> El {
    let beside = move || app.with_incoming(|incoming| incoming.decisions.beside(at));
    let choice = |value: bool, text: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", format!("how-{at}"))
            .attr("value", if value { "beside" } else { "merge" })
            .prop("checked", move || (beside() == Some(value)).into())
            .on("change", move |_| {
                app.decide(|decisions| decisions.set_beside(at, value));
            });
        pick(input, text)
    };
    el("fieldset")
        .class("how")
        .child(el("legend").child(t.import_how()))
        .child(el("div").class("choices").child([
            choice(false, t.import_merge()),
            choice(true, t.import_beside()),
        ]))
}

/// What it is and from whom.
fn about(t: Locale, content: &Content) -> El {
    let from = content.from.as_ref();
    let from = from.map_or("", |sender| sender.name.as_str());
    let from = crate::analysis::words::on_a_line(from, NAME);
    let what = match (content.kind, content.scope) {
        (Kind::Invitation, _) => t.kind_invitation(from),
        (Kind::Response, _) => t.kind_response(from),
        (_, Scope::Partner) => t.kind_partner(from),
        (_, Scope::Public) => t.kind_public().into(),
        _ => t.kind_survey().into(),
    };
    let mut about = vec![el("strong").child(el("bdi").child(what)).part()];
    let mut more = Vec::new();
    if content.from.is_none() {
        let (bodies, sheets) = (t.bodies(content.partners), t.sheets(content.received));
        more.push(format!("{bodies}, {sheets}"));
    }
    if let Some(exported) = &content.exported {
        let day = document::day(t, &crate::analysis::words::on_a_line(exported.day(), NAME));
        more.push(t.exported_on(day));
    }
    about.push(" · ".part());
    about.push(isolated(&content.title, TITLE).class("survey-name").part());
    for more in more {
        about.push(" · ".part());
        about.push(more.part());
    }
    p("about", about)
}

/// The beginning of the fingerprint, and all of it on demand.
fn fingerprint(t: Locale, content: &Content) -> El {
    const SHORT: usize = 12;
    let full = content.fingerprint.to_string();
    let short: String = full.chars().take(SHORT).collect();
    let summary = el("summary")
        .child([t.fingerprint_short(), " "].map(Part::part))
        .child(el("code").child(short));
    el("details")
        .class("fingerprint")
        .child(summary)
        .child(el("code").child(full))
}

/// The first of them: a file that was made to annoy can bring any number.
fn warnings(t: Locale, warnings: &[Warning]) -> Option<El> {
    const MOST: usize = 20;
    let texts = warnings.iter().filter_map(|w| warning_text(t, w));
    let texts: Vec<String> = texts.collect();
    let shown = texts.iter().take(MOST);
    let lines: Vec<El> = shown
        .map(|text| el("li").child(isolated(text, 400)))
        .collect();
    let more = texts.len().saturating_sub(MOST);
    let more = (more > 0).then(|| el("li").child(t.import_more_warnings(more)));
    let summary = el("summary").child(t.import_warnings(texts.len()));
    let details = el("details").class("warnings").attr("open", "");
    let list = el("ul").child(lines).child(more);
    (!texts.is_empty()).then(|| details.child(summary).child(list))
}
