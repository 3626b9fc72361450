//! What sheets have in common: the frames of their JSON.
//!
//! A record's text is squeezed against it, so that a short record does not pay
//! for its field names. It belongs to the format: a change of a single letter
//! is a new version of the format, and the old dictionary stays for the old
//! records. It holds names of fields and states, and nothing of any survey. The
//! head has no part in it: it is a single long record.

/// The dictionary of format 1. What is most frequent stands last, because near
/// repetitions are cheaper than far ones.
pub const DICTIONARY: &str = concat!(
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
