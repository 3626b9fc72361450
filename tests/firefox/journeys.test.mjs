// The main journeys in Firefox, with all its stores and with one or all of
// them blocked. Every waiting is for something that the page shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloaded, inFirefox, SITE, until } from "./browser.mjs";

const EXAMPLE = `${SITE}#/s/payflowpa-a21`;
const ANSWER = "LAN 10 Gbps, “simmetrica” — e una linea di riserva";
/// The sheet and the field that the journeys edit.
const SHEET = `${EXAMPLE}/sheets/EC`;
const FIELD = '[data-question="q9"] textarea';

/// What the app says where the browser keeps nothing.
const ONLY_IN_MEMORY = "Questo browser non permette di salvare";
/// What the app says where a crash may cost what was just typed.
const CRASH_MAY_COST = "ultimi secondi";

/// What a person reads below the header.
const notices = (page) => page.$eval(".notices", (notices) => notices.textContent);

async function go(page, address, landmark) {
  // Only the part behind `#` differs: the page stays.
  await page.evaluate((address) => location.assign(address), address);
  await page.waitForSelector(landmark);
}

/// Opens the first page, once: leaving a page whose fonts are on their way
/// makes Firefox complain.
async function open(page) {
  await page.goto(SITE);
  await page.waitForSelector('html[data-ready="1"]');
}

async function openExample(page) {
  await (await page.waitForSelector("button ::-p-text(Apri l'esempio PayFlowPA)")).click();
  await until("ten bodies are listed", async () => (await page.$$("[data-partner]")).length === 10);
}

/// Gives an answer and waits until the page says that it is saved.
async function answer(page) {
  await go(page, SHEET, FIELD);
  await page.$eval(FIELD, (field) => field.select());
  await page.type(FIELD, ANSWER);
  await page.waitForSelector('html[data-saved="0"]');
  await saved(page);
}

async function saved(page) {
  await page.waitForSelector('html[data-saved="1"]');
  const said = () => page.$$eval('[role="status"]', (all) => all.map((one) => one.textContent.trim()));
  await until("the page says “Salvato”", async () => (await said()).includes("Salvato"));
}

async function finds(page, text) {
  await page.waitForSelector(FIELD);
  assert.equal(await page.$eval(FIELD, (field) => field.value), text);
}

/// A chart with its bars, and the answer in its list.
async function looksAtResults(page) {
  await go(page, `${EXAMPLE}/results/A`, '[data-result="q1"] .figure svg');
  const box = await (await page.$('[data-result="q1"] .figure svg')).boundingBox();
  assert.ok(box.width > 200 && box.height > 40, `the chart is ${box.width} × ${box.height}`);
  assert.ok((await page.$$('[data-result="q1"] .figure svg rect')).length > 0, "the chart has bars");
  const said = await page.$eval('[data-result="q9"] [data-body="EC"]', (line) => line.textContent);
  assert.ok(said.includes(ANSWER), said);
}

/// The file says what the page shows, and importing it changes nothing.
async function exportsAndImports(page, downloads) {
  await go(page, `${EXAMPLE}/exchange`, "[data-export]");
  const fingerprint = await page.$eval("[data-fingerprint]", (code) => code.textContent);
  await page.click("[data-export]");
  const { path, text } = await downloaded(downloads);
  const bundle = JSON.parse(text);
  assert.equal(bundle.type, "rilievo-bundle");
  assert.equal(bundle.fingerprint, `sha256:${fingerprint}`);
  const sheet = bundle.survey.sheets.find((sheet) => sheet.partner === "EC");
  assert.equal(sheet.answers.q9.value.text, ANSWER);

  await (await page.$("input[data-import]")).uploadFile(path);
  const dryRun = await page.waitForSelector("[data-dry-run]");
  const outcome = await dryRun.evaluate((element) => element.textContent);
  assert.match(outcome, /Identica a quella che hai: non cambia nulla\./);
  assert.equal(await page.$("[data-confirm]"), null);
}

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
