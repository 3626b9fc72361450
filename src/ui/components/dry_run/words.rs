//! What records are called, and what they say, as lines of the dry run.

use crate::analysis::words::{answer, on_a_line};
use crate::bundle::{Record, Side};
use crate::i18n::Locale;
use crate::model::{
    About, ContactId, Json, LocalText, Partner, PartnerId, Question, QuestionId, Remark,
    RemarkState, Sheet, SurveyHead,
};
use crate::state::Incoming;
use crate::ui::components::{signed, who_and_when};
use crate::ui::wording;
use serde_json::Value;

/// No name is shown longer than this, and no content.
const NAME: usize = 200;
const CONTENT: usize = 4000;

/// Names of the records of a survey: as it is here, then as a file has it.
pub struct Words<'a> {
    t: Locale,
    heads: Vec<&'a SurveyHead>,
}

impl<'a> Words<'a> {
    /// The names for the file at a place.
    pub fn new(t: Locale, incoming: &'a Incoming, at: usize) -> Self {
        let heads = incoming.heads(at);
        Self { t, heads }
    }

    /// Name of a partner.
    pub fn partner(&self, id: &PartnerId) -> String {
        let partner = self.heads.iter().find_map(|head| head.partner(id));
        on_a_line(partner.map_or(id.as_str(), |p| &p.name), NAME)
    }

    /// Number and text of a question.
    pub fn question(&self, id: &QuestionId) -> String {
        match self.asked(id) {
            None => id.to_string(),
            Some(question) => {
                let label = question.label.get(self.t.code());
                on_a_line(&format!("{}. {label}", question.number), NAME)
            }
        }
    }

    /// Printed number of a question.
    pub fn number(&self, id: &QuestionId) -> String {
        let number = self.asked(id).map_or(id.as_str(), |q| &q.number);
        on_a_line(number, NAME)
    }

    fn asked(&self, id: &QuestionId) -> Option<&'a Question> {
        let mut heads = self.heads.iter();
        heads.find_map(|head| head.questionnaire.question(id))
    }

    /// What a contact is called.
    fn contact(&self, id: &ContactId) -> String {
        let mut heads = self.heads.iter();
        let label = heads.find_map(|head| {
            let mut contacts = head.questionnaire.contacts.iter();
            let contact = contacts.find(|contact| contact.id == *id)?;
            Some(contact.label.get(self.t.code()))
        });
        on_a_line(label.unwrap_or(id.as_str()), NAME)
    }

    /// What a record is called within its sheet, or within the survey.
    pub fn record(&self, record: &Record, side: &Side) -> String {
        let t = self.t;
        match record {
            Record::Answer(_, id) => self.question(id),
            Record::Contact(_, id) => self.contact(id),
            Record::Status(_) => t.record_status().into(),
            Record::Partner(_) => t.record_partner().into(),
            Record::Remark(..) => match side {
                Side::Remark(remark) => match remark.about() {
                    About::Question(id) => t.record_remark_on(self.question(&id)),
                    About::Contact(id) => t.record_remark_on(self.contact(&id)),
                    About::Sheet => t.record_remark_on(t.whole_sheet()),
                },
                _ => t.record_remark().into(),
            },
            Record::Part(name) => self.part(name),
        }
    }

    /// What a part of the head is called.
    fn part(&self, name: &str) -> String {
        let t = self.t;
        let (first, rest) = name.split_once(['/', '.']).unwrap_or((name, ""));
        let named = on_a_line(rest, NAME);
        match first {
            "title" => t.part_title().into(),
            "indicator" => t.part_indicator().into(),
            "notes" => t.part_notes().into(),
            "questionnaire" => t.part_questionnaire().into(),
            "order" if rest == "slides" => t.part_order_slides().into(),
            "order" => t.part_order().into(),
            "document" => t.part_document(named),
            "codebook" => t.part_codebook(named),
            "conclusions" => t.part_conclusion(named),
            "influences" => t.part_influence(named),
            "issued" => t.part_issued(named),
            "slides" => t.part_slide(self.slide(rest)),
            "readings" => match QuestionId::new(rest) {
                Ok(id) => t.part_readings(self.question(&id)),
                Err(_) => t.part_readings(named),
            },
            _ => on_a_line(name, NAME),
        }
    }

    /// What a slide is called: by its title, or by what it shows.
    fn slide(&self, id: &str) -> String {
        let all = self.heads.iter();
        let mut all = all.flat_map(|head| head.slides.or_default());
        let Some(slide) = all.find(|slide| slide.id.as_str() == id) else {
            return on_a_line(id, NAME);
        };
        let question = slide.shows.strip_prefix("question/");
        match question.and_then(|id| QuestionId::new(id).ok()) {
            _ if !slide.title.is_empty() => on_a_line(&slide.title, NAME),
            Some(id) => self.question(&id),
            None => on_a_line(&slide.shows, NAME),
        }
    }

    /// What a side of a record says.
    pub fn side(&self, record: &Record, side: &Side) -> String {
        let t = self.t;
        let said = match side {
            Side::Absent => t.side_absent().into(),
            Side::Answer(said) => {
                let question = match record {
                    Record::Answer(_, id) => self.asked(id),
                    _ => None,
                };
                answer(t, question, said)
            }
            Side::Status(sheet) => status(t, sheet),
            Side::Remark(remark) => self.remark(remark),
            Side::Partner(partner) => body(t, partner),
            Side::Value(value) => value_in_words(t, value),
        };
        on_a_line(&said, CONTENT)
    }

    /// What a remark says, whether it is open, and every reply with its author.
    fn remark(&self, remark: &Remark) -> String {
        let t = self.t;
        let state = match remark.state {
            RemarkState::Open => t.remark_open(),
            RemarkState::Resolved => t.remark_resolved(),
        };
        let mut parts = vec![remark.text.clone(), remark.author.clone()];
        if let Some(kept) = &remark.answer {
            let question = remark.question.as_ref().and_then(|id| self.asked(id));
            parts.push(answer(t, question, kept));
        }
        parts.push(state.into());
        let replies = remark.replies.iter();
        parts.extend(replies.map(|reply| t.replied(signed(t, &reply.author), &reply.text)));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// A record by its ids, for the marks of the page.
pub fn mark(record: &Record) -> String {
    match record {
        Record::Answer(partner, id) => format!("answer/{partner}/{id}"),
        Record::Contact(partner, id) => format!("contact/{partner}/{id}"),
        Record::Status(partner) => format!("status/{partner}"),
        Record::Remark(partner, id) => format!("remark/{partner}/{id}"),
        Record::Partner(partner) => format!("partner/{partner}"),
        Record::Part(name) => format!("part/{name}"),
    }
}

/// Where a sheet stands, and who took the last step when.
fn status(t: Locale, sheet: &Sheet) -> String {
    let mut parts = vec![wording::status(t, sheet.status).to_owned()];
    if sheet.transcribed {
        parts.push(t.transcribed().into());
    }
    if let Some(step) = sheet.steps.or_default().last() {
        parts.push(who_and_when(t, &step.author, Some(&step.at)));
    }
    parts.join(" · ")
}

fn body(t: Locale, partner: &Partner) -> String {
    let kind = wording::kind(t, &partner.kind.0);
    let parts = [
        partner.code.as_str(),
        &partner.name,
        &kind,
        &partner.ipa_code,
    ];
    let mut parts: Vec<String> = parts.map(String::from).into();
    parts.extend(
        partner
            .role
            .and_then(|role| Some(role.to_json().as_str()?.to_owned())),
    );
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A part of the head: a text is shown as it is, in this language.
fn value_in_words(t: Locale, value: &Value) -> String {
    match value {
        Value::Null => t.side_absent().into(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items = items.iter().map(|item| value_in_words(t, item));
            items.collect::<Vec<_>>().join(" · ")
        }
        Value::Object(fields) => {
            if let Ok(text) = LocalText::from_json(value.clone())
                && fields.keys().all(|key| key.len() == 2)
            {
                return text.get(t.code()).into();
            }
            let fields = fields.iter().filter(|(name, _)| *name != "revision");
            let fields = fields.map(|(name, value)| t.with_name(name, value_in_words(t, value)));
            fields.collect::<Vec<_>>().join(" · ")
        }
        other => other.to_string(),
    }
}
