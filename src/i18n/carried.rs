//! Texts of a survey that travels inside the app's file.

use super::texts;

// What is seen in the file.
texts! {
    carried_only_shows: "Sola lettura" / "Read only";
    carried_banner: "Copia in sola lettura, dentro questo file: si guarda e si stampa, non si modifica. Non serve la rete." / "A read-only copy inside this file: to look at and to print, not to edit. It needs no network.";
    carried_banner_public: "Copia pubblica in sola lettura, dentro questo file: senza contatti, commenti e note. Non serve la rete." / "A public read-only copy inside this file: without contacts, comments and notes. It needs no network.";
    carried_edit: "Crea una copia modificabile" / "Make a copy to edit";
    carried_open_copy: "Apri la copia modificabile" / "Open the copy to edit";
    carried_edit_hint: "La copia resta in questo browser, non nel file." / "The copy stays in this browser, not in the file.";
    carried_not_here_title: "Qui non si modifica" / "Nothing is edited here";
    carried_not_here_text: "Questo file mostra la presentazione, i risultati e il rapporto. Per le altre pagine serve una copia modificabile dell'indagine in questo browser." / "This file shows the presentation, the results and the report. The other pages need a copy of the survey in this browser that can be edited.";
    carried_damaged: "L'indagine dentro questo file non si può leggere: il file è danneggiato. Chiedine un'altra copia a chi l'ha inviato. Le indagini di questo browser non sono state toccate." / "The survey inside this file cannot be read: the file is damaged. Ask whoever sent it for another copy. The surveys of this browser have not been touched.";
    carried_copying: "Copia modificabile" / "Copy to edit";
    carried_to_decide: "In questo browser c'è già un'indagine con lo stesso nome interno: ecco che cosa cambierebbe. Niente è ancora scritto." / "This browser already has a survey of the same internal name: this is what would change. Nothing has been written yet.";
    carried_not_copied: "La copia non si è potuta creare." / "The copy could not be made.";
}

// Taking a survey along.
texts! {
    take_along: "Porta con te" / "Take it along";
    take_along_text: "Un solo file con dentro l'indagine: si apre con un doppio clic in Chrome, Edge o Firefox, senza installare nulla e senza rete, in sola lettura." / "One file with the survey inside: a double click opens it in Chrome, Edge or Firefox, with nothing to install and no network, read only.";
    take_for: "Per chi" / "For whom";
    take_internal: "Interno al progetto" / "Inside the project";
    take_internal_text: "Tutto: contatti, commenti, rilievi e note del relatore." / "Everything: contacts, comments, remarks and the speaker's notes.";
    take_public: "Pubblico" / "Public";
    take_public_text: "Senza contatti, commenti, rilievi, nomi di persone e note del relatore." / "Without contacts, comments, remarks, names of persons and the speaker's notes.";
    take_no_text: "Anche senza testi liberi" / "Without free texts as well";
    take_deck: "Salva presentazione" / "Save the presentation";
    take_deck_hint: "Si apre sulla prima diapositiva." / "It opens on the first slide.";
    take_file: "Salva come file unico" / "Save as one file";
    take_file_hint: "Si apre sui risultati." / "It opens on the results.";
    take_making: "Preparo il file…" / "Preparing the file…";
    take_made(name, size): "Salvato: {name} ({size} MB)." / "Saved: {name} ({size} MB).";
    take_not_there: "Il file non si è potuto preparare: la sua parte di programma non è qui e la rete manca. Riprova quando c'è la rete." / "The file could not be prepared: its part of the program is not here and there is no network. Try again when there is.";
}
