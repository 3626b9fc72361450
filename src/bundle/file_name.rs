//! The name under which a bundle is saved.

use crate::model::{Partner, Survey, SurveyHead, Timestamp, slug};

/// File name of a survey's bundle, such as
/// `musei-in-rete_indagine_2026-11-23.json`: lower-case ASCII without
/// spaces, whatever the title. A title without any letter or digit gives way
/// to the survey's id.
pub fn file_name(survey: &Survey, exported: &Timestamp) -> String {
    name(&survey.head, &["indagine", exported.day()])
}

/// File name of a survey for anyone: `musei-in-rete_pubblica_2026-11-23.json`.
pub fn public_name(survey: &Survey, exported: &Timestamp) -> String {
    name(&survey.head, &["pubblica", exported.day()])
}

/// File name of the invitation of a partner:
/// `musei-in-rete_invito_2_museo-del-mare.json`.
pub fn invitation_name(head: &SurveyHead, partner: &Partner) -> String {
    name(head, &["invito", &partner.code, &partner.name])
}

/// File name of its response: `musei-in-rete_risposta_2_museo-del-mare.json`.
pub fn response_name(head: &SurveyHead, partner: &Partner) -> String {
    name(head, &["risposta", &partner.code, &partner.name])
}

/// File name of a survey cut down to its sheet:
/// `musei-in-rete_scheda_2_museo-del-mare.json`.
pub fn sheet_name(head: &SurveyHead, partner: &Partner) -> String {
    name(head, &["scheda", &partner.code, &partner.name])
}

/// File name of something made of a survey, such as a chart:
/// `musei-in-rete_chart-catalogue.svg`.
pub fn part_name(head: &SurveyHead, part: &str, ending: &str) -> String {
    named(head, &[part], ending)
}

/// File name of something made of a survey on a day, such as its answers:
/// `musei-in-rete_risposte-largo_2026-11-23.csv`.
pub fn dated_name(head: &SurveyHead, part: &str, day: &str, ending: &str) -> String {
    named(head, &[part, day], ending)
}

/// The survey, and what else tells its files apart.
fn name(head: &SurveyHead, rest: &[&str]) -> String {
    named(head, rest, "json")
}

fn named(head: &SurveyHead, rest: &[&str], ending: &str) -> String {
    let mut name = slug(&head.title);
    if name.is_empty() {
        name = slug(head.id.as_str());
    }
    for part in rest {
        let part = slug(part);
        if !part.is_empty() {
            name.push('_');
            name.push_str(&part);
        }
    }
    name.push('.');
    name.push_str(ending);
    name.trim_start_matches('_').into()
}

/// File name of a bundle of all surveys: `rilievo_copia_2026-11-23.json`.
pub fn backup_name(exported: &Timestamp) -> String {
    format!("rilievo_copia_{}.json", slug(exported.day()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;
    use crate::model::SurveyId;

    #[test]
    fn a_file_name_is_plain_whatever_the_title() {
        let survey = |title: &str| {
            let head = format!(
                r#"{{"id":"S_1","title":{title:?},"questionnaire":{{"dimensions":[],"questions":[]}},"partners":[]}}"#
            );
            let head: crate::model::SurveyHead = serde_json::from_str(&head).unwrap();
            assert_eq!(head.id, SurveyId::new("S_1").unwrap());
            Survey {
                head,
                sheets: Vec::new(),
                extra: Default::default(),
            }
        };
        let day = Timestamp::new("2026-11-23T10:00:00.000Z");
        for (title, name) in [
            (
                // As the project itself writes it in its files.
                "PayFlowPA A.2.1",
                "payflowpa-a21_indagine_2026-11-23.json",
            ),
            (
                "Azienda S.p.A. 12.5",
                "azienda-spa-12-5_indagine_2026-11-23.json",
            ),
            (
                "Città “più” vicine!",
                "citta-piu-vicine_indagine_2026-11-23.json",
            ),
            ("../../etc", "etc_indagine_2026-11-23.json"),
            ("調査", "s-1_indagine_2026-11-23.json"),
        ] {
            assert_eq!(file_name(&survey(title), &day), name);
        }
        let long = file_name(&survey(&"x".repeat(500)), &Timestamp::new("?"));
        assert_eq!(long.len(), 60 + "_indagine.json".len());
    }
}
