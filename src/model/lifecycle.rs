//! What may be done with a sheet, by whom, in which status; and the steps that
//! were taken.
//!
//! expected → draft → submitted → approved; submitted or approved ⇄ returned,
//! with remarks; or missing, declared by the coordinator.

use super::json::record;
use super::{RemarkState, Sheet, SheetStatus, Stamp, Timestamp};

/// Who acts on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The body whose sheet it is.
    Partner,
    /// Who runs the survey; writes sheets that came on paper, too.
    Coordinator,
}

/// What can be done with a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetAction {
    /// Write answers on it.
    Write,
    /// Hand it in.
    Submit,
    /// Approve it.
    Approve,
    /// Send it back, with remarks.
    SendBack,
    /// Declare that it will not come.
    MarkMissing,
    /// Make a sheet that was handed in a draft again, or expect one again that
    /// was declared missing.
    Reopen,
}

/// Why something cannot be done with a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAllowed {
    /// That is for whoever runs the survey.
    NotYours,
    /// It stands there already.
    Already,
    /// The body has not handed it in yet.
    NotReceived,
    /// The body has handed it in.
    Received,
    /// It is approved: it has to be sent back first.
    Approved,
    /// It is declared missing: it has to be reopened first.
    DeclaredMissing,
    /// It has no open remark that says what is to be clarified.
    NoOpenRemark,
    /// So many remarks wait for something.
    OpenRemarks(usize),
}

impl SheetAction {
    /// All of them, in the order of a sheet's life.
    pub const ALL: [Self; 6] = [
        Self::Write,
        Self::Submit,
        Self::Approve,
        Self::SendBack,
        Self::MarkMissing,
        Self::Reopen,
    ];
}

record! {
/// A step in the life of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the sheet became.
    pub status: SheetStatus,
    /// When.
    pub at: Timestamp,
    /// Who took it, as they call themselves.
    pub author: String = optional,
}
}

impl Sheet {
    /// Remarks that wait for something.
    pub fn open_remarks(&self) -> usize {
        let open = |remark: &&super::Remark| remark.state == RemarkState::Open;
        self.remarks.iter().filter(open).count()
    }

    /// What the sheet would become.
    ///
    /// # Errors
    /// Why `actor` cannot do it now.
    pub fn would_become(
        &self,
        action: SheetAction,
        actor: Actor,
    ) -> Result<SheetStatus, NotAllowed> {
        use SheetAction::{Approve, MarkMissing, Reopen, SendBack, Submit, Write};
        use SheetStatus::{Approved, Draft, Expected, Missing, Returned, Submitted};
        let is_theirs = matches!(action, Write | Submit);
        if actor == Actor::Partner && !is_theirs {
            return Err(NotAllowed::NotYours);
        }
        if action == Write && !self.may_write() {
            return Err(NotAllowed::Approved);
        }
        match (action, self.status) {
            (Submit | Reopen, Approved) => Err(NotAllowed::Approved),
            (Write, Expected | Missing) => Ok(Draft),
            (Write, same) => Ok(same),

            (Submit, Expected | Draft | Returned) => Ok(Submitted),
            // Declared missing, and here it is.
            (Submit, Missing) if actor == Actor::Partner => Ok(Submitted),
            (Submit, Submitted) => Err(NotAllowed::Already),

            (Approve | SendBack, Expected | Draft) => Err(NotAllowed::NotReceived),
            (Approve, Submitted | Returned) => match self.open_remarks() {
                0 => Ok(Approved),
                open => Err(NotAllowed::OpenRemarks(open)),
            },
            (SendBack, Submitted | Approved) => match self.open_remarks() {
                0 => Err(NotAllowed::NoOpenRemark),
                _ => Ok(Returned),
            },
            (Approve, Approved) | (SendBack, Returned) | (MarkMissing, Missing) => {
                Err(NotAllowed::Already)
            }

            (MarkMissing, Expected | Draft) => Ok(Missing),
            (MarkMissing, Submitted | Returned | Approved) => Err(NotAllowed::Received),

            (Reopen, Submitted) => Ok(Draft),
            (Reopen, Missing) if self.is_empty() => Ok(Expected),
            (Reopen, Missing) => Ok(Draft),
            (Reopen, Expected | Draft | Returned) => Err(NotAllowed::Already),

            (Submit | Approve | SendBack, Missing) => Err(NotAllowed::DeclaredMissing),
        }
    }

    /// Whether answers can be written on it: it is not approved.
    pub fn may_write(&self) -> bool {
        self.status != SheetStatus::Approved
    }

    /// Says whether the sheet was typed in from paper: only who runs the survey
    /// can tell, and only while it can be written on. Says whether anything
    /// changed.
    pub fn mark_transcribed(&mut self, transcribed: bool, actor: Actor, stamp: &Stamp) -> bool {
        let allowed = actor == Actor::Coordinator && self.may_write();
        if !allowed || self.transcribed == transcribed {
            return false;
        }
        self.transcribed = transcribed;
        self.revision.bump(stamp);
        true
    }

    /// Does something with the sheet, where it is allowed; `author` is who does
    /// it, as they call themselves.
    ///
    /// # Errors
    /// Why it is not; the sheet is as it was.
    pub fn act(
        &mut self,
        action: SheetAction,
        actor: Actor,
        author: &str,
        stamp: &Stamp,
    ) -> Result<(), NotAllowed> {
        let next = self.would_become(action, actor)?;
        if next != self.status {
            self.step(next, author, stamp);
        }
        Ok(())
    }

    /// Moves the sheet to another status, and notes the step; whether it may,
    /// [`Self::would_become`] says.
    pub fn step(&mut self, next: SheetStatus, author: &str, stamp: &Stamp) {
        self.status = next;
        self.since = Some(stamp.at.clone());
        self.steps.push(&Step {
            status: next,
            at: stamp.at.clone(),
            author: author.into(),
            extra: super::Extra::new(),
        });
        self.revision.bump(stamp);
    }
}
