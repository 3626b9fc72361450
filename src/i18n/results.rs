//! Texts of the results: their views, filters, and what is shown of each question.

use super::texts;

// Views and filters.
texts! {
    results_views: "Viste dei risultati" / "Views of the results";
    by_dimension: "Per dimensione" / "By dimension";
    matrix: "Matrice" / "Matrix";
    factors: "Fattori" / "Factors";
    compare: "Confronto" / "Compare";
    findings: "Evidenze" / "Findings";
    codebook: "Dizionario" / "Codebook";
    filter: "Filtro" / "Filter";
    filters: "Filtri" / "Filters";
    filter_kind: "Tipo di ente" / "Kind of body";
    filter_status: "Scheda" / "Sheet";
    filter_answer: "Risposta" / "Answer";
    filter_question: "Domanda" / "Question";
    filter_choose_question: "Scegli una domanda" / "Choose a question";
    filter_none: "Togli tutti i filtri" / "Remove all filters";
    filter_remove(what): "Togli il filtro: {what}" / "Remove the filter: {what}";
    results_no_bodies: "In questa indagine non c'è ancora nessun ente." / "There is no body in this survey yet.";
    results_own_copy: "Questa copia contiene soltanto la tua scheda: i risultati dell'indagine sono presso chi coordina." / "This copy holds your sheet alone: the results of the survey are with its coordinator.";
    filter_nobody: "Nessun ente corrisponde ai filtri." / "No body meets the filters.";
    filter_result(# k, n): "Filtro attivo: {k} ente su {n}." | "Filtro attivo: {k} enti su {n}." / "Filter on: {k} of {n} bodies." | "Filter on: {k} of {n} bodies.";
    and_drafts: "contano anche le bozze" / "drafts count as well";
}

// The matrix.
texts! {
    matrix_yes: "Sì" / "Yes";
    matrix_no: "No" / "No";
    matrix_legend: "Legenda" / "Legend";
    matrix_legend_yes: "Sì (prima scelta di una domanda sì/no)" / "Yes (first choice of a yes/no question)";
    matrix_legend_no: "No" / "No";
    matrix_legend_choices: "Scelte: un punto per voce, pieno se scelta" / "Choices: one dot an option, filled where chosen";
    matrix_legend_list: "Elenco" / "List";
    matrix_legend_text: "Testo" / "Text";
    matrix_legend_url: "Indirizzo o estremi" / "Address or reference";
    matrix_legend_number: "Numero" / "Number";
    matrix_legend_date: "Data" / "Day";
    matrix_legend_withheld: "Risposta tolta da questa copia" / "Answer taken out of this copy";
    matrix_legend_other: "Risposta di un altro genere" / "Answer of another kind";
    matrix_keys: "Con la tastiera: frecce per spostarsi, Invio per aprire la risposta, Esc per chiuderla." / "By keyboard: arrows move, Enter opens the answer, Esc closes it.";
    matrix_base: "Le risposte di tutti gli enti considerati." / "The answers of all bodies looked at.";
    matrix_open_sheet: "Vai alla scheda" / "Go to the sheet";
    matrix_sort_bodies: "Ordine degli enti" / "Order of the bodies";
    matrix_sort_questions: "Ordine delle domande" / "Order of the questions";
    matrix_turn: "Scambia righe e colonne" / "Swap rows and columns";
    matrix_by_survey: "come nell'indagine" / "as in the survey";
    matrix_by_print: "come nel questionario" / "as printed";
    matrix_by_name: "per nome" / "by name";
    matrix_most_complete: "prima i più completi" / "most complete first";
    matrix_least_complete: "prima i meno completi" / "least complete first";
    matrix_most_agreed: "prima i più concordi" / "most in agreement first";
    matrix_least_agreed: "prima i meno concordi" / "least in agreement first";
}

// Charts: their table, their files, how they look.
texts! {
    table_show: "Mostra la tabella" / "Show the table";
    table_hide: "Nascondi la tabella" / "Hide the table";
    save_chart: "Salva" / "Save";
    saved_on(when): "Salvato il {when}" / "Saved on {when}";
    save_svg: "Grafico SVG" / "Chart as SVG";
    save_png: "Immagine PNG" / "Image as PNG";
    save_csv: "Tabella CSV" / "Table as CSV";
    save_clipboard: "Copia la tabella" / "Copy the table";
    save_png_failed: "Il browser non ha disegnato l'immagine: prova a salvare il grafico SVG." / "The browser did not draw the image: try saving the chart as SVG.";
    save_clipboard_failed: "Il browser non permette di copiare: salva la tabella CSV." / "The browser does not let pages copy: save the table as CSV.";
    chart_look: "Aspetto dei grafici" / "Look of the charts";
    look_light: "Chiaro" / "Light";
    look_dark: "Scuro" / "Dark";
    look_contrast: "Alto contrasto" / "High contrast";
    look_print: "Bianco e nero" / "Black and white";
}

// One question.
texts! {
    body: "Ente" / "Body";
    off_condition_answers: "Risposte fuori condizione" / "Off-condition answers";
    codebook_of_question: "Come sono lette le voci: apri il dizionario" / "How entries are read: open the codebook";
}

// The result of a dimension.
texts! {
    dimension_results: "Risultato di ogni dimensione" / "Result of each dimension";
    dimension_results_base: "Risposte date su quelle richieste, e che cosa significano per il trasferimento della pratica. Ogni numero mostra gli enti; le regole delle letture, e chi le dà, sono in «Fattori»." / "Answers given of those asked for, and what they mean for the transfer of the practice. Each number shows the bodies; the rules of the readings, and who gives them, are in “Factors”.";
    body_by_body(what): "Ente per ente: {what}" / "Body by body: {what}";
    readings_in_all: "Letture" / "Readings";
    reading_enabling: "Favoriscono" / "Enabling";
    reading_neutral: "Neutre" / "Neutral";
    reading_hindering: "Ostacolano" / "Hindering";
    reading_unknown: "Senza lettura" / "Without a reading";
}
