//! The catalogue: Italian / English.

use super::texts;

texts! {
    app_name: "Rilievo" / "Rilievo";
    of(k, n): "{k} di {n}" / "{k} of {n}";
    sheets(# n): "{n} scheda" | "{n} schede" / "{n} sheet" | "{n} sheets";
}
