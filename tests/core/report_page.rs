//! A report as HTML and as a file of its own: a hand-made one, which has
//! everything that a report can have.

use rilievo::chart::Face;
use rilievo::i18n::Locale;
use rilievo::report::file::file;
use rilievo::report::page::{page, page_rules, running};
use rilievo::report::whole::{Block, Cover, Figure, Report, Section, Span, Stamp};
use rilievo::report::{Cell, Column, Group, Inline, Row, Table};

const NASTY: &str = "</style></title><script>alert('1')</script> & \"x\"";

fn words(text: &str) -> Vec<Span> {
    vec![Span::text(text)]
}

fn section(id: &str, level: u8, number: &str, blocks: Vec<Block>) -> Section {
    Section {
        id: id.into(),
        level,
        number: number.into(),
        heading: format!("Sezione {id}"),
        new_page: level == 1,
        blocks,
    }
}

fn column(name: &str, number: bool) -> Column {
    Column {
        name: name.into(),
        number,
    }
}

fn row(heading: &str, cells: &[&str]) -> Row {
    let cell = |text: &&str| Cell {
        content: vec![Inline::Text((*text).to_owned())],
        ..Cell::default()
    };
    Row {
        heading: vec![Inline::Text(heading.into())],
        cells: cells.iter().map(cell).collect(),
        ..Row::default()
    }
}

fn table(rows: Vec<Row>) -> Block {
    let group = Group {
        heading: String::new(),
        rows,
    };
    Block::Table {
        number: "Tabella 1".into(),
        table: Table {
            class: "table".into(),
            caption: "Gli enti".into(),
            columns: vec![column("Ente", false), column("Schede", true)],
            groups: vec![group],
            ..Table::default()
        },
    }
}

fn figure() -> Block {
    Block::Figure(Figure {
        id: "chart-a".into(),
        number: "Figura 1".into(),
        caption: "Chi ha risposto".into(),
        alternative: "Hanno risposto 9 enti su 10.".into(),
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 160\" width=\"600\" \
              height=\"160\" role=\"group\" aria-labelledby=\"a-title\"><title id=\"a-title\">A\
              </title><rect width=\"540\" height=\"120\" y=\"20\" fill=\"#06c\"/></svg>"
            .into(),
        size: (600.0, 160.0),
    })
}

fn report() -> Report {
    let struck = Block::Paragraph(vec![
        Span::text("Non ha risposto: "),
        Span::Struck(words("Museo del mare")),
        Span::Break,
        Span::Strong(words("nove")),
        Span::Emphasis(words(" su dieci")),
    ]);
    let link = |href: &str| Span::Link {
        href: href.into(),
        text: words("qui"),
    };
    let links = Block::Paragraph(vec![
        link("#annex-2"),
        link("https://example.org/a?b=1&c"),
        link("javascript:alert(1)"),
        link("#/s/museums/report"),
    ]);
    let list = Block::List {
        ordered: true,
        items: vec![
            vec![Block::Paragraph(words("uno"))],
            vec![
                Block::Paragraph(words("due")),
                Block::List {
                    ordered: false,
                    items: vec![vec![Block::Paragraph(words("tre"))]],
                },
            ],
        ],
    };
    Report {
        language: Locale::It,
        cover: Cover {
            title: "Musei in rete".into(),
            subtitle: "Rapporto dell'indagine".into(),
            lines: vec![("CUP".into(), "J00".into())],
            funds: vec!["Finanziato da un fondo".into()],
        },
        stamp: Stamp {
            version: "Versione 1.0".into(),
            date: "30 aprile 2020".into(),
            fingerprint: "0123456789ab".repeat(5) + "cdef",
        },
        sections: vec![
            section("intro", 1, "1", vec![struck, links, list]),
            section("bodies", 2, "1.1", vec![table(vec![row("Museo", &["1"])])]),
            section("detail", 3, "1.1.1", vec![]),
            section("other", 2, "1.2", vec![figure()]),
            section("annex-2", 1, "Allegato 2", vec![Block::Note(words("nota"))]),
        ],
    }
}

#[track_caller]
fn has(html: &str, wanted: &str) {
    assert!(html.contains(wanted), "{wanted}\nis not in\n{html}");
}

#[test]
fn the_contents_are_lists_in_lists() {
    let html = page(&report(), 0);
    let link = |id: &str, number: &str| {
        format!("<a href=\"#r1-{id}\"><span class=\"nr\">{number}</span> Sezione {id}</a>")
    };
    let inner = [
        "<ol><li>",
        &link("bodies", "1.1"),
        "</li><li>",
        &link("other", "1.2"),
    ]
    .concat();
    let lists = [
        "<ol><li>",
        &link("intro", "1"),
        &inner,
        "</li></ol></li><li>",
        &link("annex-2", "Allegato 2"),
        "</li></ol></nav>",
    ];
    has(&html, &lists.concat());
}

#[test]
fn contents_that_begin_deep_or_leave_a_level_out_are_whole_lists() {
    for levels in [[2, 1, 2], [1, 2, 1], [2, 2, 1], [1, 1, 1]] {
        let mut report = report();
        let sections = levels.iter().enumerate();
        let made = sections.map(|(i, level)| section(&format!("s{i}"), *level, "", vec![]));
        report.sections = made.collect();
        let html = page(&report, 0);
        for tag in ["ol", "li"] {
            let opened = html.matches(&format!("<{tag}>")).count();
            assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{html}");
        }
    }
}

#[test]
fn headings_follow_the_levels() {
    let html = page(&report(), 0);
    has(
        &html,
        "<h1 class=\"title\" id=\"r1-title\">Musei in rete</h1>",
    );
    has(
        &html,
        "<section class=\"section new-page\" id=\"r1-intro\" data-level=\"1\"><h2><span class=\"nr\">1</span> Sezione intro</h2>",
    );
    has(
        &html,
        "data-level=\"2\"><h3><span class=\"nr\">1.1</span> Sezione bodies</h3>",
    );
    has(
        &html,
        "data-level=\"3\"><h4><span class=\"nr\">1.1.1</span> Sezione detail</h4>",
    );
}

#[test]
fn captions_have_their_numbers() {
    let html = page(&report(), 0);
    has(
        &html,
        "<table><caption><strong>Tabella 1</strong> Gli enti</caption><thead>",
    );
    has(
        &html,
        "<th scope=\"row\">Museo</th><td class=\"number\">1</td>",
    );
    has(
        &html,
        "<figure id=\"r1-chart-a\" aria-label=\"Figura 1 Chi ha risposto\"><svg ",
    );
    has(
        &html,
        " role=\"img\" aria-label=\"Hanno risposto 9 enti su 10.\">",
    );
    has(
        &html,
        "<figcaption><strong>Figura 1</strong> Chi ha risposto</figcaption></figure>",
    );
}

#[test]
fn words_keep_what_they_mean() {
    let html = page(&report(), 0);
    has(
        &html,
        "Non ha risposto: <s><span class=\"unseen\">(barrato)</span> Museo del mare</s>",
    );
    has(&html, "<br><strong>nove</strong><em> su dieci</em>");
    has(
        &html,
        "<ol><li>uno</li><li><p>due</p><ul><li>tre</li></ul></li></ol>",
    );
    has(&html, "<p class=\"doc-note\">nota</p>");
}

#[test]
fn links_lead_inside_or_to_safe_addresses() {
    let html = page(&report(), 1);
    has(&html, "<a href=\"#r2-annex-2\">qui</a>");
    has(
        &html,
        "<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noopener noreferrer\" target=\"_blank\">qui</a>qui",
    );
    assert!(
        !html.contains("javascript") && !html.contains("#/s/"),
        "{html}"
    );
}

#[test]
fn what_only_the_app_knows_is_words_in_a_table() {
    let mut report = report();
    let parts = vec![
        Inline::Link {
            href: "#/s/museums/sheets/2".into(),
            text: "Museo".into(),
        },
        Inline::Link {
            href: "#annex-2".into(),
            text: "Allegato".into(),
        },
        Inline::More {
            summary: "altro".into(),
            text: "tutto".into(),
        },
    ];
    let row = Row {
        heading: parts,
        ..Row::default()
    };
    report.sections = vec![section("a", 1, "", vec![table(vec![row])])];
    has(
        &page(&report, 0),
        "<th scope=\"row\">Museo <a href=\"#r1-annex-2\">Allegato</a> tutto</th>",
    );
}

#[test]
fn every_page_says_what_it_belongs_to() {
    let said = running(&report());
    assert_eq!(said.title, "Musei in rete · Rapporto dell'indagine");
    assert_eq!(said.version, "Versione 1.0 · 30 aprile 2020");
    assert_eq!(said.fingerprint, "Impronta 0123456789ab");
    let rules = page_rules(&[report(), report()]);
    has(&rules, "@page report-2 {");
    has(&rules, "[data-report=\"1\"] { page: report-2; }");
    has(&rules, "content: \"Versione 1.0 · 30 aprile 2020\"");
}

#[test]
fn a_file_needs_nothing_and_lets_nothing_in() {
    let html = file(&[report()], &[]);
    assert!(
        html.starts_with("<!doctype html>\n<html lang=\"it\">"),
        "{html}"
    );
    has(
        &html,
        "<title>Musei in rete · Rapporto dell&#39;indagine</title>",
    );
    has(
        &html,
        "content=\"default-src &#39;none&#39;; style-src &#39;sha256-",
    );
    for sign in [
        "<script", " src=", "<link", "url(http", " style=", "@import",
    ] {
        assert!(!html.contains(sign), "{sign}");
    }
    assert!(!html.contains("class=\"report-list\""), "{html}");
}

#[test]
fn several_reports_stand_in_one_file_apart() {
    let html = file(&[report(), report()], &[]);
    has(
        &html,
        "<a href=\"#r2-title\">Musei in rete · Rapporto dell&#39;indagine</a>",
    );
    let ids = html.split(" id=\"").skip(1);
    let mut ids: Vec<&str> = ids.filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "no id twice");
    let targets = html.split(" href=\"#").skip(1);
    for target in targets.filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn no_text_gets_out_of_its_place() {
    let nasty = || NASTY.to_owned();
    let mut report = report();
    report.cover = Cover {
        title: nasty(),
        subtitle: nasty(),
        lines: vec![(nasty(), nasty())],
        funds: vec![nasty()],
    };
    report.stamp = Stamp {
        version: nasty(),
        date: nasty(),
        fingerprint: nasty(),
    };
    let figure = Block::Figure(Figure {
        id: "f".into(),
        number: nasty(),
        caption: nasty(),
        alternative: nasty(),
        svg: "<svg></svg>".into(),
        size: (1.0, 1.0),
    });
    let link = Span::Link {
        href: ["https://example.org/", NASTY].concat(),
        text: words(NASTY),
    };
    let blocks = vec![
        Block::Paragraph(vec![Span::Struck(words(NASTY)), link]),
        Block::Note(words(NASTY)),
        table(vec![row(NASTY, &[NASTY])]),
        figure,
    ];
    report.sections = vec![Section {
        number: nasty(),
        heading: nasty(),
        ..section("a", 1, "", blocks)
    }];
    let html = file(&[report.clone(), report], &[]);
    assert_eq!(html.matches("</style>").count(), 1, "{html}");
    assert_eq!(html.matches("</title>").count(), 1, "{html}");
    assert!(!html.contains("<script"), "{html}");
    let body = &html[html.find("<body>").unwrap()..];
    assert!(!body.contains("alert('1')"), "{body}");
}

#[test]
fn a_file_brings_its_fonts_along_and_allows_nothing_else() {
    let face = Face {
        weight: 600,
        woff2: "QUJD".into(),
    };
    let html = file(&[report()], &[face]);
    has(&html, "font-src data:;");
    has(
        &html,
        "font-weight:600;src:url(data:font/woff2;base64,QUJD)",
    );
    assert!(!file(&[report()], &[]).contains("font-src"));
}
