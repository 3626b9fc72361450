//! A survey: its head (questionnaire, partners, indicator, document data) and
//! its sheets. They are kept apart because an edit of one sheet must touch
//! that sheet alone.

use super::json::record;
use super::{
    Conclusion, Dismissed, Document, Exchanged, Extra, GlossaryTerm, Indicator, Influence, Invited,
    Issued, LocalText, Partner, PartnerId, QuestionId, Questionnaire, Raw, Revision, Sheet, Slide,
    SurveyId, TermId, Timestamp,
};
use litemap::LiteMap;

record! {
/// A known term and the spellings under which it is found in lists.
#[derive(Clone, Debug, PartialEq)]
pub struct CodebookEntry {
    /// Stable id.
    pub id: TermId,
    /// The term as it is shown.
    pub term: String,
    /// The list questions in which it is looked for.
    pub questions: Vec<QuestionId>,
    /// Other spellings.
    pub synonyms: Vec<String> = optional,
    /// Words that carry no term ("altri", "ed altre"): read, not counted.
    pub ignored: bool = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}

record! {
/// A survey without its sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyHead {
    /// Stable id.
    pub id: SurveyId,
    /// What the coordinator calls it.
    pub title: String,
    /// When it was made.
    pub created: Option<Timestamp> = optional,
    /// Lines of the documents.
    pub document: Document = optional,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// Who is asked, in printed order.
    pub partners: Vec<Partner>,
    /// What is measured.
    pub indicator: Option<Indicator> = optional,
    /// How lists are read.
    pub codebook: Vec<CodebookEntry> = optional,
    /// Words of the field, explained.
    pub glossary: Raw<Vec<GlossaryTerm>> = optional,
    /// Remarks of the editor on the survey as a whole, such as how marks on
    /// paper were read.
    pub notes: Vec<LocalText> = optional,
    /// Findings of which no remark is to be proposed any more.
    pub dismissed: Raw<Vec<Dismissed>> = optional,
    /// What the authors write, by dimension.
    pub conclusions: Raw<Vec<Conclusion>> = optional,
    /// What the authors found to help or to hinder, in the order of the report.
    pub influences: Raw<Vec<Influence>> = optional,
    /// What the authors decide about the deck, in its order.
    pub slides: Raw<Vec<Slide>> = optional,
    /// Versions of the report that were issued; no part of the content that
    /// fingerprints speak of.
    pub issued: Raw<Vec<Issued>> = optional,
    /// Edits of single parts, by their names: `title`, `questionnaire`,
    /// `document.cup` …
    pub parts: Raw<LiteMap<String, Revision>> = optional,
    /// Fingerprint of the survey that this is a copy of, where the copy says less
    /// or stands for an issued version; 64 hexadecimal digits.
    pub copy_of: String = optional,
    /// The partners whose sheets this browser was invited to fill in; where
    /// there is one, the survey holds nothing of the others.
    pub invited: Vec<Invited> = optional,
    /// What this browser sent to each partner, or took in from it, last.
    pub exchanged: Raw<Vec<Exchanged>> = optional,
    /// Edits of the head as a whole.
    pub revision: Revision = optional,
}
}

impl SurveyHead {
    /// A head with an id and a title, and nothing else yet.
    pub fn new(id: SurveyId, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            created: None,
            document: Document::default(),
            questionnaire: Questionnaire::default(),
            partners: Vec::new(),
            indicator: None,
            codebook: Vec::new(),
            glossary: Raw::default(),
            notes: Vec::new(),
            dismissed: Raw::default(),
            conclusions: Raw::default(),
            influences: Raw::default(),
            slides: Raw::default(),
            issued: Raw::default(),
            parts: Raw::default(),
            copy_of: String::new(),
            invited: Vec::new(),
            exchanged: Raw::default(),
            revision: Revision::default(),
            extra: Extra::new(),
        }
    }

    /// Makes this the head of another survey. Files went to and fro for the one
    /// that it was, so nothing is known of them here.
    pub fn begin_as_copy(&mut self, id: SurveyId, title: String, now: Timestamp) {
        self.id = id;
        self.title = title;
        self.created = Some(now);
        self.invited.clear();
        self.exchanged = Raw::default();
        self.issued = Raw::default();
        self.copy_of.clear();
        self.revision = Revision::default();
    }

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

record! {
/// A survey with its sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Everything but the sheets.
    pub head: SurveyHead,
    /// One sheet for each partner, in the order of the partners.
    pub sheets: Vec<Sheet>,
}
}

impl Survey {
    /// The sheet of a partner.
    pub fn sheet(&self, partner: &PartnerId) -> Option<&Sheet> {
        self.sheets.iter().find(|s| s.partner == *partner)
    }

    /// How many sheets were received.
    pub fn received(&self) -> usize {
        self.sheets
            .iter()
            .filter(|s| s.status.is_received())
            .count()
    }

    /// The same questionnaire, project lines, indicator and codebook for new
    /// bodies: no partner, no sheet, and none of the remarks on them.
    pub fn blank_copy(&self, id: SurveyId, title: String, now: Timestamp) -> Self {
        let mut head = self.head.clone();
        head.begin_as_copy(id, title, now);
        head.partners.clear();
        head.document.versions.clear();
        head.notes.clear();
        head.document.deadline.clear();
        head.dismissed = Raw::default();
        head.conclusions = Raw::default();
        head.influences = Raw::default();
        head.slides = Raw::default();
        head.parts = Raw::default();
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
