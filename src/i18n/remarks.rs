//! Remarks, replies, and the steps of a sheet's life.

use super::texts;

// How somebody signs.
texts! {
    sign_as: "Come ti firmi (ufficio)" / "How you sign (office)";
    sign_hint: "Meglio l'ufficio che il nome di una persona: «Ufficio ICT». La firma viaggia con rilievi, repliche e passaggi della scheda." / "An office is better than a person's name: “ICT office”. The signature travels with remarks, replies and the steps of the sheet.";
    signing_as(name): "Firma: {name}" / "Signed: {name}";
    sign_otherwise: "Cambia firma" / "Sign otherwise";
    unsigned: "senza firma" / "unsigned";
}

// Why something cannot be done with a sheet.
texts! {
    refused_not_yours: "Spetta a chi conduce l'indagine." / "That is for whoever runs the survey.";
    refused_already: "La scheda è già a questo punto." / "The sheet stands there already.";
    refused_not_received: "L'ente non ha ancora consegnato la scheda." / "The body has not handed the sheet in yet.";
    refused_received: "L'ente ha consegnato la scheda." / "The body has handed the sheet in.";
    refused_approved: "La scheda è approvata: per cambiarla va prima rimandata all'ente." / "The sheet is approved: it has to be sent back first.";
    refused_missing: "La scheda è segnata come non pervenuta: va prima riaperta." / "The sheet is marked as missing: it has to be reopened first.";
    refused_no_remark: "Per rimandare la scheda scrivi prima un rilievo." / "To send the sheet back, write a remark first.";
    refused_open_remarks(# n): "C'è {n} rilievo aperto: la scheda si approva quando è chiarito." | "Ci sono {n} rilievi aperti: la scheda si approva quando sono chiariti." / "There is {n} open remark: the sheet can be approved once it is settled." | "There are {n} open remarks: the sheet can be approved once they are settled.";
}

// Steps.
texts! {
    sheet_steps: "Cronologia della scheda" / "Steps of the sheet";
    send_back_hint: "Quello che scrivi diventa un rilievo sulla scheda intera, e la scheda torna all'ente." / "What you write becomes a remark on the sheet as a whole, and the sheet goes back to the body.";
    send_back: "Aggiungi il rilievo e rimanda" / "Add the remark and send back";
    returned_next: "La scheda torna all'ente con un nuovo invito, che porta i rilievi." / "The sheet goes back to the body with a new invitation, which carries the remarks.";
    to_invitations: "Prepara l'invito" / "Prepare the invitation";
}

// Remarks beside an answer.
texts! {
    remark: "Aggiungi un rilievo" / "Add a remark";
    remark_on_sheet: "Aggiungi un rilievo sulla scheda" / "Add a remark on the sheet";
    whole_sheet: "Scheda intera" / "The sheet as a whole";
    what_to_clarify: "Che cosa va chiarito?" / "What is to be clarified?";
    add_remark: "Aggiungi il rilievo" / "Add the remark";
    to_reply: "Replica" / "Reply";
    your_reply: "La tua replica" / "Your reply";
    add_reply: "Aggiungi la replica" / "Add the reply";
    resume_writing: "Riprendi il testo iniziato" / "Resume what you began";
    settle_remark: "Chiarito" / "Settled";
    reopen_remark: "Riapri il rilievo" / "Reopen the remark";
    remarks_on(place): "Rilievi: {place}" / "Remarks: {place}";
    open_remarks_on(place): "Rilievi aperti: {place}" / "Open remarks: {place}";
    settled_remarks(# n): "{n} rilievo chiarito" | "{n} rilievi chiariti" / "{n} settled remark" | "{n} settled remarks";
    replies_to_it: "Repliche" / "Replies";
    remark_gone: "Su una domanda che il questionario non ha più." / "On a question that the questionnaire no longer has.";
    other_version: "Un'altra versione della risposta" / "Another version of the answer";
    other_version_stands: "È la risposta che vale adesso." / "It is the answer that stands now.";
    use_version: "Usa questa risposta" / "Use this answer";
}

// What there is to clarify, above the form.
texts! {
    to_clarify(# n): "{n} rilievo da chiarire" | "{n} rilievi da chiarire" / "{n} remark to be clarified" | "{n} remarks to be clarified";
    nothing_to_clarify: "Rilievi sulla scheda" / "Remarks on the sheet";
    clarify_as_partner: "Rispondi accanto alla domanda, correggi la risposta dove serve, poi rinvia la scheda." / "Reply beside the question, correct the answer where needed, then send the sheet again.";
    clarify_as_coordinator: "Restano aperti finché non li segni come chiariti, accanto alla domanda." / "They stay open until you mark them as settled, beside the question.";
    still_without_reply(# n, all): "{n} di {all} rilievi ancora senza replica" | "{n} di {all} rilievi ancora senza replica" / "{n} of {all} remarks still without a reply" | "{n} of {all} remarks still without a reply";
    all_replied: "Hai risposto a tutti i rilievi: rinvia la scheda" / "You have replied to all remarks: send the sheet again";
    all_replied_and_sent: "Hai risposto: ora tocca a chi coordina" / "You have replied: it is the coordinator's turn";
    replied_to_it: "Hai risposto" / "You have replied";
    replies_begun(# n): "{n} replica scritta e non aggiunta: non parte con la scheda." | "{n} repliche scritte e non aggiunte: non partono con la scheda." / "{n} reply is written and not added: it does not leave with the sheet." | "{n} replies are written and not added: they do not leave with the sheet.";
    remarks_without_reply(# n): "{n} rilievo è ancora senza replica:" | "{n} rilievi sono ancora senza replica:" / "{n} remark has no reply yet:" | "{n} remarks have no reply yet:";
}

// After the sheet was sent.
texts! {
    changed_after_sending: "Hai cambiato la scheda dopo averla inviata: prepara di nuovo il file." / "You have changed the sheet since you sent it: prepare the file again.";
    send_prepare_again: "Prepara di nuovo il file" / "Prepare the file again";
}

// For whoever reviews.
texts! {
    blanks(# n): "{n} domanda senza risposta." | "{n} domande senza risposta." / "{n} question without an answer." | "{n} questions without an answer.";
    no_blanks: "Tutte le domande hanno una risposta." / "Every question has an answer.";
    to_sheet_actions: "Stato e azioni" / "Status and actions";
}

// In the dry run of an import.
texts! {
    replied(name, text): "Replica di {name}: «{text}»" / "Reply of {name}: “{text}”";
}

// With an invitation.
texts! {
    sheet_returns(# n): "La tua scheda torna con {n} rilievo da chiarire. Quello che hai scritto resta." | "La tua scheda torna con {n} rilievi da chiarire. Quello che hai scritto resta." / "Your sheet comes back with {n} remark to be clarified. What you wrote stays." | "Your sheet comes back with {n} remarks to be clarified. What you wrote stays.";
    invite_with_remarks(# n): "con {n} rilievo" | "con {n} rilievi" / "with {n} remark" | "with {n} remarks";
    invite_carries_remarks(# n): "Questo invito rimanda la scheda all'ente con {n} rilievo da chiarire." | "Questo invito rimanda la scheda all'ente con {n} rilievi da chiarire." / "This invitation sends the sheet back to the body with {n} remark to be clarified." | "This invitation sends the sheet back to the body with {n} remarks to be clarified.";
    cover_returned(# n, title, body): "la scheda di {body} per l'indagine «{title}» ci è arrivata, grazie. C'è {n} rilievo da chiarire." | "la scheda di {body} per l'indagine «{title}» ci è arrivata, grazie. Ci sono {n} rilievi da chiarire." / "The sheet of {body} for the survey “{title}” has reached us, thank you. There is {n} remark to be clarified." | "The sheet of {body} for the survey “{title}” has reached us, thank you. There are {n} remarks to be clarified.";
    cover_same_browser: "Usa il browser con cui hai compilato la scheda: le risposte che hai già dato restano." / "Use the browser in which you filled in the sheet: the answers that you gave stay.";
    cover_clarify: "2. In alto vedi i rilievi da chiarire: rispondi accanto alla domanda e, dove serve, correggi la risposta." / "2. At the top you see the remarks to be clarified: reply beside the question, and correct the answer where needed.";
}
