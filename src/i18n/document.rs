//! Texts that stand in the report itself.

use super::texts;

texts! {
    doc_contents: "Indice" / "Contents";
}
