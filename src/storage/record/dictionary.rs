//! What records of surveys have in common: the frames of their JSON.
//!
//! A record's text is squeezed against it, so that a short record does not pay
//! for its field names. It belongs to the format: a change of a single letter
//! is a new version of the format, and the old dictionary stays for the old
//! records. It holds names of fields and states, and nothing of any survey.

/// The dictionary of format 1. What is most frequent stands last, because near
/// repetitions are cheaper than far ones.
pub const DICTIONARY: &str = concat!(
    // The head.
    r#"{"head":{"codebook":[{"id":""#,
    r#"","ignored":true,"questions":["q"],"synonyms":[""],"term":""},{"id":""#,
    r#"","created":"","document":{"action":"","action_coordinator":"","activity":"","#,
    r#""call":"","cup":"","funds":[""],"project":"","subtitle":"","#,
    r#""versions":[{"changes":"","issued_on":"","prepared_by":"","verified_by":"","version":"1.0"}]},"#,
    r#""indicator":{"counts":{"from":"received"},"target":,"unit":{"en":""}},"notes":[{"en":""}],"#,
    r#""questionnaire":{"contacts":[],"dimensions":[{"id":"","title":{"en":""}}],"questions":["#,
    r#"{"asked_when":{"includes":{"option":"","question":"q"}},"dimension":"","#,
    r#""factor":"organisational","technological","administrative","regulatory","#,
    r#""help":{"en":""},"kind":"yes_no","single","multiple","list","url","#,
    r#""label":{"en":"","it":""},"number":"","options":[{"id":"","label":{"en":"","it":""}},"#,
    r#""readings":{"rules":[{"reading":"enabling","hindering","neutral","when":{"all":[{"not":"#,
    r#""repeats":"q"}],"version":"1.0"},"title":""}}"#,
    r#""partners":[{"code":"","id":"","ipa_code":"c_","kind":"comune","name":"Comune di ","role":"reuser"},"#,
    // The sheet.
    r#"{"partner":"","status":"missing"}{"partner":"","status":"expected"}"#,
    r#""transcribed":true}"since":"","status":"draft"}"status":"returned"}"status":"approved"}"#,
    r#""value":{"withheld":{"en":"","it":""}}"note":{"en":"","it":""},"#,
    r#""state":"unclear""state":"not_applicable""state":"declined""state":"unknown"},"q"#,
    r#"{"state":"blank"},"q"value":{"number":""value":{"date":"20"#,
    r#"},"contacts":{""state":"given","value":{"text":""}}},"#,
    r#""partner":"","revision":{"at":"2026-"},"since":"2026-","status":"submitted"}"#,
    r#"{"answers":{"q":{"comment":"","#,
    r#"},{"option":"","qualifier":""},{"option":"no"}]}},"q"#,
    r#":{"revision":{"at":"2026-T:00.000Z","by":"","n":1},"state":"given","value":{"text":""#,
    r#"}},"q":{"state":"given","value":{"text":""}},"q":{"state":"given","value":{"choices":[{"option":""#,
);
