//! Texts of the page on what the report says of the project, and its versions.

use super::texts;

texts! {
    document_data: "Documento" / "Document";
}
