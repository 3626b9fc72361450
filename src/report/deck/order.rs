//! What the authors say of the slides: their order, which are left out, and
//! which are added.

use crate::model;

/// What a record of a text slide shows.
pub const TEXT: &str = "text";
/// What the record shows that says from which issued version the deck is made.
pub const DATA: &str = "data";
/// What the record shows that makes the order of the list that of the deck.
pub const ORDER: &str = "order";

/// A slide at its place: what it shows, and the record that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it shows; of a text slide `text/<id>`.
    pub shows: String,
    /// The place of its record in the list; none where the authors said nothing.
    pub record: Option<usize>,
}

/// The issued version to which a deck is frozen, by its id.
pub fn frozen_to(records: &[model::Slide]) -> Option<&str> {
    let record = records.iter().find(|record| record.shows == DATA)?;
    Some(record.chart.as_str()).filter(|id| !id.is_empty())
}

/// What a record is called among the slides: what it shows, and of a text slide
/// `text/<id>`. Nothing for a record that is no slide.
pub fn key(record: &model::Slide) -> Option<String> {
    match record.shows.as_str() {
        DATA | ORDER | "" => None,
        TEXT => Some([TEXT, "/", record.id.as_str()].concat()),
        shows => Some(shows.to_owned()),
    }
}

/// Whether the order of the list is that of the deck. Otherwise it says nothing:
/// two people who each said something of a slide have their records in no order.
pub fn is_ordered(records: &[model::Slide]) -> bool {
    records.iter().any(|record| record.shows == ORDER)
}

/// A slide in the making, with the text slides behind it.
struct Node {
    place: Place,
    behind: Vec<Place>,
}

/// Slides in the order of the authors. `generated` is what the survey gives, in
/// its order: each of it is there once. Where a record [`ORDER`] says so, it
/// stands in the order of the list, and what has no record follows what it
/// follows in `generated`. A text slide stays behind the slide that its list has
/// before it; without one it is the first. Of two records of one slide the first
/// counts, and one of a slide that is not there is passed over.
pub fn arrange(records: &[model::Slide], generated: &[String]) -> Vec<Place> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut all: Vec<Place> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let Some(shows) = key(record) else {
            continue;
        };
        let mut behind = nodes.iter().flat_map(|node| &node.behind).chain(&all);
        if behind.any(|place| place.shows == shows)
            || nodes.iter().any(|node| node.place.shows == shows)
        {
            continue;
        }
        let is_text = record.shows == TEXT;
        let place = Place {
            shows,
            record: Some(at),
        };
        if is_text {
            match nodes.last_mut() {
                Some(node) => node.behind.push(place),
                None => all.push(place),
            }
        } else if generated.contains(&place.shows) {
            let behind = Vec::new();
            nodes.push(Node { place, behind });
        }
    }
    if !is_ordered(records) {
        let place = |node: &Node| generated.iter().position(|one| *one == node.place.shows);
        model::sort_by_key(&mut nodes, place);
    }
    let mut last = None;
    for shows in generated {
        let of = |shows: &String| nodes.iter().position(|n| n.place.shows == *shows);
        if of(shows).is_none() {
            let at = last.and_then(of).map_or(0, |at| at + 1);
            let place = Place {
                shows: shows.clone(),
                record: None,
            };
            let behind = Vec::new();
            nodes.insert(at, Node { place, behind });
        }
        last = Some(shows);
    }
    for Node { place, behind } in nodes {
        all.push(place);
        all.extend(behind);
    }
    all
}

/// Where in the list a record of this slide goes in, so that no slide changes its
/// place: behind the records of the slides before it.
pub fn place_of_record(records: &[model::Slide], generated: &[String], shows: &str) -> usize {
    let arranged = arrange(records, generated);
    let before = arranged.iter().take_while(|place| place.shows != shows);
    let behind = before.filter_map(|place| place.record).max();
    behind.map_or(0, |at| at + 1)
}
