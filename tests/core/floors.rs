//! The floors of the house, held against every path in `src/`; and that
//! nothing in the code is special to one survey.

mod source;

use source::Source;
use std::fs;
use std::path::{Path, PathBuf};

/// The floor of each module, as `src/lib.rs` tells it.
const FLOORS: [(&str, u8); 9] = [
    ("model", 0),
    ("i18n", 0),
    ("bundle", 1),
    ("analysis", 1),
    ("chart", 1),
    ("report", 2),
    ("storage", 2),
    ("state", 3),
    ("ui", 4),
];

/// Knows no survey and no wording: it imports nothing of the crate at all.
const ALONE: &str = "chart";

#[test]
fn a_module_imports_only_from_the_floors_below_its_own() {
    let found: Vec<String> = files().iter().flat_map(floor_problems).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_in_the_code_is_special_to_one_survey() {
    let found: Vec<String> = files().iter().flat_map(special_problems).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> = files()
        .into_iter()
        .filter(|file| !says_what_it_is_for(&file.source))
        .map(|file| file.path)
        .collect();
    assert!(silent.is_empty(), "no `//!` at the top: {silent:?}");
}

/// A file of `src/`, by its path inside it: `analysis/terms.rs`.
struct File {
    path: String,
    source: Source,
}

impl File {
    /// Names of the modules that the path goes through: `["analysis", "terms"]`.
    fn module(&self) -> Vec<&str> {
        let plain = self.path.trim_end_matches(".rs");
        let plain = plain.trim_end_matches("/mod");
        plain.split('/').collect()
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 10, "the sources are in {}", root.display());
    let read = |path: PathBuf| File {
        source: Source::new(fs::read_to_string(&path).unwrap()),
        path: path.strip_prefix(&root).unwrap().to_str().unwrap().into(),
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|e| e == "rs") {
            paths.push(path);
        }
    }
}

fn floor_of(module: &str) -> Option<u8> {
    let mut floors = FLOORS.iter();
    floors.find(|(name, _)| *name == module).map(|(_, f)| *f)
}

/// What a file imports and must not.
fn floor_problems(file: &File) -> Vec<String> {
    let module = file.module();
    let own = module[0];
    if matches!(own, "lib" | "main" | "exporter" | "importer" | "alone") {
        return Vec::new();
    }
    let Some(floor) = floor_of(own) else {
        return vec![format!("src/{}: module `{own}` has no floor", file.path)];
    };
    let mut problems = Vec::new();
    let climbs = file.source.climbs(module.len()).into_iter();
    let climbs = climbs.filter(|name| floor_of(name).is_some());
    for name in file.source.imports().into_iter().chain(climbs) {
        let allowed = match floor_of(&name) {
            _ if name == own => true,
            Some(other) => other < floor && own != ALONE,
            None => false,
        };
        if !allowed {
            let place = format!("src/{}", file.path);
            problems.push(format!("{place}: `{own}` must not import `{name}`"));
        }
    }
    problems
}

/// Where a file knows more of one survey than it may.
fn special_problems(file: &File) -> Vec<String> {
    let shipped = file.source.without_tests().to_lowercase();
    let mut problems = Vec::new();
    if shipped.contains("payflowpa") {
        problems.push(format!("src/{}: names PayFlowPA", file.path));
    }
    // An example in a comment decides nothing.
    let code = file.source.without_tests_and_comments();
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
    let is_id = |w: &&str| {
        let number = w.strip_prefix('q').unwrap_or_default();
        !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
    };
    let ids = words.filter(is_id);
    problems.extend(ids.map(|id| format!("src/{}: names question `{id}`", file.path)));
    problems
}

fn says_what_it_is_for(source: &Source) -> bool {
    let first = source.text().lines().next().unwrap_or_default();
    let said = first.strip_prefix("//! ").unwrap_or_default();
    said.split_whitespace().count() > 1
}

#[track_caller]
fn check(path: &str, source: &str, problems: &[&str]) {
    let file = File {
        path: path.into(),
        source: Source::new(source.into()),
    };
    let found: Vec<String> = floor_problems(&file)
        .into_iter()
        .chain(special_problems(&file))
        .collect();
    let found: Vec<&str> = found
        .iter()
        .filter_map(|p| p.split_once(": ").map(|(_, what)| what))
        .collect();
    assert_eq!(found, problems, "{path}: {source}");
}

#[test]
fn the_check_sees_every_way_to_import() {
    let upwards = ["`model` must not import `analysis`"];
    check("model/sheet.rs", "use crate::analysis::Tally;", &upwards);
    check(
        "model/sheet.rs",
        "use crate::{analysis::{self, x}, model::y};",
        &upwards,
    );
    check(
        "model/sheet.rs",
        "fn f() -> crate::analysis::Tally {}",
        &upwards,
    );
    check("model/sheet.rs", "use crate :: analysis;", &upwards);
    check(
        "model/sheet.rs",
        "use super::super::analysis::Tally;",
        &upwards,
    );
    check("model/mod.rs", "use super::analysis;", &upwards);
    check(
        "model/sheet.rs",
        "#[cfg(test)] mod t { use crate::analysis::x; }",
        &upwards,
    );
    check(
        "analysis/terms.rs",
        "use crate::bundle::x;",
        &["`analysis` must not import `bundle`"],
    );
    check(
        "i18n/mod.rs",
        "use crate::model::x;",
        &["`i18n` must not import `model`"],
    );
    check(
        "chart/bars.rs",
        "use crate::model::x;",
        &["`chart` must not import `model`"],
    );
    check(
        "storage/mod.rs",
        "use crate::nowhere::x;",
        &["`storage` must not import `nowhere`"],
    );
    check(
        "report/mod.rs",
        "use rilievo::ui;",
        &["`report` must not import `ui`"],
    );
    check("attic/mod.rs", "", &["module `attic` has no floor"]);
}

#[test]
fn the_check_lets_pass_what_is_allowed() {
    check(
        "chart/bars.rs",
        "mod t { use super::super::{Theme, theme}; }",
        &[],
    );
    check(
        "ui/app.rs",
        "use crate::{state::S, model::{M, N}, chart::svg, ui::x};",
        &[],
    );
    check("model/sheet.rs", "use super::answer; // crate::ui::x", &[]);
    check(
        "model/sheet.rs",
        "const A: &str = \"use crate::ui::x\"; /* crate::ui::x */",
        &[],
    );
    check(
        "chart/bars.rs",
        "use crate::chart::theme::Theme; use super::theme;",
        &[],
    );
}

#[test]
fn the_check_sees_one_survey_in_the_code() {
    check(
        "ui/app.rs",
        "if id == \"q12\" {}",
        &["names question `q12`"],
    );
    check("ui/app.rs", "//! As in PayFlowPA.", &["names PayFlowPA"]);
    check(
        "ui/app.rs",
        "fetch(\"examples/payflowpa-a21.json\");",
        &["names PayFlowPA"],
    );
    check(
        "i18n/catalogue.rs",
        "e: \"Apri l'esempio PayFlowPA\"",
        &["names PayFlowPA"],
    );
    check(
        "ui/app.rs",
        "#[cfg(test)]\nmod tests { const Q: &str = \"q12 payflowpa {\"; }",
        &[],
    );
    check(
        "ui/app.rs",
        "#[cfg(test)] mod tests {}\nconst Q: &str = \"q12\";",
        &["names question `q12`"],
    );
    check("ui/app.rs", "// like `q12`\nlet q = \"q\";", &[]);
}

#[test]
fn the_check_sees_a_file_without_header() {
    for silent in ["", "use x;", "//! bundle\n", "// Bundles, in short.\n"] {
        assert!(
            !says_what_it_is_for(&Source::new(silent.into())),
            "{silent:?}"
        );
    }
    assert!(says_what_it_is_for(&Source::new(
        "//! Floor 0: data.\n".into()
    )));
}
