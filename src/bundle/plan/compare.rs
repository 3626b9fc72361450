//! How two questionnaires differ in what they ask.

use super::{FormChange, FormItem};
use crate::model::{LocalText, Question, QuestionId, Questionnaire};

/// Every difference, in the order of the questionnaire; and the questions that
/// differ. Both are empty where the same is asked. How answers are read, and
/// notes on the questionnaire, are no part of what is asked.
pub fn compare(mine: &Questionnaire, theirs: &Questionnaire) -> (Vec<FormChange>, Vec<QuestionId>) {
    let mut changes = Vec::new();
    if mine == theirs {
        return (changes, Vec::new());
    }
    let (my, their) = (mine.as_asked(), theirs.as_asked());
    if my == their {
        return (changes, Vec::new());
    }
    if my.version != their.version {
        let text = |version: &str| LocalText::new("it", version);
        let (my, their) = (text(&my.version), text(&their.version));
        changes.push(FormChange::Reworded(FormItem::Version, my, their));
    }
    let dimensions = |form: &Questionnaire| {
        let all = form.dimensions.iter();
        all.map(|d| (d.id.to_string(), d.title.clone())).collect()
    };
    texts(
        &mut changes,
        FormItem::Dimension,
        dimensions(&my),
        dimensions(&their),
    );
    let mut changed = questions(&mut changes, &my, &their);
    let contacts = |form: &Questionnaire| {
        let all = form.contacts.iter();
        all.map(|c| (c.id.to_string(), c.label.clone())).collect()
    };
    texts(
        &mut changes,
        FormItem::Contact,
        contacts(&my),
        contacts(&their),
    );
    let ids = |form: &Questionnaire, other: &Questionnaire| -> Vec<QuestionId> {
        let ids = form.questions.iter().map(|q| q.id.clone());
        ids.filter(|id| other.question(id).is_some()).collect()
    };
    if ids(&my, &their) != ids(&their, &my) || changes.is_empty() {
        changes.push(FormChange::Other(FormItem::Order, LocalText::default()));
    }
    changed.dedup();
    (changes, changed)
}

/// Differences of lists of texts with ids.
fn texts(
    changes: &mut Vec<FormChange>,
    item: fn(String) -> FormItem,
    mine: Vec<(String, LocalText)>,
    theirs: Vec<(String, LocalText)>,
) {
    for (id, my) in &mine {
        match theirs.iter().find(|(other, _)| other == id) {
            None => changes.push(FormChange::Removed(item(id.clone()), my.clone())),
            Some((_, their)) if their != my => {
                let item = item(id.clone());
                changes.push(FormChange::Reworded(item, my.clone(), their.clone()));
            }
            Some(_) => {}
        }
    }
    for (id, their) in theirs {
        if mine.iter().all(|(other, _)| *other != id) {
            changes.push(FormChange::Added(item(id), their));
        }
    }
}

/// Differences of the questions; gives those that differ.
fn questions(
    changes: &mut Vec<FormChange>,
    mine: &Questionnaire,
    theirs: &Questionnaire,
) -> Vec<QuestionId> {
    let mut changed = Vec::new();
    for my in &mine.questions {
        let item = FormItem::Question(my.id.clone());
        match theirs.question(&my.id) {
            Some(their) if their == my => continue,
            Some(their) => question(changes, my, their),
            None => changes.push(FormChange::Removed(item, my.label.clone())),
        }
        changed.push(my.id.clone());
    }
    for their in &theirs.questions {
        if mine.question(&their.id).is_none() {
            let item = FormItem::Question(their.id.clone());
            changes.push(FormChange::Added(item, their.label.clone()));
            changed.push(their.id.clone());
        }
    }
    changed
}

/// Differences of one question.
fn question(changes: &mut Vec<FormChange>, mine: &Question, theirs: &Question) {
    let before = changes.len();
    let item = || FormItem::Question(mine.id.clone());
    let reworded =
        |my: &LocalText, their: &LocalText| FormChange::Reworded(item(), my.clone(), their.clone());
    if mine.kind != theirs.kind {
        changes.push(FormChange::Kind(mine.id.clone(), mine.label.clone()));
    }
    if mine.label != theirs.label {
        changes.push(reworded(&mine.label, &theirs.label));
    }
    let only = |one: &Question, other: &Question| -> Vec<LocalText> {
        let options = one.options.iter();
        let only = options.filter(|option| other.option(&option.id).is_none());
        only.map(|option| option.label.clone()).collect()
    };
    let (gone, added) = (only(mine, theirs), only(theirs, mine));
    if !gone.is_empty() || !added.is_empty() {
        changes.push(FormChange::Options {
            question: mine.id.clone(),
            label: mine.label.clone(),
            gone,
            added,
        });
    }
    for my in &mine.options {
        if let Some(their) = theirs.option(&my.id)
            && their.label != my.label
        {
            changes.push(reworded(&my.label, &their.label));
        }
    }
    if changes.len() == before {
        changes.push(FormChange::Other(item(), mine.label.clone()));
    }
}
