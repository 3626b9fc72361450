//! Texts of the codebook.

use super::texts;

// The page.
texts! {
    codebook_intro: "Qui si decide come si leggono le risposte a elenco. Quello che gli enti hanno scritto resta com'è." / "Here you decide how answers in the form of a list are read. What the bodies wrote stays as it is.";
    codebook_lists: "Domande a elenco" / "List questions";
    codebook_no_lists: "Nel questionario non ci sono domande a elenco." / "The questionnaire has no list questions.";
    codebook_left(n): "{n} da leggere" / "{n} to read";
    codebook_everybody: "I filtri dei risultati qui non valgono: si leggono le risposte di tutti gli enti." / "Filters of the results do not hold here: the answers of all bodies are read.";
    codebook_withheld(# n): "{n} risposta è stata tolta da questa copia e non si legge." | "{n} risposte sono state tolte da questa copia e non si leggono." / "{n} answer was taken out of this copy and cannot be read." | "{n} answers were taken out of this copy and cannot be read.";
    codebook_unread: "Da leggere" / "To read";
    codebook_unread_hint: "Nessun termine legge queste voci. Aggiungile, oppure indica il termine a cui corrispondono." / "No term reads these entries. Add them, or say which term they stand for.";
    codebook_all_read: "Non resta nessuna voce da leggere." / "There is no entry left to read.";
    codebook_more(# n): "Mostra un'altra voce" | "Mostra altre {n} voci" / "Show one more entry" | "Show {n} more entries";
    codebook_no_terms: "Ancora nessun termine." / "No term yet.";
    codebook_ignored: "Letti e non contati" / "Read and not counted";
    codebook_unused(# n): "{n} termine che nessuno ha scritto" | "{n} termini che nessuno ha scritto" / "{n} term that nobody wrote" | "{n} terms that nobody wrote";
    codebook_term: "Termine" / "Term";
    codebook_typed: "Come è stato scritto" / "As typed";
    codebook_and(others, last): "{others} e {last}" / "{others} and {last}";
    codebook_nobody: "nessuno" / "nobody";
    codebook_also(# n, numbers): "Vale anche per la domanda {numbers}." | "Vale anche per le domande {numbers}." / "It holds for question {numbers} too." | "It holds for questions {numbers} too.";
}

// What can be done.
texts! {
    codebook_edit: "Modifica" / "Edit";
    codebook_add: "Aggiungi come termine" / "Add as a term";
    codebook_read_as: "Leggi come…" / "Read as…";
    codebook_read_so: "Leggi così" / "Read it so";
    codebook_term_for(text): "Termine che legge «{text}»" / "Term that reads “{text}”";
    codebook_choose: "Scegli un termine" / "Choose a term";
    codebook_others: "Termini di altre domande" / "Terms of other questions";
    codebook_elsewhere(term, numbers): "{term} (domanda {numbers})" / "{term} (question {numbers})";
    codebook_ignore: "Non contare" / "Do not count";
    codebook_count: "Conta di nuovo" / "Count again";
    codebook_spellings: "Grafie" / "Spellings";
    codebook_is_name: "nome del termine" / "the term's name";
    codebook_split: "Separa" / "Split off";
    codebook_drop: "Togli" / "Take out";
    codebook_new_name: "Nuovo nome del termine" / "New name of the term";
    codebook_merge: "Unisci a…" / "Merge into…";
    codebook_merge_so: "Unisci" / "Merge";
    codebook_merge_with(name): "Termine a cui unire «{name}»" / "Term that “{name}” is merged into";
    codebook_also_edits(# n, numbers): "Vale anche per la domanda {numbers}: le modifiche valgono anche lì." | "Vale anche per le domande {numbers}: le modifiche valgono anche lì." / "It holds for question {numbers} too, and so do edits." | "It holds for questions {numbers} too, and so do edits.";
    codebook_limit: "Separa dalle altre domande" / "Part from the other questions";
    codebook_remove: "Togli da questa domanda" / "Take out of this question";
}

// What was done.
texts! {
    codebook_figure(# n, of): "{n} ente su {of}" | "{n} enti su {of}" / "{n} body of {of}" | "{n} bodies of {of}";
    codebook_added(name, figure): "«{name}» ora è un termine: {figure}." / "“{name}” is a term now: {figure}.";
    codebook_reads(spelling, term, figure): "«{spelling}» ora si legge {term}: {figure}." / "“{spelling}” is now read as {term}: {figure}.";
    codebook_split_off(name, figure): "«{name}» ora è un termine a sé: {figure}." / "“{name}” is a term of its own now: {figure}.";
    codebook_renamed(old, new, figure): "«{old}» ora si chiama «{new}»: {figure}." / "“{old}” is now called “{new}”: {figure}.";
    codebook_is_ignored(name): "«{name}» si legge e non si conta." / "“{name}” is read and not counted.";
    codebook_is_counted(name, figure): "«{name}» si conta di nuovo: {figure}." / "“{name}” is counted again: {figure}.";
    codebook_dropped(spelling, term, figure): "«{spelling}» non si legge più {term}: {figure}." / "“{spelling}” is no longer read as {term}: {figure}.";
    codebook_removed(name): "«{name}» non è più un termine di questa domanda." / "“{name}” is no longer a term of this question.";
    codebook_limited(name): "«{name}»: da ora le modifiche fatte qui valgono solo per questa domanda." / "“{name}”: from now on, what is edited here holds for this question alone.";
    codebook_taken(name): "«{name}» è già una grafia di un altro termine: per farne uno solo usa «Unisci a…»." / "“{name}” is a spelling of another term already: to make them one use “Merge into…”.";
    codebook_nothing: "Non è cambiato nulla." / "Nothing has changed.";
    codebook_undo: "Annulla l'ultima modifica" / "Take back the last edit";
    codebook_undone: "Modifica annullata." / "The edit was taken back.";
    codebook_redo: "Ripeti la modifica" / "Do it again";
    codebook_redone: "Modifica ripetuta." / "The edit was done again.";
}
