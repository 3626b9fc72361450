//! Invitations, links, responses: what goes to one body and comes back from it.

use super::{example, now, partner, question};
use litemap::LiteMap;
use proptest::prelude::*;
use rilievo::bundle::{
    self, Arrival, Cover, Decisions, Fate, Kind, LinkRefusal, MAX_INSIDE, MAX_LINK, Outgoing,
    Planned, Received, Scope, Way, for_partner, from_link, invitation_name, receipt, response,
    response_name, sha256_base64, squeeze, to_link,
};
use rilievo::i18n::Locale;
use rilievo::model::{
    Conclusion, ConclusionId, Extra, Indicator, Invited, LocalText, Raw, Remark, RemarkId,
    Revision, SheetStatus, Stamp, Survey, effective_states, validate,
};
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};

static EXAMPLE: LazyLock<Survey> =
    LazyLock::new(|| bundle::read(&example()).unwrap().into_survey());

fn written(kind: Kind, survey: &Survey) -> String {
    let outgoing = Outgoing {
        kind,
        scope: Scope::Partner,
        survey,
        base: None,
        extra: &Extra::new(),
    };
    outgoing.write(&now())
}

fn invitation(survey: &Survey, body: &str) -> String {
    written(
        Kind::Invitation,
        &for_partner(survey, &partner(body)).unwrap(),
    )
}

fn opened(text: &str) -> Received {
    let received = bundle::read(text.as_bytes()).unwrap();
    assert_eq!(received.warnings, []);
    received
}

/// What would come of a bundle where these surveys are, and what would stand.
fn planned(received: Received, here: Option<&Survey>) -> (Planned, Option<Survey>) {
    let file = "invito.json".into();
    let arrival = Arrival {
        file,
        read: Ok(received),
    };
    let decisions = Decisions::default();
    let mut plan = bundle::plan(
        &[arrival],
        |_| here.cloned(),
        &decisions,
        &stamp("here"),
        str::to_owned,
    );
    let after = plan.surveys.pop().map(|outcome| outcome.after);
    let after = after.map(std::sync::Arc::unwrap_or_clone);
    (plan.files.remove(0), after)
}

/// An invitation as the browser keeps it that has opened it.
fn accepted(text: &str) -> Survey {
    let (file, survey) = planned(opened(text), None);
    assert_eq!(file.fate, Fate::New);
    survey.unwrap()
}

/// Whether a bundle brings something to this survey.
fn brings_something(received: Received, mine: &Survey) -> bool {
    !matches!(planned(received, Some(mine)).0.fate, Fate::Known { .. })
}

fn stamp(by: &str) -> Stamp {
    Stamp {
        at: now(),
        by: by.into(),
    }
}

/// The example with something of everything that is none of a partner's
/// business, each with the word `riservato` in it.
fn with_reserved_things() -> Survey {
    let mut survey = EXAMPLE.clone();
    let reserved = LocalText::new("it", "riservato");
    survey.extra.insert("riservato".into(), true.into());
    let head = &mut survey.head;
    head.extra.insert("riservato".into(), true.into());
    head.document.extra.insert("riservato".into(), true.into());
    head.notes.push(reserved.clone());
    head.indicator = Some(Indicator {
        name: reserved.clone(),
        ..Indicator::default()
    });
    head.conclusions = Raw::new(&vec![Conclusion {
        id: ConclusionId::new("c1").unwrap(),
        dimension: None,
        text: "riservato".into(),
        cites: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    }]);
    head.document.versions[0].changes = "riservato".into();
    head.codebook[0].synonyms.push("riservato".into());
    head.questionnaire.questions[0].note = reserved;
    let mut edited = Revision::default();
    edited.bump(&stamp("riservato"));
    head.revision = edited.clone();
    let parts: LiteMap<String, Revision> = [
        ("title".to_owned(), Revision::default()),
        ("notes".to_owned(), edited),
    ]
    .into_iter()
    .collect();
    head.parts = Raw::new(&parts);
    for sheet in &mut survey.sheets {
        if sheet.partner != partner("2") {
            sheet.edit(&question("q5"), &stamp("b9"), |a| a.set_text("riservato"));
        }
    }
    survey
}

#[test]
fn an_invitation_holds_one_sheet_and_nothing_of_the_others() {
    let survey = with_reserved_things();
    let text = invitation(&survey, "2");
    assert!(!text.contains("riservato"), "{text}");
    for other in &survey.head.partners {
        if other.id != partner("2") {
            assert!(!text.contains(&other.name), "{}", other.name);
        }
    }
    let invited = opened(&text).survey;
    assert_eq!(invited.head.partners, [survey.head.partners[2].clone()]);
    assert_eq!(invited.sheets, [survey.sheets[2].clone()]);
    assert_eq!(invited.head.title, survey.head.title);
    assert_eq!(invited.head.document.cup, survey.head.document.cup);
    assert_eq!(validate(&invited), []);
    // Words explained go along.
    assert!(!invited.head.glossary.is_empty());
    assert_eq!(invited.head.glossary, survey.head.glossary);
    // The sheet is asked the same questions under the same conditions.
    assert_eq!(
        effective_states(&invited.head.questionnaire, invited.sheets.first()),
        effective_states(&survey.head.questionnaire, survey.sheets.get(2)),
    );
    assert!(for_partner(&survey, &partner("nobody")).is_none());
}

#[test]
fn every_body_of_the_example_gets_its_invitation_in_a_link_that_mails_carry() {
    for body in &EXAMPLE.head.partners {
        let text = invitation(&EXAMPLE, body.id.as_str());
        let link = to_link(&text);
        assert!(link.len() < MAX_LINK - 200, "{}: {}", body.name, link.len());
        assert_eq!(from_link(&link).unwrap(), text.as_bytes());
        println!(
            "{}: {} bytes, {} characters",
            body.name,
            text.len(),
            link.len()
        );
    }
}

#[test]
fn files_are_named_after_survey_and_body() {
    let head = &EXAMPLE.head;
    let [_, _, toscana, .., roma, _, _] = &head.partners[..] else {
        unreachable!("ten partners");
    };
    assert_eq!(
        invitation_name(head, toscana),
        "payflowpa-a21_invito_2_regione-toscana.json"
    );
    assert_eq!(
        response_name(head, roma),
        "payflowpa-a21_risposta_7_citta-metropolitana-di-roma-capitale.json"
    );
    let mut odd = toscana.clone();
    odd.code = "../..".into();
    odd.name = "\u{202e}gpj.<b>".into();
    assert_eq!(
        invitation_name(head, &odd),
        "payflowpa-a21_invito_gpj-b.json"
    );
}

#[test]
fn who_opens_an_invitation_knows_what_it_began_with_and_answers_with_that() {
    let mut mine = accepted(&invitation(&EXAMPLE, "2"));
    let [
        Invited {
            partner: invited,
            sheet,
            at,
            ..
        },
    ] = &mine.head.invited[..]
    else {
        panic!("one invitation");
    };
    assert_eq!((invited, at), (&partner("2"), &Some(now())));
    assert_eq!(sheet.read().unwrap(), EXAMPLE.sheets[2]);

    let here = stamp("toscana");
    mine.sheets[0].edit(&question("q9"), &here, |a| a.set_text("SPC"));
    mine.sheets[0].step(SheetStatus::Submitted, "", &here);
    let (survey, base) = response(&mine, &partner("2")).unwrap();
    let text = Outgoing {
        kind: Kind::Response,
        scope: Scope::Partner,
        survey: &survey,
        base: base.as_ref(),
        extra: &Extra::new(),
    }
    .write(&now());
    let received = opened(&text);
    assert_eq!(received.kind, Kind::Response);
    assert_eq!(received.base, Some(EXAMPLE.sheets[2].clone()));
    assert_eq!(received.survey.sheets, mine.sheets);
    assert!(received.survey.head.invited.is_empty());
}

#[test]
fn the_same_invitation_again_brings_nothing_new_and_a_changed_one_does() {
    let again = opened(&invitation(&EXAMPLE, "2"));
    let mut mine = accepted(&invitation(&EXAMPLE, "2"));
    assert!(!brings_something(again.clone(), &mine));
    // Also after the sheet was filled in, and for whoever wrote it.
    mine.sheets[0].edit(&question("q9"), &stamp("toscana"), |a| a.set_text("SPC"));
    assert!(!brings_something(again.clone(), &mine));
    assert!(!brings_something(again.clone(), &EXAMPLE));

    let other_body = opened(&invitation(&EXAMPLE, "3"));
    assert!(brings_something(other_body, &mine));
    let mut asked_otherwise = again.clone();
    let survey = Arc::make_mut(&mut asked_otherwise.survey);
    survey.head.questionnaire.questions[0].label = LocalText::new("it", "Altro?");
    assert!(brings_something(asked_otherwise, &mine));
    let mut sent_back = again;
    let survey = Arc::make_mut(&mut sent_back.survey);
    survey.sheets[0].remarks.push(Remark {
        id: RemarkId::new("r1").unwrap(),
        question: Some(question("q9")),
        contact: None,
        author: "Coordinamento".into(),
        text: "Quale banda?".into(),
        at: None,
        state: Default::default(),
        finding: String::new(),
        answer: None,
        replies: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    });
    assert!(brings_something(sent_back, &mine));
}

#[test]
fn a_link_that_was_cut_or_changed_is_refused() {
    let link = to_link(&invitation(&EXAMPLE, "2"));
    for length in (0..link.len()).step_by(7) {
        assert_eq!(
            from_link(&link[..length]),
            Err(LinkRefusal::Damaged),
            "{length}"
        );
    }
    assert_eq!(
        from_link(&format!("2{}", &link[1..])),
        Err(LinkRefusal::TooNew)
    );
    for bad in [
        "",
        "1",
        "x",
        "javascript:alert(1)",
        "1<script>",
        "1é",
        "1AAAA",
    ] {
        assert_eq!(from_link(bad), Err(LinkRefusal::Damaged), "{bad}");
    }
    // Mail programs break long lines.
    let broken: String = link
        .as_bytes()
        .chunks(76)
        .fold(String::new(), |text, line| {
            text + std::str::from_utf8(line).unwrap() + "\r\n "
        });
    assert_eq!(from_link(&broken), from_link(&link));
    assert_eq!(
        from_link(&"1".repeat(MAX_INSIDE + 1)),
        Err(LinkRefusal::TooLarge)
    );
}

#[test]
fn a_link_that_would_inflate_beyond_the_limit_is_refused() {
    let fits = " ".repeat(MAX_INSIDE);
    let bomb = " ".repeat(MAX_INSIDE + 1);
    assert!(to_link(&bomb).len() < 10_000);
    assert_eq!(from_link(&to_link(&fits)).unwrap().len(), MAX_INSIDE);
    assert_eq!(from_link(&to_link(&bomb)), Err(LinkRefusal::Damaged));
    // The same deflate with another dictionary is something else.
    assert!(squeeze::expand(&squeeze::squeeze(b"x", b"", 9), b"", 9).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(400, 10_000)))]

    #[test]
    fn any_text_travels_in_a_link(text in any::<String>()) {
        let link = to_link(&text);
        prop_assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(from_link(&link).unwrap(), text.into_bytes());
    }

    #[test]
    fn any_link_at_all_is_opened_or_refused(link in "1?[A-Za-z0-9_-]{0,200}", other in any::<String>()) {
        for link in [link, other] {
            if let Ok(bytes) = from_link(&link) {
                prop_assert!(bytes.len() <= MAX_INSIDE);
                // What is inside is read with the same care as a file.
                let _ = bundle::read(&bytes);
            }
        }
    }

    #[test]
    fn a_link_with_one_letter_changed_never_opens_as_another_invitation(at in 1..4_000usize, letter in "[A-Za-z0-9_-]") {
        static LINK: LazyLock<String> = LazyLock::new(|| to_link(&invitation(&EXAMPLE, "2")));
        let at = 1 + at % (LINK.len() - 1);
        let changed = format!("{}{letter}{}", &LINK[..at], &LINK[at + 1..]);
        prop_assume!(changed != *LINK);
        let read = from_link(&changed).ok().and_then(|bytes| bundle::read(&bytes).ok());
        if let Some(received) = read {
            // Refused, said to be changed, or changed only around the survey.
            let untouched = *received.survey == for_partner(&EXAMPLE, &partner("2")).unwrap();
            prop_assert!(untouched || !received.warnings.is_empty());
        }
    }
}

#[test]
fn the_covering_text_says_who_what_until_when_and_how() {
    let link = "https://example.org/rilievo/#/open/1abc";
    let cover = Cover {
        title: "PayFlowPA A.2.1",
        body: "Regione Toscana",
        coordinator: "Comune di Bari",
        until: "15 gennaio 2027",
        remarks: 0,
        address: "https://example.org/rilievo/",
        way: Way::Link(link),
    };
    let it = cover.text(Locale::It);
    for part in [
        "Regione Toscana",
        "«PayFlowPA A.2.1»",
        "Comune di Bari",
        "15 gennaio 2027",
        "PEC",
        "Non c'è nulla da installare",
        "Nulla viene inviato da solo",
    ] {
        assert!(it.contains(part), "{part}: {it}");
    }
    // On a line of its own, so that mail programs leave it whole.
    assert!(it.lines().any(|line| line == link));

    let file = Cover {
        coordinator: "",
        until: "",
        way: Way::File("payflowpa-a21_invito_2_regione-toscana.json"),
        ..cover
    };
    let en = file.text(Locale::En);
    assert!(en.contains("payflowpa-a21_invito_2_regione-toscana.json"));
    assert!(en.contains("https://example.org/rilievo/ in a browser"));
    assert!(!en.contains("#/open/") && !en.contains("Comune di Bari") && !en.contains("by ."));
    assert!(!it.contains("rilievi") && !it.contains("rilievo da"));

    // Where the app is a file itself, it is attached: no address is promised.
    let files = Cover {
        way: Way::Files("rilievo.html", "invito.json"),
        address: "file:///home/anna/rilievo.html",
        ..cover
    };
    let it = files.text(Locale::It);
    for part in ["due allegati", "apri rilievo.html", "invito.json"] {
        assert!(it.contains(part), "{part}: {it}");
    }
    assert!(!it.contains("file:") && !it.contains("anna"));

    // A sheet that is sent back says that it is, and how many remarks wait.
    let back = Cover {
        remarks: 2,
        ..cover
    };
    let it = back.text(Locale::It);
    for part in [
        "ci è arrivata, grazie",
        "Ci sono 2 rilievi da chiarire",
        "il browser con cui hai compilato la scheda",
        "rispondi accanto alla domanda",
        "15 gennaio 2027",
    ] {
        assert!(it.contains(part), "{part}: {it}");
    }
    assert!(!it.contains("ti invitiamo"));
    assert!(it.lines().any(|line| line == link));
    let one = Cover { remarks: 1, ..back };
    assert!(
        one.text(Locale::En)
            .contains("There is 1 remark to be clarified")
    );
}

#[test]
fn a_receipt_has_the_sum_of_the_file_in_both_spellings() {
    let survey = for_partner(&EXAMPLE, &partner("2")).unwrap();
    let fingerprint = bundle::fingerprint(&survey);
    let given = receipt("a.json", b"abc", &fingerprint, now(), (20, 23));
    // The sum of `abc`, as FIPS 180-2 prints it.
    assert_eq!(
        given.sha256,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        sha256_base64(&given).unwrap(),
        "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    );
    assert_eq!(given.fingerprint, fingerprint.to_string());
    assert_eq!((given.answers, given.questions), (20, 23));
    let text = written(Kind::Response, &survey);
    let other = receipt("a.json", text.as_bytes(), &fingerprint, now(), (0, 0));
    let sum: Vec<u8> = Sha256::digest(text.as_bytes()).to_vec();
    assert!(
        other
            .sha256
            .starts_with(&format!("{:02x}{:02x}", sum[0], sum[1]))
    );
    let mut broken = given;
    broken.sha256 = "zz".into();
    assert_eq!(sha256_base64(&broken), None);
}
