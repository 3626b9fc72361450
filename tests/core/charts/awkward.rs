//! Charts that are hard to draw: many bodies, long names, counts of zero, one row.

use rilievo::chart::{
    Combination, Diverging, DivergingRow, DotRow, Dots, Dumbbell, DumbbellRow, Mark, Multiples,
    Panel, Theme, Tone, Unit, UpSet, diverging, dots, dumbbell, multiples, upset,
};

use super::examples::{frame, mark};

const LONG: &str = "Unione dei Comuni della Bassa Valle e dell'Altopiano con sede in \
                    Precipitevolissimevolmente sul Mare";

/// Thirty bodies in one row, of whom some have long names, and rows with none and with one.
pub(super) fn thirty_dots(width: u32) -> String {
    let units = (1..=30).map(|n| Unit {
        key: format!("b{n}"),
        code: if n % 7 == 0 {
            format!("C{n}")
        } else {
            n.to_string()
        },
        name: if n == 2 {
            LONG.to_owned()
        } else {
            format!("Comune di Esempio {n}")
        },
    });
    let row = |key: &str, label: &str, units: Vec<Unit>, tone| DotRow {
        mark: mark(key, label, units.len().try_into().unwrap(), 33, tone),
        units,
    };
    let one = Unit {
        key: "unione".to_owned(),
        code: "UNIONE".to_owned(),
        name: LONG.to_owned(),
    };
    let spec = Dots {
        frame: frame("thirty", "Trenta enti", "Sì 30 di 31.", width),
        options: vec![
            row("si", LONG, units.clone().collect(), Tone::Primary),
            row("no", "No", vec![one], Tone::No),
            row("boh", "Non previsto", vec![], Tone::Primary),
        ],
        states: vec![
            row(
                "unknown",
                "Non sappiamo",
                units.clone().take(2).collect(),
                Tone::Unknown,
            ),
            row(
                "blank",
                "Nessuna risposta",
                units.take(9).collect(),
                Tone::Blank,
            ),
        ],
    };
    dots::render(&spec, &Theme::light())
}

/// Eight sets, one with a long name, in many combinations, one of them of nothing.
pub(super) fn eight_sets(width: u32) -> String {
    let set = |n: u32| {
        let label = if n == 3 {
            LONG.to_owned()
        } else {
            format!("Scelta {n}")
        };
        mark(
            &format!("s{n}"),
            &label,
            40 * (8 - n),
            1504,
            Tone::Secondary,
        )
    };
    let members: [&[usize]; 7] = [
        &[0, 1, 7],
        &[2],
        &[0, 1, 2, 3, 4, 5, 6, 7],
        &[],
        &[5, 3],
        &[9, 1],
        &[7],
    ];
    let combination = |(place, members): (u32, &&[usize])| Combination {
        mark: mark(
            &format!("c{place}"),
            "Insieme",
            900 >> (2 * place),
            1504,
            Tone::Primary,
        ),
        members: members.to_vec(),
    };
    let spec = UpSet {
        frame: frame(
            "eight",
            "Otto scelte",
            "La prima combinazione 900 di 1504.",
            width,
        ),
        base: 1504,
        axis: "comuni".to_owned(),
        sets: (0..8).map(set).collect(),
        combinations: (0..).zip(&members).map(combination).collect(),
    };
    upset::render(&spec, &Theme::light())
}

/// Readings from none to thousands, with one of a kind among them.
pub(super) fn uneven_readings(width: u32) -> String {
    let row =
        |key: &str, label: &str, [hindering, neutral, enabling, unknown]: [u32; 4]| DivergingRow {
            key: key.to_owned(),
            label: label.to_owned(),
            figure: "1.204 di 1.504".to_owned(),
            hindering: mark("hindering", "Ostacola", hindering, 1504, Tone::Hindering),
            neutral: mark("neutral", "Neutra", neutral, 1504, Tone::Neutral),
            enabling: mark("enabling", "Favorisce", enabling, 1504, Tone::Enabling),
            unknown: mark("unknown", "Senza lettura", unknown, 1504, Tone::Unread),
        };
    let spec = Diverging {
        frame: frame(
            "uneven",
            "Letture disuguali",
            "Quasi tutte favoriscono.",
            width,
        ),
        axis: String::new(),
        rows: vec![
            row("many", LONG, [1, 1, 1500, 2]),
            row("hindering", "Solo ostacoli", [700, 0, 0, 0]),
            row("even", "In parti uguali", [300, 300, 300, 300]),
            row("neutral", "Solo neutre", [0, 900, 0, 0]),
            row("sides", "Senza neutre", [80, 0, 90, 0]),
            row("none", "Nessuna", [0, 0, 0, 0]),
        ],
    };
    diverging::render(&spec, &Theme::light())
}

/// One row, without a reading that is unknown.
pub(super) fn one_reading(width: u32) -> String {
    let count = |key, label, value, tone| mark(key, label, value, 3, tone);
    let spec = Diverging {
        frame: frame("one", "Una riga", "Favorisce 1 di 3.", width),
        axis: "risposte".to_owned(),
        rows: vec![DivergingRow {
            key: "f".to_owned(),
            label: "Fattori amministrativi".to_owned(),
            figure: "3 di 3".to_owned(),
            hindering: count("hindering", "Ostacola", 0, Tone::Hindering),
            neutral: count("neutral", "Neutra", 2, Tone::Neutral),
            enabling: count("enabling", "Favorisce", 1, Tone::Enabling),
            unknown: count("unknown", "Senza lettura", 0, Tone::Unread),
        }],
    };
    diverging::render(&spec, &Theme::light())
}

/// Dots at both ends of the axis, dots that coincide, and long figures.
pub(super) fn far_changes(width: u32) -> String {
    let row = |key: &str, label: &str, before: u32, after: u32| DumbbellRow {
        key: key.to_owned(),
        label: label.to_owned(),
        before: mark("before", "Prima", before, 1504, Tone::Secondary),
        after: mark("after", "Dopo", after, 1504, Tone::Primary),
    };
    let spec = Dumbbell {
        frame: frame("far", "Cambiamenti", "Da nessuno a tutti.", width),
        base: 1504,
        axis: "comuni del Veneto e della Lombardia ai quali la domanda è stata posta".to_owned(),
        before: "Rilevazione del 2020, con il questionario nella sua prima versione".to_owned(),
        after: "Rilevazione del 2024".to_owned(),
        rows: vec![
            row("all", LONG, 0, 1504),
            row("lost", "Da tutti a nessuno", 1504, 0),
            row("same", "Come prima", 750, 750),
            row("near", "Uno in più", 750, 751),
            row("none", "Mai nessuno", 0, 0),
        ],
    };
    dumbbell::render(&spec, &Theme::light())
}

/// An odd number of panels, with long titles, empty groups and counts of zero.
pub(super) fn uneven_groups(width: u32) -> String {
    let panel = |key: &str, title: &str, base: u32, values: &[u32]| Panel {
        key: key.to_owned(),
        title: title.to_owned(),
        base,
        figure: format!("{base} enti"),
        marks: (0..)
            .zip(values)
            .map(|(place, value)| Mark {
                label: if place == 1 {
                    LONG.to_owned()
                } else {
                    format!("Scelta {place}")
                },
                ..mark(&format!("c{place}"), "", *value, base, Tone::Primary)
            })
            .collect(),
    };
    let spec = Multiples {
        frame: frame(
            "uneven-groups",
            "Gruppi disuguali",
            "Comuni 1204 di 1504.",
            width,
        ),
        axis: "enti ai quali la domanda è stata posta dall'intermediario regionale".to_owned(),
        panels: vec![
            panel("comuni", "Comuni", 1504, &[1204, 1, 0]),
            panel("long", LONG, 60, &[60, 30, 2]),
            panel("none", "Province", 0, &[0, 0, 0]),
        ],
    };
    multiples::render(&spec, &Theme::light())
}
