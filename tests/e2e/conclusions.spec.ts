// The authors write beside the findings: what is bound in a text follows the
// answers, what changed under it is to be read again until somebody confirms it.
import type { Locator, Page } from "@playwright/test";
import { invitationFor } from "./inviting";
import { accessibleAtAllWidths, EXAMPLE, openExample, question, saved, speak, tabTo, visit } from "./steps";
import { expect, test } from "./watched";

/// Opens a text, or the factors.
async function write(page: Page, tab: string) {
  await page.goto(`${EXAMPLE}/conclusions?d=${tab}`);
  await expect(page.locator(`[data-chapter="${tab}"]`)).toBeVisible();
}

const text = (page: Page) => page.locator("[data-written] textarea");
const preview = (page: Page) => page.locator("[data-written] .preview");
const beside = (page: Page, finding: string) => page.locator(`.evidence [data-finding="${finding}"]`);
const review = (page: Page) => page.locator("[data-review]");
const tab = (page: Page, name: string) => page.locator(`[data-tab="${name}"]`);
const words = (change: Locator, which: "before" | "after") => change.locator(`[data-words="${which}"]`);

test("a finding goes into the text, changes with an answer, and the text is confirmed", async ({ page }) => {
  await openExample(page);
  await page.goto(`${EXAMPLE}/conclusions`);
  // The first dimension is open; its text comes with the example.
  await expect(tab(page, "A")).toHaveAttribute("aria-current", "page");
  await expect(preview(page)).toContainText("Il modello raccomandato è quello misto");
  await expect(preview(page).locator("strong").filter({ hasText: "misto" })).toBeVisible();
  await expect(preview(page).getByRole("listitem")).toHaveCount(2);
  await expect(beside(page, "most/q1").locator(".bound")).toHaveText("nel testo");
  await expect(beside(page, "report/q3/enabling").locator("[data-cite]")).toHaveAttribute("aria-pressed", "true");
  await accessibleAtAllWidths(page);

  // Somebody writes anew.
  await write(page, "B");
  await text(page).fill("Gli enti hanno una piattaforma.");
  await expect(preview(page)).toHaveText("Gli enti hanno una piattaforma.");
  await expect(beside(page, "most/q11").locator(".bound")).toHaveCount(0);
  await beside(page, "most/q11").getByRole("button", { name: "Inserisci nel testo" }).click();
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveValue(/^Gli enti hanno una piattaforma\. \[«.*7 enti su 8.*\]\(<finding:most\/q11>\)$/);
  await expect(preview(page)).toContainText("7 enti su 8 hanno risposto «SI»");
  await expect(beside(page, "most/q11").locator(".bound")).toBeVisible();
  // Bold and italics by keyboard, a list by its button.
  await page.keyboard.type(" ora");
  for (let n = 0; n < 3; n++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Control+b");
  await expect(preview(page).locator("strong")).toHaveText("ora");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Control+i");
  await expect(preview(page).locator("em")).toHaveText("ora");
  await saved(page);
  await page.reload();
  await expect(preview(page).locator("em")).toHaveText("ora");
  await expect(review(page)).toHaveCount(0);

  // One body says something else.
  await visit(page, "sheets/EC");
  await question(page, "q11").getByRole("radio", { name: "SI", exact: true }).check();
  await saved(page);
  // Whoever prints or issues the report is told.
  await page.goto(`${EXAMPLE}/report`);
  await expect(page.locator("[data-before=stale]")).toBeVisible();
  await page.goto(`${EXAMPLE}/document`);
  await expect(page.locator("[data-know=stale]")).toBeVisible();
  await page.goto(`${EXAMPLE}/conclusions`);
  await expect(tab(page, "B")).toContainText("1 da rivedere");
  await tab(page, "B").click();
  const change = review(page).locator('[data-changed="most/q11"]');
  await expect(words(change, "before")).toContainText("7 enti su 8 hanno risposto «SI»");
  await expect(words(change, "after")).toContainText("8 enti su 8, cioè tutti, hanno risposto «SI»");
  // What will stand in the report is what is so now.
  await expect(preview(page)).toContainText("8 enti su 8, cioè tutti");
  await accessibleAtAllWidths(page);
  await review(page).getByRole("button", { name: "Confermo, il testo va bene" }).click();
  await expect(review(page)).toHaveCount(0);
  await expect(tab(page, "B")).not.toContainText("da rivedere");
  await expect(text(page)).toHaveValue(/8 enti su 8/);
  await expect(text(page)).toBeFocused();
  // It can be undone like anything else.
  await page.keyboard.press("Control+z");
  await expect(review(page)).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(review(page)).toHaveCount(0);
});

test("a finding is dragged into the text, or cited without it", async ({ page }) => {
  await openExample(page);
  await write(page, "survey");
  await text(page).fill("");
  await expect(preview(page)).toContainText("Ancora nessun testo.");
  await beside(page, "missing").locator(".sentence").dragTo(text(page));
  await expect(text(page)).toHaveValue(/\(<finding:missing>\)/);
  await expect(preview(page)).toContainText("Senza scheda: 1 ente su 10 (Regione Veneto");
  // Of another dimension, on demand.
  const others = page.locator(".evidence details").filter({ hasText: "La piattaforma di utilizzo" });
  await others.locator("summary").click();
  const cite = beside(page, "most/q13").locator("[data-cite]");
  await cite.click();
  await expect(cite).toHaveAttribute("aria-pressed", "true");
  await cite.click();
  await expect(cite).toHaveAttribute("aria-pressed", "false");
  // What is typed as markup stays words.
  await text(page).fill("# No\n\n<b>x</b> [y](javascript:alert(1))");
  await expect(preview(page)).toContainText("<b>x</b> [y](javascript:alert(1))");
  await expect(preview(page).locator("b, a, h1")).toHaveCount(0);
});

test("factors by keyboard: added, filled in, moved, removed and put back", async ({ page }) => {
  await openExample(page);
  await write(page, "factors");
  await expect(page.locator("[data-influence]")).toHaveCount(6);
  await accessibleAtAllWidths(page);
  const side = page.locator('[data-side="technological helps"]');
  await tabTo(page, side.getByRole("button", { name: "Aggiungi: Tecnologici, Favorisce" }));
  await page.keyboard.press("Enter");
  const added = side.locator("[data-influence]").nth(1);
  const what = added.getByRole("textbox", { name: "Di che cosa si tratta" });
  await expect(what).toBeFocused();
  await page.keyboard.type("Ci sono servizi cloud");
  await tabTo(page, added.locator("[data-findings] > summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, added.locator('[data-cites="most/q4"] input'));
  await page.keyboard.press("Space");
  await expect(added.locator("[data-findings] > summary")).toHaveText("Evidenze: 1");
  await tabTo(page, added.locator("[data-bodies] > summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, added.getByRole("checkbox", { name: "Regione Umbria", exact: true }));
  await page.keyboard.press("Space");
  await expect(added.locator("[data-bodies] > summary")).toHaveText("Enti: 1");
  await tabTo(page, added.getByRole("textbox", { name: "Azione" }));
  await page.keyboard.type("Estenderli");
  await tabTo(page, added.getByRole("textbox", { name: /^Chi/ }));
  await page.keyboard.type("Settore ICT");
  await added.getByLabel("Entro il").fill("2021-06-30");
  const up = added.getByRole("button", { name: "Sposta su" });
  await up.focus();
  await page.keyboard.press("Enter");
  const first = side.locator("[data-influence]").first();
  await expect(first.getByRole("textbox", { name: "Azione" })).toHaveValue("Estenderli");
  await expect(first.getByRole("button", { name: "Sposta su" })).toBeFocused();
  await saved(page);
  await page.reload();
  await expect(first.getByRole("textbox", { name: "Di che cosa si tratta" })).toHaveValue("Ci sono servizi cloud");
  await expect(first.getByLabel("Entro il")).toHaveValue("2021-06-30");

  // It was of the other kind; it goes there, and the keyboard with it.
  await first.getByRole("combobox", { name: "Effetto" }).selectOption({ label: "Ostacola" });
  const moved = page.locator('[data-side="technological hinders"] [data-influence]');
  await expect(moved).toHaveCount(1);
  await expect(moved.getByRole("combobox", { name: "Effetto" })).toBeFocused();
  await tabTo(page, moved.getByRole("button", { name: "Elimina" }));
  await page.keyboard.press("Enter");
  await expect(moved).toHaveCount(0);
  await expect(page.getByText("Eliminato: Ci sono servizi cloud")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(moved).toHaveCount(1);
  await expect(moved.getByRole("textbox", { name: "Di che cosa si tratta" })).toBeFocused();

  // It rests on a finding that changes.
  await visit(page, "sheets/9");
  await question(page, "q4").getByRole("radio", { name: "SI", exact: true }).check();
  await saved(page);
  await write(page, "factors");
  await expect(tab(page, "factors")).toContainText("1 da rivedere");
  await speak(page, "English");
  const change = moved.locator('[data-changed="most/q4"]');
  await expect(words(change, "before")).toContainText("6 enti su 7");
  await expect(words(change, "after")).toContainText("7 of 7 bodies, that is all");
  await accessibleAtAllWidths(page);
  await moved.getByRole("button", { name: "I confirm, the text is fine" }).click();
  await expect(tab(page, "factors")).not.toContainText("to review");
});

test("who was invited to fill in a sheet writes no conclusions", async ({ page, profile }) => {
  await openExample(page);
  await visit(page, "exchange");
  const { path } = await invitationFor(page, "2");
  const guest = await profile();
  await guest.goto("");
  await guest.locator("input[data-import]").setInputFiles(path);
  await guest.locator("[data-confirm]").click();
  await expect(guest.getByRole("heading", { level: 1, name: /Regione Toscana/ })).toBeVisible();
  await guest.goto(`${EXAMPLE}/conclusions`);
  await expect(guest.getByText("Le conclusioni le scrive chi coordina l'indagine.")).toBeVisible();
  await expect(guest.locator("main textarea")).toHaveCount(0);
});
