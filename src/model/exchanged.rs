//! What a coordinator's browser knows of the files that went to and fro.

use super::json::{named, record};
use super::{Json, PartnerId, Raw, SurveyHead, Timestamp, sort_by};

named! {
/// Which way a file went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It was made for the partner.
    Sent = "sent",
    /// It came from the partner, and was imported.
    Received = "received",
}
}

record! {
/// The last file that was made for a partner, or came from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchanged {
    /// Whose sheet was in it.
    pub partner: PartnerId,
    /// Which way it went.
    pub direction: Direction,
    /// When it was made or imported here.
    pub at: Timestamp,
    /// Its name.
    pub file: String = optional,
    /// Fingerprint of its content.
    pub fingerprint: String = optional,
}
}

impl SurveyHead {
    /// When the last file was made for a partner, unless something has come from
    /// it since.
    pub fn sent_last(&self, partner: &PartnerId) -> Option<Timestamp> {
        let all = self.exchanged.or_default().into_iter();
        let mut sent = all.filter(|file| file.direction == Direction::Sent);
        sent.find(|file| file.partner == *partner)
            .map(|file| file.at)
    }

    /// Whether the last file of its partner has the same content, and went the
    /// same way.
    pub fn knows_exchange(&self, file: &Exchanged) -> bool {
        let all = self.exchanged.or_default();
        let known = all.iter().find(|other| other.partner == file.partner);
        known.is_some_and(|other| {
            (other.direction, &other.fingerprint) == (file.direction, &file.fingerprint)
        })
    }

    /// Notes a file as the last one of its partner, and says whether it did: the
    /// same content going the same way again is the same file, and changes
    /// nothing. No edit is counted, because no part of the survey changes.
    pub fn note_exchange(&mut self, file: Exchanged) -> bool {
        if self.knows_exchange(&file) {
            return false;
        }
        let mut all = self.exchanged.or_default();
        all.retain(|other| other.partner != file.partner);
        all.push(file);
        self.exchanged = Raw::new(&all);
        true
    }

    /// Takes over what another page of this browser noted: of each partner the
    /// later file. It makes no difference which page asks.
    pub fn unite_exchanges(&mut self, other: &Self) {
        let mut all = self.exchanged.or_default();
        all.extend(other.exchanged.or_default());
        let key = |file: &Exchanged| (file.at.clone(), file.to_text());
        sort_by(&mut all, |a, b| {
            (&a.partner, key(b)).cmp(&(&b.partner, key(a)))
        });
        all.dedup_by(|next, one| next.partner == one.partner);
        sort_by(&mut all, |a, b| key(a).cmp(&key(b)));
        self.exchanged = Raw::new(&all);
    }
}
