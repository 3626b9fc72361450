//! Texts of findings: what the data say, in sentences.

use super::texts;

// Parts of sentences. What a survey says itself comes in as it is.
texts! {
    quoted(text): "«{text}»" / "“{text}”";
    and_last(items, last): "{items} e {last}" / "{items} and {last}";
    or_last(items, last): "{items} o {last}" / "{items} or {last}";
    and_more_of_them(n): "altri {n}" / "{n} more";
    bodies_of(# k, n): "{k} ente su {n}" | "{k} enti su {n}" / "{k} of {n} bodies" | "{k} of {n} bodies";
    finding_on(question, what, number, base): "«{question}»: {what} (domanda {number}; base: {base})." / "“{question}”: {what} (question {number}; base: {base}).";
    finding_with_base(said, base): "{said} (base: {base})." / "{said} (base: {base}).";
    whole_survey: "Tutta l'indagine" / "The whole survey";
    one_dimension(id): "Dimensione {id}" / "Dimension {id}";
}

// What the bodies of a finding are counted out of.
texts! {
    finding_base_bodies: "tutti gli enti dell'indagine" / "all bodies of the survey";
    finding_base_filtered: "enti che corrispondono ai filtri" / "bodies that meet the filters";
    finding_base_asked: "enti a cui è stata posta" / "bodies that were asked";
    finding_base_answered: "enti che hanno risposto" / "bodies that answered";
    finding_base_not_asked: "enti a cui non era rivolta" / "bodies that were not asked";
    finding_base_called: "enti la cui risposta la richiede" / "bodies whose answer calls for it";
    finding_base_named: "enti che citano il termine e hanno risposto" / "bodies that name the term and answered";
}

// Conditions in words: they follow "ha risposto", "answered".
texts! {
    at_question(what, number): "{what} alla domanda {number}" / "{what} to question {number}";
    along_with(items, last): "{items} insieme a {last}" / "{items} together with {last}";
    not_that(what): "non {what}" / "not {what}";
    always: "in ogni caso" / "in any case";
    never: "in nessun caso" / "in no case";
}

// What was chosen.
texts! {
    chose(# k, n, option): "{k} ente su {n} ha risposto {option}" | "{k} enti su {n} hanno risposto {option}" / "{k} of {n} bodies answered {option}" | "{k} of {n} bodies answered {option}";
    all_chose(n, option): "{n} enti su {n}, cioè tutti, hanno risposto {option}" / "{n} of {n} bodies, that is all, answered {option}";
    most_chosen(# k, n, options): "le risposte più frequenti sono {options}, con {k} ente su {n} ciascuna" | "le risposte più frequenti sono {options}, con {k} enti su {n} ciascuna" / "the most frequent answers are {options}, with {k} of {n} bodies each" | "the most frequent answers are {options}, with {k} of {n} bodies each";
    only_option(option): "soltanto {option}" / "only {option}";
    combination(# k, n, options): "{k} ente su {n} ha scelto {options}, la combinazione più frequente" | "{k} enti su {n} hanno scelto {options}, la combinazione più frequente" / "{k} of {n} bodies chose {options}, the most frequent combination" | "{k} of {n} bodies chose {options}, the most frequent combination";
    most_combined(options, figure): "le combinazioni più frequenti sono {options}, con {figure} ciascuna" / "the most frequent combinations are {options}, with {figure} each";
    read_by_report(chosen, meaning): "{chosen}, che secondo il rapporto {meaning}" / "{chosen}, which {meaning} according to the report";
    favours_transfer: "favorisce il trasferimento della pratica" / "favours the transfer of the practice";
    hinders_transfer: "ostacola il trasferimento della pratica" / "hinders the transfer of the practice";
    leaves_transfer: "non incide sul trasferimento della pratica" / "has no bearing on the transfer of the practice";
    any_of_these(items, last): "{items} oppure {last}" / "{items} or else {last}";
}

// What lists name; what has no answer.
texts! {
    leading_term(term): "il termine più citato è {term}" / "the term named most is {term}";
    leading_terms(terms): "i termini più citati sono {terms}" / "the terms named most are {terms}";
    figure_of(what, figure): "{what} ({figure})" / "{what} ({figure})";
    finding_gaps(# k, n, states): "{k} ente su {n} non ha dato una risposta ({states})" | "{k} enti su {n} non hanno dato una risposta ({states})" / "{k} of {n} bodies gave no answer ({states})" | "{k} of {n} bodies gave no answer ({states})";
    finding_missing(# k, n, names, base): "Senza scheda: {k} ente su {n} ({names}; base: {base})." | "Senza scheda: {k} enti su {n} ({names}; base: {base})." / "Without a sheet: {k} of {n} bodies ({names}; base: {base})." | "Without a sheet: {k} of {n} bodies ({names}; base: {base}).";
}

// What the answers mean for the transfer.
texts! {
    most_hindered(question, source): "l'ostacolo più diffuso è nella domanda {question}, secondo {source}" / "the most common obstacle is in question {question}, according to {source}";
    most_hindered_several(questions, source): "gli ostacoli più diffusi sono nelle domande {questions}, secondo {source}" / "the most common obstacles are in questions {questions}, according to {source}";
    most_enabled(question, source): "il fattore favorevole più diffuso è nella domanda {question}, secondo {source}" / "the most common enabling factor is in question {question}, according to {source}";
    most_enabled_several(questions, source): "i fattori favorevoli più diffusi sono nelle domande {questions}, secondo {source}" / "the most common enabling factors are in questions {questions}, according to {source}";
    read_question(number, label, figure): "{number} {label}, {figure}" / "{number} {label}, {figure}";
    by_the_report: "il rapporto" / "the report";
    by_rilievo: "le letture proposte da Rilievo" / "the readings proposed by Rilievo";
    by_the_authors: "gli autori" / "the authors";
}

// What does not fit together.
texts! {
    answered_off_condition(# k, n, condition, names): "si rivolge a chi ha risposto {condition}, ma ha risposto anche {k} ente su {n} tra gli altri: {names}" | "si rivolge a chi ha risposto {condition}, ma hanno risposto anche {k} enti su {n} tra gli altri: {names}" / "it is meant for those who answered {condition}, yet {k} of {n} others answered as well: {names}" | "it is meant for those who answered {condition}, yet {k} of {n} others answered as well: {names}";
    gives_no_reference(# k, n, condition, names): "{k} ente su {n} tra quelli che hanno risposto {condition} non dà l'indicazione richiesta: {names}" | "{k} enti su {n} tra quelli che hanno risposto {condition} non danno l'indicazione richiesta: {names}" / "{k} of {n} bodies that answered {condition} does not give what is asked for: {names}" | "{k} of {n} bodies that answered {condition} do not give what is asked for: {names}";
    says_otherwise(# k, n, term, list, option, other): "{k} ente su {n} tra quelli che citano {term} (domanda {list}) ha risposto {option}, gli altri {other}" | "{k} enti su {n} tra quelli che citano {term} (domanda {list}) hanno risposto {option}, gli altri {other}" / "{k} of {n} bodies that name {term} (question {list}) answered {option}, the others {other}" | "{k} of {n} bodies that name {term} (question {list}) answered {option}, the others {other}";
    says_either(term, list, sides): "gli enti che citano {term} (domanda {list}) non rispondono tutti allo stesso modo: {sides}" / "the bodies that name {term} (question {list}) do not all answer the same: {sides}";
    names_other_things(# k, n, terms, names): "{k} ente su {n} ha risposto con termini che appartengono ad altre domande ({terms}): {names}" | "{k} enti su {n} hanno risposto con termini che appartengono ad altre domande ({terms}): {names}" / "{k} of {n} bodies answered with terms that belong to other questions ({terms}): {names}" | "{k} of {n} bodies answered with terms that belong to other questions ({terms}): {names}";
    term_of_question(term, number): "{term}, domanda {number}" / "{term}, question {number}";
    term_of_questions(term, numbers): "{term}, domande {numbers}" / "{term}, questions {numbers}";
}

// The page.
texts! {
    findings_intro: "Frasi calcolate dalle risposte: quanti enti su quanti, e quali. Seguono le schede e i filtri; nessuna è un voto." / "Sentences computed from the answers: how many bodies of how many, and which. They follow the sheets and the filters; none of them is a score.";
    findings_to_check: "Da verificare con gli enti" / "To be checked with the bodies";
    findings_to_check_explained: "Risposte che non vanno d'accordo tra loro. Non è detto che siano errori: chi coordina può chiederne conto all'ente." / "Answers that do not fit together. They need not be mistakes: whoever coordinates can ask the body about them.";
    findings_nothing_to_check: "Nessuna contraddizione trovata nelle schede che contano." / "No contradiction found in the sheets that count.";
    findings_empty: "Qui si leggeranno le evidenze, appena arriva la prima scheda." / "Findings will show here as soon as the first sheet arrives.";
    findings_filtered_out: "Nessun ente corrisponde ai filtri: non ci sono risposte da confrontare." / "No body meets the filters: there are no answers to compare.";
    findings_no_sheet: "Gli enti che corrispondono ai filtri non hanno ancora una scheda che conta." / "The bodies that meet the filters have no sheet yet that counts.";
    finding_code: "Codice" / "Code";
    finding_who(k, n): "Quali enti: {k} su {n}" / "Which bodies: {k} of {n}";
    finding_base_is(base, n): "Base: {base} ({n})" / "Base: {base} ({n})";
    finding_bodies: "Enti" / "Bodies";
    finding_sentence: "Evidenza" / "Finding";
    findings_save: "Salva le evidenze" / "Save the findings";
    findings_base(k, n): "Evidenze calcolate dalle risposte: {k} schede su {n} enti." / "Findings computed from the answers: {k} sheets of {n} bodies.";
    finding_nobody: "Nessuno" / "None";
}
