// Snapshots: the survey as it was this morning, before an import, before a
// restore.
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { accessible, accessibleAtAllWidths, type Bundle, choose, dailySnapshot, exported, file, openExample, question, RECORD, records, saved, settings, visit } from "./steps";
import { expect, test } from "./watched";

/// The snapshots that the settings list, newest first, by why they were taken.
async function reasons(page: Page): Promise<string[]> {
  return page.locator("[data-snapshot] .about").allTextContents();
}

async function restoreLatest(page: Page, reason: string) {
  const snapshot = page.locator("[data-snapshot]").filter({ hasText: reason }).first();
  await snapshot.getByRole("button", { name: /^Ripristina: / }).click();
  const dialog = page.getByRole("dialog", { name: /^Riportare «/ });
  await expect(dialog).toContainText("Com'è adesso resta tra le copie automatiche.");
  await dialog.getByRole("button", { name: "Ripristina" }).click();
  await expect(dialog).toBeHidden();
}

test("an idle page takes one a day; restoring brings the survey back to it, and keeps the present", async ({ page }) => {
  await openExample(page);
  await settings(page);
  await expect(page.getByText("Ancora nessuna.")).toBeVisible();
  await visit(page, "overview");
  await dailySnapshot(page);
  await visit(page, "sheets/EC");
  const text = question(page, "q9").getByRole("textbox").first();
  const before = await text.inputValue();
  await text.fill("riscritta da capo");
  await question(page, "q11").getByRole("radio", { name: "SI" }).check();
  await saved(page);
  // One a day: opening it again takes no other.
  await page.reload();
  await expect(text).toHaveValue("riscritta da capo");

  await settings(page);
  await expect.poll(() => reasons(page)).toEqual(["quotidiana"]);
  await accessibleAtAllWidths(page);
  await restoreLatest(page, "quotidiana");
  await expect(page.locator("[data-snapshot]")).toHaveCount(2);
  await expect.poll(() => reasons(page)).toEqual(["prima di un ripristino", "quotidiana"]);
  await visit(page, "sheets/EC");
  await expect(text).toHaveValue(before);
  await expect(question(page, "q11").locator("input:checked")).toHaveValue("no");
  await page.reload();
  await expect(text).toHaveValue(before);

  // And back to the present.
  await settings(page);
  await restoreLatest(page, "prima di un ripristino");
  await visit(page, "sheets/EC");
  await expect(text).toHaveValue("riscritta da capo");
  await expect(question(page, "q11").locator("input:checked")).toHaveValue("si");
  await page.reload();
  await expect(text).toHaveValue("riscritta da capo");
});

test("an open survey follows a restore, and a removed body comes back", async ({ page }) => {
  await openExample(page);
  await dailySnapshot(page);
  await page.getByRole("button", { name: "Modifica gli enti" }).click();
  await page.getByRole("button", { name: "Rimuovi Comune di Bari" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Rimuovi" }).click();
  await expect(page.locator("[data-partner]")).toHaveCount(9);
  await settings(page);
  await restoreLatest(page, "quotidiana");
  await visit(page, "overview");
  await expect(page.locator("[data-partner]")).toHaveCount(10);
  await expect(page.locator("[data-partner]").first()).toHaveAttribute("data-partner", "EC");
  await expect(page.locator("[data-partner] .status-submitted")).toHaveCount(9);
});

test("an import takes one before; they are removed together", async ({ page }) => {
  await openExample(page);
  await dailySnapshot(page);
  await visit(page, "exchange");
  const { path } = await exported(page);
  await visit(page, "sheets/EC");
  await question(page, "q11").getByRole("radio", { name: "SI" }).check();
  await saved(page);
  await visit(page, "exchange");
  const changed = JSON.parse(await readFile(path, "utf8")) as Bundle;
  const revision = { n: 1, at: "2026-11-20T10:00:00.000Z", by: "altrove1" };
  Object.assign(changed.survey.sheets.find(({ partner }) => partner === "3")!.answers, {
    q9: { state: "given", value: { text: "loro" }, revision },
  });
  await (await choose(page, file("loro.json", JSON.stringify(changed)))).locator("[data-confirm]").click();
  await expect(page.getByText("Importazione riuscita: 1 file.")).toBeVisible();
  await settings(page);
  const mine = page.locator("[data-snapshot]").filter({ hasText: "prima di un'importazione" });
  await expect(mine).toHaveCount(1);
  await accessible(page);
  await page.getByRole("button", { name: /^Elimina queste copie: / }).click();
  await expect.poll(async () => Object.keys(await records(page)).filter((key) => key.startsWith(`${RECORD}/was/`))).toEqual([]);
  await visit(page, "sheets/EC");
  await expect(question(page, "q11").locator("input:checked")).toHaveValue("si");
});
