//! The name under which a bundle is saved.

use crate::model::{Survey, Timestamp, small};

/// Longest part of the title that goes into a file name, in characters.
const MAX_TITLE: usize = 60;

/// File name of a survey's bundle, such as
/// `musei-in-rete_indagine_2026-11-23.json`: lower-case ASCII without
/// spaces, whatever the title. A title without any letter or digit gives way
/// to the survey's id.
pub fn file_name(survey: &Survey, exported: &Timestamp) -> String {
    let title = slug(&survey.head.title);
    let id = slug(survey.head.id.as_str());
    let parts = [if title.is_empty() { id } else { title }];
    let parts = parts
        .into_iter()
        .chain(["indagine".into(), slug(exported.day())])
        .filter(|part| !part.is_empty());
    format!("{}.json", parts.collect::<Vec<_>>().join("_"))
}

/// File name of a bundle of all surveys: `rilievo_copia_2026-11-23.json`.
pub fn backup_name(exported: &Timestamp) -> String {
    format!("rilievo_copia_{}.json", slug(exported.day()))
}

/// Lower-case ASCII letters and digits, with one hyphen for all else between.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().map(small) {
        let plain = unaccented(c);
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= MAX_TITLE {
            break;
        }
    }
    slug.trim_end_matches('-').into()
}

/// The letter under the accents of the languages around Italy.
fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'š' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ž' => 'z',
        other => other,
    }
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
                "PayFlowPA A.2.1",
                "payflowpa-a-2-1_indagine_2026-11-23.json",
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
        assert_eq!(long.len(), MAX_TITLE + "_indagine.json".len());
    }
}
