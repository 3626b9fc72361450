//! A slide as HTML: an article that fills what it is put into. Sizes are classes,
//! because no page of ours has a style in an attribute.

use super::fit::{self, Lines};
use super::front::grouped;
use super::{Body, Deck, Figure, Listed, Number, Slide, bodies, cover};
use crate::i18n::Locale;
use crate::report::Html;
use crate::report::page::{drawing, within};
use crate::report::whole::Block;

/// Digits of the fingerprint in the corner.
const SHORT: usize = 12;

/// A slide as HTML, by its place among those that are shown. Its marks can be
/// reached by the keyboard.
pub fn html(deck: &Deck, at: usize) -> String {
    match deck.shown().nth(at) {
        Some(slide) => Page::new(deck, "").slide(slide, Some(at + 1)),
        None => String::new(),
    }
}

/// Any slide of a deck as a picture: for thumbnails, for print, beside another.
/// Nothing in it can be reached, and its ids are none of those of [`html`].
/// `number` is its place among those that are shown, from 1.
pub fn html_of(deck: &Deck, slide: &Slide, number: Option<usize>) -> String {
    Page::new(deck, "still").slide(slide, number)
}

struct Page<'a> {
    html: Html,
    deck: &'a Deck,
    t: Locale,
    /// With what the ids of a picture begin; nothing on the stage.
    still: &'static str,
}

impl<'a> Page<'a> {
    fn new(deck: &'a Deck, still: &'static str) -> Self {
        Self {
            html: Html::default(),
            deck,
            t: deck.language,
            still,
        }
    }

    fn slide(mut self, slide: &Slide, number: Option<usize>) -> String {
        let all = self.deck.shown().count();
        let name = match number {
            Some(at) => self.t.deck_named(self.t.deck_number(at, all), &slide.title),
            None => slide.title.clone(),
        };
        let class = ["slide slide-", layout(&slide.body)].concat();
        let marks = [
            ("data-slide", slide.key.clone()),
            ("lang", self.t.code().to_owned()),
            ("aria-label", name),
        ];
        self.html.open("article", &class, &marks);
        let room = fit::room(slide);
        match &slide.body {
            Body::Cover { lines, funds } => self.cover(slide, lines, funds),
            Body::Divider { mark, about } => self.divider(slide, mark, about),
            body => {
                self.head(slide);
                self.body(slide, body, room);
            }
        }
        self.foot(slide, number, all);
        self.html.close("article");
        self.html.finish()
    }

    fn head(&mut self, slide: &Slide) {
        self.html.open("header", "slide-head", &[]);
        self.html.element("p", "slide-over", &slide.over);
        self.sized("h2", "slide-title", &fit::title(&slide.title));
        self.html.close("header");
    }

    /// Words that were laid out, at the size at which they were.
    fn sized(&mut self, tag: &str, class: &str, lines: &Lines) {
        let class = format!("{class} at-{}", lines.size);
        self.html.open(tag, &class, &[]);
        self.html.text(&lines.said);
        self.html.close(tag);
    }

    fn cover(&mut self, slide: &Slide, lines: &[(String, String)], funds: &[String]) {
        let laid = cover::lay(&slide.title, lines, funds);
        self.html.open("header", "slide-head", &[]);
        self.sized("h2", "slide-title", &laid.title);
        self.html.close("header");
        self.html.open("div", "slide-body", &[]);
        if !laid.lines.is_empty() {
            let class = format!("slide-lines at-{}", laid.size);
            self.html.open("dl", &class, &[]);
            for (name, said) in &laid.lines {
                self.html.raw("<div>");
                self.html.element("dt", "", name);
                self.html.element("dd", "", said);
                self.html.raw("</div>");
            }
            self.html.close("dl");
        }
        self.html.open("div", "slide-funds", &[]);
        for line in &laid.funds {
            self.html.element("p", "", line);
        }
        self.html.close("div");
        self.html.close("div");
    }

    fn divider(&mut self, slide: &Slide, mark: &str, about: &str) {
        self.html
            .open("div", "slide-mark", &[("aria-hidden", "true".into())]);
        let mark = fit::first_fit(mark, cover::MARK_WIDTH, &cover::MARKS);
        self.sized("span", "", &mark);
        self.html.close("div");
        self.html.open("div", "slide-body", &[]);
        self.html.element("p", "slide-over", &slide.over);
        let title = fit::first_fit(&slide.title, cover::BESIDE_MARK, &cover::TITLES);
        self.sized("h2", "slide-title", &title);
        self.html.element("p", "slide-about", about);
        self.html.close("div");
    }

    fn body(&mut self, slide: &Slide, body: &Body, room: u32) {
        match body {
            Body::Numbers(numbers) => self.numbers(numbers),
            Body::Bodies(listed) => self.bodies(listed, room),
            Body::Figure(figure) => self.figure(slide, figure),
            Body::Words(blocks) => self.words(blocks, room),
            Body::Cover { .. } | Body::Divider { .. } => {}
        }
    }

    fn numbers(&mut self, numbers: &[Number]) {
        self.html.open("ul", "slide-body slide-numbers", &[]);
        for number in numbers {
            self.html.raw("<li>");
            self.html.element("strong", "", &number.value);
            self.html.raw(" ");
            self.html.element("span", "label", &number.label);
            if !number.beside.is_empty() {
                self.html.raw(" ");
                self.html.element("span", "beside", &number.beside);
            }
            self.html.raw("</li>");
        }
        self.html.close("ul");
    }

    fn bodies(&mut self, listed: &[Listed], room: u32) {
        let (size, columns) = bodies::columns(listed, room).unwrap_or((fit::SMALLEST, 3));
        let rows = listed.len().div_ceil(columns as usize).max(1);
        let class = format!("slide-body slide-bodies at-{size} in-{columns}");
        self.html.open("div", &class, &[]);
        for column in listed.chunks(rows) {
            self.html.raw("<ul>");
            for body in column {
                self.listed(body);
            }
            self.html.raw("</ul>");
        }
        self.html.close("div");
    }

    fn listed(&mut self, body: &Listed) {
        let (class, state) = if body.received {
            ("received", self.t.deck_received())
        } else {
            ("missing", self.t.deck_not_received())
        };
        self.html.open("li", class, &[]);
        self.html.element("span", "code", &body.code);
        self.html.raw(" <span class=\"name\">");
        if body.received {
            self.html.text(&body.name);
        } else {
            self.html.element("s", "", &body.name);
        }
        if !body.role.is_empty() {
            self.html.raw(" ");
            self.html
                .element("span", "role", &["· ", &body.role].concat());
        }
        self.html.raw("</span> ");
        self.html.element("span", "hidden", state);
        self.html.raw("</li>");
    }

    fn figure(&mut self, slide: &Slide, figure: &Figure) {
        self.html.open("div", "slide-body slide-chart", &[]);
        if self.still.is_empty() {
            self.html.raw(&figure.svg);
        } else {
            let id = [self.still, "-", &slide.key.replace('/', "-")].concat();
            self.html
                .raw(&drawing(&figure.svg, &id, &figure.alternative));
        }
        self.html.close("div");
    }

    fn words(&mut self, blocks: &[Block], room: u32) {
        let size = fit::prose_size(blocks, room);
        let table = blocks.iter().find_map(|block| match block {
            Block::Table { table, .. } => Some(table.class.as_str()),
            _ => None,
        });
        let layout = table.unwrap_or("slide-prose");
        let class = format!("slide-body slide-words {layout} at-{size}");
        self.html.open("div", &class, &[]);
        self.html.raw(&within(self.t, blocks));
        self.html.close("div");
    }

    /// The base of what is shown, and the corner: what the deck is made from.
    fn foot(&mut self, slide: &Slide, number: Option<usize>, all: usize) {
        self.html.open("footer", "slide-foot", &[]);
        if !slide.foot.is_empty() {
            self.html.element("p", "slide-base", &slide.foot);
        }
        self.html.open("p", "slide-corner", &[]);
        let deck = self.deck;
        let stamp = &deck.stamp;
        let short = stamp.fingerprint.get(..SHORT).unwrap_or_default();
        let mut said = vec![deck.data.clone()];
        if !deck.data.contains(&stamp.version) {
            said.push(stamp.version.clone());
        }
        said.push(stamp.date.clone());
        if !short.is_empty() {
            said.push([self.t.fingerprint_short(), " ", &grouped(short)].concat());
        }
        said.retain(|part| !part.is_empty());
        self.html.element("span", "", &said.join(" · "));
        if let Some(at) = number {
            let number = self.t.deck_number(at, all);
            self.html.element("span", "slide-number", &number);
        }
        self.html.close("p");
        self.html.close("footer");
    }
}

/// What tells how a slide is laid out.
const fn layout(body: &Body) -> &'static str {
    match body {
        Body::Cover { .. } => "cover",
        Body::Divider { .. } => "divider",
        Body::Numbers(_) => "indicator",
        Body::Bodies(_) => "partners",
        Body::Figure(_) => "figure",
        Body::Words(_) => "text",
    }
}
