//! One answer: its state, its value, its comment.

use super::json::{named, record, tagged};
use super::{Decimal, Extra, LocalText, OptionId, Revision, lowercase, sort_by_key};

named! {
/// What the person said about a question. A question without an answer record
/// is [`Blank`](Self::Blank).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash
)]
pub enum AnswerState {
    /// There is an answer.
    Given = "given",
    /// Nothing is written, or a dash.
    #[default]
    Blank = "blank",
    /// "Non so", "?".
    Unknown = "unknown",
    /// "Preferiamo non rispondere".
    Declined = "declined",
    /// "N/A".
    NotApplicable = "not_applicable",
    /// A mark on paper that cannot be read (transcribed sheets only).
    Unclear = "unclear",
}
}

impl AnswerState {
    /// All states, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Given,
        Self::Blank,
        Self::Unknown,
        Self::Declined,
        Self::NotApplicable,
        Self::Unclear,
    ];

    /// What a typed text says about itself: a dash is blank, "?" and "non so"
    /// are unknown, "N/A" is not applicable, "preferiamo non rispondere" is
    /// declined; anything else is an answer.
    pub fn of_text(text: &str) -> Self {
        let plain = lowercase(text.trim().trim_end_matches('.'));
        if plain.chars().all(|c| matches!(c, '-' | '–' | '—' | '_')) {
            return Self::Blank;
        }
        match plain.as_str() {
            "?" | "??" | "???" | "non so" | "non sappiamo" | "non noto" | "n.d" | "nd"
            | "don't know" | "unknown" | "not known" => Self::Unknown,
            "n/a" | "n.a" | "na" | "non applicabile" | "not applicable" => Self::NotApplicable,
            "preferiamo non rispondere"
            | "preferisco non rispondere"
            | "we prefer not to answer"
            | "prefer not to answer" => Self::Declined,
            _ => Self::Given,
        }
    }
}

record! {
/// One ticked choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Which choice of the question.
    pub option: OptionId,
    /// What was written beside it: "50%", "riuso".
    pub qualifier: String = optional,
}
}

impl Chosen {
    /// A choice without qualifier.
    pub fn new(option: OptionId) -> Self {
        Self {
            option,
            qualifier: String::new(),
            extra: Extra::new(),
        }
    }
}

/// What was answered. A list is kept as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Choices, in the order of the question's options.
    Choices(Vec<Chosen>),
    /// Text, list of terms, URL; also what was typed into a number or date
    /// field and cannot be read as one.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day, `2026-11-23`.
    Date(String),
    /// There is a value, and an export took it out; the reason.
    Withheld(LocalText),
}

tagged! {
    Value {
        Choices(Vec<Chosen>) = "choices",
        Text(String) = "text",
        Number(Decimal) = "number",
        Date(String) = "date",
        Withheld(LocalText) = "withheld",
    } else Self::Text(String::new())
}

record! {
/// One partner's answer to one question or contact field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What the person said about the question.
    pub state: AnswerState,
    /// The value; kept also while the state is not `given`, so that changing
    /// one's mind costs nothing. It counts only when given.
    pub value: Option<Value> = optional,
    /// What the partner adds.
    pub comment: String = optional,
    /// Where what is answered can be seen: a web address, or the name of a
    /// document.
    pub evidence: String = optional,
    /// What the person who transcribed a paper sheet notes about it.
    pub note: LocalText = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}

impl Answer {
    /// An answer that is given.
    pub fn given(value: Value) -> Self {
        Self {
            state: AnswerState::Given,
            value: Some(value),
            ..Self::default()
        }
    }

    /// An answer in a state without a value.
    pub fn in_state(state: AnswerState) -> Self {
        Self {
            state,
            ..Self::default()
        }
    }

    /// The ticked choices, whatever the state.
    pub fn choices(&self) -> &[Chosen] {
        match &self.value {
            Some(Value::Choices(chosen)) => chosen,
            _ => &[],
        }
    }

    /// Whether `option` is ticked, whatever the state.
    pub fn has(&self, option: &OptionId) -> bool {
        self.choices().iter().any(|c| c.option == *option)
    }

    /// The typed text, whatever the state.
    pub fn text(&self) -> &str {
        match &self.value {
            Some(Value::Text(text) | Value::Date(text)) => text,
            _ => "",
        }
    }

    /// Sets a typed text and the state it says of itself
    /// ([`AnswerState::of_text`]); empty text leaves no value.
    pub fn set_text(&mut self, text: &str) {
        self.state = AnswerState::of_text(text);
        self.value = (!text.is_empty()).then(|| Value::Text(text.into()));
    }

    /// Sets what was typed into a number field: a number where it reads as
    /// one ("1.234,5", "12.5", "12"), else the text as it is.
    pub fn set_number_text(&mut self, text: &str) {
        self.set_text(text);
        if let Some(number) = Decimal::typed(text) {
            self.value = Some(Value::Number(number));
        }
    }

    /// Sets what was typed into a date field: a day where it reads as one.
    pub fn set_date_text(&mut self, text: &str) {
        self.set_text(text);
        if is_day(text.trim()) {
            self.value = Some(Value::Date(text.trim().into()));
        }
    }

    /// Ticks or unticks a choice. `order` is the question's list of options;
    /// with `single`, ticking one unticks the others. Qualifiers stay with
    /// their choices. Nothing ticked is blank. What was ticked before a state was
    /// declared does not come back with another choice.
    pub fn tick<'a>(
        &mut self,
        option: &OptionId,
        on: bool,
        single: bool,
        order: impl Iterator<Item = &'a OptionId>,
    ) {
        let mut chosen: Vec<Chosen> = match self.value.take() {
            Some(Value::Choices(chosen)) if self.state == AnswerState::Given => chosen,
            _ => Vec::new(),
        };
        if single && on {
            chosen.retain(|c| c.option == *option);
        }
        if !on {
            chosen.retain(|c| c.option != *option);
        } else if !chosen.iter().any(|c| c.option == *option) {
            chosen.push(Chosen::new(option.clone()));
        }
        let order: Vec<_> = order.collect();
        sort_by_key(&mut chosen, |c| order.iter().position(|o| **o == c.option));
        self.state = if chosen.is_empty() {
            AnswerState::Blank
        } else {
            AnswerState::Given
        };
        self.value = (!chosen.is_empty()).then_some(Value::Choices(chosen));
    }

    /// Writes beside a ticked choice; without that choice nothing happens.
    pub fn qualify(&mut self, option: &OptionId, text: &str) {
        if let Some(Value::Choices(chosen)) = &mut self.value
            && let Some(c) = chosen.iter_mut().find(|c| c.option == *option)
        {
            c.qualifier = text.into();
        }
    }

    /// Takes the answer away; what was added to it stays.
    pub fn clear(&mut self) {
        self.value = None;
        self.state = AnswerState::Blank;
    }

    /// Declares a state. `given` with nothing to give is blank.
    pub fn declare(&mut self, state: AnswerState) {
        self.state = match state {
            AnswerState::Given if self.value.is_none() => AnswerState::Blank,
            other => other,
        };
    }
}

/// Whether the text is a day of the calendar as `YYYY-MM-DD`.
pub(super) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return false;
    }
    let (Ok(year), Ok(month), Ok(day)) = (
        year.parse::<u32>(),
        month.parse::<u32>(),
        day.parse::<u32>(),
    ) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=last).contains(&day)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;

    fn option(text: &str) -> OptionId {
        OptionId::new(text).unwrap()
    }

    #[test]
    fn a_text_says_its_own_state() {
        for (text, state) in [
            ("", AnswerState::Blank),
            (" --- ", AnswerState::Blank),
            ("—", AnswerState::Blank),
            ("?", AnswerState::Unknown),
            ("Non so.", AnswerState::Unknown),
            ("N/A", AnswerState::NotApplicable),
            ("n.a.", AnswerState::NotApplicable),
            ("Preferiamo non rispondere", AnswerState::Declined),
            ("no", AnswerState::Given),
            ("Oracle", AnswerState::Given),
            ("-5", AnswerState::Given),
        ] {
            assert_eq!(AnswerState::of_text(text), state, "{text:?}");
        }
    }

    #[test]
    fn ticking_keeps_the_order_of_the_question_and_the_qualifiers() {
        let order = [option("a"), option("b"), option("c")];
        let mut answer = Answer::default();
        answer.tick(&order[2], true, false, order.iter());
        answer.qualify(&order[2], "50%");
        answer.tick(&order[0], true, false, order.iter());
        let ticked: Vec<_> = answer.choices().iter().map(|c| c.option.as_str()).collect();
        assert_eq!(ticked, ["a", "c"]);
        assert_eq!(answer.choices()[1].qualifier, "50%");
        answer.tick(&order[1], true, true, order.iter());
        assert_eq!(answer.choices().len(), 1);
        answer.tick(&order[1], false, true, order.iter());
        assert_eq!((answer.state, &answer.value), (AnswerState::Blank, &None));
    }

    #[test]
    fn another_choice_takes_the_place_of_what_a_state_had_replaced() {
        let order = [option("a"), option("b")];
        let mut answer = Answer::default();
        answer.tick(&order[0], true, false, order.iter());
        answer.declare(AnswerState::Unknown);
        assert!(answer.has(&order[0]), "it is kept");
        answer.tick(&order[1], true, false, order.iter());
        let ticked: Vec<_> = answer.choices().iter().map(|c| c.option.as_str()).collect();
        assert_eq!((answer.state, ticked), (AnswerState::Given, vec!["b"]));
    }

    #[test]
    fn a_state_does_not_take_the_value_away() {
        let mut answer = Answer::default();
        answer.set_text("Oracle");
        answer.declare(AnswerState::Unknown);
        assert_eq!(answer.text(), "Oracle");
        answer.declare(AnswerState::Given);
        assert_eq!(answer.state, AnswerState::Given);
        assert_eq!(
            { Answer::default() }.state,
            AnswerState::Blank,
            "an answer starts blank"
        );
    }

    #[test]
    fn days_are_days_of_the_calendar() {
        assert!(is_day("2020-02-29"));
        for bad in ["2021-02-29", "2020-13-01", "2020-4-30", "30/04/2020", "x"] {
            assert!(!is_day(bad), "{bad}");
        }
    }
}
