// Records are damaged: what cannot be read is set aside with its text, the rest
// opens, and the person can download it, restore it, or drop it.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  accessible,
  accessibleAtAllWidths,
  dailySnapshot,
  deleteSurvey,
  EXAMPLE,
  fill,
  forgetJournal,
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

const SHEET = `${RECORD}/p/EC`;
const HEAD = `${RECORD}/head`;

/// Where a record goes that was set aside.
function aside(key: string, n = 1): string {
  return key.replace("rilievo/2/", `rilievo/2/aside/${n}/`);
}

/// What can happen to a record.
const FAULTS: Record<string, (sound: string) => string> = {
  "a flipped character": (sound) => {
    const at = Math.floor(sound.length / 2);
    return sound.slice(0, at) + String.fromCharCode(sound.charCodeAt(at) ^ 1) + sound.slice(at + 1);
  },
  "a record cut short": (sound) => sound.slice(0, Math.floor(sound.length * 0.6)),
  "an unknown format": (sound) => String.fromCharCode(sound.charCodeAt(0) + 6) + sound.slice(1),
};

/// The example, with a fault in one record that the app comes upon when it
/// starts. Gives the record as it was.
async function damaged(page: Page, key: string, fault: (sound: string) => string): Promise<{ sound: string; broken: string }> {
  await openExample(page);
  await dailySnapshot(page);
  await home(page);
  const sound = (await records(page))[key];
  const broken = fault(sound);
  expect(broken).not.toBe(sound);
  await forgetJournal(page);
  await put(page, key, broken);
  await page.reload();
  return { sound, broken };
}

function banner(page: Page) {
  return page.locator(".notice").filter({ hasText: /non si legge più|non si leggono più/ });
}

/// The texts of a file that the banner offers.
async function downloaded(page: Page): Promise<unknown> {
  const download = page.waitForEvent("download");
  await banner(page).getByRole("button", { name: "Scarica i testi" }).click();
  return JSON.parse(await readFile(await (await download).path(), "utf8"));
}

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`${name} in a sheet: it is set aside, the rest opens, and it can be restored`, async ({ page }) => {
    const { broken } = await damaged(page, SHEET, fault);
    await visit(page, "overview");
    await expect(banner(page)).toContainText("Un dato salvato non si legge più.");
    await expect(page.locator("[data-partner]")).toHaveCount(10);
    await expect(page.locator('[data-partner="EC"] .badge')).toHaveText("Attesa");
    await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(8);
    expect((await records(page))[aside(SHEET)]).toBe(broken);
    expect(await downloaded(page)).toEqual({ [aside(SHEET)]: broken });
    await accessibleAtAllWidths(page);

    await banner(page).getByRole("button", { name: "Ripristina dall'ultima copia" }).click();
    await expect(page.locator('[data-partner="EC"] .badge')).toHaveText("Consegnata");
    await expect(page.locator("[data-partner]").first()).toHaveAttribute("data-partner", "EC");
    await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
    await expect(page.getByText("Dati ripristinati dall'ultima copia automatica: 1 di 1.")).toBeVisible();
    await expect(banner(page)).toHaveCount(0);
    await visit(page, "sheets/EC");
    await expect(question(page, "q11").locator("input:checked")).toHaveValue("no");
    await page.reload();
    await expect(question(page, "q11").locator("input:checked")).toHaveValue("no");
  });

  test(`${name} in a head: the others open, and it can be restored`, async ({ page }) => {
    const { broken } = await damaged(page, HEAD, fault);
    await expect(banner(page)).toContainText("Un dato salvato non si legge più.");
    await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
    expect((await records(page))[aside(HEAD)]).toBe(broken);
    expect(await downloaded(page)).toEqual({ [aside(HEAD)]: broken });
    await accessible(page);
    await banner(page).getByRole("button", { name: "Ripristina dall'ultima copia" }).click();
    await expect(page.locator(".survey-card")).toHaveCount(1);
    await page.locator(".survey-card").getByRole("link").click();
    await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
    await page.reload();
    await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
  });
}

test("what was set aside is dropped only when that is meant", async ({ page }) => {
  const { broken } = await damaged(page, SHEET, FAULTS["a record cut short"]);
  await visit(page, "overview");
  const drop = banner(page).getByRole("button", { name: "Elimina i testi" });
  await drop.click();
  const dialog = page.getByRole("dialog", { name: "Eliminare il testo messo da parte?" });
  await expect(dialog.getByRole("button", { name: "Annulla" })).toBeFocused();
  await accessibleAtAllWidths(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect((await records(page))[aside(SHEET)]).toBe(broken);
  await drop.click();
  await dialog.getByRole("button", { name: "Elimina i testi" }).click();
  await expect(banner(page)).toHaveCount(0);
  expect((await records(page))[aside(SHEET)]).toBeUndefined();
  await page.reload();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await expect(banner(page)).toHaveCount(0);
});

test("a damaged sheet can be filled in anew, and nothing touches what was set aside", async ({ page }) => {
  const { broken } = await damaged(page, SHEET, FAULTS["a record cut short"]);
  await visit(page, "sheets/EC");
  await question(page, "q1").getByRole("radio", { name: "SI" }).check();
  await saved(page);
  await page.reload();
  await expect(question(page, "q1").locator("input:checked")).toHaveValue("si");

  // Neither a second fault does.
  await home(page);
  await forgetJournal(page);
  await put(page, SHEET, "{");
  await page.reload();
  await visit(page, "overview");
  await expect(page.locator('[data-partner="EC"] .badge')).toHaveText("Attesa");
  // One notice for both.
  await expect(banner(page)).toHaveCount(1);
  await expect(banner(page)).toContainText("2 dati salvati non si leggono più");
  expect(await records(page)).toMatchObject({ [aside(SHEET)]: broken, [aside(SHEET, 2)]: "{" });

  // Nor deleting the survey for good.
  await home(page);
  await deleteSurvey(page);
  await settings(page);
  await page.getByRole("button", { name: /^Elimina per sempre: / }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Elimina per sempre" }).click();
  await expect(page.locator("[data-trashed]")).toHaveCount(0);
  await expect.poll(async () => Object.keys(await records(page)).filter((key) => key.startsWith(RECORD))).toEqual([]);
  expect(await records(page)).toMatchObject({ [aside(SHEET)]: broken, [aside(SHEET, 2)]: "{" });
});

test("the sheets of a lost head are kept when the survey comes anew", async ({ page }) => {
  await openExample(page);
  await home(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  const sheets = Object.fromEntries(Object.entries(await records(page)).filter(([key]) => key.startsWith(`${RECORD}/p/`)));
  expect(Object.keys(sheets)).toHaveLength(10);
  await forgetJournal(page);
  await put(page, HEAD, "{");
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  expect(await records(page)).toMatchObject(sheets);
  await open(page, `${EXAMPLE}/overview`);
  await expect(page.getByRole("heading", { name: "Indagine non presente" })).toBeVisible();
  await open(page);
  await page.getByRole("button", { name: "Apri l'esempio PayFlowPA" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  const kept = await records(page);
  for (const [key, text] of Object.entries(sheets)) expect(kept[aside(key)]).toBe(text);
});

test("an unreadable head in a full store hides no other survey", async ({ page }) => {
  await openExample(page);
  await home(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await expect(page.locator(".survey-card")).toHaveCount(2);
  await forgetJournal(page);
  await put(page, HEAD, "{");
  await fill(page);
  await page.reload();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(page.getByText("Lo spazio di questo browser è pieno.")).toBeVisible();
  expect((await records(page))[HEAD]).toBe("{");
  await makeRoom(page);
  await expect(page.locator("html")).toHaveAttribute("data-saved", "1");
  expect((await records(page))[aside(HEAD)]).toBe("{");
});

test("what the journal still has repairs damage by itself", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  await question(page, "q9").getByRole("textbox").first().fill("LAN 10 Gbps");
  await saved(page);
  await home(page);
  await put(page, SHEET, (await records(page))[SHEET].slice(0, 40));
  await page.reload();
  await visit(page, "sheets/EC");
  await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue("LAN 10 Gbps");
  await expect(banner(page)).toHaveCount(0);
});
