//! Browsers that exchange files, as the tests of the plan use them.

use rilievo::bundle::{
    self, Arrival, Conflict, Decision, Decisions, Fate, Kind, Merge, Outgoing, Plan, Planned,
    Received, Scope, plan,
};
use rilievo::model::{
    ContactId, Extra, PartnerId, QuestionId, Sheet, SheetStatus, Stamp, Survey, SurveyId, Timestamp,
};

/// A browser with its surveys.
#[derive(Clone)]
pub struct Browser {
    pub name: String,
    pub second: u32,
    pub surveys: Vec<Survey>,
}

impl Browser {
    pub fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            second: 0,
            surveys: Vec::new(),
        }
    }

    pub fn with(name: &str, survey: Survey) -> Self {
        let mut browser = Self::new(name);
        browser.surveys.push(survey);
        browser
    }

    /// The next second of this browser's clock.
    pub fn stamp(&mut self) -> Stamp {
        self.second += 1;
        let (minute, second) = (self.second / 60, self.second % 60);
        Stamp {
            at: Timestamp::new(format!("2026-11-23T10:{minute:02}:{second:02}.000Z")),
            by: self.name.clone(),
        }
    }

    pub fn survey(&self) -> &Survey {
        &self.surveys[0]
    }

    fn sheet_mut(&mut self, partner: &str) -> &mut Sheet {
        let sheets = self.surveys[0].sheets.iter_mut();
        let mut sheets = sheets.filter(|s| s.partner.as_str() == partner);
        sheets.next().expect("the sheet is here")
    }

    pub fn sheet(&self, partner: &str) -> &Sheet {
        let id = PartnerId::new(partner).unwrap();
        self.survey().sheet(&id).expect("the sheet is here")
    }

    pub fn says(&self, partner: &str, question: &str) -> String {
        let id = QuestionId::new(question).unwrap();
        let answer = self.sheet(partner).answers.get(&id);
        answer.map_or_else(String::new, |a| a.text().into())
    }

    pub fn answer(&mut self, partner: &str, question: &str, text: &str) {
        let stamp = self.stamp();
        let id = QuestionId::new(question).unwrap();
        self.sheet_mut(partner)
            .edit(&id, &stamp, |answer| answer.set_text(text));
    }

    pub fn contact(&mut self, partner: &str, contact: &str, text: &str) {
        let stamp = self.stamp();
        let id = ContactId::new(contact).unwrap();
        self.sheet_mut(partner)
            .edit_contact(&id, &stamp, |answer| answer.set_text(text));
    }

    pub fn advance(&mut self, partner: &str, status: SheetStatus) {
        let stamp = self.stamp();
        let sheet = self.sheet_mut(partner);
        if sheet.status != status {
            sheet.step(status, "", &stamp);
        }
    }

    pub fn change(&mut self, change: impl FnOnce(&mut Sheet, &Stamp), partner: &str) {
        let stamp = self.stamp();
        change(self.sheet_mut(partner), &stamp);
    }

    pub fn edit_head(&mut self, change: impl FnOnce(&mut rilievo::model::SurveyHead)) {
        let stamp = self.stamp();
        self.surveys[0].head.edit(&stamp, change);
    }

    fn arrival(&mut self, file: &str, kind: Kind, scope: Scope, survey: &Survey) -> Arrival {
        self.with_base(file, kind, scope, survey, None)
    }

    fn with_base(
        &mut self,
        file: &str,
        kind: Kind,
        scope: Scope,
        survey: &Survey,
        base: Option<&Sheet>,
    ) -> Arrival {
        let outgoing = Outgoing {
            kind,
            scope,
            survey,
            base,
            extra: &Extra::new(),
        };
        let text = outgoing.write(&self.stamp().at);
        Arrival {
            file: file.into(),
            read: bundle::read(text.as_bytes()),
        }
    }

    /// Everything, for another coordinator.
    pub fn export(&mut self) -> Arrival {
        let survey = self.survey().clone();
        self.arrival("tutto.json", Kind::Survey, Scope::Coordinator, &survey)
    }

    /// The same without a file: that one reads what was written is another law.
    pub fn hand_over(&mut self) -> Arrival {
        let survey = self.survey().clone();
        let received = Received {
            kind: Kind::Survey,
            scope: Scope::Coordinator,
            base: None,
            source: String::new(),
            exported: Some(self.stamp().at),
            extra: Extra::new(),
            fingerprint: bundle::fingerprint(&survey),
            warnings: Vec::new(),
            survey: survey.into(),
        };
        Arrival {
            file: "tutto.json".into(),
            read: Ok(received),
        }
    }

    pub fn export_public(&mut self) -> Arrival {
        let survey = self.survey().clone();
        self.arrival("pubblico.json", Kind::Survey, Scope::Public, &survey)
    }

    /// What one partner is sent.
    pub fn invite(&mut self, partner: &str) -> Arrival {
        let survey = of_one(self.survey(), partner);
        self.arrival("invito.json", Kind::Invitation, Scope::Partner, &survey)
    }

    pub fn export_sheet(&mut self, partner: &str) -> Arrival {
        let survey = of_one(self.survey(), partner);
        self.arrival("scheda.json", Kind::Survey, Scope::Partner, &survey)
    }

    /// What a partner sends back.
    pub fn respond(&mut self, partner: &str) -> Arrival {
        let survey = of_one(self.survey(), partner);
        let invited = self.survey().head.invited.iter();
        let mut invited = invited.filter(|i| i.partner.as_str() == partner);
        let base = invited.next().map(|i| i.sheet.read().unwrap());
        let base = base.as_ref();
        let file = format!("risposta-{partner}.json");
        self.with_base(&file, Kind::Response, Scope::Partner, &survey, base)
    }

    /// The plan for these files, with what was decided.
    pub fn plan(&mut self, files: &[Arrival], decisions: &Decisions) -> Plan {
        let stamp = self.stamp();
        let here = |id: &SurveyId| self.surveys.iter().find(|s| s.head.id == *id).cloned();
        let plan = plan(files, here, decisions, &stamp, |title| {
            format!("{title} (copia)")
        });
        // Whatever is planned crosses from a worker to the page as it is.
        let text = serde_json::to_string(&plan.files).unwrap();
        let crossed: Vec<Planned> = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&crossed).unwrap(), text);
        plan
    }

    /// Does what a plan says.
    pub fn take(&mut self, plan: &Plan) {
        for outcome in &plan.surveys {
            let after = Survey::clone(&outcome.after);
            let here = self.surveys.iter_mut().find(|s| s.head.id == after.head.id);
            assert_eq!(here.as_deref(), outcome.before.as_deref());
            match here {
                Some(survey) => *survey = after,
                None => self.surveys.push(after),
            }
        }
    }

    /// Imports files and decides every conflict by `decide`, and every
    /// questionnaire as well.
    pub fn import_deciding(
        &mut self,
        files: &[Arrival],
        decide: impl Fn(&Conflict) -> Decision,
        form: Decision,
    ) -> Plan {
        let mut decisions = Decisions::default();
        for _ in 0..20 {
            let plan = self.plan(files, &decisions);
            if plan.open() == 0 {
                self.take(&plan);
                return plan;
            }
            for (at, file) in plan.files.iter().enumerate() {
                let Fate::Merged(merge) = &file.fate else {
                    continue;
                };
                for conflict in merge.conflicts.iter().filter(|c| c.decision.is_none()) {
                    decisions.settle(at, &conflict.record, Some(decide(conflict)));
                }
                if merge
                    .form
                    .as_ref()
                    .is_some_and(|f| f.asked && f.decision.is_none())
                {
                    decisions.settle_form(at, Some(form));
                }
            }
        }
        panic!("there is always one more thing to decide");
    }

    pub fn import(&mut self, files: &[Arrival], decision: Decision) -> Plan {
        self.import_deciding(files, |_| decision, decision)
    }
}

/// The survey with one partner alone.
fn of_one(survey: &Survey, partner: &str) -> Survey {
    let mut survey = survey.clone();
    survey.head.partners.retain(|p| p.id.as_str() == partner);
    survey.head.invited.clear();
    survey.sheets.retain(|s| s.partner.as_str() == partner);
    survey
}

/// What was read of an arrival.
pub fn received(arrival: &mut Arrival) -> &mut Received {
    arrival.read.as_mut().expect("it was read")
}

/// The merge that a file leads to.
#[track_caller]
pub fn merged(plan: &Plan, at: usize) -> &Merge {
    match &plan.files[at].fate {
        Fate::Merged(merge) => merge,
        other => panic!("{other:?}"),
    }
}
