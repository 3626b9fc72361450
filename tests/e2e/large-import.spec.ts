// A large file is read by a worker: the page stays free, says how far it is, and can
// stop it. What does not fit is told before anything is written.
import { readFile } from "node:fs/promises";
import type { Page, Route } from "@playwright/test";
import { accessibleAtAllWidths, choose, file, fill, home, makeRoom, open, records } from "./steps";
import { expect, test } from "./watched";

const BODIES = 600;

/// A survey of so many bodies, which answer what the example's answer: more than a
/// megabyte.
async function large() {
  const bundle = JSON.parse(await readFile("public/examples/payflowpa-a21.json", "utf8"));
  const { head, sheets } = bundle.survey;
  head.id = "grande";
  head.title = "Indagine grande";
  const [partners, answered] = [head.partners, sheets];
  head.partners = [];
  bundle.survey.sheets = [];
  for (let nth = 0; nth < BODIES; nth++) {
    const at = nth % partners.length;
    const id = `ente-${nth}`;
    head.partners.push({ ...partners[at], id, code: String(nth + 1), name: `Ente ${nth + 1}` });
    const sheet = answered.find((one: { partner: string }) => one.partner === partners[at].id);
    bundle.survey.sheets.push({ ...sheet, partner: id });
  }
  delete bundle.fingerprint;
  const text = JSON.stringify(bundle);
  expect(text.length).toBeGreaterThan(1_000_000);
  return file("grande.json", text);
}

/// Chooses files, without waiting for what would happen.
async function drop(page: Page, files: ReturnType<typeof file>) {
  await page.locator("input[data-import]").setInputFiles(files);
}

test("a large file is read by a worker, stopped, and imported", async ({ page }) => {
  const files = await large();
  // The worker's program does not come yet.
  const held: Route[] = [];
  await page.route(/importer[^/]*\.wasm/, (route) => void held.push(route));
  await open(page);
  const before = await records(page);
  await drop(page, files);
  const reading = page.locator("[data-reading]");
  await expect(reading.getByRole("heading", { name: "Lettura dei file" })).toBeFocused();
  await expect(reading.getByRole("progressbar", { name: "Lettura dei file" })).toBeVisible();
  await accessibleAtAllWidths(page);
  await page.locator("[data-import-stop]").press("Enter");
  await expect(reading).toHaveCount(0);
  await expect(page.locator("[data-dry-run]")).toHaveCount(0);
  await expect(page.locator("input[data-import]")).toBeFocused();
  expect(await records(page)).toEqual(before);

  await page.unroute(/importer[^/]*\.wasm/);
  await Promise.all(held.map((route) => route.abort().catch(() => undefined)));
  const dryRun = await choose(page, files);
  await expect(dryRun).toContainText("Indagine grande");
  await expect(dryRun).toContainText(`${BODIES} enti`);
  await expect(dryRun).toContainText("Nuova: in questo browser non c'è ancora.");
  expect(await records(page)).toEqual(before);
  await dryRun.locator("[data-confirm]").click();
  await expect(page.getByRole("heading", { level: 1, name: "Indagine grande" })).toBeVisible();
  const bodies = Object.keys(await records(page)).filter((key) => key.includes("/s/grande/p/"));
  expect(bodies).toHaveLength(BODIES);

  // The same file again changes nothing; the survey is shown to the worker for that.
  await home(page);
  const again = await choose(page, files);
  await expect(again).toContainText("Identica a quella che hai");
});

test("what does not fit is told before anything is written", async ({ page }) => {
  await open(page);
  await fill(page);
  const before = await records(page);
  const dryRun = await choose(page, await large());
  await expect(dryRun.locator("[data-refusal=no-room]")).toContainText("non c'è spazio per 600 schede");
  await expect(dryRun).not.toContainText("aggiunta");
  await expect(dryRun.locator("[data-confirm]")).toHaveCount(0);
  await expect(dryRun.getByRole("link", { name: "Fai spazio" })).toHaveAttribute("href", "#/settings");
  await accessibleAtAllWidths(page);
  await dryRun.getByRole("button", { name: "Annulla" }).click();
  expect(await records(page)).toEqual(before);
  await makeRoom(page);
  const fits = await choose(page, await large());
  await expect(fits.locator("[data-confirm]")).toBeEnabled();
});
