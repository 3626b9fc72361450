//! The parts of a head: what can be edited apart in it, each with its edits.
//!
//! Parts are named: `title`, `document.cup`, `readings/q2`, `codebook/t1`,
//! `order/partners` … Readings, terms, conclusions, influences, issued versions
//! and slides carry their own revision; that of any other part stands in
//! [`SurveyHead::parts`]. A head with
//! none there was edited as a whole: its revision is that of every part.

use super::{Json, Misfit, Raw, Revision, SurveyHead};
use litemap::LiteMap;
use serde_json::{Map, Value};

/// Stands among the revisions of the parts for those that have none: the edits
/// of the head from the time before its parts were told from each other.
const REST: &str = "*";

/// The lists whose items are parts, with their own revisions.
const LISTS: [&str; 5] = ["codebook", "conclusions", "influences", "issued", "slides"];

/// What is said of a question beside what is asked. Only readings carry their
/// own revision.
const BESIDE: [&str; 3] = ["factor", "note", "readings"];

/// Parts that stand in the head under their own names.
const PLAIN: [&str; 7] = [
    "title",
    "created",
    "indicator",
    "notes",
    "questionnaire",
    "glossary",
    "dismissed",
];

/// What is no part: it stays as it stands in the head.
const APART: [&str; 7] = [
    "id",
    "copy_of",
    "partners",
    "invited",
    "exchanged",
    "parts",
    "revision",
];

/// One part of a head.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it says, without its revision; null where it says nothing.
    pub value: Value,
    /// Its edits.
    pub revision: Revision,
}

/// A head as its parts, without id, partners and invitations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// In no particular order.
    pub all: Vec<Part>,
    /// The edits of any part that is not among them.
    pub rest: Revision,
}

impl Part {
    /// Whether the part is an item of a list: one that a head does not have was
    /// never there, or was deleted. A part that is none merely says nothing.
    pub fn is_item(name: &str) -> bool {
        let list = name.split('/').next().unwrap_or_default();
        name.contains('/') && (LISTS.contains(&list) || list == "readings")
    }

    /// Whether it is a slide of which nothing is said but what it shows.
    pub(super) fn holds_a_place(&self) -> bool {
        let fields = self.value.as_object().map_or(0, Map::len);
        fields == 2 && self.name.starts_with("slides/")
    }

    pub(super) fn new(name: String, value: Value) -> Self {
        Self {
            name,
            value,
            revision: Revision::default(),
        }
    }

    /// Takes the revision out of the record that carries it.
    fn carrying(name: String, mut value: Value) -> Self {
        let revision = value.as_object_mut().and_then(|r| r.remove("revision"));
        Self {
            revision: revision.map_or_else(Revision::default, |r| {
                Revision::from_json(r).unwrap_or_default()
            }),
            ..Self::new(name, value)
        }
    }

    /// The record with its revision in it.
    fn carried(self) -> Value {
        let mut value = self.value;
        let revision = self.revision.to_json();
        if let Some(record) = value.as_object_mut()
            && !super::json::is_empty(&revision)
        {
            record.insert("revision".into(), revision);
        }
        value
    }
}

impl Parts {
    /// A part by name.
    pub fn get(&self, name: &str) -> Option<&Part> {
        self.all.iter().find(|part| part.name == name)
    }

    /// A part by name; where there is none, one that says nothing.
    pub fn part(&self, name: &str) -> Part {
        let none = || Part {
            revision: if Part::is_item(name) {
                Revision::default()
            } else {
                self.rest.clone()
            },
            ..Part::new(name.into(), Value::Null)
        };
        self.get(name).cloned().unwrap_or_else(none)
    }

    /// The parts of a head.
    pub fn of(head: &SurveyHead) -> Self {
        let mut all = Vec::new();
        let Value::Object(mut fields) = head.to_json() else {
            return Self::default();
        };
        for apart in APART {
            fields.remove(apart);
        }
        let mut order = vec![order(
            "partners",
            head.partners.iter().map(|p| p.id.as_str()),
        )];
        for list in LISTS {
            let items = fields.remove(list).unwrap_or_default();
            let from = all.len();
            for item in as_list(items) {
                // Two items of one id, which only a strange file has, stay two.
                let id = item["id"].as_str().unwrap_or_default();
                let mut name = format!("{list}/{id}");
                while all[from..].iter().any(|part: &Part| part.name == name) {
                    name.push('+');
                }
                all.push(Part::carrying(name, item));
            }
            let names = all[from..].iter().map(|part| &part.name[list.len() + 1..]);
            order.push(self::order(list, names));
        }
        all.extend(order);
        for (name, value) in fields.remove("document").into_iter().flat_map(as_fields) {
            all.push(Part::new(format!("document.{name}"), value));
        }
        if let Some(questionnaire) = fields.get_mut("questionnaire") {
            beside_questions(questionnaire, &mut all);
        }
        for (name, value) in fields {
            let known = PLAIN.contains(&name.as_str());
            let name = if known { name } else { format!("extra.{name}") };
            all.push(Part::new(name, value));
        }
        Self::with_revisions(all, head)
    }

    fn with_revisions(all: Vec<Part>, head: &SurveyHead) -> Self {
        let mut known = head.parts.or_default();
        let rest = match known.remove(REST) {
            None if known.is_empty() => head.revision.clone(),
            rest => rest.unwrap_or_default(),
        };
        let mut parts = Self { all, rest };
        for part in &mut parts.all {
            if !Part::is_item(&part.name) {
                let own = known.remove(&part.name);
                part.revision = own.unwrap_or_else(|| parts.rest.clone());
            }
        }
        // What says nothing any more was edited too.
        for (name, revision) in known {
            let mut part = Part::new(name, Value::Null);
            part.revision = revision;
            parts.all.push(part);
        }
        parts
    }

    /// A head of these parts; id, partners, invitations and revision are those
    /// of `like`.
    ///
    /// # Errors
    /// A part does not say what it should.
    pub fn into_head(self, like: &SurveyHead) -> Result<SurveyHead, Misfit> {
        let mut parts = LiteMap::new_vec();
        let mut fields = Map::new();
        let mut document = Map::new();
        let mut lists = LISTS.map(|list| (list, Vec::new()));
        let mut beside = Vec::new();
        for part in self.all {
            if !Part::is_item(&part.name) && part.revision != self.rest {
                parts.insert(part.name.clone(), part.revision.clone());
            }
            if part.value.is_null() {
                continue;
            }
            if let Some(name) = part.name.strip_prefix("document.") {
                document.insert(name.into(), part.value);
            } else if let Some(name) = part.name.strip_prefix("extra.") {
                fields.insert(name.into(), part.value);
            } else if let Some((of, name)) = part.name.split_once('/') {
                let name = name.to_owned();
                if let Some((_, items)) = lists.iter_mut().find(|(list, _)| *list == of) {
                    items.push((name, part.carried()));
                } else {
                    beside.push((of.to_owned(), name, part));
                }
            } else {
                fields.insert(part.name, part.value);
            }
        }
        for (list, mut items) in lists {
            let order = beside
                .iter()
                .find(|(of, name, _)| of == "order" && name == list);
            let order = order
                .map(|(_, _, part)| texts(&part.value))
                .unwrap_or_default();
            let places = super::Places::new(order.iter());
            super::sort_by_key(&mut items, |(name, _)| {
                places.of(name).unwrap_or(usize::MAX)
            });
            // Where nothing is written, nothing stands: an empty list would be
            // another record than none.
            if !items.is_empty() {
                let items = items.into_iter().map(|(_, item)| item);
                fields.insert(list.into(), Value::Array(items.collect()));
            }
        }
        for (of, name, part) in beside {
            if BESIDE.contains(&of.as_str())
                && let Some(question) = question(&mut fields, &name)
            {
                let value = if of == "readings" {
                    part.carried()
                } else {
                    part.value
                };
                question.insert(of, value);
            }
        }
        fields.insert("document".into(), Value::Object(document));
        fields.insert("id".into(), like.id.to_json());
        fields.insert("partners".into(), Value::Array(Vec::new()));
        let mut head = SurveyHead::from_json(Value::Object(fields))?;
        head.partners.clone_from(&like.partners);
        head.invited.clone_from(&like.invited);
        head.exchanged.clone_from(&like.exchanged);
        head.revision.clone_from(&like.revision);
        if parts.is_empty() && self.rest == head.revision {
            return Ok(head);
        }
        if parts.is_empty() || self.rest != Revision::default() {
            parts.insert(REST.into(), self.rest);
        }
        head.parts = Raw::new(&parts);
        Ok(head)
    }
}

/// Takes out of the questionnaire what is said of a question beside what is
/// asked.
fn beside_questions(questionnaire: &mut Value, all: &mut Vec<Part>) {
    let questions = questionnaire["questions"].as_array_mut();
    for question in questions.into_iter().flatten() {
        let id = question["id"].as_str().unwrap_or_default().to_owned();
        let Some(question) = question.as_object_mut() else {
            continue;
        };
        for beside in BESIDE {
            if let Some(value) = question.remove(beside) {
                let name = format!("{beside}/{id}");
                all.push(if beside == "readings" {
                    Part::carrying(name, value)
                } else {
                    Part::new(name, value)
                });
            }
        }
    }
}

/// A question of the questionnaire among the fields of a head.
fn question<'a>(
    fields: &'a mut Map<String, Value>,
    id: &str,
) -> Option<&'a mut Map<String, Value>> {
    let questions = fields.get_mut("questionnaire")?.get_mut("questions")?;
    let mut questions = questions.as_array_mut()?.iter_mut();
    questions
        .find(|question| question["id"] == id)?
        .as_object_mut()
}

fn order<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Part {
    Part::new(format!("order/{list}"), ids.collect())
}

/// The texts of a list.
pub(crate) fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    texts
        .filter_map(|text| Some(text.as_str()?.to_owned()))
        .collect()
}

fn as_list(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

fn as_fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
