//! Assembles the site: a folder that any static host can serve.
//!
//! All addresses are relative, so that the folder works at any depth.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::names::{self, Names};
use crate::project::Project;
use crate::wasm::{self, EXPORTER, IMPORTER, NAME};
use crate::writer::{Writer, files, read};
use crate::{alone, css, html, parts, worker};

/// The weights that every page shows: running text and headings.
pub const PRELOADED_FONTS: [&str; 2] = [
    "fonts/titillium-web-latin-400-normal.woff2",
    "fonts/titillium-web-latin-600-normal.woff2",
];

const BOOT: &str = concat!(
    include_str!("../js/boot.js"),
    include_str!("../js/journal.js"),
    include_str!("../js/explain.js")
);
const WORKER: &str = include_str!("../js/exporter.js");
const IMPORTING: &str = include_str!("../js/importer.js");
const OFFLINE: &str = include_str!("../js/offline.js");
const RELOAD: &str = include_str!("../js/reload.js");

/// What the site is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To publish: hashed names and a minified style.
    Publish,
    /// To work on: plain names and live reload; needs no Node.
    Develop,
}

/// The folders that wasm-bindgen wrote.
#[derive(Clone, Copy)]
pub struct Glue<'a> {
    /// Of the app.
    pub app: &'a Path,
    /// Of the exporters.
    pub exporter: &'a Path,
    /// Of what reads large files; without it the page does.
    pub importer: Option<&'a Path>,
    /// The file that holds everything, where it was made.
    pub alone: Option<&'a Path>,
}

/// The files of an assembled site, as paths relative to its folder.
#[derive(Default)]
pub struct Site {
    /// The WebAssembly module.
    pub wasm: String,
    /// What is fetched when asked for: purposes and files.
    pub parts: Vec<(String, String)>,
    /// Glue, its snippets, and boot script.
    pub scripts: Vec<String>,
    /// The style sheet.
    pub css: String,
    /// The exporters: module, glue and worker.
    pub exporter: Vec<String>,
    /// What reads large files, the same.
    pub importer: Vec<String>,
    /// The style of what a first visit does not show.
    pub later_css: String,
    /// What keeps the app for use without a network: nothing of a site to work on.
    pub offline: Vec<String>,
    /// The page itself.
    pub html: String,
    /// The one file that holds everything.
    pub alone: Option<String>,
    /// All fonts (woff2).
    pub fonts: Vec<String>,
}

/// Writes the site into `out`, which is emptied first.
pub fn assemble(project: &Project, glue: Glue, purpose: Purpose, out: &Path) -> Result<Site> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    let writer = Writer { out, purpose };
    let exporter = program(&writer, EXPORTER, WORKER, glue.exporter)?;
    let importer = match glue.importer {
        Some(glue) => program(&writer, IMPORTER, IMPORTING, glue)?,
        None => Vec::new(),
    };
    let alone = match glue.alone {
        Some(file) => Some(writer.write_whole(alone::FILE, &read(file)?)?),
        None => None,
    };
    let glue = glue.app;

    let public = project.root.join("public");
    let mut names = Names::new();
    for path in files(&public)? {
        let content = read(&public.join(&path))?;
        let name = if names::keeps_name(&path) {
            writer.write_as(&path, &content)?
        } else {
            writer.write(&path, &content)?
        };
        names.insert(path, name);
    }

    let mut site = Site {
        css: writer.write("style.css", &style(project, "style", &names, purpose)?)?,
        later_css: writer.write(
            "later.css",
            &style(project, "style/later", &names, purpose)?,
        )?,
        wasm: writer.write(
            &format!("{NAME}.wasm"),
            &read(&glue.join(format!("{NAME}_bg.wasm")))?,
        )?,
        ..Site::default()
    };
    let mut script = String::from_utf8(read(&glue.join(format!("{NAME}.js")))?)
        .context("the glue is not UTF-8")?;
    for part in parts::names(glue)? {
        let purpose = parts::purpose(&part).to_owned();
        let name = writer.write(&format!("{NAME}-{purpose}.wasm"), &read(&glue.join(&part))?)?;
        script = refer(&script, &part, &name)?;
        site.parts.push((purpose, name));
    }
    let glue_name = writer.write(&format!("{NAME}.js"), script.as_bytes())?;
    site.scripts.push(glue_name.clone());
    // Snippets keep their names: the glue imports them, and wasm-bindgen has
    // already put a hash into their folder's name.
    for path in files(&glue.join("snippets"))? {
        let path = format!("snippets/{path}");
        site.scripts
            .push(writer.write_as(&path, &read(&glue.join(&path))?)?);
    }
    if purpose == Purpose::Publish {
        site.offline = vec![
            writer.write("offline.js", OFFLINE.as_bytes())?,
            worker::NAME.to_owned(),
        ];
    }
    let offline = site.offline.first().map_or("", String::as_str);
    let boot = BOOT
        .replace("{{glue}}", &glue_name)
        .replace("{{wasm}}", &site.wasm)
        .replace("{{later}}", &site.later_css)
        .replace("{{offline}}", offline);
    let boot = match purpose {
        Purpose::Publish => wasm::minified(project, "boot.js", &boot)?,
        Purpose::Develop => boot,
    };
    let boot = writer.write("boot.js", boot.as_bytes())?;
    site.scripts.push(boot.clone());

    let mut scripts = Vec::new();
    if purpose == Purpose::Develop {
        writer.write_as("reload.js", RELOAD.as_bytes())?;
        scripts.push("reload.js");
    }
    let fonts = PRELOADED_FONTS
        .iter()
        .map(|font| {
            names
                .get(*font)
                .map(String::as_str)
                .with_context(|| format!("public/{font} is missing"))
        })
        .collect::<Result<Vec<_>>>()?;
    let page = html::fill(
        &String::from_utf8(read(&project.root.join("index.html"))?)
            .context("index.html is not UTF-8")?,
        &html::Page {
            css: &site.css,
            glue: &glue_name,
            wasm: &site.wasm,
            boot: &boot,
            fonts: &fonts,
            scripts: &scripts,
            examples: &examples(&public, &names)?,
            exporter: exporter.last().map_or("", String::as_str),
            importer: importer.last().map(String::as_str),
            alone: alone.as_deref(),
            version: (purpose == Purpose::Publish).then_some(worker::VERSION),
            names: &names,
        },
    )?;
    site.exporter = exporter;
    site.importer = importer;
    site.alone = alone.is_some().then(|| alone::FILE.to_owned());
    site.html = "index.html".to_owned();
    match purpose {
        // All other files are there by now.
        Purpose::Publish => worker::finish(&writer, &page)?,
        Purpose::Develop => {
            writer.write_as(&site.html, page.as_bytes())?;
        }
    }
    site.fonts = names
        .into_values()
        .filter(|name| name.ends_with(".woff2"))
        .collect();
    Ok(site)
}

/// Writes a program that a worker runs: module, glue, and last the worker, which
/// names both.
fn program(writer: &Writer, name: &str, worker: &str, glue: &Path) -> Result<Vec<String>> {
    let wasm = read(&glue.join(format!("{name}_bg.wasm")))?;
    let size = wasm.len().to_string();
    let wasm = writer.write(&format!("{name}.wasm"), &wasm)?;
    let script = read(&glue.join(format!("{name}.js")))?;
    let script = writer.write(&format!("{name}-glue.js"), &script)?;
    let worker = worker
        .replace("{{glue}}", &script)
        .replace("{{wasm}}", &wasm)
        .replace("{{size}}", &size);
    let worker = writer.write(&format!("{name}.js"), worker.as_bytes())?;
    Ok(vec![wasm, script, worker])
}

/// The glue with the published name of a part, which it has to name once.
fn refer(script: &str, part: &str, name: &str) -> Result<String> {
    let old = format!("\"./{part}\"");
    let times = script.matches(&old).count();
    ensure!(times == 1, "the glue names {old} {times} times");
    Ok(script.replace(&old, &format!("\"./{name}\"")))
}

/// The published examples, each with the name of its project. An example that
/// is no bundle fails the build.
pub fn examples(public: &Path, names: &Names) -> Result<Vec<html::Example>> {
    let examples = names
        .iter()
        .filter(|(file, _)| file.starts_with("examples/"));
    examples
        .map(|(file, href)| {
            let received = rilievo::bundle::read(&read(&public.join(file))?)
                .map_err(|refusal| anyhow::anyhow!("public/{file}: {refusal:?}"))?;
            Ok(html::Example {
                file: file.clone(),
                href: href.clone(),
                project: received.survey.head.document.project.clone(),
            })
        })
        .collect()
}

/// All style of a folder, without those in it, in one sheet.
fn style(project: &Project, folder: &str, names: &Names, purpose: Purpose) -> Result<Vec<u8>> {
    let all = css::rewrite_urls(&sheets(project, folder)?, names)?;
    match purpose {
        Purpose::Develop => Ok(all.into_bytes()),
        Purpose::Publish => css::minify(&project.root, &all),
    }
}

/// The sheets of a folder one after another, as they are.
pub fn sheets(project: &Project, folder: &str) -> Result<String> {
    let path = project.root.join(folder);
    let mut sheets = files(&path)?;
    sheets.retain(|path| path.ends_with(".css") && !path.contains('/'));
    css::order(&mut sheets);
    let mut all = String::new();
    for sheet in sheets {
        let text = String::from_utf8(read(&path.join(&sheet))?)
            .with_context(|| format!("{folder}/{sheet} is not UTF-8"))?;
        all.push_str(&text);
        all.push('\n');
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    /// A small project with its wasm-bindgen output, in a folder of its own.
    fn project() -> (tempfile::TempDir, Project) {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().to_owned();
        let put = |path: &str, text: &str| {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        put("index.html", "<head><!-- xtask: head --></head>");
        put("style/print.css", "b{}");
        put("style/later/rare.css", "i{}");
        put(
            "style/tokens.css",
            "@font-face{src:url(fonts/titillium-web-latin-400-normal.woff2)}",
        );
        for font in PRELOADED_FONTS {
            put(&format!("public/{font}"), font);
        }
        put("public/fonts/OFL.txt", "licence");
        put(
            "public/examples/a.json",
            r#"{"type":"rilievo-bundle","format":1,"kind":"survey","survey":{"head":{"id":"a",
            "title":"A","questionnaire":{"dimensions":[],"questions":[]},"partners":[]},"sheets":[]}}"#,
        );
        put(
            "glue/rilievo.js",
            "fetch(new URL(\"./split_report.wasm\", import.meta.url))",
        );
        put("glue/rilievo_bg.wasm", "wasm");
        put("glue/snippets/x-1/inline0.js", "export const x = 1");
        put("glue/split_report.wasm", "part");
        put("exporter/exporter.js", "export const y = 1");
        put("exporter/exporter_bg.wasm", "exporters");
        put("importer/importer.js", "export const z = 1");
        put("importer/importer_bg.wasm", "importer");
        let target = root.join("target");
        (dir, Project { root, target })
    }

    fn assembled(dir: &tempfile::TempDir, project: &Project, out: &Path) -> Site {
        let (app, exporter) = (dir.path().join("glue"), dir.path().join("exporter"));
        let importer = dir.path().join("importer");
        let (app, exporter) = (app.as_path(), exporter.as_path());
        let alone = dir.path().join("alone.html");
        fs::write(&alone, "all of it").unwrap();
        let glue = Glue {
            app,
            exporter,
            importer: Some(&importer),
            alone: Some(&alone),
        };
        assemble(project, glue, Purpose::Develop, out).unwrap()
    }

    #[test]
    fn every_reference_of_the_page_is_a_file_of_the_site() {
        let (dir, project) = project();
        let out = dir.path().join("site");
        let site = assembled(&dir, &project, &out);
        let html = fs::read_to_string(out.join(&site.html)).unwrap();
        let mut references = 0;
        for part in html
            .split("href=\"")
            .skip(1)
            .chain(html.split("src=\"").skip(1))
        {
            let name = &part[..part.find('"').unwrap()];
            let name = name.split('?').next().unwrap();
            assert!(out.join(name).is_file(), "{name}\n{html}");
            references += 1;
        }
        // style, wasm, glue, two fonts, boot, reload, one example, the exporters,
        // what reads large files, the one file
        assert_eq!(references, 11, "{html}");
        let importer = fs::read_to_string(out.join("importer.js")).unwrap();
        assert!(importer.contains("\"./importer-glue.js\"") && !importer.contains("{{"));
        let worker = fs::read_to_string(out.join("exporter.js")).unwrap();
        assert!(
            worker.contains("\"./exporter-glue.js\"") && worker.contains("\"./exporter.wasm\"")
        );
        assert!(!worker.contains("{{"), "{worker}");
        assert!(out.join("fonts/OFL.txt").is_file());
        assert!(out.join("snippets/x-1/inline0.js").is_file());
        assert_eq!(site.fonts.len(), 2);
        let boot = fs::read_to_string(out.join("boot.js")).unwrap();
        assert!(boot.contains("\"./rilievo.js\"") && boot.contains("\"./rilievo.wasm\""));
        assert!(boot.contains("\"./later.css\""), "{boot}");
        // A site to work on is not kept by browsers.
        assert!(site.offline.is_empty() && !out.join("sw.js").exists());
        assert!(!html.contains("name=\"version\"") && !boot.contains("{{"));
        assert_eq!(fs::read_to_string(out.join("later.css")).unwrap(), "i{}\n");
    }

    #[test]
    fn the_glue_names_each_part_as_it_is_published() {
        let (dir, project) = project();
        let out = dir.path().join("site");
        let site = assembled(&dir, &project, &out);
        let [(purpose, file)] = &site.parts[..] else {
            panic!("{:?}", site.parts);
        };
        assert_eq!(
            (purpose.as_str(), file.as_str()),
            ("report", "rilievo-report.wasm")
        );
        assert_eq!(fs::read(out.join(file)).unwrap(), b"part");
        let script = fs::read_to_string(out.join(&site.scripts[0])).unwrap();
        assert_eq!(
            script,
            "fetch(new URL(\"./rilievo-report.wasm\", import.meta.url))"
        );
        // The page fetches no part by itself.
        let html = fs::read_to_string(out.join(&site.html)).unwrap();
        assert!(!html.contains("report"), "{html}");
        assert!(refer("no part", "split_report.wasm", "x.wasm").is_err());
    }

    #[test]
    fn sheets_are_joined_in_order_and_name_published_fonts() {
        let (_dir, project) = project();
        let font = PRELOADED_FONTS[0].to_owned();
        let names = Names::from([(font, "fonts/f-1.woff2".to_owned())]);
        let style = style(&project, "style", &names, Purpose::Develop).unwrap();
        let style = String::from_utf8(style).unwrap();
        assert_eq!(style, "@font-face{src:url(\"fonts/f-1.woff2\")}\nb{}\n");
    }
}
