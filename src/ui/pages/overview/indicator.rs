//! The indicator: its rule, which sheets count, and why others do not.

use crate::analysis::words::role;
use crate::analysis::{NotCounted, Selection, indicator, not_counted};
use crate::i18n::Locale;
use crate::model::{CountsFrom, LocalText, Role};
use crate::state::App;
use crate::ui::components::some_names;
use crate::ui::el::{El, el, on_demand, p, span};
use crate::ui::{app, t};
use leptos::prelude::*;

/// Who counts, and who does not, by reason: names in the order of the partners.
#[derive(Clone, Default, PartialEq)]
struct Counted {
    names: Vec<String>,
    others: Vec<(NotCounted, Vec<String>)>,
}

/// Rule and sheets of the indicator, on demand; nothing where the survey has no
/// indicator.
pub fn rule_and_sheets() -> El {
    let (app, t) = (app(), t());
    let none = Memo::new(move |_| app.with_head(|head| head.indicator.is_none()));
    let more = on_demand(t.indicator_rule(), || el("div").child([rule(), sheets()]));
    el("div")
        .class_hidden("indicator-more", move || none.get() != Some(false))
        .child(more.attr("data-indicator", ""))
}

/// From which status on a sheet counts, of bodies in which roles; name and unit.
fn rule() -> El {
    let (app, t) = (app(), t());
    if untrack(|| app.is_invited()) {
        return el("div");
    }
    let from = Memo::new(move |_| app.indicator().map(|i| i.counts.from).unwrap_or_default());
    let option = |of: CountsFrom, name: &'static str| {
        el("option")
            .attr("value", of.code())
            .prop("selected", move || (from.get() == of).into())
            .child(name)
    };
    let options = [
        option(CountsFrom::Received, t.indicator_from_received()),
        option(CountsFrom::Approved, t.indicator_from_approved()),
    ];
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let all = [CountsFrom::Received, CountsFrom::Approved];
        if let Some(from) = all.into_iter().find(|from| from.code() == chosen) {
            app.edit_indicator(|indicator| indicator.counts.from = from);
        }
    };
    let from = el("select")
        .attr("data-counts-from", "")
        .on("change", choose)
        .child(options);
    let from = el("label").child([span("label", t.indicator_counts_from()), from]);
    let roles = [Role::Lead, Role::Giver, Role::Reuser].map(|of| tick(app, t, of));
    let roles = el("fieldset")
        .child(el("legend").child(t.indicator_roles()))
        .child(el("div").class("ticks").child(roles))
        .child(p("hint", t.indicator_roles_hint()));
    let code = t.code();
    let set = move |text: &mut LocalText, typed: &str| {
        if text.get(code) != typed {
            text.set(code, typed);
        }
    };
    let name = field(
        t.indicator_name(),
        move || app.indicator().map(|i| i.name.get(code).to_owned()),
        move |typed| app.edit_indicator(|i| set(&mut i.name, typed)),
    );
    let unit = field(
        t.indicator_unit(),
        move || app.indicator().map(|i| i.unit.get(code).to_owned()),
        move |typed| app.edit_indicator(|i| set(&mut i.unit, typed)),
    );
    let action = field(
        t.indicator_action(),
        move || app.indicator().map(|i| i.action),
        move |typed| app.edit_indicator(|i| i.action = typed.into()),
    );
    el("div")
        .class("indicator-rule")
        .child([from, roles, name.class("whole"), unit, action])
}

fn tick(app: App, t: Locale, of: Role) -> El {
    let checked = move || {
        let roles = app.indicator().map(|indicator| indicator.counts.roles);
        roles.is_some_and(|roles| roles.contains(&of)).into()
    };
    let change = move |event| {
        let on = event_target_checked(&event);
        app.edit_indicator(|indicator| {
            let roles = &mut indicator.counts.roles;
            roles.retain(|role| *role != of);
            if on {
                roles.push(of);
            }
        });
    };
    let input = el("input")
        .attr("type", "checkbox")
        .attr("data-counts-role", of.code())
        .prop("checked", checked)
        .on("change", change);
    el("label")
        .class("tick")
        .child([input, span("", role(t, Some(of)))])
}

fn field(
    name: &'static str,
    value: impl Fn() -> Option<String> + Send + 'static,
    edit: impl Fn(&str) + 'static,
) -> El {
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "300")
        .prop("value", move || value().unwrap_or_default().into())
        .on("change", move |event| {
            edit(event_target_value(&event).trim())
        });
    el("label").child([span("label", name), input])
}

/// The sheets that count, and those that do not, by reason.
fn sheets() -> El {
    let (app, t) = (app(), t());
    let counted = Memo::new(move |_| {
        let counted = app.with_population(&Selection::default(), |_, population| {
            let (result, others) = (indicator(population)?, not_counted(population));
            let name = |body: &usize| Some(population.body(*body)?.partner.name.clone());
            let others = NotCounted::ALL.into_iter().map(|why| {
                let of = others.iter().filter(|(_, reason)| *reason == why);
                (why, of.filter_map(|(body, _)| name(body)).collect())
            });
            Some(Counted {
                names: result.bodies.iter().filter_map(name).collect(),
                others: others.collect(),
            })
        });
        counted.flatten().unwrap_or_default()
    });
    let lines = move || {
        counted.with(|counted| {
            let line = |mark: &'static str, name: String, names: &[String]| {
                let names = if names.len() > ALL_NAMES {
                    some_names(t, names)
                } else {
                    names.join(", ")
                };
                el("div")
                    .attr("data-counted", mark)
                    .child([el("dt").child(name), el("dd").child(names)])
            };
            let yes = t.indicator_counted(counted.names.len());
            let mut lines = vec![line("yes", yes, &counted.names)];
            let others = counted.others.iter().filter(|(_, names)| !names.is_empty());
            lines.extend(others.map(|(why, names)| {
                let no = t.indicator_not_counted(names.len());
                line(mark(*why), t.with_name(no, reason(t, *why)), names)
            }));
            lines
        })
    };
    el("dl").class("who").live(lines)
}

/// More names than this are not all said.
const ALL_NAMES: usize = 60;

const fn mark(why: NotCounted) -> &'static str {
    match why {
        NotCounted::Expected => "expected",
        NotCounted::Draft => "draft",
        NotCounted::Missing => "missing",
        NotCounted::NotApproved => "not-approved",
        NotCounted::Role => "role",
    }
}

const fn reason(t: Locale, why: NotCounted) -> &'static str {
    match why {
        NotCounted::Expected => t.not_counted_expected(),
        NotCounted::Draft => t.not_counted_draft(),
        NotCounted::Missing => t.not_counted_missing(),
        NotCounted::NotApproved => t.not_counted_not_approved(),
        NotCounted::Role => t.not_counted_role(),
    }
}
