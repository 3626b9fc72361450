//! Invented charts in the shape a survey of ten bodies gives, and some that are awkward.

use rilievo::chart::{Bars, Frame, Mark, Stack, Stacks, Terms, Theme, Tone, bars, stacked, terms};

const PARTNERS: [&str; 10] = [
    "Regione Lazio",
    "Roma Capitale",
    "Provincia di Brescia",
    "Comune di Bologna",
    "Comune di Palermo",
    "Comune di Ravenna",
    "Unione dei Comuni Valli e Delizie",
    "Città metropolitana di Bari",
    "Comune di Trento",
    "Regione Veneto",
];

pub(super) fn frame(id: &str, title: &str, description: &str, width: u32) -> Frame {
    Frame {
        id: format!("{id}-{width}"),
        title: title.to_owned(),
        description: description.to_owned(),
        width,
        more: "e altri {n}".to_owned(),
    }
}

pub(super) fn mark(key: &str, label: &str, value: u32, base: u32, tone: Tone) -> Mark {
    let names = PARTNERS.iter().cycle().take(value.min(15) as usize);
    Mark {
        key: key.to_owned(),
        label: label.to_owned(),
        value,
        figure: format!("{value} di {base}"),
        names: names.map(|name| (*name).to_owned()).collect(),
        others: 0,
        tone,
    }
}

pub(super) fn yes_no(width: u32) -> String {
    let spec = Bars {
        frame: frame(
            "q17",
            "Domanda 17: l'ente usa PagoPA per tutti i servizi?",
            "Sì 4 di 7, no 3 di 7; due risposte illeggibili, una scheda mancante.",
            width,
        ),
        base: 10,
        axis: "enti partner".to_owned(),
        options: vec![
            mark("si", "Sì", 4, 7, Tone::Primary),
            mark("no", "No", 3, 7, Tone::No),
        ],
        states: vec![
            mark("unclear", "Segno non leggibile", 2, 10, Tone::Unclear),
            mark("missing", "Scheda mancante", 1, 10, Tone::Missing),
        ],
    };
    bars::render(&spec, &Theme::light())
}

pub(super) fn choices(width: u32) -> String {
    let spec = Bars {
        frame: frame(
            "q2",
            "Domanda 2: chi gestisce i servizi ICT",
            "Personale interno 5 di 9, società in house 3 di 9, fornitore esterno 5 di 9.",
            width,
        ),
        base: 9,
        axis: "enti che hanno risposto; più scelte possibili".to_owned(),
        options: vec![
            mark("interno", "Interno", 5, 9, Tone::Primary),
            mark("in_house", "In house", 3, 9, Tone::Primary),
            mark("esterno", "Esterno", 5, 9, Tone::Primary),
        ],
        states: vec![],
    };
    bars::render(&spec, &Theme::light())
}

pub(super) fn long_labels(width: u32) -> String {
    let spec = Bars {
        frame: frame(
            "q8",
            "Domanda 8: etichette lunghe e conteggi nulli",
            "La prima scelta 1.204 di 1.504.",
            width,
        ),
        base: 1504,
        axis: "comuni del Veneto e della Lombardia ai quali la domanda è stata posta dall'intermediario regionale"
            .to_owned(),
        options: vec![
            mark(
                "a",
                "Personale interno dell'ente con il supporto di una società in house partecipata \
                 da più amministrazioni del territorio e di un fornitore esterno",
                1204,
                1504,
                Tone::Primary,
            ),
            mark(
                "b",
                "https://www.comune.esempio.it/amministrazione-trasparente/bandi-di-gara",
                37,
                1504,
                Tone::Primary,
            ),
            mark("c", "R&D <b>\"in proprio\"</b> dell'ente\u{7}", 1, 1504, Tone::Primary),
            mark("d", "Nessuna delle precedenti", 0, 1504, Tone::Primary),
        ],
        states: vec![
            mark("blank", "Nessuna risposta", 120, 1504, Tone::Blank),
            mark("unknown", "Non sappiamo", 84, 1504, Tone::Unknown),
            mark("declined", "Preferiamo non rispondere", 58, 1504, Tone::Declined),
            mark("off", "Risposta non richiesta", 0, 1504, Tone::OffCondition),
        ],
    };
    bars::render(&spec, &Theme::light())
}

pub(super) fn completeness(width: u32) -> String {
    let row = |key: &str, label: &str, counts: [u32; 5]| {
        let [given, blank, unknown, not_asked, missing] = counts;
        let total = counts.iter().sum();
        Stack {
            key: key.to_owned(),
            label: label.to_owned(),
            figure: format!("{given} di {total}"),
            segments: vec![
                mark("given", "Data", given, total, Tone::Given),
                mark("unknown", "Non sappiamo", unknown, total, Tone::Unknown),
                mark("blank", "In bianco", blank, total, Tone::Blank),
                mark(
                    "not_asked",
                    "Non richiesta",
                    not_asked,
                    total,
                    Tone::NotAsked,
                ),
                mark("missing", "Scheda mancante", missing, total, Tone::Missing),
            ],
        }
    };
    let spec = Stacks {
        frame: frame(
            "completeness",
            "Completezza per dimensione",
            "Organizzativa 43 di 50, tecnologica 78 di 90, amministrativa 25 di 40.",
            width,
        ),
        base: 0,
        axis: "risposte attese".to_owned(),
        rows: vec![
            row("A", "A. Organizzativa", [43, 2, 0, 0, 5]),
            row("B", "B. Tecnologica e infrastrutturale", [78, 2, 1, 0, 9]),
            row("C", "C. Amministrativa", [25, 6, 3, 2, 4]),
            row(
                "D",
                "D. Normativa e di protezione dei dati personali",
                [16, 0, 0, 2, 2],
            ),
            row("E", "E. Collaborazione", [12, 8, 1, 16, 3]),
        ],
    };
    stacked::render(&spec, &Theme::light())
}

pub(super) fn every_tone(width: u32) -> String {
    let row = |key: &str, tones: &[Tone]| Stack {
        key: key.to_owned(),
        label: key.to_owned(),
        figure: String::new(),
        segments: tones
            .iter()
            .map(|t| mark(t.slug(), t.slug(), 3, 9, *t))
            .collect(),
    };
    let (first, rest) = Tone::ALL.split_at(7);
    let (second, third) = rest.split_at(5);
    let spec = Stacks {
        frame: frame("tones", "Tutti i toni", "Ogni tono tre volte.", width),
        base: 21,
        axis: String::new(),
        rows: vec![row("1", first), row("2", second), row("3", third)],
    };
    stacked::render(&spec, &Theme::light())
}

pub(super) fn databases(width: u32) -> String {
    let named = [
        ("PostgreSQL", 8),
        ("Oracle Database", 7),
        ("Microsoft SQL Server", 7),
        ("MySQL", 5),
        ("MariaDB", 3),
        ("MongoDB", 2),
        (
            "IBM Db2 per sistemi centrali della ragioneria generale dell'ente",
            1,
        ),
        ("SQLite", 1),
        ("Firebird", 0),
    ];
    let spec = Terms {
        frame: frame(
            "q9",
            "Domanda 9: basi di dati in uso",
            "PostgreSQL 8 di 9, Oracle Database e Microsoft SQL Server 7 di 9.",
            width,
        ),
        base: 9,
        terms: named
            .map(|(name, count)| mark(name, name, count, 9, Tone::Primary))
            .to_vec(),
        states: vec![
            mark("blank", "Nessuna risposta", 1, 11, Tone::Blank),
            mark("missing", "Scheda mancante", 1, 11, Tone::Missing),
        ],
    };
    terms::render(&spec, &Theme::light())
}
