//! What an edit has done, in words.

use super::Read;
use crate::i18n::Locale;
use crate::model::{CodebookEdit, QuestionId, SurveyHead, TermId};

/// The printed numbers of questions: how many, and which.
pub fn numbers(t: Locale, head: &SurveyHead, questions: &[QuestionId]) -> (usize, String) {
    let known = questions
        .iter()
        .filter_map(|q| head.questionnaire.question(q));
    let numbers: Vec<_> = known.map(|q| q.number.as_str()).collect();
    let text = match &numbers[..] {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [others @ .., last] => t.codebook_and(others.join(", "), last),
    };
    (numbers.len(), text)
}

/// What an edit has done to `term`, which stands in one of the two readings, and
/// for which other questions.
pub fn done(
    t: Locale,
    head: &SurveyHead,
    edit: &CodebookEdit,
    term: &TermId,
    before: &Read,
    after: &Read,
) -> String {
    let name = |read: &Read, id: &TermId| read.uses.entry(id).map(|e| e.term.clone());
    let was = |id: &TermId| name(before, id).unwrap_or_default();
    let entry = after.uses.entry(term);
    let is = entry.map_or_else(|| was(term), |e| e.term.clone());
    let bodies = entry.map_or(0, |e| e.bodies.len());
    let figure = t.codebook_figure(bodies, after.uses.answered);
    let said = match edit {
        CodebookEdit::Add(_, false) => t.codebook_added(is, figure),
        CodebookEdit::Add(_, true) | CodebookEdit::Ignore(_, true) => t.codebook_is_ignored(is),
        CodebookEdit::Assign(spelling, _) => t.codebook_reads(spelling, is, figure),
        CodebookEdit::Merge(gone, _) => t.codebook_reads(was(gone), is, figure),
        CodebookEdit::Split(..) => t.codebook_split_off(is, figure),
        CodebookEdit::Rename(..) => t.codebook_renamed(was(term), is, figure),
        CodebookEdit::Ignore(_, false) => t.codebook_is_counted(is, figure),
        CodebookEdit::Drop(_, spelling) => t.codebook_dropped(spelling, is, figure),
        CodebookEdit::Remove(_) => return t.codebook_removed(is),
        CodebookEdit::Limit(_) => return t.codebook_limited(is),
    };
    let elsewhere = entry.map_or(&[][..], |e| &e.elsewhere);
    match numbers(t, head, elsewhere) {
        (0, _) => said,
        (n, numbers) => [said, t.codebook_also(n, numbers)].join(" "),
    }
}
