//! Undo, the history of a sheet, and the way back to what it once said.

use super::texts;

texts! {
    step_back: "Annulla" / "Undo";
    step_again: "Ripeti" / "Redo";
    step_back_what(what): "Annulla: {what}" / "Undo: {what}";
    step_again_what(what): "Ripeti: {what}" / "Redo: {what}";
    steps_label: "Ultime modifiche" / "Latest changes";
    step_undone(what): "Annullato: {what}." / "Undone: {what}.";
    step_redone(what): "Ripetuto: {what}." / "Redone: {what}.";
    step_partly(what): "Fatto in parte: {what}. Ciò che nel frattempo è stato cambiato resta com'è." / "Done in part: {what}. What was changed meanwhile stays as it is.";
    step_not_undone(what): "Non si può annullare: {what}. Nel frattempo è stato scritto altro, che resta com'è." / "Cannot be undone: {what}. Something else was written meanwhile, and stays.";
    step_not_redone(what): "Non si può ripetere: {what}. Nel frattempo è stato scritto altro, che resta com'è." / "Cannot be redone: {what}. Something else was written meanwhile, and stays.";
    nothing_to_undo: "Non c'è nulla da annullare." / "There is nothing to undo.";
    nothing_to_redo: "Non c'è nulla da ripetere." / "There is nothing to redo.";
    step_of(what, name): "{what}, {name}" / "{what}, {name}";
    step_answers(# n): "{n} risposta" | "{n} risposte" / "{n} answer" | "{n} answers";
    step_remark: "rilievo" / "remark";
    step_reply: "replica a un rilievo" / "reply to a remark";
    step_status(before, after): "stato da «{before}» a «{after}»" / "status from “{before}” to “{after}”";
    step_title: "titolo dell'indagine" / "title of the survey";
    step_target: "obiettivo dell'indicatore" / "target of the indicator";
    step_codebook: "codifica delle risposte" / "codebook";
    step_readings: "lettura delle risposte" / "readings of answers";
    step_deadline: "scadenza" / "deadline";
    step_document: "dati del progetto" / "project data";
    step_glossary: "glossario" / "glossary";
    step_conclusions: "conclusioni" / "conclusions";
    step_proposals: "rilievi proposti" / "proposed remarks";
    step_head: "dati dell'indagine" / "data of the survey";
    step_added(name): "aggiunta di {name}" / "{name} added";
    step_removed(name): "rimozione di {name}" / "{name} removed";
    step_renamed(name): "nome o ruolo di {name}" / "name or role of {name}";
    step_moved(name): "posto di {name} nell'elenco" / "place of {name} in the list";
    go_there: "Vai alla scheda" / "Go to the sheet";
    go_to_question(number): "Vai alla domanda {number}" / "Go to question {number}";

    history: "Cronologia" / "History";
    history_hint: "Per ogni risposta si conserva ciò che c'era alla fine di ogni seduta di lavoro: le correzioni fatte entro dieci minuti nello stesso browser contano come una sola." / "Of each answer, what stood there at the end of each sitting is kept: corrections within ten minutes in the same browser count as one.";
    history_empty: "Finora non risulta nessuna modifica." / "No change is known so far.";
    history_filter: "Mostra" / "Show";
    history_all: "Tutte le modifiche" / "All changes";
    history_steps: "Solo i passaggi di stato" / "Changes of status only";
    history_what: "Che cosa" / "What";
    history_before: "Prima" / "Before";
    history_after: "Dopo" / "After";
    history_unknown: "ciò che c'era prima non è conservato" / "what stood there before was not kept";
    history_here: "da questo browser" / "by this browser";
    history_elsewhere: "da un altro browser, arrivata con un'importazione" / "by another browser, came with an import";
    history_overwrote: "l'importazione ha sostituito quanto scritto in questo browser" / "the import replaced what this browser had written";
    history_by(name): "a cura di {name}" / "by {name}";
    history_became(status): "La scheda è diventata «{status}»" / "The sheet became “{status}”";
    go_back_here: "Torna a questo punto" / "Go back to this point";
    go_back_at(when): "Torna a questo punto: {when}" / "Go back to this point: {when}";
    go_back_title(when): "Le risposte come erano il {when}" / "The answers as they were on {when}";
    go_back_list(# n): "Cambierebbe {n} risposta; lo stato della scheda resta com'è." | "Cambierebbero {n} risposte; lo stato della scheda resta com'è." / "{n} answer would change; the status of the sheet stays." | "{n} answers would change; the status of the sheet stays.";
    go_back_nothing: "Non cambierebbe nulla: le risposte sono già così." / "Nothing would change: the answers are like that already.";
    go_back_now: "Ora" / "Now";
    go_back_then: "Allora" / "Then";
    go_back_do: "Ripristina queste risposte" / "Restore these answers";
    take_again: "Riprendi questa risposta" / "Take this answer again";
    take_again_of(what, answer): "Riprendi questa risposta: {what}, {answer}" / "Take this answer again: {what}, {answer}";
    taken_again: "Fatto. Con «Annulla» si torna indietro." / "Done. “Undo” takes it back.";
}
