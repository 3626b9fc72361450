//! A survey: its head (questionnaire, partners, indicator, document data) and
//! its sheets. They are kept apart because an edit of one sheet must touch
//! that sheet alone.

use super::{
    Document, Extra, Indicator, LocalText, Partner, PartnerId, QuestionId, Questionnaire, Revision,
    Sheet, SurveyId, TermId, Timestamp, is_default,
};
use serde::{Deserialize, Serialize};

/// A known term and the spellings under which it is found in lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CodebookEntry {
    /// Stable id.
    pub id: TermId,
    /// The term as it is shown.
    pub term: String,
    /// The list questions in which it is looked for.
    pub questions: Vec<QuestionId>,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// Words that carry no term ("altri", "ed altre"): read, not counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ignored: bool,
    /// Edits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revision: Revision,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A survey without its sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyHead {
    /// Stable id.
    pub id: SurveyId,
    /// What the coordinator calls it.
    pub title: String,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// Lines of the documents.
    #[serde(default, skip_serializing_if = "is_default")]
    pub document: Document,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// Who is asked, in printed order.
    pub partners: Vec<Partner>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Indicator>,
    /// How lists are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codebook: Vec<CodebookEntry>,
    /// Remarks of the editor on the survey as a whole, such as how marks on
    /// paper were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<LocalText>,
    /// Edits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revision: Revision,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SurveyHead {
    /// A partner by id.
    pub fn partner(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners.iter().find(|p| p.id == *id)
    }

    /// The next printed code for a new partner: one more than the greatest
    /// number among the codes.
    pub fn next_code(&self) -> String {
        let codes = self
            .partners
            .iter()
            .filter_map(|p| p.code.parse::<u32>().ok());
        codes.max().unwrap_or(0).saturating_add(1).to_string()
    }
}

/// A survey with its sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Everything but the sheets.
    pub head: SurveyHead,
    /// One sheet for each partner, in the order of the partners.
    pub sheets: Vec<Sheet>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Survey {
    /// The sheet of a partner.
    pub fn sheet(&self, partner: &PartnerId) -> Option<&Sheet> {
        self.sheets.iter().find(|s| s.partner == *partner)
    }

    /// The same questionnaire, project lines, indicator and codebook for new
    /// bodies: no partner, no sheet, and none of the remarks on them.
    pub fn blank_copy(&self, id: SurveyId, title: String, now: Timestamp) -> Self {
        let mut head = self.head.clone();
        head.id = id;
        head.title = title;
        head.created = Some(now);
        head.partners.clear();
        head.document.versions.clear();
        head.notes.clear();
        head.revision = Revision::default();
        if let Some(indicator) = &mut head.indicator {
            indicator.target = 0;
        }
        Self {
            head,
            sheets: Vec::new(),
            extra: Extra::new(),
        }
    }
}
