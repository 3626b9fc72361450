//! The catalogue: Italian / English, grouped by the page that shows the text.

use super::texts;

// Everywhere.
texts! {
    app_name: "Rilievo" / "Rilievo";
    app_claim: "Indagini tra enti, senza server" / "Surveys among public bodies, without a server";
    skip_to_content: "Vai al contenuto" / "Skip to content";
    language: "Lingua" / "Language";
    saved: "Salvato" / "Saved";
    saving: "Salvataggio…" / "Saving…";
    not_saved: "Non salvato" / "Not saved";
    close: "Chiudi" / "Close";
    cancel: "Annulla" / "Cancel";
    rename: "Rinomina" / "Rename";
    save_name: "Salva nome" / "Save name";
    undo: "Ripristina" / "Bring back";
    of(k, n): "{k} di {n}" / "{k} of {n}";
    out_of(n): "su {n}" / "of {n}";
    and_more_names: "e altri {n}" / "and {n} more";
    bodies(# n): "{n} ente" | "{n} enti" / "{n} body" | "{n} bodies";
    sheets(# n): "{n} scheda" | "{n} schede" / "{n} sheet" | "{n} sheets";
    answers(# n): "{n} risposta" | "{n} risposte" / "{n} answer" | "{n} answers";
    and_more(# n): "e un altro" | "e altri {n}" / "and one more" | "and {n} more";
    privacy_line: "I dati restano in questo browser: nulla viene inviato." / "The data stay in this browser: nothing is sent anywhere.";
    loading: "Un momento…" / "One moment…";
    part_not_there: "Non è stato possibile scaricare questa parte del programma: forse manca la rete. Ciò che è stato salvato è al sicuro. Riprova; se non basta, ricarica la pagina quando c'è rete." / "This part of the program could not be fetched: perhaps there is no network. What was saved is safe. Try again; if that does not help, reload the page once there is network.";
    try_again: "Riprova" / "Try again";
}

// Addresses that lead nowhere.
texts! {
    nowhere_title: "Pagina non trovata" / "Page not found";
    nowhere_text: "L'indirizzo non porta a nessuna pagina di Rilievo." / "This address leads to no page of Rilievo.";
    not_here_title: "Indagine non presente" / "Survey not here";
    not_here_text: "Questa indagine non è in questo browser. Se ne hai il file, importalo dalla pagina iniziale." / "This survey is not in this browser. If you have its file, import it from the home page.";
    no_sheet_text: "Nell'indagine non c'è un ente con questo codice." / "The survey has no body with this code.";
    no_dimension_text: "Nel questionario non c'è questa dimensione." / "The questionnaire has no such dimension.";
    back_home: "Torna alle indagini" / "Back to the surveys";
    back_to_overview: "Torna alla panoramica" / "Back to the overview";
}

// Notices.
texts! {
    notices: "Avvisi" / "Notices";
    only_in_memory: "Questo browser non permette di salvare (forse è una finestra privata): le indagini durano finché la pagina resta aperta. Esporta il file prima di chiudere." / "This browser does not let pages keep data (perhaps this is a private window): surveys last as long as the page is open. Export the file before you close it.";
    set_aside(# n): "Un dato salvato non si legge più. Il suo testo è stato messo da parte, intatto: puoi scaricarlo." | "{n} dati salvati non si leggono più. I loro testi sono stati messi da parte, intatti: puoi scaricarli." / "A saved record can no longer be read. Its text was set aside untouched: you can download it." | "{n} saved records can no longer be read. Their texts were set aside untouched: you can download them.";
    download_set_aside: "Scarica i testi" / "Download the texts";
    restore_from_snapshot: "Ripristina dall'ultima copia" / "Restore from the last snapshot";
    drop_texts: "Elimina i testi" / "Drop the texts";
    drop_question(# n): "Eliminare il testo messo da parte?" | "Eliminare i {n} testi messi da parte?" / "Drop the text that was set aside?" | "Drop the {n} texts that were set aside?";
    drop_explained: "Quello che vi era scritto non si potrà più recuperare da qui. Scaricali prima, se hai un dubbio." / "What was written there cannot be recovered from here any more. Download them first if in doubt.";
    restored(k, n): "Dati ripristinati dall'ultima copia automatica: {k} di {n}. I testi messi da parte restano finché non li elimini." / "Records restored from the last snapshot: {k} of {n}. The texts set aside stay until you drop them.";
    no_journal: "Questo browser non offre un diario di sicurezza: se si blocca di colpo, gli ultimi secondi di scrittura possono andare persi. Tutto il resto funziona." / "This browser offers no safety journal: if it crashes, the last seconds of typing may be lost. Everything else works.";
    older_page: "Questa pagina è di una versione più vecchia di quella che ha scritto i dati: non salva più nulla. Ricarica la pagina." / "This page is of an older version than the one that wrote the data: it saves nothing more. Reload the page.";
    reload_page: "Ricarica la pagina" / "Reload the page";
    nearly_full: "Lo spazio di questo browser è quasi pieno: salva una copia su file e fai spazio." / "This browser's storage is nearly full: save a copy on file and make room.";
    make_room: "Fai spazio" / "Make room";
    question_number(number): "Domanda {number}" / "Question {number}";
    edited_twice(what, name): "{what}, {name}: due finestre hanno cambiato la risposta nello stesso momento. Vale l'ultima modifica; l'altra è conservata nella cronologia della scheda." / "{what}, {name}: two windows changed the answer at the same moment. The later edit stands; the other is kept in the sheet's history.";
    take_other: "Usa l'altra risposta" / "Use the other answer";
    refused_blocked: "Il browser non permette di salvare." / "The browser does not let the page save.";
    refused_full: "Lo spazio di questo browser è pieno." / "This browser's storage is full.";
    refused_not_kept: "Il browser non ha conservato un dato come gli era stato dato." / "The browser did not keep a record as it was given.";
    refused_other(message): "Il browser ha rifiutato di salvare ({message})." / "The browser refused to save ({message}).";
    edits_in_memory: "Le ultime modifiche non sono ancora al loro posto: esporta l'indagine o fai spazio. Intanto il salvataggio viene ritentato." / "The latest edits are not in their place yet: export the survey, or make room. Saving is being tried again meanwhile.";
    export_now: "Esporta ora" / "Export now";
    example_not_there: "L'esempio non si è potuto aprire: manca il file accanto alla pagina, o manca la rete alla prima visita." / "The example could not be opened: its file is not beside the page, or there is no network at the first visit.";
    removed(name): "«{name}» è stato eliminato." / "“{name}” was removed.";
    imported(# n): "Un'indagine importata." | "{n} indagini importate." / "One survey imported." | "{n} surveys imported.";
}

// Home.
texts! {
    home_title: "Le tue indagini" / "Your surveys";
    home_intro: "Raccogli le risposte di ogni ente, confrontale per dimensione e portale con te in un file." / "Collect the answers of each body, compare them by dimension and take them along in a file.";
    home_empty: "In questo browser non c'è ancora nessuna indagine." / "There is no survey in this browser yet.";
    open_example(name): "Apri l'esempio {name}" / "Open the {name} example";
    created_on(day): "creata il {day}" / "made on {day}";
    duplicate: "Duplica" / "Duplicate";
    delete: "Elimina" / "Delete";
    action_on(action, name): "{action}: {name}" / "{action}: {name}";
    copy_of(title): "{title} (copia)" / "{title} (copy)";
    new_survey: "Nuova indagine" / "New survey";
    new_title: "Titolo dell'indagine" / "Title of the survey";
    new_questionnaire: "Questionario" / "Questionnaire";
    questionnaire_of(name): "come {name}" / "as in {name}";
    create: "Crea l'indagine" / "Create the survey";
    delete_question(title): "Eliminare «{title}»?" / "Delete “{title}”?";
    delete_explained: "L'indagine va nel cestino con tutte le sue schede: per 30 giorni la puoi ripristinare dalla pagina «Dati e sicurezza»." / "The survey goes to the trash with all its sheets: for 30 days you can bring it back from the page “Data and safety”.";
}

// A survey: parts and overview.
texts! {
    survey_pages: "Pagine dell'indagine" / "Pages of the survey";
    overview: "Panoramica" / "Overview";
    results: "Risultati" / "Results";
    exchange: "Scambio" / "Exchange";
    tile_bodies: "Enti" / "Bodies";
    tile_received: "Schede ricevute" / "Sheets received";
    tile_missing: "Non pervenute" / "Not received";
    tile_indicator: "Indicatore di output" / "Output indicator";
    nobody_missing: "Nessuna" / "None";
    indicator_result_of: "su un obiettivo di" / "against a target of";
    target: "Obiettivo" / "Target";
    result: "Risultato" / "Result";
    completeness: "Completezza per dimensione" / "Completeness by dimension";
    completeness_base(# n): "Domande poste in {n} scheda ricevuta." | "Domande poste nelle {n} schede ricevute." / "Questions asked in {n} sheet received." | "Questions asked in the {n} sheets received.";
    completeness_empty: "Qui si vedrà quanto è completa ogni dimensione, appena arriva la prima scheda." / "Completeness of each dimension will show here as soon as the first sheet arrives.";
    dimension: "Dimensione" / "Dimension";
    answered: "Risposte date" / "Answers given";
    survey_notes: "Note sull'indagine" / "Notes on the survey";
    partners: "Enti partner" / "Partner bodies";
    partners_none: "Ancora nessun ente. Aggiungi il primo." / "No body yet. Add the first one.";
    partner_code: "Codice" / "Code";
    partner_name: "Ente" / "Body";
    partner_status: "Scheda" / "Sheet";
    edit_partners: "Modifica gli enti" / "Edit the bodies";
    stop_editing: "Fine" / "Done";
    add_partner: "Aggiungi ente" / "Add body";
    new_partner_name: "Nome del nuovo ente" / "Name of the new body";
    name_of(code): "Nome dell'ente {code}" / "Name of body {code}";
    move_up(name): "Sposta su {name}" / "Move {name} up";
    move_down(name): "Sposta giù {name}" / "Move {name} down";
    remove_partner: "Rimuovi" / "Remove";
    remove_partner_of(name): "Rimuovi {name}" / "Remove {name}";
    remove_question(name): "Rimuovere {name}?" / "Remove {name}?";
    remove_explained(# n): "La sua scheda ha {n} risposta e viene rimossa con l'ente." | "La sua scheda ha {n} risposte e viene rimossa con l'ente." / "Its sheet has {n} answer and is removed with it." | "Its sheet has {n} answers and is removed with it.";
}

// Lifecycle of a sheet.
texts! {
    status_expected: "Attesa" / "Expected";
    status_draft: "Bozza" / "Draft";
    status_submitted: "Consegnata" / "Submitted";
    status_returned: "Da rivedere" / "Returned";
    status_approved: "Approvata" / "Approved";
    status_missing: "Non pervenuta" / "Missing";
    become_expected: "Attendi di nuovo la scheda" / "Expect the sheet again";
    become_draft: "Riapri come bozza" / "Reopen as draft";
    become_submitted: "Consegna la scheda" / "Hand the sheet in";
    become_returned: "Rimanda all'ente" / "Send back";
    become_approved: "Approva" / "Approve";
    become_missing: "Segna come non pervenuta" / "Mark as missing";
}

// Sheet.
texts! {
    sheet_of(name): "Scheda di {name}" / "Sheet of {name}";
    sheet_progress(k, n): "{k} risposte su {n} domande" / "{k} answers to {n} questions";
    sheet_dimensions: "Dimensioni della scheda" / "Dimensions of the sheet";
    transcribed: "Trascritta da carta" / "Transcribed from paper";
    contacts: "Contatti" / "Contacts";
    contacts_hint: "Meglio la casella dell'ufficio che quella di una persona." / "Better an office's mailbox than a person's.";
    sheet_actions: "Stato della scheda" / "Status of the sheet";
    previous_sheet(name): "Precedente: {name}" / "Previous: {name}";
    next_sheet(name): "Successiva: {name}" / "Next: {name}";
    other_sheets: "Altre schede" / "Other sheets";
    several_choices: "Si può scegliere più di una voce." / "More than one choice is possible.";
    list_hint: "Più voci: separale con una virgola." / "Several entries: separate them with a comma.";
    number_hint: "Un numero." / "A number.";
    url_hint: "Un indirizzo web, per esempio https://…" / "A web address, such as https://…";
    not_a_number: "Non si legge come numero: resta scritto così." / "This does not read as a number: it is kept as written.";
    not_a_day: "Non si legge come data: resta scritto così." / "This does not read as a date: it is kept as written.";
    qualifier_of(choice): "Precisazione per {choice}" / "Detail for {choice}";
    qualifier_hint: "es. 50%, riuso" / "e.g. 50%, reuse";
    clear_choice: "Togli la scelta" / "Clear the choice";
    without_answer: "Senza risposta" / "Without an answer";
    comment: "Commento" / "Comment";
    add_comment: "Aggiungi un commento" / "Add a comment";
    transcription_note: "Nota di chi ha trascritto" / "Note of the transcriber";
    withheld(reason): "Risposta presente, tolta da questa copia ({reason})." / "There is an answer, taken out of this copy ({reason}).";
    follow_up_of(number): "Segue la domanda {number}" / "Follows question {number}";
    not_asked_because(number): "Non richiesta, per la risposta alla domanda {number}." / "Not asked, given the answer to question {number}.";
    off_condition_because(number): "Risposta fuori condizione: la domanda {number} non la richiedeva. Resta scritta e non entra nei conteggi." / "Off-condition answer: question {number} did not call for it. It is kept and counts nowhere.";
    repeated_by(number): "La domanda {number} del questionario ripete questa: si risponde una volta sola." / "Question {number} of the questionnaire repeats this one: it is answered once.";
    help: "Aiuto" / "Help";
}

// States of an answer.
texts! {
    state_given: "Risposta data" / "Answer given";
    state_blank: "Vuota" / "Blank";
    state_unknown: "Non so" / "Do not know";
    state_declined: "Preferiamo non rispondere" / "Prefer not to answer";
    state_not_applicable: "Non applicabile" / "Not applicable";
    state_unclear: "Non leggibile" / "Unclear mark";
    state_not_asked: "Non richiesta" / "Not asked";
    state_off_condition: "Fuori condizione" / "Off-condition";
    state_missing: "Scheda non pervenuta" / "No sheet";
}

// Results.
texts! {
    results_title: "Risultati per dimensione" / "Results by dimension";
    results_base(k, n): "Contano le schede ricevute: {k} di {n} enti." / "Sheets received count: {k} of {n} bodies.";
    results_base_drafts(k, n): "Contano le schede ricevute e le bozze: {k} di {n} enti." / "Sheets received and drafts count: {k} of {n} bodies.";
    without_sheet(names): "Senza scheda: {names}." / "Without a sheet: {names}.";
    drafts_left_out(# n): "{n} bozza non è contata." | "{n} bozze non sono contate." / "{n} draft is not counted." | "{n} drafts are not counted.";
    count_drafts: "Conta anche le bozze" / "Count drafts as well";
    leave_drafts: "Conta solo le schede ricevute" / "Count received sheets only";
    all_dimensions: "Tutte" / "All";
    dimensions: "Dimensioni" / "Dimensions";
    question_base(answered, asked, bodies): "Risposte date: {answered} su {asked} a cui è stata posta; {bodies} enti in tutto." / "Answers given: {answered} of {asked} asked; {bodies} bodies in all.";
    several_choices_base: "Più scelte possibili: le righe possono superare il totale." / "Several choices possible: rows may exceed the total.";
    table_of(number): "Tabella della domanda {number}" / "Table of question {number}";
    answer: "Risposta" / "Answer";
    bodies_column: "Enti" / "Bodies";
    number_column: "N." / "No.";
    names_column: "Quali" / "Which";
    by_choice: "Scelte" / "Choices";
    by_combination: "Combinazioni" / "Combinations";
    by_term: "Termini" / "Terms";
    by_unread: "Voci non lette dal glossario" / "Entries the codebook does not read";
    by_state: "Stato delle risposte" / "State of the answers";
    no_answers_yet: "Ancora nessuna risposta." / "No answer yet.";
    body_answer: "Che cosa ha scritto" / "What it wrote";
    axis_bodies: "enti" / "bodies";
    axis_answers: "risposte" / "answers";
    show_all_names(# n): "Mostra {n} nome" | "Mostra tutti i {n} nomi" / "Show {n} name" | "Show all {n} names";
}

// Exchange.
texts! {
    export_title: "Esporta" / "Export";
    export_text(title, bodies, sheets): "Un file con tutta l'indagine «{title}»: questionario, {bodies}, {sheets}, contatti e commenti compresi." / "One file with the whole survey “{title}”: questionnaire, {bodies}, {sheets}, contacts and comments included.";
    export_button: "Esporta il file" / "Export the file";
    fingerprint: "Impronta del contenuto (SHA-256)" / "Fingerprint of the content (SHA-256)";
    fingerprint_hint: "Dice se il contenuto è rimasto lo stesso, non chi lo ha scritto." / "It tells whether the content is unchanged, not who wrote it.";
    import_title: "Importa" / "Import";
    import_text: "Scegli uno o più file di Rilievo. Prima di cambiare qualcosa ti mostriamo che cosa succederebbe." / "Choose one or more Rilievo files. Before anything changes you see what would happen.";
    import_pick: "Scegli i file da importare" / "Choose the files to import";
    import_preview: "Che cosa succederebbe" / "What would happen";
    import_confirm(# n): "Importa un'indagine" | "Importa {n} indagini" / "Import one survey" | "Import {n} surveys";
    import_nothing: "Non c'è nulla da importare." / "There is nothing to import.";
    import_new: "Nuova: verrà aggiunta." / "New: it will be added.";
    import_identical: "Identica a quella che hai: non cambia nulla." / "Identical to yours: nothing changes.";
    import_beside: "La tua è diversa: questa verrà aggiunta accanto, come copia, e la tua resta com'è." / "Yours differs: this one will be added beside it as a copy, and yours stays as it is.";
    import_differs(# n): "{n} risposta diversa" | "{n} risposte diverse" / "{n} answer differs" | "{n} answers differ";
    import_head_differs: "titolo, questionario o enti diversi" / "title, questionnaire or bodies differ";
    import_warnings(# n): "{n} avviso" | "{n} avvisi" / "{n} warning" | "{n} warnings";
    imported_title(title): "{title} (importata)" / "{title} (imported)";
}

// What goes into the mail with an invitation.
texts! {
    cover_subject(title, body): "Oggetto: {title}, scheda di {body}" / "Subject: {title}, sheet of {body}";
    cover_dear: "Gentile collega," / "Dear colleague,";
    cover_what(title, body): "ti invitiamo a compilare la scheda di {body} per l'indagine «{title}»." / "we invite you to fill in the sheet of {body} for the survey “{title}”.";
    cover_who(name): "L'indagine è coordinata da {name}." / "The survey is coordinated by {name}.";
    cover_link: "1. Apri questo link in un browser. Non c'è nulla da installare e non serve registrarsi." / "1. Open this link in a browser. There is nothing to install and no need to register.";
    cover_file(file, address): "1. Apri {address} in un browser e scegli lì il file allegato, {file}. Non c'è nulla da installare e non serve registrarsi." / "1. Open {address} in a browser and choose the attached file there, {file}. There is nothing to install and no need to register.";
    cover_fill: "2. Compila la scheda. Le risposte restano nel tuo browser: puoi fermarti e riprendere dallo stesso computer." / "2. Fill in the sheet. The answers stay in your browser: you can stop and go on later on the same computer.";
    cover_send: "3. Alla fine scegli «Invia», prepara il file di risposta e mandacelo per PEC." / "3. When done choose “Send”, prepare the response file and send it to us by certified mail (PEC).";
    cover_send_by(day): "3. Alla fine scegli «Invia», prepara il file di risposta e mandacelo per PEC entro il {day}." / "3. When done choose “Send”, prepare the response file and send it to us by certified mail (PEC) by {day}.";
    cover_nothing_leaves: "Nulla viene inviato da solo: le risposte ci arrivano soltanto con il file che mandi tu." / "Nothing is sent by itself: the answers reach us only in the file that you send.";
    cover_thanks: "Grazie della collaborazione." / "Thank you for your help.";
}

// Refusals and warnings about a file.
texts! {
    file_not_json: "Questo file non è un file di Rilievo: il suo contenuto non è in formato JSON. Scegli il file .json che hai ricevuto, senza aprirlo e salvarlo con altri programmi." / "This is not a Rilievo file: its content is not JSON. Choose the .json file that you received, without opening and saving it with other programs.";
    file_not_a_bundle: "Questo file è in formato JSON ma non è un pacchetto di Rilievo. Controlla di aver scelto il file giusto." / "This file is JSON but not a Rilievo bundle. Check that you chose the right file.";
    file_too_new: "Questo pacchetto è stato scritto da una versione più recente di Rilievo. Ricarica la pagina per aggiornare Rilievo, poi riprova." / "This bundle was written by a newer version of Rilievo. Reload the page to update Rilievo, then try again.";
    file_damaged(place): "Questo pacchetto di Rilievo è danneggiato ({place}). Chiedi a chi te lo ha mandato di esportarlo e inviarlo di nuovo." / "This Rilievo bundle is damaged ({place}). Ask whoever sent it to export and send it again.";
    file_too_large(size, limit): "Questo file è troppo grande: {size} MB, il limite è {limit} MB. Un pacchetto di Rilievo è molto più piccolo: controlla di aver scelto il file giusto." / "This file is too large: {size} MB, the limit is {limit} MB. A Rilievo bundle is much smaller: check that you chose the right file.";
    file_unreadable: "Il browser non riesce a leggere questo file. Forse è stato spostato o aperto altrove: sceglilo di nuovo." / "The browser cannot read this file. Perhaps it was moved or is open elsewhere: choose it again.";
    nothing_changed: "Le tue indagini sono come prima." / "Your surveys are as they were.";
    place_end: "si interrompe prima della fine" / "it breaks off before its end";
    place_at(line, column): "riga {line}, colonna {column}" / "line {line}, column {column}";
    warn_fingerprint(written, computed): "L'impronta scritta nel file ({written}) non è quella del contenuto ({computed}): il file è stato modificato dopo l'esportazione." / "The fingerprint in the file ({written}) is not that of its content ({computed}): the file was changed after it was exported.";
    warn_repaired(place): "Sistemato senza perdere nulla: {place}" / "Repaired without loss: {place}";
    warn_odd(place): "Qualcosa di insolito, tenuto com'è: {place}" / "Something odd, kept as it is: {place}";
}

// Kinds of bodies.
texts! {
    kind_comune: "Comune" / "Municipality";
    kind_regione: "Regione" / "Region";
    kind_citta_metropolitana: "Città metropolitana" / "Metropolitan city";
    kind_provincia: "Provincia" / "Province";
    kind_provincia_autonoma: "Provincia autonoma" / "Autonomous province";
}

// Settings: what this browser keeps.
texts! {
    settings: "Dati e sicurezza" / "Data and safety";
    settings_intro: "Le indagini stanno solo in questo browser. Qui vedi come stanno, e ne salvi una copia." / "The surveys are in this browser only. Here you see how they are, and save a copy.";
    copies: "Copia su file" / "Copy on file";
    copies_text: "Un solo file con tutte le indagini. Tienilo su un disco diverso: un browser si può svuotare, un computer si può rompere." / "One file with all surveys. Keep it on another disk: a browser can be emptied, a computer can break.";
    save_copy: "Salva una copia di tutto" / "Save a copy of everything";
    last_copy(when): "Ultima copia su file: {when}." / "Last copy on file: {when}.";
    no_copy_yet: "Non hai ancora salvato una copia su file." / "You have not saved a copy on file yet.";
    room: "Spazio" / "Room";
    room_used(percent): "Usato: {percent} di quello che il browser concede." / "Used: {percent} of what the browser gives.";
    room_what: "Che cosa" / "What";
    room_records: "Dati" / "Data";
    room_snapshots: "Copie automatiche" / "Snapshots";
    room_others: "Impostazioni e testi messi da parte" / "Settings and texts set aside";
    room_hint: "Per fare spazio: elimina le copie automatiche, svuota il cestino, o esporta ed elimina un'indagine che non serve più." / "To make room: remove snapshots, empty the trash, or export and delete a survey that is no longer needed.";
    room_foreign: "Altri programmi dello stesso sito" / "Other programs of the same site";
    in_trash(title): "{title} (nel cestino)" / "{title} (in the trash)";
    persisted: "Il browser ha promesso di non cancellare questi dati per fare spazio." / "The browser has promised not to delete these data to make room.";
    not_persisted: "Se il disco si riempie, il browser può cancellare questi dati." / "If the disk fills up, the browser may delete these data.";
    persistence_unknown: "Questo browser non dice se conserva i dati quando il disco si riempie." / "This browser does not say whether it keeps the data when the disk fills up.";
    ask_to_persist: "Chiedi di conservarli" / "Ask it to keep them";
    journal_works: "Diario di sicurezza attivo: «Salvato» vuol dire che la risposta è sul disco, anche se il browser si blocca." / "Safety journal at work: “Saved” means that the answer is on the disk, even if the browser crashes.";
    shared_computer: "Su un computer usato da più persone, chiunque apra questo browser vede le indagini: alla fine salva una copia e cancella i dati." / "On a computer that several people use, whoever opens this browser sees the surveys: when done, save a copy and delete the data.";
    snapshots: "Copie automatiche" / "Snapshots";
    snapshots_text: "Rilievo ne fa una al giorno, e una prima di ogni importazione. Ripristinando, quello che c'è ora resta in un'altra copia." / "Rilievo takes one a day, and one before each import. When you restore one, what is there now is kept in another.";
    no_snapshots: "Ancora nessuna." / "None yet.";
    no_room_for_snapshots: "Per un'altra copia automatica non c'è più spazio: salva una copia su file." / "There is no room for another snapshot: save a copy on file.";
    remove_snapshots: "Elimina queste copie" / "Remove these snapshots";
    why_daily: "quotidiana" / "daily";
    why_import: "prima di un'importazione" / "before an import";
    why_questionnaire: "prima di cambiare il questionario" / "before changing the questionnaire";
    why_restore: "prima di un ripristino" / "before a restore";
    restore_question(title, when): "Riportare «{title}» a com'era il {when}?" / "Put “{title}” back to how it was on {when}?";
    restore_explained: "Com'è adesso resta tra le copie automatiche." / "How it is now stays among the snapshots.";
    trash: "Cestino" / "Trash";
    trash_empty: "Il cestino è vuoto." / "The trash is empty.";
    empty_trash: "Svuota il cestino" / "Empty the trash";
    empty_trash_question: "Svuotare il cestino?" / "Empty the trash?";
    deleted_on(when): "eliminata il {when}; resta qui 30 giorni" / "deleted on {when}; stays here for 30 days";
    purge: "Elimina per sempre" / "Delete for good";
    purge_question(title): "Eliminare per sempre «{title}»?" / "Delete “{title}” for good?";
    purge_explained: "Le sue schede e le sue copie automatiche non si potranno più recuperare." / "Its sheets and its snapshots cannot be brought back any more.";
    checks: "Controllo" / "Check";
    checks_text: "Scrive un dato di prova, lo rilegge, e verifica tutto ciò che è salvato." / "Writes a trial record, reads it back, and verifies everything that is saved.";
    run_checks: "Controlla adesso" / "Check now";
    trial_kept: "La prova di scrittura e rilettura è riuscita." / "Writing and reading back a trial record worked.";
    records_sound(# n): "Un dato salvato, integro." | "{n} dati salvati, integri." / "One saved record, sound." | "{n} saved records, sound.";
    records_damaged(# n): "Un dato è danneggiato: riapri la sua indagine per metterlo da parte." | "{n} dati sono danneggiati: riapri le loro indagini per metterli da parte." / "One record is damaged: open its survey again to set it aside." | "{n} records are damaged: open their surveys again to set them aside.";
    delete_all: "Cancella tutti i dati" / "Delete all data";
    delete_all_understood: "Ho salvato una copia, o non mi serve" / "I have saved a copy, or need none";
    delete_all_question: "Cancellare tutto da questo browser?" / "Delete everything from this browser?";
    delete_all_explained: "Spariscono tutte le indagini, il cestino, le copie automatiche, il diario di sicurezza, le impostazioni e quanto il browser ha tenuto di questa pagina. Non si può annullare." / "All surveys go, with the trash, the snapshots, the safety journal, the settings, and what the browser has kept of this page. This cannot be undone.";
}
