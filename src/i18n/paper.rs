//! The sheet on paper.

use super::texts;

texts! {
    paper_show: "Stampa la scheda" / "Print the sheet";
    paper_preview: "Anteprima di stampa" / "Print preview";
    paper_contacts: "Riporta i contatti" / "Include the contacts";
    paper_print: "Stampa o salva come PDF" / "Print or save as PDF";
    paper_table(name): "Risposte di {name}" / "Answers of {name}";
    paper_question: "Domanda" / "Question";
    paper_answer(name): "Risposta — {name}" / "Answer — {name}";
    paper_cup: "CUP" / "CUP";
    paper_call: "Bando" / "Call";
    paper_activity: "Attività" / "Activity";
    paper_survey: "Indagine" / "Survey";
    paper_status: "Stato della scheda" / "Status of the sheet";
    paper_since(status, moment): "{status}, dal {moment}" / "{status}, since {moment}";
    paper_printed: "Stampata il" / "Printed on";
    paper_fingerprint_hint: "L'impronta è formata dalle prime dodici cifre dello SHA-256 della scheda, contatti compresi, come si esporta per l'ente: dice se il contenuto è rimasto lo stesso, non chi lo ha scritto." / "The fingerprint is the first twelve digits of the SHA-256 of the sheet, contacts included, as it is exported for the body: it tells whether the content is unchanged, not who wrote it.";
    paper_no_answer: "Nessuna risposta" / "No answer";
    paper_no_contacts: "I contatti non sono riportati in questa stampa." / "The contacts are left out of this print.";
    paper_by_hand: "Segnare con una X le caselle scelte. Dove non si può rispondere scrivere «non so», «non applicabile» o «preferiamo non rispondere»." / "Put an X into the boxes you choose. Where you cannot answer write “don't know”, “not applicable” or “we prefer not to answer”.";
}
