//! What the authors decide of the deck, as records of the survey.
//!
//! A record is made when something else is wanted than the survey gives, and says
//! only that. Slides of the authors' own words stand in the list behind the slide
//! that they follow; all others stand as the survey gives them, until one is moved:
//! then every slide has a record, and a record [`ORDER`] says that the list's
//! order is the deck's.
//!
//! The record of a slide that the survey gives has an id made of what it shows:
//! what two people decide apart about one slide meets as two versions of one
//! record.

use super::default_keys;
use super::order::{DATA, ORDER, TEXT, arrange, is_ordered, key, place_of_record};
use crate::analysis::telling::can_be_drawn;
use crate::model::{Extra, IssuedId, QuestionId, Raw, Revision, Slide, SlideId, Survey};

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
    /// The chart of a question, where it stands among what is given.
    AddChart(QuestionId),
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
            Self::AddChart(question) => {
                let shows = [QUESTION, question.as_str()].concat();
                if find(records, &shows).is_some() {
                    return None;
                }
                let at = place_of_record(records, given, &shows);
                records.insert(at, record(id_of(&shows, records)?, shows.clone()));
                Some(shows)
            }
            Self::Remove(of) => remove(records, given, of),
            Self::Freeze(version) => freeze(records, version.as_ref()),
        }
    }
}

/// What there is to decide about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The slides that the survey gives, in its order, with the charts that the
    /// authors added.
    pub all: Vec<String>,
    /// Those charts.
    pub added: Vec<String>,
    /// The questions whose charts could be added.
    pub addable: Vec<QuestionId>,
}

impl Given {
    /// Of this survey.
    pub fn of(survey: &Survey) -> Self {
        let all = default_keys(survey);
        let charts = |one: &&String| one.starts_with(QUESTION);
        let records = survey.head.slides.or_default();
        let mut added: Vec<String> = Vec::new();
        if records
            .iter()
            .any(|slide| slide.shows.starts_with(QUESTION))
        {
            let mut bare = survey.clone();
            bare.head.slides = Raw::default();
            let told = default_keys(&bare);
            let is_told = |one: &&String| told.contains(one);
            added.extend(
                all.iter()
                    .filter(charts)
                    .filter(|one| !is_told(one))
                    .cloned(),
            );
        }
        let questions = survey.head.questionnaire.questions.iter();
        let addable = questions.filter(|question| {
            let shows = [QUESTION, question.id.as_str()].concat();
            can_be_drawn(question) && !all.contains(&shows)
        });
        let addable = addable.map(|question| question.id.clone()).collect();
        Self {
            all,
            added,
            addable,
        }
    }

    /// Whether the authors added a slide, so that they can remove it.
    pub fn is_added(&self, of: &str) -> bool {
        is_text(of) || self.added.iter().any(|one| one == of)
    }
}

/// What this survey gives once the chart of a question is added.
pub fn with_chart(mut survey: Survey, question: &QuestionId) -> Vec<String> {
    let mut records = survey.head.slides.or_default();
    let shows = [QUESTION, question.as_str()].concat();
    if let Some(id) = id_of(&shows, &records) {
        records.push(record(id, shows));
    }
    survey.head.slides = Raw::new(&records);
    default_keys(&survey)
}

/// The id of a text slide that is added now, made of a name that nobody else has.
pub fn text_id(random: &str) -> Option<SlideId> {
    SlideId::new(&[ADDED, random].concat()).ok()
}

/// The record that says something of a slide.
pub fn record_of<'a>(records: &'a [Slide], of: &str) -> Option<&'a Slide> {
    find(records, of).and_then(|at| records.get(at))
}

/// The names of the slides, in the order of the deck.
fn order(records: &[Slide], given: &[String]) -> Vec<String> {
    let places = arrange(records, given).into_iter();
    places.map(|place| place.shows).collect()
}

fn is_text(of: &str) -> bool {
    of.split('/').next() == Some(TEXT)
}

fn place(all: &[String], one: &str) -> Option<usize> {
    all.iter().position(|other| other == one)
}

fn find(records: &[Slide], of: &str) -> Option<usize> {
    let is = |slide: &Slide| key(slide).is_some_and(|key| key == of);
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
    place(&order(records, given), of)?;
    let place = place_of_record(records, given, of);
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
    let of = key(&slide)?;
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
    let stands = order(records, given);
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
    if is_text(of) && !is_ordered(records) {
        let slide = records.remove(find(records, of)?);
        let place = match to.checked_sub(1).and_then(|at| wanted.get(at)) {
            Some(leads) => ensure(records, given, leads)? + 1,
            None => 0,
        };
        records.insert(place, slide);
    } else {
        put_in_order(records, given, &wanted)?;
    }
    Some(of.to_owned())
}

/// Takes out a slide that the authors added; what stands behind it stays.
fn remove(records: &mut Vec<Slide>, given: &[String], of: &str) -> Option<String> {
    let may_go = is_text(of) || of.starts_with(QUESTION);
    find(records, of).filter(|_| may_go)?;
    let order = order(records, given);
    if is_ordered(records) {
        hold_places(records, given, &order)?;
    }
    let at = place(&order, of)?;
    let leads = at.checked_sub(1).and_then(|at| order.get(at));
    let follow = order.iter().skip(at + 1).take_while(|one| is_text(one));
    for text in follow.collect::<Vec<_>>().into_iter().rev() {
        let text = records.remove(find(records, text)?);
        let place = match leads {
            Some(leads) => ensure(records, given, leads)? + 1,
            None => 0,
        };
        records.insert(place, text);
    }
    records.retain(|slide| key(slide).is_none_or(|key| key != of));
    Some(of.to_owned())
}

/// Each of these slides gets its record, where it changes no order.
fn hold_places(records: &mut Vec<Slide>, given: &[String], all: &[String]) -> Option<()> {
    for one in all {
        ensure(records, given, one)?;
    }
    Some(())
}

/// Every slide gets its record, in this order. Records of what the survey gives
/// no more stay behind what they followed.
fn put_in_order(records: &mut Vec<Slide>, given: &[String], wanted: &[String]) -> Option<()> {
    hold_places(records, given, wanted)?;
    if !is_ordered(records) {
        records.insert(0, record(id_of(ORDER, records)?, ORDER.into()));
    }
    let mut place_of = 0;
    let mut placed: Vec<(usize, Slide)> = Vec::with_capacity(records.len());
    let mut seen = Vec::new();
    for slide in std::mem::take(records) {
        let of = key(&slide).filter(|of| !seen.contains(of));
        if let Some((at, of)) = of.and_then(|of| Some((place(wanted, &of)?, of))) {
            place_of = at + 1;
            seen.push(of);
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
