//! Texts of the conclusions and the factors that the authors write.

use super::texts;

// The page.
texts! {
    conclusions: "Conclusioni" / "Conclusions";
    authoring_pages: "Pagine del rapporto" / "Pages of the report";
    conclusions_intro: "Per ogni dimensione, e per l'indagine nel suo insieme, il testo che andrà nel rapporto. Le evidenze inserite nel testo restano collegate ai dati: numeri, base e nomi si aggiornano con le schede." / "For each dimension, and for the survey as a whole, the text that will stand in the report. Findings put into the text stay bound to the data: figures, base and names follow the sheets.";
    conclusions_invited: "Le conclusioni le scrive chi coordina l'indagine." / "The conclusions are written by whoever coordinates the survey.";
    conclusions_of: "Conclusioni di" / "Conclusions of";
    written_factors: "Fattori" / "Factors";
    to_read_again(n): "{n} da rivedere" / "{n} to review";
    chapter_survey_explained: "Quello che vale per l'indagine nel suo insieme." / "What holds for the survey as a whole.";
}

// A text at work.
texts! {
    conclusion_text: "Testo" / "Text";
    conclusion_nth(n): "Testo {n}" / "Text {n}";
    conclusion_several: "Qui ci sono più testi, per esempio perché due copie dell'indagine sono state unite. Nel rapporto stanno uno dopo l'altro: riuniscili in uno ed elimina gli altri." / "There are several texts here, perhaps because two copies of the survey were merged. In the report they follow one another: bring them together in one and delete the others.";
    conclusion_delete: "Elimina questo testo" / "Delete this text";
    conclusion_hint: "Una riga vuota separa i paragrafi; una riga che comincia con un trattino è un punto di elenco. Grassetto: Ctrl+B, corsivo: Ctrl+I." / "A blank line separates paragraphs; a line that begins with a hyphen is an item of a list. Bold: Ctrl+B, italics: Ctrl+I.";
    conclusion_format: "Formato" / "Format";
    format_bold: "Grassetto" / "Bold";
    format_italic: "Corsivo" / "Italics";
    format_list: "Elenco" / "List";
    format_link: "Collegamento" / "Link";
    format_link_words: "testo" / "words";
    conclusion_preview: "Come sarà nel rapporto" / "As it will stand in the report";
    conclusion_nothing: "Ancora nessun testo." / "No text yet.";
}

// The findings beside it.
texts! {
    evidence_explained: "Si inseriscono nel testo dove sta il cursore, anche trascinandole. «Cita» dice che il testo si fonda su un'evidenza senza riportarla." / "They go into the text where the cursor stands; they can be dragged there too. “Cite” says that the text rests on a finding without quoting it.";
    evidence_none: "Le risposte non danno ancora evidenze per questa dimensione." / "The answers give no findings for this dimension yet.";
    evidence_insert: "Inserisci nel testo" / "Put into the text";
    evidence_cite: "Cita" / "Cite";
    evidence_in_text: "nel testo" / "in the text";
    evidence_inserted: "Evidenza inserita nel testo." / "Finding put into the text.";
    evidence_elsewhere(what, n): "{what} ({n})" / "{what} ({n})";
    evidence_to_check: "da verificare" / "to be checked";
}

// What changed under a text.
texts! {
    review: "Da rivedere" / "To review";
    review_explained(# n): "Da quando il testo è stato confermato è cambiata {n} evidenza su cui si fonda." | "Da quando il testo è stato confermato sono cambiate {n} evidenze su cui si fonda." / "Since the text was confirmed, {n} finding it rests on has changed." | "Since the text was confirmed, {n} findings it rests on have changed.";
    review_before: "Prima" / "Before";
    review_after: "Adesso" / "Now";
    review_gone: "Le risposte non danno più questa evidenza." / "The answers do not give this finding any more.";
    review_confirm: "Confermo, il testo va bene" / "I confirm, the text is fine";
    review_edit: "Modifica il testo" / "Edit the text";
    review_confirmed: "Testo confermato." / "Text confirmed.";
}

// Factors.
texts! {
    written_factors_intro: "Che cosa favorisce il trasferimento della pratica e che cosa lo ostacola, a giudizio degli autori; su quali evidenze, per quali enti, e che cosa fare." / "What helps the transfer of the practice and what gets in its way, as the authors see it; on which findings, for which bodies, and what to do.";
    influence_helps: "Favorisce" / "Helps";
    influence_hinders: "Ostacola" / "Hinders";
    influence_add: "Aggiungi" / "Add";
    influence_add_of(kind, effect): "Aggiungi: {kind}, {effect}" / "Add: {kind}, {effect}";
    influence_new: "Nuovo fattore" / "New factor";
    influence_what: "Di che cosa si tratta" / "What it is";
    influence_kind: "Tipo" / "Kind";
    influence_effect: "Effetto" / "Effect";
    influence_findings(n): "Evidenze: {n}" / "Findings: {n}";
    influence_bodies(n): "Enti: {n}" / "Bodies: {n}";
    influence_all_bodies: "Enti: tutti" / "Bodies: all";
    influence_all_bodies_hint: "Nessuna scelta significa tutti gli enti." / "No choice means all bodies.";
    influence_action: "Azione" / "Action";
    influence_who: "Chi" / "Who";
    influence_who_hint: "Un ufficio o un ente." / "An office or a body.";
    influence_due: "Entro il" / "By";
    influence_up: "Sposta su" / "Move up";
    influence_down: "Sposta giù" / "Move down";
    influence_remove: "Elimina" / "Delete";
    influence_removed(what): "Eliminato: {what}" / "Deleted: {what}";
    influence_put_back: "Annulla" / "Undo";
    influence_is_back: "Rimesso al suo posto." / "Put back in its place.";
    influence_moved: "Spostato." / "Moved.";
}
