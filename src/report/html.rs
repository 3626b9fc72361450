//! Writes documents as HTML. Every text is escaped: whatever a file brought,
//! the page shows it as words.

use super::{Cell, Column, Group, Inline, Mark, Row, Table};

/// A table as HTML.
pub fn table(table: &Table) -> String {
    let mut html = Html::default();
    html.table(table, "");
    html.finish()
}

/// Words in a line as HTML.
pub fn html(parts: &[Inline]) -> String {
    let mut html = Html::default();
    html.inlines(parts);
    html.finish()
}

/// HTML that is being written.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// What was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Writes HTML as it is.
    pub fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Words, in an element or in a quoted attribute. Control characters, which
    /// HTML does not allow, are left out; line breaks and tabs stay.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                c if c.is_control() && !matches!(c, '\n' | '\r' | '\t') => {}
                c => self.0.push(c),
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.raw(part);
        }
        self.text(value);
        self.raw("\"");
    }

    /// Opens an element with a class and marks.
    pub fn open(&mut self, tag: &str, class: &str, marks: &[Mark]) {
        self.raw("<");
        self.raw(tag);
        if !class.is_empty() {
            self.attribute("class", class);
        }
        for (name, value) in marks {
            self.attribute(name, value);
        }
        self.raw(">");
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &str) {
        for part in ["</", tag, ">"] {
            self.raw(part);
        }
    }

    /// An element with words in it.
    pub fn element(&mut self, tag: &str, class: &str, text: &str) {
        self.open(tag, class, &[]);
        self.text(text);
        self.close(tag);
    }

    /// A table; with a number its caption is there to be seen.
    pub fn table(&mut self, table: &Table, number: &str) {
        self.open("table", &table.class, &table.marks);
        if !number.is_empty() {
            self.raw("<caption>");
            self.numbered(number, &table.caption);
            self.raw("</caption>");
        } else if !table.caption.is_empty() {
            self.element("caption", "hidden", &table.caption);
        }
        // A table that is only laid out as one has no heads.
        let unnamed = |column: &Column| column.name.is_empty();
        if table.columns.is_empty() || !table.columns.iter().all(unnamed) {
            self.raw("<thead><tr>");
            table.columns.iter().for_each(|column| self.head(column));
            self.raw("</tr></thead>");
        }
        for group in &table.groups {
            self.group(group, table.columns.len());
        }
        self.close("table");
    }

    fn head(&mut self, column: &Column) {
        let class = if column.number { "number" } else { "" };
        // A head without words heads nothing.
        if column.name.is_empty() {
            return self.raw("<td></td>");
        }
        self.open("th", class, &[("scope", "col".into())]);
        self.text(&column.name);
        self.close("th");
    }

    /// What a table or a figure shows, after its number.
    pub fn numbered(&mut self, number: &str, caption: &str) {
        if !number.is_empty() {
            self.element("strong", "", number);
            self.raw(" ");
        }
        self.text(caption);
    }

    fn group(&mut self, group: &Group, columns: usize) {
        self.raw("<tbody>");
        if !group.heading.is_empty() {
            self.raw("<tr class=\"group\">");
            let wide = [
                ("colspan", columns.to_string()),
                ("scope", "rowgroup".into()),
            ];
            self.open("th", "", &wide);
            self.text(&group.heading);
            self.raw("</th></tr>");
        }
        for row in &group.rows {
            self.row(row);
        }
        self.raw("</tbody>");
    }

    fn row(&mut self, row: &Row) {
        self.open("tr", "", &row.marks);
        self.raw("<th scope=\"row\">");
        self.inlines(&row.heading);
        self.raw("</th>");
        for cell in &row.cells {
            self.cell(cell);
        }
        self.raw("</tr>");
    }

    fn cell(&mut self, cell: &Cell) {
        self.open("td", &cell.class, &cell.marks);
        self.inlines(&cell.content);
        self.raw("</td>");
    }

    fn inlines(&mut self, parts: &[Inline]) {
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                self.raw(" ");
            }
            self.inline(part);
        }
    }

    fn inline(&mut self, part: &Inline) {
        match part {
            Inline::Text(text) => self.text(text),
            Inline::Struck(text) => self.element("s", "", text),
            Inline::Link { href, text } => {
                self.open("a", "", &[("href", href.clone())]);
                self.text(text);
                self.close("a");
            }
            Inline::Outside(address) => {
                let attributes = [
                    ("href", address.clone()),
                    ("rel", "noopener noreferrer".into()),
                    ("target", "_blank".into()),
                ];
                self.open("a", "", &attributes);
                self.text(address);
                self.close("a");
            }
            Inline::Run(parts) => parts.iter().for_each(|part| self.inline(part)),
            Inline::Remark(text) => self.element("span", "about", text),
            Inline::Badge {
                class,
                symbol,
                text,
            } => {
                self.open("span", class, &[]);
                self.open("span", "symbol", &[("aria-hidden", "true".into())]);
                self.text(symbol);
                self.close("span");
                self.text(text);
                self.close("span");
            }
            Inline::Choice { made, text, beside } => self.choice(*made, text, beside),
            Inline::More { summary, text } => {
                self.raw("<details>");
                self.element("summary", "", summary);
                self.text(text);
                self.raw("</details>");
            }
        }
    }

    /// The cross is a letter that every font has; what was chosen is in bold as
    /// well, so that it shows in black and white and in a copied text.
    fn choice(&mut self, made: bool, text: &str, beside: &str) {
        self.open("span", if made { "choice made" } else { "choice" }, &[]);
        self.element("span", "box", if made { "X" } else { "" });
        self.raw(" ");
        self.element(if made { "strong" } else { "span" }, "", text);
        if !beside.is_empty() {
            self.raw(" ");
            self.text(beside);
        }
        self.close("span");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NASTY: &str = "<b>&\"it's\"\u{0}\u{7}\u{9b}</b>\n";
    const TAMED: &str = "&lt;b&gt;&amp;&quot;it&#39;s&quot;&lt;/b&gt;\n";

    fn column(name: &str, number: bool) -> Column {
        Column {
            name: name.into(),
            number,
        }
    }

    #[test]
    fn a_table_says_what_heads_what() {
        let row = Row {
            marks: vec![("data-option", "yes".into())],
            heading: vec![Inline::Text("Yes".into())],
            cells: vec![
                Cell::number("2", vec![("data-count", "2".into())]),
                Cell {
                    class: "names".into(),
                    content: vec![Inline::Text("Bari, Lecce".into())],
                    ..Cell::default()
                },
            ],
        };
        let shown = Table {
            class: "table".into(),
            caption: "Question 1".into(),
            columns: vec![
                column("Answer", false),
                column("Bodies", true),
                column("Names", false),
            ],
            groups: vec![Group {
                heading: "By choice".into(),
                rows: vec![row],
            }],
            ..Table::default()
        };
        assert_eq!(
            table(&shown),
            "<table class=\"table\"><caption class=\"hidden\">Question 1</caption><thead><tr>\
             <th scope=\"col\">Answer</th><th class=\"number\" scope=\"col\">Bodies</th>\
             <th scope=\"col\">Names</th></tr></thead><tbody><tr class=\"group\">\
             <th colspan=\"3\" scope=\"rowgroup\">By choice</th></tr>\
             <tr data-option=\"yes\"><th scope=\"row\">Yes</th>\
             <td class=\"number\" data-count=\"2\">2</td>\
             <td class=\"names\">Bari, Lecce</td></tr></tbody></table>"
        );
    }

    #[test]
    fn what_is_not_there_leaves_nothing_behind() {
        let group = Group {
            heading: String::new(),
            rows: vec![Row::default()],
        };
        let shown = Table {
            groups: vec![group],
            ..Table::default()
        };
        assert_eq!(
            table(&shown),
            "<table><thead><tr></tr></thead><tbody><tr><th scope=\"row\"></th></tr></tbody></table>"
        );
    }

    #[test]
    fn no_text_gets_out_of_its_place() {
        let nasty = || NASTY.to_owned();
        let parts = vec![
            Inline::Text(nasty()),
            Inline::Link {
                href: nasty(),
                text: nasty(),
            },
            Inline::Outside(nasty()),
            Inline::Run(vec![Inline::Remark(nasty())]),
            Inline::Badge {
                class: nasty(),
                symbol: nasty(),
                text: nasty(),
            },
            Inline::Choice {
                made: true,
                text: nasty(),
                beside: nasty(),
            },
            Inline::More {
                summary: nasty(),
                text: nasty(),
            },
        ];
        let row = Row {
            marks: vec![("data-option", nasty())],
            heading: parts.clone(),
            cells: vec![Cell {
                class: nasty(),
                marks: vec![("data-count", nasty())],
                content: parts.clone(),
            }],
        };
        let shown = Table {
            class: nasty(),
            marks: vec![("data-table", nasty())],
            caption: nasty(),
            columns: vec![column(NASTY, true)],
            groups: vec![Group {
                heading: nasty(),
                rows: vec![row],
            }],
        };
        let html = table(&shown);
        assert_eq!(html.matches(TAMED).count(), 34, "{html}");
        assert!(!html.contains("<b>") && !html.contains('\''), "{html}");
    }
}
