//! What the data say by themselves: counted by hand from the nine real sheets,
//! and played on another questionnaire, because none of it is special to one.

mod consistency;
mod facts;

use crate::scenario::{Scenario, forms::museums};
use facts::{FACTS, Fact, SENTENCES};
use rilievo::analysis::findings::{condition, findings, sentence};
use rilievo::analysis::{Finding, Population};
use rilievo::i18n::Locale::{self, En, It};
use rilievo::model::{PartnerId, QuestionId, Sheet};

/// The findings of a survey as facts are written.
fn told(s: &Scenario) -> Vec<(String, String, usize)> {
    let found = findings(&s.population());
    let tell = |f: &Finding| {
        let mark = if f.is_remark() { "!" } else { "" };
        let bodies = s.names(f.bodies()).join(" ");
        (format!("{mark}{}", f.id), bodies, f.base_bodies().len())
    };
    found.iter().map(tell).collect()
}

#[track_caller]
fn find(population: &Population, id: &str) -> Finding {
    let found = findings(population).into_iter().find(|f| f.id == id);
    found.unwrap_or_else(|| panic!("there is no finding `{id}`"))
}

#[track_caller]
fn says(s: &Scenario, t: Locale, id: &str) -> String {
    sentence(t, &s.population(), &find(&s.population(), id))
}

/// What a citation keeps of a finding.
#[track_caller]
fn seen(s: &Scenario, id: &str) -> String {
    find(&s.population(), id).seen(&s.population())
}

fn has(s: &Scenario, id: &str) -> bool {
    findings(&s.population()).iter().any(|f| f.id == id)
}

/// Museums that name the same program, and say of it whether it is online.
fn catalogues(answers: &[(&str, &str, &str)]) -> Scenario {
    let mut s = Scenario::of(museums());
    for (museum, software, online) in answers {
        let sheet = s.partner(museum).answer("catalogue", "yes");
        let sheet = sheet.answer("software", software);
        match *online {
            "" => sheet.submit(),
            online => sheet.answer("online", online).submit(),
        };
    }
    s
}

#[test]
fn all_findings_of_the_nine_sheets() {
    let facts = FACTS.map(|(id, bodies, n)| (id.to_owned(), bodies.to_owned(), n));
    assert_eq!(told(&Scenario::example()), facts);
}

#[test]
fn they_read_as_sentences_in_both_languages() {
    let s = Scenario::example();
    for (id, italian, english) in SENTENCES {
        assert_eq!(says(&s, It, id), italian);
        assert_eq!(says(&s, En, id), english);
    }
}

#[test]
fn several_figures_stand_side_by_side() {
    let s = Scenario::example();
    let population = s.population();
    let databases = find(&population, "terms/q5");
    let counts: Vec<_> = databases.figures.iter().map(|f| f.bodies.len()).collect();
    assert_eq!(counts, [8, 7, 5, 5], "as many as the third are told too");
    // Nobody's term is told twice as if two had named it.
    assert!(!has(&s, "terms/q21"));
    // Two questions hinder one body each, out of different bases.
    let hindering = find(&population, "hindering/B");
    let figures: Vec<_> = hindering
        .figures
        .iter()
        .map(|f| (s.names(f.bodies.clone()), f.base.len()))
        .collect();
    assert_eq!(figures, [(vec!["EC"], 8), (vec!["8"], 7)]);
}

#[test]
fn nothing_of_it_is_special_to_one_questionnaire() {
    let mut s = catalogues(&[
        ("civico", "SIGECweb", "yes"),
        ("diocesano", "sigec web", "yes"),
        ("mare", "SIGEC, Excel", "no"),
        ("scienze", "", ""),
    ]);
    s.partner("civico").answer("entry", "free");
    s.partner("diocesano").answer("entry", "free");
    s.partner("mare").answer("entry", "ticket");
    s.partner("scienze").answer("entry", "offer");
    s.partner("civico")
        .answer("guides", "staff")
        .answer("guides", "volunteers");
    s.partner("mare").answer("guides", "company");
    let facts: [Fact; 19] = [
        ("missing", "carta", 5),
        ("hindering", "mare", 4),
        ("enabling", "civico diocesano mare scienze", 4),
        ("gaps/opened", "civico diocesano mare scienze", 4),
        ("gaps/visitors", "civico diocesano mare scienze", 4),
        ("most/entry", "civico diocesano", 4),
        ("hindering/A", "mare", 4),
        ("enabling/A", "civico diocesano", 4),
        ("most/guides", "civico mare", 2),
        ("together/guides", "civico mare", 2),
        ("report/guides/enabling", "civico", 2),
        ("gaps/guides", "diocesano scienze", 4),
        ("enabling/B", "civico", 2),
        ("most/catalogue", "civico diocesano mare scienze", 4),
        ("terms/software", "civico diocesano mare", 3),
        ("!no_reference/software", "scienze", 4),
        ("most/online", "civico diocesano", 3),
        ("minority/online", "mare", 3),
        ("!no_reference/online", "scienze", 4),
    ];
    let facts = facts.map(|(id, bodies, n)| (id.to_owned(), bodies.to_owned(), n));
    let told = told(&s);
    assert_eq!(told[..facts.len()], facts);
    assert!(has(&s, "differs/online/sigecweb"));
    assert_eq!(
        says(&s, It, "report/guides/enabling"),
        "«Chi accompagna le visite»: 1 ente su 2 ha risposto «personale» insieme a «volontari» \
         o «società esterna», che secondo il rapporto favorisce il trasferimento della pratica \
         (domanda 4; base: enti che hanno risposto)."
    );
}

#[test]
fn an_answer_changes_what_a_finding_says_and_not_its_id() {
    let mut s = Scenario::example();
    let (cloud, skills) = (seen(&s, "most/q4"), seen(&s, "most/q1"));
    assert!(cloud.starts_with("6/7 "), "{cloud}");
    s.partner("9").answer("q4", "si");
    assert!(seen(&s, "most/q4").starts_with("7/7 "));
    assert_eq!(seen(&s, "most/q1"), skills);
    assert!(!has(&s, "minority/q4"), "nobody says otherwise any more");
    // As many, and others: it does not say the same.
    s.partner("9").answer("q4", "no");
    assert_eq!(seen(&s, "most/q4"), cloud);
    s.partner("8").answer("q4", "no");
    s.partner("9").answer("q4", "si");
    let other = seen(&s, "most/q4");
    assert!(other.starts_with("6/7 ") && other != cloud, "{other}");
}

#[test]
fn neither_words_nor_places_change_what_was_seen() {
    let before = Scenario::example();
    let mut survey = before.survey.clone();
    survey.head.partners.reverse();
    survey.sheets.reverse();
    for question in &mut survey.head.questionnaire.questions {
        question.number = format!("{}.1", question.number);
        question.label.set("it", "altrimenti");
    }
    let after = Scenario::with(survey);
    for (id, _, _) in FACTS {
        let id = id.trim_start_matches('!');
        assert_eq!(seen(&before, id), seen(&after, id), "{id}");
    }
}

#[test]
fn readings_that_are_switched_off_are_told_nowhere() {
    let mut s = Scenario::example();
    for question in &mut s.survey.head.questionnaire.questions {
        if let Some(readings) = &mut question.readings {
            readings.off = true;
        }
    }
    let kinds = ["report/", "hindering", "enabling"];
    let read = |f: &Finding| kinds.iter().any(|kind| f.id.starts_with(kind));
    assert!(!findings(&s.population()).iter().any(read));
    assert!(has(&s, "together/q2"), "a count never depends on them");
}

#[test]
fn conditions_in_words() {
    let head = museums();
    let words = |t, own: Option<&str>, json: &str| {
        let own = own.map(|id| QuestionId::new(id).unwrap());
        let told = serde_json::from_str(json).unwrap();
        condition(t, &head.questionnaire, own.as_ref(), &told)
    };
    let is = |question: &str, option: &str| {
        format!(r#"{{"includes": {{"question": "{question}", "option": "{option}"}}}}"#)
    };
    let (staff, company) = (is("guides", "staff"), is("guides", "company"));
    let free = is("entry", "free");
    let any = format!(r#"{{"any": [{staff}, {company}]}}"#);
    assert_eq!(words(It, Some("guides"), &staff), "«personale»");
    assert_eq!(words(It, None, &staff), "«personale» alla domanda 4");
    assert_eq!(
        words(En, None, &any),
        "“staff” or “external company” to question 4"
    );
    assert_eq!(
        words(
            It,
            Some("guides"),
            &format!(r#"{{"all": [{any}, {free}]}}"#)
        ),
        "(«personale» o «società esterna») insieme a «ingresso libero» alla domanda 3"
    );
    assert_eq!(
        words(It, Some("guides"), &format!(r#"{{"not": {any}}}"#)),
        "non («personale» o «società esterna»)"
    );
    assert_eq!(words(It, None, r#"{"all": []}"#), "in ogni caso");
    assert_eq!(
        words(
            It,
            None,
            r#"{"state": {"question": "entry", "state": "unknown"}}"#
        ),
        "«Non so» alla domanda 3"
    );
}

#[test]
fn with_hundreds_of_bodies_a_sentence_names_a_few_and_counts_the_rest() {
    let mut head = museums();
    let mut first = head.partners[0].clone();
    head.partners.clear();
    let mut sheets = Vec::new();
    for n in 0..1_500 {
        first.id = PartnerId::new(&format!("p{n}")).unwrap();
        first.name = format!("Museo {n}");
        head.partners.push(first.clone());
        sheets.push(Sheet::expected(first.id.clone()));
    }
    let mut s = Scenario::of(head);
    s.survey.sheets = sheets;
    for n in 0..1_000 {
        let sheet = s.partner(&format!("p{n}"));
        let online = if n % 10 == 0 { "no" } else { "yes" };
        let sheet = sheet.answer("catalogue", "yes").answer("online", online);
        sheet.answer("software", "SIGECweb").submit();
    }
    assert_eq!(
        says(&s, It, "differs/online/sigecweb"),
        "«Se Sì, si consulta in rete?»: 100 enti su 1000 tra quelli che citano SIGECweb \
         (domanda 5.1) hanno risposto «No» (Museo 0, Museo 10, Museo 20, Museo 30, Museo 40 e \
         altri 95), gli altri «Sì» (domanda 5.2; base: enti che citano il termine e hanno \
         risposto)."
    );
    let population = s.population();
    for finding in findings(&population) {
        let said = sentence(En, &population, &finding);
        assert!(said.len() < 400, "{said}");
    }
}
