//! The overview as the coordinator's desk.

use super::texts;

// What a body is asked about something that does not fit.
texts! {
    ask_off_condition(number, condition, answer): "La domanda {number} si rivolge a chi ha risposto {condition}. Sulla vostra scheda questa risposta non risulta, ma alla domanda {number} è indicato {answer}: potete chiarire?" / "Question {number} is meant for those who answered {condition}. Your sheet does not say so, yet to question {number} you answer {answer}: can you clarify?";
    ask_no_reference(number, condition): "Avete risposto {condition}, ma alla domanda {number} manca l'indicazione richiesta: potete completarla?" / "You answered {condition}, but what question {number} asks for is missing: can you add it?";
    ask_differs(number, term, list, option): "Alla domanda {list} è citato {term} e alla domanda {number} avete risposto {option}, mentre altri enti che citano {term} rispondono diversamente: potete verificare?" / "To question {list} you name {term}, and to question {number} you answered {option}, while other bodies that name {term} answer otherwise: can you check?";
    ask_other_field(number, answer, terms): "Alla domanda {number} è indicato {answer}, che sembra rispondere ad altre domande ({terms}): potete verificare?" / "To question {number} you answer {answer}, which seems to belong to other questions ({terms}): can you check?";
}

// What comes next.
texts! {
    desk_next: "Che cosa fare adesso" / "What to do next";
    desk_next_nothing: "Nulla in sospeso." / "Nothing is pending.";
    desk_next_look: "Cerca proposte di rilievo" / "Look for proposed remarks";
    desk_next_submitted(# n): "{n} scheda da esaminare" | "{n} schede da esaminare" / "{n} sheet to review" | "{n} sheets to review";
    desk_next_returned(# n): "{n} scheda rimandata all'ente" | "{n} schede rimandate agli enti" / "{n} sheet sent back" | "{n} sheets sent back";
    desk_next_draft(# n): "{n} scheda in bozza" | "{n} schede in bozza" / "{n} draft" | "{n} drafts";
    desk_next_expected(# n): "{n} scheda ancora attesa" | "{n} schede ancora attese" / "{n} sheet still expected" | "{n} sheets still expected";
    desk_next_remarks(# n): "{n} scheda con rilievi aperti" | "{n} schede con rilievi aperti" / "{n} sheet with open remarks" | "{n} sheets with open remarks";
    desk_next_proposals(# n): "{n} proposta di rilievo" | "{n} proposte di rilievo" / "{n} proposed remark" | "{n} proposed remarks";
}

// The deadline.
texts! {
    deadline: "Scadenza" / "Deadline";
    deadline_day: "Giorno entro il quale si attendono le schede" / "Day by which sheets are expected";
    deadline_none: "Nessuna scadenza" / "No deadline";
    deadline_today: "scade oggi" / "due today";
    deadline_left(# n): "manca {n} giorno" | "mancano {n} giorni" / "{n} day left" | "{n} days left";
    deadline_over(# n): "scaduta da {n} giorno" | "scaduta da {n} giorni" / "{n} day overdue" | "{n} days overdue";
    deadline_for_officer(day, left): "Da inviare entro il {day} ({left})." / "To be sent by {day} ({left}).";
}

// The table of bodies.
texts! {
    desk_since: "Dal" / "Since";
    desk_remarks: "Rilievi" / "Remarks";
    desk_exchanged: "Ultimo scambio" / "Last exchange";
    desk_answers: "Risposte" / "Answers";
    desk_open_remarks(# n): "{n} rilievo aperto" | "{n} rilievi aperti" / "{n} open remark" | "{n} open remarks";
    desk_sent: "invito" / "invitation";
    desk_received: "ricevuta" / "received";
    desk_exchange(what, day): "{what} {day}" / "{what} {day}";
    desk_dimension(id, k, n): "Dimensione {id}: {k} di {n}" / "Dimension {id}: {k} of {n}";
    desk_sort: "Ordina per" / "Sort by";
    desk_sort_up(what): "{what}, crescente" / "{what}, ascending";
    desk_sort_down(what): "{what}, decrescente" / "{what}, descending";
    desk_order: "Ordine dell'indagine" / "Order of the survey";
    desk_show: "Mostra" / "Show";
    desk_find: "Cerca un ente" / "Find a body";
    desk_role: "Ruolo" / "Role";
    desk_all_roles: "Tutti i ruoli" / "All roles";
    desk_all_statuses: "Tutte le schede" / "All sheets";
    desk_only_remarks: "Con rilievi aperti" / "With open remarks";
    desk_only_incomplete: "Incomplete" / "Incomplete";
    desk_shown(# k, n): "{k} ente su {n}" | "{k} enti su {n}" / "{k} of {n} bodies" | "{k} of {n} bodies";
    desk_nobody: "Nessun ente corrisponde." / "No body meets this.";
    desk_more(# n): "Mostra un altro ente" | "Mostra altri {n} enti" / "Show one more body" | "Show {n} more bodies";
    desk_role_of(name): "Ruolo di {name}" / "Role of {name}";
}

// Several bodies at once.
texts! {
    desk_choose(name): "Seleziona {name}" / "Select {name}";
    desk_choose_all(# n): "Seleziona l'ente elencato" | "Seleziona tutti i {n} enti elencati" / "Select the body listed" | "Select all {n} bodies listed";
    desk_chosen(# n): "{n} ente selezionato" | "{n} enti selezionati" / "{n} body selected" | "{n} bodies selected";
    desk_actions: "Azioni sulle schede selezionate" / "Actions on the sheets selected";
    desk_reopen: "Riapri" / "Reopen";
    desk_allowed(# n, action): "{action}: si può fare con {n} scheda." | "{action}: si può fare con {n} schede." / "{action}: possible with {n} sheet." | "{action}: possible with {n} sheets.";
    desk_allowed_none(action): "{action}: non si può fare con nessuna delle schede selezionate." / "{action}: possible with none of the sheets selected.";
    desk_refused(# n): "Non si può con {n} scheda:" | "Non si può con {n} schede:" / "Not possible with {n} sheet:" | "Not possible with {n} sheets:";
    desk_do(# n, action): "{action}: {n} scheda" | "{action}: {n} schede" / "{action}: {n} sheet" | "{action}: {n} sheets";
    desk_done(# n, action): "{action}: fatto con {n} scheda." | "{action}: fatto con {n} schede." / "{action}: done with {n} sheet." | "{action}: done with {n} sheets.";
}

// The indicator.
texts! {
    indicator_rule: "Regola e schede che contano" / "The rule, and the sheets that count";
    indicator_counts_from: "Conta una scheda" / "A sheet counts once it is";
    indicator_from_received: "ricevuta" / "received";
    indicator_from_approved: "approvata" / "approved";
    indicator_roles: "Solo enti con questo ruolo" / "Only bodies in this role";
    indicator_roles_hint: "Senza scelta contano gli enti di ogni ruolo. Il ruolo di un ente si imposta in «Modifica gli enti»." / "With none chosen, bodies in any role count. The role of a body is set under “Edit the bodies”.";
    indicator_name: "Nome dell'indicatore" / "Name of the indicator";
    indicator_unit: "Unità di misura" / "Unit";
    indicator_action: "Azione" / "Action";
    indicator_counted(# n): "Conta {n} scheda" | "Contano {n} schede" / "{n} sheet counts" | "{n} sheets count";
    indicator_not_counted(# n): "Non conta {n} scheda" | "Non contano {n} schede" / "{n} sheet does not count" | "{n} sheets do not count";
    not_counted_expected: "non ancora ricevuta" / "not received yet";
    not_counted_draft: "bozza" / "draft";
    not_counted_missing: "non pervenuta" / "declared missing";
    not_counted_not_approved: "ricevuta ma non approvata" / "received but not approved";
    not_counted_role: "ruolo non previsto" / "role not counted";
}

// Proposed remarks.
texts! {
    proposals: "Proposte di rilievo" / "Proposed remarks";
    proposals_explained: "Risposte che non vanno d'accordo tra loro, trovate dal programma. Diventano rilievi sulla scheda solo se le accetti; il testo si può cambiare prima." / "Answers that do not fit together, found by the program. They become remarks on the sheet only if you accept them; the text can be changed first.";
    proposals_none: "Nessuna proposta: le risposte ricevute non si contraddicono, o ne hai già tenuto conto." / "No proposals: the answers received do not contradict each other, or you have dealt with them.";
    proposal_on(name, number): "{name}, domanda {number}" / "{name}, question {number}";
    proposal_text(name, number): "Testo del rilievo a {name}, domanda {number}" / "Text of the remark to {name}, question {number}";
    proposal_accept: "Accetta" / "Accept";
    proposal_dismiss: "Scarta" / "Put aside";
    proposal_accept_of(name, number): "Accetta: {name}, domanda {number}" / "Accept: {name}, question {number}";
    proposal_dismiss_of(name, number): "Scarta: {name}, domanda {number}" / "Put aside: {name}, question {number}";
    proposals_accept_all(# n): "Accetta la proposta" | "Accetta tutte e {n}" / "Accept the proposal" | "Accept all {n}";
    proposals_ask(# n, sheets): "Aggiungere {n} rilievo a {sheets}?" | "Aggiungere {n} rilievi a {sheets}?" / "Add {n} remark to {sheets}?" | "Add {n} remarks to {sheets}?";
    proposals_do(# n): "Aggiungi {n} rilievo" | "Aggiungi {n} rilievi" / "Add {n} remark" | "Add {n} remarks";
    proposals_more(# n): "Mostra un'altra proposta" | "Mostra altre {n} proposte" / "Show one more proposal" | "Show {n} more proposals";
    proposals_accepted(# n): "{n} rilievo aggiunto." | "{n} rilievi aggiunti." / "{n} remark added." | "{n} remarks added.";
    proposals_dismissed(# n): "Scartata: {n}" | "Scartate: {n}" / "Put aside: {n}" | "Put aside: {n}";
    proposal_bring_back: "Riprendi" / "Bring back";
    proposal_bring_back_of(name, number): "Riprendi: {name}, domanda {number}" / "Bring back: {name}, question {number}";
}
