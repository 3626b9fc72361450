// A Chromium on a profile of its own, on the disk as a person's is; both are
// gone afterwards.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { given } from "./given.mjs";
import { scripts } from "./scripts.mjs";

/// Longer than this nothing takes that is waited for.
const PATIENCE = 120_000;

/// Where the site is.
export const SITE = given("RILIEVO_URL");

/// Gives `work` a page with the probe in it, whose browser has seen nothing
/// yet. Fails on whatever the page complains of.
export async function inNewBrowser(work) {
  const profile = await mkdtemp(join(tmpdir(), "rilievo-bench-"));
  let context;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: given("RILIEVO_CHROMIUM"),
      args: given("RILIEVO_CHROMIUM_FLAGS").split(" "),
      locale: "it-IT",
      timezoneId: "Europe/Rome",
      viewport: { width: 1280, height: 900 },
      // What is measured is storage, not the copy of the program.
      serviceWorkers: "block",
    });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(await scripts("wait.js", "probe.js"));
    const page = context.pages()[0] ?? (await context.newPage());
    const complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
    const result = await work(page, context.browser()?.version());
    if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join("; ")}`);
    return result;
  } finally {
    await context?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/// Loads an address of the app anew, and waits until the app reacts.
export async function load(page, hash = "") {
  // Another address first: a change of the hash alone loads nothing.
  await page.goto("about:blank");
  await page.goto(SITE + hash);
  await page.evaluate(() => probe.until(probe.stands("html[data-ready='1']")));
}
