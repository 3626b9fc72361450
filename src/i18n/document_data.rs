//! Texts of the page on what the report says of the project, and its versions.

use super::texts;

texts! {
    document_data: "Documento" / "Document";
    document_text: "Quello che il documento dice del progetto: copertina, finanziamenti, tabella delle versioni. Si salva da sé." / "What the document says of the project: cover, funding, version table. It is saved by itself.";
    document_invited: "Questa copia contiene soltanto la tua scheda: i dati del documento sono presso chi coordina." / "This copy holds your sheet alone: the document's data are with the coordinator.";
    document_project_title: "Progetto" / "Project";
    document_cover_title: "Copertina e finanziamenti" / "Cover and funding";
    document_versions: "Tabella delle versioni" / "Version table";
    document_title: "Titolo del documento (è il nome dell'indagine)" / "Title of the document (the name of the survey)";
    document_project: "Nome del progetto" / "Name of the project";
    document_subtitle: "Sottotitolo" / "Subtitle";
    document_cup: "CUP" / "CUP";
    document_call: "Avviso o bando" / "Call for proposals";
    document_action: "Azione" / "Action";
    document_activity: "Attività" / "Activity";
    document_coordinator: "Ente responsabile dell'azione" / "Body in charge of the action";
    document_funds: "Righe dei finanziamenti" / "Funding lines";
    document_funds_hint: "Una per riga, come si leggono in copertina." / "One a line, as they stand on the cover.";
    document_deadline: "Scadenza delle schede" / "Deadline of the sheets";
    document_odd_cup: "Un CUP è di 15 lettere e cifre: controlla." / "A CUP has 15 letters and digits: check it.";
}

// The version table.
texts! {
    versions_none: "Ancora nessuna versione." / "No version yet.";
    versions_row(version): "Versione {version}" / "Version {version}";
    versions_row_new: "Versione senza numero" / "Version without a number";
    version_number: "Versione" / "Version";
    version_on: "Data" / "Date";
    version_prepared: "Redatta da" / "Prepared by";
    version_verified: "Verificata da" / "Verified by";
    version_changes: "Modifiche" / "Changes";
    version_add: "Aggiungi una riga" / "Add a row";
    version_up: "Sposta su" / "Move up";
    version_down: "Sposta giù" / "Move down";
    version_remove: "Togli la riga" / "Remove the row";
    version_repeated: "Questo numero c'è già in un'altra riga." / "Another row has this number already.";
    version_odd_day(text): "Non è una data: «{text}». Resta scritto così finché non ne scegli una." / "Not a date: “{text}”. It stays as it is until you choose one.";
    version_was_issued: "Emessa: ciò che cambi in questa riga si vedrà tra le differenze." / "Issued: what you change in this row will show among the differences.";
}

// Issuing.
texts! {
    issue_title: "Emetti versione" / "Issue a version";
    issue_text: "Emettere fissa l'indagine com'è adesso: la riga entra nella tabella delle versioni e una copia resta in questo browser finché resta l'indagine. Si può continuare a lavorare: le modifiche si vedranno come differenze." / "Issuing fixes the survey as it is now: the row goes into the version table, and a copy stays in this browser as long as the survey does. Work can go on: changes will show as differences.";
    issue_do: "Emetti" / "Issue";
    issue_know: "Prima di emettere" / "Before you issue";
    issue_know_nothing: "Nulla da segnalare: schede ricevute, nessun rilievo aperto, conclusioni aggiornate." / "Nothing to point out: sheets received, no open remark, conclusions up to date.";
    issue_missing(# n, names): "{n} ente senza scheda ricevuta: {names}." | "{n} enti senza scheda ricevuta: {names}." / "{n} body without a received sheet: {names}." | "{n} bodies without a received sheet: {names}.";
    issue_drafts(# n, names): "{n} scheda in bozza, che non conta: {names}." | "{n} schede in bozza, che non contano: {names}." / "{n} sheet in draft, which does not count: {names}." | "{n} sheets in draft, which do not count: {names}.";
    issue_remarks(# n, names): "{n} scheda con rilievi aperti: {names}." | "{n} schede con rilievi aperti: {names}." / "{n} sheet with open remarks: {names}." | "{n} sheets with open remarks: {names}.";
    issue_stale(# n, names): "{n} conclusione da rivedere, perché i dati sono cambiati: {names}." | "{n} conclusioni da rivedere, perché i dati sono cambiati: {names}." / "{n} conclusion to be revised, because the data have changed: {names}." | "{n} conclusions to be revised, because the data have changed: {names}.";
    issue_number_missing: "Scrivi il numero della versione." / "Write the number of the version.";
    issue_number_there: "Una versione con questo numero è già stata emessa: ne resteranno due." / "A version of this number was issued already: there will be two.";
    issue_number_waits: "Il numero è già nella tabella e non è stato emesso: la riga prenderà questi dati." / "The number is in the table and was not issued: its row will take these data.";
    issue_day_missing: "Scegli la data." / "Choose the date.";
    issue_done(version): "Versione {version} emessa." / "Version {version} issued.";
    issue_no_room: "Non c'è spazio per la copia della versione, quindi non è stata emessa: nulla è cambiato. Fai spazio in «Dati e sicurezza» (copie automatiche, cestino) e riprova." / "There is no room for the copy of the version, so it was not issued: nothing has changed. Make room in “Data and safety” (snapshots, trash) and try again.";
    issue_failed: "La copia della versione non è stata scritta, quindi la versione non è stata emessa: nulla è cambiato. Riprova." / "The copy of the version was not written, so the version was not issued: nothing has changed. Try again.";
    issue_step: "emissione di una versione" / "issuing a version";
}

// Issued versions, and what has changed since.
texts! {
    issued_title: "Versioni emesse" / "Issued versions";
    issued_none: "Nessuna versione è stata emessa: il documento è una bozza." / "No version was issued: the document is a draft.";
    issued_version(version, on): "Versione {version} del {on}" / "Version {version} of {on}";
    issued_now(version, on): "Il documento è la versione {version} del {on}." / "The document is version {version} of {on}.";
    issued_after(version, on): "Bozza, dopo la versione {version} del {on}." / "Draft, after version {version} of {on}.";
    issued_same: "Invariata: l'indagine è ancora quella emessa." / "Unchanged: the survey is still the one that was issued.";
    issued_changed: "L'indagine è cambiata da allora." / "The survey has changed since.";
    issued_only_beside: "L'impronta è cambiata, ma nessuna risposta, cifra o testo: sono cambiati solo dati di lavoro (stato delle schede, rilievi, scambi di file)." / "The fingerprint has changed, but no answer, figure or text: only working data did (status of sheets, remarks, files exchanged).";
    issued_elsewhere: "La copia di questa versione non è in questo browser (è stata emessa altrove, o la copia non si legge): le differenze non si possono elencare." / "The copy of this version is not in this browser (it was issued elsewhere, or the copy cannot be read): the differences cannot be listed.";
    issued_what: "Che cosa è cambiato" / "What has changed";
    issued_compare: "Confronta nei risultati" / "Compare in the results";
    since_figures: "Cifre cambiate" / "Figures that changed";
    since_figure: "Cifra" / "Figure";
    since_indicator(result, target): "{result} (obiettivo {target})" / "{result} (target {target})";
    since_no_finding: "Nessuna evidenza" / "No finding";
    since_survey: "Tutta l'indagine" / "The whole survey";
    since_parts: "Testi e dati cambiati" / "Texts and data that changed";
    since_part: "Che cosa" / "What";
    since_changed: "Modificato" / "Changed";
    since_glossary: "Glossario" / "Glossary";
    since_influence: "Fattore" / "Factor";
}
