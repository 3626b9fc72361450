//! A small report that has one of everything.

use rilievo::i18n::Locale;
use rilievo::report::whole::{Block, Cover, Figure, Report, Section, Span, Stamp};
use rilievo::report::{Cell, Column, Group, Inline, Row, Table};

/// A picture of twelve pixels.
pub const DOT: &[u8] = include_bytes!("../../fixtures/dot.png");

/// The picture of every figure.
pub fn pictures(_: &str) -> Option<Vec<u8>> {
    Some(DOT.to_vec())
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn word(words: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![Span::text(words)])]
}

fn link(href: &str, words: &str) -> Span {
    Span::Link {
        href: href.into(),
        text: vec![Span::text(words)],
    }
}

fn section(id: &str, level: u8, number: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        id: id.into(),
        level,
        number: number.into(),
        heading: heading.into(),
        new_page: level == 1,
        blocks,
    }
}

fn table() -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    let row = |heading: &str, count: &str, names: &str| Row {
        heading: text(heading),
        cells: vec![
            Cell::number(count, Vec::new()),
            Cell {
                content: text(names),
                ..Cell::default()
            },
        ],
        ..Row::default()
    };
    Table {
        caption: "Chi gestisce i servizi <ICT> & come".into(),
        columns: vec![
            column("Risposta", false),
            column("Enti", true),
            column("Quali", false),
        ],
        groups: vec![
            Group {
                heading: String::new(),
                rows: vec![row("interno", "5 di 8", "Bari, Lecce")],
            },
            Group {
                heading: "Senza risposta".into(),
                rows: vec![row("manca", "1", "Regione")],
            },
        ],
        ..Table::default()
    }
}

fn figure() -> Figure {
    Figure {
        id: "fig-1".into(),
        number: "Figura 1".into(),
        caption: "Chi gestisce i servizi".into(),
        alternative: "interno: 5 di 8; \"manca\": 1 <uno>".into(),
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>".into(),
        size: (400.0, 300.0),
    }
}

fn every_span() -> Vec<Span> {
    vec![
        Span::text("Parole "),
        Span::Strong(vec![Span::text("forti")]),
        Span::text(", "),
        Span::Emphasis(vec![Span::text("inclinate")]),
        Span::text(" e "),
        Span::Struck(vec![Span::text("Regione Veneto")]),
        Span::Break,
        link("https://example.org/a?b=1&c=2", "fuori"),
        Span::text(" "),
        link("#annex-2", "dentro"),
        Span::text(" "),
        link("javascript:alert(1)", "male"),
        Span::text(" \u{0}\u{7}fine"),
    ]
}

/// The report.
pub fn report(language: Locale) -> Report {
    let inner = Block::List {
        ordered: false,
        items: vec![word("dentro")],
    };
    let first = [word("uno"), vec![inner]].concat();
    let list = |ordered| Block::List {
        ordered,
        items: vec![first.clone(), word("due")],
    };
    let table = Block::Table {
        number: "Tabella 1".into(),
        table: table(),
    };
    let note = Block::Note(vec![Span::text("Da rivedere.")]);
    Report {
        language,
        cover: Cover {
            title: "Rilevazione & prova".into(),
            subtitle: "Rapporto".into(),
            lines: vec![("CUP".into(), "X00".into())],
            funds: vec!["Programma di prova".into()],
        },
        stamp: Stamp {
            version: "Versione 1.0".into(),
            date: "30 aprile 2020".into(),
            fingerprint: "0123456789abcdef".repeat(4),
        },
        sections: vec![
            section(
                "intro",
                1,
                "1",
                "Introduzione",
                vec![
                    Block::Paragraph(every_span()),
                    list(false),
                    list(true),
                    list(true),
                    note,
                ],
            ),
            section("results", 1, "2", "Risultati", Vec::new()),
            section(
                "a",
                2,
                "2.1",
                "Dimensione A",
                vec![table, Block::Figure(figure())],
            ),
            section("q", 3, "2.1.1", "Domanda", word("Testo.")),
            section("annex-2", 1, "Allegato 2", "Scheda di Bari", word("Testo.")),
        ],
    }
}
