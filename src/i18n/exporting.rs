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
}
