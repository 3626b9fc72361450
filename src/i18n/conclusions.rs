//! Texts of the conclusions and the factors that the authors write.

use super::texts;

texts! {
    conclusions: "Conclusioni" / "Conclusions";
    authoring_pages: "Pagine del rapporto" / "Pages of the report";
}
