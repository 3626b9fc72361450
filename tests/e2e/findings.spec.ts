// Somebody reads what the data say by themselves, asks who is behind it, and
// follows it to the answers.
import type { Page } from "@playwright/test";
import { download } from "./inviting";
import { accessibleAtAllWidths, EXAMPLE, openExample, question, saved, visit } from "./steps";
import { expect, test } from "./watched";

/// What does not fit together in the nine sheets, and how many bodies of how many.
const TO_CHECK: Record<string, [number, number]> = {
  "differs/q13/mypay": [1, 4],
  "other_field/q14": [1, 8],
  "off_condition/q16": [1, 2],
  "no_reference/q25": [2, 5],
};

/// Some of what the sheets say of each dimension, counted by hand.
const TOLD: Record<string, Record<string, [number, number]>> = {
  survey: { missing: [1, 10], hindering: [2, 8] },
  A: { "most/q1": [7, 7], "report/q2/enabling": [4, 9], "most/q4": [6, 7], "minority/q4": [1, 7], "terms/q5": [8, 8] },
  B: { "minority/q11": [1, 8], "terms/q14": [7, 8], "enabling/B": [7, 8] },
  C: { "together/q15": [4, 8], "minority/q17": [2, 8] },
  D: { "most/q20": [7, 9], "minority/q20": [2, 9] },
  E: { "most/q24": [5, 6], "gaps/q24": [3, 9], "gaps/q25": [3, 8] },
};

function finding(page: Page, id: string) {
  return page.locator(`[data-finding="${id}"]`);
}

async function read(page: Page, address = "", first = "missing") {
  await page.goto(`${EXAMPLE}/results/findings${address}`);
  await expect(finding(page, first)).toBeVisible();
}

test("what does not fit together stands apart, all else by dimension", async ({ page }) => {
  await openExample(page);
  await read(page);
  const apart = page.getByRole("region", { name: "Da verificare con gli enti" });
  await expect(apart.locator("[data-finding]")).toHaveCount(4);
  for (const [id, [k, n]] of Object.entries(TO_CHECK)) {
    await expect(apart.locator(`[data-finding="${id}"][data-count="${k}"][data-of="${n}"]`)).toBeVisible();
  }
  for (const [dimension, told] of Object.entries(TOLD)) {
    const card = page.locator(`section[aria-labelledby="findings-${dimension}"]`);
    for (const [id, [k, n]] of Object.entries(told)) {
      await expect(card.locator(`[data-finding="${id}"][data-count="${k}"][data-of="${n}"]`)).toBeVisible();
    }
  }
  await expect(page.locator("[data-finding]")).toHaveCount(47);
  await expect(finding(page, "report/q2/enabling")).toContainText(
    "4 enti su 9 hanno risposto «interno» insieme a «in house» o «esterno», che secondo il rapporto favorisce",
  );
  await expect(finding(page, "differs/q13/mypay")).toContainText("Provincia Autonoma di Trento");
  await expect(finding(page, "gaps/q24")).toContainText("3 enti su 9 non hanno dato una risposta (vuota: 1, non leggibile: 2)");
  // By its code one can cite it.
  await expect(finding(page, "gaps/q24").locator("code")).toHaveText("gaps/q24");
  await page.getByRole("button", { name: "English" }).click();
  await expect(finding(page, "report/q2/enabling")).toContainText(
    "4 of 9 bodies answered “internal” together with “in-house company” or “external”",
  );
});

test("each finding shows who is behind it and leads to the answers", async ({ page }) => {
  await openExample(page);
  await read(page);
  const differs = finding(page, "differs/q13/mypay");
  // By keyboard alone.
  await differs.getByText("Quali enti: 1 su 4").focus();
  await page.keyboard.press("Enter");
  await expect(differs.locator("dt")).toHaveText(["«NO» (1)", "«SI» (3)", /^Base: enti che citano il termine.*\(4\)$/]);
  await expect(differs.locator("dd").nth(1)).toHaveText(
    "Regione Campania, Città metropolitana di Roma Capitale, Città metropolitana di Bari",
  );
  await accessibleAtAllWidths(page);
  // The one who differs can be asked: the way leads to the answer on the sheet.
  await differs.getByRole("link", { name: "Provincia Autonoma di Trento" }).click();
  await expect(question(page, "q13").locator("input").first()).toBeFocused();
  await page.goBack();
  await finding(page, "most/q4").getByRole("link", { name: "Domanda 4" }).click();
  await expect(page).toHaveURL(/results\/A\?q=q4$/);
  await expect(page.locator("#result-q4")).toBeFocused();
  await expect(page.locator("#result-q4")).toBeInViewport();
});

test("findings follow the answers and the filters", async ({ page }) => {
  await openExample(page);
  await visit(page, "sheets/9");
  await question(page, "q4").locator('input[value="si"]').check();
  await saved(page);
  await read(page);
  await expect(finding(page, "most/q4")).toContainText("7 enti su 7, cioè tutti, hanno risposto «SI»");
  await expect(finding(page, "minority/q4")).toHaveCount(0);
  // Of the regions alone: three have rules on payments, and two do not say which.
  await read(page, "?kind=regione");
  await expect(finding(page, "missing")).toContainText("Senza scheda: 1 ente su 6 (Regione Veneto; base: enti che corrispondono ai filtri)");
  await expect(finding(page, "off_condition/q16")).toHaveCount(0);
  await expect(finding(page, "no_reference/q25")).toHaveAttribute("data-of", "3");
  await finding(page, "most/q24").getByRole("link", { name: "Domanda 24" }).click();
  await expect(page).toHaveURL(/results\/E\?kind=regione&q=q24$/);
});

test("nothing is said to fit together where nothing was looked at", async ({ page }) => {
  await openExample(page);
  const apart = page.getByRole("region", { name: "Da verificare con gli enti" });
  // Those who differ are not among the municipalities.
  await read(page, "?kind=comune", "most/q2");
  await expect(apart).toContainText("Nessuna contraddizione trovata nelle schede che contano.");
  // The one without a sheet alone.
  await read(page, "?status=missing");
  await expect(page.locator(".findings .empty")).toHaveText("Gli enti che corrispondono ai filtri non hanno ancora una scheda che conta.");
  await expect(apart).toBeHidden();
  // No municipality answered so.
  await page.goto(`${EXAMPLE}/results/findings?kind=comune&is=q4:si`);
  await expect(page.locator(".findings .empty")).toHaveText("Nessun ente corrisponde ai filtri: non ci sono risposte da confrontare.");
  await expect(apart).toBeHidden();
});

test("findings can be saved for a spreadsheet, with the filter they follow", async ({ page }) => {
  await openExample(page);
  await read(page, "?kind=regione");
  await page.getByText("Salva le evidenze").click();
  const csv = await download(page, page.getByRole("button", { name: "Tabella CSV" }));
  expect(csv.name).toContain("findings");
  expect(csv.text).toContain("Codice;Evidenza;");
  expect(csv.text).toContain("no_reference/q25;");
  expect(csv.text).toContain("Da verificare con gli enti;");
  expect(csv.text).toContain("Regione Toscana, Regione Umbria");
  expect(csv.text).toContain("Filtro: Tipo di ente");
  await expect(page.getByRole("button", { name: "Grafico SVG" })).toHaveCount(0);
});
