//! Texts of the factors: what answers mean for the transfer, and who says so.

use super::texts;

// The page.
texts! {
    factors_intro: "Una lettura dice che cosa significa una risposta per il trasferimento della pratica: lo favorisce, lo ostacola, o nessuna delle due cose. Le letture sono proposte da Rilievo, salvo dove le dà il rapporto, e gli autori possono cambiarle o disattivarle. Nessun conteggio delle risposte dipende da esse." / "A reading says what an answer means for the transfer of the practice: it helps, it hinders, or neither. The readings are proposed by Rilievo, unless the report gives them, and the authors can change them or switch them off. No count of answers depends on them.";
    factors_of: "Letture di" / "Readings of";
    factors_of_all: "Tutti gli enti" / "All bodies";
    factors_by_dimension: "Letture per dimensione" / "Readings by dimension";
    factors_by_factor: "Letture per tipo di fattore" / "Readings by kind of factor";
    factors_base(# sheets): "Si contano le risposte alle domande che hanno una lettura, in {sheets} scheda." | "Si contano le risposte alle domande che hanno una lettura, in {sheets} schede." / "Answers to the questions that have a reading are counted, in {sheets} sheet." | "Answers to the questions that have a reading are counted, in {sheets} sheets.";
    factors_base_of(name): "Si contano le risposte di un solo ente alle domande che hanno una lettura: {name}." / "Answers of one body to the questions that have a reading are counted: {name}.";
    factors_no_sheet(name): "{name}: non c'è una scheda da contare." / "{name}: there is no sheet to count.";
    factors_filtered_out: "L'ente scelto non corrisponde ai filtri." / "The body that was chosen does not meet the filters.";
    axis_readings: "Risposte" / "Answers";
    factors_table: "Letture, risposte e chi le ha date" / "Readings, answers and who gave them";
    factors_reading: "Lettura" / "Reading";
    factors_who: "Enti (domande)" / "Bodies (questions)";
    factors_questions(# n, numbers): "domanda {numbers}" | "domande {numbers}" / "question {numbers}" | "questions {numbers}";
    factor_organisational: "Organizzativi" / "Organisational";
    factor_technological: "Tecnologici" / "Technological";
    factor_administrative: "Amministrativi" / "Administrative";
    factor_regulatory: "Normativi" / "Regulatory";
    factor_none: "Nessuno" / "None";
    factor_unset: "Senza tipo" / "No kind";
}

// How each question is read.
texts! {
    rules: "Come è letta ogni domanda" / "How each question is read";
    rules_explained: "La prima regola che vale decide. Apri una domanda per vedere le regole, chi le dà e gli enti dietro ciascuna." / "The first rule that holds decides. Open a question to see its rules, who gives them, and the bodies behind each.";
    rules_edit: "Chi coordina può cambiare la lettura di ogni regola, il tipo di fattore, o disattivare la lettura di una domanda." / "Whoever coordinates can change the reading of each rule and the kind of factor, or switch the readings of a question off.";
    rules_none: "Nessuna domanda del questionario ha una lettura." / "No question of the questionnaire has a reading.";
    rule_enabling: "favorisce" / "helps";
    rule_neutral: "neutra" / "neutral";
    rule_hindering: "ostacola" / "hinders";
    rule_unknown: "senza lettura" / "without a reading";
    rule_otherwise: "ogni altra risposta" / "any other answer";
    rule_unread: "nessuna risposta da leggere" / "no answer to read";
    rule_reading_of(rule): "Lettura di: {rule}" / "Reading of: {rule}";
    rule_recommended: "Lo raccomanda il rapporto" / "Recommended by the report";
    rule_reported: "Lo dice il rapporto" / "The report says so";
    rule_proposed: "Proposta di Rilievo" / "Proposed by Rilievo";
    rule_changed(was, source): "Scelta degli autori; era «{was}» ({source})" / "Chosen by the authors; it was “{was}” ({source})";
    rule_by_report: "rapporto" / "report";
    rule_by_rilievo: "proposta di Rilievo" / "proposed by Rilievo";
    rule_count(reading, n): "{reading}: {n}" / "{reading}: {n}";
    rules_off: "lettura disattivata dagli autori" / "switched off by the authors";
    rules_read: "Leggi le risposte a questa domanda" / "Read the answers to this question";
    rules_factor: "Tipo di fattore" / "Kind of factor";
}
