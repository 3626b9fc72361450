// Firefox, as a person has set it, with a profile of its own; and a page that
// is watched: it must not complain, nor send anything to another host.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";

/// Longer than this nothing takes that a journey waits for.
const PATIENCE = 15_000;

/// The kind of a word processor's files.
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A value that `cargo xtask test` passes.
function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these journeys by \`cargo xtask test --long\``);
  return value;
}

/// Where the site is.
export const SITE = given("RILIEVO_URL");

/// Runs a journey in a Firefox with these settings (`about:config`), which is
/// gone afterwards. The journey gets the page and the folder of downloads. A
/// profile outlives the browser.
export async function inFirefox(settings, journey, profile) {
  const downloads = await mkdtemp(join(tmpdir(), "rilievo-firefox-"));
  let browser;
  try {
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: given("RILIEVO_FIREFOX"),
      headless: true,
      userDataDir: profile,
      extraPrefsFirefox: {
        "intl.accept_languages": "it-IT, it",
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.helperApps.neverAsk.saveToDisk": `application/json, ${DOCX}`,
        ...settings,
      },
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = watched(page);
    await journey(page, downloads);
    assert.deepEqual(complaints, []);
  } finally {
    await browser?.close();
    await rm(downloads, { recursive: true, force: true, maxRetries: 5 });
  }
}

/// What the browser complains of, as it comes.
function watched(page) {
  const complaints = [];
  const { origin } = new URL(SITE);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) complaints.push(`request to another origin: ${url}`);
  });
  return complaints;
}

/// Comes back when `look` gives something; gives that.
export async function until(what, look) {
  for (const end = Date.now() + PATIENCE; ; await pause(50)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
  }
}

/// The file that a download brought, when it is there whole: path and text.
export async function downloaded(folder, ending = ".json") {
  return until("a file is downloaded", async () => {
    const names = await readdir(folder);
    if (names.some((name) => name.endsWith(".part"))) return undefined;
    const name = names.find((name) => name.endsWith(ending));
    if (!name) return undefined;
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    return text === "" ? undefined : { path, text };
  });
}
