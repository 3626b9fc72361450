//! What of a plan is shown: it crosses from the worker that plans to the page,
//! without the surveys themselves.

use super::{Arrival, Decisions, Fate, Merge, Plan, Planned, Record};
use crate::bundle::{Digested, Kind, read_all_telling};
use crate::model::{
    Direction, Exchanged, Extra, PartnerId, Stamp, Survey, SurveyHead, SurveyId, Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a plan is asked with, beside the files and what is here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// What the person has said so far.
    pub decisions: Decisions,
    /// When they are signed that decisions write.
    pub at: Timestamp,
    /// By which browser.
    pub by: String,
    /// Code of the language in which a copy gets its title.
    pub language: String,
}

impl Asked {
    /// What signs what a decision writes.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            at: self.at.clone(),
            by: self.by.clone(),
        }
    }
}

/// A survey that would be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stands {
    /// Which.
    pub survey: SurveyId,
    /// Its title.
    pub title: String,
}

/// A plan as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What would come of each arrival.
    pub files: Vec<Planned>,
    /// For each arrival that is merged the heads that name its records: as it is
    /// here, then as the file has it. Of the partners only those that are named.
    pub heads: Vec<Vec<SurveyHead>>,
    /// The surveys that would be written.
    pub stands: Vec<Stands>,
}

impl Told {
    /// What of a plan of these arrivals is shown; `here` are the surveys of this
    /// browser.
    pub fn of(plan: &Plan, arrivals: &[Arrival], here: &[Arc<Survey>]) -> Self {
        let heads = plan.files.iter().zip(arrivals);
        let heads = heads.map(|(file, arrival)| match (&file.fate, &arrival.read) {
            (Fate::Merged(merge), Ok(received)) => {
                let theirs = &received.survey.head;
                let mine = here.iter().map(|survey| &survey.head);
                let mine = mine.filter(|head| head.id == theirs.id);
                let named = named(merge);
                let cut = |head: &SurveyHead| {
                    let mut head = head.clone();
                    head.partners.retain(|partner| named.contains(&partner.id));
                    head
                };
                mine.chain([theirs]).map(cut).collect()
            }
            _ => Vec::new(),
        });
        let heads = heads.collect();
        Self {
            files: plan.files.clone(),
            heads,
            stands: plan.stands(),
        }
    }
}

/// The partners whose records a merge speaks of.
fn named(merge: &Merge) -> BTreeSet<&PartnerId> {
    let changes = merge.changes.iter().map(|change| &change.record);
    let conflicts = merge.conflicts.iter().map(|conflict| &conflict.record);
    let records = changes.chain(conflicts).chain(&merge.unfit);
    let answers = merge.form.iter().flat_map(|form| &form.answers);
    let answers = answers.map(|answer| &answer.partner);
    records.filter_map(Record::owner).chain(answers).collect()
}

impl Record {
    /// The partner on whose sheet, or of whom, the record is.
    pub fn owner(&self) -> Option<&PartnerId> {
        match self {
            Self::Answer(partner, _)
            | Self::Contact(partner, _)
            | Self::Status(partner)
            | Self::Remark(partner, _)
            | Self::Partner(partner) => Some(partner),
            Self::Part(_) => None,
        }
    }
}

impl Arrival {
    /// What a file brings: a bundle, several, or why it is refused. `digested` may be its content;
    /// `tell` is called now and then with the number of bytes that were read.
    pub fn all(
        file: &str,
        bytes: &[u8],
        digested: Option<&Digested>,
        tell: &mut dyn FnMut(usize),
    ) -> impl Iterator<Item = Self> {
        let read = read_all_telling(bytes, digested, tell);
        let read = read.unwrap_or_else(|refusal| vec![Err(refusal)]);
        read.into_iter().map(|read| Self {
            file: file.to_owned(),
            read,
        })
    }
}

impl Plan {
    /// The surveys that would be written, by name.
    pub fn stands(&self) -> Vec<Stands> {
        let stands = |after: &Survey| Stands {
            survey: after.head.id.clone(),
            title: after.head.title.clone(),
        };
        self.surveys.iter().map(|one| stands(&one.after)).collect()
    }

    /// How many of the files change something.
    pub fn changing(&self) -> u32 {
        let mut names: Vec<&str> = Vec::new();
        for file in &self.files {
            let changes = matches!(file.fate, Fate::New | Fate::Merged(_) | Fate::Beside(_));
            if changes && !names.contains(&file.file.as_str()) {
                names.push(&file.file);
            }
        }
        names.len().try_into().unwrap_or(u32::MAX)
    }

    /// Notes each sheet that comes from a partner as the last file of it, in what
    /// is written. A file that changes nothing is not noted.
    pub fn note_received(&mut self, now: &Timestamp) {
        for planned in &self.files {
            let (Some(content), Fate::Merged(_)) = (&planned.content, &planned.fate) else {
                continue;
            };
            let Some(sender) = content.from.as_ref() else {
                continue;
            };
            let mut surveys = self.surveys.iter_mut().map(|s| &mut s.after);
            let survey = surveys.find(|survey| survey.head.id == content.survey);
            // Who was invited has no desk.
            let survey = survey.filter(|survey| survey.head.invited.is_empty());
            if let Some(survey) = survey.filter(|_| content.kind != Kind::Invitation) {
                Arc::make_mut(survey).head.note_exchange(Exchanged {
                    partner: sender.partner.clone(),
                    direction: Direction::Received,
                    at: now.clone(),
                    file: planned.file.clone(),
                    fingerprint: content.fingerprint.to_string(),
                    extra: Extra::new(),
                });
            }
        }
    }
}
