//! How far it is with what a sheet is asked to clarify.

use crate::model::{Actor, Remark, RemarkState, Sheet, SheetStatus};

/// How far it is, as whoever looks at the sheet has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clarity {
    /// Nothing is open.
    Clear,
    /// So many remarks are open; to the body, none of them has a reply yet.
    Open(usize),
    /// So many of so many wait for the body's reply.
    Waiting(usize, usize),
    /// None does, and the body has to send its sheet again.
    Replied,
    /// It has.
    Sent,
}

/// How far it is with the open remarks of a sheet. Who runs the survey is told
/// how many there are, the body what is left to it.
pub fn clarity(sheet: &Sheet, actor: Actor) -> Clarity {
    let open = sheet
        .remarks
        .iter()
        .filter(|r| r.state == RemarkState::Open);
    let waiting = open.clone().filter(|r| Remark::waits_for_reply(r)).count();
    let sent = sheet.status.is_received() && sheet.status != SheetStatus::Returned;
    match (open.count(), waiting) {
        (0, _) => Clarity::Clear,
        (open, waiting) if actor == Actor::Coordinator || open == waiting => Clarity::Open(open),
        (_, 0) if sent => Clarity::Sent,
        (_, 0) => Clarity::Replied,
        (open, waiting) => Clarity::Waiting(waiting, open),
    }
}
