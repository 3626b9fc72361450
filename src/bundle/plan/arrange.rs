//! Where a bundle goes: into which survey, beside it, or nowhere.

use super::arriving::{arriving, copy_id, is_same, same};
use super::head::form_order;
use super::ledger::Ledger;
use super::whole::{merge_one, merge_surveys};
use super::{Arrival, Decisions, Fate, Merge, Outcome, Record, WhyBeside};
use crate::bundle::{Damage, Kind, Received, Refusal, Scope};
use crate::model::{
    Invited, Json, Order, PartnerId, Raw, Sheet, Stamp, Survey, SurveyId, sort_by_key,
};
use std::sync::Arc;

/// The places of the arrivals in the order in which they are looked at, which
/// does not hang on the one in which they were chosen: whole surveys first, so
/// that sheets find theirs; older before newer.
pub fn in_turn(arrivals: &[Arrival]) -> Vec<usize> {
    let key = |at: &usize| {
        let received = arrivals.get(*at).and_then(|a| a.read.as_ref().ok());
        received.map(|received| {
            let rank = match (received.kind, received.scope) {
                (_, Scope::Public) => 4,
                (Kind::Response, _) => 3,
                (Kind::Invitation, _) => 1,
                (Kind::Survey | Kind::Backup, Scope::Partner) => 2,
                (Kind::Survey | Kind::Backup, Scope::Coordinator) => 0,
            };
            let content = received.fingerprint.to_string();
            let base = received.base.as_ref().map(Json::to_text);
            (rank, received.exported.clone(), content, base)
        })
    };
    let mut turns: Vec<usize> = (0..arrivals.len()).collect();
    sort_by_key(&mut turns, key);
    turns
}

/// What is known while the arrivals are looked at one after the other.
pub struct Desk<'a> {
    pub here: &'a mut dyn FnMut(&SurveyId) -> Option<Arc<Survey>>,
    pub decisions: &'a Decisions,
    pub stamp: &'a Stamp,
    pub copy_title: &'a dyn Fn(&str) -> String,
    /// Surveys that were asked for: as they are here, and as they would stand.
    pub surveys: Vec<Standing>,
}

/// A survey that was asked for, as it is here, and as it would stand.
type Standing = (SurveyId, Option<Arc<Survey>>, Option<Arc<Survey>>);

impl Desk<'_> {
    /// The surveys that would be written.
    pub fn outcomes(self) -> Vec<Outcome> {
        let all = self.surveys.into_iter();
        let written = all.filter_map(|(_, before, after)| {
            let after = after?;
            let stays = before
                .as_ref()
                .is_some_and(|before| is_same(before, &after));
            (!stays).then_some(Outcome { before, after })
        });
        written.collect()
    }

    /// What would come of a bundle, after those before it.
    pub fn receive(&mut self, at: usize, received: &Received) -> Fate {
        let one = matches!(received.kind, Kind::Invitation | Kind::Response)
            || received.scope == Scope::Partner;
        if one && received.survey.head.partners.len() != 1 {
            return Fate::Refused(Refusal::Damaged {
                place: "partners".into(),
                problem: Damage::Unfit {
                    expected: "one partner",
                },
            });
        }
        match (received.kind, received.scope) {
            (Kind::Response, _) => self.sheet(at, received, false),
            (Kind::Invitation, _) => self.invitation(at, received),
            (Kind::Survey | Kind::Backup, Scope::Coordinator) => self.survey(at, received),
            (Kind::Survey | Kind::Backup, Scope::Partner) => self.sheet(at, received, true),
            (Kind::Survey | Kind::Backup, Scope::Public) => self.public(received),
        }
    }

    fn survey(&mut self, at: usize, received: &Received) -> Fate {
        let theirs = arriving(received);
        let Some(mine) = self.stands(&theirs.head.id) else {
            return self.add(theirs);
        };
        if self.decisions.beside(at) {
            return self.beside(received, WhyBeside::Asked);
        }
        if same(&mine, &theirs) {
            return Fate::Known { newer: false };
        }
        if !mine.head.invited.is_empty() && theirs.head.invited.is_empty() {
            return self.beside(received, WhyBeside::Invited);
        }
        let form = self.decisions.form(at);
        let (mut after, merge) =
            self.merging(at, |ledger| merge_surveys(ledger, form, &mine, &theirs));
        if !mine.head.invited.is_empty() {
            for invited in &theirs.head.invited {
                note_invited(&mut after.head.invited, invited.clone());
            }
        }
        self.put(mine, after, merge)
    }

    /// A sheet: into the survey that is here. Where none is, it is a survey of
    /// its own if `may_stand_alone`.
    fn sheet(&mut self, at: usize, received: &Received, may_stand_alone: bool) -> Fate {
        let theirs = arriving(received);
        let Some(mine) = self.stands(&theirs.head.id) else {
            if may_stand_alone {
                return self.add(theirs);
            }
            return other_survey(&theirs);
        };
        if may_stand_alone && self.decisions.beside(at) {
            return self.beside(received, WhyBeside::Asked);
        }
        let partners = || theirs.head.partners.iter().map(|partner| &partner.id);
        if partners().any(|id| mine.head.partner(id).is_none()) {
            return other_survey(&theirs);
        }
        let form = self.decisions.form(at).filter(|_| may_stand_alone);
        let base = received.base.as_ref();
        let (after, merge) = self.merging(at, |ledger| {
            let mut after = None;
            for id in partners() {
                let mine = after.as_ref().unwrap_or(&*mine);
                let base = base.filter(|base| base.partner == *id);
                after = Some(merge_one(ledger, false, form, base, mine, &theirs, id));
            }
            after.unwrap_or_else(|| Survey::clone(&mine))
        });
        self.put(mine, after, merge)
    }

    fn invitation(&mut self, at: usize, received: &Received) -> Fate {
        let mut theirs = arriving(received);
        let Some(partner) = theirs.head.partners.first().cloned() else {
            return other_survey(&theirs);
        };
        let sheet = theirs.sheet(&partner.id).cloned();
        let invited = Invited {
            partner: partner.id.clone(),
            at: received.exported.clone(),
            sheet: sheet.as_ref().map(Raw::new).unwrap_or_default(),
            sent: Raw::default(),
            extra: Default::default(),
        };
        let Some(mine) = self.stands(&theirs.head.id) else {
            Arc::make_mut(&mut theirs).head.invited = vec![invited];
            return self.add(theirs);
        };
        if mine.head.invited.is_empty() {
            // Who runs the survey needs no invitation to it.
            return Fate::Known { newer: false };
        }
        let form = self.decisions.form(at);
        // One that this browser has decided about since, or an old invitation,
        // is no question any more.
        let asked = form_order(&mine.head, &theirs.head) != Order::Newer;
        let base = base_of(&mine, &partner.id);
        let mut with = Survey::clone(&mine);
        let is_here = mine.head.partner(&partner.id).is_some();
        if !is_here {
            with.head.partners.push(partner.clone());
            with.sheets.push(Sheet::expected(partner.id.clone()));
        }
        let (mut after, mut merge) = self.merging(at, |ledger| {
            let id = &partner.id;
            merge_one(ledger, asked, form, base.as_ref(), &with, &theirs, id)
        });
        if !is_here {
            merge.changes.insert(
                0,
                super::Change {
                    record: Record::Partner(partner.id.clone()),
                    kind: super::ChangeKind::New,
                    before: super::Side::Absent,
                    after: super::Side::Partner(Box::new(partner)),
                },
            );
        }
        note_invited(&mut after.head.invited, invited);
        self.put(mine, after, merge)
    }

    fn public(&mut self, received: &Received) -> Fate {
        let theirs = arriving(received);
        match self.stands(&theirs.head.id) {
            None => self.add(theirs),
            Some(mine) if same(&mine, &theirs) => Fate::Known { newer: false },
            Some(_) => self.beside(received, WhyBeside::Public),
        }
    }

    /// A survey as it would stand after what came before.
    fn stands(&mut self, id: &SurveyId) -> Option<Arc<Survey>> {
        if let Some((_, _, after)) = self.surveys.iter().find(|(known, _, _)| known == id) {
            return after.clone();
        }
        let here = (self.here)(id);
        self.surveys.push((id.clone(), here.clone(), here.clone()));
        here
    }

    fn set(&mut self, after: Arc<Survey>) {
        let found = self.surveys.iter_mut();
        if let Some((_, _, stands)) = found.into_iter().find(|(id, _, _)| *id == after.head.id) {
            *stands = Some(after);
        }
    }

    fn add(&mut self, survey: Arc<Survey>) -> Fate {
        self.set(survey);
        Fate::New
    }

    fn put(&mut self, before: Arc<Survey>, after: Survey, merge: Merge) -> Fate {
        if *before != after {
            self.set(Arc::new(after));
        }
        let asked = merge.form.as_ref().is_some_and(|form| form.asked);
        let nothing = merge.changes.is_empty()
            && merge.conflicts.is_empty()
            && merge.unfit.is_empty()
            && !asked;
        if nothing {
            let newer = merge.newer > 0;
            Fate::Known { newer }
        } else {
            Fate::Merged(Box::new(merge))
        }
    }

    /// Adds a survey as one of its own. The same file gives the same copy.
    fn beside(&mut self, received: &Received, why: WhyBeside) -> Fate {
        let mut copy = Survey::clone(&arriving(received));
        let Some(id) = copy_id(received) else {
            return Fate::Known { newer: false };
        };
        if self.stands(&id).is_some() {
            return Fate::Known { newer: false };
        }
        copy.head.id = id;
        copy.head.title = (self.copy_title)(&copy.head.title);
        copy.head.created = Some(self.stamp.at.clone());
        self.set(Arc::new(copy));
        Fate::Beside(why)
    }

    fn merging(&self, at: usize, merge: impl FnOnce(&mut Ledger) -> Survey) -> (Survey, Merge) {
        let decide = |record: &Record| self.decisions.of(at, record);
        let mut ledger = Ledger::new(&decide, self.stamp);
        let after = merge(&mut ledger);
        (after, ledger.merge)
    }
}

fn other_survey(theirs: &Survey) -> Fate {
    let partner = theirs.head.partners.first();
    Fate::Refused(Refusal::OtherSurvey {
        survey: theirs.head.title.clone(),
        partner: partner.map(|p| p.name.clone()).unwrap_or_default(),
    })
}

/// The sheet of a partner as this browser was invited to fill it in.
fn base_of(mine: &Survey, partner: &PartnerId) -> Option<Sheet> {
    let mut invited = mine.head.invited.iter();
    invited.find(|i| i.partner == *partner)?.sheet.read().ok()
}

/// Notes an invitation; of two to the same sheet, the newer counts.
fn note_invited(all: &mut Vec<Invited>, new: Invited) {
    match all.iter_mut().find(|known| known.partner == new.partner) {
        None => all.push(new),
        Some(known) if known.at < new.at => {
            let sent = std::mem::take(&mut known.sent);
            *known = Invited { sent, ..new };
        }
        Some(_) => {}
    }
}
