// The files for other programs: a worker writes them, and the page goes on.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EXAMPLE, openExample } from "./steps";
import { expect, test } from "./watched";
import { unzip } from "./zip";

const MODULE = /\/exporter[^/]*\.wasm$/;

async function openReport(page: Page) {
  await openExample(page);
  await page.goto(`${EXAMPLE}/report`);
  await expect(page.locator(".exporting")).toBeVisible();
}

const button = (page: Page, kind: string) => page.locator(`[data-export=${kind}]`);

/// The accessibility checker finds nothing in what writes files; the page around it
/// has a journey of its own.
async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include(".exporting").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

/// Presses a button and gives the file that comes of it.
async function made(page: Page, kind: string): Promise<[string, Buffer]> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, kind).click()]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

/// From here on, notes how long each press waits until the page handles it.
async function watchPresses(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const waits: number[] = [];
    (window as unknown as { waits: number[] }).waits = waits;
    window.addEventListener("click", (event) => waits.push(performance.now() - event.timeStamp), true);
  });
  return () => page.evaluate(() => (window as unknown as { waits: number[] }).waits);
}

test("the report as DOCX, with pictures, while the page can be used", async ({ page }) => {
  await openReport(page);
  const presses = await watchPresses(page);
  const download = page.waitForEvent("download");
  await button(page, "docx").click();
  const bar = page.locator(".exporting progress");
  await expect(bar).toBeVisible();
  await expect(page.locator(".exporting [role=status]")).not.toBeEmpty();
  while (await bar.isVisible()) {
    await page.getByRole("heading", { name: "Rapporto", exact: true }).click({ timeout: 5_000 });
    await page.waitForTimeout(50);
  }
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^payflowpa-a21_rapporto-[\d-]+\.docx$/);
  const waits = (await presses()).sort((one, other) => one - other);
  // One of many may meet a picture that is being drawn.
  expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(100);

  const parts = unzip(await readFile(await file.path()));
  const text = parts.get("word/document.xml")!.toString("utf8");
  const pictures = [...parts].filter(([name]) => name.startsWith("word/media/"));
  expect(pictures.length).toBeGreaterThan(15);
  // Charts that look the same are one picture.
  expect(text.match(/<wp:docPr /g)!.length).toBeGreaterThanOrEqual(pictures.length);
  for (const [name, png] of pictures) {
    expect(png.subarray(1, 4).toString(), name).toBe("PNG");
    // Twice as wide as on the page.
    expect(png.readUInt32BE(16), name).toBeGreaterThan(800);
  }
  await accessible(page);
});

test("a dossier that holds what it lists", async ({ page }) => {
  await openReport(page);
  const [name, bytes] = await made(page, "dossier");
  expect(name).toMatch(/_dossier-[\d-]+\.zip$/);
  const files = unzip(bytes);
  const manifest = JSON.parse(files.get("manifest.json")!.toString("utf8"));
  expect(manifest.files).toHaveLength(files.size - 2);
  for (const { name, sha256 } of manifest.files) {
    expect(createHash("sha256").update(files.get(name)!).digest("hex"), name).toBe(sha256);
  }
  expect(unzip(files.get("rapporto/rapporto.docx")!).has("word/media/rIdImage1.png")).toBe(true);
  // The page and the dossier say one fingerprint.
  await expect(page.locator(".reporting")).toContainText(manifest.fingerprint.slice(0, 12));
});

test("tables for spreadsheets, in the language and for whom the report is", async ({ page }) => {
  await openReport(page);
  await page.goto(`${EXAMPLE}/report?lang=en&scope=public`);
  await expect(page.locator(".exporting")).toBeVisible();
  const [xlsx, book] = await made(page, "xlsx");
  expect(xlsx).toMatch(/_data-[\d-]+\.xlsx$/);
  expect(unzip(book).has("xl/workbook.xml")).toBe(true);
  const [csv, text] = await made(page, "csv-wide");
  expect(csv).toMatch(/_answers-wide-[\d-]+\.csv$/);
  expect(text.toString("utf8").trim().split("\r\n").length).toBeGreaterThan(10);
  expect(text.toString("utf8")).not.toContain("@");
});

test("what is being written can be stopped, and nothing comes of it", async ({ page }) => {
  await openReport(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(MODULE, async (route) => {
    await held;
    // The worker that asked has gone.
    await route.continue().catch(() => {});
  });
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  await button(page, "docx").click();
  await expect(button(page, "xlsx")).toHaveAttribute("aria-disabled", "true");
  await page.locator("[data-export-stop]").click();
  await expect(page.locator(".exporting progress")).toHaveCount(0);
  await expect(page.locator(".exporting [role=status]")).toContainText("Interrotto");
  release();
  await page.unroute(MODULE);
  const [name] = await made(page, "csv-long");
  expect(files).toEqual([name]);
});

test.describe("without network", () => {
  test.use({ expected: { complaints: [/ERR_FAILED|Failed to fetch|TypeError/] } });

  test("without network it says so, and works when tried again", async ({ page }) => {
    await openReport(page);
    await page.route(MODULE, (route) => route.abort());
    await button(page, "docx").click();
    const failed = page.locator("[data-export-failed]");
    await expect(failed.getByRole("alert")).toContainText("forse manca la rete");
    await accessible(page);
    await page.unroute(MODULE);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      failed.getByRole("button", { name: "Riprova" }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(".docx");
  });
});
