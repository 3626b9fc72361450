//! Texts of the data that leave for spreadsheets: names of sheets, columns and
//! rows.

use super::texts;

texts! {
    // Sheets.
    data_long: "Risposte lungo" / "Answers long";
    data_wide: "Risposte largo" / "Answers wide";
    data_codebook: "Dizionario dei dati" / "Codebook";
    data_counts: "Conteggi" / "Counts";
    data_findings: "Evidenze" / "Findings";
    data_readings: "Letture" / "Readings";
    data_partners: "Enti partner" / "Partners";
    data_columns: "Colonne" / "Columns";
    data_about: "Informazioni" / "About";

    // Columns.
    data_body_code: "Codice ente" / "Body code";
    data_body: "Ente" / "Body";
    data_status: "Stato della scheda" / "Status of the sheet";
    data_dimension_title: "Titolo della dimensione" / "Title of the dimension";
    data_question: "Codice domanda" / "Question code";
    data_number: "Numero" / "Number";
    data_text: "Testo" / "Text";
    data_kind: "Tipo" / "Kind";
    data_choice: "Codice scelta" / "Choice code";
    data_choice_text: "Scelta" / "Choice";
    data_state: "Codice stato" / "State code";
    data_state_text: "Stato della risposta" / "State of the answer";
    data_state_short: "Stato" / "State";
    data_counted: "Conta" / "Counts";
    data_chosen: "Scelta fatta" / "Chosen";
    data_value_code: "Codice risposta" / "Answer code";
    data_value: "Risposta" / "Answer";
    data_value_number: "Risposta come numero" / "Answer as a number";
    data_value_day: "Risposta come data" / "Answer as a date";
    data_withheld: "Tolta" / "Withheld";
    data_qualifier: "Precisazione" / "Qualifier";
    data_note: "Nota di trascrizione" / "Transcription note";
    data_what: "Che cos'è" / "What it is";
    data_code: "Codice" / "Code";
    data_asked_when: "Posta a chi ha risposto" / "Asked of those who answered";
    data_repeats: "Ripete la domanda" / "Repeats question";
    data_factor: "Tipo di fattore" / "Kind of factor";
    data_help: "Aiuto" / "Help";
    data_spellings: "Altre grafie" / "Other spellings";
    data_of: "Che cosa si conta" / "What is counted";
    data_k: "k (enti)" / "k (bodies)";
    data_n: "n (su quanti)" / "n (out of)";
    data_base: "Base" / "Base";
    data_body_codes: "Codici degli enti" / "Body codes";
    data_bodies: "Enti" / "Bodies";
    data_finding: "Codice evidenza" / "Finding code";
    data_sentence: "Evidenza" / "Finding";
    data_numbers: "Domande" / "Questions";
    data_to_clarify: "Da chiarire" / "To be clarified";
    data_reading: "Codice lettura" / "Reading code";
    data_reading_text: "Lettura" / "Reading";
    data_ipa: "Codice IPA" / "IPA code";
    data_since: "Dal" / "Since";
    data_transcribed: "Trascritta da carta" / "Transcribed from paper";
    data_answered: "Risposte date" / "Answers given";
    data_asked: "Domande poste" / "Questions asked";
    data_indicator: "Conta per l'indicatore" / "Counts for the indicator";
    data_why_not: "Perché non conta" / "Why it does not count";
    data_handed_in_by: "Consegnata da" / "Handed in by";
    data_approved_by: "Approvata da" / "Approved by";
    data_sheet: "Foglio" / "Sheet";
    data_column: "Colonna" / "Column";
    data_note_of: "Nota" / "Note";
    data_key: "Nome tecnico" / "Technical name";
    data_continued(heading, part): "{heading} (continua {part})" / "{heading} (continued {part})";

    // What a row of the codebook or of the counts is.
    data_row_question: "domanda" / "question";
    data_row_option: "scelta" / "choice";
    data_row_term: "termine" / "term";
    data_row_ignored: "voce letta e non contata" / "entry read and not counted";
    data_row_unread: "voce non letta" / "entry not read";
    data_row_state: "stato" / "state";
    data_row_contact: "contatto" / "contact";
    data_row_withheld: "risposta tolta" / "withheld answer";

    // Kinds of questions.
    data_kind_yes_no: "sì o no" / "yes or no";
    data_kind_single: "una scelta" / "one choice";
    data_kind_multiple: "più scelte" / "several choices";
    data_kind_list: "elenco di termini" / "list of terms";
    data_kind_text: "testo" / "text";
    data_kind_url: "indirizzo web" / "web address";
    data_kind_number: "numero" / "number";
    data_kind_date: "data" / "date";

    // What a column holds.
    data_holds_text: "testo" / "text";
    data_holds_number: "numero" / "number";
    data_holds_day: "data" / "date";
    data_holds_yes_no: "sì o no" / "yes or no";

    // Notes on columns.
    data_note_counted: "Sì: la domanda era rivolta all'ente, che ha risposto. Ciò che è scritto accanto ad altri stati resta e non conta." / "Yes: the body was asked and answered. What is written beside other states is kept and does not count.";
    data_note_chosen: "Per le domande a più scelte c'è una riga per ogni scelta." / "Questions with several choices have one row for each choice.";
    data_note_withheld: "Sì: c'è una risposta, ma il suo contenuto è stato tolto da questa copia." / "Yes: there is an answer, but its content was taken out of this copy.";
    data_note_wide: "Solo risposte che contano." / "Only answers that count.";
    data_note_zero_one: "1: scelta; 0: non scelta; vuoto: nessuna risposta che conti." / "1: chosen; 0: not chosen; empty: no answer that counts.";

    // About.
    data_title: "Indagine" / "Survey";
    data_subtitle: "Sottotitolo" / "Subtitle";
    data_fund: "Finanziamento" / "Funding";
    data_language: "Lingua" / "Language";
    data_scope: "Destinatari" / "Readers";
    data_scope_internal: "il progetto" / "the project";
    data_scope_public: "chiunque" / "anyone";
    data_comments: "Commenti" / "Comments";
    data_persons: "Nomi di persone" / "Names of persons";
    data_some_bodies: "Enti nelle risposte" / "Bodies in the answers";
    data_received: "Schede ricevute" / "Sheets received";
    data_all: "Enti in tutto" / "Bodies in all";
    data_target: "Obiettivo dell'indicatore" / "Target of the indicator";
    data_result: "Risultato dell'indicatore" / "Result of the indicator";
    data_base_note: "Che cosa conta" / "What counts";
    data_base_text: "Contano le schede ricevute (consegnate, da rivedere, approvate). Conteggi, evidenze e letture riguardano tutti gli enti." / "Sheets received count (handed in, sent back, approved). Counts, findings and readings are about all bodies.";
    data_long_texts: "Testi lunghi" / "Long texts";
    data_long_texts_said: "Una cella contiene al più 32.767 caratteri: i testi più lunghi proseguono nelle ultime colonne del foglio." / "A cell holds no more than 32,767 characters: longer texts go on in the last columns of the sheet.";
}
