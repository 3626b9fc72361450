//! Texts that stand in the report itself.

use super::texts;

// Numbers, cover, stamp.
texts! {
    doc_contents: "Indice" / "Contents";
    doc_table(n): "Tabella {n}" / "Table {n}";
    doc_figure(n): "Figura {n}" / "Figure {n}";
    doc_annex(n): "Allegato {n}" / "Annex {n}";
    doc_project: "Progetto" / "Project";
    doc_cup: "CUP" / "CUP";
    doc_call: "Avviso" / "Call";
    doc_action: "Azione" / "Action";
    doc_activity: "Attività" / "Activity";
    doc_coordinator: "Ente responsabile dell'azione" / "Body in charge of the action";
    doc_version_of(version, day): "Versione {version} del {day}" / "Version {version} of {day}";
    doc_draft_after(version): "Bozza, dopo la versione {version}" / "Draft, after version {version}";
    doc_draft: "Bozza" / "Draft";
    doc_body_title(name): "Report di analisi — {name}" / "Analysis report — {name}";
    month_names: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre" / "January February March April May June July August September October November December";
    day_month_year(day, month, year): "{day} {month} {year}" / "{month} {day}, {year}";
}

// Before the first chapter.
texts! {
    doc_action_table: "Azione e indicatore di output" / "Action and output indicator";
    doc_item: "Voce" / "Item";
    doc_said: "Contenuto" / "Content";
    doc_indicator_counts(# n, names): "L'indicatore conta {n} scheda: {names}." | "L'indicatore conta {n} schede: {names}." / "The indicator counts {n} sheet: {names}." | "The indicator counts {n} sheets: {names}.";
    doc_versions: "Versioni del documento" / "Versions of the document";
    doc_version_number: "Versione" / "Version";
    doc_prepared: "Preparata da" / "Prepared by";
    doc_verified: "Verificata da" / "Verified by";
    doc_issued_on: "Data" / "Date";
    doc_changes: "Modifiche" / "Changes";
}

// Introduction, questions, bodies.
texts! {
    doc_introduction: "Introduzione" / "Introduction";
    doc_intro_what(bodies, questions, dimensions): "L'indagine si rivolge a {bodies} enti e pone loro lo stesso questionario: {questions} domande in {dimensions} dimensioni. Per ogni ente si compila una scheda." / "The survey addresses {bodies} bodies and puts the same questionnaire to each of them: {questions} questions in {dimensions} dimensions. One sheet is filled in for each body.";
    doc_intro_received(# k, n): "È pervenuta {k} scheda su {n}." | "Sono pervenute {k} schede su {n}." / "{k} sheet of {n} was received." | "{k} sheets of {n} were received.";
    doc_intro_missing(# n, names): "Non è pervenuta la scheda di: {names}. Nelle tabelle il suo nome è barrato." | "Non sono pervenute le schede di: {names}. Nelle tabelle i loro nomi sono barrati." / "The sheet of {names} was not received. Its name is struck out in the tables." | "The sheets of {names} were not received. Their names are struck out in the tables.";
    doc_intro_reading: "Ogni cifra è un conteggio, scritto «k di n»: k enti, su n che potevano essere contati. Non ci sono punteggi né medie." / "Every figure is a count, written “k of n”: k bodies, out of n that could be counted. There are no scores and no means.";
    doc_intro_states: "Una domanda non posta, una lasciata vuota e una scheda non pervenuta sono tre cose diverse e non si sommano mai. Una risposta data senza che fosse richiesta è riportata a parte e non entra in nessun altro conteggio." / "A question that was not asked, one that was left blank and a sheet that was not received are three different things and are never added up. An answer given although it was not asked for is shown apart and is in no other count.";
    doc_questions: "L'indagine e le domande" / "The survey and its questions";
    doc_questions_intro(questions, dimensions): "Il questionario ha {questions} domande in {dimensions} dimensioni. Alcune si pongono soltanto a chi ha dato una certa risposta: la tabella dice a chi." / "The questionnaire has {questions} questions in {dimensions} dimensions. Some are put only to those who gave a certain answer: the table says to whom.";
    doc_questions_repeated(# n): "{n} domanda ne ripete un'altra: è elencata, ma la scheda la pone una volta sola." | "{n} domande ne ripetono altre: sono elencate, ma la scheda le pone una volta sola." / "{n} question repeats another: it is listed, but the sheet asks it once." | "{n} questions repeat others: they are listed, but the sheet asks them once.";
    doc_questions_table: "Le domande dell'indagine" / "The questions of the survey";
    doc_question: "Domanda" / "Question";
    doc_question_answer: "Tipo di risposta" / "Kind of answer";
    doc_contact: "contatto" / "contact";
    doc_kind_single(options): "una scelta: {options}" / "one choice: {options}";
    doc_kind_multiple(options): "più scelte: {options}" / "several choices: {options}";
    doc_kind_list: "elenco" / "list";
    doc_kind_text: "testo" / "text";
    doc_kind_url: "indirizzo o estremi" / "address or reference";
    doc_kind_number: "numero" / "number";
    doc_kind_date: "data" / "day";
    doc_asked_when(condition): "si pone a chi ha risposto {condition}" / "put to those who answered {condition}";
    doc_repeats(number): "ripete la domanda {number}" / "repeats question {number}";
    doc_partners: "Gli enti partner" / "The partner bodies";
    doc_partners_intro(received, bodies): "Schede pervenute: {received} su {bodies}. È barrato il nome degli enti la cui scheda non è pervenuta." / "Sheets received: {received} of {bodies}. The name of a body whose sheet was not received is struck out.";
    doc_partners_table: "Gli enti e le loro schede" / "The bodies and their sheets";
    doc_kind: "Tipo di ente" / "Kind of body";
    doc_role: "Ruolo" / "Role";
}

// Results.
texts! {
    doc_results: "Risultati per dimensione" / "Results by dimension";
    doc_results_intro: "Per ogni domanda: chi ha risposto che cosa, su quanti enti, e in che stato è la risposta di chi non ha risposto." / "For each question: who answered what, out of how many bodies, and the state of the answer of those who did not.";
    doc_answers_to(number): "Risposte alla domanda {number}" / "Answers to question {number}";
    doc_combinations_of(number): "Combinazioni scelte alla domanda {number}" / "Combinations chosen in question {number}";
    doc_answers_table(number): "Domanda {number}: risposte ed enti" / "Question {number}: answers and bodies";
    doc_off_condition_table(number): "Domanda {number}: risposte date senza che fossero richieste" / "Question {number}: answers given although not asked for";
    doc_findings: "Letture ed evidenze" / "Readings and findings";
    doc_readings: "Che cosa significano le risposte" / "What the answers mean";
    doc_findings_table: "Evidenze calcolate dalle risposte" / "Findings computed from the answers";
    doc_share: "Quanti" / "How many";
}

// What the authors write.
texts! {
    doc_conclusions: "Conclusioni" / "Conclusions";
    doc_no_conclusions: "Le conclusioni non sono ancora state scritte." / "The conclusions have not been written yet.";
    doc_no_conclusion: "Per questa dimensione non sono ancora state scritte conclusioni." / "No conclusions have been written for this dimension yet.";
    doc_rests_on: "Si basa su:" / "It rests on:";
    doc_factors: "Fattori che influenzano il trasferimento" / "Factors that bear on the transfer";
    doc_no_factors: "Nessun fattore è ancora stato indicato." / "No factor has been named yet.";
    doc_factors_intro: "Che cosa favorisce e che cosa ostacola il trasferimento della buona pratica, per quali enti, e che cosa fare." / "What helps and what hinders the transfer of the good practice, for which bodies, and what to do about it.";
    doc_factors_table: "Fattori, enti e azioni" / "Factors, bodies and actions";
    doc_helps: "favoriscono" / "help";
    doc_hinders: "ostacolano" / "hinder";
    doc_what: "Fattore" / "Factor";
    doc_concerns: "Enti" / "Bodies";
    doc_to_do: "Che cosa fare" / "What to do";
    doc_all_bodies: "tutti" / "all";
    doc_who: "Chi" / "Who";
    doc_by: "Entro" / "By";
}

// Annexes, and the report of one body.
texts! {
    doc_sheet_of(name): "Scheda di {name}" / "Sheet of {name}";
    doc_status(status): "Stato della scheda: {status}." / "Status of the sheet: {status}.";
    doc_status_since(status, day): "Stato della scheda: {status}, dal {day}." / "Status of the sheet: {status}, since {day}.";
    doc_submitted_by(who, day): "Inviata da {who} il {day}." / "Submitted by {who} on {day}.";
    doc_approved_by(who, day): "Approvata da {who} il {day}." / "Approved by {who} on {day}.";
    doc_no_contacts: "I contatti non sono riportati." / "The contacts are left out.";
    doc_the_body: "L'ente e la sua scheda" / "The body and its sheet";
    doc_counts: "La scheda è contata" / "The sheet is counted";
    doc_counts_not: "La scheda non è contata" / "The sheet is not counted";
    doc_no_sheet: "Di questo ente non è pervenuta una scheda: non ci sono risposte da analizzare." / "No sheet of this body was received: there are no answers to analyse.";
    doc_beside: "L'ente accanto agli altri" / "The body beside the others";
    doc_beside_intro: "Per ogni dimensione: che cosa ha risposto l'ente, e che cosa risponde la maggior parte degli enti." / "For each dimension: what the body answered, and what most bodies answer.";
    doc_says_what_most(k, n): "Nelle domande a scelta l'ente risponde come la maggior parte degli enti in {k} casi su {n}." / "In the questions with choices the body answers as most bodies do in {k} cases of {n}.";
    doc_in_dimensions: "L'ente e tutti gli enti, per dimensione" / "The body and all bodies, by dimension";
    doc_own_answered: "Risposte dell'ente" / "Answers of the body";
    doc_all_answered: "Risposte di tutti" / "Answers of all";
    doc_all_enabling: "Favoriscono, tutti" / "Enabling, all";
    doc_all_hindering: "Ostacolano, tutti" / "Hindering, all";
    doc_answers_beside(id): "Dimensione {id}: l'ente e la maggior parte degli enti" / "Dimension {id}: the body and most bodies";
    doc_most_say: "La maggior parte" / "Most bodies";
    doc_readings_table: "Lettura di ogni risposta" / "Reading of each answer";
    doc_who_says: "Secondo chi" / "According to";
    doc_by_authors: "Scelta degli autori" / "Chosen by the authors";
    doc_no_findings: "Nessuna evidenza riguarda questo ente." / "No finding is about this body.";
    doc_findings_of_body: "Evidenze che riguardano l'ente" / "Findings about the body";
    doc_remarks: "Rilievi" / "Remarks";
    doc_about: "Riguarda" / "About";
    doc_remark: "Rilievo e risposte" / "Remark and replies";
    doc_state: "Stato" / "State";
    doc_remark_open: "aperto" / "open";
    doc_remark_resolved: "risolto" / "resolved";
    doc_whole_sheet: "tutta la scheda" / "the whole sheet";
}
