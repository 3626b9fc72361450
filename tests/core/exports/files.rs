//! All files of the example, made as the worker makes them, and left for the
//! programs in `tests/python/`, which read them back.

use super::docx::parts;
use super::sample::DOT;
use crate::scenario::Scenario;
use rilievo::bundle;
use rilievo::i18n::Locale;
use rilievo::model::{Survey, Timestamp};
use rilievo::report::Kind;
use rilievo::report::compose::{Options, Scope};
use rilievo::report::export::{Made, Order};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::Path;

const ON: &str = "2020-04-30";

/// The file of an order, every picture a dot.
fn made(kind: Kind, survey: &Survey, options: &Options) -> Made {
    let text = bundle::write(survey, &Timestamp::new("2020-04-30T00:00:00Z"));
    let pairs = options.pairs().into_iter();
    let pairs: Vec<_> = pairs
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mut order = Order::new(kind.code(), &text, &pairs.join("&"), ON).unwrap();
    let wanted = order.wanted();
    for one in wanted {
        assert!(one.svg.starts_with("<svg"), "{}", one.key);
        order.picture(&one.key, DOT.to_vec());
    }
    let mut steps = Vec::new();
    let made = order
        .make(&mut |done, all| steps.push((done, all)))
        .unwrap();
    assert!(steps.iter().all(|(done, all)| done <= all), "{steps:?}");
    assert!(steps.is_sorted(), "{steps:?}");
    made
}

#[test]
fn every_kind_of_file_is_the_same_to_the_byte_and_left_for_other_programs() {
    let survey = Scenario::example().survey;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    std::fs::create_dir_all(&folder).unwrap();
    let whole = bundle::write(&survey, &Timestamp::new("2020-04-30T00:00:00Z"));
    std::fs::write(folder.join("survey.json"), whole).unwrap();
    for t in Locale::ALL {
        let options = Options::new(t);
        for kind in Kind::ALL {
            let first = made(kind, &survey, &options);
            assert!(first == made(kind, &survey, &options), "{kind:?}");
            let ending = first.name.rsplit('.').next().unwrap();
            let name = format!("{}-{}.{ending}", kind.code(), t.code());
            std::fs::write(folder.join(name), &first.bytes).unwrap();
        }
    }
}

#[test]
fn a_dossier_names_each_of_its_files_with_its_hash() {
    let survey = Scenario::example().survey;
    let options = Options::new(Locale::It);
    let files = parts(&made(Kind::Dossier, &survey, &options).bytes);
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 2, files.len());
    for file in listed {
        let bytes = &files[file["name"].as_str().unwrap()];
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(file["sha256"], hash.as_str(), "{file}");
        assert_eq!(file["bytes"], bytes.len(), "{file}");
    }
    let safe = |name: &String| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
        name.chars().all(plain) && !name.contains("..") && !name.starts_with('/')
    };
    assert!(files.keys().all(safe), "{:?}", files.keys());
    // The bundle in it is the survey, and carries the same fingerprint.
    let inside = bundle::read(&files["dati/indagine.json"])
        .unwrap()
        .into_survey();
    let whole = bundle::for_coordinator(&survey);
    assert_eq!(bundle::fingerprint(&inside), bundle::fingerprint(&whole));
    let fingerprint = bundle::fingerprint(&whole).to_string();
    assert_eq!(manifest["fingerprint"], fingerprint.as_str());
    for name in ["rapporto/rapporto.html", "MANIFEST.txt"] {
        let text = String::from_utf8_lossy(&files[name]);
        assert!(text.contains(&fingerprint), "{name}");
    }
    let core = parts(&files["rapporto/rapporto.docx"]).remove("docProps/core.xml");
    assert!(
        String::from_utf8(core.unwrap())
            .unwrap()
            .contains(&fingerprint)
    );
    let of = |folder: &str| files.keys().filter(|name| name.starts_with(folder)).count();
    assert_eq!(of("enti/"), survey.received(), "a report for each sheet");
    assert!(of("grafici/") > 20, "{:?}", files.keys());
}

#[test]
fn a_public_dossier_holds_nothing_that_must_not_leave() {
    let survey = Scenario::example().survey;
    let options = Options {
        scope: Scope::Public,
        contacts: true,
        persons: true,
        ..Options::new(Locale::It)
    };
    let files = parts(&made(Kind::Dossier, &survey, &options).bytes);
    let contacts = survey.sheets.iter().flat_map(|sheet| &sheet.contacts);
    let secret: Vec<String> = contacts
        .map(|(_, answer)| serde_json::to_string(answer).unwrap())
        .collect();
    assert!(!secret.is_empty());
    let inside = bundle::read(&files["dati/indagine.json"])
        .unwrap()
        .into_survey();
    let kept = inside.sheets.iter().flat_map(|sheet| &sheet.contacts);
    let kept: Vec<String> = kept
        .map(|(_, answer)| serde_json::to_string(answer).unwrap())
        .collect();
    assert!(kept.iter().all(|text| !text.contains('@')), "{kept:?}");
}

#[test]
fn bodies_of_one_name_have_files_of_their_own() {
    let mut survey = Scenario::example().survey;
    for partner in &mut survey.head.partners {
        (partner.code, partner.name) = ("X".into(), "../Comune".into());
    }
    let files = parts(&made(Kind::Bodies, &survey, &Options::new(Locale::It)).bytes);
    assert_eq!(files.len(), survey.received());
    assert!(
        files.keys().all(|name| name.starts_with("x_comune_")),
        "{:?}",
        files.keys()
    );
}

#[test]
fn what_is_no_order_is_none() {
    let survey = bundle::write(&Scenario::example().survey, &Timestamp::new(ON));
    for (kind, survey) in [("pdf", survey.as_str()), ("docx", "{}"), ("docx", "")] {
        assert!(Order::new(kind, survey, "", ON).is_none(), "{kind}");
    }
}
