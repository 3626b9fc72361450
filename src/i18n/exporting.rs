//! Texts of the files that a report goes out as, and of their buttons.

use super::texts;

texts! {
    file_page(page, pages): "pagina {page} di {pages}" / "page {page} of {pages}";
    file_fingerprint: "Impronta" / "Fingerprint";
    file_no_picture: "Figura non disponibile come immagine." / "Figure not available as a picture.";
}
