//! Texts of an import of large files: how far it is, and that there is no room.

use super::texts;

texts! {
    import_reading: "Lettura dei file" / "Reading the files";
    import_read_of(done, all): "{done} MB di {all}" / "{done} MB of {all}";
    import_comparing: "Confronto con quello che c'è in questo browser" / "Comparing with what is in this browser";
    import_writing(done, all): "Preparazione: {done} schede su {all}" / "Getting ready: {done} sheets of {all}";
    import_no_room(# sheets, fit): "In questo browser non c'è spazio per {sheets} scheda." | "In questo browser non c'è spazio per {sheets} schede: ce ne starebbero circa {fit}." / "This browser has no room for {sheets} sheet." | "This browser has no room for {sheets} sheets: about {fit} would fit.";
    import_make_room: "Fai spazio in «Dati e sicurezza» e scegli di nuovo il file." / "Make room in “Data and safety”, then choose the file again.";
    import_too_many: "Sono più di quante ne possa tenere, anche vuoto: chiedi a chi ha scritto il file di dividere gli enti in più indagini." / "They are more than it can hold, even when empty: ask whoever wrote the file to divide the bodies into several surveys.";
}
