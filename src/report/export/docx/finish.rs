//! What `docx-rs` cannot say, put into what it wrote: what pictures show, which
//! rows are heads; and what it counts through all documents that it ever made,
//! taken out.

use crate::model::sort_by_key;

/// The height that marks a row as the head of its table.
pub const HEAD_ROW: f32 = 1.0;
const MARKED: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;
/// The properties of a table: the library writes them in an order that strict
/// readers refuse.
const TABLE: [&str; 2] = ["<w:tblPr>", "</w:tblPr>"];
const STYLED: &str = r#"<w:tblPr><w:tblStyle w:val="ReportTable" /><w:tblW w:w="9354" w:type="dxa" /><w:tblLayout w:type="fixed" /></w:tblPr>"#;
const PICTURE: &str = r#"<wp:docPr id="1" name="Figure" />"#;

/// The document itself. `pictures` says of each picture, in their order, what it
/// is called and what it shows.
pub fn document(xml: &[u8], pictures: &[(String, String)]) -> Vec<u8> {
    let xml = text(xml).replace(MARKED, "<w:tblHeader />");
    let xml = pages_first(&styled(&xml));
    let mut parts = xml.split(PICTURE);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for (nth, part) in parts.enumerate() {
        let (name, shows) = pictures.get(nth).cloned().unwrap_or_default();
        let id = (nth + 1).to_string();
        let told = [
            "<wp:docPr id=\"",
            &id,
            "\" name=\"",
            &escape(&name),
            "\" descr=\"",
            &escape(&shows),
            "\" />",
        ];
        whole.push_str(&told.concat());
        whole.push_str(part);
    }
    whole.into_bytes()
}

/// Head and foot of the pages before what the library puts before them.
fn pages_first(xml: &str) -> String {
    let Some(((before, section), (references, after))) = xml
        .rsplit_once("<w:pgSz ")
        .zip(xml.rsplit_once("<w:headerReference "))
        .and_then(|(cut, (_, references))| Some((cut, references.split_once("<w:titlePg")?)))
    else {
        return xml.to_owned();
    };
    let pages = section
        .split("<w:headerReference ")
        .next()
        .unwrap_or_default();
    [
        before,
        "<w:headerReference ",
        references,
        "<w:pgSz ",
        pages,
        "<w:titlePg",
        after,
    ]
    .concat()
}

/// Every table in the style of ours.
fn styled(xml: &str) -> String {
    let [open, close] = TABLE;
    let mut parts = xml.split(open);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push_str(STYLED);
        whole.push_str(part.split_once(close).map_or(part, |(_, after)| after));
    }
    whole
}

/// A part as text, without ids of paragraphs, which nothing refers to, and
/// without properties that say nothing: some stand where none may.
pub fn text(xml: &[u8]) -> String {
    const ID: &str = " w14:paraId=\"";
    let xml = String::from_utf8_lossy(xml).replace("<w:rPr />", "");
    let mut parts = xml.split(ID);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push_str(part.split_once('"').map_or("", |(_, after)| after));
    }
    whole
}

/// Relationships in the order of their names: the library has none for links.
pub fn relationships(xml: &[u8]) -> Vec<u8> {
    const ONE: &str = "<Relationship ";
    let xml = String::from_utf8_lossy(xml);
    let Some((all, end)) = xml.rsplit_once("</Relationships>") else {
        return xml.as_bytes().to_vec();
    };
    let mut parts: Vec<&str> = all.split(ONE).collect();
    let head = parts.remove(0).to_owned();
    sort_by_key(&mut parts, |part| part.to_string());
    let mut whole = head;
    for part in parts {
        whole.push_str(ONE);
        whole.push_str(part);
    }
    whole.push_str("</Relationships>");
    whole.push_str(end);
    whole.into_bytes()
}

/// Words in a quoted attribute, or between two tags.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
