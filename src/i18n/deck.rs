//! Texts of the slides themselves.

use super::texts;

// What a slide is made from, and where it stands.
texts! {
    deck_live: "Dati correnti" / "Current data";
    deck_frozen(version): "Dati della {version}" / "Data of {version}";
    deck_number(at, all): "{at} / {all}" / "{at} / {all}";
    deck_part(part, parts): "({part}/{parts})" / "({part}/{parts})";
    deck_named(at, title): "Diapositiva {at}: {title}" / "Slide {at}: {title}";
}

// A question that asks whether the body does something, as a sentence.
texts! {
    deck_body_does: "L'ente " / "Does the body ";
    deck_own_words: " suo , sua , suoi , sue , propri" / " its , itself , own ";
    deck_they_do(# k, n, what): "{k} ente su {n} {what}" | "{k} enti su {n} {what}" / "{k} of {n} bodies {what}" | "{k} of {n} bodies {what}";
    deck_they_do_not(# k, n, what): "{k} ente su {n} non {what}" | "{k} enti su {n} non {what}" / "{k} of {n} bodies does not {what}" | "{k} of {n} bodies do not {what}";
}

// Slides of the survey as a whole.
texts! {
    deck_why_over: "Perché e come" / "Why and how";
    deck_why_title(# bodies, questions, dimensions): "{bodies} ente, {questions} domande, {dimensions} dimensioni: a tutti lo stesso questionario" | "{bodies} enti, {questions} domande, {dimensions} dimensioni: a tutti lo stesso questionario" / "{bodies} body, {questions} questions, {dimensions} dimensions: the same questionnaire for all" | "{bodies} bodies, {questions} questions, {dimensions} dimensions: the same questionnaire for all";
    deck_why_aim: "A che cosa serve" / "What it is for";
    deck_why_asked: "Che cosa si chiede" / "What is asked";
    deck_why_counted: "Come si leggono le cifre" / "How to read the figures";
    deck_questions(# n): "{n} domanda" | "{n} domande" / "{n} question" | "{n} questions";
    deck_why_figures: "Ogni cifra è un conteggio, «k di n»: non ci sono punteggi né medie." / "Every figure is a count, “k of n”: there are no scores and no averages.";
    deck_received_title(# k, n): "Ha risposto {k} ente su {n}" | "Hanno risposto {k} enti su {n}" / "{k} of {n} bodies has answered" | "{k} of {n} bodies have answered";
    deck_received_all(n): "Hanno risposto tutti gli enti: {n} su {n}" / "All bodies have answered: {n} of {n}";
    deck_received_but(title, names): "{title}: manca {names}" / "{title}: {names} is missing";
    deck_received_over: "Gli enti" / "The bodies";
    deck_struck: "Il nome barrato è di un ente la cui scheda non è pervenuta." / "A name struck out is of a body whose sheet was not received.";
    deck_received: "scheda pervenuta" / "sheet received";
    deck_not_received: "scheda non pervenuta" / "sheet not received";
    deck_only_missing: "Sono elencati soltanto gli enti di cui manca la scheda." / "Only the bodies whose sheet is missing are listed.";
    deck_and_more_bodies(# n): "E un altro ente." | "E altri {n} enti." / "And one more body." | "And {n} more bodies.";
    deck_target_reached(# result, target): "Obiettivo raggiunto: {result} scheda contata, {target} attese" | "Obiettivo raggiunto: {result} schede contate, {target} attese" / "Target reached: {result} sheet counted, {target} expected" | "Target reached: {result} sheets counted, {target} expected";
    deck_target_missed(# missing, result, target): "Manca {missing} scheda all'obiettivo: {result} su {target}" | "Mancano {missing} schede all'obiettivo: {result} su {target}" / "{missing} sheet short of the target: {result} of {target}" | "{missing} sheets short of the target: {result} of {target}";
    deck_result(unit): "schede che contano ({unit})" / "sheets that count ({unit})";
    deck_result_plain: "schede che contano" / "sheets that count";
    deck_target_is(target): "obiettivo {target}" / "target {target}";
    deck_sheets_received: "schede pervenute" / "sheets received";
    deck_of_bodies(n): "su {n} enti" / "of {n} bodies";
    deck_answers_given: "risposte date" / "answers given";
    deck_of_asked(n): "su {n} richieste" / "of {n} asked for";
}

// Slides of a dimension.
texts! {
    deck_dimension(id): "Dimensione {id}" / "Dimension {id}";
    deck_dimension_about(questions, answered, asked): "{questions}; risposte date: {answered} su {asked}" / "{questions}; answers given: {answered} of {asked}";
    deck_question_base(number, base): "Domanda {number}. {base}" / "Question {number}. {base}";
    deck_more_rows(# n): "E un'altra voce con meno risposte, nel rapporto." | "E altre {n} voci con meno risposte, nel rapporto." / "And one more row with fewer answers, in the report." | "And {n} more rows with fewer answers, in the report.";
    deck_findings: "Che cosa dicono ancora le risposte" / "What else the answers say";
    deck_more_findings(# n): "E un'altra evidenza, nel rapporto." | "E altre {n} evidenze, nel rapporto." / "And one more finding, in the report." | "And {n} more findings, in the report.";
    deck_conclusion_of: "Che cosa ne concludiamo" / "What we conclude";
    deck_conclusion: "In conclusione" / "To conclude";
    deck_whole: "Tutta l'indagine" / "The whole survey";
}

// Factors and next steps.
texts! {
    deck_factors_over: "Fattori" / "Factors";
    deck_helping(# n): "{n} fattore favorisce il trasferimento" | "{n} fattori favoriscono il trasferimento" / "{n} factor helps the transfer" | "{n} factors help the transfer";
    deck_hindering(# n): "{n} fattore ostacola il trasferimento" | "{n} fattori ostacolano il trasferimento" / "{n} factor hinders the transfer" | "{n} factors hinder the transfer";
    deck_next_over: "Prossimi passi" / "Next steps";
    deck_next_title(# n): "Da qui si riparte con {n} azione" | "Da qui si riparte con {n} azioni" / "From here, {n} action to take" | "From here, {n} actions to take";
}

// Where the figures come from.
texts! {
    deck_sources_over: "Fonti" / "Sources";
    deck_sources_title: "Le stesse cifre del rapporto, con la stessa impronta" / "The same figures as the report, with the same fingerprint";
    deck_sources_base: "Base" / "Base";
    deck_sources_sheets(k, n): "{k} schede su {n} enti" / "{k} sheets of {n} bodies";
    deck_sources_data: "Dati" / "Data";
    deck_sources_version: "Versione" / "Version";
    deck_sources_made: "A cura di" / "Made by";
    deck_sources_integrity: "L'impronta dice se il contenuto è rimasto lo stesso: prova l'integrità, non chi lo ha scritto." / "The fingerprint tells whether the content is unchanged: it proves integrity, not who wrote it.";
}

// The charts that a slide can show, for whoever chooses.
texts! {
    deck_chart_dots: "Un punto per ogni ente" / "A dot for each body";
    deck_chart_bars: "Barre" / "Bars";
    deck_chart_terms: "Termini" / "Terms";
    deck_chart_combinations: "Combinazioni" / "Combinations";
    deck_chart_readings: "Letture" / "Readings";
}
