//! What the authors decide of the deck, as records of the survey.
//!
//! A record is made when something else is wanted than the survey gives, and says
//! only that. Slides of the authors' own stand in the list behind the slide that
//! they follow; all others stand as the survey gives them, until one is moved:
//! then every slide has a record, and a record [`ORDER`] says that the list's
//! order is the deck's. Without it the order of the list says nothing, because
//! two people who each hid a slide have their records in no order at all.
//!
//! The record of a slide that the survey gives has an id made of what it shows:
//! what two people decide apart about one slide meets as two versions of one
//! record.

use crate::model::{Extra, IssuedId, QuestionId, Revision, Slide, SlideId};

/// What a record shows that is a slide of the authors' own words.
pub const TEXT: &str = "text";
/// … that tells from which version the deck is made. It is no slide.
pub const DATA: &str = "data";
/// … that makes the order of the list that of the deck. It is no slide.
pub const ORDER: &str = "order";

/// How the name of a slide begins that shows the chart of a question.
const QUESTION: &str = "question/";

/// With what the ids begin of slides that the authors added. Where two lists are
/// merged, what both have at one place stands in the order of ids: so such a
/// slide still follows the one behind which it was put.
const ADDED: &str = "0";

/// Longest id made of what a slide shows, before what makes it unique.
const LONGEST_ID: usize = 58;

/// One decision. A slide is named by what it shows ([`super::Slide::shows`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A title of its own; the survey's where it is empty.
    Title(String, String),
    /// What the speaker wants to say.
    Notes(String, String),
    /// The text of a text slide.
    Text(String, String),
    /// The chart that it shows; the one that suits best where it is empty.
    Chart(String, String),
    /// It is left out, or is not.
    Hide(String, bool),
    /// Nothing is said of it any more; its place stays.
    Reset(String),
    /// To the place before another; to the end without one.
    Move(String, Option<String>),
    /// A text slide behind a slide.
    AddText(String, SlideId),
    /// The chart of a question behind a slide.
    AddChart(String, QuestionId),
    /// A slide that the authors added goes.
    Remove(String),
    /// The deck is made from this issued version, or from the survey as it is.
    Freeze(Option<IssuedId>),
}

impl Edit {
    /// Does it. `given` names the slides that the survey gives, in its order.
    /// Gives the slide that it is about from now on, or nothing where nothing
    /// changes.
    pub fn apply(&self, records: &mut Vec<Slide>, given: &[String]) -> Option<String> {
        let mut after = records.clone();
        let about = self.done(&mut after, given)?;
        if after == *records {
            return None;
        }
        *records = after;
        Some(about)
    }

    fn done(&self, records: &mut Vec<Slide>, given: &[String]) -> Option<String> {
        match self {
            Self::Title(of, title) => {
                say(records, given, of, |slide| slide.title.clone_from(title))
            }
            Self::Notes(of, notes) => {
                say(records, given, of, |slide| slide.notes.clone_from(notes))
            }
            Self::Text(of, text) => say(records, given, of, |slide| slide.text.clone_from(text)),
            Self::Chart(of, chart) => {
                say(records, given, of, |slide| slide.chart.clone_from(chart))
            }
            Self::Hide(of, hidden) => say(records, given, of, |slide| slide.hidden = *hidden),
            Self::Reset(of) => say(records, given, of, |slide| {
                let bare = record(slide.id.clone(), slide.shows.clone());
                let (revision, extra) = (slide.revision.clone(), slide.extra.clone());
                *slide = Slide {
                    revision,
                    extra,
                    ..bare
                };
            }),
            Self::Move(of, before) => shift(records, given, of, before.as_deref()),
            Self::AddText(after, id) => {
                let slide = record(id.clone(), TEXT.into());
                put_behind(records, given, after, slide)
            }
            Self::AddChart(after, question) => {
                let shows = [QUESTION, question.as_str()].concat();
                if order(given, records).contains(&shows) {
                    return None;
                }
                let id = id_of(&[ADDED, &shows].concat(), records)?;
                put_behind(records, given, after, record(id, shows))
            }
            Self::Remove(of) => {
                let added = is_added(given, of);
                records.retain(|slide| !(added && name(slide).as_ref() == Some(of)));
                Some(of.clone())
            }
            Self::Freeze(version) => freeze(records, version.as_ref()),
        }
    }
}

/// The issued version from which the deck is made, if it is made from one.
pub fn frozen(records: &[Slide]) -> Option<&str> {
    let data = records.iter().find(|slide| slide.shows == DATA)?;
    (!data.chart.is_empty()).then_some(data.chart.as_str())
}

/// Whether the authors added a slide, so that they can remove it.
pub fn is_added(given: &[String], of: &str) -> bool {
    !given.iter().any(|one| one == of)
}

/// The id of a text slide that is added now, made of a name that nobody else has.
pub fn text_id(random: &str) -> Option<SlideId> {
    SlideId::new(&[ADDED, random].concat()).ok()
}

/// The record that says something of a slide.
pub fn record_of<'a>(records: &'a [Slide], of: &str) -> Option<&'a Slide> {
    find(records, of).and_then(|at| records.get(at))
}

/// The slides by name, in the order of the deck: those that the survey gives, and
/// those that records add.
pub fn order(given: &[String], records: &[Slide]) -> Vec<String> {
    let listed = listed(given, records);
    let mut all: Vec<String> = Vec::with_capacity(given.len() + listed.len());
    if is_ordered(records) {
        all = listed;
        for (at, one) in given.iter().enumerate() {
            if all.contains(one) {
                continue;
            }
            // Behind the one that it follows, and what the authors put there.
            let before = given[..at].iter().rev();
            let place = before.filter_map(|one| place(&all, one)).next();
            let place = place.map_or(0, |at| past_added(&all, given, at));
            all.insert(place, one.clone());
        }
        return all;
    }
    let mut leads = None;
    let mut first = Vec::new();
    let mut behind: Vec<(usize, &String)> = Vec::new();
    for one in &listed {
        match (place(given, one), leads) {
            (Some(at), _) => leads = Some(at),
            (None, Some(at)) => behind.push((at, one)),
            (None, None) => first.push(one.clone()),
        }
    }
    all.append(&mut first);
    for (at, one) in given.iter().enumerate() {
        all.push(one.clone());
        let follow = behind.iter().filter(|(of, _)| *of == at);
        all.extend(follow.map(|(_, one)| (*one).clone()));
    }
    all
}

/// Whether the order of the list is that of the deck.
pub fn is_ordered(records: &[Slide]) -> bool {
    records.iter().any(|slide| slide.shows == ORDER)
}

/// What a record is about: the name of a slide, or nothing.
fn name(slide: &Slide) -> Option<String> {
    match slide.shows.as_str() {
        TEXT => Some([TEXT, "/", slide.id.as_str()].concat()),
        DATA | ORDER => None,
        shows => Some(shows.to_owned()),
    }
}

/// The slides of the records, each once, without what the survey gives no more.
fn listed(given: &[String], records: &[Slide]) -> Vec<String> {
    let mut all = Vec::new();
    for slide in records {
        let adds = slide.shows == TEXT || slide.shows.starts_with(QUESTION);
        let stands = |name: &String| adds || given.contains(name);
        all.extend(name(slide).filter(|name| stands(name) && !all.contains(name)));
    }
    all
}

fn place(all: &[String], one: &str) -> Option<usize> {
    all.iter().position(|other| other == one)
}

/// The place behind a slide and those that the authors put behind it.
fn past_added(all: &[String], given: &[String], at: usize) -> usize {
    let rest = all.get(at + 1..).unwrap_or_default().iter();
    at + 1 + rest.take_while(|one| is_added(given, one)).count()
}

fn find(records: &[Slide], of: &str) -> Option<usize> {
    let is = |slide: &Slide| name(slide).is_some_and(|name| name == of);
    records.iter().position(is)
}

/// A record that says nothing yet.
fn record(id: SlideId, shows: String) -> Slide {
    Slide {
        id,
        shows,
        chart: String::new(),
        title: String::new(),
        text: String::new(),
        notes: String::new(),
        hidden: false,
        revision: Revision::default(),
        extra: Extra::new(),
    }
}

/// The id of a record that shows this. Only a strange file has it already on
/// another one.
fn id_of(shows: &str, records: &[Slide]) -> Option<SlideId> {
    let all = shows.replace('/', "-");
    let base = all.get(..LONGEST_ID).unwrap_or(&all);
    let ids = (1..=99).map(|n: u8| match n {
        1 => base.to_owned(),
        n => [base, "-", &n.to_string()].concat(),
    });
    let mut ids = ids.filter_map(|id| SlideId::new(&id).ok());
    ids.find(|id| records.iter().all(|slide| slide.id != *id))
}

/// Says something of a slide; where that is nothing, and nothing was said before,
/// it needs no record.
fn say(
    records: &mut Vec<Slide>,
    given: &[String],
    of: &str,
    change: impl FnOnce(&mut Slide),
) -> Option<String> {
    if find(records, of).is_none() {
        let mut slide = record(id_of(of, records)?, of.to_owned());
        let bare = slide.clone();
        change(&mut slide);
        if slide == bare {
            return None;
        }
        let at = ensure(records, given, of)?;
        *records.get_mut(at)? = slide;
        return Some(of.to_owned());
    }
    let at = find(records, of)?;
    change(records.get_mut(at)?);
    Some(of.to_owned())
}

/// Where the record of a slide of the deck stands; one that is not there yet is
/// put where it changes no order.
fn ensure(records: &mut Vec<Slide>, given: &[String], of: &str) -> Option<usize> {
    if let Some(at) = find(records, of) {
        return Some(at);
    }
    let order = order(given, records);
    let at = place(&order, of)?;
    let before = order[..at].iter().rev();
    let place = before.filter_map(|one| find(records, one)).next();
    let place = place.map_or(0, |at| at + 1);
    let slide = record(id_of(of, records)?, of.to_owned());
    records.insert(place, slide);
    Some(place)
}

/// Puts a slide of the authors behind another.
fn put_behind(
    records: &mut Vec<Slide>,
    given: &[String],
    after: &str,
    slide: Slide,
) -> Option<String> {
    let of = name(&slide)?;
    if records.iter().any(|other| other.id == slide.id) {
        return None;
    }
    let at = ensure(records, given, after)?;
    records.insert(at + 1, slide);
    Some(of)
}

fn shift(
    records: &mut Vec<Slide>,
    given: &[String],
    of: &str,
    before: Option<&str>,
) -> Option<String> {
    let stands = order(given, records);
    let mut wanted = stands.clone();
    let slide = wanted.remove(place(&wanted, of)?);
    let to = match before {
        Some(before) => place(&wanted, before)?,
        None => wanted.len(),
    };
    wanted.insert(to, slide);
    if wanted == stands {
        return None;
    }
    if is_added(given, of) && !is_ordered(records) {
        let slide = records.remove(find(records, of)?);
        let place = match to.checked_sub(1).and_then(|at| wanted.get(at)) {
            Some(leads) => ensure(records, given, leads)? + 1,
            None => 0,
        };
        records.insert(place, slide);
    } else {
        arrange(records, given, &wanted)?;
    }
    Some(of.to_owned())
}

/// Every slide gets its record, in this order. Records of what the survey gives
/// no more stay behind what they followed.
fn arrange(records: &mut Vec<Slide>, given: &[String], wanted: &[String]) -> Option<()> {
    for one in wanted {
        ensure(records, given, one)?;
    }
    if !is_ordered(records) {
        records.insert(0, record(id_of(ORDER, records)?, ORDER.into()));
    }
    let mut place_of = 0;
    let mut placed: Vec<(usize, Slide)> = Vec::with_capacity(records.len());
    let mut seen = Vec::new();
    for slide in std::mem::take(records) {
        let at = name(&slide).filter(|name| !seen.contains(name));
        if let Some((at, name)) = at.and_then(|name| Some((place(wanted, &name)?, name))) {
            place_of = at + 1;
            seen.push(name);
        }
        placed.push((place_of, slide));
    }
    crate::model::sort_by_key(&mut placed, |(at, _)| *at);
    records.extend(placed.into_iter().map(|(_, slide)| slide));
    Some(())
}

fn freeze(records: &mut Vec<Slide>, version: Option<&IssuedId>) -> Option<String> {
    let version = version.map(IssuedId::as_str).unwrap_or_default();
    if let Some(data) = records.iter_mut().find(|slide| slide.shows == DATA) {
        data.chart = version.to_owned();
    } else if !version.is_empty() {
        let mut data = record(id_of(DATA, records)?, DATA.into());
        data.chart = version.to_owned();
        records.insert(0, data);
    }
    Some(DATA.to_owned())
}
