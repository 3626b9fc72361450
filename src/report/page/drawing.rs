//! A drawing as a picture of a page: named by its alternative, with ids of its
//! own, and nothing in it that could be reached or that a strict policy refuses.

use crate::report::Html;

/// The drawing with `said` as its alternative; its ids begin with `id`. Only a
/// role and a name on the root itself become the alternative of a printed
/// figure. Nothing where it is no drawing.
pub fn drawing(svg: &str, id: &str, said: &str) -> String {
    let root = svg.find("<svg").and_then(|at| svg.get(at + 4..));
    // `>` inside an attribute is written as an entity.
    let Some((root, rest)) = root.and_then(|svg| svg.split_once('>')) else {
        return String::new();
    };
    let mut html = Html::default();
    // Where the font is missing, a word may need some of the margin.
    html.raw("<svg overflow=\"visible\"");
    html.raw(&without(root, &["role", "aria-labelledby", "aria-label"]));
    html.raw(" role=\"img\" aria-label=\"");
    html.text(said);
    html.raw("\">");
    // Nothing of a picture is reached by the keyboard.
    let rest = without(&unstyled(rest), &["tabindex"]);
    let mut rest = rest.as_str();
    // Names of things, and where they are used.
    const USES: [&str; 6] = [
        " id=\"",
        "url(#",
        "href=\"#",
        " aria-labelledby=\"",
        " aria-describedby=\"",
        " clip-path=\"#",
    ];
    while let Some((at, sign)) = first(rest, &USES) {
        let end = at + sign.len();
        html.raw(&rest[..end]);
        html.raw(id);
        html.raw("-");
        rest = &rest[end..];
    }
    html.raw(rest);
    html.finish().trim_end().to_owned()
}

/// Where the first of some signs stands.
fn first<'s>(text: &str, signs: &[&'s str]) -> Option<(usize, &'s str)> {
    let found = signs
        .iter()
        .filter_map(|sign| Some((text.find(sign)?, *sign)));
    found.min_by_key(|(at, _)| *at)
}

/// Without some attributes.
fn without(text: &str, names: &[&str]) -> String {
    let mut text = text.to_owned();
    for name in names {
        let sign = [" ", name, "=\""].concat();
        let mut kept = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(&sign) {
            kept.push_str(before);
            rest = after.split_once('"').map_or("", |(_, rest)| rest);
        }
        kept.push_str(rest);
        text = kept;
    }
    text
}

/// Without fonts and styles of its own, which the policy of a page refuses.
fn unstyled(svg: &str) -> String {
    let mut kept = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once("<style") {
        kept.push_str(before);
        rest = after.split_once("</style>").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
        viewBox=\"0 0 4 3\" role=\"group\" aria-labelledby=\"c-title\">\n<style>@font-face{}</style>\
        <title id=\"c-title\">T</title><defs><pattern id=\"c-a\"/></defs>\
        <g tabindex=\"0\" role=\"img\" aria-label=\"2 di 9\"><rect fill=\"url(#c-a)\"/></g></svg>\n";

    #[test]
    fn the_root_is_a_picture_with_its_alternative() {
        assert_eq!(
            drawing(SVG, "f1", "a \"b\" <c>"),
            "<svg overflow=\"visible\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\" role=\"img\" \
             aria-label=\"a &quot;b&quot; &lt;c&gt;\">\n<title id=\"f1-c-title\">T</title>\
             <defs><pattern id=\"f1-c-a\"/></defs><g role=\"img\" aria-label=\"2 di 9\">\
             <rect fill=\"url(#f1-c-a)\"/></g></svg>"
        );
    }

    #[test]
    fn what_is_no_drawing_is_nothing() {
        assert_eq!(drawing("", "f1", "a"), "");
        assert_eq!(drawing("<b>", "f1", "a"), "");
    }
}
