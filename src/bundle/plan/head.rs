//! Two versions of a head, part by part.

use super::form::Forms;
use super::ledger::Ledger;
use super::order::merge_order;
use super::sheets::Whose;
use super::{FormDiff, Record};
use crate::model::{
    Extra, Order, Part, Partner, Parts, Places, Raw, Severity, Survey, SurveyHead, sort_by_key,
    texts, validate,
};

/// What is asked: a part that is never merged.
pub const FORM: &str = "questionnaire";

/// How the names of the fields begin that stand beside the head.
const BESIDE: &str = "survey.";

/// How the questionnaire of one head stands to that of another.
pub fn form_order(mine: &SurveyHead, theirs: &SurveyHead) -> Order {
    let part = |head: &SurveyHead| Parts::of(head).part(FORM).revision;
    part(mine).order(&part(theirs))
}

/// Notes which questionnaires a decision knew, so that the same file is no
/// question again.
pub fn decide_form(ledger: &Ledger, head: &mut SurveyHead, mine: &SurveyHead, theirs: &SurveyHead) {
    let revision = |head: &SurveyHead| Parts::of(head).part(FORM).revision;
    let decided = ledger.decided(&revision(mine), &revision(theirs));
    let mut parts = head.parts.or_default();
    parts.insert(FORM.into(), decided);
    head.parts = Raw::new(&parts);
}

/// What stands of two heads, and of the unknown fields beside them. Which questionnaire does is known by now; `form`
/// tells whether somebody has decided it.
pub fn merge_heads(
    ledger: &mut Ledger,
    forms: &Forms,
    form: Option<&FormDiff>,
    mine: &Survey,
    theirs: &Survey,
) -> (SurveyHead, Extra) {
    let (my, their) = (parts_of(mine), parts_of(theirs));
    let (mine, theirs) = (&mine.head, &theirs.head);
    let stands = match forms.stands {
        Whose::Mine => forms.mine,
        Whose::Theirs => forms.theirs,
    };
    let names = my.all.iter().chain(&their.all).map(|part| &part.name);
    let mut names: Vec<&String> = names.collect();
    sort_by_key(&mut names, |name| *name);
    names.dedup();
    let mut all = Vec::new();
    for name in names {
        let (my_part, their_part) = (my.part(name), their.part(name));
        if name == FORM {
            all.push(merge_form(ledger, forms, form, my_part, their_part));
        } else if name.starts_with("order/") {
            all.push(merge_order(ledger, &my_part, &their_part));
        } else if of_a_question(name, |id| {
            stands.questions.iter().any(|q| q.id.as_str() == id)
        }) {
            let present = |parts: &Parts, part: Part| {
                (!Part::is_item(name) || parts.get(name).is_some()).then_some(part)
            };
            let record = Record::Part(name.clone());
            let (my, their) = (present(&my, my_part), present(&their, their_part));
            all.extend(ledger.settle(record, None, my.as_ref(), their.as_ref()));
        }
    }
    let extra = take_extra(&mut all);
    let partners = merge_partners(ledger, &all, mine, theirs);
    let like = SurveyHead {
        partners,
        revision: mine.revision.knowing(&theirs.revision),
        ..mine.clone()
    };
    let rest = my.rest.knowing(&their.rest);
    // Each part is one of a head that was read.
    let mut head = Parts { all, rest }.into_head(&like).unwrap_or(like);
    if forms.differ {
        mend(ledger, forms, &mut head);
    }
    (head, extra)
}

/// The parts of a head, and with them the unknown fields that stand beside it.
fn parts_of(survey: &Survey) -> Parts {
    let mut parts = Parts::of(&survey.head);
    for (name, value) in &survey.extra {
        let name = format!("{BESIDE}{name}");
        let part = Part {
            value: value.clone(),
            ..parts.part(&name)
        };
        parts.all.retain(|part| part.name != name);
        parts.all.push(part);
    }
    parts
}

/// Takes what stands beside the head out of its parts; their revisions stay.
fn take_extra(all: &mut [Part]) -> Extra {
    let mut extra = Extra::new();
    for part in all {
        if let Some(name) = part.name.strip_prefix(BESIDE)
            && !part.value.is_null()
        {
            extra.insert(name.into(), part.value.take());
        }
    }
    extra
}

/// Whether a part is not said of a question, or of one that stands.
fn of_a_question(name: &str, stands: impl Fn(&str) -> bool) -> bool {
    match name.split_once('/') {
        Some(("factor" | "note" | "readings", id)) => stands(id),
        _ => true,
    }
}

fn merge_form(
    ledger: &mut Ledger,
    forms: &Forms,
    form: Option<&FormDiff>,
    mine: Part,
    theirs: Part,
) -> Part {
    let (my, their) = (&mine.revision, &theirs.revision);
    let decision = form.filter(|form| form.asked).map(|form| form.decision);
    let revision = match decision {
        None if forms.differ => {
            ledger.merge.newer += 1;
            my.clone()
        }
        None => {
            ledger.merge.identical += 1;
            my.knowing(their)
        }
        Some(None) => my.clone(),
        Some(Some(_)) if forms.stands == Whose::Theirs && my.order(their) == Order::Older => {
            their.clone()
        }
        Some(Some(_)) => ledger.decided(my, their),
    };
    let value = match forms.stands {
        Whose::Mine => mine.value,
        Whose::Theirs => theirs.value,
    };
    Part {
        value,
        revision,
        name: mine.name,
    }
}

/// Partners in the order that stands.
fn merge_partners(
    ledger: &mut Ledger,
    parts: &[Part],
    mine: &SurveyHead,
    theirs: &SurveyHead,
) -> Vec<Partner> {
    let order = parts.iter().find(|part| part.name == "order/partners");
    let order = order.map(|part| texts(&part.value)).unwrap_or_default();
    let places = |head: &'_ SurveyHead| -> Vec<String> {
        head.partners.iter().map(|p| p.id.to_string()).collect()
    };
    let (my_ids, their_ids) = (places(mine), places(theirs));
    let (my_places, their_places) = (Places::new(my_ids.iter()), Places::new(their_ids.iter()));
    let mut partners = Vec::with_capacity(order.len());
    for id in &order {
        let my = my_places.of(id).and_then(|at| mine.partners.get(at));
        let their = their_places.of(id).and_then(|at| theirs.partners.get(at));
        if let Some(partner) = my.or(their) {
            let record = Record::Partner(partner.id.clone());
            partners.extend(ledger.settle(record, None, my, their));
        }
    }
    partners
}

/// Puts right what was made for the questionnaire that does not stand: terms
/// are no longer looked for in questions that are gone; readings that look at
/// them are those of the questionnaire that stands.
pub fn mend(ledger: &mut Ledger, forms: &Forms, head: &mut SurveyHead) {
    let stands = match forms.stands {
        Whose::Mine => forms.mine,
        Whose::Theirs => forms.theirs,
    };
    let SurveyHead {
        questionnaire,
        codebook,
        ..
    } = head;
    for entry in codebook {
        let before = entry.questions.len();
        entry
            .questions
            .retain(|id| questionnaire.question(id).is_some());
        if entry.questions.len() < before {
            entry.revision.bump(ledger.stamp);
        }
    }
    let bare = Survey {
        head: SurveyHead {
            partners: Vec::new(),
            ..head.clone()
        },
        sheets: Vec::new(),
        extra: Extra::new(),
    };
    for problem in validate(&bare) {
        if problem.rule.severity() != Severity::Error {
            continue;
        }
        let id = problem.place.strip_prefix("questions/");
        let Some(id) = id.and_then(|id| id.strip_suffix("/readings")) else {
            continue;
        };
        let questions = &mut head.questionnaire.questions;
        let Some(question) = questions.iter_mut().find(|q| q.id.as_str() == id) else {
            continue;
        };
        let own = stands
            .question(&question.id)
            .and_then(|q| q.readings.clone());
        let record = Record::Part(format!("readings/{id}"));
        if own != question.readings {
            let mut revision = question.readings.take().unwrap_or_default().revision;
            revision.bump(ledger.stamp);
            question.readings = own.map(|own| crate::model::Readings { revision, ..own });
            ledger
                .merge
                .changes
                .retain(|change| change.record != record);
            ledger.merge.unfit.push(record);
        }
    }
}
