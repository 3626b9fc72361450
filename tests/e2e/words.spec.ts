// What helps while a sheet is filled in: words explained where they stand, terms
// suggested for lists, lists pasted, answers taken over from an earlier survey.
import type { Page } from "@playwright/test";
import { accessibleAtAllWidths, openExample, question, saved, tabTo, visit } from "./steps";
import { expect, test } from "./watched";

// The accessibility checker looks at whole sheets, at three widths.
test.slow();

/// Opens the sheet of Provincia Autonoma di Trento, with its helpers.
async function openSheet(page: Page) {
  await openExample(page);
  await visit(page, "sheets/8");
  await expect(page.locator("details.tool").first()).toBeVisible();
}

/// Pastes a text where the keyboard is, as the browser does.
async function paste(page: Page, text: string) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    const field = document.activeElement as HTMLTextAreaElement;
    if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
  }, text);
}

test("a word is explained where it stands, by keyboard, and the question keeps its name", async ({ page }) => {
  await openSheet(page);
  const q19 = question(page, "q19");
  const name = "19 L'ente svolge o intende svolgere le funzioni di intermediario tecnologico dei pagamenti per altri Enti?";
  const group = page.getByRole("radiogroup", { name, exact: true });
  await expect(group).toBeVisible();
  const word = q19.getByRole("button", { name: "intermediario tecnologico", exact: true });
  await expect(word).toHaveAttribute("aria-expanded", "false");

  await question(page, "q18").locator("textarea").first().focus();
  await tabTo(page, word);
  await page.keyboard.press("Enter");
  await expect(word).toHaveAttribute("aria-expanded", "true");
  const note = page.locator(`#${await word.getAttribute("aria-controls")}`);
  await expect(note).toHaveText(/^intermediario tecnologico: Chi aderisce a pagoPA/);
  await expect(note).toHaveAttribute("role", "note");
  await expect(word).toBeFocused();
  await expect(group).toBeVisible();
  await accessibleAtAllWidths(page);

  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(word).toHaveAttribute("aria-expanded", "false");
  await expect(word).toBeFocused();
  await page.keyboard.press("Space");
  await expect(word).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Space");
  await expect(word).toHaveAttribute("aria-expanded", "false");

  // The longest word is found, and each once in a text.
  const help = q19.locator(".help");
  await expect(help.getByRole("button")).toHaveText(["pagoPA", "enti intermediati", "partner tecnologico", "intermediario"]);
});

test("the whole glossary stands among the tools of the sheet", async ({ page }) => {
  await openSheet(page);
  await page.locator("summary", { hasText: "Glossario" }).click();
  const terms = page.locator(".glossary dt");
  await expect(terms).toHaveCount(14);
  await expect(terms.first()).toHaveText("ente cedente");
  await accessibleAtAllWidths(page);
});

test("a list suggests terms that others name, by keyboard", async ({ page }) => {
  await openSheet(page);
  const q5 = question(page, "q5");
  const field = q5.locator("textarea").first();
  const chips = q5.getByRole("group", { name: "Termini suggeriti" }).getByRole("button");
  await expect(chips).toHaveCount(0);
  await tabTo(page, field);
  await expect(chips.first()).toHaveText("PostgreSQL");
  await expect(chips.nth(1)).toHaveText("Oracle");
  expect(await chips.count()).toBeLessThanOrEqual(8);

  await page.keyboard.type("Firebird, post");
  await expect(chips).toHaveText(["PostgreSQL"]);
  await tabTo(page, chips.first());
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Firebird, PostgreSQL");
  await expect(field).toBeFocused();
  await expect(chips.filter({ hasText: "PostgreSQL" })).toHaveCount(0);
  // The keyboard stands at the end: what is typed goes on there.
  await page.keyboard.type(" e ora");
  await expect(field).toHaveValue("Firebird, PostgreSQL e ora");
  await expect(chips.first()).toHaveText("Oracle");
  await chips.first().click();
  await expect(field).toHaveValue("Firebird, PostgreSQL e Oracle");
  await expect(q5.locator(".read-as")).toHaveText("Si legge: Firebird · PostgreSQL · Oracle");
  await accessibleAtAllWidths(page);
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue("Firebird, PostgreSQL e Oracle");
});

test("a list pasted from lines and cells is read as several entries", async ({ page }) => {
  await openSheet(page);
  const q5 = question(page, "q5");
  const field = q5.locator("textarea").first();
  await field.fill("Access");
  await expect(q5.locator(".chips.suggested")).toBeVisible();
  await paste(page, "•\tOracle Database\r\n•\tpostgres\r\nFirebird\tMS SQLServer\r\n");
  await expect(field).toHaveValue("Access, Oracle Database, postgres, Firebird, MS SQLServer");
  await expect(q5.locator(".read-as")).toHaveText("Si legge: Access · Oracle · PostgreSQL · Firebird · SQL Server");
  await expect(field).toBeFocused();
  // One line is pasted by the browser, as it is.
  await paste(page, "; DB2");
  await expect(field).toHaveValue("Access, Oracle Database, postgres, Firebird, MS SQLServer; DB2");
  await saved(page);
});

test("answers are taken over from an earlier survey, one by one", async ({ page }) => {
  await openExample(page);
  await page.goto("#/");
  const form = page.getByRole("region", { name: "Nuova indagine" });
  await form.getByLabel("Titolo dell'indagine").fill("Pagamenti 2027");
  await form.getByLabel("Questionario").selectOption({ label: "come PayFlowPA" });
  await form.getByRole("button", { name: "Crea l'indagine" }).click();
  await page.getByLabel("Nome del nuovo ente").fill("provincia autonoma di trento");
  await page.getByRole("button", { name: "Aggiungi ente" }).click();
  await page.getByRole("button", { name: "Fine" }).click();
  await page.getByRole("link", { name: "provincia autonoma di trento" }).click();
  await expect(question(page, "q6")).toBeVisible();
  await question(page, "q6").locator("textarea").first().fill("TIBCO");
  await question(page, "q9").locator("textarea").first().fill("Sistema Pubblico di Cooperazione");

  await page.locator("summary", { hasText: "Riprendi da un'indagine precedente" }).click();
  const carry = page.locator(".carry");
  await expect(carry).toContainText("Indagine: PayFlowPA A.2.1");
  await expect(carry).toContainText("«Provincia Autonoma di Trento»");
  const rows = carry.getByRole("checkbox");
  // What is equal is left out; only what fills a blank is ticked.
  await expect(rows).toHaveCount(17);
  const row = (name: RegExp) => carry.getByRole("checkbox", { name });
  await expect(row(/^6\. /)).not.toBeChecked();
  await expect(row(/^9\. /)).toHaveCount(0);
  await expect(carry.getByRole("checkbox", { checked: true })).toHaveCount(16);
  await expect(carry.locator("li", { hasText: "6. Piattaforme utilizzate" })).toContainText("TIBCO, SAP");
  await accessibleAtAllWidths(page);

  // By keyboard: two answers, of which one overwrites.
  await tabTo(page, carry.getByRole("button", { name: "Deseleziona tutte" }));
  await page.keyboard.press("Enter");
  await expect(carry.getByRole("button", { name: /^Riprendi 0/ })).toBeDisabled();
  await row(/^6\. /).focus();
  await page.keyboard.press("Space");
  await row(/^15\. /).focus();
  await page.keyboard.press("Space");
  await tabTo(page, carry.getByRole("button", { name: "Riprendi 2 risposte" }));
  await page.keyboard.press("Enter");
  await expect(carry.getByRole("status")).toHaveText("2 risposte riprese.");
  await expect(carry.getByRole("status")).toBeFocused();
  await expect(rows).toHaveCount(15);
  await expect(question(page, "q6").locator("textarea").first()).toHaveValue("TIBCO, SAP");
  await expect(question(page, "q15").getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(question(page, "q1")).toHaveAttribute("data-effective", "blank");

  await carry.getByRole("button", { name: "Seleziona le vuote" }).click();
  await carry.getByRole("button", { name: "Riprendi 15 risposte" }).click();
  await expect(carry).toContainText("Non c'è niente da riprendere");
  await expect(question(page, "q1")).toHaveAttribute("data-effective", "given");
  await saved(page);
});

test("with one survey there is nothing to take over from", async ({ page }) => {
  await openSheet(page);
  await expect(page.locator(".carry")).toHaveCount(0);
});
