// What the journeys do, wherever the app is.
import assert from "node:assert/strict";
import { downloaded, until } from "./browser.mjs";

const ANSWER = "LAN 10 Gbps, “simmetrica” — e una linea di riserva";

/// The steps for an app at this address.
export function at(site) {
  const EXAMPLE = `${site}#/s/payflowpa-a21`;
  /// The sheet and the field that the journeys edit.
  const SHEET = `${EXAMPLE}/sheets/EC`;
  const FIELD = '[data-question="q9"] textarea';

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
    await page.goto(site);
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

  return { ANSWER, EXAMPLE, FIELD, SHEET, answer, exportsAndImports, finds, go, looksAtResults, notices, open, openExample };
}
