//! The chapters on the survey itself: introduction, questions, bodies.

use super::writer::{Writer, of_groups, of_rows, plain, text, with_figures};
use crate::analysis::findings::condition;
use crate::analysis::{completeness, words};
use crate::model::{Question, QuestionKind};
use crate::report::{Group, Inline, Row};

/// What the survey is, how it was carried out, and how to read the figures.
pub(super) fn introduction(w: &mut Writer<'_>) {
    let (t, head) = (w.t, w.population.head());
    w.chapter("introduction", t.doc_introduction(), true);
    let (bodies, received) = (w.population.bodies().len(), w.population.received().len());
    let asked = head.questionnaire.questions.len();
    let dimensions = head.questionnaire.dimensions.len();
    w.say(t.doc_intro_what(bodies, asked, dimensions));
    w.say(t.doc_intro_received(received, bodies));
    let missing = w.population.missing();
    if !missing.is_empty() {
        w.say(t.doc_intro_missing(missing.len(), w.names(missing)));
    }
    w.say(t.doc_intro_reading());
    w.say(t.doc_intro_states());
    if head.notes.is_empty() {
        return;
    }
    w.section("notes", t.survey_notes());
    for note in &head.notes {
        w.say(note.get(t.code()));
    }
}

/// The questionnaire, dimension by dimension.
pub(super) fn questions(w: &mut Writer<'_>) {
    let (t, head) = (w.t, w.population.head());
    let questionnaire = &head.questionnaire;
    w.chapter("questions", t.doc_questions(), true);
    let all = questionnaire.questions.len();
    let repeated = all - questionnaire.on_sheet().count();
    w.say(t.doc_questions_intro(all, questionnaire.dimensions.len()));
    if repeated > 0 {
        w.say(t.doc_questions_repeated(repeated));
    }
    let groups = questionnaire.dimensions.iter().map(|dimension| {
        let of_it = questionnaire.questions.iter();
        let of_it = of_it.filter(|question| question.dimension == dimension.id);
        Group {
            heading: w.dimension(dimension),
            rows: of_it.map(|question| row(w, question)).collect(),
        }
    });
    let mut groups: Vec<Group> = groups.collect();
    if !questionnaire.contacts.is_empty() {
        let contacts = questionnaire.contacts.iter().map(|contact| Row {
            heading: vec![Inline::Text(contact.label.get(t.code()).to_owned())],
            cells: vec![text(t.doc_contact())],
            ..Row::default()
        });
        groups.push(Group {
            heading: t.contacts().to_owned(),
            rows: contacts.collect(),
        });
    }
    let table = of_groups(&[t.doc_question(), t.doc_question_answer()], groups);
    w.table(t.doc_questions_table(), table);
}

fn row(w: &Writer<'_>, question: &Question) -> Row {
    let t = w.t;
    let label = question.label.get(t.code());
    let options = question.options.iter().map(|o| o.label.get(t.code()));
    let options = options.collect::<Vec<_>>().join(", ");
    let answer = match question.kind {
        QuestionKind::YesNo | QuestionKind::Single => t.doc_kind_single(options),
        QuestionKind::Multiple => t.doc_kind_multiple(options),
        QuestionKind::List => t.doc_kind_list().into(),
        QuestionKind::Text => t.doc_kind_text().into(),
        QuestionKind::Url => t.doc_kind_url().into(),
        QuestionKind::Number => t.doc_kind_number().into(),
        QuestionKind::Date => t.doc_kind_date().into(),
    };
    let questionnaire = &w.population.head().questionnaire;
    let mut content = vec![Inline::Text(answer)];
    if let Some(asked) = &question.asked_when {
        let said = condition(t, questionnaire, None, asked);
        content.push(Inline::Remark(t.doc_asked_when(said)));
    }
    let repeats = question.repeats.as_ref();
    if let Some(of) = repeats.and_then(|id| questionnaire.question(id)) {
        content = vec![Inline::Text(t.doc_repeats(&of.number))];
    }
    Row {
        heading: vec![Inline::Text([&question.number, " · ", label].concat())],
        cells: vec![super::writer::cell(content)],
        ..Row::default()
    }
}

/// The bodies; those without a sheet are struck out.
pub(super) fn partners(w: &mut Writer<'_>) {
    let (t, population) = (w.t, w.population);
    w.chapter("partners", t.doc_partners(), false);
    let received = population.received().len();
    w.say(t.doc_partners_intro(received, population.bodies().len()));
    let rows = population.bodies().iter().enumerate().map(|(at, body)| {
        let partner = body.partner;
        let done = completeness::of_body(population, at);
        let answered = match done.asked() {
            0 => String::new(),
            asked => w.of(done.answered(), asked),
        };
        Row {
            heading: vec![Inline::Text(partner.code.clone())],
            cells: vec![
                super::writer::cell(vec![w.body(&partner.id)]),
                text(words::kind(t, &partner.kind.0)),
                text(words::status(t, body.status)),
                text(answered),
            ],
            ..Row::default()
        }
    });
    let columns = [
        t.partner_code(),
        t.partner_name(),
        t.doc_kind(),
        t.partner_status(),
        t.answered(),
    ];
    let table = with_figures(of_rows(&columns, rows.collect()), &[4]);
    w.table(t.doc_partners_table(), table);
    let dimensions = population.head().questionnaire.dimensions.iter();
    let rows = dimensions.map(|dimension| {
        let done = completeness::of_dimension(population, &dimension.id);
        vec![w.dimension(dimension), w.of(done.answered(), done.asked())]
    });
    let table = plain(&[t.dimension(), t.answered()], rows.collect());
    w.table(t.completeness(), with_figures(table, &[1]));
}
