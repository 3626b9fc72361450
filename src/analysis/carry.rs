//! Answers that can be taken over from an earlier survey of the same body.
//!
//! Questions are matched by their ids, as everywhere; an answer is proposed only
//! where it fits the question as it is asked now, and says something else than
//! what stands there.

use crate::model::{
    About, Answer, AnswerState, LocalText, Partner, Question, QuestionKind, Questionnaire, Sheet,
    SurveyHead, Value, answer_rules, folded,
};

/// An answer that could be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The question, or the contact.
    pub about: About,
    /// What stands there now.
    pub now: Answer,
    /// What would stand there.
    pub then: Answer,
    /// How it was asked then, where that was in other words.
    pub asked_then: Option<LocalText>,
    /// Whether nothing stands there now, so that nothing would be overwritten.
    pub fills_blank: bool,
}

/// The partner of another survey that is the same body: that has the same IPA
/// code, else the same name, else the same id. Ids come last, because short ones
/// ("1") are given anew in each survey; they count only where the IPA codes do
/// not say that it is another body.
pub fn same_body<'a>(earlier: &'a SurveyHead, body: &Partner) -> Option<&'a Partner> {
    let ipa = |partner: &Partner| folded(&partner.ipa_code);
    let (code, name) = (ipa(body), folded(&body.name));
    let find = |is: &dyn Fn(&Partner) -> bool| earlier.partners.iter().find(|p| is(p));
    let contradicts = |p: &Partner| !code.is_empty() && !ipa(p).is_empty() && ipa(p) != code;
    find(&|p| !code.is_empty() && ipa(p) == code)
        .or_else(|| find(&|p| !name.is_empty() && folded(&p.name) == name && !contradicts(p)))
        .or_else(|| find(&|p| p.id == body.id && !contradicts(p)))
}

/// What can be taken over from a sheet of `before` into one of `now`: answers in
/// the order of the questions, then contacts.
pub fn proposals(
    before: &Questionnaire,
    earlier: &Sheet,
    now: &Questionnaire,
    sheet: &Sheet,
) -> Vec<Proposal> {
    let questions = now.on_sheet().filter_map(|question| {
        let id = &question.id;
        let asked = before.question(id)?;
        let then = earlier.answers.get(id)?;
        let fits = is_of_a_kind(asked.kind, question.kind) && fits(question, then);
        let about = About::Question(id.clone());
        let texts = (&asked.label, &question.label);
        fits.then(|| proposal(about, then, sheet.answers.get(id), texts))?
    });
    let contacts = now.contacts.iter().filter_map(|contact| {
        let id = &contact.id;
        let asked = before.contacts.iter().find(|contact| contact.id == *id)?;
        let then = earlier.contacts.get(id)?;
        let about = About::Contact(id.clone());
        let texts = (&asked.label, &contact.label);
        proposal(about, then, sheet.contacts.get(id), texts)
    });
    questions.chain(contacts).collect()
}

/// Makes an answer say what another one says; what was noted while a paper
/// sheet was transcribed stays with that sheet.
pub fn take_over(answer: &mut Answer, then: &Answer) {
    answer.state = then.state;
    answer.value.clone_from(&then.value);
    answer.comment.clone_from(&then.comment);
    answer.evidence.clone_from(&then.evidence);
}

fn proposal(
    about: About,
    then: &Answer,
    now: Option<&Answer>,
    (asked_then, asked_now): (&LocalText, &LocalText),
) -> Option<Proposal> {
    let now = now.cloned().unwrap_or_default();
    let mut taken = now.clone();
    take_over(&mut taken, then);
    (says_something(then) && taken != now).then(|| Proposal {
        about,
        fills_blank: is_untouched(&now),
        now,
        then: then.clone(),
        asked_then: (asked_then != asked_now).then(|| asked_then.clone()),
    })
}

/// Whether an answer of one kind can stand where another kind is asked.
fn is_of_a_kind(then: QuestionKind, now: QuestionKind) -> bool {
    use QuestionKind::{List, Text, Url};
    let is_typed = |kind| matches!(kind, List | Text | Url);
    then == now || then.is_closed() && now.is_closed() || is_typed(then) && is_typed(now)
}

/// Whether it breaks no rule of the question as it is asked now.
fn fits(question: &Question, answer: &Answer) -> bool {
    answer_rules(question, answer).is_empty()
}

/// Blank answers, marks that cannot be read and values that were taken out of
/// an export are nothing to take over.
fn says_something(answer: &Answer) -> bool {
    let is_withheld = matches!(answer.value, Some(Value::Withheld(_)));
    !is_withheld && !matches!(answer.state, AnswerState::Blank | AnswerState::Unclear)
}

fn is_untouched(answer: &Answer) -> bool {
    let written = [&answer.comment, &answer.evidence];
    answer.state == AnswerState::Blank
        && answer.value.is_none()
        && written.iter().all(|text| text.is_empty())
}
