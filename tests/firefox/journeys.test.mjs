// The main journeys in Firefox, with all its stores and with one or all of
// them blocked. Every waiting is for something that the page shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFirefox, SITE, until } from "./browser.mjs";
import { at } from "./steps.mjs";

const { ANSWER, EXAMPLE, FIELD, SHEET, answer, exportsAndImports, finds, go, looksAtResults, notices, open, openExample } = at(SITE);

/// What the app says where the browser keeps nothing.
const ONLY_IN_MEMORY = "Questo browser non permette di salvare";
/// What the app says where a crash may cost what was just typed.
const CRASH_MAY_COST = "ultimi secondi";

test("the example is opened, answered, looked at, exported and imported", () =>
  inFirefox({}, async (page, downloads) => {
    await open(page);
    await openExample(page);
    assert.equal(await notices(page), "");
    await answer(page);
    await page.reload();
    await finds(page, ANSWER);
    await looksAtResults(page);
    await exportsAndImports(page, downloads);
  }));

// A private window whose pages get no database; local storage lasts as long
// as the window.
const WITHOUT_DATABASE = { "browser.privatebrowsing.autostart": true, "dom.indexedDB.privateBrowsing.enabled": false };

test("without IndexedDB the app says what a crash may cost, and works", () =>
  inFirefox(WITHOUT_DATABASE, async (page, downloads) => {
    await open(page);
    // The setting does what it is here for.
    const opens = await page.evaluate(async () => {
      const asked = indexedDB.open("any");
      return new Promise((resolve) => {
        asked.onsuccess = () => resolve(true);
        asked.onerror = () => resolve(false);
      });
    });
    assert.equal(opens, false);
    await openExample(page);
    await until("the app says what a crash may cost", async () => (await notices(page)).includes(CRASH_MAY_COST));
    assert.ok(!(await notices(page)).includes(ONLY_IN_MEMORY), await notices(page));
    await answer(page);
    await page.reload();
    await finds(page, ANSWER);
    await looksAtResults(page);
    await exportsAndImports(page, downloads);
  }));

test("after one visit the program is in the browser", () =>
  inFirefox({}, async (page) => {
    await open(page);
    // All files of the site.
    await page.waitForSelector("html[data-offline=ready]", { timeout: 60_000 });
    const foot = () => page.$eval("footer", (foot) => foot.textContent);
    await until("the app says so", async () => (await foot()).includes("Pronto anche senza rete"));
  }));

const BLOCKED = {
  "without local storage": { "dom.storage.enabled": false },
  "with all data of sites blocked": { "network.cookie.cookieBehavior": 2 },
};
for (const [name, settings] of Object.entries(BLOCKED)) {
  test(`${name} the app says so and works while the page is open`, () =>
    inFirefox(settings, async (page, downloads) => {
      await open(page);
      const usable = await page.evaluate(() => {
        try {
          return window.localStorage !== null;
        } catch {
          return false;
        }
      });
      assert.equal(usable, false);
      await openExample(page);
      await until("the app says that nothing is kept", async () => (await notices(page)).includes(ONLY_IN_MEMORY));
      await answer(page);
      await go(page, `${EXAMPLE}/overview`, "[data-partner]");
      await go(page, SHEET, FIELD);
      await finds(page, ANSWER);
      await looksAtResults(page);
      await exportsAndImports(page, downloads);
    }));
}
