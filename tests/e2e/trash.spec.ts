// Deleting goes to the trash: whoever deletes the wrong survey gets it back.
import type { Page } from "@playwright/test";
import { accessibleAtAllWidths, dailySnapshot, deleteSurvey, EXAMPLE, home, open, openExample, question, RECORD, records, saved, settings, visit } from "./steps";
import { expect, test } from "./watched";

const NOTE = "Internet, SPC e 5G";

/// The example with one answer of its own, on the first page.
async function edited(page: Page) {
  await openExample(page);
  await dailySnapshot(page);
  await visit(page, "sheets/4");
  await question(page, "q9").getByRole("textbox").first().fill(NOTE);
  await saved(page);
  await home(page);
}

/// The example is here, with that answer.
async function isBack(page: Page) {
  await visit(page, "sheets/4");
  await expect(question(page, "q9").getByRole("textbox").first()).toHaveValue(NOTE);
}

function trashed(page: Page) {
  return page.locator("[data-trashed]");
}

test("a deleted survey is brought back from the notice, or later from the settings", async ({ page }) => {
  await edited(page);
  const before = await records(page);
  await deleteSurvey(page);
  const notice = page.locator(".notice").filter({ hasText: "è stato eliminato" });
  await accessibleAtAllWidths(page);
  await notice.getByRole("button", { name: "Ripristina" }).click();
  await expect(page.locator(".survey-card")).toHaveCount(1);
  await expect(notice).toHaveCount(0);
  expect(await records(page)).toEqual(before);

  // Days later the notice is gone, and its address leads nowhere.
  await deleteSurvey(page);
  await open(page, `${EXAMPLE}/overview`);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Indagine non presente" })).toBeVisible();
  await settings(page);
  await expect(trashed(page)).toHaveCount(1);
  await expect(trashed(page)).toContainText("PayFlowPA");
  await expect(trashed(page)).toContainText("resta qui 30 giorni");
  await accessibleAtAllWidths(page);
  await trashed(page).getByRole("button", { name: /^Ripristina: / }).click();
  await expect(trashed(page)).toHaveCount(0);
  await expect(page.getByText("Il cestino è vuoto.")).toBeVisible();
  await isBack(page);
  await page.reload();
  await isBack(page);
});

test("a survey of the trash goes for good only when that is meant", async ({ page }) => {
  await edited(page);
  await deleteSurvey(page);
  await settings(page);
  await page.reload();
  const purge = trashed(page).getByRole("button", { name: /^Elimina per sempre: / });
  await purge.click();
  const dialog = page.getByRole("dialog", { name: /^Eliminare per sempre/ });
  await expect(dialog.getByRole("button", { name: "Annulla" })).toBeFocused();
  await accessibleAtAllWidths(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(trashed(page)).toHaveCount(1);
  await purge.click();
  await dialog.getByRole("button", { name: "Elimina per sempre" }).click();
  await expect(trashed(page)).toHaveCount(0);
  await expect.poll(async () => Object.keys(await records(page)).filter((key) => key.startsWith(RECORD))).toEqual([]);

  // Neither a reload nor the journal brings half of it back.
  await page.reload();
  await expect(page.getByText("Il cestino è vuoto.")).toBeVisible();
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(0);
  expect(Object.keys(await records(page)).filter((key) => key.startsWith(RECORD))).toEqual([]);
});

test("the trash is emptied as a whole; what is not in it stays", async ({ page }) => {
  await edited(page);
  await page.getByRole("button", { name: /^Duplica: / }).click();
  await page.getByRole("button", { name: /^Duplica: .*\(copia\)$/ }).click();
  await expect(page.locator(".survey-card")).toHaveCount(3);
  for (const left of [2, 1]) {
    await page
      .locator(".survey-card")
      .filter({ hasText: "(copia)" })
      .first()
      .getByRole("button", { name: /^Elimina: / })
      .click();
    await page.locator("dialog[open]").getByRole("button", { name: "Elimina" }).click();
    await expect(page.locator(".survey-card")).toHaveCount(left);
  }
  await settings(page);
  await expect(trashed(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Svuota il cestino" }).click();
  const dialog = page.getByRole("dialog", { name: "Svuotare il cestino?" });
  await dialog.getByRole("button", { name: "Annulla" }).click();
  await expect(trashed(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Svuota il cestino" }).click();
  await dialog.getByRole("button", { name: "Svuota il cestino" }).click();
  await expect(trashed(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Il cestino è vuoto.")).toBeVisible();
  await isBack(page);
});

test("a fresh example beside one in the trash: both can be had", async ({ page }) => {
  await edited(page);
  await deleteSurvey(page);
  await openExample(page);
  await visit(page, "sheets/4");
  await expect(question(page, "q9").getByRole("textbox").first()).not.toHaveValue(NOTE);
  await settings(page);
  await expect(trashed(page)).toHaveCount(1);
  await page.reload();
  await expect(trashed(page)).toHaveCount(1);
  await trashed(page).getByRole("button", { name: /^Ripristina: / }).click();
  await home(page);
  await expect(page.locator(".survey-card")).toHaveCount(2);
  const links = await page.locator(".survey-card h2 a").evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
  const found = [];
  for (const link of links) {
    await page.goto(link.replace("overview", "sheets/4"));
    await expect(page.locator("[data-question=q9]")).toBeVisible();
    found.push(await question(page, "q9").getByRole("textbox").first().inputValue());
  }
  expect(found.filter((text) => text === NOTE)).toHaveLength(1);
});

test("a mark that was left behind by a survey keeps nothing out", async ({ page }) => {
  await page.route("**/nothing-here", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await openExample(page);
  await home(page);
  await deleteSurvey(page);
  // All of it is gone but the mark, in the store and in the journal.
  await page.goto("nothing-here");
  const left = await page.evaluate(async (record) => {
    const its = Object.keys(localStorage).filter((key) => key.startsWith(record));
    for (const key of its) if (!key.endsWith("/trash")) localStorage.removeItem(key);
    await new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase("rilievo");
      gone.onsuccess = resolve;
      gone.onerror = () => reject(gone.error);
    });
    return Object.keys(localStorage).filter((key) => key.startsWith(record));
  }, RECORD);
  expect(left).toEqual([`${RECORD}/trash`]);
  await openExample(page);
  await page.reload();
  await expect(page.locator("[data-partner]")).toHaveCount(10);
});
