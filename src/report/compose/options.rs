//! What somebody chooses of a report: language, scope, sections, bodies, and
//! whose words and names stand in it; and how that stands in an address.

use crate::i18n::Locale;
use crate::model::PartnerId;

/// For whom a report is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// For the project: everything that the options let through.
    #[default]
    Internal,
    /// For anyone: no contacts, no comments, no names of persons and no remarks,
    /// whatever else was chosen.
    Public,
}

/// The sections that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Action table with the output indicator, and version table.
    Front,
    /// What the survey is, and how it was carried out.
    Introduction,
    /// The questionnaire.
    Questions,
    /// The bodies and their sheets.
    Partners,
    /// Results of each dimension: charts and tables.
    Results,
    /// Readings and findings.
    Findings,
    /// What the authors conclude.
    Conclusions,
    /// What helps and what hinders, and what is done about it.
    Factors,
    /// One annex for each sheet.
    Annexes,
}

impl Part {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 9] = [
        Self::Front,
        Self::Introduction,
        Self::Questions,
        Self::Partners,
        Self::Results,
        Self::Findings,
        Self::Conclusions,
        Self::Factors,
        Self::Annexes,
    ];

    /// Its name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Introduction => "introduction",
            Self::Questions => "questions",
            Self::Partners => "partners",
            Self::Results => "results",
            Self::Findings => "findings",
            Self::Conclusions => "conclusions",
            Self::Factors => "factors",
            Self::Annexes => "annexes",
        }
    }
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of the report.
    pub language: Locale,
    /// For whom it is.
    pub scope: Scope,
    /// Sections that are left out.
    pub without: Vec<Part>,
    /// The bodies whose sheets are annexed, or that have a report of their own;
    /// none means all.
    pub bodies: Vec<PartnerId>,
    /// Whether contacts stand in it.
    pub contacts: bool,
    /// Whether comments stand beside answers.
    pub comments: bool,
    /// Whether names of persons stand in it: who filled in, approved, remarked.
    pub persons: bool,
}

impl Options {
    /// What a report is when nobody chose anything: internal, whole, with
    /// comments, and without contacts and names of persons.
    pub const fn new(language: Locale) -> Self {
        Self {
            language,
            scope: Scope::Internal,
            without: Vec::new(),
            bodies: Vec::new(),
            contacts: false,
            comments: true,
            persons: false,
        }
    }

    /// Whether a section stands in the report.
    pub fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    /// Whether the sheet of a body is annexed.
    pub fn takes(&self, body: &PartnerId) -> bool {
        self.bodies.is_empty() || self.bodies.contains(body)
    }

    /// Whether contacts stand in it.
    pub const fn shows_contacts(&self) -> bool {
        self.contacts && matches!(self.scope, Scope::Internal)
    }

    /// Whether comments stand in it.
    pub const fn shows_comments(&self) -> bool {
        self.comments && matches!(self.scope, Scope::Internal)
    }

    /// Whether names of persons stand in it.
    pub const fn shows_persons(&self) -> bool {
        self.persons && matches!(self.scope, Scope::Internal)
    }

    /// What differs from [`Options::new`], as names and values for an address:
    /// `scope=public`, `without=front,annexes`, `bodies=EC,2`, `contacts=1`,
    /// `comments=0`, `persons=1`. The language stands in `lang`.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let usual = Self::new(self.language);
        let mut pairs = vec![("lang", self.language.code().to_owned())];
        if self.scope == Scope::Public {
            pairs.push(("scope", "public".into()));
        }
        if !self.without.is_empty() {
            let without: Vec<_> = self.without.iter().map(|part| part.code()).collect();
            pairs.push(("without", without.join(",")));
        }
        if !self.bodies.is_empty() {
            let bodies: Vec<_> = self.bodies.iter().map(PartnerId::as_str).collect();
            pairs.push(("bodies", bodies.join(",")));
        }
        let flag = |on: bool| if on { "1" } else { "0" }.to_owned();
        let flags = [
            ("contacts", self.contacts, usual.contacts),
            ("comments", self.comments, usual.comments),
            ("persons", self.persons, usual.persons),
        ];
        for (name, is, was) in flags {
            if is != was {
                pairs.push((name, flag(is)));
            }
        }
        pairs
    }

    /// The options that an address asks for; `get` gives the value of a name,
    /// empty where there is none. What it does not understand is as usual.
    pub fn parse(language: Locale, get: impl Fn(&str) -> String) -> Self {
        let mut options = Self::new(Locale::of_code(&get("lang")).unwrap_or(language));
        if get("scope") == "public" {
            options.scope = Scope::Public;
        }
        let (without, bodies) = (get("without"), get("bodies"));
        let named = |part: &Part| without.split(',').any(|code| code == part.code());
        options.without = Part::ALL.into_iter().filter(named).collect();
        let bodies = bodies.split(',').filter_map(|id| PartnerId::new(id).ok());
        options.bodies = bodies.collect();
        let flag = |name, usual| match get(name).as_str() {
            "1" => true,
            "0" => false,
            _ => usual,
        };
        options.contacts = flag("contacts", options.contacts);
        options.comments = flag("comments", options.comments);
        options.persons = flag("persons", options.persons);
        options
    }
}
