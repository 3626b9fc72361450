//! Texts of what helps while a sheet is filled in: words explained, terms
//! suggested, answers taken over.

use super::texts;

texts! {
    glossary: "Glossario" / "Glossary";
    glossary_hint: "Nelle domande, le parole sottolineate con i puntini si possono aprire." / "In the questions, words underlined with dots can be opened.";
}

// Lists.
texts! {
    suggested_terms: "Termini suggeriti" / "Suggested terms";
    list_is_read: "Si legge:" / "It is read as:";
}

// Answers taken over from an earlier survey.
texts! {
    carry_title: "Riprendi da un'indagine precedente" / "Take over from an earlier survey";
    carry_hint: "Segna le risposte da riprendere. Le altre restano come sono." / "Tick the answers to take over. The others stay as they are.";
    carry_from: "Indagine" / "Survey";
    carry_nobody: "Nessun'altra indagine di questo browser ha risposte dello stesso ente." / "No other survey of this browser has answers of the same body.";
    carry_nothing: "Non c'è niente da riprendere: le risposte che si possono riprendere sono uguali a quelle della scheda." / "There is nothing to take over: the answers that could be taken over are the same as those of the sheet.";
    carry_body(name): "In quell'indagine l'ente è indicato come «{name}»." / "In that survey the body is called “{name}”.";
    carry_asked_then(label): "Allora si chiedeva: «{label}»" / "Then it asked: “{label}”";
    carry_now: "Ora" / "Now";
    carry_then: "Allora" / "Then";
    carry_blanks: "Seleziona le vuote" / "Select the blank ones";
    carry_none: "Deseleziona tutte" / "Select none";
    carry_take(# n): "Riprendi {n} risposta" | "Riprendi {n} risposte" / "Take over {n} answer" | "Take over {n} answers";
    carry_taken(# n): "{n} risposta ripresa." | "{n} risposte riprese." / "{n} answer taken over." | "{n} answers taken over.";
}
