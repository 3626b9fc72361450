// The settings: how the data are, a copy of everything, and everything deleted.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  accessibleAtAllWidths,
  choose,
  dailySnapshot,
  deleteSurvey,
  home,
  journalled,
  open,
  openExample,
  put,
  question,
  RECORD,
  records,
  saved,
  settings,
  speak,
  tabTo,
  visit,
} from "./steps";
import { expect, test } from "./watched";

function region(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

/// Three surveys that differ.
async function threeSurveys(page: Page) {
  await openExample(page);
  await dailySnapshot(page);
  await home(page);
  for (const title of ["Seconda rilevazione", "Terza rilevazione"]) {
    await page
      .getByRole("button", { name: /^Duplica: / })
      .last()
      .click();
    const card = page.locator(".survey-card").filter({ hasText: "(copia)" });
    await card.getByRole("button", { name: /^Rinomina: / }).click();
    await page.locator(".survey-card").getByLabel("Titolo dell'indagine").fill(title);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
    await page.getByRole("link", { name: title, exact: true }).click();
    await page.getByRole("link", { name: "Comune di Bari", exact: true }).click();
    await question(page, "q9").getByRole("textbox").first().fill(`una linea per ${title}`);
    await saved(page);
    await home(page);
  }
}

/// Title → fingerprint of every survey of the first page.
async function fingerprints(page: Page): Promise<Record<string, string>> {
  await open(page);
  const found: Record<string, string> = {};
  const links = await page.locator(".survey-card h2 a").evaluateAll((all) => all.map((one) => [one.textContent!, one.getAttribute("href")!]));
  for (const [title, href] of links) {
    await page.goto(href.replace("overview", "exchange"));
    await expect(page.locator(".survey-title").or(page.locator(".survey-bar p")).first()).toContainText(title);
    found[title] = (await page.locator("[data-fingerprint]").textContent())!;
  }
  return found;
}

test("everything goes into one file, and comes back in another browser", async ({ page, browser }) => {
  await threeSurveys(page);
  const before = await fingerprints(page);
  expect(Object.keys(before)).toHaveLength(3);
  await settings(page);
  await expect(region(page, "Copia su file")).toContainText("Non hai ancora salvato una copia su file.");
  await accessibleAtAllWidths(page);
  const coming = page.waitForEvent("download");
  await page.locator("[data-backup]").click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.json$/);
  const path = await download.path();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ type: "rilievo-bundle", kind: "backup" });
  await expect(region(page, "Copia su file")).toContainText("Ultima copia su file: ");
  await page.reload();
  await expect(region(page, "Copia su file")).toContainText("Ultima copia su file: ");

  // The same file here changes nothing.
  const here = await choose(page, path);
  await expect(here.getByText("Identica a quella che hai: non cambia nulla.")).toHaveCount(3);
  await accessibleAtAllWidths(page);
  await here.getByRole("button", { name: "Annulla" }).click();

  const fresh = await (await browser.newContext()).newPage();
  await open(fresh, "#/settings");
  const dryRun = await choose(fresh, path);
  await expect(dryRun.getByText("Nuova: in questo browser non c'è ancora.")).toHaveCount(3);
  expect(Object.keys(await records(fresh)).filter((key) => key.includes("/s/"))).toEqual([]);
  await accessibleAtAllWidths(fresh);
  await dryRun.getByRole("button", { name: "Importa un file" }).click();
  await expect(fresh.getByText("Importazione riuscita: 1 file.")).toBeVisible();
  expect(await fingerprints(fresh)).toEqual(before);
  await fresh.context().close();
});

test("the figures say what takes the room", async ({ page }) => {
  await open(page);
  await settings(page);
  const room = region(page, "Spazio");
  await expect(room.locator("[data-used]")).toContainText("di quello che il browser concede");
  await expect(room.locator("[data-survey]")).toHaveCount(0);
  await expect(region(page, "Copia su file").locator("[data-backup]")).toBeDisabled();
  await accessibleAtAllWidths(page);
  const used = async () => Number(await room.locator("[data-used]").getAttribute("data-used"));
  const empty = await used();

  await threeSurveys(page);
  await deleteSurvey(page, "Terza rilevazione");
  await settings(page);
  await expect(room.locator("[data-survey]")).toHaveCount(3);
  await expect(room).toContainText("Terza rilevazione (nel cestino)");
  // It is what the browser counts: keys and texts.
  const units = Object.entries(await records(page)).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  expect(await used()).toBe(units);
  expect(units).toBeGreaterThan(empty);
  await expect(room).toContainText("Diario di sicurezza attivo");
  await expect(room).toContainText("Su un computer usato da più persone");
  await expect(room.locator("[data-persisted]").or(room.getByText("non dice se conserva"))).toBeVisible();
  await accessibleAtAllWidths(page);
  await speak(page, "English");
  await expect(region(page, "Room")).toContainText("(in the trash)");
  await accessibleAtAllWidths(page);
});

test("the self-test finds every record sound, or says that one is not", async ({ page }) => {
  await openExample(page);
  await dailySnapshot(page);
  await settings(page);
  const check = region(page, "Controllo");
  await check.getByRole("button", { name: "Controlla adesso" }).click();
  // A head, ten sheets and a snapshot.
  await expect(check.locator("[data-sound]")).toHaveAttribute("data-sound", "12");
  await expect(check.locator("[data-damaged]")).toHaveCount(0);
  await expect(check).toContainText("La prova di scrittura e rilettura è riuscita.");
  const before = await records(page);
  const key = `${RECORD}/p/7`;
  const sound = before[key];
  await put(page, key, sound.slice(0, -1));
  await check.getByRole("button", { name: "Controlla adesso" }).click();
  await expect(check.locator("[data-damaged]")).toContainText("Un dato è danneggiato");
  await expect(check.locator("[data-sound]")).toHaveAttribute("data-sound", "11");
  await accessibleAtAllWidths(page);
  // It looks, and changes nothing.
  expect(await records(page)).toEqual({ ...before, [key]: sound.slice(0, -1) });
});

test("all data are deleted in two steps, in every tab, and those of others stay", async ({ page }) => {
  const foreign = { todo: "pane", "rilievo/9/x": "altro" };
  await openExample(page);
  await dailySnapshot(page);
  for (const [key, text] of Object.entries(foreign)) await put(page, key, text);
  const other = await page.context().newPage();
  await open(other, "#/s/payflowpa-a21/overview");
  await settings(page);
  const card = region(page, "Cancella tutti i dati");
  await expect(card).toContainText("Spariscono tutte le indagini, il cestino, le copie automatiche, il diario di sicurezza");
  const go = card.getByRole("button", { name: "Cancella tutti i dati" });
  await expect(go).toBeDisabled();
  await card.getByRole("checkbox").check();
  await go.click();
  const dialog = page.getByRole("dialog", { name: "Cancellare tutto da questo browser?" });
  await expect(dialog.getByRole("button", { name: "Annulla" })).toBeFocused();
  await accessibleAtAllWidths(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(Object.keys(await records(page))).toContain(`${RECORD}/head`);
  await go.click();
  const loaded = page.waitForEvent("load");
  await dialog.getByRole("button", { name: "Cancella tutti i dati" }).click();
  await loaded;
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1");
  await home(page);
  await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
  await expect(other.getByRole("heading", { name: "Indagine non presente" })).toBeVisible();
  const left = await records(page);
  expect(left).toMatchObject(foreign);
  const ours = Object.keys(left).filter((key) => !(key in foreign));
  expect(ours.sort()).toEqual(["rilievo/2/setting/browser", "rilievo/layout"]);
  // The journal has nothing that would come back.
  expect(await journalled(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText("In questo browser non c'è ancora nessuna indagine.")).toBeVisible();
});

test("a copy is saved, the trash undone and a snapshot restored by keyboard alone", async ({ page }) => {
  await openExample(page);
  await dailySnapshot(page);
  await home(page);
  await tabTo(page, page.getByRole("button", { name: /^Elimina: / }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".survey-card")).toHaveCount(0);
  await tabTo(page, page.getByRole("contentinfo").getByRole("link", { name: "Dati e sicurezza" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await tabTo(page, page.locator("[data-trashed]").getByRole("button", { name: /^Ripristina: / }));
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-trashed]")).toHaveCount(0);
  await tabTo(page, page.locator("[data-backup]"));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await download;
  await tabTo(page, page.locator("[data-snapshot]").getByRole("button", { name: /^Ripristina: / }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Riportare/ });
  await expect(dialog.getByRole("button", { name: "Annulla" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(1);
});

test("the journal forgets with the survey that is deleted for good", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  await question(page, "q11").getByRole("radio", { name: "SI" }).check();
  await saved(page);
  expect(await journalled(page)).toContain(`${RECORD}/p/EC`);
  await home(page);
  await deleteSurvey(page);
  await settings(page);
  await page.getByRole("button", { name: "Svuota il cestino" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Svuota il cestino" }).click();
  await expect.poll(() => journalled(page)).toEqual([]);
});

test("the first page reminds of a copy when there is none, or an old one", async ({ page }) => {
  const reminder = page.locator("[data-copy-reminder]");
  await open(page);
  await expect(reminder).toHaveCount(0);
  await openExample(page);
  await home(page);
  await expect(reminder).toContainText("Non hai ancora salvato una copia su file.");
  await accessibleAtAllWidths(page);
  await reminder.getByRole("link", { name: "Salva una copia di tutto" }).click();
  const download = page.waitForEvent("download");
  await page.locator("[data-backup]").click();
  await download;
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(reminder).toHaveCount(0);

  const DAY = 24 * 60 * 60 * 1000;
  for (const [days, due] of [
    [13, false],
    [15, true],
  ] as const) {
    await put(page, "rilievo/2/setting/copied", String(Date.now() - days * DAY));
    await page.reload();
    await expect(page.locator(".survey-card")).toHaveCount(1);
    await expect(reminder).toHaveCount(due ? 1 : 0);
  }
  await expect(reminder).toContainText("Ultima copia su file: ");
});
