//! What has changed beside the answers: figures, what the authors wrote, the
//! data of the document.

use super::Sides;
use crate::analysis::findings::sentence;
use crate::analysis::since::{FindingChange, Since};
use crate::analysis::words::on_a_line;
use crate::analysis::{Finding, IndicatorResult, Population};
use crate::model::{Issue, Json, Part, texts};
use crate::report::prose;
use crate::report::whole::{Block, Span};
use crate::report::{Group, Inline, Row, Table};
use serde_json::Value;

/// So much of a text is shown.
const MOST: usize = 600;

impl Sides<'_> {
    /// The indicator and the findings that say something else.
    pub fn figures(&self, since: &Since) -> Option<Table> {
        let t = self.t;
        let mut rows = Vec::new();
        if let Some(change) = &since.indicator {
            let said = |result: &Option<IndicatorResult>| match result {
                Some(result) => t.since_indicator(result.result(), result.target),
                None => t.side_absent().into(),
            };
            let (before, after) = (said(&change.before), said(&change.after));
            rows.push(self.then_now("indicator", t.part_indicator().into(), before, after));
        }
        rows.extend(since.findings.iter().map(|change| self.finding(change)));
        self.table(t.since_figures(), t.since_figure(), rows)
    }

    fn finding(&self, change: &FindingChange) -> Row {
        let said = |side: &Population, finding: &Option<Finding>| match finding {
            Some(finding) => sentence(self.t, side, finding),
            None => self.t.since_no_finding().into(),
        };
        let finding = change.after.as_ref().or(change.before.as_ref());
        let question = finding.and_then(|finding| {
            let questionnaire = &self.after.head().questionnaire;
            questionnaire.question(finding.questions.first()?)
        });
        let about = match question {
            Some(question) => self.t.question_number(&question.number),
            None => self.t.since_survey().into(),
        };
        self.then_now(
            finding.map_or("", |finding| &finding.id),
            about,
            said(self.before, &change.before),
            said(self.after, &change.after),
        )
    }

    /// What was changed in the document's data, the conclusions and the rest of
    /// the survey.
    pub fn parts(&self, since: &Since) -> Option<Table> {
        let indicator = |part: &Part| part.name == "indicator" && since.indicator.is_some();
        let parts = since.parts.iter().filter(|(part, _)| !indicator(part));
        let rows = parts.map(|(before, after)| {
            let name = self.part_name(before, after);
            let (then, now) = (self.said(false, before), self.said(true, after));
            let (then, now) = match (then, now) {
                (Some(then), Some(now)) if then != now => (then, now),
                // Too much for a line, or nothing that words would show.
                _ => (String::new(), self.t.since_changed().into()),
            };
            self.then_now(&before.name, name, then, now)
        });
        let rows = rows.collect();
        self.table(self.t.since_parts(), self.t.since_part(), rows)
    }

    /// What a part of the head is called.
    fn part_name(&self, before: &Part, after: &Part) -> String {
        let t = self.t;
        let name = before.name.as_str();
        let (list, of) = name.split_once(['/', '.']).unwrap_or((name, ""));
        let question = || {
            let mut all = self.after.head().questionnaire.questions.iter();
            let found = all.find(|question| question.id.as_str() == of);
            t.question_number(found.map_or(of, |question| &question.number))
        };
        let either = if after.value.is_null() { before } else { after };
        match list {
            "title" => t.part_title().into(),
            "indicator" => t.part_indicator().into(),
            "notes" => t.part_notes().into(),
            "questionnaire" => t.part_questionnaire().into(),
            "glossary" => t.since_glossary().into(),
            "document" => match of {
                "project" => t.document_project().into(),
                "subtitle" => t.document_subtitle().into(),
                "cup" => t.document_cup().into(),
                "call" => t.document_call().into(),
                "action" => t.document_action().into(),
                "activity" => t.document_activity().into(),
                "action_coordinator" => t.document_coordinator().into(),
                "funds" => t.document_funds().into(),
                "deadline" => t.document_deadline().into(),
                "versions" => t.document_versions().into(),
                _ => t.part_document(of),
            },
            "conclusions" => match either.value["dimension"].as_str() {
                Some(dimension) => t.part_conclusion(dimension),
                None => t.part_conclusion(t.since_survey()),
            },
            "influences" => t.since_influence().into(),
            "codebook" => t.part_codebook(either.value["term"].as_str().unwrap_or(of)),
            "readings" | "factor" => t.part_readings(question()),
            "note" => t.with_name(question(), t.part_notes()),
            "slides" => t.part_slide(of),
            _ => name.into(),
        }
    }

    /// What a part says, where that can be said in a line.
    fn said(&self, later: bool, part: &Part) -> Option<String> {
        let text = match (&part.value, part.name.as_str()) {
            (Value::Null, _) => return Some(self.t.side_absent().into()),
            (Value::String(text), _) => text.clone(),
            (list @ Value::Array(_), "document.funds") => texts(list).join("; "),
            (list @ Value::Array(_), "document.versions") => {
                let rows = Vec::<Issue>::from_json(list.clone()).ok()?;
                let rows = rows.into_iter().map(|row| {
                    let on = [" (", &row.issued_on, ")"].concat();
                    [
                        row.version.as_str(),
                        if row.issued_on.is_empty() { "" } else { &on },
                    ]
                    .concat()
                });
                rows.collect::<Vec<_>>().join(", ")
            }
            (Value::Object(fields), name) => {
                let text = fields.get("text")?.as_str()?;
                if name.starts_with("conclusions/") {
                    self.prose(later, text)
                } else {
                    text.to_owned()
                }
            }
            _ => return None,
        };
        Some(on_a_line(&text, MOST))
    }

    /// A text of the authors as plain words; findings say what they said then.
    fn prose(&self, later: bool, text: &str) -> String {
        let side = if later { self.after } else { self.before };
        let bound = prose::bound(text);
        let found = if bound.is_empty() {
            Vec::new()
        } else {
            crate::analysis::findings(side)
        };
        let says = |id: &str| {
            let finding = found.iter().find(|finding| finding.id == id)?;
            Some(sentence(self.t, side, finding))
        };
        let mut words = Vec::new();
        plain(&prose::blocks(text, &says), &mut words);
        words.join(" ")
    }

    fn then_now(&self, mark: &str, heading: String, before: String, after: String) -> Row {
        Row {
            marks: vec![("data-since", mark.into())],
            heading: vec![Inline::Text(heading)],
            cells: vec![self.cell(false, before), self.cell(true, after)],
        }
    }

    fn table(&self, caption: &str, first: &str, rows: Vec<Row>) -> Option<Table> {
        let some = !rows.is_empty();
        some.then(|| Table {
            class: "table by-body".into(),
            caption: caption.into(),
            columns: self.columns(first),
            groups: vec![Group {
                heading: String::new(),
                rows,
            }],
            ..Table::default()
        })
    }
}

/// The words of some blocks.
fn plain(blocks: &[Block], words: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Note(spans) => {
                words.push(spans.iter().map(Span::plain).collect());
            }
            Block::List { items, .. } => {
                for item in items {
                    plain(item, words);
                }
            }
            Block::Table { .. } | Block::Figure(_) => {}
        }
    }
}
