//! The file of the word processor: its parts, held against the report.

use super::sample::{DOT, pictures, report};
use rilievo::i18n::Locale;
use rilievo::report::export::docx;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The parts of an archive, by their names.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

fn part(t: Locale, name: &str) -> String {
    let made = docx(&report(t), &pictures).unwrap();
    String::from_utf8(parts(&made).remove(name).unwrap()).unwrap()
}

fn document() -> String {
    part(Locale::It, "word/document.xml")
}

#[test]
fn one_report_gives_one_file_to_the_byte() {
    let made = || docx(&report(Locale::It), &pictures).unwrap();
    let first = made();
    let other = std::thread::spawn(move || docx(&report(Locale::It), &pictures).unwrap());
    assert!(first == made() && first == made());
    assert!(first == other.join().unwrap());
}

#[test]
fn headings_have_real_styles_their_numbers_and_bookmarks() {
    let xml = document();
    for (style, text) in [
        ("Heading1", "1 Introduzione"),
        ("Heading2", "2.1 Dimensione A"),
        ("Heading3", "2.1.1 Domanda"),
        ("Heading1", "Allegato 2 Scheda di Bari"),
    ] {
        let paragraph = xml.split("<w:p>").find(|p| {
            let styled = p.contains(&format!("<w:pStyle w:val=\"{style}\" />"));
            styled && p.contains(&format!(">{text}<"))
        });
        assert!(
            paragraph
                .unwrap_or_else(|| panic!("{text}"))
                .contains("<w:bookmarkStart ")
        );
    }
    assert!(xml.contains("w:anchor=\"s4_annex_2\""), "the link inside");
    assert!(xml.contains("w:name=\"s4_annex_2\""), "and its place");
}

#[test]
fn the_table_of_contents_is_a_field_that_is_not_empty() {
    let xml = document();
    let field = xml.find("TOC \\o").unwrap();
    let contents = &xml[field..xml.find("Heading1").unwrap()];
    for text in [
        "1 Introduzione",
        "2.1.1 Domanda",
        "Allegato 2 Scheda di Bari",
    ] {
        assert!(contents.contains(text), "{text}");
    }
    assert!(xml[..field].contains("w:fldCharType=\"begin\" w:dirty=\"true\""));
    assert_eq!(
        xml.matches("\"begin\"").count(),
        xml.matches("fldCharType=\"end\"").count()
    );
}

#[test]
fn heads_of_tables_are_repeated_and_numbers_stand_on_the_right() {
    let xml = document();
    assert_eq!(xml.matches("<w:tblHeader />").count(), 1);
    let rows = xml.matches("<w:tr>").count();
    assert_eq!(xml.matches("<w:cantSplit />").count(), rows);
    let number = xml
        .split("<w:tc>")
        .find(|cell| cell.contains(">5 di 8<"))
        .unwrap();
    assert!(number.contains("<w:jc w:val=\"right\" />"), "{number}");
    assert!(
        xml.contains("<w:gridSpan w:val=\"3\" />"),
        "the name of a group is as wide"
    );
}

#[test]
fn captions_count_by_themselves() {
    let xml = document();
    for field in ["SEQ Tabella \\* ARABIC", "SEQ Figura \\* ARABIC"] {
        assert_eq!(xml.matches(field).count(), 1, "{field}");
    }
    assert!(xml.contains("Chi gestisce i servizi &lt;ICT&gt; &amp; come"));
}

#[test]
fn pictures_say_what_they_show() {
    let xml = document();
    let says = "name=\"Figura 1 Chi gestisce i servizi\" \
        descr=\"interno: 5 di 8; &quot;manca&quot;: 1 &lt;uno&gt;\"";
    assert!(xml.contains(says), "{xml}");
    let made = docx(&report(Locale::It), &pictures).unwrap();
    assert_eq!(parts(&made)["word/media/rIdImage1.png"], DOT);
    let bare = docx(&report(Locale::It), &|_| None).unwrap();
    let bare = String::from_utf8(parts(&bare).remove("word/document.xml").unwrap()).unwrap();
    assert!(!bare.contains("<w:drawing>") && bare.contains("interno: 5 di 8"));
}

#[test]
fn links_lead_outside_once_escaped_and_nowhere_else() {
    let links = part(Locale::It, "word/_rels/document.xml.rels");
    assert!(
        links.contains("Target=\"https://example.org/a?b=1&amp;c=2\""),
        "{links}"
    );
    assert!(!links.contains("javascript"), "{links}");
    let xml = document();
    assert!(xml.contains(">male<") && !xml.contains("javascript"));
    assert!(xml.contains("<w:strike />"), "a body that did not answer");
    assert!(!xml.contains('\u{7}'));
}

#[test]
fn each_ordered_list_begins_at_one() {
    let numberings = part(Locale::It, "word/numbering.xml");
    assert_eq!(numberings.matches("<w:num ").count(), 4, "{numberings}");
    let xml = document();
    for id in 2..=4 {
        assert!(xml.contains(&format!("<w:numId w:val=\"{id}\" />")), "{id}");
    }
}

#[test]
fn language_title_version_and_fingerprint_are_told() {
    for (t, code) in [(Locale::It, "it-IT"), (Locale::En, "en-GB")] {
        assert!(part(t, "word/styles.xml").contains(&format!("<w:lang w:val=\"{code}\"")));
        let core = part(t, "docProps/core.xml");
        assert!(
            core.contains("<dc:title>Rilevazione &amp; prova</dc:title>"),
            "{core}"
        );
        assert!(core.contains(&format!("<dc:language>{code}<")), "{core}");
        assert!(core.contains("<cp:version>Versione 1.0<"), "{core}");
    }
    let foot = part(Locale::It, "word/footer1.xml");
    for text in [
        "Versione 1.0 · 30 aprile 2020 · 0123456789ab<",
        "NUMPAGES",
        "pagina ",
    ] {
        assert!(foot.contains(text), "{text}: {foot}");
    }
    assert!(part(Locale::It, "word/header1.xml").contains("Rilevazione &amp; prova"));
}
