//! An SVG in the making: what was drawn, the patterns it uses, and its names.

use plotters::style::RGBColor;

use super::theme::{Paint, Theme, WHITE};
use super::{Frame, Tone, xml};

/// An SVG in the making.
pub(super) struct Page<'t> {
    theme: &'t Theme,
    id: String,
    size: (u32, u32),
    body: String,
    /// Those whose patterns are used.
    tones: Vec<Tone>,
}

impl<'t> Page<'t> {
    /// An empty page of `size` pixels, whose ids begin with `id`.
    pub(super) fn new(id: &str, size: (u32, u32), theme: &'t Theme) -> Self {
        Page {
            theme,
            id: xml::id(id),
            size,
            body: String::new(),
            tones: Vec::new(),
        }
    }

    /// Pixels from side to side and from top to bottom.
    pub(super) fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Writes markup as it is.
    pub(super) fn push(&mut self, markup: &str) {
        self.body.push_str(markup);
    }

    /// How the theme paints `tone`.
    pub(super) fn paint(&self, tone: Tone) -> Paint {
        self.theme.paint(tone)
    }

    /// The id of the pattern of `tone`, which the page will then define.
    pub(super) fn pattern(&mut self, tone: Tone) -> String {
        if !self.tones.contains(&tone) {
            self.tones.push(tone);
        }
        pattern_id(&self.id, tone)
    }

    /// Forgets what was drawn.
    pub(super) fn clear(&mut self) {
        self.body.clear();
        self.tones.clear();
    }

    /// The whole SVG: names, the patterns that are used, and what was drawn.
    pub(super) fn finish(self, frame: &Frame, class: &str) -> String {
        let (id, (width, height)) = (&self.id, self.size);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" \
             class=\"chart {class}\" role=\"group\" aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"{font}\">\n\
             <title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-desc\">{description}</desc>\n",
            font = xml::escape(self.theme.font_family),
            title = xml::escape(&frame.title),
            description = xml::escape(&frame.description),
        );
        let patterns: String = Tone::ALL
            .iter()
            .filter(|tone| self.tones.contains(tone))
            .map(|tone| {
                let Paint {
                    pattern,
                    ink,
                    paper,
                    ..
                } = self.theme.paint(*tone);
                pattern.definition(&pattern_id(id, *tone), ink, paper)
            })
            .collect();
        if !patterns.is_empty() {
            out.push_str("<defs>\n");
            out.push_str(&patterns);
            out.push_str("</defs>\n");
        }
        if self.theme.background != WHITE {
            out.push_str(&format!(
                "<rect class=\"background\" width=\"{width}\" height=\"{height}\" \
                 fill=\"{}\"/>\n",
                hex(self.theme.background),
            ));
        }
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
}

fn pattern_id(id: &str, tone: Tone) -> String {
    format!("{id}-{}", tone.slug())
}

/// A colour as `#rrggbb`.
pub(super) fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
