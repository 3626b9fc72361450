//! The findings that a text of the authors rests on. Those that are bound in it
//! come and go with it; confirming takes over what they say now.

use super::prose::{binding, bound, bound_at};
use crate::analysis::stale::Says;
use crate::model::{Citation, Extra};

/// What a finding says now; nothing where it is no more.
pub type Now<'a> = &'a dyn Fn(&str) -> Option<Says>;

/// The findings that are bound in a text and not cited yet.
pub fn newly_bound(text: &str, cites: &[Citation]) -> Vec<String> {
    let cited = |id: &String| cites.iter().any(|cite| cite.finding == *id);
    let mut ids = bound(text);
    ids.retain(|id| !cited(id));
    ids
}

/// Puts a text in place of another: what is bound in it is cited, what was bound
/// and is so no more is not.
pub fn rewrite(text: &mut String, cites: &mut Vec<Citation>, new: &str, now: Now) {
    let is_bound = bound(new);
    let was_bound = bound(text);
    cites.retain(|cite| !was_bound.contains(&cite.finding) || is_bound.contains(&cite.finding));
    for id in newly_bound(new, cites) {
        cite(cites, &id, now);
    }
    new.clone_into(text);
}

/// Cites a finding as it stands; one that is no more cannot be cited.
pub fn cite(cites: &mut Vec<Citation>, finding: &str, now: Now) {
    if cites.iter().any(|cite| cite.finding == finding) {
        return;
    }
    cites.extend(now(finding).map(|says| Citation {
        finding: finding.into(),
        seen: says.seen,
        said: says.said,
        extra: Extra::new(),
    }));
}

/// Takes over what the findings say now, in the words of the text as well.
/// Of one that is no more the words stay, as plain words.
pub fn confirm(text: &mut String, cites: &mut Vec<Citation>, now: Now) {
    for (place, id) in bound_at(text).into_iter().rev() {
        let Some(source) = text.get(place.clone()) else {
            continue;
        };
        let cited = cites.iter().find(|cite| cite.finding == id);
        let words = match now(&id) {
            Some(says) if cited.is_some_and(|cite| cite.seen == says.seen) => continue,
            Some(says) => binding(&id, &says.said),
            None => unbound(source).to_owned(),
        };
        text.replace_range(place, &words);
    }
    cites.retain_mut(|cite| match now(&cite.finding) {
        Some(says) if says.seen == cite.seen => true,
        Some(says) => {
            cite.seen = says.seen;
            cite.said = says.said;
            true
        }
        None => false,
    });
}

/// The words of a link, without the link.
fn unbound(source: &str) -> &str {
    let words = source.strip_prefix('[');
    let words = words.and_then(|rest| Some(rest.rsplit_once("](")?.0));
    words.unwrap_or(source)
}
