//! A finding as a sentence, in the words of the survey.

use super::condition::{condition, joined};
use super::{Base, Figure, Finding, Kind, Of};
use crate::analysis::rules::Authority;
use crate::analysis::words::{first_names, state};
use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;
use crate::model::{Question, QuestionId, Questionnaire, Reading, Source, TermId, lowercase};

/// How many questions or terms a sentence names before it only counts them.
const NAMED: usize = 5;

/// Up to one in so many are few, of whom a sentence says that they differ from
/// the others.
const FEW: usize = 3;

/// The finding in words: *k of n*, its base, its question; where few bodies are
/// behind it and it is about them, their names.
pub fn sentence(t: Locale, population: &Population, finding: &Finding) -> String {
    Words::new(t, population, finding)
        .sentence()
        .unwrap_or_default()
}

/// The base of a finding in words: "bodies that answered".
pub fn base(t: Locale, population: &Population, finding: &Finding) -> &'static str {
    match finding.base {
        Base::Bodies if population.bodies().len() < population.head().partners.len() => {
            t.finding_base_filtered()
        }
        Base::Bodies => t.finding_base_bodies(),
        Base::Asked => t.finding_base_asked(),
        Base::Answered => t.finding_base_answered(),
        Base::NotAsked => t.finding_base_not_asked(),
        Base::Called => t.finding_base_called(),
        Base::Named => t.finding_base_named(),
    }
}

/// What a figure of a finding counts, in words; none where it is simply the
/// bodies of the finding.
pub fn counted(t: Locale, population: &Population, finding: &Finding, figure: &Figure) -> String {
    let words = Words::new(t, population, finding);
    match &figure.of {
        Of::Bodies => String::new(),
        Of::Options(_) => words.options(figure, " + "),
        Of::Term(term) => words.term(term),
        Of::Question(id) => {
            let number = words.question(id).map_or(id.as_str(), |q| &q.number);
            t.question_number(number)
        }
        Of::State(of) => state(t, *of).into(),
    }
}

pub(super) struct Words<'a> {
    t: Locale,
    population: &'a Population<'a>,
    questionnaire: &'a Questionnaire,
    finding: &'a Finding,
}

impl<'a> Words<'a> {
    pub(super) fn new(t: Locale, population: &'a Population<'a>, finding: &'a Finding) -> Self {
        Self {
            t,
            population,
            questionnaire: &population.head().questionnaire,
            finding,
        }
    }

    /// `None` for a finding of another survey.
    fn sentence(&self) -> Option<String> {
        let (t, finding) = (self.t, self.finding);
        match &finding.kind {
            Kind::Missing => {
                let (k, n) = (finding.bodies().len(), finding.base_bodies().len());
                Some(t.finding_missing(k, n, self.names(), self.base()))
            }
            Kind::Read { reading, says } => {
                let said = self.read(*reading, says);
                Some(t.finding_with_base(said, self.base()))
            }
            _ => {
                let said = self.said()?;
                let question = self.question(finding.questions.first()?)?;
                let label = question.label.get(t.code());
                Some(t.finding_on(label, said, &question.number, self.base()))
            }
        }
    }

    /// What is said of the question, without naming it; `None` for what is said
    /// of several, or of none.
    pub(super) fn said(&self) -> Option<String> {
        let (t, finding) = (self.t, self.finding);
        let first = finding.figures.first()?;
        let (k, n) = (finding.bodies().len(), first.base.len());
        Some(match &finding.kind {
            Kind::Missing | Kind::Read { .. } => return None,
            Kind::Most => self.most(first),
            Kind::Minority => self.with_names(t.chose(k, n, self.options(first, ""))),
            Kind::Together => self.combined(first),
            Kind::Report(reading) => {
                let chosen = t.chose(k, n, self.rules(*reading)?);
                t.read_by_report(chosen, meaning(t, *reading))
            }
            Kind::Terms => self.terms(),
            Kind::Gaps => t.finding_gaps(k, n, self.states()),
            Kind::OffCondition => t.answered_off_condition(k, n, self.asked_when()?, self.names()),
            Kind::NoReference => t.gives_no_reference(k, n, self.asked_when()?, self.names()),
            Kind::Differs(term) => {
                let list = self.question(finding.questions.get(1)?)?;
                let (more, term) = (finding.figures.get(1)?, self.term(term));
                self.differ(first, more, &term, &list.number)
            }
            Kind::OtherField => {
                let terms = finding.figures.iter().filter_map(|f| match &f.of {
                    Of::Term(term) => Some(term),
                    _ => None,
                });
                t.names_other_things(k, n, self.terms_elsewhere(terms), self.names())
            }
        })
    }

    fn most(&self, first: &Figure) -> String {
        let t = self.t;
        let (k, n) = (first.bodies.len(), first.base.len());
        match self.finding.figures.as_slice() {
            [_] if k == n && n > 1 => t.all_chose(n, self.options(first, "")),
            [_] => t.chose(k, n, self.options(first, "")),
            several => {
                let options = several.iter().map(|f| self.options(f, ""));
                t.most_chosen(k, n, self.and(options.collect()))
            }
        }
    }

    fn combined(&self, first: &Figure) -> String {
        let t = self.t;
        let (k, n) = (first.bodies.len(), first.base.len());
        let sets = self.finding.figures.iter().map(|f| match &f.of {
            Of::Options(options) if options.len() == 1 => t.only_option(self.options(f, "")),
            _ => self.options(f, " + "),
        });
        let sets: Vec<_> = sets.collect();
        if sets.len() == 1 {
            t.combination(k, n, self.and(sets))
        } else {
            t.most_combined(self.and(sets), t.bodies_of(k, n))
        }
    }

    /// Few against all others, or one part against another.
    fn differ(&self, some: &Figure, more: &Figure, term: &str, list: &str) -> String {
        let t = self.t;
        let named = |f: &Figure| t.figure_of(self.options(f, ""), self.names_of(&f.bodies));
        let (k, n) = (some.bodies.len(), some.base.len());
        if k * FEW <= n {
            return t.says_otherwise(k, n, term, list, named(some), self.options(more, ""));
        }
        let side = |f: &Figure| [&t.bodies_of(f.bodies.len(), n), " ", &named(f)].concat();
        t.says_either(term, list, t.and_last(side(more), side(some)))
    }

    fn terms(&self) -> String {
        let t = self.t;
        let terms = self.finding.figures.iter().filter_map(|f| match &f.of {
            Of::Term(term) => {
                let figure = t.of(f.bodies.len(), f.base.len());
                Some(t.figure_of(self.term(term), figure))
            }
            _ => None,
        });
        let terms: Vec<_> = terms.collect();
        if terms.len() == 1 {
            t.leading_term(self.and(terms))
        } else {
            t.leading_terms(self.and(terms))
        }
    }

    /// Terms, each with the questions to which it belongs.
    pub(super) fn terms_elsewhere<'t>(&self, terms: impl Iterator<Item = &'t TermId>) -> String {
        let t = self.t;
        let own = self.finding.questions.first();
        let codebook = &self.population.head().codebook;
        let terms = terms.filter_map(|term| codebook.iter().find(|e| e.id == *term));
        let terms = terms.map(|entry| {
            let questions = entry.questions.iter().filter(|q| Some(*q) != own);
            let numbers = questions.filter_map(|q| self.question(q));
            let numbers: Vec<_> = numbers.map(|q| q.number.clone()).collect();
            if numbers.len() == 1 {
                t.term_of_question(&entry.term, self.and(numbers))
            } else {
                t.term_of_questions(&entry.term, self.and(numbers))
            }
        });
        self.some(terms.collect()).join("; ")
    }

    fn states(&self) -> String {
        let states = self.finding.figures.iter().filter_map(|f| match f.of {
            Of::State(s) => {
                let name = lowercase(state(self.t, s));
                Some(self.t.with_name(name, f.bodies.len()))
            }
            _ => None,
        });
        states.collect::<Vec<_>>().join(", ")
    }

    pub(super) fn read(&self, reading: Reading, says: &[Authority]) -> String {
        let t = self.t;
        let questions = self.finding.figures.iter().filter_map(|f| {
            let Of::Question(id) = &f.of else {
                return None;
            };
            let question = self.question(id)?;
            let label = t.quoted(question.label.get(t.code()));
            let figure = t.bodies_of(f.bodies.len(), f.base.len());
            Some(t.read_question(&question.number, label, figure))
        });
        let questions: Vec<_> = questions.collect();
        let source = self.and(says.iter().map(|a| authority(t, *a).to_owned()).collect());
        let one = questions.len() == 1;
        let questions = joined(self.some(questions), "; ", |items, last| {
            format!("{items}; {last}")
        });
        let said = match (reading, one) {
            (Reading::Enabling, true) => t.most_enabled(questions, source),
            (Reading::Enabling, false) => t.most_enabled_several(questions, source),
            (_, true) => t.most_hindered(questions, source),
            (_, false) => t.most_hindered_several(questions, source),
        };
        let place = match &self.finding.dimension {
            Some(dimension) => t.one_dimension(dimension),
            None => t.whole_survey().into(),
        };
        t.with_name(place, said)
    }

    /// The report's rules with this reading, in words.
    fn rules(&self, reading: Reading) -> Option<String> {
        let t = self.t;
        let question = self.question(self.finding.questions.first()?)?;
        let rules = question.readings.as_ref()?.rules.iter();
        let rules = rules.filter(|r| r.source == Source::Report && r.said() == reading);
        let own = Some(&question.id);
        let rules = rules.map(|r| condition(t, self.questionnaire, own, &r.when));
        let join = |items: String, last: String| t.any_of_these(items, last);
        Some(joined(rules.collect(), ", ", join))
    }

    pub(super) fn asked_when(&self) -> Option<String> {
        let question = self.question(self.finding.questions.first()?)?;
        let asked_when = question.asked_when.as_ref()?;
        Some(condition(self.t, self.questionnaire, None, asked_when))
    }

    pub(super) fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questionnaire.question(id)
    }

    /// The choices of a figure, quoted.
    pub(super) fn options(&self, figure: &Figure, between: &str) -> String {
        let question = self.finding.questions.first();
        let question = question.and_then(|id| self.question(id));
        let Of::Options(options) = &figure.of else {
            return String::new();
        };
        let labels = options.iter().map(|id| {
            let option = question.and_then(|q| q.option(id));
            let label = option.map(|o| o.label.get(self.t.code()));
            self.t.quoted(label.unwrap_or(id.as_str()))
        });
        labels.collect::<Vec<_>>().join(between)
    }

    pub(super) fn term(&self, id: &TermId) -> String {
        let codebook = &self.population.head().codebook;
        let entry = codebook.iter().find(|e| e.id == *id);
        entry.map_or(id.to_string(), |e| e.term.clone())
    }

    fn and(&self, items: Vec<String>) -> String {
        let t = self.t;
        joined(self.some(items), ", ", |items, last| {
            t.and_last(items, last)
        })
    }

    /// The first of many, and how many more.
    fn some(&self, mut items: Vec<String>) -> Vec<String> {
        let more = items.len().saturating_sub(NAMED);
        // One more is named as quickly as counted.
        if more > 1 {
            items.truncate(NAMED);
            items.push(self.t.and_more_of_them(more));
        }
        items
    }

    fn base(&self) -> &'static str {
        base(self.t, self.population, self.finding)
    }

    fn names(&self) -> String {
        self.names_of(&self.finding.bodies())
    }

    fn names_of(&self, bodies: &[BodyIndex]) -> String {
        let name = |b: &BodyIndex| Some(self.population.body(*b)?.partner.name.as_str());
        let mut names = bodies.iter().filter_map(name);
        first_names(self.t, bodies.len(), &mut names)
    }

    fn with_names(&self, said: String) -> String {
        self.t.with_name(said, self.names())
    }
}

/// Who says what an answer means.
const fn authority(t: Locale, authority: Authority) -> &'static str {
    match authority {
        Authority::Report => t.by_the_report(),
        Authority::Proposed => t.by_rilievo(),
        Authority::Authors => t.by_the_authors(),
    }
}

/// What a reading means, as the end of "which …".
const fn meaning(t: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => t.favours_transfer(),
        Reading::Hindering => t.hinders_transfer(),
        Reading::Neutral | Reading::Unknown => t.leaves_transfer(),
    }
}
