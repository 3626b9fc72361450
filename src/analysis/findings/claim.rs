//! A finding as the title of a slide: what it says, without the base, which
//! stands below the picture.

use super::sentence::Words;
use super::{Finding, Kind, Of};
use crate::analysis::Population;
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind};

/// The finding in words for a title. Of a question that asks whether the body
/// does something, the bodies do it: "6 of 7 bodies have a platform".
pub fn claim(t: Locale, population: &Population, finding: &Finding) -> String {
    let words = Words::new(t, population, finding);
    let found = || {
        if let Kind::Read { reading, says } = &finding.kind {
            return Some(words.read(*reading, says));
        }
        let question = words.question(finding.questions.first()?)?;
        if let Some(said) = they_do(t, finding, question) {
            return Some(said);
        }
        let label = t.quoted(question.label.get(t.code()));
        Some(t.with_name(label, words.said()?))
    };
    found().unwrap_or_default()
}

/// Those who say yes do what the question asks, those who say no do not.
fn they_do(t: Locale, finding: &Finding, question: &Question) -> Option<String> {
    let [figure] = finding.figures.as_slice() else {
        return None;
    };
    let one_answer = matches!(finding.kind, Kind::Most | Kind::Minority);
    let (Of::Options(options), QuestionKind::YesNo, true) = (&figure.of, question.kind, one_answer)
    else {
        return None;
    };
    // The first choice of such a question is the yes.
    let at = question
        .options
        .iter()
        .position(|o| Some(&o.id) == options.first());
    let (k, n) = (figure.bodies.len(), figure.base.len());
    let label = question.label.get(t.code()).replace('’', "'");
    match at? {
        0 => Some(t.deck_they_do(k, n, doing(t, &label, k, true)?)),
        1 => Some(t.deck_they_do_not(k, n, doing(t, &label, k, false)?)),
        _ => None,
    }
}

/// What the question asks whether the body does, of so many bodies; nothing
/// where it does not ask so, or where the words would not agree.
fn doing(t: Locale, label: &str, k: usize, yes: bool) -> Option<String> {
    let what = label.strip_prefix(t.deck_body_does())?;
    let what = what.trim_end_matches(['?', ' ']);
    let around = format!(" {what} ");
    if what.contains('?')
        || t.deck_own_words()
            .split(',')
            .any(|own| around.contains(own))
    {
        return None;
    }
    match t {
        // One body "has"; after "does not" and for several the verb is as asked.
        Locale::En => (k != 1 || !yes).then(|| what.to_owned()),
        Locale::It => several(what, k),
    }
}

/// Italian verbs for one body, and for several.
const VERBS: [(&str, &str); 23] = [
    ("ha", "hanno"),
    ("eroga", "erogano"),
    ("possiede", "possiedono"),
    ("dispone", "dispongono"),
    ("usa", "usano"),
    ("utilizza", "utilizzano"),
    ("gestisce", "gestiscono"),
    ("svolge", "svolgono"),
    ("offre", "offrono"),
    ("fornisce", "forniscono"),
    ("adotta", "adottano"),
    ("partecipa", "partecipano"),
    ("prevede", "prevedono"),
    ("pubblica", "pubblicano"),
    ("intende", "intendono"),
    ("conosce", "conoscono"),
    ("tiene", "tengono"),
    ("mantiene", "mantengono"),
    ("deve", "devono"),
    ("vuole", "vogliono"),
    ("applica", "applicano"),
    ("aderisce", "aderiscono"),
    ("riceve", "ricevono"),
];

/// In Italian the verb changes with the number; only verbs that are known for
/// sure are changed.
fn several(what: &str, k: usize) -> Option<String> {
    let plural = |word: &str| {
        let found = VERBS.iter().find(|(one, _)| *one == word);
        found.map(|(_, several)| *several)
    };
    let (first, _) = what.split_once(' ')?;
    plural(first)?;
    if k == 1 {
        return Some(what.to_owned());
    }
    let mut is_verb = true;
    let words = what.split(' ').map(|word| {
        let said = plural(word).filter(|_| is_verb).unwrap_or(word);
        is_verb = matches!(word, "o" | "e");
        said
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(t: Locale, label: &str, k: usize, expected: Option<&str>) {
        assert_eq!(doing(t, label, k, true).as_deref(), expected, "{label}");
    }

    #[test]
    fn a_question_becomes_what_the_bodies_do() {
        let t = Locale::It;
        check(t, "L'ente ha una rete?", 6, Some("hanno una rete"));
        check(t, "L'ente ha una rete?", 1, Some("ha una rete"));
        check(
            t,
            "L'ente svolge o intende svolgere corsi?",
            6,
            Some("svolgono o intendono svolgere corsi"),
        );
        check(t, "L'ente sbarella la rete?", 6, None);
        check(t, "L'ente ha la sua rete?", 6, None);
        check(t, "Open source", 6, None);
        let t = Locale::En;
        check(t, "Does the body have a net?", 6, Some("have a net"));
        check(t, "Does the body have a net?", 1, None);
        check(t, "Does the body have its net?", 6, None);
    }
}
