//! The desk of whoever coordinates a survey: every body with its sheet, in some
//! order, some of them; and which of them something can be done with.
//!
//! The [`Population`](super::Population) knows the sheets that count; here every
//! sheet is looked at, whatever its status.

use super::Share;
use super::matrix::{Sort, SortKey};
use crate::model::{
    Actor, Asking, EffectiveState, Exchanged, NotAllowed, PartnerId, PartnerKind, Places, Question,
    QuestionId, RemarkState, Role, Sheet, SheetAction, SheetStatus, SurveyHead, Timestamp,
    is_of_word, lowercase, plain, sort_by,
};
use std::cmp::Ordering;

/// A body and its sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The partner.
    pub partner: PartnerId,
    /// Its printed code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub kind: PartnerKind,
    /// What it does with the practice.
    pub role: Option<Role>,
    /// Where its sheet stands.
    pub status: SheetStatus,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Answered of asked, dimension by dimension as they are printed; none where
    /// nothing is written on the sheet.
    pub done: Vec<Share>,
    /// Remarks that wait for something.
    pub remarks: usize,
    /// The question that the first of them is about, if it is about one.
    pub first: Option<QuestionId>,
    /// The last file that went to the body, or came from it.
    pub last: Option<Exchanged>,
}

impl Row {
    /// Answered of asked, over all dimensions; without base where nothing is
    /// written on the sheet.
    pub fn answered(&self) -> Share {
        let add = |sum: Share, one: &Share| Share {
            k: sum.k + one.k,
            n: sum.n + one.n,
        };
        self.done.iter().fold(Share::default(), add)
    }

    /// Whether something that was asked has no answer yet.
    pub fn is_incomplete(&self) -> bool {
        let Share { k, n } = self.answered();
        n == 0 || k < n
    }
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskKey {
    /// The order of the survey's partners.
    #[default]
    Survey,
    /// Their names.
    Name,
    /// Where their sheets stand, in the order of a sheet's life.
    Status,
    /// Since when.
    Since,
    /// Answered of asked.
    Answered,
    /// Open remarks.
    Remarks,
    /// When the last file went or came.
    Exchanged,
}

impl SortKey for DeskKey {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Survey, "survey"),
        (Self::Name, "name"),
        (Self::Status, "status"),
        (Self::Since, "since"),
        (Self::Answered, "answered"),
        (Self::Remarks, "remarks"),
        (Self::Exchanged, "exchanged"),
    ];
}

/// An order of the rows.
pub type DeskSort = Sort<DeskKey>;

/// Which rows are shown: those that are all of this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Show<'a> {
    /// Only bodies with these words in their names, or with codes that begin so.
    pub named: &'a str,
    /// Only bodies in this role.
    pub role: Option<Role>,
    /// Only sheets in this status.
    pub status: Option<SheetStatus>,
    /// Only sheets with open remarks.
    pub with_remarks: bool,
    /// Only sheets on which answers are missing.
    pub incomplete: bool,
}

impl Show<'_> {
    fn takes(self, words: &[String], row: &Row) -> bool {
        self.role.is_none_or(|role| row.role == Some(role))
            && self.status.is_none_or(|status| row.status == status)
            && (!self.with_remarks || row.remarks > 0)
            && (!self.incomplete || row.is_incomplete())
            && (words.is_empty() || is_named(row, words))
    }
}

/// Letters are told apart neither by size nor by accents.
fn is_named(row: &Row, words: &[String]) -> bool {
    let (name, code) = (plain(&row.name), plain(&row.code));
    let mut words = words.iter();
    words.all(|word| name.contains(word.as_str()) || code.starts_with(word.as_str()))
}

/// All bodies with their sheets, in the order of the partners.
pub fn rows(head: &SurveyHead, sheets: &[Sheet]) -> Vec<Row> {
    let exchanged = head.exchanged.or_default();
    let files = Places::new(exchanged.iter().map(|file| &file.partner));
    let places = Places::new(sheets.iter().map(|sheet| &sheet.partner));
    let (asking, dimensions) = (Asking::new(&head.questionnaire), dimensions(head));
    let row = |partner: &crate::model::Partner| {
        let sheet = places.of(&partner.id).and_then(|at| sheets.get(at));
        Row {
            partner: partner.id.clone(),
            code: partner.code.clone(),
            name: partner.name.clone(),
            kind: partner.kind.clone(),
            role: partner.role,
            status: sheet.map_or(SheetStatus::Expected, |sheet| sheet.status),
            since: sheet.and_then(|sheet| sheet.since.clone()),
            done: sheet.map_or_else(Vec::new, |sheet| done(head, &asking, &dimensions, sheet)),
            remarks: sheet.map_or(0, Sheet::open_remarks),
            first: sheet.and_then(|sheet| first(head, sheet)),
            last: files
                .of(&partner.id)
                .and_then(|at| exchanged.get(at).cloned()),
        }
    };
    head.partners.iter().map(row).collect()
}

/// The question that the first open remark is about.
fn first(head: &SurveyHead, sheet: &Sheet) -> Option<QuestionId> {
    let mut remarks = sheet.remarks.iter();
    let remark = remarks.find(|remark| remark.state == RemarkState::Open)?;
    let question = remark.question.as_ref()?;
    let mut asked = head.questionnaire.on_sheet();
    asked.find(|q| q.id == *question).map(|q| q.id.clone())
}

/// Where the dimension of each question stands; none of one that is not asked on
/// a sheet.
fn dimensions(head: &SurveyHead) -> Vec<Option<usize>> {
    let places = Places::new(head.questionnaire.dimensions.iter().map(|d| &d.id));
    let questions = head.questionnaire.questions.iter();
    let of = |question: &Question| match question.repeats {
        None => places.of(&question.dimension),
        Some(_) => None,
    };
    questions.map(of).collect()
}

/// Answered of asked in each dimension; a sheet that has not begun has answered
/// nothing yet.
fn done(
    head: &SurveyHead,
    asking: &Asking,
    dimensions: &[Option<usize>],
    sheet: &Sheet,
) -> Vec<Share> {
    if !sheet.status.is_received() && sheet.answers.is_empty() {
        return Vec::new();
    }
    let mut done = vec![Share::default(); head.questionnaire.dimensions.len()];
    for (dimension, state) in dimensions.iter().zip(asking.on(sheet).states) {
        let share = dimension.and_then(|at| done.get_mut(at));
        if let Some(share) = share.filter(|_| state.was_asked()) {
            share.n += 1;
            share.k += usize::from(state == EffectiveState::Given);
        }
    }
    done
}

/// The places of the rows that are shown, in this order. What compares equal
/// stays in the order of the partners, whichever the direction, and what has
/// nothing to compare stands last.
pub fn arranged(rows: &[Row], show: Show, sort: DeskSort) -> Vec<usize> {
    let words = plain(show.named);
    let words = words.split(|c| !is_of_word(c));
    let words: Vec<String> = words.filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let shown = rows.iter().enumerate();
    let shown = shown.filter(|(_, row)| show.takes(&words, row));
    let mut shown: Vec<(usize, &Row)> = shown.collect();
    let names: Vec<String> = match sort.by {
        DeskKey::Name => rows.iter().map(|row| lowercase(&row.name)).collect(),
        _ => Vec::new(),
    };
    if sort.by == DeskKey::Survey {
        if sort.descending {
            shown.reverse();
        }
    } else {
        sort_by(&mut shown, |(a, one), (b, other)| match sort.by {
            DeskKey::Survey => Ordering::Equal,
            DeskKey::Name => sort.direct(names.get(*a).cmp(&names.get(*b))),
            DeskKey::Status => sort.direct(one.status.cmp(&other.status)),
            DeskKey::Since => sort.moments(one.since.as_ref(), other.since.as_ref()),
            DeskKey::Answered => sort.shares(one.answered(), other.answered()),
            DeskKey::Remarks => sort.direct(one.remarks.cmp(&other.remarks)),
            DeskKey::Exchanged => {
                let at = |row: &'_ Row| row.last.as_ref().map(|file| file.at.clone());
                sort.moments(at(one).as_ref(), at(other).as_ref())
            }
        });
    }
    shown.into_iter().map(|(place, _)| place).collect()
}

impl DeskSort {
    /// What never was stands last in both directions.
    fn moments(&self, a: Option<&Timestamp>, b: Option<&Timestamp>) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) => self.direct(a.cmp(b)),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }
}

/// What would come of doing something with several sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// With these it can be done.
    pub allowed: Vec<PartnerId>,
    /// With these it cannot, by reason; each list in the order of the partners.
    pub refused: Vec<(NotAllowed, Vec<PartnerId>)>,
}

/// Which of the chosen sheets something can be done with, and why not with the
/// others.
pub fn verdict(
    head: &SurveyHead,
    sheets: &[Sheet],
    chosen: &[PartnerId],
    action: SheetAction,
    actor: Actor,
) -> Verdict {
    let places = Places::new(sheets.iter().map(|sheet| &sheet.partner));
    let chosen = Places::new(chosen.iter());
    let mut verdict = Verdict::default();
    let partners = head.partners.iter().map(|partner| &partner.id);
    for partner in partners.filter(|id| chosen.of(*id).is_some()) {
        let sheet = places.of(partner).and_then(|at| sheets.get(at));
        let next = match sheet {
            Some(sheet) => sheet.would_become(action, actor),
            None => Sheet::expected(partner.clone()).would_become(action, actor),
        };
        let Err(why) = next else {
            verdict.allowed.push(partner.clone());
            continue;
        };
        let mut refused = verdict.refused.iter_mut();
        match refused.find(|(reason, _)| *reason == why) {
            Some((_, bodies)) => bodies.push(partner.clone()),
            None => verdict.refused.push((why, vec![partner.clone()])),
        }
    }
    verdict
}
