//! What is odd in an answer while it is typed: a remark for whoever types,
//! never a refusal. What is remarked is kept as it was written.

use crate::model::{Asking, EffectiveState, Question, Questionnaire, Sheet, Truth, lowercase};

/// Something that is odd in a text that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// This looks like a web address, and does not begin like one.
    NoScheme(String),
    /// There is no web address in it.
    NotAnAddress,
    /// This has an @ and is no e-mail address.
    NotMail(String),
    /// This looks like the mailbox of a person, not of an office.
    Personal(String),
}

/// Signs that stand around an address in a sentence.
const AROUND: &[char] = &[
    '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '<', '>', '"', '\'', '«', '»', '“', '”',
];

/// What is odd in the answer to a question for a web address.
pub fn web_address(text: &str) -> Option<Oddity> {
    let mut words = text
        .split_whitespace()
        .map(|word| word.trim_matches(AROUND));
    if text.trim().is_empty() || words.clone().any(is_address) {
        return None;
    }
    let bare = words.find(|word| begins_with_host(word));
    Some(bare.map_or(Oddity::NotAnAddress, |word| Oddity::NoScheme(word.into())))
}

/// `http://` or `https://`, and a host behind it.
fn is_address(word: &str) -> bool {
    let rest = match word.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => rest,
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
        _ => return false,
    };
    begins_with_host(rest)
}

/// A name with a dot in it, before the path.
fn begins_with_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    is_host(host)
}

/// Names of letters, digits and hyphens with dots between them; the last is of
/// letters, so that no version and no date passes for a host.
fn is_host(host: &str) -> bool {
    let named = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let Some((before, last)) = host.rsplit_once('.') else {
        return false;
    };
    let is_last = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    is_last && before.split('.').all(named)
}

/// What is odd in the answer to a question for a contact. A contact without an
/// @ is a name, a number, an office: nothing is odd in it.
pub fn contact(text: &str) -> Option<Oddity> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'));
    let words = words.map(|word| word.trim_matches(AROUND));
    let words = words.map(|word| word.strip_prefix("mailto:").unwrap_or(word));
    let mut mails = words.filter(|word| word.contains('@'));
    let wrong = mails.clone().find(|word| !is_mail(word));
    let wrong = wrong.map(|word| Oddity::NotMail(word.into()));
    let personal = || {
        let personal = mails.find(|word| is_personal(word));
        personal.map(|word| Oddity::Personal(word.into()))
    };
    wrong.or_else(personal)
}

fn is_mail(word: &str) -> bool {
    let Some((local, host)) = word.split_once('@') else {
        return false;
    };
    let fits = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    !local.is_empty() && local.chars().all(fits) && !dots && is_host(host)
}

/// Words by which offices call their mailboxes.
const OFFICES: [&str; 31] = [
    "affari",
    "amministrazione",
    "area",
    "bilancio",
    "ced",
    "certificata",
    "comune",
    "contabilita",
    "direzione",
    "ente",
    "entrate",
    "finanze",
    "ict",
    "info",
    "informatica",
    "innovazione",
    "it",
    "pagamenti",
    "pagopa",
    "pec",
    "posta",
    "protocollo",
    "provincia",
    "ragioneria",
    "regione",
    "segreteria",
    "servizi",
    "servizio",
    "settore",
    "sistemi",
    "ufficio",
];

/// `nome.cognome@`: two words of letters with a dot between them, neither of
/// which begins like the name of an office.
fn is_personal(mail: &str) -> bool {
    let local = lowercase(mail.split('@').next().unwrap_or_default());
    let Some((first, last)) = local.split_once('.') else {
        return false;
    };
    let is_name = |word: &str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\''));
        let office =
            |office: &&str| word == *office || office.len() > 4 && word.starts_with(*office);
        !word.is_empty() && letters && !OFFICES.iter().any(office)
    };
    is_name(first) && last.len() > 1 && is_name(last)
}

/// Whether an answer to a follow-up is called for: what is known of its
/// condition on the sheet. `None` is a question that follows no other.
pub fn called_for(
    questionnaire: &Questionnaire,
    question: &Question,
    sheet: &Sheet,
) -> Option<Truth> {
    let condition = question.asked_when.as_ref()?;
    Some(Asking::new(questionnaire).truth(condition, sheet))
}

/// Whether a follow-up is left blank although an answer was given that calls for
/// it.
pub fn is_left_open(
    questionnaire: &Questionnaire,
    question: &Question,
    sheet: &Sheet,
    state: EffectiveState,
) -> bool {
    state == EffectiveState::Blank
        && called_for(questionnaire, question, sheet) == Some(Truth::True)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_has_a_beginning_and_a_host() {
        for fine in [
            "",
            "https://www.example.org/a?b=c",
            "HTTP://example.it",
            "Delibera 12, https://example.it/albo.",
            "http://pagamenti.regione.example.it:8080/norme",
        ] {
            assert_eq!(web_address(fine), None, "{fine}");
        }
        for bare in ["www.example.it", "bit.ly/atto", "vedi www.example.it"] {
            let found = web_address(bare);
            assert!(
                matches!(found, Some(Oddity::NoScheme(_))),
                "{bare}: {found:?}"
            );
        }
        assert_eq!(
            web_address("(bit.ly/atto)"),
            Some(Oddity::NoScheme("bit.ly/atto".into()))
        );
        for none in [
            "Intranet Comunale",
            "https://",
            "delibera 3.2",
            "ftp://example.it",
            ".",
        ] {
            assert_eq!(web_address(none), Some(Oddity::NotAnAddress), "{none}");
        }
    }

    #[test]
    fn a_contact_may_be_anything_but_half_an_address() {
        for fine in [
            "",
            "080 123456",
            "Ufficio pagamenti, tel. 080 123456",
            "pagamenti@comune.example.it",
            "ufficio.pagamenti@comune.example.it; info@pec.example.it",
            "sistemi.informativi@example.it",
            "settore-ict@example.it",
            "<protocollo.generale@pec.example.it>",
            "a.b.c@example.it",
        ] {
            assert_eq!(contact(fine), None, "{fine}");
        }
        for wrong in [
            "ufficio@",
            "@example.it",
            "ufficio@comune",
            "a@b@c.it",
            "u..f@example.it",
        ] {
            assert_eq!(
                contact(wrong),
                Some(Oddity::NotMail(wrong.into())),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_mailbox_of_a_person_is_told_from_that_of_an_office() {
        for personal in [
            "anna.rossi@example.it",
            "Nicolò.D'Elia@example.it",
            "m.bianchi@example.it",
        ] {
            assert_eq!(
                contact(personal),
                Some(Oddity::Personal(personal.into())),
                "{personal}"
            );
        }
        let two = "ced@example.it, anna.rossi@example.it";
        assert_eq!(
            contact(two),
            Some(Oddity::Personal("anna.rossi@example.it".into()))
        );
    }
}
