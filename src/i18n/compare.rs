//! Texts of the comparisons: bodies, groups, and how things were before.

use super::texts;

// Bodies side by side.
texts! {
    compare_what: "Che cosa confrontare" / "What to compare";
    compare_bodies: "Enti" / "Bodies";
    compare_groups: "Gruppi di enti" / "Groups of bodies";
    compare_earlier: "Nel tempo" / "Over time";
    compare_choose_bodies: "Enti da confrontare" / "Bodies to compare";
    compare_find_body: "Cerca un ente per nome" / "Find a body by name";
    compare_more_bodies(# n): "Un altro ente non è mostrato: cercalo per nome." | "Altri {n} enti non sono mostrati: cercali per nome." / "One more body is not shown: find it by its name." | "{n} more bodies are not shown: find them by their names.";
    compare_choose_two: "Scegli almeno due enti: le loro risposte compaiono qui, una accanto all'altra." / "Choose at least two bodies: their answers appear here, side by side.";
    compare_out(names): "Fuori dal filtro: {names}." / "Outside the filter: {names}.";
    compare_same(k, n): "Risposte uguali: {k} di {n} domande." / "The same answers: {k} of {n} questions.";
    compare_untold(# n): "Di una domanda non si può dire, perché manca la scheda, il segno non è leggibile o la risposta è stata tolta da una copia." | "Di {n} domande non si può dire, perché manca la scheda, il segno non è leggibile o la risposta è stata tolta da una copia." / "Of one question it cannot be told, because there is no sheet, the mark is unclear, or the answer was taken out of a copy." | "Of {n} questions it cannot be told, because there is no sheet, the mark is unclear, or the answer was taken out of a copy.";
    compare_rule: "Si confronta ciò che la risposta dice: le scelte senza quanto vi è scritto accanto, gli elenchi come li legge il dizionario, i testi senza badare a maiuscole e spazi." / "What an answer says is compared: choices without what is written beside them, lists as the codebook reads them, texts without regard to capitals and spaces.";
    compare_only_differences: "Mostra solo le differenze" / "Show differences only";
    compare_all_questions: "Mostra tutte le domande" / "Show all questions";
    compare_no_difference: "Nessuna differenza." / "No difference.";
    compare_caption: "Le risposte degli enti scelti, domanda per domanda" / "The answers of the chosen bodies, question by question";
    alike_same: "Uguali" / "The same";
    alike_different: "Diverse" / "Different";
    alike_untold: "Non si può dire" / "Cannot be told";
}

// Groups.
texts! {
    compare_by: "Raggruppa gli enti per" / "Group the bodies by";
    compare_by_answer: "Risposta alla domanda" / "Answer to the question";
    compare_count: "Domanda da contare" / "Question to count";
    compare_no_closed: "Il questionario non ha domande a scelta: non c'è nulla da contare per gruppi." / "The questionnaire has no questions with choices: there is nothing to count by groups.";
    compare_group_base(k, n): "hanno risposto {k} di {n}" / "{k} of {n} answered";
    compare_groups_base(groups, bodies): "{groups} gruppi, {bodies} enti in tutto. Ogni ente è in un solo gruppo; di ogni gruppo la base è quanti vi hanno risposto." / "{groups} groups, {bodies} bodies in all. Each body is in one group; the base of each group is how many answered in it.";
    compare_per_kind(question): "{question}, per tipo di ente" / "{question}, by kind of body";
    compare_per_role(question): "{question}, per ruolo" / "{question}, by role";
    compare_per_answer(question, number): "{question}, per risposta alla domanda {number}" / "{question}, by answer to question {number}";
    compare_groups_caption(question): "{question}: quanti enti per risposta, gruppo per gruppo" / "{question}: how many bodies gave each answer, group by group";
    role: "Ruolo" / "Role";
    role_lead: "Capofila" / "Lead";
    role_giver: "Cedente" / "Giver";
    role_reuser: "Riusante" / "Reuser";
    role_none: "Senza ruolo" / "Without a role";
    kind_none: "Tipo non indicato" / "Kind not given";
    answer_withheld: "Risposta tolta da una copia" / "Answer taken out of a copy";
    answer_other: "Risposta di un altro genere" / "Answer of another kind";
}

// Over time.
texts! {
    earlier_with: "Confronta con" / "Compare with";
    earlier_choose: "Scegli con che cosa" / "Choose with what";
    earlier_snapshots: "Questa indagine, com'era" / "This survey as it was";
    earlier_surveys: "Altre indagini con domande in comune" / "Other surveys with questions in common";
    earlier_survey(title, n): "{title} (domande in comune: {n})" / "{title} (questions in common: {n})";
    earlier_none: "Qui si confronta l'indagine con una sua copia automatica, o con un'altra indagine di questo browser che pone le stesse domande. Per ora non ce ne sono: la prima copia si fa da sé il giorno in cui apri l'indagine, e prima di ogni importazione." / "Here the survey is compared with one of its snapshots, or with another survey of this browser that asks the same questions. There are none yet: the first snapshot is taken by itself on the day you open the survey, and before each import.";
    earlier_gone: "Non c'è più, o non si legge: scegli un altro confronto." / "It is not here any more, or cannot be read: choose something else.";
    earlier_now: "Adesso" / "Now";
    earlier_both(k, n): "Enti con una scheda in entrambi i momenti: {k}, su {n} di adesso." / "Bodies with a sheet on both sides: {k}, of {n} now.";
    earlier_came(names): "Schede in più: {names}." / "Sheets that came: {names}.";
    earlier_went(names): "Schede in meno: {names}." / "Sheets that went: {names}.";
    earlier_bodies_before(names): "Enti che c'erano solo prima: {names}." / "Bodies that were there before only: {names}.";
    earlier_bodies_after(names): "Enti che ci sono solo adesso: {names}." / "Bodies that are here now only: {names}.";
    earlier_questions_before(numbers): "Domande poste solo prima: {numbers}." / "Questions asked before only: {numbers}.";
    earlier_questions_after(numbers): "Domande poste solo adesso: {numbers}." / "Questions asked now only: {numbers}.";
    earlier_unchanged(numbers): "Conteggi uguali nelle domande a scelta: {numbers}." / "The same counts in the questions with choices: {numbers}.";
    earlier_nothing: "Nessuna risposta è cambiata." / "No answer has changed.";
    earlier_untold(# n): "Di una risposta non si può dire se sia cambiata: da una delle copie è stata tolta." | "Di {n} risposte non si può dire se siano cambiate: da una delle copie sono state tolte." / "Of one answer it cannot be told whether it changed: it was taken out of a copy." | "Of {n} answers it cannot be told whether they changed: they were taken out of a copy.";
    earlier_reworded: "La domanda o le sue scelte non sono scritte allo stesso modo nei due momenti." / "The question or its choices are not worded alike on both sides.";
    earlier_counts: "Conteggi cambiati" / "Counts that changed";
    earlier_base(before, answered_before, asked_before, answered, asked): "Risposte date: {answered_before} di {asked_before} ({before}), {answered} di {asked} adesso." / "Answers given: {answered_before} of {asked_before} ({before}), {answered} of {asked} now.";
    earlier_left: "Non più" / "No longer";
    earlier_joined: "In più" / "Newly";
    earlier_not_offered: "non prevista" / "not offered";
    earlier_who: "Chi ha cambiato che cosa" / "Who changed what";
    earlier_who_base(answers, bodies): "Risposte cambiate: {answers}; enti: {bodies}." / "Answers changed: {answers}; bodies: {bodies}.";
    earlier_show_all(n): "Mostra tutte le {n} risposte" / "Show all {n} answers";
}
