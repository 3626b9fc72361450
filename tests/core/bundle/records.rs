//! Records of the exchange: what an invitation, a response and an authored survey
//! carry is read when the bundle is, and damage there has its place.

use super::{check_damage, fixture, partner, received};
use rilievo::bundle::{self, Damage, Kind, Scope};
use rilievo::model::{RemarkState, Rule, Value as Answered};
use serde_json::{Value, json};

/// A fixture, changed as JSON.
#[track_caller]
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut bundle = serde_json::from_slice(&fixture(name)).unwrap();
    change(&mut bundle);
    bundle.to_string().into_bytes()
}

#[track_caller]
fn unfit(bytes: &[u8], place: &str) {
    check_damage(bytes, place, |d| matches!(d, Damage::Unfit { .. }));
}

#[track_caller]
fn against(rule: Rule, bytes: &[u8], place: &str) {
    let expected = Damage::Rule(rule);
    match super::refused(bytes) {
        bundle::Refusal::Damaged {
            place: found,
            problem,
        } => {
            assert_eq!((found.as_str(), problem), (place, expected));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_invitation_carries_one_partner_and_one_sheet() {
    let invitation = received("invitation.json");
    assert_eq!(invitation.warnings, []);
    assert_eq!(
        (invitation.kind, invitation.scope),
        (Kind::Invitation, Scope::Partner)
    );
    assert_eq!(invitation.survey.head.partners.len(), 1);
    assert_eq!(invitation.survey.sheets.len(), 1);
    assert_eq!(invitation.base, None);
}

#[test]
fn a_response_carries_its_base_its_remarks_and_the_edits_of_all() {
    let response = received("response.json");
    assert_eq!(response.warnings, []);
    assert_eq!(response.kind, Kind::Response);
    let invited = received("invitation.json").into_survey().sheets.remove(0);
    assert_eq!(response.base, Some(invited.clone()));
    let sheet = &response.survey.sheets[0];
    let answer = &sheet.answers[&super::question("q1")];
    assert_eq!(
        (answer.revision.n, answer.revision.edits_by("k3x9a0bz")),
        (3, 1)
    );
    let [asked, kept, settled] = &sheet.remarks[..] else {
        panic!("{:?}", sheet.remarks);
    };
    assert_eq!(asked.replies[0].author, "Regione Prova");
    let answer = kept.answer.as_ref().unwrap();
    assert!(matches!(&answer.value, Some(Answered::Number(n)) if n.as_str() == "40"));
    assert_eq!(settled.state, RemarkState::Resolved);
}

#[test]
fn a_response_of_two_partners_and_a_base_of_another_are_refused() {
    unfit(&fixture("response-of-two.json"), "survey.head.partners");
    unfit(&fixture("base-of-another.json"), "base.partner");
    let none = |b: &mut Value| b["survey"]["sheets"] = json!([]);
    unfit(&changed("invitation.json", none), "survey.sheets");
    let twice = |b: &mut Value| {
        let sheet = b["survey"]["sheets"][0].clone();
        b["survey"]["sheets"] = json!([sheet, sheet]);
    };
    unfit(&changed("response.json", twice), "survey.sheets");
}

#[test]
fn a_public_survey_says_what_was_taken_out() {
    let public = received("public.json");
    assert_eq!((public.scope, public.warnings), (Scope::Public, vec![]));
    let answers = public.survey.sheets.iter().flat_map(|s| s.answers.values());
    let withheld = answers.filter(|a| matches!(a.value, Some(Answered::Withheld(_))));
    assert!(withheld.count() > 1);
}

#[test]
fn a_backup_carries_several_surveys() {
    let surveys = bundle::read_all(&fixture("backup.json")).unwrap();
    let ids = surveys
        .into_iter()
        .map(|s| s.unwrap().survey.head.id.to_string());
    assert_eq!(ids.collect::<Vec<_>>(), ["pilota-2026", "seconda-2026"]);
}

#[test]
fn what_the_authors_wrote_is_read_when_the_bundle_is() {
    let authored = received("authored.json");
    assert_eq!(authored.warnings, []);
    let head = &authored.survey.head;
    let conclusions = head.conclusions.read().unwrap();
    assert_eq!(conclusions[0].cites[0].finding, "distribution/q1");
    assert_eq!(conclusions[0].revision.edits_by("p0q1r2s3"), 1);
    assert!(head.slides.read().unwrap()[1].hidden);
    assert_eq!(head.parts.read().unwrap().get("document.cup").unwrap().n, 1);
    assert_eq!(head.invited[0].partner, partner("1"));
    assert_eq!(head.invited[0].sent.read().unwrap().answers, 7);
    assert_eq!(head.invited[0].sheet.read().unwrap().partner, partner("1"));
}

#[test]
fn damage_in_what_waits_to_be_read_has_its_place() {
    unfit(
        &fixture("damaged-conclusion.json"),
        "survey.head.conclusions[0].cites[0].finding",
    );
    for (pointer, wrong, place) in [
        ("/conclusions", json!(5), "conclusions"),
        ("/conclusions/1/id", json!("a b"), "conclusions[1].id"),
        ("/slides/0", json!({"id": "s1"}), "slides[0].shows"),
        ("/slides/1/hidden", json!("no"), "slides[1].hidden"),
        ("/parts", json!([]), "parts"),
        ("/parts/title", json!({"n": -1}), "parts.title.n"),
        (
            "/invited/0/sheet/status",
            json!("lost"),
            "invited[0].sheet.status",
        ),
        (
            "/invited/0/sheet/partner",
            json!("EC"),
            "invited[0].sheet.partner",
        ),
        ("/invited/0/sent/file", json!(null), "invited[0].sent.file"),
    ] {
        let bytes = changed("authored.json", |b| {
            *b["survey"]["head"].pointer_mut(pointer).expect(pointer) = wrong;
        });
        unfit(&bytes, &format!("survey.head.{place}"));
    }
}

#[test]
fn an_empty_list_is_the_same_as_none() {
    for empty in [json!([]), json!(null)] {
        let bytes = changed("sound.json", |b| {
            b["survey"]["head"]["conclusions"] = empty.clone();
            b["survey"]["head"]["slides"] = empty;
        });
        let survey = bundle::read(&bytes).unwrap().into_survey();
        assert_eq!(survey, super::sound());
        let again = bundle::write(&survey, &super::now());
        assert_eq!(*bundle::read(again.as_bytes()).unwrap().survey, survey);
    }
}

#[test]
fn ids_of_the_new_records_are_unique_and_known() {
    let twice = |id: &str| Rule::DuplicateId(id.into());
    for (pointer, id, place) in [
        ("/head/conclusions/1/id", "c1", "conclusions"),
        ("/head/slides/2/id", "s1", "slides"),
    ] {
        let bytes = changed("authored.json", |b| {
            *b["survey"].pointer_mut(pointer).expect(pointer) = id.into();
        });
        against(twice(id), &bytes, place);
    }
    let bytes = changed("response.json", |b| {
        b["survey"]["sheets"][0]["remarks"][1]["id"] = "r1".into();
    });
    against(twice("r1"), &bytes, "sheets/1/remarks");
    let bytes = changed("response.json", |b| {
        let replies = &mut b["survey"]["sheets"][0]["remarks"][0]["replies"];
        *replies = json!([replies[0], replies[0]]);
    });
    against(twice("r1a"), &bytes, "sheets/1/remarks/r1");
    let bytes = changed("authored.json", |b| {
        let invited = &mut b["survey"]["head"]["invited"][0];
        *invited = json!({"partner": "99"});
    });
    against(Rule::UnknownId("99".into()), &bytes, "invited");
    let bytes = changed("authored.json", |b| {
        b["survey"]["head"]["invited"] = json!([{"partner": "1"}, {"partner": "1"}]);
    });
    against(twice("1"), &bytes, "invited");
}
