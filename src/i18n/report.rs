//! Texts of the report: its page, and what stands in the document itself.

use super::texts;

texts! {
    report: "Rapporto" / "Report";
}
