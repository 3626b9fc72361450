//! The page's head: what the template `index.html` gets at its marker.

use anyhow::{Result, bail};

use crate::names::Names;

/// Where the template wants the lines that this module writes. It stands
/// right after the charset, because the policy must come before any resource.
pub const MARKER: &str = "<!-- xtask: head -->";

/// Nothing runs or loads but the site's own files; no inline script or style.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// A survey that comes with the app: the page's head tells the app where it is
/// and what its project is called.
pub struct Example {
    /// Its file in the project.
    pub file: String,
    /// Its published name.
    pub href: String,
    /// Its project.
    pub project: String,
}

/// What one page refers to; all names are relative to the page.
pub struct Page<'a> {
    /// The style sheet.
    pub css: &'a str,
    /// The module that wasm-bindgen wrote.
    pub glue: &'a str,
    /// The WebAssembly module.
    pub wasm: &'a str,
    /// The module that starts the app.
    pub boot: &'a str,
    /// Fonts that every page shows at once.
    pub fonts: &'a [&'a str],
    /// Further scripts (live reload).
    pub scripts: &'a [&'a str],
    /// Surveys that come with the app.
    pub examples: &'a [Example],
    /// The worker that writes files for other programs.
    pub exporter: &'a str,
    /// The worker that reads large files, where there is one.
    pub importer: Option<&'a str>,
    /// The file that holds everything, where there is one.
    pub alone: Option<&'a str>,
    /// The version of the site, if it has one.
    pub version: Option<&'a str>,
    /// Published files, to rewrite what the template refers to.
    pub names: &'a Names,
}

/// Fills the template. Fails unless it has the marker exactly once.
pub fn fill(template: &str, page: &Page) -> Result<String> {
    let Some((before, after)) = template.split_once(MARKER) else {
        bail!("index.html has no line {MARKER}");
    };
    if after.contains(MARKER) {
        bail!("index.html has more than one line {MARKER}");
    }
    let indent = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    let head = head(page).join(&format!("\n{indent}"));
    Ok(rewrite(before, page.names) + &head + &rewrite(after, page.names))
}

/// The lines of the head, in the order in which a browser should see them.
fn head(page: &Page) -> Vec<String> {
    let mut lines = vec![
        format!(r#"<meta http-equiv="Content-Security-Policy" content="{POLICY}">"#),
        // It waits for neither the style nor the rest of the page.
        format!(
            r#"<script type="module" async src="{}"></script>"#,
            attribute(page.boot)
        ),
        format!(r#"<link rel="stylesheet" href="{}">"#, attribute(page.css)),
        // The glue fetches with the default mode and credentials; only
        // `crossorigin` makes the preload match that request.
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{}">"#,
            attribute(page.wasm)
        ),
        format!(
            r#"<link rel="modulepreload" href="{}">"#,
            attribute(page.glue)
        ),
    ];
    lines.extend(page.fonts.iter().map(|font| {
        format!(
            r#"<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">"#,
            attribute(font)
        )
    }));
    lines.extend(page.scripts.iter().map(|script| {
        format!(
            r#"<script type="module" src="{}"></script>"#,
            attribute(script)
        )
    }));
    lines.extend(page.examples.iter().map(|example| {
        format!(
            r#"<meta name="asset" content="{}" data-href="{}" data-project="{}">"#,
            attribute(&example.file),
            attribute(&example.href),
            attribute(&example.project)
        )
    }));
    let assets = [
        ("exporter", Some(page.exporter)),
        ("importer", page.importer),
        ("alone", page.alone),
    ];
    lines.extend(assets.iter().filter_map(|(name, href)| {
        let href = attribute((*href)?);
        Some(format!(
            r#"<meta name="asset" content="{name}" data-href="{href}">"#
        ))
    }));
    lines.extend(
        page.version
            .map(|version| format!(r#"<meta name="version" content="{}">"#, attribute(version))),
    );
    lines
}

/// Gives the template's own `href` and `src` the published names.
fn rewrite(template: &str, names: &Names) -> String {
    names
        .iter()
        .filter(|(from, to)| from != to)
        .fold(template.to_owned(), |text, (from, to)| {
            let (from, to) = (attribute(from), attribute(to));
            ["href", "src"].iter().fold(text, |text, name| {
                text.replace(&format!("{name}=\"{from}\""), &format!("{name}=\"{to}\""))
            })
        })
}

/// Text as it stands between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    fn filled(template: &str) -> Result<String> {
        let names = Names::from(
            [
                ("examples/a.json", "examples/a-1.json"),
                ("logo.svg", "logo-2.svg"),
            ]
            .map(|(from, to)| (from.to_owned(), to.to_owned())),
        );
        fill(
            template,
            &Page {
                css: "style-3.css",
                glue: "glue-4.js",
                wasm: "app-5.wasm",
                boot: "boot-6.js",
                fonts: &["fonts/f-7.woff2"],
                scripts: &["reload.js"],
                examples: &[Example {
                    file: "examples/a.json".into(),
                    href: "examples/a-1.json".into(),
                    project: "A \"b\"".into(),
                }],
                exporter: "exporter-8.js",
                importer: Some("importer-8.js"),
                alone: Some("rilievo.html?v=9"),
                version: Some("0a1b"),
                names: &names,
            },
        )
    }

    #[test]
    fn the_policy_comes_before_every_resource() {
        let html = filled("<head>\n  <!-- xtask: head -->\n</head>").unwrap();
        let policy = html.find("Content-Security-Policy").unwrap();
        for part in [
            "href=\"style-3.css\"",
            "glue-4.js",
            "app-5.wasm",
            "boot-6.js",
            "f-7.woff2",
        ] {
            assert!(html.find(part).unwrap() > policy, "{part}\n{html}");
        }
        assert!(!html.contains("unsafe-inline"), "{html}");
        assert!(html.contains("<script type=\"module\" src=\"reload.js\"></script>"));
        assert!(html.ends_with("\n</head>"));
    }

    #[test]
    fn the_app_can_find_the_examples() {
        let html = filled(MARKER).unwrap();
        let meta = r#"<meta name="asset" content="examples/a.json" data-href="examples/a-1.json" data-project="A &quot;b&quot;">"#;
        assert!(html.contains(meta), "{html}");
        assert!(!html.contains("content=\"logo.svg\""), "{html}");
        let meta = r#"<meta name="asset" content="exporter" data-href="exporter-8.js">"#;
        assert!(html.contains(meta), "{html}");
        let meta = r#"<meta name="asset" content="importer" data-href="importer-8.js">"#;
        assert!(html.contains(meta), "{html}");
        let meta = r#"<meta name="asset" content="alone" data-href="rilievo.html?v=9">"#;
        assert!(html.contains(meta), "{html}");
        assert!(
            html.contains(r#"<meta name="version" content="0a1b">"#),
            "{html}"
        );
    }

    #[test]
    fn references_of_the_template_get_published_names() {
        let html = filled("<!-- xtask: head --><img src=\"logo.svg\">").unwrap();
        assert!(html.ends_with("<img src=\"logo-2.svg\">"), "{html}");
    }

    #[test]
    fn a_template_without_one_marker_is_refused() {
        assert!(filled("<head></head>").is_err());
        assert!(filled("<!-- xtask: head --><!-- xtask: head -->").is_err());
    }
}
