//! Reports as one file that needs nothing else: HTML with its style inside, no
//! script, and a policy that lets nothing in.

use super::Html;
use super::page::{page, page_rules};
use super::whole::Report;
use crate::bundle;
use crate::chart::{Face, Theme, font_rules};
use sha2::{Digest, Sha256};

/// The style of a report, the same as in the page.
const STYLE: &str = include_str!("../../style/later/report-page.css");

/// Around the paper, where no page of the app is.
const AROUND: &str = "html{background:#e9ecef}body{margin:0;padding:16px}\
    @media print{html{background:#fff}body{padding:0}}\
    @media(max-width:767px){body{padding:0}}";

/// Reports, one after another, as one file. Where there are several, links to
/// each stand at its top. `faces` are the fonts that it brings along, so that charts
/// look the same everywhere.
pub fn file(reports: &[Report], faces: &[Face]) -> String {
    let mut html = Html::default();
    let language = reports.first().map(|r| r.language).unwrap_or_default();
    let titles: Vec<String> = reports.iter().map(title).collect();
    let fonts = font_rules(&Theme::light(), faces);
    let style = [fonts.as_str(), AROUND, STYLE, &page_rules(reports)].concat();
    let data = if faces.is_empty() {
        ""
    } else {
        " font-src data:;"
    };
    // The policy allows this style and nothing else; it is named by its hash.
    let hash = bundle::standard(&Sha256::digest(style.as_bytes()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}';{data} base-uri 'none'; form-action 'none'"
    );
    html.raw("<!doctype html>\n");
    html.open("html", "", &[("lang", language.code().into())]);
    html.raw("<head><meta charset=\"utf-8\">");
    let marks = [
        ("http-equiv", "Content-Security-Policy".to_owned()),
        ("content", policy),
    ];
    html.open("meta", "", &marks);
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta name=\"generator\" content=\"Rilievo\">");
    let name = match (titles.as_slice(), reports.first()) {
        ([one], _) => one.clone(),
        // Below the titles of several stands what they have in common.
        (_, Some(first)) if !first.cover.subtitle.is_empty() => first.cover.subtitle.clone(),
        (_, first) => first.map_or(String::new(), |first| first.cover.title.clone()),
    };
    html.element("title", "", &name);
    html.raw("<style>");
    html.raw(&style);
    html.raw("</style></head>\n<body><main>");
    if reports.len() > 1 {
        let marks = [("aria-label", language.report_each().into())];
        html.open("nav", "report-list", &marks);
        html.raw("<ol>");
        for (at, title) in titles.iter().enumerate() {
            html.raw("<li>");
            html.open("a", "", &[("href", format!("#r{}-title", at + 1))]);
            html.text(title);
            html.raw("</a></li>");
        }
        html.raw("</ol></nav>");
    }
    for (at, report) in reports.iter().enumerate() {
        html.raw(&page(report, at));
    }
    html.raw("</main></body></html>\n");
    html.finish()
}

fn title(report: &Report) -> String {
    let parts = [&report.cover.title, &report.cover.subtitle];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" · ")
}
