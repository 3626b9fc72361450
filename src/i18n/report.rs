//! Texts of the report: its page, and what stands in the document itself.

use super::texts;

texts! {
    report_file_bodies: "report-di-analisi" / "analysis-report";
    report_file_public: "pubblico" / "public";
    report: "Rapporto" / "Report";
    report_intro: "Il documento dell'indagine, da stampare, salvare e consegnare. Si compone dai dati di adesso: le scelte qui sotto restano nell'indirizzo della pagina." / "The document of the survey, to print, save and hand in. It is composed from the data as they are now: the choices below stay in the address of the page.";
    report_contents: "Indice" / "Contents";
    report_struck: "(barrato)" / "(struck out)";
    report_each: "Report degli enti" / "Reports of the bodies";
    report_which: "Quale documento" / "Which document";
    report_whole: "Rapporto dell'indagine" / "Report of the survey";
    report_whole_text: "Un solo documento: l'indagine, i risultati, le conclusioni e le schede in allegato." / "One document: the survey, its results, the conclusions, and the sheets as annexes.";
    report_of_bodies: "Report di analisi degli enti" / "Analysis reports of the bodies";
    report_of_bodies_text: "Un documento per ciascun ente: la sua scheda, le letture, i rilievi e come si colloca tra gli altri." / "One document for each body: its sheet, the readings, the remarks, and where it stands among the others.";
    report_for: "Per chi" / "For whom";
    report_internal: "Interno al progetto" / "Inside the project";
    report_internal_text: "Riporta tutto ciò che è spuntato qui sotto." / "It has everything that is ticked below.";
    report_public: "Pubblico" / "Public";
    report_public_text: "Senza contatti, commenti, nomi di persone e rilievi, qualunque sia la scelta." / "Without contacts, comments, names of persons and remarks, whatever is chosen.";
    report_language: "Lingua del documento" / "Language of the document";
    report_shows: "Che cosa riportare" / "What it shows";
    report_contacts: "I contatti degli enti" / "The contacts of the bodies";
    report_comments: "I commenti accanto alle risposte" / "The comments beside the answers";
    report_persons: "I nomi delle persone" / "The names of persons";
    report_sections: "Sezioni" / "Sections";
    report_all_sections: "tutte" / "all";
    report_some_sections(k, n): "{k} su {n}" / "{k} of {n}";
    report_part_front: "Tabella dell'azione, indicatore e versioni" / "Action table, indicator and versions";
    report_part_introduction: "Introduzione" / "Introduction";
    report_part_questions: "Le domande" / "The questions";
    report_part_partners: "Gli enti e le schede" / "The bodies and their sheets";
    report_part_results: "I risultati, con grafici e tabelle" / "The results, with charts and tables";
    report_part_findings: "Letture ed evidenze" / "Readings and findings";
    report_part_conclusions: "Le conclusioni" / "The conclusions";
    report_part_factors: "Che cosa aiuta e che cosa ostacola" / "What helps and what hinders";
    report_part_annexes: "Le schede in allegato" / "The sheets as annexes";
    report_annexed: "Schede in allegato" / "Annexed sheets";
    report_whose: "Enti con un report" / "Bodies with a report";
    report_all_bodies: "tutti" / "all";
    report_bodies_hint: "Se non ne scegli nessuno, valgono tutti." / "If you choose none, all are meant.";
    report_composing: "Composizione del documento…" / "Composing the document…";
    report_composing_of(k, n): "Composizione dei documenti: {k} di {n}…" / "Composing the documents: {k} of {n}…";
    report_composed(# n): "Il documento è pronto." | "{n} documenti sono pronti." / "The document is ready." | "{n} documents are ready.";
    report_preview: "Anteprima" / "Preview";
    report_print: "Stampa o salva come PDF" / "Print or save as PDF";
    report_print_hint: "Nella finestra di stampa scegli «Salva come PDF» per averne un file. Numeri di pagina e intestazioni li mette Chrome o Edge." / "In the print dialogue choose “Save as PDF” to get a file. Page numbers and running heads are put in by Chrome or Edge.";
    report_save_html: "Salva come pagina HTML" / "Save as an HTML page";
    report_check: "Prima di stampare o salvare" / "Before you print or save";
    report_stale(# n): "{n} testo degli autori è da rivedere: le evidenze su cui si fonda sono cambiate." | "{n} testi degli autori sono da rivedere: le evidenze su cui si fondano sono cambiate." / "{n} text of the authors is to be reviewed: findings it rests on have changed." | "{n} texts of the authors are to be reviewed: findings they rest on have changed.";
    report_drafts(# n): "{n} scheda è ancora in bozza." | "{n} schede sono ancora in bozza." / "{n} sheet is still a draft." | "{n} sheets are still drafts.";
    report_remarks(# n): "{n} rilievo è ancora aperto." | "{n} rilievi sono ancora aperti." / "{n} remark is still open." | "{n} remarks are still open.";
    report_go_conclusions: "Vai alle conclusioni" / "Go to the conclusions";
    report_go_overview: "Vai alla panoramica" / "Go to the overview";
}
