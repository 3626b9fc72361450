// The document: its data, the version table, a version that is issued, and what
// has changed since.
import { type Page } from "@playwright/test";
import { accessible, accessibleAtAllWidths, EXAMPLE, fill, makeRoom, openExample, question, records, RECORD, saved, settings, tabTo, visit, WIDTHS } from "./steps";
import { expect, test } from "./watched";

/// Goes to the page of the document's data.
async function documentPage(page: Page) {
  await page.goto(`${EXAMPLE}/document`);
  await expect(page.getByRole("heading", { level: 1, name: "Documento" })).toBeVisible();
}

const group = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const issuing = (page: Page) => group(page, "Emetti versione");
const state = (page: Page) => page.locator("[data-version-state]");
const issued = (page: Page, version: string) => page.locator(`[data-issued="${version}"]`);

/// Issues a version of this number on this day.
async function issue(page: Page, version: string, on: string) {
  const form = issuing(page);
  await form.getByLabel("Versione", { exact: true }).fill(version);
  await form.getByLabel("Data", { exact: true }).fill(on);
  await form.getByRole("button", { name: "Emetti", exact: true }).click();
}

for (const { name, viewport } of WIDTHS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("the document's data are filled in, and gently checked", async ({ page }) => {
      await openExample(page);
      await documentPage(page);
      await expect(state(page)).toHaveText("Nessuna versione è stata emessa: il documento è una bozza.");
      const project = group(page, "Progetto");
      await project.getByLabel("CUP").fill("A12B3456");
      await expect(project.getByText("Un CUP è di 15 lettere e cifre: controlla.")).toBeVisible();
      await project.getByLabel("CUP").fill("A12B34567890123");
      await expect(project.getByText("Un CUP è di 15 lettere e cifre: controlla.")).toHaveCount(0);
      const funds = group(page, "Copertina e finanziamenti").getByLabel("Righe dei finanziamenti");
      await funds.fill("Primo fondo\n\nSecondo fondo\n");
      await funds.blur();
      await expect(funds).toHaveValue("Primo fondo\nSecondo fondo");

      const table = group(page, "Tabella delle versioni");
      await expect(table.locator("[data-version]")).toHaveCount(1);
      await table.getByRole("button", { name: "Aggiungi una riga" }).click();
      const row = table.getByRole("group", { name: "Versione senza numero" });
      await row.getByLabel("Versione", { exact: true }).fill("1.0");
      await expect(table.getByText("Questo numero c'è già in un'altra riga.")).toBeVisible();
      const second = table.locator('[data-version="1"]');
      await second.getByLabel("Versione", { exact: true }).fill("0.9");
      await second.getByLabel("Modifiche").fill("Prima lettura");
      await second.getByRole("button", { name: "Sposta su: Versione 0.9" }).click();
      await expect(table.locator('[data-version="0"]').getByLabel("Modifiche")).toHaveValue("Prima lettura");
      await accessibleAtAllWidths(page);
      await saved(page);
      await page.reload();
      await expect(project.getByLabel("CUP")).toHaveValue("A12B34567890123");
      await expect(table.locator('[data-version="0"]').getByLabel("Modifiche")).toHaveValue("Prima lettura");
      await table.getByRole("button", { name: "Togli la riga: Versione 0.9" }).click();
      await expect(table.locator("[data-version]")).toHaveCount(1);
    });

    test("a version is issued, an answer changes, and the page says what has changed", async ({ page }) => {
      await openExample(page);
      await documentPage(page);
      await expect(issuing(page).locator("[data-know=missing]")).toHaveText("1 ente senza scheda ricevuta: Regione Veneto.");
      await expect(issuing(page).getByLabel("Versione", { exact: true })).toHaveValue("1.1");
      await issue(page, "1.1", "2026-11-23");
      await expect(issuing(page).getByText("Versione 1.1 emessa.")).toBeVisible();
      await expect(state(page)).toHaveText("Il documento è la versione 1.1 del 23 novembre 2026.");
      await expect(issued(page, "1.1")).toContainText("Invariata");
      await expect(issuing(page).getByLabel("Versione", { exact: true })).toHaveValue("1.2");
      await expect(group(page, "Tabella delle versioni").locator("[data-version]")).toHaveCount(2);
      await saved(page);
      const kept = Object.keys(await records(page)).filter((key) => key.startsWith(`${RECORD}/was/`) && key.endsWith("-issued"));
      expect(kept).toHaveLength(1);

      await visit(page, "sheets/7");
      await question(page, "q15").getByRole("checkbox", { name: "esterno" }).check();
      await saved(page);
      await documentPage(page);
      await group(page, "Progetto").getByLabel("CUP").fill("A12B34567890123");
      await expect(state(page)).toHaveText("Bozza, dopo la versione 1.1 del 23 novembre 2026.");
      await issued(page, "1.1").getByText("Che cosa è cambiato").click();
      const answer = issued(page, "1.1").locator('[data-changed="7"]').first();
      await expect(answer).toContainText("Città metropolitana di Roma Capitale");
      await expect(answer.locator("td")).toHaveText(["interno", "interno, esterno"]);
      const cup = issued(page, "1.1").locator('[data-since="document.cup"] td');
      await expect(cup).toHaveText(["J91J18000010006", "A12B34567890123"]);
      await expect(issued(page, "1.1").locator('[data-since^="most/q15"] td').first()).not.toBeEmpty();
      await accessibleAtAllWidths(page);
      await issued(page, "1.1").getByRole("link", { name: "Confronta nei risultati" }).click();
      await expect(page.locator("[data-changed]").first()).toContainText("Città metropolitana di Roma Capitale");
    });
  });
}

test("by keyboard alone, and taken back as one step", async ({ page }) => {
  await openExample(page);
  await documentPage(page);
  await tabTo(page, issuing(page).getByLabel("Modifiche"));
  await page.keyboard.type("Correzioni");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(issuing(page).getByText("Versione 1.1 emessa.")).toBeVisible();
  const table = group(page, "Tabella delle versioni");
  await expect(table.locator('[data-version="1"]').getByLabel("Modifiche")).toHaveValue("Correzioni");
  await issuing(page).getByRole("button", { name: "Emetti", exact: true }).focus();
  await page.keyboard.press("Control+z");
  await expect(table.locator("[data-version]")).toHaveCount(1);
  await expect(page.locator("[data-issued]")).toHaveCount(0);
  await expect(state(page)).toHaveText("Nessuna versione è stata emessa: il documento è una bozza.");
  await page.keyboard.press("Control+y");
  await expect(page.locator("[data-issued]")).toHaveCount(1);
  await accessible(page);
});

test("without room nothing is issued, and the page says so", async ({ page }) => {
  await openExample(page);
  await documentPage(page);
  await fill(page);
  await issue(page, "1.1", "2026-11-23");
  await expect(issuing(page).getByText(/^Non c'è spazio per la copia della versione/)).toBeVisible();
  await expect(page.locator("[data-issued]")).toHaveCount(0);
  await expect(group(page, "Tabella delle versioni").locator("[data-version]")).toHaveCount(1);
  await makeRoom(page);
  await issuing(page).getByRole("button", { name: "Emetti", exact: true }).click();
  await expect(issued(page, "1.1")).toContainText("Invariata");
});

test("a version whose copy is not here says so", async ({ page }) => {
  await openExample(page);
  await documentPage(page);
  await issue(page, "1.1", "2026-11-23");
  await expect(issued(page, "1.1")).toContainText("Invariata");
  await saved(page);
  // Whoever removes the snapshots keeps those of issued versions.
  await settings(page);
  await page.getByRole("button", { name: /^Elimina queste copie/ }).click();
  const kept = async () => Object.keys(await records(page)).filter((key) => key.startsWith(`${RECORD}/was/`));
  await expect.poll(kept).toEqual([expect.stringMatching(/-issued$/)]);
  await documentPage(page);
  await page.evaluate((record) => {
    for (const key of Object.keys({ ...localStorage })) {
      if (key.startsWith(`${record}/was/`)) localStorage.removeItem(key);
    }
  }, RECORD);
  await group(page, "Progetto").getByLabel("CUP").fill("A12B34567890123");
  await expect(issued(page, "1.1")).toContainText("L'indagine è cambiata da allora.");
  await expect(issued(page, "1.1")).toContainText("La copia di questa versione non è in questo browser");
});
