// Somebody changes their mind: steps are undone and done again by the keyboard,
// a sheet tells what was changed on it, and goes back to what it once said.
import type { Page } from "@playwright/test";
import { download, invitationFor, linkFor } from "./inviting";
import { accessibleAtAllWidths, EXAMPLE, open, openExample, question, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// What the page says that was undone or redone.
function said(page: Page) {
  return page.locator("[data-step-said]");
}

/// Presses Ctrl+Z and waits until this is undone.
async function undo(page: Page, what: string | RegExp) {
  await page.keyboard.press("Control+z");
  await expect(said(page)).toContainText(what);
}

async function redo(page: Page, what: string | RegExp) {
  await page.keyboard.press("Control+Shift+Z");
  await expect(said(page)).toContainText(what);
}

/// The keys are followed once the part with them has come.
async function keysAreHere(page: Page) {
  await expect(said(page)).toBeAttached();
}

test("answers of several kinds are undone in their order, and done again", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const q = (id: string) => question(page, id);
  const typed = q("q9").getByRole("textbox").first();
  const before = await typed.inputValue();
  const radio = q("q11").locator("input:checked");
  const chosen = await radio.inputValue();
  const other = chosen === "si" ? "no" : "si";

  await q("q11").locator(`input[value=${other}]`).check();
  await keysAreHere(page);
  await typed.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" e altro");
  await q("q13").locator('[data-declare="unknown"]').click();
  await expect(q("q13")).toHaveAttribute("data-effective", "unknown");

  await undo(page, "Annullato: Domanda 13, Comune di Bari");
  await expect(q("q13")).not.toHaveAttribute("data-effective", "unknown");
  // What was typed in one go is one step, and the keyboard goes where it was.
  await undo(page, "Annullato: Domanda 9, Comune di Bari");
  await expect(typed).toHaveValue(before);
  await expect(typed).toBeFocused();
  await undo(page, "Annullato: Domanda 11, Comune di Bari");
  await expect(radio).toHaveValue(chosen);
  await undo(page, "Non c'è nulla da annullare");

  await redo(page, "Ripetuto: Domanda 11");
  await expect(radio).toHaveValue(other);
  await page.keyboard.press("Control+y");
  await expect(said(page)).toContainText("Ripetuto: Domanda 9");
  await expect(typed).toHaveValue(`${before} e altro`);
  await undo(page, "Annullato: Domanda 9");
  await accessibleAtAllWidths(page);

  // It is what was undone that is kept.
  await saved(page);
  await page.reload();
  await expect(typed).toHaveValue(before);
  await expect(radio).toHaveValue(other);
});

test("the buttons of the sheet say what they would do", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  await expect(page.getByRole("button", { name: "Annulla", exact: true })).toBeDisabled();
  await page.locator('[data-contact="ict"]').getByRole("textbox").fill("ced@comune.bari.it");
  const back = page.locator("[data-step=back]");
  const again = page.locator("[data-step=again]");
  await expect(back).toHaveText("Annulla");
  await expect(back).toHaveAccessibleName(/^Annulla: .*, Comune di Bari$/);
  await expect(again).toHaveAttribute("aria-disabled", "true");
  await back.click();
  await expect(page.locator('[data-contact="ict"]').getByRole("textbox")).not.toHaveValue("ced@comune.bari.it");
  await expect(again).toHaveText("Ripeti");
  await expect(again).toHaveAccessibleName(/^Ripeti: /);
  await again.click();
  await expect(page.locator('[data-contact="ict"]').getByRole("textbox")).toHaveValue("ced@comune.bari.it");

  // What the keys have done is said until one goes on.
  await undo(page, "Annullato: ");
  const typed = question(page, "q9").getByRole("textbox").first();
  await typed.fill("SPC");
  await expect(said(page)).toBeEmpty();
  // Undone from elsewhere, it leads to the question.
  await visit(page, "overview");
  await undo(page, "Annullato: Domanda 9");
  await said(page).getByRole("link", { name: "Vai alla domanda 9" }).click();
  await expect(typed).toBeFocused();
  await expect(said(page)).toBeEmpty();
  // On the sheet, also at one of its steps, there is nowhere to go.
  await page.goto(`${EXAMPLE}/sheets/EC?step=A`);
  await expect(page.locator("#dimension-A")).toBeFocused();
  await redo(page, "Ripetuto: Domanda 9");
  await expect(said(page).getByRole("link")).toHaveCount(0);
});

test("steps reach over pages: a status, a title, a body that was removed", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  await page.locator("[data-become=draft]").click();
  await keysAreHere(page);
  await expect(page.locator(".sheet-status")).toContainText("Bozza");

  await visit(page, "overview");
  await page.getByRole("button", { name: "Rinomina" }).click();
  await page.locator("main").getByLabel("Titolo dell'indagine").fill("Indagine di prova");
  await page.getByRole("button", { name: "Salva nome" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Indagine di prova" })).toBeVisible();

  await page.getByRole("button", { name: "Modifica gli enti" }).click();
  await page.getByRole("button", { name: "Rimuovi Regione Umbria" }).click();
  await page.locator("dialog[open] [data-confirm-delete]").click();
  await expect(page.getByText("«Regione Umbria» è stato eliminato.")).toBeVisible();
  await page.getByRole("button", { name: "Fine" }).click();
  const row = page.locator('[data-partner="6"]');
  await expect(row).toHaveCount(0);

  await undo(page, "Annullato: rimozione di Regione Umbria");
  await expect(row).toHaveCount(1);
  await expect(page.getByText("«Regione Umbria» è stato eliminato.")).toHaveCount(0);
  await undo(page, "Annullato: titolo dell'indagine");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Indagine di prova");
  await undo(page, "Annullato: stato da «Consegnata» a «Bozza», Comune di Bari");
  await saved(page);
  await visit(page, "sheets/EC");
  await expect(page.locator(".sheet-status")).toContainText("Consegnata");
  await page.reload();
  await expect(page.locator(".sheet-status")).toContainText("Consegnata");
  await visit(page, "overview");
  await expect(page.locator("[data-partner]")).toHaveCount(10);
});

test("a sheet tells what was changed, and goes back to a point of it", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/EC");
  const typed = question(page, "q9").getByRole("textbox").first();
  const before = await typed.inputValue();
  await typed.fill("SPC e fibra propria");
  await question(page, "q13").locator('[data-declare="unknown"]').click();
  await saved(page);

  const history = page.locator("[data-history]");
  await history.locator("summary").click();
  const events = history.locator("[data-event]");
  await expect(events).toHaveCount(2);
  await expect(events.nth(0)).toContainText("Domanda 13");
  await expect(events.nth(1)).toContainText("Domanda 9");
  await expect(events.nth(1)).toContainText(before);
  await expect(events.nth(1)).toContainText("SPC e fibra propria");
  await expect(events.nth(1)).toContainText("da questo browser");
  await history.locator("[data-history-filter]").selectOption("q/q13");
  await expect(events).toHaveCount(1);
  await history.locator("[data-history-filter]").selectOption("");
  await accessibleAtAllWidths(page);

  // To the point before q13 was declared unknown.
  await events.nth(1).locator("[data-go-back]").click();
  const panel = page.locator("[data-going-back]");
  await expect(panel).toBeFocused();
  await expect(panel.locator("tbody tr")).toHaveCount(1);
  await expect(panel).toContainText("Domanda 13");
  await accessibleAtAllWidths(page);
  await panel.locator("[data-confirm-back]").click();
  await expect(question(page, "q13")).not.toHaveAttribute("data-effective", "unknown");
  await expect(typed).toHaveValue("SPC e fibra propria");
  await expect(panel).toHaveCount(0);

  // That is an edit like any other: it can be undone, and is in the history.
  await page.keyboard.press("Control+z");
  await expect(question(page, "q13")).toHaveAttribute("data-effective", "unknown");
  await saved(page);
  await page.goto(`${EXAMPLE}/overview`);
  await visit(page, "sheets/EC");
  await expect(question(page, "q13")).toHaveAttribute("data-effective", "unknown");
});

test("nothing goes back on a sheet that was approved meanwhile", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  const typed = question(page, "q9").getByRole("textbox").first();
  await typed.fill("SPC e fibra propria");
  await keysAreHere(page);
  await saved(page);
  const history = page.locator("[data-history]");
  await history.locator("summary").click();
  await expect(history.locator("[data-go-back]")).toBeVisible();

  const other = await page.context().newPage();
  await open(other, `${EXAMPLE}/sheets/9`);
  await other.locator("[data-become=approved]").click();
  await saved(other);
  await expect(page.locator(".sheet-status")).toContainText("Approvata");
  await expect(typed).toBeDisabled();
  await expect(history.locator("[data-go-back]")).toHaveCount(0);
  await undo(page, "Non si può annullare: Domanda 9, ");
  await expect(typed).toHaveValue("SPC e fibra propria");
});

test("what was done with several sheets at once is one step", async ({ page }) => {
  await openExample(page);
  const badge = page.locator('[data-partner="9"] .badge');
  for (const body of ["9", "EC"]) await page.locator(`[data-partner="${body}"] [data-choose]`).check();
  await page.locator("[data-bulk=approve]").click();
  await page.locator("[data-verdict] [data-do]").click();
  await expect(page.locator("[data-partner] .status-approved")).toHaveCount(2);
  await keysAreHere(page);
  await undo(page, "Annullato: Approva, 2 schede.");
  await expect(page.locator("[data-partner] .status-approved")).toHaveCount(0);
  await expect(badge).toHaveText("Consegnata");
  await redo(page, "Ripetuto: Approva, 2 schede.");
  await expect(page.locator("[data-partner] .status-approved")).toHaveCount(2);
});

test("what the other side has got is not taken back", async ({ page, profile }) => {
  await openExample(page);
  await page.locator("[data-proposals]").click();
  await page.locator('[data-proposal="no_reference/q25 2"] [data-accept]').click();
  await expect(page.locator('[data-partner="2"] [data-remarks]')).toHaveText("1 rilievo aperto");
  await keysAreHere(page);
  await visit(page, "exchange");
  const link = await linkFor(page, "2");
  await visit(page, "sheets/2");
  await page.locator("[data-become=returned]").click();
  await undo(page, "Annullato: stato da «Consegnata» a «Da rivedere»");
  await visit(page, "exchange");
  await invitationFor(page, "2");
  await undo(page, "È già stato inviato all'ente");
  await visit(page, "overview");
  await expect(page.locator('[data-partner="2"] [data-remarks]')).toHaveText("1 rilievo aperto");

  // The officer's part: what was sent is no step, what was written is.
  const officer = await profile();
  await officer.goto(link);
  const typed = question(officer, "q9").getByRole("textbox").first();
  await typed.fill("SPC 1 Gb/s");
  await keysAreHere(officer);
  await officer.goto(`${EXAMPLE}/exchange`);
  await download(officer, officer.locator("[data-send]"));
  await expect(officer.locator("[data-receipt]")).toBeVisible();
  await undo(officer, "Annullato: Domanda 9");
  await visit(officer, "sheets/2");
  await expect(officer.locator(".sheet-status")).toContainText("Consegnata");
});
