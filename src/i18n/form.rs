//! Filling in a sheet: steps, what is missing, checks, suggestions.

use super::texts;

// The bare form.
texts! {
    view_of_sheet: "Come mostrare la scheda" / "How to show the sheet";
    step_by_step: "Una dimensione alla volta" / "One dimension at a time";
    all_steps: "Tutte insieme" / "All together";
    step_before: "Indietro" / "Back";
    step_after: "Avanti" / "Next";
    step_complete: "completa" / "complete";
    sheet_closed: "Questa scheda è approvata e non si può modificare. Per correggere una risposta, chi coordina l'indagine aggiunge un rilievo e rimanda la scheda all'ente." / "This sheet is approved and cannot be changed. To correct an answer, whoever runs the survey adds a remark and sends the sheet back to the body.";
    add_evidence: "Aggiungi un riscontro" / "Add evidence";
    evidence_hint: "Indirizzo web o nome di un documento" / "A web address or the name of a document";
}

// What is missing.
texts! {
    to_complete: "Da completare" / "To be completed";
    still_to_complete(n): "{n} da completare" / "{n} to complete";
    missing_elsewhere(# n): "Ne manca un'altra nelle altre dimensioni." | "Ne mancano altre {n} nelle altre dimensioni." / "One more is missing in the other dimensions." | "{n} more are missing in the other dimensions.";
    nothing_missing_here: "In questa dimensione hai risposto a tutto." / "In this dimension everything is answered.";
    to_fill_in: "Da compilare" / "To be filled in";
}

// Why a follow-up stands as it does; `answer` is "«SI» alla domanda 17".
texts! {
    asked_because(answer): "Richiesta perché la risposta è {answer}." / "Asked because the answer is {answer}.";
    asked_unless(answer): "Si compila quando la risposta è {answer}; finché quella manca, anche questa è tra le domande da completare." / "To be answered when the answer is {answer}; while that one is missing, this one is to be completed too.";
    not_asked_unless(answer): "Non richiesta: si compila quando la risposta è {answer}." / "Not asked: to be answered when the answer is {answer}.";
    off_condition_unless(answer): "Risposta fuori condizione: è richiesta solo quando la risposta è {answer}. Resta scritta e non entra nei conteggi; torna a contare se la condizione si ripresenta." / "Off-condition answer: it is asked for only when the answer is {answer}. It is kept and counts nowhere; it counts again should the condition return.";
    take_answer_away: "Togli la risposta" / "Take the answer away";
    left_open: "Qui si aspetta una precisazione. Se non la conosci, scegli «Non so»." / "A detail is expected here. If you do not know it, choose “Do not know”.";
}

// Remarks while typing.
texts! {
    no_scheme(address): "Un indirizzo web comincia con https://. Forse {address}?" / "A web address begins with https://. Perhaps {address}?";
    write_address(address): "Scrivi {address}" / "Write {address}";
    not_an_address: "Non sembra un indirizzo web. Se non ce n'è uno, va bene anche così." / "This does not look like a web address. If there is none, it is fine as it is.";
    not_mail(word): "«{word}» non è un indirizzo di posta completo." / "“{word}” is not a complete e-mail address.";
    personal_mailbox(word): "«{word}» sembra la casella di una persona: se c'è, meglio quella dell'ufficio." / "“{word}” looks like a person's mailbox: if there is one, that of the office is better.";
}

// Sheets that came on paper.
texts! {
    is_transcribed: "Scheda trascritta da carta" / "Sheet transcribed from paper";
    is_transcribed_hint: "Si possono allora segnare le risposte che non si leggono, e annotare come è stata letta la carta." / "Answers that cannot be read can then be marked, and how the paper was read can be noted.";
    add_transcription_note: "Aggiungi una nota di trascrizione" / "Add a note on the transcription";
}
