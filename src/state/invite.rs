//! Invitations that go out and come in, responses, and what leaves for whom.
//!
//! All of it is called by code in the part `exchange` (see [`super::part`]), but
//! for [`App::is_invited`].

use super::{About, App, browser};
use crate::analysis::completeness;
use crate::bundle::{
    self, Arrival, Fate, Kind, LinkRefusal, Outgoing, Refusal, Scope, Withholding,
};
use crate::model::{Extra, PartnerId, Raw, Receipt, SheetAction, Survey, SurveyHead, SurveyId};
use leptos::prelude::*;

/// A file that is ready to leave: its name and its text.
pub type Ready = (String, String);

/// For whom a survey is exported.
#[derive(Clone, Debug, PartialEq)]
pub enum Export {
    /// Those who run the survey.
    Coordinator,
    /// One partner.
    Partner(PartnerId),
    /// Anyone, with these reasons in place of what is withheld.
    Anyone(Withholding),
}

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The sheet is here and can be filled in.
    At(SurveyId, PartnerId),
    /// It would change something that is here: it waits among the incoming
    /// files for a decision.
    ToDecide,
}

/// Why a link opens nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// Its letters are not those of a link.
    Link(LinkRefusal),
    /// What is in it cannot be read.
    Bundle(Refusal),
    /// It holds something else than an invitation.
    NotAnInvitation,
    /// The browser did not keep it; the person was told why.
    NotKept,
}

/// A partner's invitation, ready to leave.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The fingerprint of its content, as it stands in the text.
    pub fingerprint: String,
}

/// A partner's invitation.
pub fn invitation(survey: &Survey, partner: &PartnerId) -> Option<Invitation> {
    let cut = bundle::for_partner(survey, partner)?;
    let name = bundle::invitation_name(&cut.head, cut.head.partners.first()?);
    let outgoing = Outgoing {
        kind: Kind::Invitation,
        scope: Scope::Partner,
        survey: &cut,
        base: None,
        extra: &Extra::new(),
    };
    Some(Invitation {
        name,
        text: outgoing.write(&browser::now()),
        fingerprint: bundle::fingerprint(&cut).to_string(),
    })
}

impl Export {
    /// The survey as it would leave.
    pub fn cut(&self, survey: &Survey) -> Option<Survey> {
        match self {
            Self::Coordinator => Some(bundle::for_coordinator(survey)),
            Self::Partner(partner) => bundle::for_partner(survey, partner),
            Self::Anyone(withholding) => Some(bundle::for_anyone(survey, withholding)),
        }
    }
}

impl App {
    /// Whether the open survey is one that this browser was invited to.
    pub fn is_invited(self) -> bool {
        self.with_head(|head| !head.invited.is_empty())
            .unwrap_or_default()
    }

    /// Name and text of the open survey for these readers.
    pub fn export_for(self, export: &Export) -> Option<Ready> {
        let survey = export.cut(&untrack(|| self.survey())?)?;
        let now = browser::now();
        let (scope, name) = match export {
            Export::Coordinator => (Scope::Coordinator, bundle::file_name(&survey, &now)),
            Export::Partner(_) => {
                let partner = survey.head.partners.first()?;
                (Scope::Partner, bundle::sheet_name(&survey.head, partner))
            }
            Export::Anyone(_) => (Scope::Public, bundle::public_name(&survey, &now)),
        };
        let outgoing = Outgoing {
            kind: Kind::Survey,
            scope,
            survey: &survey,
            base: None,
            extra: &Extra::new(),
        };
        let text = outgoing.write(&now);
        if scope == Scope::Coordinator {
            self.copied();
        }
        Some((name, text))
    }

    /// Opens what a link holds. Where nothing of it is here, it is added; what
    /// would change something waits for a decision.
    pub fn open_link(self, link: &str) -> Result<Opening, Unopened> {
        let bytes = bundle::from_link(link).map_err(Unopened::Link)?;
        let received = bundle::read(&bytes).map_err(Unopened::Bundle)?;
        let [partner] = &received.survey.head.partners[..] else {
            return Err(Unopened::NotAnInvitation);
        };
        if received.kind != Kind::Invitation {
            return Err(Unopened::NotAnInvitation);
        }
        let (name, id, partner) = (
            bundle::invitation_name(&received.survey.head, partner),
            received.survey.head.id.clone(),
            partner.id.clone(),
        );
        let arrival = Arrival {
            file: name,
            read: Ok(received),
        };
        match self.fate_of(&arrival).ok_or(Unopened::NotKept)? {
            (Fate::New, Some(outcome)) => {
                self.add(&outcome.after).ok_or(Unopened::NotKept)?;
                self.notify(About::Invited(outcome.after.head.title.clone()));
            }
            (Fate::Known { .. }, _) => {}
            (Fate::Refused(refusal), _) => return Err(Unopened::Bundle(refusal)),
            _ => {
                self.receive_arrival(arrival);
                return Ok(Opening::ToDecide);
            }
        }
        Ok(Opening::At(id, partner))
    }

    /// Hands in the sheet of an invited partner and writes its response; keeps
    /// the receipt. Gives name and text of the file.
    pub fn respond(self, partner: &PartnerId) -> Option<Ready> {
        // One that was handed in, or is approved, is sent again as it is.
        let _ = self.act(partner, SheetAction::Submit);
        self.flush();

        let survey = untrack(|| self.survey())?;
        let (cut, base) = bundle::response(&survey, partner)?;
        let now = browser::now();
        let name = bundle::response_name(&cut.head, cut.head.partners.first()?);
        let outgoing = Outgoing {
            kind: Kind::Response,
            scope: Scope::Partner,
            survey: &cut,
            base: base.as_ref(),
            extra: &Extra::new(),
        };
        let text = outgoing.write(&now);
        let sheet = cut.sheets.first()?;
        let done = completeness::of_sheet(&cut.head.questionnaire, sheet, None);
        let receipt = bundle::receipt(
            &name,
            text.as_bytes(),
            &bundle::fingerprint(&cut),
            now,
            (done.answered(), done.asked()),
        );
        self.edit_head(|head| keep_receipt(head, partner, &receipt));
        self.flush();
        Some((name, text))
    }

    /// The receipt of the response that was written last, and whether the sheet
    /// says something else by now.
    pub fn receipt(self, partner: &PartnerId) -> Option<(Receipt, bool)> {
        let receipt = self.with_head(|head| {
            let mut invited = head.invited.iter();
            let invited = invited.find(|invited| invited.partner == *partner)?;
            let sent = (!invited.sent.is_empty()).then_some(&invited.sent)?;
            sent.read().ok()
        });
        let receipt = receipt.flatten()?;
        let (now, _) = bundle::response(&self.survey()?, partner)?;
        let changed = bundle::fingerprint(&now).to_string() != receipt.fingerprint;
        Some((receipt, changed))
    }
}

fn keep_receipt(head: &mut SurveyHead, partner: &PartnerId, receipt: &Receipt) {
    let mut invited = head.invited.iter_mut();
    if let Some(invited) = invited.find(|invited| invited.partner == *partner) {
        invited.sent = Raw::new(receipt);
    }
}
