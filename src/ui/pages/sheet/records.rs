//! What the page shows of its sheet, record by record.
//!
//! Who looks at the whole sheet is woken by every keystroke, and the places of
//! the page are hundreds. So each looks at a record, and one look at the sheet
//! says which records have changed.

use crate::model::{
    Answer, ContactId, EffectiveState, PartnerId, QuestionId, Questionnaire, Sheet,
    effective_states,
};
use crate::state::App;
use leptos::prelude::*;
use std::sync::Arc;

/// The records of one sheet.
#[derive(Clone)]
pub struct Records {
    app: App,
    partner: PartnerId,
    questionnaire: Arc<Questionnaire>,
    /// Answers and effective states, in the questionnaire's order.
    questions: Arc<[(RwSignal<Answer>, RwSignal<EffectiveState>)]>,
    /// Contacts, in the questionnaire's order.
    contacts: Arc<[RwSignal<Answer>]>,
    /// All effective states, in the questionnaire's order.
    pub states: RwSignal<Vec<EffectiveState>>,
    /// The sheet without its answers and contacts.
    pub frame: RwSignal<Sheet>,
}

impl Records {
    /// The records of a sheet; they follow it as long as the page stands.
    pub fn new(app: App, partner: &PartnerId, questionnaire: &Arc<Questionnaire>) -> Self {
        let blank = || RwSignal::new(Answer::default());
        let questions = questionnaire.questions.iter();
        let contacts = questionnaire.contacts.iter();
        let records = Self {
            app,
            partner: partner.clone(),
            questionnaire: questionnaire.clone(),
            questions: questions
                .map(|_| (blank(), RwSignal::new(EffectiveState::Missing)))
                .collect(),
            contacts: contacts.map(|_| blank()).collect(),
            states: RwSignal::new(Vec::new()),
            frame: RwSignal::new(Sheet::expected(partner.clone())),
        };
        records.follow();
        let all = records.clone();
        Effect::new(move |_| {
            all.app.with_sheet(&all.partner, |_| ());
            all.follow();
        });
        records
    }

    /// Takes over what has changed on the sheet. Whoever edits it asks for this at
    /// once, lest a field shows for a moment what stood there.
    pub fn follow(&self) {
        untrack(|| {
            self.app.with_sheet(&self.partner, |sheet| self.take(sheet));
        });
    }

    fn take(&self, sheet: &Sheet) {
        let Questionnaire {
            questions,
            contacts,
            ..
        } = &*self.questionnaire;
        for (question, (answer, _)) in questions.iter().zip(&*self.questions) {
            show(*answer, sheet.answers.get(&question.id));
        }
        for (contact, answer) in contacts.iter().zip(&*self.contacts) {
            show(*answer, sheet.contacts.get(&contact.id));
        }
        let states = effective_states(&self.questionnaire, Some(sheet));
        if *self.states.read_untracked() != states {
            for (now, (_, state)) in states.iter().zip(&*self.questions) {
                if *state.read_untracked() != *now {
                    state.set(*now);
                }
            }
            self.states.set(states);
        }
        let frame = sheet.without_answers();
        if *self.frame.read_untracked() != frame {
            self.frame.set(frame);
        }
    }

    /// The answer to a question, and its effective state.
    pub fn question(&self, id: &QuestionId) -> (RwSignal<Answer>, RwSignal<EffectiveState>) {
        let mut questions = self.questionnaire.questions.iter();
        let at = questions.position(|question| question.id == *id);
        match at.and_then(|at| self.questions.get(at)) {
            Some(records) => *records,
            None => unreachable!("only questions of the questionnaire are asked for"),
        }
    }

    /// What stands in a contact.
    pub fn contact(&self, id: &ContactId) -> RwSignal<Answer> {
        let mut contacts = self.questionnaire.contacts.iter();
        let at = contacts.position(|contact| contact.id == *id);
        match at.and_then(|at| self.contacts.get(at)) {
            Some(record) => *record,
            None => unreachable!("only contacts of the questionnaire are asked for"),
        }
    }
}

/// Shows what stands in a record, where that is not shown yet.
fn show(shown: RwSignal<Answer>, stands: Option<&Answer>) {
    let same = match stands {
        Some(answer) => *shown.read_untracked() == *answer,
        None => *shown.read_untracked() == Answer::default(),
    };
    if !same {
        shown.set(stands.cloned().unwrap_or_default());
    }
}
