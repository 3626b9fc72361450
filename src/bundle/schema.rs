//! The JSON Schema of bundles (`docs/bundle.schema.json`), from the types that
//! read and write them. Natively only: no page needs it.

use super::envelope::TYPE;
use super::{CURRENT_FORMAT, Kind, Scope};
use crate::model::schema::{Definitions, Described};
use crate::model::{Sheet, Survey, Timestamp};
use serde_json::{Value, json};

/// The schema of a bundle of the current format, by the rules of JSON Schema
/// 2020-12.
pub fn schema() -> Value {
    let mut all = Definitions::default();
    let survey = Survey::schema(&mut all);
    let base = Sheet::schema(&mut all);
    let kind = Kind::schema(&mut all);
    let scope = Scope::schema(&mut all);
    let moment = Timestamp::schema(&mut all);
    let one = json!({"type": "array", "minItems": 1, "maxItems": 1});
    let carries = |kinds: &[Kind]| {
        let codes: Vec<_> = kinds.iter().map(|kind| kind.code()).collect();
        json!({"required": ["kind"], "properties": {"kind": {"enum": codes}}})
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{TYPE}, format {CURRENT_FORMAT}"),
        "description": "A JSON file in which surveys travel. See docs/bundle-format.md, which also \
            tells what a schema cannot: limits, ids that must be unique or known, the fingerprint. \
            Fields that are not listed may stand in every object and are kept.",
        "type": "object",
        "required": ["type", "format", "kind"],
        "properties": {
            "type": {"const": TYPE},
            "format": {"const": CURRENT_FORMAT},
            "kind": kind,
            "scope": scope,
            "source": {"type": "string", "description": "The program that wrote it"},
            "exported": {"anyOf": [moment, {"type": "null"}], "description": "When it was written"},
            "fingerprint": {
                "type": ["string", "null"],
                "description": "`sha256:` and the digits of the survey's canonical form",
            },
            "survey": survey,
            "base": {
                "anyOf": [base, {"type": "null"}],
                "description": "Of a response: the sheet as the invitation had it",
            },
            "surveys": {
                "type": "array",
                "items": {"$ref": "#"},
                "description": "Of a backup: a bundle for each survey",
            },
        },
        "allOf": [
            {
                "if": carries(&[Kind::Backup]),
                "then": {"required": ["surveys"]},
                "else": {"required": ["survey"]},
            },
            {
                "if": carries(&[Kind::Invitation, Kind::Response]),
                "then": {"properties": {"survey": {"properties": {
                    "head": {"properties": {"partners": one}},
                    "sheets": one,
                }}}},
            },
        ],
        "$defs": all.into_value(),
    })
}
