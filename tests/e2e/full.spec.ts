// The browser's storage is full: nothing that was typed is lost, the person is
// told what to do, and what waits is saved as soon as there is room.
import { expect as unwatchedExpect, test as unwatched } from "@playwright/test";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { KillableBrowser } from "./killed/browser";
import {
  accessible,
  accessibleAtAllWidths,
  dailySnapshot,
  deleteSurvey,
  fill,
  home,
  makeRoom,
  open,
  openExample,
  put,
  question,
  RECORD,
  records,
  saved,
  settings,
  visit,
} from "./steps";
import { expect, test } from "./watched";

const LONG = `LAN 10 Gbps, ${"e una linea di riserva, ".repeat(20)}`;

/// The banner that stays while something waits for room.
function full(page: Page) {
  return page.getByRole("alert").filter({ hasText: "Lo spazio di questo browser è pieno." });
}

/// Makes an edit for which there is no room.
async function editTooMuch(page: Page) {
  await visit(page, "sheets/EC");
  await fill(page);
  const field = question(page, "q9").getByRole("textbox").first();
  await field.fill(LONG);
  await expect(full(page)).toBeVisible();
  return field;
}

test("an edit is kept, told of, and saved as soon as there is room", async ({ page }) => {
  await openExample(page);
  const key = `${RECORD}/p/EC`;
  const before = (await records(page))[key];
  const field = await editTooMuch(page);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "0");
  const banner = full(page);
  await expect(banner).toContainText("Le ultime modifiche non sono ancora al loro posto");
  await expect(banner.getByRole("link", { name: "Fai spazio" })).toHaveAttribute("href", "#/settings");
  await expect(page.getByRole("status").filter({ hasText: "Non salvato" })).toBeVisible();
  expect((await records(page))[key]).toBe(before);
  await accessibleAtAllWidths(page);

  // The edit can be taken out at once, and is in use everywhere.
  const download = page.waitForEvent("download");
  await banner.getByRole("button", { name: "Esporta ora" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("e una linea di riserva");
  await visit(page, "results/A");
  await expect(page.locator('[data-result="q9"] [data-body="EC"]')).toContainText("e una linea di riserva");

  // It survives a walk out of the survey and back.
  await home(page);
  await expect(banner).toBeVisible();
  await visit(page, "sheets/EC");
  await expect(field).toHaveValue(LONG);

  await makeRoom(page);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
  await expect(banner).toHaveCount(0);
  expect((await records(page))[key]).not.toBe(before);
  await page.reload();
  await expect(field).toHaveValue(LONG);
});

test("an edit that did not fit survives a reload, because the journal has it", async ({ page }) => {
  await openExample(page);
  const before = (await records(page))[`${RECORD}/p/EC`];
  const field = await editTooMuch(page);
  // The browser asks before it throws away what is not in its place.
  const asked = page.waitForEvent("dialog");
  const reloading = page.reload();
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await reloading;
  expect((await records(page))[`${RECORD}/p/EC`]).toBe(before);
  await expect(field).toHaveValue(LONG);
  await expect(full(page)).toBeVisible();
  await makeRoom(page);
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue(LONG);
});

unwatched("an edit that did not fit survives the death of the browser", async ({ launchOptions, baseURL }) => {
  const browser = new KillableBrowser(launchOptions.executablePath!, launchOptions.args!);
  try {
    const page = await browser.start();
    await openExample(page, baseURL);
    await page.goto(`${baseURL}#/s/payflowpa-a21/sheets/EC`);
    await fill(page);
    await question(page, "q9").getByRole("textbox").first().fill(LONG);
    // What the banner tells of is in the journal.
    await unwatchedExpect(full(page)).toBeVisible();
    await browser.kill();
    const again = await browser.start();
    await open(again, `${baseURL}#/s/payflowpa-a21/sheets/EC`);
    await unwatchedExpect(question(again, "q9").getByRole("textbox").first()).toHaveValue(LONG);
  } finally {
    await browser.dispose();
  }
});

test("each way out makes room: snapshots, trash, and a survey that goes", async ({ page }) => {
  await openExample(page);
  const snapshot = await dailySnapshot(page);
  const field = await editTooMuch(page);
  await full(page).getByRole("link", { name: "Fai spazio" }).click();
  await page.getByRole("button", { name: /^Elimina queste copie: / }).click();
  await expect(page.locator("[data-snapshot]")).toHaveCount(0);
  await expect(full(page)).toHaveCount(0);
  expect(Object.keys(await records(page))).not.toContain(snapshot);
  await visit(page, "sheets/EC");
  await expect(field).toHaveValue(LONG);
  await saved(page);

  // A survey that goes, and is deleted from the trash for good.
  await home(page);
  await makeRoom(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  const copy = page.locator(".survey-card").filter({ hasText: "(copia)" });
  await copy.getByRole("button", { name: /^Elimina: / }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Elimina" }).click();
  await expect(copy).toHaveCount(0);
  await visit(page, "sheets/1");
  await fill(page);
  await question(page, "q9").getByRole("textbox").first().fill(LONG);
  await expect(full(page)).toBeVisible();
  await settings(page);
  await page.getByRole("button", { name: "Svuota il cestino" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Svuota il cestino" }).click();
  await expect(full(page)).toHaveCount(0);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
});

test("a survey deleted with edits that did not fit stays deleted, and comes back with them", async ({ page }) => {
  await openExample(page);
  await fill(page);
  // One edit of the head and one of a sheet, neither of which fits.
  await page.getByRole("button", { name: "Rinomina" }).click();
  const title = `Rilevazione ${"lunga ".repeat(30)}`.trim();
  await page.locator("main").getByLabel("Titolo dell'indagine").fill(title);
  await page.getByRole("button", { name: "Salva nome" }).click();
  await visit(page, "sheets/EC");
  const field = question(page, "q9").getByRole("textbox").first();
  await field.fill(LONG);
  await expect(full(page)).toBeVisible();

  await home(page);
  await deleteSurvey(page);
  await makeRoom(page);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
  await page.reload();
  await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
  await settings(page);
  const trashed = page.locator("[data-trashed]");
  await expect(trashed).toContainText(title);
  await trashed.getByRole("button", { name: /^Ripristina/ }).click();
  await visit(page, "sheets/EC");
  await expect(field).toHaveValue(LONG);
});

test("a survey is deleted and comes back although the storage is full", async ({ page }) => {
  await openExample(page);
  await dailySnapshot(page);
  await home(page);
  const before = await records(page);
  await fill(page);
  await deleteSurvey(page);
  await page.getByRole("button", { name: "Ripristina" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Ripristina" })).toHaveCount(0);
  await makeRoom(page);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
  expect(await records(page)).toEqual(before);
});

test("a survey that does not fit leaves nothing behind", async ({ page }) => {
  await open(page);
  await fill(page);
  const before = await records(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.getByText("Lo spazio di questo browser è pieno.")).toBeVisible();
  expect(await records(page)).toEqual(before);
  await expect(page.locator(".survey-card")).toHaveCount(0);
  await accessible(page);
  await makeRoom(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
});

test("at four fifths a warning comes beforehand, with a way to make room", async ({ page }) => {
  await openExample(page);
  await put(page, "somebody-else", "x".repeat(4_150_000));
  await open(page);
  await expect(page.getByText("quasi pieno")).toHaveCount(0);
  await put(page, "somebody-else", "x".repeat(4_250_000));
  await page.reload();
  const warning = page.locator(".notice").filter({ hasText: "Lo spazio di questo browser è quasi pieno" });
  await expect(warning).toBeVisible();
  await accessibleAtAllWidths(page);
  await warning.getByRole("link", { name: "Fai spazio" }).click();
  await expect(page.locator("[data-used]")).toContainText("81,");
});
