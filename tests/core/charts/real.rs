//! Charts of what nine bodies answered, with their names and codes, in every kind that shows more
//! than bars.

use rilievo::chart::{
    Caption, Combination, Diverging, DivergingRow, DotRow, Dots, Dumbbell, DumbbellRow, Mark,
    Multiples, Panel, Theme, Tone, Unit, UpSet, diverging, dots, dumbbell, multiples, standalone,
    upset,
};

use super::examples::frame;

/// Codes and names of all ten bodies.
const BODIES: [(&str, &str); 10] = [
    ("EC", "Comune di Bari"),
    ("1", "Regione Veneto"),
    ("2", "Regione Toscana"),
    ("3", "Regione Campania"),
    ("4", "Regione Lombardia"),
    ("5", "Regione Puglia"),
    ("6", "Regione Umbria"),
    ("7", "Città metropolitana di Roma Capitale"),
    ("8", "Provincia Autonoma di Trento"),
    ("9", "Città metropolitana di Bari"),
];

/// Bodies by their codes: "EC 2 3".
fn bodies(codes: &str) -> Vec<(&'static str, &'static str)> {
    let find = |code| BODIES.iter().find(|body| body.0 == code).unwrap();
    codes.split_whitespace().map(|code| *find(code)).collect()
}

/// A mark with these bodies behind it.
fn mark(key: &str, label: &str, codes: &str, base: u32, tone: Tone) -> Mark {
    let bodies = bodies(codes);
    Mark {
        key: key.to_owned(),
        label: label.to_owned(),
        value: bodies.len().try_into().unwrap(),
        figure: format!("{} di {base}", bodies.len()),
        names: bodies.iter().map(|body| body.1.to_owned()).collect(),
        others: 0,
        tone,
    }
}

/// A mark that counts answers, with nobody behind it.
fn count(key: &str, label: &str, value: u32, base: u32, tone: Tone) -> Mark {
    Mark {
        value,
        figure: format!("{value} di {base}"),
        ..mark(key, label, "", base, tone)
    }
}

fn dot_row(key: &str, label: &str, codes: &str, base: u32, tone: Tone) -> DotRow {
    let unit = |(code, name): (&str, &str)| Unit {
        key: code.to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
    };
    DotRow {
        mark: mark(key, label, codes, base, tone),
        units: bodies(codes).into_iter().map(unit).collect(),
    }
}

fn ict_unit(width: u32, theme: &Theme) -> String {
    let spec = Dots {
        frame: frame(
            "q1",
            "L'ente ha un settore con competenze specifiche di ICT?",
            "Sì 7 di 7; due risposte non leggibili, una scheda mancante.",
            width,
        ),
        options: vec![
            dot_row("si", "Sì", "2 3 4 6 7 8 9", 7, Tone::Primary),
            dot_row("no", "No", "", 7, Tone::No),
        ],
        states: vec![
            dot_row("unclear", "Non leggibile", "EC 5", 10, Tone::Unclear),
            dot_row("missing", "Scheda mancante", "1", 10, Tone::Missing),
        ],
    };
    dots::render(&spec, theme)
}

pub(super) fn unit_dots(width: u32) -> String {
    ict_unit(width, &Theme::light())
}

pub(super) fn unit_dots_in_print(width: u32) -> String {
    ict_unit(width, &Theme::print())
}

pub(super) fn unit_dots_in_contrast(width: u32) -> String {
    ict_unit(width, &Theme::contrast())
}

/// A question with a "no" that must look like no other row.
pub(super) fn dots_of_no(width: u32) -> String {
    let spec = Dots {
        frame: frame(
            "q20",
            "L'ente fa da intermediario?",
            "No 7 di 9, sì 2 di 9; una scheda mancante.",
            width,
        ),
        options: vec![
            dot_row("si", "Sì", "3 9", 9, Tone::Primary),
            dot_row("no", "No", "EC 2 4 5 6 7 8", 9, Tone::No),
        ],
        states: vec![dot_row(
            "missing",
            "Scheda mancante",
            "1",
            10,
            Tone::Missing,
        )],
    };
    dots::render(&spec, &Theme::light())
}

pub(super) fn combinations(width: u32) -> String {
    let of = |key: &str, label: &str, codes: &str, members: &[usize]| Combination {
        mark: mark(key, label, codes, 9, Tone::Primary),
        members: members.to_vec(),
    };
    let set = |key: &str, label: &str, codes: &str| mark(key, label, codes, 9, Tone::Primary);
    let spec = UpSet {
        frame: frame(
            "q2",
            "Modalità di gestione dei servizi ICT",
            "Interno con esterno 4 di 9, solo in house 3 di 9.",
            width,
        ),
        base: 9,
        axis: "enti che hanno risposto".to_owned(),
        sets: vec![
            set("interno", "Interno", "EC 2 3 6 7"),
            set("in_house", "In house", "4 5 8"),
            set("esterno", "Esterno", "EC 2 3 7 9"),
        ],
        combinations: vec![
            of("interno+esterno", "Interno + esterno", "EC 2 3 7", &[0, 2]),
            of("in_house", "Solo in house", "4 5 8", &[1]),
            of("interno", "Solo interno", "6", &[0]),
            of("esterno", "Solo esterno", "9", &[2]),
        ],
    };
    upset::render(&spec, &Theme::light())
}

/// Readings of all nine sheets by dimension, as the questionnaire proposes them.
fn by_dimension(width: u32, theme: &Theme) -> String {
    let row = |key: &str, label: &str, counts: [u32; 4]| {
        let [hindering, neutral, enabling, unknown] = counts;
        let all = counts.iter().sum();
        DivergingRow {
            key: key.to_owned(),
            label: format!("{key} · {label}"),
            figure: format!("{} di {all}", all - unknown),
            hindering: count("hindering", "Ostacola", hindering, all, Tone::Hindering),
            neutral: count("neutral", "Neutra", neutral, all, Tone::Neutral),
            enabling: count("enabling", "Favorisce", enabling, all, Tone::Enabling),
            unknown: count("unknown", "Senza lettura", unknown, all, Tone::Unread),
        }
    };
    let spec = Diverging {
        frame: frame(
            "readings",
            "Letture per dimensione",
            "Favorisce 63 di 108, ostacola 5 di 108; senza lettura 15 di 108.",
            width,
        ),
        axis: "risposte, dalla linea dello zero".to_owned(),
        rows: vec![
            row(
                "A",
                "Indagine della gestione dei servizi ICT",
                [0, 11, 21, 4],
            ),
            row(
                "B",
                "La piattaforma di utilizzo per la gestione dei pagamenti per la PA",
                [2, 1, 19, 5],
            ),
            row("C", "L'organizzazione interna dell'Ente", [2, 4, 10, 2]),
            row("D", "L'interesse a fare da intermediario", [0, 9, 8, 1]),
            row("E", "La regolamentazione interna", [1, 0, 5, 3]),
        ],
    };
    diverging::render(&spec, theme)
}

pub(super) fn readings(width: u32) -> String {
    by_dimension(width, &Theme::light())
}

pub(super) fn readings_in_the_dark(width: u32) -> String {
    by_dimension(width, &Theme::dark())
}

pub(super) fn readings_in_print(width: u32) -> String {
    by_dimension(width, &Theme::print())
}

/// The nine sheets beside a snapshot with the first five.
pub(super) fn changes(width: u32) -> String {
    let row = |key: &str, label: &str, before: (u32, u32), after: (u32, u32), new: &str| {
        let after = Mark {
            names: mark("", "", new, 0, Tone::Primary).names,
            ..count("after", "Ora", after.0, after.1, Tone::Primary)
        };
        DumbbellRow {
            key: key.to_owned(),
            label: label.to_owned(),
            before: count("before", "Prima", before.0, before.1, Tone::Secondary),
            after,
        }
    };
    let spec = Dumbbell {
        frame: frame(
            "compare-q2",
            "Modalità di gestione dei servizi ICT: che cosa è cambiato",
            "Interno da 3 a 5, in house da 2 a 3, esterno da 3 a 5.",
            width,
        ),
        base: 9,
        axis: "enti che hanno risposto".to_owned(),
        before: "15 marzo 2020: 5 schede".to_owned(),
        after: "30 aprile 2020: 9 schede".to_owned(),
        rows: vec![
            row("interno", "Interno", (3, 5), (5, 9), "6 7"),
            row("in_house", "In house", (2, 5), (3, 9), "8"),
            row("esterno", "Esterno", (3, 5), (5, 9), "7 9"),
            row("open", "Open source", (4, 4), (6, 7), "6 7"),
            row("licenza", "Con licenza", (1, 4), (1, 7), ""),
            row("unclear", "Segno non leggibile", (3, 5), (2, 9), ""),
        ],
    };
    dumbbell::render(&spec, &Theme::light())
}

/// How services are managed, by kind of body.
pub(super) fn groups(width: u32) -> String {
    let panel = |key: &str, title: &str, base: u32, codes: [&str; 3]| Panel {
        key: key.to_owned(),
        title: title.to_owned(),
        base,
        figure: if base == 1 {
            "1 ente".to_owned()
        } else {
            format!("{base} enti")
        },
        marks: [
            ("interno", "Interno"),
            ("in_house", "In house"),
            ("esterno", "Esterno"),
        ]
        .into_iter()
        .zip(codes)
        .map(|((key, label), codes)| mark(key, label, codes, base, Tone::Primary))
        .collect(),
    };
    let spec = Multiples {
        frame: frame(
            "groups-q2",
            "Modalità di gestione dei servizi ICT, per tipo di ente",
            "Regioni: interno 3 di 5, in house 2 di 5, esterno 2 di 5.",
            width,
        ),
        axis: "enti che hanno risposto".to_owned(),
        panels: vec![
            panel("regione", "Regioni", 5, ["2 3 6", "4 5", "2 3"]),
            panel("citta", "Città metropolitane", 2, ["7", "", "7 9"]),
            panel("comune", "Comuni", 1, ["EC", "", "EC"]),
            panel("provincia", "Province autonome", 1, ["", "8", ""]),
        ],
    };
    multiples::render(&spec, &Theme::light())
}

fn caption() -> Caption {
    Caption {
        title: "2 · Modalità di gestione dei servizi ICT".to_owned(),
        lines: vec![
            "Base: 9 enti che hanno risposto, su 10. Si può scegliere più di una voce.".to_owned(),
            "Filtro: nessuno".to_owned(),
            "PayFlowPA A.2.1 · 30 aprile 2020".to_owned(),
            "Impronta: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        ],
    }
}

pub(super) fn picture(width: u32) -> String {
    standalone(&combinations(width), &caption(), &Theme::light())
}

pub(super) fn picture_in_the_dark(width: u32) -> String {
    let theme = Theme::dark();
    standalone(&by_dimension(width, &theme), &caption(), &theme)
}
