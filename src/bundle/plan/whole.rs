//! Merging what a file brings into a survey that is here.

use super::compare::compare;
use super::form::Forms;
use super::head::{decide_form, form_order, mend, merge_heads};
use super::ledger::Ledger;
use super::sheets::{Whose, merge_sheet};
use super::{Decision, FormDiff};
use crate::model::{Order, PartnerId, Places, Sheet, Survey, SurveyHead};

/// Merges a whole survey. `form` is what was decided about the questionnaire.
pub fn merge_surveys(
    ledger: &mut Ledger,
    form: Option<Decision>,
    mine: &Survey,
    theirs: &Survey,
) -> Survey {
    let (changes, changed) = compare(&mine.head.questionnaire, &theirs.head.questionnaire);
    let differ = !changes.is_empty();
    // Where mine was made in the knowledge of theirs, it was decided before.
    let asked = differ && form_order(&mine.head, &theirs.head) != Order::Newer;
    let forms = Forms {
        mine: &mine.head.questionnaire,
        theirs: &theirs.head.questionnaire,
        differ,
        stands: stands(form.filter(|_| asked)),
    };
    let mut diff = differ.then(|| FormDiff {
        changes,
        answers: Vec::new(),
        asked,
        decision: form.filter(|_| asked),
    });
    let (head, extra) = merge_heads(ledger, &forms, diff.as_ref(), mine, theirs);
    let (my_sheets, their_sheets) = (sheets(mine), sheets(theirs));
    let mut merged = Vec::with_capacity(head.partners.len());
    for partner in &head.partners {
        let my = my_sheets.of(&partner.id).and_then(|at| mine.sheets.get(at));
        let their = their_sheets
            .of(&partner.id)
            .and_then(|at| theirs.sheets.get(at));
        if let Some(diff) = &mut diff {
            diff.answers.extend(forms.answers(&changed, my, their));
        }
        ledger.author.clone_from(&partner.name);
        merged.push(merge_sheet(ledger, &forms, &partner.id, None, my, their));
    }
    ledger.author.clear();
    ledger.merge.form = diff;
    Survey {
        head,
        sheets: merged,
        extra,
    }
}

/// Merges the sheet of one partner, which is here, and nothing else. `base` is
/// the sheet that both began from. Whether the person is `asked` about another
/// questionnaire is known to who calls; mine stands until they decide.
pub fn merge_one(
    ledger: &mut Ledger,
    asked: bool,
    form: Option<Decision>,
    base: Option<&Sheet>,
    mine: &Survey,
    theirs: &Survey,
    partner: &PartnerId,
) -> Survey {
    let (changes, changed) = compare(&mine.head.questionnaire, &theirs.head.questionnaire);
    let forms = Forms {
        mine: &mine.head.questionnaire,
        theirs: &theirs.head.questionnaire,
        differ: !changes.is_empty(),
        stands: stands(form),
    };
    let (my, their) = (mine.sheet(partner), theirs.sheet(partner));
    let mut after = mine.clone();
    if forms.differ {
        ledger.merge.form = Some(FormDiff {
            answers: forms.answers(&changed, my, their),
            changes,
            asked,
            decision: form,
        });
        if forms.stands == Whose::Theirs {
            after.head.edit(ledger.stamp, |head| {
                head.questionnaire.clone_from(&theirs.head.questionnaire);
            });
            mend(ledger, &forms, &mut after.head);
        }
        if asked && form.is_some() {
            decide_form(ledger, &mut after.head, &mine.head, &theirs.head);
        }
    }
    for sheet in &mut after.sheets {
        let partner_is_this = sheet.partner == *partner;
        // A sheet that the file does not bring still has to fit.
        if partner_is_this || forms.stands == Whose::Theirs {
            let (base, their) = (
                base.filter(|_| partner_is_this),
                their.filter(|_| partner_is_this),
            );
            ledger.author = name_of(&mine.head, &sheet.partner);
            let id = sheet.partner.clone();
            *sheet = merge_sheet(ledger, &forms, &id, base, Some(&sheet.clone()), their);
        }
    }
    after
}

fn name_of(head: &SurveyHead, partner: &PartnerId) -> String {
    let partner = head.partner(partner);
    partner.map(|p| p.name.clone()).unwrap_or_default()
}

fn stands(form: Option<Decision>) -> Whose {
    match form {
        Some(Decision::Theirs) => Whose::Theirs,
        _ => Whose::Mine,
    }
}

fn sheets(survey: &Survey) -> Places<'_> {
    Places::new(survey.sheets.iter().map(|sheet| &sheet.partner))
}
