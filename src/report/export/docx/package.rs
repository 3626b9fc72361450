//! The parts of the file around its body: pages, header and footer, numberings,
//! styles, properties.

use super::body::{BULLETS, Body};
use super::finish::{self, escape};
use super::language;
use super::table::TEXT_WIDTH;
use super::words::{Look, clean, field, run};
use crate::i18n::Locale;
use crate::report::export::archive::Entry;
use crate::report::whole::{Report, Stamp};
use docx_rs::{
    AbstractNumbering, Docx, Footer, Header, Level, LevelJc, LevelOverride, LevelText,
    NumberFormat, Numbering, PageMargin, Paragraph, Run, SpecialIndentType, Start, Tab,
    TabValueType,
};

const STYLES: &str = include_str!("styles.xml");
/// Digits of the fingerprint at the foot of a page, as on the page.
const SHORT: usize = 12;
/// How ordered lists count.
const NUMBERS: usize = BULLETS + 1;
/// Margins in twentieths of a point: what they leave of A4 is the width of tables.
const MARGIN: i32 = 1276;
const PAGE: (u32, u32) = (11_906, 16_838);

/// All parts, in the order in which readers want them.
pub fn entries(report: &Report, body: Body) -> Vec<Entry> {
    let pictures = body.pictures;
    let mut docx = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(
            PageMargin::new()
                .top(1418)
                .bottom(1418)
                .left(MARGIN)
                .right(MARGIN)
                .header(680)
                .footer(680),
        )
        .title_pg()
        .header(header(report))
        .footer(footer(report.language, &report.stamp));
    docx.document.children = body.children;
    docx.document_rels.has_numberings = true;
    docx = numberings(docx, body.ordered);
    let xml = docx.build();
    let text = |part: &[u8]| finish::text(part).into_bytes();
    let styles = STYLES.replace("{language}", language(report.language));
    let mut all = vec![
        Entry::new("[Content_Types].xml", xml.content_type),
        Entry::new("_rels/.rels", xml.rels),
        Entry::new("docProps/app.xml", xml.doc_props.app),
        Entry::new("docProps/core.xml", core(report)),
        Entry::new("docProps/custom.xml", xml.doc_props.custom),
        Entry::new(
            "word/_rels/document.xml.rels",
            finish::relationships(&xml.document_rels),
        ),
        Entry::new(
            "word/document.xml",
            finish::document(&xml.document, &pictures),
        ),
        Entry::new("word/styles.xml", styles),
        Entry::new("word/settings.xml", xml.settings),
        Entry::new("word/fontTable.xml", xml.font_table),
        Entry::new("word/comments.xml", xml.comments),
        Entry::new("word/numbering.xml", text(&xml.numberings)),
        Entry::new("word/commentsExtended.xml", xml.comments_extended),
    ];
    for (kind, parts) in [("header", xml.headers), ("footer", xml.footers)] {
        for (at, part) in parts.iter().enumerate() {
            all.push(Entry::new(format!("word/{kind}{}.xml", at + 1), text(part)));
        }
    }
    for (id, png) in xml.media {
        all.push(Entry::new(format!("word/media/{id}.png"), png));
    }
    all
}

fn header(report: &Report) -> Header {
    let title = run(&report.cover.title, Look::default());
    Header::new().add_paragraph(Paragraph::new().style("Header").add_run(title))
}

/// Version, date and fingerprint on the left; on the right the page.
fn footer(t: Locale, stamp: &Stamp) -> Footer {
    let short: String = stamp.fingerprint.chars().take(SHORT).collect();
    let parts = [stamp.version.as_str(), &stamp.date, &short];
    let parts: Vec<_> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    let right = Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH);
    let mut p = Paragraph::new()
        .style("Footer")
        .add_tab(right)
        .add_run(run(&parts.join(" · "), Look::default()))
        .add_run(Run::new().add_tab());
    // The words of the text, with fields in place of its numbers.
    let words = t.file_page('\u{1}', '\u{2}');
    let mut rest = words.as_str();
    while let Some(at) = rest.find(['\u{1}', '\u{2}']) {
        let (before, after) = rest.split_at(at);
        let name = if after.starts_with('\u{1}') {
            "PAGE"
        } else {
            "NUMPAGES"
        };
        p = p
            .add_run(run(before, Look::default()))
            .add_run(field(name, "1"));
        rest = after.get(1..).unwrap_or_default();
    }
    Footer::new().add_paragraph(p.add_run(run(rest, Look::default())))
}

fn numberings(mut docx: Docx, ordered: usize) -> Docx {
    let levels = |kind: usize, format: fn(usize) -> (&'static str, String)| {
        (0..9).fold(AbstractNumbering::new(kind), |all, deep| {
            let (format, text) = format(deep);
            let left = i32::try_from(deep + 1).unwrap_or(1) * 360;
            let level = Level::new(
                deep,
                Start::new(1),
                NumberFormat::new(format),
                LevelText::new(text),
                LevelJc::new("left"),
            );
            let hanging = SpecialIndentType::Hanging(360);
            all.add_level(level.indent(Some(left), Some(hanging), None, None))
        })
    };
    let bullet = |deep: usize| {
        let signs = ["•", "–", "▪"];
        let sign = signs.get(deep % 3).copied().unwrap_or("•");
        ("bullet", sign.to_owned())
    };
    let number = |deep: usize| {
        let formats = ["decimal", "lowerLetter", "lowerRoman"];
        let format = formats.get(deep % 3).copied().unwrap_or("decimal");
        (format, format!("%{}.", deep + 1))
    };
    docx = docx
        .add_abstract_numbering(levels(BULLETS, bullet))
        .add_abstract_numbering(levels(NUMBERS, number))
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    for nth in 1..=ordered {
        let restart = (0..9).map(|deep| LevelOverride::new(deep).start(1));
        docx =
            docx.add_numbering(Numbering::new(BULLETS + nth, NUMBERS).overrides(restart.collect()));
    }
    docx
}

/// Title, language, version and fingerprint. When it was made is said by the
/// stamp: a clock would make two files of one report differ.
fn core(report: &Report) -> String {
    let stamp = &report.stamp;
    let about = [
        ("dc:title", report.cover.title.as_str()),
        ("dc:subject", &report.cover.subtitle),
        ("dc:creator", "Rilievo"),
        ("dc:description", &stamp.date),
        ("dc:identifier", &stamp.fingerprint),
        ("dc:language", language(report.language)),
        ("cp:version", &stamp.version),
    ];
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">",
    );
    for (name, text) in about {
        xml.push_str(&["<", name, ">", &escape(&clean(text)), "</", name, ">"].concat());
    }
    xml.push_str("</cp:coreProperties>");
    xml
}
