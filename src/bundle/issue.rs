//! A version of the report is issued: its row in the version table, and, beside
//! the content, what the survey said by then.

use super::fingerprint;
use crate::model::{Extra, Issue, Issued, IssuedId, Revision, Stamp, Survey};

/// The survey as it stands once a version is issued. It is one edit: the row of
/// the version table, where a row of this number that was not issued yet becomes
/// it, and an [`Issued`] with the fingerprint of just this survey. `at` is the
/// moment of the snapshot that will hold it.
pub fn issued(survey: &Survey, id: IssuedId, row: &Issue, at: u64, stamp: &Stamp) -> Survey {
    let mut after = survey.clone();
    let mut all = after.head.issued.or_default();
    let mut revision = Revision::default();
    revision.bump(stamp);
    let mut one = Issued {
        id,
        version: row.version.clone(),
        on: row.issued_on.clone(),
        at,
        fingerprint: String::new(),
        revision,
        extra: Extra::new(),
    };
    let is_open = !all.iter().any(|issued| row.is_of(&issued.version));
    after.head.edit(stamp, |head| {
        let mut rows = head.document.versions.iter_mut();
        match rows.find(|known| is_open && known.is_of(&row.version)) {
            Some(known) => {
                let extra = std::mem::take(&mut known.extra);
                *known = Issue {
                    extra,
                    ..row.clone()
                };
            }
            None => head.document.versions.push(row.clone()),
        }
        // Its place in the order of the list is an edit of the head as well.
        head.issued.push(&one);
    });
    one.fingerprint = fingerprint(&after).to_string();
    all.push(one);
    after.head.issued = crate::model::Raw::new(&all);
    after
}
