//! Texts of the page on which authors decide about the slides.

use super::texts;

texts! {
    presentation: "Presentazione" / "Presentation";
    slides_lead: "Le diapositive nascono dai dati dell'indagine. Qui ne scegli ordine, titoli, grafici e note: le scelte fanno parte dell'indagine e viaggiano con i suoi file." / "The slides are made from the data of the survey. Here you choose their order, titles, charts and notes: the choices are part of the survey and travel with its files.";
    slides_present: "Presenta" / "Present";
    slides_print: "Stampa le diapositive" / "Print the slides";
    slides_handout: "Stampa con note (3 per pagina)" / "Print with notes (3 a page)";
    slides_print_hint: "Nella finestra di stampa scegli «Salva come PDF» per averne un file." / "In the print dialogue choose “Save as PDF” to get a file.";
    slides_none_shown: "Tutte le diapositive sono nascoste: mostrane almeno una per presentare." / "All slides are hidden: show at least one to present.";
}

// Which data.
texts! {
    slides_data: "Da quali dati" / "From which data";
    slides_live: "Dati correnti" / "Current data";
    slides_live_hint: "Quando le risposte cambiano, le diapositive cambiano con loro." / "When answers change, the slides change with them.";
    slides_frozen_hint: "Le cifre restano quelle di questa versione, qualunque cosa cambi nelle risposte. Ordine, titoli e note restano da scegliere qui." / "The figures stay those of this version, whatever changes in the answers. Order, titles and notes are still chosen here.";
    slides_not_here(version): "La versione {version} non si trova in questo browser, perché è stata emessa altrove: finché è così, le diapositive mostrano i dati correnti." / "Version {version} is not in this browser, because it was issued elsewhere: while that is so, the slides show the current data.";
    slides_no_version: "Per tenere ferme le cifre, emetti una versione nella pagina Documento: poi la scegli qui." / "To keep the figures as they are, issue a version on the page Document: then choose it here.";
}

// The list.
texts! {
    slides_list: "Diapositive" / "Slides";
    slides_shown(# n): "{n} diapositiva mostrata" | "{n} diapositive mostrate" / "{n} slide shown" | "{n} slides shown";
    slides_left_out(# n): "{n} nascosta" | "{n} nascoste" / "{n} hidden" | "{n} hidden";
    slides_hidden: "Nascosta" / "Hidden";
    slides_changed: "Modificata" / "Changed";
    slides_goes_on(# n): "continua su un'altra diapositiva" | "continua su altre {n} diapositive" / "goes on on another slide" | "goes on on {n} more slides";
    slides_up: "Sposta su" / "Move up";
    slides_down: "Sposta giù" / "Move down";
    slides_hide: "Nascondi" / "Hide";
    slides_show: "Mostra" / "Show";
    slides_edit: "Modifica" / "Edit";
    slides_add_text: "Aggiungi testo dopo" / "Add text after it";
    slides_remove: "Rimuovi" / "Remove";
    slides_of(what, title): "{what}: {title}" / "{what}: {title}";
    slides_untitled: "Diapositiva senza titolo" / "Slide without a title";
    slides_moved(at, all): "Ora è la {at} di {all}." / "It is number {at} of {all} now.";
    slides_now_hidden: "Diapositiva nascosta." / "Slide hidden.";
    slides_now_shown: "Diapositiva mostrata." / "Slide shown.";
    slides_removed: "Diapositiva rimossa. Ctrl+Z la riporta." / "Slide removed. Ctrl+Z brings it back.";
    slides_reset_done: "La diapositiva è di nuovo quella dell'indagine." / "The slide is that of the survey again.";
    slides_chart_added: "Grafico aggiunto." / "Chart added.";
}

// What can be said of a slide.
texts! {
    slides_title: "Titolo" / "Title";
    slides_title_hint: "Lascialo vuoto per avere quello dell'indagine." / "Leave it empty to have the one of the survey.";
    slides_text: "Testo" / "Text";
    slides_text_hint: "Una riga vuota separa i paragrafi, «- » fa un elenco, **così** è in grassetto." / "An empty line parts paragraphs, “- ” makes a list, **this** is bold.";
    slides_chart: "Grafico" / "Chart";
    slides_chart_any: "Scelta automatica" / "Chosen by itself";
    slides_notes: "Note per chi parla" / "Notes for the speaker";
    slides_notes_hint: "Si vedono nella finestra di chi parla e nella stampa con note, mai sulla diapositiva." / "They show in the speaker's window and in the print with notes, never on the slide.";
    slides_reset: "Torna a quella dell'indagine" / "Back to that of the survey";
    slides_add_chart: "Aggiungi il grafico di una domanda" / "Add the chart of a question";
    slides_add_chart_hint: "Va nella sua dimensione; poi la sposti dove serve." / "It goes into its dimension; then move it where you need it.";
    slides_question: "Domanda" / "Question";
    slides_choose_question: "Scegli una domanda" / "Choose a question";
    slides_add: "Aggiungi" / "Add";
}

// Names of the files that are printed.
texts! {
    slides_file: "diapositive" / "slides";
    slides_file_handout: "diapositive-con-note" / "slides-with-notes";
}
