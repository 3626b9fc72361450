//! Texts of the results: their views, filters, and what is shown of each question.

use super::texts;

// Views and filters.
texts! {
    results_views: "Viste dei risultati" / "Views of the results";
    by_dimension: "Per dimensione" / "By dimension";
    matrix: "Matrice" / "Matrix";
    factors: "Fattori" / "Factors";
    compare: "Confronto" / "Compare";
    findings: "Evidenze" / "Findings";
    codebook: "Dizionario" / "Codebook";
    filter: "Filtro" / "Filter";
    filters: "Filtri" / "Filters";
    filter_kind: "Tipo di ente" / "Kind of body";
    filter_status: "Scheda" / "Sheet";
    filter_answer: "Risposta" / "Answer";
    filter_question: "Domanda" / "Question";
    filter_choose_question: "Scegli una domanda" / "Choose a question";
    filter_none: "Togli tutti i filtri" / "Remove all filters";
    filter_remove(what): "Togli il filtro: {what}" / "Remove the filter: {what}";
    filter_nobody: "Nessun ente corrisponde ai filtri." / "No body meets the filters.";
    filter_result(k, n): "Filtro attivo: {k} enti su {n}." / "Filter on: {k} of {n} bodies.";
    and_drafts: "contano anche le bozze" / "drafts count as well";
}
