//! The findings of the nine real sheets, worked out by hand from the sheets
//! themselves. Nobody adapts them to the program.

/// A finding by id, the bodies behind it, and out of how many. `!` marks what
/// does not fit together.
pub type Fact = (&'static str, &'static str, usize);

/// All findings of the nine sheets, in the order in which they are told.
pub const FACTS: [Fact; 47] = [
    ("missing", "1", 10),
    ("hindering", "EC 9", 8),
    ("enabling", "2 3 4 6 7 8 9", 8),
    ("most/q1", "2 3 4 6 7 8 9", 7),
    ("most/q2", "EC 2 3 6 7 9", 9),
    ("together/q2", "EC 2 3 7", 9),
    ("report/q2/enabling", "EC 2 3 7", 9),
    ("most/q3", "EC 2 3 4 5 6 7 8 9", 9),
    ("together/q3", "4 5 6 8", 9),
    ("report/q3/enabling", "EC 2 3 7", 9),
    ("most/q4", "2 3 4 6 7 8", 7),
    ("minority/q4", "9", 7),
    ("terms/q5", "EC 2 3 4 5 6 7 9", 8),
    ("terms/q6", "EC 2 5 6 7", 9),
    ("terms/q7", "EC 2 3 4 5 6 7 9", 8),
    ("enabling/A", "2 3 4 6 7 8 9", 7),
    ("most/q11", "2 3 4 6 7 8 9", 8),
    ("minority/q11", "EC", 8),
    ("most/q12", "2 3 4 6 7 8", 7),
    ("minority/q12", "9", 7),
    ("most/q13", "2 3 4 6 7 9", 7),
    ("minority/q13", "8", 7),
    ("!differs/q13/mypay", "8", 4),
    ("terms/q14", "2 3 5 6 7 8 9", 8),
    ("!other_field/q14", "4", 8),
    // A different question each: 1 of 8, and 1 of 7.
    ("hindering/B", "EC 8", 8),
    ("enabling/B", "2 3 4 6 7 8 9", 8),
    ("most/q15", "2 3 4 5 6 7 8 9", 8),
    ("together/q15", "2 3 6 8", 8),
    ("report/q15/enabling", "2 3 6 8", 8),
    ("!off_condition/q16", "7", 2),
    ("most/q17", "2 3 4 6 7 8", 8),
    ("minority/q17", "EC 9", 8),
    ("hindering/C", "EC 9", 8),
    ("enabling/C", "2 3 4 6 7 8", 8),
    ("most/q19", "2 3 4 6 7 8", 8),
    ("minority/q19", "EC 9", 8),
    ("most/q20", "EC 2 4 5 6 7 8", 9),
    ("minority/q20", "3 9", 9),
    ("enabling/D", "2 3 4 6 7 8", 8),
    ("most/q24", "2 4 6 7 9", 6),
    ("minority/q24", "8", 6),
    ("gaps/q24", "EC 3 5", 9),
    ("gaps/q25", "2 3 6", 8),
    ("!no_reference/q25", "2 6", 5),
    ("hindering/E", "8", 6),
    ("enabling/E", "2 4 6 7 9", 6),
];

/// What some of them say, in Italian and in English.
pub const SENTENCES: [(&str, &str, &str); 12] = [
    (
        "missing",
        "Senza scheda: 1 ente su 10 (Regione Veneto; base: tutti gli enti dell'indagine).",
        "Without a sheet: 1 of 10 bodies (Regione Veneto; base: all bodies of the survey).",
    ),
    (
        "hindering",
        "Tutta l'indagine: l'ostacolo più diffuso è nella domanda 17 «L'ente ha una struttura che si occupa della gestione della piattaforma pagamenti?», 2 enti su 8, secondo le letture proposte da Rilievo (base: enti che hanno risposto).",
        "The whole survey: the most common obstacle is in question 17 “Does the body have a unit in charge of the payments platform?”, 2 of 8 bodies, according to the readings proposed by Rilievo (base: bodies that answered).",
    ),
    (
        "most/q1",
        "«L'ente ha un settore con competenze specifiche di ICT?»: 7 enti su 7, cioè tutti, hanno risposto «SI» (domanda 1; base: enti che hanno risposto).",
        "“Does the body have a unit with specific ICT skills?”: 7 of 7 bodies, that is all, answered “YES” (question 1; base: bodies that answered).",
    ),
    (
        "together/q2",
        "«Modalità di gestione dei servizi ICT»: 4 enti su 9 hanno scelto «interno» + «esterno», la combinazione più frequente (domanda 2; base: enti che hanno risposto).",
        "“How ICT services are managed”: 4 of 9 bodies chose “internal” + “external”, the most frequent combination (question 2; base: bodies that answered).",
    ),
    (
        "report/q2/enabling",
        "«Modalità di gestione dei servizi ICT»: 4 enti su 9 hanno risposto «interno» insieme a «in house» o «esterno», che secondo il rapporto favorisce il trasferimento della pratica (domanda 2; base: enti che hanno risposto).",
        "“How ICT services are managed”: 4 of 9 bodies answered “internal” together with “in-house company” or “external”, which favours the transfer of the practice according to the report (question 2; base: bodies that answered).",
    ),
    (
        "most/q3",
        "«Gestore del Data Center»: le risposte più frequenti sono «in house» e «esterno», con 5 enti su 9 ciascuna (domanda 3; base: enti che hanno risposto).",
        "“Who runs the data centre”: the most frequent answers are “in-house company” and “external”, with 5 of 9 bodies each (question 3; base: bodies that answered).",
    ),
    (
        "terms/q14",
        "«Quale?»: i termini più citati sono MyPay (5 di 8), IRIS (2 di 8) e MyPivot (2 di 8) (domanda 14; base: enti che hanno risposto).",
        "“Which one?”: the terms named most are MyPay (5 of 8), IRIS (2 of 8) and MyPivot (2 of 8) (question 14; base: bodies that answered).",
    ),
    (
        "differs/q13/mypay",
        "«Open source»: 1 ente su 4 tra quelli che citano MyPay (domanda 14) ha risposto «NO» (Provincia Autonoma di Trento), gli altri «SI» (domanda 13; base: enti che citano il termine e hanno risposto).",
        "“Open source”: 1 of 4 bodies that name MyPay (question 14) answered “NO” (Provincia Autonoma di Trento), the others “YES” (question 13; base: bodies that name the term and answered).",
    ),
    (
        "other_field/q14",
        "«Quale?»: 1 ente su 8 ha risposto con termini che appartengono ad altre domande (PostgreSQL, domanda 5; Java, domanda 6; Tomcat, domanda 7): Regione Lombardia (domanda 14; base: enti che hanno risposto).",
        "“Which one?”: 1 of 8 bodies answered with terms that belong to other questions (PostgreSQL, question 5; Java, question 6; Tomcat, question 7): Regione Lombardia (question 14; base: bodies that answered).",
    ),
    (
        "off_condition/q16",
        "«Se esterno indicare la ditta»: si rivolge a chi ha risposto «esterno» alla domanda 15, ma ha risposto anche 1 ente su 2 tra gli altri: Città metropolitana di Roma Capitale (domanda 16; base: enti a cui non era rivolta).",
        "“If external, name the company”: it is meant for those who answered “external” to question 15, yet 1 of 2 others answered as well: Città metropolitana di Roma Capitale (question 16; base: bodies that were not asked).",
    ),
    (
        "gaps/q24",
        "«L'ente ha leggi o regolamenti in materia di pagamenti?»: 3 enti su 9 non hanno dato una risposta (vuota: 1, non leggibile: 2) (domanda 24; base: enti a cui è stata posta).",
        "“Does the body have laws or regulations on payments?”: 3 of 9 bodies gave no answer (blank: 1, unclear mark: 2) (question 24; base: bodies that were asked).",
    ),
    (
        "no_reference/q25",
        "«Se SI indicare gli estremi (URL)»: 2 enti su 5 tra quelli che hanno risposto «SI» alla domanda 24 non danno l'indicazione richiesta: Regione Toscana, Regione Umbria (domanda 25; base: enti la cui risposta la richiede).",
        "“If YES, give the references (URL)”: 2 of 5 bodies that answered “YES” to question 24 do not give what is asked for: Regione Toscana, Regione Umbria (question 25; base: bodies whose answer calls for it).",
    ),
];
