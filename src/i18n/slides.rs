//! Texts of the page on which authors decide about the slides.

use super::texts;

texts! {
    presentation: "Presentazione" / "Presentation";
}
