//! Texts of the files that a report goes out as, and of their buttons.

use super::texts;

texts! {
    file_page(page, pages): "pagina {page} di {pages}" / "page {page} of {pages}";
    file_fingerprint: "Impronta" / "Fingerprint";
    file_no_picture: "Figura non disponibile come immagine." / "Figure not available as a picture.";
    file_report: "rapporto" / "report";
    file_bodies: "enti" / "bodies";
    file_charts: "grafici" / "charts";
    file_data: "dati" / "data";
    file_csv_long: "risposte-lungo" / "answers-long";
    file_csv_wide: "risposte-largo" / "answers-wide";
    file_bundle: "indagine" / "survey";
    file_dossier: "dossier" / "dossier";
    file_manifest: "SHA-256 di ogni file dell'archivio; si controlla con «sha256sum -c» sulle righe che seguono." / "SHA-256 of each file of the archive; check the lines below with \"sha256sum -c\".";
    export_files: "File per altri programmi" / "Files for other programs";
    export_docx: "Rapporto per Word o Writer (DOCX)" / "Report for Word or Writer (DOCX)";
    export_bodies: "Rapporti dei singoli enti (DOCX in uno ZIP)" / "Reports of single bodies (DOCX in a ZIP)";
    export_xlsx: "Dati per Excel o Calc (XLSX)" / "Data for Excel or Calc (XLSX)";
    export_csv_long: "Risposte, una riga per risposta (CSV)" / "Answers, one row for each answer (CSV)";
    export_csv_wide: "Risposte, una riga per ente (CSV)" / "Answers, one row for each body (CSV)";
    export_dossier: "Dossier completo (ZIP)" / "Complete dossier (ZIP)";
    export_loading: "Si carica il programma che scrive i file" / "Loading what writes the files";
    export_composing: "Si compone il rapporto" / "Composing the report";
    export_pictures(n, all): "Si disegnano le figure: {n} di {all}" / "Drawing the figures: {n} of {all}";
    export_writing: "Si scrive il file" / "Writing the file";
    export_made(name): "Pronto: {name}" / "Ready: {name}";
    export_stopped: "Interrotto: nessun file è stato scritto." / "Stopped: no file was written.";
    export_not_loaded: "Non è stato possibile caricare il programma che scrive i file: forse manca la rete. L'indagine non è stata toccata." / "What writes the files could not be loaded: perhaps there is no network. The survey was not touched.";
    export_failed: "Non è stato possibile scrivere il file: forse la memoria del browser non basta. L'indagine non è stata toccata. Riprova, se occorre dopo aver chiuso altre schede." / "The file could not be written: perhaps the browser has too little memory. The survey was not touched. Try again, if need be after closing other tabs.";
}
