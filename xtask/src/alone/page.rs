//! The page around the pack: its policy, what stands there until the app does, and
//! the script that starts it.

use anyhow::{Context, Result, ensure};
use rilievo::bundle::standard;
use sha2::{Digest, Sha256};

const TEMPLATE: &str = include_str!("../../js/alone.html");

/// Where a saved copy has its survey.
pub const CARRIED: &str = "<!-- carried -->";

/// Where the pack stands in the template.
const PACK: &str = "{{pack}}";

/// What the page runs and looks like.
pub struct Page<'a> {
    /// The script that starts the app.
    pub boot: &'a str,
    /// The style of the moment before.
    pub shell: &'a str,
    /// The program's script, which the boot puts into the page.
    pub script: &'a str,
    /// The program's style, likewise.
    pub style: &'a str,
    /// The icon, an SVG.
    pub icon: &'a [u8],
}

impl Page<'_> {
    /// The page before and after the pack.
    pub fn around(&self) -> Result<(String, String)> {
        let icon = format!("data:image/svg+xml;base64,{}", standard(self.icon));
        // The pack stays; only the template is looked through.
        let page = [
            ("{{policy}}", self.policy().as_str()),
            ("{{icon}}", &icon),
            ("{{style}}", self.shell.trim()),
            ("{{boot}}", self.boot.trim()),
        ]
        .iter()
        .try_fold(TEMPLATE.to_owned(), |page, (place, text)| {
            let (before, after) = page
                .split_once(place)
                .with_context(|| format!("alone.html has no {place}"))?;
            anyhow::Ok([before, text, after].concat())
        })?;
        ensure!(page.is_ascii(), "the page around the pack is not ASCII");
        let times = page.matches(CARRIED).count();
        ensure!(times == 1, "the page has {times} places for a survey");
        let (before, after) = page.split_once(PACK).context("alone.html has no pack")?;
        Ok((before.to_owned(), after.to_owned()))
    }

    /// Nothing runs but what is in the file, and nothing is fetched but the file
    /// itself and what it unpacks.
    fn policy(&self) -> String {
        let [boot, shell, script, style] =
            [self.boot.trim(), self.shell.trim(), self.script, self.style].map(source);
        format!(
            "default-src 'none'; script-src {boot} {script} 'wasm-unsafe-eval'; \
             style-src {shell} {style}; img-src data: blob:; font-src data: blob:; \
             connect-src 'self' blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
        )
    }
}

/// A script or style of the page, as the policy names it.
fn source(text: &str) -> String {
    format!("'sha256-{}'", standard(&Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    fn page(boot: &str) -> Result<(String, String)> {
        let page = Page {
            boot,
            shell: "b{}\n",
            script: "var rilievo",
            style: "i{}",
            icon: b"<svg/>",
        };
        page.around()
    }

    /// What stands between two texts of the page.
    fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
        let (_, rest) = page.split_once(before).unwrap();
        rest.split_once(after).unwrap().0
    }

    #[test]
    fn the_policy_names_what_stands_in_the_page() {
        let (before, after) = page("start()\n").unwrap();
        let policy = between(&before, "Content-Security-Policy\" content=\"", "\"");
        let style = between(&before, "<style>", "</style>");
        let boot = between(&after, "<script>", "</script>");
        for text in [style, boot, "var rilievo", "i{}"] {
            assert!(policy.contains(&source(text)), "{text}\n{policy}");
        }
        // Of "abc", by another program.
        let abc = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
        assert_eq!(source("abc"), abc);
        assert_eq!(policy.matches("sha256-").count(), 4);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"));
    }

    #[test]
    fn the_page_says_early_how_it_is_to_be_read_and_has_one_place_for_a_survey() {
        let (before, after) = page("start()").unwrap();
        let charset = before.find("charset=\"windows-1252\"").unwrap();
        assert!(charset < 1000, "browsers look at the first kilobyte");
        assert!(before.contains(&format!("<body>{CARRIED}")));
        assert!(!after.contains(CARRIED) && !after.contains("{{"));
        assert!(!before.contains("{{"), "{before}");
    }

    #[test]
    fn a_page_that_a_host_could_misread_is_refused() {
        assert!(page("say('è')").is_err());
        assert!(page(CARRIED).is_err());
    }
}
