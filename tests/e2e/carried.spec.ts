// A survey is taken along in one file: who opens it sees slides, results and report
// without a network, changes nothing, and can make a copy that can be edited.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { accessible, accessibleAtAllWidths, EXAMPLE, open, openExample, question, saved, speak, visit } from "./steps";
import { expect, test as base } from "./watched";

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "rilievo-carried-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/// Saves the file by one of the two buttons; gives its address.
async function taken(page: Page, folder: string, opens: "present" | "results"): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`[data-take=${opens}]`).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await expect(page.getByRole("status").filter({ hasText: download.suggestedFilename() })).toContainText("MB");
  return pathToFileURL(path).href;
}

/// What the store of this browser holds.
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

test("who gets the public file sees slides, results and report, and may go on from a copy", async ({
  page,
  folder,
  profile,
}) => {
  await openExample(page);
  await visit(page, "exchange");
  const whole = await page.locator("[data-fingerprint]").textContent();
  await page.locator("[name=take-scope][value=public]").check();
  const address = await taken(page, folder, "present");
  expect(address).toMatch(/_presentazione-pubblica_\d{4}-\d\d-\d\d\.html$/);

  // Somebody else, without a network and with nothing installed.
  const other = await profile();
  const requests: string[] = [];
  other.on("request", (request) => requests.push(request.url()));
  await open(other, address);
  await expect(other).toHaveTitle(/PayFlowPA A\.2\.1/);
  const slide = other.locator("[data-slide=title]").first();
  await expect(slide).toBeVisible();
  await expect(slide).toContainText("PayFlowPA A.2.1");
  await other.keyboard.press("End");
  const last = other.locator("[data-slide=sources]").first();
  await expect(last).toBeVisible();
  // The slide carries the fingerprint of the survey that was shown.
  expect((await last.textContent())!.replaceAll(/\s/g, "")).toContain(whole!);
  await other.keyboard.press("Escape");
  await expect(other.getByRole("heading", { level: 1, name: "Presentazione" })).toBeVisible();
  await expect(other.locator("aside.carried")).toContainText("Copia pubblica in sola lettura");
  await expect(other.locator("[data-saving]")).toHaveText("Sola lettura");
  await accessibleAtAllWidths(other);
  await other.getByRole("link", { name: "Rapporto", exact: true }).click();
  await expect(other.locator("[data-print]")).toBeEnabled();
  await expect(other.getByText(whole!).first()).toBeVisible();
  // A contact of the example is in no place of the file's pages.
  await open(other, `${address}${EXAMPLE}/sheets/2`);
  await expect(other.getByRole("heading", { level: 1, name: "Qui non si modifica" })).toBeVisible();
  await accessible(other);
  expect(await kept(other)).toEqual([]);
  expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);

  // A copy to edit: in the browser, not in the file.
  await other.locator("main [data-edit-copy]").click();
  await expect(other.locator("[data-partner]")).toHaveCount(10);
  await expect(other.locator("aside.carried")).toHaveCount(0);
  await other.goto(`${address}?edit${EXAMPLE}/sheets/2`);
  await question(other, "q9").getByRole("textbox").first().fill("SPC");
  await saved(other);
  // The file shows what it showed, and leads to the copy.
  await open(other, address);
  await expect(other.locator("[data-slide=title]").first()).toBeVisible();
  await other.keyboard.press("Escape");
  await other.getByRole("link", { name: "Apri la copia modificabile" }).click();
  await other.goto(`${address}?edit${EXAMPLE}/sheets/2`);
  await expect(question(other, "q9").getByRole("textbox").first()).toHaveValue("SPC");
});

test("the file for the project opens on the results; of a survey that is here the differences are shown first", async ({
  page,
  folder,
  profile,
}) => {
  await openExample(page);
  await visit(page, "exchange");
  const address = await taken(page, folder, "results");
  expect(address).toMatch(/_file-unico_\d{4}-\d\d-\d\d\.html$/);

  const other = await profile();
  await open(other, address);
  await expect(other.getByRole("heading", { level: 1, name: "Risultati per dimensione" })).toBeVisible();
  await speak(other, "English");
  await expect(other.locator("aside.carried")).toContainText("A read-only copy inside this file");
  // What would change something is not offered.
  await other.getByRole("link", { name: "Codebook", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Codebook" })).toBeVisible();
  await expect(other.locator("main").getByRole("button", { name: /rename|merge|ignore/i })).toHaveCount(0);
  await other.goto(`${address}${EXAMPLE}/results`);
  await other.locator("[data-edit-copy]").click();
  await expect(other.locator("[data-partner]")).toHaveCount(10);
  await other.goto(`${address}?edit${EXAMPLE}/sheets/2`);
  await question(other, "q9").getByRole("textbox").first().fill("SPC");
  await saved(other);
  // The same file again, on the way to a copy: nothing is overwritten.
  await other.goto(`${address}?edit#/open/carried`);
  await expect(other).toHaveURL(/#\/s\/payflowpa-a21\/overview$/);
  await other.goto(`${address}?edit${EXAMPLE}/sheets/2`);
  await expect(question(other, "q9").getByRole("textbox").first()).toHaveValue("SPC");
});

test("a file that was cut says so, and the app is there", async ({ page, folder, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const address = await taken(page, folder, "results");
  const file = new URL(address);
  const whole = await readFile(file);
  expect(whole.length).toBeLessThan(1_600_000);
  const text = whole.toString("latin1");
  const at = text.indexOf(">", text.indexOf('id="packed"')) + 1;
  const end = text.indexOf("</script>", at);
  const half = deflateRawSync(Buffer.from('{"type":"rilievo-bundle","format":1')).toString("base64");
  await writeFile(file, Buffer.from(text.slice(0, at) + half + text.slice(end), "latin1"));
  const other = await profile();
  await open(other, address);
  await expect(other.getByText("L'indagine dentro questo file non si può leggere")).toBeVisible();
  await expect(other.getByRole("button", { name: "Apri l'esempio PayFlowPA" })).toBeVisible();
});
