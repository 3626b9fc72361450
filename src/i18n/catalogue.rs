//! The catalogue: Italian / English, grouped by the page that shows the text.

use super::texts;

// Everywhere.
texts! {
    app_name: "Rilievo" / "Rilievo";
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
    reading_sheets: "Lettura delle schede…" / "Reading the sheets…";
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
    invited_to(title): "L'invito a «{title}» è aperto. Quello che scrivi nella tua scheda resta in questo browser." / "The invitation to “{title}” is open. What you write on your sheet stays in this browser.";
}

// Home.
texts! {
    home_title: "Le tue indagini" / "Your surveys";
    home_intro: "Raccogli le risposte di ogni ente, confrontale per dimensione e portale con te in un file." / "Collect the answers of each body, compare them by dimension and take them along in a file.";
    home_empty: "In questo browser non c'è ancora nessuna indagine." / "There is no survey in this browser yet.";
    open_example(name): "Apri l'esempio {name}" / "Open the {name} example";
    invited_here: "Su invito: la tua scheda" / "By invitation: your sheet";
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
    my_sheet: "La mia scheda" / "My sheet";
    send: "Invia" / "Send";
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
    become_expected: "Riapri come attesa" / "Reopen as expected";
    become_draft: "Riapri come bozza" / "Reopen as draft";
    become_submitted: "Consegna la scheda" / "Hand the sheet in";
    become_returned: "Rimanda all'ente" / "Send back";
    become_approved: "Approva" / "Approve";
    become_missing: "Segna come non pervenuta" / "Mark as missing";
}

// Sheet.
texts! {
    sheet_progress(# k, n): "{k} risposta su {n} domande" | "{k} risposte su {n} domande" / "{k} answer to {n} questions" | "{k} answers to {n} questions";
    sheet_dimensions: "Dimensioni della scheda" / "Dimensions of the sheet";
    transcribed: "Trascritta da carta" / "Transcribed from paper";
    contacts: "Contatti" / "Contacts";
    contacts_hint: "Meglio la casella dell'ufficio che quella di una persona." / "Better an office's mailbox than a person's.";
    sheet_actions: "Stato della scheda" / "Status of the sheet";
    send_title: "Invia la scheda" / "Send the sheet";
    send_text: "Vedi che cosa manca e prepari il file di risposta. Nulla parte da solo." / "See what is missing and prepare the response file. Nothing is sent by itself.";
    send_next: "Vai all'invio" / "Go on to sending";
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
    evidence: "Riscontro" / "Evidence";
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
    state_missing: "Senza scheda" / "No sheet";
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
    question_base(answered, asked, bodies): "Risposte date: {answered} su {asked} a cui è stata posta; enti in tutto: {bodies}." / "Answers given: {answered} of {asked} asked; bodies in all: {bodies}.";
    several_choices_base: "Più scelte possibili: le righe possono superare il totale." / "Several choices possible: rows may exceed the total.";
    table_of(number): "Tabella della domanda {number}" / "Table of question {number}";
    answer: "Risposta" / "Answer";
    bodies_column: "Enti" / "Bodies";
    names_column: "Quali" / "Which";
    by_choice: "Scelte" / "Choices";
    by_combination: "Combinazioni" / "Combinations";
    by_term: "Termini" / "Terms";
    by_unread: "Voci che il dizionario non legge" / "Entries the codebook does not read";
    by_state: "Stato delle risposte" / "State of the answers";
    body_answer: "Che cosa ha scritto" / "What it wrote";
    axis_bodies: "enti" / "bodies";
    axis_answers: "risposte" / "answers";
    show_all_names(# n): "Mostra {n} nome" | "Mostra {n} nomi" / "Show {n} name" | "Show all {n} names";
}

// Exchange.
texts! {
    invites: "Inviti" / "Invitations";
    invites_text: "Ogni ente riceve il questionario e la propria scheda, e nulla degli altri. Per file o con un link." / "Each body gets the questionnaire and its own sheet, and nothing of the others. As a file or by a link.";
    invite_all: "Tutti" / "All";
    invite_save: "Scarica gli inviti" / "Save the invitations";
    invite_save_one: "Scarica il file dell'invito" / "Save the invitation as a file";
    invite_none_chosen: "Scegli uno o più enti." / "Choose one or more bodies.";
    invite_chosen(# n): "Un file." | "{n} file, uno dopo l'altro." / "One file." | "{n} files, one after the other.";
    invite_link: "Link e testo" / "Link and text";
    the_link: "Link dell'invito" / "Link of the invitation";
    invite_link_of(name): "Link e testo: {name}" / "Link and text: {name}";
    link_length(n): "Il link ha {n} caratteri. L'invito è nel link stesso: nulla arriva al sito." / "The link has {n} characters. The invitation is in the link itself: nothing reaches the site.";
    link_too_long(n, most): "Il link avrebbe {n} caratteri, più di {most}: i programmi di posta possono tagliarlo. Manda il file." / "The link would have {n} characters, more than {most}: mail programs may cut it. Send the file.";
    copy_link: "Copia il link" / "Copy the link";
    copied: "Copiato." / "Copied.";
    copy_by_hand: "Il testo è selezionato: copialo con Ctrl+C." / "The text is selected: copy it with Ctrl+C.";
    cover_title: "Testo per la mail" / "Text for the mail";
    cover_language: "Lingua del testo" / "Language of the text";
    cover_until: "Rispondere entro (facoltativo)" / "Answer by (optional)";
    cover_attached: "Allego il file al posto del link" / "I attach the file in place of the link";
    copy_cover: "Copia il testo" / "Copy the text";
    export_title: "Esporta" / "Export";
    export_for: "Per chi" / "For whom";
    scope_coordinator: "Coordinamento" / "Coordination";
    scope_coordinator_text: "Tutta l'indagine, con contatti, commenti e rilievi." / "The whole survey, with contacts, comments and remarks.";
    scope_partner: "Un ente" / "One body";
    scope_partner_text: "Il questionario e la scheda di quell'ente." / "The questionnaire and the sheet of that body.";
    scope_public: "Pubblico" / "Public";
    scope_public_text: "Senza contatti, commenti, note e rilievi." / "Without contacts, comments, notes and remarks.";
    export_no_text: "Anche senza testo libero" / "Without free text as well";
    withheld_contacts: "contatti tolti dalla copia pubblica" / "contacts are left out of the public copy";
    withheld_texts: "testi liberi tolti dalla copia pubblica" / "free texts are left out of the public copy";
    leaves: "Che cosa esce" / "What leaves";
    leaving_bodies: "Enti" / "Bodies";
    leaving_sheets: "Schede compilate" / "Sheets filled in";
    leaving_answers: "Risposte" / "Answers";
    leaving_comments: "Commenti e note" / "Comments and notes";
    leaving_contacts: "Contatti" / "Contacts";
    leaving_remarks: "Rilievi" / "Remarks";
    leaving_withheld: "Valori tolti" / "Values left out";
    recognised_few(# n): "C'è una sola scheda: si capisce di chi sono le risposte." | "Le schede sono solo {n}: si può capire di chi sono le risposte." / "There is only one sheet: it is plain whose answers they are." | "There are only {n} sheets: readers may tell whose answers they are.";
    recognised_alone(kinds): "Di questi tipi c'è un solo ente ciascuno: {kinds}." / "There is only one body each of these kinds: {kinds}.";
    export_button: "Esporta il file" / "Export the file";
    fingerprint: "Impronta del contenuto (SHA-256)" / "Fingerprint of the content (SHA-256)";
    fingerprint_hint: "Dice se il contenuto è rimasto lo stesso, non chi lo ha scritto." / "It tells whether the content is unchanged, not who wrote it.";
    import_title: "Importa" / "Import";
    import_text: "Scegli uno o più file di Rilievo, oppure trascinali in questa pagina. Prima di cambiare qualcosa ti mostriamo che cosa succederebbe." / "Choose one or more Rilievo files, or drag them onto this page. Before anything changes you see what would happen.";
    import_pick: "Scegli i file da importare" / "Choose the files to import";
    import_drop: "Lascia qui i file: vedrai prima che cosa succederebbe." / "Drop the files here: you will first see what would happen.";
    import_paste: "Incolla un testo o un link" / "Paste a text or a link";
    import_paste_label: "Il contenuto di un file di Rilievo, o il link di un invito" / "The content of a Rilievo file, or the link of an invitation";
    import_paste_read: "Leggi" / "Read";
    pasted_text: "Testo incollato" / "Pasted text";
    import_more_warnings(# n): "e {n} altro" | "e altri {n}" / "and {n} more" | "and {n} more";
    import_warnings(# n): "{n} avviso" | "{n} avvisi" / "{n} warning" | "{n} warnings";
    imported_title(title): "{title} (importata)" / "{title} (imported)";
}

// What would come of an import, and taking it back.
texts! {
    import_preview: "Che cosa succederebbe" / "What would happen";
    import_confirm(# n): "Importa un file" | "Importa {n} file" / "Import one file" | "Import {n} files";
    import_open_sheet: "Apri la mia scheda" / "Open my sheet";
    import_nothing: "Non c'è nulla da importare." / "There is nothing to import.";
    import_left(# n): "Resta una scelta da fare prima di importare." | "Restano {n} scelte da fare prima di importare." / "One choice is left before you can import." | "{n} choices are left before you can import.";
    import_next: "Vai alla prossima scelta" / "Go to the next choice";
    import_again: "Nel frattempo l'indagine è cambiata: controlla di nuovo." / "The survey has changed meanwhile: please look again.";
    kind_survey: "Indagine" / "Survey";
    kind_public: "Indagine, copia pubblica" / "Survey, public copy";
    kind_partner(name): "Scheda di {name}" / "Sheet of {name}";
    kind_invitation(name): "Invito per {name}" / "Invitation for {name}";
    kind_response(name): "Risposta di {name}" / "Response of {name}";
    exported_on(when): "esportazione: {when}" / "exported: {when}";
    fingerprint_short: "Impronta" / "Fingerprint";
    import_new: "Nuova: in questo browser non c'è ancora." / "New: this browser does not have it yet.";
    import_invitation: "Nuova: in questo browser arriverà soltanto questa scheda, da compilare." / "New: only this sheet will come into this browser, to be filled in.";
    import_identical: "Identica a quella che hai: non cambia nulla." / "Identical to yours: nothing changes.";
    import_older: "La tua è più recente: non c'è nulla da importare." / "Yours is newer: there is nothing to import.";
    import_beside_asked: "Verrà aggiunta accanto alla tua, come copia." / "It will be added beside yours, as a copy.";
    import_beside_public: "È una copia pubblica, da cui qualcosa è stato tolto: verrà aggiunta accanto alla tua." / "It is a public copy, from which something was taken out: it will be added beside yours.";
    import_beside_invited: "Qui ci sono soltanto le schede del tuo invito: l'indagine intera verrà aggiunta accanto." / "Here you have only the sheets that you were invited to fill in: the whole survey will be added beside them.";
    import_how: "Come importarla" / "How to import it";
    import_merge: "Unisci alla tua" / "Merge it into yours";
    import_beside: "Aggiungi accanto come copia" / "Add it beside yours as a copy";
    count_new(# n): "{n} nuova" | "{n} nuove" / "{n} new" | "{n} new";
    count_updated(# n): "{n} aggiornata" | "{n} aggiornate" / "{n} updated" | "{n} updated";
    count_identical(# n): "{n} identica" | "{n} identiche" / "{n} identical" | "{n} identical";
    count_newer(# n): "{n} più recente qui" | "{n} più recenti qui" / "{n} newer here" | "{n} newer here";
    count_conflicts(# n): "{n} in conflitto" | "{n} in conflitto" / "{n} in conflict" | "{n} in conflict";
    count_unfit(# n): "{n} risposta non è più prevista dal questionario: resta scritta in un rilievo aperto." | "{n} risposte non sono più previste dal questionario: restano scritte in rilievi aperti." / "{n} answer does not fit the questionnaire: an open remark keeps it." | "{n} answers do not fit the questionnaire: open remarks keep them.";
    changes_of(# n): "Vedi la voce che cambierebbe" | "Vedi le {n} voci che cambierebbero" / "Show the item that would change" | "Show the {n} items that would change";
    change_before: "Prima" / "Before";
    change_after: "Dopo" / "After";
    side_absent: "Non c'è" / "Not there";
    record_status: "Stato della scheda" / "Status of the sheet";
    record_partner: "Dati dell'ente" / "Data of the body";
    record_remark: "Rilievo" / "Remark";
    record_remark_on(what): "Rilievo su: {what}" / "Remark on: {what}";
    remark_open: "aperto" / "open";
    remark_resolved: "risolto" / "resolved";
    replies(# n): "{n} replica" | "{n} repliche" / "{n} reply" | "{n} replies";
    part_survey: "Dati dell'indagine" / "Data of the survey";
    part_title: "Titolo" / "Title";
    part_indicator: "Indicatore" / "Indicator";
    part_notes: "Note" / "Notes";
    part_questionnaire: "Questionario" / "Questionnaire";
    part_document(name): "Progetto: {name}" / "Project: {name}";
    part_codebook(name): "Dizionario: {name}" / "Codebook: {name}";
    part_readings(name): "Lettura: {name}" / "Reading: {name}";
    part_conclusion(name): "Conclusione: {name}" / "Conclusion: {name}";
    part_influence(name): "Fattore: {name}" / "Factor: {name}";
    part_issued(name): "Versione emessa: {name}" / "Issued version: {name}";
    part_slide(name): "Diapositiva: {name}" / "Slide: {name}";
    part_order: "Ordine degli enti" / "Order of the bodies";
    part_order_slides: "Ordine delle diapositive" / "Order of the slides";
    conflicts_title: "Da decidere" / "To be decided";
    conflicts_text: "Queste voci sono cambiate sia qui sia nel file. Scegli quale vale." / "These items have changed both here and in the file. Choose which one stands.";
    conflicts_in_turn(n): "Ne vedi {n} alla volta: decise queste, arrivano le successive." / "You see {n} at a time: when these are decided, the next ones come.";
    side_base: "In origine" / "Originally";
    side_mine: "La mia" / "Mine";
    side_theirs: "La loro" / "Theirs";
    edited_on(when): "modifica: {when}" / "edited: {when}";
    take_mine: "Tieni la mia" / "Keep mine";
    take_theirs: "Prendi la loro" / "Take theirs";
    take_both: "Tieni entrambe" / "Keep both";
    take_both_hint(name): "La loro resta come rilievo aperto di {name}." / "Theirs stays as an open remark of {name}.";
    for_all: "Per tutte:" / "For all:";
    all_mine: "tieni le mie" / "keep mine";
    all_theirs: "prendi le loro" / "take theirs";
    all_both: "tieni entrambe" / "keep both";
    form_title: "Il questionario è diverso" / "The questionnaire differs";
    form_text: "I questionari non si uniscono: ne vale uno. Scegli quale." / "Questionnaires are not merged: one of them stands. Choose which.";
    form_mine_stands: "Vale il tuo questionario." / "Your questionnaire stands.";
    form_take_mine: "Tieni il mio questionario" / "Keep my questionnaire";
    form_take_theirs: "Prendi il loro questionario" / "Take their questionnaire";
    form_version: "Versione" / "Version";
    form_order: "L'ordine delle domande è diverso." / "The questions are in another order.";
    form_dimension(id): "Dimensione {id}" / "Dimension {id}";
    form_contact(id): "Contatto {id}" / "Contact {id}";
    form_added(what, text): "Solo nel loro — {what}: {text}" / "Only in theirs — {what}: {text}";
    form_removed(what, text): "Solo nel mio — {what}: {text}" / "Only in mine — {what}: {text}";
    form_reworded(what, mine, theirs): "{what}: «{mine}» nel mio, «{theirs}» nel loro" / "{what}: “{mine}” in mine, “{theirs}” in theirs";
    form_kind(what, text): "{what}: chiede un altro tipo di risposta — {text}" / "{what}: asks for another kind of answer — {text}";
    form_options_gone(what, options): "{what}: voci che solo il mio ha: {options}" / "{what}: choices that only mine has: {options}";
    form_options_added(what, options): "{what}: voci che solo il loro ha: {options}" / "{what}: choices that only theirs has: {options}";
    form_other(what, text): "{what}: numero, dimensione o condizione diversi — {text}" / "{what}: another number, dimension or condition — {text}";
    form_answers(# n): "{n} risposta riguarda queste differenze." | "{n} risposte riguardano queste differenze." / "{n} answer is about these differences." | "{n} answers are about these differences.";
    form_if_mine(k, n): "Se vale il mio: restano risposte {k}, diventano rilievi aperti {n}." / "If mine stands: {k} stay answers, {n} become open remarks.";
    form_if_theirs(k, n): "Se vale il loro: restano risposte {k}, diventano rilievi aperti {n}." / "If theirs stands: {k} stay answers, {n} become open remarks.";
    form_becomes: "Vedi che cosa diventa ogni risposta" / "Show what becomes of each answer";
    form_with_mine: "Con il mio" / "With mine";
    form_with_theirs: "Con il loro" / "With theirs";
    becomes_answer: "resta una risposta" / "stays an answer";
    becomes_remark: "diventa un rilievo aperto" / "becomes an open remark";
    imported(# n): "Importazione riuscita: {n} file." | "Importazione riuscita: {n} file." / "Import done: {n} file." | "Import done: {n} files.";
    last_import(files, when): "Ultima importazione: {files}, {when}" / "Last import: {files}, {when}";
    files(# n): "{n} file" | "{n} file" / "{n} file" | "{n} files";
    today_at(time): "oggi alle {time}" / "today at {time}";
    undo_import: "Annulla importazione" / "Undo the import";
    undo_import_question: "Annullare l'importazione?" / "Undo the import?";
    undo_import_edited(# n): "Dopo l'importazione è stata modificata {n} scheda. Tornerà com'era prima dell'importazione; le modifiche restano nella cronologia della scheda e in una copia automatica." | "Dopo l'importazione sono state modificate {n} schede. Torneranno com'erano prima dell'importazione; le modifiche restano nella cronologia delle schede e in una copia automatica." / "{n} sheet was edited after the import. It goes back to how it was before the import; the edits stay in the sheet's history and in a snapshot." | "{n} sheets were edited after the import. They go back to how they were before the import; the edits stay in the sheets' histories and in a snapshot.";
    import_undone: "Importazione annullata: tutto è come prima." / "The import was undone: everything is as it was.";
    import_refused(why): "Non è stato possibile scrivere, e non è cambiato nulla. {why} Fai spazio e riprova." / "It could not be written, and nothing has changed. {why} Make room and try again.";
    with_name(name, text): "{name}: {text}" / "{name}: {text}";
}

// An invitation that came as a link.
texts! {
    open_title: "Apri l'invito" / "Open the invitation";
    open_file: "Scegli il file dell'invito che hai ricevuto." / "Choose the invitation's file that you received.";
    open_to_decide: "Di questa indagine hai già qualcosa, e l'invito è diverso: qui sotto vedi che cosa cambierebbe." / "You have something of this survey already, and the invitation differs: see below what would change.";
    open_ask_for_file: "Nel browser non è cambiato nulla. Chiedi a chi ti ha invitato il file dell'invito, e sceglilo qui sotto." / "Nothing in the browser has changed. Ask whoever invited you for the invitation as a file, and choose it below.";
    link_damaged: "Il link non è completo o è stato cambiato lungo la strada: alcuni programmi di posta tagliano i link lunghi. Prova a copiarlo intero nella barra degli indirizzi." / "The link is not complete, or was changed on the way: some mail programs cut long links. Try to copy it whole into the address bar.";
    link_too_new: "Il link è stato scritto da una versione più recente di Rilievo. Ricarica la pagina per aggiornare Rilievo, poi riprova." / "The link was written by a newer version of Rilievo. Reload the page to update Rilievo, then try again.";
    link_no_invitation: "Il link non contiene un invito." / "The link holds no invitation.";
    link_not_kept: "Il browser non ha potuto salvare l'invito. Fai spazio, poi apri di nuovo il link." / "The browser could not keep the invitation. Make room, then open the link again.";
}

// Sending a sheet.
texts! {
    missing(# n): "Una domanda è senza risposta. Nulla è obbligatorio: puoi inviare anche così." | "{n} domande sono senza risposta. Nulla è obbligatorio: puoi inviare anche così." / "One question has no answer. Nothing is obligatory: you can send the sheet as it is." | "{n} questions have no answer. Nothing is obligatory: you can send the sheet as it is.";
    nothing_missing: "Hai risposto a tutte le domande." / "Every question has an answer.";
    send_prepare: "Prepara il file di risposta" / "Prepare the response file";
    receipt: "Ricevuta" / "Receipt";
    receipt_next(file): "Ora manda il file {file} per PEC a chi ti ha invitato. È tra i file scaricati." / "Now send the file {file} by certified mail (PEC) to whoever invited you. It is among your downloads.";
    receipt_survey: "Indagine" / "Survey";
    receipt_project: "Progetto" / "Project";
    receipt_activity: "Attività" / "Activity";
    receipt_answers: "Risposte date" / "Answers given";
    receipt_at: "Preparato il" / "Prepared on";
    receipt_file: "File" / "File";
    receipt_sha256: "SHA-256 del file" / "SHA-256 of the file";
    receipt_base64: "SHA-256 in base64" / "SHA-256 in base64";
    receipt_hint: "L'impronta dice se il file è rimasto lo stesso, non chi lo ha scritto." / "The sum tells whether the file is unchanged, not who wrote it.";
    print_receipt: "Stampa la ricevuta" / "Print the receipt";
    changed_since: "Dopo questo file hai cambiato la scheda: prepara di nuovo il file e manda quello." / "You have changed the sheet since this file: prepare the file again and send that one.";
}

// What goes into the mail with an invitation.
texts! {
    cover_subject(title, body): "Oggetto: {title}, scheda di {body}" / "Subject: {title}, sheet of {body}";
    cover_dear: "Gentile collega," / "Dear colleague,";
    cover_what(title, body): "ti invitiamo a compilare la scheda di {body} per l'indagine «{title}»." / "We invite you to fill in the sheet of {body} for the survey “{title}”.";
    cover_who(name): "L'indagine è coordinata da {name}." / "The survey is coordinated by {name}.";
    cover_link: "1. Apri questo link in un browser. Non c'è nulla da installare e non serve registrarsi." / "1. Open this link in a browser. There is nothing to install and no need to register.";
    cover_file(file, address): "1. Apri {address} in un browser e scegli lì il file allegato, {file}. Non c'è nulla da installare e non serve registrarsi." / "1. Open {address} in a browser and choose the attached file there, {file}. There is nothing to install and no need to register.";
    cover_fill: "2. Compila la scheda. Le risposte restano nel tuo browser: puoi fermarti e riprendere dallo stesso computer." / "2. Fill in the sheet. The answers stay in your browser: you can stop and go on later on the same computer.";
    cover_send: "3. Alla fine scegli «Invia», prepara il file di risposta e mandacelo per PEC." / "3. When done choose “Send”, prepare the response file and send it to us by certified mail (PEC).";
    cover_send_by(day): "3. Alla fine scegli «Invia», prepara il file di risposta e mandacelo per PEC. Termine: {day}." / "3. When done choose “Send”, prepare the response file and send it to us by certified mail (PEC) by {day}.";
    cover_nothing_leaves: "Nulla viene inviato da solo: le risposte ci arrivano soltanto con il file che mandi tu." / "Nothing is sent by itself: the answers reach us only in the file that you send.";
    cover_thanks: "Grazie della collaborazione." / "Thank you for your help.";
}

// Refusals and warnings about a file.
texts! {
    file_not_json: "Questo file non è un file di Rilievo: il suo contenuto non è in formato JSON. Scegli il file .json che hai ricevuto, senza aprirlo e salvarlo con altri programmi." / "This is not a Rilievo file: its content is not JSON. Choose the .json file that you received, without opening and saving it with other programs.";
    file_is_empty: "Questo file è vuoto. Chiedi a chi te lo ha mandato di inviarlo di nuovo." / "This file is empty. Ask whoever sent it to send it again.";
    file_is_archive: "È un archivio ZIP: aprilo e scegli il file .json che contiene." / "This is a ZIP archive: open it and choose the .json file in it.";
    file_is_spreadsheet: "È un foglio di calcolo. Rilievo legge i propri file .json: scegli quello che hai ricevuto." / "This is a spreadsheet. Rilievo reads its own .json files: choose the one that you received.";
    file_is_document: "È un documento di testo o di ufficio. Rilievo legge i propri file .json: scegli quello che hai ricevuto." / "This is an office document. Rilievo reads its own .json files: choose the one that you received.";
    file_is_pdf: "È un PDF: si può leggere e stampare, non importare. Scegli il file .json che hai ricevuto con lo stesso messaggio." / "This is a PDF: it can be read and printed, not imported. Choose the .json file that came with the same message.";
    file_is_signed: "È un file firmato (.p7m): apri il documento originale con il programma di firma, salvalo e scegli quello." / "This is a signed file (.p7m): open the original document with your signing program, save it and choose that one.";
    file_is_mail: "È un messaggio di posta: aprilo con il programma di posta, salva l'allegato .json e scegli quello." / "This is a mail message: open it with your mail program, save the .json attachment and choose that one.";
    file_is_web_page: "È una pagina web, forse salvata al posto del file. Scarica di nuovo il file .json e scegli quello." / "This is a web page, perhaps saved in place of the file. Download the .json file again and choose that one.";
    file_is_compressed: "È un file compresso (gzip): estrai il file .json che contiene e scegli quello." / "This is a compressed file (gzip): extract the .json file in it and choose that one.";
    file_is_picture: "È un'immagine. Scegli il file .json che hai ricevuto." / "This is a picture. Choose the .json file that you received.";
    file_not_a_bundle: "Questo file è in formato JSON ma non è un pacchetto di Rilievo. Controlla di aver scelto il file giusto." / "This file is JSON but not a Rilievo bundle. Check that you chose the right file.";
    file_too_new: "Questo pacchetto è stato scritto da una versione più recente di Rilievo. Ricarica la pagina per aggiornare Rilievo, poi riprova." / "This bundle was written by a newer version of Rilievo. Reload the page to update Rilievo, then try again.";
    file_damaged(place): "Questo pacchetto di Rilievo è danneggiato ({place}). Chiedi a chi te lo ha mandato di esportarlo e inviarlo di nuovo." / "This Rilievo bundle is damaged ({place}). Ask whoever sent it to export and send it again.";
    file_too_large(size, limit): "Questo file è troppo grande: {size} MB, il limite è {limit} MB. Un pacchetto di Rilievo è molto più piccolo: controlla di aver scelto il file giusto." / "This file is too large: {size} MB, the limit is {limit} MB. A Rilievo bundle is much smaller: check that you chose the right file.";
    file_other_survey(survey, partner): "Questo file porta la scheda di {partner} per l'indagine \"{survey}\", che in questo browser non c'è o non la prevede. Aprilo nel browser di chi ha mandato l'invito." / "This file carries the sheet of {partner} for the survey \"{survey}\", which is not in this browser or does not expect it. Open it in the browser of whoever sent the invitation.";
    file_unreadable: "Il browser non riesce a leggere questo file. Forse è stato spostato o aperto altrove: sceglilo di nuovo." / "The browser cannot read this file. Perhaps it was moved or is open elsewhere: choose it again.";
    nothing_changed: "Le tue indagini sono come prima." / "Your surveys are as they were.";
    place_end: "si interrompe prima della fine" / "it breaks off before its end";
    place_at(line, column): "riga {line}, colonna {column}" / "line {line}, column {column}";
    place_twice(place): "«{place}» compare due volte" / "“{place}” stands there twice";
    place_half_character(place): "«{place}» contiene un carattere incompleto" / "“{place}” holds an incomplete character";
    place_half_name: "il nome di un campo contiene un carattere incompleto" / "the name of a field holds an incomplete character";
    place_limit(what, limit): "{what}: il limite è {limit}" / "{what}: the limit is {limit}";
    place_over(place, what, limit): "{place}, {what}: il limite è {limit}" / "{place}, {what}: the limit is {limit}";
    limited_depth: "troppi livelli" / "too many levels";
    limited_text: "testo troppo lungo" / "text too long";
    limited_items: "troppe voci" / "too many items";
    limited_fields: "troppi campi" / "too many fields";
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
    snapshots_text: "Rilievo ne fa una al giorno, e una prima di ogni importazione. Ripristinando, quello che c'è ora resta in un'altra copia. Quelle delle versioni emesse restano finché resta l'indagine." / "Rilievo takes one a day, and one before each import. When you restore one, what is there now is kept in another. Those of issued versions stay as long as the survey does.";
    no_snapshots: "Ancora nessuna." / "None yet.";
    no_room_for_snapshots: "Per un'altra copia automatica non c'è più spazio: salva una copia su file." / "There is no room for another snapshot: save a copy on file.";
    remove_snapshots: "Elimina queste copie" / "Remove these snapshots";
    why_daily: "quotidiana" / "daily";
    why_import: "prima di un'importazione" / "before an import";
    why_questionnaire: "prima di cambiare il questionario" / "before changing the questionnaire";
    why_restore: "prima di un ripristino" / "before a restore";
    why_issued: "versione emessa" / "issued version";
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
