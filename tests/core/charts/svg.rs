//! Reading an SVG in a test, as far as our own goes.

/// The tags of an SVG, without their angle brackets.
pub(super) fn tags(svg: &str) -> impl Iterator<Item = &str> {
    svg.split('<').skip(1).map(|t| t.split('>').next().unwrap())
}

/// The first value of an attribute.
pub(super) fn attribute<'a>(svg: &'a str, name: &str) -> &'a str {
    let start = format!("{name}=\"");
    svg.split(start.as_str())
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
}

/// Every tag is closed in the right order, and ampersands only begin an entity.
#[track_caller]
pub(super) fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(svg) {
        if tag.ends_with('/') {
            continue;
        }
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    for entity in svg.split('&').skip(1) {
        let name = entity.split(';').next().unwrap();
        assert!(
            ["amp", "lt", "gt", "quot", "#39"].contains(&name),
            "&{name}"
        );
    }
}

/// The opening tags of elements with this name and this class.
pub(super) fn elements<'a>(svg: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    tags(svg).filter(move |tag| tag.starts_with(start))
}

/// An attribute as a number.
#[track_caller]
pub(super) fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).parse().unwrap()
}

/// From left to right: the outer bounds of a rectangle whose edge lies within.
pub(super) fn span(rect: &str) -> (f64, f64) {
    let half = if rect.contains("stroke=") { 0.5 } else { 0.0 };
    let x = number(rect, "x");
    (x - half, x + number(rect, "width") + half)
}

/// What stands between the first of these marks and the end of its group.
#[track_caller]
pub(super) fn group<'a>(svg: &'a str, start: &str) -> &'a str {
    let inner = svg.split(start).nth(1).unwrap();
    inner.split("</g>").next().unwrap()
}
